"""A credit line is cleanly set: no stray space, empty part, lost colon or misspelt agency.

Suppliers and archives read credit lines by machine, and a supplier's name that is spelt wrong
is a credit not given. A line may part its names by ``/`` or by `` / ``; a space on one side
only is a slip. ``Getty images`` is half of ``Getty Images``.

Asks::

    ![Cars queue at a pump](queue.jpg)
    Drivers wait for petrol. [Photo by Ana Silva/ Rueters]

Passes::

    ![Cars queue at a pump](queue.jpg)
    Drivers wait for petrol. [Photo by Ana Silva/Reuters]

Fix: safe for spaces, doubled slashes and the case of an agency; offered for empty parts,
lost colons and spelling.
Source: the forms agencies ask for in their terms, for instance ``Name/Agency``.
"""

import re
from collections import Counter
from collections.abc import Iterator

from cutline.check.analysis import Analysis, Frame
from cutline.check.rule import Rule
from cutline.credit import CreditLine, Part, near_miss
from cutline.model import Edit, Finding, Fix, Place, Severity, Span
from cutline.model.regex import regex

RULE = Rule("CRD002", "malformed-credit", Severity.WARNING, "0.1", frozenset({"TXT003"}))

_SLASH = regex(
    r"(?P<a>[ \t\u00a0]*)(?<![:/])(?P<s>/(?:[ \u00a0]{0,3}/){0,2}|\|)(?P<b>[ \t\u00a0]*)"
)
_ADDRESS = regex(r"https?://\S+", re.I)
_EDGE = regex(r"(?<=[(\[])[ \u00a0]+(?=\w)|(?<=\w)[ \u00a0]+(?=[)\],])|[ \u00a0]{2,}(?=[)\],])")
_JAMMED = regex(
    r"(?:photograph(?:er)?|photo|foto|picture|image|illustration|composite|source|quelle|bild(?:er)?"
    r"|credit|crédit)s?:(?=\w)",
    re.I,
)
_EARLY_COLON = regex(r"\b(?:photographs?|pictures?|credit)(?P<space>[ \u00a0]+):", re.I)
_BARE_LABEL = regex(
    r"(photographs?|photos?|fotos?|pictures?|bild|image)(?P<colon>:?)\s*(?=[A-ZÀ-Ý])"
    r"(?!(?:by|par|por|von|av|af|of|from|courtesy|cortes[ií]a|cedida|provided|supplied|handout|file)\b)",
    re.I,
)
_LONGEST = 400
"""Characters; what is longer is no credit line."""
_NOBODY = frozenset("–—-.?")


def check(analysis: Analysis) -> Iterator[Finding]:
    """Look at each credit line's spacing, parts, label and agencies."""
    labels = Counter(_label_form(frame.credit.text) for frame in analysis.frames)
    for frame in analysis.frames:
        line = frame.credit_line
        if not line.named or len(line.text) > _LONGEST:
            continue
        yield from _spacing(frame, analysis.language)
        yield from _empty_parts(frame)
        yield from _label(frame, labels)
        for part in line.parts:
            yield from _agency(frame, part, analysis)


def _finding(
    frame: Frame, span: Span, message: str, edits: list[tuple[Span, str]], *, safe: bool, hint: str
) -> Finding:
    place = Place(frame.shot.number, "credit", span)
    fix = None
    if edits and frame.credit.mendable:
        done = tuple(Edit(Place(place.photo, "credit", at), text) for at, text in edits)
        fix = Fix(safe, done)
    where = frame.credit.origin
    return RULE.at(place, message + where, hint=hint, text=span.cut(frame.credit.text), fix=fix)


def _spacing(frame: Frame, language: str) -> Iterator[Finding]:
    text = frame.credit.text
    edits = list(_slash_edits(frame.credit_line))
    edits += [(Span(m.start(), m.end()), "") for m in _EDGE.finditer(text)]
    edits += [(Span(m.end(), m.end()), " ") for m in _JAMMED.finditer(text)]
    if not language.lower().startswith("fr"):
        edits += [(Span(*m.span("space")), "") for m in _EARLY_COLON.finditer(text)]
    if not edits:
        return
    edits.sort()
    first, last = edits[0][0].start, edits[-1][0].end
    span = Span(_word_start(text, first), _word_end(text, last))
    doubled = any(at.cut(text).count("/") > 1 for at, _ in edits)
    what = "a doubled slash" if doubled else "a missing or stray space"
    message = f"{what} in the credit line"
    yield _finding(frame, span, message, edits, safe=True, hint="set it like the other credits")


def _slash_edits(line: CreditLine) -> Iterator[tuple[Span, str]]:
    """Slashes and pipes that are doubled or have a space on one side only."""
    text = line.text
    addresses = [match.span() for match in _ADDRESS.finditer(text)]
    found = [
        match
        for match in _SLASH.finditer(text, line.inner.start, line.inner.end)
        if _parts_names(text, match)
        and not any(start <= match.start() < end for start, end in addresses)
    ]
    airy = sum(1 for m in found if m["a"] and m["b"]) > sum(
        1 for m in found if not m["a"] and not m["b"]
    )
    for match in found:
        sign = "|" if match["s"] == "|" else "/"
        lopsided = bool(match["a"]) != bool(match["b"])
        if lopsided or len(match["s"]) > 1:
            spaced = airy if lopsided else bool(match["a"])
            if sign == "|" and lopsided:
                spaced = True
            yield Span(match.start(), match.end()), f" {sign} " if spaced else sign


def _parts_names(text: str, match: re.Match[str]) -> bool:
    """True where there is a name on both sides; an empty side is another fault."""
    before, after = text[: match.start()].rstrip(), text[match.end() :].lstrip()
    if not before or not after or before[-1] in "([/|" or after[0] in ")]/|":
        return False
    return not (before[-1].isdigit() and after[0].isdigit())


def _empty_parts(frame: Frame) -> Iterator[Finding]:
    line = frame.credit_line
    for index, part in enumerate(line.parts):
        if part.text and not set(part.text) <= _NOBODY:
            continue
        gap = line.separators[index - 1] if index else next(iter(line.separators), None)
        if gap is None or not _is_strong(gap.cut(line.text)):
            continue
        if _between_doubled(line, index):
            continue
        cut = Span(min(gap.start, part.span.start), max(gap.end, part.span.end))
        span = Span(_word_start(line.text, cut.start), _word_end(line.text, cut.end))
        message = "an empty part in the credit line"
        hint = "name who is missing, or take the separator out"
        yield _finding(frame, span, message, [(cut, "")], safe=False, hint=hint)


def _is_strong(separator: str) -> bool:
    return separator.strip() in ("/", "|", "//")


def _between_doubled(line: CreditLine, index: int) -> bool:
    """True where two separators touch and spacing has already asked."""
    return 0 < index < len(line.parts) - 1 and not line.parts[index].text


def _label(frame: Frame, labels: Counter[tuple[str, bool] | None]) -> Iterator[Finding]:
    """A label that lost its colon, where the story's others have one."""
    text = frame.credit.text
    form = _label_form(text)
    if form is None or form[1] or labels[(form[0], True)] < 2 or labels[form] > 1:
        return
    match = _BARE_LABEL.match(text, frame.credit_line.inner.start)
    if match is None:
        return
    span = Span(match.start(), match.end("colon"))
    message = f"“{span.cut(text)}” has lost its colon: the other credits have one"
    edits = [(Span(span.end, span.end), ":")]
    yield _finding(frame, span, message, edits, safe=False, hint="put the colon in")


def _label_form(text: str) -> tuple[str, bool] | None:
    match = _BARE_LABEL.match(text.strip().lstrip("(["))
    return (match[1].lower(), bool(match["colon"])) if match else None


def _agency(frame: Frame, part: Part, analysis: Analysis) -> Iterator[Finding]:
    text = frame.credit.text
    lead = len(text[part.span.start : part.span.end]) - len(
        text[part.span.start : part.span.end].lstrip()
    )
    span = Span(part.span.start + lead, part.span.start + lead + len(part.text))
    if part.party is None:
        meant = near_miss(part.text, analysis.parties)
        if meant is not None and (meant.delivers or " " in meant.form):
            message = f"“{part.text}” is one letter away from {meant.form}"
            hint = f"write {meant.form}, unless it is a name of its own"
            yield _finding(frame, span, message, [(span, meant.form)], safe=False, hint=hint)
    elif part.party.kind != "mark" and _half_cased(part.text, part.party.form):
        message = f"“{part.text}” is {part.party.form} with a letter in the wrong case"
        hint = f"write {part.party.form}"
        yield _finding(frame, span, message, [(span, part.party.form)], safe=True, hint=hint)


def _half_cased(text: str, form: str) -> bool:
    """True for ``Getty images``: one word capitalised as in the name and another not."""
    words, right = text.split(), form.split()
    if len(words) < 2 or len(words) != len(right) or text.lower() != form.lower():
        return False
    differs = [a != b for a, b in zip(words, right, strict=True)]
    return any(differs) and not all(differs) and not text.isupper() and not text.istitle()


def _word_start(text: str, at: int) -> int:
    while at and not text[at - 1].isspace() and text[at - 1] not in "([/|":
        at -= 1
    return at


def _word_end(text: str, at: int) -> int:
    while at < len(text) and not text[at].isspace() and text[at] not in ")]/|":
        at += 1
    return at
