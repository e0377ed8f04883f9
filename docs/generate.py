"""Write docs/reference from the code itself, or say whether it is current.

Usage: python docs/generate.py [--check]
"""

import dataclasses
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from cutline.check.registry import registry
from cutline.cli import main as cutline
from cutline.desk.pages import slips as known_slips
from cutline.metadata.properties import PROPERTIES
from cutline.model import House, Severity, Style, Theme
from cutline.targets import Bucket

_NOTATION = re.compile(r"!\[[^\]]*\]\([^)]*\)|\{[^}]*\}|<!--|-->|(?<![\w-])---(?![\w-])")
REFERENCE = Path(__file__).resolve().parent / "reference"
MADE = "<!-- Made by `make docs` from the code: change the code, not this page. -->\n\n"
CONSEQUENCE = {
    Severity.BLOCKER: "publishing refuses, drafts too",
    Severity.ERROR: "publishing refuses, unless a named person overrides it; `check` fails",
    Severity.WARNING: "asked, and counted",
    Severity.INFO: "mentioned",
}


def commands() -> str:
    """Every command as its own help says it."""
    settings = {**cutline.context_settings, "max_content_width": 92}
    context = cutline.context_class(cutline, info_name="cutline", **settings)
    words = cutline.list_commands(context)
    text = "# Commands\n\n" + _help(cutline, context)
    for word in words:
        command = cutline.get_command(context, word)
        inner = click.Context(command, info_name=word, parent=context, max_content_width=92)
        text += f"\n## cutline {word}\n\n" + _help(command, inner)
    return text


def _help(command: click.Command, context: click.Context) -> str:
    return f"```text\n{click.unstyle(command.get_help(context)).rstrip()}\n```\n"


def rules() -> str:
    """The list of rules, then each rule's page."""
    entries = registry().values()
    text = "# Rules\n\nWhat the copy desk asks. `cutline explain CODE` prints the same pages.\n\n"
    text += "| severity | consequence |\n|---|---|\n"
    text += "".join(f"| {s.word} | {CONSEQUENCE[s]} |\n" for s in reversed(Severity))
    text += "\n| code | name | severity | asks |\n|---|---|---|---|\n"
    for entry in entries:
        rule, first = entry.rule, entry.page.split("\n\n")[0].replace("\n", " ")
        link = f"[{rule.code}](#{rule.code.lower()}-{rule.name})"
        text += f"| {link} | {rule.name} | {rule.severity.word} | {_markdown(first)} |\n"
    for entry in entries:
        rule = entry.rule
        text += f"\n## {rule.code} {rule.name}\n\n"
        text += f"Severity: {rule.severity.word}. Since {rule.since}.\n\n"
        text += re.sub(r"\n(?=Fix:|Source:)", "\n\n", _markdown(entry.page)) + "\n"
    return re.sub(r"\n{3,}", "\n\n", text + slips())


def slips() -> str:
    """What the reader of a ``story.md`` may ask, beside the rules."""
    text = (
        "\n## Slips in a story's text\n\nBefore any rule is asked, the story's file itself is "
        "read. What its author mistyped is a finding too, with a code that begins with STO. A "
        "slip cannot be let pass: it is mended.\n\n"
        "| code | name | severity | means |\n|---|---|---|---|\n"
    )
    for code, name, severity, page in known_slips():
        shown = _NOTATION.sub(r"`\g<0>`", page)
        text += f"| {code} | {name} | {severity.word} | {shown} |\n"
    return text


def _markdown(page: str) -> str:
    """A docstring's literal blocks and double backticks as Markdown."""
    text = re.sub(
        r"^(\w[^\n]*):(?:\:)\n\n((?:(?: {4}[^\n]*)?\n)+)", _block, page + "\n", flags=re.M
    )
    return text.replace("``", "`").replace("\x00", "```").strip()


def _block(match: re.Match[str]) -> str:
    lines = match[2].strip("\n").split("\n")
    return "\n".join([f"{match[1]}:\n\n\x00text", *(line[4:] for line in lines), "\x00\n\n"])


def properties() -> str:
    """The properties of IPTC Photo Metadata that are read, and where each is looked for."""
    text = (
        "# Properties\n\nWhat `cutline metadata` reads, by the property ids of the IPTC Photo "
        "Metadata TechReference, and where each one is kept in a file.\n\n"
        "| id | name | value | XMP | IIM | IIM limit, bytes | Exif tag |\n"
        "|---|---|---|---|---|---|---|\n"
    )
    for entry in PROPERTIES:
        iim = f"{entry.iim[0]}:{entry.iim[1]:03}" if entry.iim else ""
        exif = f"0x{entry.exif:04X}" if entry.exif else ""
        limit = str(entry.limit or "")
        cells = [f"`{entry.id}`", entry.label, entry.kind.value, f"`{entry.xmp}`", iim, limit, exif]
        text += f"| {' | '.join(cells)} |\n"
    return text


def settings() -> str:
    """What ``cutline.toml`` may say, from the house style's own description."""
    text = (
        "# Settings\n\n`cutline.toml` in a desk's folder. All of it may be left out. "
        "A key that is not listed here is a mistake that is named.\n\n"
        "| key | default | means |\n|---|---|---|\n"
    )
    rows = [(name, *rest) for name, *rest in _settings(House) if name not in ("style", "page")]
    rows += [(f"page.{name}", *rest) for name, *rest in _settings(Theme) if name not in _FILES]
    rows += [(_TABLES.get(name, f"style.{name}"), *rest) for name, *rest in _settings(Style)]
    rows += [(f"targets.NAME.{name}", *rest) for name, *rest in _settings(Bucket)]
    for name, default, means in rows:
        text += f"| `{name}` | {default} | {means} |\n"
    return text


_FILES = ("style", "templates")
"""Members of the theme that are files of ``templates/``: docs/how-to/dress-your-pages.md."""
_TABLES = {"credit_form": "credits.form", "credit_names": "credits.names"}
"""Members of the style that stand in another table of the file."""


def _settings(kind: type[House | Style | Theme | Bucket]) -> Iterator[tuple[str, str, str]]:
    """Name, default and meaning of each member."""
    meanings = dict(_attributes(kind.__doc__ or ""))
    for entry in dataclasses.fields(kind):
        yield entry.name, _default(entry.default), _markdown(meanings[entry.name])


def _attributes(page: str) -> Iterator[tuple[str, str]]:
    """Name and meaning of each line under ``Attributes:``."""
    listed = page.partition("Attributes:")[2]
    for match in re.finditer(r"^ {8}(\w+): ((?:.+\n?)(?: {12}.+\n?)*)", listed, re.MULTILINE):
        yield match[1], " ".join(match[2].split())


def _default(value: object) -> str:
    if value is dataclasses.MISSING:
        return "to be set"
    if isinstance(value, tuple | frozenset):
        return "none"
    return f"`{value}`" if value else "none"


def codes() -> str:
    """What a command answers with when it ends."""
    return (
        "# Exit codes\n\n| code | means |\n|---|---|\n"
        "| 0 | done; nothing must be mended |\n"
        "| 1 | `check`: a finding at or above `--fail-on` (default: error); `publish`, `export`: "
        "refused by the check, or withdrawn; `doctor`: something is missing here; `verify`: "
        "something is not as it was kept |\n"
        "| 2 | it could not work: a file, an option or the machine; one sentence on standard error "
        "says what to do |\n\n"
        "Data goes to standard output, progress and messages to standard error. There is no colour "
        "where the output is not a terminal, or where `NO_COLOR` is set.\n"
    )


def pages() -> dict[str, str]:
    """Every page of the reference: file name to text."""
    made = {
        "commands.md": commands(),
        "rules.md": rules(),
        "properties.md": properties(),
        "settings.md": settings(),
        "exit-codes.md": codes(),
    }
    return {name: MADE + text for name, text in made.items()}


def main() -> int:
    """Write the pages; with --check only compare, and name those that differ."""
    there = {path.name: path.read_text(encoding="utf-8") for path in REFERENCE.glob("*.md")}
    made = pages()
    stale = sorted(name for name in there | made if there.get(name) != made.get(name))
    if "--check" in sys.argv[1:]:
        for name in stale:
            print(f"docs/reference/{name} is not what the code says: run make docs")
        return int(bool(stale))
    REFERENCE.mkdir(exist_ok=True)
    for name in stale:
        if name in made:
            (REFERENCE / name).write_text(made[name], encoding="utf-8")
        else:
            (REFERENCE / name).unlink()
        print(f"docs/reference/{name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
