"""Somebody knows who owns a photograph and on which terms it may run.

A file that carries a caption but neither By-line, Credit, Source, Copyright Notice nor terms
was written by somebody who left out what counts, or has lost it on its way. Where the printed
credit names an agency, its contract holds and this is only mentioned. A file without any
metadata at all is another matter (PIC003).

Asks::

    ![A lighthouse in a storm](lighthouse.jpg)
    Waves break over the lighthouse. [Ana Silva]

    (lighthouse.jpg says description: Waves break over the lighthouse.)

Passes::

    ![A lighthouse in a storm](lighthouse.jpg)
    Waves break over the lighthouse. [Ana Silva]

    (lighthouse.jpg says description: Waves break over the lighthouse.)

    (lighthouse.jpg says copyrightNotice: © Ana Silva)

In a desk, what the sender says is noted beside the photograph, which itself is never changed::

    cutline metadata FILE --set copyrightNotice="© Ana Silva" --by "Your Name"

Fix: none. A machine must not say who owns a picture.
Source: IPTC Photo Metadata Standard, Copyright Notice, Credit Line, Rights Usage Terms.
"""

from collections.abc import Iterator

from cutline.check.analysis import Analysis
from cutline.check.credits import credits
from cutline.check.rule import Rule
from cutline.model import Finding, Photograph, Severity

RULE = Rule("RGT004", "rights-unknown", Severity.WARNING, since="0.1")

_SAID = "the file has a caption and says nothing of who owns it or on which terms"
_HINT = (
    "ask who sent it; in a desk, note the answer: "
    'cutline metadata FILE --set copyrightNotice="…" --by "…"'
)
_WORDS = ("description", "headline", "title")
_RIGHTS = (
    "creatorNames",
    "creditLine",
    "source",
    "copyrightNotice",
    "usageTerms",
    "instructions",
    "otherConstraints",
    "webstatementRights",
    "licensors",
    "copyrightOwners",
    "imageCreators",
    "suppliers",
)


def check(analysis: Analysis) -> Iterator[Finding]:
    """Look for anything about rights in files that were described."""
    for credited in analysis.of(credits):
        photograph = credited.frame.shot.photograph
        if not isinstance(photograph, Photograph) or not photograph.sha256:
            continue
        has = photograph.metadata.fields
        if any(name in has for name in _WORDS) and not any(name in has for name in _RIGHTS):
            agency = credited.line.agency
            yield RULE.at(
                Analysis.whole(credited.frame.credit),
                f"{_SAID}; the credit names an agency, whose contract holds" if agency else _SAID,
                hint=_HINT,
                text=credited.frame.credit.text,
                severity=Severity.INFO if agency else None,
            )
