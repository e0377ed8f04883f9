"""Which photographs are measured: real ones from a folder, drawn ones where there are none."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyvips

from cutline.imaging import decode
from cutline.model import Size

NEWS_SIZE = 3000
"""Pixels on the longer side from which a photograph counts as news-size."""


@dataclass(frozen=True, slots=True)
class Photograph:
    """A file and its size; all are upright as stored."""

    path: Path
    size: Size


def chosen(folder: Path, number: int) -> list[Photograph]:
    """``number`` news-size JPEGs spread over a folder tree, distinct in their bytes."""
    found: dict[bytes, Photograph] = {}
    for path in sorted(folder.rglob("*.jpg")):
        data = path.read_bytes()
        size = decode.header(data).size
        if max(size.width, size.height) >= NEWS_SIZE:
            found.setdefault(data, Photograph(path, size))
    everything = list(found.values())
    count = min(number, len(everything))
    return [everything[place * len(everything) // count] for place in range(count)]


def drawn(folder: Path, number: int) -> list[Photograph]:
    """Pictures with the spectrum of photographs (1/f noise), the same every time."""
    made = []
    for seed in range(number):
        noise = np.random.default_rng(seed)
        size = Size(4000, 2667)
        layers = sum(_octave(noise, size, 2**step) * 2.0**step for step in range(2, 11))
        pixels = np.clip(128 + 55 * layers / np.std(layers), 0, 255).astype(np.uint8)
        path = folder / f"drawn-{seed:02}.jpg"
        pyvips.Image.new_from_array(pixels, interpretation="srgb").jpegsave(str(path), Q=92)
        made.append(Photograph(path, size))
    return made


def _octave(noise: np.random.Generator, size: Size, scale: int) -> np.ndarray:
    small = noise.standard_normal((size.height // scale + 2, size.width // scale + 2, 3))
    image = pyvips.Image.new_from_array(small.astype(np.float32))
    wide = image.resize(scale, kernel="cubic").crop(0, 0, size.width, size.height)
    return wide.numpy()
