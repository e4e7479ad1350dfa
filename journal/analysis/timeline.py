"""Rows in time order, asked for what lies near an instant.  Instants and spans are seconds."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import Generic, Protocol, TypeVar


class Timed(Protocol):
    """Anything with an instant, in seconds since 1970 UTC."""

    @property
    def ts(self) -> int: ...  # noqa: D102


Row = TypeVar("Row", bound=Timed)


class Timeline(Generic[Row]):
    """Rows sorted by their instant."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self.rows = list(rows)
        self._instants = [row.ts for row in self.rows]

    def last(self, at: int, within: int) -> Row | None:
        """The newest row of `[at - within, at]`."""
        place = bisect_right(self._instants, at)
        return self.rows[place - 1] if place and self._instants[place - 1] >= at - within else None

    def next(self, at: int, within: int | None = None) -> Row | None:
        """The oldest row after `at`, at most `within` later when that is given."""
        place = bisect_right(self._instants, at)
        if place == len(self.rows) or (within is not None and self._instants[place] > at + within):
            return None
        return self.rows[place]

    def beside(self, at: int, within: int) -> Row | None:
        """The row that was there first beside `at`: the newest before it, else the oldest after it."""
        return self.last(at, within) or self.next(at, within)

    def between(self, first: int, last: int) -> list[Row]:
        """The rows of `[first, last]`, both ends included."""
        return self.rows[bisect_left(self._instants, first) : bisect_right(self._instants, last)]
