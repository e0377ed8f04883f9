"""A story as it lies on disk: a ``story.md``, or a folder of photographs without one."""

from dataclasses import dataclass, field
from pathlib import Path

from cutline import store
from cutline.desk.files import read_file
from cutline.model import (
    EMPTY,
    Finding,
    Passage,
    Placement,
    ReadError,
    Story,
    Unreadable,
)

STORY_FILE = "story.md"
_MOST = 2 << 20
"""Bytes of a story's text: a hundred times the longest photo story."""


@dataclass(frozen=True, slots=True)
class Material:
    """A story and where its photographs are looked for.

    Attributes:
        root: The folder that photographs must lie in.
        base: The story's folder, relative to ``root``; empty for ``root`` itself.
        slug: The story's name in paths and addresses.
        story: The story.
        path: Its file; None for a loose folder.
        source: The text of that file; empty for a loose folder.
        slips: What its author mistyped.
        refused: Files of a loose folder that look like photographs and are not taken.
    """

    root: Path
    base: str
    slug: str
    story: Story
    path: Path | None = None
    source: str = ""
    slips: tuple[Finding, ...] = ()
    refused: tuple[Unreadable, ...] = field(default=())

    def target(self, placement: Placement) -> str:
        """Path of a placed photograph relative to ``root``.

        Raises:
            ReadError: it leads out of the folder, or is no path.
        """
        return store.inside(self.base, placement.target)


def story_file(path: Path) -> Path | None:
    """The story that ``path`` means: itself, or the ``story.md`` of a folder; None for none.

    Raises:
        ReadError: there is nothing at ``path``.
    """
    if path.is_dir():
        return path / STORY_FILE if (path / STORY_FILE).is_file() else None
    if not path.exists():
        raise ReadError(f"“{path}” is not there", "name a folder of photographs or a story.md")
    return path


def open_story(file: Path, desk: Path | None) -> Material:
    """Read a story from its file.

    Args:
        file: The Markdown file.
        desk: The desk that it lies in, if any: then its photographs may lie anywhere there.

    Raises:
        ReadError: it cannot be read, is too long, is not UTF-8, or leads out of the desk.
    """
    from cutline.story import parse  # noqa: PLC0415 - not needed where nothing has changed

    source = read_text(file)
    parsed = parse(source)
    folder = file.resolve().parent
    root = desk.resolve() if desk else folder
    if not folder.is_relative_to(root):
        raise ReadError(f"“{file}” is a link out of the desk", "put the story itself there")
    name = folder.name if file.name == STORY_FILE else file.stem
    return Material(
        root=root,
        base="" if folder == root else folder.relative_to(root).as_posix(),
        slug=store.slug(name),
        story=parsed.story,
        path=file,
        source=source,
        slips=parsed.findings,
    )


def typed_story(source: str, folder: Path, desk: Path | None) -> Material:
    """A story that came without a file; its photographs are looked for from a folder.

    Args:
        source: Its text.
        folder: Where its paths begin.
        desk: The desk that the folder lies in, if any.

    Raises:
        ReadError: it is too long.
    """
    from cutline.story import parse  # noqa: PLC0415 - as above

    if len(source.encode()) > _MOST:
        raise ReadError(f"standard input has more than {_MOST >> 20} MB", "this is not one story")
    parsed = parse(source)
    base, root = folder.resolve(), (desk or folder).resolve()
    return Material(
        root=root,
        base="" if base == root else base.relative_to(root).as_posix(),
        slug="story",
        story=parsed.story,
        source=source,
        slips=parsed.findings,
    )


def open_folder(folder: Path, language: str) -> Material:
    """A loose folder as one story, in the order of its photographs' names.

    Raises:
        ReadError: the folder cannot be read, or holds no photograph.
    """
    listed = store.listing(folder)
    if not listed.found and not listed.refused:
        raise ReadError(
            f"there are no photographs in “{folder}”",
            "name a folder with JPEG, TIFF, PNG, WebP or AVIF files, or a story.md",
        )
    root = folder.resolve()
    names = (*(found.name for found in listed.found), *(each.name for each in listed.refused))
    placements = tuple(Placement(name, EMPTY) for name in names)
    story = Story(headline=Passage(_headline(root.name)), language=language, blocks=placements)
    refused = tuple(Unreadable(each.name, each.reason, hint=each.hint) for each in listed.refused)
    return Material(root, "", store.slug(root.name or "photographs"), story, refused=refused)


def read_text(file: Path) -> str:
    """A text file of at most 2 MB, line breaks as they stand.

    Raises:
        ReadError: it cannot be read, is too long, or is not UTF-8.
    """
    raw = read_file(file, _MOST)
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise ReadError(
            f"“{file}” is not UTF-8 (byte {error.start})", "save it as UTF-8 text"
        ) from error


def _headline(name: str) -> str:
    """A folder's name as a headline to start with: ``spring-floods_2024`` is Spring floods 2024."""
    shown = store.display_name(name)
    for joint in ("\N{REPLACEMENT CHARACTER}", "_", "-"):
        shown = shown.replace(joint, " ")
    text = " ".join(shown.split()) or "Photographs"
    return text[0].upper() + text[1:]
