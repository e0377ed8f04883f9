"""Desks and folders of drawn photographs for tests, and the program as a person runs it."""

import io
import os
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from click.testing import CliRunner, Result
from PIL import Image, ImageDraw

from cutline import metadata
from cutline.cli import main
from cutline.metadata import Stamp

SOURCE = Path(__file__).resolve().parents[3] / "src"

TELLING = Stamp(
    creators=("Ana Silva",),
    credit_line="Harbour Agency",
    copyright_notice="© 2023 Ana Silva",
    alt_text="A yellow ferry lies at a stone quay",
    caption="The last ferry waits in the port of Kavala.",
)
"""What a photograph says that needs no story."""

SILENT = Stamp()


def picture(seed: int = 1, size: tuple[int, int] = (320, 214)) -> Image.Image:
    """A drawn landscape; another seed, other shapes and colours."""
    width, height = size
    sky = ((seed * 37) % 200, (seed * 91) % 200, 180)
    canvas = Image.new("RGB", size, sky)
    pen = ImageDraw.Draw(canvas)
    pen.rectangle((0, height * 2 // 3, width, height), fill=(50, (seed * 53) % 160, 40))
    pen.ellipse((width // 8, height // 8, width // 3, height // 2), fill="#ffcc00")
    for n in range(8):
        x, y = (seed * 97 + n * 61) % width, (seed * 59 + n * 43) % height
        pen.rectangle((x, y, x + width // 9, y + height // 7), fill=(n * 30, (seed * 31) % 256, 90))
    return canvas


def photograph(
    path: Path, seed: int = 1, stamp: Stamp = TELLING, size: tuple[int, int] = (320, 214)
) -> Path:
    """Write a JPEG that carries these words."""
    out = io.BytesIO()
    picture(seed, size).save(out, "JPEG", quality=90)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(metadata.embed(out.getvalue(), stamp))
    return path


def folder(path: Path, *names: str, stamp: Stamp = TELLING) -> Path:
    """A loose folder of photographs that need nothing more: one caption each."""
    for seed, name in enumerate(names or ("one.jpg", "two.jpg"), 1):
        words = f"Ferry number {seed} waits in the port of Kavala." if stamp.caption else ""
        alt = f"Ferry number {seed} lies at a stone quay" if stamp.alt_text else ""
        said = Stamp(stamp.creators, stamp.credit_line, caption=words, alt_text=alt)
        photograph(path / name, seed, said)
    return path


def without_xmp(jpeg: bytes) -> bytes:
    """The same file with its IIM alone, where names are cut at 32 bytes."""
    at = jpeg.index(b"http://ns.adobe.com/xap/1.0/\0") - 4
    size = int.from_bytes(jpeg[at + 2 : at + 4])
    bare = jpeg[:at] + jpeg[at + 2 + size :]
    at = bare.index(b"Exif\0\0") - 4
    size = int.from_bytes(bare[at + 2 : at + 4])
    return bare[:at] + bare[at + 2 + size :]


def placing(
    target: str,
    alt: str = "Two ferries pass a lighthouse",
    caption: str = "The ferries pass at noon.",
    credit: str = "Ana Silva/Harbour Agency",
    attributes: str = "",
) -> str:
    """The paragraph of a story that places one photograph."""
    signed = f"{caption} [{credit}]" if credit else caption
    return f"![{alt}]({target}){attributes}\n{signed}"


def story(path: Path, *blocks: str, headline: str = "The last ferry") -> Path:
    """Write a story of these blocks."""
    path.parent.mkdir(parents=True, exist_ok=True)
    front = f"---\nheadline: {headline}\nlanguage: en\n---\n"
    path.write_text("\n".join((front, *(f"{block}\n" for block in blocks))), encoding="utf-8")
    return path


def desk(path: Path, settings: str = "") -> Path:
    """A desk with two photographs and one story, ``stories/ferry``, that may be published."""
    path.mkdir(parents=True, exist_ok=True)
    (path / "cutline.toml").write_text(settings, encoding="utf-8")
    for seed in (1, 2):
        photograph(path / "photographs" / f"{seed}.jpg", seed)
    ferry(path)
    return path


def settle() -> None:
    """Let files come to rest: what changed within a tick of the clock is read again."""
    time.sleep(0.12)


def ferry(desk: Path, first: str = "The ferries pass at noon.", attributes: str = "") -> Path:
    """The story of ``desk``, with this caption under its first photograph."""
    return story(
        desk / "stories" / "ferry" / "story.md",
        placing("../../photographs/1.jpg", caption=first, attributes=attributes),
        "The boat has run since 1931.",
        placing("../../photographs/2.jpg", "A cook", "The cook of the last crossing."),
    )


def cutline(
    *words: object, text: str | None = None, env: Mapping[str, str] | None = None
) -> Result:
    """The program in this process: quick, with its two streams and its exit code apart."""
    return CliRunner().invoke(main, [str(word) for word in words], input=text, env=env)


@dataclass(frozen=True)
class Run:
    """What a run of the program ended with."""

    exit_code: int
    stdout: str
    stderr: str


def program(*words: object, cwd: Path | None = None, text: str | None = None, **env: str) -> Run:
    """The program as a person starts it: a process of its own, in a folder of theirs."""
    ended = subprocess.run(
        [sys.executable, "-m", "cutline", *map(str, words)],
        cwd=cwd,
        input=text,
        capture_output=True,
        encoding="utf-8",
        errors="surrogateescape",
        env={**os.environ, "PYTHONPATH": str(SOURCE), **env},
        timeout=300,
    )
    return Run(ended.returncode, ended.stdout, ended.stderr)


def state(root: Path) -> dict[str, tuple[int, int, int]]:
    """Inode, size and change of every file, folder and link below ``root``."""
    found = {}
    for path in sorted(root.rglob("*")):
        status = path.lstat()
        found[str(path.relative_to(root))] = (status.st_ino, status.st_size, status.st_mtime_ns)
    return found
