"""Where a reader goes from a story: its site's first page, its section, its photographers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from babel.lists import format_list
from markupsafe import Markup, escape

from cutline.model import Edition
from cutline.publish.language import Tongue, tongue
from cutline.publish.makers import makers
from cutline.publish.names import stem
from cutline.publish.plan import PAGE, Plan
from cutline.publish.structured import section
from cutline.publish.words import clean

Way = tuple[str, str]
"""Where it leads, relative to the page that it stands on, and its name."""


@dataclass(frozen=True, slots=True)
class Ways:
    """What a story's page leads to; nothing where the site is the story.

    Attributes:
        home: The site's first page; empty where there is none but the story.
        site: What the site is called; empty where nobody named a site of one story.
        spoken: BCP 47 tag of what it is called.
        section: The list of its section.
        people: The lists of those who made its photographs.
    """

    home: str = ""
    site: str = ""
    spoken: str = ""
    section: Way | None = None
    people: tuple[Way, ...] = ()

    def hrefs(self) -> frozenset[str]:
        """Every address among them."""
        ways = (*((self.section,) if self.section else ()), *self.people)
        return frozenset(filter(None, (self.home, *(href for href, _ in ways))))


def ways(edition: Edition, plan: Plan) -> Ways:
    """What the page leads to: lists that are there because this story is on them."""
    house = edition.house
    if not edition.folder:
        return Ways(site=house.publication)
    language = tongue(house.language)
    name = section(edition)
    return Ways(
        home=f"../{PAGE}",
        site=house.publication or language.say("stories"),
        spoken=language.tag if house.publication else language.spoken,
        section=(f"../{stem('section', name)}.html", name) if name else None,
        people=tuple(
            (f"../{stem('photographer', each)}.html", each) for each in photographers(edition, plan)
        ),
    )


def photographers(edition: Edition, plan: Plan) -> tuple[str, ...]:
    """The people who made the photographs of a story, each once."""
    made = (maker for each in plan.pictures for maker in makers(each.picture, edition.house))
    return tuple(dict.fromkeys(maker.name for maker in made if maker.person))


def photographs_by(people: Sequence[Way], language: Tongue) -> Markup:
    """“Photographs by …”, each name a link; nothing where nobody is named."""
    if not people:
        return Markup("")
    named = format_list(list(_links(people)), locale=language.locale)
    said = str(escape(language.say("photographs_by"))).replace("{names}", named)
    return Markup(said)  # noqa: S704 - names and addresses are escaped one by one


def _links(people: Iterable[Way]) -> Iterable[str]:
    for href, name in people:
        yield str(Markup('<a href="{}"><bdi>{}</bdi></a>').format(href, clean(name)))
