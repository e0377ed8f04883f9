"""The one place that loads libvips, and how it is kept within bounds."""

import pyvips

pyvips.concurrency_set(1)  # the tiles of an AV1 stream follow the threads: one, everywhere
pyvips.cache_set_max(0)

__all__ = ["confine", "pyvips"]

_LOADERS = ("Jpeg", "Png", "Tiff", "Webp", "Heif")


def confine() -> None:
    """Block every loader of libvips but those of the five formats photographs come in.

    For a worker that decodes what strangers send; it holds for the rest of the process.
    """
    pyvips.operation_block_set("VipsForeignLoad", True)
    for loader in _LOADERS:
        pyvips.operation_block_set(f"VipsForeignLoad{loader}", False)
