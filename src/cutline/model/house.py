"""A desk's own style and settings, as data. What is unset is inferred or left alone."""

from dataclasses import dataclass, field

from cutline.model.allowance import Allowance
from cutline.model.style import Style
from cutline.model.theme import Theme


@dataclass(frozen=True, slots=True)
class House:
    """What ``cutline.toml`` says, checked.

    Attributes:
        publication: Name of the newspaper or photographer; empty if unset.
        url: Absolute address the site will have, ending in a slash; empty if unknown.
        language: BCP 47 tag used where a story has none.
        licence_url: Page with the terms, for JSON-LD where a photograph has no web statement.
        parties: Further agencies and publishers for credit lines: canonical name to forms.
        allow: Rules that the desk lets pass everywhere: code or name to the reason; for rights
            (`RGT…`) a table of ``by`` and ``reason``.
        keep_releases: How many releases stay on disk for stepping back.
        style: How the desk writes.
        territory: ISO 3166 code of the country it publishes in; empty if unset.
        channels: Where its stories run (``web``, ``print``, ``social``, ``tv`` …).
        commercial: True where its stories are paid content.
        page: How its pages look.
    """

    publication: str = ""
    url: str = ""
    language: str = "en"
    licence_url: str = ""
    parties: tuple[tuple[str, tuple[str, ...]], ...] = ()
    allow: tuple[Allowance, ...] = ()
    keep_releases: int = 5
    style: Style = field(default_factory=Style)
    territory: str = ""
    channels: tuple[str, ...] = ()
    commercial: bool = False
    page: Theme = field(default_factory=Theme)
