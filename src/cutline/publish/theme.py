"""A house's colours, type and own rules, as the style sheets of its pages carry them."""

from collections.abc import Mapping

from markupsafe import Markup

from cutline.model import House, Theme
from cutline.model.theme import DARK
from cutline.publish.inline import asset, lean


def dressed(name: str, house: House, *, own: bool = False) -> Markup:
    """One of our style sheets with what the house says of its colours and type.

    Args:
        name: The style sheet.
        house: The publication.
        own: Whether the house's further rules belong to it, too: they are for a site's pages.
    """
    further = f"\n{lean(house.page.style)}" if own and house.page.style else ""
    told = asset(name) + _rules(house.page) + further
    return Markup(told)  # noqa: S704 - ours, and checked where the settings were read


def _rules(theme: Theme) -> str:
    """The house's values after ours; what it changes by day would change our night as well."""
    day = {**dict(theme.light), "serif": theme.serif, "sans": theme.sans}
    night = {**{name: DARK[name] for name, _ in theme.light}, **dict(theme.dark)}
    dark = _root(night)
    return _root(day) + (
        f"\n@media screen and (prefers-color-scheme:dark){{{dark}}}" if dark else ""
    )


def _root(values: Mapping[str, str]) -> str:
    told = ";".join(f"--{name}:{value}" for name, value in values.items() if value)
    return f"\n:root{{{told}}}" if told else ""
