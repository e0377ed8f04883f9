"""Fuzz IIM datasets and the Photoshop resources that carry them."""

from driver import fuzz, instrumented, promise
from promises import STAMP

with instrumented(include=["cutline"]):
    from cutline.metadata import BY_ID, iim, photoshop
    from cutline.metadata.embed_jpeg import datasets
    from cutline.metadata.text import clean, cut

FORMED = ("dateCreated", "embargoedUntil", "expires", "intellectualGenre", "subjectCodes")
"""Read into the form of their XMP twins, or never written, so not back as they were read."""

BLOCK = datasets(STAMP)
SEEDS = (
    BLOCK,
    photoshop.build(((photoshop.IIM, BLOCK), (photoshop.DIGEST, bytes(16)))),
    b"\x1c\x02\x78\x80\x04\0\0\0\x05Fires\x1c\x02\x37\0\x0820260406\x1c\x02\x3c\0\x06181935",
    b"\x1c\x02\x69\0\x04Jos\xe9\x1c\x02\x04\0\x0d000:Actuality\x1c\x02\x0c\0\x0810020231",
    b"PHUT\x04\x04\x04name\0\0\0\0\0\x07\x1c\x02\x19\0\x02ab\0",
)
WORDS = (
    *(b"\x1c" + bytes(entry.iim) for entry in BY_ID.values() if entry.iim),
    *(
        b"\x1c\x01\x5a\0\x03\x1b%G",
        b"\x1b%/I",
        b"\x1b.A",
        b"\x1b-A",
        b"8BIM\x04\x04",
        b"8BIM\x04\x25",
    ),
    *(
        b"MeSa",
        b"AgHg",
        b"DCSR",
        b"\x80\x04",
        b"\x80\x05",
        b"\xff\xff",
        b"20260406",
        b"181935+0200",
    ),
)


def one(data: bytes) -> None:
    """Whatever is read is clean, and what is written from it reads the same."""
    found = iim.read(data)
    rows = [(id, word.text) for id, words in found.values.items() for word in words]
    promise(all(text and text == clean(text) for _, text in rows), "text that is not clean")
    kept = [(id, text) for id, text in rows if id not in FORMED]
    again = iim.read(iim.build(kept))
    for id in {id for id, _ in kept}:
        texts = [clean(cut(text, BY_ID[id].limit).decode()) for name, text in kept if name == id]
        back = [word.text for word in again.values.get(id, ())]
        promise(back == [text for text in texts if text], f"{id} does not come back")
    resources = photoshop.Resources.read(data)
    back = photoshop.Resources.read(photoshop.build(resources.items))
    promise(back.whole and back.items == resources.items, "resources do not come back")


if __name__ == "__main__":
    fuzz(one, SEEDS, WORDS)
