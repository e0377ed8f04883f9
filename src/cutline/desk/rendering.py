"""Missing renditions made in the cage, stamped, and read again before they may go out."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import msgspec

from cutline import imaging, metadata, store
from cutline.cage import Cage, Call, Done, Failed, Outcome
from cutline.desk.library import Held, Library, Progress, silent
from cutline.model import RenderError
from cutline.publish import Rendition

Tint = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Order:
    """What is missing of one original.

    Attributes:
        held: The original.
        recipes: What to make of it, by cache key; at least one.
    """

    held: Held
    recipes: Mapping[str, imaging.Recipe]


@dataclass(frozen=True, slots=True)
class Look:
    """What decoding showed of an original.

    Attributes:
        tint: Colours that stand in for it while it loads.
        damaged: True where the decoder complained.
    """

    tint: Tint
    damaged: bool


@dataclass(frozen=True, slots=True)
class Made:
    """What came of one order: bare pixels by cache key, and colours; or why there is none."""

    held: Held
    bare: dict[str, bytes]
    tint: Tint
    reason: str = ""
    damaged: bool = False


def make(orders: Sequence[Order], library: Library, progress: Progress = silent) -> Iterator[Made]:
    """Render orders in caged workers, each original decoded once.

    A photograph that cannot be rendered ends nothing: it comes back with its reason.
    """
    if not orders:
        return
    calls = (
        Call(
            imaging.RENDER_TASK,
            imaging.render_arguments(tuple(order.recipes.values())),
            lambda order=order: [library.original(order.held)],  # type: ignore[misc]
        )
        for order in orders
    )
    workers = 1 if len(orders) == 1 else None
    with Cage([imaging.RENDER_TASK], setup=[imaging.SETUP], workers=workers) as cage:
        for done, (at, outcome) in enumerate(cage.map(calls), 1):
            progress("making pictures", done, len(orders))
            yield _made(orders[at], outcome)


def _made(order: Order, outcome: Outcome) -> Made:
    held, name = order.held, order.held.photograph.name
    if isinstance(outcome, Failed):
        said = f": {outcome.error()}" if outcome.told else f" {outcome.reason}"
        return Made(held, {}, (), _sentence(name, said))
    return _read(order, outcome)


def _read(order: Order, outcome: Done) -> Made:
    try:
        recipes = tuple(order.recipes.values())
        rendered = imaging.read_answer(outcome.value, outcome.blobs, recipes)
    except RenderError as error:
        return Made(order.held, {}, (), _sentence(order.held.photograph.name, f": {error}"))
    bare = dict(zip(order.recipes, rendered.renditions, strict=True))
    return Made(order.held, bare, rendered.tint, damaged=rendered.damaged)


def stamped(rendition: Rendition, bare: bytes) -> bytes:
    """The file as it is published: pixels and whitelisted metadata, read again.

    Raises:
        RenderError: what was written is not what must be there, or more than that.
    """
    made = metadata.embed(bare, rendition.stamp)
    wrong = metadata.audit(made, rendition.stamp)
    if wrong:
        raise RenderError(f"“{rendition.path}” would go out wrong: {wrong[0]}", "report this")
    return made


class Darkroom:
    """The cache of bare renditions and of the colours that stand in for them.

    Args:
        cache: Where they are kept.
    """

    def __init__(self, cache: store.Cache) -> None:
        self._cache = cache

    def bare(self, sha256: str, key: str) -> bytes | None:
        """The pixels of a rendition of this original, if they were made before."""
        return self._cache.get(_bare_key(sha256, key))

    def forget(self, sha256: str) -> int:
        """Remove all that was made or read of an original; says how many entries went."""
        return self._cache.forget(sha256)

    def look(self, sha256: str) -> Look | None:
        """What was seen of an original, if it was decoded before."""
        entry = self._cache.get(_look_key(sha256))
        try:
            return msgspec.json.decode(entry, type=Look) if entry is not None else None
        except msgspec.DecodeError:
            return None

    def keep(self, made: Made) -> None:
        """Remember what an order gave."""
        for key, bare in made.bare.items():
            self._cache.put(_bare_key(made.held.photograph.sha256, key), bare)
        look = Look(made.tint, made.damaged)
        self._cache.put(_look_key(made.held.photograph.sha256), msgspec.json.encode(look))


def _bare_key(sha256: str, key: str) -> str:
    """The original's hash first: what was made of it can be found and removed."""
    return f"{sha256}.{key}"


def _look_key(sha256: str) -> str:
    engine = hashlib.sha256(imaging.ENGINE.encode()).hexdigest()[:12]
    return f"look.{engine}.{sha256}"


def _sentence(name: str, said: str) -> str:
    """One sentence that names the photograph, whether the reason does or not."""
    return said.removeprefix(": ") if f"“{name}”" in said else f"“{name}”{said}"
