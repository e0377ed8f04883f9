"""What is wrong with front matter that is no YAML, in words for who wrote it.

The parser's own words name its grammar, and the place where it gave up. People are told what
they typed, and where that begins: a quotation mark that is never closed stands lines above.
"""

import re
from typing import NamedTuple

import yaml

QUOTE = "put text that holds a colon, or that begins with a sign, between quotes"
_PLAIN = "write `key: text`, and put text that holds a colon between quotes"
_WHOLE = "put the whole text between quotes, with those inside it of the other kind"
_LINES = "begin every key at the start of its line, and write one `key: text` a line"
_DEEP = "nested too deeply"

_QUOTED = re.compile(
    r"""^[ \t]*(?P<key>[^\s'":#][^'":\r\n]*):[ \t]+(?P<quote>["'])""", re.MULTILINE
)
_REST = {'"': re.compile(r'(?:[^"\\]|\\.)*"', re.DOTALL), "'": re.compile(r"(?:[^']|'')*'")}
"""What follows a quotation mark up to the one that closes it (YAML 1.2.2, chapter 7.3)."""
_KEY = re.compile(r"[\r\n][ \t]*[A-Za-z][\w-]*:(?=\s)")

_SIGN = "a text cannot begin with “{sign}”"
_KNOWN = (
    (_DEEP, False, "lists or maps are nested too deeply here", _PLAIN),
    (r"character '\t' that", False, "a tab stands here, where only spaces may", "write a space"),
    ("mapping values", False, "a second colon stands in what should be one text", QUOTE),
    ("scanning a simple key", True, "this line has no key: it is not `key: text`", _PLAIN),
    ("parsing a flow", True, "“{sign}” begins a list or a map here that never ends", QUOTE),
    ("but found '<scalar>'", False, "words stand here after the end of a text", _WHOLE),
    ("scanning an alias", True, _SIGN, QUOTE),
    ("scanning an anchor", True, _SIGN, QUOTE),
    ("scanning a block scalar", True, _SIGN, QUOTE),
    ("scanning a tag", True, _SIGN, QUOTE),
    ("parsing a node", True, _SIGN, QUOTE),
    ("cannot start any token", False, _SIGN, QUOTE),
    ("expected the node content", False, _SIGN, QUOTE),
    ("sequence entries", False, _SIGN, QUOTE),
    ("mapping keys", False, _SIGN, QUOTE),
)
"""Words of PyYAML; whether the mistake is where it began to read, not where it stopped; and what
people are told. The first that fits is taken."""


class Broken(NamedTuple):
    """A mistake of syntax.

    Attributes:
        at: Its offset in the front matter, in code points.
        message: What is there.
        hint: What to write.
    """

    at: int
    message: str
    hint: str


class DeepError(yaml.YAMLError):
    """Lists or maps inside each other without end; the rest is not looked at."""

    def __init__(self, event: yaml.Event) -> None:
        super().__init__()
        self.problem, self.problem_mark = _DEEP, event.start_mark


def broken(text: str, error: yaml.YAMLError) -> Broken:
    """Where the mistake is that PyYAML gave up on, and what it is.

    Args:
        text: The front matter.
        error: What PyYAML raised.
    """
    problem = str(getattr(error, "problem", None) or "")
    context = str(getattr(error, "context", None) or "")
    stopped = index(getattr(error, "problem_mark", None))
    began = index(getattr(error, "context_mark", None))
    if opened := _unclosed(text, stopped):
        return opened
    if "quoted scalar" in context:
        return _in_quotes(text, problem, began, stopped)
    for words, from_start, message, hint in _KNOWN:
        if words in f"{context}: {problem}":
            at = began if from_start else stopped
            return Broken(at, message.format(sign=text[at : at + 1]), hint)
    return Broken(stopped, "the front matter cannot be read from here on", _LINES)


def _in_quotes(text: str, problem: str, began: int, stopped: int) -> Broken:
    if "end of stream" in problem:
        return _never_closed(text, began, "")
    hint = "write it twice, or put the text between single quotes"
    return Broken(stopped - 1, "a backslash here means nothing that can be read", hint)


def _unclosed(text: str, stopped: int) -> Broken | None:
    """The first quotation mark of a value that swallows the next key, or is never closed."""
    at = 0
    while (opened := _QUOTED.search(text, at, stopped + 1)) is not None:
        closed = _REST[opened["quote"]].match(text, opened.end())
        key = _KEY.search(text, opened.end(), closed.end() if closed else len(text))
        if closed is None or key is not None:
            return _never_closed(text, opened.start("quote"), opened["key"].strip())
        at = closed.end()
    return None


def _never_closed(text: str, at: int, key: str) -> Broken:
    of = f" before the text of “{key[:40]}”" if key else ""
    message = f"the quotation mark{of} opens here and is never closed"
    return Broken(at, message, f"write {text[at]} at the end of the text, too")


def index(mark: object) -> int:
    """The offset of one of PyYAML's marks, in code points; 0 where it gives none."""
    return int(getattr(mark, "index", 0))
