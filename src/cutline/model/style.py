"""How a desk writes: house style as data. What is unset is inferred from the story, or left."""

from dataclasses import dataclass
from typing import Literal

FullStop = Literal["", "always", "never"]
Quotes = Literal["", "curly", "straight", "guillemets", "low-high"]
Dash = Literal["", "en", "em", "hyphen"]
AltPolicy = Literal["", "own-words", "may-repeat-caption"]


@dataclass(frozen=True, slots=True)
class Style:
    """The house's writing, as ``[style]`` of ``cutline.toml`` says it; empty means unset.

    Attributes:
        full_stop: Whether a caption ends in a full stop.
        quotes: ``curly`` “ ”, ``straight`` " ", ``guillemets`` « », ``low-high`` „ “.
        dash: The dash between clauses: en, em, or a hyphen.
        alt: Whether an alt text may be the caption's words.
        credit_form: Template of the printed credit line (``{creators}/{source}/{agency}``).
        credit_names: How the house writes a party: canonical name to printed name.
        terms: Preferred term to the forms it replaces (``cosmodrome``: ``space station``).
        words: Words that are spelt right whatever a dictionary says.
    """

    full_stop: FullStop = ""
    quotes: Quotes = ""
    dash: Dash = ""
    alt: AltPolicy = ""
    credit_form: str = ""
    credit_names: tuple[tuple[str, str], ...] = ()
    terms: tuple[tuple[str, tuple[str, ...]], ...] = ()
    words: frozenset[str] = frozenset()
