"""The default printed form of a credit from a photograph's own fields.

Used where a story leaves the credit out. Creator, source and credit line are three things
(IPTC ``dc:creator``, ``photoshop:Source``, ``photoshop:Credit``); nothing is invented here,
they are only put side by side, each party once.
"""

from collections.abc import Sequence

from cutline.credit.compare import compare, credit_of_fields, straight
from cutline.credit.form import HouseForm, printed_in
from cutline.credit.parse import parse
from cutline.credit.parties import Parties, fold, trade


def house_credit(
    creators: Sequence[str],
    credit_line: str,
    source: str,
    parties: Parties | None = None,
    form: HouseForm | None = None,
) -> str:
    """Print creators, source and credit line without naming anyone twice.

    In the house's form where it has one and the fields can be read beyond doubt; where
    somebody would be lost or read as another, and without a form, as they stand:

    ``["Ana Silva"], "AP"`` gives ``Ana Silva/AP``. A credit line that already names the
    creator stays as it is. The source is added only where it is a known party that the
    credit line does not name, or where there is no credit line: files often carry an
    internal number there.

    Args:
        creators: Names as in the file's Creator.
        credit_line: The file's Credit Line.
        source: The file's Source.
        parties: Who is known; the trade's parties by default.
        form: How the house prints its credit lines.

    Returns:
        The line without brackets; empty if the file names nobody.
    """
    known = parties or trade()
    plain = _side_by_side(creators, credit_line, source, known)
    return (form and _in_form(creators, credit_line, source, form, known)) or plain


def _in_form(
    creators: Sequence[str], credit_line: str, source: str, form: HouseForm, known: Parties
) -> str | None:
    """The fields in the house's form; None where that would lose a party or a doubt."""
    read = credit_of_fields(creators, credit_line, source, parties=known)
    said = [parse(credit_line, known)]
    said += [credit_of_fields((name,), parties=known) for name in creators if _worth(name, known)]
    if not read.sure or not (read.creators or read.chain):
        return None
    for each in said[1:]:
        if not (each.creators or each.chain or each.flags):
            return None  # words that could not be read are somebody all the same
    if any(lost.kind != "added" for each in said for lost in compare(each, read)):
        return None
    return printed_in(read, form, known)


def _side_by_side(creators: Sequence[str], credit_line: str, source: str, known: Parties) -> str:
    printed = " ".join(credit_line.split())
    people = [straight(" ".join(name.split())) for name in creators]
    missing = [name for name in people if _worth(name, known) and not _names(printed, name, known)]
    origin = " ".join(source.split())
    chain = [", ".join(dict.fromkeys(missing))] if missing else []
    said = "/".join([*people, printed])
    if _adds(origin, printed, known) and not _names(said, origin, known):
        chain.append(origin)
    if printed:
        chain.append(printed)
    return "/".join(chain)


def _worth(name: str, parties: Parties) -> bool:
    party = parties.known(name)
    return bool(fold(name)) and not (party and party.name == "uncredited")


def _names(line: str, name: str, parties: Parties) -> bool:
    """True if ``line`` already says ``name``: its words, or the same party in another form."""
    words = fold(name).split()
    if not words:
        return True
    if set(words) <= set(fold(line).split()):
        return True
    party = parties.known(name)
    return party is not None and any(part.name == party.name for part in parse(line, parties).parts)


def _adds(source: str, credit_line: str, parties: Parties) -> bool:
    if not source:
        return False
    if credit_line:
        party = parties.known(source)
        return party is not None and party.kind != "mark"
    return parties.known(source) is not None or not any(c.isdigit() for c in source)
