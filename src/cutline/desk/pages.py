"""The pages of rules and of slips in a story's text, for ``cutline explain``."""

from collections.abc import Iterator

from cutline import check
from cutline.check import allowing
from cutline.model import Severity
from cutline.story import PARSE_FINDINGS


def slips() -> Iterator[tuple[str, str, Severity, str]]:
    """What may be asked beside the rules: code, name, severity, page; by code."""
    for slip in PARSE_FINDINGS:
        yield slip.code, slip.name, slip.severity, " ".join(slip.page.split())
    for rule, page in allowing.PAGES.items():
        yield rule.code, rule.name, rule.severity, " ".join(page.split())


def explain(code: str) -> str:
    """A rule's page: what it asks, why, examples, its fix and its source.

    Raises:
        ConfigError: there is no such rule.
    """
    for known, name, severity, page in slips():
        if code.strip().casefold() in {known.casefold(), name}:
            title = f"{known} {name} ({severity.word})"
            return f"{title}\n{'=' * len(title)}\n\n{page}\n"
    return check.explain(code)


def contents() -> tuple[tuple[str, str, str, str], ...]:
    """Every code with its name, severity and first sentence."""
    rules = [
        (entry.rule.code, entry.rule.name, entry.rule.severity.word, entry.page.split("\n\n")[0])
        for entry in check.registry().values()
    ]
    others = [(code, name, severity.word, page) for code, name, severity, page in slips()]
    return tuple(
        (code, name, word, " ".join(page.split())) for code, name, word, page in (*rules, *others)
    )
