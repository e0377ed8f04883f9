"""Who made a photograph, and whether that is a person: for machines that read the page."""

from dataclasses import dataclass

from cutline.credit import credit_of_fields, parse, trade_with
from cutline.model import House, Picture

_NOBODY = frozenset({"stringer", "staff", "contributor", "handout", "uncredited", "pool"})


@dataclass(frozen=True, slots=True)
class Maker:
    """A creator.

    Attributes:
        name: As it is spoken, the family name last.
        person: False for an organisation, and for whatever is not plainly a person.
    """

    name: str
    person: bool


def makers(picture: Picture, house: House) -> tuple[Maker, ...]:
    """The creators that the file names; where it names none, those of the printed credit line.

    A line is asked only where it can be read beyond doubt: “Minister …, Ana Silva / AFP” names
    whom the picture shows. A mark in place of a name (``STR``) is nobody.
    """
    parties = trade_with(house.parties)
    found: list[Maker] = []
    for name in picture.photograph.metadata.texts("creatorNames"):
        read = credit_of_fields((name,), parties=parties)
        if read.creators:
            found += [Maker(each, person=True) for each in read.creators]
        elif read.chain or _NOBODY.isdisjoint(read.flags):
            found.append(Maker(name.strip(), person=False))
    if not found:
        line = parse(picture.credit, parties)
        found = [Maker(name, person=True) for name in line.creators if line.sure]
    return tuple(dict.fromkeys(maker for maker in found if maker.name))
