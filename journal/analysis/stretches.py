"""How long something held that is judged now and then: points in time become stretches."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

from journal.vocabulary import Severity

Seen = TypeVar("Seen")
_RANK = {severity: rank for rank, severity in enumerate(Severity)}


class Point(NamedTuple, Generic[Seen]):
    """What a rule saw when it judged, at the instant `at`.

    `level` is how bad it was, None when all was well.  Unless a later point says otherwise it holds until
    `ends`.  `seen` is what a message needs.  Instants are seconds since 1970 UTC.
    """

    at: int
    level: Severity | None
    ends: int
    seen: Seen


@dataclass(frozen=True, slots=True)
class Stretch(Generic[Seen]):
    """A time during which something held at one level; `seen` is as it was at `since`."""

    since: int
    until: int
    level: Severity
    seen: Seen


def stretches(points: Iterable[Point[Seen]]) -> Iterator[Stretch[Seen]]:
    """The stretches that some points of one subject, in time order, make.

    A point that holds, though less badly, carries the stretch on; a worse one ends it and begins the next; one
    that does not hold ends it.
    """
    held: Stretch[Seen] | None = None
    for point in points:
        if held is not None and point.at < held.until:
            if point.level is not None and _RANK[point.level] >= _RANK[held.level]:
                held = Stretch(held.since, max(held.until, point.ends), held.level, held.seen)
                continue
            held = Stretch(held.since, point.at, held.level, held.seen)
        if held is not None:
            yield held
        held = None if point.level is None else Stretch(point.at, point.ends, point.level, point.seen)
    if held is not None:
        yield held
