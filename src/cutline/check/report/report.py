"""One checked story, ready to be shown."""

from dataclasses import dataclass

from cutline.model import Finding, Proof


@dataclass(frozen=True, slots=True)
class Report:
    """What the copy desk says of one story.

    Attributes:
        id: The item's id in a JSON-lines source, else the story's name.
        path: The file as the user named it; ``-`` for standard input.
        proof: What was read.
        findings: As ``run`` gave them, grouped by cause.
        source: The story's file, where lines and columns are counted; empty for JSON.
    """

    id: str
    path: str
    proof: Proof
    findings: tuple[Finding, ...]
    source: str = ""
