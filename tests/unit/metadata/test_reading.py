"""What each container says is found, by content and not by name."""

import hashlib
import struct
import zlib

import pytest

from cutline.metadata import photograph, read
from cutline.model import LangText, ReadError, Size
from unit.metadata import build

PACKET = build.xmp("<photoshop:Headline>Crews rest</photoshop:Headline>")
EXIF = build.tiff({271: b"Acme", 274: 6, 315: "Žofie Nováková".encode()})


@pytest.mark.parametrize(
    ("data", "format"),
    [
        (build.jpeg(build.app1_xmp(PACKET), build.app1_exif(EXIF)), "jpeg"),
        (build.png((b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + PACKET), (b"eXIf", EXIF)), "png"),
        (build.webp((b"XMP ", PACKET), (b"EXIF", b"Exif\0\0" + EXIF)), "webp"),
    ],
)
def test_every_container_carries_xmp_and_exif(data: bytes, format: str) -> None:
    """Headline by XMP, creator and turn by Exif, the size as stored."""
    reading = read(data)
    assert (reading.format, reading.size, reading.orientation) == (format, Size(8, 6), 6)
    assert reading.metadata.text("headline") == "Crews rest"
    assert reading.metadata.texts("creatorNames") == ("Žofie Nováková",)
    assert reading.metadata.fields["creatorNames"].origin == "exif"
    assert (reading.upright, reading.capture["make"], reading.problems) == (Size(6, 8), "Acme", ())


def test_tiff_is_its_own_exif() -> None:
    """Tags of the first directory are both picture and metadata; one page."""
    tags: dict[int, bytes | int] = {256: 8, 257: 6, 259: 6, 277: 3, 270: b"Crews rest", 700: PACKET}
    reading = read(build.tiff(tags, order="<"))
    assert (reading.format, reading.size) == ("tiff", Size(8, 6))
    assert reading.pixels.compression == "old-jpeg"
    assert reading.pixels.pages == 1
    assert reading.metadata.text("description") == "Crews rest"
    assert reading.metadata.text("headline") == "Crews rest"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "is empty"),
        (b"GIF89a" + bytes(20), "is a GIF; cutline publishes JPEG, TIFF, PNG, WebP and AVIF"),
        (b"%PDF-1.4", "is a PDF"),
        (b"<svg xmlns='x'>", "is an SVG"),
        (b"hello", "no picture of a known format"),
        (b"\xff\xd8\xff\xd9", "JPEG without a picture"),
        (b"\xff\xd8\xff\xc0\0\x04\x08\0\xff\xda\0\x02", "damaged frame header"),
        (build.jpeg(width=0), "0 × 6 pixels"),
        (build.box(b"ftyp", b"isom\0\0\0\0isom"), "is a film"),
        (build.box(b"ftyp", b"avif\0\0\0\0"), "damaged AVIF"),
        (b"II*\0\x08\0\0\0\0\0", "TIFF without a picture"),
        (build.tiff({254: 1, 256: 8, 257: 6}), "camera raw"),
    ],
)
def test_what_is_no_photograph_is_refused_in_one_sentence(data: bytes, words: str) -> None:
    """The sentence says what it is instead."""
    with pytest.raises(ReadError, match=words):
        read(data)


def test_facts_that_limits_need() -> None:
    """Progressive, interlaced, pages: known before anything is decoded."""
    assert read(build.jpeg(frame=0xC2)).pixels.progressive
    assert not read(build.jpeg()).pixels.progressive
    assert read(build.png(interlaced=True)).pixels.progressive
    assert read(build.png((b"acTL", struct.pack(">II", 7, 0)))).pixels.pages == 7
    assert read(build.webp((b"ANMF", b""), (b"ANMF", b""))).pixels.pages == 2


def test_extended_xmp_is_put_together() -> None:
    """Portions in any order, named by the standard packet's digest; the standard packet wins."""
    more = build.xmp(
        "<photoshop:Headline>Long</photoshop:Headline><photoshop:City>Oslo</photoshop:City>"
    )
    name = hashlib.md5(more).hexdigest().upper()
    main = build.xmp(
        "<photoshop:Headline>Short</photoshop:Headline>", f'xmpNote:HasExtendedXMP="{name}"'
    )
    half = len(more) // 2
    header = b"http://ns.adobe.com/xmp/extension/\0" + name.encode() + struct.pack(">I", len(more))
    first, second = (
        build.segment(0xE1, header + struct.pack(">I", at) + part)
        for at, part in ((0, more[:half]), (half, more[half:]))
    )
    reading = read(build.jpeg(second, build.app1_xmp(main), first))
    assert (reading.metadata.text("headline"), reading.metadata.text("cityName")) == (
        "Short",
        "Oslo",
    )
    broken = read(build.jpeg(build.app1_xmp(main), first))
    assert broken.problems == ("xmp-extension-broken",)


def test_a_resource_block_may_be_split_over_segments() -> None:
    """APP13 payloads are joined before they are walked."""
    block = build.resource(0x0404, build.UTF8 + build.dataset(105, b"Crews rest"))
    parts = [build.segment(0xED, b"Photoshop 3.0\0" + part) for part in (block[:21], block[21:])]
    assert read(build.jpeg(*parts)).metadata.text("headline") == "Crews rest"


def test_packed_text_in_png_is_capped() -> None:
    """A kilobyte that unpacks to gigabytes is refused, not unpacked."""
    bomb = zlib.compress(bytes(20_000_000))
    with pytest.raises(ReadError, match="8 MB of metadata"):
        read(build.png((b"iTXt", b"XML:com.adobe.xmp\0\1\0\0\0" + bomb)))


def test_too_much_metadata_is_refused() -> None:
    """8 MB is the most that a photograph may carry."""
    with pytest.raises(ReadError, match="8 MB of metadata"):
        read(build.webp((b"XMP ", bytes(9_000_000))))


@pytest.mark.parametrize(
    "filling",
    [
        build.segment(0xE5, b"") * 100_001,
        b"x" * 70_000,
        b"x" * 40_000 + build.segment(0xE5, b"") + b"x" * 40_000,
    ],
)
def test_a_walk_through_rubbish_ends(filling: bytes) -> None:
    """So many segments, so much between them, and no more."""
    whole = build.jpeg()
    with pytest.raises(ReadError, match="without a picture"):
        read(whole[:2] + filling + whole[2:])
    assert read(whole[:2] + b"xx\xff\xff" + whole[2:]).size == Size(8, 6)


IMAGES = {
    "jpeg": build.jpeg(),
    "long jpeg": build.jpeg()[:-2] + b"\xff\0" * 70_000 + b"\xff\xd9",
    "png": build.png(),
    "webp": build.webp((b"VP8 ", bytes(20))),
    "avif": build.avif(),
}


@pytest.mark.parametrize("kind", IMAGES)
def test_a_picture_that_ends_too_early_is_noticed(kind: str) -> None:
    """Two bytes less are enough; what stands behind the end of a whole one does no harm."""
    whole = IMAGES[kind]
    assert read(whole).problems == ()
    assert "truncated" in read(whole[:-2]).problems
    if kind != "avif":  # whose boxes go on to the end of the file
        assert read(whole + b"behind it").problems == ()


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize(("begin", "length"), [(273, 279), (324, 325)])
def test_strips_and_tiles_lie_inside_the_file(order: str, begin: int, length: int) -> None:
    """Where they begin, and how long they are; one whose bytes are not counted begins inside."""
    counted: dict[int, bytes | int] = {256: 8, 257: 6, begin: 60, length: 30}
    size = len(build.tiff(counted, order=order))
    assert read(build.tiff(counted, order=order) + bytes(90 - size)).problems == ()
    assert read(build.tiff(counted, order=order) + bytes(89 - size)).problems == ("truncated",)
    uncounted: dict[int, bytes | int] = {256: 8, 257: 6, begin: 500}
    assert read(build.tiff(uncounted, order=order)).problems == ("truncated",)


@pytest.mark.parametrize("end", [b"\xff", b"x\xff", b"\xff\xe0\0\4xxx\xff"])
def test_a_file_that_ends_within_a_marker_ends_the_walk(end: bytes) -> None:
    """The half of a marker is not read beyond the end of the file."""
    with pytest.raises(ReadError, match="without a picture"):
        read(b"\xff\xd8" + b"xxx" + end)


def test_a_packet_of_countless_tags_is_left_alone() -> None:
    """It costs more than it can say."""
    packet = build.xmp("<xmp:Label/>" * 400_001)
    assert read(build.webp((b"XMP ", packet))).problems == ("xmp-too-large",)


def test_a_directory_that_names_itself_ends() -> None:
    """Loops in a TIFF structure are read once."""
    loop = (
        b"MM\0*\0\0\0\x08" + b"\0\1" + struct.pack(">HHII", 34665, 4, 1, 8) + struct.pack(">I", 8)
    )
    assert read(build.jpeg(build.app1_exif(loop))).metadata.fields == {}


@pytest.mark.parametrize(
    ("kind", "value", "expected"),
    [(b"irot", 1, 8), (b"irot", 2, 3), (b"irot", 3, 6), (b"imir", 0, 4), (b"imir", 1, 2)],
)
def test_avif_turns_as_its_container_says(kind: bytes, value: int, expected: int) -> None:
    """irot counts quarter turns anticlockwise; decoders apply both by themselves."""
    reading = read(build.avif(properties=build.box(kind, bytes((value,)))))
    assert (reading.orientation, reading.pixels.turned) == (expected, expected)


@pytest.mark.parametrize("artist", [b";", b" ; ;"])
def test_an_artist_of_separators_names_nobody(artist: bytes) -> None:
    """And the answer of a confined reader can be understood: a value is never empty."""
    reading = read(build.jpeg(build.app1_exif(build.tiff({270: b"A hill.", 315: artist}))))
    assert set(reading.metadata.fields) == {"description"}


def test_a_photograph_is_upright() -> None:
    """The desk never meets stored sizes."""
    data = build.jpeg(build.app1_exif(EXIF))
    shot = photograph(read(data), "a" * 64, "fire.jpg")
    assert (shot.size, shot.orientation, shot.name) == (Size(6, 8), 6, "fire.jpg")


def test_a_photograph_is_turned_once() -> None:
    """A decoder of AVIF turns by itself: nothing is left to do, and the size is upright."""
    reading = read(build.avif(properties=build.box(b"irot", b"\3")))
    shot = photograph(reading, "a" * 64, "fire.avif")
    assert (reading.size, reading.orientation) == (Size(8, 6), 6)
    assert (shot.size, shot.orientation) == (Size(6, 8), 1)


def test_languages_are_kept() -> None:
    """x-default comes first, the others follow."""
    body = (
        "<dc:description><rdf:Alt><rdf:li xml:lang='nb'>Brann</rdf:li>"
        "<rdf:li xml:lang='x-default'>Fire</rdf:li></rdf:Alt></dc:description>"
    )
    reading = read(build.jpeg(build.app1_xmp(build.xmp(body))))
    value = reading.metadata.fields["description"].value
    assert isinstance(value, LangText)
    assert list(value.words.items()) == [("x-default", "Fire"), ("nb", "Brann")]
