"""Where an alt text stops before its sentence does.

Systems cut alt texts at a number of letters, and people cut the wire's caption at a comma. A
cut shows in the last mark (a comma, an open bracket, an ellipsis), in a last word after which
something must come or which is only the beginning of one, or in the caption, where the same
words go on.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from cutline.check.alike import Folded, fold_text
from cutline.check.small_words import is_small, language_of, primary, small_words
from cutline.check.spelling import dictionary
from cutline.model import Span
from cutline.model.regex import regex

_TOKEN = regex(r"[^\W_]+(?:['’-][^\W_]+)*")
_ELLIPSIS = regex(r"\s*(?:[\[(]\s?)?(?:…|\.\.\.+)(?:\s?[\])])?(?:\s*\(?more\)?)?$")
_MARKS = {
    ",": "a comma",
    "،": "a comma",
    "、": "a comma",
    "，": "a comma",
    ";": "a semicolon",
    ":": "a colon",
    "(": "an open bracket",
    "[": "an open bracket",
    "{": "an open bracket",
    "“": "an open quote",
    "„": "an open quote",
    "«": "an open quote",
    "‘": "an open quote",
    "–": "a dash",
    "—": "a dash",
    "-": "a hyphen",
    "&": "an ampersand",
    "/": "a slash",
}
_ELIDED = regex(r"(?:[dlnscjm]|qu|jusqu|lorsqu|puisqu|dell|all|dall|nell|sull)[’']", re.IGNORECASE)
"""French and Italian words that lean on the next: ``entourée d’``."""
_BOTH_WAYS = frozenset("“„«‘")
"""Quotes that close in some language: open only where a blank stands before them."""
_RELATIVES = frozenset("that which who whom whose what where when how why".split())
_PASSIVES = frozenset("is are was were being been be get gets got".split())
_LOOKED = frozenset("at for to of".split())
"""What a passive leaves behind: looked at, cared for, spoken to, disposed of."""
_PRONOUNS = frozenset("i he she it they we you".split())
_ENTITY = regex(r"&#?\w{1,8};$")
_ADDRESS = frozenset(".@/_-")
_FEWEST = 3
_TAIL = 14
"""Words of an alt text's end in which a relative makes its last word whole."""
_PROOF = 3
"""Words before the cut that the caption must share to prove how it goes on."""
_SHORTEST = 3
"""Letters of a last word that is looked up."""
_ENDINGS = frozenset("s es e n en er em d ed r t i y o os as ов ы и у е".split())
"""What another form of the same word may have more: that is no half word."""
_PHRASAL = frozenset(
    "bring brought carry cave check cheer climb close come coming came crowd dig dive drop egg"
    " fall fell fill fly gaze get getting give go going went hand hang hold join jump keep lean"
    " live log look lure march mix move pass peer pile pitch plug pour press push put ride roll"
    " rush set settle sign sink squeeze step stream switch tag take taking took think throng toil"
    " try tuck tune turn urge usher walk watch wheel work zoom duck drag pull suck".split()
)
"""Verbs that take ``in``, ``on`` or ``under`` without a noun: looks on, joins in, goes under."""
_HAVING = frozenset("with without has have had wearing wears leaving left keep keeps".split())
"""Before a noun and ``on``: with a mask on."""
_PARTICIPLE = regex(r"\w+(?:ed|en|wn)$|held|led|hit|struck|made|built|shot|lit|swept")

_ATTRIBUTE = regex(r"[a-zäöüß]{2,}(?:en|em|er|es)")
_GOVERNING = frozenset("an auf in mit aus hinter neben zwischen über durch für gegen um im".split())
"""German prepositions after which an adjective waits for its noun: ``an langen``."""
_ARTICLES = frozenset("einem einen einer eines dem".split())
_WITHOUT_NOUN = frozenset(
    "oben unten innen außen hinten anderen anderem allen allem vielen vielem beiden wenigen einigen"
    " mehreren manchen ihnen denen deren dessen diesen diesem dieser jenen jenem jeder jedem wessen"
    " immer morgen gestern drinnen draußen drüben einander weitem weiter neuem kurzem langem"
    " ersten letzten meisten besten einzigen meinen seinen ihren"
    " unseren eigenen hunderten tausenden dutzenden vieren einem einen einer"
    " eines keinem keinen keiner".split()
)
"""What may end a sentence after one of them, or what other words tell."""


class Cut(NamedTuple):
    """An alt text that stops short.

    Attributes:
        span: The words on which it stops.
        on: What it stops on, for people: ``a comma``, ``“of”``.
        whole: The text made whole; empty where nothing tells how it goes on.
    """

    span: Span
    on: str
    whole: str = ""


def cut_short(text: str, caption: str, told: Folded, language: str) -> Cut | None:
    """Where ``text`` stops before its sentence does; None if it reads as whole.

    Args:
        text: An alt text without a credit.
        caption: The caption under the same photograph: it may say how the words go on.
        told: Its words.
        language: The story's; text that is plainly of another language is read as that.
    """
    body = text.rstrip()
    words = _TOKEN.findall(body)
    if not words:
        return None
    start = body.rfind(words[-1])
    last = Span(start, start + len(words[-1]))
    on = _mark(body) or _leaning(body, start)
    if on is not None:
        return _after_mark(body, words, last, on, caption, told)
    if last.end != len(body) or len(words) < 2 or body[start - 1] in _ADDRESS:
        return None
    whole = _half_word(body, caption, told)
    if whole or _unfinished(words, language, told):
        return Cut(last, "half a word", whole)
    if _wants_more(words, language, told) or _waits_for_a_noun(words, language, told):
        return Cut(last, f"“{words[-1]}”", _completed(body, caption, told))
    return None


def piece_of(text: str, told: Folded) -> bool:
    """True if ``text`` is the tail of a sentence of the caption: it begins in its middle.

    A last word or two may have been put behind it.
    """
    first = text.lstrip()[:1]
    piece = fold_text(text).words
    if not first.islower() or not _FEWEST <= len(piece) < len(told.words):
        return False
    same = max(_FEWEST, len(piece) - len(piece) // 5)
    for behind in _places(told.words, piece[:same]):
        begin = behind - same
        inside = begin > 0 and told.written[begin][0].islower()
        to_the_end = text.rstrip()[-1:] in ".!?" or told.words[begin:] == piece
        if inside and to_the_end:
            return True
    return False


def _mark(body: str) -> str | None:
    """What stands at the end where a text cannot end."""
    if _ELLIPSIS.search(body[-12:]):
        return "an ellipsis"
    mark = body[-1]
    if _ENTITY.search(body[-10:]) or not any(c.isspace() for c in body):
        return None
    if mark in _BOTH_WAYS and not body[-2:-1].isspace():
        return None
    return _MARKS.get(mark)


def _leaning(body: str, start: int) -> str | None:
    """The last word with its apostrophe, if it leans on a word that is not there."""
    inside = any(c.isspace() for c in body)
    return f"“{body[start:]}”" if inside and _ELIDED.fullmatch(body, start) else None


def _after_mark(
    body: str, words: Sequence[str], last: Span, on: str, caption: str, told: Folded
) -> Cut:
    end = last.end
    whole = _completed(body[:end], caption, told)
    if not whole and on in ("a comma", "a semicolon", "a dash") and len(words) >= _FEWEST:
        whole = body[:end] + body[end:].rstrip(",;–—،、， ")
    return Cut(Span(last.start, len(body)), on, whole)


def _unfinished(words: Sequence[str], language: str, told: Folded) -> bool:
    """True if the last word is none, and the beginning of one; only where there is a dictionary."""
    last = words[-1]
    if len(words) < _FEWEST or not (len(last) >= _SHORTEST and last.isalpha() and last.islower()):
        return False
    if last in told.words or last in words[:-1]:
        return False
    tongue = primary(language_of([*(word.lower() for word in words), *told.words], language))
    return not small_words(tongue).every.isdisjoint(words) and (
        _is_half(last, tongue) or _begins_a_told_word(last, told, tongue)
    )


def _begins_a_told_word(word: str, told: Folded, language: str) -> bool:
    """True for no word of its own that begins one of the caption: ``stagh`` of ``staghorn``."""
    rests = (other[len(word) :] for other in told.words if other.startswith(word))
    if len(word) <= _SHORTEST or not any(
        len(rest) >= _SHORTEST and rest not in _ENDINGS for rest in rests
    ):
        return False
    known = dictionary(language)
    return known is not None and not known.knows(word) and not known.knows(word.capitalize())


@lru_cache(maxsize=4096)
def _is_half(word: str, language: str) -> bool:
    """True for the beginning of a word that is none itself, as far as a dictionary knows."""
    known = dictionary(language)
    if known is None or not known.begins(word):
        return False
    bare = {word, word.removesuffix("s"), word.removesuffix("d")}
    if any(known.lists(each, 0) for each in bare):
        return False
    # asked last: it reads the whole dictionary
    return not (known.knows_at_once(word) or any(map(known.hears_of, bare)))


def _wants_more(words: Sequence[str], language: str, told: Folded) -> bool:
    """True if a phrase cannot end on the last word."""
    last = words[-1]
    if len(words) < _FEWEST or not is_small(last):
        return False
    lower = [word.lower() for word in words]
    tongue = language_of([*lower, *told.words], language)
    small = small_words(tongue)
    if last in small.unending:
        return not (last == "between" and lower[-2] == "in")
    if primary(tongue) != "en":
        return False
    if last in small.stranded:
        return not _left_behind(lower)
    if last in ("in", "on", "under"):
        return not (_phrasal(lower[-2]) or _HAVING & set(lower[-6:-2]) or _left_behind(lower))
    return last == "by" and bool(_PARTICIPLE.fullmatch(lower[-2]))


def _waits_for_a_noun(words: Sequence[str], language: str, told: Folded) -> bool:
    """True for a German adjective right behind a preposition: ``an langen``."""
    last, before = words[-1], words[-2].lower()
    article = before in _ARTICLES and last.endswith("en")
    if len(words) < _FEWEST or not (article or before in _GOVERNING) or last in _WITHOUT_NOUN:
        return False
    if _ATTRIBUTE.fullmatch(last) is None:
        return False
    lower = [word.lower() for word in words]
    return primary(language_of([*lower, *told.words], language)) == "de"


def _left_behind(words: Sequence[str]) -> bool:
    """True where a relative, a passive or an infinitive lets a preposition or verb stand last."""
    tail, last = words[-_TAIL:-1], words[-1]
    if _RELATIVES & set(tail):
        return True
    if _PRONOUNS & set(words[-3:-1]):
        return True
    infinitive = len(words) > 2 and words[-3] == "to"
    passive = last in _LOOKED and bool(_PASSIVES & set(tail[-3:]))
    return infinitive or passive


def _phrasal(word: str) -> bool:
    stems = {word, word.removesuffix("s"), word.removesuffix("es"), word.removesuffix("ed")}
    stems |= {word.removesuffix("ing"), word.removesuffix("ing") + "e", word.removesuffix("d")}
    doubled = word.removesuffix("ing")
    stems.add(doubled[:-1] if doubled[-1:] == doubled[-2:-1] else doubled)
    return bool(stems & _PHRASAL)


def _half_word(body: str, caption: str, told: Folded) -> str:
    """The text with the caption's word for its last half one, and what follows it there."""
    words = fold_text(body).words
    if len(words) <= _PROOF or words[-1] in told.words:
        return ""
    lead, half = words[-_PROOF - 1 : -1], words[-1]
    for at in _places(told.words, lead):
        if at == len(told.words) or not told.words[at].startswith(half):
            continue
        more = told.written[at][len(half) :]
        if more[:1].isupper() and not told.written[at].isupper():
            continue  # two words run together: ``CupCredit``
        if more not in _ENDINGS:
            return body[: -len(half)].rstrip() + _rest(caption, told, at)
    return ""


def _completed(body: str, caption: str, told: Folded) -> str:
    """The text with the rest of the caption's sentence, where its end stands in the caption."""
    words = fold_text(body).words
    if len(words) < _PROOF:
        return ""
    for at in _places(told.words, words[-_PROOF:]):
        rest = _rest(caption, told, at) if at < len(told.words) else ""
        if rest:
            return body + rest
    return ""


def _places(words: Sequence[str], run: Sequence[str]) -> list[int]:
    """Indices behind each place where ``run`` stands in ``words``."""
    length, run = len(run), tuple(run)
    return [
        at + length
        for at in range(len(words) - length + 1)
        if words[at] == run[0] and tuple(words[at : at + length]) == run
    ]


def _rest(caption: str, told: Folded, at: int) -> str:
    """What follows word number ``at - 1`` of the caption, up to the stop of its sentence.

    Nothing where that sentence is cut short as well.
    """
    start = 0
    for word in told.written[:at]:
        start = caption.find(word, start) + len(word)
        if start < len(word):
            return ""
    rest = caption[start:]
    end = re.search(r"[.!?…]+[\"”’»]?(?:\s|$)", rest)
    if end is None:
        return rest.rstrip()
    return "" if _ELLIPSIS.match(end.group().strip()) else rest[: end.start()]
