"""Credit lines and the parties in them: reading, printing, comparing, looking up."""

from cutline.credit.agree import Contradiction, contradictions
from cutline.credit.compare import Difference, compare, credit_of_fields
from cutline.credit.form import PLAIN, HouseForm, printed_in, show
from cutline.credit.house import house_credit
from cutline.credit.line import CreditLine, Part, split
from cutline.credit.near import all_but_named, near_miss, one_edit
from cutline.credit.parse import Credit, CreditPart, parse
from cutline.credit.parties import Parties, Party, fold, trade, trade_with
from cutline.credit.people import perhaps_same, same_name, spelt_otherwise
from cutline.credit.recognise import is_credit, is_definition
from cutline.credit.signoff import names_another, without_sign_off
from cutline.credit.slips import same_person

__all__ = [
    "PLAIN",
    "Contradiction",
    "Credit",
    "CreditLine",
    "CreditPart",
    "Difference",
    "HouseForm",
    "Part",
    "Parties",
    "Party",
    "all_but_named",
    "compare",
    "contradictions",
    "credit_of_fields",
    "fold",
    "house_credit",
    "is_credit",
    "is_definition",
    "names_another",
    "near_miss",
    "one_edit",
    "parse",
    "perhaps_same",
    "printed_in",
    "same_name",
    "same_person",
    "show",
    "spelt_otherwise",
    "split",
    "trade",
    "trade_with",
    "without_sign_off",
]
