"""The place that a caption names is the one that the file names.

Where a story holds photographs of several places, captions are easily put under the wrong one.
Asked only where a caption names the city or the country of another photograph's file and not
that of its own: no list of places could tell two cities of one name apart.

Asks::

    ![Six firefighters sit on a kerb](fire.jpg)
    Crews rest after the fire in Porto. [Ana Silva/AP]

    (fire.jpg says cityName: Braga)

    ![A woman sweeps ash from a doorstep](ash.jpg)
    A neighbour sweeps ash from her doorstep in Porto. [Ana Silva/AP]

    (ash.jpg says cityName: Porto)

Passes::

    ![Six firefighters sit on a kerb](fire.jpg)
    Crews rest after the fire in Braga. [Ana Silva/AP]

    (fire.jpg says cityName: Braga)

    ![A woman sweeps ash from a doorstep](ash.jpg)
    A neighbour sweeps ash from her doorstep in Porto. [Ana Silva/AP]

    (ash.jpg says cityName: Porto)

Fix: none.
Source: IPTC Photo Metadata Standard, City, Country, Location Shown.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from cutline.check.alike import fold_text
from cutline.check.analysis import Analysis, Frame
from cutline.check.rule import Rule
from cutline.model import Finding, Photograph, Severity

RULE = Rule("CAP010", "place-v-file", Severity.INFO, since="0.1")

_KINDS = (("cityName", "city"), ("countryName", "countryName"))
"""The property, and its key in Location Shown."""
_MOST = 200
"""A story is of a handful of places; more are a collection, where every name is another's."""

Place = tuple[str, ...]


def check(analysis: Analysis) -> Iterator[Finding]:
    """Compare the places of captions with those of all the story's files."""
    for property_name, key in _KINDS:
        own = [_places(frame, property_name, key) for frame in analysis.frames]
        known = {fold_text(name).words: name for names in own for name in names}
        known.pop((), None)
        if not 2 <= len(known) <= _MOST:
            continue
        openings = _by_first_word(known)
        for frame, names in zip(analysis.frames, own, strict=True):
            mine = {fold_text(name).words for name in names}
            said = _said(frame.caption_words.words, openings) if mine else []
            if said and not mine.intersection(said):
                yield _finding(frame, known[said[0]], names[0])


def _finding(frame: Frame, said: str, on_file: str) -> Finding:
    return RULE.at(
        Analysis.whole(frame.caption),
        f"the caption{frame.caption.origin} names {said}, and the file {on_file}",
        hint="find out whether the caption belongs to this photograph",
        text=frame.caption.text,
    )


def _places(frame: Frame, property_name: str, key: str) -> list[str]:
    if not isinstance(frame.shot.photograph, Photograph):
        return []
    metadata = frame.shot.photograph.metadata
    shown = [str(place.get(key, "")) for place in metadata.structs("locationsShown")]
    return [name for name in (metadata.text(property_name), *shown) if name.strip()]


def _by_first_word(known: Iterable[Place]) -> dict[str, list[Place]]:
    openings: dict[str, list[Place]] = {}
    for place in known:
        openings.setdefault(place[0], []).append(place)
    return openings


def _said(words: Place, openings: Mapping[str, Sequence[Place]]) -> list[Place]:
    """The places whose words stand in ``words`` one after the other, in order."""
    return [
        place
        for at, word in enumerate(words)
        for place in openings.get(word, ())
        if words[at : at + len(place)] == place
    ]
