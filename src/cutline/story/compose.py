"""A first draft of a story for photographs: what `cutline new` writes."""

from collections.abc import Iterator
from dataclasses import dataclass

from cutline.story import escape

_ALT = "alt text missing: describe the picture for those who cannot see it"
_CAPTION = "caption missing: say who does what, where and when"
_CREDIT = "credit missing: write [Name/Agency] under the caption"


@dataclass(frozen=True, slots=True)
class DraftPhotograph:
    """One photograph of a draft, in plain words; empty where nothing is known.

    Attributes:
        target: Path relative to the story, with ``/``.
        alt: Alt text.
        caption: Caption, without the credit.
        credit: Credit line, without brackets.
    """

    target: str
    alt: str = ""
    caption: str = ""
    credit: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """A story before anybody wrote it."""

    photographs: tuple[DraftPhotograph, ...]
    headline: str = ""
    standfirst: str = ""
    published: str = ""
    language: str = "en"


def compose(draft: Draft) -> str:
    """Write a draft as Markdown that reads back as the same words.

    Outer spaces of the words are dropped, and line breaks in an alt text or a credit line
    become spaces. What is missing is said in comments, which are never printed; an alt text
    that is missing is empty.
    """
    return "\n".join(_front_matter(draft)) + "".join(map(_placement, draft.photographs))


def _front_matter(draft: Draft) -> Iterator[str]:
    asked = {
        "headline": "what the story says, in one line",
        "standfirst": "what it is about, in one or two sentences",
        "published": "the day, as 2026-01-31",
    }
    yield "---"
    for key, ask in asked.items():
        words = str(getattr(draft, key)).strip()
        yield f"{key}: {escape.yaml_text(words)}" if words else f"{key}:  # {ask}"
    yield f"language: {escape.yaml_text(draft.language)}"
    yield "---\n"


def _placement(photograph: DraftPhotograph) -> str:
    """One photograph in its own paragraph."""
    alt = escape.label(photograph.alt.strip())
    caption = escape.markdown(photograph.caption.strip())
    credit = escape.label(photograph.credit.strip())
    lines = [f"![{alt}]({escape.target(photograph.target)})"]
    lines += [] if alt else [_note(_ALT)]
    lines += [caption or _note(_CAPTION)]
    lines += [f"[{credit}]" if credit else _note(_CREDIT)]
    return "\n" + "\n".join(lines) + "\n"


def _note(text: str) -> str:
    return f"<!-- cutline: {text} -->"
