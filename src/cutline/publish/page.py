"""The reader's page: an edition and its plan to HTML, the same bytes every time.

How it loads (docs/decisions/0010): style and script stand in the page, allowed by their
hashes; the lead is asked for first; the other pictures are held back until it is there.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from cutline.model import Block, Edition, House, Passage, Story
from cutline.model.places import UPRIGHT
from cutline.publish.icon import icon
from cutline.publish.inline import asset, digest
from cutline.publish.language import Tongue, foreign, moment, tongue
from cutline.publish.layout import Row
from cutline.publish.logo import logo
from cutline.publish.meta import describe
from cutline.publish.plan import Plan, Printed, Rendition
from cutline.publish.sizes import sizes
from cutline.publish.structured import author, graph, script_json, title
from cutline.publish.templating import render
from cutline.publish.theme import dressed
from cutline.publish.translations import translated
from cutline.publish.ways import photographs_by, ways
from cutline.publish.words import steady

Tints = Mapping[str, Sequence[str]]
"""A few colours of each original from top to bottom as ``#rrggbb``, by its SHA-256."""

_COLOUR = re.compile(r"#[0-9a-f]{6}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Figure:
    """One photograph as the template prints it.

    Attributes:
        beside: Whether it leads and is no wider than high: then the headline stands beside it.
    """

    number: int
    layout: str
    leads: bool
    beside: bool
    href: str
    avif: str
    jpeg: str
    src: str
    sizes: str
    width: int
    height: int
    alt: str
    name: str
    place: str
    caption: Passage | None
    credit: str
    covered: bool = False
    reason: str = ""
    lang: str = ""
    dir: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the page as the template prints it."""

    block: Block | None
    figures: tuple[Figure, ...]


def page(edition: Edition, plan: Plan, tints: Tints) -> bytes:
    """Print the page of an edition.

    Args:
        edition: What is published.
        plan: Its files, from ``plan``.
        tints: Colours for the placeholders; a picture without any gets a neutral one.

    Returns:
        A complete HTML document in UTF-8. It names neither the time nor the machine.
    """
    language = tongue(edition.story.language or edition.house.language)
    style, hold, script = _style(edition.house, plan, tints), asset("hold.js"), asset("viewer.js")
    structured = script_json(graph(edition, plan, language))
    leads = ways(edition, plan)
    values = {
        **words_of(edition, language),
        **_pictures(plan, language),
        "tongue": language,
        "photographs": len(plan.pictures),
        "ways": leads,
        "people": photographs_by(leads.people, language),
        "style": style,
        "hold": hold,
        "script": script,
        "icon": icon(edition.house),
        "policy": _policy(style, (hold, script, structured)),
        "meta": describe(edition, plan, language),
        "structured": structured,
    }
    return render("page.html.j2", edition.house.page.templates, values).encode()


def words_of(edition: Edition, language: Tongue) -> dict[str, object]:
    """What stands above the pictures, and the corrections, as templates print it."""
    story = edition.story
    published = moment(story.published.text, language)
    by = author(edition, language)
    count = sum(number for _, number in edition.standing)
    return {
        "title": title(edition),
        "headline": story.headline if story.headline.text else Passage(title(edition)),
        "kicker": story.kicker if story.kicker.text else None,
        "standfirst": story.standfirst if story.standfirst.text else None,
        "byline": language.say("by", name=by) if by else "",
        "moment": published if published.words else None,
        "published": language.say("published", date=published.words),
        "updated": _updated(story, language),
        "corrections": [(moment(c.date, language), c.passage) for c in story.corrections],
        "publication": edition.house.publication,
        "logo": _logo(edition.house),
        "notice": language.say("draft", count=count) if edition.draft else "",
        "editions": translated(edition),
    }


def _updated(story: Story, language: Tongue) -> tuple[str, str] | None:
    """When readers were given more: for machines, and as the page says it."""
    when = moment(story.updated.text, language)
    return (when.machine, language.say("updated", date=when.words)) if when.words else None


def _logo(house: House) -> Markup:
    return logo(house.page.logo, house.publication) if house.page.logo else Markup("")


def _pictures(plan: Plan, language: Tongue) -> dict[str, object]:
    total = len(plan.pictures)
    printed = iter(plan.pictures)
    blocks = iter(steady(tuple(row.block for row in plan.rows if row.block is not None)))

    def line(row: Row) -> Line:
        if row.block is not None:
            return Line(next(blocks), ())
        together = [next(printed) for _ in row.slots]
        broad = sum(_ratio(each) for each in together)
        return Line(
            None, tuple(_figure(each, total, _ratio(each) / broad, language) for each in together)
        )

    lines = [line(row) for row in plan.rows]
    leads = bool(plan.pictures)
    return {
        "lead": lines[0].figures[0] if leads else None,
        "rows": lines[1:] if leads else lines,
        "position": language.say("position", total=total),
    }


def _ratio(printed: Printed) -> float:
    return printed.picture.photograph.size.ratio


def _figure(printed: Printed, total: int, share: float, language: Tongue) -> Figure:
    picture, largest = printed.picture, printed.largest
    lang, direction = foreign(picture, language)
    return Figure(
        number=printed.number,
        layout=printed.layout,
        leads=printed.number == 1 and not printed.covered,
        beside=printed.layout == "lead" and _ratio(printed) < UPRIGHT,
        href=largest.path,
        avif=_candidates(printed.avif),
        jpeg=_candidates(printed.jpeg),
        src=_middle(printed.jpeg).path,
        sizes=sizes(printed.layout, _ratio(printed), share),
        width=largest.recipe.width,
        height=largest.recipe.height,
        alt=picture.alt,
        name=language.say("photograph", n=printed.number),
        place=f"{printed.number} / {total}" if total > 1 else "",
        caption=picture.caption if picture.caption.text else None,
        credit=picture.credit,
        covered=printed.covered,
        reason=picture.placement.sensitive or "",
        lang=lang,
        dir=direction,
    )


def _candidates(renditions: Sequence[Rendition]) -> str:
    return ", ".join(f"{each.path} {each.recipe.width}w" for each in renditions)


def _middle(renditions: Sequence[Rendition]) -> Rendition:
    """For readers that know no srcset: the widest that is not beyond a common window."""
    small = [each for each in renditions if each.recipe.width <= 1200]
    return small[-1] if small else renditions[0]


def _style(house: House, plan: Plan, tints: Tints) -> Markup:
    """The style sheet, and each picture's shape and colours in at most 60 bytes."""
    rules = (_placeholder(each, tints) for each in plan.pictures)
    return Markup(dressed("page.css", house, own=True) + "".join(rules))  # noqa: S704 - ours, numbers, colours


def _placeholder(printed: Printed, tints: Tints) -> str:
    photograph = printed.picture.photograph
    tint = [colour for colour in tints.get(photograph.sha256, ()) if _COLOUR.fullmatch(colour)]
    rule = f"--r:{photograph.size.ratio:.5g}"
    if photograph.size.width < 2400:
        rule += f";--w:{photograph.size.width}px"
    if tint:
        rule += f";--t:{','.join(tint if len(tint) > 1 else tint * 2)}"
    return f"\n#photo-{printed.number}{{{rule}}}"


def _policy(style: str, scripts: Sequence[str]) -> str:
    """Content Security Policy: our own pictures, this style, these scripts, nothing else.

    The JSON-LD is data that no browser runs; its hash is for checkers that count it a script.
    ``data:`` is the tab's icon. ``file:`` is named because browsers disagree whether ``'self'``
    means it when a page is opened from disk; a page from the web cannot reach it anyway. The
    page fetches nothing by script; ``connect-src`` lets a site's own auditing tools read its
    ``robots.txt`` from it.
    """
    rules = (
        "default-src 'none'",
        "img-src 'self' file: data:",
        "connect-src 'self'",
        f"style-src {digest(style)}",
        f"script-src {' '.join(digest(script) for script in scripts)}",
        "base-uri 'none'",
        "form-action 'none'",
    )
    return "; ".join(rules)
