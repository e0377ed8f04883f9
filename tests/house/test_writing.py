"""Nothing but ``store/write.py`` writes to the disk."""

import ast

import pytest

from house.source import PACKAGE, modules, name, tree
from house.writing import writes

WRITER = PACKAGE / "store" / "write.py"


def test_only_the_writing_module_writes():
    """An accident on disk has one place where it can be made, and one where faults are tried."""
    found = [
        f"{name(path)}:{line}: {call}"
        for path in modules()
        if path != WRITER
        for line, call in writes(tree(path))
    ]

    assert found == []


def test_the_writing_module_is_where_the_house_says():
    """The exception is a real file, so that a move cannot open a hole."""
    assert list(writes(tree(WRITER)))


@pytest.mark.parametrize(
    "line",
    [
        'open(path, "w")',
        'open(path, mode="ab")',
        "open(path, mode)",
        'path.open("x")',
        'path.open(mode="r+")',
        'path.write_text("")',
        "path.unlink()",
        "path.replace(other)",
        "os.rename(a, b)",
        "os.open(path, os.O_WRONLY | os.O_CREAT)",
        "shutil.rmtree(path)",
        "move = shutil.move",
        "import shutil as quiet",
        "from shutil import copyfile",
        "from tempfile import mkdtemp",
        "from os import symlink",
        'image.write_to_file("a.jpg")',
    ],
)
def test_a_write_is_recognised(line):
    """Each way to write that the standard library offers is seen."""
    assert list(writes(ast.parse(line)))


@pytest.mark.parametrize(
    "line",
    [
        "open(path)",
        'open(path, "rb")',
        "path.open()",
        'path.open("r", encoding="utf-8")',
        'text.replace("a", "b")',
        "replace(story, headline=text)",
        "moment.replace(tzinfo=UTC)",
        "os.open(path, os.O_RDONLY | os.O_NOFOLLOW)",
        "os.replace",
        "shutil.get_terminal_size()",
        "from shutil import which",
        'Image.open(stream, formats=["TIFF"])',
    ],
)
def test_reading_is_not_writing(line):
    """What only reads passes, so that nobody needs an exception."""
    assert not list(writes(ast.parse(line)))
