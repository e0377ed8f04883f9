"""An alt text is a whole phrase, not one that was cut off.

Systems cut it at a number of letters, or somebody copied the wire's caption up to a comma; who
listens waits for a rest that does not come. Asked where the text ends on a comma, an open
bracket, an ellipsis or a dash, on a word after which something must come (``a``, ``of``,
``und``, ``с``), in the middle of a word (the caption has it whole, or a dictionary knows only
words that begin so), or where it is the tail of a sentence of the caption. “Crowds look on”,
“where they come from” and “zieht den Mantel an” are whole.

Asks::

    ![Six firefighters sit on the kerb of a](fire.jpg)
    Crews rest after the fire. [Ana Silva/AP]

Passes::

    ![Six firefighters sit on the kerb as people look on](fire.jpg)
    Crews rest after the fire. [Ana Silva/AP]

Fix: offered where the caption has the same words and goes on, or where a comma is all that is
too much; otherwise none.
Source: WCAG 2.2, success criterion 1.1.1.
"""

from collections.abc import Iterator

from cutline.check.analysis import Analysis, Frame
from cutline.check.cut_short import Cut, cut_short, piece_of
from cutline.check.filenames import is_file_name
from cutline.check.rule import Rule
from cutline.check.told_twice import repeats_caption
from cutline.model import Edit, Finding, Fix, Place, Severity, Span

RULE = Rule("ALT004", "alt-truncated", Severity.ERROR, "0.1", frozenset({"TXT006"}))


def check(analysis: Analysis) -> Iterator[Finding]:
    """Look at how every alt text ends, and whether it begins in the middle of the caption.

    An alt text that is the caption is asked about as such: nobody should mend its end.
    """
    may_repeat = analysis.proof.house.style.alt == "may-repeat-caption"
    for frame in analysis.frames:
        text = _described(frame)
        if is_file_name(text) or (not may_repeat and repeats_caption(frame)):
            continue
        cut = cut_short(text, frame.caption.text, frame.caption_words, analysis.language)
        if cut is not None:
            yield _finding(frame, text, cut)
        elif piece_of(text, frame.caption_words):
            message = f"the alt text{frame.alt.origin} begins in the middle of the caption’s words"
            hint = "say what the picture looks like in a sentence of its own"
            yield RULE.at(Analysis.whole(frame.alt), message, hint=hint, text=frame.alt.text)


def _described(frame: Frame) -> str:
    """The alt text up to a credit at its end."""
    pasted, text = frame.alt_credit, frame.alt.text
    return text[: pasted.cut.start] if pasted and pasted.cut.end == len(text) else text


def _finding(frame: Frame, text: str, cut: Cut) -> Finding:
    number = frame.shot.number
    message = f"the alt text{frame.alt.origin} stops short, on {cut.on}"
    hint = "say the rest, or end the sentence before"
    fix = None
    if cut.whole and frame.alt.mendable:
        stretch = Place(number, "alt", Span(0, len(text.rstrip())))
        fix = Fix(False, (Edit(stretch, cut.whole),))
    place = Place(number, "alt", cut.span)
    return RULE.at(place, message, hint=hint, text=cut.span.cut(text), fix=fix)
