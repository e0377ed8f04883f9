"""Sidecars by name: ``photo.jpg.xmp`` or ``photo.xmp`` beside ``photo.jpg``.

What is inside is nobody's business here.
"""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath

from cutline.model import ReadError
from cutline.store.names import quoted

SUFFIX = ".xmp"
MOST_SIDECAR = 8 << 20
"""No sidecar is larger than 8 MB."""


def sidecars(root: Path, paths: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    """The sidecars that lie beside photographs.

    Args:
        root: A folder that is trusted.
        paths: Photographs, relative to it.

    Returns:
        For each photograph that has any, their paths. The one that counts comes first: that
        with the photograph's whole name, then that with its stem, ``.xmp`` before ``.XMP``.

    Raises:
        ReadError: a folder cannot be listed.
    """
    folders: dict[str, Mapping[str, list[str]]] = {}
    found: dict[str, tuple[str, ...]] = {}
    for path in dict.fromkeys(paths):
        folder, _, name = path.rpartition("/")
        if folder not in folders:
            folders[folder] = _listed(root / folder)
        stems = dict.fromkeys((name, PurePosixPath(name).stem))
        beside = (each for stem in stems for each in folders[folder].get(stem, ()))
        names = [each for each in beside if each != name]  # a sidecar is none of its own
        if names:
            found[path] = tuple(f"{folder}/{each}" if folder else each for each in names)
    return found


def sidecar_path(path: str) -> str:
    """Where the sidecar of a photograph goes that has none: beside it, under its stem."""
    return str(PurePosixPath(path).with_suffix(SUFFIX))


def _listed(folder: Path) -> Mapping[str, list[str]]:
    """The sidecars of a folder by the name before their suffix."""
    found: dict[str, list[str]] = {}
    try:
        with os.scandir(folder) as entries:
            names = [entry.name for entry in entries if _is_sidecar(entry.name)]
    except (FileNotFoundError, NotADirectoryError):
        return found  # nor is the photograph there; whoever reads it says so
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", "") or str(error)
        raise ReadError(f"cannot list the folder {quoted(folder)}: {why}") from error
    for name in sorted(names, reverse=True):  # lower case before upper
        found.setdefault(name[: -len(SUFFIX)], []).append(name)
    return found


def _is_sidecar(name: str) -> bool:
    return name[-len(SUFFIX) :].lower() == SUFFIX
