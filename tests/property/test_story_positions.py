"""Whatever a person types, a story is read, and every word knows where it stands."""

from collections.abc import Iterator

from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from cutline.model import Block, Passage, Placement, Story
from cutline.story import line_column, parse

FRAGMENTS = [
    "word",
    "Zürich",
    "朝鮮",
    "😀",
    " ",
    "  ",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "\t",
    "> ",
    ">",
    "- ",
    "1. ",
    "10) ",
    "# ",
    "### ",
    "---",
    "===",
    "*",
    "**",
    "_",
    "__",
    "`",
    "``",
    "```\n",
    "~~~\n",
    "[",
    "]",
    "(",
    ")",
    "![",
    "![alt](a.jpg)",
    "](b.jpg)",
    "{lead}",
    "{layout=wide",
    "}",
    "<",
    ">",
    "<b c.jpg>",
    "<https://a.example/b>",
    "[x](http://y.example)",
    "[x](javascript:a)",
    "[x]: /y\n",
    "[x]",
    "&amp;",
    "&#65;",
    "&",
    "\\",
    "\\*",
    "\\\n",
    "  \n",
    "    code",
    "<!--",
    "-->",
    "<!-- note -->",
    "\0",
    "\x0b",
    "\x0c",
    "\x85",
    "\u2028",
    "\ufeff",
    "\ud800",
    "a.jpg",
    ":",
    "key: ",
    '"',
    "'",
    "|",
    "%20",
]
markdown = st.lists(st.sampled_from(FRAGMENTS), max_size=30).map("".join)
anything = st.text(alphabet=st.characters(exclude_categories=()), max_size=60)
YAML = [
    "headline: ",
    "kicker: ",
    "standfirst: ",
    "x: ",
    "word",
    " ",
    "  ",
    "\n",
    "\n  ",
    "\r\n",
    "\r\n ",
    "\t",
    '"',
    "'",
    "''",
    "\\",
    "\\n",
    "\\u00e9",
    "\\ud800",
    "\\\n",
    "|",
    ">",
    "|-\n",
    ">+\n",
    "#",
    " #",
    ":",
    ": ",
    "-",
    "- ",
    "[",
    "]",
    "{",
    "}",
    ",",
    "&a ",
    "*a",
    "!t ",
    "%",
    "@",
    "\u2028",
    "\x85",
    "\0",
    "\ufeff",
    "NO",
    "12:30",
    "é",
    "...",
    "\ue000",
    "? ",
]
yaml = st.lists(st.sampled_from(YAML), max_size=25).map("".join)
fenced = st.tuples(yaml, markdown).map(lambda parts: f"---\n{parts[0]}\n---\n{parts[1]}")
stories = st.one_of(markdown, anything, fenced)


def passages(story: Story) -> Iterator[Passage]:
    yield from (story.kicker, story.headline, story.standfirst, story.published, story.byline)
    yield from story.body
    for placement in story.placements:
        assert placement.alt is not None
        yield from (placement.alt, placement.caption, placement.credit)


@settings(max_examples=600)
@given(stories)
@example("![a](b.jpg)\tx\n>\tcode\n> \t\tmore")
@example("- a\n\n\t\tcode\n\tb")
@example("1.\n\t\t\tx")
def test_every_piece_is_its_words(source):
    """Pieces are ordered, never overlap, and hold in the source what they hold in the text."""
    for passage in passages(parse(source).story):
        offset = place = 0
        for start, span in passage.pieces:
            words = span.cut(source)
            assert words
            assert words == passage.text[start : start + len(words)]
            assert start >= offset
            assert span.start >= place
            offset, place = start + len(words), span.end
            if passage.source is not None:
                assert passage.source.start <= span.start
                assert span.end <= passage.source.end
        assert offset <= len(passage.text)
        if passage.runs:
            assert "".join(run.text for run in passage.runs) == passage.text


@settings(max_examples=300)
@given(stories)
def test_blocks_and_findings_stand_in_the_source_in_order(source):
    """Spans of blocks follow each other, and a finding's line and column exist."""
    parsed = parse(source)
    end = 0
    for block in parsed.story.blocks:
        assert block.span is not None
        assert end <= block.span.start <= block.span.end <= len(source)
        end = block.span.end
    for finding in parsed.findings:
        assert finding.line is not None
        assert finding.column is not None
        assert (finding.line, finding.column) <= line_column(source, len(source))


def words_of(tokens: list[Token]) -> str:
    """The words of inline tokens as CommonMark prints them."""
    parts = []
    for token in tokens:
        if token.type in ("softbreak", "hardbreak"):
            parts.append(" " if token.type == "softbreak" else "\n")
        else:
            parts.append(words_of(token.children) if token.children else token.content)
    return "".join(parts)


PLAIN = MarkdownIt("commonmark", {"html": False, "maxNesting": 40}).disable(
    ["html_block", "html_inline"]
)
uncommented = st.lists(
    st.sampled_from(
        [f for f in FRAGMENTS if "!" not in f and f not in ("\ud800", "[x](javascript:a)")]
    ),
    max_size=25,
).map("".join)


@settings(max_examples=400)
@given(uncommented)
def test_body_text_is_what_commonmark_says(text):
    """Without photographs and comments, the words are those of the plain parser.

    A hard break at either end of a paragraph, which shows nothing, is left out.
    """
    source = "word\n\n" + text
    tokens = PLAIN.parse(source)
    expected = []
    for token in tokens:
        if token.type == "inline":
            expected.append(words_of(token.children or []).strip("\n"))
        elif token.type in ("fence", "code_block"):
            expected.append(token.content.removesuffix("\n"))

    assert [passage.text for passage in parse(source).story.body] == [t for t in expected if t]


@settings(max_examples=200)
@given(uncommented)
def test_line_endings_do_not_change_what_is_read(text):
    """LF, CR LF and CR give the same story."""
    lf = text.replace("\r\n", "\n").replace("\r", "\n")

    def shape(source: str) -> list[str]:
        return [passage.text for passage in parse(source).story.body]

    assert shape(lf) == shape(lf.replace("\n", "\r\n")) == shape(lf.replace("\n", "\r"))


@given(markdown)
def test_exactly_one_photograph_leads(text):
    """Where there are photographs, one of them leads."""
    story = parse(f"![first](1.jpg)\n\n{text}").story
    placed = [block for block in story.blocks if isinstance(block, Placement)]

    assert sum(placement.lead for placement in placed) == 1
    assert all(isinstance(block, (Placement, Block)) for block in story.blocks)
