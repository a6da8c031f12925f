"""Places on a page: rectangles, and a page turned so that its text reads from left to right."""

from dataclasses import dataclass

_SQUARE = 1.2
"""In points: how much the sides of a square may differ."""


@dataclass(frozen=True, slots=True)
class Box:
    """An upright rectangle, in points; y grows upwards."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        """From left to right, in points."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From bottom to top, in points."""
        return self.top - self.bottom

    def holds(self, x: float, y: float) -> bool:
        """Whether a point stands in it."""
        return self.left <= x <= self.right and self.bottom <= y <= self.top

    def is_square(self, least: float, most: float) -> bool:
        """Whether it is about as wide as it is high, and that between two lengths in points."""
        thin, long = sorted((self.width, self.height))
        return least <= thin and long <= most and long - thin < _SQUARE

    def encloses(self, other: "Box", slack: float = 1.0) -> bool:
        """Whether another stands wholly in it, but for some points of slack."""
        return (
            self.left - slack <= other.left
            and other.right <= self.right + slack
            and self.bottom - slack <= other.bottom
            and other.top <= self.top + slack
        )


@dataclass(frozen=True, slots=True)
class Turn:
    """A page turned so that what reads in one direction on it reads from left to right.

    pdfium gives places in the coordinates in which a page was drawn, whatever its `/Rotate` says.
    So the direction of the text itself tells how the page is held.
    """

    quarter: int
    """Quarters of a turn to the left in which the text reads: 1 is from the bottom upwards."""
    shown: Box
    """What is shown of the page; its lower left corner becomes the origin."""

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the page when it is turned."""
        width, height = self.shown.width, self.shown.height
        return (height, width) if self.quarter % 2 else (width, height)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Where a point of the page is when it is turned."""
        shown = self.shown
        match self.quarter:
            case 1:
                return y - shown.bottom, shown.right - x
            case 2:
                return shown.right - x, shown.top - y
            case 3:
                return shown.top - y, x - shown.left
            case _:
                return x - shown.left, y - shown.bottom

    def box(self, box: Box) -> Box:
        """Where a rectangle of the page is when it is turned."""
        x0, y0 = self.point(box.left, box.bottom)
        x1, y1 = self.point(box.right, box.top)
        return Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
