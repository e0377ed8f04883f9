"""Where the things of a publication lie, and where a site must not go."""

import os
import re
from dataclasses import dataclass
from pathlib import Path

from cutline.model import StoreError
from cutline.store import write
from cutline.store.kept import kept
from cutline.store.manifest import MANIFEST, WWW
from cutline.store.names import quoted


@dataclass(frozen=True, slots=True)
class Places:
    """The folders of one publication; all absolute.

    Attributes:
        out: The site: a symbolic link to ``www`` of a release.
        releases: Folder of releases.
        lock: Lock file; who publishes to ``out`` holds it.
        cache: Folder of what can be made again.
        editions: Folder of editions, one folder for each story.
        ledger: Folder of what somebody answers for: kills, withdrawals, overrides.
    """

    out: Path
    releases: Path
    lock: Path
    cache: Path
    editions: Path
    ledger: Path

    @property
    def folders(self) -> tuple[Path, ...]:
        """Every folder of ours, those above before those in them."""
        inner = self._inner()
        return tuple(sorted({*inner, *(path.parent for path in inner[1:])}))

    def target(self, number: str) -> str:
        """What the link says when it points at release ``number``: relative to its folder."""
        return str(self.releases.relative_to(self.out.parent) / number / "www")

    def refuse_among(self, path: Path) -> None:
        """Let nothing but a publish write among what is published, or kept of it.

        Raises:
            StoreError: a file or folder of this path would lie there, links followed.
        """
        where = path.absolute().parent.resolve()
        ours = any(where.is_relative_to(folder.resolve()) for folder in self._inner())
        above = (each for each in (where, *where.parents) if each.name == WWW)
        if ours or any((each.parent / MANIFEST).is_file() for each in above):  # of any site
            message = f"{quoted(path)} lies among what cutline keeps of the site"
            raise StoreError(message, "choose another place")

    def _inner(self) -> tuple[Path, ...]:
        return (self.lock.parent, self.releases, self.cache, self.editions, self.ledger)

    def pointed_at(self) -> str | None:
        """Number of the release that the link points at; None if it is not a link of ours."""
        try:
            said = str(self.out.readlink())
        except OSError:
            return None
        before, _, after = self.target("*").rpartition("*")
        number = said.removeprefix(before).removesuffix(after)
        ours = re.fullmatch(r"[0-9]{4,9}", number) and said == self.target(number)
        return number if ours else None


def of_desk(desk: Path, to: Path | None = None) -> Places:
    """Places of a desk: its own ``site``, or a site elsewhere with cache and editions here.

    Raises:
        StoreError: ``to`` has no name that a site could have.
    """
    root = desk.resolve()
    local = root / write.OURS
    if to is None:
        out, releases, lock = root / "site", root / "releases", local / "lock"
    else:
        out = _site(to)
        home = _home(out)
        releases, lock = home / "releases", home / "lock"
    return Places(out, releases, lock, local / "cache", root / "editions", root / "ledger")


def of_folder(to: Path) -> Places:
    """Places of a loose folder's site: everything in a hidden folder beside ``to``.

    Raises:
        StoreError: ``to`` has no name that a site could have.
    """
    out = _site(to)
    home = _home(out)
    inner = (home / name for name in ("releases", "lock", "cache", "editions", "ledger"))
    return Places(out, *inner)


def places_of(desk: Path | None, to: Path | None) -> Places:
    """Places of a desk, or of a loose folder's site, which is ``site`` here unless named.

    Raises:
        StoreError: ``to`` has no name that a site could have.
    """
    return of_desk(desk, to) if desk else of_folder(to or Path("site"))


def beside(places: Places) -> Places:
    """Places of a preview: a site of its own, with editions that nobody keeps.

    What can be made again is shared with the site, and so is the ledger: what was taken down
    is not in a preview either.
    """
    home = places.cache.parent / "preview"
    return Places(
        out=home / "site",
        releases=home / "releases",
        lock=home / "lock",
        cache=places.cache,
        editions=home / "editions",
        ledger=places.ledger,
    )


def refuse_foreign(places: Places, photographs: Path) -> None:
    """Refuse to publish over what cutline did not make, or among the photographs.

    An empty real folder is fine: the first switch replaces it by the link.

    Args:
        places: Where the site would go.
        photographs: The folder of the photographs; nothing is written into it.

    Raises:
        StoreError: the site would go where it must not, in one sentence.
    """
    out, hint = places.out, "choose another place with --to"
    theirs = photographs.resolve()
    if out.is_relative_to(theirs):
        raise StoreError(f"{quoted(out)} lies inside the folder of the photographs", hint)
    if out.is_symlink():
        if places.pointed_at() is None:
            raise StoreError(f"{quoted(out)} is a link that cutline did not make", hint)
    elif out.is_dir():
        if next(out.iterdir(), None) is not None:
            raise StoreError(f"{quoted(out)} is a folder that cutline did not make", hint)
    elif out.exists():
        raise StoreError(f"{quoted(out)} is a file that cutline did not make", hint)
    for folder in places.folders:
        refuse_unless_folder(folder)
    kept(places.releases)


def refuse_unless_folder(folder: Path) -> None:
    """Refuse what is not a folder: through a link, cutline would write elsewhere.

    Raises:
        StoreError: a link, or a file, is in the way.
    """
    if folder.is_symlink():
        raise StoreError(
            f"{quoted(folder)} is in the way: it is a link", "put a folder in its place"
        )
    if folder.exists() and not folder.is_dir():
        raise StoreError(f"{quoted(folder)} is in the way: it is a file", "move it away")


def _site(to: Path) -> Path:
    """``to`` made absolute without following a link that stands in its own place."""
    plain = Path(os.path.abspath(to))  # noqa: PTH100 - resolve() would follow that link
    if not plain.name:
        raise StoreError(f"{quoted(to)} is no place for a site", "choose a folder with --to")
    return plain.parent.resolve() / plain.name


def _home(out: Path) -> Path:
    return out.with_name(f".{out.name}{write.OURS}")
