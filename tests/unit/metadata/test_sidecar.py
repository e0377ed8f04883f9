"""Sidecars of other programs and our own: what counts, who said it, what survives."""

from datetime import UTC, datetime

import pytest

from cutline.metadata import (
    Sidecar,
    effective,
    layers_of,
    read,
    read_sidecar,
    with_corrections,
    with_edits,
    with_sidecar,
    write_sidecar,
)
from cutline.model import CLEARED, Change, Field, LangText, Layers, Metadata, ReadError
from unit.metadata import build

SHA = "ab" * 32
AT = datetime(2026, 4, 1, 9, 30, tzinfo=UTC)
SUPPLIED = Metadata(
    {
        "creditLine": Field("AFP", "xmp", {"iim": "STR"}),
        "description": Field("A ferry waits.", "iim"),
        "headline": Field("Ferry", "xmp"),
    }
)

LIGHTROOM = b"""<x:xmpmeta xmlns:x="adobe:ns:meta/" x:xmptk="Adobe XMP Core 7.0-c000 1.000000">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about=""
    xmlns:xmp="http://ns.adobe.com/xap/1.0/"
    xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
    xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"
    xmlns:stEvt="http://ns.adobe.com/xap/1.0/sType/ResourceEvent#"
    xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns:lr="http://ns.adobe.com/lightroom/1.0/"
    xmlns:crs="http://ns.adobe.com/camera-raw-settings/1.0/"
   xmp:CreatorTool="NIKON D6 Ver.01.20"
   xmp:MetadataDate="2026-05-02T10:11:12+02:00"
   photoshop:Headline="Ferry leaves"
   photoshop:City="Kavala"
   crs:Exposure2012="+0.35"
   crs:HasSettings="True">
   <dc:description>
    <rdf:Alt><rdf:li xml:lang="x-default">The last ferry waits.</rdf:li></rdf:Alt>
   </dc:description>
   <dc:subject><rdf:Bag><rdf:li>ferry</rdf:li><rdf:li>port</rdf:li></rdf:Bag></dc:subject>
   <lr:hierarchicalSubject>
    <rdf:Bag><rdf:li>places|Greece|Kavala</rdf:li></rdf:Bag>
   </lr:hierarchicalSubject>
   <xmpMM:History>
    <rdf:Seq>
     <rdf:li stEvt:action="saved" stEvt:softwareAgent="Darkroom 9.1 (Macintosh)"/>
    </rdf:Seq>
   </xmpMM:History>
  </rdf:Description>
 </rdf:RDF>
</x:xmpmeta>"""

PHOTO_MECHANIC = b"""<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF
  xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
 <rdf:Description rdf:about="" xmlns:photomechanic="http://ns.camerabits.com/photomechanic/1.0/"
   xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
   photomechanic:ColorClass="3" photomechanic:Tagged="True" photomechanic:Prefs="1:3:0:000100"
   photoshop:Credit="Harbour Agency" photoshop:TransmissionReference="KAV01"/>
 <rdf:Description rdf:about="" xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/">
  <Iptc4xmpCore:CreatorContactInfo rdf:parseType="Resource">
   <Iptc4xmpCore:CiEmailWork>ana@example.org</Iptc4xmpCore:CiEmailWork>
  </Iptc4xmpCore:CreatorContactInfo>
 </rdf:Description>
</rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""

DIGIKAM = """<?xml version="1.0" encoding="UTF-8"?>
<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/" x:xmptk="XMP Core 4.4.0-Exiv2">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about="" xmlns:digiKam="http://www.digikam.org/ns/1.0/"
    xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
    xmlns:mwg-rs="http://www.metadataworkinggroup.com/schemas/regions/"
    xmlns:stArea="http://ns.adobe.com/xmp/sType/Area#"
   digiKam:PickLabel="2" xmp:Rating="4" xmp:CreatorTool="digiKam-8.1.0">
   <digiKam:TagsList><rdf:Seq><rdf:li>Orte/Kavala</rdf:li></rdf:Seq></digiKam:TagsList>
   <dc:description><rdf:Alt>
     <rdf:li xml:lang="x-default">Die letzte Fähre.</rdf:li>
     <rdf:li xml:lang="de-DE">Die letzte Fähre.</rdf:li>
   </rdf:Alt></dc:description>
   <mwg-rs:Regions rdf:parseType="Resource"><mwg-rs:RegionList><rdf:Bag>
     <rdf:li><rdf:Description mwg-rs:Name="Ana" mwg-rs:Type="Face">
       <mwg-rs:Area stArea:x="0.5" stArea:y="0.25" stArea:unit="normalized"/>
     </rdf:Description></rdf:li>
   </rdf:Bag></mwg-rs:RegionList></mwg-rs:Regions>
  </rdf:Description>
 </rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>""".encode()


def counting(sidecar: bytes, supplied: Metadata = SUPPLIED) -> Metadata:
    """What counts of a photograph with this beside it."""
    reading = read(build.jpeg())
    reading = type(reading)(reading.format, reading.size, metadata=supplied)
    return with_sidecar(reading, read_sidecar(sidecar), SHA)[0].metadata


def edited(**values: object) -> Layers:
    changes = {id: Change(value, "Ana Silva", AT) for id, value in values.items()}
    return with_edits(Layers(SUPPLIED, original=SHA), changes)


def test_an_edit_outranks_a_correction_and_that_what_was_supplied():
    layers = Layers(
        SUPPLIED,
        {
            "creditLine": Change("AFP Photo", "supplier:afp"),
            "headline": Change("A", "supplier:afp"),
        },
        {"creditLine": Change("Ana/AFP", "Ana"), "description": Change(CLEARED, "Ana")},
    )
    found = effective(layers).fields

    assert {id: entry.value for id, entry in found.items()} == {
        "creditLine": "Ana/AFP",
        "headline": "A",
    }
    assert found["creditLine"].differs == {"xmp": "AFP", "iim": "STR"}


def test_new_corrections_replace_the_old_and_leave_edits():
    layers = with_corrections(edited(headline="Port"), {"creditLine": Change("A/AFP", "s:afp")})
    again = with_corrections(layers, {"source": Change("AFP", "s:afp")})

    assert set(again.corrected) == {"source"}
    assert again.edited == layers.edited


def test_an_edit_that_changes_nothing_is_none():
    assert edited(creditLine="AFP", headline=" Ferry\r\n").edited == {}


@pytest.mark.parametrize("value", ["", " \n", (), {}, LangText({})])
def test_only_a_person_empties_a_property_and_says_so(value):
    with pytest.raises(ValueError, match="CLEARED"):
        Change(value, "Ana")


@pytest.mark.parametrize(
    ("id", "value"),
    [
        ("creditLine", ("AFP",)),
        ("keywords", "ferry"),
        ("licensors", ({"licensorShoeSize": "44"},)),
        ("creatorContactInfo", ({"city": "Kavala"},)),
        ("imageRating", True),
    ],
)
def test_a_value_in_another_shape_is_refused(id, value):
    with pytest.raises(ValueError, match="is not"):
        write_sidecar(Layers(SUPPLIED, edited={id: Change(value, "Ana")}))


@pytest.mark.parametrize(
    ("sidecar", "program", "values"),
    [
        (LIGHTROOM, "Darkroom 9.1 (Macintosh)", {"headline": "Ferry leaves", "cityName": "Kavala"}),
        (PHOTO_MECHANIC, "another program", {"creditLine": "Harbour Agency", "jobid": "KAV01"}),
        (DIGIKAM, "digiKam-8.1.0", {"imageRating": 4}),
    ],
    ids=["lightroom", "photo mechanic", "digikam"],
)
def test_a_sidecar_of_others_outranks_the_file_where_it_says_something(sidecar, program, values):
    """And what it does not mention stays as embedded."""
    found = counting(sidecar).fields
    said = read_sidecar(sidecar)

    assert said.problems == ()
    assert said.layers is None
    assert said.program == program
    for id, value in values.items():
        assert (found[id].value, found[id].origin) == (value, "sidecar")
    for id in SUPPLIED.fields.keys() - said.values.keys():
        assert found[id] == SUPPLIED.fields[id]


def test_what_the_file_says_instead_stands_beside_it():
    found = counting(LIGHTROOM).fields

    assert found["headline"].differs == {"xmp": "Ferry"}
    assert found["description"].differs == {"iim": "A ferry waits."}


@pytest.mark.parametrize(
    "sidecar", [LIGHTROOM, PHOTO_MECHANIC, DIGIKAM], ids=["lr", "pm", "digikam"]
)
def test_writing_into_a_sidecar_of_others_keeps_all_of_theirs(sidecar):
    """Their settings, tags and faces are still there, and their words are edits of theirs."""
    before = read_sidecar(sidecar)
    layers = with_edits(
        layers_of(SUPPLIED, before, SHA), {"creditLine": Change("Ana Silva/AFP", "Ana Silva", AT)}
    )
    made = write_sidecar(layers, sidecar)
    after = read_sidecar(made)

    assert after.layers == layers
    assert after.values["creditLine"] == "Ana Silva/AFP"
    for id in before.values.keys() - {"creditLine"}:
        assert after.values[id] == before.values[id]
        assert layers.edited[id].author == before.program
    for theirs in (b"crs:Exposure2012", b"places|Greece|Kavala", b"photomechanic:Prefs",
                   b"Orte/Kavala", b'stArea:x="0.5"'):  # fmt: skip
        assert (theirs in made) == (theirs in sidecar)
    assert made.count(b"<?xpacket") == sidecar.count(b"<?xpacket")


def test_what_another_program_changes_after_us_is_its_edit():
    ours = write_sidecar(edited(creditLine="Ana Silva/AFP"))
    theirs = (
        ours.replace(b"Ana Silva/AFP</photoshop:Credit>", b"A. Silva</photoshop:Credit>")
        .replace(b"<photoshop:Headline>Ferry</photoshop:Headline>", b"")
        .replace(b'x:xmptk="cutline"', b'x:xmptk="Marker 3"')
        .replace(b"Date>2026-04-01T09:30:00+00:00", b"Date>2026-04-02T07:00:00+00:00")
    )
    layers = layers_of(SUPPLIED, read_sidecar(theirs), SHA)
    at = datetime(2026, 4, 2, 7, tzinfo=UTC)

    assert layers.edited["creditLine"] == Change("A. Silva", "Marker 3", at)
    assert layers.edited["headline"] == Change(CLEARED, "Marker 3", at)
    assert "headline" not in counting(theirs).fields


def test_a_program_that_sets_no_date_has_none():
    """Our own date stands there still: it is not when the other program wrote."""
    ours = write_sidecar(edited(creditLine="Ana Silva/AFP"))
    theirs = ours.replace(b"Ana Silva/AFP</photoshop:Credit>", b"A. Silva</photoshop:Credit>")

    assert layers_of(SUPPLIED, read_sidecar(theirs), SHA).edited["creditLine"].at is None


def test_sorting_and_blanks_are_no_edit():
    """Programs sort keywords and fold blanks when they write a file again."""
    ours = write_sidecar(edited(keywords=("port", "ferry"), headline="The last  ferry"))
    theirs = ours.replace(b"<rdf:li>port</rdf:li>", b"<rdf:li>@</rdf:li>", 1)
    theirs = theirs.replace(b"<rdf:li>ferry</rdf:li>", b"<rdf:li>port</rdf:li>", 1)
    theirs = theirs.replace(b"<rdf:li>@</rdf:li>", b"<rdf:li>ferry</rdf:li>", 1)
    theirs = theirs.replace(b"last  ferry</photoshop", b"last ferry</photoshop")
    said = read_sidecar(theirs)

    assert said.values["keywords"] == ("ferry", "port")
    assert layers_of(SUPPLIED, said, SHA) == said.layers


def test_another_file_under_the_same_name_is_asked_again():
    """Layers of other bytes keep what was changed; what was supplied is what is there now."""
    said = read_sidecar(write_sidecar(edited(creditLine="Ana Silva/AFP")))
    other = Metadata({"headline": Field("Another ferry", "xmp")})
    layers = layers_of(other, said, "cd" * 32)

    assert layers.as_supplied == other
    assert effective(layers).fields["creditLine"].value == "Ana Silva/AFP"
    assert layers.original == "cd" * 32


def test_an_embargo_stands_in_the_layers_alone():
    """XMP has no property for it, and that is no edit of anybody's."""
    supplied = Metadata({"embargoedUntil": Field("2026-05-01T06:00:00+02:00", "iim")})
    layers = Layers(supplied, original=SHA)
    said = read_sidecar(write_sidecar(layers))

    assert said.values == {}
    assert layers_of(supplied, said, SHA) == layers


def test_a_value_that_was_cut_is_no_problem_once_another_counts():
    cut = build.jpeg(build.app13((0x0404, build.UTF8 + build.dataset(110, b"Harbour " * 4))))
    reading = read(cut)
    whole = write_sidecar(edited(creditLine="Harbour Harbour Harbour Harbour Agency"))
    told = Sidecar(values={"creditLine": reading.metadata.text("creditLine")})

    assert reading.problems == ("value-truncated:creditLine",)
    assert with_sidecar(reading, read_sidecar(whole), SHA)[0].problems == ()
    assert with_sidecar(reading, told, SHA)[0].problems == reading.problems


BOMB = b'<!DOCTYPE a [<!ENTITY b "cccccccc">]><x:xmpmeta xmlns:x="adobe:ns:meta/">&b;</x:xmpmeta>'
LAYERS = "sidecar-layers-broken"
LAYERED = write_sidecar(edited(creditLine="Ana Silva/AFP"))


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "sidecar-broken"),
        (b"\xff\xd8\xff\xe0 a photograph", "sidecar-broken"),
        (b"<html><body>Not found</body></html>", "sidecar-broken"),
        (LIGHTROOM[:-40], "sidecar-broken"),
        (BOMB, "sidecar-doctype"),
        (b"<a>" * 400_001, "sidecar-too-large"),
        (b"<x>" * 300 + b"</x>" * 300, "sidecar-broken"),
        (LAYERED.replace(b"<cutline:author>Ana Silva</cutline:author>", b""), LAYERS),
        (LAYERED.replace(b">creditLine<", b">creditLime<"), LAYERS),
        (LAYERED.replace(SHA.encode(), b"no hash"), LAYERS),
        (LAYERED.replace(b"<cutline:at>2026", b"<cutline:at>MMXXVI"), LAYERS),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_a_problem_and_never_written_over(data, problem):
    found = read_sidecar(data)

    assert found.problems == (problem,)
    assert found.layers is None
    with pytest.raises(ReadError, match="cannot be written over"):
        write_sidecar(Layers(SUPPLIED, original=SHA), data)


def test_an_external_entity_is_never_fetched(tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("the combination is 1234")
    data = (
        f'<!DOCTYPE a [<!ENTITY s SYSTEM "{secret.as_uri()}">]>'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description '
        'rdf:about="" xmlns:p="http://ns.adobe.com/photoshop/1.0/">'
        "<p:Headline>&s;</p:Headline></rdf:Description></rdf:RDF>"
    )

    assert read_sidecar(data.encode()) == Sidecar(problems=("sidecar-doctype",))


def test_members_of_others_in_a_structure_stay_while_its_value_does():
    """A property that does not change is not touched, whatever else stands in it."""
    body = (
        '<plus:Licensor><rdf:Seq><rdf:li rdf:parseType="Resource"><plus:LicensorName>AFP'
        '</plus:LicensorName><x1:Rank xmlns:x1="urn:x#">7</x1:Rank></rdf:li></rdf:Seq>'
        "</plus:Licensor>"
    )
    previous = build.xmp(body)
    layers = layers_of(SUPPLIED, read_sidecar(previous), SHA)
    made = write_sidecar(with_edits(layers, {"headline": Change("Port", "Ana")}), previous)

    assert b">7</x1:Rank>" in made


def test_a_misspelt_property_goes_with_the_value_that_it_held():
    """One agency writes ``dc:Rights``: cleared, it must not come back."""
    previous = build.xmp("<dc:Rights>© A</dc:Rights>")
    layers = layers_of(Metadata(), read_sidecar(previous), SHA)
    made = write_sidecar(with_edits(layers, {"copyrightNotice": Change(CLEARED, "Ana")}), previous)

    assert "copyrightNotice" not in read_sidecar(made).values
