"""Which photograph, and which story, a person means."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from cutline import store
from cutline.desk.frozen import thaw
from cutline.desk.ledger import Subject
from cutline.desk.library import Held
from cutline.desk.material import STORY_FILE
from cutline.desk.record import kept, usages
from cutline.desk.standing import Standing
from cutline.model import House, Metadata, ReadError

_HASH = re.compile(r"[0-9a-f]{12,64}")
_NUMBERS = ("imageSupplierImageId", "title", "jobid", "digitalImageGuid")
"""Where suppliers put a photograph's number. The first was made for it; agencies use all."""
_HOLD = ("editions", "ledger", "releases", "quarantine", "site")
"""Folders of a desk that hold no originals."""


def subjects(site: Standing, ids: Sequence[str]) -> tuple[Subject, ...]:
    """The photographs that these words mean.

    A word is the SHA-256 of an original, or at least its first 12 digits; the number that its
    supplier gave it (Image Supplier Image ID, Title, Job ID, GUID); or the name of its file.
    All that ever ran and all that lie in the desk are looked through.

    Raises:
        ReadError: a word means no photograph, or more than one.
    """
    known = {(each.sha256, name): each for name, each in _known(site)}
    found = [_meant(word, known) for word in ids]
    return tuple({each.sha256: each for each in found}.values())


def slug_of(story: str) -> str:
    """The working name of a story, from its file, its folder or the name itself."""
    path = Path(story)
    if path.name == STORY_FILE:
        path = path.absolute().parent
    elif path.is_file():
        path = path.with_suffix("")
    return store.slug(path.resolve().name if path.exists() else path.name)


def _meant(word: str, known: "dict[tuple[str, str], Subject]") -> Subject:
    said = word.strip()
    short = Path(said).name
    meant = {
        subject.sha256: subject
        for (sha256, name), subject in known.items()
        if said == name
        or short in (name, subject.name)
        or (_HASH.fullmatch(said.lower()) and sha256.startswith(said.lower()))
    }
    shown = store.quoted(word)
    if not meant and len(said) == 64 and _HASH.fullmatch(said.lower()):
        return Subject(said.lower(), "")
    if not meant:
        hint = "name its hash (12 digits or more), its supplier's number or its file"
        raise ReadError(f"{shown} is no photograph that ran or lies in the desk", hint)
    if len(meant) > 1:
        listed = ", ".join(f"{each.sha256[:12]} ({each.name})" for each in meant.values())
        raise ReadError(f"{shown} means {len(meant)} photographs: {listed}", "name one by its hash")
    return next(iter(meant.values()))


def _known(site: Standing) -> Iterator[tuple[str, Subject]]:
    """Every photograph under each of its names: file name, suppliers' numbers."""
    for story in store.recorded(site.places):
        for record in kept(site.places, story):
            numbers = _numbers(record)
            for usage in usages(record):
                sha256, name = str(usage.get("sha256")), str(usage.get("name"))
                for word in (name, *numbers.get(sha256, ())):
                    yield word, Subject(sha256, name)
    for held in lying(site):
        photograph = held.photograph
        for word in (photograph.name, *_numbered(photograph.metadata)):
            yield word, Subject(photograph.sha256, photograph.name)


def _numbers(record: "dict[str, object]") -> dict[str, tuple[str, ...]]:
    """The suppliers' numbers in a record, by the photograph's hash."""
    edition = record.get("edition")
    if not isinstance(edition, dict):
        return {}
    try:
        pictures = thaw(edition, House()).pictures
    except ReadError:
        return {}  # of an older version: its photographs are found by name and by hash
    return {each.photograph.sha256: _numbered(each.photograph.metadata) for each in pictures}


def _numbered(metadata: Metadata) -> tuple[str, ...]:
    """Every number that a supplier may have given a photograph."""
    return tuple(filter(None, (metadata.text(name).strip() for name in _NUMBERS)))


def lying(site: Standing) -> Iterator[Held]:
    """The photographs that lie in the desk; none for the site of a loose folder."""
    if site.desk is None:
        return
    root = site.desk.resolve()
    paths, folders = [], [root]
    while folders:
        folder = folders.pop()
        listed = store.listing(folder).found
        paths += [(folder / each.name).relative_to(root).as_posix() for each in listed]
        inside = (each for each in folder.iterdir() if each.is_dir() and not each.is_symlink())
        folders += [
            each
            for each in inside
            if not each.name.startswith(".") and not (folder == root and each.name in _HOLD)
        ]
    read = site.library.read(sorted(paths))
    yield from (each for each in read.values() if isinstance(each, Held))
