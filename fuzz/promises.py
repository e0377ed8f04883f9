"""What is promised of every photograph that could be read at all, whatever is in it."""

import json

from driver import instrumented, promise

with instrumented(include=["cutline"]):
    from cutline.metadata import Stamp, audit, embed, read, read_task, reading_from, stamp_of
    from cutline.model import ReadError, RenderError

BARE = bytes.fromhex("ffd8ffc00011080006000803012200021101031101ffda000c0301000211031100000000ffd9")
"""A JPEG that says nothing: frame, scan, end."""

STAMP = Stamp(
    creators=("Ana Silva", "Žofie Nová"),
    credit_line="Ana Silva/Harbour Agency",
    copyright_notice="© 2026 Ana Silva",
    caption="Crews rest after the fire.",
    alt_text="Two women sit on a kerb",
)


def hold(data: bytes) -> None:
    """Read a file: it crosses the border of the cage whole, and its words can be published.

    Raises:
        AssertionError: one of these does not hold.
    """
    try:
        reading = read(data)
    except ReadError as fault:
        promise(bool(fault.message) and "\n" not in fault.message, "no sentence")
        return
    answer, _ = read_task({}, [data])
    back = reading_from(json.loads(json.dumps(answer)))
    promise(back == reading, "the cage changes what was read")
    metadata = reading.metadata
    caption = metadata.text("description")
    stamp = stamp_of(metadata, alt=caption, caption=caption, credit=metadata.text("creditLine"))
    try:
        stamped = embed(BARE, stamp)
    except RenderError:
        return  # words of more than 64 KB
    promise(audit(stamped, stamp) == (), "a stamped rendition does not pass its audit")
