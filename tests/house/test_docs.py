"""The documentation says what the program does."""

import re
import subprocess
import sys

import pytest
from click.testing import CliRunner

from house.source import ROOT, name

DOCS = ROOT / "docs"
PAGES = sorted({*DOCS.rglob("*.md"), *ROOT.glob("*.md")})
RECORDS = sorted((DOCS / "decisions").glob("*.md"))


def test_the_reference_is_current():
    """docs/reference is what ``make docs`` writes: every command, rule, setting and exit code."""
    run = subprocess.run(
        [sys.executable, "docs/generate.py", "--check"], cwd=ROOT, capture_output=True, text=True
    )

    assert run.returncode == 0, run.stdout + run.stderr


def test_every_command_has_an_example():
    """Help shows how a command is typed, not only what it takes."""
    from cutline.cli import main

    context = main.make_context("cutline", ["doctor"])
    for word in main.list_commands(context):
        command = main.get_command(context, word)
        assert f"cutline {word}" in (command.help or "") + (command.epilog or ""), word


def test_the_reference_names_the_options_that_the_program_prints():
    """Both ways to ask for help stand at every command, as its own help says."""
    from cutline.cli import main

    printed = CliRunner().invoke(main, ["doctor", "-h"]).stdout
    (asked,) = re.findall(r"-.*--help", printed)
    listed = re.findall(
        r"^  (-.*--help)", (DOCS / "reference/commands.md").read_text("utf-8"), re.M
    )

    assert set(listed) == {asked}
    assert len(listed) == 1 + len(main.list_commands(main.make_context("cutline", ["doctor"])))


@pytest.mark.parametrize("document", PAGES, ids=name)
def test_links_between_pages_lead_somewhere(document):
    """A relative link or picture in a page is a file of the project."""
    targets = re.findall(r"\]\(([^)\s]+)\)", _without_code(document.read_text(encoding="utf-8")))
    inside = [target.split("#")[0] for target in targets if not re.match(r"[a-z]+:|#", target)]

    assert [target for target in inside if not (document.parent / target).exists()] == []


@pytest.mark.parametrize("record", RECORDS, ids=name)
def test_a_decision_says_why_what_and_what_follows(record):
    """Context, decision, consequences, under a number of its own."""
    headings = re.findall(r"^## (.+)$", record.read_text(encoding="utf-8"), re.MULTILINE)

    assert headings == ["Context", "Decision", "Consequences"]
    assert re.fullmatch(r"\d{4}-[a-z0-9-]+\.md", record.name)


def test_decisions_have_numbers_of_their_own():
    """No two records share a number."""
    numbers = [record.name[:4] for record in RECORDS]

    assert len(numbers) == len(set(numbers))


def _without_code(text):
    return re.sub(r"^```.*?^```|`[^`\n]*`", "", text, flags=re.DOTALL | re.MULTILINE)
