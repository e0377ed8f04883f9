"""cutline's side of the comparison: one JSON request a line, one JSON answer a line."""

import json
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pyvips
from PIL import Image

from cutline.imaging import recipes
from cutline.imaging.encode import encode
from cutline.imaging.render import render
from cutline.imaging.vips import confine
from cutline.model import Size


def _ladder(request: Mapping[str, Any]) -> list[bytes]:
    """Render what a publish renders, optionally other qualities, one format, some widths."""
    asked = [
        replace(recipe, quality=quality or recipe.quality)
        for recipe in recipes(Size(*request["size"]), 1, draft=request["draft"])
        for quality in request["qualities"] or (None,)
        if recipe.format in request["formats"]
        and (not request["widths"] or recipe.width in request["widths"])
    ]
    return list(render(Path(request["file"]).read_bytes(), asked).renditions)


def _floor(request: Mapping[str, Any]) -> Callable[[], object]:
    """What cannot be saved: libjpeg-turbo's decode as needed, and the encodes alone."""
    size = Size(*request["size"])
    asked = [r for r in recipes(size, 1, draft=request["draft"]) if r.format in request["formats"]]
    top = pyvips.Image.new_from_file(request["file"])
    ready = [
        (top.thumbnail_image(r.width, height=r.height, size="force").copy_memory(), r)
        for r in asked
    ]

    def work() -> None:
        with Image.open(request["file"]) as picture:
            picture.draft("RGB", (asked[-1].width, asked[-1].height))
            picture.load()
        for image, recipe in ready:
            encode(image, recipe)

    return work


def _peak() -> float:
    """Largest resident set in MB since the program began (``ru_maxrss`` knows the parent's)."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    lines = (line.split() for line in status.splitlines())
    return next(int(line[1]) / 1024 for line in lines if line[0] == "VmHWM:")


def _serve() -> None:
    confine()
    for line in sys.stdin:
        request = json.loads(line)
        work = _floor(request) if request["floor"] else lambda asked=request: _ladder(asked)
        before = time.process_time()
        made = work()
        cpu = time.process_time() - before
        if request["out"]:
            for number, data in enumerate(made or ()):
                (Path(request["out"]) / str(number)).write_bytes(data)
        print(json.dumps({"cpu": cpu, "rss": _peak()}), flush=True)


if __name__ == "__main__":
    _serve()
