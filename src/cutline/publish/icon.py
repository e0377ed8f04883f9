"""The picture in a browser's tab: a photograph and the line under it, in the house's accent.

It stands in the page as a ``data:`` address. A page without any has its browser ask the host
for ``favicon.ico``, and complain where there is none; a house that has an icon of its own names
it in the block ``icon`` of its template.
"""

from urllib.parse import quote

from cutline.model import House
from cutline.model.theme import LIGHT

_DRAWN = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16" fill="{accent}">'
    '<path d="M0 1h16v10H0zM0 13h11v2H0z"/></svg>'
)


def icon(house: House) -> str:
    """The address of the icon, safe in an attribute."""
    accent = dict(house.page.light).get("accent", LIGHT["accent"])
    return f"data:image/svg+xml,{quote(_DRAWN.format(accent=accent), safe='/:=')}"
