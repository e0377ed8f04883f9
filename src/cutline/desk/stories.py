"""Stories in JSON, read as the copy desk does.

Kept apart from stories in files: a content system asks once for each story, so this loads no
parser of Markdown or pages, no reader of photographs and no workers.
"""

import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from cutline.check import run
from cutline.check.report import Report
from cutline.desk.choosing import settled
from cutline.desk.proofing import proof_of
from cutline.model import House, ReadError
from cutline.wire import Item, read_story_json

_JSON = frozenset((".json", ".jsonl", ".ndjson"))
_MOST_JSON = 512 << 20


def is_json(path: Path) -> bool:
    """Whether ``path`` is read as stories in JSON."""
    return path.suffix.casefold() in _JSON


def check_json(text: str, named: str, house: House, now: datetime) -> Iterator[Report]:
    """Read stories from JSON or JSON lines, one report each.

    Raises:
        ReadError: the text is not story JSON; the sentence says where.
    """
    house = settled(house)
    return (report_item(item, named, house, now) for item in read_story_json(text, named))


def report_item(item: Item, named: str, house: House, now: datetime) -> Report:
    """What the copy desk says of a story that came as JSON; the house is settled."""
    proof = proof_of(item.story, item.photographs, now, house)
    return Report(item.id, named, proof, run(proof))


def read_json_text(path: Path) -> str:
    """The text of a JSON source; ``-`` is standard input.

    Raises:
        ReadError: it cannot be read or is not UTF-8.
    """
    try:
        if str(path) == "-":
            raw = sys.stdin.buffer.read(_MOST_JSON + 1)
        else:
            with path.open("rb") as file:
                raw = file.read(_MOST_JSON + 1)
    except OSError as error:
        raise ReadError(f"“{path}” cannot be read: {error.strerror}") from error
    if len(raw) > _MOST_JSON:
        raise ReadError(f"“{path}” has more than {_MOST_JSON >> 20} MB", "split it")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ReadError(f"“{path}” is not UTF-8 (byte {error.start})") from error
