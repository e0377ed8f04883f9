"""What may not be done with a photograph, as its supplier's words say."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Restriction:
    """One restriction read from instructions, usage terms or the capitals after a caption.

    Attributes:
        code: ``mandatory_credit``, ``editorial_only``, ``no_sales``, ``no_archive``,
            ``territory_out``, ``territory_only``, ``media_out``, ``one_time``, ``expiry``,
            ``no_crop``, ``no_edit``, ``handout``, ``pool``, ``unverified``, ``privacy``,
            ``graphic``, ``embargo``, ``correction``, ``kill``; ``unread`` for words that ask
            for something and fit none of these: a person must read them.
        text: The words, as supplied.
        place: ISO 3166 code of the country, or the region's name as written, for
            ``territory_out`` and ``territory_only``; for ``media_out`` whose media are meant,
            if the words say so (``NY LOCALS OUT``); empty otherwise.
        media: ``tv``, ``internet``, ``social``, ``print``, ``mobile``, ``magazines``,
            ``tabloids``, ``local`` for ``media_out``, with ``_only`` behind it where all others
            are out; empty otherwise.
        until: For ``embargo``, the instant (with zone where the words name one) or the day
            from which it may run; for ``expiry``, the last day. None if the words give none.
        other: The day that ``until`` would be with the month read first (``10/04/2025``); None
            if it can only be read one way.
        days: For ``expiry``, days from transmission.
        credit: For ``mandatory_credit``, the credit demanded, if the words name one.
        field: TechReference id of the property that says it (``instructions`` …).
        start: Offset of ``text`` in that property, in code points.
    """

    code: str
    text: str
    place: str = ""
    media: str = ""
    until: datetime | date | None = None
    other: date | None = None
    days: int | None = None
    credit: str = ""
    field: str = ""
    start: int = 0
