"""A story in Markdown: what is a photograph, a caption, a credit line, a body."""

import re

import pytest

from cutline.model import FocalPoint, Severity, Span
from cutline.story import (
    PARSE_FINDINGS,
    Draft,
    DraftPhotograph,
    compose,
    line_column,
    parse,
)


def placed(paragraph):
    """The only placement of a story that is one paragraph."""
    (placement,) = parse(paragraph).story.placements
    return placement


def names(text):
    return [finding.name for finding in parse(text).findings]


@pytest.mark.parametrize(
    ("under", "caption", "credit"),
    [
        ("", "", ""),
        ("Words.", "Words.", ""),
        ("Words. [Ana Silva/AP]", "Words.", "Ana Silva/AP"),
        ("Words.\n[Ana Silva/AP]", "Words.", "Ana Silva/AP"),
        ("Two\nlines. [AP]  ", "Two lines.", "AP"),
        ("Hard  \nbreak. [AP]", "Hard\nbreak.", "AP"),
        ("[AP]", "", "AP"),
        (
            "From [left] to right. [A. B. Smith/x.org via AP]",
            "From [left] to right.",
            "A. B. Smith/x.org via AP",
        ),
        ("Words. [Ana [sic] Silva/AP]", "Words.", "Ana [sic] Silva/AP"),
        ("Words. [*Ana* **Silva**/AP]", "Words.", "Ana Silva/AP"),
        ("*Words. [AP]*", "Words.", "AP"),
        ("Words. [Ana &amp; Bo]", "Words.", "Ana & Bo"),
        ("Words. [page](http://a.example)", "Words. page", ""),
        ("Words. [Photo: [Ana](http://a.example)/AP]", "Words.", "Photo: Ana/AP"),
        ("Words [sic].", "Words [sic].", ""),
        (r"Words. \[AP\]", "Words. [AP]", ""),
        ("Words `[AP]`", "Words [AP]", ""),
        ("Words. []", "Words.", ""),
        ("Words &lt;b&gt; <b>bold</b>", "Words <b> <b>bold</b>", ""),
        ("<!-- cutline: caption missing -->\n[AP]", "", "AP"),
        ("One\n<!-- note -->\ntwo <!-- note --> three", "One two three", ""),
    ],
)
def test_caption_and_credit(under, caption, credit):
    """The lines under an image are its caption; a bracketed text that ends it is its credit."""
    placement = placed(f"![alt](a.jpg)\n{under}")

    assert (placement.caption.text, placement.credit.text) == (caption, credit)


@pytest.mark.parametrize(
    ("image", "target", "alt"),
    [
        ("![A boat](boat.jpg)", "boat.jpg", "A boat"),
        ("![](../photographs/a/boat.3fa9.jpg)", "../photographs/a/boat.3fa9.jpg", ""),
        ("![A *red* boat &amp; b](<my boat.jpg>)", "my boat.jpg", "A red boat & b"),
        ("![a](my%20boat.jpg)", "my boat.jpg", "a"),
        ("![a](%E6%9C%9D.jpg)", "朝.jpg", "a"),
        ("![a](100%25.jpg)", "100%.jpg", "a"),
        ("![a](50%.jpg)", "50%.jpg", "a"),
        ("![a](%FF.jpg)", "%FF.jpg", "a"),
        ('![a](b.jpg "A title")', "b.jpg", "a"),
        ("![a](b(1).jpg)", "b(1).jpg", "a"),
        ("![two\nlines](b.jpg)", "b.jpg", "two lines"),
        ("![a][boat]\n\n[boat]: b%20c.jpg", "b c.jpg", "a"),
    ],
)
def test_alt_text_and_target(image, target, alt):
    """The target is the path as the file is called; the alt text is plain words."""
    placement = placed(image)

    assert (placement.target, placement.alt.text) == (target, alt)
    assert names(image) == []


@pytest.mark.parametrize(
    "target",
    [
        "",
        "/a.jpg",
        "//host/a.jpg",
        "http://a.example/b.jpg",
        "C:/a.jpg",
        r"a\b.jpg",
        "a%00.jpg",
        "< >",
    ],
)
def test_a_target_that_names_no_photograph(target):
    """The placement stays, and one finding says what is wrong with its target."""
    parsed = parse(f"Before.\n\n![a]({target})")

    (finding,) = parsed.findings
    assert (finding.name, finding.severity) == ("photo-target", Severity.ERROR)
    assert (finding.place.photo, finding.place.field, finding.line) == (0, "target", 3)
    assert len(parsed.story.placements) == 1


def test_attributes():
    """Layout, focal point, lead and decorative are read; others are kept."""
    placement = placed(
        """![](a.jpg){layout=wide focal="0.4, 0.3" lead decorative x=1 y='a}b' .z}"""
    )

    assert (placement.layout, placement.focal) == ("wide", FocalPoint(0.4, 0.3))
    assert placement.lead
    assert placement.decorative
    assert placement.options == {"x": "1", "y": "a}b", ".z": ""}


@pytest.mark.parametrize(
    "written",
    ["{focal=2,2}", '{focal="a"}', "{focal}", "{layout=huge}", "{lead=yes}", '{x="}', "{", "{=}"],
)
def test_attributes_that_cannot_be_read(written):
    """A malformed attribute is a finding and changes nothing."""
    parsed = parse(f"![a](b.jpg){written}\nWords.")

    assert [finding.name for finding in parsed.findings] == ["photo-attribute-value"]
    assert parsed.story.placements[0].focal is None
    assert parsed.story.placements[0].layout is None


def test_a_wrong_layout_or_focal_point_says_what_is_right():
    """The layouts are listed, and a focal point is said to be two fractions."""
    layout, focal = parse('![a](b.jpg){layout=wie focal="2,3"}').findings

    assert layout.hint == "the layouts are lead, wide, column, pair, portrait, bleed"
    assert "two numbers from 0 to 1" in focal.hint
    assert placed("![](b.jpg){" + focal.hint.split(": ")[1] + "}").focal == FocalPoint(0.5, 0.3)


def test_an_unknown_attribute_is_told_once():
    """The same attribute on three photographs is one finding."""
    assert names("![a](1.jpg){x}\n\n![a](2.jpg){x}\n\n![a](3.jpg){x y}") == ["photo-attribute"] * 2


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        ("![a](0.jpg)\n\n![b](1.jpg)", 0),
        ("![a](0.jpg)\n\n![b](1.jpg){lead}", 1),
        ("![a](0.jpg)\n\n![b](1.jpg){layout=lead}", 1),
        ("![a](0.jpg)\n\n![b](1.jpg){lead}\n\n![c](2.jpg){lead}", 1),
    ],
)
def test_which_photograph_leads(text, lead):
    """The first, unless one says so."""
    placements = parse(text).story.placements

    assert [number for number, placement in enumerate(placements) if placement.lead] == [lead]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Words ![in](a.jpg) words.", "photo-in-text"),
        ("> ![quoted](a.jpg)", "photo-in-text"),
        ("- ![listed](a.jpg)", "photo-in-text"),
        ("# ![head](a.jpg)", "photo-in-text"),
        ("[![linked](a.jpg)](https://b.example/)", "photo-in-text"),
        ("![a](a.jpg)\n![b](b.jpg)", "photo-in-text"),
        ("![a](my boat.jpg)", "photo-unread"),
        ("![a]", "photo-unread"),
        ("![a](a.jpg)\nWords. AP]", "credit-bracket"),
        ("[x](javascript:alert(1))", "link-address"),
        ("[x](data:text/html,a)", "link-address"),
        ("[x](http:a.example)", "link-address"),
        ("[x](../b.html)", "link-address"),
        ("[x](#end)", "link-address"),
        ("[x](//a.example/b)", "link-address"),
        ("![a](a.jpg)\n[x](#photo-2) words", "link-address"),
        (">" * 100 + " x", "nesting"),
        ("![a](a.jpg){lead}\n\n![a](a.jpg){lead}", "photo-lead-twice"),
        ("![a](a.jpg)\nWords.\n[Ana Silva/AP", "credit-bracket"),
        ("---\npublished: 10 April 2026\n---\n", "published-date"),
        ("---\npublished: 2026-04-31\n---\n", "published-date"),
        ("---\nlanguage: Deutsch\n---\n", "language-tag"),
        ("---\nheadline: a\n", "front-matter-unclosed"),
        ("---\nheadline: a: b\n---\n", "front-matter"),
        ("---\n\theadline: a\n---\n", "front-matter"),
        ("---\n- a\n---\n", "front-matter"),
        ("---\nheadline: a\nheadline: b\n---\n", "front-matter-duplicate"),
        ("---\nmood: good\n---\n", "front-matter-key"),
        ("---\nheadline: [a, b]\n---\n", "front-matter-value"),
        ("---\nheadline: &x a\n---\n", "front-matter-value"),
        ("---\nheadline: *x\n---\n", "front-matter-value"),
        ("---\nheadline: !!str a\n---\n", "front-matter-value"),
        ("---\n? [a]\n: b\n---\n", "front-matter-value"),
        ("---\nheadline: " + "x" * 65536 + "\n---\n", "front-matter-size"),
        ("Words <!-- without end", "comment-unclosed"),
    ],
)
def test_slips_are_findings(text, name):
    """Each slip is one finding with a place in the file, a message and a hint."""
    (finding,) = parse(text).findings

    known = {slip.code: slip for slip in PARSE_FINDINGS}
    assert finding.name == name == known[finding.code].name
    assert finding.severity == known[finding.code].severity
    assert finding.line is not None
    assert finding.message
    assert finding.hint


@pytest.mark.parametrize(
    ("front", "place", "said"),
    [
        ('kicker: k\nheadline: "The preview\nbyline: "Ana"', (3, 11), "of “headline” opens here"),
        ('kicker: k\nheadline: "The preview\nbyline: Ana', (3, 11), "never closed"),
        ("headline: 'Words\r\nkicker: 'k'", (2, 11), "never closed"),
        ('"headline: a', (2, 1), "never closed"),
        ('headline: "A" and B\nkicker: k', (2, 15), "after the end of a text"),
        ("headline: 'It's so'\nkicker: k", (2, 15), "after the end of a text"),
        (r'headline: "c:\q"', (2, 14), "a backslash here"),
        ("headline: One: two", (2, 14), "a second colon"),
        ("kicker: k\nsome words\nbyline: b", (3, 1), "no key"),
        ("kicker: k\n\theadline: a", (3, 1), "a tab"),
        ("headline: @ana", (2, 11), "cannot begin with “@”"),
        ("headline: **bold** words", (2, 11), "cannot begin with “*”"),
        ("headline: | words", (2, 11), "cannot begin with “|”"),
        ("headline: - words", (2, 11), "cannot begin with “-”"),
        ("headline: [Ana\nkicker: k", (2, 11), "“[” begins a list or a map"),
        ("  headline: a\nkicker: k", (3, 1), "from here on"),
    ],
)
def test_a_mistake_in_the_front_matter_is_told_where_it_begins(front, place, said):
    """In words about what was typed; those of YAML's grammar reach nobody."""
    found = parse(f"---\n{front}\n---\n").findings
    (finding,) = (each for each in found if each.name == "front-matter")

    assert (finding.line, finding.column) == place
    assert said in finding.message
    assert not re.search("expected|scalar|token|mapping|block", finding.message + finding.hint)


@pytest.mark.parametrize(
    "text",
    [
        "Words [x](http://a.example) <mailto:a@b.example> [y](HTTPS://c.example/#d)",
        "<!-- a remark -->\n\nWords.",
        "<!-- over\n\nblank lines -->\n\nWords.",
        "<!-- cutline: allow credit-missing – from the archive -->\n![a](b.jpg)",
        "---\nkicker: NO\nheadline: 12:30\n---\n",
        "",
        "\ufeff",
        "---\n---\n",
    ],
)
def test_what_is_right_is_silent(text):
    """No finding where nothing is wrong."""
    assert parse(text).findings == ()


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("22.11.2026", "write 2026-11-22"),
        ("22/11/2026", "write 2026-11-22"),
        ("11/22/2026", "write 2026-11-22"),
        ("5.5.2026", "write 2026-05-05"),
        ("5 November 2026", "write 2026-11-05"),
        ("November 5, 2026", "write 2026-11-05"),
        ("5. November 2026", "write 2026-11-05"),
        ("5.11.2026", "write it as 2026-01-31"),
        ("31.6.2026", "write it as 2026-01-31"),
        ("2026-04-31", "write it as 2026-01-31"),
        ("November 2026", "write it as 2026-01-31"),
        ("22 November", "write it as 2026-01-31"),
        ("22.11.2026 or 23.11.2026", "write it as 2026-01-31"),
        ("yesterday", "write it as 2026-01-31"),
    ],
)
def test_a_day_is_offered_where_only_one_can_be_meant(written, hint):
    (finding,) = parse(f"---\npublished: {written}\n---\n").findings

    assert (finding.name, finding.hint) == ("published-date", hint)


def test_comments_are_no_words():
    """A comment alone, or in a paragraph, is never body text."""
    story = parse("<!-- a\n\n* b -->\n\nOne <!-- c --> two.\n\n<!-- d -->").story

    assert [passage.text for passage in story.body] == ["One two."]
    assert len(story.blocks) == 1


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("NO", "NO"),
        ("12:30", "12:30"),
        ("2023-09-13", "2023-09-13"),
        ("0x1F", "0x1F"),
        ("~", "~"),
        ("", ""),
        ("Plain  words # a comment", "Plain  words"),
        ("'It''s'", "It's"),
        (r'"A \"b\" \u00e9 \x41\tc"', 'A "b" é A\tc'),
        ("plain\n  folded\n\n  again", "plain folded\nagain"),
        ('"double\n  folded \\\n  joined"', "double folded joined"),
        (">\n  folded\n  lines", "folded lines"),
        ("|\n  kept\n  lines", "kept\nlines"),
        ("separ\u2028ator \x85 kept", "separ\u2028ator \x85 kept"),
        ("half \ud800", "half \ufffd"),
    ],
)
def test_values_of_the_front_matter_are_text(written, words):
    """No value is taken for a truth value, a time, a date or a number."""
    assert parse(f"---\nheadline: {written}\nkicker: k\n---\n").story.headline.text == words


def test_front_matter_keys():
    """Known keys are read, others kept as written; the language defaults to English."""
    story = parse("---\nbyline: Ana\nlanguage: pt-BR\ntags: [a, b]\nn: 1\n---\n").story

    assert (story.byline.text, story.language) == ("Ana", "pt-BR")
    assert story.extra == {"tags": "[a, b]", "n": "1"}
    assert parse("Words.").story.language == "en"


def test_what_stands_before_a_mistake_is_kept():
    """A mistake in one line of the front matter does not lose those above it."""
    story = parse("---\nkicker: Photos\nheadline: a: b\n---\n\nWords.").story

    assert story.kicker.text == "Photos"
    assert [passage.text for passage in story.body] == ["Words."]


def test_blocks_of_the_body():
    """Headings, lists, quotations, code and rules nest as in CommonMark."""
    story = parse("## H\n\n3. a\n4. b\n   - c\n\n> q\n\n```\nx = 1\n```\n\n***\n\nend").story

    assert [block.kind for block in story.blocks] == [
        "heading",
        "ordered",
        "quote",
        "code",
        "rule",
        "paragraph",
    ]
    heading, ordered, *_ = story.blocks
    assert (heading.level, ordered.level) == (2, 3)
    assert [child.kind for child in ordered.children] == ["item", "item"]
    assert [child.kind for child in ordered.children[1].children] == ["paragraph", "list"]
    assert [passage.text for passage in story.body] == ["H", "a", "b", "c", "q", "x = 1", "end"]


def test_a_line_under_a_caption_is_a_rule():
    """``---`` right under a photograph does not make it a heading."""
    story = parse("![a](b.jpg)\nWords.\n---\nMore.").story

    assert story.placements[0].caption.text == "Words."
    assert [getattr(block, "kind", "photo") for block in story.blocks] == [
        "photo",
        "rule",
        "paragraph",
    ]


def test_styles_become_runs():
    """Emphasis, strong, code and links are runs; a link with a foreign scheme is plain."""
    (passage,) = parse("a *b **c*** `d` [e](http://f.example/ü) [g](x:y)").story.body

    styles = [(r.text, r.emphasis, r.strong, r.code, r.href) for r in passage.runs]
    assert ("c", True, True, False, None) in styles
    assert ("d", False, False, True, None) in styles
    assert ("e", False, False, False, "http://f.example/%C3%BC") in styles
    assert passage.text == "a b c d e g"
    assert styles[-1] == (" g", False, False, False, None)


def test_places_of_a_placement():
    """Whole placement, target, and where a caption would be put in, in the source's own offsets."""
    source = "\ufeffIntro.\r\n\r\n![A boat](<a b.jpg>){lead}\r\nWords. [AP]\r\n"
    placement = placed(source)

    assert placement.span.cut(source) == "![A boat](<a b.jpg>){lead}\r\nWords. [AP]"
    assert placement.target_at.cut(source) == "a b.jpg"
    assert source[: placement.caption_at].endswith("{lead}")
    assert placement.alt.source.cut(source) == "A boat"
    assert placement.caption.source.cut(source) == "Words."
    assert placement.credit.source.cut(source) == "AP"
    assert placement.caption.at(Span(0, 5)).cut(source) == "Words"


@pytest.mark.parametrize(
    ("text", "offset", "expected"),
    [
        ("", 0, (1, 1)),
        ("ab", 2, (1, 3)),
        ("a\nb", 2, (2, 1)),
        ("a\r\nb", 3, (2, 1)),
        ("a\rb", 2, (2, 1)),
        ("a\u2028\x0c\x85b", 4, (1, 5)),
        ("😀b", 1, (1, 2)),
    ],
)
def test_line_and_column(text, offset, expected):
    """Lines end at LF, CR LF and CR only; columns are code points."""
    assert line_column(text, offset) == expected


def test_marks_that_outlived_what_they_asked_for_are_told():
    """Each under its field; those of what is still missing are not, nor other comments."""
    draft = compose(Draft((DraftPhotograph("a.jpg"),), headline="A day"))
    written = draft.replace("![]", "![A boat at a quay]") + "A boat waits. [Ana Silva/AP]\n"
    found = [f for f in parse(written).findings if f.code == "STO017"]

    assert "STO017" not in {f.code for f in parse(draft).findings}
    assert [f.place.field for f in found] == ["alt", "caption", "credit"]
    assert {f.place.photo for f in found} == {0}
    assert all(f.text.startswith("<!-- cutline: ") and f.line for f in found)
    other = "![A boat](a.jpg)\nA boat. <!-- cutline: ask Ana, caption missing? -->"
    assert "STO017" not in {f.code for f in parse(other).findings}
