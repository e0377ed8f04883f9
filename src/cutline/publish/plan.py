"""What an edition becomes: every file of the site by name, before a single byte exists."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from cutline.imaging import Recipe, card_recipe, recipes
from cutline.metadata import Stamp, stamp_of
from cutline.model import Edition, Layout, Picture
from cutline.publish.exports.table import wanted
from cutline.publish.layout import Row, rows
from cutline.publish.names import digest, slug

PAGE = "index.html"
FOLDER = "photographs"
_EXTENSIONS = {"avif": "avif", "jpeg": "jpg"}


@dataclass(frozen=True, slots=True)
class Rendition:
    """One picture file of the site.

    Attributes:
        path: Where it lies, relative to the page, with slashes.
        sha256: The original.
        recipe: How to make its pixels.
        key: Key of those bare pixels in the cache.
        stamp: What publishing writes into the file.
    """

    path: str
    sha256: str
    recipe: Recipe
    key: str
    stamp: Stamp


@dataclass(frozen=True, slots=True)
class Printed:
    """One photograph as the page prints it.

    Attributes:
        number: Its place on the page, from 1.
        picture: Photograph and words.
        layout: How it is set.
        avif: Its renditions as AVIF, narrowest first.
        jpeg: The same as JPEG.
    """

    number: int
    picture: Picture
    layout: Layout
    avif: tuple[Rendition, ...]
    jpeg: tuple[Rendition, ...]

    @property
    def covered(self) -> bool:
        """Whether it is sensitive: seen only by those who ask for it."""
        return self.picture.placement.sensitive is not None

    @property
    def largest(self) -> Rendition:
        """What the link around the photograph opens, and what machines are told of."""
        return self.jpeg[-1]


@dataclass(frozen=True, slots=True)
class Plan:
    """The whole site of one edition.

    Attributes:
        rows: What the page prints, from top to bottom.
        pictures: The photographs in the order of the page; the lead is the first.
        card: The picture that a link to the page is shown with; None where none may be.
        pages: Paths of the pages.
        exports: Paths of what says the same to machines, in the order of ``exports.TABLE``.
    """

    rows: tuple[Row, ...]
    pictures: tuple[Printed, ...]
    card: Rendition | None
    pages: tuple[str, ...] = (PAGE,)
    exports: tuple[str, ...] = ()

    @property
    def shown(self) -> Printed | None:
        """The first photograph that may be seen unasked: cards and lists show no covered one."""
        return next((each for each in self.pictures if not each.covered), None)

    def texts(self) -> tuple[str, ...]:
        """Every file that is no picture, the page first."""
        return (*self.pages, *self.exports)

    def renditions(self) -> tuple[Rendition, ...]:
        """Every picture file once, in the order of the page, the card last."""
        return tuple({each.path: each for each in self._all()}.values())

    def paths(self) -> tuple[str, ...]:
        """Every file of the site."""
        return (*self.texts(), *(each.path for each in self.renditions()))

    def _all(self) -> Iterator[Rendition]:
        for printed in self.pictures:
            yield from (*printed.avif, *printed.jpeg)
        if self.card is not None:
            yield self.card


def plan(edition: Edition) -> Plan:
    """List all that publishing this edition makes. Pure: the same edition, the same plan."""
    placed = rows(edition)
    order = [slot for row in placed for slot in row.slots]
    pictures = tuple(
        _printed(number, edition.pictures[slot.picture], slot.layout, draft=edition.draft)
        for number, slot in enumerate(order, 1)
    )
    exports = tuple(each.path for each in wanted(edition))
    made = Plan(placed, pictures, None, exports=exports)
    if made.shown is None:
        return made
    return replace(made, card=_card(made.shown.picture, draft=edition.draft))


def _printed(number: int, picture: Picture, layout: Layout, *, draft: bool) -> Printed:
    photograph = picture.photograph
    ladder = recipes(photograph.size, photograph.orientation, draft=draft)
    made = files_of(picture, [(str(recipe.width), recipe) for recipe in ladder])
    avif = tuple(each for each in made if each.recipe.format == "avif")
    jpeg = tuple(each for each in made if each.recipe.format == "jpeg")
    return Printed(number, picture, layout, avif, jpeg)


def _card(picture: Picture, *, draft: bool) -> Rendition:
    photograph, focal = picture.photograph, picture.placement.focal
    recipe = card_recipe(photograph.size, photograph.orientation, focal, draft=draft)
    return files_of(picture, [("card", recipe)])[0]


def files_of(picture: Picture, sized: Sequence[tuple[str, Recipe]]) -> tuple[Rendition, ...]:
    """The files of one photograph that change their names together: size's name and recipe."""
    name, sha256, stamp = picture.photograph.name, picture.photograph.sha256, _stamp(picture)
    keys = [recipe.key(sha256) for _, recipe in sized]
    path = f"{FOLDER}/{slug(name)}.{digest(keys, stamp)}"
    return tuple(
        Rendition(f"{path}-{size}.{_EXTENSIONS[recipe.format]}", sha256, recipe, key, stamp)
        for (size, recipe), key in zip(sized, keys, strict=True)
    )


def _stamp(picture: Picture) -> Stamp:
    return stamp_of(
        picture.photograph.metadata,
        alt=picture.alt,
        caption=picture.caption.text,
        credit=picture.credit,
    )
