"""An alt text is words, not a file's name or an agency's number.

Systems put the name of the upload there when nobody wrote anything; a screen reader spells it
out. Real names with figures (Apollo 11, COVID-19, Boeing 737-800) pass.

Asks::

    ![DSC_0917](DSC_0917.jpg)
    Crews rest after the fire. [Ana Silva/AP]

Passes::

    ![A road sign with the number 0917 on it](DSC_0917.jpg)
    Crews rest after the fire. [Ana Silva/AP]

Fix: none.
Source: WCAG 2.2, failure F30 (text alternatives that are not alternatives).
"""

from collections.abc import Iterator

from cutline.check.analysis import Analysis
from cutline.check.filenames import is_file_name, is_name_of
from cutline.check.rule import Rule
from cutline.model import Finding, Photograph, Severity

RULE = Rule(
    "ALT006",
    "alt-filename",
    Severity.ERROR,
    since="0.1",
    covers=frozenset({"ALT004", "ALT005", "ALT008", "ALT009", "ALT010"}),
)


def check(analysis: Analysis) -> Iterator[Finding]:
    """Ask where an alt text is a file name by its form, or that of its own file."""
    for frame in analysis.frames:
        text = frame.alt.text.strip()
        photograph = frame.shot.photograph
        names = [frame.shot.placement.target]
        if isinstance(photograph, Photograph):
            names.append(photograph.name)
        if text and (is_file_name(text) or any(is_name_of(text, name) for name in names)):
            yield RULE.at(
                Analysis.whole(frame.alt),
                f"the alt text{frame.alt.origin} is a file’s name or number",
                hint="say what the picture looks like",
                text=frame.alt.text,
            )
