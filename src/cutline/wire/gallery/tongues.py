"""In which language words are, where nobody says: by script, else by the commonest words.

Coarse on purpose: it settles which rules of the copy desk fit. Too few words settle nothing.
"""

import re

_MOST = 20_000
"""Characters that are looked at."""

_SCRIPTS = (
    ("ja", re.compile("[\u3040-\u30ff]")),
    ("ko", re.compile("[\uac00-\ud7af]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
    ("ar", re.compile("[\u0600-\u06ff]")),
    ("he", re.compile("[\u0590-\u05ff]")),
    ("el", re.compile("[\u0370-\u03ff]")),
    ("hi", re.compile("[\u0900-\u097f]")),
    ("th", re.compile("[\u0e00-\u0e7f]")),
    ("ru", re.compile("[\u0400-\u04ff]")),
)
_UKRAINIAN = re.compile("[іїєґІЇЄҐ]")
_PERSIAN = re.compile("[پچژگ]")
_LETTERS = re.compile(r"[^\W\d_]")
_WORDS = re.compile(r"[^\W\d_]+")
_COMMON = {
    "en": "the and of in to a with by at for from is was on after during his her",
    "de": "der die das und in den von mit im auf ist ein eine bei zu nach dem am für",
    "fr": "le la les et des du en un une dans à sur pour avec au est par l d aux",
    "es": "el la los las y de en un una por con del al que se para es su lo",
    "pt": "o a os as e de em um uma por com do da no na dos das que ao para",
    "it": "il la i gli e di in un una per con del della nel al che si è le sono",
    "nl": "de het een en van in op met te bij voor is aan na door naar zijn uit dat",
    "sv": "och i en ett på med av för är som till den det vid från efter att har",
    "da": "og i en et på med af for er som til den det ved fra efter at har der",
    "no": "og i en et på med av for er som til den det ved fra etter å har ble",
    "pl": "w i na z do się jest po o przez dla od nie to za ze podczas są był",
    "fi": "ja on ei se oli kanssa mukaan että joka ovat hän kun myös sekä",
    "tr": "ve bir bu için ile da de olarak çok sonra olan gibi kadar daha",
    "id": "dan di yang dari dengan untuk pada ini dalam itu oleh adalah saat",
}
_TELLING = {
    word: tuple(code for code, words in _COMMON.items() if word in words.split())
    for word in {word for words in _COMMON.values() for word in words.split()}
}


def guess(text: str) -> str:
    """The BCP 47 tag of the language of ``text``; empty where it does not tell."""
    sample = text[:_MOST]
    letters = len(_LETTERS.findall(sample))
    for code, pattern in _SCRIPTS:
        found = len(pattern.findall(sample))
        if found > letters * (0.1 if code in ("ja", "ko") else 0.4) and found > 3:
            return _near(code, sample)
    score: dict[str, float] = {}
    for word in _WORDS.findall(sample.lower()):
        codes = _TELLING.get(word, ())
        for code in codes:
            score[code] = score.get(code, 0) + 1 / len(codes)
    ranked = sorted(score.items(), key=lambda pair: -pair[1])[:2]
    if not ranked or ranked[0][1] < 4 or (len(ranked) > 1 and ranked[0][1] < 1.2 * ranked[1][1]):
        return ""
    return ranked[0][0]


def _near(code: str, sample: str) -> str:
    """Languages that share a script with another one."""
    if code == "ru" and _UKRAINIAN.search(sample):
        return "uk"
    if code == "ar" and _PERSIAN.search(sample):
        return "fa"
    return code
