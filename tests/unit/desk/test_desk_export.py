"""Exports as a person asks for them: held to the rules of publishing, on record, on no site."""

import io
import json
import zipfile
from pathlib import Path

import pytest
from PIL import Image

from cutline.cli.export import command
from cutline.metadata import Stamp, embed
from cutline.publish.portable import FORMATS
from unit.desk.desks import TELLING, cutline, desk, ferry, folder, photograph, placing, story

WHO = ("--by", "Ana Silva", "--reason", "The agency sent a kill notice.")


@pytest.fixture
def newsroom(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A desk with one dated story; we stand beside it."""
    made = desk(tmp_path / "desk", 'publication = "The Harbour Post"\n')
    dated(made)
    monkeypatch.chdir(tmp_path)
    return made


def dated(made: Path, more: str = "") -> None:
    path = made / "stories" / "ferry" / "story.md"
    text = path.read_text(encoding="utf-8")
    said = f"language: en\npublished: 2023-09-13\n{more}"
    path.write_text(text.replace("language: en\n", said), encoding="utf-8")


def export(*words: object, kind: str = "epub"):
    return cutline("export", *words, "--format", kind)


def ledger(made: Path) -> list[dict[str, object]]:
    return [json.loads(path.read_text()) for path in sorted((made / "ledger").glob("*.json"))]


def pictures(path: Path) -> list[bytes]:
    archive = zipfile.ZipFile(path)
    return [archive.read(name) for name in archive.namelist() if name.endswith(".jpg")]


def test_every_format_can_be_asked_for():
    """The command offers what can be made, and nothing else."""
    (kinds,) = (each.type.choices for each in command.params if each.name == "kind")
    assert set(kinds) == set(FORMATS)


def test_a_book_lies_where_we_stand(newsroom):
    """Named after the story unless somebody names it; the path alone on standard output."""
    run = export(newsroom / "stories" / "ferry")

    assert (run.exit_code, run.stdout) == (0, f"{Path('ferry.epub').absolute()}\n")
    assert [Image.open(io.BytesIO(each)).size for each in pictures(Path("ferry.epub"))] == [
        (320, 214)
    ] * 2
    assert not (newsroom / "site").exists()


def test_a_book_is_told_by_the_path_that_was_typed(newsroom, monkeypatch):
    monkeypatch.chdir(newsroom)
    run = export("stories/ferry", "--to", "../x.epub")

    assert run.stdout == "../x.epub\n"
    assert (newsroom.parent / "x.epub").is_file()


def test_again_gives_the_same_bytes(newsroom):
    """Also without the cache, and on record once."""
    export(newsroom / "stories" / "ferry", "--to", "out/a.epub")
    other = desk(newsroom.parent / "other", 'publication = "The Harbour Post"\n')
    dated(other)
    export(other / "stories" / "ferry", "--to", "out/b.epub")
    export(newsroom / "stories" / "ferry", "--to", "out/a.epub")

    assert Path("out/a.epub").read_bytes() == Path("out/b.epub").read_bytes()
    facts = ledger(newsroom)
    assert [(each["what"], each["story"], each["format"]) for each in facts] == [
        ("export", "ferry", "epub")
    ]
    assert [each["name"] for each in facts[0]["photographs"]] == ["1.jpg", "2.jpg"]


def test_a_story_without_a_date_is_no_book(newsroom):
    """A book must say when; the sentence says how to write it."""
    path = newsroom / "stories" / "ferry" / "story.md"
    path.write_text(path.read_text("utf-8").replace("published: 2023-09-13\n", ""), "utf-8")
    run = export(newsroom / "stories" / "ferry")

    assert run.exit_code == 1
    assert "`published:`" in run.stderr
    assert not Path("ferry.epub").exists()


def test_what_the_check_refuses_is_not_exported(newsroom):
    """The same findings stop it, and the same named person may let them pass, on record."""
    place = placing("../../photographs/1.jpg", credit="")
    photograph(newsroom / "photographs" / "1.jpg", 1, Stamp(caption=TELLING.caption))
    story(newsroom / "stories" / "quay" / "story.md", place, headline="The quay")
    path = newsroom / "stories" / "quay" / "story.md"
    path.write_text(path.read_text().replace("en\n", "en\npublished: 2023-09-13\n", 1))
    refused = export(path)
    passed = export(path, "--override", "CRD001", *WHO)

    assert refused.exit_code == 1
    assert "CRD001" in refused.stderr
    assert passed.exit_code == 0, passed.stderr
    assert [each["what"] for each in ledger(newsroom)] == ["override", "export"]


def test_an_embargo_holds(newsroom):
    """Not a byte is written before its time."""
    words = Stamp(
        TELLING.creators,
        TELLING.credit_line,
        caption=TELLING.caption,
        usage_terms="EMBARGOED UNTIL 1 JANUARY 2999 00:01 GMT",
    )
    photograph(newsroom / "photographs" / "1.jpg", 1, words)
    run = export(newsroom / "stories" / "ferry")

    assert run.exit_code == 1
    assert "RGT001" in run.stderr
    assert not Path("ferry.epub").exists()


def test_a_killed_photograph_is_in_no_export(newsroom, monkeypatch):
    """Refused while the story still places it; left out if somebody says so."""
    export(newsroom / "stories" / "ferry")
    before = pictures(Path("ferry.epub"))
    digest = ledger(newsroom)[0]["photographs"][0]["sha256"]
    cutline("publish", newsroom / "stories" / "ferry")
    with monkeypatch.context() as there:
        there.chdir(newsroom)
        killed = cutline("kill", digest[:12], *WHO)
    refused = export(newsroom / "stories" / "ferry")
    left = export(newsroom / "stories" / "ferry", "--skip-unreadable")

    assert killed.exit_code == 0, killed.stderr
    assert refused.exit_code == 1
    assert "was killed by Ana Silva" in refused.stderr
    assert left.exit_code == 0, left.stderr
    assert pictures(Path("ferry.epub")) == before[1:]


def test_a_withdrawn_story_is_not_exported(newsroom):
    """Unless somebody answers for it."""
    cutline("publish", newsroom / "stories" / "ferry")
    assert cutline("withdraw", newsroom / "stories" / "ferry", *WHO).exit_code == 0
    refused = export(newsroom / "stories" / "ferry")
    answered = export(newsroom / "stories" / "ferry", "--override", "WITHDRAWN", *WHO)

    assert (refused.exit_code, answered.exit_code) == (1, 0)
    assert "withdrawn" in refused.stderr


def test_nothing_is_written_among_photographs(tmp_path, monkeypatch):
    """A loose folder stays as it is, whatever is asked for."""
    photographs = folder(tmp_path / "harbour")
    monkeypatch.chdir(photographs)
    run = export(".", "--to", "harbour.epub")

    assert run.exit_code in (1, 2)
    assert sorted(path.name for path in photographs.iterdir()) == ["one.jpg", "two.jpg"]


@pytest.mark.parametrize("place", ["site", "releases", "editions/ferry", "ledger", ".cutline"])
def test_nothing_is_written_among_what_is_published(newsroom, monkeypatch, place):
    """A release is what was published, whole, and readers see each file in it at once."""
    assert cutline("publish", newsroom / "stories" / "ferry").exit_code == 0
    monkeypatch.chdir(newsroom)
    before = set(newsroom.rglob("*"))
    for run in (
        export("stories/ferry", "--to", f"{place}/story.epub"),
        export("stories/ferry", "--to", f"{place}/set", kind="social"),
        cutline("send", f"{place}/site.zip"),
    ):
        assert run.exit_code == 2, run.stdout
        assert "lies among what cutline keeps of the site; choose another place" in run.stderr
    assert {path for path in newsroom.rglob("*") if path not in before} == set()
    assert cutline("verify").exit_code == 0


def test_nothing_is_written_into_another_site_either(newsroom, monkeypatch, tmp_path):
    """Neither the desk's own while another is named, nor that of a loose folder."""
    folder(tmp_path / "loose")
    for words in (
        ("publish", newsroom / "stories" / "ferry"),
        ("publish", newsroom / "stories" / "ferry", "--to", tmp_path / "second"),
        ("publish", tmp_path / "loose", "--to", tmp_path / "third"),
    ):
        assert cutline(*words).exit_code == 0
    monkeypatch.chdir(newsroom)
    for place in (newsroom / "site", tmp_path / "second", tmp_path / "third"):
        run = export("stories/ferry", "--site", tmp_path / "second", "--to", place / "a" / "b.epub")
        assert run.exit_code == 2, run.stdout
        assert "lies among what cutline keeps" in run.stderr
        assert not (place / "a").exists()


def test_a_file_of_somebody_else_stays(newsroom):
    """What cutline did not make is not replaced."""
    Path("ferry.epub").write_bytes(b"a novel")
    run = export(newsroom / "stories" / "ferry")

    assert run.exit_code == 2
    assert Path("ferry.epub").read_bytes() == b"a novel"


def test_a_social_set_is_a_folder_that_goes_as_a_whole(newsroom, monkeypatch):
    """What was killed since is in no set after that."""
    assert export(newsroom / "stories" / "ferry", kind="social").exit_code == 0
    before = sorted(path.name for path in Path("ferry-social").iterdir())
    digest = ledger(newsroom)[0]["photographs"][0]["sha256"]
    cutline("publish", newsroom / "stories" / "ferry")
    with monkeypatch.context() as there:
        there.chdir(newsroom)
        assert cutline("kill", digest[:12], *WHO).exit_code == 0
    run = export(newsroom / "stories" / "ferry", "--skip-unreadable", kind="social")
    after = sorted(path.name for path in Path("ferry-social").iterdir())

    assert run.exit_code == 0, run.stderr
    assert before == [
        *(f"0{n}-{n}-{shape}.jpg" for n in (1, 2) for shape in ("1x1", "4x5", "9x16")),
        "credits.txt",
    ]
    assert after == [*(f"01-2-{shape}.jpg" for shape in ("1x1", "4x5", "9x16")), "credits.txt"]


def test_the_crop_keeps_the_focal_point(newsroom):
    """Rendered as it will be posted: the one red thing is where the desk pointed."""
    canvas = Image.new("RGB", (900, 600), "#446688")
    canvas.paste((255, 0, 0), (820, 40, 860, 80))
    out = io.BytesIO()
    canvas.save(out, "JPEG", quality=95)
    (newsroom / "photographs" / "1.jpg").write_bytes(embed(out.getvalue(), TELLING))
    ferry(newsroom, attributes='{focal="0.93,0.1"}')
    dated(newsroom)
    run = export(newsroom / "stories" / "ferry", "--to", "set", kind="social")

    assert run.exit_code == 0, run.stderr
    for shape in ("1x1", "4x5", "9x16"):
        red, green, _ = Image.open(f"set/01-1-{shape}.jpg").split()
        there = Image.eval(red, lambda value: 255 * (value > 200)).getbbox()
        assert there is not None, shape
        assert green.crop(there).getextrema()[0] < 60


def test_crops_that_nobody_aimed_are_named(newsroom):
    ferry(newsroom, attributes='{focal="0.2,0.5"}')
    dated(newsroom)
    social = export(newsroom / "stories" / "ferry", kind="social").stderr
    book = export(newsroom / "stories" / "ferry").stderr

    assert "cropped about the middle: “2.jpg”; look at them" in social
    assert "cropped about" not in book


def test_a_sensitive_photograph_is_not_posted(newsroom):
    """It is left out, and said so; where all are, there is no set."""
    ferry(newsroom, attributes='{sensitive="Blood"}')
    dated(newsroom)
    run = export(newsroom / "stories" / "ferry", kind="social")
    quay = newsroom / "stories" / "quay" / "story.md"
    story(quay, placing("../../photographs/1.jpg", attributes='{sensitive="Blood"}'))
    none = export(quay, kind="social")

    assert run.exit_code == 0, run.stderr
    assert "“1.jpg” is sensitive" in run.stderr
    assert "exported 1 photograph;" in run.stderr
    assert not list(Path("ferry-social").glob("*-1-*"))
    assert none.exit_code == 1
    assert "sensitive" in none.stderr


def test_what_was_left_out_did_not_go_out(newsroom, monkeypatch):
    """A kill names the copies that show it, and no other."""
    ferry(newsroom, attributes='{sensitive="Blood"}')
    dated(newsroom)
    for kind in ("social", "epub"):
        assert export(newsroom / "stories" / "ferry", kind=kind).exit_code == 0
    cutline("publish", newsroom / "stories" / "ferry")
    monkeypatch.chdir(newsroom)
    run = cutline("kill", "1.jpg", *WHO)

    assert "the epub of “ferry”" in run.stderr
    assert "the social of “ferry”" not in run.stderr


def test_what_may_not_go_to_networks_does_not(newsroom):
    """A restriction on social media holds for the set, though the story runs on the web."""
    words = Stamp(
        TELLING.creators,
        TELLING.credit_line,
        caption=TELLING.caption,
        usage_terms="NO SOCIAL MEDIA",
    )
    photograph(newsroom / "photographs" / "1.jpg", 1, words)

    assert export(newsroom / "stories" / "ferry").exit_code == 0
    run = export(newsroom / "stories" / "ferry", kind="social")
    assert run.exit_code == 1
    assert "social networks" in run.stderr


def test_a_story_is_printed_and_printed_again(newsroom):
    """A PDF of ours is replaced, by the same bytes where nothing changed."""
    assert export(newsroom / "stories" / "ferry", kind="pdf").exit_code == 0
    first = Path("ferry.pdf").read_bytes()
    assert export(newsroom / "stories" / "ferry", kind="pdf").exit_code == 0

    assert first.startswith(b"%PDF-")
    assert Path("ferry.pdf").read_bytes() == first
