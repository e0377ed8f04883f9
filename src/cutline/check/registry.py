"""The rules, found by walking ``check/rules``: one file, one rule."""

import pkgutil
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from inspect import cleandoc
from types import MappingProxyType
from typing import NamedTuple, cast

from cutline.check import rules as rules_package
from cutline.check.rule import Check, Rule


class Entry(NamedTuple):
    """A rule as loaded: its facts, its function, and what its file says of it."""

    rule: Rule
    check: Check
    told: str

    @property
    def page(self) -> str:
        """What its file says, as a page."""
        return cleandoc(self.told)


@cache
def registry() -> Mapping[str, Entry]:
    """Every rule by code, in order of code."""
    entries: dict[str, Entry] = {}
    for found in sorted(pkgutil.iter_modules(rules_package.__path__), key=lambda m: m.name):
        module = import_module(f"{rules_package.__name__}.{found.name}")
        rule = cast("Rule", module.RULE)
        entries[rule.code] = Entry(rule, cast("Check", module.check), module.__doc__ or "")
    return MappingProxyType(entries)
