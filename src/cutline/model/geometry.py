"""Sizes, boxes and points on a picture. Fractions outlive renditions; pixels do not."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Size:
    """Width and height in pixels, upright.

    Raises:
        ValueError: a side is below one pixel.
    """

    width: int
    height: int

    def __post_init__(self) -> None:
        if self.width < 1 or self.height < 1:
            raise ValueError(f"a picture has at least one pixel: {self.width} × {self.height}")

    @property
    def ratio(self) -> float:
        """Width divided by height."""
        return self.width / self.height


@dataclass(frozen=True, slots=True)
class Box:
    """A window on a picture in whole pixels; left and top count from 0.

    Raises:
        ValueError: the box is empty or begins outside the picture.
    """

    left: int
    top: int
    width: int
    height: int

    def __post_init__(self) -> None:
        if self.left < 0 or self.top < 0 or self.width < 1 or self.height < 1:
            raise ValueError(f"not a window on a picture: {self}")


@dataclass(frozen=True, slots=True)
class FocalPoint:
    """The point every crop must keep, as fractions of the upright original.

    x runs right, y runs down, both 0..1, so the value outlives any rendition.
    Stored as an IPTC Image Region with relative units.

    Raises:
        ValueError: x or y lies outside 0..1.
    """

    x: float
    y: float

    def __post_init__(self) -> None:
        if not (0 <= self.x <= 1 and 0 <= self.y <= 1):
            raise ValueError(f"focal point outside the picture: ({self.x}, {self.y})")
