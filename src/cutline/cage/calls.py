"""What goes into the cage and what comes out."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TypeAlias

from cutline.model import CutlineError, errors

Task: TypeAlias = Callable[[Mapping[str, object], Sequence[bytes]], tuple[object, Sequence[bytes]]]
"""A function of the cage: JSON-able arguments and blobs in, a JSON-able value and blobs out."""

_KINDS = {
    name: kind
    for name, kind in vars(errors).items()
    if isinstance(kind, type) and issubclass(kind, CutlineError)
}


@dataclass(frozen=True, slots=True)
class Call:
    """One call of a task.

    Attributes:
        task: ``module:function``, one of those the cage was opened with.
        arguments: JSON-able.
        blobs: Bytes, or a function that fetches them just before they are sent; it may
            raise a ``CutlineError``, which is then the outcome.
        cpu_seconds, wall_seconds: Limits of this call; None for those of the cage.
    """

    task: str
    arguments: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))
    blobs: Sequence[bytes] | Callable[[], Sequence[bytes]] = ()
    cpu_seconds: int | None = None
    wall_seconds: float | None = None


@dataclass(frozen=True, slots=True)
class Done:
    """The task's answer.

    Attributes:
        value: As msgpack brought it across: tuples have become lists.
        blobs: Bytes.
    """

    value: object
    blobs: tuple[bytes, ...] = ()


@dataclass(frozen=True, slots=True)
class Failed:
    """Why there is no answer.

    Attributes:
        reason: What is wrong, for a person: a sentence of the task's own, or the end of
            one that begins with the photograph's name (``took longer than 30 s``).
        kind: Class of the task's ``CutlineError`` (``ReadError``), or how its worker ended:
            ``time``, ``memory``, ``crash``, ``bug``.
        hint: What to do next; may be empty.
        detail: For whoever mends cutline: a traceback, the last words on standard error.
    """

    reason: str
    kind: str
    hint: str = ""
    detail: str = ""

    @property
    def told(self) -> bool:
        """Whether the task itself said so, rather than its worker's end."""
        return self.kind in _KINDS

    def error(self) -> CutlineError:
        """The same as an exception, of the task's own class where it had one."""
        return _KINDS.get(self.kind, CutlineError)(self.reason, self.hint)


Outcome: TypeAlias = Done | Failed
