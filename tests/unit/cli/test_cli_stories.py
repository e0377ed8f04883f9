"""Stories at the command line: checked, mended, begun, refused; every answer in its place."""

import json
from pathlib import Path

import pytest
from PIL import Image

from unit.desk.desks import (
    SILENT,
    cutline,
    desk,
    folder,
    photograph,
    placing,
    program,
    state,
    story,
)

MIXED = "\N{CYRILLIC CAPITAL LETTER ES}ape Canaveral"


@pytest.fixture
def loose(tmp_path: Path) -> Path:
    """A folder with one photograph, for a story beside it."""
    return folder(tmp_path / "loose", "one.jpg")


def lines(text: str) -> list[str]:
    return text.strip().splitlines()


def test_a_story_without_faults_ends_with_0(loose):
    file = story(loose / "story.md", placing("one.jpg"))
    result = cutline("check", file)

    assert result.exit_code == 0, result.output
    assert result.stderr == ""


def test_an_error_ends_with_1_and_a_warning_with_0(loose):
    wrong = story(loose / "story.md", placing("one.jpg", caption=f"A rocket at {MIXED}."))
    assert cutline("check", wrong).exit_code == 1
    blanks = story(loose / "story.md", placing("one.jpg", caption="Two  blanks stand here."))
    assert cutline("check", blanks).exit_code == 0
    assert cutline("check", "--fail-on", "info", blanks).exit_code == 1


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["check", "nothing-here"], "“nothing-here” is not there"),
        (["check", "--select", "XYZ999", "."], "there is no rule “XYZ999”"),
        (["check", "--ignore", "crd001,no-such", "."], "there is no rule “no-such”"),
        (["explain", "XYZ999"], "XYZ999"),
        (["publish", "nothing-here"], "“nothing-here” is not there"),
        (["publish", ".", "--override", "CRD001"], "needs its own --by and --reason"),
        (
            ["publish", ".", "--override", "CRD001", "--by", "Ana", "--reason", " "],
            "needs a name and a reason",
        ),
        (
            ["publish", ".", "--override", "NOPE", "--by", "Ana", "--reason", "because"],
            "NOPE",
        ),
        (["metadata", "nothing.jpg"], "“nothing.jpg” is not there"),
        (["check", "."], "there are no photographs in “.”"),
        (["new", "."], "there are no photographs in “.”"),
    ],
)
def test_a_mistake_gets_one_sentence_and_2(tmp_path, monkeypatch, words, sentence):
    """What to do, on standard error; nothing on standard output, nothing written."""
    monkeypatch.chdir(tmp_path)
    result = cutline(*words)

    assert result.exit_code == 2
    assert sentence in result.stderr
    assert len(lines(result.stderr)) == 1
    assert result.stdout == ""
    assert list(tmp_path.iterdir()) == []


def test_jsonl_has_the_shape_that_others_build_on(loose):
    file = story(loose / "story.md", placing("one.jpg", caption=f"A rocket at {MIXED}."))
    (line,) = lines(cutline("check", "--select", "TXT001", "--format", "jsonl", file).stdout)
    report = json.loads(line)

    assert report["path"] == str(file)
    assert set(report) == {"id", "path", "counts", "findings"}
    assert report["counts"] == {"blocker": 0, "error": 1, "warning": 0, "info": 0}
    (finding,) = report["findings"]
    assert (finding["code"], finding["name"]) == ("TXT001", "mixed-script")
    assert (finding["severity"], finding["photo"], finding["field"]) == ("error", 0, "caption")
    start, end = finding["span"]
    assert f"A rocket at {MIXED}."[start:end] == finding["text"]
    source = file.read_text().split("\n")
    assert source[finding["line"] - 1][finding["column"] - 1 :].startswith(finding["text"])
    assert finding["fix"]["safe"] is True
    assert finding["message"]


def test_json_is_one_array(loose, tmp_path):
    one = story(loose / "story.md", placing("one.jpg"))
    two = tmp_path / "two.jsonl"
    row = {"id": "b", "story": {"headline": "Two", "photos": []}}
    two.write_text("\n".join(json.dumps({**row, "id": name}) for name in "bc"))
    reports = json.loads(cutline("check", "--format", "json", one, two).stdout)

    assert [report["id"] for report in reports] == ["loose", "b", "c"]
    assert [report["path"] for report in reports] == [str(one), str(two), str(two)]


def test_json_without_a_story_is_a_sentence_and_an_empty_array(tmp_path):
    none = tmp_path / "none.jsonl"
    none.write_text("")
    result = cutline("check", "--format", "json", none)

    assert (result.exit_code, json.loads(result.stdout)) == (2, [])
    assert "none.jsonl" in result.stderr


@pytest.mark.parametrize("form", ["text", "json", "jsonl"])
def test_what_cannot_be_read_keeps_nothing_else_from_being_told(loose, tmp_path, form):
    """The stories before and after it are reported; a sentence names it, and the end is 2."""
    one = story(loose / "story.md", placing("one.jpg", caption=f"A rocket at {MIXED}."))
    broken = tmp_path / "rows.jsonl"
    broken.write_text('{"id": "first", "headline": "One", "photos": []}\n{"headline": \n')
    two = story(tmp_path / "two" / "story.md", "Only words.")
    result = cutline("check", "--format", form, one, broken, tmp_path / "gone.md", two)

    assert result.exit_code == 2
    told = lines(result.stderr)
    assert len(told) == 2
    assert "rows.jsonl, line 2" in told[0]
    assert "gone.md” is not there" in told[1]
    if form == "text":
        assert [name for name in (one, two) if f"({name})" not in result.stdout] == []
    else:
        rows = lines(result.stdout)
        reports = json.loads(result.stdout) if form == "json" else list(map(json.loads, rows))
        assert [report["id"] for report in reports] == ["loose", "first", "two"]


def test_fix_goes_on_after_a_story_that_is_not_there(loose, tmp_path):
    file = story(loose / "story.md", placing("one.jpg", caption=f"A rocket at {MIXED}."))
    result = cutline("check", "--fix", tmp_path / "gone.md", file)

    assert result.exit_code == 2
    assert "Cape Canaveral" in file.read_text()


def test_json_of_no_stories_is_an_empty_array(tmp_path):
    none = tmp_path / "none.json"
    none.write_text("[]")
    result = cutline("check", "--format", "json", none)

    assert result.exit_code == 0
    assert json.loads(result.stdout) == []


def test_story_json_comes_from_standard_input(tmp_path):
    said = {"headline": "Two", "photos": [{"alt": "A boat", "caption": "A  boat.", "credit": "AP"}]}
    result = cutline("check", "--format", "jsonl", "-", text=json.dumps(said))

    (line,) = lines(result.stdout)
    assert "TXT003" in {finding["code"] for finding in json.loads(line)["findings"]}


def test_json_that_is_none_is_refused_with_its_place(tmp_path):
    file = tmp_path / "stories.jsonl"
    file.write_text('{"headline": "One", "photos": []}\n{"headline": \n')
    result = cutline("check", file)

    assert result.exit_code == 2
    assert len(lines(result.stderr)) == 1
    assert "2" in result.stderr


def test_rules_are_chosen_and_left_out(loose):
    file = story(loose / "story.md", placing("one.jpg", caption=f"A  rocket at {MIXED}."))

    def codes(*words):
        report = json.loads(cutline("check", "--format", "jsonl", *words, file).stdout)
        return {finding["code"] for finding in report["findings"]}

    assert codes() >= {"TXT001", "TXT003"}
    assert codes("--select", "txt003") == {"TXT003"}
    assert codes("--ignore", "TXT003") == codes() - {"TXT003"}
    assert codes("--ignore", "TXT003,TXT001") == codes() - {"TXT001", "TXT003"}


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_fix_changes_the_safe_words_alone(loose, ends, mark):
    """Every other byte stays: line ends, a byte order mark, odd blanks, unknown keys."""
    before = (
        f"{mark}---\nheadline:   The last ferry\nflavour: salt\n---\n\n"
        f"![A boat](one.jpg)\nA rocket at {MIXED}.   [AP]\n\n\n\n* a list\t \n\nno end"
    ).replace("\n", ends)
    file = loose / "story.md"
    file.write_bytes(before.encode())
    result = cutline("check", "--fix", file)

    after = file.read_bytes().decode()
    assert after == before.replace(MIXED, "Cape Canaveral")
    assert "+A rocket at Cape Canaveral." in result.stdout
    stood = state(loose)
    again = cutline("check", "--fix", file)
    assert state(loose) == stood
    assert "@@" not in again.stdout


def test_diff_shows_and_writes_nothing(loose):
    file = story(loose / "story.md", placing("one.jpg", caption=f"A rocket at {MIXED}."))
    before = state(loose)
    result = cutline("check", "--diff", file)

    assert f"-A rocket at {MIXED}." in result.stdout
    assert "+A rocket at Cape Canaveral." in result.stdout
    assert result.stdout.index("+A rocket") < result.stdout.index("TXT001"), "the question below"
    assert result.exit_code == 1
    assert state(loose) == before


def test_fix_keeps_the_permissions_of_a_story(loose):
    file = story(loose / "story.md", placing("one.jpg", caption=f"A rocket at {MIXED}."))
    file.chmod(0o640)
    cutline("check", "--fix", file)

    assert "Cape" in file.read_text()
    assert file.stat().st_mode & 0o777 == 0o640


def test_fix_follows_a_link_to_a_story(loose):
    """The story is mended where it lies; the link stays one."""
    file = story(loose / "text.md", placing("one.jpg", caption=f"A rocket at {MIXED}."))
    (loose / "story.md").symlink_to("text.md")
    cutline("check", "--fix", loose)

    assert (loose / "story.md").is_symlink()
    assert "Cape" in file.read_text()


def test_fix_of_what_is_no_file_is_a_sentence(loose):
    result = cutline("check", "--fix", loose)

    assert result.exit_code == 2
    assert len(lines(result.stderr)) == 1


def test_new_writes_a_story_that_asks_for_what_is_missing(tmp_path):
    photographs = folder(tmp_path / "p", "img2.jpg", "img10.jpg")
    photograph(photographs / "img3.jpg", 5, SILENT)
    result = cutline("new", photographs)
    file = photographs / "story.md"

    assert result.exit_code == 0, result.output
    assert lines(result.stdout) == [str(file)]
    text = file.read_text()
    assert text.index("img2.jpg") < text.index("img3.jpg") < text.index("img10.jpg")
    assert "Ferry number 1 waits in the port of Kavala.\n[Ana Silva/Harbour Agency]" in text
    checked = cutline("check", "--format", "jsonl", file)
    assert checked.exit_code == 1
    asked = {(f["code"], f["photo"]) for f in json.loads(checked.stdout)["findings"]}
    assert {("ALT001", 1), ("CRD001", 1), ("CAP001", 1)} <= asked
    assert all(photo in {1, None} for code, photo in asked if not code.startswith("PIC"))


def test_new_writes_over_nothing(tmp_path):
    photographs = folder(tmp_path / "p")
    mine = story(photographs / "story.md", "My words.")
    before = state(photographs)
    result = cutline("new", photographs)

    assert result.exit_code == 2
    assert "is there already" in result.stderr
    assert state(photographs) == before
    assert "My words." in mine.read_text()


def test_new_in_a_desk_goes_to_its_stories(tmp_path):
    newsroom = desk(tmp_path / "desk")
    folder(newsroom / "photographs" / "Größe 2023", "a.jpg")
    result = cutline("new", newsroom / "photographs" / "Größe 2023")
    file = newsroom / "stories" / "grosse-2023" / "story.md"

    assert result.exit_code == 0, result.output
    assert file.is_file()
    assert cutline("check", file).exit_code == 0
    assert cutline("publish", file, "--draft").exit_code == 0


@pytest.mark.parametrize(
    "name",
    [
        "two words.jpg",
        "-rf.jpg",
        "100% sure?.jpg",
        "Ελλάδα.jpg",
        "ca\u0301fe.jpg",
        "a (1) [2].jpg",
        "a#b&c.jpg",
        "quote'\".jpg",
        "<b>.jpg",
        "back`tick_under*star.jpg",
        "!bang.JPEG",
    ],
)
def test_any_name_goes_from_folder_to_story_to_site(tmp_path, name):
    photographs = folder(tmp_path / "p", name)
    assert cutline("new", photographs).exit_code == 0
    checked = cutline("check", photographs)
    assert checked.exit_code == 0, checked.output
    result = cutline("publish", photographs, "--draft", "--to", tmp_path / "site")
    assert result.exit_code == 0, result.output
    assert name.rpartition(".")[0] not in [p.name for p in (tmp_path / "site").rglob("*")]


def test_names_of_folders_and_working_directories(tmp_path):
    """A leading dash, blanks, per cent; called from where the folder lies."""
    photographs = folder(tmp_path / "-my 100% photos")
    run = program("publish", "--draft", "--", photographs.name, cwd=tmp_path)
    assert run.exit_code == 0, run.stderr
    assert Path(lines(run.stdout)[0]) == tmp_path / "site" / "index.html"
    again = program("publish", "--draft", "--to", "../site", ".", cwd=photographs)
    assert "nothing has changed" in again.stderr, again.stderr


def test_a_story_is_published_from_another_working_directory(tmp_path):
    newsroom = desk(tmp_path / "desk")
    (tmp_path / "elsewhere").mkdir()
    run = program(
        "publish", "../desk/stories/ferry/story.md", "--draft", cwd=tmp_path / "elsewhere"
    )
    assert run.exit_code == 0, run.stderr
    again = program("publish", "story.md", "--draft", cwd=newsroom / "stories" / "ferry")
    assert again.exit_code == 0, again.stderr
    assert (newsroom / "site" / "ferry" / "index.html").is_file()
    assert list((tmp_path / "elsewhere").iterdir()) == []


@pytest.mark.parametrize(
    "target", ["../x.jpg", "../../x.jpg", "a/../../x.jpg", "/x.jpg", "x\\y.jpg"]
)
def test_a_story_reaches_no_file_outside_its_folder(tmp_path, target):
    home = tmp_path / "home"
    photograph(tmp_path / "x.jpg")
    file = story(home / "story.md", placing(target))
    result = cutline("check", "--format", "jsonl", file)
    assert result.exit_code == 1
    report = json.loads(result.stdout)
    assert {f["code"] for f in report["findings"]} & {"PIC005", "STO010"}
    refused = cutline("publish", file, "--draft", "--to", tmp_path / "site")
    assert refused.exit_code == 1
    assert not (tmp_path / "site").exists()


def test_a_link_is_no_photograph(tmp_path):
    """Neither in a folder, nor named by a story, nor as a folder on the way."""
    secret = photograph(tmp_path / "secret" / "secret.jpg")
    photographs = folder(tmp_path / "p")
    (photographs / "link.jpg").symlink_to(secret)
    (photographs / "way").symlink_to(secret.parent)
    result = cutline("publish", photographs, "--draft", "--to", tmp_path / "site")
    assert result.exit_code == 1
    assert "“link.jpg” is a link; put the photograph itself into the folder" in result.stderr
    for target in ("link.jpg", "way/secret.jpg"):
        story(photographs / "story.md", placing(target))
        refused = cutline("publish", photographs, "--draft", "--to", tmp_path / "site")
        assert refused.exit_code == 1, refused.output
        assert target.split("/")[-1] in refused.stderr
    assert not (tmp_path / "site").exists()


def test_a_story_that_is_a_link_out_of_its_desk_is_a_sentence(tmp_path):
    newsroom = desk(tmp_path / "desk")
    outside = story(tmp_path / "outside" / "story.md", placing("../../photographs/1.jpg"))
    link = newsroom / "stories" / "linked" / "story.md"
    link.parent.mkdir()
    link.symlink_to(outside)
    for command in ("check", "publish"):
        result = cutline(command, link)
        assert result.exit_code == 2
        assert "is a link out of the desk" in result.stderr


def test_a_story_without_photographs(tmp_path):
    file = story(tmp_path / "home" / "story.md", "Only words.")
    assert cutline("check", file).exit_code == 0
    result = cutline("publish", file, "--draft", "--to", tmp_path / "site")
    assert result.exit_code == 1
    assert "there is no photograph to publish" in result.stderr


def test_a_decorative_photograph_needs_no_alt_text(loose, tmp_path):
    file = story(loose / "story.md", placing("one.jpg", alt="", attributes="{decorative}"))
    assert cutline("check", file).exit_code == 0
    result = cutline("publish", file, "--to", tmp_path / "site")
    assert result.exit_code == 0, result.output
    assert 'alt=""' in (tmp_path / "site" / "index.html").read_text()
    assert "stone quay" not in (tmp_path / "site" / "index.html").read_text()


def test_story_json_that_does_not_know_its_alt_texts(tmp_path):
    """Unknown is not empty: where a system sends none, nobody asks for them."""
    file = tmp_path / "one.json"
    photo = {"caption": "A boat in Kavala.", "credit": "AP"}
    file.write_text(json.dumps({"headline": "One", "photos": [{**photo, "alt": None}]}))
    unknown = cutline("check", "--format", "jsonl", file)
    file.write_text(json.dumps({"headline": "One", "photos": [{**photo, "alt": ""}]}))
    empty = cutline("check", "--format", "jsonl", file)

    assert "ALT001" not in unknown.stdout
    assert "ALT001" in empty.stdout


@pytest.mark.parametrize("raw", [b"\xff\xfe\x00\x01", b"# caf\xe9\n"])
def test_a_story_that_is_not_utf_8_is_a_sentence(loose, raw):
    (loose / "story.md").write_bytes(raw)
    for command in ("check", "publish"):
        result = cutline(command, loose)
        assert result.exit_code == 2
        assert "is not UTF-8" in result.stderr


def test_a_name_that_is_not_unicode_is_named_and_refused(tmp_path):
    photographs = folder(tmp_path / "p")
    (photographs / "two.jpg").rename(photographs / "caf\udce9.jpg")
    run = program("publish", photographs, "--draft", "--to", tmp_path / "site")
    assert run.exit_code == 1, run.stderr
    assert "caf" in run.stderr
    assert "fault of cutline" not in run.stderr
    skipped = program(
        "publish", photographs, "--draft", "--skip-unreadable", "--to", tmp_path / "site"
    )
    assert skipped.exit_code == 0, skipped.stderr


def test_the_photograph_of_another_kind_is_read_as_what_it_is(tmp_path):
    """A PNG called .jpg is a PNG; text called .jpg is named."""
    photographs = folder(tmp_path / "p", "good.jpg")
    Image.new("RGB", (300, 200), "#446688").save(photographs / "other.jpg", "PNG")
    (photographs / "text.jpg").write_text("not a photograph")
    result = cutline("publish", photographs, "--draft", "--skip-unreadable", "--to", tmp_path / "s")
    assert result.exit_code == 0, result.output
    assert "published 2 photographs" in result.stderr
    assert "“text.jpg”" in result.stderr


def test_new_leaves_out_what_can_never_be_published(tmp_path):
    """No marks to fill in under a file that no page can show; one sentence each says why."""
    photographs = folder(tmp_path / "p", "one.jpg")
    (photographs / "old.gif").write_bytes(b"GIF89a" + bytes(20))
    (photographs / "empty.jpg").touch()
    (photographs / "half.jpg").write_bytes((photographs / "one.jpg").read_bytes()[:-60])
    (photographs / "notes.txt").write_text("Ask Ana.")
    (photographs / "more").mkdir()
    result = cutline("new", photographs)
    text, told = (photographs / "story.md").read_text(), result.stderr

    assert result.exit_code == 0, result.output
    assert text.count("![") == text.count("one.jpg") == 1
    for sentence in (
        "left out: “old.gif” is a GIF",
        "left out: “empty.jpg” is empty",
        "left out: “half.jpg”: the file ends too early",
        "left aside, as no photographs of this folder: “more”, “notes.txt”",
    ):
        assert told.count(sentence) == 1


def test_new_writes_nothing_where_nothing_can_be_published(tmp_path):
    only = tmp_path / "p"
    only.mkdir()
    (only / "old.gif").write_bytes(b"GIF89a" + bytes(20))
    result = cutline("new", only)

    assert result.exit_code == 2
    assert "no photograph in" in result.stderr
    assert "is a GIF" in result.stderr
    assert not (only / "story.md").exists()
