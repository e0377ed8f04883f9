"""Text in a description that no reader is meant to see: camera defaults, names, batch labels.

A caption is prose. A label is recognised by its grammar, not from a list of samples:

- one token without a blank that carries a digit, an underscore or a file's extension
  (``DSC_0001``, ``000015``, ``harbour-3.jpg``), or one short lower-case word (``oznor``);
- a maker's default: a few capitalised words of which the last names the device or the
  standard (``ACME DIGITAL CAMERA``, ``DCF 1.0``, ``Exif_JPEG_PICTURE``);
- a program's signature: a participle, a preposition, a name, no sentence (``Created with X``);
- a batch label: a text that begins with a code and never becomes a sentence
  (``FD06_Returned_1004 Glover``), where a caption that begins with a code does
  (``art002e009288 (April 6) – Earth sets behind the Moon.``).
"""

import re

from cutline.metadata.text import words

_MAX_LABEL = 200
_EXTENSION = re.compile(r"[^\s/\\]{1,120}(?: [^\s/\\]{1,60}){0,3}\.[A-Za-z][A-Za-z0-9]{1,4}")
_EXTENSIONS = words(
    "jpg jpeg jpe tif tiff png webp avif heic heif gif bmp psd dng nef nrw cr2 cr3 arw raf rw2 orf "
    "pef srw raw mov mp4"
)
_DEVICES = words("camera cam dsc dcf picture exif jpeg")
_FILLERS = words("digital still")
_PARTICIPLES = words("created processed edited made generated converted saved scanned shot")
_PREPOSITIONS = words("with by in using from on")
_BLANKS = words("untitled default screenshot image photo picture test sample")
_SENTENCE_END = re.compile(r"[^\W_][)’'”\"]?[.!?…]$|[^\W\d_]{2}[)’'”\"]?[.!?…](?:\s|[”’\"')])")
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


def is_label(text: str) -> bool:
    """Whether ``text`` is a camera's default, a file name or an internal label.

    Args:
        text: A description as a container holds it.

    Returns:
        True where no caption can be made of it; blank text is one.
    """
    text = " ".join(text.split())
    if not text:
        return True
    if len(text) > _MAX_LABEL or _CJK.search(text):
        return False
    parts = text.replace("_", " ").split()
    return (
        _is_name(text)
        or _is_default(parts)
        or _is_signature(parts)
        or (_is_code(text.split()[0]) and not _SENTENCE_END.search(text))
    )


def _is_name(text: str) -> bool:
    """A bare file name, a counter, or a word that names nothing."""
    if _EXTENSION.fullmatch(text) and text.rpartition(".")[2].lower() in _EXTENSIONS:
        return True
    if " " in text:
        return False
    if text.lower() in _BLANKS or any(char.isdigit() or char == "_" for char in text):
        return True
    return text.isascii() and text.islower() and len(text) <= 8


def _is_default(parts: list[str]) -> bool:
    """A maker's default: capitalised, at most six words, ending in a device or a standard."""
    names = [word for word in parts if not word[0].isdigit()]
    if not names or len(parts) > 6:
        return False
    device = [word.lower() in _DEVICES for word in names]
    capital = all(word[0].isupper() or word.lower() in (_DEVICES | _FILLERS) for word in names)
    return device[-1] and capital


def _is_signature(parts: list[str]) -> bool:
    """``Processed with <program>``: a program's mark, not a sentence."""
    if not 3 <= len(parts) <= 8 or parts[-1].endswith("."):
        return False
    return parts[0].lower() in _PARTICIPLES and parts[1].lower() in _PREPOSITIONS


def _is_code(token: str) -> bool:
    """A token that people do not write in prose: an underscore inside, or letters and digits."""
    token = token.strip("()[]:,;")
    if "_" in token[1:]:
        return True
    digits = sum(char.isdigit() for char in token)
    letters = sum(char.isalpha() for char in token)
    return len(token) >= 6 and digits >= 3 and letters >= 1 and digits + letters >= len(token) - 2
