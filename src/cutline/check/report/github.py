"""Findings as workflow commands of GitHub Actions: annotations beside the lines.

Source: GitHub Docs, “Workflow commands for GitHub Actions”.
"""

from collections.abc import Iterator

from cutline.check.report.identity import shown_field
from cutline.check.report.report import Report, parted
from cutline.model import Finding, Place, Severity

_COMMANDS = {
    Severity.BLOCKER: "error",
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "notice",
}


def as_github(report: Report) -> str:
    """One annotation a line for each place of each finding."""
    return "".join(f"{line}\n" for line in _lines(report))


def _lines(report: Report) -> Iterator[str]:
    for finding in parted(report):
        told = {"file": report.path, "title": f"{finding.code} {finding.name}"}
        if finding.line is not None and finding.column is not None:
            told |= {"line": str(finding.line), "col": str(finding.column)}
        properties = ",".join(f"{key}={_property(value)}" for key, value in told.items())
        yield f"::{_COMMANDS[finding.severity]} {properties}::{_data(_message(finding, report))}"


def _message(finding: Finding, report: Report) -> str:
    message = f"{finding.message}; {finding.hint}" if finding.hint else finding.message
    where = _where(finding.place)
    return f"{where}: {message}" if finding.line is not None else f"{report.id}, {where}: {message}"


def _where(place: Place) -> str:
    """A place as people count: from 1."""
    field = shown_field(place)
    return field if place.photo is None else f"photograph {place.photo + 1}, {field}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
