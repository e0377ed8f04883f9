"""Whether two fingerprints are of one picture: saved again, or of another size."""

PLACES = 256
_HALF = (1 << PLACES) - 1
_DETAIL = 24
"""Places of 256 that must not be even: a plain sky is like any other."""
ALIKE = 0.25
"""The share of those that may differ. Copies differ by up to 0.2, others by over 0.7."""


def alike(one: int, other: int) -> bool:
    """Whether two fingerprints (``Photograph.likeness``) show the same.

    Frames of a burst may be as alike as copies are: somebody must look.
    """
    either = one | other
    detail = ((either | either >> PLACES) & _HALF).bit_count()
    return detail >= _DETAIL and (one ^ other).bit_count() <= ALIKE * detail
