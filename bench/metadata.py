"""Reading what photographs say: 2,000 of them, against one run of ExifTool."""

import argparse
import json
import mmap
import os
import shutil
import subprocess
import sys
import tempfile
from itertools import cycle, islice
from pathlib import Path

from cutline.metadata import Licensor, Stamp, embed, read
from cutline.model import ReadError
from measure import BIN, ROOT, cost, paired, row

COUNT = 2000
ROUNDS = 5
SAMPLES = ROOT.parent / "shared" / "samples"
SUFFIXES = frozenset((".jpg", ".tif", ".png", ".webp", ".avif", ".heic"))
STAMP = Stamp(
    creators=("Ana Silva",),
    credit_line="Ana Silva/Harbour Agency",
    copyright_notice="© 2026 Ana Silva",
    usage_terms="Editorial use only",
    licensors=(Licensor("Harbour Agency", "https://example.org/buy"),),
    caption="Crews rest after the fire.",
    alt_text="Two women sit on a kerb",
)


def mix(folder: Path, samples: Path) -> str:
    """Fill a folder with photographs and say what they are.

    Real ones in turn, from wires, cameras and the standard's tests; without samples drawn
    ones with words of ours.
    """
    parts = (samples / name for name in ("1-metadata", "2-photos"))
    found = [path for part in parts if part.is_dir() for path in sorted(part.rglob("*"))]
    real = [path for path in found if path.suffix.lower() in SUFFIXES]
    if not real:
        from noop import photographs  # noqa: PLC0415 - loads libvips, which no reader needs

        photographs(folder, COUNT)
        for path in folder.iterdir():
            path.write_bytes(embed(path.read_bytes(), STAMP))
        return "drawn photographs with words of ours"
    folder.mkdir()
    for number, path in enumerate(islice(cycle(real), COUNT)):
        place = folder / f"{number:04}{path.suffix.lower()}"
        try:
            os.link(path, place)
        except OSError:
            shutil.copyfile(path, place)
    return f"{len(real)} real photographs in turn"


def read_all(folder: Path) -> int:
    """Every field of every photograph, one after another; prints memory on the way."""
    values = 0
    for number, path in enumerate(sorted(folder.iterdir()), 1):
        try:
            values += fields_of(path)
        except ReadError as fault:
            print(path.name, fault, file=sys.stderr)
        if number in (COUNT // 4, COUNT):
            print(json.dumps({"after": number, "megabytes": resident(), "values": values}))
    return 0


def fields_of(path: Path) -> int:
    """How many fields a photograph has; only the pages that the reader looks at are read."""
    with (
        path.open("rb") as file,
        mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as mapped,
        memoryview(mapped) as data,
    ):
        return len(read(data).metadata.fields)


def resident() -> float:
    """Resident memory of this process now, MB; Linux only, else 0."""
    try:
        status = Path("/proc/self/statm").read_text(encoding="ascii")
    except OSError:
        return 0.0
    return int(status.split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6


def told(command: list[str | Path]) -> list[dict[str, float]]:
    """What the reader printed of its memory."""
    words = [str(word) for word in command]
    answer = subprocess.run(words, capture_output=True, check=True, text=True).stdout
    return [json.loads(line) for line in answer.splitlines()]


def main() -> int:
    """Read them with each in turn; the ratio is the median of the pairs'."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--samples", type=Path, default=SAMPLES, help="a folder of photographs")
    parser.add_argument("--read", type=Path, help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.read:
        return read_all(chosen.read)
    exiftool = shutil.which("exiftool")
    if exiftool is None:
        print("exiftool is missing (Debian: libimage-exiftool-perl)", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "many"
        what = mix(folder, chosen.samples)
        library = [sys.executable, __file__, "--read", folder]
        command = [BIN / "cutline", "metadata", "--format", "json", folder]
        judge = [exiftool, "-q", "-json", "-r", folder]
        mine, peer, ratio = paired(lambda: cost(library), lambda: cost(judge), ROUNDS)
        whole, _, caged = paired(lambda: cost(command), lambda: cost(judge), 3)
        memory = told(library)
    print(f"{COUNT}: {what}; {memory[-1]['values']} values")
    row(f"all fields of {COUNT} photographs, CPU s: cutline.metadata.read", f"{mine:.2f}")
    row("the same: exiftool -json -r", f"{peer:.1f}")
    row("reading metadata, cutline / exiftool", f"{ratio:.3f}", "at most 0.05")
    row("the same: cutline metadata --format json, with its cage, CPU s", f"{whole:.1f}")
    row("the whole command / exiftool", f"{caged:.2f}")
    early, late = memory
    row(f"memory after {early['after']} photographs, MB", f"{early['megabytes']:.0f}")
    row(f"memory after {late['after']}, MB", f"{late['megabytes']:.0f}", "the same")
    return 0


if __name__ == "__main__":
    sys.exit(main())
