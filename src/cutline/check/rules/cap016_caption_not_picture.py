"""A caption tells of what its photograph shows.

Captions of a gallery drift into background: the reader looks at one thing and reads of another.
Only eyes can judge that; what can be compared is the wire's own caption in the file. Where
story and file are in one language and share no name and no longer word, it is mentioned.

Asks::

    ![Six firefighters sit on a kerb](fire.jpg)
    The council has put off its vote about new engines until autumn. [Ana Silva/AP]

    (fire.jpg says description: Exhausted firefighters rest on a kerb of the old port in Porto)

    (fire.jpg says copyrightNotice: © Ana Silva)

Passes::

    ![Six firefighters sit on a kerb](fire.jpg)
    Firefighters rest on the quay; the vote about new engines has been put off. [Ana Silva/AP]

    (fire.jpg says description: Exhausted firefighters rest on a kerb of the old port in Porto)

    (fire.jpg says copyrightNotice: © Ana Silva)

Fix: none.
Source: IPTC Photo Metadata Standard, Description (``dc:description``).
"""

from collections.abc import Iterator

from cutline.check.alike import Folded, fold_text
from cutline.check.analysis import Analysis, Frame
from cutline.check.rule import Rule
from cutline.check.small_words import language_of
from cutline.model import Finding, Photograph, Severity

RULE = Rule("CAP016", "caption-not-picture", Severity.INFO, since="0.1")

_FEWEST = 7
"""Words in either caption; fewer say too little to be compared."""
_LONG = 5
_STEM = 5
"""Letters by which two words count as one: ``firefighter``, ``firefighters``."""


def check(analysis: Analysis) -> Iterator[Finding]:
    """Compare captions of the story with the wire's own in the files."""
    for frame in analysis.frames:
        if frame.caption.origin or len(frame.caption_words.words) < _FEWEST:
            continue
        wire = fold_text(_description(frame))
        if len(wire.words) < _FEWEST or not _one_language(frame, wire, analysis.language):
            continue
        if not _marks(frame.caption_words) & _marks(wire):
            yield RULE.at(
                Analysis.whole(frame.caption),
                "the caption shares no name and no longer word with the wire’s in the file’s"
                " Description",
                hint="look whether it tells of what the photograph shows",
                text=frame.caption.text,
            )


def _description(frame: Frame) -> str:
    photograph = frame.shot.photograph
    return photograph.metadata.text("description") if isinstance(photograph, Photograph) else ""


def _one_language(frame: Frame, wire: Folded, language: str) -> bool:
    own = language_of(list(frame.caption_words.words), language)
    return own == language_of(list(wire.words), language)


def _marks(folded: Folded) -> set[str]:
    """Stems of longer words and of names: what two captions of one picture share."""
    pairs = zip(folded.words, folded.written, strict=True)
    return {word[:_STEM] for word, form in pairs if len(word) >= _LONG or form[:1].isupper()}
