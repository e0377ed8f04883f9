"""A fresh XMP packet from a stamp: fixed order, no padding, nothing else in it.

Source: XMP Specification Part 1 clause 7.3 and Part 3 clause 1.1.3 (JPEG: 65,502 bytes).
"""

from cutline.metadata.properties import NAMESPACES
from cutline.metadata.stamp import Licensor, Stamp

MAX_PACKET = 65_502
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_PREFIXES = ("dc", "Iptc4xmpCore", "Iptc4xmpExt", "photoshop", "plus", "xmpRights")


def build(stamp: Stamp) -> bytes:
    """The packet in UTF-8; empty where the stamp says nothing."""
    lines = [
        _array("dc:creator", "Seq", stamp.creators),
        _language("dc:description", stamp.caption),
        _language("dc:rights", stamp.copyright_notice),
        _language("Iptc4xmpCore:AltTextAccessibility", stamp.alt_text),
        _text("Iptc4xmpExt:DigitalSourceType", stamp.digital_source_type),
        _text("photoshop:Credit", stamp.credit_line),
        _text("plus:DataMining", stamp.data_mining),
        _licensors(stamp.licensors),
        _language("xmpRights:UsageTerms", stamp.usage_terms),
        _text("xmpRights:WebStatement", stamp.web_statement),
    ]
    body = "".join(lines)
    if not body:
        return b""
    names = "".join(
        f' xmlns:{prefix}="{NAMESPACES[prefix]}"' for prefix in _PREFIXES if f"<{prefix}:" in body
    )
    packet = (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
        f'<x:xmpmeta xmlns:x="{NAMESPACES["x"]}"><rdf:RDF xmlns:rdf="{NAMESPACES["rdf"]}">'
        f'<rdf:Description rdf:about=""{names}>{body}</rdf:Description>'
        '</rdf:RDF></x:xmpmeta><?xpacket end="r"?>'
    )
    return packet.encode()


def _text(name: str, text: str) -> str:
    return f"<{name}>{text.translate(_ESCAPES)}</{name}>" if text else ""


def _language(name: str, text: str) -> str:
    item = f'<rdf:li xml:lang="x-default">{text.translate(_ESCAPES)}</rdf:li>'
    return f"<{name}><rdf:Alt>{item}</rdf:Alt></{name}>" if text else ""


def _array(name: str, kind: str, texts: tuple[str, ...]) -> str:
    items = "".join(f"<rdf:li>{text.translate(_ESCAPES)}</rdf:li>" for text in texts)
    return f"<{name}><rdf:{kind}>{items}</rdf:{kind}></{name}>" if texts else ""


def _licensors(rows: tuple[Licensor, ...]) -> str:
    items = "".join(
        '<rdf:li rdf:parseType="Resource">'
        + _text("plus:LicensorName", row.name)
        + _text("plus:LicensorURL", row.url)
        + "</rdf:li>"
        for row in rows
    )
    return f"<plus:Licensor><rdf:Seq>{items}</rdf:Seq></plus:Licensor>" if rows else ""
