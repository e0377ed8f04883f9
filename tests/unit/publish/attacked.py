"""A desk whose every word is an attack: file names, Exif, XMP, and the story."""

import io
import unicodedata
from html import escape
from pathlib import Path

from cutline.desk import Desk
from cutline.metadata.text import clean
from cutline.model import Severity
from cutline.story import Draft, DraftPhotograph, DraftText, compose
from unit.desk.desks import picture
from unit.metadata import build
from unit.publish.attacks import PAYLOADS

SETTINGS = 'publication = "<i>The Harbour Post</i>"\nurl = "https://p.example.org/"\n'
ALL = " · ".join(payload for payload in PAYLOADS if len(payload) < 100)
"""Every attack after the other, for words of which a story has one: headline, section …"""

_REFUSED = frozenset(("Cc", "Cf", "Zl", "Zp"))


def attacked(desk: Path) -> Path:
    """Write a desk with one story, a photograph for each attack; gives the story's folder."""
    folder = desk / "stories" / "attack"
    folder.mkdir(parents=True)
    (desk / "cutline.toml").write_text(SETTINGS, encoding="utf-8")
    blocks: list[DraftPhotograph | DraftText] = []
    for number, payload in enumerate(PAYLOADS):
        name, words = f"{number:02} {_file_name(payload)}.jpg", clean(payload)
        (folder / name).write_bytes(photograph(number, payload))
        blocks.append(DraftPhotograph(name, words, words, words))
    text = compose(
        Draft(
            (*blocks, DraftText(clean(ALL)), DraftText(clean(ALL), "heading")),
            headline=clean(ALL),
            standfirst=clean(ALL),
            published="2023-09-13",
            kicker=clean(ALL),
            byline=clean(ALL),
        )
    )
    section = clean(ALL).replace("'", "''")
    text = text.replace("---\n", f"---\nsection: '{section}'\n", 1)
    (folder / "story.md").write_text(text, encoding="utf-8")
    return folder


def publish(folder: Path) -> None:
    """Publish as for readers: everything that the copy desk finds is overridden by name."""
    found = {
        finding.code
        for report in Desk().check(folder, Desk.choice((), ()))
        for finding in report.findings
        if finding.severity >= Severity.ERROR
    }
    who = ("Ana Silva",) * len(found), ("A test.",) * len(found)
    terms = Desk.terms(sorted(found), *who, draft=False, skip_unreadable=False)
    Desk().publish(folder, None, terms)


def photograph(number: int, payload: str) -> bytes:
    """A JPEG that says the same in every field of Exif, IIM and XMP that a page could show."""
    out = io.BytesIO()
    picture(number, (320, 214)).save(out, "JPEG", quality=80)
    plain, words = out.getvalue(), clean(payload)
    exif = build.tiff(dict.fromkeys((0x010E, 0x013B, 0x8298), words.encode()))
    return plain[:2] + build.app1_exif(exif) + build.app1_xmp(_packet(words)) + plain[2:]


def _packet(words: str) -> bytes:
    said = escape(words)
    alt = f"<rdf:Alt><rdf:li xml:lang='x-default'>{said}</rdf:li></rdf:Alt>"
    bag = f"<rdf:Bag><rdf:li>{said}</rdf:li></rdf:Bag>"
    rights = 'xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/"'
    return build.xmp(
        f"<dc:description>{alt}</dc:description><dc:title>{alt}</dc:title>"
        f"<dc:rights>{alt}</dc:rights><dc:subject>{bag}</dc:subject>"
        f"<dc:creator><rdf:Seq><rdf:li>{said}</rdf:li></rdf:Seq></dc:creator>"
        f"<photoshop:Credit>{said}</photoshop:Credit><photoshop:Source>{said}</photoshop:Source>"
        f"<photoshop:Headline>{said}</photoshop:Headline>"
        f"<Iptc4xmpCore:AltTextAccessibility>{alt}</Iptc4xmpCore:AltTextAccessibility>"
        f"<xmpRights:WebStatement {rights}>{said}</xmpRights:WebStatement>"
        f"<xmpRights:UsageTerms {rights}>{alt}</xmpRights:UsageTerms>"
        f"<plus:Licensor><rdf:Seq><rdf:li rdf:parseType='Resource'>"
        f"<plus:LicensorName>{said}</plus:LicensorName>"
        f"<plus:LicensorURL>{said}</plus:LicensorURL></rdf:li></rdf:Seq></plus:Licensor>"
    )


def _file_name(payload: str) -> str:
    """As much of an attack as a file can be called: signs that no desk takes are left out."""
    kept = (letter for letter in payload if unicodedata.category(letter) not in _REFUSED)
    return "".join(kept).replace("/", "∕").replace("\\", "∖")[:60]
