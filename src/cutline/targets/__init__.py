"""Takes a finished site elsewhere: to a bucket, into a zip file, to servers, to a preview.

Knows releases file by file, and the network; never what a page says.
"""

from cutline.targets.bucket import Bucket
from cutline.targets.sending import Sent, send
from cutline.targets.servers import HEADERS_FILE, SNIPPETS, hosted
from cutline.targets.shipment import Shipment, whole
from cutline.targets.zipped import pack

__all__ = [
    "HEADERS_FILE",
    "SNIPPETS",
    "Bucket",
    "Sent",
    "Shipment",
    "hosted",
    "pack",
    "send",
    "whole",
]
