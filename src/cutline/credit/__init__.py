"""Credit lines and the parties in them: look-up, taking apart, near misses, the printed form."""

from cutline.credit.house import house_credit
from cutline.credit.line import CreditLine, Part, split
from cutline.credit.near import near_miss, one_edit
from cutline.credit.parties import Parties, Party, fold, trade
from cutline.credit.recognise import is_credit, is_definition

__all__ = [
    "CreditLine",
    "Part",
    "Parties",
    "Party",
    "fold",
    "house_credit",
    "is_credit",
    "is_definition",
    "near_miss",
    "one_edit",
    "split",
    "trade",
]
