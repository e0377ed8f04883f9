"""Which encoders make the renditions: part of every rendition's key.

Asked without loading libvips, so that a publish that has nothing to render stays quick.
"""

from importlib.metadata import PackageNotFoundError, version

PIPELINE = 2
"""Raised when this room changes what comes out for the same original and recipe."""


def _installed(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None


def _libvips() -> str:
    """The wheel's version fixes libvips, libheif, aom and lcms; a system's libvips its own."""
    wheel = _installed("pyvips-binary")
    if wheel is not None:
        return f"pyvips-binary {wheel}"
    import pyvips  # noqa: PLC0415 - only where no wheel says the version

    return "libvips " + ".".join(str(pyvips.version(part)) for part in range(3))


ENGINE = f"pipeline {PIPELINE}; {_libvips()}"
"""Versions that decide the bytes of a rendition."""
