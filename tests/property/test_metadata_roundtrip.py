"""Whatever goes in comes out, and whatever is thrown at the readers ends well."""

import struct
from contextlib import suppress

from hypothesis import given
from hypothesis import strategies as st

from cutline.metadata import (
    Licensor,
    Reading,
    Stamp,
    audit,
    embed,
    exif,
    iim,
    packet,
    photoshop,
    read,
    read_task,
    reading_from,
    xmp,
)
from cutline.metadata.containers.jpeg import segments
from cutline.metadata.labels import is_label
from cutline.metadata.text import clean
from cutline.model import ReadError
from unit.metadata import build

words = st.text(st.characters(exclude_categories=("Cs",)), max_size=80).map(clean)
named = words.filter(bool)
stamps = st.builds(
    Stamp,
    creators=st.lists(named, max_size=3).map(tuple),
    credit_line=words,
    copyright_notice=words,
    web_statement=words,
    usage_terms=words,
    licensors=st.lists(st.builds(Licensor, named, words), max_size=2).map(tuple),
    digital_source_type=words,
    data_mining=words,
    alt_text=words,
    caption=words,
)


@given(stamps)
def test_a_packet_says_what_the_stamp_says(stamp: Stamp) -> None:
    """XML keeps every letter."""
    made = packet.build(stamp)
    values = xmp.read(made).values if made else {}
    licensors = tuple(
        {key: text for key, text in (("licensorName", row.name), ("licensorUrl", row.url)) if text}
        for row in stamp.licensors
    )
    assert values.get("creatorNames", ()) == stamp.creators
    assert values.get("creditLine", "") == stamp.credit_line
    assert values.get("licensors", ()) == licensors
    assert getattr(values.get("description"), "words", {}).get("x-default", "") == stamp.caption
    assert (
        getattr(values.get("altTextAccessibility"), "words", {}).get("x-default", "")
        == stamp.alt_text
    )


@given(stamps)
def test_stamped_renditions_pass_their_audit(stamp: Stamp) -> None:
    """Whatever the words, every format reads back as it should, the same each time."""
    for bare in (build.jpeg(), build.avif(version=1), build.still_webp()):
        stamped = embed(bare, stamp)
        assert audit(stamped, stamp) == ()
        assert embed(bare, stamp) == stamped


@given(st.lists(named, max_size=4), words)
def test_iim_keeps_words_up_to_its_limits(creators: list[str], caption: str) -> None:
    """A prefix of whole letters, at most as long as the limit, and all of it if it fits."""
    block = iim.build([*(("creatorNames", name) for name in creators), ("description", caption)])
    found = iim.read(block)
    assert "iim-broken" not in found.problems
    back = [word.text for word in found.values.get("creatorNames", [])]
    expected = [clean(name.encode()[:32].decode(errors="ignore")) for name in creators]
    assert back == [name for name in expected if name]


@given(words, words, words)
def test_exif_keeps_words(description: str, artist: str, notice: str) -> None:
    """UTF-8 in ASCII fields, whatever their length."""
    found = exif.read(memoryview(exif.build(description, artist, notice)))
    rows = ((exif.DESCRIPTION, description), (exif.ARTIST, artist), (exif.COPYRIGHT, notice))
    assert found.values == {tag: text for tag, text in rows if text}


HEADS = (
    b"",
    b"\xff\xd8",
    b"\xff\xd8\xff\xe1",
    b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
    b"RIFF\xff\xff\0\0WEBP",
    b"II*\0\x08\0\0\0",
    b"MM\0+\0\x08\0\0",
    b"\0\0\0\x18ftypavif\0\0\0\0avifmif1\0\0\1\0meta\0\0\0\0",
)


@given(st.sampled_from(HEADS), st.binary(max_size=400))
def test_random_bytes_end_in_a_reading_or_a_read_error(head: bytes, rest: bytes) -> None:
    """And what is read crosses the border of the cage."""
    try:
        reading = read(head + rest)
    except ReadError:
        return
    answer, _ = read_task({}, [head + rest])
    assert reading_from(answer) == reading


WHOLE = (
    embed(build.jpeg(), Stamp(creators=("Ana",), caption="Fire", licensors=(Licensor("A", "b"),))),
    embed(build.avif(version=1), Stamp(creators=("Ana",), caption="Fire")),
    embed(build.still_webp(), Stamp(creators=("Ana",), caption="Fire")),
    build.png((b"eXIf", build.tiff({271: b"Acme", 274: 6}, {36867: b"2026:04:06 18:19:35"}))),
    build.webp((b"EXIF", build.tiff({271: b"Acme", 274: 6}, {36867: b"2026:04:06 18:19:35"}))),
    build.tiff({256: 8, 257: 6, 700: build.xmp("<dc:title>x</dc:title>"), 315: b"Ana"}),
)


@given(
    st.sampled_from(WHOLE),
    st.lists(st.tuples(st.floats(0, 0.999), st.integers(0, 255)), max_size=6),
)
def test_damaged_files_end_in_a_reading_or_a_read_error(
    whole: bytes, damage: list[tuple[float, int]]
) -> None:
    """A few wrong bytes anywhere."""
    data = bytearray(whole)
    for place, value in damage:
        data[int(place * len(data))] = value
    with suppress(ReadError):
        read(bytes(data))
    assert isinstance(audit(bytes(data), Stamp()), tuple)


plain_data = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
)
PARTS = ("format", "size", "orientation", "fields", "capture", "problems", "pixels")


@given(st.sampled_from(PARTS), plain_data)
def test_a_worker_can_send_what_it_likes(part: str, value: object) -> None:
    """The parent gives a reading or a ReadError."""
    answer, _ = read_task({}, [build.jpeg()])
    assert isinstance(answer, dict)
    with suppress(ReadError):
        assert isinstance(reading_from({**answer, part: value}), Reading)


@given(st.text(max_size=300))
def test_any_text_is_a_label_or_not(caption: str) -> None:
    """No text is too odd to be looked at."""
    assert is_label(caption) in (True, False)


markers = st.sampled_from([*range(0xE0, 0xF0), 0xFE, 0xDB, 0xC4])


@given(st.lists(st.tuples(markers, st.binary(max_size=60)), max_size=12))
def test_segments_come_back_in_order(rows: list[tuple[int, bytes]]) -> None:
    """Marker and payload of each; bytes between them are skipped."""
    made = [build.segment(marker, payload) for marker, payload in rows]
    whole = build.jpeg()
    for between in (b"", b"\0\0", b"xx\xff"):
        data = whole[:2] + b"".join(between + segment for segment in made) + between + whole[2:]
        found = list(segments(memoryview(data)))
        back = [(each.marker, bytes(each.payload)) for each in found]
        assert back[: len(rows)] == rows
        assert found[-1].marker == 0xDA


@given(st.lists(st.tuples(st.integers(0, 0xFFFF), st.binary(max_size=40)), max_size=8))
def test_resources_come_back_in_order(rows: list[tuple[int, bytes]]) -> None:
    """Whatever their numbers and lengths."""
    block = photoshop.build(tuple(rows))
    assert photoshop.Resources.read(block) == photoshop.Resources(tuple(rows))


@given(st.binary(max_size=200), st.integers(0, 0xFFFF))
def test_directories_of_any_length_end(block: bytes, count: int) -> None:
    """A count beyond the data reads what is there."""
    data = b"II*\0\x08\0\0\0" + struct.pack("<H", count) + block
    assert exif.read(memoryview(data)).orientation in range(9)
