"""Regular expressions that modules keep for later are sound ones."""

import ast
import re
from importlib import import_module

import pytest

from cutline.model.regex import regex
from house.source import modules, tree

LATER = type(regex(""))


def kept():
    """Every name of a module that holds such an expression, or several."""
    for path in modules():
        calls = (node for node in ast.walk(tree(path)) if isinstance(node, ast.Call))
        if any(isinstance(node.func, ast.Name) and node.func.id == "regex" for node in calls):
            yield ".".join(path.with_suffix("").parts[path.parts.index("cutline") :])


def within(value):
    """The expressions in a constant, however deep."""
    if isinstance(value, LATER):
        yield value
    elif isinstance(value, dict):
        yield from within(tuple(value.values()))
    elif isinstance(value, list | tuple | set | frozenset):
        for each in value:
            yield from within(each)


@pytest.mark.parametrize("name", sorted(set(kept())))
def test_what_is_compiled_later_can_be(name):
    """A mistake is found here, and not by the first story that has the words for it."""
    found = [each for value in vars(import_module(name)).values() for each in within(value)]

    assert found
    assert all(isinstance(each.compiled, re.Pattern) for each in found)
