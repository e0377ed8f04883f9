"""Who may stand in a credit line: agencies, publishers and marks, looked up by folded form.

The forms are data (``parties.toml``), general knowledge of the trade; a desk adds its own.
"""

import tomllib
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal, NamedTuple, get_args

Kind = Literal["wire", "agency", "stock", "platform", "publisher", "body", "mark"]


class Party(NamedTuple):
    """A known part of a credit line.

    Attributes:
        name: Canonical name (``Getty Images``); for a mark, the flag's name (``pool``).
        kind: What it is. A platform is a place on the net; a body is an organisation that is
            neither agency nor publisher. A mark is no organisation: it says how the picture came.
        form: The form that matched, as we would print it.
    """

    name: str
    kind: Kind
    form: str

    @property
    def delivers(self) -> bool:
        """True for those that deliver pictures to others: wires, agencies, stock libraries."""
        return self.kind in ("wire", "agency", "stock")


class _Folding(dict[int, str]):
    """What each character of a decomposed text in small letters becomes."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        if unicodedata.combining(character) or character in ".'’":
            self[code] = ""
        else:
            self[code] = character if character.isalnum() else " "
        return self[code]


_FOLDING = _Folding()


def fold_once(text: str) -> str:
    """``fold`` of what is asked once: nothing is remembered."""
    if text.isascii():
        return " ".join(text.lower().translate(_FOLDING).split())
    bare = unicodedata.normalize("NFKD", text.casefold()).translate(_FOLDING)
    return unicodedata.normalize("NFC", " ".join(bare.split()))


_fold_short = lru_cache(maxsize=8192)(fold_once)


def fold(text: str) -> str:
    """Letters and digits in one case, accents off, words parted by one space.

    ``AP-Photo``, ``ap photo`` and ``AP PHOTO`` fold to one form; so do ``S. Paulo`` and
    ``S.Paulo``, because points vanish and hyphens part words.
    """
    return _fold_short(text) if len(text) <= 80 else fold_once(text)


@dataclass(frozen=True, eq=False)
class Parties:
    """The known parties. Put together once and shared: two of them are never equal.

    Attributes:
        by_form: By folded form.
        rank: How far down the chain a party stands where a line does not say so.
        brand: Names that their house replaces where it delivers itself: ``PA Wire``.
        within: The house that a library belongs to: ``iStock`` is Getty Images'.
        carries: Whose pictures a supplier passes on by agreement.
    """

    by_form: Mapping[str, Party]
    rank: Mapping[str, int] = field(default_factory=dict)
    brand: Mapping[str, str] = field(default_factory=dict)
    within: Mapping[str, str] = field(default_factory=dict)
    carries: Mapping[str, frozenset[str]] = field(default_factory=dict)

    @cached_property
    def near(self) -> Mapping[str, tuple[str, ...]]:
        """Forms by their first and by their last two letters, for near misses."""
        near: defaultdict[str, list[str]] = defaultdict(list)
        for form, party in self.by_form.items():
            if party.kind != "mark":
                near[form[:2]].append(form)
                near["$" + form[-2:]].append(form)
        return MappingProxyType({edge: tuple(forms) for edge, forms in near.items()})

    @cached_property
    def mark_words(self) -> frozenset[str]:
        """Every word that stands in a mark's form."""
        marks = (form for form, party in self.by_form.items() if party.kind == "mark")
        return frozenset(word for form in marks for word in form.split())

    @cached_property
    def compact(self) -> Mapping[str, Party]:
        """By folded form without spaces, as web addresses write names."""
        compact: dict[str, Party] = {}
        for form, party in self.by_form.items():
            if party.kind != "mark":
                compact.setdefault(form.removeprefix("the ").replace(" ", ""), party)
                compact.setdefault(form.replace(" ", ""), party)
        return MappingProxyType(compact)

    def known(self, text: str) -> Party | None:
        """The party that ``text`` names as a whole, in any case, accent and hyphenation."""
        return self.by_form.get(fold(text))

    def deals(self, one: str, other: str) -> bool:
        """True where two suppliers are one house, or one passes on the other's pictures.

        Args:
            one: Canonical name.
            other: Canonical name.
        """
        houses = {self.within.get(name, self.brand.get(name, name)) for name in (one, other)}
        return (
            len(houses) == 1
            or other in self.carries.get(one, frozenset())
            or one in self.carries.get(other, frozenset())
        )

    def with_more(self, more: Iterable[tuple[str, tuple[str, ...]]]) -> "Parties":
        """These and a desk's own publishers: ``(canonical name, further forms)``."""
        extra = {
            fold(form): Party(name, "publisher", form)
            for name, forms in more
            for form in (name, *forms)
        }
        if not extra:
            return self
        forms = MappingProxyType({**self.by_form, **extra})
        return Parties(forms, self.rank, self.brand, self.within, self.carries)


@cache
def trade() -> Parties:
    """The parties that come with cutline. Read once."""
    source = Path(__file__).with_name("parties.toml").read_text(encoding="utf-8")
    data: dict[str, Any] = tomllib.loads(source)
    by_form: dict[str, Party] = {}
    for kind in get_args(Kind):
        alone = _alone(data["also"].get(kind, ""))
        for name, forms in (*_lines(data["forms"][kind]), *alone):
            for form in (name, *forms):
                by_form.setdefault(fold_once(form), Party(name, kind, form))
    return Parties(
        MappingProxyType(by_form),
        MappingProxyType(data["rank"]),
        MappingProxyType(data["brand"]),
        MappingProxyType(data["within"]),
        MappingProxyType({name: frozenset(others) for name, others in _lines(data["carries"])}),
    )


def _lines(text: str) -> Iterator[tuple[str, list[str]]]:
    """What ``parties.toml`` says in lines: a name and what belongs to it."""
    for line in text.splitlines():
        name, _, listed = line.partition(" = ")
        yield name, listed.split(" | ") if listed else []


def _alone(text: str) -> Iterator[tuple[str, list[str]]]:
    """The names of a text, several in a line; a line that begins with ``#`` is a remark."""
    for line in text.splitlines():
        if not line.startswith("#"):
            yield from ((name, []) for name in line.split(" | "))


@lru_cache(maxsize=4)
def trade_with(more: tuple[tuple[str, tuple[str, ...]], ...]) -> Parties:
    """The trade's parties and a desk's own, put together once.

    Args:
        more: ``(canonical name, further forms)``, as ``House.parties`` holds them.
    """
    return trade().with_more(more)
