"""A story sets its quotation marks and apostrophes in one way.

Headline and text often come from the desk with curly marks, captions from a wire with straight
ones. Readers see it as a change of voice. Nobody is misled, so it is only mentioned, once for a
story. The desk's style (``quotes``) says what is right; where it is unset, the story's majority.

Asks::

    ---
    headline: The harbour’s new quay
    ---

    ![A crane swings a beam](crane.jpg)
    The port's "longest day" begins. [Ana Silva/AP]

    ![Men in helmets](men.jpg)
    The night shift's end at the port's gate. [Ana Silva/AP]

Passes::

    ---
    headline: The harbour’s new quay
    ---

    ![A crane swings a beam](crane.jpg)
    The port’s “longest day” begins. [Ana Silva/AP]

Fix: offered. All marks of the odd texts are set in the story's way; no word is touched.
Source: the trade.
"""

from collections.abc import Iterator

from cutline.check.analysis import Analysis, Words
from cutline.check.quotes import Kind
from cutline.check.rule import Rule
from cutline.check.typography import odd_marks, quote_style
from cutline.model import Edit, Finding, Fix, Place, Severity, Span

RULE = Rule("TXT009", "quote-style-drift", Severity.INFO, since="0.1")


def check(analysis: Analysis) -> Iterator[Finding]:
    """Mention the first text whose marks are all of another kind than the story's."""
    style = quote_style(analysis)
    if style is None:
        return
    odd = [
        (words, marks)
        for words in analysis.texts
        if words.place.field != "credit" and (marks := odd_marks(words.text, style))
    ]
    odd = [(words, marks) for words, marks in odd if not any(map(words.coded, _spans(marks)))]
    if odd:
        yield _finding(analysis, style, odd)


def _spans(marks: tuple[tuple[int, str], ...]) -> Iterator[Span]:
    return (Span(at, at + 1) for at, _ in marks)


def _finding(
    analysis: Analysis, style: Kind, odd: list[tuple[Words, tuple[tuple[int, str], ...]]]
) -> Finding:
    first, marks = odd[0]
    other = "curly" if style == "straight" else "straight"
    asked = analysis.proof.house.style.quotes
    whose = "the desk’s style is" if asked else "most of the story is"
    texts = "one text has" if len(odd) == 1 else f"{len(odd)} texts have"
    message = f"{texts} {other} quotation marks or apostrophes{first.origin}, {whose} {style}"
    edits = tuple(
        Edit(Place(words.place.photo, words.place.field, span), sign)
        for words, found in odd
        if words.mendable
        for span, (_, sign) in zip(_spans(found), found, strict=True)
    )
    at = marks[0][0]
    return RULE.at(
        Place(first.place.photo, first.place.field, Span(at, at + 1)),
        message,
        hint=f"set them {style}",
        text=first.text[at],
        fix=Fix(False, edits) if edits else None,
    )
