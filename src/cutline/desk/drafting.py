"""``cutline new``: a first ``story.md`` from what photographs say of themselves."""

import os
from pathlib import Path

from cutline import store
from cutline.desk.library import Held, Library, Progress
from cutline.desk.material import STORY_FILE, open_folder
from cutline.desk.proofing import credit_of, description, placed
from cutline.metadata import is_label
from cutline.model import CutlineError, House, StoreError, Unreadable
from cutline.story import Draft, DraftPhotograph, compose


def draft_story(folder: Path, desk: Path | None, house: House, progress: Progress) -> Path:
    """Write a story from the photographs of a folder, in natural order.

    Args:
        folder: The photographs.
        desk: The desk that they lie in, if any: then the story goes to ``stories/NAME/``.
        house: The house style.
        progress: Told how far it is.

    Returns:
        The new file. Whatever was there is never written over.

    Raises:
        CutlineError: there are no photographs, a story is there, or it cannot be written.
    """
    material = open_folder(folder, house.language)
    within = desk is not None and folder.resolve() != desk.resolve()
    home = desk.resolve() / "stories" / material.slug if desk and within else folder
    held = placed(material, Library(material.root, None, None, progress))
    text = compose(
        Draft(
            blocks=tuple(_photograph(each, folder, home, house) for each in held),
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
    return file


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
