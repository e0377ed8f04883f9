"""Editions for tests: small stories of made-up photographs, and sites built from them."""

import hashlib
from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw

from cutline.model import (
    Block,
    Edition,
    Field,
    House,
    Metadata,
    Passage,
    Photograph,
    Picture,
    Placement,
    Run,
    Size,
    Story,
    Value,
)
from cutline.publish import page, plan

TINT = ("#6b8ba4", "#8a9a5b", "#4a3c2a")
LONG = " ".join(["The ferry leaves at dusk with more people than seats."] * 12)


def metadata(fields: Mapping[str, Value]) -> Metadata:
    return Metadata({name: Field(value, "xmp") for name, value in fields.items()})


def picture(
    name: str = "harbour.jpg",
    size: tuple[int, int] = (1500, 1000),
    *,
    caption: str | Passage = "Fishing boats return to the harbour of Kavala.",
    credit: str = "Ana Silva/Example Photos",
    alt: str = "Three boats pass a lighthouse",
    fields: Mapping[str, Value] | None = None,
    **placed: object,
) -> Picture:
    """A photograph that exists in name only."""
    words = caption if isinstance(caption, Passage) else Passage(caption)
    placement = Placement(name, Passage(alt), **placed)
    sha256 = hashlib.sha256(f"{name} {size}".encode()).hexdigest()
    photograph = Photograph(sha256, name, "jpeg", Size(*size), metadata=metadata(fields or {}))
    return Picture(photograph, placement, alt, words, credit)


def edition(
    *parts: Picture | Block,
    headline: str | Passage = "The last ferry",
    language: str = "en",
    house: House | None = None,
    draft: bool = False,
    standing: tuple[tuple[str, int], ...] = (),
    **words: Passage,
) -> Edition:
    """A story of these blocks and pictures, in this order."""
    title = headline if isinstance(headline, Passage) else Passage(headline)
    blocks = tuple(part.placement if isinstance(part, Picture) else part for part in parts)
    pictures = tuple(part for part in parts if isinstance(part, Picture))
    story = Story(headline=title, language=language, blocks=blocks, **words)
    return Edition("the-last-ferry", story, pictures, house or House(), draft, standing)


def paragraph(text: str) -> Block:
    return Block("paragraph", Passage(text))


def full(language: str = "en", house: House | None = None, **more: object) -> Edition:
    """A story with every layout, every block and words of every length."""
    linked = Passage(
        "She told The Harbour Post that nobody slept.",
        (
            Run("She told "),
            Run("The Harbour Post", href="https://example.org/post"),
            Run(" that "),
            Run("nobody", emphasis=True),
            Run(" slept."),
        ),
    )
    return edition(
        picture("lead.jpg", (1500, 1000), fields=RIGHTS),
        paragraph("The ferry has run since 1931."),
        Block("heading", Passage("The crossing"), level=2),
        Block("paragraph", linked),
        picture("left.jpg", (600, 800), caption="The captain."),
        picture("right.jpg", (600, 900), caption="The cook.", credit="ليلى حداد/Example Photos"),
        Block("quote", children=(paragraph("We will miss it."),)),
        picture("coast.jpg", (1600, 500), caption=LONG),
        Block(
            "list",
            children=(
                Block("item", Passage("Two decks")),
                Block("item", children=(paragraph("One bell"),)),
            ),
        ),
        Block("ordered", level=3, children=(Block("item", Passage("third")),)),
        Block("code", Passage("depart 18:40\narrive 19:55")),
        Block("rule"),
        picture("square.jpg", (600, 600), caption="A ticket."),
        picture("deck.jpg", (1500, 900), alt="", decorative=True),
        headline="A night on the last ferry between Kavala and the island",
        language=language,
        house=house or House(publication="The Harbour Post"),
        kicker=Passage("Photo story"),
        standfirst=Passage("After ninety years the boat goes to the breakers."),
        published=Passage("2023-09-13"),
        byline=Passage("Ana Silva"),
        **more,
    )


RIGHTS: Mapping[str, Value] = {
    "creatorNames": ("Ana Silva",),
    "copyrightNotice": "© 2023 Ana Silva",
    "webstatementRights": "https://example.org/terms",
    "licensors": ({"licensorName": "Example Photos", "licensorUrl": "https://example.org/buy"},),
    "dateCreated": "2023-09-12T18:40:00+03:00",
    "digitalSourceType": "http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture",
}


def printed(made: Edition, tint: Sequence[str] = TINT) -> str:
    """The page of an edition, every picture with the same colours."""
    tints = {each.photograph.sha256: tint for each in made.pictures}
    return page(made, plan(made), tints).decode()


def build(made: Edition, folder: Path) -> Path:
    """Write the whole site of an edition with drawn pictures; returns its page."""
    folder.mkdir(parents=True)
    for rendition in plan(made).renditions():
        target = folder / rendition.path
        target.parent.mkdir(exist_ok=True)
        target.write_bytes(_drawn(rendition.sha256, rendition.recipe))
    target = folder / "index.html"
    target.write_text(printed(made), encoding="utf-8")
    return target


def _drawn(sha256: str, recipe: object) -> bytes:
    """A plain picture with a horizon, its colours from its name; both formats as JPEG.

    Chromium looks at the bytes of an image, not at its name, so that no AVIF encoder is
    needed to see which candidate it takes.
    """
    width, height = recipe.width, recipe.height
    sky = tuple(int(sha256[place : place + 2], 16) for place in (0, 2, 4))
    canvas = Image.new("RGB", (width, height), sky)
    ImageDraw.Draw(canvas).rectangle((0, height * 2 // 3, width, height), fill=(40, 50, 40))
    out = BytesIO()
    canvas.save(out, "JPEG", quality=60)
    return out.getvalue()
