"""The project speaks of itself alone: no machine's paths, no registry, one licence."""

import re
import tomllib

import pytest

import cutline
from house.source import ROOT, modules, name, texts

PATHS = re.compile(r"""(?<![\w.<-])/(?:work|root|home|Users)/|/tmp/[a-z]+/""")
SOURCES = re.compile(r"--(?:extra-)?index\b|--find-links|file:///")
LOCAL_TEXT = re.compile(r'"resolved":')


@pytest.mark.parametrize(
    "pattern", [PATHS, SOURCES, LOCAL_TEXT], ids=["paths", "sources", "resolved"]
)
def test_no_file_names_a_machine_or_a_registry(pattern):
    """A clone works wherever it lies and whichever index its reader's pip and npm use."""
    found = [
        f"{name(path)}: {match.group()}"
        for path, text in texts()
        if path.name != "test_words.py"
        for match in pattern.finditer(text)
    ]

    assert found == []


def test_no_lock_names_an_address():
    """What is installed is told by name and hash, never by where it lies."""
    locks = sorted((ROOT / "requirements").glob("*.txt"))
    named = [
        f"{lock.name}: {line}"
        for lock in locks
        for line in lock.read_text(encoding="utf-8").split("\n")
        if "://" in line.partition("#")[0]
    ]

    assert named == []


def test_every_locked_package_has_a_hash():
    """What is installed is what was tried."""
    for lock in sorted((ROOT / "requirements").glob("*.txt")):
        if lock.name == "debian.txt":
            continue
        entries = re.split(r"^(?=[a-z0-9])", lock.read_text(encoding="utf-8"), flags=re.MULTILINE)
        unsure = [entry.split()[0] for entry in entries[1:] if "--hash=sha256:" not in entry]
        assert (lock.name, unsure) == (lock.name, [])


def test_every_locked_npm_package_has_a_hash():
    """The same for npm: an integrity value for each, and no address."""
    for lock in sorted((ROOT / "requirements").glob("*/package-lock.json")):
        text = lock.read_text(encoding="utf-8")
        assert text.count('"integrity": "sha512-') == text.count('"node_modules/')


def test_the_licence_is_said_once():
    """Apache-2.0, in LICENSE and pyproject.toml; no file carries a header of its own."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

    assert project["license"] == "Apache-2.0"
    assert "Apache License" in (ROOT / "LICENSE").read_text(encoding="utf-8")[:400]
    headed = [
        name(path)
        for path in modules()
        if re.search(r"SPDX-|Licensed under|^# *Copyright", path.read_text(encoding="utf-8"))
    ]
    assert headed == []


def test_the_version_is_one():
    """pyproject.toml, the package and the changelog name the same version."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")

    assert project["version"] == cutline.__version__
    assert re.search(rf"^## \[?{re.escape(cutline.__version__)}\]?", changelog, re.MULTILINE)
