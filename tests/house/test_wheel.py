"""The wheel works where there is nothing but what it says it needs."""

import re
import subprocess
import sys
import venv
from importlib.metadata import distribution

import pytest

from house.source import ROOT


@pytest.fixture(scope="module")
def alone(tmp_path_factory):
    """A fresh environment: the wheel, and the locked runtime packages and nothing else."""
    folder = tmp_path_factory.mktemp("alone")
    venv.create(folder / "v", with_pip=False)
    python = folder / "v" / "bin" / "python"
    build = [sys.executable, "-m", "pip", "wheel", "-qq", "--no-deps", "--no-build-isolation"]
    subprocess.run([*build, "--no-index", "-w", folder, ROOT], check=True)
    (wheel,) = folder.glob("*.whl")
    install = [sys.executable, "-m", "pip", "--python", python, "install", "-qq", "--no-deps"]
    subprocess.run([*install, "--no-index", wheel], check=True)
    site = next((folder / "v" / "lib").glob("python*/site-packages"))
    for package in _locked():
        for file in distribution(package).files or ():
            top = file.parts[0]
            if top not in {"..", "__pycache__"} and not (site / top).exists():
                (site / top).symlink_to(distribution(package).locate_file(top))
    return folder / "v" / "bin" / "cutline"


def _locked():
    lock = (ROOT / "requirements" / "runtime.txt").read_text(encoding="utf-8")
    return re.findall(r"^([a-z0-9-]+)==", lock, re.MULTILINE)


def _run(program, *arguments, cwd):
    return subprocess.run([program, *arguments], capture_output=True, text=True, cwd=cwd)


def test_the_wheel_alone_says_help(alone, tmp_path):
    """``cutline --help`` needs nothing but the wheel and its locked packages."""
    run = _run(alone, "--help", cwd=tmp_path)

    assert (run.returncode, run.stderr) == (0, "")
    assert "publish" in run.stdout


def test_the_wheel_alone_tells_whether_the_machine_is_able(alone, tmp_path):
    """``cutline doctor`` runs from anywhere, with all data files that it needs in the wheel."""
    run = _run(alone, "doctor", cwd=tmp_path)

    assert run.returncode in {0, 1}
    assert "Traceback" not in run.stderr
    assert run.stdout.strip()
