"""Findings as JUnit XML, which continuous integration of every make reads.

A story is a suite; each finding a test case that failed, or, below the level that stops, one
that passed with its words in ``system-out``. A story without findings has one that passed.
"""

from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement, tostring  # written here, never parsed

from cutline.check.report.identity import spot
from cutline.check.report.report import Report, parted
from cutline.model import Finding, Severity


def as_junit(reports: Iterable[Report], level: Severity = Severity.ERROR) -> str:
    """All stories as one document.

    Args:
        reports: The checked stories.
        level: From which severity on a finding is a failure.
    """
    suites = Element("testsuites", name="cutline check")
    for report in reports:
        findings = parted(report)
        failing = sum(finding.severity >= level for finding in findings)
        count = str(len(findings) or 1)
        suite = SubElement(
            suites, "testsuite", name=_plain(report.id), tests=count, failures=str(failing)
        )
        if not findings:
            SubElement(suite, "testcase", name="nothing to ask", classname=_plain(report.path))
        for finding in findings:
            _case(suite, finding, report, fails=finding.severity >= level)
    return tostring(suites, encoding="unicode", xml_declaration=False)


def _case(suite: Element, finding: Finding, report: Report, *, fails: bool) -> None:
    name = f"{finding.code} {finding.name}: {spot(finding)}"
    case = SubElement(suite, "testcase", name=_plain(name), classname=_plain(report.path))
    where = f"{report.path}:{finding.line}:{finding.column}\n" if finding.line else ""
    words = f"“{finding.text}”\n" if finding.text else ""
    body = _plain(f"{where}{words}{finding.hint}".strip())
    if fails:
        said = SubElement(case, "failure", type=finding.severity.word)
        said.set("message", _plain(finding.message))
        said.text = body
    else:
        SubElement(case, "system-out").text = _plain(f"{finding.message}\n{body}")


def _plain(text: str) -> str:
    """Without what XML 1.0 cannot hold (clause 2.2)."""
    return "".join(c if _holds(c) else "\ufffd" for c in text)


def _holds(c: str) -> bool:
    return c in "\t\n\r" or " " <= c <= "\ud7ff" or "\ue000" <= c <= "\ufffd" or c > "\uffff"
