"""Who may stand in a credit line: agencies, publishers and marks, looked up by folded form.

The forms are data (``parties.toml``), general knowledge of the trade; a desk adds its own.
"""

import tomllib
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Literal, cast, get_args

Kind = Literal["wire", "agency", "stock", "publisher", "mark"]


@dataclass(frozen=True, slots=True)
class Party:
    """A known part of a credit line.

    Attributes:
        name: Canonical name (``Getty Images``); for a mark, the flag's name (``pool``).
        kind: What it is. A mark is no organisation: it says how the picture came.
        form: The form that matched, as we would print it.
    """

    name: str
    kind: Kind
    form: str

    @property
    def delivers(self) -> bool:
        """True for those that deliver pictures to others: wires, agencies, stock libraries."""
        return self.kind in ("wire", "agency", "stock")


def fold(text: str) -> str:
    """Letters and digits in one case, accents off, words parted by one space.

    ``AP-Photo``, ``ap photo`` and ``AP PHOTO`` fold to one form; so do ``S. Paulo`` and
    ``S.Paulo``, because points vanish and hyphens part words.
    """
    bare = unicodedata.normalize("NFKD", text.casefold())
    kept = (
        "" if unicodedata.combining(c) or c in ".'’" else c if c.isalnum() else " " for c in bare
    )
    return " ".join("".join(kept).split())


@dataclass(frozen=True, slots=True)
class Parties:
    """The known parties, by folded form."""

    by_form: Mapping[str, Party]

    def known(self, text: str) -> Party | None:
        """The party that ``text`` names as a whole, in any case, accent and hyphenation."""
        return self.by_form.get(fold(text))

    def with_more(self, more: Iterable[tuple[str, tuple[str, ...]]]) -> "Parties":
        """These and a desk's own publishers: ``(canonical name, further forms)``."""
        extra = {
            fold(form): Party(name, "publisher", form)
            for name, forms in more
            for form in (name, *forms)
        }
        return Parties(MappingProxyType({**self.by_form, **extra})) if extra else self


@cache
def trade() -> Parties:
    """The parties that come with cutline. Read once."""
    source = files("cutline.credit").joinpath("parties.toml").read_text(encoding="utf-8")
    data = cast("dict[str, dict[str, list[str]]]", tomllib.loads(source))
    by_form: dict[str, Party] = {}
    for kind in get_args(Kind):
        for name, forms in data[kind].items():
            for form in (name, *forms):
                by_form.setdefault(fold(form), Party(name, kind, form))
    return Parties(MappingProxyType(by_form))
