"""What a desk publishes for machines: all of it in the release, on record, and true."""

import json
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from lxml import etree, html

from cutline import store
from cutline.desk import Desk
from unit.desk.desks import cutline, desk, ferry, folder, photograph, placing, settle, story

SETTINGS = 'publication = "The Harbour Post"\nurl = "https://p.example.org/"\n'
DATED = "published: 2023-09-13\nsection: World\n"


def dated(newsroom: Path, name: str = "ferry") -> Path:
    """Give a story its day and its section."""
    path = newsroom / "stories" / name / "story.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("language: en\n", f"language: en\n{DATED}"), encoding="utf-8")
    return path


def publish(path: Path, to: Path | None = None, **terms: bool):
    asked = {"draft": False, "skip_unreadable": False, **terms}
    return Desk().publish(path, to, Desk.terms((), (), (), **asked))


@pytest.fixture
def newsroom(tmp_path: Path) -> Path:
    """A desk with an address whose dated story has been published."""
    made = desk(tmp_path / "desk", SETTINGS)
    settle()
    publish(dated(made))
    return made


def site(newsroom: Path) -> set[str]:
    root = newsroom / "site"
    paths = (path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file())
    return {path for path in paths if "/photographs/" not in path}


def test_a_release_holds_what_machines_want(newsroom):
    assert site(newsroom) == {
        "atom.xml",
        "feed.json",
        "ferry/atom.xml",
        "ferry/embed.html",
        "ferry/feed.json",
        "ferry/index.html",
        "ferry/oembed.json",
        "ferry/rss.xml",
        "ferry/story.json",
        "ferry/story.newsml.xml",
        "ferry/story.ninjs.json",
        "index.html",
        "photographer-ana-silva.html",
        "photographer-ana-silva.rss.xml",
        "photographers.html",
        "robots.txt",
        "rss.xml",
        "section-world.html",
        "section-world.rss.xml",
        "sitemap-news.xml",
        "sitemap.xml",
    }
    assert store.verify(store.of_desk(newsroom)) == ()


def test_every_address_in_them_is_a_file_of_the_site(newsroom):
    """Crawled as a machine would: no feed, sitemap or export leads to what is not there."""
    root, home = newsroom / "site", "https://p.example.org/"
    found = set()
    for path in (each for each in site(newsroom) if each.endswith(".xml")):
        tree = etree.parse(str(root / path))
        words = (text for each in tree.iter() for text in (each.text or "", *each.attrib.values()))
        found |= {text.strip() for text in words if text.strip().startswith(home)}
    for path in (each for each in site(newsroom) if each.endswith(".html")):
        tree = html.parse(str(root / path)).getroot()
        found |= {urljoin(home + path, link) for _, _, link, _ in tree.iterlinks()}
    ours = {urlsplit(address).path[1:] for address in found if address.startswith(home)}

    assert len(ours) > 15
    for path in ours:
        target = root / path
        assert (target / "index.html" if path.endswith("/") or not path else target).is_file(), path


def test_the_record_names_every_page(newsroom):
    """What has to be taken down can be found by it."""
    (record,) = (newsroom / "editions" / "ferry").glob("*.json")
    pages = json.loads(record.read_text())["pages"]

    assert sorted(pages) == sorted(path for path in site(newsroom) if path.startswith("ferry/"))


def test_publishing_again_changes_nothing(newsroom):
    """With the note, and without it, when every text is made again and compared."""
    assert not publish(newsroom / "stories/ferry/story.md").changed
    for note in (newsroom / ".cutline" / "cache").rglob("note.*"):
        note.unlink()
    assert not publish(newsroom / "stories/ferry/story.md").changed


def test_another_address_makes_every_text_anew(newsroom):
    (newsroom / "cutline.toml").write_text(SETTINGS.replace("p.example", "q.example"))
    result = publish(newsroom / "stories/ferry/story.md")

    assert (result.changed, result.rendered) == (True, 0)
    for path in site(newsroom) - {"ferry/story.json"}:
        assert b"https://p.example.org/" not in (newsroom / "site" / path).read_bytes(), path


def test_a_second_story_is_in_lists_and_feeds_and_leaves_the_first_alone(newsroom):
    before = (newsroom / "site/ferry/rss.xml").stat().st_ino
    photograph(newsroom / "photographs" / "3.jpg", 3)
    block = placing("../../photographs/3.jpg", "A mill", "The mill stands still.")
    story(newsroom / "stories" / "mill" / "story.md", block, headline="The mill")
    publish(dated(newsroom, "mill"))
    root = newsroom / "site"

    titles = etree.parse(str(root / "rss.xml")).xpath("//item/title/text()")
    assert sorted(titles) == ["The last ferry", "The mill"]
    assert (root / "ferry/rss.xml").stat().st_ino == before
    assert {"photographer-ana-silva.html"} <= site(newsroom)
    assert len(etree.parse(str(root / "sitemap.xml")).getroot()) == 2


def test_a_desk_without_address_is_told_once(tmp_path):
    """What is left out is said with the first release, and not with every one."""
    made = desk(tmp_path / "desk")
    settle()
    first = publish(made / "stories/ferry/story.md")
    ferry(made, "The ferries pass at dusk.")
    second = publish(made / "stories/ferry/story.md")

    assert [notice for notice in first.news if "feeds and sitemaps" in notice]
    assert not [notice for notice in second.news if "feeds and sitemaps" in notice]
    assert site(made) == {
        "ferry/embed.html",
        "ferry/index.html",
        "ferry/story.json",
        "index.html",
        "photographer-ana-silva.html",
        "photographers.html",
    }


def test_a_loose_folder_is_told_nothing(tmp_path):
    """It has no settings, so that there is nothing to set."""
    result = publish(folder(tmp_path / "trip"), tmp_path / "out")

    assert result.notices == ()
    names = {path.name for path in (tmp_path / "out").iterdir()}
    assert names == {"index.html", "embed.html", "story.json", "photographs"}


def test_a_site_of_one_story_has_its_sitemap(tmp_path):
    made = desk(tmp_path / "desk", SETTINGS)
    settle()
    publish(dated(made), tmp_path / "out")
    loc = etree.parse(str(tmp_path / "out" / "sitemap.xml")).getroot()[0][0].text

    assert loc == "https://p.example.org/"
    assert (tmp_path / "out" / "robots.txt").is_file()
    assert not publish(made / "stories/ferry/story.md", tmp_path / "out").changed


def test_a_draft_is_told_to_no_machine(tmp_path):
    made = desk(tmp_path / "desk", SETTINGS)
    settle()
    publish(dated(made), draft=True)
    told = {path for path in site(made) if not path.endswith(".html")}

    assert not any(path.startswith("ferry/") for path in told)
    assert not any(b"ferry" in (made / "site" / path).read_bytes() for path in told)


FAULTY = (
    placing("../../photographs/1.jpg", "A boat", "The the boat leaves at noon .", "Ana Silva/ /AP"),
    "A  paragraph with “one quotation mark.",
    placing("../../photographs/2.jpg", "A boat", "Thе cook of the last crossing.", "Ana Silva"),
)


def test_story_json_is_checked_with_the_same_findings(tmp_path):
    """Every finding of the words comes again, in the same place; none is added."""
    made = desk(tmp_path / "desk", SETTINGS)
    path = story(made / "stories" / "ferry" / "story.md", *FAULTY)
    settle()
    dated(made)
    codes = sorted({found["code"] for found in findings(path) if found["severity"] == "error"})
    words = [part for code in codes for part in ("--override", code)]
    words += ["--by", "Ana Silva", "--reason", "a test"] * len(codes)
    run = cutline("publish", path, *words)
    assert run.exit_code == 0, run.stderr
    there = findings(made / "site" / "ferry" / "story.json")

    assert len(places(findings(path))) > 5
    assert places(there) == places(findings(path))


def findings(path: Path) -> list[dict]:
    return json.loads(cutline("check", path, "--format", "jsonl").stdout)["findings"]


def places(found: list[dict]) -> list[tuple]:
    """Where each finding is; those of files, and of a desk's settings, are not asked of JSON."""
    apart = ("PIC", "STO", "RGT", "STY004")
    told = (each for each in found if not each["code"].startswith(apart))
    return sorted((e["code"], e["photo"] or 0, e["field"], str(e["span"])) for e in told)
