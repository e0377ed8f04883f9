"""What a story may call a photograph: a path relative to the story."""

import re
from urllib.parse import unquote_to_bytes

SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:")
"""How an address begins (RFC 3986, 3.1), and a path with the letter of a drive."""

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")


def decoded(address: str) -> str:
    """The path that an address names: percent-escapes undone (RFC 3986, 2.1).

    An escape that is not UTF-8 is left as written.
    """
    try:
        return unquote_to_bytes(address).decode("utf-8")
    except UnicodeDecodeError:
        return address


def complaint(target: str) -> str:
    """Why a target cannot name a photograph, to be read after its name; empty if it can.

    Whether a path that climbs (``..``) stays inside the desk is asked where files are known.
    """
    if not target.strip():
        return "names no photograph"
    if _CONTROL.search(target):
        return "holds a control character"
    if "\\" in target:
        return "holds a backslash"
    if target.startswith("/"):
        return "is a path from the root"
    if SCHEME.match(target):
        return "is an address or a path with a drive letter"
    return ""
