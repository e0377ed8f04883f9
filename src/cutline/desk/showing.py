"""What the copy desk said, as text for people and as JSON for programs."""

from collections.abc import Iterable, Iterator

from cutline.check import fails as check_fails
from cutline.check.report import Report, as_json, as_json_line, as_text
from cutline.desk.terms import RefusalError
from cutline.model import Severity


def shown(
    reports: Iterable[Report], form: str, *, colour: bool, width: int
) -> Iterator[tuple[str, Report | None]]:
    """Each report with its text, as soon as it is there; JSON is one array after the last.

    The array comes with no report of its own, as there may be none in it.

    Args:
        reports: What was read.
        form: ``text``, ``json`` or ``jsonl``.
        colour: Whether text is coloured.
        width: Cells in a line of text.
    """
    if form == "json":
        listed = list(reports)
        whole = as_json(listed).rstrip("\n") + "\n"
        yield from (("", report) for report in listed)
        yield whole, None
        return
    for number, report in enumerate(reports):
        if form == "jsonl":
            yield as_json_line(report).rstrip("\n") + "\n", report
        else:
            text = as_text(report, colour=colour, width=width)
            yield ("\n" if number else "") + text, report


def refusal(error: RefusalError, *, colour: bool, width: int) -> str:
    """Why a story was not published: the findings, the photographs, then what to do."""
    parts = []
    if error.report.findings:
        parts.append(as_text(error.report, colour=colour, width=width))
    if error.unreadable:
        parts.append("".join(f"✗ {reason}\n" for reason in error.unreadable))
    hint = f"\n({error.hint})" if error.hint else ""
    return "\n".join([*parts, f"{error.message}{hint}"])


def fails(report: Report, level: str) -> bool:
    """Whether a finding is at or above the severity of this word."""
    return check_fails(report.findings, Severity[level.upper()])
