"""What a photograph's fields say, taken apart once for the functions that correct them."""

from dataclasses import dataclass

from cutline.credit import Credit, Parties, credit_of_fields, parse, without_sign_off
from cutline.model import Metadata


@dataclass(frozen=True, slots=True)
class Said:
    """One photograph's words.

    Attributes:
        metadata: The values before correction.
        parties: Who is known.
        credit: By-line, Credit and Source, read as one credit.
        line: The Credit Line alone, read.
        caption: The Description; its default words where there are several languages.
        sign_off: The ending of the caption that says a credit; empty without one.
    """

    metadata: Metadata
    parties: Parties
    credit: Credit
    line: Credit
    caption: str
    sign_off: str

    @property
    def by(self) -> tuple[str, ...]:
        """Who delivered it, the likeliest first: Credit, Source, Copyright, supplier, sign-off.

        Canonical names; the last of each chain, then those before it.
        """
        metadata = self.metadata
        suppliers = (
            str(each.get("imageSupplierName", "")) for each in metadata.structs("suppliers")
        )
        texts = (
            metadata.text("creditLine"),
            metadata.text("source"),
            metadata.text("copyrightNotice")[:200],
            *suppliers,
            *metadata.texts("creatorNames"),
            self.sign_off,
        )
        names = (
            name for text in texts if text for name in reversed(parse(text, self.parties).chain)
        )
        return tuple(dict.fromkeys(names))


def said(metadata: Metadata, parties: Parties) -> Said:
    """Take a photograph's words apart."""
    caption = metadata.text("description")
    line = metadata.text("creditLine")
    credit = credit_of_fields(
        metadata.texts("creatorNames"), line, metadata.text("source"), parties=parties
    )
    _, sign_off = without_sign_off(caption, parties)
    return Said(metadata, parties, credit, parse(line, parties), caption, sign_off)
