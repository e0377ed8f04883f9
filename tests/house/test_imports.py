"""What is imported, when, and that all of it is declared."""

import ast
import re
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions

import pytest

from house.source import ROOT, modules, tree

HEAVY = {"pyvips", "lxml", "jinja2", "markdown_it", "rich"}
# Carries libvips itself, which pyvips loads by name.
NEVER_IMPORTED = {"pyvips-binary"}


@pytest.mark.parametrize(
    "statement",
    [
        "import cutline",
        "import cutline.model",
        "from cutline.cli import main; main(['--help'], standalone_mode=False)",
    ],
)
def test_the_start_is_light(statement):
    """Help comes at once: no engine, template or parser is loaded before it is needed."""
    program = f"{statement}\nimport sys\nprint('loaded', *sorted({HEAVY!r} & set(sys.modules)))"
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT
    )

    assert run.stdout.splitlines()[-1] == "loaded"


def test_dependencies_are_those_imported():
    """Each declared dependency is used, and each used one is declared."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = {_plain(re.split(r"[<>=!~; \[]", line)[0]) for line in project["dependencies"]}

    assert _imported() == declared - NEVER_IMPORTED


def _imported():
    owners = packages_distributions()
    tops = {top for path in modules() for top in _tops(tree(path))}
    outside = tops - set(sys.stdlib_module_names) - {"cutline"}
    return {_plain(owners.get(top, [top])[0]) for top in outside}


def _tops(module):
    for node in ast.walk(module):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            yield node.module.split(".")[0]


def _plain(name):
    return re.sub(r"[-_.]+", "-", name).lower()
