"""Reading stories as the copy desk does: from files and folders, with their photographs."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from cutline import store
from cutline.check import in_page_order, located, run
from cutline.check.report import Report
from cutline.desk.choosing import settled
from cutline.desk.elsewhere import known
from cutline.desk.home import find_desk
from cutline.desk.ledger import kills, looks
from cutline.desk.library import Library, Progress, silent
from cutline.desk.likeness import likened
from cutline.desk.material import (
    Material,
    open_folder,
    open_story,
    story_file,
    typed_story,
)
from cutline.desk.problems import left_out
from cutline.desk.proofing import allowed, placed, proof_of
from cutline.model import House, Killed, Photograph, ReadError, Unreadable


def read_material(path: Path, desk: Path | None, house: House) -> Material:
    """The story at ``path``: a ``story.md``, or a folder of photographs.

    Raises:
        ReadError: there is none.
    """
    file = story_file(path)
    if file is None:
        return open_folder(path, house.language)
    if file.suffix.casefold() not in {".md", ".markdown"}:
        raise ReadError(
            f"“{file}” is not a story", "name a story.md, a folder of photographs, or story JSON"
        )
    return open_story(file, desk)


def report_on(
    material: Material,
    photographs: tuple[Photograph | Unreadable | None, ...],
    now: datetime,
    house: House,
    named: str,
    killed: tuple[Killed, ...] = (),
) -> Report:
    """What the copy desk says of a story whose photographs have been read."""
    proof = proof_of(material.story, photographs, now, house, killed)
    asked = (*material.slips, *located(run(proof), proof, material.source))
    findings = in_page_order(asked, material.story)
    unheard = tuple(
        f"“{photograph.name}”: {words}"
        for photograph in photographs
        if isinstance(photograph, Photograph)
        for words in left_out(photograph.problems)
    )
    return Report(material.slug, named, proof, findings, material.source, notices=unheard)


def check_story(
    path: Path, desk: Path | None, house: House, now: datetime, progress: Progress = silent
) -> tuple[Material, Report]:
    """Read one story with its photographs. Nothing is written."""
    material, read = reader(path, desk, house, now, progress)
    return material, read(material)


def reader(
    path: Path, desk: Path | None, house: House, now: datetime, progress: Progress = silent
) -> tuple[Material, Callable[[Material], Report]]:
    """A story, and what the copy desk says of it as it stands or as it has been changed.

    Its photographs are read once; a change of words must not place other ones.
    """
    house = settled(house)
    material = read_material(path, desk, house)
    named = str(material.path or path)
    return material, _reader(material, desk, house, now, progress, named)


def typed(
    source: str, house: House, now: datetime, progress: Progress = silent
) -> tuple[Material, Callable[[Material], Report]]:
    """The same of a story that came on standard input: its photographs are looked for here."""
    here = Path.cwd()
    desk = find_desk(here)
    material = typed_story(source, here, desk)
    return material, _reader(material, desk, settled(house), now, progress, "-")


def _reader(
    material: Material,
    desk: Path | None,
    house: House,
    now: datetime,
    progress: Progress,
    named: str,
) -> Callable[[Material], Report]:
    library = Library(material.root, None, None, progress)
    denied = kills(store.of_desk(desk)) if desk else {}
    killed = looks(denied)
    here = allowed(placed(material, library), denied)
    likely = likened(here, library, progress, every=bool(killed))
    photographs = known(material, likely, progress)

    def read(changed: Material) -> Report:
        return report_on(changed, photographs, now, house, named, killed)

    return read
