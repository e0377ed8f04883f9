"""A saved page of a gallery or a photo essay becomes a story."""

from cutline.wire.page.reading import read_page

__all__ = ["read_page"]
