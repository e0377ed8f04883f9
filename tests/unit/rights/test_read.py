"""Words into restrictions: phrases in several languages, places, media, days, and the rest."""

from datetime import date, timedelta

import pytest

from cutline.model import Field, LangText, Metadata
from cutline.rights import covers, place_name, read_restrictions, restrictions

AROUND = date(2024, 9, 6)


def _codes(text, field="instructions"):
    return [each.code for each in read_restrictions(text, field, AROUND)]


PHRASES = {
    "mandatory_credit": [
        "MANDATORY CREDIT", "Must credit: Ana Silva", "NENNUNGSPFLICHT", "mention obligatoire",
        "Crédito obligatorio", "Pflichtangabe: Ana Silva/dpa", "Namensnennung ist Pflicht",
        "manditory credit",
    ],
    "editorial_only": [
        "EDITORIAL USE ONLY", "For editorial use only.", "Restricted to editorial use",
        "No commercial use", "NO ADS", "Not for commercial or advertising use",
        "Nur zur redaktionellen Verwendung",
        "usage éditorial uniquement", "solo uso editorial", "EDITORAL USE ONLY",
    ],
    "no_sales": [
        "NO SALES", "NO RE-SALES", "Not for resale", "Kein Weiterverkauf", "vente interdite",
        "prohibida su venta",
    ],
    "no_archive": ["NO ARCHIVES", "No archiving", "keine Archivierung", "archivage interdit"],
    "one_time": ["ONE TIME USE ONLY", "Einmalige Verwendung", "de un solo uso"],
    "no_crop": ["NO CROPPING", "Must not be cropped", "Darf nicht beschnitten werden"],
    "no_edit": ["MUST NOT BE ALTERED", "keine Bearbeitung", "ne pas retoucher"],
    "handout": [
        "HANDOUT", "THIS PICTURE WAS SUPPLIED BY A THIRD PARTY",
        "to be used solely to illustrate news of the event",
    ],
    "unverified": ["The agency could not independently verify this", "BEST QUALITY AVAILABLE"],
    "privacy": ["FACES BLURRED AT SOURCE", "Do not identify", "visages floutés"],
    "graphic": ["GRAPHIC CONTENT", "Sensitive material"],
    "correction": ["CORRECTS SPELLING OF NAME", "ALTERNATIVE CROP"],
    "kill": ["MANDATORY KILL", "WITHDRAWN", "Please remove from all platforms", "DO NOT USE"],
    "no_mining": ["No AI training", "text and data mining is forbidden"],
}  # fmt: skip


@pytest.mark.parametrize(
    ("code", "text"), [(code, text) for code, texts in PHRASES.items() for text in texts]
)
def test_a_phrase_has_one_meaning(code, text):
    """Case, accents, hyphens and one slip of the pen do not matter."""
    assert _codes(text) == [code]


PLACES = {
    "RUSSIA OUT": "RU",
    "RUSSIA, BELARUS AND CHINA OUT": "RU BY CN",
    "AUSTRIA OUT, SWITZERLAND OUT": "AT CH",
    "UK OUT. U.S. OUT": "GB US",
    "CHINA OUT NO SALES": "CN",
    "HOLLAND OUT; BENELUX OUT": "NL BENELUX",
    "(MAINLAND CHINA OUT)": "CN",
    "NO USE IN FRANCE, BELGIUM": "FR BE",
    "NO COMMERCIAL OR EDITORIAL SALES IN JAPAN": "JP",
    "Nicht zur Verwendung in Österreich und der Schweiz": "AT CH",
    "DEUTSCHLAND OUT": "DE",
    "interdit en France": "FR",
    "hors Suisse": "CH",
    "prohibido su uso en España": "ES",
    "Worldwide except Germany": "DE",
    "PERU OUT except Canal 7": "PE",
    "GSA OUT": "GSA",
    "AFRICA OUT": "AFRICA",
}


@pytest.mark.parametrize(("text", "places"), PLACES.items())
def test_places_where_it_may_not_run(text, places):
    """Each country by its ISO code, a region as it is written."""
    read = [each for each in read_restrictions(text) if each.code == "territory_out"]

    assert [each.place for each in read] == places.split()


def test_out_needs_a_place_at_the_start_of_its_clause():
    """People walk out, and boats put out to sea."""
    assert _codes("Workers walk out of a mine in Chile.") == []
    assert "territory_out" not in _codes("MEN OUT TO SEA")
    assert _codes("SUPPORTERS OF RUSSIA OUT IN FORCE", "description") == []


MEDIA = {
    "NO TV": [("tv", "")],
    "MAGAZINES OUT, TABLOIDS OUT": [("magazines", ""), ("tabloids", "")],
    "NO INTERNET/NO MOBILE": [("internet", ""), ("mobile", "")],
    "No social media": [("social", "")],
    "PRINT ONLY": [("print_only", "")],
    "NY LOCALS OUT": [("local", "NY")],
    "UK TABLOIDS OUT": [("tabloids", "GB")],
    "SPRINGFIELD GAZETTE OUT": [("local", "SPRINGFIELD GAZETTE")],
    "kein Fernsehen": [("tv", "")],
    "interdit sur internet": [("internet", "")],
    "no redes sociales": [("social", "")],
}


@pytest.mark.parametrize(("text", "media"), MEDIA.items())
def test_media_in_which_it_may_not_run(text, media):
    """Ways of publishing, and whose, where the words say so."""
    read = read_restrictions(text)

    assert {each.code for each in read} == {"media_out"}
    assert [(each.media, each.place) for each in read] == media


DAYS = {
    "EMBARGOED UNTIL 0001 GMT 9 MAY 2024": ("embargo", "2024-05-09T00:01:00+00:00"),
    "Embargo: hold for release until 2024-05-09": ("embargo", "2024-05-09"),
    "NOT TO BE PUBLISHED BEFORE 9 MAY 2024": ("embargo", "2024-05-09"),
    "Sperrfrist: 9. Mai 2024, 18 Uhr": ("embargo", "2024-05-09T18:00:00"),
    "gesperrt bis 9.5.2024": ("embargo", "2024-05-09"),
    "Ne pas publier avant le 9 mai 2024": ("embargo", "2024-05-09"),
    "Embargado hasta el 9 de mayo de 2024": ("embargo", "2024-05-09"),
    "NO USE AFTER 9 MAY 2024": ("expiry", "2024-05-09"),
    "Use until 2024-05-09 only": ("expiry", "2024-05-09"),
    "Nutzung bis 9.5.2024": ("expiry", "2024-05-09"),
    "utilisation jusqu’au 9 mai 2024": ("expiry", "2024-05-09"),
}


@pytest.mark.parametrize(("text", "meant"), DAYS.items())
def test_embargo_and_expiry_say_until_when(text, meant):
    """The instant, the local time or the day, as precise as the words are."""
    (read,) = read_restrictions(text)

    assert (read.code, read.until.isoformat()) == meant


def test_an_embargo_without_a_day_is_an_embargo():
    """Nobody can say when it ends: it holds."""
    (read,) = read_restrictions("STRICTLY EMBARGOED UNTIL THE POLLS CLOSE", "instructions")

    assert (read.code, read.until) == ("embargo", None)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("14-DAY USE ONLY", 14),
        ("may only be used for 30 days from the time of transmission", 30),
        ("MUST BE USED WITHIN FOURTEEN DAYS FROM TRANSMISSION", 14),
        ("utilisable pendant 7 jours", 7),
        ("nur 14 Tage nutzbar", 14),
    ],
)
def test_days_from_transmission(text, days):
    """A count of days, in figures or words."""
    assert [(each.code, each.days) for each in read_restrictions(text)] == [("expiry", days)]


@pytest.mark.parametrize(
    ("text", "credit"),
    [
        ("MANDATORY CREDIT: ANA SILVA/THE HARBOUR POST", "ANA SILVA/THE HARBOUR POST"),
        ("MANDATORY CREDIT “ESA / Ana Silva” - NO SALES", "ESA / Ana Silva"),
        ("Must credit U.S. Navy photo by Ana Silva. No sales.", "U.S. Navy photo by Ana Silva"),
        ("Mention obligatoire : Ana Silva", "Ana Silva"),
        ("MANDATORY CREDIT: Ana Silva, PERU OUT", "Ana Silva"),
        ("MANDATORY CREDIT, NO SALES", ""),
        ("Please credit the photographer", ""),
    ],
)
def test_the_credit_that_is_demanded(text, credit):
    """Its words as they stand, without what follows it; empty if none is named."""
    assert read_restrictions(text)[0].credit == credit


@pytest.mark.parametrize(
    "text",
    [
        "", "n/a", "None", "TOPSHOT", "TPX IMAGES OF THE DAY", "FILE", "Photo taken with a phone.",
        "What instructions", "Ana Silva", "See https://example.org/story-17", "AX104",
        "All rights reserved.", "For more information contact the desk, do not reply",
        "The harbour at dawn, seen from the bridge.", "no restrictions",
    ],
)  # fmt: skip
def test_chatter_restricts_nothing(text):
    """Notes that ask for nothing are no restriction and need no reader."""
    assert read_restrictions(text, "instructions", AROUND) == ()


@pytest.mark.parametrize(
    "text",
    [
        "NOT IN CONNECTION WITH OBITUARIES", "Only with the written consent of the family",
        "For consideration only, no reproduction", "HONORARPFLICHTIG", "PAGE ONE DESK",
        "Nur nach Rücksprache mit dem Verlag",
    ],
)  # fmt: skip
def test_what_asks_and_is_not_understood_is_unread(text):
    """A person must read it; its words are kept."""
    read = read_restrictions(text)

    assert [each.code for each in read] == ["unread"]
    assert read[0].text in text


def test_texts_and_places_of_words_are_those_of_the_property():
    """Every restriction can be shown where it stands."""
    text = "Bitte beachten: NO SALES; Österreich out / embargo jusqu’au 9 mai 2024"
    for each in read_restrictions(text):
        assert text[each.start : each.start + len(each.text)] == each.text


def test_only_capitals_of_a_caption_restrict():
    """A banner, a walk-out and a sign-off are no restriction; capitals behind them are."""
    caption = (
        "Workers walk out under a banner that says “NO TV” in Lima. (Photo by Ana SILVA / AFP)"
        " / PERU OUT - NO ARCHIVES - EMBARGOED UNTIL 9 MAY 2024"
    )
    metadata = _metadata(description=LangText({"x-default": caption}))
    read = restrictions(metadata)

    assert [(each.code, each.place) for each in read] == [
        ("territory_out", "PE"), ("no_archive", ""), ("embargo", ""),
    ]  # fmt: skip
    assert all(caption[each.start :].startswith(each.text) for each in read)


def test_properties_are_read_together():
    """The same demand in two properties is one; release and expiry dates of the file count."""
    metadata = _metadata(
        instructions="NO SALES",
        usageTerms=LangText({"x-default": "No sales. Editorial use only"}),
        embargoedUntil="2024-05-09T18:00:00+02:00",
        expires="2024-06-01",
    )
    read = restrictions(metadata)

    assert [each.code for each in read] == ["no_sales", "editorial_only", "embargo", "expiry"]
    assert read[2].until.utcoffset() == timedelta(hours=2)


def test_the_day_of_the_photograph_tells_the_year():
    """``Sunday`` is the one after the picture was taken."""
    metadata = _metadata(instructions="EMBARGOED UNTIL SUNDAY 6 P.M. GMT", dateCreated="2024-09-06")

    assert restrictions(metadata)[0].until.isoformat() == "2024-09-08T18:00:00+00:00"


def test_regions_cover_their_countries():
    """``SCANDINAVIA OUT`` is out in Norway and not in Finland."""
    assert covers("SCANDINAVIA", "NO")
    assert not covers("SCANDINAVIA", "FI")
    assert covers("RU", "ru")
    assert not covers("", "RU")
    assert place_name("RU") == "Russia"
    assert place_name("SCANDINAVIA") == "SCANDINAVIA"


def _metadata(**fields):
    return Metadata({name: Field(value, "xmp") for name, value in fields.items()})


@pytest.mark.parametrize(
    "text",
    [
        "NO UK SALES",
        "NO USE UK",
        "Not to be used without permission",
        "24 HRS USE ONLY",
        "MAXIMUM USE 24 HOURS",
        "Please call the desk before publication",
    ],
)
def test_common_words_that_ask_are_not_dropped(text):
    """Words that only join restrictions elsewhere are a demand where nothing else is said."""
    assert _codes(text) == ["unread"]


def test_a_region_takes_in_its_countries():
    """Abbreviations of the trade too."""
    assert covers("GSA", "AT")
    assert covers("AFRICA", "KE")
    assert not covers("AFRICA", "PE")


@pytest.mark.parametrize(
    "text", ["G/A/S OUT", "D/A/CH OUT", "NORWAY, G/S/A OUT", "d-a-ch out, DACH OUT"]
)
def test_countries_by_their_initials_are_one_region(text):
    found = [each.place for each in read_restrictions(text) if each.code == "territory_out"]
    assert covers(found[-1], "DE")
    assert covers(found[-1], "AT")


@pytest.mark.parametrize(
    "text",
    ["EXCLUSIVE TO THE HARBOUR POST", "Exclusive to Harbour TV until noon", "EXCLUSIVE TO BILD"],
)
def test_what_is_somebody_elses_alone_must_be_read_by_a_person(text):
    assert _codes(text) == ["unread"]


def test_somebody_elses_alone_is_not_lost_among_others():
    assert _codes("EXCLUSIVE TO BILD. NO SALES. NO ARCHIVES") == [
        "unread",
        "no_sales",
        "no_archive",
    ]
