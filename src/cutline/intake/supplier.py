"""What every supplier's function may use: a correction, and how By-lines and captions get one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cutline.credit import Parties, house_credit, parse
from cutline.intake.captions import Step, notice, sign_off, take, topshot
from cutline.intake.names import has_family_capitals, in_letters, is_shouted, mark_of
from cutline.intake.said import Said
from cutline.metadata import is_label
from cutline.model import CLEARED, LangText, Value

if TYPE_CHECKING:
    from cutline.model.layers import Cleared

_CARRIED = {"handout": "Handout", "pool": "Pool"}
"""Marks that readers must see: they move from the By-line into the Credit Line."""


@dataclass(frozen=True, slots=True)
class Correction:
    """One property's value, changed.

    Attributes:
        property: TechReference id.
        before: What was supplied; None if nothing was.
        after: What stands there now; ``CLEARED`` if nothing does.
        author: ``supplier:afp``.
        reason: Why, for a person.
    """

    property: str
    before: "Value | None"
    after: "Value | Cleared"
    author: str
    reason: str


def byline(words: Said, author: str, *, capitals: bool = False) -> Iterator[Correction]:
    """Names out of By-lines: marks and agencies taken out, capitals where they are a habit.

    Args:
        words: What the fields say.
        author: Whose function this is.
        capitals: True where the supplier writes names, or family names, in capitals.
    """
    before = words.metadata.texts("creatorNames")
    kept, reasons, marks = [], [], []
    for entry in before:
        flag = mark_of(entry, words.parties)
        if flag is not None:
            marks.append(flag)
            reasons.append(f"“{entry}” names nobody")
            continue
        name = _alone(entry, words)
        if name != entry:
            reasons.append("the agency stands in the credit line")
        if capitals and _is_loud(name, words.parties) and in_letters(name) != name:
            name = in_letters(name)
            reasons.append("the supplier writes names in capitals")
        kept.append(name)
    if reasons:
        after: Value | Cleared = tuple(kept) if kept else CLEARED
        because = "; ".join(dict.fromkeys(reasons))
        yield Correction("creatorNames", before, after, author, because)
        yield from _carried(words, author, marks)


def caption(words: Said, author: str, steps: Sequence[Step] = ()) -> Iterator[Correction]:
    """The Description without what the wire puts around it; notices move to Instructions.

    Args:
        words: What the fields say.
        author: Whose function this is.
        steps: What this supplier's captions carry beyond what all of them do.
    """
    field = words.metadata.fields.get("description")
    if field is None:
        return
    metadata = words.metadata
    credit = house_credit(
        metadata.texts("creatorNames"),
        metadata.text("creditLine"),
        metadata.text("source"),
        words.parties,
    )
    ending = sign_off(credit)
    every: Sequence[Step] = (topshot, *steps, notice, ending, notice)
    value = field.value
    texts = dict(value.words) if isinstance(value, LangText) else {"": str(value)}
    cuts = {tag: take(text, every, words.parties) for tag, text in texts.items()}
    reasons = dict.fromkeys(reason for cut in cuts.values() for reason in cut.reasons)
    kept = {tag: cut.kept for tag, cut in cuts.items()}
    after: Value | Cleared = LangText(kept) if isinstance(value, LangText) else kept[""]
    if all(map(is_label, kept.values())):
        reasons["a label, not a caption"] = None
        after = CLEARED
    if not reasons:
        return
    yield Correction("description", value, after, author, "; ".join(reasons))
    notices = dict.fromkeys(one for cut in cuts.values() for one in cut.notices)
    yield from _kept_for_desks(words, author, tuple(notices))


def _is_loud(name: str, parties: Parties) -> bool:
    """A person's name in capitals; ``NASA TV`` is none, and keeps its own."""
    if not (is_shouted(name) or has_family_capitals(name)):
        return False
    read = parse(name, parties)
    return len(read.creators) == 1 and not read.chain


def _alone(entry: str, words: Said) -> str:
    """``Ana Silva/AFP`` without an agency that the credit line names as well."""
    if "/" not in entry:
        return entry
    name, _, agency = (part.strip() for part in entry.rpartition("/"))
    for person, party in ((name, agency), (agency, name)):
        known = words.parties.known(party)
        if known is not None and known.name in words.line.chain and person:
            return person
    return entry


def _carried(words: Said, author: str, marks: Sequence[str]) -> Iterator[Correction]:
    before = words.metadata.text("creditLine")
    lost = [_CARRIED[mark] for mark in marks if mark in _CARRIED and mark not in words.line.flags]
    if lost and before:
        after = "/".join((*dict.fromkeys(lost), before))
        yield Correction("creditLine", before, after, author, "the mark stood in the By-line")


def _kept_for_desks(words: Said, author: str, notices: Sequence[str]) -> Iterator[Correction]:
    before = words.metadata.text("instructions")
    new = [text for text in notices if text not in before]
    if new:
        after = "\n".join(text for text in (before, *new) if text)
        said = before or None
        yield Correction("instructions", said, after, author, "the caption carried it")
