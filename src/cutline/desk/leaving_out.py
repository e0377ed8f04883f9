"""A story without some of its photographs: all that counts them counts anew.

A link to a photograph (``#photo-3``) follows it to its new number; where it is gone, the words
stay and lead nowhere. What an editor let pass at a photograph stays with it, or goes with it.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import TypeAlias

from cutline.model import Allowance, Block, Passage, Placement, Run, Story

Kept: TypeAlias = Mapping[int, int]
"""The index before and after, of each photograph that stays."""

_PHOTO = re.compile(r"#photo-([1-9][0-9]{0,5})")


def without(story: Story, gone: frozenset[int]) -> Story:
    """The story without the photographs of these indices."""
    kept = staying(len(story.placements), gone)
    blocks: list[Block | Placement] = []
    number = -1
    for block in story.blocks:
        number += isinstance(block, Placement)
        if isinstance(block, Block):
            blocks.append(_block(block, kept))
        elif number in kept:
            blocks.append(replace(block, caption=relinked(block.caption, kept)))
    allowances = (_allowance(each, kept) for each in story.allowances)
    return replace(
        story, blocks=tuple(blocks), allowances=tuple(each for each in allowances if each)
    )


def staying(count: int, gone: frozenset[int]) -> Kept:
    """Which of so many photographs stay, and as which."""
    left = (number for number in range(count) if number not in gone)
    return {before: after for after, before in enumerate(left)}


def relinked(passage: Passage, kept: Kept) -> Passage:
    """Words whose links lead to the same photographs as before."""
    return replace(passage, runs=tuple(_run(run, kept) for run in passage.runs))


def _run(run: Run, kept: Kept) -> Run:
    number = _PHOTO.fullmatch(run.href or "")
    if number is None:
        return run
    after = kept.get(int(number[1]) - 1)
    return replace(run, href=None if after is None else f"#photo-{after + 1}")


def _block(block: Block, kept: Kept) -> Block:
    children = tuple(_block(child, kept) for child in block.children)
    return replace(block, passage=relinked(block.passage, kept), children=children)


def _allowance(allowance: Allowance, kept: Kept) -> Allowance | None:
    if allowance.photo is None:
        return allowance
    after = kept.get(allowance.photo)
    return None if after is None else replace(allowance, photo=after)
