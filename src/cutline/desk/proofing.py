"""The words that would be printed: what the story says, else what the photograph says."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING

from cutline.credit import (
    PLAIN,
    HouseForm,
    fold,
    house_credit,
    names_another,
    parse,
    trade_with,
    without_sign_off,
)
from cutline.model import (
    CutlineError,
    Field,
    Finding,
    House,
    Killed,
    Metadata,
    Photograph,
    Placement,
    Proof,
    Shot,
    Story,
    Unreadable,
)

if TYPE_CHECKING:
    from cutline.desk.ledger import Kill
    from cutline.desk.library import Held, Library
    from cutline.desk.material import Material


def placed(material: "Material", library: "Library") -> "tuple[Held | Unreadable, ...]":
    """The photographs of a story in page order, each read once.

    A target that leads nowhere is ``Unreadable``, like a file that cannot be read.
    """
    refused = {each.name: each for each in material.refused}
    targets: list[str | Unreadable] = []
    for placement in material.story.placements:
        if placement.target in refused:
            targets.append(refused[placement.target])
            continue
        try:
            targets.append(material.target(placement))
        except CutlineError as error:
            named = placement.target
            targets.append(Unreadable(named, error.message, missing=not named, hint=error.hint))
    held = library.read([target for target in targets if isinstance(target, str)])
    return tuple(held[target] if isinstance(target, str) else target for target in targets)


def allowed(
    photographs: "Sequence[Held | Unreadable]", denied: "Mapping[str, Kill]"
) -> "tuple[Held | Unreadable, ...]":
    """Photographs of which those that were killed cannot be used, whatever a story says."""
    return tuple(map(partial(_or_denied, denied), photographs))


def _or_denied(denied: "Mapping[str, Kill]", each: "Held | Unreadable") -> "Held | Unreadable":
    if isinstance(each, Unreadable) or each.photograph.sha256 not in denied:
        return each
    kill, name = denied[each.photograph.sha256], each.photograph.name
    reason = f"“{name}” was killed by {kill.by} on {kill.day}: {kill.reason.rstrip('.')}"
    return Unreadable(name, reason, hint="take it out of the story")


def proof_of(
    story: Story,
    photographs: Sequence[Photograph | Unreadable | None],
    now: datetime,
    house: House,
    killed: tuple[Killed, ...] = (),
) -> Proof:
    """Freeze a story and its photographs for the copy desk.

    Args:
        story: The story.
        photographs: One for each placement; None where nothing is known of the file.
        now: The instant of reading, with zone.
        house: The desk's style.
        killed: What others could be copies of.
    """
    pairs = zip(story.placements, photographs, strict=True)
    shots = tuple(
        _shot(number, placement, photograph, story.language, house)
        for number, (placement, photograph) in enumerate(pairs)
    )
    return Proof(story, shots, now, house, killed)


def renumbered(slips: Sequence[Finding], left_out: frozenset[int]) -> tuple[Finding, ...]:
    """Findings on the story's text once the photographs of these indices are left out."""
    kept = []
    for slip in slips:
        photo = slip.place.photo
        if photo is None:
            kept.append(slip)
        elif photo not in left_out:
            before = sum(other < photo for other in left_out)
            kept.append(replace(slip, place=replace(slip.place, photo=photo - before)))
    return tuple(kept)


def description(photograph: Photograph, language: str, credit: str) -> str:
    """The caption that a photograph carries, in one paragraph.

    The agency's sign-off is left out only where the credit that is printed beside it says the
    same; an internal label in the field is no caption.

    Args:
        photograph: The photograph.
        language: BCP 47 tag of the words that are wanted.
        credit: The credit line that will be printed.
    """
    from cutline.metadata import is_label  # noqa: PLC0415 - no reader where there are no files

    words = " ".join(photograph.metadata.text("description", language).split())
    if is_label(words):
        return ""
    kept, removed = without_sign_off(words)
    return kept if _agree(removed, credit) else words


def credit_of(photograph: Photograph, house: House) -> str:
    """The credit line that a photograph's own fields ask for, in the house's form.

    A name that was cut at the limit of its field is nobody's name: then nothing is printed,
    and the desk must ask.
    """
    metadata = photograph.metadata
    if photograph.cut & {"creatorNames", "creditLine"}:
        return ""
    parties = trade_with(house.parties)
    creators, line = metadata.texts("creatorNames"), metadata.text("creditLine")
    return house_credit(creators, line, metadata.text("source"), parties, _form(house))


def whole_names(photograph: Photograph, credit: str, house: House) -> Photograph:
    """The photograph as it may be told to readers and machines: without half a creator's name.

    In the place of names that were cut at the limit of their field stand those of the credit
    line that is printed, if it can be read beyond doubt; else none.
    """
    if "creatorNames" not in photograph.cut:
        return photograph
    line = parse(credit, trade_with(house.parties))
    fields = dict(photograph.metadata.fields)
    supplied = fields.pop("creatorNames")
    if line.sure and line.creators:
        differs = {supplied.origin: supplied.value, **supplied.differs}
        fields["creatorNames"] = Field(line.creators, "story", MappingProxyType(differs))
    return replace(photograph, metadata=Metadata(MappingProxyType(fields)))


def _form(house: House) -> HouseForm | None:
    """The form of ``[credits]`` in cutline.toml; None where it says nothing."""
    template, names = house.style.credit_form, dict(house.style.credit_names)
    if not template and not names:
        return None
    return HouseForm(template or PLAIN.template, names)


def elsewhere(placement: Placement, photograph: Photograph | Unreadable | None) -> bool:
    """Whether a photograph is still where an import found it: then nothing is known of it."""
    absent = isinstance(photograph, Unreadable) and photograph.missing
    return absent and bool(placement.origin)


def _agree(sign_off: str, credit: str) -> bool:
    """Whether a sign-off names somebody of a credit line, and no other photographer."""
    if not sign_off:
        return True
    printed = set(fold(credit).split())
    shared = {word for word in fold(sign_off).split() if len(word) > 2} & printed
    return bool(shared) and not names_another(sign_off, credit)


def _shot(
    number: int,
    placement: Placement,
    photograph: Photograph | Unreadable | None,
    language: str,
    house: House,
) -> Shot:
    if elsewhere(placement, photograph):
        photograph = None
    here = isinstance(photograph, Photograph) and bool(photograph.sha256)
    unheard = placement.unheard and not here
    alt = None if placement.alt is None or unheard else placement.alt.text
    caption, credit = placement.caption.text, placement.credit.text
    filled = set()
    if isinstance(photograph, Photograph) and photograph.sha256:
        own_credit = credit_of(photograph, house)
        beside = credit.strip() or own_credit
        found = {
            "alt": (alt, photograph.metadata.text("altTextAccessibility", language).strip()),
            "caption": (caption, description(photograph, language, beside)),
            "credit": (credit, own_credit),
        }
        if placement.decorative or placement.alt is None:
            del found["alt"]
        filled = {name for name, (said, own) in found.items() if not (said or "").strip() and own}
        alt = found["alt"][1] if "alt" in filled else alt
        caption = found["caption"][1] if "caption" in filled else caption
        credit = found["credit"][1] if "credit" in filled else credit
    return Shot(number, placement, photograph, alt, caption, credit, frozenset(filled))
