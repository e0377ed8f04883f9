"""What the copy desk said, as text for people and in the forms that programs read."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from cutline.check import fails as check_fails
from cutline.check.report import Report
from cutline.desk.terms import RefusalError
from cutline.model import Severity


class Form(NamedTuple):
    """How reports are shown.

    Attributes:
        name: ``text``, ``json``, ``jsonl``, ``sarif``, ``github`` or ``junit``.
        colour: Whether text is coloured.
        width: Cells in a line of text.
        group: Whether JSON keeps one cause in many places as one finding.
        level: From which severity on a finding fails, for JUnit.
    """

    name: str = "text"
    colour: bool = False
    width: int = 80
    group: bool = False
    level: str = "error"


def shown(reports: Iterable[Report], form: Form) -> Iterator[tuple[str, Report | None]]:
    """Each report with its text, as soon as it is there; a document is one, after the last.

    A document (JSON, SARIF, JUnit) comes with no report of its own, as there may be none in it.
    """
    single = _single(form)
    if single is None:
        listed = list(reports)
        yield from (("", report) for report in listed)
        yield _document(listed, form).rstrip("\n") + "\n", None
        return
    for number, report in enumerate(reports):
        between = "\n" if number and form.name == "text" else ""
        yield between + single(report), report


def _single(form: Form) -> Callable[[Report], str] | None:
    """What shows one report by itself; None for a form that is one document."""
    if form.name == "jsonl":
        from cutline.check.report.machine import as_json_line  # noqa: PLC0415 - one form is used

        return lambda report: as_json_line(report, group=form.group).rstrip("\n") + "\n"
    if form.name == "github":
        from cutline.check.report.github import as_github  # noqa: PLC0415

        return as_github
    if form.name == "text":
        return lambda report: _text(report, colour=form.colour, width=form.width)
    return None


def _document(reports: list[Report], form: Form) -> str:
    if form.name == "sarif":
        from cutline.check.report.sarif import as_sarif  # noqa: PLC0415

        return as_sarif(reports)
    if form.name == "junit":
        from cutline.check.report.junit import as_junit  # noqa: PLC0415

        return as_junit(reports, Severity[form.level.upper()])
    from cutline.check.report.machine import as_json  # noqa: PLC0415

    return as_json(reports, group=form.group)


def _text(report: Report, *, colour: bool, width: int) -> str:
    from cutline.check.report.people import as_text  # noqa: PLC0415 - it measures cells

    return as_text(report, colour=colour, width=width)


def refusal(error: RefusalError, *, colour: bool, width: int) -> str:
    """Why a story was not published: the findings, the photographs, then what to do."""
    parts = []
    if error.report.findings:
        parts.append(_text(error.report, colour=colour, width=width))
    if error.report.notices:
        parts.append("".join(f"! {notice}\n" for notice in error.report.notices))
    if error.unreadable:
        parts.append("".join(f"✗ {reason}\n" for reason in error.unreadable))
    hint = f"\n({error.hint})" if error.hint else ""
    return "\n".join([*parts, f"{error.message}{hint}"])


def fails(report: Report, level: str) -> bool:
    """Whether a finding is at or above the severity of this word."""
    return check_fails(report.findings, Severity[level.upper()])
