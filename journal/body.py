"""The body map as data: outlines of the places of the body, seen from the front and from the back.

Lengths are in body heights: `y` runs from 0 at the top of the head to 1 at the soles, `x` from the middle of the
body to the right of the picture.  Seen from the front the person faces you, so that their right side is on the
left of the picture; seen from the back left is left.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from journal.place_names import listed
from journal.vocabulary import Region, Side

Point = tuple[float, float]
Outline = tuple[Point, ...]

HALF_WIDTH = 0.28
"""How far the outlines reach to either side of the middle."""


class View(StrEnum):
    """Where the body is looked at from."""

    FRONT = "front"
    BACK = "back"


MILD, STRONG = 3, 6
"""The highest scores that are drawn as mild and as strong pain; what is above is drawn as severe."""


def band(score: float) -> int:
    """How a pain is drawn by its score: 0 none, 1 mild (1 to 3), 2 strong (4 to 6), 3 severe (7 to 10)."""
    return (score >= 1) + (score > MILD) + (score > STRONG)


@dataclass(frozen=True, slots=True)
class Place:
    """What a pain is written of: a region, and the side where one was told."""

    region: Region
    side: Side | None = None

    @property
    def name(self) -> str:
        """`lower back, left`."""
        return listed(self.region, self.side)


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the picture; `outline` is a polygon without holes.

    A region that is seen from both views has a part in each, of the same place.
    """

    region: Region
    side: Side | None
    view: View
    outline: Outline

    @property
    def place(self) -> Place:
        """The place that it stands for."""
        return Place(self.region, self.side)

    @property
    def name(self) -> str:
        """`knee, left (front)`."""
        return f"{self.place.name} ({self.view})"

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Left, top, right and bottom of the outline."""
        xs, ys = zip(*self.outline, strict=True)
        return min(xs), min(ys), max(xs), max(ys)

    @property
    def centre(self) -> Point:
        """The centre of gravity of the outline."""
        return centre_of(self.outline)


def centre_of(outline: Outline) -> Point:
    """The centre of gravity of a polygon."""
    twice = sum(_cross(a, b) for a, b in _edges(outline))
    x = sum((a[0] + b[0]) * _cross(a, b) for a, b in _edges(outline)) / (3 * twice)
    y = sum((a[1] + b[1]) * _cross(a, b) for a, b in _edges(outline)) / (3 * twice)
    return x, y


@cache
def parts() -> tuple[Part, ...]:
    """Every part, from head to foot, the front before the back."""
    return tuple(
        part
        for view in View
        for region, outline in (_MIDDLE[view] | _PAIRED[view] | _BESIDE[view]).items()
        for part in _parts(region, outline, view)
    )


@cache
def covered(place: Place) -> tuple[Part, ...]:
    """The parts that a place covers: those of its side, both for "both"; the middle one when no side was told.

    A region without a part of that side is covered by what it has.
    """
    own = tuple(part for part in parts() if part.region is place.region)
    middle: set[Side | None] = {None, Side.CENTER}
    pair: set[Side | None] = {Side.LEFT, Side.RIGHT}
    if place.side in (None, Side.CENTER):
        asked = (middle, pair)
    else:
        asked = (pair if place.side is Side.BOTH else {place.side}, middle)
    for sides in asked:
        if found := tuple(part for part in own if part.side in sides):
            return found
    return own


@cache
def places() -> tuple[Place, ...]:
    """The places that the map can choose, each once, from head to foot."""
    order = list(Region)
    found = dict.fromkeys(part.place for part in parts())
    return tuple(sorted(found, key=lambda place: (order.index(place.region), _RANKS[place.side])))


_RANKS: Mapping[Side | None, int] = {None: 0, Side.LEFT: 1, Side.CENTER: 2, Side.RIGHT: 3, Side.BOTH: 4}


def _parts(region: Region, outline: Outline, view: View) -> list[Part]:
    """The parts that one outline of the tables below stands for."""
    if region in _BESIDE[view]:
        middle = Part(region, Side.CENTER, view, _MIDDLES[region])
    elif region in _MIDDLE[view]:
        return [Part(region, None, view, outline)]
    else:
        middle = None
    on_the_right = Side.LEFT if view is View.FRONT else Side.RIGHT
    on_the_left = Side.RIGHT if view is View.FRONT else Side.LEFT
    mirrored = tuple((-x, y) for x, y in reversed(outline))
    pair = [Part(region, on_the_left, view, mirrored), Part(region, on_the_right, view, outline)]
    return [pair[0], middle, pair[1]] if middle else pair


def _edges(outline: Outline) -> list[tuple[Point, Point]]:
    return list(zip(outline, (*outline[1:], outline[0]), strict=True))


def _cross(a: Point, b: Point) -> float:
    return a[0] * b[1] - b[0] * a[1]


# The outlines.  Neighbours share their points, so that there is neither gap nor overlap.

_HEAD: Outline = (
    (0.0, 0.0), (0.026, 0.003), (0.046, 0.016), (0.056, 0.04), (0.055, 0.07), (0.046, 0.096), (0.034, 0.112),
    (0.018, 0.124), (0.0, 0.128), (-0.018, 0.124), (-0.034, 0.112), (-0.046, 0.096), (-0.055, 0.07),
    (-0.056, 0.04), (-0.046, 0.016), (-0.026, 0.003),
)  # fmt: skip
_NECK: Outline = (
    (0.034, 0.112), (0.036, 0.14), (0.078, 0.161), (0.0, 0.178), (-0.078, 0.161), (-0.036, 0.14),
    (-0.034, 0.112), (-0.018, 0.124), (0.0, 0.128), (0.018, 0.124),
)  # fmt: skip
_MIDDLE: Mapping[View, dict[Region, Outline]] = {
    view: {Region.HEAD: _HEAD, Region.NECK: _NECK} for view in View
}
"""Parts in the middle of the body that are not told by side."""

_ARM: dict[Region, Outline] = {
    Region.SHOULDER: (
        (0.078, 0.161), (0.134, 0.176), (0.165, 0.203), (0.18, 0.242), (0.126, 0.258), (0.114, 0.235),
        (0.098, 0.2),
    ),
    Region.UPPER_ARM: (
        (0.18, 0.242), (0.198, 0.288), (0.21, 0.347), (0.16, 0.363), (0.137, 0.307), (0.126, 0.258),
    ),
    Region.ELBOW: (
        (0.21, 0.347), (0.218, 0.371), (0.224, 0.396), (0.176, 0.41), (0.167, 0.387), (0.16, 0.363),
    ),
    Region.FOREARM: (
        (0.224, 0.396), (0.235, 0.424), (0.246, 0.488), (0.209, 0.499), (0.182, 0.44), (0.176, 0.41),
    ),
    Region.WRIST: ((0.246, 0.488), (0.255, 0.522), (0.22, 0.533), (0.209, 0.499)),
    Region.HAND: (
        (0.255, 0.522), (0.27, 0.544), (0.278, 0.573), (0.274, 0.605), (0.251, 0.612), (0.23, 0.587),
        (0.22, 0.559), (0.22, 0.533),
    ),
}  # fmt: skip
"""The arm on the right of the picture, alike from both views."""

_LEG: dict[Region, Outline] = {
    Region.KNEE: ((0.112, 0.675), (0.112, 0.71), (0.11, 0.745), (0.043, 0.745), (0.038, 0.71), (0.036, 0.675)),
    Region.SHIN: (
        (0.11, 0.745), (0.118, 0.79), (0.112, 0.85), (0.103, 0.9), (0.048, 0.9), (0.045, 0.85),
        (0.04, 0.79), (0.043, 0.745),
    ),
    Region.ANKLE: ((0.103, 0.9), (0.106, 0.945), (0.048, 0.945), (0.048, 0.9)),
    Region.FOOT: (
        (0.106, 0.945), (0.13, 0.972), (0.139, 0.993), (0.13, 1.0), (0.06, 1.0), (0.046, 0.98), (0.048, 0.945),
    ),
}  # fmt: skip
"""The leg on the right of the picture from the knee down; from the back the shin is the calf."""

_THIGH_OUTER: Outline = ((0.124, 0.51), (0.124, 0.57), (0.118, 0.63), (0.112, 0.675))
_THIGH_INNER: Outline = ((0.036, 0.675), (0.023, 0.6), (0.01, 0.527))

_PAIRED: Mapping[View, dict[Region, Outline]] = {
    View.FRONT: _ARM
    | {
        Region.HIP: ((0.052, 0.44), (0.104, 0.44), (0.116, 0.47), (0.124, 0.51), (0.072, 0.497)),
        Region.GROIN: ((0.0, 0.44), (0.052, 0.44), (0.072, 0.497), (0.036, 0.519), (0.01, 0.527), (0.0, 0.522)),
        Region.THIGH_FRONT: (*_THIGH_OUTER, *_THIGH_INNER, (0.036, 0.519), (0.072, 0.497)),
    }
    | _LEG,
    View.BACK: _ARM
    | {
        Region.BUTTOCK: (
            (0.0, 0.45), (0.108, 0.45), (0.116, 0.47), (0.124, 0.51), (0.12, 0.533), (0.06, 0.545), (0.012, 0.535),
            (0.0, 0.522),
        ),
        Region.THIGH_BACK: (
            (0.12, 0.533), (0.124, 0.57), (0.118, 0.63), (0.112, 0.675), (0.036, 0.675), (0.023, 0.6),
            (0.012, 0.535), (0.06, 0.545),
        ),
    }
    | {Region.CALF if region is Region.SHIN else region: outline for region, outline in _LEG.items()},
}  # fmt: skip
"""Parts that there are two of: the one on the right of the picture; the other one is its mirror image."""

_EDGE = 0.035
"""Half the width of the middle third of the trunk."""

_BESIDE: Mapping[View, dict[Region, Outline]] = {
    View.FRONT: {
        Region.CHEST: ((_EDGE, 0.17), (0.078, 0.161), (0.098, 0.2), (0.114, 0.235), (0.112, 0.31), (_EDGE, 0.31)),
        Region.ABDOMEN: ((_EDGE, 0.31), (0.112, 0.31), (0.097, 0.35), (0.095, 0.385), (0.104, 0.44), (_EDGE, 0.44)),
    },
    View.BACK: {
        Region.UPPER_BACK: ((_EDGE, 0.17), (0.078, 0.161), (0.098, 0.2), (0.114, 0.235), (0.114, 0.27), (_EDGE, 0.27)),
        Region.MID_BACK: ((_EDGE, 0.27), (0.114, 0.27), (0.112, 0.31), (0.097, 0.35), (0.096, 0.36), (_EDGE, 0.36)),
        Region.LOWER_BACK: ((_EDGE, 0.36), (0.096, 0.36), (0.095, 0.385), (0.108, 0.45), (_EDGE, 0.45)),
    },
}  # fmt: skip
"""Parts of the trunk on the right of the picture, which have one in the middle and a mirror image."""


def _band(top: float, bottom: float) -> Outline:
    return ((-_EDGE, top), (_EDGE, top), (_EDGE, bottom), (-_EDGE, bottom))


_MIDDLES: Mapping[Region, Outline] = {
    Region.CHEST: ((-_EDGE, 0.17), (0.0, 0.178), (_EDGE, 0.17), (_EDGE, 0.31), (-_EDGE, 0.31)),
    Region.ABDOMEN: _band(0.31, 0.44),
    Region.UPPER_BACK: ((-_EDGE, 0.17), (0.0, 0.178), (_EDGE, 0.17), (_EDGE, 0.27), (-_EDGE, 0.27)),
    Region.MID_BACK: _band(0.27, 0.36),
    Region.LOWER_BACK: _band(0.36, 0.45),
}
"""The parts between those."""
