"""Where a caption ends and its credit line begins: brackets, labels, and words that are known.

A square bracket at the end of a caption is a credit line by the custom of the trade. A round
one may as well say ``left``: there, and where neither bracket nor label stands, somebody who
knows the parties is asked.
"""

import re

from cutline.wire.received import IsCredit

_MOST = 300
"""Characters at the end of a caption in which a credit line is looked for."""

_PAIRS = {"]": "[", ")": "(", "］": "［", "）": "（", "】": "【"}
_OPENINGS = tuple(_PAIRS.values())
_SQUARE = "]］】"
_NOT_CREDITS = re.compile(
    r"(?:sic|image|photo|picture|foto|bild)?[\s\d/.,:;–-]*|sic|…|\.{3}", re.IGNORECASE
)
_NOUN = (
    r"photographs?|photographers?|photos?|pictures?|images?|composite|illustration|credits?"
    r"|fotos?|bild(?:er)?|bildquelle|quelle|crédits?(?:[ \u00a0]photos?)?|fotografías?|fotografias?"
    r"|imagen|imagem|fotografi|foto(?:graf|grafin|grafo|grafa)?|фото|źródło|fot\.|zdjęcie|kuva"
)
_LABEL = (
    rf"(?:©[ \u00a0]?)?(?:{_NOUN})"
    r"(?:[ \u00a0](?:credits?|source|courtesy))?"
)
_COLON = re.compile(rf"(?<![\w/])(?:{_LABEL})[ \u00a0\u202f]?:[ \u00a0]?(?=\S)", re.IGNORECASE)
_BY = re.compile(
    rf"(?<![\w/])(?:{_LABEL})[ \u00a0](?:by|par|por|von|av|af)[ \u00a0](?=\S)", re.IGNORECASE
)
_NAME = re.compile(
    r"[^\W\d_a-zß-ÿ][\w.'’-]*(?: (?:[^\W\d_a-zß-ÿ][\w.'’-]*|de|da|van|von|der|den|al)){1,4}"
)
"""A name in brackets after a full stop: nothing else stands there."""

_STOPS = (".", "!", "?", "…", "”", "»")
_MARK = re.compile(r"(?<!\w)(?:©|\([cC]\)(?= \w))")
_ENDED = re.compile(r"[.!?…:»”\"’')\]|–—][\"”’»)\]]*\s*$")
_GOES_ON = re.compile(r"[.!?…]\s+(?=[A-ZÀ-ÞА-Я“\"„«])")
_SENTENCES = re.compile(r"[.!?…»”\"][\"”’»)]*\s+|\s+[|]\s+|\s+—\s*")
_INITIALS = re.compile(r"\b(?:[A-ZÀ-ÞА-Я]|Jr|Sr|St|Dr|Mr|Mrs|Ms|fot)\.$")
_PARTS = re.compile(r"[/,;|&—–:]|\s-\s|\b(?:via|and|und|et|y|e|og|och|for|courtesy of)\b")
_PARTED = re.compile(r"[/|]|\bvia\b|^\S+(?:\s\S+)?$")
"""What a credit line without bracket and label has: a separator; or it is one body's name."""

_MOST_WORDS = 6
"""Words of one part of a credit line; a sentence has more."""

_LONGEST = 200


def cut_credit(text: str, is_credit: IsCredit) -> tuple[str, str]:
    """Part the words under a picture into caption and credit line.

    Args:
        text: What is printed under the picture.
        is_credit: Asked where the form alone does not say.

    Returns:
        The caption, and the credit line without its brackets but with its label; empty where
        there is none.
    """
    words = text.strip()
    square = words.rstrip(" .\u00a0")[-1:] in _SQUARE
    order = (_bracketed, _labelled, _known) if square else (_labelled, _bracketed, _known)
    for cut in order:
        at = cut(words, is_credit)
        if at is not None:
            credit = words[at[0] :].strip(" |\u00a0") if at[1] is None else at[1]
            return words[: at[0]].rstrip(" |\u00a0\t\n"), credit
    return words, ""


def without_brackets(text: str) -> str:
    """A credit line without one pair of brackets round the whole of it."""
    words = text.strip()
    body = words.rstrip(".").rstrip()
    if len(body) > 2 and body[-1] in _PAIRS and _opening(body, len(body) - 1) == 0:
        return body[1:-1].strip()
    return words


def is_credit_line(line: str, is_credit: IsCredit) -> bool:
    """Whether a whole line is nothing but a credit line."""
    caption, credit = cut_credit(line, is_credit)
    return bool(credit) and not caption


def _bracketed(text: str, is_credit: IsCredit) -> tuple[int, str] | None:
    body = text.rstrip(" .\u00a0")
    if not body or body[-1] not in _PAIRS:
        return None
    start = _opening(body, len(body) - 1)
    if start is None:
        return None
    inside = body[start + 1 : -1].strip()
    if not inside or len(inside) > _LONGEST or _NOT_CREDITS.fullmatch(inside):
        return None
    square = body[-1] in _SQUARE and (not inside[0].islower() or "/" in inside)
    label = _COLON.match(inside) or _BY.match(inside) or _MARK.match(inside)
    named = body[:start].rstrip().endswith(_STOPS) and _NAME.fullmatch(inside)
    return (start, inside) if square or label or named or is_credit(inside) else None


def _opening(text: str, close: int) -> int | None:
    """Where the bracket that closes at ``close`` opens; None if nowhere near."""
    sign, depth = text[close], 0
    for at in range(close, max(-1, close - _LONGEST - 2), -1):
        depth += (text[at] == sign) - (text[at] == _PAIRS[sign])
        if depth == 0:
            return at
    return None


def _labelled(text: str, is_credit: IsCredit) -> tuple[int, None] | None:
    """The first label in the last words after which no further sentence begins."""
    start = max(0, len(text) - _MOST)
    for pattern in (_COLON, _BY, _MARK):
        for match in pattern.finditer(text, start):
            rest = text[match.end() :]
            if len(rest) > _LONGEST or _sentences_follow(rest):
                continue
            if not (_like_names(rest) or is_credit(rest)):
                continue
            before = text[: match.start()].rstrip()
            if before.endswith(_OPENINGS):
                continue  # the bracket will be cut, label and all
            free = not before or _ENDED.search(before[-8:]) is not None
            apart = len(before) < match.start()
            if free or (pattern is not _BY and apart) or is_credit(rest):
                return match.start(), None
    return None


def _sentences_follow(rest: str) -> bool:
    """Whether another sentence begins in ``rest``; an initial or a title ends none."""
    return any(not _INITIALS.search(rest[: match.start() + 1]) for match in _GOES_ON.finditer(rest))


def _like_names(rest: str) -> bool:
    """Whether words could be names and bodies with separators between: no long run of words."""
    return all(len(part.split()) <= _MOST_WORDS for part in _PARTS.split(rest))


def _known(text: str, is_credit: IsCredit) -> tuple[int, None] | None:
    """Words after the last sentence that name known parties: ``… road. Ana Silva/AFP``."""
    start = max(0, len(text) - _LONGEST)
    cuts = [
        match.end()
        for match in _SENTENCES.finditer(text, start)
        if not _INITIALS.search(text[max(0, match.start() - 4) : match.start() + 1])
    ]
    for at in cuts[-3:]:
        rest = text[at:].strip()
        if rest and _PARTED.search(rest) and is_credit(rest.rstrip(".")):
            return at, None
    if len(text) <= _LONGEST and "/" in text and is_credit(text):
        return 0, None
    return None
