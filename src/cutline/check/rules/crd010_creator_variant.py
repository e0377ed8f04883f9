"""One person's name is spelt in one way throughout a story.

One of the two spellings is wrong, and somebody is credited under a name that is not theirs.
Asked of names that differ by one letter of a long word, or by an accent; ``Anna`` and
``Anne`` are two people.

Asks::

    ![Cars queue at a pump](queue.jpg)
    Drivers wait for petrol. [Nelson Almeida/AFP]

    ![A man fills a can](can.jpg)
    Some bring cans along. [Nelson Almedia/AFP]

Passes::

    ![Cars queue at a pump](queue.jpg)
    Drivers wait for petrol. [Nelson Almeida/AFP]

    ![A man fills a can](can.jpg)
    Some bring cans along. [Nelson Almeida/AFP]

Fix: offered, where one spelling is used more often.
Source: IPTC Photo Metadata Standard, Creator.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from cutline.check.analysis import Analysis
from cutline.check.credits import Credited, credits
from cutline.check.rule import Rule
from cutline.credit import CreditPart, fold, same_name, spelt_otherwise
from cutline.model import Finding, Severity

RULE = Rule("CRD010", "creator-variant", Severity.WARNING, since="0.1")

_Use = tuple[Credited, CreditPart]
_BUCKET = 4
_WORDS = 6


def check(analysis: Analysis) -> Iterator[Finding]:
    """Find names of creators that are all but the same."""
    uses: dict[str, list[_Use]] = defaultdict(list)
    for credited in analysis.of(credits):
        for part in credited.of("creator"):
            if " " in part.text:
                uses[part.text.casefold()].append((credited, part))
    for one, other in _pairs(uses):
        many, few = sorted((uses[one], uses[other]), key=len, reverse=True)
        for credited, part in few:
            yield _finding(credited, part, many[0][1].text, sure=len(many) > len(few))


def _pairs(names: dict[str, list[_Use]]) -> Iterator[tuple[str, str]]:
    """Names one word apart; looked up by what is left without that word."""
    buckets: dict[tuple[str, ...], list[str]] = defaultdict(list)
    seen: Counter[frozenset[str]] = Counter()
    for name in names:
        for key in _keys(fold(name).split()):
            for other in buckets[key]:
                pair = frozenset((name, other))
                seen[pair] += 1
                if seen[pair] == 1 and _variants(other, name):
                    yield other, name
            if len(buckets[key]) < _BUCKET:
                buckets[key].append(name)


def _keys(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    if len(words) <= _WORDS:
        for at in range(len(words)):
            yield (str(at), *words[:at], "", *words[at + 1 :])


def _variants(one: str, other: str) -> bool:
    """True for a slip, or one name with and without its accents; capitals do not count."""
    if spelt_otherwise(one, other):
        return True
    accents = one.isascii() != other.isascii() or fold(one) == fold(other)
    return accents and same_name(one, other) and _letters(one) != _letters(other)


def _letters(name: str) -> list[str]:
    return sorted(c for c in name if c.isalpha())


def _finding(credited: Credited, part: CreditPart, usual: str, *, sure: bool) -> Finding:
    origin = credited.frame.credit.origin
    return RULE.at(
        credited.place(part.span),
        f"“{part.text}” is spelt “{usual}” in another credit of this story{origin}",
        hint="find out how the name is spelt, and write it so throughout",
        text=part.text,
        fix=credited.offered([(part.span, usual)]) if sure else None,
    )
