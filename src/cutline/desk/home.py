"""Where a desk is: the folder with its settings. Loads nothing, as every verb asks first."""

from pathlib import Path

DESK_FILE = "cutline.toml"


def find_desk(start: Path) -> Path | None:
    """The desk that ``start`` lies in: the nearest folder above with a ``cutline.toml``."""
    here = start.resolve()
    for folder in (here, *here.parents):
        if (folder / DESK_FILE).is_file():
            return folder
    return None
