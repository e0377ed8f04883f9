"""What a published rendition says about itself: a whitelist, and nothing beside it.

Renditions start bare; these properties are attached freshly built. GPS, serial numbers,
instructions, contact details and everything unlisted never leave.
"""

from dataclasses import dataclass, fields

from cutline.metadata.text import clean
from cutline.model import Metadata


@dataclass(frozen=True, slots=True)
class Licensor:
    """Who grants a licence: a name and a page; never telephone numbers or addresses."""

    name: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Stamp:
    """The words that go into every rendition of one placed photograph; empty ones are left out.

    Attributes:
        creators: ``dc:creator``, IIM 2:80, Exif Artist.
        credit_line: ``photoshop:Credit``, IIM 2:110.
        copyright_notice: ``dc:rights``, IIM 2:116, Exif Copyright.
        web_statement: ``xmpRights:WebStatement``, the address of the terms.
        usage_terms: ``xmpRights:UsageTerms``.
        licensors: ``plus:Licensor``.
        digital_source_type: ``Iptc4xmpExt:DigitalSourceType``, a URI, unchanged.
        data_mining: ``plus:DataMining``, a URI, unchanged.
        alt_text: ``Iptc4xmpCore:AltTextAccessibility``.
        caption: ``dc:description``, IIM 2:120, Exif ImageDescription.

    Raises:
        ValueError: a text holds control characters or blanks around it.
    """

    creators: tuple[str, ...] = ()
    credit_line: str = ""
    copyright_notice: str = ""
    web_statement: str = ""
    usage_terms: str = ""
    licensors: tuple[Licensor, ...] = ()
    digital_source_type: str = ""
    data_mining: str = ""
    alt_text: str = ""
    caption: str = ""

    def __post_init__(self) -> None:
        texts = [
            value for slot in fields(self) if isinstance(value := getattr(self, slot.name), str)
        ]
        people = [text for licensor in self.licensors for text in (licensor.name, licensor.url)]
        for text in (*texts, *self.creators, *people):
            if text != clean(text):
                raise ValueError(f"not clean text for a rendition: {text!r}")
        if not all(self.creators) or not all(row.name or row.url for row in self.licensors):
            raise ValueError("a creator or licensor without a name")


def stamp_of(metadata: Metadata, *, alt: str, caption: str, credit: str) -> Stamp:
    """The stamp of a photograph as it will be printed.

    Args:
        metadata: What the photograph says; rights are carried through unchanged.
        alt: Final alt text.
        caption: Final caption.
        credit: Final credit line, without brackets.
    """
    licensors = (
        Licensor(_member(row, "licensorName"), _member(row, "licensorUrl"))
        for row in metadata.structs("licensors")
    )
    return Stamp(
        creators=tuple(name for text in metadata.texts("creatorNames") if (name := clean(text))),
        credit_line=clean(credit),
        copyright_notice=clean(metadata.text("copyrightNotice")),
        web_statement=clean(metadata.text("webstatementRights")),
        usage_terms=clean(metadata.text("usageTerms")),
        licensors=tuple(row for row in licensors if row.name or row.url),
        digital_source_type=clean(metadata.text("digitalSourceType")),
        data_mining=clean(metadata.text("dataMining")),
        alt_text=clean(alt),
        caption=clean(caption),
    )


def _member(row: object, name: str) -> str:
    value = row.get(name) if hasattr(row, "get") else None
    return clean(value) if isinstance(value, str) else ""
