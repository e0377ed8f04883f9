"""The suppliers' functions, found by walking ``intake/suppliers``: one file, one supplier."""

import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import cast

from cutline.intake import suppliers as package
from cutline.intake.said import Said
from cutline.intake.supplier import Correction

GENERIC = "generic"
"""Corrects what nobody known has supplied."""

Correct = Callable[[Said], Iterator[Correction]]
"""What a supplier's file offers as ``correct``: a pure function of a photograph's words."""


@dataclass(frozen=True, slots=True)
class Supplier:
    """A supplier's file.

    Attributes:
        name: Of the file.
        parties: Canonical names under which it delivers (``PARTIES``).
        correct: Its function.
    """

    name: str
    parties: frozenset[str]
    correct: Correct


@cache
def suppliers() -> tuple[Supplier, ...]:
    """Every supplier, in order of name."""
    found = sorted(pkgutil.iter_modules(package.__path__), key=lambda module: module.name)
    return tuple(_loaded(module.name) for module in found)


def _loaded(name: str) -> Supplier:
    module = import_module(f"{package.__name__}.{name}")
    parties = frozenset(cast("tuple[str, ...]", module.PARTIES))
    return Supplier(name, parties, cast("Correct", module.correct))
