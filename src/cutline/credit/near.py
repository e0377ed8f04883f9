"""A known agency with one letter wrong: ``Rueters``, ``Gettty Images``.

One edit from a short form proves nothing (``AFP`` and ``AFL``), and some near forms are names
of their own (``Reuter``, ``Kyoto``). So short forms are not compared, and a single word must
keep its first letter, because that is what people do not mistype.
"""

from cutline.credit.parties import Parties, Party, fold

_LONG = 6
"""Letters in a form or phrase that is compared at all."""
_LONG_WORD = 5
_VERY_LONG = 10
_NAMES_OF_THEIR_OWN = frozenset(
    "reuter reiter router kyoto bella helga magnus magnums imagine images image pano"
    " polari gammas sputniks keystones shutter getti anatolia anatolu xinhai".split()
)


def one_edit(a: str, b: str) -> bool:
    """True if ``b`` is ``a`` with one letter put in, left out, changed, or two swapped."""
    if a == b or abs(len(a) - len(b)) > 1:
        return False
    head = 0
    while head < min(len(a), len(b)) and a[head] == b[head]:
        head += 1
    rest_a, rest_b = a[head:], b[head:]
    if len(a) == len(b):
        swapped = rest_a[:2] == rest_b[1::-1] and rest_a[2:] == rest_b[2:]
        return rest_a[1:] == rest_b[1:] or swapped
    longer, shorter = (rest_a, rest_b) if len(a) > len(b) else (rest_b, rest_a)
    return longer[1:] == shorter


def near_miss(text: str, parties: Parties) -> Party | None:
    """The agency or publisher that ``text`` all but names; None if it is known or is no slip."""
    folded = fold(text).removeprefix("the ")
    if folded in parties.by_form or folded in _NAMES_OF_THEIR_OWN or len(folded) < _LONG:
        return None
    # One edit in a text this long leaves the first two letters or the last two as they were.
    nearby = (*parties.near.get(folded[:2], ()), *parties.near.get("$" + folded[-2:], ()))
    for form in nearby:
        if abs(len(form) - len(folded)) > 1 or len(form) < _LONG or not one_edit(form, folded):
            continue
        party = parties.by_form[form]
        if (party.delivers or " " in form) and _a_slip(form.split(), folded.split()):
            return party
    return None


def _a_slip(right: list[str], wrong: list[str]) -> bool:
    """True if the edited word is long, or an initial of an acronym in a phrase was lost."""
    if len(right) != len(wrong):
        return False
    meant, written = next((a, b) for a, b in zip(right, wrong, strict=True) if a != b)
    if len(right) == 1:
        return meant[0] == written[0]
    return len(meant) >= _LONG_WORD or len(written) < len(meant)


def all_but_named(text: str, parties: Parties) -> Party | None:
    """The agency or publisher that a long ``text`` misses by two letters: ``Asociated Pres``.

    Each of its words must be all but the other's, and none may be right where it is not: two
    names that share only their last word (``Boston Globe``, ``Bolton Globe``) are two names.
    """
    folded = fold(text)
    if len(folded) < _VERY_LONG or folded in parties.by_form:
        return None
    words = folded.split()
    nearby = (*parties.near.get(folded[:2], ()), *parties.near.get("$" + folded[-2:], ()))
    for form in nearby:
        right = form.split()
        if abs(len(form) - len(folded)) > 2 or len(right) != len(words) or len(right) < 2:
            continue
        wrong = [(a, b) for a, b in zip(right, words, strict=True) if a != b]
        if len(wrong) == 2 and all(min(map(len, pair)) >= 4 and one_edit(*pair) for pair in wrong):
            return parties.by_form[form]
    return None
