"""A credit printed in a house's form, and never so that it would be read as another.

A form is a template of ``{creators}``, ``{source}``, ``{agency}``, ``{chain}`` and ``{flags}``
with what stands before, between and after them::

    {creators}/{source}/{agency}          Ana Silva/AFP/Getty Images
    Photograph: {creators}/{agency}       Photograph: Ana Silva/Getty Images
    {agency}/{creators}                   AP Photo/Ana Silva     (names = {"AP": "AP Photo"})

Where a field is empty, what stands before it falls away, except at the head of the line.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from cutline.credit.parse import Credit, parse
from cutline.credit.parties import Parties, fold
from cutline.model.regex import regex

_FIELD = regex(r"\{(\w*)\}")
_FIELDS = ("creators", "source", "agency", "chain", "flags")
_SAID = {
    "pool": "Pool",
    "handout": "Handout",
    "courtesy": "Courtesy",
    "file": "File",
    "stringer": "Stringer",
    "staff": "Staff",
    "contributor": "Contributor",
    "supplied": "Supplied",
    "uncredited": "Uncredited",
}
"""Flags that a line says in a part of its own."""


@dataclass(frozen=True, slots=True)
class HouseForm:
    """How a house prints its credit lines.

    Attributes:
        template: Text with fields, as described above.
        names: How the house writes a party, by canonical name.

    Raises:
        ValueError: the template has no field, or one that is not known.
    """

    template: str = "{creators}/{source}/{agency}"
    names: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        found = _FIELD.findall(self.template)
        strange = [name for name in found if name not in _FIELDS]
        if strange or not found:
            said = f"{{{strange[0]}}}" if strange else "no field"
            known = ", ".join(f"{{{name}}}" for name in _FIELDS)
            raise ValueError(f"the form of a credit line has {said}; there are {known}")


PLAIN = HouseForm("{creators}/{chain}/{flags}")
"""Everything that a credit says, in the order in which it was handed on."""


def show(credit: Credit, form: HouseForm = PLAIN, parties: Parties | None = None) -> str:
    """Print a credit in a house's form.

    A form that would make this credit read as another is not used: agency first, with no
    creator, is read the other way round. Then the plain form is.

    Args:
        credit: A line, read.
        form: The house's form.
        parties: Who is known when the printed line is read again.
    """
    for candidate in (form, PLAIN):
        if (printed := printed_in(credit, candidate, parties)) is not None:
            return printed
    return _filled(credit, PLAIN) or credit.line


def printed_in(credit: Credit, form: HouseForm, parties: Parties | None = None) -> str | None:
    """A credit in this form; None where it would be read as another, or lose somebody.

    Args:
        credit: A line, read.
        form: The house's form.
        parties: Who is known when the printed line is read again.
    """
    printed = _filled(credit, form)
    again = parse(printed, parties)
    said = {flag for flag in credit.flags if flag in _SAID}
    if "{flags}" not in form.template and not said <= set(again.flags):
        printed += "/" + "/".join(_SAID[flag] for flag in credit.flags if flag in _SAID)
        again = parse(printed, parties)
    same = parties_of(again) == parties_of(credit) and said <= set(again.flags)
    return printed if same else None


def parties_of(credit: Credit) -> tuple[tuple[str, ...], tuple[str, ...], str]:
    """Creators, chain and agency, folded: what two forms of one credit have in common."""
    creators = tuple(fold(name) for name in credit.creators)
    return creators, tuple(map(fold, credit.chain)), fold(credit.agency or "")


def _filled(credit: Credit, form: HouseForm) -> str:
    values = {
        "creators": _list(credit.creators),
        "source": _named(credit.source, form),
        "agency": _named(credit.agency, form),
        "chain": "/".join(_named(name, form) for name in credit.chain),
        "flags": "/".join(_SAID[flag] for flag in credit.flags if flag in _SAID),
    }
    tokens = _FIELD.split(form.template)
    printed, begun = tokens[0], False
    for before, name in zip(["", *tokens[2:-1:2]], tokens[1::2], strict=True):
        value = values[name]
        if value and begun:
            printed += before
        printed += value
        begun = begun or bool(value)
    return (printed + tokens[-1]).strip()


def _named(name: str | None, form: HouseForm) -> str:
    return form.names.get(name, name) if name else ""


def _list(names: tuple[str, ...]) -> str:
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"
