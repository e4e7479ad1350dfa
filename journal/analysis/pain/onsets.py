"""What was done on the day a pain or a flare began and on the two days before, and how often it was done anyway."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from journal.analysis.families import FAMILIES
from journal.analysis.frames import Frames
from journal.analysis.instants import local_day
from journal.analysis.pain.before_flares import Done
from journal.analysis.pain.flares import flare_days_of
from journal.analysis.rows import CheckInRow, PainRow, Place
from journal.analysis.rulebook import Occurrence
from journal.analysis.training.workouts import Bout
from journal.exercises import Exercise
from journal.vocabulary import ExerciseTag

DAYS_BEFORE = 2
"""What was done on so many dates before an onset, and on its own, may have to do with it."""
JUMPS = frozenset(FAMILIES["jump"])
"""The rules about training that grew suddenly."""


@dataclass(frozen=True, slots=True)
class DayBefore:
    """One date (ordinal) `back` dates before an onset, as it was known at the onset.

    Hours are None where nobody told them.  `recorded` says whether the date counts as recorded: without a workout
    it was a day of rest only then.  `order_known` is no when a workout of the date may have come after the onset,
    because a time is not known.
    """

    day: int
    back: int
    recorded: bool
    order_known: bool
    bouts: tuple[Bout, ...]
    jumps: tuple[Occurrence, ...]
    sleep_h: float | None
    sitting_h: float | None


@dataclass(frozen=True, slots=True)
class Onset:
    """When a pain began, or a flare of one that was there (`flare`).

    `at` is the instant, `day` its local date (an ordinal), `entry` the pain entry that tells it, `days` the date
    itself and the two before it, the nearest first.
    """

    place: Place
    at: int
    day: int
    entry: PainRow
    flare: bool
    days: tuple[DayBefore, ...]

    @property
    def bouts(self) -> tuple[Bout, ...]:
        """The workouts of these dates, the nearest date first."""
        return tuple(bout for day in self.days for bout in day.bouts)


@dataclass(frozen=True, slots=True)
class DoneBefore:
    """An exercise that was done in the three dates up to some onsets: `onsets` of `of` of them.

    `ordinary_pct` is the percentage of the other recorded dates that it was done in the three dates up to; None
    without such a date.
    """

    exercise: Exercise
    onsets: int
    of: int
    ordinary_days: int
    ordinary_pct: float | None


def onsets(
    frames: Frames, place: Place, first: int, last: int, raised: Sequence[Occurrence] = ()
) -> tuple[Onset, ...]:
    """The onsets of a place on the dates `[first, last]`, in time order.

    `raised` is what the rules found; of it the jumps in training are told beside the workouts.
    """
    began = {one.first_day: (one.start, one.entries[0]) for one in frames.course.get(place, ())}
    first_entries = {entry.id for _, entry in began.values()}
    flares = {
        day.day: (day.hot.ts, day.hot)
        for day in (flare_days_of(frames, place) if frames.entries.get(place) else ())
        if day.onset and day.hot is not None and day.hot.id not in first_entries
    }
    jumps = [one for one in raised if one.rule in JUMPS]
    checkins = {row.day: row for row in frames.checkins}
    return tuple(
        Onset(
            place,
            at,
            day,
            entry,
            day not in began,
            tuple(_days_up_to(frames, at, day, entry, jumps, checkins)),
        )
        for day, (at, entry) in sorted({**flares, **began}.items())
        if first <= day <= last
    )


def _days_up_to(
    frames: Frames,
    at: int,
    day: int,
    entry: PainRow,
    jumps: Sequence[Occurrence],
    checkins: dict[int, CheckInRow],
) -> Iterator[DayBefore]:
    for back in range(DAYS_BEFORE + 1):
        one = day - back
        checkin = checkins.get(one)
        bouts = tuple(bout for bout in frames.bouts if bout.day == one and _came_before(bout, at, entry))
        yield DayBefore(
            one,
            back,
            one in frames.covered,
            back > 0 or all(bout.time_known and entry.time_known for bout in bouts),
            bouts,
            tuple(jump for jump in jumps if jump.since <= at and local_day(jump.since, jump.offset) == one),
            None if checkin is None else checkin.sleep_h,
            # The hours of sitting of a date are those of all of it: on the date itself some came later.
            None if checkin is None else checkin.sitting_h,
        )


def _came_before(bout: Bout, at: int, entry: PainRow) -> bool:
    """Whether a workout of these dates began before the pain did; where a time is not known, it may have."""
    return bout.ts <= at or not (bout.time_known and entry.time_known)


def done_before(frames: Frames, began: Sequence[Onset], first: int, last: int) -> tuple[DoneBefore, ...]:
    """The exercises of the three dates up to each onset, relief exercises left out, the most frequent first.

    They stand beside how often they were done in the three dates up to the other recorded dates of `[first, last]`.
    """
    exercises: dict[str, Exercise] = {}
    counts: dict[str, int] = {}
    for onset in began:
        done = {
            work.exercise.slug: work.exercise
            for bout in onset.bouts
            for work in bout.work
            if ExerciseTag.RELIEF not in work.exercise.tags
        }
        exercises |= done
        for slug in done:
            counts[slug] = counts.get(slug, 0) + 1
    days = {onset.day for onset in began}
    ordinary = [day for day in range(first, last + 1) if day in frames.covered and day not in days]
    return tuple(
        DoneBefore(
            exercises[slug],
            count,
            len(began),
            len(ordinary),
            _share(frames, slug, ordinary) if ordinary else None,
        )
        for slug, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    )


def _share(frames: Frames, slug: str, days: Sequence[int]) -> float:
    known_at = frames.bouts[-1].ts
    return 100 * frames.once(Done).share(slug, days, width=DAYS_BEFORE + 1, known_at=known_at)
