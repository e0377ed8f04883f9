"""An edition as something to carry away, with its pictures in it: made where somebody asks.

``FORMATS`` lists what there is; each is loaded when it is made. No site holds any of it.
"""

from cutline.publish.portable.table import FORMATS, LISTING, MARK, Files, Format, Portable

__all__ = ["FORMATS", "LISTING", "MARK", "Files", "Format", "Portable"]
