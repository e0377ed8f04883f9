"""Style sheets and scripts of ours as they stand in a page, and the hashes that allow them."""

import base64
import hashlib
import re
from functools import cache
from importlib.resources import files

from markupsafe import Markup

_COMMENT = re.compile(r"/\*.*?\*/[ \t]*|^[ \t]+|\n(?=\n)", re.DOTALL | re.MULTILINE)
_LOOSE = re.compile(r"(?<=[{};:,])\s+|\s+(?=[{}])|;\s*(?=})")
"""What a style sheet does without: blanks around braces and after ``; : ,``, last semicolons."""


def digest(source: str) -> str:
    """The source of a Content Security Policy that allows this very style or script."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()}'"


@cache
def asset(name: str) -> Markup:
    """A style sheet or script of ours without comments and indents, as it stands in the page."""
    source = files("cutline.publish").joinpath("assets", name).read_text(encoding="utf-8")
    if name.endswith(".css"):
        return Markup(lean(source))  # noqa: S704 - ours
    bare = _COMMENT.sub("", source).strip()
    return Markup("\n".join(line for line in bare.split("\n") if line))  # noqa: S704 - ours


def lean(style: str) -> str:
    """A style sheet without comments, indents and blanks that mean nothing."""
    bare = _LOOSE.sub("", _COMMENT.sub("", style).strip())
    return "\n".join(line for line in bare.split("\n") if line)
