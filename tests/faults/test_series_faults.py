"""Whatever step a publish of several stories dies at, readers see none of them or all.

One of them is an edition in another language of a story that is out: its page is printed again.
"""

from functools import partial
from pathlib import Path

import pytest

from cutline import store
from cutline.desk import Desk
from cutline.desk.crawl import crawl
from faults.dying import failed, killed, steps_of
from unit.desk.desks import desk, photograph, placing

NAMES = ("ferry", "faehre", "pier")


def tell(made: Path, name: str, language: str, words: str) -> Path:
    path = made / "stories" / name / "story.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    more = "translations: {de: faehre}\n" if name == "ferry" else ""
    place = placing("../../photographs/1.jpg", caption=f"{words}.")
    path.write_text(f"---\nheadline: {name}\nlanguage: {language}\n{more}---\n\n{place}\n")
    return path.parent


def publish(*paths: Path) -> None:
    terms = Desk.terms((), (), (), draft=False, skip_unreadable=False)
    for outcome in Desk().publish_all(paths, None, terms):
        if isinstance(outcome, Exception):
            raise outcome


def shown(made: Path) -> str:
    """Which edition readers see, the same in every story; no link is dead."""
    assert store.verify(store.of_desk(made)) == ()
    site = made / "site"
    assert list(crawl(site, "")) == []
    assert "../faehre/index.html" in (site / "ferry" / "index.html").read_text()
    pages = [(site / name / "index.html").read_text() for name in ("faehre", "pier")]
    (words,) = {each for each in ("Old", "New") if any(f"{each}." in page for page in pages)}
    assert all(f"{words}." in page for page in pages)
    return words


@pytest.fixture
def newsroom(tmp_path: Path) -> Path:
    made = desk(tmp_path / "desk", "keep_releases = 2\n")
    photograph(made / "photographs" / "1.jpg")
    publish(*(tell(made, name, "de" if name == "faehre" else "en", "Old") for name in NAMES))
    return made


def changed(made: Path, words: str, language: str) -> tuple[Path, Path]:
    """The other language becomes a third one, so that the page that is out changes its link."""
    return tell(made, "faehre", language, words), tell(made, "pier", "en", words)


def steps(made: Path, monkeypatch: pytest.MonkeyPatch) -> int:
    taken = steps_of(lambda: publish(*changed(made, "New", "fr")), monkeypatch)
    publish(*changed(made, "Old", "de"))
    return taken


def fails(made: Path, fault: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Publish with a fault; a kill ends a process of its own."""
    kind, _, step = fault.partition(":")
    verb = partial(publish, *changed(made, "New", "fr"))
    if kind == "kill":
        assert killed(verb, int(step))
    else:
        failed(verb, fault, monkeypatch)


@pytest.mark.parametrize("kind", ["kill", "ENOSPC", "EIO"])
def test_a_series_is_out_as_a_whole_or_not_at_all(newsroom, monkeypatch, kind):
    seen = set()
    last = steps(newsroom, monkeypatch)
    for step in sorted({*range(1, last, 5), *range(last - 12, last + 1)}):  # all about the switch
        fails(newsroom, f"{kind}:{step}", monkeypatch)
        seen.add(shown(newsroom))
        publish(*changed(newsroom, "Old", "de"))
        assert shown(newsroom) == "Old"
    assert seen == {"Old", "New"}
