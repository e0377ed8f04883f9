"""Whether a credit that a supplier demands is printed."""

from cutline.check.analysis import Analysis, Frame
from cutline.credit import compare, fold, parse

_SMALL = frozenset(
    "photo photos photograph picture image courtesy credit by of the for via and foto bild par von"
    " por de du la le copyright c inc ltd handout ho pool".split()
)


def is_printed(demanded: str, frame: Frame, analysis: Analysis) -> bool:
    """True if credit line or caption names everybody whom ``demanded`` names.

    Order, case, accents and labels do not matter, nor does the form of an agency's name.
    """
    printed = set(fold(f"{frame.credit.text} {frame.caption.text[:4000]}").split())
    wanted = set(fold(demanded).split()) - _SMALL - printed
    if not wanted:
        return True
    credit = parse(demanded, analysis.parties)
    line = parse(frame.credit.text, analysis.parties)
    for part in credit.parts:
        if part.name in line.chain:
            wanted -= set(fold(part.text).split())
    named = credit.creators or credit.chain
    return not wanted or (
        bool(named) and not any(each.kind == "missing" for each in compare(credit, line))
    )
