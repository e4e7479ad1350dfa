"""A back that hurts mildly while nothing is done: dates of mild pain without any activity."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from journal.analysis.coverage import covered_at
from journal.analysis.frames import Frames
from journal.analysis.pain.episodes import Episode
from journal.analysis.rows import PainRow

WRITTEN_DAYS = 28
"""Who wrote anything within so many dates before does write."""


@dataclass(frozen=True, slots=True)
class Idle:
    """An entry of mild back pain after dates without a workout, walks included.

    `mild` has the last dates of mild pain, each by its last entry; the newest is the entry itself.  `until` is
    when activity begins, it hurts more or the episode is over (seconds since 1970 UTC).  `covered` says whether
    somebody was writing on all of the dates, `wrote` whether anything was written in the weeks before them.
    """

    episode: Episode
    mild: tuple[PainRow, ...]
    until: int
    covered: bool
    wrote: bool


def idle_times(frames: Frames, *, mild_nrs: int, mild_dates: int, inactive_dates: int) -> Iterator[Idle]:
    """Every entry of 1 to `mild_nrs` of an episode of the back, as on `mild_dates` dates since it was last worse,
    with no workout on its date and the ones before, `inactive_dates` in all.
    """
    starts = frames.starts
    trained_on = list(accumulate((bout.day for bout in frames.bouts), max))
    found: list[tuple[Episode, tuple[PainRow, ...], int]] = []
    for episode in frames.episodes:
        if not episode.place.is_back:
            continue
        worse = [entry.ts for entry in episode.painful if entry.score > mild_nrs]
        for mild in _mild(episode, mild_nrs, mild_dates):
            entry = mild[-1]
            trained = bisect_right(starts, entry.ts)
            if trained and trained_on[trained - 1] > entry.day - inactive_dates:
                continue
            more = bisect_left(worse, entry.ts)
            until = min((episode.closed_at, *starts[trained : trained + 1], *worse[more : more + 1]))
            found.append((episode, mild, until))
    points = [(mild[-1].day, mild[-1].ts) for _, mild, _ in found]
    covered = covered_at(frames.recorded_from, points, inactive_dates)
    for (episode, mild, until), dates in zip(found, covered, strict=True):
        wrote = _wrote_before(frames, mild[-1].ts, mild[-1].day - inactive_dates)
        yield Idle(episode, mild, until, bool(dates.all()), wrote)


def _mild(episode: Episode, mild_nrs: int, dates: int) -> Iterator[tuple[PainRow, ...]]:
    """At each mild entry the last `dates` dates of mild pain, when there are so many since it was last worse."""
    mild: tuple[PainRow, ...] = ()
    for entry in episode.painful:
        if entry.score > mild_nrs:
            mild = ()
            continue
        earlier = mild if not mild or entry.day > mild[-1].day else mild[:-1]
        mild = (*earlier, entry)[-dates:]
        if len(mild) == dates:
            yield mild


def _wrote_before(frames: Frames, instant: int, last: int) -> bool:
    """Whether anything was recorded in the weeks up to the date `last`, as it was known at an instant."""
    days = range(last, last - WRITTEN_DAYS, -1)
    return any(frames.recorded_from.get(day, instant + 1) <= instant for day in days)
