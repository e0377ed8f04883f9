"""Small builders of files: just enough of each container to carry metadata."""

import struct
import zlib


def segment(marker: int, payload: bytes) -> bytes:
    return bytes((0xFF, marker)) + struct.pack(">H", len(payload) + 2) + payload


def jpeg(*segments: bytes, width: int = 8, height: int = 6, frame: int = 0xC0) -> bytes:
    """A JPEG of segments, a frame header, one empty scan and an end."""
    shape = struct.pack(">BHHB", 8, height, width, 3) + bytes(9)
    return (
        b"\xff\xd8"
        + b"".join(segments)
        + segment(frame, shape)
        + segment(0xDA, bytes(10))
        + b"\0\xff\xd9"
    )


def app13(*resources: tuple[int, bytes]) -> bytes:
    return segment(0xED, b"Photoshop 3.0\0" + b"".join(resource(*row) for row in resources))


def resource(number: int, body: bytes) -> bytes:
    return b"8BIM" + struct.pack(">HHI", number, 0, len(body)) + body + b"\0" * (len(body) & 1)


def dataset(number: int, value: bytes, record: int = 2) -> bytes:
    return bytes((0x1C, record, number)) + struct.pack(">H", len(value)) + value


UTF8 = dataset(90, b"\x1b%G", record=1)


def xmp(body: str, attributes: str = "") -> bytes:
    """A packet with the properties of ``body``; all the namespaces of the tests are declared."""
    names = {
        "dc": "http://purl.org/dc/elements/1.1/",
        "photoshop": "http://ns.adobe.com/photoshop/1.0/",
        "plus": "http://ns.useplus.org/ldf/xmp/1.0/",
        "Iptc4xmpExt": "http://iptc.org/std/Iptc4xmpExt/2008-02-29/",
        "Iptc4xmpCore": "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/",
        "tiff": "http://ns.adobe.com/tiff/1.0/",
        "xmp": "http://ns.adobe.com/xap/1.0/",
        "xmpNote": "http://ns.adobe.com/xmp/note/",
    }
    spaces = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in names.items())
    return (
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        f'<rdf:Description rdf:about="" {spaces} {attributes}>{body}</rdf:Description>'
        "</rdf:RDF></x:xmpmeta>"
    ).encode()


def app1_xmp(packet: bytes) -> bytes:
    return segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + packet)


def app1_exif(block: bytes) -> bytes:
    return segment(0xE1, b"Exif\0\0" + block)


def tiff(
    entries: dict[int, bytes | int], inner: dict[int, bytes] | None = None, order: str = ">"
) -> bytes:
    """A TIFF structure: texts as ASCII, numbers as SHORT; ``inner`` becomes the Exif IFD."""
    rows = dict(entries)
    if inner:
        rows[34665] = 0
    head = (b"MM\0*" if order == ">" else b"II*\0") + struct.pack(order + "I", 8)
    size = 2 + 12 * len(rows) + 4
    main, tail = directory(rows, 8 + size, order, exif_at=8 + size)
    if inner is None:
        return head + main + tail
    main, tail = directory(rows, 8 + size, order, exif_at=0)
    at = 8 + size + len(tail)
    main, tail = directory(rows, 8 + size, order, exif_at=at)
    second, rest = directory(dict(inner), at + 2 + 12 * len(inner) + 4, order, exif_at=0)
    return head + main + tail + second + rest


def directory(
    rows: dict[int, bytes | int], data_at: int, order: str, exif_at: int
) -> tuple[bytes, bytes]:
    fields, tail = b"", b""
    for tag, value in sorted(rows.items()):
        if isinstance(value, int):
            kind, word = (
                (4, struct.pack(order + "I", exif_at))
                if tag == 34665
                else (3, struct.pack(order + "HH", value, 0))
            )
            fields += struct.pack(order + "HHI", tag, kind, 1) + word
            continue
        text = value + b"\0"
        stored = (
            text.ljust(4, b"\0")
            if len(text) <= 4
            else struct.pack(order + "I", data_at + len(tail))
        )
        fields += struct.pack(order + "HHI", tag, 2, len(text)) + stored
        tail += b"" if len(text) <= 4 else text + b"\0" * (len(text) & 1)
    return struct.pack(order + "H", len(rows)) + fields + struct.pack(order + "I", 0), tail


def png(*chunks: tuple[bytes, bytes], interlaced: bool = False) -> bytes:
    header = struct.pack(">IIBBBBB", 8, 6, 8, 2, 0, 0, int(interlaced))
    rows = ((b"IHDR", header), *chunks, (b"IDAT", b""), (b"IEND", b""))
    body = b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in rows
    )
    return b"\x89PNG\r\n\x1a\n" + body


def webp(*chunks: tuple[bytes, bytes]) -> bytes:
    rows = ((b"VP8X", bytes((0x0C, 0, 0, 0)) + b"\x07\0\0\x05\0\0"), *chunks)
    body = b"".join(
        name + struct.pack("<I", len(data)) + data + b"\0" * (len(data) & 1) for name, data in rows
    )
    return b"RIFF" + struct.pack("<I", len(body) + 4) + b"WEBP" + body


def still_webp() -> bytes:
    """A WebP of one lossy picture: 8 x 6 pixels that nobody decodes."""
    body = b"VP8 " + struct.pack("<I", 10) + b"\0\0\0\x9d\x01\x2a\x08\0\x06\0"
    return b"RIFF" + struct.pack("<I", len(body) + 4) + b"WEBP" + body


def box(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I4s", len(body) + 8, kind) + body


def avif(
    *, version: int = 0, idat: bool = False, properties: bytes = b"", base: bool = False
) -> bytes:
    """A still with one coded item of sixteen bytes, located in ``iloc`` of any version."""
    pixels = bytes(range(16))
    ipco = box(b"ipco", box(b"ispe", struct.pack(">III", 0, 8, 6)) + properties)
    count = 1 + (properties != b"")
    marks = bytes(range(1, count + 1))
    ipma = box(b"ipma", struct.pack(">IIHB", 0, 1, 1, count) + marks)
    infe = box(b"infe", b"\2\0\0\0" + struct.pack(">HH4s", 1, 0, b"av01") + b"\0")
    rest = box(b"pitm", struct.pack(">IH", 0, 1)) + box(b"iinf", struct.pack(">IH", 0, 1) + infe)
    rest += box(b"iprp", ipco + ipma) + (box(b"idat", pixels) if idat else b"")
    handler = box(b"hdlr", struct.pack(">II4s", 0, 0, b"pict") + bytes(13))
    head = box(b"ftyp", b"avif\0\0\0\0avifmif1")

    def meta(place: int) -> bytes:
        item = struct.pack(">I" if version == 2 else ">H", 1)
        item += struct.pack(">H", int(idat)) if version else b""
        first, second = (place, 0) if base else (0, place)
        item += struct.pack(">H", 0) + (struct.pack(">I", first) if base else b"")
        item += struct.pack(">HII", 1, second, 16)
        number = struct.pack(">I" if version == 2 else ">H", 1)
        iloc = bytes((version, 0, 0, 0, 0x44, 0x40 if base else 0)) + number + item
        return box(b"meta", b"\0\0\0\0" + handler + rest + box(b"iloc", iloc))

    place = 0 if idat else len(head) + len(meta(0)) + 8
    return head + meta(place) + (b"" if idat else box(b"mdat", pixels))
