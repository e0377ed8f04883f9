"""Reading a stamped rendition back: it says all that it should, and nothing else.

The check does not trust the writer: it walks the finished bytes anew, to the end.
"""

import re

from cutline.metadata import boxes, exif, iim, photoshop, xmp
from cutline.metadata.containers import Blocks, jpeg, webp
from cutline.metadata.containers.isobmff import XMP_TYPE, Meta
from cutline.metadata.embed_jpeg import datasets, is_bare, name_of
from cutline.metadata.embed_webp import BARE, PICTURE, XMP
from cutline.metadata.ifd import Tree
from cutline.metadata.packet import build
from cutline.metadata.properties import clark
from cutline.metadata.reading import read
from cutline.metadata.stamp import Stamp
from cutline.model import ReadError

_XMP_ALLOWED = frozenset(
    clark(name)
    for name in (
        "dc:creator",
        "dc:description",
        "dc:rights",
        "Iptc4xmpCore:AltTextAccessibility",
        "Iptc4xmpExt:DigitalSourceType",
        "photoshop:Credit",
        "plus:DataMining",
        "plus:Licensor",
        "xmpRights:UsageTerms",
        "xmpRights:WebStatement",
    )
)
_LICENSOR_ALLOWED = frozenset((clark("plus:LicensorName"), clark("plus:LicensorURL")))
_IIM_ALLOWED = frozenset(((1, 90), (2, 0), (2, 80), (2, 110), (2, 116), (2, 120)))
_EXIF_ALLOWED = frozenset((exif.DESCRIPTION, exif.ARTIST, exif.COPYRIGHT, exif.EXIF_IFD))
_INNER_ALLOWED = frozenset((exif.VERSION, exif.COLOUR_SPACE))
_ITEMS_ALLOWED = frozenset((b"av01", b"mime", b"grid"))
_META_ALLOWED = frozenset((b"hdlr", b"pitm", b"iloc", b"iinf", b"iref", b"iprp", b"idat"))
_MARKER = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")


def audit(rendition: bytes, stamp: Stamp) -> tuple[str, ...]:
    """Complaints about a finished rendition; none is good.

    Args:
        rendition: The bytes that would be published.
        stamp: What they should say.
    """
    try:
        reading = read(rendition)
    except ReadError as fault:
        return (f"the rendition {fault.message}",)
    complaints = [
        f"the rendition has {code}"
        for code in reading.problems
        if not code.startswith("value-truncated")
    ]
    checks = {"jpeg": _jpeg, "avif": _avif, "webp": _webp}
    if reading.format not in checks:
        return (*complaints, f"the rendition is a {reading.format}")
    try:
        complaints += checks[reading.format](rendition, stamp)
    except ReadError as fault:
        complaints.append(f"the rendition {fault.message}")
    if reading.capture:
        complaints.append(f"the rendition tells of the camera: {', '.join(reading.capture)}")
    return tuple(complaints)


def _jpeg(rendition: bytes, stamp: Stamp) -> list[str]:
    complaints: list[str] = []
    data = memoryview(rendition)
    carried, end = [], 2
    for segment in jpeg.segments(data):
        payload, end = segment.payload, segment.end
        if segment.marker == 0xE1 and segment.begins(b"Exif\0\0"):
            carried.append("Exif")
            complaints += _exif(payload[6:], stamp)
        elif segment.marker == 0xE1 and segment.begins(jpeg.XMP + b"\0"):
            carried.append("XMP")
            complaints += _packet(bytes(payload[len(jpeg.XMP) + 1 :]), stamp)
        elif segment.marker == 0xED and segment.begins(jpeg.PHOTOSHOP):
            carried.append("IIM")
            complaints += _photoshop(bytes(payload[14:]), stamp)
        elif not is_bare(segment):
            complaints.append(f"the rendition carries {name_of(segment)}")
    if sorted(carried) != (["Exif", "IIM", "XMP"] if build(stamp) else []):
        complaints.append(f"the rendition carries {', '.join(carried) or 'no words'}")
    return complaints + _after_scan(rendition, end)


def _after_scan(rendition: bytes, position: int) -> list[str]:
    """From the first scan on: tables and scans only, then the end of the image, then nothing."""
    found = _MARKER.search(rendition, position)
    while found:
        marker, position = found[0][1], found.end()
        if marker == 0xD9:
            return [] if position == len(rendition) else ["the rendition goes on after its picture"]
        if 0xE0 <= marker <= 0xEF or marker == 0xFE:
            return ["the rendition carries data between its scans"]
        position += int.from_bytes(rendition[position : position + 2], "big")
        found = _MARKER.search(rendition, position)
    return ["the rendition has no end"]


def _exif(block: memoryview, stamp: Stamp) -> list[str]:
    """Only our three texts and the colour space; no second directory, so no thumbnail."""
    tree = Tree.open(block)
    main = tree.directory(tree.first)
    if main is None:
        return ["the Exif of the rendition is damaged"]
    inner = tree.directory(tree.number(main.entries.get(exif.EXIF_IFD)))
    foreign = main.entries.keys() - _EXIF_ALLOWED
    foreign |= (inner.entries.keys() if inner else set()) - _INNER_ALLOWED
    complaints = [f"the Exif of the rendition has tag {tag}" for tag in sorted(foreign)]
    if main.following or (inner and inner.following):
        complaints.append("the Exif of the rendition has a thumbnail's directory")
    if exif.build(stamp.caption, "; ".join(stamp.creators), stamp.copyright_notice) != bytes(block):
        complaints.append("the Exif of the rendition does not say what it should")
    return complaints


def _photoshop(block: bytes, stamp: Stamp) -> list[str]:
    resources = photoshop.Resources.read(block)
    complaints = [
        f"the rendition has Photoshop resource 0x{number:04X}"
        for number, _ in resources.items
        if number not in (photoshop.IIM, photoshop.DIGEST)
    ]
    bodies = b"".join(body for number, body in resources.items if number == photoshop.IIM)
    rows, _ = iim.datasets(bodies)
    foreign = {(record, number) for record, number, _ in rows} - _IIM_ALLOWED
    complaints += [
        f"the IIM of the rendition has {record}:{number}" for record, number in sorted(foreign)
    ]
    if bodies != datasets(stamp):
        complaints.append("the IIM of the rendition does not say what it should")
    return complaints


def _packet(packet: bytes, stamp: Stamp) -> list[str]:
    """Nothing beyond the whitelist, and every field of the stamp with its words."""
    problems: list[str] = []
    nodes = xmp.properties(packet, problems)
    complaints = [f"the XMP of the rendition is {code}" for code in problems]
    complaints += [
        f"the XMP of the rendition has {name}" for name in sorted(nodes.keys() - _XMP_ALLOWED)
    ]
    for row in _rows(nodes.get(clark("plus:Licensor"))):
        complaints += [
            f"the licensor has {name}" for name in sorted(row.keys() - _LICENSOR_ALLOWED)
        ]
    wanted = xmp.properties(build(stamp), problems)
    for name in sorted(wanted.keys() | (nodes.keys() & _XMP_ALLOWED)):
        if nodes.get(name) != wanted.get(name):
            complaints.append(f"the XMP of the rendition lacks or changes {name.partition('}')[2]}")
    return complaints


def _rows(node: object) -> list[dict[str, object]]:
    return [row for row in node if isinstance(row, dict)] if isinstance(node, list) else []


def _avif(rendition: bytes, stamp: Stamp) -> list[str]:
    complaints: list[str] = []
    data = memoryview(rendition)
    top = list(boxes.boxes(data, 0, len(data)))
    strange = {box.kind for box in top} - {b"ftyp", b"meta", b"mdat"}
    meta_box = next(box for box in top if box.kind == b"meta")
    meta = Meta.read(data, meta_box)
    strange |= meta.children.keys() - _META_ALLOWED
    strange |= {item.kind for item in meta.items} - _ITEMS_ALLOWED
    complaints += [f"the rendition has a part {kind.decode('latin-1')}" for kind in sorted(strange)]
    packets = [item for item in meta.items if item.kind == b"mime"]
    complaints += [
        f"the rendition carries {item.content_type.decode('latin-1')}"
        for item in packets
        if item.content_type != XMP_TYPE
    ]
    if len(packets) != bool(build(stamp)):
        complaints.append(f"the rendition has {len(packets)} XMP packets")
    for item in packets:
        content = meta.content(item.id, Blocks("avif"))
        complaints += _packet(content, stamp)
    return complaints + _idle(meta, top)


def _idle(meta: Meta, top: list[boxes.Box]) -> list[str]:
    """Bytes in media boxes that belong to no item could carry anything."""
    used = sum(
        extent.length
        for row in meta.locations.values()
        if row.method == 0
        for extent in row.extents
    )
    room = sum(box.end - box.body for box in top if box.kind == b"mdat")
    return ["the rendition has media that belongs to nothing"] if room > used else []


def _webp(rendition: bytes, stamp: Stamp) -> list[str]:
    """One picture, one packet, announced; nothing in paddings or behind the last chunk."""
    found = list(webp.chunks(memoryview(rendition)))
    names = [chunk.name for chunk in found]
    complaints = [
        f"the rendition has a part {name.decode('latin-1')}"
        for name in sorted(set(names) - BARE - {b"XMP "})
    ]
    if any(names.count(name) > 1 for name in names) or sum(map(names.count, PICTURE)) != 1:
        complaints.append("the rendition is more than one still picture")
    if found[-1].end != len(rendition):
        complaints.append("the rendition goes on after its picture")
    if any(any(rendition[chunk.start + 8 + len(chunk.body) : chunk.end]) for chunk in found):
        complaints.append("the rendition has data between its parts")
    if names.count(b"XMP ") != bool(build(stamp)) or _announced(found) != names.count(b"XMP "):
        complaints.append(f"the rendition has {names.count(b'XMP ')} XMP packets")
    for chunk in found:
        if chunk.name == b"XMP ":
            complaints += _packet(bytes(chunk.body), stamp)
    return complaints


def _announced(found: list[webp.Chunk]) -> bool:
    """Whether the header says that there is XMP."""
    return found[0].name == b"VP8X" and bool(found[0].body[0] & XMP)
