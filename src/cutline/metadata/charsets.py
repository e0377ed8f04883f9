"""Which eight-bit character set a text without a label was most likely written in.

Three were used on picture desks: Windows-1252, Mac OS Roman (old Macs) and Windows-1251
(Cyrillic). A wrong one shows as capitals inside words, letters of two scripts in one word,
or symbols where letters belong; each such sign counts against it.
"""

_CHARSETS = ("cp1252", "mac_roman", "cp1251")
_SAMPLE = 20_000
_PRINT = frozenset("‘’“”„‚–—…«»‹›©®°·•§£€½¼¾¿¡ªº™†\xa0")


def guess(text: bytes) -> str:
    """The likeliest of the three; Windows-1252 where nothing speaks for another."""
    sample = text[:_SAMPLE]
    return max(_CHARSETS, key=lambda charset: _score(sample, charset))


def _score(sample: bytes, charset: str) -> int:
    """How much ``sample`` looks like prose when read in ``charset``."""
    text = f" {sample.decode(charset, 'replace')} "
    cyrillic = charset == "cp1251"
    score = 0
    for index in range(1, len(text) - 1):
        if text[index] > "\x7f":
            score += _sign(text[index - 1], text[index], text[index + 1], cyrillic)
    return score


def _sign(before: str, letter: str, after: str, cyrillic: bool) -> int:
    if letter == "\ufffd" or "\x80" <= letter < "\xa0":
        return -10
    if letter in _PRINT:
        return 1
    if not letter.isalpha() or letter in "ƒˆ˜ªºµﬁﬂıˇΩπ":
        return -3
    neighbours = [char for char in (before, after) if char.isalpha()]
    foreign = sum(char > "\x7f" for char in neighbours)
    plain = len(neighbours) - foreign
    misplaced = 3 if letter.isupper() and before.islower() else 0
    if cyrillic:
        return 2 * foreign - 3 * plain - misplaced
    return 2 * plain - 2 * foreign - misplaced - (0 if neighbours else 1)
