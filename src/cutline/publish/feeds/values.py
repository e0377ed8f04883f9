"""What a feed says, whatever it is written as. All addresses are absolute."""

from dataclasses import dataclass
from uuid import NAMESPACE_URL, UUID, uuid5

RSS, ATOM, JSON = "rss.xml", "atom.xml", "feed.json"
TYPES = {RSS: "application/rss+xml", ATOM: "application/atom+xml", JSON: "application/feed+json"}
"""Names that a server without further settings sends with a type that readers accept."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A photograph in a feed, never without its credit.

    Attributes:
        url: A JPEG of it.
        credit: The credit line as printed.
        caption: The words under it.
        caption_language, caption_direction: Theirs, where they are not the entry's.
        alt: Its alt text.
        width, height: Pixels of the JPEG; 0 where they are not known.
        creators: Who made it.
        agency: Who delivered it.
        notice: Its copyright notice.
        licence: Page with its terms.
        thumbnail: Address of a small JPEG; or empty.
        thumbnail_width, thumbnail_height: Its pixels.
        covered: True where it may be seen only by those who ask: a feed gives its words and
            its credit, and leaves the picture to the page.
    """

    url: str
    credit: str
    caption: str = ""
    caption_language: str = ""
    caption_direction: str = ""
    alt: str = ""
    width: int = 0
    height: int = 0
    creators: tuple[str, ...] = ()
    agency: str = ""
    notice: str = ""
    licence: str = ""
    thumbnail: str = ""
    thumbnail_width: int = 0
    thumbnail_height: int = 0
    covered: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """One entry: a story, or a photograph of one.

    Attributes:
        id: URN that stays whatever is corrected.
        title: Its headline.
        link: Its page.
        summary: A sentence or two.
        published: The date as written.
        updated: When it was last changed for readers, as written; or empty.
        authors: Who wrote it.
        section: Where it stands in the site.
        language: BCP 47 tag.
        picture: Its photograph; None for a story without any.
    """

    id: str
    title: str
    link: str
    summary: str = ""
    published: str = ""
    updated: str = ""
    authors: tuple[str, ...] = ()
    section: str = ""
    language: str = "en"
    picture: Shown | None = None


@dataclass(frozen=True, slots=True)
class Feed:
    """A list of entries, newest first.

    Attributes:
        id: URN that stays.
        title: Its name.
        home: The page that it feeds from.
        base: Address that its own file names count from.
        prefix: What stands before ``rss.xml`` and its like in the file's name.
        language: BCP 47 tag.
        items: The entries.
        summary: What it is about.
        publication: Who publishes.
        updated: Date as written of the newest change; empty where none is known.
    """

    id: str
    title: str
    home: str
    base: str
    items: tuple[Item, ...]
    prefix: str = ""
    language: str = "en"
    summary: str = ""
    publication: str = ""
    updated: str = ""

    def file(self, name: str) -> str:
        """Address of this feed as ``rss.xml``, ``atom.xml`` or ``feed.json``."""
        return f"{self.base}{self.prefix}{name}"


def urn(address: str, *parts: str) -> str:
    """A name for what lies at an address, which the same address always gives (RFC 9562, 5.5).

    Args:
        address: Where the thing was first published.
        *parts: What tells it from others there.
    """
    made: UUID = uuid5(NAMESPACE_URL, address)
    for part in parts:
        made = uuid5(made, part)
    return made.urn
