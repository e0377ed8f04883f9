"""The pages of rules and of slips in a story's text, for ``cutline explain``."""

from cutline import check
from cutline.story import PARSE_FINDINGS


def explain(code: str) -> str:
    """A rule's page: what it asks, why, examples, its fix and its source.

    Raises:
        ConfigError: there is no such rule.
    """
    for slip in PARSE_FINDINGS:
        if code.strip().casefold() in {slip.code.casefold(), slip.name}:
            title = f"{slip.code} {slip.name} ({slip.severity.word})"
            return f"{title}\n{'=' * len(title)}\n\n{slip.page.strip()}\n"
    return check.explain(code)


def contents() -> tuple[tuple[str, str, str, str], ...]:
    """Every code with its name, severity and first sentence."""
    rules = [
        (entry.rule.code, entry.rule.name, entry.rule.severity.word, entry.page.split("\n\n")[0])
        for entry in check.registry().values()
    ]
    slips = [
        (slip.code, slip.name, slip.severity.word, slip.page.strip().split("\n\n")[0])
        for slip in PARSE_FINDINGS
    ]
    return tuple(
        (code, name, word, " ".join(page.split())) for code, name, word, page in (*rules, *slips)
    )
