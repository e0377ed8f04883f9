"""A story as lists show it; kept with the release, so that lists need no story to be read."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Self

from cutline.model import Edition
from cutline.publish.language import tongue
from cutline.publish.makers import makers
from cutline.publish.plan import PAGE, Plan
from cutline.publish.structured import author, section, title


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
        draft: Whether it is one.
        updated: When it was last changed for readers, as written; or empty.
        section: Where it stands in the site; or empty.
        byline: Who wrote it; or empty.
        photographers: The people who made its photographs, each once.
        images: Its photographs that may be seen unasked, relative to its folder; first that
            of ``picture``.
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
    images: tuple[str, ...] = ()

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
            draft=edition.draft,
            updated=story.updated.text,
            section=section(edition),
            byline=author(edition, tongue(story.language)),
            photographers=_photographers(edition, plan),
            images=tuple(each.largest.path for each in plan.pictures if not each.covered),
        )

    @property
    def page(self) -> str:
        """Its page, relative to the site's root."""
        return f"{self.slug}/{PAGE}"

    def facts(self) -> Mapping[str, object]:
        """The same as JSON values."""
        lists = {"photographers": list(self.photographers), "images": list(self.images)}
        return {**asdict(self), **lists}


def _photographers(edition: Edition, plan: Plan) -> tuple[str, ...]:
    made = (maker for each in plan.pictures for maker in makers(each.picture, edition.house))
    return tuple(dict.fromkeys(maker.name for maker in made if maker.person))
