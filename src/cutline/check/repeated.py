"""Which of several like texts is the one to keep."""

from collections.abc import Sequence

_CUT_SHORT = (",", ";", ":", "…", "...", "(", "–", "-")


def model_of(texts: Sequence[str]) -> int:
    """Index of the text that the others repeat: the first that is not cut short."""
    for index, text in enumerate(texts):
        if not text.rstrip().endswith(_CUT_SHORT):
            return index
    return 0
