"""Whatever step of writing a publish dies at, the site is the old one or the new one, whole."""

import os
import signal
import subprocess
import sys
import threading
from contextlib import suppress
from functools import partial
from pathlib import Path

import pytest

import cutline
from cutline.model import BusyError, ConfigError, StoreError
from cutline.store import building, current, of_folder, release, verify, write
from cutline.store.faults import Faults
from cutline.store.places import Places
from faults.dying import killed

STYLE = b"body { margin: 0 }" * 50


@pytest.fixture
def places(tmp_path: Path) -> Places:
    (tmp_path / "photographs").mkdir()
    return of_folder(tmp_path / "site")


def publish(places: Places, text: str, keep: int = 2) -> None:
    """Publish a site of three files, one of them unchanged since the last time."""
    with building(places, places.out.parent / "photographs") as build:
        build.add("index.html", text.encode())
        build.add("about/index.html", f"about {text}".encode())
        build.add("style.css", STYLE)
        build.finish({"text": text}, keep=keep)


def shown(places: Places) -> str:
    """The text of the site, the same in every file and in the manifest."""
    assert verify(places) == ()
    manifest = current(places)
    assert manifest is not None
    text = (places.out / "index.html").read_text()
    assert (places.out / "about" / "index.html").read_text() == f"about {text}"
    assert (places.out / "style.css").read_bytes() == STYLE
    assert manifest.facts == {"text": text}
    return text


def steps_of_a_publish(places: Places, monkeypatch: pytest.MonkeyPatch) -> int:
    """How many steps a publish over three earlier ones takes, pruning among them."""
    for text in ("one", "two", "three"):
        publish(places, text)
    counter = Faults()
    with monkeypatch.context() as patch:
        patch.setattr(write, "FAULTS", counter)
        publish(places, "four")
    return counter.taken


@pytest.mark.parametrize("fault", ["ENOSPC", "EIO"])
def test_what_could_not_be_shown_is_no_release(
    places: Places, monkeypatch: pytest.MonkeyPatch, fault: str
) -> None:
    """Stepping back leads to what was shown, not to what a full disk kept from it."""
    last = steps_of_a_publish(places, monkeypatch)
    for step in range(1, last + 1):
        monkeypatch.setattr(write, "FAULTS", Faults(f"{fault}:{step}"))
        with suppress(StoreError):
            publish(places, f"with {fault} at {step}", keep=100)
        monkeypatch.setattr(write, "FAULTS", Faults())
        shown(places)
        numbers = sorted(path.name for path in places.releases.iterdir() if path.name[0] != ".")
        assert numbers[-1] == places.pointed_at()


def test_a_kill_at_any_step_leaves_a_whole_site(
    places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    last = steps_of_a_publish(places, monkeypatch)
    seen = set()
    for step in range(1, last + 1):
        old, new = f"before {step}", f"after {step}"
        publish(places, old)
        assert killed(partial(publish, places, new), step)
        text = shown(places)
        assert text in {old, new}
        seen.add(text.split()[0])
        publish(places, f"again {step}")
        assert shown(places) == f"again {step}"
        leftovers = [p.name for p in places.out.parent.iterdir() if p.name.startswith(".cutline-")]
        assert leftovers == []
        assert not list(places.releases.glob(".*"))
    assert seen == {"before", "after"}
    assert not killed(partial(publish, places, "beyond the last step"), last + 50)


@pytest.mark.parametrize("kind", ["ENOSPC", "EIO"])
def test_an_error_at_any_step_leaves_a_whole_site(
    places: Places, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    last = steps_of_a_publish(places, monkeypatch)
    told: list[str] = []
    for step in range(1, last + 1):
        old, new = f"before {step}", f"after {step}"
        publish(places, old)
        with monkeypatch.context() as patch:
            patch.setattr(write, "FAULTS", Faults(f"{kind}:{step}"))
            try:
                publish(places, new)
                expected = {new}
            except StoreError as error:
                told.append(str(error))
                expected = {old, new}
        assert shown(places) in expected
    assert len(told) > last / 2
    assert all("disk" in sentence and "\n" not in sentence for sentence in told)
    publish(places, "again")
    assert shown(places) == "again"


@pytest.mark.parametrize("step", range(1, 9))
def test_a_first_publish_that_dies_shows_nothing_or_everything(places: Places, step: int) -> None:
    assert killed(partial(publish, places, "first"), step)
    assert not os.path.lexists(places.out)
    publish(places, "second")
    assert shown(places) == "second"


def test_the_environment_names_the_fault(places: Places) -> None:
    script = "import sys; from pathlib import Path; from cutline.store import replace; "
    script += "replace(Path(sys.argv[1]), b'data')"
    target = places.out.parent / "file"
    source = str(Path(cutline.__file__).parents[1])
    environment = {**os.environ, "PYTHONPATH": source, "CUTLINE_FAULT": "kill:3"}
    ran = subprocess.run([sys.executable, "-c", script, str(target)], env=environment, check=False)
    assert ran.returncode == -signal.SIGKILL
    assert not target.exists()
    write.sweep(target)
    assert [p.name for p in target.parent.iterdir()] == ["photographs"]


def test_a_fault_that_is_none_is_refused() -> None:
    for wrong in ("kill", "kill:", "melt:3", "ENOSPC:-1"):
        with pytest.raises(ConfigError, match="CUTLINE_FAULT"):
            Faults(wrong)


def test_of_two_at_once_one_wins_and_the_other_is_told(places: Places) -> None:
    publish(places, "old")
    photographs = places.out.parent / "photographs"
    with building(places, photographs) as build:
        with pytest.raises(BusyError, match=rf"process {os.getpid()}, since \d{{4}}-"):
            publish(places, "second comer")
        build.add("index.html", b"winner")
        build.finish({})
    assert (places.out / "index.html").read_bytes() == b"winner"
    publish(places, "later")
    assert shown(places) == "later"


def test_a_release_that_a_check_complains_about_is_never_shown(places: Places) -> None:
    publish(places, "old")
    with building(places, places.out.parent / "photographs") as build:
        build.add("index.html", b"new")
        with pytest.raises(StoreError, match="a picture is missing, and 1 more"):
            build.finish({}, [lambda _: ["a picture is missing", "a link is dead"]])
    assert shown(places) == "old"


def test_what_the_disk_garbles_is_never_shown(
    places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(places, "old")
    photographs = places.out.parent / "photographs"
    with building(places, photographs) as build:
        build.add("index.html", b"new")
        garbled = next(places.releases.glob(".*/www/index.html"))
        garbled.chmod(0o644)
        garbled.write_bytes(b"wen")
        with pytest.raises(StoreError, match="is not what was written"):
            build.finish({})
    assert shown(places) == "old"


def test_readers_during_500_switches_never_see_a_mixed_or_missing_site(places: Places) -> None:
    publish(places, "first", keep=5)
    publish(places, "second", keep=5)
    targets = ["0001", "0002"]
    stop, wrong, seen = threading.Event(), [], set()

    def read_on() -> None:
        while not stop.is_set():
            try:
                folder = os.open(places.out, os.O_RDONLY | os.O_DIRECTORY)
            except OSError as error:
                wrong.append(str(error))
                continue
            parts = []
            for name in ("index.html", "about/index.html"):
                file = os.open(name, os.O_RDONLY, dir_fd=folder)
                parts.append(os.read(file, 100).decode())
                os.close(file)
            os.close(folder)
            seen.add(parts[0])
            if parts[1] != f"about {parts[0]}":
                wrong.append(str(parts))

    reader = threading.Thread(target=read_on)
    reader.start()
    for turn in range(500):
        write.switch(places.out, places.target(targets[turn % 2]))
    stop.set()
    reader.join()
    assert wrong == []
    assert seen == {"first", "second"}


def test_an_old_release_that_will_not_go_does_not_fail_the_publish(
    places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(places, "one", keep=1)

    def refuse(path: Path) -> None:
        raise StoreError(f"cannot remove {path.name}")

    monkeypatch.setattr(release.write, "remove_tree", refuse)
    with building(places, places.out.parent / "photographs") as build:
        build.add("index.html", b"two")
        published = build.finish({}, keep=1)
    assert published.left == ("cannot remove .0001.old",)
    assert (places.out / "index.html").read_bytes() == b"two"
