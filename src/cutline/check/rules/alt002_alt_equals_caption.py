"""An alt text says what the picture looks like; it does not read the caption out twice.

Who listens to the page hears both. Texts count as the same if nine tenths of their letters
stand in the same words, after case, quotes, stops and accents are folded, or if the alt text
is the caption with a place or a few words set before or after it. One finding names all such
photographs of a story. A house whose alt texts may repeat the caption (``[style] alt =
"may-repeat-caption"``) is not asked.

Asks::

    ![Crews rest after the fire](fire.jpg)
    Crews rest after the fire. [Ana Silva/AP]

Passes::

    ![Six firefighters sit on a kerb, faces black with soot](fire.jpg)
    Crews rest after the fire. [Ana Silva/AP]

Fix: none. Somebody has to look at the picture.
Source: WCAG 2.2, success criterion 1.1.1; HTML Standard, 4.8.4.4 (requirements for alt text).
"""

from collections.abc import Iterator

from cutline.check.analysis import Analysis, Frame
from cutline.check.rule import Rule
from cutline.check.told_twice import repeats_caption
from cutline.model import Finding, Severity

RULE = Rule(
    "ALT002",
    "alt-equals-caption",
    Severity.WARNING,
    since="0.1",
    covers=frozenset({"ALT009", "ALT010"}),
)


def check(analysis: Analysis) -> Iterator[Finding]:
    """Compare every alt text with the caption under the same photograph."""
    if analysis.proof.house.style.alt == "may-repeat-caption":
        return
    for frame in analysis.frames:
        if repeats_caption(frame):
            yield RULE.at(
                Analysis.whole(frame.alt),
                f"the alt text{frame.alt.origin} repeats the caption{_also(frame)}",
                hint="say what the picture looks like to somebody who cannot see it",
                text=frame.alt.text,
            )


def _also(frame: Frame) -> str:
    return " and carries a credit (ALT007)" if frame.alt_credit else ""
