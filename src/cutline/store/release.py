"""Releases: a site is complete, verified and durable before anybody is pointed at it.

``releases/NNNN/`` holds ``manifest.json`` and ``www/``. A release is built under a hidden
name, renamed, and shown by one rename of a symbolic link.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from cutline.model import StoreError
from cutline.store import write
from cutline.store.batch import Batch
from cutline.store.kept import kept
from cutline.store.lock import exclusive
from cutline.store.manifest import (
    MANIFEST,
    WWW,
    Entry,
    Manifest,
    complaints,
    load,
    sha256_of,
    untouched,
)
from cutline.store.names import check_path, quoted
from cutline.store.places import Places, refuse_foreign

Check = Callable[[Path], Iterable[str]]
"""Looks over a finished ``www`` folder and says what is wrong with it, if anything."""


@dataclass(frozen=True, slots=True)
class Published:
    """A release that the link points at.

    Attributes:
        number: Its number, four digits or more.
        manifest: What it holds.
        fresh: Paths of the files written anew; the others are shared with earlier ones.
        left: Why older releases could not be removed, a sentence each; the site is fine.
    """

    number: str
    manifest: Manifest
    fresh: frozenset[str]
    left: tuple[str, ...] = ()


def current(places: Places) -> Manifest | None:
    """What the site holds now; None where there is none, or none that can be trusted."""
    number = places.pointed_at()
    return None if number is None else load(places.releases / number)


def intact(places: Places) -> bool:
    """Whether the site still is what was published, as far as stat shows (60 ms for 10,000 files).

    Missing, added, resized and rewritten files show; ``verify`` reads every byte instead.
    """
    number, manifest = places.pointed_at(), current(places)
    if number is None or manifest is None:
        return False
    return untouched(places.releases / number, manifest)


def verify(places: Places) -> tuple[str, ...]:
    """Re-hash every file of the site: a sentence for each that is not as published."""
    number = places.pointed_at()
    if number is None:
        return (f"{quoted(places.out)} is not a site that cutline published",)
    return verify_release(places, number)


def verify_release(places: Places, number: str) -> tuple[str, ...]:
    """Re-hash every file of one release: a sentence for each that is not as published."""
    folder = places.releases / number
    manifest = load(folder)
    if manifest is None:
        return (f"release {number} has no readable manifest",)
    return tuple(complaints(folder / WWW, manifest.files, frozenset(manifest.paths)))


@contextmanager
def holding(places: Places, photographs: Path, *, patient: bool = False) -> Iterator["Releases"]:
    """Hold the site's lock; unfinished work of a crashed run is removed.

    Args:
        places: Where the site is, or goes.
        photographs: The folder of the photographs, where it must not go.
        patient: Wait for whoever holds it: for what must be done in any case.

    Raises:
        BusyError: somebody else is publishing to the same place.
        StoreError: the site must not go there, or the folders cannot be made.
    """
    refuse_foreign(places, photographs)
    with exclusive(places.lock, quoted(places.out), patient=patient):
        write.make_folder(places.releases, mode=write.PASSAGE)
        write.make_folder(places.out.parent)
        if places.releases.parent != places.out.parent:  # a hidden folder beside the site
            write.let_through(places.releases.parent)
        _clear(places)
        yield Releases(places)


@contextmanager
def building(places: Places, photographs: Path) -> Iterator["Builder"]:
    """Hold the site's lock and build its next release; as ``holding`` and ``Releases.next``."""
    with holding(places, photographs) as releases, releases.next() as build:
        yield build


class Releases:
    """The releases of a site whose lock is held; given by ``holding``."""

    def __init__(self, places: Places) -> None:
        self._places = places

    @property
    def numbers(self) -> tuple[str, ...]:
        """The numbers of the releases on disk, oldest first."""
        return kept(self._places.releases).numbers

    def manifest(self, number: str) -> Manifest | None:
        """What a release holds; None if its manifest cannot be read."""
        return load(self._places.releases / number)

    def next(self) -> AbstractContextManager["Builder"]:
        """Build the next release; what is unfinished at the end is removed."""
        numbers = self.numbers
        return self._build(f"{int(numbers[-1]) + 1 if numbers else 1:04}")

    def again(self, number: str) -> AbstractContextManager["Builder"]:
        """Build a release that nobody is pointed at once more, to take the place of itself."""
        return self._build(number)

    def remove(self, number: str) -> None:
        """Remove a release that nobody is pointed at.

        Raises:
            StoreError: it is the one that is shown, or it could not be removed.
        """
        if number == self._places.pointed_at():
            raise StoreError(f"release {number} is the one that readers see")
        _remove(self._places.releases / number)

    @contextmanager
    def _build(self, number: str) -> Iterator["Builder"]:
        partial = self._places.releases / f".{number}.partial"
        with Batch(partial) as batch:
            try:
                yield Builder(self._places, number, batch, self.numbers)
            except BaseException:
                _discard(partial)
                raise
        if partial.exists():
            write.remove_tree(partial)


class Builder:
    """One release in the making; given by ``building`` or ``Releases``."""

    def __init__(self, places: Places, number: str, batch: Batch, earlier: Sequence[str]) -> None:
        self._places = places
        self._number = number
        self._batch = batch
        self._earlier = earlier
        self._folder = places.releases / f".{number}.partial"
        self._entries: dict[str, Entry] = {}
        self._fresh: set[str] = set()
        self._begun_ns = self._folder.stat().st_mtime_ns
        self._known = _Known(places.releases / number for number in reversed(earlier))

    def add(self, path: str, data: bytes, *, key: str = "") -> None:
        """Write one file of the site.

        Args:
            path: Relative, of ``[a-z0-9._/-]``.
            data: Its bytes. Bytes that an earlier release has are linked, not written.
            key: Digest of all that the bytes were made from, if the next release should
                be able to ``reuse`` them without making them.

        Raises:
            StoreError: the path is not allowed or already taken, or the disk refused.
        """
        digest = hashlib.sha256(data).hexdigest()
        if self.link(path, digest, key=key):
            return
        self._note(Entry(path, digest, len(data), key))
        self._batch.put(f"{WWW}/{path}", data)
        self._fresh.add(path)

    def link(self, path: str, sha256: str, *, key: str = "") -> bool:
        """Share a file of an earlier release that has these bytes, if one still has them.

        Returns:
            False if none has, or all its files were damaged since: then ``add`` the bytes.

        Raises:
            StoreError: the path is not allowed or already taken, or the disk refused.
        """
        return self._share(path, self._known.by_digest(sha256), key)

    def reuse(self, path: str, key: str) -> bool:
        """Share a file of an earlier release that was added with the same ``key``.

        Returns:
            False if there is none, or all were damaged since: then make the bytes.

        Raises:
            StoreError: the path is not allowed or already taken, or the disk refused.
        """
        return bool(key) and self._share(path, self._known.by_key(key), key)

    def has(self, path: str) -> bool:
        """Whether the release in the making has a file of this path."""
        return path in self._entries

    def drop(self, prefix: str) -> None:
        """Take out again every file whose path begins with ``prefix``.

        Raises:
            StoreError: one could not be removed.
        """
        for path in [path for path in self._entries if path.startswith(prefix)]:
            self._batch.drop(f"{WWW}/{path}")
            del self._entries[path]
            self._fresh.discard(path)

    def finish(
        self, facts: Mapping[str, object], checks: Iterable[Check] = (), *, keep: int = 5
    ) -> Published:
        """Verify, make durable, show, and remove releases beyond ``keep``.

        Every file must be there with its size and nothing else; what was written is read
        back and hashed (what is shared was hashed when it was linked).

        Args:
            facts: Whatever the caller wants to find in the manifest again; JSON values.
            checks: Each looks over the finished ``www``.
            keep: How many releases stay, this one among them; at least 1.

        Raises:
            StoreError: a check complained, or the disk refused; the old site stands.
        """
        manifest = self._complete(facts, checks)
        release = self._places.releases / self._number
        try:
            write.move(self._folder, release)
            write.switch(self._places.out, self._places.target(self._number))
        except StoreError:
            if self._places.pointed_at() != self._number:
                with suppress(StoreError):  # never shown: nothing must step back to it
                    _remove(release)
            raise
        left = tuple(_prune(self._places, self._earlier, keep - 1))
        return Published(self._number, manifest, frozenset(self._fresh), left)

    def replace(self, facts: Mapping[str, object], checks: Iterable[Check] = ()) -> None:
        """Verify, make durable, and take the place of the release of the same number.

        Nobody is pointed at that one. A crash between the two renames loses it; readers keep
        the site, and stepping back has one release less.

        Args:
            facts: As for ``finish``.
            checks: As for ``finish``.

        Raises:
            StoreError: a check complained, the disk refused, or readers see that release.
        """
        if self._number == self._places.pointed_at():
            raise StoreError(f"release {self._number} is the one that readers see")
        self._complete(facts, checks)
        release = self._places.releases / self._number
        old = self._places.releases / f".{self._number}.old"
        write.move(release, old)
        write.move(self._folder, release)
        write.remove_tree(old)

    def _complete(self, facts: Mapping[str, object], checks: Iterable[Check]) -> Manifest:
        """The manifest of the finished folder, which is whole and durable from here on."""
        manifest = Manifest(tuple(sorted(self._entries.values())), dict(facts))
        www = self._folder / WWW
        wrong = list(complaints(www, manifest.files, self._fresh)) or _empty(manifest)
        wrong += [sentence for check in checks for sentence in check(www)]
        if wrong:
            more = f", and {len(wrong) - 1} more" if len(wrong) > 1 else ""
            raise StoreError(f"the new site is not whole: {wrong[0]}{more}", "the old one stands")
        self._batch.put(MANIFEST, manifest.to_json(), mode=write.PRIVATE_FILE)
        self._batch.settle()
        return manifest

    def _share(self, path: str, known: "Sequence[_Held]", key: str) -> bool:
        for source, entry in _apart(known):
            if sha256_of(source) == entry.sha256:
                self._note(Entry(path, entry.sha256, entry.bytes, key))
                dated_ns = source.lstat().st_mtime_ns
                # A date later than this release's would look like a change after publishing.
                self._batch.link(f"{WWW}/{path}", source, copy=dated_ns > self._begun_ns)
                return True
        return False

    def _note(self, entry: Entry) -> None:
        if check_path(entry.path) in self._entries:
            raise StoreError(f"the release has two files of the name {quoted(entry.path)}")
        self._entries[entry.path] = entry


_Held = tuple[Path, Entry]


def _apart(known: Iterable[_Held]) -> Iterator[_Held]:
    """Those that are there, without second names of one file: they share its damage."""
    seen = set()
    for source, entry in known:
        with suppress(OSError):
            status = source.lstat()
            if (place := (status.st_dev, status.st_ino)) not in seen:
                seen.add(place)
                yield source, entry


class _Known:
    """The files of releases, newest first, by content and by key; read when asked."""

    def __init__(self, releases: Iterable[Path]) -> None:
        self._releases = tuple(releases)
        self._digests: dict[str, list[_Held]] | None = None
        self._keys: dict[str, list[_Held]] = {}

    def by_digest(self, sha256: str) -> Sequence[_Held]:
        """Files with these bytes, as their manifests say."""
        return self._read().get(sha256, ())

    def by_key(self, key: str) -> Sequence[_Held]:
        """Files made from the same, as their manifests say."""
        self._read()
        return self._keys.get(key, ())

    def _read(self) -> Mapping[str, Sequence[_Held]]:
        if self._digests is None:
            self._digests = {}
            for folder in self._releases:
                manifest = load(folder)
                for entry in manifest.files if manifest else ():
                    found = (folder / WWW / entry.path, entry)
                    self._digests.setdefault(entry.sha256, []).append(found)
                    if entry.key:
                        self._keys.setdefault(entry.key, []).append(found)
        return self._digests


def _empty(manifest: Manifest) -> list[str]:
    return [] if manifest.files else ["it holds no files"]


def _clear(places: Places) -> None:
    """Remove what a crashed run left, as the lock is held."""
    write.sweep(places.out)
    for path in kept(places.releases).unfinished:
        write.remove_tree(path)


def _prune(places: Places, earlier: Sequence[str], keep: int) -> Iterator[str]:
    """Remove the oldest of the earlier releases beyond ``keep``; say what would not go.

    What has no manifest of ours may be somebody's own: it stays.
    """
    for old in earlier[: max(0, len(earlier) - keep)]:
        release = places.releases / old
        if load(release) is None:
            yield f"{quoted(release)} stays, as its manifest cannot be read; remove it yourself"
            continue
        try:
            _remove(release)
        except StoreError as error:
            yield str(error)


def _remove(release: Path) -> None:
    """Remove a release: renamed first, as a half-removed one must never look complete."""
    hidden = release.with_name(f".{release.name}.old")
    write.move(release, hidden)
    write.remove_tree(hidden)


def _discard(partial: Path) -> None:
    """Remove an unfinished release; the fault that ended it is what the caller must hear."""
    try:
        if partial.exists():
            write.remove_tree(partial)
    except StoreError:
        return  # the next run clears it
