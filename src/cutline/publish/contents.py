"""The first page of a desk's site: its stories, newest first."""

import base64
import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from importlib.resources import files
from typing import Self

from markupsafe import Markup

from cutline.model import Edition, House
from cutline.publish.language import moment, tongue
from cutline.publish.plan import Plan
from cutline.publish.structured import title
from cutline.publish.templating import templates


@dataclass(frozen=True, slots=True)
class Listed:
    """A story as the first page lists it; kept with the release, so that it needs no reading.

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

    @classmethod
    def of(cls, edition: Edition, plan: Plan) -> Self:
        """What the first page needs to know of an edition."""
        story = edition.story
        small = plan.pictures[0].jpeg[0] if plan.pictures else None
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
            credit=plan.pictures[0].picture.credit if small else "",
            draft=edition.draft,
        )

    def facts(self) -> Mapping[str, object]:
        """The same as JSON values."""
        return asdict(self)


def contents(stories: Iterable[Listed], house: House) -> bytes:
    """Print the first page of a site.

    Args:
        stories: In any order; the newest comes first, those without a date last.
        house: The publication.

    Returns:
        A complete HTML document in UTF-8.
    """
    own = tongue(house.language)
    newest = sorted(sorted(stories, key=lambda s: s.slug), key=lambda s: s.published, reverse=True)
    rows = [(story, tongue(story.language), moment(story.published, own)) for story in newest]
    style = files("cutline.publish").joinpath("assets", "contents.css").read_text("utf-8")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; img-src 'self' file:; style-src 'sha256-{digest}'; "
    text = (
        templates()
        .get_template("contents.html.j2")
        .render(
            tongue=own,
            title=house.publication or own.say("stories"),
            style=Markup(style),  # noqa: S704 - ours
            policy=policy + "base-uri 'none'; form-action 'none'",
            stories=rows,
        )
    )
    return text.encode()
