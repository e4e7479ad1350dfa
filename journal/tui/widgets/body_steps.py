"""From one part of the body map to the next: what an arrow key reaches.

The steps are found in the outlines and not in the picture, so that they are the same at every size.
"""

from enum import StrEnum
from functools import cache

from journal.body import HALF_WIDTH, Part, View, parts


class Way(StrEnum):
    """Where an arrow points."""

    UP = "up"
    DOWN = "down"
    LEFT = "left"
    RIGHT = "right"


_ASIDE = 2.5
"""How much further a step to the side counts than one straight on."""
_CONE = 1.6
"""A neighbour lies at most this much to the side for each step on."""
_LEAST = 0.008
"""Parts that lie less than this further on are beside each other, in body heights."""


@cache
def step(part: Part, way: Way) -> Part:
    """The neighbour of a part; itself where there is none.

    Left and right go on in the other figure, and round the end.
    """
    if way in (Way.UP, Way.DOWN):
        sign = 1 if way is Way.DOWN else -1
        x, y = part.centre
        return _nearest(part, {one: (sign * (one.centre[1] - y), one.centre[0] - x) for one in _beside(part)})
    sign = 1 if way is Way.RIGHT else -1
    x, y = part.centre
    reached = _nearest(part, {one: (sign * (one.centre[0] - x), one.centre[1] - y) for one in _beside(part)})
    return _across(part, sign) if reached is part else reached


def _beside(part: Part) -> list[Part]:
    return [one for one in parts() if one.view is part.view and one is not part]


def _nearest(part: Part, offsets: dict[Part, tuple[float, float]]) -> Part:
    """The nearest of parts that lie `(on, aside)` of this one, and ahead of it."""
    ahead = {
        one: on + _ASIDE * abs(aside)
        for one, (on, aside) in offsets.items()
        if on > _LEAST and abs(aside) <= _CONE * on
    }
    return min(ahead, key=lambda one: ahead[one], default=part)


def _across(part: Part, sign: int) -> Part:
    """The part of the other figure that lies at this height, on the side that is entered."""
    other = View.BACK if part.view is View.FRONT else View.FRONT
    entered = [one for one in parts() if one.view is other]
    y = part.centre[1]
    return min(entered, key=lambda one: _ASIDE * abs(one.centre[1] - y) + HALF_WIDTH + sign * one.centre[0])
