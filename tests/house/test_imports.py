"""What is imported, when, and that all of it is declared."""

import ast
import re
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
from itertools import chain

import pytest

from house.source import ROOT, modules, tree

HEAVY = {"pyvips", "lxml", "jinja2", "markdown_it", "rich", "obstore", "watchfiles", "http.server"}
UNUSED_BY_JSON = {
    *HEAVY,
    "yaml",
    "babel",
    "cutline.cage",
    "cutline.imaging",
    "cutline.metadata",
    "cutline.publish",
    "cutline.story",
    "cutline.wire.page",
}
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


@pytest.mark.parametrize("form", ["text", "jsonl", "json", "sarif", "github", "junit"])
def test_a_check_of_json_loads_what_it_needs(form, tmp_path):
    """A content system waits for every check: no parser of pages, no reader of photographs."""
    story = tmp_path / "story.json"
    story.write_text('{"headline": "Rain", "photos": [{"alt": "A", "caption": "B."}]}', "utf-8")
    arguments = ["check", str(story), "--format", form]
    program = (
        f"import sys\nfrom cutline.cli import main\nmain({arguments!r}, standalone_mode=False)"
    )
    told = f"print('loaded', *sorted({UNUSED_BY_JSON!r} & set(sys.modules)))"
    whole = f"import atexit, sys\natexit.register(lambda: {told})\n{program}"
    run = subprocess.run([sys.executable, "-c", whole], capture_output=True, text=True, cwd=ROOT)

    assert run.stdout.splitlines()[-1] == "loaded", run.stderr


def test_dependencies_are_those_imported():
    """Each declared dependency is used, and each used one is declared, if only as an extra."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = _names(project["dependencies"])
    extras = _names(chain(*project["optional-dependencies"].values()))

    assert _imported() - extras == declared - NEVER_IMPORTED


def _names(requirements):
    return {_plain(re.split(r"[<>=!~; \[]", line)[0]) for line in requirements}


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
