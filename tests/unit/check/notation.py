"""A small notation for proofs in tests and in the examples of the rules' pages.

A story as in story.md, reduced to what the rules' examples need: front matter, photographs
with caption and bracketed credit, body paragraphs. ``⟨U+200B⟩`` stands for that character.
A paragraph in round brackets tells of a file: ``(fire.jpg is not there)``,
``(fire.jpg says dateCreated: 2024-05-24)``, ``(fire.jpg has size: 300 x 200)``.
"""

import hashlib
import re
from datetime import UTC, datetime

from cutline.model import (
    EMPTY,
    Block,
    Field,
    House,
    Metadata,
    Passage,
    Photograph,
    Placement,
    Proof,
    Shot,
    Size,
    Story,
    Unreadable,
)

NOW = datetime(2024, 6, 1, 12, tzinfo=UTC)
_IMAGE = re.compile(r"!\[(?P<alt>.*)\]\((?P<target>[^)]*)\)(?P<options>\{[^}]*\})?$")
_EXTRA = ("territory", "channels", "commercial", "embargo")
_FILE = re.compile(
    r"\((?P<file>\S+) (?:is (?P<missing>not there)"
    r"|(?P<how>says|has) (?P<key>\w+): (?P<value>.*))\)$"
)


def photo(alt="A square at dusk", caption="Evening in Lisbon.", credit="Ana Silva/AP", **more):
    """One photograph's words, for ``proof``."""
    return {"alt": alt, "caption": caption, "credit": credit, **more}


def proof(*photos, language="en", published="2024-05-26", body=(), house=None, **heads):
    """A proof of photographs made by ``photo`` and of plain body paragraphs."""
    shots = tuple(_shot(number, words) for number, words in enumerate(photos))
    blocks = [shot.placement for shot in shots]
    blocks += [Block("paragraph", Passage(text)) for text in body]
    story = Story(
        published=Passage(published),
        language=language,
        blocks=tuple(blocks),
        extra={name: text for name, text in heads.items() if name in _EXTRA},
        **{name: Passage(text) for name, text in heads.items() if name not in _EXTRA},
    )
    return Proof(story, shots, NOW, house or House())


def read(text):
    """The proof that an example shows."""
    text = re.sub(r"⟨U\+([0-9A-F]+)⟩", lambda match: chr(int(match[1], 16)), text).strip("\n")
    heads = {}
    front = re.match(r"---\n(.*?)\n---\n", text, re.DOTALL)
    if front:
        heads = dict(line.split(": ", 1) for line in front[1].splitlines())
        text = text[front.end() :]
    photos, body, files = [], [], {}
    for paragraph in re.split(r"\n{2,}", text.strip("\n")):
        first, _, rest = paragraph.partition("\n")
        image, told = _IMAGE.match(first), _FILE.match(paragraph)
        if told:
            files.setdefault(told["file"], []).append(told)
        elif image:
            photos.append(_words(image, rest))
        else:
            body.append(paragraph)
    for words in photos:
        for told in files.get(words["target"], ()):
            _tell(words, told)
    heads.setdefault("published", "2024-05-26")
    return proof(*photos, body=body, **heads)


def asking(page):
    """The “Asks::” example of a rule's page."""
    return example(page, "Asks")


def example(page, word):
    """An example of a rule's page: what stands indented under ``word::``."""
    block = re.search(rf"^{word}::\n\n((?: {{4}}.*\n|\n)+)", page + "\n", re.MULTILINE)
    assert block, f"no example “{word}::”"
    return re.sub(r"^ {4}", "", block[1], flags=re.MULTILINE)


def _words(image, rest):
    credit = re.search(r"\s*\[([^\]]*)\]$", rest)
    caption = rest[: credit.start()] if credit else rest
    decorative = "decorative" in (image["options"] or "")
    words = photo(image["alt"], caption, credit[1] if credit else "")
    return words | {"target": image["target"], "decorative": decorative}


def _tell(words, told):
    if told["missing"]:
        words["photograph"] = Unreadable(words["target"], "there is no such file", missing=True)
    else:
        words.setdefault(told["how"], {})[told["key"]] = told["value"]


def _size(text):
    width, _, height = text.partition(" x ")
    return Size(int(width), int(height))


_HAS = {
    "size": _size,
    "orientation": int,
    "likeness": lambda text: int(text, 16),
    "capture": lambda text: {},
}


def _photograph(target, words):
    """What is on file: of a size to be printed, by a camera; its bytes go by its name."""
    fields = {key: Field(value, "xmp") for key, value in words.get("says", {}).items()}
    has = {"size": Size(3000, 2000), "capture": {"make": "Camera"}}
    has |= {key: _HAS.get(key, str)(value) for key, value in words.get("has", {}).items()}
    sha256 = hashlib.sha256(target.encode()).hexdigest()
    return Photograph(sha256, target, "jpeg", metadata=Metadata(fields), **has)


def _shot(number, words):
    target = words.get("target", f"{number}.jpg")
    placement = Placement(
        target,
        None if words["alt"] is None else Passage(words["alt"]),
        Passage(words["caption"]) if words["caption"] else EMPTY,
        Passage(words["credit"]) if words["credit"] else EMPTY,
        decorative=words.get("decorative", False),
        layout=words.get("layout"),
    )
    return Shot(
        number,
        placement,
        words.get("photograph", _photograph(target, words)),
        words["alt"],
        words["caption"],
        words["credit"],
        frozenset(words.get("filled", ())),
    )
