"""Values of metadata as people read them, and as JSON holds them."""

import re
from collections.abc import Mapping, Sequence

from cutline.metadata import BY_ID
from cutline.metadata.shapes import MEMBERS
from cutline.model import LangText, Value

_VOCABULARIES = (
    "http://ns.useplus.org/ldf/vocab/",
    "http://cv.iptc.org/newscodes/digitalsourcetype/",
    "http://cv.iptc.org/newscodes/imageregionrole/",
    "http://cv.iptc.org/newscodes/imageregiontype/",
)
_NAMES = tuple(
    "name title licensorName copyrightOwnerName imageCreatorName imageSupplierName cvTermName "
    "address sublocation city provinceState countryName countryCode worldRegion".split()
)
"""Members that say by themselves what they are; the others get a label."""
_MOMENT = re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?) ?(Z|[+-]\d\d:?\d\d)?")
_PREFIXES = frozenset(("r", "rb", "cv"))
"""Letters before a member's name that only say which structure it is of."""
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z0-9])")


def plain(value: Value) -> object:
    """A value as JSON holds it: languages and structures as objects, repeats as lists."""
    if isinstance(value, LangText):
        return dict(value.words)
    if isinstance(value, Mapping):
        return {name: plain(member) for name, member in value.items()}
    if isinstance(value, tuple):
        return [plain(part) for part in value]
    return value


def spoken(id: str, value: Value) -> Sequence[str]:
    """A property's value as paragraphs for a person; never empty.

    Languages that say the same are said once; terms of known vocabularies go without the
    vocabulary; a time says that its offset is not known.
    """
    if isinstance(value, LangText):
        return _languages(value)
    if isinstance(value, Mapping):
        return (_struct(BY_ID[id].shape, value),)
    if not isinstance(value, tuple):
        return moment(str(value)) if id == "dateCreated" else (_term(str(value)),)
    structs = [_struct(BY_ID[id].shape, part) for part in value if isinstance(part, Mapping)]
    if structs:
        return structs if len(structs) == 1 else [f"· {each}" for each in structs]
    texts = [_term(part) for part in value if isinstance(part, str)]
    return ("; ".join(texts) if any("," in text for text in texts) else ", ".join(texts),)


def moment(text: str) -> Sequence[str]:
    """An ISO date as it is said, with its offset, or that it has none; other words as read."""
    match = _MOMENT.fullmatch(text)
    if match is None:
        return (text,)
    offset = {None: ", offset not given", "Z": " UTC"}.get(match[3], f" {match[3]}")
    return (f"{match[1]} {match[2]}{offset}",)


def _languages(value: LangText) -> Sequence[str]:
    said: dict[str, list[str]] = {}
    for tag, words in value.words.items():
        said.setdefault(words, []).append(tag)
    if len(said) == 1:
        return tuple(said)
    return tuple(
        f"[{', '.join(tag for tag in tags if tag != 'x-default') or 'default'}] {words}"
        for words, tags in said.items()
    )


def _struct(shape: str, value: Mapping[str, Value]) -> str:
    """A structure in one line: names first, then each other member with its label."""
    names = [_flat(shape, id, value[id]) for id in _NAMES if id in value]
    others = [
        f"{_label(shape, id)}: {_flat(shape, id, value[id])}"
        for id in MEMBERS[shape]
        if id in value and id not in _NAMES
    ]
    return "; ".join(part for part in (", ".join(names), *others) if part)


def _flat(shape: str, id: str, value: Value) -> str:
    if isinstance(value, LangText):
        return " / ".join(_languages(value))
    if isinstance(value, Mapping):
        return f"({_struct(MEMBERS[shape][id].shape, value)})"
    if isinstance(value, tuple):
        return ", ".join(_flat(shape, id, part) for part in value)
    return _term(str(value))


def _label(shape: str, id: str) -> str:
    """``licensorTelephone1`` of a licensor is ``telephone 1``, ``rbX`` of a boundary ``x``."""
    words = [word.lower() for word in _HUMP.split(id)]
    own = [word.lower() for word in _HUMP.split(shape)]
    bare = words[len(own) :] if words[: len(own)] == own else words
    return " ".join(bare[1:] if bare[1:] and bare[0] in _PREFIXES else bare or words)


def _term(text: str) -> str:
    for vocabulary in _VOCABULARIES:
        if text.startswith(vocabulary):
            return text.removeprefix(vocabulary)
    return text
