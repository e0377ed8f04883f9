"""The plain text of galleries, as people copy it from many outlets' pages."""

from textwrap import fill

import pytest

from cutline.model import ReadError
from cutline.wire.gallery.credits import cut_credit
from cutline.wire.gallery.text import read_gallery_text
from cutline.wire.received import Received
from unit.wire.readers import is_credit

A = "Two women carry a dog through brown water"
B = "A man in a red coat sits on a roof"
C = "Mud covers the nave of a small church"
ONE = "Neighbours bring the last animals over the old bridge."
TWO = "Jean Dupont waited nine hours for a boat, he said."
THREE = "The church of St Anne was built in 1612."
HEAD = "The river took the lower town in one night"
BODY = "The water came after midnight, and by four the bridge was gone."


def read(text: str) -> Received:
    return read_gallery_text(text.encode(), "“g.txt”", "en", is_credit)


def printed(text: str) -> list[tuple[str | None, str, str]]:
    placements = read(text).story.placements
    return [
        (None if each.alt is None else each.alt.text, each.caption.text, each.credit.text)
        for each in placements
    ]


def test_alt_and_caption_lines_that_end_in_a_bracket():
    """The line above a credited caption is its alt text where most captions have one."""
    text = f"{HEAD}\n\nHelpers came.\n\n{A}\n{ONE} [Ana Silva/AFP]\nPublished On 3 May 2024\n\n"
    text += f"{BODY}\n\n{B}\n{TWO} [Reuters]\n{C}\n{THREE} [Lena Graf/AP]\n"
    story = read(text).story

    assert printed(text) == [
        (A, ONE, "Ana Silva/AFP"),
        (B, TWO, "Reuters"),
        (C, THREE, "Lena Graf/AP"),
    ]
    assert (story.headline.text, story.standfirst.text) == (HEAD, "Helpers came.")
    assert story.published.text == "2024-05-03"
    assert [passage.text for passage in story.body] == [BODY]


def test_an_alt_text_that_carries_a_credit_is_no_photograph():
    """Among pairs, two credited lines in a row are an alt text and its caption."""
    text = f"{HEAD}\n\n{A}\n{ONE} [AFP]\n{B} [KCNA via Reuters]\n{TWO} [Lena Graf/AP]\n{C}\n"
    text += f"{THREE} [AP]"

    assert printed(text)[1] == (f"{B} [KCNA via Reuters]", TWO, "Lena Graf/AP")


ANA, OMAR = "Photograph: Ana Silva/AFP", "Photograph: Omar Haddad/Reuters"


@pytest.mark.parametrize(
    "text",
    [
        f"{HEAD}\n\n{ONE} {ANA}\n\n{TWO} {OMAR}",
        f"{HEAD}\n\n{ONE}\n{ANA}\n\n{TWO}\n{OMAR}",
        f"{HEAD}\n\n{ONE}\n\n{ANA}\n\n{TWO}\n\n{OMAR}",
        f"{HEAD}\n\n[Image]\n{ONE}\n({ANA})\n\n[Image]\n{TWO} ({OMAR})",
        f"{HEAD}\n\n1 / 2\n{ONE} {ANA}\n\n2 / 2\n{TWO} {OMAR}",
    ],
    ids=["inline", "below", "below a gap", "placeholders", "counters"],
)
def test_forms_without_alt_texts(text):
    """Alt texts that nobody copied are not known, which is not the same as empty."""
    assert printed(text) == [
        (None, ONE, "Photograph: Ana Silva/AFP"),
        (None, TWO, "Photograph: Omar Haddad/Reuters"),
    ]


def test_credit_before_caption_with_spoken_labels():
    """What a screen reader would hear before each."""
    text = f"{HEAD}\n\nImage source, Getty Images\nImage caption, {ONE}\n\n{BODY}\n\n"
    text += f"Image source, Reuters\nImage caption, {TWO}\n"

    assert printed(text) == [(None, ONE, "Getty Images"), (None, TWO, "Reuters")]


def test_alt_texts_with_gaps_between_all_lines():
    """One line above each caption, and never a second, is an alt text."""
    rows = [HEAD, A, f"{ONE} [AFP]", B, f"{TWO} [Reuters]", C, f"{THREE} [AP]"]

    assert [alt for alt, _, _ in printed("\n\n".join(rows))] == [A, B, C]


def test_hard_wraps_are_undone():
    """A caption over several lines is one caption."""
    caption = (
        "Neighbours bring the last animals over the old bridge, which had stood since the year "
        "1612 and fell on the morning after the flood, at ten."
    )
    blocks = (HEAD, f"{caption} [Ana Silva/AFP]", f"{BODY} {BODY} {BODY}")
    text = "\n\n".join(fill(block, 72) for block in blocks)

    assert printed(text) == [(None, caption, "Ana Silva/AFP")]
    assert [passage.text for passage in read(text).story.body] == [f"{BODY} {BODY} {BODY}"]


def test_a_heading_above_a_caption_is_part_of_it():
    """A place alone is too short for an alt text."""
    text = f"{HEAD}\n\nUpper town\n{ONE} [AFP]\n\nLower town\n{TWO} [Reuters]\n"

    assert printed(text)[0] == (None, f"Upper town {ONE}", "AFP")


def test_images_that_say_their_alt_text():
    """In brackets, or as Markdown has them, with an address."""
    text = f"{HEAD}\n\n[Image: {A}]\n{ONE} [AFP]\n\n![{B}](roof.jpg)\n{TWO}\n"

    assert printed(text) == [(A, ONE, "AFP"), (B, TWO, "")]
    assert read(text).story.placements[1].target == "roof.jpg"


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Published On 13 Sep 2023", "2023-09-13"),
        ("Wed 13 Sep 2023 14.00 BST", "2023-09-13"),
        ("September 13, 2023 at 3:45 p.m. EDT", "2023-09-13"),
        ("Veröffentlicht am 13.09.2023 um 14:00 Uhr", "2023-09-13"),
        ("Publié le 13 septembre 2023 à 14h00", "2023-09-13"),
        ("13 de septiembre de 2023", "2023-09-13"),
        ("2023-09-13", "2023-09-13"),
        ("On 13 September 2023 the two men met.", ""),
    ],
)
def test_lines_that_say_the_day(line, day):
    """In the forms of several languages; a sentence with a date in it is body text."""
    assert read(f"{HEAD}\n\n{line}\n\n{ONE} [AFP]\n").story.published.text == day


def test_lines_of_the_page_are_left_out_and_told():
    """What is left out is said, once, with how often."""
    text = f"{HEAD}\n\nShare\n\n{ONE} [AFP]\n\nAdvertisement\n\nAdvertisement\n\n{TWO} [AP]\n"
    received = read(text)

    assert received.story.body == ()
    assert any("“Advertisement” (2 times)" in note for note in received.notes)


def test_the_language_is_read_from_the_words():
    """So that only the rules that fit it are asked."""
    text = "Der Fluss\n\nDie Helfer und die Boote warten auf dem Fluss mit der Stadt. [dpa]\n"

    assert read(text).story.language == "de"


def test_kicker_and_byline():
    """Words that name a form stand above the headline; who wrote it stands below."""
    story = read(f"In pictures\n{HEAD}\nBy Mia Roth\n\n{ONE} [AFP]\n").story

    assert (story.kicker.text, story.headline.text, story.byline.text) == (
        "In pictures",
        HEAD,
        "Mia Roth",
    )


@pytest.mark.parametrize("raw", [b"", b"\n\n", b"A note.\n\nAnother one.\n", b"\x00\x01\x02"])
def test_what_is_no_gallery_is_one_sentence(raw):
    """A sentence that names the file."""
    with pytest.raises(ReadError, match=r"“g\.txt”"):
        read_gallery_text(raw, "“g.txt”", "en", is_credit)


def test_other_encodings_are_read_and_told():
    """Windows-1252 is what old systems still export."""
    received = read_gallery_text(
        f"{HEAD}\n\nCafé in the flood. [AFP]".encode("cp1252"), "“g.txt”", "en", is_credit
    )

    assert received.story.placements[0].caption.text == "Café in the flood."
    assert any("Windows-1252" in note for note in received.notes)


@pytest.mark.parametrize(
    ("text", "caption", "credit"),
    [
        ("A boat. [Ana Silva/AFP]", "A boat.", "Ana Silva/AFP"),
        ("A boat. (AP Photo/Ana Silva, File)", "A boat.", "AP Photo/Ana Silva, File"),
        ("A boat. (Ana Silva)", "A boat.", "Ana Silva"),
        ("Ana Silva (left)", "Ana Silva (left)", ""),
        ("The alliance (NATO)", "The alliance (NATO)", ""),
        ("It grew (see chart).", "It grew (see chart).", ""),
        ("A boat [sic]", "A boat [sic]", ""),
        ("A boat. Photograph: Ana Silva/The Paper", "A boat.", "Photograph: Ana Silva/The Paper"),
        ("Ein Boot. Foto: Ana Muster", "Ein Boot.", "Foto: Ana Muster"),
        ("A boat. Photo by Ana Silva/Getty Images", "A boat.", "Photo by Ana Silva/Getty Images"),
        ("A photograph by the sea", "A photograph by the sea", ""),
        (
            "Photos: When the old mayor met the new one",
            "Photos: When the old mayor met the new one",
            "",
        ),
        ("Ein Boot © Ana Muster", "Ein Boot", "© Ana Muster"),
        ("A boat. REUTERS/Ana Silva", "A boat.", "REUTERS/Ana Silva"),
        ("A boat. | Ana Silva/AFP", "A boat.", "Ana Silva/AFP"),
        ("A boat. Toni L. Sandys/AFP", "A boat.", "Toni L. Sandys/AFP"),
        ("A boat. Photograph: Ana Silva (Getty)", "A boat.", "Photograph: Ana Silva (Getty)"),
        ("", "", ""),
        ("[]", "[]", ""),
    ],
)
def test_where_a_caption_ends(text, caption, credit):
    """Brackets and labels, and names of known parties after the last sentence."""
    assert cut_credit(text, is_credit) == (caption, credit)
