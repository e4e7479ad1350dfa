"""The writer's clock: how far east of UTC it stood at an instant, and when a morning began by it."""

from bisect import bisect_right
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta, tzinfo

from journal.analysis.instants import DAY, HOUR, midnight

_MORNING = time(7)


class Clocks:
    """What the records of a journal tell of the writer's clock, in the order of time.

    Before the first of them it is that of the writer's zone.
    """

    def __init__(self, told: Iterable[tuple[int, int]], zone: tzinfo) -> None:
        """`told`: instants (seconds since 1970 UTC), each with the offset of its record (seconds east of UTC)."""
        self._told = sorted(told)
        self._zone = zone

    @property
    def first(self) -> int | None:
        """The instant of the first record that tells the clock; None when none does."""
        return self._told[0][0] if self._told else None

    def at(self, instant: int) -> int:
        """The offset at an instant: that of the newest record until then."""
        place = bisect_right(self._told, (instant, DAY))
        return self._told[place - 1][1] if place else _seconds(datetime.fromtimestamp(instant, self._zone))

    def seven_in_the_morning(self, day: int) -> tuple[int, int]:
        """When a date (an ordinal) reached 07:00, and the offset of the clock that showed it.

        It is the clock of the newest record until then; one that came later says nothing of that morning.
        """
        place = bisect_right(self._told, (midnight(day, DAY) + 7 * HOUR, DAY))
        morning = datetime.combine(date.fromordinal(day), _MORNING, self._zone)
        since, offset = self._told[place - 1] if place else (0, _seconds(morning))
        for instant, later in self._told[place:]:
            if instant > midnight(day, offset) + 7 * HOUR:
                break
            since, offset = instant, later
        return max(since, midnight(day, offset) + 7 * HOUR), offset


def _seconds(local: datetime) -> int:
    return int((local.utcoffset() or timedelta(0)).total_seconds())
