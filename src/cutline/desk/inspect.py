"""``cutline metadata``: what photographs say, for a person and for a program."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from cutline import metadata, store
from cutline.cage import Cage, Call, Done
from cutline.desk.library import Progress
from cutline.metadata import Reading
from cutline.model import CutlineError, LangText, Value

_PROBLEMS = {
    "truncated": "the file ends too early",
    "xmp-broken": "its XMP cannot be read",
    "xmp-doctype": "its XMP has a document type, which is refused",
    "xmp-too-large": "its XMP is too large to be read",
    "xmp-extension-broken": "its extended XMP cannot be put together",
    "iim-broken": "its IIM (legacy IPTC) is damaged",
    "iim-date-broken": "a date in its IIM is not one",
    "iim-repeated": "a property that may stand once stands twice in IIM; the first counts",
    "iim-charset-guessed": "its IIM does not say in which character set it is; guessed",
    "iptc-digest-stale": "its IIM was changed after its XMP: where they differ, IIM counts",
    "exif-broken": "its Exif is damaged",
    "photoshop-broken": "its Photoshop resources are damaged",
    "png-text-broken": "a text in the PNG is damaged",
    "png-profile-broken": "a profile in the PNG is damaged",
    "item-not-found": "metadata that it announces is not in the file",
    "value-truncated": "the value was cut at the limit of its field, and nothing longer was found",
}

_FIRST = (
    "description",
    "headline",
    "title",
    "creatorNames",
    "creditLine",
    "source",
    "copyrightNotice",
    "usageTerms",
    "instructions",
    "dateCreated",
    "altTextAccessibility",
)


@dataclass(frozen=True, slots=True)
class Inspected:
    """One file.

    Attributes:
        path: As the user named it.
        sha256: Hex digest of its bytes; empty if it could not be read.
        reading: What it says; None if it could not be read.
        reason: Why not, a sentence.
    """

    path: Path
    sha256: str = ""
    reading: Reading | None = None
    reason: str = ""

    def as_json(self) -> Mapping[str, object]:
        """The shape of ``cutline metadata --format json``; numbers in pixels."""
        if self.reading is None:
            return {"path": str(self.path), "error": self.reason}
        reading = self.reading
        return {
            "path": str(self.path),
            "sha256": self.sha256,
            "format": reading.format,
            "width": reading.size.width,
            "height": reading.size.height,
            "orientation": reading.orientation,
            "fields": {
                name: {
                    "value": plain(entry.value),
                    "from": entry.origin,
                    "differs": {who: plain(said) for who, said in entry.differs.items()},
                }
                for name, entry in reading.metadata.fields.items()
            },
            "capture": dict(reading.capture),
            "problems": list(reading.problems),
        }

    def problems(self) -> Sequence[str]:
        """What is wrong, in words."""
        codes = self.reading.problems if self.reading else ()
        return tuple(map(_problem, codes))

    def rows(self) -> Sequence[tuple[str, str, str, Mapping[str, str]]]:
        """For people: label, value, where it stands, and what other containers say instead.

        Caption and credit first, then the rest in the order of the standard.
        """
        if self.reading is None:
            return ()
        fields = self.reading.metadata.fields
        order = (*_FIRST, *(name for name in metadata.BY_ID if name not in _FIRST))
        return tuple(
            (
                metadata.BY_ID[name].label,
                spoken(fields[name].value),
                fields[name].origin,
                {who: spoken(said) for who, said in fields[name].differs.items()},
            )
            for name in order
            if name in fields
        )


def _problem(code: str) -> str:
    kind, _, about = code.partition(":")
    words = _PROBLEMS.get(kind, kind)
    named = metadata.BY_ID[about].label if about in metadata.BY_ID else about
    return f"{named}: {words}" if named else words


def spoken(value: Value) -> str:
    """A value as one text for a person."""
    if isinstance(value, LangText):
        if len(value.words) == 1:
            return value.best()
        return "\n".join(f"[{tag}] {words}" for tag, words in value.words.items())
    if isinstance(value, Mapping):
        return ", ".join(f"{name}: {spoken(member)}" for name, member in value.items())
    if isinstance(value, tuple):
        parts = [spoken(part) for part in value]
        return ("\n" if any(isinstance(part, Mapping) for part in value) else "; ").join(parts)
    return str(value)


def plain(value: Value) -> object:
    """A value as JSON holds it: languages and structures as objects, repeats as lists."""
    if isinstance(value, LangText):
        return dict(value.words)
    if isinstance(value, Mapping):
        return {name: plain(member) for name, member in value.items()}
    if isinstance(value, tuple):
        return [plain(part) for part in value]
    return value


def inspect(paths: Sequence[Path], progress: Progress) -> Iterator[Inspected]:
    """Read files in the order given; what cannot be read comes with its reason."""
    files = [file for path in paths for file in _files(path)]
    hashes: dict[int, str] = {}

    def call(at: int) -> Call:
        def fetch() -> Sequence[bytes]:
            original = store.read(files[at].parent, files[at].name)
            hashes[at] = original.sha256
            return [original.data]

        return Call(metadata.READ_TASK, blobs=fetch)

    ready: dict[int, Inspected] = {}
    following = 0
    workers = 1 if len(files) < 8 else None
    with Cage([metadata.READ_TASK], workers=workers) as cage:
        for done, (at, outcome) in enumerate(cage.map(map(call, range(len(files)))), 1):
            progress("reading photographs", done, len(files))
            ready[at] = _inspected(files[at], hashes.get(at, ""), outcome)
            while following in ready:
                yield ready.pop(following)
                following += 1


def _files(path: Path) -> Sequence[Path]:
    """The file itself, or the photographs of a folder in natural order."""
    if not path.is_dir():
        return (path,)
    return tuple(path / found.name for found in store.listing(path).found)


def _inspected(path: Path, sha256: str, outcome: object) -> Inspected:
    if isinstance(outcome, Done):
        try:
            return Inspected(path, sha256, metadata.reading_from(outcome.value))
        except CutlineError as error:
            return Inspected(path, reason=f"“{path}” {error}")
    reason = getattr(outcome, "reason", "could not be read")
    named = path.name in reason
    return Inspected(path, reason=reason if named else f"“{path}” {reason}")
