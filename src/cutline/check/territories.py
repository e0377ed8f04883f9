"""Where a story runs: the countries it says, else what its language tells."""

from typing import Literal, NamedTuple

from cutline.check.analysis import Analysis
from cutline.rights import countries, covers

_HOMES = {
    "bg": "BG",
    "cs": "CZ",
    "da": "DK",
    "el": "GR",
    "et": "EE",
    "fa": "IR",
    "fi": "FI",
    "he": "IL",
    "hr": "HR",
    "hu": "HU",
    "id": "ID",
    "is": "IS",
    "it": "IT",
    "ja": "JP",
    "ko": "KR",
    "lt": "LT",
    "lv": "LV",
    "nb": "NO",
    "nl": "NL",
    "nn": "NO",
    "no": "NO",
    "pl": "PL",
    "ro": "RO",
    "ru": "RU",
    "sk": "SK",
    "sl": "SI",
    "sr": "RS",
    "sv": "SE",
    "th": "TH",
    "tr": "TR",
    "uk": "UA",
    "vi": "VN",
    "zh": "CN",
}
"""Languages that are printed in one country above all, and that country."""
_SHARED = {"de": "AT CH DE", "es": "ES MX AR", "fr": "BE CH FR", "pt": "BR PT"}
"""Languages of several countries where one of them is likely, none certain."""

Likely = Literal["yes", "no", "likely", "unknown"]


class Reach(NamedTuple):
    """Where a story runs.

    Attributes:
        countries: ISO 3166 codes; none if nothing says.
        perhaps: Countries that its language makes likely.
    """

    countries: frozenset[str]
    perhaps: tuple[str, ...] = ()

    def within(self, place: str) -> Likely:
        """Whether it runs in a country or region that a restriction names."""
        if self.countries:
            return "yes" if any(covers(place, each) for each in self.countries) else "no"
        likely = any(covers(place, country) for country in self.perhaps)
        return "likely" if likely else "unknown"


def reach(analysis: Analysis) -> Reach:
    """Where the story runs; ask for it by ``analysis.of(reach)``."""
    if said := countries(analysis.territory):
        return Reach(said)
    tag = analysis.language.replace("_", "-").split("-")
    region = next((part.upper() for part in tag[1:] if len(part) == 2 and part.isalpha()), "")
    language = tag[0].lower()
    if region or language in _HOMES:
        return Reach(frozenset({region or _HOMES[language]}))
    return Reach(frozenset(), tuple(_SHARED.get(language, "").split()))
