"""One idea each: modules and functions that fit in a head."""

import ast

import pytest

from house.source import modules, name, tree

MODULE_LINES = 400
FUNCTION_LINES = 40


@pytest.mark.parametrize("path", modules(), ids=name)
def test_a_module_fits_in_a_head(path):
    """At most 400 lines; around 120 is better."""
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MODULE_LINES


@pytest.mark.parametrize("path", modules(), ids=name)
def test_a_function_does_one_thing(path):
    """At most 40 lines, its docstring and its signature's own lines aside."""
    functions = (
        node
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    )
    long = [f"{node.name}: {_lines(node)}" for node in functions if _lines(node) > FUNCTION_LINES]

    assert long == []


def _lines(node):
    body = node.body[1:] if ast.get_docstring(node) is not None else node.body
    return node.end_lineno - body[0].lineno + 1 if body else 0
