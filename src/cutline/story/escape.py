"""Plain words written as Markdown and as YAML, so that they read back as the same words."""

import re

from cutline.story.target import SCHEME

_SIGNS = re.compile(r"[\\`*_\[\]<>&!{}]")
_ORDERED = re.compile(r"(\d{1,9})([.)])")
_LINE_SIGNS = frozenset("#+-=~|:")
_BREAK = re.compile(r"\r\n?|\n")
_OF_ADDRESSES = re.compile(r"^\s+|\s+$|[%<>&?#\\\x00-\x1f\x7f-\x9f]")
_PLAIN_YAML = re.compile(r"[^\W_](?:[^\r\n:#\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]*[^\W_.])?[.?!]?")
_NOT_YAML = re.compile('[\\\\"\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]')


def markdown(text: str) -> str:
    """Words for the inside of a paragraph; a line break becomes a hard one.

    Outer spaces of the whole are not kept: Markdown has none.
    """
    lines = [_line(line) for line in _BREAK.split(text)]
    return "\\\n".join(lines)


def label(text: str) -> str:
    """Words for the alt text of an image, on one line."""
    return markdown(_BREAK.sub(" ", text)).replace("\n", " ")


def heading(text: str) -> str:
    """Words for a heading, on one line; number signs at its end are words, not its close."""
    words = label(text)
    kept = words.rstrip("#")
    return words if kept == words else f"{kept}\\{words[len(kept) :]}"


def value(text: str) -> str:
    """Text for an attribute between double quotes, with percent-escapes (RFC 3986, 2.1)."""
    return re.sub(r"[^!#$&'()*+,\-./0-9:;=?@A-Z_a-z~\[\]]", lambda sign: _percent(sign[0]), text)


def _line(line: str) -> str:
    words = line.lstrip(" \t")
    lead = "".join("&#32;" if char == " " else "&#9;" for char in line[: len(line) - len(words)])
    escaped = _SIGNS.sub(r"\\\g<0>", words)
    if words[:1] in _LINE_SIGNS and words:
        escaped = "\\" + escaped
    return (
        lead + _ORDERED.sub(r"\1\\\2", escaped, count=1)
        if _ORDERED.match(words)
        else lead + escaped
    )


def target(path: str) -> str:
    """A path as the target of an image, for us and for any other reader of Markdown.

    Percent-escapes stand where Markdown, or an address, would read a sign as another thing; a
    name that begins as an address does (``a:b.jpg``) is said to lie here.
    """
    here = f"./{path}" if SCHEME.match(path) else path
    escaped = _OF_ADDRESSES.sub(lambda sign: _percent(sign[0]), here)
    return f"<{escaped}>" if re.search(r"[\s()]", escaped) else escaped


def _percent(char: str) -> str:
    return "".join(f"%{byte:02X}" for byte in char.encode())


def yaml_text(text: str) -> str:
    """A YAML scalar: plain where that is safe, else between double quotes."""
    return text if _PLAIN_YAML.fullmatch(text) else f'"{double_quoted(text)}"'


def double_quoted(text: str) -> str:
    """The inside of a YAML scalar between double quotes (YAML 1.2.2, 7.3.1)."""
    return _NOT_YAML.sub(lambda sign: _escaped(sign[0]), text)


def _escaped(char: str) -> str:
    if char in '\\"':
        return "\\" + char
    code = ord(char)
    return f"\\x{code:02X}" if code < 0x100 else f"\\u{code:04X}"
