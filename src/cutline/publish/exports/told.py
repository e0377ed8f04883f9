"""What every format says of a story and its photographs, with the same words and names.

Of a photograph's metadata only what is written into the published files is told (the stamp),
and the day it was taken: no format can let out what the pictures keep to themselves.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urljoin

from cutline.credit import parse, trade_with
from cutline.metadata import Stamp
from cutline.model import Edition
from cutline.publish.dates import written_at
from cutline.publish.feeds.values import urn
from cutline.publish.language import Tongue, foreign, tongue
from cutline.publish.makers import makers
from cutline.publish.plan import Plan, Printed, Rendition
from cutline.publish.structured import address, taken
from cutline.publish.words import web_address

_HOUSE = "https://cutline.invalid/"
"""Stands in for the address of a site that does not know its own, so that names stay the same."""
COMMON = 1200
"""Width in pixels that a feed or an embed needs at most."""


@dataclass(frozen=True, slots=True)
class Told:
    """One photograph as the formats tell it.

    Attributes:
        printed: As the page prints it.
        id: URN of this photograph in this story.
        link: Its place on the page; relative where the site has no known address.
        creators: Names of its makers.
        agency: The agency of the printed credit line, where it can be read beyond doubt.
        stamp: What is written into its files.
        taken: The day or instant, as exactly as the file says; or empty.
        warning: For a desk that would show it: that it is sensitive, and why; or empty.
        caption_language, caption_direction: The caption's, where they are not the story's.
    """

    printed: Printed
    id: str
    link: str
    creators: tuple[str, ...]
    agency: str
    stamp: Stamp
    taken: str
    warning: str
    caption_language: str
    caption_direction: str

    @property
    def common(self) -> Rendition:
        """A JPEG for a window of common size."""
        fitting = [each for each in self.printed.jpeg if each.recipe.width <= COMMON]
        return fitting[-1] if fitting else self.printed.jpeg[0]

    @property
    def licence(self) -> str:
        """Page with the terms, if the photograph names one of the web."""
        return web_address(self.stamp.web_statement)


def story_id(edition: Edition) -> str:
    """URN of the story: it stays while the story keeps its place in the site."""
    home = address(edition)
    return urn(home) if home else urn(_HOUSE, edition.house.publication, edition.slug)


def version(edition: Edition) -> str:
    """Which edition this is: one more with every correction, and with an update of the story.

    A desk that holds a version takes no other of the same number (NewsML-G2 and ninjs).
    """
    story = edition.story
    updated = written_at(story.updated.text) is not None
    return str(1 + len(story.corrections) + updated)


def told(edition: Edition, plan: Plan) -> tuple[Told, ...]:
    """The photographs in the order of the page."""
    return tuple(_told(edition, plan))


def _told(edition: Edition, plan: Plan) -> Iterator[Told]:
    base, whole, met = address(edition), story_id(edition), Counter[str]()
    parties = trade_with(edition.house.parties)
    language = tongue(edition.story.language or edition.house.language)
    for printed in plan.pictures:
        picture = printed.picture
        own, direction = foreign(picture, language)
        sha256 = picture.photograph.sha256
        met[sha256] += 1
        again = (str(met[sha256]),) if met[sha256] > 1 else ()
        line = parse(picture.credit, parties)
        yield Told(
            printed=printed,
            id=urn(whole, sha256, *again),
            link=urljoin(base, f"#photo-{printed.number}"),
            creators=tuple(maker.name for maker in makers(picture, edition.house)),
            agency=(line.agency or "") if line.sure else "",
            stamp=printed.largest.stamp,
            taken=taken(picture.photograph.metadata),
            warning=_warning(printed, language),
            caption_language=own,
            caption_direction=direction,
        )


def _warning(printed: Printed, language: Tongue) -> str:
    if not printed.covered:
        return ""
    return ": ".join(filter(None, (language.say("sensitive"), printed.picture.placement.sensitive)))
