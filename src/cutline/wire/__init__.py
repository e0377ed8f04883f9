"""Others' formats become a ``Story`` or a ``Photograph``.

Knows neither where they came from nor what becomes of them.
"""

from cutline.wire.story_json import Item, Row, read_story_json, story_rows, with_rows

__all__ = [
    "Item",
    "Row",
    "read_story_json",
    "story_rows",
    "with_rows",
]
