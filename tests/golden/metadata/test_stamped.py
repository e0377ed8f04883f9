"""What stamping writes, byte for byte: names of published files promise that it stays so.

Where this fails the same words give other bytes: raise ``STAMPING`` first, so that every file
gets another name, and then let ``CUTLINE_GOLDEN=rewrite`` write the digests anew.
"""

import hashlib
import json
import os
from pathlib import Path

from cutline.metadata import STAMPING, embed
from unit.metadata import build
from unit.metadata.stamps import STAMP

KEPT = Path(__file__).with_name("stamped.json")


def test_the_same_words_give_the_same_bytes():
    bare = {"jpeg": build.jpeg(), "avif": build.avif(), "webp": build.still_webp()}
    made = {kind: hashlib.sha256(embed(data, STAMP)).hexdigest() for kind, data in bare.items()}
    kept = json.loads(KEPT.read_text(encoding="utf-8"))
    if STAMPING not in kept and os.environ.get("CUTLINE_GOLDEN") == "rewrite":
        kept = {STAMPING: made}
        KEPT.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")

    assert kept == {STAMPING: made}
