"""Rules on rights: what stops a story, what is asked, what is only mentioned, what is nothing."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from cutline.check import run
from cutline.model import Field, House, Killed, LangText, Metadata, Severity
from unit.check.notation import photo, proof


def _asked(instructions="", code="RGT", now=None, says=None, story=None, **words):
    says = {**({"instructions": instructions} if instructions else {}), **(says or {})}
    read = proof(photo(says=says, **words), **(story or {}))
    findings = run(replace(read, now=now) if now else read)
    return [(f.code, f.severity) for f in findings if f.code.startswith(code)]


STOP = Severity.BLOCKER

HELD = [
    "EMBARGOED UNTIL 00:01 GMT MONDAY 27 MAY 2024",
    "Embargo: not for release before 2024-05-27",
    "NOT FOR PUBLICATION BEFORE 27/05/2024",
    "Sperrfrist: 27. Mai 2024, 18 Uhr",
    "Embargo jusqu'au 27 mai 2024 à 6h00",
    "Embargado hasta el 27 de mayo de 2024",
    "STRICTLY EMBARGOED",
    "HOLD FOR RELEASE UNTIL 6 P.M. ET SUNDAY",
]
LIFTED = [
    "EMBARGOED UNTIL 00:01 GMT SUNDAY 26 MAY 2024",
    "Embargo: not for release before 2024-05-25",
    "NOT FOR PUBLICATION BEFORE 05/04/2024",
    "Sperrfrist: 25. Mai 2024, 18 Uhr",
    "Embargo jusqu'au 26 mai 2024 à 6h00",
]


@pytest.mark.parametrize("words", HELD)
def test_an_embargo_beyond_publication_stops_the_story(words):
    """Published on 26 May; read on 1 June."""
    assert _asked(words, says={"dateCreated": "2024-05-26"})[:1] == [("RGT001", STOP)] or (
        "SUNDAY" in words  # that very Sunday: by now its evening has come
    )


@pytest.mark.parametrize("words", LIFTED)
def test_an_embargo_that_has_ended_is_nothing(words):
    """The same forms, a day earlier."""
    assert _asked(words) == []


def test_an_embargo_that_has_not_come_stops_whatever_the_story_says():
    """A story dated ahead would be out as soon as it is published."""
    words = "EMBARGOED UNTIL 27 MAY 2024 0900 GMT"
    ahead = {"published": "2024-05-28"}

    assert _asked(words, now=datetime(2024, 5, 26, 12, tzinfo=UTC), story=ahead)
    assert not _asked(words, now=datetime(2024, 5, 27, 10, tzinfo=UTC), story=ahead)


def test_an_hour_without_zone_counts_as_late_as_anywhere():
    """Nine in the morning has come in Fiji long before it comes in Hawaii."""
    words = "EMBARGOED UNTIL 26 MAY 2024 0900HRS"

    assert _asked(words, now=datetime(2024, 5, 26, 18, tzinfo=UTC))
    assert not _asked(words, now=datetime(2024, 5, 26, 22, tzinfo=UTC))


def test_figures_that_could_be_a_coming_day_are_asked_about():
    """``05/06`` is 5 June here and 6 May there."""
    told = _asked("NOT FOR PUBLICATION BEFORE 06/05/2024", story={"published": "2024-05-26"})

    assert told == [("RGT001", Severity.WARNING)]


def test_the_release_date_of_the_file_is_an_embargo():
    """IIM 2:30 and 2:35."""
    says = {"embargoedUntil": "2024-05-27T06:00:00+00:00"}

    assert _asked(says=says) == [("RGT001", STOP)]


SAID_BY_THE_STORY = {
    "2024-06-01": None,
    "2024-06-02": STOP,
    "2024-06-01 11:59 +00:00": None,
    "2024-05-30 or 2024-06-30": STOP,
    "2024-05-30 25:61": STOP,
    "2024-05-30T00:01+99:00": STOP,
    "05/07/2024": STOP,
    "07/05/2024": STOP,
    "05/04/2024": None,
    "not before 30 May 2024, 6 p.m. BST": None,
    "until further notice": STOP,
    "~": STOP,
    "": None,
}


@pytest.mark.parametrize(("said", "severity"), SAID_BY_THE_STORY.items())
def test_the_story_s_own_embargo_holds_unless_it_is_understood_whole(said, severity):
    """Read on 1 June at noon: what is left over, or can mean a coming day, holds it."""
    told = _asked(story={"embargo": said, "published": "2024-06-01"}, code="RGT001")

    assert told == ([("RGT001", severity)] if severity else [])


NOT_UNDERSTOOD = [
    {"territory": "Narnia"},
    {"territory": "GB, Narnia"},
    {"territory": "XX"},
    {"channels": "wbe"},
    {"channels": "[web, print]"},
    {"commercial": "advertorial"},
]
UNDERSTOOD = [
    {"territory": "gb"},
    {"territory": "UK"},
    {"territory": "Germany"},
    {"territory": "DE, AT"},
    {"territory": "GB IE"},
    {"territory": "EU"},
    {"territory": "Worldwide"},
    {"channels": "Web, print social"},
    {"commercial": "No"},
    {"territory": "", "channels": "", "commercial": ""},
]


@pytest.mark.parametrize("story", NOT_UNDERSTOOD)
def test_where_a_story_runs_must_be_understood(story):
    """Else a restriction that holds there would be held against nothing."""
    assert _asked(story=story)[:1] == [("RGT002", STOP)]


@pytest.mark.parametrize("story", UNDERSTOOD)
def test_where_a_story_runs_is_understood(story):
    assert _asked(story=story) == []


@pytest.mark.parametrize(("differs", "asks"), [(0, True), (8, True), (40, False)])
def test_what_looks_like_a_killed_photograph_is_asked_about(differs, asks):
    """A copy saved again differs by little; another picture by much more."""
    shown = (1 << 60) - 1
    killed = Killed(
        "quay.jpg", "by Ana Silva on 2024-05-01: A bystander", shown ^ ((1 << differs) - 1)
    )
    read = proof(photo(has={"likeness": f"{shown:x}"}))
    found = [f for f in run(replace(read, killed=(killed,))) if f.code == "RGT002"]

    assert [f.severity for f in found] == ([Severity.WARNING] if asks else [])
    assert all("“quay.jpg”, which was killed by Ana Silva" in f.message for f in found)


STOPS = [
    ("NO USE IN FRANCE, BELGIUM", {"territory": "FR"}),
    ("RUSSIA OUT", {"territory": "ru"}),
    ("RUSSIA OUT", {"language": "ru"}),
    ("AUSTRIA OUT, SWITZERLAND OUT", {"language": "de-AT"}),
    ("SCANDINAVIA OUT", {"territory": "SE"}),
    ("UK ONLY", {"territory": "FR"}),
    ("NO USE IN FRANCE, BELGIUM", {"territory": "GB, FR"}),
    ("FRANCE OUT", {"territory": "EU"}),
    ("FRANCE OUT", {"territory": "worldwide"}),
    ("UK ONLY", {"territory": "GB, IE"}),
    ("UK ONLY", {"territory": "worldwide"}),
    ("NO SOCIAL MEDIA", {"channels": "web, social"}),
    ("NO INTERNET", {}),
    ("PRINT ONLY", {}),
    ("MAGAZINES OUT", {"channels": "magazines"}),
    ("EDITORIAL USE ONLY", {"commercial": "true"}),
    ("Use until 2024-05-20 only", {}),
    ("MANDATORY CREDIT: ESA/Bo Lind", {}),
    ("MANDATORY KILL", {}),
    ("NOT IN CONNECTION WITH OBITUARIES", {}),
]
QUIET = [
    ("NO USE IN FRANCE, BELGIUM", {"territory": "GB"}),
    ("RUSSIA OUT", {"language": "fr-CA"}),
    ("SCANDINAVIA OUT", {"territory": "FI"}),
    ("UK ONLY", {"territory": "GB"}),
    ("NO USE IN FRANCE, BELGIUM", {"territory": "GB, IE"}),
    ("GERMANY, AUSTRIA ONLY", {"territory": "DE, AT"}),
    ("GERMANY, AUSTRIA ONLY", {"territory": "AT"}),
    ("NO TV", {"channels": "web"}),
    ("UK TABLOIDS OUT", {"territory": "FR", "channels": "web"}),
    ("PRINT ONLY", {"channels": "print"}),
    ("EDITORIAL USE ONLY - NO MARKETING", {}),
    ("MANDATORY CREDIT: Ana Silva/AP", {}),
    ("MANDATORY CREDIT: SILVA, ANA / ASSOCIATED PRESS", {}),
    ("NO SALES; NO ARCHIVES", {}),
    ("TOPSHOT", {}),
    ("Best quality available", {}),
]


@pytest.mark.parametrize(("words", "story"), STOPS)
def test_a_term_that_is_broken_stops_the_story(words, story):
    """Where, when, in which media, as what, and with which credit it runs."""
    assert _asked(words, story=story) == [("RGT002", STOP)]


@pytest.mark.parametrize(("words", "story"), QUIET)
def test_a_term_that_is_kept_is_nothing(words, story):
    """The licence holds: nobody is asked."""
    assert _asked(words, story=story) == []


@pytest.mark.parametrize(
    ("words", "story", "severity"),
    [
        ("RUSSIA OUT", {}, Severity.INFO),
        ("GERMANY OUT", {"language": "de"}, Severity.WARNING),
        ("SPRINGFIELD GAZETTE OUT", {}, Severity.INFO),
        ("Use until 2024-06-20 only", {}, Severity.INFO),
        ("Only with consent of the family.", {}, Severity.WARNING),
    ],
)
def test_what_nobody_can_tell_is_said_and_does_not_stop(words, story, severity):
    """The less is known, the lighter it is said."""
    assert _asked(words, story=story) == [("RGT002", severity)]


def test_days_from_transmission_count_from_the_photograph():
    """Fourteen days are over, not over, or nobody knows."""
    words = "14-DAY USE ONLY"

    assert _asked(words, says={"dateCreated": "2024-05-01"}) == [("RGT002", STOP)]
    assert _asked(words, says={"dateCreated": "2024-05-20"}) == [("RGT002", Severity.INFO)]
    assert _asked(words) == [("RGT002", Severity.INFO)]


def test_the_house_says_where_it_publishes():
    """A desk's territory holds for stories that say none."""
    house = House(territory="FR")

    assert _asked("FRANCE OUT", story={"house": house}) == [("RGT002", STOP)]
    assert _asked("FRANCE OUT", story={"house": house, "territory": "BE"}) == []


def test_capitals_of_captions_count_once():
    """Words of the file's Description, and words that were pasted into the story."""
    description = LangText({"x-default": "A boat. (Ana SILVA / AFP) / PERU OUT"})
    metadata = Metadata({"description": Field(description, "xmp")})
    read = proof(photo(caption="A boat. PERU OUT"), territory="PE")
    shot = read.shots[0]
    read = replace(
        read, shots=(replace(shot, photograph=replace(shot.photograph, metadata=metadata)),)
    )
    asked = [f.place.field for f in run(read) if f.code == "RGT002"]

    assert asked == ["meta.description"]


def test_the_files_own_credit_is_demanded_where_none_is_named():
    """``MANDATORY CREDIT`` means the credit line that came with the picture."""
    says = {"creditLine": "Bo Lind/ESA"}

    assert _asked("MANDATORY CREDIT", says=says) == [("RGT003", STOP)]
    assert _asked("MANDATORY CREDIT", says=says, credit="ESA / Bo Lind") == []
    assert _asked("MANDATORY CREDIT") == []


@pytest.mark.parametrize(
    ("kind", "caption", "asked"),
    [
        ("trainedAlgorithmicMedia", "A city under water.", True),
        ("trainedAlgorithmicMedia", "An AI image of a city.", False),
        ("trainedAlgorithmicMedia", "Eine mit künstlicher Intelligenz erzeugte Stadt.", False),
        ("composite", "Two players at the net.", True),
        ("composite", "A combination of two pictures shows two players.", False),
        ("composite", "Collage de deux images.", False),
        ("digitalCapture", "A city under water.", False),
        ("humanEdits", "A city under water.", False),
    ],
)
def test_what_no_camera_saw_is_said(kind, caption, asked):
    """Generated and composed pictures; what a camera saw needs no word."""
    address = f"http://cv.iptc.org/newscodes/digitalsourcetype/{kind}"
    found = _asked(says={"digitalSourceType": address}, caption=caption)

    assert found == ([("RGT005", Severity.ERROR)] if asked else [])


def test_a_sentence_is_offered_in_the_storys_language():
    """Behind the caption, after its stop."""
    says = {"digitalSourceType": "trainedAlgorithmicMedia"}
    read = proof(photo(caption="Eine Stadt", says=says), language="de")
    (finding,) = (f for f in run(read) if f.code == "RGT005")

    assert not finding.fix.safe
    assert finding.fix.edits[0].text == ". Mit KI erzeugtes Bild."


def test_an_old_handout_is_asked_about_and_a_new_one_mentioned():
    """Terms of a handout are those of its event."""
    words = "THIS IMAGE HAS BEEN SUPPLIED BY A THIRD PARTY"
    old = _asked(words, says={"dateCreated": "2023-05-01"})

    assert old == [("RGT006", Severity.WARNING)]
    assert _asked(words, says={"dateCreated": "2024-05-25"}) == [("RGT006", Severity.INFO)]
    assert _asked("HANDOUT") == []


def test_a_minor_who_is_named_is_asked_about():
    """Only where the file says both."""
    says = {"minorModelAgeDisclosure": "http://ns.useplus.org/ldf/vocab/AG-A15"}
    named = says | {"personInImageNames": "Mia Lind"}

    assert _asked(says=named, caption="Mia Lind at school.") == [("RGT007", Severity.WARNING)]
    assert _asked(says=named, caption="A pupil at school.") == []
    assert _asked(says=says, caption="Mia Lind at school.") == []


def test_a_caption_without_rights_is_asked_about():
    """A file that was described and says nothing of its owner."""
    says = {"description": "A boat."}

    assert _asked(says=says, credit="Ana Silva") == [("RGT004", Severity.WARNING)]
    assert _asked(says=says, credit="Ana Silva/AP") == [("RGT004", Severity.INFO)]
    assert _asked(says=says | {"source": "AP"}) == []


def test_a_caption_without_rights_under_an_agency_says_why_it_is_only_mentioned():
    says = {"description": "A boat."}
    found = [
        finding.message
        for credit in ("Ana Silva", "Ana Silva/AP")
        for finding in run(proof(photo(says=says, credit=credit)))
        if finding.code == "RGT004"
    ]

    assert ["agency" in message for message in found] == [False, True]


def test_rights_are_let_pass_by_name_only(tmp_path):
    """The words of the file can be shown: findings of one cause keep their words."""
    read = proof(photo(says={"instructions": "PERU OUT"}), photo(says={"instructions": "PERU OUT"}),
                 territory="PE")  # fmt: skip
    (finding,) = (f for f in run(read) if f.code == "RGT002")

    assert [finding.text, len(finding.places)] == ["PERU OUT", 1]
