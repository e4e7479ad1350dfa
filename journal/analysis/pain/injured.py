"""A back that is not healed when a workout starts, and what the workout did to it."""

from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from journal.analysis.frames import Frames
from journal.analysis.instants import HOUR, UNSURE_H, at_least
from journal.analysis.pain.episodes import GAP_LAPSE_H, Episode
from journal.analysis.pain.painful import (
    ACTIVE_H,
    BACK_PLACES,
    active_back_pains,
    before_workout,
    began_with,
    open_episode,
)
from journal.analysis.rows import PainRow, Place
from journal.analysis.training.workouts import Bout


class Injury(NamedTuple):
    """An open episode of the back, and the entry for which it is not healed.

    `is_sure`: whether it was so before the workout, even where a time is not known.
    """

    episode: Episode
    entry: PainRow
    is_sure: bool


def injured_backs(frames: Frames, bout: Bout, peak_nrs: int) -> Iterator[Injury]:
    """The places of the back that are in active pain when the workout starts, or whose open episode had a peak.

    `peak_nrs` is the score of such a peak.  What hurt only during the workout was not there before.
    """
    opened = [one for place in BACK_PLACES if (one := open_episode(frames, place, bout.ts)) is not None]
    if not opened:
        return
    active = {one.episode: one.entry for one in active_back_pains(frames, bout.ts, workout=True)}
    for episode in opened:
        known = [entry for entry in episode.until(bout.ts) if not began_with(entry, bout.ts)]
        worst = max(known, key=lambda entry: entry.score, default=None)
        if episode in active:
            entry = active[episode]
            yield Injury(
                episode, entry, _lies_within(bout, entry, ACTIVE_H) or _had_peak(bout, known, peak_nrs)
            )
        elif worst is not None and worst.score >= peak_nrs:
            yield Injury(episode, worst, _had_peak(bout, known, peak_nrs))


def _lies_within(bout: Bout, entry: PainRow, hours: float) -> bool:
    unsure = UNSURE_H * HOUR * ((not bout.time_known) + (not entry.time_known))
    return not unsure or unsure <= bout.ts - entry.ts <= hours * HOUR - unsure


def _had_peak(bout: Bout, known: list[PainRow], peak_nrs: int) -> bool:
    """Whether there certainly was such a peak before the workout, in an episode that was open then."""
    worst, latest = max(known, key=lambda entry: entry.score), known[-1]
    if worst.score < peak_nrs:
        return False
    if bout.time_known and worst.time_known and latest.time_known:
        return True
    return latest.is_painful and all(
        _lies_within(bout, one, hours) for one, hours in ((worst, 1e6), (latest, GAP_LAPSE_H))
    )


class Rise(NamedTuple):
    """Pain after a workout that was higher than before it; `is_sure` when all three times are known."""

    before: PainRow
    after: PainRow
    is_sure: bool


def rise_after(
    frames: Frames, bout: Bout, place: Place, *, points: float, hours: float, until: int | None
) -> Rise | None:
    """The first entry of that place, from the start of the workout to `hours` after its end, that is so much higher.

    `until` is the instant from which on another workout may be the cause.
    """
    before = before_workout(frames, place, bout.ts)
    entries = frames.entries.get(place, [])
    last = bout.end + int(hours * HOUR)
    for entry in entries[bisect_left(entries, bout.ts, key=lambda one: one.ts) :]:
        if before is None or entry.ts > last or (until is not None and entry.ts >= until):
            return None
        after = entry.ts > bout.ts or began_with(entry, bout.ts)
        if after and at_least(entry.score - before.score, points):
            return Rise(before, entry, bout.time_known and before.time_known and entry.time_known)
    return None
