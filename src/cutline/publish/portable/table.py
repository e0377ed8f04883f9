"""What an edition can be carried away as."""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Protocol, cast

from cutline.model import Edition
from cutline.publish.plan import Plan, Rendition

MARK = b"made with cutline"
"""Stands in every file that is made, and in the listing of a folder: one that has it may be
replaced by the next."""

LISTING = "credits.txt"
"""The file of a folder that names the others, each with its credit."""

Files = Mapping[str, bytes]
"""Bytes by name."""


class Format(Protocol):
    """What the module of a format offers."""

    def renditions(self, edition: Edition, plan: Plan) -> tuple[Rendition, ...]:
        """The pictures that it holds, in its order; one path may stand there twice."""

    def make(self, edition: Edition, plan: Plan, pictures: Files) -> Files:
        """Put it together: one file, or several, by name; always the same bytes.

        Args:
            edition: What is carried away.
            plan: Its photographs in the order of the page.
            pictures: The stamped bytes of its renditions by their paths.
        """

    def complaints(self, files: Files, edition: Edition, plan: Plan) -> tuple[str, ...]:
        """Read what was made as a stranger would: a sentence for each credit that is lost."""


@dataclass(frozen=True, slots=True)
class Portable:
    """One format.

    Attributes:
        name: What a person asks for.
        said: What it is called in a sentence.
        ending: What the name of its file or folder ends in, after that of the story.
        module: Its module in this package.
        folder: True for several files in a folder; else it is one file.
        channel: Where its readers meet the story, in the words of restrictions; empty where
            that is as the story itself says.
        needs_date: True where it must say when the story was published.
        crops: True where it cuts photographs to other shapes.
        covers: False where it cannot cover a photograph: those that a page covers are left out.
    """

    name: str
    said: str
    ending: str
    module: str
    folder: bool = False
    channel: str = ""
    needs_date: bool = False
    crops: bool = False
    covers: bool = True

    def load(self) -> Format:
        """Its module."""
        return cast("Format", import_module(f"{__package__}.{self.module}"))


_ALL = (
    Portable("epub", "an EPUB", ".epub", "epub", needs_date=True),
    Portable("pdf", "a PDF", ".pdf", "pdf", channel="print"),
    Portable(
        "social",
        "a social set",
        "-social",
        "social",
        folder=True,
        channel="social",
        crops=True,
        covers=False,
    ),
)
FORMATS = {each.name: each for each in _ALL}
