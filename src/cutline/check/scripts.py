"""Letters of one script that look like those of another.

The table is small on purpose: only pairs that a reader cannot tell apart in a news typeface
and that keyboards and converters really produce. The idea is that of Unicode Technical
Standard 39 (confusables); the selection is ours.
"""

import unicodedata
from functools import lru_cache
from typing import Literal

Script = Literal["latin", "cyrillic", "greek", "armenian"]
SCRIPTS: tuple[Script, ...] = ("latin", "cyrillic", "greek", "armenian")

_CYRILLIC = dict(
    zip(
        "АВЕЅІЈКМНОРСТУХЬӀԌԚԜҮаеѕіјорсухһԁԛԝӏёїЁЇкѵҮүҺ",
        "ABESIJKMHOPCTYXbIGQWYaesijopcyxhdqwlëïËÏkvYyh",
        strict=True,
    )
)
_GREEK = dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧονόϲϳαικηρυ", "ABEZHIKMNOPTYXovócjaiknpu", strict=True))
_ARMENIAN = dict(zip("ՍՕՏօոսհցզ", "UOSonuhgq", strict=True))

_TO_LATIN: dict[Script, dict[str, str]] = {
    "cyrillic": _CYRILLIC,
    "greek": _GREEK,
    "armenian": _ARMENIAN,
}
TO_LATIN = {ord(odd): twin for table in _TO_LATIN.values() for odd, twin in table.items()}
"""For ``str.translate``: every look-alike to its Latin twin."""

_FROM_LATIN: dict[Script, dict[str, str]] = {
    "cyrillic": {latin: odd for odd, latin in reversed(_CYRILLIC.items())},
    "greek": {latin: odd for odd, latin in reversed(_GREEK.items())},
}
IN_SCIENCE = frozenset("αικηρυν")
"""Greek letters that formulas have beside Latin ones: TNFα, NFκB, Hα."""
_LETTERS_OF: dict[str, str] = {"і": "uk be kk", "І": "uk be kk", "ј": "sr mk", "Ј": "sr mk"}
_LETTERS_OF |= dict.fromkeys("ѕЅ", "mk") | dict.fromkeys("ї Ї", "uk") | dict.fromkeys("һҺүҮ", "kk")
_RARE = frozenset("ѕЅԌԚԜԛԝѵӀӏԁ")
"""Look-alikes that no living newspaper language needs as a target."""


@lru_cache(maxsize=2048)
def script_of(letter: str) -> Script | None:
    """The script of a letter, where it is one whose letters get mixed up; else None."""
    if letter.isascii():
        return "latin" if letter.isalpha() else None
    if not letter.isalpha():
        return None
    first = unicodedata.name(letter, "").split(" ", 1)[0].lower()
    return next((script for script in SCRIPTS if script == first), None)


def twin(letter: str, script: Script, language: str) -> str | None:
    """The letter of ``script`` that looks like ``letter``; None if there is none.

    Args:
        letter: A letter of another script.
        script: The script of the rest of the word.
        language: The text's language: Russian has no ``і``, though Ukrainian has.
    """
    if script == "latin":
        return latin_twin(letter)
    latin = latin_twin(letter) or letter
    found = _FROM_LATIN.get(script, {}).get(latin)
    if found is None or found in _RARE:
        return None
    primary = language.split("-", maxsplit=1)[0].lower()
    return found if primary in _LETTERS_OF.get(found, primary) else None


def latin_twin(letter: str) -> str | None:
    """The Latin twin of a letter of another script."""
    return TO_LATIN.get(ord(letter))


def character_name(character: str) -> str:
    """A character as an editor should read it: ``Cyrillic ES, U+0421``."""
    name = unicodedata.name(character, "unnamed character")
    for noise in (" CAPITAL LETTER", " SMALL LETTER", " LETTER"):
        name = name.replace(noise, "")
    script, _, rest = name.partition(" ")
    if script.lower() in SCRIPTS and rest:
        name = f"{script.capitalize()} {rest}"
    return f"{name}, U+{ord(character):04X}"
