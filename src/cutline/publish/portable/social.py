"""A set for social networks: each photograph in the shapes that they show, and its credits.

Networks take the metadata out of what they are given, so that a credit lives in the post alone:
beside the pictures lies a list to copy it from.
"""

from collections.abc import Iterator

from cutline.imaging import crop_recipe
from cutline.model import Edition, Size
from cutline.publish.exports.check import squeeze
from cutline.publish.names import slug
from cutline.publish.plan import Plan, Printed, Rendition, files_of
from cutline.publish.portable.table import LISTING, MARK, Files

SHAPES = {"4x5": Size(1080, 1350), "1x1": Size(1080, 1080), "9x16": Size(1080, 1920)}
"""What networks show without cutting: in a list, in a grid, on a whole telephone."""


def renditions(edition: Edition, plan: Plan) -> tuple[Rendition, ...]:  # noqa: ARG001 - as Format has it
    """Each photograph that may be seen unasked, in each shape, around its focal point."""
    return tuple(each for printed in _shown(plan) for each in _cut(printed).values())


def make(edition: Edition, plan: Plan, pictures: Files) -> Files:  # noqa: ARG001 - as Format has it
    """The pictures, and the list of their credits and alt texts."""
    lines = [f"# {MARK.decode()}: file, credit line, alt text"]
    made = {}
    for printed in _shown(plan):
        for shape, rendition in _cut(printed).items():
            name = _name(printed, shape)
            made[name] = pictures[rendition.path]
            words = squeeze(printed.picture.credit), squeeze(printed.picture.alt)
            lines.append("\t".join((name, *words)))
    return {LISTING: ("\n".join(lines) + "\n").encode(), **made}


def complaints(files: Files, edition: Edition, plan: Plan) -> tuple[str, ...]:  # noqa: ARG001
    """Compare the list with what is in the set, and with what was to be printed."""
    listed = [line.split("\t") for line in files[LISTING].decode().split("\n")[1:-1]]
    credits = {line[0]: line[1] for line in listed}
    if sorted(credits) != sorted(name for name in files if name != LISTING):
        return (f"“{LISTING}” does not list what is in the set",)
    return tuple(
        f"photograph {printed.number}: the credit is not in “{LISTING}”"
        for printed in _shown(plan)
        for shape in SHAPES
        if credits.get(_name(printed, shape)) != squeeze(printed.picture.credit)
    )


def _shown(plan: Plan) -> Iterator[Printed]:
    """Nothing can cover a photograph there: those that the page covers are left out."""
    return (each for each in plan.pictures if not each.covered)


def _name(printed: Printed, shape: str) -> str:
    return f"{printed.number:02}-{slug(printed.picture.photograph.name)}-{shape}.jpg"


def _cut(printed: Printed) -> dict[str, Rendition]:
    """The renditions of a photograph by the name of their shape."""
    picture = printed.picture
    photograph, focal = picture.photograph, picture.placement.focal
    sized = [
        (name, crop_recipe(photograph.size, photograph.orientation, shape, focal, fine=True))
        for name, shape in SHAPES.items()
    ]
    return dict(zip(SHAPES, files_of(picture, sized), strict=True))
