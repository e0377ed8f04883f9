"""ICC profiles: is one sRGB already, and a small sRGB of our own.

Converting through a profile costs more than twice the whole JPEG ladder; most photographs
carry sRGB and need none of it. So the profile's numbers are read, not its name.

Source: ICC.1:2022 (v4.4), clauses 7.2 (header), 7.3 (tag table), 10.6 (curveType),
10.18 (parametricCurveType), 10.31 (XYZType); IEC 61966-2-1 (sRGB).
"""

import struct
from collections.abc import Callable, Mapping, Sequence

Curve = Callable[[float], float]

COLOURANTS: Mapping[bytes, tuple[float, float, float]] = {
    b"rXYZ": (0.43607, 0.22249, 0.01392),
    b"gXYZ": (0.38515, 0.71687, 0.09708),
    b"bXYZ": (0.14307, 0.06061, 0.71410),
}
"""sRGB's primaries adapted to D50 by Bradford, as XYZ."""

_WHITE = (0.96420, 1.0, 0.82491)
_ADAPTATION = (1.04788, 0.02292, -0.05022, 0.02959, 0.99048, -0.01707, -0.00925, 0.01508, 0.75168)
_SAMPLES = 33


def is_srgb(profile: bytes) -> bool:
    """True where pixels under this profile look the same as under sRGB.

    A matrix profile counts whose primaries differ by less than 0.003 and whose curves by
    less than 0.008 (two levels of 255) from sRGB's. Whatever cannot be read does not count.
    """
    try:
        tags = _tags(profile)
        if profile[16:20] != b"RGB " or b"A2B0" in tags:
            return False
        near = all(
            abs(got - want) < 0.003
            for name, wanted in COLOURANTS.items()
            for got, want in zip(_xyz(tags[name]), wanted, strict=True)
        )
        return near and all(_like_srgb(_curve(tags[name])) for name in (b"rTRC", b"gTRC", b"bTRC"))
    except (KeyError, IndexError, struct.error, ValueError, OverflowError, ZeroDivisionError):
        return False


def space(profile: bytes) -> bytes:
    """The profile's colour space (``RGB ``, ``CMYK``, ``GRAY`` …); empty where cut short."""
    return profile[16:20]


def _tags(profile: bytes) -> dict[bytes, bytes]:
    (count,) = struct.unpack_from(">I", profile, 128)
    if count > 100:
        raise ValueError("more tags than any profile has")
    entries = (struct.unpack_from(">4sII", profile, 132 + 12 * n) for n in range(count))
    return {name: profile[offset : offset + size] for name, offset, size in entries}


def _xyz(tag: bytes) -> tuple[float, ...]:
    return tuple(value / 65536 for value in struct.unpack_from(">3i", tag, 8))


def _like_srgb(curve: Curve) -> bool:
    points = (n / (_SAMPLES - 1) for n in range(_SAMPLES))
    return all(abs(srgb_curve(curve(x)) - x) < 0.008 for x in points)


def srgb_curve(light: float) -> float:
    """Linear light 0..1 to sRGB's value 0..1 (IEC 61966-2-1)."""
    light = min(max(light, 0.0), 1.0)
    return 12.92 * light if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055


def _curve(tag: bytes) -> Curve:
    if tag[:4] == b"para":
        return _parametric(tag)
    if tag[:4] != b"curv":
        raise ValueError("neither a curve nor a formula")
    (count,) = struct.unpack_from(">I", tag, 8)
    if count == 0:
        return lambda x: x
    if count == 1:
        gamma = struct.unpack_from(">H", tag, 12)[0] / 256
        return lambda x: x**gamma
    table = struct.unpack_from(f">{count}H", tag, 12)

    def look_up(x: float) -> float:
        place = x * (count - 1)
        low = min(int(place), count - 2)
        return (table[low] + (table[low + 1] - table[low]) * (place - low)) / 65535

    return look_up


def _parametric(tag: bytes) -> Curve:
    """Function types 0 and 3, the two in use for cameras and screens (table 68)."""
    (kind,) = struct.unpack_from(">H", tag, 8)
    if kind == 0:
        gamma = struct.unpack_from(">i", tag, 12)[0] / 65536
        return lambda x: x**gamma
    if kind != 3:
        raise ValueError("a formula sRGB is not written in")
    g, a, b, c, d = (value / 65536 for value in struct.unpack_from(">5i", tag, 12))
    return lambda x: (a * x + b) ** g if x >= d else c * x


def _s15(*values: float) -> bytes:
    return struct.pack(f">{len(values)}i", *(round(value * 65536) for value in values))


def _text(words: str) -> bytes:
    coded = words.encode("utf-16-be")
    return b"mluc\0\0\0\0" + struct.pack(">II2s2sII", 1, 12, b"en", b"US", len(coded), 28) + coded


def matrix_profile(name: str, colourants: Mapping[bytes, Sequence[float]], curve: bytes) -> bytes:
    """A complete v4 display profile of three primaries and one curve, in about 500 bytes.

    Args:
        name: What the profile calls itself.
        colourants: ``rXYZ``, ``gXYZ``, ``bXYZ`` adapted to D50.
        curve: A whole ``para`` or ``curv`` tag.
    """
    named = {
        b"desc": _text(name),
        b"cprt": _text("CC0"),
        b"wtpt": b"XYZ \0\0\0\0" + _s15(*_WHITE),
        b"chad": b"sf32\0\0\0\0" + _s15(*_ADAPTATION),
        **{tag: b"XYZ \0\0\0\0" + _s15(*value) for tag, value in colourants.items()},
        **dict.fromkeys((b"rTRC", b"gTRC", b"bTRC"), curve),
    }
    start = 132 + 12 * len(named)
    body, table, placed = b"", struct.pack(">I", len(named)), dict[bytes, int]()
    for tag, value in named.items():
        if value not in placed:
            placed[value] = start + len(body)
            body += value + b"\0" * (-len(value) % 4)
        table += struct.pack(">4sII", tag, placed[value], len(value))
    date = struct.pack(">6H", 2026, 1, 1, 0, 0, 0)
    kinds = (b"mntr", b"RGB ", b"XYZ ", date, b"acsp")
    header = struct.pack(">I4xI4s4s4s12s4s28x", start + len(body), 0x04400000, *kinds)
    return (header + _s15(*_WHITE)).ljust(128, b"\0") + table + body


def power(gamma: float) -> bytes:
    """The curve tag of a pure power law (table 68, function type 0)."""
    return b"para\0\0\0\0" + struct.pack(">HH", 0, 0) + _s15(gamma)


_SRGB_CURVE = (
    b"para\0\0\0\0"
    + struct.pack(">HH", 3, 0)
    + _s15(2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)
)

SRGB = matrix_profile("sRGB", COLOURANTS, _SRGB_CURVE)
"""sRGB, ours and free to use: what every JPEG rendition carries."""
