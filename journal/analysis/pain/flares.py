"""Flares: when a pain rose clearly above its usual level, by its own baseline of two weeks.

Of one place: a grid of local dates, the baseline of each date, whether it was hot, and from that where flares
began, how long they ran, and on which dates one could have begun.  Whatever is said of a date rests on entries
up to that date only, and a flare is known from the entry that made its date hot.
"""

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from journal.analysis.frames import Frames
from journal.analysis.instants import DAY, HOUR, MINUTE, at_least
from journal.analysis.pain.episodes import LINK_H, episodes_of
from journal.analysis.rows import PainRow, Place
from journal.analysis.training.workouts import MAX_DURATION_MIN, Bout

BASELINE_DAYS = 14
"""So many dates before a date make its baseline."""
BASELINE_LEAST = 5
"""Fewer dates with an entry among them give none."""
RISE_NRS = 2
"""A hot date lies at least so far above its baseline."""
LEAST_NRS = 3
"""Below this score no date is hot by its score."""
APART_DAYS = 3
"""A flare begins more than so many dates after the last one began."""


class GridDay(NamedTuple):
    """A local date (ordinal) with what was written of one place on it, in time order, and the highest score."""

    day: int
    entries: tuple[PainRow, ...]
    score: int


class FlareDay(NamedTuple):
    """A date (ordinal) on which a place was written of.

    `score` is the highest of the date, `baseline` what was usual before it, None when that is not known.  `hot`
    is the entry from which the date was hot, None when it was not.  `onset`: a flare began.  `running`: one that
    began earlier was still running when the date began; a date that is not hot ends it.  `at_risk`: a flare
    could have begun, or did.
    """

    day: int
    score: int
    baseline: float | None
    hot: PainRow | None
    onset: bool
    running: bool
    at_risk: bool


def flare_days_of(frames: Frames, place: Place) -> tuple[FlareDay, ...]:
    """The dates on which a place was written of, and what they were to its flares."""
    return frames.once(_flare_days_of, place)


def _flare_days_of(frames: Frames, place: Place) -> tuple[FlareDay, ...]:
    return tuple(flare_days(daily_grid(frames.entries[place])))


def daily_grid(entries: Iterable[PainRow]) -> list[GridDay]:
    """The dates on which a place was written of, from its entries in time order.

    A date is over once a later one was written of: an entry which then gives itself to the earlier date, as
    happens on a journey to the west, counts for the later one.
    """
    by_day: dict[int, list[PainRow]] = {}
    newest = 0
    for entry in entries:
        newest = max(newest, entry.day)
        by_day.setdefault(newest, []).append(entry)
    return [
        GridDay(day, tuple(written), max([entry.score for entry in written]))
        for day, written in by_day.items()
    ]


def baselines(days: Sequence[GridDay]) -> Iterator[float | None]:
    """What was usual before each date: the median of the 14 dates before it, None with fewer than 5 known."""
    window: list[int] = []
    first = 0
    for place, day in enumerate(days):
        while days[first].day < day.day - BASELINE_DAYS:
            del window[bisect_left(window, days[first].score)]
            first += 1
        yield _median(window) if len(window) >= BASELINE_LEAST else None
        insort(window, days[place].score)


def _median(ordered: Sequence[int]) -> float:
    return (ordered[(len(ordered) - 1) // 2] + ordered[len(ordered) // 2]) / 2


def hot_from(day: GridDay, baseline: float | None) -> PainRow | None:
    """The entry from which a date is hot, None when it is not.

    It is hot with a score of 3 or more that is 2 or more above the baseline, or when the writer called it a
    flare.  Without a baseline only the writer's word makes it hot.
    """
    line = None if baseline is None else max(baseline + RISE_NRS, LEAST_NRS)
    for entry in day.entries:
        if entry.flare or (line is not None and at_least(entry.score, line)):
            return entry
    return None


def flare_days(days: Sequence[GridDay]) -> Iterator[FlareDay]:
    """Every date of a grid with what it was to the flares of its place.

    A flare begins on a hot date, unless one is running or began at most 3 dates before; it runs until the first
    date that was written of and is not hot.  At risk are the dates with a score and a baseline, unless a flare
    is running when they begin or began at most 3 dates before.  The date on which a flare begins is at risk, the
    one that ends it is not.
    """
    running, last_onset = False, -APART_DAYS - 1
    for day, baseline in zip(days, baselines(days), strict=True):
        hot = hot_from(day, baseline)
        free = not running and day.day - last_onset > APART_DAYS
        onset = free and hot is not None
        yield FlareDay(day.day, day.score, baseline, hot, onset, running, free and baseline is not None)
        last_onset = day.day if onset else last_onset
        running = hot is not None and (running or onset)


def workout_before(frames: Frames, place: Place, entry: PainRow) -> Bout | None:
    """The workout that a flare is linked to, as an episode would be that began with its entry; None without one."""
    within = LINK_H * HOUR + MAX_DURATION_MIN * MINUTE + DAY
    first, last = (
        bisect_left(frames.bouts, instant, key=lambda bout: bout.ts)
        for instant in (entry.ts - within, entry.ts + 1)
    )
    began = episodes_of({place: (entry._replace(onset=None),)}, frames.bouts[first:last])
    return began[0].workout if began else None
