"""Where a reader goes from a story: its site's first page, its section, its photographers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from babel.lists import format_list
from markupsafe import Markup, escape

from cutline.model import Edition, House, Picture
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
        people: Who made its photographs: people with their lists, others without a place.
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
    name, people = section(edition), photographers(edition, plan)
    return Ways(
        home=f"../{PAGE}",
        site=house.publication or language.say("stories"),
        spoken=language.tag if house.publication else language.spoken,
        section=(f"../{stem('section', name)}.html", name) if name else None,
        people=tuple(
            (f"../{stem('photographer', name)}.html" if name in people else "", name)
            for name in signed(edition, plan)
        ),
    )


def photographers(edition: Edition, plan: Plan) -> tuple[str, ...]:
    """The people who made the photographs of a story, each once."""
    made = (maker for each in plan.pictures for maker in makers(each.picture, edition.house))
    return tuple(dict.fromkeys(maker.name for maker in made if maker.person))


def signed(edition: Edition, plan: Plan) -> tuple[str, ...]:
    """Everybody who made a photograph of a story, each once; nobody where no person did.

    Where no person is named it is the credit as it is printed: to name the people alone would
    give them what others made.
    """
    people = photographers(edition, plan)
    if not people:
        return ()
    names: dict[str, str] = {}
    for each in plan.pictures:
        for name in _signed(each.picture, edition.house):
            names.setdefault(name.casefold(), name)
    return tuple(names.values())


def _signed(picture: Picture, house: House) -> Iterable[str]:
    return filter(None, [each.name for each in makers(picture, house)] or [picture.credit.strip()])


def photographs_by(people: Sequence[Way], language: Tongue) -> Markup:
    """“Photographs by …”, each name a link where it has a list; nothing where nobody is named."""
    if not people:
        return Markup("")
    named = format_list(list(_links(people)), locale=language.locale)
    said = str(escape(language.say("photographs_by"))).replace("{names}", named)
    return Markup(said)  # noqa: S704 - names and addresses are escaped one by one


def _links(people: Iterable[Way]) -> Iterable[str]:
    for href, name in people:
        form = '<a href="{}"><bdi>{}</bdi></a>' if href else "{}<bdi>{}</bdi>"
        yield str(Markup(form).format(href, clean(name)))  # noqa: S704 - both are our own
