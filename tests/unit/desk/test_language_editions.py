"""One story in several languages on one site: each page leads to the others that are there."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from cutline.desk.crawl import crawl
from cutline.desk.remembered import siblings, unsettled
from unit.desk.desks import cutline, desk, photograph, placing

URL = "https://harbour.example.org/"
WHO = ("--by", "Ana Silva", "--reason", "It is wrong.")


@pytest.fixture
def newsroom(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    made = desk(tmp_path / "desk", f'url = "{URL}"\n')
    monkeypatch.chdir(made)
    return made


def tell(made: Path, name: str, language: str, translations: str = "", photo: int = 1) -> None:
    path = made / "stories" / name / "story.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    front = f"headline: The ferry in {language}\nlanguage: {language}\n"
    front += f"translations: {translations}\n" if translations else ""
    place = placing(f"../../photographs/{photo}.jpg")
    path.write_text(f"---\n{front}---\n\n{place}\n", encoding="utf-8")


def run(*words: object) -> str:
    done = cutline(*words)
    assert done.exit_code == 0, done.stderr
    return done.stdout + done.stderr


def publish(name: str, *words: str) -> str:
    return run("publish", f"stories/{name}", *words)


def links(made: Path, name: str) -> dict[str, str]:
    page = html.fromstring((made / "site" / name / "index.html").read_bytes())
    told = {a.get("hreflang"): a.get("href") for a in page.xpath("//nav[@class='editions']/a")}
    said = page.xpath("//link[@rel='alternate'][@hreflang]")
    assert {a.get("hreflang") for a in said} >= set(told)
    return told


def whole(made: Path) -> bool:
    return list(crawl(made / "site", URL)) == []


def test_a_page_leads_to_what_is_published_after_it(newsroom):
    """One naming is enough for both; nothing is linked before it is there."""
    tell(newsroom, "ferry", "en", "{de: faehre}")
    assert "“faehre” is not on the site" in publish("ferry")
    assert links(newsroom, "ferry") == {}

    tell(newsroom, "faehre", "de")
    assert "“ferry” was printed again" in publish("faehre")

    assert links(newsroom, "ferry") == {"de": "../faehre/index.html"}
    assert "printed again" not in publish("faehre"), "what happened once is told once"
    assert links(newsroom, "faehre") == {"en": "../ferry/index.html"}
    assert whole(newsroom)
    for note in (newsroom / ".cutline" / "cache").glob("*/note.*"):
        note.unlink()
    assert "nothing has changed" in publish("ferry")
    assert "not on the site" not in publish("ferry")


def test_three_languages_know_each_other_through_one(newsroom):
    tell(newsroom, "ferry", "en", f"{{de: faehre, fr: {URL}bac/}}")
    for name, language in (("faehre", "de"), ("bac", "fr")):
        tell(newsroom, name, language)
        publish(name)
    assert links(newsroom, "bac") == {}

    publish("ferry")

    assert set(links(newsroom, "bac")) == {"de", "en"}
    assert set(links(newsroom, "faehre")) == {"fr", "en"}
    assert set(links(newsroom, "ferry")) == {"de", "fr"}
    assert whole(newsroom)


def test_a_story_that_goes_is_linked_no_more_and_its_return_is(newsroom):
    tell(newsroom, "ferry", "en", "{de: faehre}")
    tell(newsroom, "faehre", "de")
    publish("ferry")
    publish("faehre")

    said = run("withdraw", "stories/faehre", *WHO)

    assert links(newsroom, "ferry") == {}
    assert f"{URL}ferry/" in said, "caches must drop the page that led to it"
    assert whole(newsroom)
    run("publish", "stories/faehre", "--override", "withdrawn", *WHO)
    assert links(newsroom, "ferry") == {"de": "../faehre/index.html"}


@pytest.mark.parametrize("address", ["faehre", "faehre/", "faehre/index.html"])
def test_an_address_of_the_site_counts_for_the_story_there(newsroom, address):
    tell(newsroom, "faehre", "de")
    publish("faehre")
    tell(newsroom, "ferry", "en", f"{{de: {URL}{address}}}")

    assert "not on the site" not in publish("ferry")
    assert links(newsroom, "ferry") == {"de": "../faehre/index.html"}


def test_a_kill_that_takes_a_whole_story_takes_the_links_to_it(newsroom):
    """In every kept release."""
    tell(newsroom, "ferry", "en", "{de: faehre}", photo=2)
    tell(newsroom, "faehre", "de", photo=1)
    publish("ferry")
    publish("faehre")
    publish("ferry")

    run("kill", "photographs/1.jpg", *WHO)

    assert links(newsroom, "ferry") == {}
    assert whole(newsroom)
    for release in (newsroom / "releases").iterdir():
        if release.name.isdigit() and (release / "www").is_dir():
            assert b"faehre" not in b"".join(p.read_bytes() for p in release.rglob("*.html"))


def test_a_step_back_keeps_the_links_of_today(newsroom):
    tell(newsroom, "ferry", "en", "{de: faehre}")
    publish("ferry")
    tell(newsroom, "faehre", "de")
    publish("faehre")
    page = newsroom / "stories" / "ferry" / "story.md"
    page.write_text(page.read_text().replace("at noon", "at night"))
    publish("ferry")

    run("rollback", "stories/ferry")

    assert "at noon" in (newsroom / "site" / "ferry" / "index.html").read_text()
    assert links(newsroom, "ferry") == {"de": "../faehre/index.html"}
    assert whole(newsroom)


def test_no_published_page_leads_to_a_draft(newsroom):
    tell(newsroom, "ferry", "en", "{de: faehre}")
    tell(newsroom, "faehre", "de")
    run("publish", "stories/faehre", "--draft")
    publish("ferry")

    assert links(newsroom, "ferry") == {}
    draft = html.fromstring((newsroom / "site" / "faehre" / "index.html").read_bytes())
    assert draft.xpath("//nav[@class='editions']/a/@href") == ["../ferry/index.html"]


def test_a_page_that_no_record_can_print_stays_as_it_is(newsroom):
    photograph(newsroom / "photographs" / "3.jpg", 3)
    tell(newsroom, "ferry", "en", "{de: faehre}")
    tell(newsroom, "faehre", "de", photo=3)
    publish("ferry")
    before = (newsroom / "site" / "ferry" / "index.html").read_bytes()
    for record in (newsroom / "editions").rglob("*.json"):
        record.unlink()

    said = publish("faehre")

    assert (newsroom / "site" / "ferry" / "index.html").read_bytes() == before
    assert "publish it again" in said
    publish("ferry")
    assert links(newsroom, "ferry") == {"de": "../faehre/index.html"}


@pytest.mark.parametrize(
    "words", [("withdraw", "stories/faehre"), ("kill", "photographs/3.jpg")], ids=["story", "photo"]
)
def test_what_must_go_goes_though_a_page_that_led_there_cannot_be_printed_again(newsroom, words):
    """Its link is dead then, and a person is told; what readers must not see is gone."""
    photograph(newsroom / "photographs" / "3.jpg", 3)
    tell(newsroom, "ferry", "en", "{de: faehre}")
    tell(newsroom, "faehre", "de", photo=3)
    publish("faehre")
    publish("ferry")
    for record in (newsroom / "editions" / "ferry").rglob("*.json"):
        record.unlink()

    said = run(*words, *WHO)

    assert "“ferry” links to its old languages" in said
    assert not (newsroom / "site" / "faehre").exists()
    assert (newsroom / "site" / "ferry" / "index.html").is_file()
    publish("ferry")
    assert links(newsroom, "ferry") == {}
    assert whole(newsroom)


def test_a_language_is_one_however_its_tag_is_written(newsroom):
    tell(newsroom, "ferry", "en", "{pt-BR: balsa, pt-br: barca}")
    for name, language in (("balsa", "pt-BR"), ("barca", "pt-br")):
        tell(newsroom, name, language)
        publish(name)
    publish("ferry")

    assert links(newsroom, "ferry") == {"pt-BR": "../balsa/index.html"}


SLUGS = st.sampled_from("abcdefg")
DESKS = st.dictionaries(
    SLUGS,
    st.fixed_dictionaries(
        {
            "language": st.sampled_from(["en", "de", "fr", "ar"]),
            "draft": st.booleans(),
            "translations": st.lists(st.tuples(st.just("de"), SLUGS).map(list), max_size=3),
            "siblings": st.just([]),
        }
    ),
    min_size=1,
)


@given(DESKS)
def test_links_are_of_what_is_there_in_other_languages_and_settle_at_once(stories):
    settled = {
        slug: {**facts, "siblings": [list(each) for each in siblings(stories, slug, URL)]}
        for slug, facts in stories.items()
    }
    assert unsettled(settled, URL) == {}
    for slug, facts in settled.items():
        for tag, other in facts["siblings"]:
            assert other != slug
            assert tag == stories[other]["language"] != facts["language"]
            assert facts["draft"] or not stories[other]["draft"]


def test_stepping_back_passes_over_a_release_that_differs_only_in_links(newsroom):
    """What the site would show then is what it shows now."""
    tell(newsroom, "ferry", "en", "{de: faehre}", photo=1)
    publish("ferry")
    tell(newsroom, "ferry", "en", "{de: faehre}", photo=2)
    publish("ferry")
    tell(newsroom, "faehre", "de")
    publish("faehre")

    said = run("rollback", "ferry")

    assert "release 0001" in said
    assert links(newsroom, "ferry") == {"de": "../faehre/index.html"}
    shown = {path.name[0] for path in (newsroom / "site/ferry/photographs").iterdir()}
    assert shown == {"1"}
    assert whole(newsroom)
