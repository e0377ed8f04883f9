"""Stories in JSON, read as the copy desk does.

Kept apart from stories in files: a content system asks once for each story, so this loads no
parser of Markdown or pages, no reader of photographs and no workers.
"""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from cutline.check import run
from cutline.check.report import Report
from cutline.desk.choosing import settled
from cutline.desk.files import MOST_JSON, read_file, read_standard_input
from cutline.desk.proofing import proof_of
from cutline.model import House, ReadError
from cutline.wire import Item, story_rows

_JSON = frozenset((".json", ".jsonl", ".ndjson"))


def is_json(path: Path) -> bool:
    """Whether ``path`` is read as stories in JSON."""
    return path.suffix.casefold() in _JSON


def check_json(text: str, named: str, house: House, now: datetime) -> Iterator[Report | ReadError]:
    """Read stories from JSON or JSON lines: a report on each, or why it cannot be read.

    Raises:
        ReadError: there is no story in it; the sentence says what is wrong with the first.
    """
    house = settled(house)
    unread: list[ReadError] = []
    stories = 0
    for row in story_rows(text, named):
        try:
            report = report_item(row.item(), named, house, now)
        except ReadError as error:
            unread.append(error)
            continue
        stories += 1
        yield from unread
        unread.clear()
        yield report
    if unread and not stories:
        raise unread[0]
    yield from unread


def report_item(item: Item, named: str, house: House, now: datetime) -> Report:
    """What the copy desk says of a story that came as JSON; the house is settled."""
    proof = proof_of(item.story, item.photographs, now, house)
    return Report(item.id, named, proof, run(proof))


def read_json_text(path: Path) -> str:
    """The text of a JSON source; ``-`` is standard input.

    Raises:
        ReadError: it cannot be read or is not UTF-8.
    """
    if str(path) == "-":
        raw = read_standard_input(MOST_JSON, "split it")
    else:
        raw = read_file(path, MOST_JSON, "split it")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ReadError(f"“{path}” is not UTF-8 (byte {error.start})") from error
