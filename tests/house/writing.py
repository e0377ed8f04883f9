"""Finds calls that write to the disk, by their names: what only ``store/write.py`` may do."""

import ast
from collections.abc import Iterator

_OS = frozenset(
    "chmod chown fchmod ftruncate link makedirs mkdir mkfifo mknod remove removedirs rename "
    "renames replace rmdir symlink truncate unlink utime".split()
)
_METHODS = frozenset(
    "hardlink_to mkdir rename rmdir symlink_to touch unlink write_bytes write_text "
    "write_to_file".split()
)
_ASKS = frozenset({"disk_usage", "get_terminal_size", "which"})
"""What of ``shutil`` only asks: all else of it writes."""
_FLAGS = frozenset({"O_CREAT", "O_RDWR", "O_WRONLY", "O_APPEND", "O_TRUNC"})


def writes(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Line and name of every call or import in ``tree`` that can change a disk."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, a.name) for a in node.names if _hides(a))
        elif isinstance(node, ast.ImportFrom):
            yield from _imported(node)
        elif isinstance(node, ast.Attribute) and _of_shutil(node):
            yield node.lineno, f"shutil.{node.attr}"
        elif isinstance(node, ast.Call) and (found := _called(node)):
            yield node.lineno, found


def _hides(module: ast.alias) -> bool:
    """Whether an import brings what writes, or ``shutil`` under a name that hides it."""
    return module.name == "tempfile" or (module.name == "shutil" and module.asname is not None)


def _of_shutil(node: ast.Attribute) -> bool:
    return isinstance(node.value, ast.Name) and node.value.id == "shutil" and node.attr not in _ASKS


def _imported(node: ast.ImportFrom) -> Iterator[tuple[int, str]]:
    if node.module == "tempfile":
        yield node.lineno, node.module
    if node.module == "shutil":
        yield from ((node.lineno, f"shutil.{a.name}") for a in node.names if a.name not in _ASKS)
    if node.module == "os":
        yield from ((node.lineno, f"os.{a.name}") for a in node.names if a.name in _OS)


def _called(call: ast.Call) -> str | None:
    match call.func:
        case ast.Name("open") if _mode_writes(call, position=1):
            return "open"
        case ast.Attribute(ast.Name("write"), _):
            return None  # our own writing module: that is how the others write
        case ast.Attribute(ast.Name("os"), name) if name in _OS:
            return f"os.{name}"
        case ast.Attribute(ast.Name("os"), "open"):
            return "os.open" if _flags(call) else None
        case ast.Attribute(ast.Name("io"), "open") if _mode_writes(call, position=1):
            return "io.open"
        case ast.Attribute(_, "open") if _path_open_writes(call):
            return ".open"
        case ast.Attribute(_, "replace") if len(call.args) == 1 and not call.keywords:
            return ".replace"  # of a path: text is replaced with two arguments
        case ast.Attribute(_, name) if name in _METHODS:
            return f".{name}"
    return None


def _mode_writes(call: ast.Call, position: int) -> bool:
    """Whether the mode of an ``open`` is, or may be, one that writes."""
    named = [keyword.value for keyword in call.keywords if keyword.arg == "mode"]
    mode = named[0] if named else next(iter(call.args[position : position + 1]), None)
    if mode is None:
        return False
    return not (isinstance(mode, ast.Constant) and not set(str(mode.value)) & set("wax+"))


def _path_open_writes(call: ast.Call) -> bool:
    """The same for ``Path.open``; other objects' ``open`` may take anything first."""
    first = next(iter(call.args[:1]), None)
    if first is None or (isinstance(first, ast.Constant) and isinstance(first.value, str)):
        return _mode_writes(call, position=0)
    return any(keyword.arg == "mode" for keyword in call.keywords)


def _flags(call: ast.Call) -> bool:
    names = {node.attr for node in ast.walk(call) if isinstance(node, ast.Attribute)}
    return bool(names & _FLAGS)
