"""The copy desk: reads a proof, asks what a sharp editor would ask, mends what is safe.

Reporters are in ``cutline.check.report``; they load more and are imported when needed.
"""

from cutline.check.analysis import Analysis, analyse
from cutline.check.engine import in_page_order, run, ungroup
from cutline.check.explain import explain
from cutline.check.fields import located, text_of
from cutline.check.mend import mended, safe_edits
from cutline.check.registry import Entry, registry
from cutline.check.rule import Check, Rule
from cutline.check.verdict import counts, fails, verdict

__all__ = [
    "Analysis",
    "Check",
    "Entry",
    "Rule",
    "analyse",
    "counts",
    "explain",
    "fails",
    "in_page_order",
    "located",
    "mended",
    "registry",
    "run",
    "safe_edits",
    "text_of",
    "ungroup",
    "verdict",
]
