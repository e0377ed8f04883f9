"""Fuzz XMP packets, as a WebP carries them."""

import struct

from driver import fuzz, instrumented
from promises import STAMP, hold

with instrumented(include=["cutline"]):
    from cutline.metadata import PROPERTIES, packet
    from cutline.metadata.properties import NAMESPACES
    from cutline.metadata.structures import STRUCTURES

SPACES = " ".join(
    f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items() if prefix != "xml"
)
FORMS = (
    "<dc:creator><rdf:Seq><rdf:li>Ana</rdf:li><rdf:li rdf:parseType='Resource'>"
    "<rdf:value>Bo</rdf:value></rdf:li></rdf:Seq></dc:creator>",
    "<dc:rights><rdf:Alt><rdf:li xml:lang='x-default'>© Ana</rdf:li></rdf:Alt></dc:rights>",
    "<plus:Licensor><rdf:Bag><rdf:li plus:LicensorName='A' plus:LicensorURL='u'/>"
    "<rdf:li><rdf:Description plus:LicensorName='B'/></rdf:li></rdf:Bag></plus:Licensor>",
    "<Iptc4xmpExt:LocationShown rdf:parseType='Resource'><Iptc4xmpExt:City>Oslo"
    "</Iptc4xmpExt:City></Iptc4xmpExt:LocationShown>",
    "<Iptc4xmpExt:ImageRegion><rdf:Bag><rdf:li rdf:parseType='Resource'>"
    "<Iptc4xmpExt:RegionBoundary Iptc4xmpExt:rbX='0.1'/><dc:subject>x</dc:subject>"
    "</rdf:li></rdf:Bag></Iptc4xmpExt:ImageRegion>",
    "<xmp:Rating>4.5</xmp:Rating><Iptc4xmpExt:MaxAvailWidth>4000</Iptc4xmpExt:MaxAvailWidth>",
)


def wrapped(body: str) -> bytes:
    """A packet with ``body`` as its properties."""
    return (
        f"<x:xmpmeta {SPACES}><rdf:RDF><rdf:Description>{body}</rdf:Description></rdf:RDF>"
        "</x:xmpmeta>"
    ).encode()


SEEDS = (
    packet.build(STAMP),
    *(wrapped(form) for form in FORMS),
    wrapped("".join(FORMS)).decode().encode("utf-16"),
    b'<!DOCTYPE x [<!ENTITY a "b">]>' + wrapped("<dc:title>&a;</dc:title>"),
)
WORDS = (
    *(entry.xmp.encode() for entry in PROPERTIES),
    *{row.xmp.encode() for rows in STRUCTURES.values() for row in rows},
    *(
        b"rdf:Seq",
        b"rdf:Bag",
        b"rdf:Alt",
        b"rdf:li",
        b"rdf:value",
        b"rdf:resource=''",
        b"x-default",
    ),
    *(
        b"rdf:parseType='Resource'",
        b"xml:lang='en'",
        b"<!--",
        b"-->",
        b"<![CDATA[",
        b"]]>",
        b"<?x ?>",
    ),
    *(b"&#0;", b"&#xD800;", b"&amp;", b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf", b"1e999", b"NaN"),
)


def one(data: bytes) -> None:
    """A photograph with this packet is read, crosses and can be published."""
    chunks = b"VP8X" + struct.pack("<I", 10) + bytes((4, 0, 0, 0, 7, 0, 0, 5, 0, 0))
    chunks += b"XMP " + struct.pack("<I", len(data)) + data + b"\0" * (len(data) & 1)
    hold(b"RIFF" + struct.pack("<I", len(chunks) + 4) + b"WEBP" + chunks)


if __name__ == "__main__":
    fuzz(one, SEEDS, WORDS)
