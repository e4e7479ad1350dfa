"""How the loads and repetitions of a strength line belong together.

A line is a row of items: a multi ("2x5"), a load ("100kg"), reps after a load ("5", "5,4"), a list that may
stand alone ("8,7,6", "8/7") and the word of a set's kind.  A group is a load with its multi or reps, a multi
with its load, or a multi or a list without one.  Where the items can be grouped in two ways there is a doubt.
"""

from enum import Enum
from typing import NamedTuple

from journal.vocabulary import SetKind


class Role(Enum):
    """What an item of a strength line is."""

    MULTI = "multi"
    LOAD = "load"
    REPS = "reps"
    LIST = "list"
    KIND = "kind"


class Item(NamedTuple):
    """One item and where it stands.  `reps` has one entry a set; seconds instead of them when `timed`."""

    role: Role
    start: int
    end: int
    reps: tuple[int, ...] = ()
    timed: bool = False
    load_kg: float | None = None
    kind: SetKind | None = None


class Group(NamedTuple):
    """Sets that belong together: their reps or seconds, their load in kg, their kind."""

    reps: tuple[int, ...]
    timed: bool
    load_kg: float | None
    kind: SetKind | None


_SHAPES = (
    (Role.LOAD, Role.MULTI),
    (Role.LOAD, Role.REPS),
    (Role.LOAD, Role.LIST),
    (Role.MULTI, Role.LOAD),
    (Role.MULTI,),
    (Role.LIST,),
    # "2x5 100kg 5": the last 5 may have no load of its own, or take the 100kg from the 2x5.
    (Role.REPS,),
)

Reading = list[list[Item]]
"""One way to group the items: the items of each group, in order."""

_Way = tuple[int, "_Way"] | None
"""Where the first group ends and how it goes on from there; shared between the ways, so that long lines are cheap."""


def readings(items: list[Item]) -> list[Reading]:
    """The ways to group the items; at most two are given, since a second one is a doubt already."""
    roles = [item.role for item in items]
    ways: list[list[_Way]] = [[] for _ in items]
    ways.append([None])
    for start in range(len(items) - 1, -1, -1):
        for shape in _SHAPES:
            stop = start + len(shape)
            if tuple(roles[start:stop]) == shape:
                stop += stop < len(items) and roles[stop] is Role.KIND
                ways[start] += [(stop, rest) for rest in ways[stop]]
        ways[start] = ways[start][:2]
    return [_reading(items, way) for way in ways[0]]


def _reading(items: list[Item], way: _Way) -> Reading:
    groups: Reading = []
    start = 0
    while way is not None:
        stop, way = way
        groups.append(items[start:stop])
        start = stop
    return groups


def disputed(one: Reading, other: Reading) -> tuple[Item, Item, Item]:
    """Of two readings: the first load that they give to different sets, with the items before and after it."""
    here = next(place for place, (mine, theirs) in enumerate(zip(one, other, strict=False)) if mine != theirs)
    longer, shorter = (one, other) if len(one[here]) > len(other[here]) else (other, one)
    load = longer[here][1]
    return longer[here][0], load, shorter[here + 1][1]


def group(items: list[Item]) -> Group:
    """What the items of one group say together."""
    sets = next(item for item in items if item.reps)
    load = next((item.load_kg for item in items if item.role is Role.LOAD), None)
    kind = next((item.kind for item in items if item.role is Role.KIND), None)
    return Group(sets.reps, sets.timed, load, kind)


def misplaced(items: list[Item]) -> Item:
    """The item that keeps the others from being grouped."""
    for here, item in enumerate(items):
        before = items[here - 1].role if here else None
        after = items[here + 1].role if here + 1 < len(items) else None
        has_sets = after in (Role.MULTI, Role.REPS, Role.LIST)
        if item.role is Role.LOAD and before is not Role.MULTI and not has_sets:
            return item
        if item.role is Role.KIND and before in (None, Role.KIND):
            return item
    return next((item for item in reversed(items) if item.role is Role.LOAD), items[-1])
