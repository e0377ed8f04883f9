"""The harnesses of ``make fuzz`` run, and the readers survive a few seconds of each."""

import importlib.util
import os
import subprocess
import sys

import pytest

SECONDS = 3
READERS = ("iim", "xmp", "jpeg")
HERE = importlib.util.find_spec("atheris") is not None


def run(root, reader, folder):
    """A harness for a few seconds, in a process of its own, its finds in ``folder``."""
    words = [sys.executable, root / "fuzz" / f"{reader}.py", str(SECONDS), folder]
    paths = os.pathsep.join((str(root / "src"), os.environ.get("PYTHONPATH", "")))
    env = {**os.environ, "PYTHONPATH": paths}
    return subprocess.run(words, capture_output=True, text=True, env=env, timeout=120)


@pytest.mark.skipif(not HERE, reason="atheris is missing (it has wheels for Linux on x86-64)")
@pytest.mark.parametrize("reader", READERS)
def test_a_reader_survives_what_a_fuzzer_finds(root, reader, tmp_path):
    """Coverage-guided mutations of good blocks: no exception, no promise broken."""
    ended = run(root, reader, tmp_path / reader)

    assert ended.returncode == 0, ended.stderr[-3000:]
    assert list((tmp_path / reader).glob("finding-*")) == []
    assert int(ended.stderr.split("number_of_executed_units:")[1].split()[0]) > 100


@pytest.mark.skipif(not HERE, reason="atheris is missing (it has wheels for Linux on x86-64)")
def test_a_broken_promise_is_found(root, tmp_path):
    """A harness that would pass anything proves nothing: one that must fail does."""
    program = (
        "import sys; sys.path.insert(0, sys.argv.pop(1)); from driver import fuzz, promise\n"
        "fuzz(lambda data: promise(b'xyz' not in data, 'xyz'), [b'ab'], [b'xyz'])"
    )
    words = [sys.executable, "-c", program, root / "fuzz", "20", tmp_path / "c"]
    ended = subprocess.run(words, capture_output=True, text=True, timeout=120)

    assert ended.returncode != 0
    assert b"xyz" in next((tmp_path / "c").glob("finding-*")).read_bytes()
