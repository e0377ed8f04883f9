"""``translations:`` in the front matter: where the story stands in other languages."""

import re
from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

import yaml

_TAG = re.compile(r"[a-zA-Z]{2,3}(?:-[a-zA-Z0-9]{1,8}){0,4}")
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")

HINT = "write `translations: {de: working-name, fr: https://…}`"


def entries(events: Sequence[yaml.Event]) -> Iterator[tuple[yaml.Event, yaml.Event | None]]:
    """Each language with its value as the events of a map; None for what is no map of texts."""
    if not isinstance(events[0], yaml.MappingStartEvent):
        yield events[0], None
        return
    at = 1
    while at < len(events) - 1:
        key, value = events[at], events[at + 1]
        if not isinstance(key, yaml.ScalarEvent) or not isinstance(value, yaml.ScalarEvent):
            yield key, None
            return
        yield key, value
        at += 2


def wrong(tag: str, target: str) -> str:
    """Why an entry cannot be used, as a sentence; empty where it can."""
    if not _TAG.fullmatch(tag):
        return f"“{tag[:60]}” is not a language tag such as de or pt-BR"
    if _SLUG.fullmatch(target) or _is_web(target):
        return ""
    return f"“{target[:60]}” is neither the working name of a story nor a web address"


def _is_web(target: str) -> bool:
    try:
        parts = urlsplit(target)
    except ValueError:
        return False
    return parts.scheme == "https" and bool(parts.netloc) and not re.search(r"[\s\\<>\"]", target)
