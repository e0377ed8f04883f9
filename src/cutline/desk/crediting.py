"""``cutline credit``: credit lines read, for a person and for a program."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from cutline.credit import Credit, fold, parse, trade, trade_with
from cutline.model import House, ReadError


@dataclass(frozen=True, slots=True)
class Read:
    """One credit line, read.

    Attributes:
        credit: What it says.
        id: The name under which it came, if it came with one.
    """

    credit: Credit
    id: str | None = None

    def as_json(self) -> Mapping[str, object]:
        """The shape of ``cutline credit --format json``."""
        credit = self.credit
        named: dict[str, object] = {} if self.id is None else {"id": self.id}
        return named | {
            "credit": credit.line,
            "creators": list(credit.creators),
            "source": _source(credit),
            "agency": credit.agency,
            "chain": list(credit.chain),
            "flags": list(credit.flags),
            "issues": list(credit.issues),
            "sure": credit.sure,
        }

    def rows(self) -> tuple[tuple[str, str], ...]:
        """For people: label and value, empty ones left out."""
        credit = self.credit
        middle = [name for name in credit.chain if name not in (credit.source, credit.agency)]
        rows = (
            ("by", ", ".join(credit.creators)),
            ("source", credit.source or ""),
            ("through", ", ".join(middle)),
            ("agency", credit.agency or ""),
            ("says", ", ".join(credit.flags)),
            ("look at", ", ".join(credit.issues)),
            ("", "" if credit.sure else "not sure of this"),
        )
        return tuple((label, value) for label, value in rows if value)


def _source(credit: Credit) -> str | None:
    """The origin: an agency by its one name, a paper or a body as the line prints it.

    ``Denver Post`` stays so; a desk's own settings may still give it another name.
    """
    for part in credit.parts:
        if part.name != credit.source or part.party is None:
            continue
        printed = part.party.kind in ("publisher", "body") and fold(part.name) not in fold(
            credit.line
        )
        ours = part.party != trade().known(part.party.form)
        return part.text if printed and not ours else credit.source
    return credit.source


def read_lines(lines: Iterable[str], house: House) -> Iterator[Read]:
    """Read credit lines one by one; a line that is a JSON object brings ``id`` and ``credit``.

    Raises:
        ReadError: a JSON object has no text under ``credit``.
    """
    parties = trade_with(house.parties)
    for number, line in enumerate(lines, 1):
        text, name = _unwrapped(line.rstrip("\r\n"), number)
        if text.strip():
            yield Read(parse(text, parties), name)


def _unwrapped(line: str, number: int) -> tuple[str, str | None]:
    if not line.startswith("{"):
        return line, None
    try:
        item = json.loads(line)
    except (ValueError, RecursionError):
        return line, None
    credit, name = item.get("credit"), item.get("id")
    if not isinstance(credit, str):
        raise ReadError(f"line {number} is JSON without a credit", "write it as text under credit")
    return credit, None if name is None else str(name)
