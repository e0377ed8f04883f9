"""What a rule is: a code, a name, a severity, and how it makes its findings."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from cutline.model import Finding, Fix, Place, Severity

if TYPE_CHECKING:
    from cutline.check.analysis import Analysis

Check = Callable[["Analysis"], Iterator[Finding]]
"""What a rule's file offers as ``check``: a pure function of the analysed proof."""


class Rule(NamedTuple):
    """One thing that the copy desk asks about.

    Attributes:
        code: Topic and number (``TXT001``). It never changes.
        name: The fault (``mixed-script``). It never changes.
        severity: How grave its findings are.
        since: First version that had it.
        covers: Codes of lesser rules that are not repeated where this one has already asked
            about the same words, because mending this mends that.
    """

    code: str
    name: str
    severity: Severity
    since: str
    covers: frozenset[str] = frozenset()

    def at(
        self,
        place: Place,
        message: str,
        *,
        hint: str = "",
        text: str = "",
        fix: Fix | None = None,
        severity: Severity | None = None,
    ) -> Finding:
        """A finding of this rule.

        Findings with the same message are one cause and are shown together, so a message
        names the fault and never the photograph: the place does that.

        Args:
            place: Which words of which field.
            message: What is there and why it is asked, in one sentence.
            hint: What to do, in the imperative.
            text: The words of ``place`` as they stand.
            fix: How it can be mended, if a machine may say.
            severity: Only where this case is lighter than the rule's own severity.
        """
        grave = self.severity if severity is None else severity
        return Finding(self.code, self.name, grave, place, message, hint, text, fix)
