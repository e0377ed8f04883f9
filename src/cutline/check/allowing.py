"""What editors let pass: applied before rules are settled among each other.

A reason is always there (the reader of the story sees to that). Rules on rights are let pass
by name only. An allowance of the story that lets nothing pass is asked about in turn, so that
a story does not carry yesterday's excuses.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from cutline.check.registry import Entry, registry
from cutline.check.rule import Rule
from cutline.model import Allowance, Finding, Place, Proof, Severity

UNUSED = Rule("STO024", "allow-unused", Severity.WARNING, since="0.1")
UNKNOWN = Rule("STO025", "allow-unknown", Severity.WARNING, since="0.1")
UNNAMED = Rule("STO026", "allow-unnamed", Severity.ERROR, since="0.1")

PAGES: Mapping[Rule, str] = {
    UNUSED: "A story lets a rule pass that asks nothing there. Take the allowance out, so that it "
    "does not hide tomorrow's fault.",
    UNKNOWN: "A story lets a rule pass that there is not. `cutline explain` lists all rules.",
    UNNAMED: "A rule on rights is let pass without a name. Write who answers for it: "
    "allow RGT002 by Ana Silva – cleared by telephone.",
}
"""The page of each, for ``cutline explain``."""

_RIGHTS = "RGT"


def let_pass(
    found: Sequence[Finding], proof: Proof
) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """Take out what is let pass.

    Args:
        found: What the rules say, not yet settled or grouped.
        proof: The proof they were asked about.

    Returns:
        The findings that stand, and what is to be said of the allowances themselves.
    """
    remarks: list[Finding] = []
    letting = _Letting(_sound(proof, remarks))
    kept = tuple(left for finding in found if (left := letting.rest(finding)) is not None)
    remarks += (_unused(allowance, index) for index, allowance in letting.idle.items())
    return kept, tuple(remarks)


def named(proof: Proof) -> tuple[Allowance, ...]:
    """The allowances of rights that somebody answers for: they belong on record."""
    found = ((_rule(each.code), each) for each in (*proof.house.allow, *proof.story.allowances))
    return tuple(
        replace(each, code=entry.rule.code)
        for entry, each in found
        if entry and entry.rule.code.startswith(_RIGHTS) and each.by
    )


def _sound(proof: Proof, remarks: list[Finding]) -> Iterator[tuple[str, int, Allowance]]:
    """Code, index in the story (negative for the house's) and allowance; others are remarked."""
    house = proof.house.allow
    for number, allowance in enumerate((*house, *proof.story.allowances), -len(house)):
        entry = _rule(allowance.code)
        if entry is None:
            remarks.append(_unknown(allowance, number))
        elif entry.rule.code.startswith(_RIGHTS) and not allowance.by:
            remarks.append(_unnamed(allowance, number, entry.rule))
        else:
            yield entry.rule.code, number, allowance


class _Letting:
    """The allowances by rule; knows which of the story's have not let anything pass yet."""

    def __init__(self, sound: Iterable[tuple[str, int, Allowance]]) -> None:
        self._by_code: dict[str, list[tuple[int, Allowance]]] = {}
        self.idle: dict[int, Allowance] = {}
        for code, number, allowance in sound:
            self._by_code.setdefault(code, []).append((number, allowance))
            if number >= 0:
                self.idle[number] = allowance

    def rest(self, finding: Finding) -> Finding | None:
        """What of a finding is not let pass: all of it, some of its places, or nothing."""
        allowances = self._by_code.get(finding.code)
        if not allowances:
            return finding
        places = (finding.place, *finding.places)
        left = tuple(place for place in places if not self._covered(place, allowances))
        if len(left) in (0, len(places)):
            return finding if left else None
        fields = {(place.photo, place.field) for place in left}
        fix = finding.fix
        if fix is not None:
            edits = (edit for edit in fix.edits if (edit.place.photo, edit.place.field) in fields)
            fix = replace(fix, edits=tuple(edits))
        return replace(finding, place=left[0], places=left[1:], fix=fix)

    def _covered(self, place: Place, allowances: Sequence[tuple[int, Allowance]]) -> bool:
        covering = [number for number, each in allowances if each.covers(place)]
        for number in covering:
            self.idle.pop(number, None)
        return bool(covering)


def _rule(code: str) -> Entry | None:
    entries = registry()
    named = (entry for entry in entries.values() if entry.rule.name == code.lower())
    return entries.get(code.upper()) or next(named, None)


def _place(allowance: Allowance, index: int) -> Place:
    return Place(allowance.photo, f"allow[{index}]" if index >= 0 else "allow")


def _unused(allowance: Allowance, index: int) -> Finding:
    message = f"{allowance.code} is let pass here, and there is nothing that it asks"
    return UNUSED.at(_place(allowance, index), message, hint="take the allowance out")


def _unknown(allowance: Allowance, index: int) -> Finding:
    message = f"“{allowance.code[:40]}” is let pass, and there is no such rule"
    return UNKNOWN.at(_place(allowance, index), message, hint="`cutline explain` lists the rules")


def _unnamed(allowance: Allowance, index: int, rule: Rule) -> Finding:
    message = f"{rule.code} is about rights: it is let pass by name only"
    hint = f"write allow {rule.code} by NAME – reason"
    return UNNAMED.at(_place(allowance, index), message, hint=hint)
