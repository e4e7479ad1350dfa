"""Dates running that each have a hard session."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from journal.analysis.instants import ASKED_DAYS, at_least, midnight
from journal.analysis.training.workouts import Bout


@dataclass(frozen=True, slots=True)
class DaysRunning:
    """Dates running with hard sessions, as it was known at `at`: `count` of them, the last one is `day`.

    `bouts` has the first hard session of each of the last of them.  It is over at `over`, when a date without one
    is.  `unknown` are dates with sessions whose effort was not told: where there are any, it is not known whether
    they make the row long enough.  Instants are seconds since 1970 UTC.
    """

    at: int
    over: int
    day: int
    count: int
    bouts: tuple[Bout, ...]
    unknown: tuple[int, ...] = ()


def days_running(bouts: Sequence[Bout], *, hard_rpe: float, least: int) -> Iterator[DaysRunning]:
    """Each date that makes, or may make, `least` or more dates running with a session of `hard_rpe` or more."""
    hard: dict[int, Bout] = {}
    counts: dict[int, int] = {}
    possible: dict[int, int] = {}
    held: list[DaysRunning] = []
    over = 0
    for bout in _perhaps_hard(bouts, hard_rpe):
        day, ends = bout.day, midnight(bout.day + 2, bout.offset)
        if bout.ts >= over:
            yield from (replace(one, over=over) for one in held)
            held = []
        possible.setdefault(day, possible.get(day - 1, 0) + 1)
        last = range(day - least + 1, day + 1)
        if bout.rpe is not None and day not in hard:
            hard[day] = bout
            counts[day] = counts.get(day - 1, 0) + 1
            if counts[day] >= least:
                held.append(DaysRunning(bout.ts, ends, day, counts[day], tuple(hard[one] for one in last)))
        if counts.get(day, 0) >= least:
            over = max(over, ends)
        elif possible[day] >= least:
            known = tuple(hard[one] for one in last if one in hard)
            unknown = tuple(one for one in last if one not in hard)
            yield DaysRunning(bout.ts, ends, day, possible[day], known, unknown)
    yield from (replace(one, over=over) for one in held)


def _perhaps_hard(bouts: Sequence[Bout], hard_rpe: float) -> Iterator[Bout]:
    """The sessions that are hard, and those of unknown effort of somebody who does tell it."""
    told: int | None = None
    for bout in bouts:
        if bout.rpe is not None:
            told = bout.day
        if bout.is_relief_only or (told is None or bout.day - told > ASKED_DAYS):
            continue
        if bout.rpe is None or at_least(bout.rpe, hard_rpe):
            yield bout
