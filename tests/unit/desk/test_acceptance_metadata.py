"""``cutline metadata``, the real program in its cage, over files that mean harm."""

import hashlib
import json
import os
import re
import struct
import subprocess
import sys
import zlib
from dataclasses import dataclass
from pathlib import Path

import pytest

from cutline import metadata
from cutline.cage import Cage, Call, Done
from unit.desk.desks import SOURCE
from unit.metadata import build

SECONDS, MEGABYTES = 2, 300
"""What one file may take: processor time, and resident memory of any one process."""


@dataclass(frozen=True)
class Told:
    """What the program read, what it refused and why, and how large its largest process was."""

    exit_code: int
    files: dict[str, dict[str, object]]
    refused: dict[str, str]
    stderr: str
    megabytes: float


MEASURE = """
import resource, subprocess, sys
code = subprocess.run(sys.argv[2:]).returncode
with open(sys.argv[1], "w") as file:
    print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, file=file)
sys.exit(code)
"""
"""A small parent: a process counts as large as the one it was forked from, and tests are large."""


def tell(folder: Path, *paths: Path) -> Told:
    """Run ``cutline metadata --format json`` in a process of its own.

    Args:
        folder: Where the measurement is left.
        paths: What to read.
    """
    words = [sys.executable, "-m", "cutline", "metadata", "--format", "json", *map(str, paths)]
    note = folder / "peak.txt"
    ended = subprocess.run(
        [sys.executable, "-I", "-c", MEASURE, note, *words],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(SOURCE)},
        timeout=300,
    )
    files = {row["path"]: row for row in json.loads(ended.stdout) if "error" not in row}
    said = re.findall(r"^cutline: (“([^”\n]+)” .+)$", ended.stderr, re.MULTILINE)
    refused = {path: sentence for sentence, path in said}
    peak = int(note.read_text()) / 1024
    return Told(ended.returncode, files, refused, ended.stderr, peak)


def is_sentence(text: object) -> bool:
    """One line, of words, without Python in it."""
    told = str(text)
    return (
        len(told) > 10 and "\n" not in told and "Error" not in told and "cutline fail" not in told
    )


@pytest.fixture
def hostile(samples) -> list[Path]:
    """Every file that once crashed a decoder, under its own name."""
    return sorted(path for path in (samples / "4-hostile").rglob("*") if path.is_file())


@pytest.mark.shared
def test_every_hostile_file_ends_in_a_result_or_a_sentence(hostile, tmp_path):
    """All in one run: nothing is fatal, nothing large, nothing speaks of Python."""
    told = tell(tmp_path, *hostile)

    assert told.exit_code == 2
    assert told.files.keys() | told.refused.keys() == {str(path) for path in hostile}
    assert not told.files.keys() & told.refused.keys()
    assert "Traceback" not in told.stderr
    assert len(told.files) > 20
    for path, sentence in told.refused.items():
        assert is_sentence(sentence), (path, sentence)
    assert told.megabytes < MEGABYTES


def children() -> set[int]:
    """Processes of this one."""
    found = Path("/proc/self/task").glob("*/children")
    return {int(pid) for path in found for pid in path.read_text().split()}


def spent(pid: int) -> float:
    """Seconds of processor time of a process so far."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def peak(pid: int) -> float:
    """Largest resident memory of a process so far, MB."""
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024


@pytest.mark.shared
@pytest.mark.skipif(sys.platform != "linux", reason="what a worker takes is read from /proc")
def test_no_hostile_file_takes_long_or_much(hostile):
    """Each by itself, in one worker: its processor time, and the worker's memory at the end."""
    before = children()
    slow, times = [], []
    with Cage([metadata.READ_TASK], workers=1) as cage:
        cage.run(Call(metadata.READ_TASK, blobs=[build.jpeg()]))
        (worker,) = children() - before
        for path in hostile[:190]:  # a worker is renewed after 200
            began = spent(worker)
            outcome = cage.run(Call(metadata.READ_TASK, blobs=[path.read_bytes()]))
            assert isinstance(outcome, Done), (path, outcome)
            times.append(spent(worker) - began)
            if times[-1] > SECONDS:
                slow.append((path.name, times[-1]))
        largest = peak(worker)
    print(f"{len(times)} files: slowest {max(times):.2f} s, worker {largest:.0f} MB")
    assert slow == []
    assert largest < MEGABYTES


def large_xmp() -> bytes:
    """A packet of 64 MB."""
    filling = b"<rdf:li>" + b"fire " * 200 + b"</rdf:li>"
    body = (
        b"<dc:subject><rdf:Bag>"
        + filling * ((64 << 20) // len(filling))
        + b"</rdf:Bag></dc:subject>"
    )
    return build.xmp("@").replace(b"@", body)


def extended(packet: bytes) -> bytes:
    """A JPEG with this as its ExtendedXMP, in segments of 64 KB."""
    name = hashlib.md5(packet).hexdigest().upper().encode()
    header = b"http://ns.adobe.com/xmp/extension/\0" + name + struct.pack(">I", len(packet))
    step = 65_400
    parts = [
        build.segment(0xE1, header + struct.pack(">I", at) + packet[at : at + step])
        for at in range(0, len(packet), step)
    ]
    main = build.app1_xmp(build.xmp("", f'xmpNote:HasExtendedXMP="{name.decode()}"'))
    return build.jpeg(main, *parts)


def test_a_packet_of_64_megabytes_is_refused(tmp_path):
    """In the extension of a JPEG, in a PNG plain and packed, in a tag of a TIFF."""
    packet = large_xmp()
    keyword = b"XML:com.adobe.xmp\0"
    made = {
        "extended.jpg": extended(packet),
        "plain.png": build.png((b"iTXt", keyword + b"\0\0\0\0" + packet)),
        "packed.png": build.png((b"iTXt", keyword + b"\1\0\0\0" + zlib.compress(packet, 1))),
        "tag.tif": build.tiff({256: 8, 257: 6, 700: packet}),
    }
    for name, data in made.items():
        (tmp_path / name).write_bytes(data)
    told = tell(tmp_path, *(tmp_path / name for name in made))

    assert told.exit_code == 2
    assert set(told.refused) == {str(tmp_path / name) for name in made}
    for sentence in told.refused.values():
        assert "carries more than 8 MB of metadata" in sentence
    assert told.megabytes < MEGABYTES


LAUGHS = "".join(
    f'<!ENTITY l{at} "{f"&l{at - 1};" * 10}">' if at else '<!ENTITY l0 "lol">' for at in range(12)
)
ENTITIES = {
    "laughs": (f"<!DOCTYPE x [{LAUGHS}]>", "&l11;"),
    "external": ('<!DOCTYPE x [<!ENTITY e SYSTEM "file:/etc/passwd">]>', "&e;"),
    "parameter": ('<!DOCTYPE x [<!ENTITY % p SYSTEM "http://127.0.0.1:9/x.dtd"> %p;]>', "x"),
    "outside": ('<!DOCTYPE x SYSTEM "file:/etc/passwd">', "x"),
}


def test_entities_are_refused(tmp_path):
    """A document type is a problem that is said; nothing in it is read, near or far."""
    keyword = b"XML:com.adobe.xmp\0\0\0\0\0"
    for name, (declared, used) in ENTITIES.items():
        body = f"<photoshop:Headline>{used}</photoshop:Headline>"
        for coded in ("utf-8", "utf-16"):
            packet = (declared + build.xmp(body).decode()).encode(coded)
            made = {
                "jpg": build.jpeg(build.app1_xmp(packet)),
                "png": build.png((b"iTXt", keyword + packet)),
                "webp": build.webp((b"XMP ", packet)),
                "tif": build.tiff({256: 8, 257: 6, 700: packet + b"\0"}),
            }
            for kind, data in made.items():
                (tmp_path / f"{name}-{coded}.{kind}").write_bytes(data)
    told = tell(tmp_path, *sorted(tmp_path.glob("*-*.*")))

    assert told.exit_code == 0
    assert len(told.files) == 4 * 2 * len(ENTITIES)
    for path, row in told.files.items():
        assert (row["fields"], row["problems"]) == ({}, ["xmp-doctype"]), path
    assert told.megabytes < MEGABYTES
