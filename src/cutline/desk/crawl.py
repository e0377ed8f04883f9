"""A finished site walked through as a stranger would, before anybody is pointed at it.

Every link leads to a file of the site, every address that machines are told is one, and no
byte of any file says what must be gone: no name, no hash, not inside a zip either.
"""

import hashlib
import io
import posixpath
import re
import zipfile
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from lxml import html

from cutline import store

_ADDRESSES = ("//@href", "//@src", "//@poster", "//@data")
_SETS = ("//@srcset", "//@imagesrcset")
_PAGE = "index.html"
_MARKED = frozenset((".html", ".xml", ".json", ".txt", ".rss", ".atom", ".webmanifest"))
_MOST_INSIDE = 1 << 30


@dataclass(frozen=True, slots=True)
class Gone:
    """What must be in no byte of a site.

    Attributes:
        words: Hashes and names, as they would stand in a file.
        files: SHA-256 of whole files that must not be there under any name.
    """

    words: tuple[str, ...] = ()
    files: frozenset[str] = frozenset()


NOTHING = Gone()


def crawl(www: Path, address: str) -> Iterator[str]:
    """What a walk through a site finds wrong: a sentence each.

    Args:
        www: The site's folder.
        address: What the site's own addresses begin with; empty where it does not know.
    """
    there = {path.relative_to(www).as_posix(): path for path in www.rglob("*") if path.is_file()}
    if _PAGE not in there:
        yield "the site has no first page"
    for path in sorted(there):
        for link in sorted(_links(there[path], path, address)):
            if link not in there and posixpath.join(link, _PAGE) not in there:
                yield f"“{path}” leads to “{link}”, which is not part of the site"
        if Path(path).suffix in _MARKED:
            yield from _named(there[path], path, address, there)


def traces(folder: Path, gone: Gone) -> Iterator[str]:
    """Where a folder still holds what must be gone: a sentence each.

    Args:
        folder: Anything; every file below it is read, what a zip packs as well.
        gone: What must be gone.
    """
    words = [word.encode() for word in gone.words]
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        name = path.relative_to(folder).as_posix()
        shown = store.quoted(name)
        if any(word in name for word in gone.words):
            yield f"{shown} still has its name"
            continue
        data = path.read_bytes()
        if hashlib.sha256(data).hexdigest() in gone.files:
            yield f"{shown} still is one of its files"
        elif any(word in part for part in (data, *_packed(data)) for word in words):
            yield f"{shown} still names it"


def _packed(data: bytes) -> Iterator[bytes]:
    """What a zip packs (an EPUB, a download); nothing of what is none."""
    if not data.startswith(b"PK\x03\x04"):
        return
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for entry in archive.infolist():
            if entry.file_size <= _MOST_INSIDE:
                yield archive.read(entry)


def _links(file: Path, page: str, address: str) -> set[str]:
    """Paths in the site that a page leads to."""
    if not page.endswith(".html"):
        return set()
    parser = html.HTMLParser(encoding="utf-8", no_network=True)
    tree = html.document_fromstring(file.read_bytes(), parser=parser)
    paths = (_path(each, page, address) for each in _told(tree))
    return {path for path in paths if path is not None}


def _told(tree: html.HtmlElement) -> Iterator[str]:
    """Every address that a page names."""
    for query in _ADDRESSES:
        yield from tree.xpath(query)
    for query in _SETS:
        for candidates in tree.xpath(query):
            yield from (each.split()[0] for each in candidates.split(",") if each.strip())


def _path(link: str, page: str, address: str) -> str | None:
    """The path in the site of a link on a page; None for one that leads out or nowhere else."""
    target = urldefrag(link.strip())[0]
    if address and target.startswith(address):
        return unquote(urlsplit(target).path.removeprefix(urlsplit(address).path)) or _PAGE
    parts = urlsplit(target)
    if parts.scheme or parts.netloc or not parts.path:
        return None
    path = unquote(urlsplit(urljoin(f"http://site/{page}", parts.path)).path)[1:]
    return path or _PAGE


def _named(file: Path, path: str, address: str, there: Collection[str]) -> Iterator[str]:
    """Addresses of the site's own that a text tells machines and that lead nowhere."""
    if not address:
        return
    text = file.read_text(encoding="utf-8", errors="replace")
    pattern = re.escape(address) + r"""([^\s"'<>&\\#?{}|]*)"""
    for told in sorted({match[1] for match in re.finditer(pattern, text)}):
        target = unquote(told)
        inside = posixpath.join(target, _PAGE) if not target or target.endswith("/") else target
        if inside not in there:
            yield f"“{path}” tells machines of “{address}{told}”, which is not part of the site"
