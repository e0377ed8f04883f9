"""Where a site is taken once it is published: the targets of ``cutline.toml``, and zip files."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from cutline import store
from cutline.desk import settings as read
from cutline.desk.config import settings_of
from cutline.desk.home import DESK_FILE
from cutline.desk.ledger import kills
from cutline.desk.remembered import known
from cutline.model import ConfigError, RefusedError
from cutline.targets.bucket import Bucket

if TYPE_CHECKING:
    from cutline.desk.library import Progress

ZIP = ".zip"
_KEYS = tuple(Bucket.__dataclass_fields__)
_VARIABLES = ("key_env", "secret_env", "token_env")
_WORDS = ("endpoint", "region", "prefix", *_VARIABLES)
_VARIABLE = re.compile("[A-Z_][A-Z0-9_]*")
"""No secret looks like this: one that stands here by mistake is refused, and not repeated."""


@dataclass(frozen=True, slots=True)
class Shipped:
    """What taking a site somewhere did.

    Attributes:
        where: The target, as people are told of it.
        did: What was done, in one line.
    """

    where: str
    did: str


@dataclass(frozen=True, slots=True)
class Target:
    """A bucket or a zip file, one of both.

    Attributes:
        name: As a person named it.
        bucket: The bucket of that name in ``cutline.toml``.
    """

    name: str
    bucket: Bucket | None = None


def target_of(name: str, desk: Path | None) -> Target:
    """The target of this name: a file that ends in ``.zip``, or one of ``cutline.toml``.

    Raises:
        ConfigError: there is no such target, or it is not described as it must be.
    """
    if name.lower().endswith(ZIP):
        return Target(name)
    known = targets(desk)
    if name not in known:
        there = f"there are {', '.join(known)}" if known else f"describe it under [targets.{name}]"
        hint = f"{there}; a name that ends in .zip is a file" if desk else "name a .zip file"
        raise ConfigError(f"there is no target “{name[:60]}”", hint)
    return Target(name, known[name])


def targets(desk: Path | None) -> Mapping[str, Bucket]:
    """The buckets that a desk sends its site to, by name.

    Raises:
        ConfigError: one is not described as it must be.
    """
    if desk is None:
        return {}
    table = read.table(settings_of(desk), "targets")
    found = {}
    for name in table:
        try:
            found[name] = _bucket(read.table(table, name))
        except ConfigError as error:
            where = f"{DESK_FILE}: [targets.{name[:40]}]"
            raise ConfigError(f"{where}: {error.message}", error.hint) from error
    return found


def ship(
    places: store.Places, target: Target, now: datetime, progress: "Progress", *, purge: bool
) -> Shipped:
    """Take the site that readers see to a target.

    Raises:
        CutlineError: it is not whole, holds a photograph that was killed, or could not be taken
            there; the site itself stands.
    """
    from cutline import targets as room  # noqa: PLC0415 - only where something is sent

    _refuse_denied(places)
    shipment = room.whole(places)
    if target.bucket is None:
        places.refuse_among(Path(target.name))
        beside = {room.HEADERS_FILE: room.hosted().encode()}
        count = room.pack(shipment, Path(target.name), beside)
        return Shipped(target.name, f"{count} files")
    sent = room.send(shipment, target.bucket, now, progress, purge=purge)
    did = [f"{sent.sent} of {sent.files} files sent"]
    if sent.deleted:
        did.append(f"{sent.deleted} deleted")
    if sent.waiting:
        did.append(f"{sent.waiting} to be deleted when their time has come")
    return Shipped(target.name, ", ".join(did))


def _refuse_denied(places: store.Places) -> None:
    """What was killed is sent nowhere, not even while the kill is at work.

    Raises:
        RefusedError: the site that readers see still holds such a photograph.
    """
    denied = kills(places)
    for facts in known(store.current(places)).values():
        held = facts.get("photographs") if isinstance(facts, dict) else None
        for sha256 in held if isinstance(held, list) else ():
            if kill := denied.get(sha256):
                message = f"the site still holds a photograph killed by {kill.by}"
                hint = f"finish that first: cutline kill {sha256[:12]} --by NAME --reason TEXT"
                raise RefusedError(message, hint)


def _bucket(said: Mapping[str, object]) -> Bucket:
    read.known(said, _KEYS)
    name = read.text(said, "bucket")
    if not name:
        raise ConfigError("it names no bucket", 'write bucket = "…"')
    read.address(said, "endpoint")
    words = {key: value for key in _WORDS if (value := read.text(said, key).strip("/"))}
    for key in _VARIABLES:
        if not _VARIABLE.fullmatch(words.get(key, "A")):
            hint = "it names an environment variable; the key itself never stands in a file"
            raise ConfigError(f"“{key}” is no name of a variable", hint)
    grace = read.count(said, "grace_hours", Bucket(name).grace_hours, least=0)
    return msgspec.convert({**words, "bucket": name, "grace_hours": grace}, type=Bucket)
