"""What it takes to die at a step of writing: in a process of its own, or by an error."""

import os
import signal
from collections.abc import Callable

import pytest

from cutline.model import StoreError
from cutline.store import write
from cutline.store.faults import Faults

Verb = Callable[[], object]


def killed(verb: Verb, step: int) -> bool:
    """Run a verb in a process that kills itself at a step; whether it did."""
    child = os.fork()
    if child == 0:
        write.FAULTS = Faults(f"kill:{step}")
        try:
            verb()
        finally:
            os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL


def failed(verb: Verb, fault: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """Run a verb with a fault; what was said, empty where all went well."""
    with monkeypatch.context() as patch:
        patch.setattr(write, "FAULTS", Faults(fault))
        try:
            verb()
        except StoreError as error:
            return str(error)
    return ""


def steps_of(verb: Verb, monkeypatch: pytest.MonkeyPatch) -> int:
    """How many steps a verb takes."""
    counter = Faults()
    with monkeypatch.context() as patch:
        patch.setattr(write, "FAULTS", counter)
        verb()
    return counter.taken
