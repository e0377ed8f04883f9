"""An edition: one story frozen for publishing, and the record of what ran."""

from dataclasses import dataclass

from cutline.model.house import House
from cutline.model.photograph import Photograph
from cutline.model.story import Passage, Placement, Story


@dataclass(frozen=True, slots=True)
class Override:
    """A refusal that somebody took responsibility for."""

    code: str
    by: str
    reason: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A photograph as it will be printed: cleared, with its final words.

    Attributes:
        photograph: The original's identity, shape and metadata.
        placement: Layout, focal point and lead as the story says.
        alt: Final alt text; empty only where decorative.
        caption: Final caption.
        credit: Final credit line, without brackets.
    """

    photograph: Photograph
    placement: Placement
    alt: str
    caption: Passage
    credit: str


@dataclass(frozen=True, slots=True)
class Edition:
    """Everything the exporters need; the same edition gives the same bytes.

    Attributes:
        slug: Name of the story in paths and URLs, ``[a-z0-9-]``.
        story: The words. Its placements are not printed; ``pictures`` are.
        pictures: The photographs in page order. ``story.blocks`` holds one placement for
            each, in the same order.
        house: The publication.
        draft: True for a draft: the page says so and is not indexed.
        standing: Findings that stand on a draft, as ``(severity word, count)``, gravest first.
        overrides: Refusals that were overridden, by name.
        folder: Folder of the story inside the site, ending in a slash; empty for its root.
        siblings: Language tag and working name of the story's other editions on the same site,
            one for each language. What stands beside it decides, not the story: no record
            keeps them.
    """

    slug: str
    story: Story
    pictures: tuple[Picture, ...]
    house: House
    draft: bool = False
    standing: tuple[tuple[str, int], ...] = ()
    overrides: tuple[Override, ...] = ()
    folder: str = ""
    siblings: tuple[tuple[str, str], ...] = ()
