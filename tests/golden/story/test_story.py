"""Whole stories, read: one folder a case, ``story.md`` in, ``parsed.json`` out.

``CUTLINE_GOLDEN=rewrite`` writes the files anew; read the diff.
"""

import json
import os
from dataclasses import asdict
from pathlib import Path

import pytest

from cutline.model import Block, Passage, Placement
from cutline.story import parse

CASES = sorted(path.parent for path in Path(__file__).parent.glob("*/story.md"))


def words(passage: Passage | None, source: str) -> object:
    """A passage as text, styles and the words at its pieces' places."""
    if passage is None or passage.source is None:
        return None
    return {
        "text": passage.text,
        "styles": [
            {key: value for key, value in asdict(run).items() if value} for run in passage.runs
        ],
        "pieces": [[at, span.start, span.cut(source)] for at, span in passage.pieces],
        "source": passage.source.cut(source),
    }


def block(value: Block | Placement, source: str) -> object:
    if isinstance(value, Placement):
        return {
            "photograph": value.target,
            "at": value.target_at and value.target_at.cut(source),
            "alt": words(value.alt, source),
            "caption": words(value.caption, source),
            "credit": words(value.credit, source),
            "lead": value.lead,
            "decorative": value.decorative,
            "layout": value.layout,
            "focal": value.focal and [value.focal.x, value.focal.y],
            "options": dict(value.options),
            "caption_at": value.caption_at,
        }
    return {
        "kind": value.kind,
        "level": value.level,
        "words": words(value.passage, source),
        "children": [block(child, source) for child in value.children],
    }


def dump(source: str) -> dict[str, object]:
    parsed = parse(source)
    story = parsed.story
    names = ("kicker", "headline", "standfirst", "published", "byline")
    return {
        **{name: words(getattr(story, name), source) for name in names},
        "language": story.language,
        "extra": dict(story.extra),
        "blocks": [block(value, source) for value in story.blocks],
        "findings": [
            f"{f.line}:{f.column} {f.code} {f.name} {f.severity.word} {f.place.photo} "
            f"{f.place.field}: {f.message} ({f.hint})"
            for f in parsed.findings
        ],
    }


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_a_story_reads_as_before(case):
    """Words, styles, places and findings of a whole story."""
    source = (case / "story.md").read_bytes().decode()
    golden = case / "parsed.json"
    found = json.loads(json.dumps(dump(source)))
    if os.environ.get("CUTLINE_GOLDEN") == "rewrite":
        golden.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")

    assert found == json.loads(golden.read_text(encoding="utf-8"))
