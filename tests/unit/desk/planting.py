"""Photographs that say more than they should: every secret by name, in every format."""

import base64
import hashlib
import io
import struct
import subprocess
from pathlib import Path

from PIL import Image

from unit.desk.desks import picture
from unit.metadata import build

THUMBNAIL = 200, 133
KINDS = ("jpg", "tif", "png", "webp")
XMP_ONLY = {
    "gps-xmp": ("-XMP-exif:GPSMapDatum", "-XMP-iptcExt:LocationCreatedLocationName"),
    "serial-xmp": ("-XMP-aux:SerialNumber", "-XMP-exifEX:SerialNumber", "-XMP-aux:LensID"),
    "lens-xmp": ("-XMP-exifEX:LensSerialNumber", "-XMP-aux:LensSerialNumber"),
    "face-mwg": ("-XMP-mwg-rs:RegionName", "-XMP-MP:RegionPersonDisplayName"),
    "contact-url": ("-XMP-iptcCore:CreatorWorkURL", "-XMP-plus:ImageSupplierImageID"),
    "contact-mail": ("-XMP-iptcCore:CreatorWorkEmail", "-XMP-plus:LicensorEmail"),
    "contact-address": ("-XMP-iptcCore:CreatorAddress", "-XMP-plus:LicensorStreetAddress"),
    "contact-city": ("-XMP-iptcCore:CreatorCity", "-XMP-iptcCore:CreatorPostalCode"),
    "contact-phone": ("-XMP-iptcCore:CreatorWorkTelephone", "-XMP-plus:LicensorTelephone1"),
    "instructions-xmp": ("-XMP-photoshop:Instructions",),
    "history-ps": ("-XMP-photoshop:History", "-XMP-photoshop:DocumentAncestors"),
    "history-mm": ("-XMP-xmpMM:HistoryParameters", "-XMP-xmpMM:DocumentID"),
    "derived-mm": ("-XMP-xmpMM:DerivedFromDocumentID", "-XMP-xmpMM:PreservedFileName"),
    "keyword-xmp": ("-XMP-dc:Subject", "-XMP-lr:HierarchicalSubject"),
    "person-xmp": ("-XMP-iptcExt:PersonInImage", "-XMP-iptcExt:ModelAge"),
}
EXIF = {
    "gps-exif": ("-GPSMapDatum", "-GPSAreaInformation"),
    "serial-exif": ("-ExifIFD:SerialNumber",),
    "lens-exif": ("-ExifIFD:LensSerialNumber",),
    "owner-exif": ("-ExifIFD:OwnerName",),
    "camera-exif": ("-IFD0:Model", "-ExifIFD:LensModel"),
    "comment-exif": ("-ExifIFD:UserComment",),
    "comment-xp": ("-IFD0:XPComment", "-IFD0:XPKeywords"),
    "unique-exif": ("-ExifIFD:ImageUniqueID",),
}
IIM = {
    "instructions-iim": ("-IPTC:SpecialInstructions",),
    "contact-iim": ("-IPTC:Contact",),
    "keyword-iim": ("-IPTC:Keywords",),
}
COMMENT = {"comment-file": ("-Comment",)}
TAGS = {
    "jpg": (XMP_ONLY, EXIF, IIM, COMMENT),
    "tif": (XMP_ONLY, EXIF, IIM),
    "png": (XMP_ONLY, EXIF, COMMENT),
    "webp": (XMP_ONLY, EXIF),
}
BY_HAND = ("maker-note", "extended-xmp", "region-iptc", "multi-picture")


def secret(name: str, kind: str) -> str:
    """The words planted for one name in one format: found nowhere by chance."""
    return f"{name}-Zürich-{hashlib.sha256(f'{name} {kind}'.encode()).hexdigest()[:12]}"


def secrets(kind: str) -> dict[str, str]:
    """Everything planted as text in a photograph of this format."""
    names = [name for group in TAGS[kind] for name in group]
    more = BY_HAND if kind == "jpg" else BY_HAND[:1] if kind == "webp" else ()
    return {name: secret(name, kind) for name in (*names, *more)}


def thumbnail() -> bytes:
    """A small JPEG, the same for all places."""
    out = io.BytesIO()
    picture(7, THUMBNAIL).save(out, "JPEG", quality=60)
    return out.getvalue()


def traces(text: str) -> tuple[bytes, ...]:
    """How words may stand in a file."""
    forms = (text.encode(), text.encode("latin-1"), text.encode("utf-16-le"))
    return (*forms, text.encode("utf-16-be"), base64.b64encode(text.encode()))


def pieces(small: bytes) -> tuple[bytes, ...]:
    """Parts of a thumbnail that no other picture has, as they are and in base64."""
    middle, packed = len(small) // 2, base64.b64encode(small)
    return small[middle : middle + 48], small[-80:-32], packed[900:964], packed[-200:-136]


def plant(exiftool: Path, path: Path, small: Path) -> None:
    """Write a photograph of 900 x 600 with everything that its format can hold.

    Args:
        exiftool: The program that plants.
        path: What to write; its suffix says the format.
        small: A file with the thumbnail.
    """
    kind = path.suffix[1:]
    planted = secrets(kind)
    exif = Image.Exif()
    exif[0x010F] = "Acme"
    if "maker-note" in planted:
        exif.get_ifd(0x8769)[0x927C] = planted["maker-note"].encode()
    picture(3, (900, 600)).save(path, exif=exif, **({"quality": 92} if kind == "jpg" else {}))
    words = [
        f"{tag}={planted[name]}"
        for group in TAGS[kind]
        for name, tags in group.items()
        for tag in tags
    ]
    words += ["-GPSLatitude=52.520008", "-GPSLatitudeRef=N", "-XMP-exif:GPSLatitude=52.520008"]
    words += ["-GPSLongitude=13.404954", "-GPSLongitudeRef=E", "-XMP-mwg-rs:RegionType=Face"]
    words += [f"-XMP-xmp:ThumbnailImage<={small}", "-XMP-xmp:ThumbnailFormat=JPEG"]
    words += [f"-ThumbnailImage<={small}", f"-Photoshop:PhotoshopThumbnail<={small}"]
    words += ["-XMP-dc:Creator=Ana Silva", "-XMP-dc:Rights=© 2023 Ana Silva"]
    subprocess.run(
        [exiftool, "-q", "-q", "-m", "-overwrite_original", *words, path], check=True, timeout=60
    )
    if kind == "jpg":
        path.write_bytes(_more(path.read_bytes(), planted, small.read_bytes()))


def _more(data: bytes, planted: dict[str, str], small: bytes) -> bytes:
    """What ExifTool does not write: JFXX, 0x0409, ExtendedXMP, a region, a second picture."""
    region = (
        "<Iptc4xmpExt:ImageRegion><rdf:Bag><rdf:li rdf:parseType='Resource'><Iptc4xmpExt:Name>"
        f"<rdf:Alt><rdf:li xml:lang='x-default'>{planted['region-iptc']}</rdf:li></rdf:Alt>"
        "</Iptc4xmpExt:Name></rdf:li></rdf:Bag></Iptc4xmpExt:ImageRegion>"
        f"<photoshop:City>{planted['extended-xmp']}</photoshop:City>"
    )
    packet = build.xmp(region)
    name = hashlib.md5(packet).hexdigest().upper().encode()
    header = b"http://ns.adobe.com/xmp/extension/\0" + name + struct.pack(">II", len(packet), 0)
    marked = data.replace(
        b"<rdf:Description rdf:about=''",
        b"<rdf:Description rdf:about='' xmlns:xmpNote='http://ns.adobe.com/xmp/note/' "
        b"xmpNote:HasExtendedXMP='" + name + b"'",
        1,
    )
    grown = len(marked) - len(data)
    at = marked.index(b"http://ns.adobe.com/xap/1.0/\0") - 2
    length = int.from_bytes(marked[at : at + 2], "big") + grown
    marked = marked[:at] + struct.pack(">H", length) + marked[at + 2 :]
    bitmap = struct.pack(">IIIIIIHH", 1, *THUMBNAIL, 600, 79800, len(small), 24, 1) + small
    front = build.segment(0xE0, b"JFXX\0\x10" + small) + build.segment(0xE1, header + packet)
    front += build.segment(0xE2, b"MPF\0" + planted["multi-picture"].encode())
    front += build.segment(0xED, b"Photoshop 3.0\0" + build.resource(0x0409, bitmap))
    end = 4 + int.from_bytes(marked[4:6], "big")  # behind JFIF
    return marked[:end] + front + marked[end:] + small
