"""Pain that gets worse: from one entry to the next within a workout, and from day to day."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, groupby
from statistics import median

from journal.analysis.frames import Frames
from journal.analysis.instants import DAY, MINUTE, at_least
from journal.analysis.pain.episodes import NOT_DULL
from journal.analysis.rows import PainRow, Place
from journal.analysis.training.workouts import MAX_DURATION_MIN, Bout
from journal.vocabulary import Context, Radiation, Severity

MILD_NRS = 3
"""The highest score of a mild pain: when it is dull as well, a rise to it is no reason to stop."""


@dataclass(frozen=True, slots=True)
class Climb:
    """A pain that was worse at an entry than at an earlier one of the same workout.

    `lower` is the earlier entry, `spread` whether the pain had begun to run down the leg since.  `is_sure` is
    False when the two may not be of the workout, or in another order, because a time is not known.
    """

    place: Place
    bout: Bout
    lower: PainRow
    entry: PainRow
    spread: bool
    severity: Severity
    is_sure: bool = True

    @property
    def rise(self) -> int:
        """By how many points."""
        return self.entry.score - self.lower.score


def climbs(frames: Frames, rise_nrs: float = 2) -> Iterator[Climb]:
    """Every entry at which a pain had climbed within its workout, by place and workout in time order.

    It climbed when it rose by `rise_nrs` or more, or ran down the leg after it was said not to.
    """
    workouts = Workouts(frames.bouts)
    for place, entries in frames.entries.items():
        told: dict[str, list[PainRow]] = {}
        unsure: dict[str, list[PainRow]] = {}
        for entry in entries:
            bout = workouts.felt_in(entry)
            if bout is not None:
                told.setdefault(bout.id, []).append(entry)
            for other in workouts.maybe(entry):
                if other is not bout:
                    unsure.setdefault(other.id, []).append(entry)
        for identity, felt in told.items():
            yield from _within(place, workouts.by_id[identity], felt, rise_nrs)
        for identity, maybe in unsure.items():
            yield from _perhaps(place, workouts.by_id[identity], told.get(identity, []), maybe, rise_nrs)


class Workouts:
    """Which workout an entry was felt in."""

    def __init__(self, bouts: Sequence[Bout]) -> None:
        self._bouts = bouts
        self._starts = [bout.ts for bout in bouts]
        self.by_id = {bout.id: bout for bout in bouts}
        self._by_day: dict[int, list[Bout]] = {}
        for bout in bouts:
            self._by_day.setdefault(bout.day, []).append(bout)

    @classmethod
    def of(cls, frames: Frames) -> "Workouts":
        """Those of a journal."""
        return cls(frames.bouts)

    def felt_in(self, entry: PainRow) -> Bout | None:
        """The workout that was going on, or the latest of the date for what is told later as felt during it."""
        during = entry.context == Context.DURING
        named = self.by_id.get(entry.workout_id) if during else None
        if named is not None and named.ts <= entry.ts:
            return named
        earliest = entry.ts - (2 * DAY if during else MAX_DURATION_MIN * MINUTE)
        for place in range(bisect_right(self._starts, entry.ts) - 1, -1, -1):
            bout = self._bouts[place]
            if bout.ts < earliest:
                break
            by_clock = bout.time_known and entry.time_known and entry.ts <= bout.end
            if by_clock or (during and bout.day == entry.day):
                return bout
        return None

    def maybe(self, entry: PainRow) -> Iterator[Bout]:
        """The workouts of its date that it may have been felt in, were a time known."""
        for bout in self._by_day.get(entry.day, ()):
            if not (bout.time_known and entry.time_known):
                yield bout


def _within(place: Place, bout: Bout, felt: Sequence[PainRow], rise_nrs: float) -> Iterator[Climb]:
    lowest: PainRow | None = None
    not_spread: PainRow | None = None
    strange = False
    for _, same_instant in groupby(felt, lambda entry: entry.ts):
        together = list(same_instant)
        strange = strange or any(_is_strange(entry) for entry in together)
        for entry in together:
            for lower in filter(None, (lowest, not_spread)):
                climb = _climb(place, bout, lower, entry, rise_nrs, strange=strange)
                if climb is not None:
                    yield climb
        for entry in together:
            lowest = entry if lowest is None or entry.score < lowest.score else lowest
            not_spread = entry if entry.radiates_to == Radiation.NONE else not_spread


def _climb(
    place: Place, bout: Bout, lower: PainRow, entry: PainRow, rise_nrs: float, *, strange: bool
) -> Climb | None:
    spread = lower.radiates_to == Radiation.NONE and entry.radiates
    if not entry.is_painful or not (spread or at_least(entry.score - lower.score, rise_nrs)):
        return None
    mild = max(entry.score, lower.score) <= MILD_NRS
    if mild and not strange:
        return None
    return Climb(place, bout, lower, entry, spread, Severity.CAUTION if mild else Severity.WARNING)


def _is_strange(entry: PainRow) -> bool:
    return bool(entry.qualities & NOT_DULL) or entry.radiates


def _perhaps(
    place: Place, bout: Bout, felt: Sequence[PainRow], maybe: Sequence[PainRow], rise_nrs: float
) -> Iterator[Climb]:
    """The first climb that there would be if what may have been felt in the workout was."""
    unsure = {entry.id for entry in maybe}
    known = sorted({*felt, *maybe}, key=lambda entry: (entry.ts, entry.id))
    for last, entry in enumerate(known):
        for other in known[:last]:
            if not unsure & {entry.id, other.id}:
                continue
            timed = entry.time_known and other.time_known
            if timed and entry.ts - other.ts > bout.end - bout.ts:
                continue
            strange = _is_strange(entry) or _is_strange(other)
            for lower, higher in ((other, entry), (entry, other))[: 1 if timed else 2]:
                climb = _climb(place, bout, lower, higher, rise_nrs, strange=strange)
                if climb is not None:
                    yield Climb(place, bout, other, entry, climb.spread, climb.severity, is_sure=False)
                    return


def day_values(entries: Iterable[PainRow]) -> dict[int, int]:
    """The highest score of each local date (ordinals), in the order of the dates."""
    worst: dict[int, int] = {}
    for entry in entries:
        worst[entry.day] = max(entry.score, worst.get(entry.day, 0))
    return dict(sorted(worst.items()))


def slope(values: Mapping[int, float]) -> float:
    """How fast the values by date go up, per day: the median over all pairs (Theil 1950, Sen 1968).

    There must be two dates.
    """
    return median((later[1] - one[1]) / (later[0] - one[0]) for one, later in combinations(values.items(), 2))
