"""Days and times as front matter writes them."""

import re
from datetime import datetime

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def is_moment(written: str) -> bool:
    """Whether machines can read it: ``2026-01-31``, perhaps with a time (ISO 8601)."""
    try:
        datetime.fromisoformat(written)
    except ValueError:
        return False
    return _DAY.match(written) is not None
