"""Photoshop image resources (8BIM): where IIM lives in JPEG and TIFF.

Source: Adobe Photoshop File Formats Specification, "Image Resource Blocks".
"""

from dataclasses import dataclass
from typing import Protocol

IIM = 0x0404
DIGEST = 0x0425
_SIGNATURES = (b"8BIM", b"PHUT", b"DCSR", b"AgHg", b"MeSa")


class _Sink(Protocol):
    iim: bytes | None
    digest: bytes | None

    def problem(self, code: str) -> None: ...


@dataclass(frozen=True, slots=True)
class Resources:
    """Resources in file order, as ``(id, body)``; ``whole`` is False where the walk broke off."""

    items: tuple[tuple[int, bytes], ...]
    whole: bool = True

    @classmethod
    def read(cls, block: bytes) -> "Resources":
        """Walk the resources; names and bodies are padded to even length."""
        items: list[tuple[int, bytes]] = []
        position = 0
        while block[position : position + 4] in _SIGNATURES and position + 12 <= len(block):
            name = block[position + 6] + 1
            body = position + 6 + name + (name & 1) + 4
            size = int.from_bytes(block[body - 4 : body], "big")
            if body + size > len(block):
                return cls(tuple(items), whole=False)
            items.append(
                (
                    int.from_bytes(block[position + 4 : position + 6], "big"),
                    block[body : body + size],
                )
            )
            position = body + size + (size & 1)
        return cls(tuple(items), whole=not block[position:].strip(b"\0"))

    def fill(self, blocks: _Sink) -> None:
        """Hand IIM and its digest over; IIM split over several resources is joined."""
        if not self.whole:
            blocks.problem("photoshop-broken")
        parts = [body for number, body in self.items if number == IIM and body]
        if parts and blocks.iim is None:
            blocks.iim = b"".join(parts)
        digests = [body for number, body in self.items if number == DIGEST and len(body) == 16]
        if digests:
            blocks.digest = digests[0]


def build(items: tuple[tuple[int, bytes], ...]) -> bytes:
    """Resource blocks with empty names, in the order given."""
    return b"".join(
        b"8BIM"
        + number.to_bytes(2, "big")
        + b"\0\0"
        + len(body).to_bytes(4, "big")
        + body
        + b"\0" * (len(body) & 1)
        for number, body in items
    )
