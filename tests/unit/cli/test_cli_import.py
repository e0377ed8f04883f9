"""Galleries that others published: checked where they are, imported, and asked the same."""

import json
from pathlib import Path

import pytest

from unit.desk.desks import SILENT, cutline, photograph, state
from unit.wire.outlets import OUTLETS, SHOTS
from unit.wire.test_wire_items import ITEM, PICTURE_3

MIXED = "\N{CYRILLIC CAPITAL LETTER ES}ape Canaveral"
TEXT = f"""The boats of Cape Canaveral

Two women carry a dog through brown water at {MIXED}
Neighbours bring the last animals over the old bridge. [Ana Silva/AFP]
A man in a red coat sits on a roof near the river,
A man in a red coat sits on a roof  near the river [Omar Haddad/Reuters]
"""


def findings(*words: object, text: str | None = None) -> list[tuple[object, ...]]:
    """What the check says, in an order of its own."""
    result = cutline("check", "--format", "json", *words, text=text)
    assert result.exit_code in (0, 1), result.stderr
    (report,) = json.loads(result.stdout)
    keys = ("code", "severity", "photo", "field", "span", "text", "message")
    rows = (tuple(map(str, (each[key] for key in keys))) for each in report["findings"])
    # An import gives a photograph a name of its own.
    return sorted(row if row[3] != "target" else (*row[:5], "", row[6]) for row in rows)


def imported(source: Path, folder: Path) -> Path:
    result = cutline("import", source, "--to", folder)
    assert result.exit_code == 0, result.stderr
    assert result.stdout.strip() == str(folder / "story.md")
    return folder


@pytest.fixture
def text(tmp_path: Path) -> Path:
    """A gallery's plain text with faults in it."""
    file = tmp_path / "gallery.txt"
    file.write_text(TEXT)
    return file


def test_an_import_asks_what_its_source_was_asked(text, tmp_path):
    """The same findings for the text, the same text on standard input, and the import of it."""
    asked = findings(text)

    assert any(each[0] == "TXT001" for each in asked)
    assert findings("-", text=TEXT) == asked
    assert findings(imported(text, tmp_path / "story")) == asked


@pytest.mark.parametrize("outlet", OUTLETS)
def test_imported_pages_ask_the_same(outlet, tmp_path):
    """Whatever markup they had."""
    page = tmp_path / "page.html"
    page.write_text(OUTLETS[outlet]().replace("old bridge", f"old bridge  at {MIXED}"))
    asked = findings(page)

    assert any(each[0] == "TXT001" for each in asked)
    assert findings(imported(page, tmp_path / "story")) == asked


@pytest.mark.parametrize(
    ("name", "item"),
    [("i.json", json.dumps(PICTURE_3)), ("i.xml", ITEM.replace("{guid}", "1"))],
)
def test_imported_items_ask_the_same(name, item, tmp_path):
    """What a wire says of a picture apart from its words is kept in a sidecar beside it."""
    (tmp_path / name).write_text(item)
    asked = findings(tmp_path / name)
    folder = imported(tmp_path / name, tmp_path / "story")

    assert [each.suffix for each in sorted(folder.iterdir())] == [".xmp", ".md"]
    assert "FRANCE OUT" in next(folder.glob("*.xmp")).read_text()
    assert findings(folder) == asked


def test_photographs_beside_a_page_are_copied(tmp_path):
    """Byte for byte, under names that say what they are; the page's folder stays as it is."""
    page = tmp_path / "saved" / "page.html"
    for seed, shot in enumerate(SHOTS, 1):
        photograph(tmp_path / "saved" / f"pictures/{shot.name}.jpg", seed, SILENT)
    page.write_text(OUTLETS["caption_list"]())
    before = state(page.parent)
    folder = imported(page, tmp_path / "story")

    copies = sorted(folder.glob("*.jpg"))
    assert [each.name for each in copies] == [
        f"{n:02}-{shot.name}.jpg" for n, shot in enumerate(SHOTS, 1)
    ]
    for copy, shot in zip(copies, SHOTS, strict=True):
        original = page.parent / f"pictures/{shot.name}.jpg"
        assert copy.read_bytes() == original.read_bytes()
    assert state(page.parent) == before
    assert "from=" not in (folder / "story.md").read_text()
    assert findings(folder) == findings(page)


def test_a_photograph_that_is_elsewhere_is_no_missing_file_until_it_is_published(text, tmp_path):
    """The check knows where an import left it; a page cannot be made without it."""
    folder = imported(text, tmp_path / "story")
    refused = cutline("publish", folder, "--to", tmp_path / "site", "--draft")

    assert not any(each[0] == "PIC005" for each in findings(folder))
    assert refused.exit_code == 1
    assert "“01-photograph.jpg” is not there" in refused.stderr


def test_a_photograph_put_in_its_place_is_read(tmp_path):
    """From then on it is like any other, and an alt text that nobody told is asked for."""
    source = tmp_path / "gallery.txt"
    source.write_text("Boats\n\nThe last ferry waits in the port. [Ana Silva/AFP]\n")
    folder = imported(source, tmp_path / "story")
    assert not any(each[0] == "ALT001" for each in findings(folder))

    photograph(folder / "01-photograph.jpg", stamp=SILENT)
    assert any(each[0] == "ALT001" for each in findings(folder))


@pytest.mark.parametrize("taken", ["file", "folder"])
def test_nothing_is_written_over(text, tmp_path, taken):
    """A folder with anything in it is refused, and stays as it is."""
    target = tmp_path / "story"
    if taken == "folder":
        target.mkdir()
    (target / "mine.txt" if taken == "folder" else target).write_text("mine")
    before = state(tmp_path)
    result = cutline("import", text, "--to", target)

    assert result.exit_code == 2
    assert "nothing was changed" in result.stderr
    assert state(tmp_path) == before


def test_what_could_not_be_read_is_said(tmp_path):
    """On standard error, by both commands; the answer on standard output stays clean."""
    source = tmp_path / "gallery.txt"
    source.write_text("Boats\n\nAdvertisement\n\nThe ferry waits. [Ana Silva/AFP]\n")
    check = cutline("check", "--format", "json", source)
    new = cutline("import", source, "--to", tmp_path / "story")

    assert "“Advertisement”" in check.stderr
    assert "“Advertisement”" in new.stderr
    assert json.loads(check.stdout)


@pytest.mark.parametrize(
    ("name", "text", "sentence"),
    [
        ("a.txt", "Only words.\n", "no photograph can be told in “a.txt”"),
        ("a.html", "<p>Only words.</p>", "no photograph can be told in “a.html”"),
        ("a.xml", "<rss/>", "an RSS feed"),
        ("a.md", "# A story\n", "nothing to import"),
        ("a.jsonl", "{}\n", "nothing to import"),
    ],
)
def test_what_is_no_source_is_one_sentence(tmp_path, name, text, sentence):
    """And ends with 2."""
    (tmp_path / name).write_text(text)
    result = cutline("import", tmp_path / name, "--to", tmp_path / "story")

    assert result.exit_code == 2
    assert sentence in result.stderr
    assert not (tmp_path / "story").exists()


@pytest.mark.parametrize("name", ["page.txt", "page.html", "page"])
def test_a_source_is_known_by_what_is_in_it(tmp_path, name):
    """A page saved as .txt is a page; on standard input there is no name at all."""
    page = OUTLETS["al_jazeera"]()
    (tmp_path / name).write_text(page)
    words = ("-",) if name == "page" else (tmp_path / name,)
    result = cutline("check", "--format", "json", *words, text=page if name == "page" else None)

    assert result.exit_code in (0, 1), result.stderr


def test_stories_in_json_are_read_as_before(tmp_path):
    """A story of ours is no ninjs, in a file or on standard input."""
    story = {"uri": "u", "headline": "Boats", "photos": [{"caption": f"A  ferry at {MIXED}."}]}
    file = tmp_path / "s.json"
    file.write_text(json.dumps(story))

    assert findings(file) == findings("-", text=json.dumps(story))
    assert any(each[0] == "TXT001" for each in findings(file))


def test_the_gallery_of_the_samples_asks_the_same_in_every_form(shared, tmp_path):
    """Its plain text, an import of it and the same story in JSON."""
    source = shared / "samples" / "9-galleries" / "aljazeera-putin-kim.txt"
    asked = findings(source)

    assert asked == findings(imported(source, tmp_path / "story"))
    assert asked == findings(shared / "copydesk" / "stories" / "aljazeera-putin-kim.json")


def test_every_feed_of_the_samples_ends_in_a_story_or_a_sentence(samples, tmp_path):
    """Whatever a wire sends, nothing ends in a traceback."""
    feeds = sorted((samples / "3-feeds").rglob("*"))
    for file in (each for each in feeds if each.suffix in (".json", ".xml", ".txt")):
        result = cutline("check", "--format", "json", file)
        assert result.exit_code in (0, 1, 2), file
        assert "fault of cutline" not in result.stderr, file
        assert result.exit_code != 2 or len(result.stderr.strip().splitlines()) == 1, file


@pytest.mark.parametrize("words", [("import", "--to", "new"), ("check",)])
def test_an_address_is_told_whole_and_never_fetched(words, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    result = cutline(*words, "https://example.org/a/gallery")

    assert result.exit_code == 2
    assert "nothing is fetched from “https://example.org/a/gallery”" in result.stderr
    assert "save the page and name the file" in result.stderr


def test_an_import_says_how_many_files_are_missing(text, tmp_path):
    told = cutline("import", text, "--to", tmp_path / "story").stderr

    assert "imported a story of 2 photographs; their files are not here yet" in told
    assert f"then: cutline check {tmp_path / 'story' / 'story.md'}" in told
