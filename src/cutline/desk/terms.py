"""On which terms a story is published, and what came of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from cutline.model import ConfigError, Finding, Override, RefusedError, Severity

if TYPE_CHECKING:
    from cutline.check.report import Report


WITHDRAWN = "WITHDRAWN"
"""What is overridden to bring back a story that was withdrawn; it is no rule."""


class RefusalError(RefusedError):
    """A story that was not published, with all that a person needs to mend it.

    Args:
        message: The verdict in one sentence.
        hint: What to do.
        report: What the copy desk says.
        unreadable: Photographs that cannot be used, a sentence each.
    """

    def __init__(self, message: str, hint: str, report: "Report", unreadable: tuple[str, ...]):
        super().__init__(message, hint)
        self.report = report
        self.unreadable = unreadable


@dataclass(frozen=True, slots=True)
class Terms:
    """On which terms a story is published.

    Attributes:
        draft: Encode fast; only blockers refuse; the page says what it is.
        overrides: Refusals that somebody takes responsibility for.
        skip_unreadable: Publish without photographs that cannot be read.
    """

    draft: bool = False
    overrides: tuple[Override, ...] = ()
    skip_unreadable: bool = False

    def stops(self, finding: Finding) -> bool:
        """Whether this finding refuses the story."""
        level = Severity.BLOCKER if self.draft else Severity.ERROR
        overridden = any(finding.code == override.code for override in self.overrides)
        return finding.severity >= level and not overridden


@dataclass(frozen=True, slots=True)
class Result:
    """What publishing did.

    Attributes:
        page: The page of the story.
        changed: False where everything was already as it should be.
        photographs: How many the page shows.
        rendered: How many originals were decoded.
        written: How many files were written.
        verdict: What the copy desk says, in one line.
        asks: Whether it says more than what is only to know.
        notices: What a person should know, a sentence each.
        news: What was done beside, said this once.
        outdated: How many other stories of the site were printed when the house looked otherwise.
        release: Number of the release that shows it.
    """

    page: Path
    changed: bool
    photographs: int
    rendered: int = 0
    written: int = 0
    verdict: str = ""
    asks: bool = False
    notices: tuple[str, ...] = ()
    news: tuple[str, ...] = ()
    outdated: int = 0
    release: str = ""


def read_terms(
    codes: Sequence[str],
    names: Sequence[str],
    reasons: Sequence[str],
    *,
    draft: bool,
    skip_unreadable: bool,
) -> Terms:
    """Terms as a person typed them: the first name and reason belong to the first code.

    Raises:
        ConfigError: an override names no rule, nobody, or no reason.
    """
    if len({len(codes), len(names), len(reasons)}) > 1:
        raise ConfigError(
            "every --override needs its own --by and --reason",
            'for example --override CAP003 --by "Ana Silva" --reason "As on the poster."',
        )
    overrides = tuple(map(_override, codes, names, reasons))
    return Terms(draft, overrides, skip_unreadable)


def _override(code: str, by: str, reason: str) -> Override:
    from cutline.check.explain import find_rule  # noqa: PLC0415 - only where one is overridden

    if not by.strip() or not reason.strip():
        raise ConfigError(f"the override of {code} needs a name and a reason", "say who and why")
    if code.strip().upper() == WITHDRAWN:
        return Override(WITHDRAWN, by.strip(), reason.strip())
    return Override(find_rule(code).rule.code, by.strip(), reason.strip())
