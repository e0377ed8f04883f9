"""Findings as SARIF 2.1.0, for code hosts and editors that show them beside the text.

Source: OASIS SARIF Version 2.1.0. Columns are code points (3.14.17 columnKind); a blocker is
an ``error`` whose rank says that nothing is graver (3.27.25).
"""

import json
from collections.abc import Iterable, Mapping
from pathlib import PurePath

from cutline import __version__
from cutline.check import allowing
from cutline.check.registry import registry
from cutline.check.report.identity import fingerprint, spot
from cutline.check.report.report import Report, parted
from cutline.model import Finding, Severity

Json = dict[str, object]

_LEVELS = {
    Severity.BLOCKER: "error",
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "note",
}
_RANKS = {
    Severity.BLOCKER: 100.0,
    Severity.ERROR: 75.0,
    Severity.WARNING: 50.0,
    Severity.INFO: 10.0,
}
_UNRESERVED = frozenset(
    b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/"  # and the slash
)
"""Bytes that a path has as they are (RFC 3986, 2.3)."""
SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)


def as_sarif(reports: Iterable[Report]) -> str:
    """All stories as one SARIF log with one run."""
    results: list[Json] = []
    rules: dict[str, Finding] = {}
    for report in reports:
        for finding in parted(report):
            rules.setdefault(finding.code, finding)
            results.append(_result(finding, report))
    driver = {
        "name": "cutline",
        "semanticVersion": __version__,
        "rules": [_rule(finding) for _, finding in sorted(rules.items())],
    }
    indices = {code: index for index, code in enumerate(sorted(rules))}
    for result in results:
        result["ruleIndex"] = indices[str(result["ruleId"])]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2)


def _rule(finding: Finding) -> Json:
    """A rule as its page has it; a slip of the story's text has its name alone."""
    entry = registry().get(finding.code)
    pages = {rule.code: page for rule, page in allowing.PAGES.items()}
    page = entry.page if entry else pages.get(finding.code, finding.name)
    severity = entry.rule.severity if entry else finding.severity
    return {
        "id": finding.code,
        "name": "".join(word.capitalize() for word in finding.name.split("-")),
        "shortDescription": {"text": " ".join(page.split("\n\n")[0].split())},
        "fullDescription": {"text": page},
        "help": {"text": f"cutline explain {finding.code}"},
        "defaultConfiguration": {"level": _LEVELS[severity]},
    }


def _result(finding: Finding, report: Report) -> Json:
    message = f"{finding.message}; {finding.hint}" if finding.hint else finding.message
    return {
        "ruleId": finding.code,
        "level": _LEVELS[finding.severity],
        "rank": _RANKS[finding.severity],
        "message": {"text": message},
        "locations": [_location(finding, report)],
        "partialFingerprints": {"cutline/v1": fingerprint(report.id, finding)},
    }


def _location(finding: Finding, report: Report) -> Json:
    physical: Json = {"artifactLocation": {"uri": _uri(report.path)}}
    if finding.line is not None and finding.column is not None:
        region: Json = {"startLine": finding.line, "startColumn": finding.column}
        if finding.text:
            region["snippet"] = {"text": finding.text}
        physical["region"] = region
    named = f"{report.id}:{spot(finding)}"
    logical: list[Mapping[str, object]] = [{"fullyQualifiedName": named, "kind": "member"}]
    return {"physicalLocation": physical, "logicalLocations": logical}


def _uri(path: str) -> str:
    """A path as a relative reference (RFC 3986); an absolute one as a ``file`` URI."""
    if path == "-":
        return "stdin"
    whole = PurePath(path)
    raw = whole.as_posix().encode("utf-8", "surrogateescape")
    written = "".join(chr(byte) if byte in _UNRESERVED else f"%{byte:02X}" for byte in raw)
    return f"file://{written}" if whole.is_absolute() else written
