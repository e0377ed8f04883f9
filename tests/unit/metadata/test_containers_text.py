"""IIM, XMP and Exif: tables of what strangers write, and what we understand."""

import codecs

import pytest

from cutline.metadata import exif, iim, read, read_task, reading_from, xmp
from cutline.metadata.charsets import guess
from cutline.model import LangText
from unit.metadata import build


@pytest.mark.parametrize(
    ("words", "charset"),
    [
        ("Žádný oheň neshořel", "utf-8"),
        ("Trübiger schläft; São Paulo, Málaga", "cp1252"),
        ("Trübiger schläft; São Paulo, Málaga", "mac_roman"),
        ("Пожарные отдыхают после пожара", "cp1251"),
        ("“Rest,” she said – and left", "cp1252"),
        ("“Rest,” she said – and left", "mac_roman"),
    ],
)
def test_a_charset_without_a_label_is_guessed_and_said(words: str, charset: str) -> None:
    """The words come out right, and the guess is on record."""
    found = iim.read(build.dataset(120, words.encode(charset)))
    assert [word.text for word in found.values["description"]] == [words]
    assert found.problems == [f"iim-charset-guessed:{charset}"]


@pytest.mark.parametrize(
    ("escape", "words", "charset"),
    [
        (b"\x1b.A", "Café, Zürich", "latin-1"),
        (b"\x1b-B", "Strażacy w Łodzi", "iso8859-2"),
        (b"\x1b-L", "Пожарные отдыхают", "iso8859-5"),
        (b"\x1b-F", "Φωτιά στο λιμάνι", "iso8859-7"),
        (b"\x1b.M", "İstanbul'da yangın", "iso8859-9"),
    ],
)
def test_a_part_of_iso_8859_that_is_named_is_believed(
    escape: bytes, words: str, charset: str
) -> None:
    """1:90 names it by an escape; nothing is guessed, so nothing is a problem."""
    block = build.dataset(90, escape, record=1) + build.dataset(120, words.encode(charset))
    found = iim.read(block)

    assert found.values["description"][0].text == words
    assert found.problems == []


def test_plain_ascii_is_no_guess() -> None:
    """Nothing to say about letters that every set shares."""
    assert iim.read(build.dataset(105, b"Crews rest")).problems == []
    assert guess(b"") == "cp1252"


def test_a_label_is_believed_unless_it_lies() -> None:
    """1:90 says UTF-8; bytes that are not are read as what they most likely are."""
    honest = iim.read(build.UTF8 + build.dataset(80, "Žofie".encode()))
    assert (honest.values["creatorNames"][0].text, honest.problems) == ("Žofie", [])
    liar = iim.read(build.UTF8 + build.dataset(80, b"Jos\xe9 Silva"))
    assert liar.values["creatorNames"][0].text == "José Silva"
    assert liar.problems == ["iim-charset-guessed:cp1252"]


def test_a_letter_cut_by_a_byte_limit_is_dropped() -> None:
    """Half a letter does not turn the whole block into another charset."""
    name = ("A" * 31 + "é").encode()[:32]
    found = iim.read(build.UTF8 + build.dataset(110, name))
    assert (found.values["creditLine"][0].text, found.problems) == ("A" * 31, [])


def test_extended_datasets_repeats_and_odd_ends() -> None:
    """Long lengths are read; the first of a repeated single value counts; the rest is flagged."""
    long = b"\x1c\x02\x78\x80\x04\0\0\0\x05Fires"
    block = long + build.dataset(105, b"One") + build.dataset(105, b"Two") + build.dataset(25, b"a")
    found = iim.read(block + build.dataset(25, b"b") + b"\x1c\x02")
    assert found.values["description"][0].text == "Fires"
    assert [word.text for word in found.values["headline"]] == ["One", "Two"]
    assert [word.text for word in found.values["keywords"]] == ["a", "b"]
    assert found.problems == ["iim-broken", "iim-repeated:headline"]


def test_iim_forms_become_those_of_xmp() -> None:
    """Numbers before genres and schemes around subject codes go; other words stay."""
    rows = ((4, b"000: Actuality"), (12, b"IPTC:10020231:a:b"), (12, b"a subject"))
    found = iim.read(b"".join(build.dataset(*row) for row in rows)).values
    assert [word.text for word in found["intellectualGenre"]] == ["Actuality"]
    assert [word.text for word in found["subjectCodes"]] == ["10020231", "a subject"]


def test_control_characters_go_and_line_breaks_agree() -> None:
    """NULs are stripped, CR becomes LF."""
    found = iim.read(build.dataset(120, b"One\r\ntwo\rthree\0\0 "))
    assert found.values["description"][0].text == "One\ntwo\nthree"


@pytest.mark.parametrize(
    ("date", "time", "expected"),
    [
        ("20260406", "181935+0200", "2026-04-06T18:19:35+02:00"),
        ("20260406", "181935", "2026-04-06T18:19:35"),
        ("20260406", "", "2026-04-06"),
        ("20260400", "181935", "2026-04"),
        ("20260000", "", "2026"),
        ("00000000", "", ""),
        ("20261306", "", ""),
        ("April 6", "", ""),
        ("20260406", "996199", "2026-04-06"),
    ],
)
def test_iim_dates_keep_their_precision(date: str, time: str, expected: str) -> None:
    """No month, day, time or zone is made up."""
    assert iim.moment(date, time) == expected


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        ({36867: b"2026:04:06 18:19:35"}, "2026-04-06T18:19:35"),
        ({36867: b"2026:04:06 18:19:35", 36881: b"+02:00"}, "2026-04-06T18:19:35+02:00"),
        ({36867: b"2026:04:06 18:19:35", 36880: b"+02:00"}, "2026-04-06T18:19:35"),
        ({36867: b"2026:04:06 18:19:35", 37521: b"07 "}, "2026-04-06T18:19:35.07"),
        ({36867: b"2026:04:06 18:19:35", 36881: b"   :  "}, "2026-04-06T18:19:35"),
        ({36867: b"0000:00:00 00:00:00"}, ""),
        ({36867: b"    :  :     :  :  "}, ""),
        ({36867: b"2026:04:06 24:61:00"}, ""),
        ({306: b"2026:04:06 18:19:35"}, ""),
    ],
)
def test_exif_dates_borrow_nothing(inner: dict[int, bytes], expected: str) -> None:
    """OffsetTime belongs to ModifyDate: it never becomes the offset of DateTimeOriginal."""
    found = exif.read(memoryview(build.tiff({271: b"Acme"}, inner)))
    assert found.values.get(exif.ORIGINAL, "") == expected


@pytest.mark.parametrize("order", ["<", ">"])
def test_exif_words_are_utf8_or_latin(order: str) -> None:
    """Both byte orders; UTF-8 first, Latin otherwise; several people are several."""
    tags: dict[int, bytes | int] = {315: "Žofie Nová; Ana Silva".encode(), 33432: b"\xa9 Jos\xe9"}
    found = exif.read(memoryview(build.tiff(tags, order=order)))
    assert found.values == {315: "Žofie Nová; Ana Silva", 33432: "© José"}
    reading = read(build.jpeg(build.app1_exif(build.tiff(tags, order=order))))
    assert reading.metadata.texts("creatorNames") == ("Žofie Nová", "Ana Silva")


FORMS = [
    "<dc:creator><rdf:Seq><rdf:li>Ana</rdf:li><rdf:li>Bo</rdf:li></rdf:Seq></dc:creator>",
    "<dc:creator><rdf:Bag><rdf:li> Ana</rdf:li><rdf:li/><rdf:li>Bo</rdf:li></rdf:Bag></dc:creator>",
    "<dc:creator><rdf:Seq><rdf:li rdf:parseType='Resource'><rdf:value>Ana</rdf:value>"
    "<xmp:Label>x</xmp:Label></rdf:li><rdf:li>Bo</rdf:li></rdf:Seq></dc:creator>",
]


@pytest.mark.parametrize("form", FORMS)
def test_arrays_in_any_form(form: str) -> None:
    """Bag or Seq, with blanks, empty items or qualifiers."""
    assert xmp.read(build.xmp(form)).values["creatorNames"] == ("Ana", "Bo")


MEMBERS = "<plus:LicensorName>A</plus:LicensorName><plus:LicensorURL>u</plus:LicensorURL>"
SHORT = "plus:LicensorName='A' plus:LicensorURL='u'"


@pytest.mark.parametrize(
    "form",
    [
        f"<rdf:Seq><rdf:li rdf:parseType='Resource'>{MEMBERS}</rdf:li></rdf:Seq>",
        f"<rdf:Bag><rdf:li><rdf:Description {SHORT}/></rdf:li></rdf:Bag>",
        f"<rdf:Seq><rdf:li {SHORT}/></rdf:Seq>",
        f"<rdf:Description>{MEMBERS}</rdf:Description>",
    ],
)
def test_structures_in_any_form(form: str) -> None:
    """Resource, Description, attributes: the four ways of RDF, and a list that is none."""
    (licensor,) = xmp.read(build.xmp(f"<plus:Licensor>{form}</plus:Licensor>")).values["licensors"]
    assert licensor == {"licensorName": "A", "licensorUrl": "u"}


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [
        ("utf-8", codecs.BOM_UTF8),
        ("utf-16-le", codecs.BOM_UTF16_LE),
        ("utf-16-be", b""),
        ("utf-32-le", codecs.BOM_UTF32_LE),
    ],
)
def test_packets_in_any_unicode(encoding: str, mark: bytes) -> None:
    """Wide packets are rare and read all the same; bytes around a packet are padding."""
    text = build.xmp("<photoshop:Credit>Žofie</photoshop:Credit>").decode()
    assert xmp.read(mark + text.encode(encoding)).values == {"creditLine": "Žofie"}


@pytest.mark.parametrize(
    ("packet", "problem"),
    [
        (b"<!DOCTYPE x [<!ENTITY a 'b'>]><x/>", "xmp-doctype"),
        (b"sample", "xmp-broken"),
        (b"<x:xmpmeta", "xmp-broken"),
        (b"<a>" * 400 + b"</a>" * 400, "xmp-broken"),
    ],
)
def test_a_packet_that_cannot_be_read_is_a_problem(packet: bytes, problem: str) -> None:
    """Entities, scraps and depth are refused; the photograph is read without them."""
    assert xmp.read(packet).problems == [problem]
    assert problem in read(build.jpeg(build.app1_xmp(packet))).problems


def test_a_language_that_is_none_does_no_harm() -> None:
    """A tag of any length and with anything in it still crosses the border of the cage."""
    items = "".join(f"<rdf:li xml:lang='{tag}'>Fire</rdf:li>" for tag in ("x" * 500, " en ", " "))
    data = build.jpeg(
        build.app1_xmp(build.xmp(f"<dc:rights><rdf:Alt>{items}</rdf:Alt></dc:rights>"))
    )
    reading = read(data)
    value = reading.metadata.fields["copyrightNotice"].value
    assert value == LangText({"x" * 100: "Fire", "en": "Fire"})
    assert reading_from(read_task({}, [data])[0]) == reading


def test_capitals_in_dublin_core_are_forgiven() -> None:
    """An agency's program writes dc:Rights; where the right spelling stands too, that counts."""
    wrong = "dc:Rights='© Ana' dc:Title='Fire'"
    assert xmp.read(build.xmp("", wrong)).values == {
        "copyrightNotice": LangText({"x-default": "© Ana"}),
        "title": LangText({"x-default": "Fire"}),
    }
    both = xmp.read(build.xmp("<dc:rights>© Bo</dc:rights>", "dc:Rights='© Ana'")).values
    assert both == {"copyrightNotice": LangText({"x-default": "© Bo"})}


def test_a_date_loses_no_more_than_a_blank() -> None:
    """Precision and offset stay; what is no date stays as it is."""
    for written, expected in (
        ("2015-01-22T00:00:00 +00:00", "2015-01-22T00:00:00+00:00"),
        ("2015-01", "2015-01"),
        ("spring +02:00", "spring +02:00"),
    ):
        body = f"<photoshop:DateCreated>{written}</photoshop:DateCreated>"
        assert xmp.read(build.xmp(body)).values == {"dateCreated": expected}


def test_values_take_the_shape_of_their_property() -> None:
    """A plain text where languages belong is the default language; numbers are numbers."""
    found = xmp.read(
        build.xmp(
            "<dc:rights>© Ana</dc:rights>"
            "<Iptc4xmpExt:MaxAvailWidth>4000</Iptc4xmpExt:MaxAvailWidth>"
            "<Iptc4xmpExt:ModelAge><rdf:Bag><rdf:li>25</rdf:li><rdf:li>about 30</rdf:li></rdf:Bag>"
            "</Iptc4xmpExt:ModelAge>",
            "xmp:Rating='4.5' tiff:Orientation='3'",
        )
    )
    assert found.values == {
        "copyrightNotice": LangText({"x-default": "© Ana"}),
        "maxAvailWidth": 4000,
        "modelAges": ("25", "about 30"),
        "imageRating": 4.5,
    }
    assert found.orientation == 3
