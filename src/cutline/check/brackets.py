"""Brackets without a partner, list markers and faces left out."""

from collections.abc import Iterator

_PARTNER = {")": "(", "]": "[", "）": "（", "］": "［"}
_KIND = {"(": "round", "（": "round", "[": "square", "［": "square"}
_KIND |= {")": "round", "）": "round", "]": "square", "］": "square"}
_ROMAN = frozenset("ivxIVX")
_EYES = frozenset(":;=8")
_MARKER = 4
"""Longest list marker before its bracket (``viii)``)."""


def lone_brackets(text: str) -> Iterator[int]:
    """Offsets of round and square brackets that have no partner."""
    waiting: list[int] = []
    listed = _listed(text)
    more = text.count(")") > text.count("(")
    for at, sign in enumerate(text):
        if sign not in _KIND or _is_face(text, at):
            continue
        if sign not in _PARTNER:
            waiting.append(at)
        elif waiting and more and at in listed and not _is_enclosed(text, waiting[-1], at):
            continue  # a list inside brackets: (by train: a) from Rome; b) from Pisa)
        elif waiting and _KIND[text[waiting[-1]]] == _KIND[sign]:
            waiting.pop()
        elif len(waiting) > 1 and _KIND[text[waiting[-2]]] == _KIND[sign]:
            yield waiting.pop()
            waiting.pop()
        elif waiting and _is_range(text[waiting[-1] + 1 : at]):
            waiting.pop()
        elif not (_is_marker(text, at) and (_opens_list(text, at) or at in listed)):
            yield at
    yield from waiting


def _is_face(text: str, at: int) -> bool:
    """True for the mouth of ``:)``, ``;-)`` or ``:(``."""
    before = text[max(0, at - 3) : at]
    eyes = before.rstrip("-'")[-1:]
    if not eyes or eyes not in _EYES:
        return False
    rest = before.rstrip("-'")[:-1][-1:]
    return not rest or rest.isspace()


def _is_marker(text: str, at: int) -> bool:
    """True for ``a)``, ``12)`` and ``iv)`` at the beginning of a word."""
    start = at
    while start and at - start < _MARKER and text[start - 1].isalnum():
        start -= 1
    marker = text[start:at]
    if start and not (text[start - 1].isspace() or text[start - 1] in "([,;/"):
        return False
    short = len(marker) == 1 or (marker.isdigit() and len(marker) < _MARKER)
    return bool(marker) and (short or set(marker) <= _ROMAN)


def _is_enclosed(text: str, start: int, at: int) -> bool:
    """True for a marker with both its brackets: ``(a)``."""
    return at - start <= _MARKER + 1 and " " not in text[start:at]


def _listed(text: str) -> frozenset[int]:
    """Closing brackets of markers, where there are two and more: ``a) …, b) …``."""
    found = [at for at, sign in enumerate(text) if sign == ")" and _is_marker(text, at)]
    return frozenset(found if len(found) > 1 else ())


def _opens_list(text: str, at: int) -> bool:
    """True for a marker at the beginning of a text, a line or what a colon leads in."""
    before = text[max(0, at - _MARKER - 4) : at].rstrip("0123456789abcdefghijklmnopqrstuvwxyzIVXLC")
    return not before.strip() or before.rstrip(" ")[-1:] in ":;.!?\n—–-"


def _is_range(inside: str) -> bool:
    """True for the inside of ``[0, 10)``: numbers alone."""
    return bool(inside) and all(c in "0123456789.,;+- ∞\u2212" for c in inside)
