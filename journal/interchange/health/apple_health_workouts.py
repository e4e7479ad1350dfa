"""Workouts of Apple Health: how long, how far, how hard; each once, whatever number of devices recorded it."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from journal.interchange.health.apple_health_amounts import (
    LENGTHS,
    TIMES,
    Unreadable,
    amount,
    measured,
    moment,
)
from journal.interchange.health.apple_health_clock import Clock
from journal.interchange.health.apple_health_kinds import kind_of, title_of
from journal.interchange.health.apple_health_xml import Element
from journal.interchange.rows.assembly import LONGEST_S
from journal.vocabulary import WorkoutKind

EFFORT = "HKQuantityTypeIdentifierWorkoutEffortScore"
"""The rating, 1 to 10, that the watch asks for since iOS 18; Apple's own estimate has another name."""
_DISTANCE = "HKQuantityTypeIdentifierDistance"
_OWN_DISTANCE = {
    WorkoutKind.RUN: "WalkingRunning",
    WorkoutKind.WALK: "WalkingRunning",
    WorkoutKind.RIDE: "Cycling",
    WorkoutKind.SWIM: "Swimming",
    WorkoutKind.ROW: "Rowing",
}
_LONG = timedelta(hours=5)
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Activity:
    """One workout as one source recorded it."""

    start: datetime
    end: datetime
    source: str
    activity: str
    line: int
    lasted: timedelta
    """Pauses left out; zero when nothing is known."""
    km: float | None = None
    effort: float | None = None
    """How hard it was, 1 to 10; None = not rated."""

    @property
    def kind(self) -> WorkoutKind:
        """What it was as a whole."""
        return kind_of(self.activity)[0]

    @property
    def title(self) -> str:
        """What Apple calls it."""
        return title_of(self.activity)

    def values(self) -> dict[str, Any]:
        """The fields of `records.Workout` that it fills."""
        return {
            "kind": self.kind,
            "duration_min": self._seconds / 60 if self._seconds else None,
            "session_rpe": self.effort,
        }

    def sets(self) -> list[Mapping[str, Any]]:
        """The one stretch of a workout that is one exercise."""
        exercise = kind_of(self.activity)[1]
        if not exercise or not (self._seconds or self.km):
            return []
        return [{"exercise": exercise, "distance_km": self.km, "duration_s": self._seconds or None}]

    @property
    def _seconds(self) -> int:
        seconds = round(self.lasted.total_seconds())
        return seconds if seconds <= LONGEST_S else 0


@dataclass(frozen=True, slots=True)
class Effort:
    """A rating that stands by itself in the file."""

    start: datetime
    end: datetime
    score: float


def activity(element: Element, clock: Clock) -> Activity:
    """The workout of an element; `Unreadable` names the attribute that cannot be read."""
    said = element.attributes
    start, end = clock.local(element, "startDate"), clock.local(element, "endDate")
    if end < start:
        raise Unreadable("endDate", said["endDate"], f"it is before the start ({start.isoformat(' ')})")
    name = said.get("workoutActivityType", "")
    return Activity(
        start=start,
        end=end,
        source=said.get("sourceName", ""),
        activity=name,
        line=element.line,
        lasted=_lasted(said, end - start),
        km=_km(element, kind_of(name)[0]),
        effort=next(
            (
                amount(inside, "value")
                for tag, inside in element.inside
                if tag == "Record" and inside.get("type") == EFFORT
            ),
            None,
        ),
    )


def effort(element: Element) -> Effort:
    """The rating of an element; `Unreadable` names the attribute that cannot be read."""
    said = element.attributes
    return Effort(moment(said, "startDate"), moment(said, "endDate"), amount(said, "value"))


def once(activities: Iterable[Activity]) -> tuple[list[Activity], int]:
    """The workouts without what a second source recorded of them, oldest first, and how many those were.

    Two sources mean the same workout when theirs overlap by more than half of the shorter one.
    """
    kept: list[Activity] = []
    doubles = 0
    for one in sorted(activities, key=lambda each: (each.start, each.end, each.source, each.activity)):
        twin = _twin(kept, one)
        if twin is None:
            kept.append(one)
        else:
            kept[twin] = _better(kept[twin], one)
            doubles += 1
    return sorted(kept, key=lambda each: each.start), doubles


def rated(activities: Sequence[Activity], efforts: Iterable[Effort]) -> tuple[list[Activity], int]:
    """The workouts, oldest first, with the ratings of their time; and how many ratings belong to none."""
    found = list(activities)
    starts = [one.start for one in found]
    lost = 0
    for score in efforts:
        near = range(bisect_left(starts, score.start - _DAY), bisect_right(starts, score.end))
        meant = [place for place in near if found[place].end >= score.start]
        if not meant:
            lost += 1
            continue
        best = max(meant, key=lambda place: _shared(found[place], score))
        if found[best].effort is None:
            found[best] = replace(found[best], effort=score.score)
    return found, lost


def _twin(kept: Sequence[Activity], one: Activity) -> int | None:
    """The place of the same workout by another source."""
    for place in range(len(kept) - 1, -1, -1):
        other = kept[place]
        if other.start < one.start - _DAY:
            return None
        shorter, longer = sorted((one.end - one.start, other.end - other.start))
        # A timer that ran on for hours is not every workout that was done meanwhile.
        least = longer if longer > _LONG else shorter
        if other.source != one.source and _shared(other, one) * 2 > least:
            return place
    return None


def _shared(one: Activity | Effort, other: Activity | Effort) -> timedelta:
    """How long both of them lasted at the same time."""
    return max(min(one.end, other.end) - max(one.start, other.start), timedelta())


def _better(one: Activity, other: Activity) -> Activity:
    """Of two recordings of a workout the one that says more, with the rating that either has."""
    first, second = sorted((one, other), key=_says, reverse=True)
    return replace(first, effort=second.effort) if first.effort is None else first


def _says(one: Activity) -> tuple[Any, ...]:
    """How much a recording says: what it was, how far, by a watch, how long."""
    by_watch = "watch" in one.source.casefold()
    return (one.kind is not WorkoutKind.OTHER, one.km is not None, by_watch, one.lasted, one.source)


def _lasted(said: Mapping[str, str], elapsed: timedelta) -> timedelta:
    """The duration that is stated, unless it cannot be."""
    if "duration" not in said:
        return elapsed
    said = {"durationUnit": "min", **said}
    stated = timedelta(seconds=_at_most_years(measured(said, "duration", "durationUnit", TIMES)))
    return stated if timedelta() < stated <= elapsed + timedelta(seconds=1) else elapsed


def _at_most_years(seconds: float) -> float:
    """The seconds, as far as a duration can hold them."""
    return min(max(seconds, -1.0), 1e10)


def _km(element: Element, kind: WorkoutKind) -> float | None:
    """How far: until iOS 15 the workout says it, since iOS 16 the statistics inside of it do."""
    said = element.attributes
    if said.get("totalDistance"):
        return measured(said, "totalDistance", "totalDistanceUnit", LENGTHS) or None
    told = {
        inside["type"].removeprefix(_DISTANCE): measured(inside, "sum", "unit", LENGTHS)
        for tag, inside in element.inside
        if tag == "WorkoutStatistics" and inside.get("type", "").startswith(_DISTANCE) and "sum" in inside
    }
    own = told.get(_OWN_DISTANCE.get(kind, ""), 0)
    return own or max(told.values(), default=0) or None
