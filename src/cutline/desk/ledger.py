"""The ledger: what was taken down, corrected, let pass, carried away. Only ever added to.

The killed photographs in it are the deny list that every build consults.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

import msgspec

from cutline import __version__, store
from cutline.model import ConfigError, Killed, StoreError

KILL = "kill"
WITHDRAWAL = "withdrawal"
RETURN = "return"
ROLLBACK = "rollback"
CORRECTION = "correction"
OVERRIDE = "override"
EXPORT = "export"
LIKENESS = "likeness"


@dataclass(frozen=True, slots=True)
class Answer:
    """Who answers for something, why, and when.

    Attributes:
        by: Who.
        reason: Why.
        at: When, with its zone.
    """

    by: str
    reason: str
    at: datetime

    def __post_init__(self) -> None:
        if not self.by.strip() or not self.reason.strip():
            raise ConfigError(
                "a name and a reason are needed", "say who with --by, why with --reason"
            )


@dataclass(frozen=True, slots=True)
class Subject:
    """A photograph that is to be killed, or was.

    Attributes:
        sha256: Hex digest of its original: what is denied for good.
        name: What it was called when it was killed.
    """

    sha256: str
    name: str


@dataclass(frozen=True, slots=True)
class Kill:
    """A photograph that never runs again, and who said so.

    Attributes:
        photograph: Which one.
        by: Who.
        reason: Why.
        day: When.
        likeness: Fingerprint of what it showed, in hex; empty where its file was not at hand.
    """

    photograph: Subject
    by: str
    reason: str
    day: str
    likeness: str = ""


@dataclass(frozen=True, slots=True)
class Export:
    """What was carried away of a story: copies of it lie where nobody knows.

    Attributes:
        story: Its name.
        format: As what.
        photographs: Hashes of those that are in it.
        day: When that was first done.
    """

    story: str
    format: str
    photographs: frozenset[str]
    day: str


class _Photograph(msgspec.Struct, frozen=True):
    sha256: str
    name: str = ""
    likeness: str = ""


class _Fact(msgspec.Struct, frozen=True):
    what: str
    at: str
    by: str = ""
    reason: str = ""
    story: str = ""
    site: str = ""
    photographs: tuple[_Photograph, ...] = ()
    date: str = ""
    text: str = ""
    code: str = ""
    format: str = ""


def enter(places: store.Places, what: str, at: datetime, **said: object) -> None:
    """Enter a fact.

    Args:
        places: Where the ledger lies.
        what: One of the words above.
        at: When, with its zone.
        said: What else is to be known; JSON values.

    Raises:
        StoreError: it could not be written.
    """
    fact = {"what": what, "at": at.isoformat(timespec="seconds"), **said, "cutline": __version__}
    store.enter(places, msgspec.json.format(msgspec.json.encode(fact), indent=1) + b"\n")


def enter_kill(places: store.Places, photographs: Sequence[Subject], answer: Answer) -> None:
    """Enter the photographs that are not denied yet: from here on, nothing is built with them.

    Raises:
        StoreError: it could not be written, or a fact of the ledger cannot be read.
    """
    denied = kills(places)
    new = [each for each in photographs if each.sha256 not in denied]
    if new:
        listed = [{"sha256": each.sha256, "name": each.name} for each in new]
        who = {"by": answer.by.strip(), "reason": answer.reason.strip()}
        enter(places, KILL, answer.at, **who, photographs=listed)


def kills(places: store.Places) -> Mapping[str, Kill]:
    """The photographs that never run again, by hash.

    Raises:
        StoreError: a fact cannot be read: then nobody can say what is denied.
    """
    facts = tuple(_facts(places))
    shown = {
        each.sha256: each.likeness
        for fact in facts
        if fact.what == LIKENESS
        for each in fact.photographs
    }
    return {
        each.sha256: Kill(
            Subject(each.sha256, each.name),
            fact.by,
            fact.reason,
            fact.at[:10],
            shown.get(each.sha256, ""),
        )
        for fact in facts
        if fact.what == KILL
        for each in fact.photographs
    }


def looks(denied: Mapping[str, Kill]) -> tuple[Killed, ...]:
    """What others could be copies of, of the photographs that never run again."""
    from cutline.imaging import read_likeness  # noqa: PLC0415 - a publish of nothing new asks kills

    shown = ((each, read_likeness(each.likeness)) for each in denied.values())
    return tuple(
        Killed(
            each.photograph.name or each.photograph.sha256[:12],
            f"by {each.by} on {each.day}: {each.reason.rstrip('.')}",
            likeness,
        )
        for each, likeness in shown
        if likeness is not None
    )


def withdrawal(places: store.Places, story: str) -> tuple[str, str, str] | None:
    """Day, name and reason of a story's withdrawal from this site; None if it may run.

    Raises:
        StoreError: a fact cannot be read.
    """
    about = (
        fact
        for fact in _facts(places)
        if fact.what in (WITHDRAWAL, RETURN) and (fact.story, fact.site) == (story, places.out.name)
    )
    last = next(about, None)
    if last is None or last.what == RETURN:
        return None
    return last.at[:10], last.by, last.reason


def exports(places: store.Places) -> Iterator[Export]:
    """What was carried away, the latest first.

    Raises:
        StoreError: a fact cannot be read.
    """
    for fact in _facts(places):
        if fact.what == EXPORT:
            hashes = frozenset(each.sha256 for each in fact.photographs)
            yield Export(fact.story, fact.format, hashes, fact.at[:10])


def corrections(places: store.Places, story: str) -> frozenset[tuple[str, str]]:
    """Date and words of every correction of a story that was entered.

    Raises:
        StoreError: a fact cannot be read.
    """
    facts = (fact for fact in _facts(places) if fact.what == CORRECTION and fact.story == story)
    return frozenset((fact.date, fact.text) for fact in facts)


def damaged(places: store.Places) -> tuple[str, ...]:
    """A sentence for each fact that cannot be read.

    Raises:
        StoreError: the ledger cannot be listed.
    """
    return tuple(
        str(_unread(str(path))) for path, text in store.entered(places) if _decoded(text) is None
    )


def _facts(places: store.Places) -> Iterator[_Fact]:
    """The facts, the latest first."""
    for path, text in store.entered(places):
        fact = _decoded(text)
        if fact is None:
            raise _unread(str(path))
        yield fact


def _decoded(text: bytes) -> _Fact | None:
    try:
        return msgspec.json.decode(text, type=_Fact)
    except msgspec.DecodeError:
        return None


def _unread(path: str) -> StoreError:
    shown = store.quoted(path)
    return StoreError(f"the ledger is damaged: {shown} cannot be read", "bring it back from a copy")
