"""Others' formats become a ``Story`` or a ``Photograph``.

Knows neither where they came from nor what becomes of them.
"""

from cutline.wire.story_json import Item, read_story_json

__all__ = ["Item", "read_story_json"]
