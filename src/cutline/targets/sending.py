"""A release into a bucket: only what is missing, the first page last, deletions after a grace.

A record in the bucket says which files are ours and since when one is no longer named. It is
written before the first file, over the one that was seen: of two that send at once, one fails
there, or at the first page that the other wrote. Whatever was sent before an interruption is
found in the listing and not sent again.
"""

import hashlib
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime, timedelta

import msgspec

from cutline.model import TargetError
from cutline.store import Entry
from cutline.targets.bucket import Bucket, Connection, Kept
from cutline.targets.delivery import ASK_AGAIN, is_named, keeping, media_type
from cutline.targets.shipment import Shipment

RECORD = ".cutline/site.json"
"""The record, beside the site's own files; no file of a release can have this name."""

Progress = Callable[[str, int, int], None]

_AT_ONCE = 8
_RECORD_HEADERS = {"Content-Type": "application/json", "Cache-Control": ASK_AGAIN}


@dataclass(frozen=True, slots=True)
class Sent:
    """What sending did.

    Attributes:
        files: How many files the site has.
        sent: How many were sent; the others were there.
        deleted: How many were deleted that no page names any more.
        waiting: How many such files stay until their time has come.
    """

    files: int
    sent: int
    deleted: int
    waiting: int


class _Record(msgspec.Struct, frozen=True):
    """What a bucket holds of ours: release, paths, and since when a path is not named."""

    release: str = ""
    files: tuple[str, ...] = ()
    gone: dict[str, datetime] = {}


def send(
    shipment: Shipment, bucket: Bucket, now: datetime, progress: Progress, *, purge: bool = False
) -> Sent:
    """Bring a bucket to what a release holds; readers have the old pages or the new ones.

    Args:
        shipment: The release.
        bucket: Where it goes.
        now: The instant; a file that is no longer named is deleted ``grace_hours`` after it.
        progress: Told how far it is.
        purge: Delete what is no longer named at once.

    Raises:
        ConfigError: the bucket cannot be reached as it is described.
        ConflictError: somebody else is sending to it.
        StoreError: a file of the release changed meanwhile.
        TargetError: the bucket refused, or holds what is not ours.
    """
    there = Connection(bucket)
    return _Sending(shipment, bucket, there, progress).run(now, purge=purge)


class _Sending:
    """One release on its way into one bucket."""

    def __init__(
        self, shipment: Shipment, bucket: Bucket, there: Connection, progress: Progress
    ) -> None:
        self._shipment = shipment
        self._bucket = bucket
        self._there = there
        self._progress = progress
        self._names = frozenset(entry.path for entry in shipment.files)

    def run(self, now: datetime, *, purge: bool) -> Sent:
        record, tag = self._record()
        held = self._there.listing()
        held.pop(RECORD, None)
        if tag is None and held:
            message = f"{self._bucket.name} holds files that cutline did not put there"
            raise TargetError(message, "empty it, or name another prefix in cutline.toml")
        waves = [self._missing(wave, held) for wave in self._shipment.waves()]
        gone = self._gone(record, held, now)
        grace = timedelta(0) if purge else timedelta(hours=self._bucket.grace_hours)
        due = sorted(path for path, since in gone.items() if now - since >= grace)
        after = _Record(self._shipment.number, tuple(sorted(self._names)), gone)
        total = sum(map(len, waves))
        if total or due or after != record:
            ours = tuple(sorted({*record.files, *self._names}))
            tag = self._note(_Record(record.release, ours, gone), tag)
            self._send(waves, held, total)
            tag = self._note(after, tag)
            self._there.delete(due)
            if due:  # the names of what was taken down go, too
                left = {path: since for path, since in gone.items() if path not in due}
                self._note(_Record(after.release, after.files, left), tag)
        return Sent(len(self._names), total, len(due), len(gone) - len(due))

    def _record(self) -> tuple[_Record, str | None]:
        """What we left there, and its ETag; None for the tag where we never were."""
        found = self._there.read(RECORD)
        if found is None:
            return _Record(), None
        try:
            return msgspec.json.decode(found[0], type=_Record), found[1]
        except msgspec.DecodeError:  # then nothing is known to be ours, and nothing is deleted
            return _Record(), found[1]

    def _note(self, record: _Record, seen: str | None) -> str:
        data = msgspec.json.encode(record, order="sorted")
        return self._there.put(RECORD, data, _RECORD_HEADERS, seen)

    def _missing(self, wave: tuple[Entry, ...], held: Mapping[str, Kept]) -> list[Entry]:
        return [entry for entry in wave if not self._is_there(entry, held.get(entry.path))]

    def _is_there(self, entry: Entry, kept: Kept | None) -> bool:
        if kept is None or kept.size != entry.bytes:
            return False
        if is_named(entry.path):
            return True
        data = self._shipment.read(entry)
        return kept.tag == hashlib.md5(data, usedforsecurity=False).hexdigest()

    def _gone(
        self, record: _Record, held: Mapping[str, Kept], now: datetime
    ) -> dict[str, datetime]:
        """Files of ours that no page names any more, and since when."""
        ours = ({*record.files, *record.gone} - self._names) & held.keys()
        return {path: record.gone.get(path, now) for path in sorted(ours)}

    def _send(self, waves: list[list[Entry]], held: Mapping[str, Kept], total: int) -> None:
        done = 0
        pool = ThreadPoolExecutor(_AT_ONCE)
        try:
            for wave in waves:
                for _ in pool.map(lambda entry: self._put(entry, held.get(entry.path)), wave):
                    done += 1
                    self._progress("sending", done, total)
        finally:
            pool.shutdown(cancel_futures=True)

    def _put(self, entry: Entry, seen: Kept | None) -> None:
        headers = {"Content-Type": media_type(entry.path), "Cache-Control": keeping(entry.path)}
        data = self._shipment.read(entry)
        if is_named(entry.path):
            self._there.put_named(entry.path, data, headers)
        else:
            self._there.put(entry.path, data, headers, seen.tag if seen else None)
