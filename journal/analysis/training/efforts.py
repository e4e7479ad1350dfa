"""How hard the sessions of a week felt beside those of the weeks before it."""

from collections.abc import Iterator, Sequence
from statistics import median
from typing import NamedTuple

from journal.analysis.training.earlier import of_dates
from journal.analysis.training.load import WEEK
from journal.analysis.training.workouts import Bout

EARLIER_DAYS = 28
"""The 7 dates of a week are compared with this many before them."""


class Efforts(NamedTuple):
    """The sessions of the 7 dates that end with a workout's own, and of the 28 before, as known when it started.

    `rated` and `rated_earlier` are those of them whose effort was told.
    """

    bout: Bout
    rated: Sequence[Bout]
    rated_earlier: Sequence[Bout]

    @property
    def now(self) -> float:
        """The median effort of the week (0 to 10); `StatisticsError` when none was told."""
        return median([one.rpe or 0.0 for one in self.rated])

    @property
    def usual(self) -> float:
        """The median effort of the dates before; `StatisticsError` when none was told."""
        return median([one.rpe or 0.0 for one in self.rated_earlier])


def efforts(bouts: Sequence[Bout], sessions: float, earlier_sessions: float) -> Iterator[tuple[int, Efforts]]:
    """The efforts around each workout, with its place, where there are so many sessions in the two spans."""
    for place, near in enumerate(of_dates(bouts, WEEK + EARLIER_DAYS)):
        bout, before = bouts[place], bouts[place].day - WEEK
        week = [one for one in near if one.day > before]
        if len(week) >= sessions and len(near) - len(week) >= earlier_sessions:
            rated = [one for one in week if one.rpe is not None]
            rated_earlier = [one for one in near if one.day <= before and one.rpe is not None]
            yield place, Efforts(bout, rated, rated_earlier)
