"""Capitals in a caption: where wires print restrictions once more, for those who see no other.

``… in Kyiv. (Photo by Ana SILVA / AFP) / RUSSIA OUT - NO ARCHIVES``. A walk out, a banner in
quotes and a caption that is all capitals restrict nothing.
"""

from collections.abc import Iterator

from cutline.model.regex import regex
from cutline.rights.tokens import LONGEST, Gap, Token, tokens

_LEAST = 6
"""Letters; ``AP`` and ``NASA`` are no sentence."""
_SMALL = regex("[a-z]+")


def capitals(text: str) -> Iterator[tuple[int, str]]:
    """Stretches of capitals that begin at the start of a clause: offset and words.

    Args:
        text: A caption. Only the end of a very long one is read.
    """
    base = max(0, len(text) - LONGEST)
    if not any(_is_long(between) for between in _SMALL.split(text[base:])):
        return
    run: list[Token] = []
    for token in tokens(text[base:], mend=False):
        if token.capital:
            if run or token.gap > Gap.NONE or token.start == 0:
                run.append(token)
            continue
        yield from _stretch(text, base, run)
        run = []
    yield from _stretch(text, base, run)


def _is_long(between: str) -> bool:
    """Whether what stands between small letters may be a stretch: most captions have none."""
    return len(between) >= _LEAST and sum(map(str.isalpha, between)) >= _LEAST


def _stretch(text: str, base: int, run: list[Token]) -> Iterator[tuple[int, str]]:
    if sum(len(token.word) for token in run if token.word.isalpha()) >= _LEAST:
        start, end = base + run[0].start, base + run[-1].end
        yield start, text[start:end]
