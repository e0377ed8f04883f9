"""Mending stories: what is safe at once, what is offered if a person says yes.

A mended text is read again, and again, until nothing safe is left: so mending twice changes
nothing. Words are changed where they stand; every other byte of a ``story.md`` stays.
"""

import stat
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from difflib import unified_diff
from pathlib import Path
from typing import TypeVar

from cutline import store
from cutline.check import mended, safe_edits, text_of
from cutline.check.report import Report
from cutline.desk.choosing import Choice, chosen
from cutline.desk.material import STORY_FILE, Material, read_text
from cutline.desk.reading import typed
from cutline.desk.sources import Source, words
from cutline.desk.stories import read_json_text, report_item
from cutline.model import Edit, Finding, Fix, House, ReadError, StoreError
from cutline.story import apply, parse, source_edits
from cutline.wire import Row, story_rows, with_rows

State = TypeVar("State")

_WRITABLE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH
"""A file without any of these was locked by somebody, even where the system would replace it."""

_ROUNDS = 10
"""One mended fault may uncover another; none uncovers ten."""


@dataclass(frozen=True, slots=True)
class Mended:
    """What mending came to.

    Attributes:
        difference: What it changes, as a unified diff; empty where it changes nothing.
        reports: What the copy desk says of it afterwards; of what stands, if nothing is kept.
        document: The mended text, where it came as JSON or on standard input; empty for a file.
    """

    difference: str
    reports: tuple[Report, ...]
    document: str = ""


@dataclass(frozen=True, slots=True)
class Offer:
    """A fix that a person decides on.

    Attributes:
        finding: What is asked.
        before, after: The field's words as they stand, and as they would be.
        others: How many further places the same fix changes.
    """

    finding: Finding
    before: str
    after: str
    others: int


Answer = Callable[[Offer], bool | None]
"""What a person says to an offer: yes, no, or None for no more questions."""


def mend(
    state: State,
    read: Callable[[State], Report],
    change: Callable[[State, Sequence[Edit]], State],
    answer: Answer | None = None,
) -> tuple[State, Report, Report]:
    """Apply what is safe, after what a person says yes to.

    Args:
        state: A story, in whatever form it is kept.
        read: What the copy desk says of a state.
        change: A state with edits applied.
        answer: Asked about each fix that is offered; None asks nobody.

    Returns:
        The mended state, the report on what stood before, and the one on the mended state.
    """
    first = report = read(state)
    if answer is not None:
        state = change(state, _accepted(report, answer))
        report = read(state)
    for _ in range(_ROUNDS):
        after = change(state, safe_edits(report.findings))
        if after == state:
            break
        state, report = after, read(after)
    return state, first, report


def _accepted(report: Report, answer: Answer) -> tuple[Edit, ...]:
    """The edits that a person says yes to, as if they were safe."""
    taken: list[Finding] = []
    for finding in report.findings:
        if finding.fix is None or finding.fix.safe:
            continue
        said = answer(_offer(finding, finding.fix, report))
        if said is None:
            break
        if said:
            taken.append(replace(finding, fix=replace(finding.fix, safe=True)))
    return safe_edits(taken)


def _offer(finding: Finding, fix: Fix, report: Report) -> Offer:
    first = next((e.place for e in fix.edits), finding.place)
    here = [e for e in fix.edits if (e.place.photo, e.place.field) == (first.photo, first.field)]
    before = text_of(report.proof, first)
    return Offer(finding, before, mended(before, here), len(fix.edits) - len(here))


def change_story(material: Material, edits: Sequence[Edit]) -> Material:
    """A story with edits applied to its text; every other byte stays.

    An edit whose words do not stand literally in the text is left out: it needs a person.
    """
    ways = source_edits(material.source, material.story, edits)
    if not ways:
        return material
    source = apply(material.source, ways)
    parsed = parse(source)
    return replace(material, source=source, story=parsed.story, slips=parsed.findings)


def difference(before: str, after: str, name: str) -> str:
    """What mending changes, as a unified diff; empty where it changes nothing."""
    if before == after:
        return ""
    lines = unified_diff(
        before.split("\n"), after.split("\n"), name, name, "as it is", "mended", lineterm=""
    )
    return "".join(f"{line}\n" for line in lines)


def mend_file(
    material: Material,
    read: Callable[[Material], Report],
    choice: Choice,
    answer: Answer | None,
    *,
    write: bool,
) -> Mended:
    """Mend a story where it lies.

    Raises:
        ReadError: there is no file to mend.
        StoreError: it changed meanwhile, or cannot be written.
    """
    if material.path is None:
        raise ReadError(
            f"“{material.root}” has no {STORY_FILE} to mend",
            f"`cutline new {material.root}` writes one",
        )
    after, first, last = mend(
        material, lambda each: chosen(read(each), choice), change_story, answer
    )
    told = difference(material.source, after.source, str(material.path))
    if write and told:
        _write(material.path, material.source, after.source)
    return Mended(told, (last if write else first,))


def _write(path: Path, before: str, after: str) -> None:
    """Put the mended text where the story lies.

    Raises:
        StoreError: the story changed meanwhile, is not to be written to, or cannot be.
    """
    if not path.stat().st_mode & _WRITABLE:
        raise StoreError(
            f"“{path}” is read-only", "make it writable, or see what would change with --diff"
        )
    if read_text(path) != before:
        raise StoreError(f"“{path}” changed meanwhile", "run the command again")
    store.replace(path.resolve(), after.encode())


def mend_given(
    given: Source | Path,
    house: House,
    now: datetime,
    choice: Choice,
    answer: Answer | None,
    *,
    keep: bool,
) -> Mended:
    """Mend what is not a story's own file: what is mended is handed back, nothing is written.

    Args:
        given: Stories in JSON, or what came on standard input.
        house: The house style, settled.
        now: The instant of reading, with zone.
        choice: Which rules are asked.
        answer: As for ``mend``.
        keep: Whether the mended text is wanted; else the difference is only shown.

    Raises:
        ReadError: it is no story, or one that somebody else published.
    """
    if isinstance(given, Path):
        text, named = read_json_text(given), str(given)
        return _mend_document(text, named, house, now, choice, answer, keep=keep)
    if given.kind == "json":
        text = words(given).removeprefix("\ufeff")
        return _mend_document(text, given.name, house, now, choice, answer, keep=keep)
    if given.kind != "story":
        named = "standard input" if given.name == "-" else store.quoted(given.name)
        hint = f"make a story of it: `cutline import {given.name} --to FOLDER`"
        raise ReadError(f"{named} is what somebody published, and is not mended", hint)
    material, read = typed(words(given), house, now)
    after, first, last = mend(
        material, lambda each: chosen(read(each), choice), change_story, answer
    )
    told = difference(material.source, after.source, given.name)
    return Mended(told, (last if keep else first,), after.source)


def _mend_document(
    text: str,
    named: str,
    house: House,
    now: datetime,
    choice: Choice,
    answer: Answer | None,
    *,
    keep: bool,
) -> Mended:
    """Mend stories in JSON; the mended document is handed back."""

    def read(row: Row) -> Report:
        return chosen(report_item(row.item(), named, house, now), choice)

    before = list(story_rows(text, named))
    mended = [mend(row, read, Row.with_edits, answer) for row in before]
    whole = with_rows(text, before, (row for row, _, _ in mended))
    reports = tuple(last if keep else first for _, first, last in mended)
    return Mended(difference(text, whole, named), reports, whole)
