"""A sidecar's words reach the desk, the page and the pictures; the original stays untouched."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from cutline import store
from cutline.desk.editing import correct, edit, words_of
from cutline.desk.library import Held, Library
from cutline.metadata import (
    Stamp,
    layers_of,
    read,
    read_sidecar,
    with_edits,
    write_sidecar,
)
from cutline.model import CLEARED, Change, ConflictError, LangText, ReadError
from unit.desk.desks import cutline, desk, folder, photograph, settle, state

AT = datetime(2026, 4, 1, 9, 30, tzinfo=UTC)
ONE = "photographs/1.jpg"
CUT = Stamp(creators=("Ana Silva",), credit_line="Harbour Agency of the Northern S")


def sidecar(path: Path, caption: str = "The cook waves.", **more: str) -> Path:
    """A sidecar as other programs write it."""
    rows = "".join(f"<photoshop:{name}>{text}</photoshop:{name}>" for name, text in more.items())
    path.write_text(
        '<x:xmpmeta xmlns:x="adobe:ns:meta/" x:xmptk="Marker 3">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description '
        'rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/">'
        f'<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{caption}</rdf:li></rdf:Alt>'
        f"</dc:description>{rows}</rdf:Description></rdf:RDF></x:xmpmeta>",
        encoding="utf-8",
    )
    return path


def held(root: Path, path: str = "one.jpg") -> Held:
    found = Library(root, None, None).read([path])[path]
    assert isinstance(found, Held)
    return found


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    return folder(tmp_path / "photos", "one.jpg", "two.jpg")


@pytest.mark.parametrize("name", ["one.xmp", "one.XMP", "one.jpg.xmp", "one.jpg.XMP"])
def test_the_words_of_a_sidecar_count(photos, name):
    sidecar(photos / name)
    found = held(photos)
    caption = found.photograph.metadata.fields["description"]

    assert found.photograph.metadata.text("description") == "The cook waves."
    assert caption.origin == "sidecar"
    assert caption.differs.keys() == {"xmp"}
    assert found.photograph.metadata.text("creditLine") == "Harbour Agency"
    assert found.sidecar == name
    assert found.revision == store.revision((photos / name).read_bytes())


def test_of_two_sidecars_that_with_the_whole_name_counts(photos):
    sidecar(photos / "one.xmp", "Not this.")
    sidecar(photos / "one.jpg.xmp")
    found = held(photos).photograph

    assert found.metadata.text("description") == "The cook waves."
    assert found.problems == ("sidecar-second:one.xmp",)


def test_a_sidecar_that_is_for_the_raw_file_is_left_out(photos):
    """Editors of raw files name theirs like the camera's JPEG, and say which they mean."""
    sidecar(photos / "one.xmp", SidecarForExtension="NEF")
    sidecar(photos / "two.xmp", SidecarForExtension="JPEG")

    assert held(photos).photograph.problems == ("sidecar-for-another:nef",)
    assert held(photos).photograph.metadata.text("description").startswith("Ferry number 1")
    assert held(photos, "two.jpg").photograph.metadata.text("description") == "The cook waves."


@pytest.mark.parametrize("settings", [b"<x:xmpmeta", None])
def test_a_sidecar_that_says_nothing_leaves_the_supplier_to_be_corrected(tmp_path, settings):
    """One that is broken, or holds the settings of a raw converter alone."""
    path = photograph(tmp_path / "one.jpg", stamp=Stamp(creators=("STR",), credit_line="AFP"))
    alone = held(tmp_path).photograph.metadata.texts("creatorNames")
    rdf = 'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
    bare = f'<rdf:RDF {rdf}><rdf:Description rdf:about="" xmlns:c="urn:c#" c:Tone="1"/></rdf:RDF>'
    path.with_suffix(".xmp").write_bytes(settings or bare.encode())

    assert alone == ()
    assert held(tmp_path).photograph.metadata.texts("creatorNames") == alone


def broken(path: Path) -> None:
    path.write_bytes(b"<x:xmpmeta")


def hostile(path: Path) -> None:
    path.write_bytes(b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')


def large(path: Path) -> None:
    path.write_bytes(b" " * (store.MOST_SIDECAR + 1))


def linked(path: Path) -> None:
    path.symlink_to(sidecar(path.with_name("elsewhere.txt")))


@pytest.mark.parametrize(
    ("make", "problem", "words"),
    [
        (broken, "sidecar-broken", "its sidecar cannot be read; what it says was left out"),
        (hostile, "sidecar-doctype", "its sidecar has a document type"),
        (large, "sidecar-unreadable", "its sidecar cannot be opened"),
        (linked, "sidecar-unreadable", "its sidecar cannot be opened"),
    ],
)
def test_a_sidecar_that_cannot_be_read_is_said_and_left_out(photos, tmp_path, make, problem, words):
    """The photograph is read without it, and every command says so."""
    make(photos / "one.xmp")
    shown = cutline("metadata", photos / "one.jpg")
    told = cutline("metadata", "--format", "json", photos / "one.jpg")
    checked = cutline("check", photos)
    published = cutline("publish", photos, "--draft", "--to", tmp_path / "site")

    assert held(photos).photograph.problems == (problem,)
    assert held(photos).photograph.metadata.text("description").startswith("Ferry number 1")
    assert (shown.exit_code, told.exit_code, published.exit_code) == (0, 0, 0)
    assert words in " ".join(shown.stdout.split())
    assert json.loads(told.stdout)[0]["problems"] == [problem]
    for result in (checked, published):
        assert f"“one.jpg”: {words}" in result.stderr


def test_a_changed_sidecar_is_published_and_encodes_nothing_again(photos, tmp_path):
    """A sidecar that comes, changes or goes is noticed; pixels are a matter of the original."""
    site = tmp_path / "site"
    before = state(photos)

    def publish() -> tuple[str, str]:
        settle()
        result = cutline("publish", photos, "--draft", "--to", site)
        assert result.exit_code == 0, result.stderr
        return (site / "index.html").read_text("utf-8"), result.stderr

    assert "Ferry number 1" in publish()[0]
    assert "nothing has changed" in publish()[1]
    for caption in ("The cook waves.", "The mate waves."):
        sidecar(photos / "one.xmp", caption)
        page, said = publish()
        assert caption in page
        assert "(0 decoded" in said
        captions = [
            read(picture.read_bytes()).metadata.text("description")
            for picture in (site / "photographs").glob("one.*.jpg")
        ]
        assert set(captions) == {caption}
        assert "nothing has changed" in publish()[1]
    (photos / "one.xmp").unlink()
    page, said = publish()
    assert "Ferry number 1" in page
    assert "(0 decoded" in said
    assert state(photos) == before


def test_the_check_asks_of_the_words_that_count(tmp_path):
    """A credit that was cut in the file and is whole in the sidecar is no question."""
    photos = tmp_path / "photos"
    photograph(photos / "one.jpg", stamp=CUT)
    assert "value-truncated:creditLine" in held(photos).photograph.problems
    sidecar(photos / "one.xmp", Credit="Harbour Agency of the Northern Sea")

    assert held(photos).photograph.problems == ()
    assert "CRD001" not in cutline("check", photos).stdout


def test_an_edit_goes_into_the_sidecar_and_the_original_stays(tmp_path):
    newsroom = desk(tmp_path / "desk")
    original = newsroom / ONE
    before = original.stat(), original.read_bytes()
    words = words_of(newsroom, ONE)
    first = edit(
        newsroom,
        ONE,
        {"description": LangText({"x-default": "The cook waves. \r\n"}), "source": CLEARED},
        author="Ana Silva",
        at=AT,
        seen=words.revision,
    )
    second = correct(
        newsroom, ONE, {"creditLine": Change("Harbour", "supplier:harbour", AT)}, seen=first
    )
    found = held(newsroom, ONE)

    assert (original.stat(), original.read_bytes()) == before
    assert (words.sidecar, words.revision) == ("photographs/1.xmp", store.NONE)
    assert found.revision == second
    assert found.photograph.metadata.text("description") == "The cook waves."
    assert found.photograph.metadata.text("creditLine") == "Harbour"
    assert found.layers is not None
    assert found.layers.edited["description"].author == "Ana Silva"
    assert found.layers.as_supplied.text("creditLine") == "Harbour Agency"
    (kept,) = (newsroom / "ledger" / "sidecars").glob("*/0001.xmp")
    assert store.revision(kept.read_bytes()) == first


def test_an_edit_of_what_somebody_else_changed_is_a_conflict(tmp_path):
    newsroom = desk(tmp_path / "desk")
    seen = words_of(newsroom, ONE).revision
    theirs = sidecar(newsroom / "photographs" / "1.xmp").read_bytes()
    with pytest.raises(ConflictError, match="changed meanwhile"):
        edit(newsroom, ONE, {"headline": "Cook"}, author="Ana", at=AT, seen=seen)

    assert (newsroom / "photographs" / "1.xmp").read_bytes() == theirs


def test_an_edit_is_written_into_the_sidecar_that_is_there(tmp_path):
    """Under its own name, with the words of the other program as that program's edit."""
    newsroom = desk(tmp_path / "desk")
    path = sidecar(newsroom / "photographs" / "1.jpg.xmp")
    words = words_of(newsroom, ONE)
    edit(newsroom, ONE, {"headline": "Cook"}, author="Ana", at=AT, seen=words.revision)
    layers = read_sidecar(path.read_bytes()).layers

    assert layers is not None
    assert {id: change.author for id, change in layers.edited.items()} == {
        "description": "Marker 3",
        "headline": "Ana",
    }
    assert not (newsroom / "photographs" / "1.xmp").exists()


def test_a_broken_sidecar_is_not_edited(tmp_path):
    newsroom = desk(tmp_path / "desk")
    broken(newsroom / "photographs" / "1.xmp")
    with pytest.raises(ReadError, match="its sidecar cannot be read"):
        words_of(newsroom, ONE)
    with pytest.raises(ReadError, match="mend its sidecar"):
        edit(newsroom, ONE, {"headline": "Cook"}, author="Ana", at=AT, seen=store.NONE)


def test_answers_for_sidecars_are_remembered_by_their_bytes(photos, tmp_path):
    """A second reading opens no cage, and a changed sidecar is read again."""
    sidecar(photos / "one.xmp")
    cache, told = store.Cache(tmp_path / "cache"), []

    def caption() -> str:
        index = store.Index(tmp_path / "index", lambda: 1 << 62)
        library = Library(photos, cache, index, lambda *said: told.append(said))
        found = library.read(["one.jpg"])["one.jpg"]
        assert isinstance(found, Held)
        return found.photograph.metadata.text("description")

    assert caption() == "The cook waves."
    asked = len(told)
    assert caption() == "The cook waves."
    assert len(told) == asked == 2
    sidecar(photos / "one.xmp", "The mate waves, and so does the cook.")
    assert caption() == "The mate waves, and so does the cook."
    assert len(told) == 3


def test_a_sidecar_lets_nothing_out(photos, tmp_path):
    """Its notes, its contacts, who changed what: in no file of the site; its caption is."""
    secret = {name: f"hush-{name}-4711" for name in ("Instructions", "CaptionWriter", "City")}
    secret |= {"TransmissionReference": "hush-job-4711", "Headline": "hush-headline-4711"}
    sidecar(photos / "one.xmp", "The cook waves. hush-before-4711", **secret)
    one = held(photos)
    assert one.photograph.metadata.text("instructions") == secret["Instructions"]
    words = LangText({"x-default": "The cook waves at a boat."})
    layers = with_edits(
        layers_of(
            one.photograph.metadata,
            read_sidecar((photos / "one.xmp").read_bytes()),
            one.photograph.sha256,
        ),
        {"description": Change(words, "hush-author-4711", AT)},
    )
    (photos / "one.xmp").write_bytes(write_sidecar(layers))
    said = cutline("publish", photos, "--draft", "--to", tmp_path / "site")
    files = [path for path in (tmp_path / "site").resolve().rglob("*") if path.is_file()]

    assert said.exit_code == 0, said.stderr
    assert any(b"The cook waves at a boat." in path.read_bytes() for path in files)
    assert [path.name for path in files if b"hush" in path.read_bytes()] == []
    assert [path.name for path in files if b"4e949927" in path.read_bytes()] == []
