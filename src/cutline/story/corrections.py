"""``corrections:`` in the front matter: what was wrong, and when that was said.

A list of texts, each with its day before a colon, or of maps from a day to a text::

    corrections:
      - "2024-05-03: The ferry has run since 1931, not 1913."
      - 2024-05-04: The captain’s name is Maria Lopes.
"""

import re
from collections.abc import Iterator, Sequence

import yaml

_DATED = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d(?:[T ][0-9:.+Z-]{4,30})?):\s+(?P<words>\S.*)", re.DOTALL
)

HINT = 'write "2024-05-03: The ferry has run since 1931, not 1913."'


def entries(events: Sequence[yaml.Event]) -> Iterator[tuple[yaml.ScalarEvent, str, str]]:
    """Each correction as its event, its day and its words; the day is empty where none is said."""
    key: yaml.ScalarEvent | None = None
    inside: list[bool] = []
    for event in events:
        if isinstance(event, yaml.CollectionStartEvent):
            inside.append(isinstance(event, yaml.MappingStartEvent))
        elif isinstance(event, yaml.CollectionEndEvent):
            inside.pop()
        elif not isinstance(event, yaml.ScalarEvent):
            continue
        elif inside and inside[-1] and key is None:
            key = event
        elif key is not None:
            yield key, str(key.value).strip(), str(event.value).strip()
            key = None
        else:
            said = _DATED.fullmatch(str(event.value).strip())
            day, words = (said["day"], said["words"]) if said else ("", str(event.value).strip())
            yield event, day, words
