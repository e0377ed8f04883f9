"""Reading stories as the copy desk does: from files, folders and JSON, with fixes."""

import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from cutline import store
from cutline.check import in_page_order, located, run
from cutline.check.explain import find_rule
from cutline.check.report import Report
from cutline.desk.elsewhere import known
from cutline.desk.library import Library, Progress, silent
from cutline.desk.likeness import likened
from cutline.desk.material import STORY_FILE, Material, open_folder, open_story, story_file
from cutline.desk.pages import slips
from cutline.desk.proofing import placed, proof_of
from cutline.model import Allowance, ConfigError, Finding, House, Photograph, ReadError, Unreadable
from cutline.wire import Item, read_story_json

_JSON = frozenset((".json", ".jsonl", ".ndjson"))
_MOST_JSON = 512 << 20


@dataclass(frozen=True, slots=True)
class Choice:
    """Which rules are asked, by code; no ``select`` means all."""

    select: frozenset[str] = frozenset()
    ignore: frozenset[str] = frozenset()

    def takes(self, finding: Finding) -> bool:
        """Whether this finding is asked for."""
        wanted = not self.select or finding.code in self.select
        return wanted and finding.code not in self.ignore


def choice_of(select: Iterable[str], ignore: Iterable[str]) -> Choice:
    """Which rules are asked, as a person typed them: codes or names, repeated or with commas.

    Raises:
        ConfigError: there is no such rule.
    """
    wanted, unwanted = (
        frozenset(code_of(word) for text in texts for word in text.split(",") if word.strip())
        for texts in (select, ignore)
    )
    return Choice(wanted, unwanted)


def code_of(word: str) -> str:
    """The code of the rule, or of the slip of the pen, that has this code or name.

    Raises:
        ConfigError: there is none.
    """
    asked = word.strip()
    for code, name, _, _ in slips():
        if asked.upper() == code or asked.lower() == name:
            return code
    return find_rule(asked).rule.code


def settled(house: House) -> House:
    """The house style with the rules that it lets pass as codes.

    Raises:
        ConfigError: it names a rule that there is not, or rights without a person's name.
    """
    try:
        return replace(house, allow=tuple(map(_known, house.allow)))
    except ConfigError as error:
        raise ConfigError(f"cutline.toml, [allow]: {error.message}", error.hint) from error


def _known(allowance: Allowance) -> Allowance:
    code = find_rule(allowance.code).rule.code
    if code.startswith("RGT") and not allowance.by:
        hint = f'write {code} = {{ by = "…", reason = "…" }}'
        raise ConfigError(f"{code} is about rights: it is let pass by name only", hint)
    return replace(allowance, code=code)


def is_json(path: Path) -> bool:
    """Whether ``path`` is read as stories in JSON."""
    return path.suffix.casefold() in _JSON


def stories_in(path: Path) -> tuple[Path, ...]:
    """What ``path`` means: itself; for a folder of neither one story nor photographs, those below.

    Hidden folders and links are not entered.
    """
    if not path.is_dir() or story_file(path) or store.listing(path).found:
        return (path,)
    files: list[Path] = []
    folders = [path]
    while folders:
        inside = [each for each in folders.pop().iterdir() if not each.name.startswith(".")]
        for folder in inside:
            if folder.is_symlink() or not folder.is_dir():
                continue
            file = folder / STORY_FILE
            (files if file.is_file() else folders).append(file if file.is_file() else folder)
    return tuple(sorted(files)) or (path,)


def read_material(path: Path, desk: Path | None, house: House) -> Material:
    """The story at ``path``: a ``story.md``, or a folder of photographs.

    Raises:
        ReadError: there is none.
    """
    file = story_file(path)
    if file is None:
        return open_folder(path, house.language)
    if file.suffix.casefold() not in {".md", ".markdown"}:
        raise ReadError(
            f"“{file}” is not a story", "name a story.md, a folder of photographs, or story JSON"
        )
    return open_story(file, desk)


def report_on(
    material: Material,
    photographs: tuple[Photograph | Unreadable | None, ...],
    now: datetime,
    house: House,
    named: str,
) -> Report:
    """What the copy desk says of a story whose photographs have been read."""
    proof = proof_of(material.story, photographs, now, house)
    asked = (*material.slips, *located(run(proof), proof, material.source))
    findings = in_page_order(asked, material.story)
    return Report(material.slug, named, proof, findings, material.source)


def check_story(
    path: Path, desk: Path | None, house: House, now: datetime, progress: Progress = silent
) -> tuple[Material, Report]:
    """Read one story with its photographs. Nothing is written."""
    material, read = reader(path, desk, house, now, progress)
    return material, read(material)


def reader(
    path: Path, desk: Path | None, house: House, now: datetime, progress: Progress = silent
) -> tuple[Material, Callable[[Material], Report]]:
    """A story, and what the copy desk says of it as it stands or as it has been changed.

    Its photographs are read once; a change of words must not place other ones.
    """
    house = settled(house)
    material = read_material(path, desk, house)
    library = Library(material.root, None, None, progress)
    likely = likened(placed(material, library), library, progress)
    photographs = known(material, likely, progress)
    named = str(material.path or path)

    def read(changed: Material) -> Report:
        return report_on(changed, photographs, now, house, named)

    return material, read


def check_json(text: str, named: str, house: House, now: datetime) -> Iterator[Report]:
    """Read stories from JSON or JSON lines, one report each.

    Raises:
        ReadError: the text is not story JSON; the sentence says where.
    """
    house = settled(house)
    return (report_item(item, named, house, now) for item in read_story_json(text, named))


def report_item(item: Item, named: str, house: House, now: datetime) -> Report:
    """What the copy desk says of a story that came as JSON; the house is settled."""
    proof = proof_of(item.story, item.photographs, now, house)
    return Report(item.id, named, proof, run(proof))


def read_json_text(path: Path) -> str:
    """The text of a JSON source; ``-`` is standard input.

    Raises:
        ReadError: it cannot be read or is not UTF-8.
    """
    try:
        if str(path) == "-":
            raw = sys.stdin.buffer.read(_MOST_JSON + 1)
        else:
            with path.open("rb") as file:
                raw = file.read(_MOST_JSON + 1)
    except OSError as error:
        raise ReadError(f"“{path}” cannot be read: {error.strerror}") from error
    if len(raw) > _MOST_JSON:
        raise ReadError(f"“{path}” has more than {_MOST_JSON >> 20} MB", "split it")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ReadError(f"“{path}” is not UTF-8 (byte {error.start})") from error


def chosen(report: Report, choice: Choice) -> Report:
    """The report with the findings that were asked for."""
    return replace(report, findings=tuple(filter(choice.takes, report.findings)))
