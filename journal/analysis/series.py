"""The numbers behind every chart, for the screens and the report alike: one value a day or a week.

What was not recorded is None and stays a gap; 0 is only what was recorded as nothing, or a day without training
on which somebody was writing.  All numbers come from where the report takes them.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from journal.analysis.flags import Flag
from journal.analysis.frames import Frames
from journal.analysis.rows import Place
from journal.analysis.training.load import usual_load
from journal.analysis.training.weeks import fluid_by_day as fluid_ml_by_day
from journal.analysis.training.weeks import pain_by_day, training_sum
from journal.vocabulary import Severity

WEEK = timedelta(weeks=1)


@dataclass(frozen=True, slots=True)
class Daily:
    """One number for each local date from `first` on; None where nothing was recorded of it.

    `partial` are the dates of which something is not known: a session without its effort or its minutes.  The
    value of such a date leaves that session out, and is None when nothing else is known of it.
    """

    first: date
    values: tuple[float | None, ...]
    partial: frozenset[date] = frozenset()

    @property
    def last(self) -> date:
        """The last date."""
        return self.first + timedelta(days=len(self.values) - 1)

    def on(self, day: date) -> float | None:
        """The value of a date; None also outside of the span."""
        place = (day - self.first).days
        return self.values[place] if 0 <= place < len(self.values) else None

    @property
    def highest(self) -> float | None:
        """The highest value; None when there is none."""
        return max((value for value in self.values if value is not None), default=None)


@dataclass(frozen=True, slots=True)
class Week:
    """One ISO week: its Monday, its sum (None when nothing is known), its sessions and how many are unknown."""

    monday: date
    value: float | None
    sessions: int
    unknown: int


@dataclass(frozen=True, slots=True)
class Weekly:
    """One number for each ISO week, the first one first.

    `usual` is the usual range of 7 dates (10th to 90th percentile of half a year), None with too few of them.
    """

    weeks: tuple[Week, ...]
    usual: tuple[float, float] | None = None

    def of(self, day: date) -> Week | None:
        """The week that a date lies in; None outside of the span."""
        place = (day - self.weeks[0].monday) // WEEK if self.weeks else -1
        return self.weeks[place] if 0 <= place < len(self.weeks) else None

    @property
    def highest(self) -> float | None:
        """The highest sum; None when there is none."""
        return max((week.value for week in self.weeks if week.value is not None), default=None)


@dataclass(frozen=True, slots=True)
class RaisedOn:
    """Flags that began on one date: the worst of their severities, and how many there are."""

    worst: Severity
    count: int


def monday_of(day: date) -> date:
    """The first day of its ISO week."""
    return day - timedelta(days=day.weekday())


def load_by_day(frames: Frames, first: date, last: date) -> Daily:
    """Training load (session RPE x minutes, in AU) of each date; see `Daily` for sessions of unknown load.

    It is 0 on a date without a session that counts as recorded.
    """
    begin, end = first.toordinal(), last.toordinal()
    sums: dict[int, float | None] = {day: 0.0 for day in range(begin, end + 1) if day in frames.covered}
    known: dict[int, float] = {}
    partial: set[int] = set()
    for bout in frames.bouts:
        if begin <= bout.day <= end:
            if bout.load is None:
                partial.add(bout.day)
            else:
                known[bout.day] = known.get(bout.day, 0.0) + bout.load
    sums |= dict.fromkeys(partial) | known
    return Daily(
        first,
        tuple(sums.get(day) for day in range(begin, end + 1)),
        frozenset(map(date.fromordinal, partial)),
    )


def load_by_week(frames: Frames, first: date, last: date) -> Weekly:
    """Training load in AU of the ISO weeks from that of `first` on, the last one up to `last`.

    A week in which nobody wrote is None; a recorded one without a session is 0.
    """
    weeks: list[Week] = []
    monday = monday_of(first)
    while monday <= last:
        one = training_sum(frames, monday, min(monday + timedelta(days=6), last))
        weeks.append(Week(monday, one.load, one.sessions, one.load_unknown))
        monday += WEEK
    return Weekly(tuple(weeks), usual_load(frames, last.toordinal()))


def pain_by_place(frames: Frames, first: date, last: date) -> tuple[tuple[Place, Daily], ...]:
    """The highest score (0 to 10) of each date for every place that was written of, the worst place first."""
    return tuple((one.place, Daily(first, one.scores)) for one in pain_by_day(frames, first, last))


def fluid_by_day(frames: Frames, first: date, last: date) -> Daily:
    """What was drunk on each date, in ml."""
    return Daily(first, fluid_ml_by_day(frames, first, last))


def sleep_by_day(frames: Frames, first: date, last: date) -> Daily:
    """Hours slept in the night before each date, as its check-in says."""
    slept = {one.day: one.sleep_h for one in frames.checkins if one.sleep_h is not None}
    return Daily(first, tuple(slept.get(day) for day in range(first.toordinal(), last.toordinal() + 1)))


def flags_by_day(flags: Iterable[Flag], first: date, last: date) -> Mapping[date, RaisedOn]:
    """The flags that began on each date, by the clock of their `since`; tips are left out, as in the report."""
    raised: dict[date, list[Severity]] = {}
    for flag in flags:
        if first <= flag.since.date() <= last and flag.severity is not Severity.INFO:
            raised.setdefault(flag.since.date(), []).append(flag.severity)
    order = list(Severity)
    return {day: RaisedOn(min(raised[day], key=order.index), len(raised[day])) for day in sorted(raised)}
