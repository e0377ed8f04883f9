"""No word stands twice in a row by mistake.

The eye jumps over ``the the`` at a line's end, the reader of a phone does not. Phrases of two
or three words are asked about as well. Doubles that grammar or habit makes are let pass: had
had, that that, nous nous vous vous, die die, Bora Bora, pom pom; and so are languages that
double words as a rule, and any double with a comma between.

Asks::

    ![A street of brick houses](street.jpg)
    Neighbours watch from the the pavement. [Ana Silva/AP]

Passes::

    ![A street of brick houses](street.jpg)
    The family had had no water since Walla Walla. [Ana Silva/AP]

Fix: safe for function words; offered for other words, for those that a verb may end in
(``handed in in May``), and for what somebody is quoted with.
Source: the trade.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from cutline.check.analysis import Analysis, Words
from cutline.check.doubled import Double, doubles
from cutline.check.quotes import quoted as marks
from cutline.check.rule import Rule
from cutline.check.tongues import primary, tongue
from cutline.model import Edit, Finding, Fix, Place, Severity

RULE = Rule("TXT004", "repeated-word", Severity.ERROR, since="0.1")


def check(analysis: Analysis) -> Iterator[Finding]:
    """Find doubled words and phrases in every text but the credits."""
    language = tongue(analysis.language)
    if language is None:
        return
    english = primary(analysis.language) == "en"
    for words in analysis.texts:
        if words.place.field == "credit":
            continue
        found = [
            double
            for double in doubles(words.text, language, english=english)
            if not words.coded(double.span)
        ]
        said = _quotations(words.text) if found else ()
        ends = [end for _, end in said]
        for double in found:
            at = bisect_left(ends, double.span.end)
            quoted = at < len(said) and said[at][0] < double.span.start
            yield _finding(words, double, quoted=quoted)


def _quotations(text: str) -> Sequence[tuple[int, int]]:
    """Where quotations begin and end, those inside others left out, in order."""
    pairs = sorted((first.at, last.at) for first, last in marks(text).pairs)
    outer: list[tuple[int, int]] = []
    for start, end in pairs:
        if not outer or end > outer[-1][1]:
            outer.append((start, end))
    return outer


def _finding(words: Words, double: Double, *, quoted: bool) -> Finding:
    """What is said twice; between quotation marks somebody may have stammered."""
    place = words.place
    said = double.span.cut(words.text)
    fix = None
    if words.mendable:
        edit = Edit(Place(place.photo, place.field, double.extra), "")
        fix = Fix(double.kind == "small" and not quoted, (edit,))
    what = "word" if len(said.split()) == 2 else "phrase"
    hint = "take one out" if double.kind == "small" else "take one out, unless both are meant"
    message = f"“{' '.join(said.split())}”{words.origin}: the same {what} stands twice"
    return RULE.at(
        Place(place.photo, place.field, double.span), message, hint=hint, text=said, fix=fix
    )
