"""A rule's page, as ``cutline explain`` prints it."""

import re

from cutline.check.registry import Entry, registry
from cutline.model import ConfigError
from cutline.model.regex import regex

_LITERAL = regex(r"``([^`]{1,200})``")
_EXAMPLE = regex(r"::$", re.MULTILINE)
"""Mark-up of the pages, which are written for a site, too."""
_CODE = regex(r"([A-Z]{3})[ -]?(\d{1,4})", re.ASCII)


def find_rule(code: str) -> Entry:
    """The rule with this code (in any case) or this name.

    Raises:
        ConfigError: there is no such rule; the hint names the nearest ones.
    """
    asked = code.strip()
    entries = registry()
    if asked.upper() in entries:
        return entries[asked.upper()]
    for entry in entries.values():
        if entry.rule.name == asked.lower():
            return entry
    digits = _CODE.fullmatch(asked.upper())
    if digits and (whole := f"{digits[1]}{int(digits[2]):03}") in entries:
        raise ConfigError(f"there is no rule “{asked[:40]}”", f"did you mean {whole}?")
    from difflib import get_close_matches  # noqa: PLC0415 - only for a code that there is not

    known = [*entries, *(entry.rule.name for entry in entries.values())]
    near = get_close_matches(asked.upper(), known, 3) or get_close_matches(asked.lower(), known, 3)
    listed = "cutline explain lists all rules"
    hint = f"did you mean {' or '.join(near)}? {listed}" if near else listed
    raise ConfigError(f"there is no rule “{asked[:40]}”", hint)


def explain(code: str) -> str:
    """The page of a rule without mark-up: what it asks, why, examples, its fix and its source.

    Raises:
        ConfigError: there is no such rule.
    """
    entry = find_rule(code)
    rule = entry.rule
    title = f"{rule.code} {rule.name} ({rule.severity.word}, since {rule.since})"
    page = _EXAMPLE.sub(":", _LITERAL.sub(r"“\1”", entry.page))
    return f"{title}\n{'=' * len(title)}\n\n{page}\n"
