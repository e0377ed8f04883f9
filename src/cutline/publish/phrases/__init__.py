"""The page's own words: gettext catalogues, one a language, read as translators write them.

``msgctxt`` is the name that templates ask for, ``msgid`` the English words; ``phrases.pot`` holds
those alone. A language is added by its file.
"""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

FALLBACK = "en"


@cache
def languages() -> frozenset[str]:
    """The languages, as CLDR writes them, whose words we have."""
    names = (each.name for each in files(__name__).iterdir())
    return frozenset((FALLBACK, *(name[:-3] for name in names if name.endswith(".po"))))


@cache
def phrases(language: str) -> Mapping[str, str]:
    """The words of one of ``languages`` by name; English where they are not translated."""
    from babel.messages.pofile import read_po  # noqa: PLC0415 - only where a page is made

    name = "phrases.pot" if language == FALLBACK else f"{language}.po"
    with files(__name__).joinpath(name).open("rb") as file:
        catalogue = read_po(file)
    return MappingProxyType(
        {each.context: str(each.string or each.id) for each in catalogue if each.context}
    )
