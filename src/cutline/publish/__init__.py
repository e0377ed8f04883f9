"""An edition to what readers and machines are given: page, pictures, structured data.

Everything here is a pure function of the edition; nothing knows where the site lies.
"""

from cutline.publish.checks import check_page
from cutline.publish.page import Tints, page
from cutline.publish.plan import Plan, Printed, Rendition, plan
from cutline.publish.site import Listed, site
from cutline.publish.site.check import check_site
from cutline.publish.texts import check_texts, texts

__all__ = [
    "Listed",
    "Plan",
    "Printed",
    "Rendition",
    "Tints",
    "check_page",
    "check_site",
    "check_texts",
    "page",
    "plan",
    "site",
    "texts",
]
