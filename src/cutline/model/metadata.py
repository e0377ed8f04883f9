"""What a photograph's metadata says, property by property, and who said it.

Property ids are those of the IPTC Photo Metadata TechReference (``creditLine``,
``creatorNames``, ``altTextAccessibility`` …). A value is kept as it was read: text as
``str``, text with languages as ``LangText``, repeated text as a tuple of ``str``,
structures as tuples of mappings. Nothing is filled from something else.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TypeAlias

Struct: TypeAlias = "Mapping[str, Value]"
"""One IPTC structure (a licensor, a location …): TechReference ids to values."""


@dataclass(frozen=True, slots=True)
class LangText:
    """Text in languages: RFC 4646 tag to words, ``x-default`` first where there is one.

    Source: XMP Specification Part 1, clause 8.2.2.4 (Language Alternatives).
    """

    words: Mapping[str, str]

    def best(self, language: str = "x-default") -> str:
        """The words in ``language``, else in its primary tag, else the default, else any."""
        primary = language.split("-", maxsplit=1)[0].lower()
        for tag in (language, primary, "x-default"):
            if tag in self.words:
                return self.words[tag]
        kin = (words for tag, words in self.words.items() if tag.lower().startswith(primary))
        return next(kin, next(iter(self.words.values()), ""))


Value: TypeAlias = (
    "str | int | float | bool | LangText | tuple[str, ...] | tuple[Struct, ...] | Struct"
)


@dataclass(frozen=True, slots=True)
class Field:
    """One property's value, which container said it, and what others said instead.

    Attributes:
        value: The value after the written order of precedence.
        origin: ``xmp``, ``iim``, ``exif``, ``sidecar`` or ``story``.
        differs: Containers that hold another value, and that value; never one that merely
            is the same value cut at its byte limit.
    """

    value: Value
    origin: str
    differs: Mapping[str, Value] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class Metadata:
    """All properties that were found, by TechReference id."""

    fields: Mapping[str, Field] = field(default_factory=lambda: MappingProxyType({}))

    def text(self, name: str, language: str = "x-default") -> str:
        """The property as one plain text; empty where it is not set."""
        entry = self.fields.get(name)
        if entry is None:
            return ""
        if isinstance(entry.value, LangText):
            return entry.value.best(language)
        if isinstance(entry.value, tuple):
            return "; ".join(part for part in entry.value if isinstance(part, str))
        return "" if isinstance(entry.value, Mapping) else str(entry.value)

    def texts(self, name: str) -> tuple[str, ...]:
        """A repeated property; a single text counts as one."""
        entry = self.fields.get(name)
        if entry is None or entry.value == "":
            return ()
        if isinstance(entry.value, tuple):
            return tuple(part for part in entry.value if isinstance(part, str))
        return (self.text(name),)

    def structs(self, name: str) -> tuple[Struct, ...]:
        """A repeated structure (licensors, locations shown …)."""
        entry = self.fields.get(name)
        if entry is None or not isinstance(entry.value, tuple):
            return ()
        return tuple(part for part in entry.value if isinstance(part, Mapping))
