"""Counting findings, and whether they stop."""

from collections import Counter
from collections.abc import Iterable, Mapping

from cutline.model import Finding, Severity

_ASKS = (
    (Severity.BLOCKER, "to stop"),
    (Severity.ERROR, "to fix"),
    (Severity.WARNING, "to look at"),
    (Severity.INFO, "to know"),
)


def counts(findings: Iterable[Finding]) -> Mapping[str, int]:
    """How many things are asked, by severity, gravest first; every place of a cause counts."""
    found = _found(findings)
    return {severity.word: found[severity] for severity in sorted(Severity, reverse=True)}


def fails(findings: Iterable[Finding], level: Severity = Severity.ERROR) -> bool:
    """True if any finding is as grave as ``level``: then ``cutline check`` exits with 1."""
    return any(finding.severity >= level for finding in findings)


def verdict(findings: Iterable[Finding], known: int = 0) -> str:
    """One line for people: ``2 to stop, 5 to fix, 9 to look at; 12 can be mended for you``.

    Args:
        findings: What is asked.
        known: How many more a baseline had, which are not asked again.
    """
    listed = list(findings)
    found = _found(listed)
    said = ", ".join(f"{found[grave]} {word}" for grave, word in _ASKS if found[grave])
    safe = (finding for finding in listed if finding.fix is not None and finding.fix.safe)
    mended = sum(1 + len(finding.places) for finding in safe)
    parts = [said or ("nothing new" if known else "nothing to ask")]
    if mended:
        parts.append(f"{mended} can be mended for you")
    if known:
        parts.append(f"{known} known in the baseline")
    return "; ".join(parts)


def _found(findings: Iterable[Finding]) -> Counter[Severity]:
    found: Counter[Severity] = Counter()
    for finding in findings:
        found[finding.severity] += 1 + len(finding.places)
    return found
