"""``cutline doctor``: is this machine able, and how well are strangers' files kept apart."""

import platform
import sys
from collections.abc import Iterator
from dataclasses import dataclass

from cutline import __version__, cage, imaging
from cutline.cage import Cage, Call, Done
from cutline.imaging import Recipe

_CAGE = {
    "landlock": "cage: Landlock version",
    "memory_limit": "cage: memory is limited",
    "cpu_limit": "cage: processor time is limited",
    "no_files": "cage: no file can be written",
}

_DOT = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108020000009077"
    "53de0000000c49444154789c63f8cfc0000003010100c9fe92ef0000000049454e44ae426082"
)
"""A PNG of one red pixel."""


@dataclass(frozen=True, slots=True)
class Ability:
    """One thing this machine can do, or not.

    Attributes:
        what: The thing.
        state: How it stands, in words.
        good: False where something must be done.
        hint: What to do.
    """

    what: str
    state: str
    good: bool = True
    hint: str = ""


def examine() -> Iterator[Ability]:
    """Look at the machine, trying what can be tried; nothing is written."""
    yield Ability("cutline", __version__)
    able = sys.version_info >= (3, 11)
    yield Ability(
        "Python", platform.python_version(), able, "" if able else "install 3.11 or newer"
    )
    yield _rendering("jpeg")
    yield _rendering("avif")
    yield Ability("reads", "JPEG, TIFF, PNG, WebP, AVIF")
    yield Ability("does not read", "HEIC, JPEG XL, camera RAW: export them as JPEG or TIFF")
    yield Ability("engine", imaging.ENGINE)
    for name, state in cage.abilities().items():
        yield Ability(_CAGE.get(name, name), _state(state))


def _state(state: object) -> str:
    return {"True": "yes", "False": "no"}.get(str(state), str(state))


def _rendering(kind: imaging.Format) -> Ability:
    """Make one pixel in the cage, as a publish would."""
    recipe = Recipe(1, 1, kind, 60)
    with Cage([imaging.RENDER_TASK], setup=[imaging.SETUP], workers=1) as worker:
        outcome = worker.run(Call(imaging.RENDER_TASK, imaging.render_arguments([recipe]), [_DOT]))
    name = f"renders {kind.upper()}"
    if isinstance(outcome, Done):
        return Ability(name, "yes")
    return Ability(name, f"no: {outcome.reason}", False, "reinstall pyvips-binary")
