"""The name of an ICC colour profile (ICC.1:2022, clauses 7.2 and 9.2.41)."""

import struct

_MAX_TAGS = 100


def profile_name(profile: bytes) -> str:
    """The profile's description; ``unnamed`` where it has none that can be read."""
    return _description(profile).strip("\0 ") or "unnamed"


def _description(profile: bytes) -> str:
    if len(profile) < 132:
        return ""
    count = min(int.from_bytes(profile[128:132], "big"), _MAX_TAGS, (len(profile) - 132) // 12)
    for index in range(count):
        tag, offset, length = struct.unpack_from(">4sII", profile, 132 + 12 * index)
        if tag == b"desc":
            return _text(profile[offset : offset + min(length, 4096)])
    return ""


def _text(value: bytes) -> str:
    """A ``desc`` (version 2) or ``mluc`` (version 4) value."""
    if value[:4] == b"desc" and len(value) > 12:
        return value[12 : 12 + int.from_bytes(value[8:12], "big")].decode("latin-1")
    if value[:4] == b"mluc" and len(value) >= 28:
        length, offset = struct.unpack_from(">II", value, 20)
        return value[offset : offset + min(length, 1024)].decode("utf-16-be", "ignore")
    return ""
