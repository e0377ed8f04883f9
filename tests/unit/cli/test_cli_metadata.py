"""``cutline metadata`` as people and programs read it."""

import hashlib
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from cutline.metadata import layers_of, read, with_corrections, with_edits, write_sidecar
from cutline.model import CLEARED, Change, LangText
from unit.desk.desks import cutline, photograph
from unit.metadata import build

AT = datetime(2026, 4, 1, 9, 30, tzinfo=UTC)


@pytest.fixture
def layered(tmp_path: Path) -> Path:
    """A photograph whose sidecar has all three layers."""
    path = photograph(tmp_path / "fire.jpg")
    data = path.read_bytes()
    layers = layers_of(read(data).metadata, None, hashlib.sha256(data).hexdigest())
    layers = with_corrections(layers, {"creditLine": Change("Harbour", "supplier:harbour", AT)})
    edits = {
        "description": Change(LangText({"x-default": "The cook.", "de": "Der Koch."}), "Ana", AT),
        "copyrightNotice": Change(CLEARED, "Ana", AT),
        "instructions": Change("RUSSIA OUT", "Ana", AT),
    }
    path.with_suffix(".xmp").write_bytes(write_sidecar(with_edits(layers, edits)))
    return path


def conflicting(path: Path) -> Path:
    """A photograph whose containers disagree, with a digest that says the IIM came last."""
    iim = build.UTF8 + build.dataset(120, b"A ferry waits.") + build.dataset(110, b"AFP")
    xmp = build.xmp(
        "<dc:description><rdf:Alt><rdf:li xml:lang='x-default'>FD06_high priority</rdf:li>"
        "</rdf:Alt></dc:description><photoshop:Credit>STR</photoshop:Credit>"
        "<plus:DataMining>http://ns.useplus.org/ldf/vocab/DMI-ALLOWED</plus:DataMining>"
    )
    exif = build.tiff(
        {271: b"ACME CORP", 272: b"Acme 5"},
        {36867: b"2026:04:06 18:19:35", 36880: b"-05:00"},
    )
    parts = (
        build.app1_exif(exif),
        build.app1_xmp(xmp),
        build.app13((0x0404, iim), (0x0425, b"x" * 16)),
    )
    path.write_bytes(build.jpeg(*parts))
    return path


def sections(text: str) -> list[str]:
    return [line for line in text.splitlines()[3:] if line and not line.startswith(" ")]


def test_the_caption_comes_first_then_the_credit_as_it_is_printed(layered):
    lines = cutline("metadata", layered).stdout.splitlines()

    assert lines[:3] == [str(layered), "JPEG, 320 × 214 pixels", "with the sidecar fire.xmp"]
    assert lines[5:7] == ["  [default] The cook.", "  [de] Der Koch."]
    assert "  [Ana Silva/Harbour]" in lines


def test_the_rest_is_grouped(layered):
    text = cutline("metadata", layered).stdout

    assert sections(text) == [
        "all from the sidecar", "Restrictions", "Who", "Rights", "What", "Changes",
    ]  # fmt: skip


def test_every_layer_is_shown_with_its_author(layered):
    text = cutline("metadata", layered).stdout
    changes = [" ".join(line.split()) for line in text.partition("\nChanges\n")[2].splitlines()]

    assert changes[: changes.index("Credit Line")] == [
        "Copyright Notice",
        "as supplied © 2023 Ana Silva XMP",
        "edited emptied",
        "by Ana, 2026-04-01 09:30 UTC",
    ]
    assert "corrected Harbour" in changes
    assert "by supplier:harbour, 2026-04-01 09:30 UTC" in changes


def test_a_restriction_stands_above_everything_but_the_words(layered):
    text = cutline("metadata", layered).stdout
    (found,) = json.loads(cutline("metadata", "--format", "json", layered).stdout)

    assert "  not in Russia           “RUSSIA OUT”\n" in text
    assert found["restrictions"] == [
        {"code": "territory_out", "text": "RUSSIA OUT", "place": "RU", "field": "instructions"}
    ]


def test_containers_that_disagree_have_a_line_each(tmp_path):
    text = cutline("metadata", conflicting(tmp_path / "one.jpg")).stdout

    assert "  A ferry waits.\n  (from IIM)\n  ≠ XMP: FD06_high priority\n" in text
    assert (
        "  Credit Line             AFP                                                IIM\n" in text
    )
    assert (
        "                          ≠ STR                                              XMP\n" in text
    )
    assert "  ! its IIM was changed after its XMP: where they differ, IIM counts\n" in text
    assert "  Data Mining             DMI-ALLOWED" in text


@pytest.fixture
def supplied(tmp_path: Path) -> Path:
    """A photograph as a wire delivers it, habits and all."""
    xmp = build.xmp(
        "<dc:creator><rdf:Seq><rdf:li>ANA SILVA</rdf:li><rdf:li>STR</rdf:li></rdf:Seq></dc:creator>"
        "<dc:description><rdf:Alt><rdf:li xml:lang='x-default'>A ferry waits. (Photo by Ana SILVA"
        " / AFP) / PERU OUT</rdf:li></rdf:Alt></dc:description>"
        "<photoshop:Credit>AFP</photoshop:Credit>"
        "<photoshop:Instructions>EMBARGOED UNTIL 10/04/2026</photoshop:Instructions>"
    )
    path = tmp_path / "ferry.jpg"
    path.write_bytes(build.jpeg(build.app1_xmp(xmp)))
    return path


def test_what_is_corrected_for_print_is_shown_with_author_and_reason(supplied):
    """The fields stay as supplied; beside them stands what is made of them, by whom and why."""
    text = cutline("metadata", supplied).stdout
    after = [
        " ".join(line.split()) for line in text.partition("\nCorrected in print\n")[2].split("\n")
    ]

    assert "  Creator                 ANA SILVA, STR\n" in text
    assert after[0] == "Creator Ana Silva"
    assert after[1].startswith("by supplier:afp: ")
    assert "Description A ferry waits." in after
    assert "  [Ana Silva/AFP]" in text.splitlines()


def test_corrections_are_in_json(supplied):
    (found,) = json.loads(cutline("metadata", "--format", "json", supplied).stdout)
    creators = next(row for row in found["corrections"] if row["property"] == "creatorNames")

    assert found["fields"]["creatorNames"]["value"] == ["ANA SILVA", "STR"]
    assert creators["value"] == ["Ana Silva"]
    assert creators["author"] == "supplier:afp"
    assert creators["reason"]


def test_a_person_s_sidecar_is_not_corrected(supplied, layered):
    """Its words are somebody's."""
    supplied.with_suffix(".xmp").write_bytes(layered.with_suffix(".xmp").read_bytes())
    (found,) = json.loads(cutline("metadata", "--format", "json", supplied).stdout)

    assert found["corrections"] == []
    assert "Corrected in print" not in cutline("metadata", supplied).stdout


def test_a_day_that_can_be_read_two_ways_is_told_both_ways(supplied):
    """Nobody is left to think that the first reading is the only one."""
    (found,) = json.loads(cutline("metadata", "--format", "json", supplied).stdout)
    embargo = next(row for row in found["restrictions"] if row["code"] == "embargo")

    assert (embargo["until"], embargo["other"]) == ("2026-04-10", "2026-10-04")
    assert "embargo until 2026-04-10 or 2026-10-04" in " ".join(
        line[:24].strip() for line in cutline("metadata", supplied).stdout.splitlines()
    )


def test_a_camera_clock_is_shown_as_read(tmp_path):
    """The offset of the last change is not lent to the time of taking."""
    text = cutline("metadata", conflicting(tmp_path / "one.jpg")).stdout

    assert "  Camera                  Acme 5\n" in text
    assert "  Taken                   2026-04-06 18:19:35, offset not given\n" in text
    assert "-05:00" not in text


def test_layers_are_in_json_only_where_a_sidecar_has_them(layered):
    alone = photograph(layered.with_name("alone.jpg"))
    found, other = json.loads(cutline("metadata", "--format", "json", layered, alone).stdout)

    assert found["sidecar"] == {
        "path": str(layered.with_suffix(".xmp")),
        "sha256": hashlib.sha256(layered.with_suffix(".xmp").read_bytes()).hexdigest(),
    }
    assert found["fields"]["creditLine"] == {
        "value": "Harbour", "from": "sidecar",
        "differs": {"xmp": "Harbour Agency"},
    }  # fmt: skip
    assert found["layers"]["corrected"] == {
        "creditLine": {
            "value": "Harbour", "author": "supplier:harbour", "at": "2026-04-01T09:30:00+00:00",
        }
    }  # fmt: skip
    assert found["layers"]["edited"]["copyrightNotice"]["value"] is None
    assert found["layers"]["supplied"]["creditLine"]["value"] == "Harbour Agency"
    assert "copyrightNotice" not in found["fields"]
    assert other.keys() == found.keys() - {"sidecar", "layers"}


@pytest.mark.parametrize("width", [50, 80, 100])
def test_no_line_is_longer_than_the_terminal(layered, monkeypatch, width):
    monkeypatch.setattr("cutline.cli.metadata.width", lambda: width)
    text = cutline("metadata", layered).stdout

    assert [line for line in text.splitlines()[1:] if len(line) > width] == []


def test_a_photograph_that_says_nothing_says_so(tmp_path):
    path = tmp_path / "one.jpg"
    path.write_bytes(build.jpeg())

    assert cutline("metadata", path).stdout == (
        f"{path}\nJPEG, 8 × 6 pixels\n\n  (no caption)\n\n"
        "  [no credit line: its fields give none]\n"
    )


def test_hidden_characters_are_spelt_out(tmp_path):
    """Nothing in a photograph drives the terminal."""
    path = tmp_path / "one.jpg"
    body = "<photoshop:Headline>\u202egpj.\u200bx</photoshop:Headline>"
    path.write_bytes(build.jpeg(build.app1_xmp(build.xmp(body))))

    text = cutline("metadata", path).stdout
    assert "\u202e" not in text
    assert "U+202E" in text


@pytest.mark.shared
def test_real_photographs_fit_the_terminal(samples):
    """No line but a word that cannot be broken is longer than 80 cells."""
    folders = (samples / "2-photos" / "us-navy", samples / "1-metadata" / "iptc-ref")
    text = cutline("metadata", *folders).stdout

    long = [line for line in text.splitlines() if len(line) > 80 and " " in line.strip()]
    assert [line for line in long if not line.startswith("/") and "http" not in line] == []


def test_nothing_in_a_folder_is_passed_over_in_silence(tmp_path):
    """A link among its photographs is named, and so is a folder that holds none."""
    photograph(tmp_path / "one.jpg")
    (tmp_path / "two.jpg").symlink_to("one.jpg")
    (tmp_path / "empty").mkdir()
    said = cutline("metadata", "--format", "json", tmp_path, tmp_path / "empty")

    assert said.exit_code == 2
    assert "two.jpg" in said.stderr
    assert "holds no photographs" in said.stderr
    assert sorted("error" in row for row in json.loads(said.stdout)) == [False, True, True]
