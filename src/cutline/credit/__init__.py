"""Credit lines and the parties in them: reading, printing, comparing, looking up."""

from cutline.credit.compare import Difference, compare, credit_of_fields, same_name
from cutline.credit.form import PLAIN, HouseForm, show
from cutline.credit.house import house_credit
from cutline.credit.line import CreditLine, Part, split
from cutline.credit.near import near_miss, one_edit
from cutline.credit.parse import Credit, CreditPart, parse
from cutline.credit.parties import Parties, Party, fold, trade
from cutline.credit.recognise import is_credit, is_definition

__all__ = [
    "PLAIN",
    "Credit",
    "CreditLine",
    "CreditPart",
    "Difference",
    "HouseForm",
    "Part",
    "Parties",
    "Party",
    "compare",
    "credit_of_fields",
    "fold",
    "house_credit",
    "is_credit",
    "is_definition",
    "near_miss",
    "one_edit",
    "parse",
    "same_name",
    "show",
    "split",
    "trade",
]
