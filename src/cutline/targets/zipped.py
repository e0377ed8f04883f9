"""A site as one zip file: the same site, the same bytes, on every machine."""

import zipfile
from collections.abc import Mapping
from pathlib import Path

from cutline.model import StoreError
from cutline.store import quoted, replacing
from cutline.targets.shipment import Shipment

_MARK = b"a site that cutline published"
_BORN = (1980, 1, 1, 0, 0, 0)
"""The first date that a zip file can say: a release's own would make two of one."""
_FILE = 0o100644 << 16
_UNIX = 3


def pack(shipment: Shipment, path: Path, beside: Mapping[str, bytes]) -> int:
    """Write a release as a zip file; one that we wrote before is replaced.

    Nothing is compressed: pictures cannot be, and libraries disagree on the bytes of the rest.

    Args:
        shipment: The release.
        path: The zip file.
        beside: Further files by name, for those who serve it.

    Returns:
        How many files it holds.

    Raises:
        StoreError: something that is not ours has that name, or it could not be written.
    """
    _refuse_foreign(path)
    with replacing(path) as file, zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
        archive.comment = _MARK
        for name in sorted(beside):
            archive.writestr(_info(name), beside[name])
        for entry in shipment.files:
            archive.writestr(_info(entry.path), shipment.read(entry))
    return len(shipment.files) + len(beside)


def _info(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, _BORN)
    info.external_attr, info.create_system = _FILE, _UNIX
    return info


def _refuse_foreign(path: Path) -> None:
    if not path.exists() and not path.is_symlink():
        return
    try:
        with zipfile.ZipFile(path) as archive:
            ours = archive.comment == _MARK and not path.is_symlink()
    except (OSError, zipfile.BadZipFile):
        ours = False
    if not ours:
        raise StoreError(f"{quoted(path)} is a file that cutline did not make", "choose another")
