"""One checked story, ready to be shown."""

from typing import NamedTuple

from cutline.check.engine import ungroup
from cutline.check.fields import located
from cutline.model import Finding, Proof


class Report(NamedTuple):
    """What the copy desk says of one story.

    Attributes:
        id: The item's id in a JSON-lines source, else the story's name.
        path: The file as the user named it; ``-`` for standard input.
        proof: What was read.
        findings: As ``run`` gave them, grouped by cause.
        source: The story's file, where lines and columns are counted; empty for JSON.
        notices: What of the source could not be read, a sentence each.
        known: How many findings were left out, as a baseline had them.
    """

    id: str
    path: str
    proof: Proof
    findings: tuple[Finding, ...]
    source: str = ""
    notices: tuple[str, ...] = ()
    known: int = 0


def parted(report: Report) -> tuple[Finding, ...]:
    """Each place of each finding as a finding of its own, with its line where there is one."""
    findings = ungroup(report.findings, report.proof)
    return located(findings, report.proof, report.source) if report.source else findings


def whole(report: Report) -> tuple[Finding, ...]:
    """The findings grouped by cause, with their lines where there are any."""
    if not report.source:
        return report.findings
    return located(report.findings, report.proof, report.source)
