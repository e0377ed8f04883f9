"""The project's own files, as the house tests read them."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PACKAGE = ROOT / "src" / "cutline"
_FOLDERS = ("src", "tests", "fuzz", "docs", "bench", "requirements", ".ci")


def modules() -> list[Path]:
    """Every module of the package, in order."""
    return sorted(PACKAGE.rglob("*.py"))


def name(path: Path) -> str:
    """A file's path inside the project, for messages."""
    return path.relative_to(ROOT).as_posix()


def tree(path: Path) -> ast.Module:
    """A module's syntax tree."""
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def texts() -> Iterator[tuple[Path, str]]:
    """Every text file that belongs to the project, with its text."""
    inside = (path for folder in _FOLDERS for path in (ROOT / folder).rglob("*"))
    top = ROOT.iterdir()
    for path in sorted(path for path in (*top, *inside) if path.is_file()):
        if "__pycache__" in path.parts:
            continue
        try:
            yield path, path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
