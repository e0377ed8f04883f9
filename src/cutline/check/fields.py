"""From a place to its words in the proof and its spot in the story's file."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import replace

from cutline.check.file_fields import file_text
from cutline.model import EMPTY, Block, Finding, Passage, Place, Placement, Proof, Span, Story
from cutline.model.regex import regex

_BREAK = regex(r"\r\n|\r|\n")


def text_of(proof: Proof, place: Place) -> str:
    """The words of the field that ``place`` lies in, span aside; empty where there are none."""
    if place.photo is not None:
        shot = proof.shots[place.photo]
        words = {
            "alt": shot.alt or "",
            "caption": shot.caption,
            "credit": shot.credit,
            "target": shot.placement.target,
        }
        return words.get(place.field) or file_text(shot.photograph, place.field)
    passage = _passage(proof.story, place)
    return passage.text if passage else ""


def page_order(story: Story) -> dict[tuple[int | None, str], int]:
    """Where each photograph and body text stands on the page: ``(photo, body[n])`` to rank."""
    order: dict[tuple[int | None, str], int] = {
        (None, name): rank for rank, name in enumerate(("kicker", "headline", "standfirst"))
    }
    body, photo = 0, 0
    for rank, block in enumerate(story.blocks, len(order)):
        if isinstance(block, Placement):
            order[photo, ""] = rank
            photo += 1
        elif isinstance(block, Block):
            for _ in block.passages():
                order[None, f"body[{body}]"] = rank
                body += 1
    return order


def located(findings: Iterable[Finding], proof: Proof, source: str) -> tuple[Finding, ...]:
    """The findings with line and column in the story's file, where they have one.

    Args:
        findings: Grouped or not; one that has its line keeps it, as slips of the pen do: they
            know better than the field where they stand.
        proof: The proof they were made of, parsed from ``source``.
        source: The story's file.
    """
    starts = [0, *(match.end() for match in _BREAK.finditer(source))]
    located = []
    for finding in findings:
        offset = None if finding.line is not None else _offset(proof, finding.place)
        if offset is None:
            located.append(finding)
            continue
        line = bisect_right(starts, offset)
        located.append(replace(finding, line=line, column=offset - starts[line - 1] + 1))
    return tuple(located)


def _offset(proof: Proof, place: Place) -> int | None:
    """Offset in the source of the first word of ``place``; of its photograph if filled in."""
    allowed = re.fullmatch(r"allow\[(\d+)\]", place.field)
    if allowed:
        span = proof.story.allowances[int(allowed[1])].span
        return span.start if span else None
    if place.photo is None:
        return _start(_passage(proof.story, place), place.span)
    placement = proof.shots[place.photo].placement
    fields = {"alt": placement.alt, "caption": placement.caption, "credit": placement.credit}
    offset = _start(fields.get(place.field), place.span)
    if place.field == "target" and placement.target_at is not None:
        offset = placement.target_at.start
    if offset is None and placement.span is not None:
        offset = placement.span.start
    return offset


def _start(passage: Passage | None, span: Span | None) -> int | None:
    if passage is None or passage.source is None:
        return None
    if span is not None and span.start < len(passage.text):
        first = passage.at(Span(span.start, span.start + 1))
        if first is not None:
            return first.start
    return passage.source.start


def _passage(story: Story, place: Place) -> Passage | None:
    named = {
        "kicker": story.kicker,
        "headline": story.headline,
        "standfirst": story.standfirst,
        "published": story.published,
    }
    if place.field in named:
        return named[place.field]
    match = re.fullmatch(r"body\[(\d+)\]", place.field)
    body = story.body if match else ()
    return body[int(match[1])] if match and int(match[1]) < len(body) else EMPTY
