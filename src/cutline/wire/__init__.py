"""Others' formats become a ``Story`` or a ``Photograph``.

Knows neither where they came from nor what becomes of them.
"""

from cutline.wire.story_edits import printed, with_edits
from cutline.wire.story_json import Item, Row, is_lines, read_story_json, story_rows

__all__ = [
    "Item",
    "Row",
    "is_lines",
    "printed",
    "read_story_json",
    "story_rows",
    "with_edits",
]
