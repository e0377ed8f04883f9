"""Which rules are asked, and which are let pass: codes and names as a person typed them."""

from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from cutline.check.explain import find_rule
from cutline.check.report import Report
from cutline.model import Allowance, ConfigError, Finding, House


class Choice(NamedTuple):
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
    try:
        return find_rule(asked).rule.code
    except ConfigError:
        from cutline.desk.pages import slips  # noqa: PLC0415 - it loads the parser of stories

        for code, name, _, _ in slips():
            if asked.upper() == code or asked.lower() == name:
                return code
        raise


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


def chosen(report: Report, choice: Choice) -> Report:
    """The report with the findings that were asked for."""
    return report._replace(findings=tuple(filter(choice.takes, report.findings)))
