"""One ``img`` of a page: its address among the many it has, its alt text, and whether it counts."""

import re
from collections.abc import Iterator
from urllib.parse import parse_qs, unquote, urlsplit

from cutline.wire.page.sift import words_of
from cutline.wire.page.tree import Element

_LAZY = (
    "data-full-url",
    "data-large-file",
    "data-orig-file",
    "data-original",
    "data-full-src",
    "data-hi-res-src",
    "data-lazy-src",
    "data-src",
    "data-img",
    "data-image",
    "data-url",
    "data-echo",
    "data-actualsrc",
    "data-original-src",
)
_SETS = ("srcset", "data-srcset", "data-lazy-srcset", "data-sizes-srcset")
_CANDIDATE = re.compile(
    r"(?:^|,\s|,(?=https?:|/))\s*(?P<url>[^\s,][^\s]*[^\s,])(?:\s+(?P<size>[\d.]+)[wx])?"
)
_MOST_SRCSET = 20_000
_SMALLEST = 100
"""Pixels of the longer side: what is smaller is a button, a face, or a tracker."""

_FURNITURE = frozenset(
    """logo logos icon icons avatar avatars sprite spacer pixel tracking tracker emoji favicon
    badge flag flags gravatar qr author byline headshot profile thumb thumbnail""".split()
)
_ENDINGS = (".svg", ".ico", ".cur")
_SIZE = re.compile(r"\d+")
_SCALED = re.compile(
    r"[-_](?:\d{2,4}x\d{2,4}|scaled|e\d{10,}|w\d{2,4}|\d{3,4}w|rotated)(?=$|[-_.])"
)
_GENERIC = re.compile(
    r"(?:[\d_x,.:-]+|master|original|image|photo|picture|default|index|img|jpg|w|h)?"
)


def addresses(image: Element) -> list[str]:
    """Every address of a picture, the best first; none that is only a blank.

    Lazily loaded pictures keep their address in attributes of their own, responsive ones in
    ``srcset``, here or on the ``source`` elements beside.
    """
    sets = [(size, url) for element in _with_sources(image) for size, url in _candidates(element)]
    listed = [url for _, url in sorted(sets, key=lambda pair: -pair[0])]
    lazy = [image.get(key) or "" for key in _LAZY]
    plain = [image.get("src") or ""]
    found = (url.strip() for url in (*lazy, *listed, *plain))
    return list(dict.fromkeys(url for url in found if url and not _is_blank(url)))


def counts(image: Element) -> bool:
    """Whether a picture could be a photograph of the story, by its own marks alone."""
    found = addresses(image)
    if not found or any(_path(url).lower().endswith(_ENDINGS) for url in found[:1]):
        return False
    if (image.get("role") or "").lower() in ("presentation", "none") and not image.get("alt"):
        return False
    sides = [_number(image.get(side)) for side in ("width", "height")]
    if any(side is not None for side in sides) and max(side or 0 for side in sides) < _SMALLEST:
        return False
    marks = set(words_of(image)) & _FURNITURE
    return not marks - {"thumb", "thumbnail"} or "/uploads/" in found[0]


def alt_of(image: Element) -> str:
    """The alt text; empty where there is none."""
    return " ".join((image.get("alt") or image.get("data-alt") or "").split(" ")).strip()


def likeness(address: str) -> str:
    """What the addresses of one picture in several sizes have in common."""
    path = _path(_inner(address))
    segments = [part for part in path.split("/") if part]
    for at in range(len(segments) - 1, -1, -1):
        stem = _SCALED.sub("", segments[at].rpartition(".")[0] or segments[at]).lower()
        if len(stem) > 3 and not _GENERIC.fullmatch(stem):
            return stem
    return address


def _inner(address: str) -> str:
    """The address inside one that has a server make a size of it (``?url=…``)."""
    try:
        asked = parse_qs(urlsplit(address).query, max_num_fields=50)
    except ValueError:
        return address
    inside = (asked.get(key, [""])[0] for key in ("url", "src", "image", "u"))
    return next((url for url in inside if "/" in url), address)


def _with_sources(image: Element) -> Iterator[Element]:
    yield image
    for picture in image.iterancestors("picture"):
        yield from picture.iter("source")


def _candidates(element: Element) -> Iterator[tuple[float, str]]:
    """The addresses of a ``srcset`` with their widths (HTML, 4.8.4.2.1)."""
    for key in _SETS:
        for match in _CANDIDATE.finditer((element.get(key) or "")[:_MOST_SRCSET]):
            yield float(match["size"] or 1) if _fits(match["size"]) else 1.0, match["url"]


def _fits(size: str | None) -> bool:
    return bool(size) and str(size).count(".") <= 1 and str(size) != "."


def _is_blank(url: str) -> bool:
    if url.startswith(("data:", "blob:", "about:", "javascript:", "#")):
        return True
    name = _path(url).rpartition("/")[2].lower()
    return name in (
        "blank.gif",
        "spacer.gif",
        "pixel.gif",
        "1x1.gif",
        "transparent.png",
        "blank.png",
        "placeholder.png",
        "grey-placeholder.png",
    )


def _path(url: str) -> str:
    try:
        return unquote(urlsplit(url).path)
    except ValueError:
        return url


def _number(text: str | None) -> int | None:
    found = _SIZE.match((text or "").strip())
    return int(found[0][:6]) if found and not (text or "").strip().endswith("%") else None
