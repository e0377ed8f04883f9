"""One photograph's metadata as a person wants to read it.

First the caption and the credit as they would be printed, and what forbids printing; then who,
rights, when and where, what, and the rest; the camera; who changed what; and what is wrong. A
value names its container only where that is not the usual one of the photograph, or where
another container says something else: then each one's value has a line of its own.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from cutline.check.report.excerpt import wrap
from cutline.desk.camera import camera
from cutline.desk.inspect import Inspected
from cutline.desk.problems import problem
from cutline.desk.spoken import spoken
from cutline.metadata import BY_ID, Reading, is_label
from cutline.model import CLEARED, Change, Field, Layers, Restriction
from cutline.rights import place_name

_LABEL = 22
"""Cells of the column of labels."""
_ORIGIN = 8
"""Cells of the column of containers."""

_BRIEF = 160
"""Characters of what was supplied, where what was made of it stands beneath."""

_SECTIONS: Mapping[str, tuple[str, ...]] = {
    "Who": (
        "creatorNames",
        "jobtitle",
        "creditLine",
        "source",
        "suppliers",
        "imageSupplierImageId",
        "creatorContactInfo",
        "contributors",
        "imageCreators",
        "captionWriter",
    ),
    "Rights": (
        "instructions",
        "embargoedUntil",
        "expires",
        "copyrightNotice",
        "copyrightOwners",
        "usageTerms",
        "webstatementRights",
        "licensors",
        "dataMining",
        "otherConstraints",
        "modelReleaseStatus",
        "modelReleaseDocuments",
        "minorModelAgeDisclosure",
        "propertyReleaseStatus",
        "propertyReleaseDocuments",
        "embdEncRightsExprs",
        "linkedEncRightsExprs",
    ),
    "When and where": (
        "dateCreated",
        "eventName",
        "eventId",
        "sublocationName",
        "cityName",
        "provinceState",
        "countryName",
        "countryCode",
        "locationsShown",
        "locationCreated",
    ),
    "What": (
        "headline",
        "title",
        "altTextAccessibility",
        "extDescrAccessibility",
        "personInImageNames",
        "personsShown",
        "organisationInImageNames",
        "organisationInImageCodes",
        "productsShown",
        "artworkOrObjects",
        "keywords",
        "genres",
        "intellectualGenre",
        "digitalSourceType",
    ),
}
_CUT = frozenset(("value-truncated:creatorNames", "value-truncated:creditLine"))
_CONTAINERS = {"sidecar": "the sidecar", "xmp": "XMP", "iim": "IIM", "exif": "Exif"}
_RESTRICTIONS = {
    "mandatory_credit": "credit demanded",
    "editorial_only": "editorial use only",
    "no_sales": "not for sale",
    "no_archive": "not for archives",
    "territory_out": "not in",
    "territory_only": "only in",
    "media_out": "not for",
    "one_time": "one use only",
    "expiry": "expires",
    "no_crop": "not to be cropped",
    "no_edit": "not to be altered",
    "unread": "to be read by a person",
}


def as_text(inspected: Inspected, *, colour: bool = False, width: int = 80) -> str:
    """A photograph's metadata for a terminal or a log.

    Args:
        inspected: The photograph; empty text for one that could not be read.
        colour: Whether headings and warnings are painted; all of it reads without.
        width: Cells in a line.

    Returns:
        Lines with a line break after each.
    """
    if inspected.found is None:
        return ""
    lines = _Teller(inspected, inspected.found.reading, colour, width).lines()
    return "".join(f"{line.rstrip()}\n" for line in lines)


class _Teller:
    """Lays one photograph out.

    Args:
        inspected: The photograph.
        reading: What it says, effective values.
        colour: Whether to paint.
        width: Cells in a line.
    """

    def __init__(self, inspected: Inspected, reading: Reading, colour: bool, width: int) -> None:
        self._inspected = inspected
        self._reading = reading
        self._fields = reading.metadata.fields
        self._colour = colour
        self._width = max(width, 50)
        origins = Counter(entry.origin for entry in self._fields.values())
        self._usual = origins.most_common(1)[0][0] if origins else ""

    def lines(self) -> Iterator[str]:
        """Everything, top to bottom."""
        yield from self._head()
        yield from self._caption()
        yield from self._section("Restrictions", self._restrictions())
        listed = {"description"}
        for heading, ids in _SECTIONS.items():
            listed.update(ids)
            yield from self._section(heading, self._rows(ids))
        rest = [id for id in BY_ID if id not in listed]
        yield from self._section("More", self._rows(rest))
        rows = camera(self._reading.capture)
        yield from self._section("Camera", (line for row in rows for line in self._row(*row)))
        if self._inspected.found and self._inspected.found.layers:
            yield from self._section("Changes", self._changes(self._inspected.found.layers))
        yield from self._section("Corrected in print", self._corrections())
        yield from self._section("Look at", self._problems())

    def _head(self) -> Iterator[str]:
        reading, found = self._reading, self._inspected.found
        yield self._paint(str(self._inspected.path), "1")
        size = f"{reading.upright.width} × {reading.upright.height} pixels"
        turned = ", upright once it is turned" if reading.remaining != 1 else ""
        yield f"{reading.format.upper()}, {size}{turned}"
        if found and found.path:
            yield f"with the sidecar {found.path}"
        if self._usual:
            whole = all(entry.origin == self._usual for entry in self._fields.values())
            where = _container(self._usual)
            yield f"all from {where}" if whole else f"from {where} where nothing else is named"

    def _caption(self) -> Iterator[str]:
        entry = self._fields.get("description")
        yield ""
        if entry is None:
            yield "  (no caption)"
        else:
            yield from self._quoted(entry)
        yield ""
        if self._inspected.credit:
            yield from self._wrapped(f"[{self._inspected.credit}]", "  ")
        else:
            cut = _CUT.intersection(self._reading.problems)
            why = "a name in its fields was cut short" if cut else "its fields give none"
            yield f"  [no credit line: {why}]"

    def _quoted(self, entry: Field) -> Iterator[str]:
        """The caption, then what other containers have instead."""
        for paragraph in spoken("description", entry.value):
            yield from self._wrapped(paragraph, "  ")
            if is_label(paragraph):
                yield "  (a label, not a caption)"
        if entry.differs or entry.origin != self._usual:
            yield f"  (from {_container(entry.origin)})"
        for container, other in entry.differs.items():
            for paragraph in spoken("description", other):
                yield from self._wrapped(f"≠ {_container(container)}: {paragraph}", "  ", "    ")

    def _section(self, heading: str, rows: Iterator[str]) -> Iterator[str]:
        """A heading and its rows; nothing where there are none."""
        first = next(rows, None)
        if first is not None:
            yield ""
            yield self._paint(heading, "1")
            yield first
            yield from rows

    def _rows(self, ids: Sequence[str]) -> Iterator[str]:
        for id in ids:
            entry = self._fields.get(id)
            if entry is None:
                continue
            named = entry.origin != self._usual or entry.differs
            origin = _short(entry.origin) if named else ""
            said = spoken(id, entry.value)
            if id == "altTextAccessibility" and is_label(said[0]):
                said = (*said, "(a label, not an alt text)")
            yield from self._row(BY_ID[id].label, said, origin)
            for container, other in entry.differs.items():
                yield from self._row("", spoken(id, other), _short(container), "≠ ")

    def _row(
        self, label: str, paragraphs: Sequence[str], origin: str = "", sign: str = ""
    ) -> Iterator[str]:
        """A value beside its label, and at the end of its first line who says it."""
        room = self._width - 2 - _LABEL - 2 - (_ORIGIN + 2 if origin else 0)
        lines = [
            line
            for paragraph in paragraphs
            for part in paragraph.split("\n")
            if part.strip()
            for line in wrap(part, room - len(sign))
        ]
        heads = _broken(label, _LABEL)
        for at in range(max(len(lines), len(heads))):
            head = heads[at] if at < len(heads) else ""
            text = lines[at] if at < len(lines) else ""
            mark = (sign if at == 0 else " " * len(sign)) if text else ""
            line = f"  {head:<{_LABEL}}  {mark}{text}"
            yield f"{line:<{self._width - _ORIGIN}}{origin:>{_ORIGIN}}" if not at else line

    def _wrapped(self, text: str, first: str, later: str = "") -> Iterator[str]:
        later = later or first
        for paragraph in text.split("\n"):
            for at, line in enumerate(wrap(paragraph, self._width - len(later))):
                yield f"{first if not at else later}{line}"
            first = later

    def _restrictions(self) -> Iterator[str]:
        for each in self._inspected.restrictions:
            yield from self._row(_forbidden(each), (f"“{each.text}”",))

    def _changes(self, layers: Layers) -> Iterator[str]:
        """Each changed property, layer by layer."""
        for id in BY_ID:
            if layers.change(id) is None:
                continue
            supplied = layers.as_supplied.fields.get(id)
            said = (_brief(" ".join(spoken(id, supplied.value))) if supplied else "nothing",)
            origin = _short(supplied.origin) if supplied else ""
            yield f"  {BY_ID[id].label}"
            yield from self._row("  as supplied", said, origin)
            for name, layer in (("corrected", layers.corrected), ("edited", layers.edited)):
                if id in layer:
                    yield from self._row(f"  {name}", _changed(id, layer[id]))

    def _corrections(self) -> Iterator[str]:
        """What the supplier's function makes of the fields above, and why."""
        for each in self._inspected.corrections:
            said = ("emptied",) if each.after is CLEARED else spoken(each.property, each.after)
            because = f"by {each.author}: {each.reason}"
            yield from self._row(BY_ID[each.property].label, (*said, because))

    def _problems(self) -> Iterator[str]:
        for code in self._reading.problems:
            for at, line in enumerate(wrap(problem(code), self._width - 4)):
                yield f"    {line}" if at else self._paint(f"  ! {line}", "33")

    def _paint(self, text: str, code: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self._colour else text


def _container(name: str) -> str:
    return _CONTAINERS.get(name, name)


def _short(name: str) -> str:
    return _container(name).removeprefix("the ")


def _broken(label: str, width: int) -> list[str]:
    """A label in lines that fit its column."""
    indent = " " * (len(label) - len(label.lstrip()))
    return [indent + line for line in wrap(label.lstrip(), width - len(indent))]


def _brief(text: str) -> str:
    """The beginning of a long text: all of it stands further up."""
    text = " ".join(text.split())
    return text if len(text) <= _BRIEF else f"{text[:_BRIEF].rsplit(' ', 1)[0]} …"


def _changed(id: str, change: Change) -> Sequence[str]:
    said = ("emptied",) if change.value is CLEARED else spoken(id, change.value)
    return (*said, f"by {change.author}{_when(change.at)}")


def _when(at: datetime | None) -> str:
    if at is None:
        return ""
    zone = "" if at.tzinfo is None else f" {at:%Z}"
    return f", {at:%Y-%m-%d %H:%M}{zone}"


def _forbidden(each: Restriction) -> str:
    """A restriction in a word or two, with its place, media or date."""
    said = _RESTRICTIONS.get(each.code, each.code.replace("_", " "))
    more = [
        place_name(each.place),
        each.media.replace("_", " "),
        f"until {each.until}" if each.until else "",
        f"or {each.other}" if each.other else "",
        f"after {each.days} days" if each.days else "",
    ]
    return " ".join((said, *(part for part in more if part)))
