"""What others made, read as a story: saved pages, plain text, ninjs, NewsML-G2, standard input.

A source is known by what is in it; its name's ending settles only what that leaves open.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple
from urllib.parse import unquote, urlsplit

from cutline.check import run
from cutline.check.report import Report
from cutline.desk.files import MOST_JSON, read_file, read_standard_input
from cutline.desk.proofing import credit_of, description, proof_of
from cutline.model import CutlineError, House, Photograph, Placement, ReadError, Unreadable
from cutline.model.regex import regex
from cutline.wire.received import MOST_BYTES, IsCredit, Received, passage

if TYPE_CHECKING:
    from cutline.desk.library import Held, Library, Progress

Kind = Literal["page", "text", "ninjs", "newsml", "json", "story"]

_ENDINGS: dict[str, Kind] = {
    ".html": "page",
    ".htm": "page",
    ".xhtml": "page",
    ".txt": "text",
    ".text": "text",
    ".xml": "newsml",
    ".json": "json",
}
_HEAD = 4096
_PAGE = regex(
    rb"<!doctype\s+html|<(?:html|head|body|article|main|figure|picture|img|div|section|p)[\s>]",
    re.IGNORECASE,
)
_XML = regex(rb"<\?xml[\s?]|<(?:[\w.-]+:)?(?:newsItem|packageItem|newsMessage)[\s>]")
_ROOT = regex(rb"<([A-Za-z][\w:.-]*)")
_FRONT = regex(rb"---[ \t]*\r?\n")
_PLACED = regex(rb"^!\[", re.MULTILINE)
"""A photograph as a ``story.md`` places it: no published page has that in its plain text."""
_NINJS = regex(rb'"(?:uri|renditions|associations|headlines|descriptions|pubstatus|pubStatus)"\s*:')
_GIVEN = frozenset(("supplied", "handout", "courtesy", "uncredited"))
"""Marks that are a credit line even where they stand alone."""

_ADDRESS = regex(r"(?P<scheme>https?|ftp):/(?P<rest>[^/].*)", re.IGNORECASE | re.DOTALL)
_SCHEME = regex(r"[A-Za-z][A-Za-z0-9+.-]*:|//")


class Source(NamedTuple):
    """Something to be read.

    Attributes:
        name: As the user named it; ``-`` for standard input.
        kind: What it is.
        raw: Its bytes.
        folder: The folder it lies in; None for standard input.
    """

    name: str
    kind: Kind
    raw: bytes
    folder: Path | None


def open_source(path: Path) -> Source | None:
    """The source at ``path``; None for a folder, a ``story.md`` and stories in JSON.

    Stories in JSON and a ``story.md`` are a source only on standard input.

    Raises:
        ReadError: it cannot be read.
    """
    _refuse_address(path)
    if str(path) == "-":
        raw = read_standard_input(MOST_JSON, "split it")
        return Source("-", _kind(raw, "json"), raw, None)
    ending = _ENDINGS.get(path.suffix.casefold())
    if ending is None or path.is_dir():
        return None
    if ending == "json" and not _may_be_ninjs(path):
        return None
    raw = read_file(path, MOST_BYTES)
    kind = _kind(raw, ending)
    return None if kind == "json" else Source(str(path), kind, raw, path.parent)


def _refuse_address(path: Path) -> None:
    """Say that nothing is fetched; a path has lost one of an address's slashes.

    Raises:
        ReadError: it is an address on the web.
    """
    address = _ADDRESS.fullmatch(str(path))
    if address and not path.exists():
        shown = f"{address['scheme']}://{address['rest']}"
        raise ReadError(f"nothing is fetched from “{shown}”", "save the page and name the file")


def importable(path: Path) -> Source:
    """The source at ``path``, which must be one that can be imported.

    Raises:
        ReadError: it cannot be read, or is something else.
    """
    source = open_source(path)
    if source is None or source.kind in ("json", "story"):
        raise ReadError(
            f"“{path}” is nothing to import", "name a saved page, its plain text, or a wire item"
        )
    return source


def reports(
    source: Source, house: House, now: datetime, progress: "Progress"
) -> Iterator[Report | ReadError]:
    """What the copy desk says of a source; the house is settled.

    Of several stories in JSON one that is none comes as the reason why.

    Raises:
        ReadError: it is no story; the sentence says why.
    """
    if source.kind == "story":
        from cutline.desk.reading import typed  # noqa: PLC0415 - pages and JSON need no parser

        material, read = typed(words(source), house, now, progress)
        yield read(material)
        return
    if source.kind != "json":
        yield report(source, house, now, progress)
        return
    from cutline.desk.stories import check_json  # noqa: PLC0415 - a page is none

    yield from check_json(words(source).removeprefix("\ufeff"), source.name, house, now)


def words(source: Source) -> str:
    """The text of a source as it stands.

    Raises:
        ReadError: it is not UTF-8.
    """
    try:
        return source.raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise ReadError(f"{_named(source)} is not UTF-8 (byte {error.start})") from error


def receive(source: Source, house: House) -> Received:
    """Read a source.

    Raises:
        ReadError: it is no story, and the sentence says why.
    """
    if source.kind == "text":
        from cutline.wire.gallery.text import read_gallery_text  # noqa: PLC0415

        return read_gallery_text(source.raw, _named(source), house.language, knows(house))
    if source.kind == "page":
        from cutline.wire.page import read_page  # noqa: PLC0415 - lxml is for pages alone

        return read_page(source.raw, _named(source), house.language, knows(house))
    if source.kind == "ninjs":
        from cutline.wire.ninjs import read_ninjs  # noqa: PLC0415

        return _filled(read_ninjs(source.raw, _named(source), house.language), house)
    from cutline.wire.newsml import read_newsml  # noqa: PLC0415

    return _filled(read_newsml(source.raw, _named(source), house.language), house)


def report(source: Source, house: House, now: datetime, progress: "Progress") -> Report:
    """What the copy desk says of a source that is one story; the house is settled.

    Raises:
        ReadError: it is no story.
    """
    from cutline import store  # noqa: PLC0415 - stories in JSON lie nowhere
    from cutline.desk.likeness import likened  # noqa: PLC0415 - it makes workers

    received = receive(source, house)
    held = photographs(source, received, progress)
    here = [each for each in held if each is not None]
    seen = iter(likened(here, _library(source, progress), progress) if here else ())
    known = [
        said if each is None else next(seen)
        for each, said in zip(held, received.photographs, strict=True)
    ]
    proof = proof_of(received.story, known, now, house)
    name = "story" if source.name == "-" else store.slug(Path(source.name).stem)
    return Report(name, source.name, proof, run(proof), notices=received.notes)


def _filled(received: Received, house: House) -> Received:
    """A wire's pictures with the words that a story would take from their metadata."""
    said = iter(received.photographs)
    blocks = tuple(
        _worded(block, next(said), received.story.language, house)
        if isinstance(block, Placement)
        else block
        for block in received.story.blocks
    )
    return replace(received, story=replace(received.story, blocks=blocks))


def _worded(
    placement: Placement, photograph: Photograph | None, language: str, house: House
) -> Placement:
    if photograph is None:
        return placement
    credit = credit_of(photograph, house)
    return replace(
        placement,
        alt=passage(photograph.metadata.text("altTextAccessibility", language)),
        caption=passage(description(photograph, language, credit)),
        credit=passage(credit),
    )


def photographs(
    source: Source, received: Received, progress: "Progress"
) -> "tuple[Held | Unreadable | None, ...]":
    """For each placement, the photograph that lies beside the source; None where none does."""
    names = [local(source, placement.target) for placement in received.story.placements]
    if source.folder is None or not any(names):
        return (None,) * len(names)
    held = _library(source, progress).read([name for name in names if name])
    return tuple(held[name] if name else None for name in names)


def local(source: Source, address: str) -> str:
    """The path of a picture that lies beside its source; empty where there is no such file.

    Addresses on the web, from the root and out of the folder lead nowhere.
    """
    if source.folder is None or not address or _SCHEME.match(address) or len(address) > 1000:
        return ""
    from cutline import store  # noqa: PLC0415

    try:
        path = store.inside("", unquote(urlsplit(address).path))
    except (CutlineError, ValueError):
        return ""
    return path if store.look(source.folder.resolve(), path) else ""


def _library(source: Source, progress: "Progress") -> "Library":
    from cutline.desk.library import Library  # noqa: PLC0415

    return Library((source.folder or Path()).resolve(), None, None, progress)


def knows(house: House) -> IsCredit:
    """Somebody who knows the parties of a credit line: the trade's, and those of the house."""
    from cutline.credit import parse, trade  # noqa: PLC0415

    parties = trade().with_more(house.parties) if house.parties else trade()

    def is_credit(words: str) -> bool:
        credit = parse(words, parties)
        bodies = (part.party for part in credit.parts if part.party)
        if credit.sure and _GIVEN.intersection(credit.flags):
            return True
        return credit.sure and any(party.kind != "mark" for party in bodies)

    return is_credit


def _may_be_ninjs(path: Path) -> bool:
    """Whether a JSON file is worth asking, without reading a huge one whole."""
    try:
        size = path.stat().st_size
    except OSError:
        return False
    return size <= MOST_BYTES and _NINJS.search(read_file(path, MOST_BYTES)) is not None


def _kind(raw: bytes, ending: Kind) -> Kind:
    text = raw[:_HEAD].removeprefix(b"\xef\xbb\xbf").lstrip()
    if text[:1] in (b"{", b"["):
        from cutline.wire.ninjs import is_ninjs  # noqa: PLC0415

        return "ninjs" if _NINJS.search(raw) and is_ninjs(raw) else "json"
    if _XML.match(text):
        root = _ROOT.search(text)
        return "page" if root and root[1].lower() == b"html" else "newsml"
    if ending == "page" or _PAGE.match(text):
        return "page"
    if ending == "json":
        return "story" if _FRONT.match(text) or _PLACED.search(raw) else "text"
    return ending


def _named(source: Source) -> str:
    from cutline import store  # noqa: PLC0415

    return "standard input" if source.name == "-" else store.quoted(Path(source.name).name)
