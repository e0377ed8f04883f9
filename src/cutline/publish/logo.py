"""A house's logo in its page: plain shapes, drawn again from what is known to be harmless.

It stands in the page itself, so that it takes the colour of words, by day and by night, and
costs no request. SVG can carry scripts, styles and addresses; none of them is passed on.
"""

import re

from lxml import etree
from markupsafe import Markup, escape

from cutline.model import ConfigError

_SVG = "{http://www.w3.org/2000/svg}"
_SHAPES = frozenset("svg g path rect circle ellipse line polyline polygon".split())
_SILENT = frozenset("title desc metadata defs".split())
_DRAWN = frozenset(
    "cx cy d fill fill-opacity fill-rule clip-rule height opacity points r rx ry stroke "
    "stroke-linecap stroke-linejoin stroke-width transform width x x1 x2 y y1 y2".split()
)
_VALUE = re.compile(r"[\w\s#.,+()-]*", re.ASCII)
_PARSER = etree.XMLParser(
    resolve_entities=False, no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
)


def logo(source: str, name: str) -> Markup:
    """The logo as it stands in the page.

    Args:
        source: The SVG file's text.
        name: What it stands for: its text alternative.

    Raises:
        ConfigError: it is not SVG, says no ``viewBox``, or holds more than plain shapes.
    """
    if "<!doctype" in source.casefold():
        raise ConfigError("the logo declares a document type", "save it as plain SVG")
    try:
        root = etree.fromstring(source.encode(), _PARSER)
    except etree.XMLSyntaxError as error:
        raise ConfigError(f"the logo is not SVG: {error.msg}", "save it as plain SVG") from error
    box = root.get("viewBox", "")
    if root.tag != f"{_SVG}svg" or not box or not _VALUE.fullmatch(box):
        raise ConfigError("the logo is no SVG with a viewBox", "save it as plain SVG")
    drawn = "".join(_drawn(child) for child in root)
    told = f'<svg class="logo" viewBox="{box}" role="img" aria-label="{escape(name)}"'
    return Markup(f'{told} fill="currentColor">{drawn}</svg>')  # noqa: S704 - shapes and numbers


def _drawn(element: etree._Element) -> str:
    tag = str(element.tag).removeprefix(_SVG)
    if tag in _SILENT:
        return ""
    if tag not in _SHAPES or tag == "svg":
        raise ConfigError(f"the logo holds “{tag[:60]}”, which is no plain shape", _HINT)
    told = []
    for key, value in ((str(key), str(said)) for key, said in element.attrib.items()):
        if key in _DRAWN and _VALUE.fullmatch(value) and "url(" not in value.casefold():
            told.append(f' {key}="{value}"')
        elif key not in ("id", "class") and not key.startswith("{"):
            raise ConfigError(f"the logo says “{key[:60]}” of a “{tag}”", _HINT)
    inside = "".join(_drawn(child) for child in element)
    return f"<{tag}{''.join(told)}>{inside}</{tag}>" if inside else f"<{tag}{''.join(told)}/>"


_HINT = "turn words into paths and styles into attributes, then save it as plain SVG"
