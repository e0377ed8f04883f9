"""Stamping: what is asked for goes in, nothing else does, and no pixel moves."""

import hashlib
import json
import struct
import subprocess
from pathlib import Path

import pytest
import pyvips

from cutline.metadata import Licensor, Stamp, audit, embed, iim, read, stamp_of
from cutline.metadata.photoshop import Resources
from cutline.model import Field, LangText, Metadata, RenderError
from unit.metadata import build
from unit.metadata.stamps import STAMP

KINDS = ["jpeg", "avif", "webp"]


@pytest.fixture(scope="module")
def bare() -> dict[str, bytes]:
    """Two real renditions without metadata."""
    ramp = pyvips.Image.xyz(96, 64)
    picture = ramp.bandjoin(ramp[0] + ramp[1]).cast("uchar").copy(interpretation="srgb")
    return {
        "jpeg": picture.jpegsave_buffer(Q=80, keep="none", interlace=True),
        "avif": picture.heifsave_buffer(Q=60, compression="av1", effort=0, keep="none"),
        "webp": picture.webpsave_buffer(Q=80, keep="none"),
    }


@pytest.mark.parametrize("kind", KINDS)
def test_every_word_comes_back(bare: dict[str, bytes], kind: str) -> None:
    """What was stamped is read back, in full from XMP although IIM cuts."""
    stamped = embed(bare[kind], STAMP)
    metadata = read(stamped).metadata
    assert (
        stamp_of(metadata, alt=STAMP.alt_text, caption=STAMP.caption, credit=STAMP.credit_line)
        == STAMP
    )
    assert metadata.text("altTextAccessibility") == STAMP.alt_text
    assert metadata.text("description") == STAMP.caption
    assert metadata.text("creditLine") == STAMP.credit_line
    assert [name for name, field in metadata.fields.items() if field.differs] == []
    assert (audit(stamped, STAMP), read(stamped).problems) == ((), ())


@pytest.mark.parametrize("kind", KINDS)
def test_no_pixel_moves_and_the_same_is_the_same(bare: dict[str, bytes], kind: str) -> None:
    """Pixels are equal, two stampings are equal, and an empty stamp changes nothing."""
    stamped = embed(bare[kind], STAMP)
    before, after = (pyvips.Image.new_from_buffer(data, "") for data in (bare[kind], stamped))
    assert before.write_to_memory() == after.write_to_memory()
    assert embed(bare[kind], STAMP) == stamped
    assert embed(bare[kind], Stamp()) == bare[kind]
    assert audit(bare[kind], Stamp()) == ()


@pytest.mark.parametrize("kind", KINDS)
def test_a_rendition_is_stamped_once(bare: dict[str, bytes], kind: str) -> None:
    """What already carries metadata is not bare: somebody made a mistake."""
    with pytest.raises(RenderError, match="already carries"):
        embed(embed(bare[kind], STAMP), STAMP)


def test_iim_is_cut_by_bytes_at_a_letter_and_its_digest_is_right(bare: dict[str, bytes]) -> None:
    """2:110 holds 32 bytes of UTF-8; 0x0425 is the MD5 of the block."""
    data = embed(bare["jpeg"], STAMP)
    at = data.index(b"Photoshop 3.0\0")
    length = int.from_bytes(data[at - 2 : at], "big") - 2
    resources = dict(Resources.read(data[at + 14 : at + length]).items)
    assert hashlib.md5(resources[0x0404]).digest() == resources[0x0425]
    rows = {(record, number): raw for record, number, raw in iim.datasets(resources[0x0404])[0]}
    assert rows[1, 90] == b"\x1b%G"
    assert rows[2, 110].decode() == "Ana Silva/Agência de Fotografia"
    assert iim.build([("creditLine", "x" * 31 + "é")]).endswith(b"x" * 31)


@pytest.mark.parametrize("version", [0, 1, 2])
@pytest.mark.parametrize("base", [False, True])
def test_every_version_of_iloc(version: int, base: bool) -> None:
    """Offsets behind the tables move with them, whether in the extent or its base."""
    source = build.avif(version=version, base=base)
    stamped = embed(source, STAMP)
    assert audit(stamped, STAMP) == ()
    assert located(stamped) == bytes(range(16))


def test_items_in_idat_do_not_move() -> None:
    """Offsets inside the tables' own data box stay."""
    stamped = embed(build.avif(version=1, idat=True), STAMP)
    assert audit(stamped, STAMP) == ()
    assert located(stamped) == bytes(range(16))


def located(data: bytes) -> bytes:
    """The bytes of the coded item, by the tables of the finished file."""
    from cutline.metadata.boxes import boxes
    from cutline.metadata.containers.blocks import Blocks
    from cutline.metadata.containers.isobmff import Meta

    view = memoryview(data)
    table = next(box for box in boxes(view, 0, len(view)) if box.kind == b"meta")
    return Meta.read(view, table).content(1, Blocks("avif"))


LEAKS = {
    "APP1": build.app1_exif(build.tiff({271: b"Acme"})),
    "APP2": build.segment(0xE2, b"MPF\0" + bytes(8)),
    "a comment": build.segment(0xFE, b"made by"),
    "APP11": build.segment(0xEB, b"JP" + bytes(8)),
}


@pytest.mark.parametrize("name", LEAKS)
def test_what_is_not_on_the_list_is_refused_and_found(bare: dict[str, bytes], name: str) -> None:
    """Before stamping it is refused; smuggled in afterwards it is found."""
    source = bare["jpeg"]
    with pytest.raises(RenderError, match=name):
        embed(source[:2] + LEAKS[name] + source[2:], STAMP)
    stamped = embed(source, STAMP)
    assert audit(stamped[:2] + LEAKS[name] + stamped[2:], STAMP) != ()


def test_what_hides_behind_the_picture_is_found(bare: dict[str, bytes]) -> None:
    """Second pictures, loose media and strange boxes."""
    jpeg, avif, webp = (embed(bare[kind], STAMP) for kind in KINDS)
    assert audit(jpeg + b"\xff\xd8", STAMP) == ("the rendition goes on after its picture",)
    assert "the rendition has no end" in audit(jpeg[:-2], STAMP)
    assert audit(avif + build.box(b"mdat", b"secret"), STAMP) == (
        "the rendition has media that belongs to nothing",
    )
    assert audit(avif + build.box(b"uuid", bytes(16)), STAMP) == ("the rendition has a part uuid",)
    assert audit(webp + b"secret", STAMP) == ("the rendition goes on after its picture",)


WEBP_LEAKS = {
    "EXIF": (b"EXIF", build.tiff({271: b"Acme"})),
    "a second packet": (b"XMP ", build.xmp("<photoshop:City>Oslo</photoshop:City>")),
    "a chunk of its own": (b"note", b"Call me"),
    "a moving picture": (b"ANMF", bytes(24)),
    "a second picture": (b"VP8 ", bytes(10)),
}


@pytest.mark.parametrize("name", WEBP_LEAKS)
def test_what_a_webp_may_not_carry_is_found(bare: dict[str, bytes], name: str) -> None:
    """Every chunk beyond picture, profile and one packet."""
    stamped = embed(bare["webp"], STAMP)
    chunk = riff_chunk(*WEBP_LEAKS[name])
    assert audit(riff(stamped[12:] + chunk), STAMP) != ()


def riff_chunk(name: bytes, body: bytes) -> bytes:
    return name + struct.pack("<I", len(body)) + body + b"\0" * (len(body) & 1)


def riff(body: bytes) -> bytes:
    return b"RIFF" + struct.pack("<I", len(body) + 4) + b"WEBP" + body


def test_a_webp_of_any_kind_is_stamped(bare: dict[str, bytes]) -> None:
    """Lossy, lossless, with transparency, with a profile: one header, flags as the parts are."""
    ramp = pyvips.Image.new_from_buffer(bare["jpeg"], "").copy_memory()
    clear = ramp.bandjoin(ramp[0])
    profile = pyvips.Image.profile_load("srgb")
    made = {
        0x04: ramp.webpsave_buffer(lossless=True, keep="none"),
        0x14: clear.webpsave_buffer(keep="none"),
        0x24: with_profile(ramp, profile).webpsave_buffer(keep="icc"),
    }
    for flags, source in made.items():
        stamped = embed(source, STAMP)
        before, after = (pyvips.Image.new_from_buffer(data, "") for data in (source, stamped))
        assert (audit(stamped, STAMP), stamped[12:16], stamped[20]) == ((), b"VP8X", flags)
        assert before.write_to_memory() == after.write_to_memory()
        assert read(stamped).size == read(source).size
    assert embed(made[0x14], STAMP) == embed(riff(made[0x14][12:]), STAMP)


def with_profile(image: pyvips.Image, profile: bytes) -> pyvips.Image:
    named = image.copy()
    named.set_type(pyvips.GValue.blob_type, "icc-profile-data", profile)
    return named


@pytest.mark.parametrize("cut", [1, 9, 30])
def test_a_webp_that_ends_early_is_not_stamped(bare: dict[str, bytes], cut: int) -> None:
    """Half a picture is damaged, not bare."""
    with pytest.raises(RenderError, match="to be stamped"):
        embed(bare["webp"][:-cut], STAMP)


@pytest.mark.parametrize("kind", KINDS)
def test_missing_and_foreign_words_are_found(bare: dict[str, bytes], kind: str) -> None:
    """Another stamp's words, no words, and properties beyond the whitelist."""
    other = Stamp(caption="Another fire.", alt_text="Smoke")
    assert "lacks or changes creator" in " ".join(audit(embed(bare[kind], other), STAMP))
    assert audit(bare[kind], STAMP) != ()
    assert audit(embed(bare[kind], STAMP), Stamp()) != ()
    packet = build.xmp("<photoshop:Instructions>Call me</photoshop:Instructions>")
    leaked = bare["jpeg"][:2] + build.app1_xmp(packet) + bare["jpeg"][2:]
    assert any("Instructions" in complaint for complaint in audit(leaked, Stamp()))


def test_a_stamp_carries_no_way_to_reach_a_person() -> None:
    """Of a licensor only name and page leave; the credit is the printed one."""
    licensor = {"licensorName": "Example", "licensorTelephone1": "+47 1", "licensorEmail": "a@b"}
    metadata = Metadata(
        {
            "licensors": Field((licensor, {"licensorEmail": "c@d"}), "xmp"),
            "copyrightNotice": Field(LangText({"x-default": "© Ana"}), "xmp"),
            "creditLine": Field("Raw credit", "iim"),
            "instructions": Field("Call me", "xmp"),
        }
    )
    stamp = stamp_of(metadata, alt="", caption=" Fire\0 ", credit="Ana Silva/Example")
    expected = Stamp(
        credit_line="Ana Silva/Example",
        copyright_notice="© Ana",
        licensors=(Licensor("Example"),),
        caption="Fire",
    )
    assert stamp == expected


def test_words_too_long_for_a_jpeg_are_refused(bare: dict[str, bytes]) -> None:
    """A packet is never cut; an AVIF and a WebP have room."""
    long = Stamp(caption="fire " * 14_000 + "end")
    with pytest.raises(RenderError, match="64 KB"):
        embed(bare["jpeg"], long)
    for kind in ("avif", "webp"):
        assert audit(embed(bare[kind], long), long) == ()


@pytest.mark.parametrize(
    "data", [b"", b"GIF89a", b"\xff\xd8\xff\xd9", build.png(), b"\0\0\0\x10ftypavif\0\0\0\0"]
)
def test_what_is_no_rendition_is_refused(data: bytes) -> None:
    """Neither JPEG nor AVIF nor WebP, or damaged."""
    with pytest.raises(RenderError, match="to be stamped"):
        embed(data, STAMP)


def test_a_stamp_is_clean_at_birth() -> None:
    """Control characters and empty names cannot get in."""
    for bad in ({"caption": "a\0b"}, {"creators": ("",)}, {"licensors": (Licensor(),)}):
        with pytest.raises(ValueError, match=r"clean|without a name"):
            Stamp(**bad)  # type: ignore[arg-type]


@pytest.mark.exiftool
def test_exiftool_reads_the_same(bare: dict[str, bytes], exiftool: Path, tmp_path: Path) -> None:
    """The judge finds every word in every format, and no warning."""
    for kind in KINDS:
        (tmp_path / f"fire.{kind}").write_bytes(embed(bare[kind], STAMP))
    command = [str(exiftool), "-json", "-G1", "-struct", "-a", "-charset", "utf8", str(tmp_path)]
    rows = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    assert len(rows) == len(KINDS)
    for row in rows:
        assert not [name for name in row if "Warning" in name or "Error" in name or "GPS" in name]
        assert row["XMP-dc:Creator"] == list(STAMP.creators)
        assert row["XMP-dc:Description"] == STAMP.caption
        assert row["XMP-photoshop:Credit"] == STAMP.credit_line
        assert row["XMP-iptcCore:AltTextAccessibility"] == STAMP.alt_text
        (licensor,) = row["XMP-plus:Licensor"]
        assert licensor == {
            "LicensorName": "Example Pictures",
            "LicensorURL": "https://example.org/buy",
        }
    (jpeg,) = (row for row in rows if row["File:FileType"] == "JPEG")
    assert jpeg["IFD0:Artist"] == "Ana Silva; Žofie Nováková"
    assert jpeg["IPTC:By-line"] == list(STAMP.creators)
    assert jpeg["Photoshop:IPTCDigest"] == jpeg["File:CurrentIPTCDigest"]


def test_a_second_decoder_sees_the_same_avif(
    bare: dict[str, bytes], avifdec: Path, tmp_path: Path
) -> None:
    """libavif decodes the stamped rendition to the pixels of the bare one."""
    pixels = []
    for name, data in (("bare", bare["avif"]), ("stamped", embed(bare["avif"], STAMP))):
        (tmp_path / f"{name}.avif").write_bytes(data)
        command = [str(avifdec), str(tmp_path / f"{name}.avif"), str(tmp_path / f"{name}.png")]
        subprocess.run(command, capture_output=True, check=True)
        pixels.append(pyvips.Image.new_from_file(str(tmp_path / f"{name}.png")).write_to_memory())
    assert pixels[0] == pixels[1]
