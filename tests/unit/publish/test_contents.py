"""The first page of a desk's site."""

from lxml import html

from cutline.model import House
from cutline.publish import Listed, contents

FLOOD = Listed("flood", "The river came <at> night", published="2024-05-03", credit="Ana Silva/AP",
               picture="flood/photographs/a.jpg", width=480, height=320)  # fmt: skip
FAIR = Listed("fair", "A fair", published="2024-06-01", draft=True)
OLD = Listed("old", "قصة", language="ar")


def _page(*stories, **house):
    return html.document_fromstring(contents(stories, House(**house)).decode())


def test_the_newest_story_comes_first_and_the_undated_last():
    """Order is by date, whatever the order of publishing."""
    links = _page(OLD, FLOOD, FAIR).xpath("//li/a/@href")

    assert links == ["fair/index.html", "flood/index.html", "old/index.html"]


def test_a_picture_is_never_shown_without_its_credit():
    """The credit stands on this page as on the story's own."""
    figure = _page(FLOOD).xpath("//figure")[0]

    assert figure.xpath("./img/@src") == ["flood/photographs/a.jpg"]
    assert figure.xpath("string(./figcaption)").strip() == "Ana Silva/AP"


def test_words_from_outside_are_text():
    """Angle brackets in a headline are shown."""
    assert _page(FLOOD).xpath("string(//h2)") == "The river came <at> night"


def test_a_draft_is_called_one_and_a_foreign_headline_has_its_language():
    """Marks by words; direction from the story's language."""
    page = _page(FAIR, OLD)

    assert page.xpath("string(//strong)") == "Draft"
    assert page.xpath("//li[@lang='ar']/@dir") == ["rtl"]


def test_the_publication_names_the_page():
    """Its name is the title, else our words for it."""
    assert _page(publication="The Example").xpath("string(//title)") == "The Example"
    assert _page().xpath("string(//title)") == "Photo stories"


def test_facts_come_back_the_same():
    """What a release remembers is enough to print the page again."""
    assert Listed(**FLOOD.facts()) == FLOOD
