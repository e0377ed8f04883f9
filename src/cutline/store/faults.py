"""Faults on purpose: every step of writing is counted, and one of them may be made to fail.

``CUTLINE_FAULT=kill:k``, ``ENOSPC:k`` or ``EIO:k`` fails at step ``k`` (from 1). It is how
the tests prove that a publish is whole or did not happen, whatever step it dies at. Unset,
as it is for everybody else, a step costs one addition.
"""

import errno
import os
import signal

from cutline.model import ConfigError
from cutline.store.names import quoted

_ERRORS = {"ENOSPC": errno.ENOSPC, "EIO": errno.EIO}


class Faults:
    """A counter of write steps that fails at one of them.

    Args:
        wanted: ``kind:step`` as in ``CUTLINE_FAULT``; empty for none.

    Raises:
        ConfigError: ``wanted`` is neither empty nor of that form.
    """

    def __init__(self, wanted: str = "") -> None:
        kind, _, step = wanted.partition(":")
        if wanted and (kind not in {"kill", *_ERRORS} or not step.isascii() or not step.isdigit()):
            raise ConfigError(
                f"CUTLINE_FAULT={quoted(wanted)} is not a fault",
                "unset it, or say kill:3 or ENOSPC:3",
            )
        self._kind = kind
        self._at = int(step) if wanted else 0
        self.taken = 0

    @property
    def next_fails(self) -> bool:
        """Whether the step about to be taken is the one to fail."""
        return self.taken + 1 == self._at

    def step(self) -> None:
        """Count one step of writing, before it is taken.

        Raises:
            OSError: this is the step to fail; with ``kill`` the process ends instead.
        """
        self.taken += 1
        if self.taken != self._at:
            return
        if self._kind == "kill":
            os.kill(os.getpid(), signal.SIGKILL)
        number = _ERRORS[self._kind]
        raise OSError(number, os.strerror(number))


FAULTS = Faults(os.environ.get("CUTLINE_FAULT", ""))
"""The one counter of this process; the environment is read once, here."""


def steps_taken() -> int:
    """How many steps of writing this process has taken."""
    return FAULTS.taken
