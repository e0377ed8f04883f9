"""Findings for people: the verdict, then photograph by photograph, the worst first."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from cutline.check.fields import text_of
from cutline.check.mend import mended
from cutline.check.report.excerpt import Excerpt, excerpt, plain, wrap
from cutline.check.report.identity import shown_field
from cutline.check.report.report import Report, whole
from cutline.check.verdict import verdict
from cutline.model import Edit, Finding, Place, Proof, Severity, Span

_MARKS = {
    Severity.BLOCKER: "■",
    Severity.ERROR: "✗",
    Severity.WARNING: "!",
    Severity.INFO: "·",
}
_COLOURS = {
    Severity.BLOCKER: "1;31",
    Severity.ERROR: "31",
    Severity.WARNING: "33",
    Severity.INFO: "36",
}
_INDENT = "    "
_OF = {"target": ""}
_OTHERS = 40
"""Further places that are named; beyond them only their number is said."""


def as_text(report: Report, *, colour: bool = False, width: int = 80) -> str:
    """A checked story for a terminal or a log.

    Args:
        report: The checked story.
        colour: Whether to colour marks and codes; they are told apart without it.
        width: Cells in a line.

    Returns:
        Lines with a line break after each; the first two are title and verdict.
    """
    return "".join(f"{line}\n" for line in _lines(report, _Paint(colour), width))


class _Paint:
    """Colours, or none."""

    def __init__(self, on: bool) -> None:
        self._on = on

    def __call__(self, text: str, code: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self._on else text


def _lines(report: Report, paint: _Paint, width: int) -> Iterator[str]:
    title = plain(report.proof.story.headline.text.strip()) or report.id
    named = title if report.path in ("", title) else f"{title} ({report.path})"
    yield from (paint(line, "1") for line in wrap(named, width))
    yield verdict(report.findings, report.known)
    for photo, group in groupby(whole(report), key=lambda finding: finding.place.photo):
        yield ""
        yield paint(_heading(report.proof, photo), "1")
        for finding in sorted(group, key=lambda f: -f.severity):
            yield from _finding(finding, report, paint, width)


def _heading(proof: Proof, photo: int | None) -> str:
    if photo is None:
        return "Story"
    name = plain(proof.shots[photo].placement.target).rpartition("/")[2]
    return f"Photograph {photo + 1}, {name}" if name else f"Photograph {photo + 1}"


def _finding(finding: Finding, report: Report, paint: _Paint, width: int) -> Iterator[str]:
    mark = f"{_MARKS[finding.severity]} {finding.severity.word}"
    where = f"{plain(report.path)}:{finding.line}:{finding.column}" if finding.line else ""
    count = len(finding.places) + 1
    many = f" in {count} places" if count > 1 else ""
    head = f"  {paint(mark, _COLOURS[finding.severity])} {finding.code} {finding.name}{many}"
    yield f"{head}  {where}" if where and len(head) + len(where) < width else head
    inner = width - len(_INDENT)
    place = finding.place.field
    said = place == "target" or place.startswith("allow") or place in finding.message
    field = "" if said else f"{shown_field(finding.place)}: "
    yield from (_INDENT + line for line in wrap(f"{field}{finding.message}", inner))
    if finding.text and not (place == "target" and f"“{finding.text}”" in finding.message):
        yield from (_INDENT + line for line in _shown(finding, report.proof, inner))
    if finding.hint:
        first, *more = wrap(finding.hint, inner - 2)
        yield from (f"{_INDENT}→ {first}", *(f"{_INDENT}  {line}" for line in more))
    if finding.places:
        yield from (_INDENT + line for line in wrap(f"also: {_others(finding.places)}", inner))


def _shown(finding: Finding, proof: Proof, width: int) -> Iterator[str]:
    """The words, underlined; with a fix, as the old line and the new one."""
    edits = _edits_here(finding)
    inside = finding.place.span is not None or edits
    text = text_of(proof, finding.place) if inside else finding.text
    span = finding.place.span or Span(0, len(text))
    if not edits:
        shown = excerpt(text, span, width - 2)
        whole = (span.start, span.end) == (0, len(text))
        yield from _two(Excerpt(shown.line, "") if whole else shown, "  ")
        return
    yield from _two(excerpt(text, span, width - 2), "- ")
    new = mended(text, edits)
    grown = max(span.start, span.end + len(new) - len(text))
    yield f"+ {excerpt(new, Span(min(span.start, len(new)), min(grown, len(new))), width - 2).line}"


def _two(shown: Excerpt, sign: str) -> Iterator[str]:
    yield sign + shown.line
    if shown.under:
        yield "  " + shown.under


def _edits_here(finding: Finding) -> list[Edit]:
    if finding.fix is None:
        return []
    place, span = finding.place, finding.place.span
    same = [
        e for e in finding.fix.edits if (e.place.photo, e.place.field) == (place.photo, place.field)
    ]
    if span is None or not finding.places:
        return same
    spans = [(edit, edit.place.span) for edit in same]
    return [edit for edit, at in spans if at and at.start <= span.end and span.start <= at.end]


def _others(places: Sequence[Place]) -> str:
    """``alt of photographs 4, 5, 6; caption of photograph 11; headline``.

    Of a photograph as a whole its number is enough.
    """
    numbers: dict[str, list[str]] = {}
    for place in places[:_OTHERS]:
        held = numbers.setdefault(shown_field(place), [])
        if place.photo is not None and str(place.photo + 1) not in held:
            held.append(str(place.photo + 1))
    said = [
        f"{_OF.get(field, f'{field} of ')}photograph{'s' * (len(held) > 1)} {', '.join(held)}"
        if held
        else field
        for field, held in numbers.items()
    ]
    rest = len(places) - _OTHERS
    return "; ".join(said) + (f"; and {rest} more" if rest > 0 else "")
