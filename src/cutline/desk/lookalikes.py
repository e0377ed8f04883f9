"""After a kill: what the photograph showed is kept as a fingerprint, and its likes are named.

The deny list knows bytes. A copy saved again, or of another size, has others: it is found by
what it shows. So may be the next frame of a burst, so that it is named here and asked about by
the copy desk (RGT002), and never taken down or refused by itself.
"""

from collections.abc import Iterator, Mapping
from datetime import datetime

from cutline import store
from cutline.check.looks import alike
from cutline.desk import ledger
from cutline.desk.finding_out import lying
from cutline.desk.ledger import Kill
from cutline.desk.library import Held
from cutline.desk.likeness import fingerprints, same_shape
from cutline.desk.remembered import known
from cutline.desk.standing import Standing
from cutline.imaging import read_likeness
from cutline.model import CutlineError

_NAMED = 10
"""Photographs that are named; of more only the number is said."""


def lookalikes(site: Standing, hashes: frozenset[str], at: datetime) -> tuple[str, ...]:
    """Keep what killed photographs showed, as far as they lie in the desk, and look for copies.

    Args:
        site: A site of the desk.
        hashes: The photographs, which are denied already.
        at: When they were killed.

    Returns:
        A sentence for each photograph of the desk that looks like one of them. Whatever goes
        wrong is said in one, too, and so is that somebody stopped it: what had to be taken down
        is down by now, and they must hear what to purge.
    """
    try:
        held = {each.photograph.sha256: each for each in lying(site)}
        _keep(site, [held[each] for each in sorted(hashes) if each in held], at)
        denied = ledger.kills(site.places)
        named = tuple(_named(site, {each: denied[each] for each in hashes}, held, denied))
    except (CutlineError, OSError) as error:
        return (f"copies of it were not looked for: {error}",)
    except KeyboardInterrupt:
        return ("copies of it were not looked for: it was stopped",)
    rest = len(named) - _NAMED
    more = (f"{rest} more photographs look like it",) if rest > 0 else ()
    return (*named[:_NAMED], *more)


def _keep(site: Standing, killed: list[Held], at: datetime) -> None:
    denied = ledger.kills(site.places)
    new = [each for each in killed if not denied[each.photograph.sha256].likeness]
    made = fingerprints(new, site.library, None, site.progress)
    if made:
        listed = [{"sha256": sha256, "likeness": f"{shown:x}"} for sha256, shown in made.items()]
        ledger.enter(site.places, ledger.LIKENESS, at, photographs=listed)


def _named(
    site: Standing,
    killed: Mapping[str, Kill],
    held: Mapping[str, Held],
    denied: Mapping[str, Kill],
) -> Iterator[str]:
    shown = {each: read_likeness(kill.likeness) for each, kill in killed.items()}
    shapes = [held[each].photograph.size for each in killed if each in held]
    others = [
        each
        for sha256, each in held.items()
        if sha256 not in denied and any(same_shape(each.photograph.size, size) for size in shapes)
    ]
    looks = fingerprints(others, site.library, store.Cache(site.places.cache), site.progress)
    running = _running(site)
    for each in others:
        sha256 = each.photograph.sha256
        like = next(
            (
                killed[one].photograph.name
                for one, likeness in shown.items()
                if likeness is not None and sha256 in looks and alike(looks[sha256], likeness)
            ),
            None,
        )
        if like is not None:
            where = ", which is on the site," if sha256 in running else ""
            yield (
                f"“{each.photograph.name}” ({sha256[:12]}){where} looks like “{like}”: "
                "kill it, too, if it is a copy"
            )


def _running(site: Standing) -> frozenset[str]:
    """Hashes of the photographs that readers see."""
    stories = known(store.current(site.places)).values()
    listed = (facts.get("photographs") for facts in stories if isinstance(facts, dict))
    return frozenset(str(sha256) for each in listed if isinstance(each, list) for sha256 in each)
