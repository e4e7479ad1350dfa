"""Time spent in bed: dates running by check-ins, and hours by care."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from journal.analysis.instants import HOUR, MINUTE, above, at_least, midnight
from journal.analysis.rows import CareRow, CheckInRow
from journal.vocabulary import CareKind

MOST_DAYS = 28
"""A row of dates in bed is counted up to so many."""


class InBed(NamedTuple):
    """What one check-in says: the row of dates in bed that it belongs to; none when that date was not one.

    Known from `at`; unless another one says more it is over at `ends`, when the date after the last one is over.
    """

    at: int
    ends: int
    rows: tuple[CheckInRow, ...]


def dates_in_bed(checkins: Iterable[CheckInRow], *, least_h: float) -> Iterator[InBed]:
    """The newest row of dates with `least_h` or more in bed, each time that something new is known of it.

    A date without such a check-in breaks the row.
    """
    known: dict[int, CheckInRow] = {}
    newest = 0
    for row in sorted(checkins, key=lambda one: (one.ts, one.day)):
        if row.bed_rest_h is None:
            continue
        if at_least(row.bed_rest_h, least_h):
            known[row.day] = row
            run = _run(known, row.day)
            ends = midnight(run[-1].day + 2, row.offset)
            if run[-1].day >= newest and row.ts < ends:
                newest = run[-1].day
                yield InBed(row.ts, ends, run)
        elif row.day > newest:
            yield InBed(row.ts, row.ts, ())


def _run(known: dict[int, CheckInRow], day: int) -> tuple[CheckInRow, ...]:
    last = day
    while last + 1 in known:
        last += 1
    first = last
    while first - 1 in known and last - first + 1 < MOST_DAYS:
        first -= 1
    return tuple(known[one] for one in range(first, last + 1))


class Rested(NamedTuple):
    """Bed rest recorded as care on the last dates: `hours` of it in all, as far as they are known.

    Known from `at`; it is over at `ends`, when no more than the limit is left of it in the dates that count.
    """

    at: int
    ends: int
    hours: float
    rows: tuple[CareRow, ...]


def hours_in_bed(care: Iterable[CareRow], *, limit_h: float, days: int) -> Iterator[Rested]:
    """The bed rest of the last `days` dates at each record of it; `ends` is `at` when it is within the limit."""
    recent: list[CareRow] = []
    for row in care:
        if row.kind != CareKind.BED_REST:
            continue
        recent = [one for one in recent if one.day > row.day - days] + [row]
        left = total = sum((one.minutes or 0.0) for one in recent) * MINUTE / HOUR
        ends = row.ts
        for one in sorted(recent, key=lambda one: one.day):
            if not above(left, limit_h):
                break
            left -= (one.minutes or 0.0) * MINUTE / HOUR
            ends = max(row.ts, midnight(one.day + days, row.offset))
        yield Rested(row.ts, ends, total, tuple(recent))
