"""Where credit lines of one story are set differently from each other."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cutline.check.analysis import Analysis
from cutline.check.credits import Credited
from cutline.credit import CreditPart, HouseForm, fold, printed_in
from cutline.model import Span

_MOST = 2 / 3
"""The share of lines that makes a style."""
_AGENCY = ("wire", "agency", "stock", "publisher")


class Drift(NamedTuple):
    """One line that is set differently.

    Attributes:
        credited: Whose.
        span: Which words of the line.
        message: How it differs, in one sentence.
        hint: What to do.
        edits: What would set it like the others.
    """

    credited: Credited
    span: Span
    message: str
    hint: str
    edits: tuple[tuple[Span, str], ...] = ()


def of_the_house(read: Sequence[Credited], analysis: Analysis) -> Iterator[Drift]:
    """Lines that are not printed in the desk's own form."""
    style = analysis.proof.house.style
    form = HouseForm(style.credit_form, dict(style.credit_names))
    for credited in read:
        line = credited.line
        if not credited.named or "multi" in line.flags:
            continue
        meant = printed_in(line, form, analysis.parties)
        if meant is None or meant == _bare(line.line):
            continue
        whole = Span(0, len(line.line))
        yield Drift(
            credited,
            whole,
            f"the house prints this credit as “{meant}”",
            "set it so, or change the form in cutline.toml",
            ((whole, meant),),
        )


def orders(read: Sequence[Credited]) -> Iterator[Drift]:
    """One organisation before the creator in some lines and after the creator in others."""
    uses: dict[str, list[tuple[Credited, CreditPart, CreditPart, bool]]] = defaultdict(list)
    for credited in read:
        creators, bodies = credited.of("creator"), credited.of("organisation")
        names = Counter(body.name for body in bodies)
        for body in bodies:
            if len(creators) == 1 and names[body.name] == 1 and body.party is not None:
                first = body.span.start < creators[0].span.start
                uses[body.name].append((credited, body, creators[0], first))
    for name, held in uses.items():
        ahead = sum(first for *_, first in held)
        norm = ahead >= _MOST * len(held)
        if 0 < ahead < len(held):
            usual = "before" if norm else "after"
            for credited, body, creator, first in held:
                if first != norm:
                    here = "before" if first else "after"
                    message = f"“{name}” stands {here} the creator here and {usual} one elsewhere"
                    hint = "set the names in one order throughout the story"
                    yield Drift(
                        credited,
                        _over(body, creator),
                        message,
                        hint,
                        ((body.span, creator.text), (creator.span, body.text)),
                    )


def forms(read: Sequence[Credited]) -> Iterator[Drift]:
    """One organisation written in two forms: ``AP`` and ``AP Photo``."""
    uses: dict[str, list[tuple[Credited, CreditPart]]] = defaultdict(list)
    for credited in read:
        for body in credited.of("organisation"):
            if body.party is not None and body.party.kind in _AGENCY:
                uses[body.name].append((credited, body))
    for held in uses.values():
        written = Counter(fold(body.text) for _, body in held)
        (most, count), *others = written.most_common()
        if not others or count < max(2, _MOST * len(held)):
            continue
        usual = next(body.text for _, body in held if fold(body.text) == most)
        for credited, body in held:
            if fold(body.text) != most:
                message = f"“{body.text}” is “{usual}” in most credits of this story"
                hint = "write one form throughout the story"
                yield Drift(credited, body.span, message, hint, ((body.span, usual),))


def left_out(read: Sequence[Credited]) -> Iterator[Drift]:
    """A creator whose agency or paper is named in most lines and left out in others."""
    uses: dict[str, list[Credited]] = defaultdict(list)
    for credited in read:
        if len(credited.line.creators) == 1 and not credited.line.flags:
            uses[fold(credited.line.creators[0])].append(credited)
    for held in uses.values():
        chains = Counter(credited.line.chain for credited in held)
        chain, count = chains.most_common(1)[0]
        if not chain or count < max(2, _MOST * len(held)):
            continue
        for credited in held:
            if not credited.line.chain:
                (creator,) = credited.of("creator")[:1]
                said = "/".join(chain)
                message = f"“{said}” stands after “{creator.text}” in most credits, not in this one"
                hint = "credit all of one photographer’s pictures alike, or say why this is not"
                end = Span(creator.span.end, creator.span.end)
                yield Drift(credited, creator.span, message, hint, ((end, f"/{said}"),))


def _over(one: CreditPart, other: CreditPart) -> Span:
    return Span(min(one.span.start, other.span.start), max(one.span.end, other.span.end))


def _bare(line: str) -> str:
    """A line without the brackets round it."""
    return line.strip().strip("[]()").strip()
