"""Whatever step taking down dies at, readers see the old site or the new one, whole.

Said again, it is finished; and a photograph that is denied stays denied.
"""

import os
import shutil
from pathlib import Path

import pytest

from cutline import store
from cutline.desk import Desk
from cutline.desk.crawl import Gone, crawl, traces
from cutline.model import CutlineError, StoreError
from faults.dying import Verb, failed, killed, steps_of
from unit.desk.desks import desk, ferry, placing, story


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A desk of two stories; the ferry's was published twice."""
    made = desk(tmp_path_factory.mktemp("faults") / "desk")
    place = placing("../../photographs/2.jpg", "A cook at the rail", "The cook rests.")
    story(made / "stories" / "quay" / "story.md", place, headline="The quay")
    terms = Desk.terms((), (), (), draft=True, skip_unreadable=False)
    for name, words in (("ferry", "Crossing 1."), ("quay", ""), ("ferry", "Crossing 2.")):
        if words:
            ferry(made, words)
        Desk().publish(made / "stories" / name, None, terms)
    return made


@pytest.fixture
def newsroom(published: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return fresh(published, tmp_path)


def fresh(published: Path, folder: Path) -> Path:
    """The desk as it was published."""
    made = folder / "desk"
    if made.exists():
        shutil.rmtree(made)
    shutil.copytree(published, made, symlinks=True)
    return made


def shown(newsroom: Path) -> dict[str, str]:
    """What readers see, file by file: a whole site without a dead link."""
    assert store.verify(store.of_desk(newsroom)) == ()
    assert list(crawl(newsroom / "site", "")) == []
    manifest = store.current(store.of_desk(newsroom))
    assert manifest is not None
    return {entry.path: entry.sha256 for entry in manifest.files}


def sampled(last: int, most: int) -> list[tuple[str, int]]:
    """Steps spread over a verb from the first to the last, one kind of fault after the other."""
    steps = sorted({round(1 + at * (last - 1) / (most - 1)) for at in range(most)})
    kinds = ("kill", "ENOSPC", "EIO")
    return [(kinds[at % len(kinds)], step) for at, step in enumerate(steps)]


def verb_of(name: str, newsroom: Path) -> Verb:
    here, caretaker = str(newsroom / "stories"), Desk()
    answer = Desk.answer("Ana Silva", "Notice.")

    def kill() -> object:
        os.chdir(newsroom)
        return caretaker.kill(["1.jpg"], None, answer)

    verbs: dict[str, Verb] = {
        "kill": kill,
        "withdraw": lambda: caretaker.withdraw(f"{here}/quay", None, answer),
        "rollback": lambda: caretaker.rollback(f"{here}/ferry", None),
    }
    return verbs[name]


@pytest.mark.parametrize(("name", "most"), [("kill", 19), ("withdraw", 10), ("rollback", 10)])
def test_a_fault_at_steps_from_first_to_last(newsroom, published, monkeypatch, name, most):
    sha256 = store.read(newsroom, "photographs/1.jpg").sha256
    old = shown(newsroom)
    last = steps_of(verb_of(name, newsroom), monkeypatch)
    new = shown(newsroom)
    assert new != old
    seen = []
    for kind, step in sampled(last, most):
        newsroom = fresh(published, newsroom.parent)
        verb = verb_of(name, newsroom)
        if kind == "kill":
            assert killed(verb, step)
        else:
            said = failed(verb, f"{kind}:{step}", monkeypatch)
            assert "\n" not in said
        seen.append(shown(newsroom))
        assert seen[-1] in (old, new)
        if name == "kill":
            verb()
            assert list(traces(newsroom / "releases", Gone((sha256, sha256[:12])))) == []
            assert shown(newsroom) == new
        elif seen[-1] == old:
            again(verb)
            assert shown(newsroom) == new
    assert old in seen
    assert new in seen


def again(verb: Verb) -> None:
    """The same once more, as a person would after a fault."""
    try:
        verb()
    except CutlineError as error:  # pragma: no cover - the message is the failure
        pytest.fail(str(error))


def test_a_photograph_denied_before_the_crash_is_refused_after_it(newsroom, monkeypatch):
    """The deny list is durable before the first page is touched."""
    old = shown(newsroom)
    verb = verb_of("kill", newsroom)
    with monkeypatch.context() as patch:
        patch.setattr(store, "holding", lambda *_, **__: (_ for _ in ()).throw(StoreError("crash")))
        with pytest.raises(StoreError, match="crash"):
            verb()
    assert shown(newsroom) == old
    terms = Desk.terms((), (), (), draft=True, skip_unreadable=False)
    with pytest.raises(CutlineError, match="was not published"):
        Desk().publish(newsroom / "stories" / "ferry", None, terms)
