"""A story as lists show it; kept with the release, so that lists need no story to be read."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Self

from cutline.model import Edition
from cutline.publish.language import tongue
from cutline.publish.plan import PAGE, Plan, Rendition
from cutline.publish.structured import author, revised, section, title
from cutline.publish.ways import photographers, signed

WIDEST = 1600
"""Pixels; the widest place in a list is 50 rem, on a screen of two pixels to a point."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A story as the pages of a site list it.

    Attributes:
        slug: Its folder in the site.
        title: Its headline.
        kicker, standfirst: The words above and below, perhaps empty.
        published: The date as written.
        language: BCP 47 tag.
        picture: Path of a small rendition of the lead, relative to the site's root; or empty.
        width, height: Its pixels; 0 without a picture.
        credit: The credit line of that picture: it stands wherever the picture does.
        alt: Its alt text; lists name the story beside it and need none, feeds do.
        draft: Whether it is one.
        updated: When it was last changed for readers, as written; or empty.
        section: Where it stands in the site; or empty.
        byline: Who wrote it; or empty.
        photographers: The people who made its photographs, each once.
        signed: Those, and whoever else made one; empty where no person did.
        images: Its photographs that may be seen unasked, relative to its folder; first that
            of ``picture``.
        avif, jpeg: The lead's renditions that a list has use for, as ``srcset`` has them.
    """

    slug: str
    title: str
    kicker: str = ""
    standfirst: str = ""
    published: str = ""
    language: str = "en"
    picture: str = ""
    width: int = 0
    height: int = 0
    credit: str = ""
    draft: bool = False
    updated: str = ""
    section: str = ""
    byline: str = ""
    photographers: tuple[str, ...] = ()
    signed: tuple[str, ...] = ()
    images: tuple[str, ...] = ()
    avif: str = ""
    jpeg: str = ""
    alt: str = ""

    @classmethod
    def of(cls, edition: Edition, plan: Plan) -> Self:
        """What lists need to know of an edition."""
        story = edition.story
        small = plan.shown.jpeg[0] if plan.shown else None
        return cls(
            slug=edition.slug,
            title=title(edition),
            kicker=story.kicker.text,
            standfirst=story.standfirst.text,
            published=story.published.text,
            language=story.language,
            picture=f"{edition.slug}/{small.path}" if small else "",
            width=small.recipe.width if small else 0,
            height=small.recipe.height if small else 0,
            credit=plan.shown.picture.credit if plan.shown else "",
            alt=plan.shown.picture.alt if plan.shown else "",
            draft=edition.draft,
            updated=revised(edition),
            section=section(edition),
            byline=author(edition, tongue(story.language)),
            photographers=photographers(edition, plan),
            signed=signed(edition, plan),
            images=tuple(each.largest.path for each in plan.pictures if not each.covered),
            avif=_candidates(edition.slug, plan.shown.avif) if plan.shown else "",
            jpeg=_candidates(edition.slug, plan.shown.jpeg) if plan.shown else "",
        )

    @property
    def page(self) -> str:
        """Its page, relative to the site's root."""
        return f"{self.slug}/{PAGE}"

    def files(self) -> tuple[str, ...]:
        """Every picture file that lists show of it, relative to the site's root."""
        told = [each for each in f"{self.avif}, {self.jpeg}".split(",") if each.strip()]
        return (self.picture, *(each.split()[0] for each in told))

    def facts(self) -> Mapping[str, object]:
        """The same as JSON values."""
        names = ("photographers", "signed", "images")
        return {**asdict(self), **{name: list(getattr(self, name)) for name in names}}


def _candidates(slug: str, renditions: Sequence[Rendition]) -> str:
    """Those that no list would show smaller than they are, the smallest in any case."""
    sized = ((each.path, each.recipe.width) for each in renditions)
    return ", ".join(f"{slug}/{path} {width}w" for path, width in sized if width <= WIDEST)
