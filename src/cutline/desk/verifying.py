"""Everything that was kept, hashed again: releases, originals, sidecars, ledger, records."""

import re
from collections.abc import Iterator

from cutline import store
from cutline.desk import ledger
from cutline.desk.crawl import Gone, traces
from cutline.desk.record import kept, usages
from cutline.desk.standing import Standing
from cutline.model import CutlineError, ReadError

_NAMED = re.compile(r"\.([0-9a-f]{12})\.[a-z0-9]+\Z")
"""How the name of an original ends that says its hash."""


def verify(site: Standing) -> Iterator[str]:
    """What is not as it was kept: a sentence each.

    Releases are compared with their manifests, byte for byte; originals with the hash under
    which they last ran, and with the one in their name; older revisions of sidecars are read,
    and so is every fact of the ledger. Killed photographs must be in no release.

    Raises:
        CutlineError: a folder cannot be read.
    """
    numbers = store.kept(site.places.releases).numbers
    for done, number in enumerate(numbers, 1):
        site.progress("reading releases", done, len(numbers))
        for sentence in store.verify_release(site.places, number):
            yield f"release {number}: {sentence}"
    if site.places.pointed_at() not in numbers and numbers:
        yield f"{store.quoted(site.places.out)} does not point at a release"
    yield from ledger.damaged(site.places)
    yield from _denied(site, numbers)
    yield from _originals(site)
    yield from _revisions(site)


def _denied(site: Standing, numbers: tuple[str, ...]) -> Iterator[str]:
    try:
        denied = ledger.kills(site.places)
    except CutlineError:
        return  # the fact that cannot be read was named already
    if denied:
        for number in numbers:
            for sentence in traces(site.places.releases / number, Gone(tuple(denied))):
                yield f"release {number} holds a killed photograph: {sentence}"


def _originals(site: Standing) -> Iterator[str]:
    """Originals of the desk that ran: as they were when they last ran."""
    if site.desk is None:
        return  # nobody knows where the photographs of a loose folder lie by now
    last: dict[str, tuple[str, str]] = {}
    for story in store.recorded(site.places):
        for record in kept(site.places, story):
            for usage in usages(record):
                path, sha256 = usage.get("path"), usage.get("sha256")
                if isinstance(path, str) and isinstance(sha256, str):
                    last.setdefault(path, (sha256, story))
    for done, (path, (sha256, story)) in enumerate(sorted(last.items()), 1):
        site.progress("reading originals", done, len(last))
        try:
            found = store.read(site.desk.resolve(), path).sha256
        except ReadError as error:
            yield f"{error.message}; it ran in “{story}”"
            continue
        named = _NAMED.search(path)
        if found != sha256:
            yield f"{store.quoted(path)} is not the photograph that ran in “{story}”"
        elif named and not found.startswith(named[1]):
            yield f"{store.quoted(path)} is not the photograph that its name says"


def _revisions(site: Standing) -> Iterator[str]:
    """Older revisions of sidecars: numbered without a gap, and there."""
    for folder in sorted(site.places.ledger.glob("sidecars/*")):
        if not folder.is_dir():
            continue
        found = sorted(int(path.stem) for path in folder.iterdir() if path.stem.isdecimal())
        shown = store.quoted(folder.relative_to(site.places.ledger.parent).as_posix())
        if found != list(range(1, len(found) + 1)):
            yield f"{shown} lacks a revision of a sidecar"
        for path in folder.iterdir():
            if path.stem.isdecimal() and not path.stat().st_size:
                yield f"{shown} holds an empty revision of a sidecar"
