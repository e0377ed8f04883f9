"""The story as an electronic book: EPUB 3.3, the same bytes every time.

Source: W3C, EPUB 3.3, clause 4.2 (the container), clause 5 (the package document).
"""

import zipfile
from collections.abc import Iterator
from io import BytesIO

from lxml import etree, html

from cutline.model import Edition
from cutline.publish.exports.check import squeeze
from cutline.publish.exports.told import told
from cutline.publish.inline import asset
from cutline.publish.language import tongue
from cutline.publish.plan import Plan, Printed, Rendition
from cutline.publish.portable.epub_package import Resource, container, navigation, package
from cutline.publish.portable.epub_pages import STORY, STYLE, aside, pages
from cutline.publish.portable.table import MARK, Files

FOLDER = "EPUB/"
WIDEST = 1600
"""Pixels across: more than a page of any reader shows."""
MOST = 5_600_000
"""Pixels of one picture: readers for telephones show none that is larger."""

_TYPE = b"application/epub+zip"
_BORN = (1980, 1, 1, 0, 0, 0)
_FILE = 0o100644 << 16
_UNIX = 3


def renditions(edition: Edition, plan: Plan) -> tuple[Rendition, ...]:  # noqa: ARG001 - as Format has it
    """One JPEG of each photograph."""
    return tuple(map(chosen, plan.pictures))


def chosen(printed: Printed) -> Rendition:
    """The widest JPEG of a photograph that readers of books can show."""
    fitting = [each for each in printed.jpeg if _fits(each.recipe.width, each.recipe.height)]
    return fitting[-1] if fitting else printed.jpeg[0]


def _fits(width: int, height: int) -> bool:
    return width <= WIDEST and width * height <= MOST


def make(edition: Edition, plan: Plan, pictures: Files) -> Files:
    """Put the book together."""
    language = tongue(edition.story.language or edition.house.language)
    shown = {each.number: chosen(each) for each in plan.pictures}
    text, headings = pages(edition, plan, shown, language)
    resources = tuple(_resources(plan, shown, text))
    book = {
        "META-INF/container.xml": container(f"{FOLDER}package.opf"),
        f"{FOLDER}package.opf": package(edition, told(edition, plan), language, resources),
        f"{FOLDER}nav.xhtml": navigation(edition, plan, language, headings),
        **{f"{FOLDER}{name}": data for name, data in text.items()},
        f"{FOLDER}{STYLE}": f"{asset('book.css')}\n".encode(),
        **{f"{FOLDER}{each.path}": pictures[each.path] for each in shown.values()},
    }
    return {f"{edition.slug}.epub": _zipped(book)}


def complaints(files: Files, edition: Edition, plan: Plan) -> tuple[str, ...]:  # noqa: ARG001
    """Compare the credits in the book's pages with those that were to be printed."""
    (book,) = files.values()
    with zipfile.ZipFile(BytesIO(book)) as archive:
        names = [STORY, *(aside(each.number) for each in plan.pictures if each.covered)]
        found = [squeeze(text) for name in names for text in _credits(archive.read(FOLDER + name))]
    covered = (each for each in plan.pictures if each.covered)
    printed = [squeeze(each.picture.credit) for each in (*plan.pictures, *covered)]
    numbers = (n for n, each in enumerate(printed) if found[n : n + 1] != [each])
    if found == printed:
        return ()
    return (f"photograph {next(numbers, len(printed)) + 1}: the credit is not in the book",)


def _credits(page: bytes) -> Iterator[str]:
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    tree = etree.fromstring(page, parser)
    for figure in tree.iter(f"{{{html.XHTML_NAMESPACE}}}figure"):
        found = figure.iterfind(".//{*}bdi[@class='credit']")
        yield "".join(str(text) for each in found for text in each.itertext())


def _resources(plan: Plan, shown: dict[int, Rendition], text: Files) -> Iterator[Resource]:
    """Every file of the book that the package lists, pages first, each once."""
    covers = plan.shown
    for name in text:
        yield Resource(name, "application/xhtml+xml", read=True, aside=name != STORY)
    yield Resource(STYLE, "text/css")
    front = shown[covers.number].path if covers else ""
    for path in dict.fromkeys(each.path for each in shown.values()):
        yield Resource(path, "image/jpeg", cover=path == front)


def _zipped(book: Files) -> bytes:
    """The container: its type comes first and stored (clause 4.2.3); nothing is dated.

    Nothing is compressed: pictures cannot be, and libraries disagree on the bytes of the rest.
    """
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as archive:
        archive.comment = MARK
        for name, data in (("mimetype", _TYPE), *book.items()):
            info = zipfile.ZipInfo(name, _BORN)
            info.external_attr, info.create_system = _FILE, _UNIX
            archive.writestr(info, data)
    return made.getvalue()
