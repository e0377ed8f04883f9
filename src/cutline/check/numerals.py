"""Numbers written as words, 2 to 99, in the languages of the newspapers.

Each language is its row of small numbers, its tens and the way it joins the two; the rest is
made from these. Only forms that stand before a plural noun are here.
"""

from collections.abc import Mapping
from functools import cache

from cutline.check.small_words import primary

_SMALL: Mapping[str, str] = {
    "en": "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen",
    "de": "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn"
    " sechzehn siebzehn achtzehn neunzehn",
    "fr": "deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize"
    " dix-sept dix-huit dix-neuf",
    "es": "dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince"
    " dieciséis diecisiete dieciocho diecinueve",
    "pt": "duas três quatro cinco seis sete oito nove dez onze doze treze catorze quinze dezesseis"
    " dezessete dezoito dezenove",
    "it": "due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici"
    " quindici sedici diciassette diciotto diciannove",
    "nl": "twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien"
    " zestien zeventien achttien negentien",
    "sv": "två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton sexton sjutton"
    " arton nitton",
    "da": "to tre fire fem seks syv otte ni ti elleve tolv tretten fjorten femten seksten sytten"
    " atten nitten",
    "no": "to tre fire fem seks sju åtte ni ti elleve tolv tretten fjorten femten seksten sytten"
    " atten nitten",
}
_TENS: Mapping[str, str] = {
    "en": "twenty thirty forty fifty sixty seventy eighty ninety",
    "de": "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig",
    "fr": "vingt trente quarante cinquante soixante",
    "es": "veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa",
    "pt": "vinte trinta quarenta cinquenta sessenta setenta oitenta noventa",
    "it": "venti trenta quaranta cinquanta sessanta settanta ottanta novanta",
    "nl": "twintig dertig veertig vijftig zestig zeventig tachtig negentig",
    "sv": "tjugo trettio fyrtio femtio sextio sjuttio åttio nittio",
    "da": "tyve tredive fyrre halvtreds tres halvfjerds firs halvfems",
    "no": "tjue tretti førti femti seksti sytti åtti nitti",
}
_ONE: Mapping[str, str] = {
    "en": "one",
    "de": "ein",
    "fr": "et un",
    "es": "un",
    "pt": "uma",
    "it": "uno",
    "nl": "een",
    "sv": "ett",
    "da": "en",
    "no": "ett",
}
_UNIT_FIRST: Mapping[str, str] = {"de": "und", "nl": "en", "da": "og"}
_JOINED: Mapping[str, str] = {"en": " ", "fr": " ", "es": " y ", "pt": " e "}
_FURTHER: Mapping[str, dict[str, int]] = {
    "es": {"veintiún": 21, "veintiuna": 21, "veintidós": 22, "veintitrés": 23, "veinticuatro": 24}
    | {"veinticinco": 25, "veintiséis": 26, "veintisiete": 27, "veintiocho": 28, "veintinueve": 29},
    "pt": {"dois": 2, "quatorze": 14, "dezasseis": 16, "dezassete": 17, "dezanove": 19},
    "fr": {"soixante dix": 70, "quatre vingts": 80, "quatre vingt": 80, "quatre vingt dix": 90},
}
_SAME = {"nb": "no", "nn": "no"}


@cache
def numerals(language: str) -> Mapping[str, int]:
    """Number words of a language, hyphens written as blanks, to what they say.

    Args:
        language: A BCP 47 tag; one we do not know has none.
    """
    tag = _SAME.get(primary(language), primary(language))
    if tag not in _SMALL:
        return {}
    small = _SMALL[tag].split()
    values = {word.replace("-", " "): n for n, word in enumerate(small, 2)}
    units = [_ONE[tag], *small[:8]]
    for ten, word in enumerate(_TENS[tag].split(), 2):
        values[word] = ten * 10
        for unit, name in enumerate(units, 1):
            values[_compound(tag, word, name)] = ten * 10 + unit
    return {**values, **_FURTHER.get(tag, {})}


@cache
def number_word(value: int, language: str) -> str:
    """``value`` written in words; empty if the tables do not say."""
    found = [word for word, known in numerals(language).items() if known == value]
    if not found:
        return ""
    return found[0].replace(" ", "-") if primary(language) == "en" else found[0]


def _compound(tag: str, ten: str, unit: str) -> str:
    if tag in _UNIT_FIRST:
        joint = _UNIT_FIRST[tag]
        return unit + ("ën" if tag == "nl" and unit.endswith("e") else joint) + ten
    if tag in _JOINED:
        return f"{ten}{_JOINED[tag]}{unit}"
    if tag == "it" and unit[0] in "uo":
        return ten[:-1] + unit
    return ten + unit
