"""No two photographs have the same alt text.

Whoever listens cannot tell them apart, and often one of the texts belongs to another picture
or is only the story's slug. Texts that differ in one word that is no name, number or opposite
count as the same.

Asks::

    ![Protests in the city](one.jpg)
    Marchers fill the avenue. [Ana Silva/AP]

    ![Protests in the city](two.jpg)
    A line of police waits by the bridge. [Ana Silva/AP]

Passes::

    ![Marchers with red flags fill a wide avenue](one.jpg)
    The march sets out. [Ana Silva/AP]

    ![A line of police with shields on a bridge](two.jpg)
    The march is awaited. [Ana Silva/AP]

Fix: none.
Source: WCAG 2.2, success criterion 1.1.1 (equivalent purpose).
"""

from collections.abc import Iterator

from cutline.check.alike import repeats, same_in_effect
from cutline.check.analysis import Analysis
from cutline.check.filenames import is_file_name
from cutline.check.repeated import model_of
from cutline.check.rule import Rule
from cutline.model import Finding, Severity

RULE = Rule("ALT005", "alt-repeated", Severity.WARNING, since="0.1", covers=frozenset({"ALT009"}))


def check(analysis: Analysis) -> Iterator[Finding]:
    """Name every photograph whose alt text another one has already."""
    texts = (
        (frame.shot.number, frame.alt_words)
        for frame in analysis.frames
        if not is_file_name(frame.alt.text)
    )
    for group in repeats(texts, same_in_effect):
        frames = [analysis.frames[number] for number in group]
        keep = model_of([frame.alt.text for frame in frames])
        first = frames[keep].shot.number + 1
        for index, frame in enumerate(frames):
            if index != keep:
                message = f"the alt text{frame.alt.origin} is that of photograph {first} again"
                hint = "say what sets this picture apart"
                yield RULE.at(Analysis.whole(frame.alt), message, hint=hint, text=frame.alt.text)
