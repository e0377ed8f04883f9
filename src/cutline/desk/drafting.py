"""``cutline new``: a first ``story.md`` from what photographs say of themselves."""

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from cutline import store
from cutline.desk.home import DESK_FILE
from cutline.desk.library import Held, Library, Progress
from cutline.desk.material import STORY_FILE, open_folder
from cutline.desk.problems import ENDS_EARLY, problem
from cutline.desk.proofing import credit_of, description, placed
from cutline.metadata import is_label
from cutline.model import CutlineError, House, ReadError, StoreError, Unreadable
from cutline.story import Draft, DraftPhotograph, compose

_NAMED = 5
"""Files left aside that are named; beyond them only their number is said."""
_UNTOLD = re.compile(r"[\\\x00-\x1f\x7f-\x9f\ud800-\udfff]")
"""What no path in a story may hold, however it is written."""


@dataclass(frozen=True, slots=True)
class Drafted:
    """What ``cutline new`` wrote.

    Attributes:
        file: The new story.
        notices: What of the folder is not in it, and why: a sentence each.
    """

    file: Path
    notices: tuple[str, ...]


def draft_story(folder: Path, desk: Path | None, house: House, progress: Progress) -> Drafted:
    """Write a story from the photographs of a folder, in natural order.

    Args:
        folder: The photographs.
        desk: The desk that they lie in, if any: then the story goes to ``stories/NAME/``.
        house: The house style.
        progress: Told how far it is.

    Returns:
        The new story, without what could never be published. Whatever was there is never
        written over.

    Raises:
        CutlineError: there is no photograph that could be published, no story could name their
            folder, a story is there, or it cannot be written.
    """
    material = open_folder(folder, house.language)
    within = desk is not None and folder.resolve() != desk.resolve()
    home = desk.resolve() / "stories" / material.slug if desk and within else folder
    if _UNTOLD.search(_target(folder, home, "")):
        hint = "give the folder a name without backslash and hidden characters"
        raise ReadError(f"a story cannot name the photographs of {store.quoted(folder)}", hint)
    held = placed(material, Library(material.root, None, None, progress))
    mendable = frozenset(each.name for each in material.refused)
    whys = tuple(_why_not(each, mendable) for each in held)
    refused = tuple(filter(None, whys))
    if len(refused) == len(held):
        raise ReadError(f"no photograph in “{folder}” can be published", refused[0])
    taken = tuple(each for each, why in zip(held, whys, strict=True) if not why)
    text = compose(
        Draft(
            blocks=tuple(_photograph(each, folder, home, house) for each in taken),
            headline=material.story.headline.text,
            language=house.language,
        )
    )
    file = home / STORY_FILE
    try:
        store.make_folder(home)
        store.create(file, text.encode(), mode=0o644)
    except store.TakenError as error:
        raise StoreError(f"“{file}” is there already", "nothing was changed") from error
    except CutlineError as error:
        raise StoreError(f"no story could be written: {error.message}", error.hint) from error
    notices = (*(f"left out: {why}" for why in refused), *_aside(folder))
    return Drafted(file, notices)


def _why_not(held: Held | Unreadable, mendable: frozenset[str]) -> str:
    """Why a file can never be published; empty for a photograph.

    One whose place or name is wrong is placed: that can be mended, and checking asks for it.
    """
    if isinstance(held, Unreadable):
        return "" if held.name in mendable else str(held)
    early = ENDS_EARLY in held.photograph.problems
    return f"“{held.photograph.name}”: {problem(ENDS_EARLY)}" if early else ""


def _aside(folder: Path) -> Iterator[str]:
    """What else lies in the folder, in a sentence; sidecars and what is hidden are not told."""
    try:
        with os.scandir(folder) as entries:
            names = sorted(entry.name for entry in entries if _is_other(entry))
    except OSError as error:
        raise ReadError(f"“{folder}” cannot be listed: {error.strerror}") from error
    if names:
        yield f"left aside, as no photographs of this folder: {_listed(names)}"


def _is_other(entry: "os.DirEntry[str]") -> bool:
    if entry.name.startswith(".") or entry.name in (STORY_FILE, DESK_FILE):
        return False
    sidecar = entry.name.casefold().endswith(".xmp") and not entry.is_dir()
    return not (sidecar or store.is_picture(entry.name))


def _listed(names: Sequence[str]) -> str:
    shown = ", ".join(f"“{store.display_name(name)}”" for name in names[:_NAMED])
    rest = len(names) - _NAMED
    return f"{shown} and {rest} more" if rest > 0 else shown


def _photograph(held: Held | Unreadable, folder: Path, home: Path, house: House) -> DraftPhotograph:
    if isinstance(held, Unreadable):
        return DraftPhotograph(_target(folder, home, held.name))
    photograph = held.photograph
    alt = photograph.metadata.text("altTextAccessibility", house.language)
    credit = credit_of(photograph, house)
    return DraftPhotograph(
        target=_target(folder, home, held.path),
        alt="" if is_label(alt) else alt,
        caption=description(photograph, house.language, credit),
        credit=credit,
    )


def _target(folder: Path, home: Path, name: str) -> str:
    return Path(os.path.relpath(folder.resolve() / name, home.resolve())).as_posix()
