"""A photograph from the archive says so.

The file's Date Created lies more than thirty days before publication, and neither caption nor
credit line names a day, a year or the archive: a reader takes it for the news. A story whose
heads look back has said it for all; where every photograph is as old, it is only mentioned.

Asks::

    ![Six firefighters sit on a kerb](fire.jpg)
    Crews rest after a fire in the old port. [Ana Silva/AP]

    (fire.jpg says dateCreated: 2023-02-11)

    ![A woman sweeps ash from a doorstep](ash.jpg)
    A neighbour sweeps ash from her doorstep. [Ana Silva/AP]

    (ash.jpg says dateCreated: 2024-05-25)

Passes::

    ![Six firefighters sit on a kerb](fire.jpg)
    Crews rest after a fire in the old port in 2023. [Ana Silva/AP]

    (fire.jpg says dateCreated: 2023-02-11)

Fix: none. How a house declares its archive is the house's.
Source: codes of the press on photographs that mislead; captioning guides of the agencies.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from cutline.check.analysis import Analysis, Frame
from cutline.check.past_times import ARCHIVE, YEAR
from cutline.check.printing import print_day
from cutline.check.rule import Rule
from cutline.check.told import Told, told_days
from cutline.model import Finding, Severity

RULE = Rule("CAP011", "file-undeclared", Severity.WARNING, since="0.1")

_OLD = timedelta(days=30)
_HEADS = ("kicker", "headline", "standfirst")


def check(analysis: Analysis) -> Iterator[Finding]:
    """Look for old photographs that pass for new ones."""
    published = analysis.published
    if published is None or _looks_back(analysis, published):
        return
    dates = [frame.created for frame in analysis.frames if frame.created is not None]
    all_old = len(dates) > 1 and all(published - day > _OLD for day in dates)
    for frame, told in zip(analysis.frames, analysis.of(told_days), strict=True):
        made = frame.created
        if made is None or published - made <= _OLD or _declared(frame, told):
            continue
        yield RULE.at(
            Analysis.whole(frame.caption),
            f"the file was made on {print_day(made)}, and nothing says that it is from the archive",
            hint="say when it was taken",
            text=frame.caption.text,
            severity=Severity.INFO if all_old else None,
        )


def _looks_back(analysis: Analysis, published: date) -> bool:
    """True where a head of the story says that it shows the past."""
    for words in analysis.texts:
        if words.place.field in _HEADS:
            years = (int(year[:4]) for year in YEAR.findall(words.text))
            if ARCHIVE.search(words.text) or any(year < published.year for year in years):
                return True
    return False


def _declared(frame: Frame, told: tuple[Told, ...]) -> bool:
    caption, credit = frame.caption.text, frame.credit.text
    return bool(told or YEAR.search(caption) or ARCHIVE.search(caption) or ARCHIVE.search(credit))
