"""What a camera wrote, in words: its name, its lens, and its clock as read."""

import re
from collections.abc import Iterator, Mapping, Sequence

_MOMENT = re.compile(r"(\d{4}):(\d\d):(\d\d)([ T]\d\d:\d\d(?::\d\d)?)")


def camera(capture: Mapping[str, str]) -> Iterator[tuple[str, Sequence[str]]]:
    """Rows of label and words.

    An offset is said beside the time that it belongs to, and nowhere else: ``offsetTime`` is
    that of the last change (Exif 3.0, clause 4.6.6.4.1).

    Args:
        capture: As the metadata room read it.
    """
    make, model = capture.get("make", ""), capture.get("model", "")
    if make or model:
        named = model.lower().startswith(make.split(" ")[0].lower()) if make and model else False
        yield "Camera", (model if named else f"{make} {model}".strip(),)
    if "lens" in capture:
        yield "Lens", (capture["lens"],)
    taken = _time(capture, "dateTimeOriginal", "subSecTimeOriginal", "offsetTimeOriginal")
    digitized = _time(capture, "dateTimeDigitized", "", "offsetTimeDigitized")
    if taken:
        yield "Taken", (taken,)
    if digitized and capture.get("dateTimeDigitized") != capture.get("dateTimeOriginal"):
        yield "Digitised", (digitized,)
    if changed := _time(capture, "modifyDate", "", "offsetTime"):
        yield "Last changed", (changed,)


def _time(capture: Mapping[str, str], date: str, fraction: str, offset: str) -> str:
    """A time of the camera's clock with its offset as read, or that it has none."""
    read = capture.get(date, "")
    if not read:
        return ""
    match = _MOMENT.fullmatch(read.strip())
    if match is None:
        return f"{read} (as read)"
    said = f"{match[1]}-{match[2]}-{match[3]}{match[4].replace('T', ' ')}"
    parts = capture.get(fraction, "").strip()
    said += f".{parts}" if parts.strip("0") else ""
    zone = capture.get(offset, "").strip()
    return f"{said} {zone}" if zone else f"{said}, offset not given"
