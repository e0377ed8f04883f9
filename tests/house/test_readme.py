"""The README shows what the program really prints."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from importlib.metadata import PackageNotFoundError, distribution

import pytest

from conftest import needs
from house.source import ROOT

pytestmark = pytest.mark.xdist_group("readme")  # one walk, one worker
README = (ROOT / "README.md").read_text(encoding="utf-8")


def _packaged(name):
    try:
        return bool(distribution(name))
    except PackageNotFoundError:
        return False


@pytest.fixture(scope="module")
def walk(tmp_path_factory):
    """The blocks of the walk, and what its commands print when they are typed in its order."""
    for package in ("scikit-image", "matplotlib"):
        needs(_packaged(package), f"{package} (pip install '.[demo]')")
    folder = tmp_path_factory.mktemp("walk")
    demo = _typed("cutline demo --no-open", folder)
    printed = []
    for command, shown in _walk():
        if command.startswith("cp "):
            shutil.copytree(folder / "cutline-demo" / "photographs", folder / "my-photos")
            continue
        if command.startswith("cutline check"):
            _write(folder / "my-photos" / "story.md")
        if command == "cutline publish my-photos":
            _remember(folder / "my-photos" / "story.md")
        printed.append((command, shown, _typed(command, folder)))
    return demo, printed, folder


def _walk():
    """Each command of the README's later steps with the lines shown under it."""
    text = README[README.index("### 2.") : README.index("## What leaves")]
    for block in re.findall(r"^```console\n(.*?)^```", text, re.DOTALL | re.MULTILINE):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, shown = part.partition("\n")
            yield command, shown


def _typed(command, folder):
    words = [sys.executable, "-m", *shlex.split(command)]
    run = subprocess.run(
        words,
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(ROOT / "src")},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=120,
    )
    return run.stdout.replace(f"{folder}/", "…/")


def _write(story):
    """What the README's reader does: headline, date, one alt text of two, no marks."""
    text = story.read_text(encoding="utf-8")
    text = re.sub(r"^headline: .*", "headline: Four photographs from the way up", text, flags=re.M)
    text = re.sub(r"^published:.*", "published: 2015-02-11", text, flags=re.M)
    text = re.sub(r"^<!-- cutline.*\n", "", text, flags=re.M)
    story.write_text(text.replace("![](falcon", "![A rocket at dusk](falcon"), encoding="utf-8")


def _remember(story):
    text = story.read_text(encoding="utf-8")
    story.write_text(text.replace("![](", "![Hundreds of small galaxies]("), encoding="utf-8")


def test_the_walk_prints_what_the_readme_shows(walk):
    """Draft, new, check, publish: each answers as it is shown to newcomers."""
    _, printed, _ = walk

    assert [command.split()[1] for command, _, _ in printed] == [
        "publish", "new", "check", "publish",
    ]  # fmt: skip
    for command, shown, said in printed:
        assert (command, said) == (command, shown)


def test_the_demonstration_prints_what_the_readme_shows(walk):
    """Every line of the block stands in the program's answer; only the difference is left out."""
    demo, _, _ = walk
    block = re.search(r"^```text\n(An example.*?)^```", README, re.DOTALL | re.MULTILINE)[1]

    lines = [line for line in block.splitlines() if line != "[…]"]

    assert [line for line in lines if line not in demo.splitlines()] == []


def test_a_mark_looks_as_the_readme_shows(walk):
    """`cutline new` marks a missing alt text in the words that newcomers were shown."""
    _, _, folder = walk
    block = re.search(r"^```markdown\n(.*?)^```", README, re.DOTALL | re.MULTILINE)[1]
    (folder / "my-photos" / "story.md").unlink()
    _typed("cutline new my-photos", folder)

    assert block in (folder / "my-photos" / "story.md").read_text(encoding="utf-8")
