"""Somebody who knows a few parties, as the desk's own reader does."""

_KNOWN = ("afp", "ap", "reuters", "getty", "dpa", "example press")


def is_credit(words: str) -> bool:
    """Whether a known party stands in short words that a separator parts, or alone."""
    parts = [part.strip().lower() for part in words.replace("|", "/").split("/")]
    return len(words) <= 100 and any(part.startswith(_KNOWN) and len(part) < 20 for part in parts)
