"""Markdown with front matter ⇄ ``Story``; every word of it carries its place in the source.

Knows nothing of picture files or HTML, nor whether a credit is right.
"""

from cutline.story.compose import Draft, DraftPhotograph, DraftText, compose
from cutline.story.lines import Lines, line_column
from cutline.story.parse import Parsed, parse
from cutline.story.slips import PARSE_FINDINGS, ParseFinding
from cutline.story.write import apply, source_edit, source_edits

__all__ = [
    "PARSE_FINDINGS",
    "Draft",
    "DraftPhotograph",
    "DraftText",
    "Lines",
    "ParseFinding",
    "Parsed",
    "apply",
    "compose",
    "line_column",
    "parse",
    "source_edit",
    "source_edits",
]
