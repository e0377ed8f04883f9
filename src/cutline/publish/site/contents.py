"""The pages of a site's lists: its stories newest first, by section and by photographer."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from textwrap import shorten

from markupsafe import Markup

from cutline.model import House
from cutline.publish.feeds.values import TYPES
from cutline.publish.icon import icon
from cutline.publish.inline import digest
from cutline.publish.language import Moment, Tongue, moment, tongue
from cutline.publish.logo import logo
from cutline.publish.meta import SUMMARY
from cutline.publish.site.listed import Listed
from cutline.publish.site.lists import FIRST, PEOPLE, Leaf, List, Lists
from cutline.publish.templating import templates
from cutline.publish.theme import dressed
from cutline.publish.ways import Way, photographs_by
from cutline.publish.words import web_address


@dataclass(frozen=True, slots=True)
class Row:
    """One story as a list prints it.

    Attributes:
        story: What is known of it.
        language: Its language.
        moment: When it was published, in the language of the site.
        section: The list of its section, as path and name.
        people: “Photographs by …”, in the language of the site; each leads to their list.
    """

    story: Listed
    language: Tongue
    moment: Moment
    section: Way | None
    people: Markup


def pages(lists: Lists, house: House) -> Iterator[tuple[str, bytes]]:
    """Print every page of every list, and the list of photographers.

    Args:
        lists: The site's lists.
        house: The publication.

    Yields:
        Path and HTML document in UTF-8.
    """
    own, rows = tongue(house.language), _rows(lists, house)
    for each in lists.all():
        for leaf in each.leaves():
            yield leaf.path, _leaf(leaf, [rows[story.slug] for story in leaf.stories], lists, house)
    if lists.photographers:
        yield (
            PEOPLE,
            _print(
                "photographers.html.j2",
                own.say("photographers"),
                lists,
                house,
                shown=None,
                place="",
            ),
        )


def _rows(lists: Lists, house: House) -> Mapping[str, Row]:
    own = tongue(house.language)
    paths = {(each.kind, each.name.casefold()): each.path(1) for each in lists.all()}

    def row(story: Listed) -> Row:
        name = story.section
        names = story.signed or story.photographers  # no earlier version remembers the former
        people = [(paths.get(("photographer", each.casefold()), ""), each) for each in names]
        return Row(
            story,
            tongue(story.language),
            moment(story.published, own),
            (paths["section", name.casefold()], name) if name else None,
            photographs_by(people, own),
        )

    return {story.slug: row(story) for story in lists.everything.stories}


def _leaf(leaf: Leaf, rows: list[Row], lists: Lists, house: House) -> bytes:
    shown, own = leaf.of, tongue(house.language)
    site = web_address(house.url)
    path = "" if leaf.path == FIRST else leaf.path
    return _print(
        "contents.html.j2",
        shown.name or _site(house, own),
        lists,
        house,
        shown=shown,
        leaf=leaf,
        rows=rows,
        canonical=f"{site}{path}" if site else "",
        summary=_summary(leaf),
        feeds=_feeds(shown) if site else (),
        place=own.say("page", n=leaf.number, total=shown.pages) if shown.pages > 1 else "",
    )


def _summary(leaf: Leaf) -> str:
    """What search engines and link previews may say of a list: its stories, as far as fits."""
    told = " · ".join(story.title for story in leaf.stories if not story.draft)
    return shorten(told, SUMMARY, placeholder=" …")


def _print(template: str, title: str, lists: Lists, house: House, **more: object) -> bytes:
    own, style = tongue(house.language), dressed("contents.css", house, own=True)
    policy = f"default-src 'none'; img-src 'self' file: data:; style-src {digest(style)}; "
    text = (
        templates()
        .get_template(template)
        .render(
            tongue=own,
            title=title,
            publication=_site(house, own),
            logo=logo(house.page.logo, house.publication) if house.page.logo else "",
            icon=icon(house),
            first=FIRST,
            people=PEOPLE if lists.photographers else "",
            sections=lists.sections,
            photographers=lists.photographers,
            style=style,
            policy=policy + "base-uri 'none'; form-action 'none'",
            **more,
        )
    )
    return text.encode()


def _site(house: House, own: Tongue) -> str:
    return house.publication or own.say("stories")


def _feeds(shown: List) -> tuple[tuple[str, str], ...]:
    """The feeds of a list as media type and path."""
    return tuple((TYPES[name], f"{shown.prefix}{name}") for name in shown.feeds())
