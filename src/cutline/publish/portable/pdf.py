"""The story on paper: a tagged PDF, set by Typst, with pictures of 200 dots an inch and more.

Words and sizes go to the typesetter as data, never as markup; docs/decisions/0018 says why it
is this one. Source: ISO 14289-1 (PDF/UA-1), which the typesetter holds itself to: it refuses
letters that no font has.
"""

import base64
import json
import re
from collections.abc import Sequence
from importlib import import_module
from importlib.resources import files
from types import ModuleType

from cutline.model import ConfigError, Edition, RenderError
from cutline.publish.exports.check import squeeze
from cutline.publish.language import tongue
from cutline.publish.plan import Plan, Rendition
from cutline.publish.portable.paper import measured
from cutline.publish.portable.pdf_words import Values, credits_in, picture_file, words
from cutline.publish.portable.table import MARK, Files

_TEMPLATE = "story.typ"
_FONTS = ("Libertinus Serif",)
"""What the typesetter brings along: Latin, Greek, Cyrillic, Hebrew; the same everywhere."""
_OTHERS = (
    "Noto Naskh Arabic",
    "Noto Sans Arabic",
    "Noto Serif Devanagari",
    "Noto Serif Thai",
    "Noto Serif CJK SC",
    "Noto Serif CJK JP",
    "Noto Serif CJK KR",
)
"""What is taken for other letters where it is on the machine; else whatever has them."""
_UNSET = re.compile(r"the text `\"(.{1,80}?)\"` could not be displayed")
_ISOLATES = "\u2068\u2069"
"""Stand around words whose direction is their own (Unicode Bidirectional Algorithm, UAX 9)."""
_KEYWORDS = {"serif", "sans-serif", "monospace", "system-ui", "ui-serif", "ui-sans-serif"}
"""Families of CSS that are none on a disk."""


def renditions(edition: Edition, plan: Plan) -> tuple[Rendition, ...]:
    """Each photograph with the pixels that its place on the paper shows."""
    return tuple(each.rendition for each in measured(edition, plan).values())


def make(edition: Edition, plan: Plan, pictures: Files) -> Files:
    """Set the story.

    Raises:
        ConfigError: the extra is not installed, or no font here has some of the letters.
        RenderError: the typesetter could not set it.
    """
    sizes = measured(edition, plan)
    language = tongue(edition.story.language or edition.house.language)
    values = words(edition, plan, sizes, language)
    table = {
        picture_file(number): _wrapped(pictures[each.rendition.path], each.rendition)
        for number, each in sizes.items()
    }
    own = _families(edition.house.page.serif)
    made = None if own else _set(values, _FONTS, table, system=False)
    made = made or _set(values, (*own, *_FONTS, *_OTHERS), table, system=True)
    return {f"{edition.slug}.pdf": made or b""}


def complaints(files: Files, edition: Edition, plan: Plan) -> tuple[str, ...]:  # noqa: ARG001
    """See that it is a whole file of ours; ``make`` asks the typesetter for the credits in it."""
    (data,) = files.values()
    whole = data.startswith(b"%PDF-") and data.rstrip().endswith(b"%%EOF")
    return () if whole and MARK in data else ("the file is not whole",)


def _set(values: Values, fonts: Sequence[str], pictures: Files, *, system: bool) -> bytes | None:
    """Set it with these fonts, and those of the system where they lack letters.

    Args:
        values: What is printed.
        fonts: Families, the first of them first.
        pictures: Its pictures by name.
        system: Whether the fonts of this machine are looked at.

    Returns:
        The file; None where the typesetter's own fonts do not do.
    """
    typst = _typst()
    here = set(typst.Fonts(include_system_fonts=system).families())
    known = [family for family in fonts if family in here]
    table = {
        "main.typ": files("cutline.publish").joinpath("assets", _TEMPLATE).read_bytes(),
        "data.json": json.dumps({**values, "fonts": known, "system": system}).encode(),
        **pictures,
    }
    try:
        made: bytes = typst.compile(
            table, format="pdf", pdf_standards="ua-1", ignore_system_fonts=not system
        )
        printed = json.loads(
            typst.query(table, "<credit>", field="text", ignore_system_fonts=not system)
        )
    except typst.TypstError as error:
        unset = _UNSET.search(str(error))
        if unset is None:
            raise RenderError(
                f"the PDF could not be set: {error.message}", "report this"
            ) from error
        if not system:
            return None
        raise ConfigError(
            f"no font on this machine has the letters “{unset[1]}”",
            "install one that has, for example Noto (Debian: fonts-noto)",
        ) from error
    _compare(values, printed)
    return made


def _compare(values: Values, printed: object) -> None:
    """What the typesetter says stands on the pages must be the credits, in order.

    Raises:
        RenderError: one is missing.
    """
    said = (
        [squeeze(str(each).strip(_ISOLATES)) for each in printed]
        if isinstance(printed, list)
        else []
    )
    wanted = [squeeze(each) for each in credits_in(values)]
    if said != wanted:
        raise RenderError("the PDF has not all credits", "report this")


def _typst() -> ModuleType:
    """The typesetter.

    Raises:
        ConfigError: it is not installed.
    """
    try:
        return import_module("typst")
    except ImportError as error:
        hint = "install it: pip install 'cutline[pdf]'"
        raise ConfigError("what sets a PDF is not installed", hint) from error


def _families(css: str) -> tuple[str, ...]:
    """The families of a list in CSS that may be on a disk."""
    names = (each.strip().strip("\"'") for each in css.split(","))
    return tuple(name for name in names if name and name.lower() not in _KEYWORDS)


def _wrapped(jpeg: bytes, rendition: Rendition) -> bytes:
    """A picture as text, which is all that the typesetter takes but from a disk.

    The JPEG itself goes into the PDF as it is, with what is stamped into it.
    """
    width, height = rendition.recipe.width, rendition.recipe.height
    data = base64.b64encode(jpeg).decode()
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}">'
        f'<image width="{width}" height="{height}" href="data:image/jpeg;base64,{data}"/></svg>'
    ).encode()
