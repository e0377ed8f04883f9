"""Is this text a file's name, a camera's counter or an agency's number?

By form alone. What a person would write is let pass: names with figures, handles, hash tags,
years, sentences that mention a file.
"""

import re
from functools import lru_cache

from cutline.model.regex import regex

_EXTENSION = (
    r"\.(?:jpe?g|jpe|jfif|png|gif|tiff?|webp|avif|heic|heif|svg|bmp|psd|eps|ai|pdf|mp4|mov"
    r"|cr[23]|nef|arw|dng|raf|orf|rw2)"
)
_ENDS_IN_EXTENSION = regex(rf"\S{_EXTENSION}(?:[?#]\S*)?$", re.IGNORECASE)
_MENTIONED = regex(
    r"\b(?:named|called|titled|labelled|labeled|reads?|reading|says|saying|shows?|showing|file|word"
    r"|namens|heißt|nommé|llamado|chamado)\b",
    re.IGNORECASE,
)
_CAMERA = regex(
    r"_?(?:IMG|MVIMG|DSC|DSCF|DSCN|DSCI|PICT|CIMG|SAM|DJI|GOPR|GP|GX|MVI|PXL|VID|MG|HND|KIF|CRW|SDC"
    r"|WP|PANO|BURST|FB_IMG|INSTA|SCAN|YDXJ|LRM|P|L|R|E)[-_ ]?(?P<n>\d{3,})(?:[-_ ~(]\w*\)?)*",
    re.IGNORECASE,
)
_COUNTER = regex(r"_?(?=\w?\w?\w?\d)(?=\d?\d?\d?[A-Z])[0-9A-Z]{4}\d{4}|\d{3}[-_]\d{4}")
_UNDERSCORED = regex(r"[^\s@#_][^\s@#]*_[^\s@#]*|_[^\s@#_][^\s@#]*")
_AGENCY_NUMBER = regex(r"[A-Za-z]{1,5}[-_]?\d{6,}(?:[-_]\w+)*|\d{6,}(?:[-_]\d+)*|urn[-:][\w:.-]+")
_STOCK = regex(
    r"(?:gettyimages|istock|istockphoto|shutterstock|adobestock|alamy|depositphotos|dreamstime|imago"
    r"|fotolia|unsplash|pexels|pixabay|epa|afp|ap|dpa|reuters)[-_ ]?\d{4,}\S*",
    re.IGNORECASE,
)
_NUMBERED = regex(
    r"(?:image|img|photo|picture|foto|bild|scan|screenshot|unnamed|unbenannt|untitled|download)"
    r"(?:[-_]?\d+|[-_ ]?\(\d+\))",
    re.IGNORECASE,
)
_SLUG_NUMBER = regex(r"[a-z]+(?:-[a-z0-9]+)*-\d{5,}")
_CODED = regex(r"(?=(?:[^\d]*\d){2})(?=(?:[^A-Z]*[A-Z]){4})[0-9A-Z]{10,}")
_DATED_SLUG = regex(r"\d{6,14}(?:-[a-z0-9]+){2,}", re.IGNORECASE)
_STAMPED = regex(
    r"(?:screen[-_ ]?shot|bildschirmfoto|capture[-_ ]d.écran|captura[-_ ]de[-_ ]pantalla"
    r"|whatsapp[-_ ](?:image|bild|afbeelding)|imagen[-_ ]de[-_ ]whatsapp|image[-_ ]whatsapp|signal)"
    r"[-_ ](?:le )?\d{4}[-.]\d\d[-.]\d\d(?:[-_ ]\S+){0,4}",
    re.IGNORECASE,
)
_ADDRESS = regex(r"(?:https?://|file:|[A-Za-z]:\\|\.{0,2}/)\S+", re.IGNORECASE)
_MIXED = regex(r"(?=(?:[^\d]*\d){4})(?=(?:\d*[A-Za-z]+\d+){2})[0-9A-Za-z-]{10,}")
_FORMS = (
    _CODED,
    _UNDERSCORED,
    _COUNTER,
    _AGENCY_NUMBER,
    _NUMBERED,
    _SLUG_NUMBER,
    _DATED_SLUG,
    _MIXED,
)
_LONGEST = 200
_FEW_WORDS = 6


@lru_cache(maxsize=4096)
def is_file_name(text: str) -> bool:
    """True if ``text`` as a whole is a file's name or number and no description.

    Remembered for a while: several rules ask it of the same alt texts.
    """
    text = text.strip().strip("\"'“”‘’")
    if not 4 <= len(text) <= _LONGEST:
        return False
    if _ENDS_IN_EXTENSION.search(text):
        words = text.split()
        return len(words) <= _FEW_WORDS and not _MENTIONED.search(" ".join(words[:-1]))
    if _STAMPED.fullmatch(text) or _STOCK.fullmatch(text) or _ADDRESS.fullmatch(text):
        return True
    camera = _CAMERA.fullmatch(text)
    if camera is not None:
        return _camera_like(text, camera["n"])
    if any(c.isspace() for c in text):
        return _NUMBERED.fullmatch(text) is not None
    return any(pattern.fullmatch(text) for pattern in _FORMS)


def is_name_of(text: str, name: str) -> bool:
    """True if ``text`` is the name of the file ``name``, and no plain words.

    Args:
        text: An alt text.
        name: A path or file name.
    """
    file = name.replace("\\", "/").rpartition("/")[2]
    stem = file.rpartition(".")[0] or file
    if text.lower() not in (file.lower(), stem.lower()) or any(c.isspace() for c in text):
        return False
    return not text.isalpha()


def _camera_like(text: str, number: str) -> bool:
    """True unless a one-letter prefix and a short number could be a name (``P 100``)."""
    letters = re.match(r"_?([A-Za-z_]+)", text)
    if letters is None or len(letters[1].strip("_")) > 1:
        return True
    return len(number) >= 6 and " " not in text
