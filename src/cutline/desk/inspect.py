"""``cutline metadata``: photographs read with their sidecars, one by one, and as JSON."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from cutline import intake, metadata, store
from cutline.cage import Cage, Call, Failed
from cutline.desk.answers import TASKS, Answer, Progress, Question, understood
from cutline.desk.beside import Beside, with_sidecar
from cutline.desk.config import read_house
from cutline.desk.home import find_desk
from cutline.desk.proofing import credit_of
from cutline.desk.spoken import plain
from cutline.metadata import Reading
from cutline.model import CLEARED, Change, Field, House, Layers, Restriction
from cutline.rights import restrictions


@dataclass(frozen=True, slots=True)
class Inspected:
    """One file.

    Attributes:
        path: As the user named it.
        sha256: Hex digest of its bytes; empty if it could not be read.
        found: What it says, with its sidecar; None if it could not be read.
        reason: Why not, a sentence.
        house: The style of the desk that it lies in.
        edited: TechReference ids of the properties that were edited just now.
    """

    path: Path
    sha256: str = ""
    found: Beside | None = None
    reason: str = ""
    house: House = field(default_factory=House)
    edited: tuple[str, ...] = ()

    @property
    def reading(self) -> Reading | None:
        """What it says, effective values; None if it could not be read."""
        return self.found.reading if self.found else None

    @property
    def restrictions(self) -> tuple[Restriction, ...]:
        """What its words forbid or demand."""
        return restrictions(self.found.reading.metadata) if self.found else ()

    @property
    def credit(self) -> str:
        """Its credit line as it would be printed; empty where its fields give none."""
        if self.found is None:
            return ""
        return credit_of(self._corrected(self.found).photograph, self.house)

    @property
    def corrections(self) -> tuple[intake.Correction, ...]:
        """What its supplier's function changes before anything is printed.

        Nothing of what a sidecar says, and nothing beside layers, which hold corrections.
        """
        return self._corrected(self.found).changes if self.found else ()

    @property
    def corrected_layer(self) -> Mapping[str, Change]:
        """The same as a layer of a sidecar."""
        return self._corrected(self.found).layer if self.found else {}

    def _corrected(self, found: Beside) -> intake.Corrected:
        name = store.display_name(self.path.name)
        photograph = metadata.photograph(found.reading, self.sha256, name)
        if found.layers is not None:
            return intake.Corrected(photograph, supplier="")
        return intake.correct(photograph)

    def as_text(self, *, colour: bool, width: int) -> str:
        """For people; nothing for a file that could not be read. ``width`` in cells."""
        from cutline.desk.telling import as_text  # noqa: PLC0415 - not needed for JSON

        return as_text(self, colour=colour, width=width)

    def as_json(self) -> Mapping[str, object]:
        """The shape of ``cutline metadata --format json``; numbers in pixels."""
        if self.found is None:
            return {"path": str(self.path), "error": self.reason}
        reading = self.found.reading
        beside: dict[str, object] = {}
        if self.found.path:
            path = str(self.path.parent / self.found.path)
            beside["sidecar"] = {"path": path, "sha256": self.found.revision}
        layers = {} if self.found.layers is None else {"layers": _layers(self.found.layers)}
        return {
            "path": str(self.path),
            "sha256": self.sha256,
            "format": reading.format,
            "width": reading.size.width,
            "height": reading.size.height,
            "orientation": reading.orientation,
            "fields": {name: _field(entry) for name, entry in reading.metadata.fields.items()},
            "restrictions": [_restriction(each) for each in self.restrictions],
            "corrections": [_correction(each) for each in self.corrections],
            "capture": dict(reading.capture),
            "problems": list(reading.problems),
            **beside,
            **layers,
        }


def _field(entry: Field) -> Mapping[str, object]:
    return {
        "value": plain(entry.value),
        "from": entry.origin,
        "differs": {who: plain(said) for who, said in entry.differs.items()},
    }


def _layers(layers: Layers) -> Mapping[str, object]:
    return {
        "supplied": {id: _field(entry) for id, entry in layers.as_supplied.fields.items()},
        "corrected": {id: _change(change) for id, change in layers.corrected.items()},
        "edited": {id: _change(change) for id, change in layers.edited.items()},
    }


def _change(change: Change) -> Mapping[str, object]:
    """A change; one that cleared its property has null for a value."""
    return {
        "value": None if change.value is CLEARED else plain(change.value),
        "author": change.author,
        "at": _said(change.at),
    }


def _correction(each: intake.Correction) -> Mapping[str, object]:
    """A correction; one that cleared its property has null for a value."""
    return {
        "property": each.property,
        "value": None if each.after is CLEARED else plain(each.after),
        "author": each.author,
        "reason": each.reason,
    }


def _restriction(each: Restriction) -> Mapping[str, object]:
    """A restriction: what it does not say is left out, except for code and words."""
    more = {
        "place": each.place,
        "media": each.media,
        "until": _said(each.until),
        "other": _said(each.other),
        "days": each.days,
        "credit": each.credit,
        "field": each.field,
    }
    named = {name: value for name, value in more.items() if value not in ("", None)}
    return {"code": each.code, "text": each.text, **named}


def _said(when: date | datetime | None) -> str | None:
    return None if when is None else when.isoformat()


def inspect(paths: Sequence[Path], progress: Progress) -> Iterator[Inspected]:
    """Read files in the order given; what cannot be read comes with its reason.

    Raises:
        CutlineError: a folder cannot be listed, or the settings of a desk cannot be read.
    """
    files: list[Path] = []
    for path in paths:
        found, refused = _files(path)
        files += found
        yield from refused
    beside = _beside(files)
    asked = [
        (at, question)
        for at, file in enumerate(files)
        for question in _questions(file.name, beside[at])
    ]
    hashes: dict[int, str] = {}

    def call(number: int) -> Call:
        at, question = asked[number]

        def fetch() -> Sequence[bytes]:
            most = TASKS[question.task].most
            original = store.read(files[at].parent, question.path, most=most)
            hashes[number] = original.sha256
            return [original.data]

        return Call(question.task, blobs=fetch)

    houses = _Houses()
    ready: defaultdict[int, dict[str, Answer]] = defaultdict(dict)
    following = 0
    workers = 1 if len(files) < 8 else None
    with Cage(tuple(TASKS), workers=workers) as cage:
        for done, (number, outcome) in enumerate(cage.map(map(call, range(len(asked)))), 1):
            progress("reading photographs", done, len(asked))
            at, question = asked[number]
            said = understood(question.task, outcome)
            ready[at][question.path] = Answer(hashes.pop(number, ""), said)
            while following < len(files) and len(ready[following]) == 1 + bool(beside[following]):
                path = files[following]
                yield _inspected(path, beside[following], ready.pop(following), houses.of(path))
                following += 1


def _files(path: Path) -> tuple[Sequence[Path], Sequence[Inspected]]:
    """The file itself, or the photographs of a folder in natural order; and what is refused."""
    if not path.is_dir():
        return (path,), ()
    listing = store.listing(path)
    refused = [
        Inspected(
            path / each.name, reason=f"{each.reason}; {each.hint}" if each.hint else each.reason
        )
        for each in listing.refused
    ]
    if not (listing.found or refused):
        why = "holds no photographs; name a folder that does, or the files themselves"
        refused = [Inspected(path, reason=f"{store.quoted(path)} {why}")]
    return tuple(path / found.name for found in listing.found), refused


def _beside(files: Sequence[Path]) -> Sequence[tuple[str, ...]]:
    """The names of each file's sidecars; each folder is listed once."""
    folders: defaultdict[Path, list[str]] = defaultdict(list)
    for file in files:
        folders[file.parent].append(file.name)
    found = {folder: store.sidecars(folder, names) for folder, names in folders.items()}
    return [found[file.parent].get(file.name, ()) for file in files]


def _questions(name: str, sidecars: tuple[str, ...]) -> Iterator[Question]:
    yield Question(metadata.READ_TASK, name)
    if sidecars:
        yield Question(metadata.READ_SIDECAR_TASK, sidecars[0])


class _Houses:
    """The house styles of desks, each read once."""

    def __init__(self) -> None:
        self._known: dict[Path, House] = {}

    def of(self, path: Path) -> House:
        """The style of the desk that a file lies in; the default for a loose one."""
        folder = path.parent
        if folder not in self._known:
            self._known[folder] = read_house(find_desk(folder))
        return self._known[folder]


def _inspected(
    path: Path, sidecars: tuple[str, ...], answers: Mapping[str, Answer], house: House
) -> Inspected:
    answer = answers[path.name]
    said = answer.said
    if isinstance(said, Failed):
        hint = f"; {said.hint}" if said.hint and said.hint not in said.reason else ""
        reason = f"{said.reason}{hint}"
        named = said.told or path.name in said.reason
        return Inspected(path, reason=reason if named else f"“{path}” {reason}")
    if not isinstance(said, Reading):
        raise TypeError("a photograph is not read as a sidecar")
    found = with_sidecar(said, answer.sha256, path.name, sidecars, answers)
    return Inspected(path, answer.sha256, found, house=house)
