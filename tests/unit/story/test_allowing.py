"""Allowances as a writer puts them into a story: comments and front matter."""

import pytest

from cutline.model import Span
from cutline.story import parse

PHOTO = "![A quay](a.jpg)\nBoats. [Ana Silva/AP]"


def allowed(text):
    parsed = parse(text)
    slips = [finding.code for finding in parsed.findings]
    return [(a.code, a.by, a.reason, a.photo, a.body) for a in parsed.story.allowances], slips


@pytest.mark.parametrize(
    ("comment", "code", "by", "reason"),
    [
        ("<!-- cutline: allow CRD003 – the museum asked -->", "CRD003", "", "the museum asked"),
        ("<!--cutline: allow CRD003 - asked-->", "CRD003", "", "asked"),
        ("<!-- cutline: allow crd003 — asked -->", "crd003", "", "asked"),
        ("<!-- cutline: Allow credit-style-drift: asked -->", "credit-style-drift", "", "asked"),
        (
            "<!-- cutline: allow RGT002 by Ana Silva – by phone -->",
            "RGT002",
            "Ana Silva",
            "by phone",
        ),
        (
            "<!-- cutline: allow RGT002 by Ana-Luz O’Hara -- ok -->",
            "RGT002",
            "Ana-Luz O’Hara",
            "ok",
        ),
        (
            "<!-- cutline: allow CRD003 –\n  asked by\n  the museum -->",
            "CRD003",
            "",
            "asked by the museum",
        ),
    ],
)
@pytest.mark.parametrize("gap", ["\n\n", "\n"])
def test_a_comment_before_a_photograph_is_for_it(comment, code, by, reason, gap):
    found, slips = allowed(f"Text.\n\n{comment}{gap}{PHOTO}\n")

    assert found == [(code, by, reason, 0, None)]
    assert not slips


def test_a_comment_inside_a_caption_is_for_that_photograph():
    found, _ = allowed(
        f"{PHOTO}\n\n![B](b.jpg)\nB. <!-- cutline: allow TXT003 – poster --> [Ana/AP]\n"
    )

    assert found == [("TXT003", "", "poster", 1, None)]


def test_a_comment_before_a_paragraph_is_for_that_paragraph():
    found, _ = allowed(f"{PHOTO}\n\nOne.\n\n<!-- cutline: allow TXT003 – verse -->\n\nTwo.\n")

    assert found == [("TXT003", "", "verse", None, 1)]


def test_several_rules_share_a_reason():
    found, _ = allowed(f"<!-- cutline: allow TXT003, TXT004 – verse -->\n{PHOTO}\n")

    assert [code for code, *_ in found] == ["TXT003", "TXT004"]


@pytest.mark.parametrize(
    "front",
    [
        "allow: CRD003 – the museum asked",
        'allow: ["CRD003 – the museum asked"]',
        "allow:\n  - CRD003 – the museum asked",
        "allow:\n  - CRD003: the museum asked",
        "allow:\n  CRD003: the museum asked",
    ],
)
def test_front_matter_is_for_the_whole_story(front):
    found, slips = allowed(f"---\nheadline: A\n{front}\n---\n{PHOTO}\n")

    assert found == [("CRD003", "", "the museum asked", None, None)]
    assert not slips


@pytest.mark.parametrize(
    "text",
    [
        f"<!-- cutline: allow CRD003 -->\n{PHOTO}",
        f"<!-- cutline: allow – because -->\n{PHOTO}",
        f"<!-- cutline: alow CRD003 – because -->\n{PHOTO}",
        f"---\nallow: CRD003\n---\n{PHOTO}",
        f"---\nallow: [[CRD003]]\n---\n{PHOTO}",
    ],
)
def test_without_a_reason_nothing_is_let_pass(text):
    found, slips = allowed(text)

    assert found == []
    assert slips == ["STO023"]


def test_other_comments_are_nobodys_business():
    assert allowed(f"<!-- allow CRD003 – no -->\n<!-- TODO -->\n{PHOTO}") == ([], [])


def test_an_allowance_knows_where_it_stands():
    text = f"---\r\nheadline: A\r\n---\r\n<!-- cutline: allow CRD003 – x -->\r\n{PHOTO}"
    (allowance,) = parse(text).story.allowances

    start = text.index("<!--")
    assert allowance.span == Span(start, text.index("-->") + 3)


def test_a_reason_of_any_length_is_a_reason():
    found, slips = allowed(f"<!-- cutline: allow TXT003 – {'because ' * 400}-->\n{PHOTO}\n")

    assert [each[0] for each in found] == ["TXT003"]
    assert found[0][2].startswith("because because")
    assert not slips
