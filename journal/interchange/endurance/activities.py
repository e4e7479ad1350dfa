"""Activities of watches and web sites -> workouts with one stretch of an exercise that has distance and time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from journal.clock import in_offset
from journal.interchange.endurance.sports import Sport
from journal.interchange.imported import Imported, Place
from journal.interchange.readings import Readings
from journal.interchange.rows.assembly import LONGEST_S, about_durations
from journal.interchange.rows.foreign import Layout, Options, ask_for_units, measures
from journal.records import Workout
from journal.vocabulary import DistanceUnit, MassUnit, WorkoutKind

_FASTEST_S_PER_KM = {
    WorkoutKind.RUN: 120,
    WorkoutKind.WALK: 120,
    WorkoutKind.SWIM: 400,
    WorkoutKind.ROW: 60,
    WorkoutKind.RIDE: 30,
}
"""Nobody is faster: the distance is in another unit, or its satellites were lost."""
_FASTEST_OTHERWISE = 10
"""s per km of sports with a hill or a sail."""
NOT_READ = "not read: where it went, heart rate and whatever else was measured on the way"
"""What is said of files that hold more than a summary."""
_SHOWN = 3
"""Places that a sentence names."""


@dataclass(frozen=True, slots=True)
class Activity:
    """One activity as its file has it."""

    start: datetime
    """Naive = local to the writer; in UTC = the file does not say the writer's zone; else with the offset."""
    place: Place
    sport: Sport
    title: str = ""
    duration_s: float | None = None
    """Seconds from its start to its end, pauses left out where the file tells them."""
    distance_km: float | None = None
    end: str = ""
    """What, besides start and title, tells it from others."""
    time_known: bool | None = None
    """False when the file has only the date; `start` is then 12:00."""
    sets: Sequence[Mapping[str, Any]] = ()
    """Sets of strength training, by the fields of `records.Set`."""


class Activities:
    """Activities on their way to an `Imported`; `source` is the importer's name."""

    def __init__(self, source: str, options: Options) -> None:
        self.readings = Readings(source, options)
        self.weight, self.distance = measures(Layout((), (), {}), options)
        self._options = options
        self._durations: list[int] = []
        self._too_fast: list[str] = []
        self._without_sport = 0
        self.measured_on_the_way = False
        """Whether the file tells more of an activity than is read."""

    def add(self, one: Activity) -> None:
        """Take one activity; one without time, distance and sets is left out."""
        self.readings.imported.rows += 1
        seconds = round(one.duration_s or 0)
        km = self._believable(one, seconds)
        if not (seconds > 0 or km or one.sets):
            self.readings.skip(one.place, "no workout: it has neither a time nor a distance")
            return
        self._durations.append(seconds)
        kept = seconds if 0 < seconds <= LONGEST_S else None
        if km and not self.distance.met:
            self.distance.met.add(DistanceUnit.KM)
        if any(each.get("weight_kg") for each in one.sets):
            self.weight.met.add(MassUnit.KG)
        self._without_sport += bool(km and not one.sport.exercise)
        at = in_offset(one.start, self._options.zone) if one.start.tzinfo is UTC else one.start
        self.readings.add(
            Workout,
            at,
            one.place,
            start=_in_utc(one.start),
            end=one.end,
            title=one.title,
            kind=one.sport.kind,
            time_known=one.time_known,
            surface=one.sport.surface,
            duration_min=None if kept is None else kept / 60,
            # A distance without an exercise that could hold it is still told.
            note=f"{round(km, 3):g} km" if km and not one.sport.exercise else "",
            sets=one.sets or _stretch(one.sport.exercise, km, kept),
        )

    def finish(self) -> Imported:
        """Everything, oldest first, with what there is to say about it; `NotTold` when a number had no unit."""
        measured = (self.weight, self.distance)
        ask_for_units(measured, self._options.file)
        self.readings.imported.units = {
            each.what: ", ".join(sorted(each.met)) for each in measured if each.met
        }
        if self.measured_on_the_way:
            self.readings.note(NOT_READ)
        for remark in about_durations(self._durations):
            self.readings.note(remark)
        if self._without_sport:
            self.readings.note(
                f"workouts of no known sport, whose distance is in their note: {self._without_sport}"
            )
        if self._too_fast:
            shown = ", ".join(self._too_fast[:_SHOWN]) + (", ..." if len(self._too_fast) > _SHOWN else "")
            self.readings.note(f"distances that nobody covers in the time were left out: {shown}")
        for each in measured:
            if remark := each.remark():
                self.readings.note(remark)
        return self.readings.finish()

    def _believable(self, one: Activity, seconds: int) -> float | None:
        """The distance in km; None when there is none, or when nobody covers it in that time."""
        km = one.distance_km or None
        if km and 0 < seconds < km * _FASTEST_S_PER_KM.get(one.sport.kind, _FASTEST_OTHERWISE):
            where = f"line {one.place.line}: " if one.place.line else ""
            self._too_fast.append(f"{where}{round(km, 1):g} km in {max(seconds // 60, 1)} min")
            return None
        return km


def _stretch(exercise: str, km: float | None, seconds: int | None) -> list[dict[str, Any]]:
    """The one set of an activity."""
    return [{"exercise": exercise, "distance_km": km, "duration_s": seconds}] if exercise else []


def _in_utc(start: datetime) -> str:
    """The start as an id is made of it, which must not depend on where the file is read."""
    return start.isoformat() if start.tzinfo is None else start.astimezone(UTC).isoformat()
