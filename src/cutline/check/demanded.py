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
    printed = f"{frame.credit.text} {frame.caption.text[:4000]}"
    wanted = set(fold(demanded).split()) - _SMALL
    if wanted <= set(fold(printed).split()):
        return True
    credit = parse(demanded, analysis.parties)
    if not (credit.creators or credit.chain):
        return False
    line = parse(frame.credit.text, analysis.parties)
    return not any(each.kind == "missing" for each in compare(credit, line))
