"""Who is believed: XMP, IIM, Exif; the digest; values cut at their limit (decision 0003)."""

import hashlib
from pathlib import Path

import pytest

from cutline.metadata import Reading, dates, read
from unit.metadata import build


def photograph(
    xmp: str = "", iim: bytes = b"", exif: dict[int, bytes | int] | None = None, digest: bytes = b""
) -> Reading:
    block = build.UTF8 + iim
    resources = [(0x0404, block)] if iim else []
    if digest:
        resources.append((0x0425, hashlib.md5(block).digest() if digest == b"right" else digest))
    return read(
        build.jpeg(
            build.app1_exif(build.tiff(exif or {271: b"Acme"})),
            build.app1_xmp(build.xmp(xmp)),
            build.app13(*resources),
        )
    )


XMP = "<dc:description>From XMP</dc:description>"
IIM = build.dataset(120, b"From IIM")
EXIF: dict[int, bytes | int] = {270: b"From Exif"}


@pytest.mark.parametrize(
    ("xmp", "iim", "digest", "value", "origin", "others"),
    [
        (XMP, IIM, b"", "From XMP", "xmp", {"iim", "exif"}),
        (XMP, IIM, b"right", "From XMP", "xmp", {"iim", "exif"}),
        (XMP, IIM, bytes(16), "From IIM", "iim", {"xmp", "exif"}),
        ("", IIM, b"", "From IIM", "iim", {"exif"}),
        (XMP, b"", b"", "From XMP", "xmp", {"exif"}),
        ("", b"", b"", "From Exif", "exif", set()),
    ],
)
def test_the_order(
    xmp: str, iim: bytes, digest: bytes, value: str, origin: str, others: set[str]
) -> None:
    """XMP before IIM before Exif; IIM first where its digest shows that it was changed last."""
    reading = photograph(xmp, iim, EXIF, digest)
    field = reading.metadata.fields["description"]
    assert (reading.metadata.text("description"), field.origin) == (value, origin)
    assert set(field.differs) == others
    assert ("iptc-digest-stale" in reading.problems) == (digest == bytes(16) and bool(iim))


LONG = "Ana Silva/Agência de Fotografia do Porto"


def test_the_longer_twin_of_a_cut_value_is_used() -> None:
    """IIM wins by digest, but at its limit XMP goes on where IIM stops."""
    cut = LONG.encode()[:32]
    reading = photograph(
        f"<photoshop:Credit>{LONG}</photoshop:Credit>", build.dataset(110, cut), digest=bytes(16)
    )
    field = reading.metadata.fields["creditLine"]
    assert (field.value, field.origin, dict(field.differs)) == (LONG, "xmp", {})
    assert reading.problems == ("iptc-digest-stale",)


def test_a_cut_value_is_no_difference() -> None:
    """The same words, cut at the byte limit, do not disagree; other short words do."""
    cut = photograph(
        f"<photoshop:Credit>{LONG}</photoshop:Credit>", build.dataset(110, LONG.encode()[:32])
    )
    assert dict(cut.metadata.fields["creditLine"].differs) == {}
    short = photograph(
        f"<photoshop:Credit>{LONG}</photoshop:Credit>", build.dataset(110, b"Ana Silva")
    )
    assert dict(short.metadata.fields["creditLine"].differs) == {"iim": "Ana Silva"}


def test_a_cut_value_without_a_twin_is_flagged() -> None:
    """Thirty-two bytes of thirty-two were probably more; three of a country code were not."""
    reading = photograph("", build.dataset(110, b"x" * 32) + build.dataset(100, b"NOR"))
    assert reading.problems == ("value-truncated:creditLine",)


@pytest.mark.parametrize(
    ("number", "id", "limit"),
    [
        (92, "sublocationName", 32),
        (101, "countryName", 64),
        (116, "copyrightNotice", 128),
        (105, "headline", 256),
        (120, "description", 2000),
    ],
)
def test_every_limit_is_known(number: int, id: str, limit: int) -> None:
    """A value that fills its field is flagged; one byte less is a value like others."""
    assert photograph("", build.dataset(number, b"x" * limit)).problems == (
        f"value-truncated:{id}",
    )
    assert photograph("", build.dataset(number, b"x" * (limit - 1))).problems == ()


@pytest.mark.shared
def test_a_camera_clock_gets_no_offset_that_belongs_to_another_date(samples: Path) -> None:
    """Its Exif has an offset for ModifyDate alone; IIM, changed last, says the caption."""
    path = samples / "2-photos" / "artemis2" / "art002e009288orig.jpg"
    reading = read(path.read_bytes())
    taken, capture = reading.metadata.text("dateCreated"), reading.capture
    assert "offsetTime" in capture
    assert "offsetTimeOriginal" not in capture
    assert taken.startswith(capture["dateTimeOriginal"].replace(":", "-", 2)[:10])
    assert not taken.endswith(capture["offsetTime"])
    assert reading.metadata.fields["description"].origin == "iim"


def test_a_cut_value_that_was_copied_is_flagged_too() -> None:
    """XMP made from cut IIM is as short as it was."""
    cut = "x" * 32
    reading = photograph(
        f"<photoshop:Credit>{cut}</photoshop:Credit>", build.dataset(110, cut.encode())
    )
    assert reading.metadata.fields["creditLine"].origin == "xmp"
    assert reading.problems == ("value-truncated:creditLine",)


def test_the_same_in_other_clothes_agrees() -> None:
    """Blanks, one joined list, and a date at another precision are the same."""
    reading = photograph(
        "<dc:creator><rdf:Seq><rdf:li>Ana</rdf:li><rdf:li>Bo</rdf:li></rdf:Seq></dc:creator>"
        "<photoshop:Headline>Crews  rest</photoshop:Headline>"
        "<photoshop:DateCreated>2026-04-06T18:19:35Z</photoshop:DateCreated>",
        build.dataset(105, b"Crews rest")
        + build.dataset(55, b"20260406")
        + build.dataset(80, b"Ana; Bo"),
        {315: b"Ana;Bo"},
    )
    assert [name for name, field in reading.metadata.fields.items() if field.differs] == []


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("2026-04-06", "2026-04-06T18:19:35Z", True),
        ("2026-04-06T18:19:35Z", "2026-04-06T20:19:35+02:00", True),
        ("2026-04-06T18:19:35", "2026-04-06T18:19:35+02:00", True),
        ("2026-04-06T18:19:35Z", "2026-04-06T18:19:35+02:00", False),
        ("2026-04", "2026-05-01", False),
        ("0001-01-01T00:00:00+01:00", "0001-01-01T00:00:00+02:00", True),
        ("yesterday", "yesterday", True),
        ("yesterday", "2026", False),
    ],
)
def test_dates_agree_at_their_own_precision(one: str, other: str, expected: bool) -> None:
    """Instants where both know their offset, local times where one does not."""
    assert dates.agree(one, other) is expected
    assert dates.agree(other, one) is expected
