"""Applying safe fixes to the words of a proof; files are the desk's."""

from bisect import bisect_left
from collections.abc import Iterable

from cutline.model import Edit, Finding, Span


def safe_edits(findings: Iterable[Finding]) -> tuple[Edit, ...]:
    """The edits of all safe fixes, in order, each stretch of words edited once.

    Where two fixes want the same words, the first finding's is taken and the other waits
    for the next reading.
    """
    taken: dict[tuple[int | None, str], list[Edit]] = {}
    for finding in findings:
        if finding.fix is None or not finding.fix.safe:
            continue
        for edit in finding.fix.edits:
            held = taken.setdefault((edit.place.photo, edit.place.field), [])
            at = bisect_left(held, _start(edit), key=_start)
            if not any(_clash(edit, other) for other in held[max(0, at - 1) : at + 1]):
                held.insert(at, edit)
    return tuple(edit for held in taken.values() for edit in held)


def mended(text: str, edits: Iterable[Edit]) -> str:
    """``text`` with the edits of its own field applied; they do not overlap."""
    pieces: list[str] = []
    done = 0
    for edit in sorted(edits, key=_start):
        span = edit.place.span or Span(0, len(text))
        pieces += [text[done : span.start], edit.text]
        done = span.end
    return "".join([*pieces, text[done:]])


def _start(edit: Edit) -> tuple[int, int]:
    span = edit.place.span
    return (span.start, span.end) if span else (0, 0)


def _clash(a: Edit, b: Edit) -> bool:
    one, other = a.place.span, b.place.span
    if one is None or other is None:
        return True
    return one == other or (one.start < other.end and other.start < one.end)
