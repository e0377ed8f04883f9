"""Regular expressions that are compiled when they are first asked.

The rules know hundreds, and one story meets half of them: compiling all at the start of a check
took longer than asking them.
"""

import re
from functools import cached_property
from typing import Any, AnyStr, Generic, cast


def regex(source: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """What ``re.compile`` gives, for a constant of a module.

    Args:
        source: As ``re.compile`` takes it; a mistake in it shows when it is first asked.
        flags: The same.
    """
    return cast("re.Pattern[AnyStr]", _Later(source, flags))


class _Later(Generic[AnyStr]):
    """Stands for a pattern, and answers as it does."""

    def __init__(self, source: AnyStr, flags: int) -> None:
        self._asked: tuple[AnyStr, int] = source, flags

    @cached_property
    def compiled(self) -> re.Pattern[AnyStr]:
        return re.compile(*self._asked)

    def __getattr__(self, name: str) -> Any:
        """Reached once for each method: from then on it is the pattern's own."""
        method = getattr(self.compiled, name)
        setattr(self, name, method)
        return method
