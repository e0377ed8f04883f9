"""No caption stands under two photographs.

One of them then describes the wrong picture: the commonest slip when a story is built by
copying. Captions count as the same if they differ in case, stops, quotes, one small word or
one letter of a long word; not if a name or a number differs. Headings of up to three words
and the two halves of a pair may repeat.

Asks::

    ![Firefighters sit on a kerb](one.jpg)
    Crews rest after the fire in the old port. [Ana Silva/AP]

    ![A boy carries a cage with two birds](two.jpg)
    Crews rest after the fire in the old port. [Ana Silva/AP]

Passes::

    ![Firefighters sit on a kerb](one.jpg)
    Crews rest after the fire in the old port. [Ana Silva/AP]

    ![A boy carries a cage with two birds](two.jpg)
    A boy saves two canaries from the fire. [Ana Silva/AP]

Fix: none.
Source: the trade.
"""

from collections.abc import Iterator

from cutline.check.alike import repeats, same_but_for_a_slip
from cutline.check.analysis import Analysis, Frame
from cutline.check.repeated import model_of
from cutline.check.rule import Rule
from cutline.model import Finding, Severity

RULE = Rule("CAP007", "duplicate-caption", Severity.ERROR, since="0.1")

_HEADING = 3


def check(analysis: Analysis) -> Iterator[Finding]:
    """Name every photograph whose caption another one has already."""
    texts = (
        (frame.shot.number, frame.caption_words)
        for frame in analysis.frames
        if len(frame.caption_words.words) > _HEADING
    )
    for group in repeats(texts, same_but_for_a_slip):
        frames = [analysis.frames[number] for number in group]
        if all(frame.shot.placement.layout == "pair" for frame in frames):
            continue
        keep = model_of([frame.caption.text for frame in frames])
        first = frames[keep].shot.number + 1
        for index, frame in enumerate(frames):
            if index != keep:
                yield _finding(frame, first)


def _finding(frame: Frame, first: int) -> Finding:
    message = f"the caption{frame.caption.origin} is that of photograph {first} again"
    hint = "write what this photograph shows"
    return RULE.at(Analysis.whole(frame.caption), message, hint=hint, text=frame.caption.text)
