"""The program as a whole: help, streams, colours, metadata, what a person is never shown."""

import json
import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest

from cutline import __version__
from cutline.cli import main
from cutline.metadata import Stamp
from unit.desk.desks import SOURCE, cutline, folder, photograph, placing, program, story

COMMANDS = (
    "demo",
    "init",
    "new",
    "import",
    "publish",
    "send",
    "export",
    "headers",
    "check",
    "explain",
    "metadata",
    "credit",
    "rollback",
    "withdraw",
    "kill",
    "verify",
    "doctor",
)
ESCAPE = "\x1b"
COLOURED = re.compile(r"\x1b\[[0-9;]*[1-9][0-9;]*m")
"""A colour or a weight; on a slow machine progress moves the cursor, which is none."""
MIXED = "\N{CYRILLIC CAPITAL LETTER ES}ape Town"


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    """A story with a fault that is shown in colour on a terminal."""
    photographs = folder(tmp_path / "p", "one.jpg")
    return story(photographs / "story.md", placing("one.jpg", caption=f"A boat at {MIXED}."))


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(command):
    result = cutline(command, "--help")

    assert result.exit_code == 0
    assert "Example" in result.stdout
    assert f"cutline {command}" in result.stdout


def test_help_lists_every_command_and_the_version_is_told():
    listed = cutline("--help").stdout
    assert all(command in listed for command in COMMANDS)
    assert set(COMMANDS) == set(main.list_commands(None))
    assert __version__ in cutline("--version").stdout


@pytest.mark.parametrize("words", [["no-such-command"], ["check"], ["check", "--no-such", "."]])
def test_what_nobody_can_mean_ends_with_2(words):
    result = cutline(*words)
    assert result.exit_code == 2
    assert result.stdout == ""


def test_explain_prints_every_page():
    listed = cutline("explain").stdout.splitlines()
    codes = [line.split()[0] for line in listed]
    assert "TXT001" in codes
    for code in codes:
        page = cutline("explain", code)
        assert page.exit_code == 0
        assert page.stdout.startswith(code)
    assert cutline("explain", "mixed-script").stdout == cutline("explain", "TXT001").stdout


def test_doctor_says_that_this_machine_is_able():
    result = cutline("doctor")
    assert result.exit_code == 0, result.output
    assert "renders AVIF" in result.stdout


@pytest.mark.parametrize("command", ["check", "publish"])
def test_a_pipe_gets_no_colours(wrong, command):
    run = program(command, wrong, cwd=wrong.parent.parent, FORCE_COLOR="1")
    assert run.exit_code == 1
    assert ESCAPE not in run.stdout + run.stderr


def on_a_terminal(*words: object, **env: str) -> str:
    """What the program writes to a terminal."""
    ours, theirs = pty.openpty()
    environment = {**os.environ, "PYTHONPATH": str(SOURCE), "TERM": "xterm", **env}
    started = subprocess.Popen(
        [sys.executable, "-m", "cutline", *map(str, words)],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env=environment,
    )
    os.close(theirs)
    said = b""
    try:
        while chunk := os.read(ours, 65536):
            said += chunk
    except OSError:  # Linux says EIO when the other side is closed
        pass
    os.close(ours)
    started.wait()
    return said.decode()


def test_a_terminal_gets_colours_unless_somebody_said_no(wrong, monkeypatch):
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert COLOURED.search(on_a_terminal("check", wrong))
    assert not COLOURED.search(on_a_terminal("check", wrong, NO_COLOR="1"))
    assert ESCAPE not in on_a_terminal("check", wrong, TERM="dumb")


def test_a_reader_who_leaves_early_is_no_fault(wrong):
    """``cutline explain | head -1``: no traceback, no complaint."""
    words = f"{sys.executable} -m cutline explain | head -1"
    environment = {**os.environ, "PYTHONPATH": str(SOURCE)}
    run = subprocess.run(["sh", "-c", words], capture_output=True, text=True, env=environment)
    assert len(run.stdout.splitlines()) == 1
    assert run.stderr == ""


def test_metadata_has_the_shape_that_others_build_on(tmp_path):
    said = Stamp(creators=("Ana Silva", "Bo Ek"), credit_line="Harbour Agency", caption="A boat.")
    path = photograph(tmp_path / "one.jpg", 1, said)
    result = cutline("metadata", "--format", "json", path)
    (told,) = json.loads(result.stdout)

    assert result.exit_code == 0
    assert (told["path"], told["format"]) == (str(path), "jpeg")
    assert (told["width"], told["height"], told["orientation"]) == (320, 214, 1)
    assert len(told["sha256"]) == 64
    credit = told["fields"]["creditLine"]
    assert (credit["value"], credit["from"], credit["differs"]) == ("Harbour Agency", "xmp", {})
    assert told["fields"]["creatorNames"]["value"] == ["Ana Silva", "Bo Ek"]
    assert list(told["fields"]["description"]["value"].values()) == ["A boat."]
    assert told["problems"] == []
    assert isinstance(told["capture"], dict)


def test_metadata_of_what_cannot_be_read_ends_with_2_and_tells_the_rest(tmp_path):
    good = photograph(tmp_path / "good.jpg")
    bad = tmp_path / "bad.jpg"
    bad.write_bytes(b"\xff\xd8 not much")
    result = cutline("metadata", "--format", "json", good, bad, tmp_path / "gone.jpg")

    assert result.exit_code == 2
    told = json.loads(result.stdout)
    assert [row["path"] for row in told] == [str(good), str(bad), str(tmp_path / "gone.jpg")]
    assert "sha256" in told[0]
    assert all(row["error"] for row in told[1:])
    assert len(result.stderr.strip().splitlines()) == 2


def test_metadata_for_people_names_the_place_of_each_value(tmp_path):
    result = cutline("metadata", photograph(tmp_path / "one.jpg"))
    assert "Ana Silva" in result.stdout
    assert "all from XMP" in result.stdout


def test_a_fault_of_our_own_is_a_sentence_too(wrong, monkeypatch):
    """No traceback, even where the program itself is wrong."""

    def fails(*given: object) -> None:
        raise RuntimeError("the sky fell")

    monkeypatch.setattr("cutline.desk.desk.find_desk", fails)
    result = cutline("check", wrong)
    assert result.exit_code == 2
    assert "a fault of cutline's own (RuntimeError: the sky fell)" in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize("name", ["desk", "desk/inner", "."])
def test_init_where_a_file_is_in_the_way_says_what_to_do(tmp_path, monkeypatch, name):
    """The folder itself, one above it, or one inside it; nothing else is made."""
    monkeypatch.chdir(tmp_path)
    for file in ("desk", "photographs"):
        (tmp_path / file).write_text("mine")
    result = cutline("init", name)

    assert result.exit_code == 2
    assert "move the file of that name away, or name another folder" in result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == ["desk", "photographs"]


def test_an_interrupted_run_says_how_things_stand(tmp_path, monkeypatch):
    """Ctrl-C is no fault and no refusal: one sentence, and the exit code of shells."""

    def interrupted(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("cutline.desk.Desk.publish_all", interrupted)
    run = cutline("publish", tmp_path)

    assert run.exit_code == 130
    assert "nothing is half done" in run.stderr
