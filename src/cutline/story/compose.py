"""A first draft of a story: what `cutline new` and `cutline import` write."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from cutline.story import escape

_ALT = "alt text missing: describe the picture for those who cannot see it"
_CAPTION = "caption missing: say who does what, where and when"
_CREDIT = "credit missing: write [Name/Agency] under the caption"
_MARK = "<!-- cutline: "
_BEGINNINGS = {
    field: _MARK + text.partition(":")[0]
    for field, text in (("alt", _ALT), ("caption", _CAPTION), ("credit", _CREDIT))
}


@dataclass(frozen=True, slots=True)
class DraftPhotograph:
    """One photograph of a draft, in plain words; empty where nothing is known.

    Attributes:
        target: Path relative to the story, with ``/``.
        alt: Alt text; None where nobody could know it yet.
        caption: Caption, without the credit.
        credit: Credit line, without brackets.
        origin: Where an import found the photograph: an address, or the name of a file.
    """

    target: str
    alt: str | None = ""
    caption: str = ""
    credit: str = ""
    origin: str = ""


@dataclass(frozen=True, slots=True)
class DraftText:
    """A block of body text, in plain words.

    Attributes:
        text: The words.
        kind: What it is; items that follow each other make one list.
        level: 2..6 for a heading.
    """

    text: str
    kind: Literal["paragraph", "heading", "quote", "item"] = "paragraph"
    level: int = 2


@dataclass(frozen=True, slots=True)
class Draft:
    """A story before anybody wrote it: its blocks in page order, and the words above them."""

    blocks: tuple[DraftPhotograph | DraftText, ...]
    headline: str = ""
    standfirst: str = ""
    published: str = ""
    language: str = "en"
    kicker: str = ""
    byline: str = ""


def compose(draft: Draft) -> str:
    """Write a draft as Markdown that reads back as the same words.

    Outer spaces of the words are dropped, and line breaks in an alt text, a heading or a credit
    line become spaces. What is missing is said in comments, which are never printed; an alt
    text that is missing is empty. Body text without words is left out.
    """
    told = [b for b in draft.blocks if isinstance(b, DraftPhotograph) or b.text.strip()]
    return "\n".join(_front_matter(draft)) + "".join(
        ("" if _in_list(before) and _in_list(block) else "\n") + _block(block)
        for before, block in pairwise((None, *told))
        if block
    )


def _front_matter(draft: Draft) -> Iterator[str]:
    asked = {
        "kicker": "",
        "headline": "what the story says, in one line",
        "standfirst": "what it is about, in one or two sentences",
        "byline": "",
        "published": "the day, as 2026-01-31",
    }
    yield "---"
    for key, ask in asked.items():
        words = str(getattr(draft, key)).strip()
        if words:
            yield f"{key}: {escape.yaml_text(words)}"
        elif ask:
            yield f"{key}:  # {ask}"
    yield f"language: {escape.yaml_text(draft.language)}"
    yield "---\n"


def _in_list(block: DraftPhotograph | DraftText | None) -> bool:
    return isinstance(block, DraftText) and block.kind == "item"


def _block(block: DraftPhotograph | DraftText) -> str:
    if isinstance(block, DraftPhotograph):
        return _placement(block)
    words = block.text.strip()
    if block.kind == "heading":
        return f"{'#' * block.level} {escape.heading(words)}\n"
    begin, go_on = {"quote": ("> ", "> "), "item": ("- ", "  ")}.get(block.kind, ("", ""))
    return begin + escape.markdown(words).replace("\n", f"\n{go_on}") + "\n"


def _placement(photograph: DraftPhotograph) -> str:
    """One photograph in its own paragraph."""
    alt = escape.label((photograph.alt or "").strip())
    caption = escape.markdown(photograph.caption.strip())
    credit = escape.label(photograph.credit.strip())
    lines = [f"![{alt}]({escape.target(photograph.target)}){_attributes(photograph)}"]
    lines += [] if alt else [_note(_ALT)]
    lines += [caption or _note(_CAPTION)]
    lines += [f"[{credit}]" if credit else _note(_CREDIT)]
    return "\n".join(lines) + "\n"


def _attributes(photograph: DraftPhotograph) -> str:
    said = [f'from="{escape.value(photograph.origin)}"'] if photograph.origin else []
    said += ["alt=unknown"] if photograph.alt is None else []
    return f"{{{' '.join(said)}}}" if said else ""


def _note(text: str) -> str:
    return f"{_MARK}{text} -->"


def marked(comment: str) -> str:
    """The field that a comment of a draft says is missing; empty for any other comment.

    Args:
        comment: The comment with its marks.
    """
    begun = (field for field, text in _BEGINNINGS.items() if comment.startswith(text))
    return next(begun, "")
