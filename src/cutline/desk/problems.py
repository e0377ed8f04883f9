"""What is wrong with a photograph's file or metadata, in words."""

from cutline.desk.beside import UNUSED
from cutline.metadata import BY_ID

ENDS_EARLY = "truncated"
"""The code of a picture that is not all there."""

_LEFT_OUT = "what it says was left out"
_PROBLEMS = {
    ENDS_EARLY: "the file ends too early",
    "xmp-broken": "its XMP cannot be read",
    "xmp-doctype": "its XMP has a document type, which is refused",
    "xmp-too-large": "its XMP is too large to be read",
    "xmp-extension-broken": "its extended XMP cannot be put together",
    "iim-broken": "its IIM (legacy IPTC) is damaged",
    "iim-date-broken": "a date in its IIM is not one",
    "iim-repeated": "{about} may stand once in IIM and stands twice; the first counts",
    "iim-charset-guessed": "its IIM does not say in which character set it is: {about}, guessed",
    "iptc-digest-stale": "its IIM was changed after its XMP: where they differ, IIM counts",
    "exif-broken": "its Exif is damaged",
    "photoshop-broken": "its Photoshop resources are damaged",
    "png-text-broken": "a text in the PNG is damaged",
    "png-profile-broken": "a profile in the PNG is damaged",
    "item-not-found": "metadata that it announces is not in the file",
    "value-truncated": "{about}: cut at the limit of the field, and nothing longer was found",
    "sidecar-broken": f"its sidecar cannot be read; {_LEFT_OUT}",
    "sidecar-doctype": f"its sidecar has a document type, which is refused; {_LEFT_OUT}",
    "sidecar-too-large": f"its sidecar is too large to be read; {_LEFT_OUT}",
    "sidecar-unreadable": f"its sidecar cannot be opened; {_LEFT_OUT}",
    "sidecar-layers-broken": "who changed what in its sidecar cannot be read; its values count",
    "sidecar-for-another": "the sidecar of its name is for the {about} beside it, and was left out",
    "sidecar-second": "a second sidecar lies beside it, “{about}”, and was left out",
}


def problem(code: str) -> str:
    """A problem's code, ``kind`` or ``kind:about``, as a sentence without its full stop."""
    kind, _, about = code.partition(":")
    named = BY_ID[about].label if about in BY_ID else about
    words = _PROBLEMS.get(kind)
    if words is None:
        return f"{named}: {kind}" if named else kind
    return words.format(about=named)


def left_out(codes: tuple[str, ...]) -> tuple[str, ...]:
    """Those problems, in words, that leave out what somebody wrote into a sidecar."""
    return tuple(problem(code) for code in codes if code.partition(":")[0] in UNUSED)
