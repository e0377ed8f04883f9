"""Everything on disk: atomic writes, locks, releases, the cache, the photographs' folder.

Knows where things lie and never what is inside a file.
"""

from cutline.store.cache import Cache, CacheSize
from cutline.store.faults import steps_taken
from cutline.store.folder import (
    MOST_BYTES,
    Found,
    Listing,
    Original,
    Refused,
    inside,
    is_picture,
    listing,
    look,
    read,
)
from cutline.store.handed import hand_file, hand_folder
from cutline.store.index import Index, Signature, fingerprint
from cutline.store.journal import enter, entered, record, recorded, records
from cutline.store.kept import kept
from cutline.store.lock import exclusive
from cutline.store.manifest import WWW, Entry, Manifest
from cutline.store.names import check_path, display_name, natural_key, quoted, slug
from cutline.store.places import (
    Places,
    beside,
    of_desk,
    of_folder,
    places_of,
    refuse_foreign,
)
from cutline.store.release import (
    Builder,
    Check,
    Published,
    Releases,
    building,
    current,
    holding,
    intact,
    verify,
    verify_release,
)
from cutline.store.revision import NONE, revise, revision
from cutline.store.sidecars import MOST_SIDECAR, sidecar_path, sidecars
from cutline.store.write import TakenError, create, make_folder, remove_tree, replace, replacing

__all__ = [
    "MOST_BYTES",
    "MOST_SIDECAR",
    "NONE",
    "WWW",
    "Builder",
    "Cache",
    "CacheSize",
    "Check",
    "Entry",
    "Found",
    "Index",
    "Listing",
    "Manifest",
    "Original",
    "Places",
    "Published",
    "Refused",
    "Releases",
    "Signature",
    "TakenError",
    "beside",
    "building",
    "check_path",
    "create",
    "current",
    "display_name",
    "enter",
    "entered",
    "exclusive",
    "fingerprint",
    "hand_file",
    "hand_folder",
    "holding",
    "inside",
    "intact",
    "is_picture",
    "kept",
    "listing",
    "look",
    "make_folder",
    "natural_key",
    "of_desk",
    "of_folder",
    "places_of",
    "quoted",
    "read",
    "record",
    "recorded",
    "records",
    "refuse_foreign",
    "remove_tree",
    "replace",
    "replacing",
    "revise",
    "revision",
    "sidecar_path",
    "sidecars",
    "slug",
    "steps_taken",
    "verify",
    "verify_release",
]
