"""What publishing or exporting a story is told, from what a person named."""

import hashlib
from datetime import datetime
from pathlib import Path

from cutline.desk.choosing import settled
from cutline.desk.clearing import Job
from cutline.desk.ledger import kills
from cutline.desk.material import STORY_FILE, Material, story_file
from cutline.desk.printing import Site
from cutline.desk.reading import read_material
from cutline.desk.terms import Terms
from cutline.model import House
from cutline.store import Places


def job_of(
    path: Path,
    desk: Path | None,
    to: Path | None,
    house: House,
    places: Places,
    terms: Terms,
    now: datetime,
) -> Job:
    """The job.

    Args:
        path: A folder of photographs, a folder with a ``story.md``, or a story.
        desk: The desk that it lies in; None for none.
        to: The site that was asked for; None for the desk's own, or ``site`` here.
        house: The house style.
        places: Where that site is.
        terms: On which terms.
        now: The instant.

    Raises:
        CutlineError: there is no such story, or the settings are not what they must be.
    """
    material = read_material(path, desk, house)
    site = Site(
        places,
        f"{material.slug}/" if desk and to is None else "",
        _guarded(material, desk, to),
        _source(material, desk),
        house.keep_releases,
        frozenset(kills(places)),
    )
    return Job(material, site, settled(house), now, str(story_file(path) or path), terms)


def _guarded(material: Material, desk: Path | None, to: Path | None) -> Path:
    """The folder that no site may go into.

    The site of a desk's story lies in the desk, but never among its photographs; where the
    photographs lie beside the story, one asked for with ``to`` stays out of there as well.
    """
    if desk is None or material.path is None:
        return material.root
    beside = material.path.resolve().parent
    if to is not None and to.absolute().is_relative_to(beside):
        return beside
    return desk / "photographs"


def _source(material: Material, desk: Path | None) -> str:
    """What tells a story from another of the same name, without naming a path outside."""
    path = (material.path or material.root).resolve()
    if material.path is not None and path.name == STORY_FILE:
        path = path.parent  # a folder and the story that is written in it are one
    if desk is not None and path.is_relative_to(desk.resolve()):
        return path.relative_to(desk.resolve()).as_posix()
    return hashlib.sha256(str(path).encode("utf-8", "surrogateescape")).hexdigest()[:16]
