"""What machines get of an edition beside the page: one function a format, ``Edition → bytes``.

``TABLE`` lists the formats; each is loaded when it is made.
"""

from cutline.publish.exports.table import TABLE, Exporter, export, wanted

__all__ = ["TABLE", "Exporter", "export", "wanted"]
