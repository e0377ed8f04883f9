"""Faults of a machine or a file: exceptions that say what to do.

A slip of an editor is never one of these; it is a ``Finding``.
"""


class CutlineError(Exception):
    """The tool could not work. The message is one sentence for a person.

    Args:
        message: What is wrong, naming the thing and the place.
        hint: What to do next; empty where there is nothing to do.
    """

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message}; {self.hint}" if self.hint else self.message


class ConfigError(CutlineError):
    """``cutline.toml`` or an option says something that cannot be."""


class ReadError(CutlineError):
    """A file cannot be read as what it claims to be."""


class RenderError(CutlineError):
    """An original cannot be decoded, or a rendition not encoded."""


class StoreError(CutlineError):
    """Something could not be written, locked or switched; nothing half-done is visible."""


class ConflictError(StoreError):
    """Something was changed by somebody else since it was seen; nothing was written."""


class BusyError(StoreError):
    """Somebody else is publishing into the same place."""


class TargetError(CutlineError):
    """A site could not be taken to where it should go; what is there serves on."""


class RefusedError(CutlineError):
    """The check found what must not be published."""
