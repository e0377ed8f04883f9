"""Which stories a person means, and whether their pages look as the house looks now."""

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path

from cutline import store
from cutline.desk.home import find_desk
from cutline.desk.material import STORY_FILE, story_file
from cutline.model import ConfigError, House, ReadError


def stories_in(path: Path) -> tuple[Path, ...]:
    """What ``path`` means: itself; for a folder of neither one story nor photographs, those below.

    Hidden folders and links are not entered. A folder that cannot be listed is among the
    stories: whoever reads it is told why.
    """
    if not path.is_dir() or story_file(path) or store.listing(path).found:
        return (path,)
    files: list[Path] = []
    folders = [path]
    while folders:
        here = folders.pop()
        try:
            inside = [each for each in here.iterdir() if not each.name.startswith(".")]
        except OSError:
            files.append(here)
            continue
        for folder in inside:
            if folder.is_symlink() or not folder.is_dir():
                continue
            file = folder / STORY_FILE
            (files if file.is_file() else folders).append(file if file.is_file() else folder)
    return tuple(sorted(files)) or (path,)


def to_publish(paths: Sequence[Path], to: Path | None) -> tuple[Path, ...]:
    """The stories to publish, each once, in the order of ``paths``.

    Args:
        paths: Stories, folders of photographs, or folders of stories.
        to: The site that was asked for; None for the desk's own, or ``site`` here.

    Raises:
        ReadError: one of several is not there.
        ConfigError: there are several, and they have no site where all find room.
    """
    absent = next((path for path in paths if not path.exists()), None)
    if absent and len(paths) > 1:
        raise ReadError(f"there is no “{absent}”", "nothing was published: mend its name")
    named: dict[Path, Path] = {}
    for story in (story for path in paths for story in stories_in(path)):
        named.setdefault(_file(story), story)
    stories = tuple(named.values())
    desks = {find_desk(story if story.is_dir() else story.parent) for story in stories}
    if len(stories) > 1 and (to or None in desks or len(desks) > 1):
        why = f"{len(stories)} stories need the site of one desk, and each would replace the other"
        raise ConfigError(why, "leave out --to and make a desk with cutline init, or name one")
    return stories


def _file(story: Path) -> Path:
    """What one story has, however it is named; one that is not there is told of when it is read."""
    file = story / STORY_FILE
    return (file if file.is_file() else story).resolve()


def look(house: House) -> str:
    """What decides how a house's pages look, as a digest."""
    said = repr((house.publication, house.url, house.language, house.page))
    return hashlib.sha256(said.encode("utf-8", "surrogateescape")).hexdigest()[:12]


def outdated(stories: Mapping[str, object], house: House) -> int:
    """How many stories of a release have pages that looked otherwise when they were printed.

    Args:
        stories: What the release remembers of each, by slug.
        house: The publication as it is now.
    """
    now = look(house)
    return sum(not isinstance(each, dict) or each.get("look") != now for each in stories.values())
