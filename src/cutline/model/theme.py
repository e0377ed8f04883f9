"""How a house's pages look, where that is not the design that cutline brings."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from cutline.model.regex import regex

LIGHT: Mapping[str, str] = MappingProxyType(
    {
        "paper": "#fdfcfa",
        "ink": "#1a1918",
        "quiet": "#5f5a55",
        "accent": "#9a2b12",
        "line": "#dcd7cf",
    }
)
"""Our colours on a light screen: the page, words, small words, kicker and links, thin lines."""
DARK: Mapping[str, str] = MappingProxyType(
    {
        "paper": "#121211",
        "ink": "#e9e6e2",
        "quiet": "#a39d96",
        "accent": "#f29a80",
        "line": "#34312d",
    }
)
READABLE = 4.5
"""Contrast with the paper that words need at least (WCAG 2.2, 1.4.3)."""

Pairs = tuple[tuple[str, str], ...]

_COLOUR = regex(r"#[0-9a-f]{6}", re.ASCII)
_FAMILY = regex(r"""(?:"[\w .'-]{1,60}"|'[\w ."-]{1,60}'|[a-zA-Z][\w -]{0,60})""")
_WORDS = ("ink", "quiet", "accent")


@dataclass(frozen=True, slots=True)
class Theme:
    """What a house says of its pages; whatever is empty is as cutline has it.

    Attributes:
        light: Colours of a light screen as ``#rrggbb``: ``paper``, ``ink``, ``quiet`` (small
            words), ``accent`` (kicker, links, focus), ``line``. Words must stand out from the
            paper by 4.5 to 1.
        dark: The same of a dark screen.
        serif: Font families of headlines and text, as CSS lists them.
        sans: Font families of captions, credits and all that is small.
        logo: An SVG file in the desk's ``templates/``, at most 4096 bytes of plain shapes, shown
            in place of the publication's name, in the colour of words where it names none.
        style: Further rules of style: what ``templates/page.css`` of the desk says.
        templates: Templates of its own: ``templates/*.html.j2`` of the desk, by name.

    Raises:
        ValueError: a colour or a list of families is none, or words would be hard to read.
    """

    light: Pairs = ()
    dark: Pairs = ()
    serif: str = ""
    sans: str = ""
    logo: str = ""
    style: str = ""
    templates: Pairs = ()

    def __post_init__(self) -> None:
        for where, said, ours in (("light", self.light, LIGHT), ("dark", self.dark, DARK)):
            _readable(where, said, ours)
        for where, families in (("serif", self.serif), ("sans", self.sans)):
            if families and not all(
                _FAMILY.fullmatch(each.strip()) for each in families.split(",")
            ):
                raise ValueError(f"“{where}” is no list of font families: {families[:60]}")


def contrast(one: str, other: str) -> float:
    """The contrast of two colours ``#rrggbb``, 1 to 21 (WCAG 2.2, “contrast ratio”)."""
    dark, bright = sorted((_luminance(one), _luminance(other)))
    return (bright + 0.05) / (dark + 0.05)


def _readable(where: str, said: Pairs, ours: Mapping[str, str]) -> None:
    for name, colour in said:
        if name not in ours:
            raise ValueError(f"{where}: there is no colour “{name[:60]}”, only {', '.join(ours)}")
        if not _COLOUR.fullmatch(colour):
            raise ValueError(f"{where}: “{name}” is not a colour like #1a2b3c: {colour[:60]}")
    colours = {**ours, **dict(said)}
    for word in _WORDS:
        found = contrast(colours[word], colours["paper"])
        if found < READABLE:
            raise ValueError(
                f"{where}: “{word}” {colours[word]} on “paper” {colours['paper']} has a contrast "
                f"of {found:.2f} to 1, and words need {READABLE}"
            )


def _luminance(colour: str) -> float:
    """Relative luminance of an sRGB colour (WCAG 2.2)."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
