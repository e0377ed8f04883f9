"""A person's edits of what a photograph says, as they are typed: ``creditLine=Ana Silva``.

They go into the sidecar of a photograph of a desk. A loose folder is never written to.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from difflib import get_close_matches
from pathlib import Path

from cutline import metadata, store
from cutline.desk.answers import Progress
from cutline.desk.editing import edit
from cutline.desk.home import find_desk
from cutline.desk.inspect import Inspected, inspect
from cutline.desk.typed import meant, typed
from cutline.metadata import Kind, Property
from cutline.model import (
    CLEARED,
    Cleared,
    ConfigError,
    CutlineError,
    LangText,
    Metadata,
    ReadError,
    Value,
)

_NAMED = re.compile(r"(?P<id>[A-Za-z]+)(?:-(?P<tag>[A-Za-z0-9]{2,8}(?:-[A-Za-z0-9]{1,8})*))?")
_DEFAULT = "x-default"
_BEGUN = 3
"""Letters of a name from which on it is taken as begun."""
_ALL = "cutline metadata --format json shows the names in use; all: IPTC TechReference"


@dataclass(frozen=True, slots=True)
class Asked:
    """What a person wants changed, in each of several photographs.

    Attributes:
        values: Properties with the language and the words of each value, in order. The
            language is empty where none was said, the words where that language shall go.
        cleared: TechReference ids of properties that shall say nothing.
        reverted: Those that shall say again what was supplied.
        author: Who wants it.
    """

    values: Mapping[str, tuple[tuple[str, str], ...]]
    cleared: frozenset[str]
    reverted: frozenset[str]
    author: str

    @property
    def ids(self) -> tuple[str, ...]:
        """Every property that is changed, each once: what is set first, as it was typed."""
        others = (*sorted(self.cleared), *sorted(self.reverted))
        return tuple(dict.fromkeys((*self.values, *others)))


def asked(
    values: Sequence[str], cleared: Sequence[str], reverted: Sequence[str], author: str
) -> Asked:
    """Understand what was typed.

    Args:
        values: ``ID=VALUE`` each, ``ID-de=VALUE`` for the words in one language; an ID with
            several values stands several times.
        cleared: Properties to empty; ``ID-de`` of the words in one language.
        reverted: Properties whose edits are taken back.
        author: Who edits.

    Raises:
        ConfigError: a property is unknown, or cannot be typed, or nobody answers for it.
    """
    if not author.strip():
        raise ConfigError("nobody answers for this edit", "say who: --by NAME")
    found: dict[str, list[tuple[str, str]]] = {}
    for said in values:
        name, equals, value = said.partition("=")
        if not equals or not value.strip():
            hint = "write --set creditLine='Ana Silva'; --clear creditLine empties it"
            raise ConfigError(f"“{said[:60]}” sets nothing", hint)
        entry, tag = _property(name.strip())
        found.setdefault(entry.id, []).append((tag, meant(entry, value.strip())))
    emptied = set()
    for name in cleared:
        entry, tag = _property(name)
        if tag:
            found.setdefault(entry.id, []).append((tag, ""))
        else:
            emptied.add(entry.id)
    back = frozenset(_property(name)[0].id for name in reverted)
    if both := sorted((emptied & found.keys()) | (back & (emptied | found.keys()))):
        raise ConfigError(f"{both[0]} is asked to say two things", "--set, --clear or --revert it")
    words = {id: tuple(each) for id, each in found.items()}
    return Asked(words, frozenset(emptied), back, author.strip())


def amend(
    photographs: Sequence[Path], wanted: Asked, at: datetime, progress: Progress
) -> Iterator[Inspected | CutlineError]:
    """Lay the edits over what each photograph says.

    Yields:
        What each photograph says now; in its stead the reason why it could not be edited.
    """
    for path in photographs:
        try:
            (before,) = inspect([path], progress)
            _amend(before, wanted, at)
        except CutlineError as error:
            yield error
            continue
        (after,) = inspect([path], progress)
        yield replace(after, edited=wanted.ids)


def _amend(before: Inspected, wanted: Asked, at: datetime) -> None:
    shown = store.display_name(str(before.path))
    desk = find_desk(before.path.parent)
    if desk is None:
        hint = "make one with cutline init, and edit there"
        raise ConfigError(f"“{shown}” is in no desk: nothing is written beside it", hint)
    if before.found is None:
        raise ReadError(before.reason)
    said = before.found.reading.metadata
    values: dict[str, Value | Cleared] = {
        id: _value(metadata.BY_ID[id], each, said) for id, each in wanted.values.items()
    }
    values.update(dict.fromkeys(wanted.cleared, CLEARED))
    path = before.path.resolve().relative_to(desk).as_posix()
    seen, under = before.found.revision, before.corrected_layer
    edit(
        desk,
        path,
        values,
        reverted=wanted.reverted,
        author=wanted.author,
        at=at,
        seen=seen,
        corrections=under,
    )


def _property(typed: str) -> tuple[Property, str]:
    """The property that a name means, whatever its capitals, and the language asked for."""
    named = _NAMED.fullmatch(typed)
    ids = {id.lower(): id for id in metadata.BY_ID}
    id = ids.get(named["id"].lower()) if named else None
    if named is None or id is None:
        near = _nearest(typed.partition("-")[0].lower(), ids)
        hint = f"perhaps {ids[near]}" if near else _ALL
        raise ConfigError(f"“{typed[:60]}” is no property of the standard", hint)
    entry = metadata.BY_ID[id]
    if not entry.xmp:
        hint = "write embargo: into the front matter of a story"
        raise ConfigError(f"{id} is the wire's own and no sidecar holds it", hint)
    if entry.kind in (Kind.STRUCT, Kind.STRUCTS):
        hint = "edit its parts in a program that writes XMP sidecars; cutline reads them"
        raise ConfigError(f"{id} has parts and cannot be typed in one line", hint)
    if named["tag"] and entry.kind is not Kind.LANG:
        raise ConfigError(f"{id} is in no language", f"write --set {id}=…")
    return entry, named["tag"] or ""


def _nearest(typed: str, ids: Iterable[str]) -> str:
    """The id that was begun, the shortest first; else the one most like it; else empty."""
    begun = [id for id in ids if len(typed) >= _BEGUN and id.startswith(typed)]
    return min(begun, key=len) if begun else next(iter(get_close_matches(typed, ids, 1)), "")


def _value(entry: Property, said: tuple[tuple[str, str], ...], now: Metadata) -> "Value | Cleared":
    if entry.kind is Kind.LANG:
        old = now.fields[entry.id].value if entry.id in now.fields else ""
        kept = dict(old.words) if isinstance(old, LangText) else {_DEFAULT: str(old)}
        words = kept if any(tag for tag, _ in said) else {}
        words.update((tag or _DEFAULT, text) for tag, text in said)
        left = {tag: text for tag, text in words.items() if text}
        return LangText(left) if left else CLEARED
    if entry.kind is Kind.TEXTS:
        return tuple(text for _, text in said)
    if len(said) > 1:
        raise ConfigError(f"{entry.id} has one value, and {len(said)} are set", "set one")
    return typed(entry, said[0][1])
