"""Lines of a gallery's plain text: what each of them is by its own form."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from cutline.almanac.days import days
from cutline.wire.gallery.credits import cut_credit, is_credit_line, without_brackets
from cutline.wire.received import IsCredit, Notes, shown

Kind = Literal["words", "credited", "credit", "image", "date", "byline"]

_PICTURE = r"(?:image|photo(?:graph)?|picture|pic|slide|foto|bild|imagen|imagem|immagine|фото|صورة)"
_IMAGE = re.compile(
    rf"[\[(<{{]\s*{_PICTURE}s?\s*(?:\d+(?:\s*(?:of|/|von|de|sur)\s*\d+)?)?\s*[\])>}}]\.?"
    rf"|{_PICTURE}?\s*\d+\s*(?:/|of|von|de|sur|из)\s*\d+",
    re.IGNORECASE,
)
_NAMED = re.compile(
    rf"\[\s*{_PICTURE}\s*(?:\d+\s*)?(?::|[-–—])\s*(?P<alt>.*)\]"
    r"|!\[(?P<label>[^\]]*)\]\((?P<address>[^)\s]*)[^)]*\)",
    re.IGNORECASE,
)
_SAID = re.compile(
    r"(?P<credit>image (?:source|copyright|credit)s?|bildquelle|crédits? photos?)\s*[,:]?\s+(?=\S)"
    r"|(?P<caption>(?:image )?captions?|bildunterschrift|légende|leyenda|pie de foto)\s*[,:]\s+"
    r"|(?P<alt>alt(?:[ -]text)?)\s*:\s*",
    re.IGNORECASE,
)
_BYLINE = re.compile(
    r"(?:by|von|par|por|di|door|av|af|text and photographs by|words and photographs by"
    r"|photographs by|photography by)\s+(?P<name>[^\W\d_][^.!?]{1,80})",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"\b\d{1,2}(?:[:.h]\d{2}(?::\d{2})?|h)?\s*(?:[ap]\.?m\.?|uhr)?(?!\w)", re.I)
_ABOUT_DATES = frozenset(
    """published publish posted updated update last modified first on at the in gmt utc bst est edt
    cst cet cest pst pdt ist msk jst aest aedt sast eat wat et pt ct ago min minutes read
    veröffentlicht aktualisiert stand am um uhr vom publié publiée mis mise jour à le modifié
    publicado publicada actualizado actualizada el a las los hora atualizado em às de do
    pubblicato aggiornato il alle gepubliceerd bijgewerkt op om publicerad uppdaterad den kl
    опубликовано обновлено в نشر في آخر تحديث monday tuesday wednesday thursday friday saturday
    sunday mon tue tues wed thu thur thurs fri sat sun montag dienstag mittwoch donnerstag freitag
    samstag sonntag lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles
    jueves viernes sábado domingo""".split()
)
_FURNITURE = frozenset(
    line.strip()
    for line in """advertisement|advertisements|sponsored|anzeige|werbung|publicité|publicidad
    |publicidade|pubblicità|реклама|إعلان|share|share this|share this story|share this article
    |share on facebook|share on x|share on twitter|share on whatsapp|share via email|save|saved
    |save article|listen|listen to this article|print|email|facebook|twitter|whatsapp|telegram
    |linkedin|pinterest|reddit|copy link|copied|link copied|comment|comments|follow|follow us
    |subscribe|sign in|sign up|log in|register|menu|search|close|next|previous|back|skip to content
    |skip links|view image in fullscreen|view gallery|open gallery|view fullscreen|fullscreen
    |hide caption|show caption|toggle caption|read more|more|see more|show more|load more
    |recommended stories|related stories|related|most viewed|most read|more on this story
    |gift this article|add to favourites|teilen|merken|drucken|kommentare|partager|enregistrer
    |imprimer|compartir|guardar|compartilhar|click here to share on social media
    |toggle play|play|pause|home|explore more|keep reading|newsletter""".split("|")
)
_COUNTED = re.compile(r"list (?:\d+ )?of \d+(?: items?)?|end of list", re.IGNORECASE)
_LIST, _END, _LONGEST_LIST = re.compile(r"list of \d+ items?", re.IGNORECASE), "end of list", 40


@dataclass(slots=True)
class Line:
    """One line that says something.

    Attributes:
        kind: What it is.
        text: Its words; of a credited line the caption, of a date the day as 2026-01-31.
        credit: The credit line at its end.
        gap: True where an empty line stands before it.
        whole: The line as it stands.
        alt, address: What an image names.
        first: True of a credit that stands before its caption.
    """

    kind: Kind
    text: str
    credit: str = ""
    gap: bool = False
    whole: str = ""
    alt: str | None = None
    address: str = ""
    first: bool = False


def read_lines(text: str, language: str, is_credit: IsCredit, notes: Notes) -> list[Line]:
    """The lines of a text that say something, each by its form; what is left out is noted."""
    rows = _unwrapped([row.strip(" \t\u00a0\u3000") for row in text.split("\n")])
    lines: list[Line] = []
    gap = True
    for row in _without_lists(rows, notes):
        if not row:
            gap = True
        elif row.casefold() in _FURNITURE or _COUNTED.fullmatch(row):
            notes.add("left out a line that belongs to the page, not to the story: " + shown(row))
        else:
            line = _line(row, language, is_credit)
            line.gap, gap = gap, False
            lines.append(line)
    return lines


def _line(row: str, language: str, is_credit: IsCredit) -> Line:
    said = _SAID.match(row)
    if image := _image(row) or (said and _labelled(row, said)):
        return image
    if day := _day_alone(row, language):
        return Line("date", day, whole=row)
    words = row[said.end() :] if said else row
    if not said and (byline := _BYLINE.fullmatch(row)) and not is_credit_line(row, is_credit):
        return Line("byline", byline["name"].strip(), whole=row)
    return _printed(row, words, is_credit)


def _image(row: str) -> Line | None:
    """A line that stands for an image, perhaps with its alt text and its address."""
    if len(row) < 200 and _IMAGE.fullmatch(row):
        return Line("image", "", whole=row)
    if len(row) < 4000 and (named := _NAMED.fullmatch(row)):
        alt = (named["alt"] or named["label"] or "").strip()
        return Line("image", "", whole=row, alt=alt, address=named["address"] or "")
    return None


def _labelled(row: str, said: re.Match[str]) -> Line | None:
    """A line that says itself that it is a credit line or an alt text."""
    words = row[said.end() :].strip()
    if said["credit"]:
        return Line("credit", "", words, whole=row, first=True)
    return Line("image", "", whole=row, alt=words) if said["alt"] else None


def _printed(row: str, words: str, is_credit: IsCredit) -> Line:
    """A caption, a credit line, or any other words."""
    caption, credit = cut_credit(words, is_credit)
    if credit and not caption:
        return Line("credit", "", without_brackets(credit), whole=row)
    return Line("credited" if credit else "words", caption, credit, whole=row)


def _day_alone(row: str, language: str) -> str:
    """The day of a line that says nothing else, as 2026-01-31; empty otherwise."""
    if len(row) > 120 or not any(char.isdigit() for char in row):
        return ""
    found = [day for day in days(row, language) if day.year and day.day]
    if not found:
        return ""
    rest = row
    for day in reversed(found):
        rest = rest[: day.span.start] + " " + rest[day.span.end :]
    left = re.findall(r"[^\W\d_]+", _CLOCK.sub(" ", rest).casefold())
    if any(word not in _ABOUT_DATES for word in left):
        return ""
    first = found[0]
    valid = 1 <= first.month <= 12 and 1 <= (first.day or 0) <= 31
    return f"{first.year:04}-{first.month:02}-{first.day:02}" if valid else ""


def _without_lists(rows: Sequence[str], notes: Notes) -> Iterator[str]:
    """The rows without lists of other stories, which pages mark with where they end."""
    at = 0
    while at < len(rows):
        if _LIST.fullmatch(rows[at]):
            near = [row.casefold() for row in rows[at : at + _LONGEST_LIST]]
            if _END in near:
                notes.add("left out a list of other stories")
                at += near.index(_END) + 1
                continue
        yield rows[at]
        at += 1


def _unwrapped(rows: list[str]) -> list[str]:
    """The rows with hard wraps undone, where a text was wrapped at some width.

    A break is a wrap where the first word of the next line would not have fitted any more.
    """
    width = max(map(len, rows), default=0)
    inner = [(row, after) for row, after in pairwise(rows) if row and after]
    full = [pair for pair in inner if _would_overflow(*pair, width)]
    if not 60 <= width <= 120 or len(full) < 2 or 2 * len(full) < len(inner):
        return rows
    joined: list[list[str]] = []
    before = ""
    for row in rows:
        if before and row and _would_overflow(before, row, width):
            joined[-1].append(row)
        else:
            joined.append([row])
        before = row
    return [" ".join(parts) for parts in joined]


def _would_overflow(row: str, after: str, width: int) -> bool:
    """Whether a line was full; a credit line in brackets ends its line in any case."""
    return not row.endswith(("]", ")")) and len(row) + 1 + len(after.split(" ", 1)[0]) > width
