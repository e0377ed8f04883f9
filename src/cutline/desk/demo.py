"""The example: real photographs from packages, captioned by us, with one planted fault.

The pictures ride in two packages of the ``demo`` extra, which are located and never imported.
They are free of copyright: NASA and the U.S. Navy are the United States government's, SpaceX
gave its photograph to the public (CC0), NASA and ESA theirs of the Hubble telescope.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from cutline import imaging, metadata, store
from cutline.cage import Cage, Call, Done
from cutline.desk.home import DESK_FILE
from cutline.imaging import Recipe
from cutline.metadata import Stamp
from cutline.model import CutlineError, ReadError, StoreError

SETTINGS = """\
# The desk of `cutline demo`. Change what you like; delete the folder to start again.
publication = "The Example"
language = "en"
"""

STORY = """\
---
kicker: In Pictures
headline: Four photographs from the way up
standfirst: >-
  The farthest that anybody had looked, a rocket at dusk, the woman who commanded a shuttle, and
  the commodore who taught computers to read.
published: 2015-02-11
language: en
---

![Hundreds of small galaxies in white, gold, blue and red, scattered over a black \
sky](../../photographs/{hubble})
The Hubble eXtreme Deep Field, made of ten years of exposures of one small patch of sky, shows
about 5,500 galaxies. [NASA/ESA]

![A slender white rocket stands upright between lattice towers under a deep blue evening sky; \
lamps burn like stars at its foot](../../photographs/{rocket}){{focal="0.5,0.5"}}
A Falcon 9 waits at \N{CYRILLIC CAPITAL LETTER ES}ape Canaveral, Florida, before it carries the \
DSCOVR observatory to space on Wednesday, Feb. 11, 2015. [SpaceX]

The captions, credits and alt texts of the next two photographs are in their files. Nobody typed
them here: what a story leaves out comes from the photograph.

![](../../photographs/{collins})

![](../../photographs/{hopper})

Each credit that you read here is also inside every published picture, where a reader's
computer or a search engine can find it. Places, serial numbers and notes to desks are not.
"""


@dataclass(frozen=True, slots=True)
class _Source:
    """One photograph of the example and what is written into it."""

    key: str
    slug: str
    package: str
    path: str
    recipe: Recipe
    stamp: Stamp


_SOURCES = (
    _Source(
        "rocket",
        "falcon-9-dscovr",
        "scikit-image",
        "skimage/data/rocket.jpg",
        Recipe(640, 427, "jpeg", 95),
        Stamp(credit_line="SpaceX", caption="A Falcon 9 waits at Cape Canaveral, Florida."),
    ),
    _Source(
        "collins",
        "eileen-collins",
        "scikit-image",
        "skimage/data/astronaut.png",
        Recipe(512, 512, "jpeg", 95),
        Stamp(
            credit_line="NASA",
            alt_text="A smiling woman with short hair in an orange pressure suit, her helmet on "
            "her lap, before a flag and a model of a space shuttle",
            caption="Eileen Collins, the first woman to command a space shuttle, in her portrait "
            "for the flight STS-93.",
        ),
    ),
    _Source(
        "hopper",
        "grace-hopper",
        "matplotlib",
        "matplotlib/mpl-data/sample_data/grace_hopper.jpg",
        Recipe(512, 600, "jpeg", 95),
        Stamp(
            creators=("James S. Davis",),
            credit_line="U.S. Navy",
            alt_text="An elderly woman with glasses, in dark naval uniform and a cap with gold "
            "braid, looks straight into the camera",
            caption="Commodore Grace Hopper, who wrote one of the first compilers, in her "
            "official portrait of Jan. 20, 1984.",
        ),
    ),
    _Source(
        "hubble",
        "hubble-extreme-deep-field",
        "scikit-image",
        "skimage/data/hubble_deep_field.jpg",
        Recipe(1000, 872, "jpeg", 95),
        Stamp(credit_line="NASA/ESA", caption="The Hubble eXtreme Deep Field."),
    ),
)


def make_desk(folder: Path) -> Path:
    """Make the example's desk: settings, four photographs with IPTC metadata, one story.

    Args:
        folder: Where it goes: a new folder, an empty one, or the example made before.

    Returns:
        The story's file.

    Raises:
        CutlineError: the photographs are not installed, or the folder holds something else.
    """
    story = folder / "stories" / "the-way-up" / "story.md"
    if story.is_file():
        return story
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise StoreError(f"“{folder}” is not empty", "choose another folder with --to")
    names = {}
    for source, data in zip(_SOURCES, _photographs(), strict=True):
        digest = hashlib.sha256(data).hexdigest()
        names[source.key] = f"{source.slug}.{digest[:12]}.jpg"
        store.make_folder(folder / "photographs")
        store.create(folder / "photographs" / names[source.key], data)
    store.create(folder / DESK_FILE, SETTINGS.encode(), mode=0o644)
    store.make_folder(story.parent)
    store.create(story, STORY.format(**names).encode(), mode=0o644)
    return story


def _photographs() -> Sequence[bytes]:
    calls = [
        Call(imaging.RENDER_TASK, imaging.render_arguments([each.recipe]), [_packaged(each)])
        for each in _SOURCES
    ]
    made: dict[int, bytes] = {}
    with Cage([imaging.RENDER_TASK], setup=[imaging.SETUP]) as cage:
        for at, outcome in cage.map(calls):
            if not isinstance(outcome, Done):
                raise CutlineError(f"“{_SOURCES[at].path}” {outcome.reason}", "run cutline doctor")
            rendered = imaging.read_answer(outcome.value, outcome.blobs, [_SOURCES[at].recipe])
            made[at] = metadata.embed(rendered.renditions[0], _SOURCES[at].stamp)
    return [made[at] for at in range(len(_SOURCES))]


def _packaged(source: _Source) -> bytes:
    """A photograph's bytes out of an installed package."""
    try:
        path = Path(str(distribution(source.package).locate_file(source.path)))
        return store.read(path.parent, path.name).data
    except (PackageNotFoundError, ReadError) as error:
        raise CutlineError(
            "the photographs of the demonstration are not installed",
            "run: pip install 'cutline[demo]'",
        ) from error
