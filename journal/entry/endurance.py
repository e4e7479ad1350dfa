"""Runs, rides, swims and all that is told by distance and time: "run 5km 28:30 @6"."""

import re
from uuid import uuid4

from journal.entry.amounts import BARE, END, HOURS, NUM, kilometres, number, take_duration, take_rpe
from journal.entry.cursor import Cursor
from journal.entry.doubt import quoted
from journal.entry.parts import Parts
from journal.entry.said import clock_said
from journal.entry.session import SURFACES
from journal.entry.when import Moment
from journal.exercises import Exercise
from journal.records import Session, Set, Workout
from journal.vocabulary import ENDURANCE_KINDS, DistanceUnit, WorkoutKind

SHORTEST_S = 5 * 60
"""An endurance time below this, without a distance, is more likely hours and minutes."""
FASTEST_S_PER_KM = {
    WorkoutKind.RUN: 120,
    WorkoutKind.WALK: 120,
    WorkoutKind.SWIM: 120,
    WorkoutKind.ROW: 60,
    WorkoutKind.RIDE: 36,
}
"""Nobody is faster: the time is more likely hours and minutes, or the distance metres."""
LEAST_METRES = 100

_DISTANCE = re.compile(rf"({NUM})\s*(km|k|mi|miles?|m){END}")
_HOURS_BEFORE = re.compile(rf"[0-9]\s*(?:{HOURS})\s+$")
_MINUTES_SECONDS = re.compile(r"([0-9]{1,2}):([0-9]{2})")
_MOST_HOURS = 24


def read_endurance(cursor: Cursor, exercise: Exercise, moment: Moment, unit: DistanceUnit) -> Session:
    """The workout whose distance, time, RPE and surface stand here; `NotUnderstood` for any doubt."""
    parts = Parts(cursor)
    while not cursor.done:
        if not (
            _distance(cursor, parts, unit)
            or take_duration(cursor, parts)
            or _bare_distance(cursor, parts, unit, exercise)
            or take_rpe(cursor, parts)
            or _surface(cursor, parts)
        ):
            raise cursor.unknown("a distance (5km), a time (28:30), @6 or a surface (track, trail, ...)")
    _check_time(cursor, parts, exercise)
    return _session(parts, exercise, moment)


def _distance(cursor: Cursor, parts: Parts, unit: DistanceUnit) -> bool:
    start = cursor.pos
    found = cursor.take(_DISTANCE)
    if found is None:
        return False
    if found[2] == "m" and number(found[1]) < LEAST_METRES:
        said, metres = found[1], number(found[1])
        sentence = f"'{found[0]}': {said} minutes (write {said}min) or metres (write {metres / 1000:.3f}km)?"
        raise cursor.doubt(sentence, start, found.end(), candidates=(f"{said}min", f"{metres / 1000:.3f}km"))
    parts.put("distance", kilometres(found[1], found[2], unit), start, "distances")
    return True


def _bare_distance(cursor: Cursor, parts: Parts, unit: DistanceUnit, exercise: Exercise) -> bool:
    """A number without a unit is a distance, where only one can be meant: yoga has none, and no run has two."""
    bare = cursor.at(BARE)
    if bare is None:
        return False
    said, minutes_or_distance = (
        bare[1],
        f"minutes (write {bare[1]}min) or a distance (write {bare[1]}{unit})?",
    )
    if _HOURS_BEFORE.search(cursor.text, cursor.begin, cursor.pos):
        raise cursor.doubt(f"'{said}' after hours: {minutes_or_distance}")
    if exercise.kind not in ENDURANCE_KINDS:
        raise cursor.doubt(f"'{said}': {minutes_or_distance}", candidates=(f"{said}min", f"{said}{unit}"))
    if "distance" in parts.values:
        raise cursor.doubt(
            f"{quoted(parts.said['distance'])} is the distance already; a time is written {said}min"
        )
    start = cursor.pos
    cursor.take(BARE)
    parts.put("distance", kilometres(said, None, unit), start, "distances")
    return True


def _surface(cursor: Cursor, parts: Parts) -> bool:
    start = cursor.pos
    surface = cursor.phrase(SURFACES)
    if surface is not None:
        parts.put("surface", surface, start, "surfaces")
    return surface is not None


def _check_time(cursor: Cursor, parts: Parts, exercise: Exercise) -> None:
    """Refuse a time that is too short to be true, with the spelling that would be read as hours."""
    seconds, km = parts.values.get("duration"), parts.values.get("distance")
    if seconds is None:
        return
    said = parts.said["duration"]
    start = cursor.line.rfind(said, cursor.begin, cursor.end)
    hours = _as_hours(said)
    if km is None and seconds < SHORTEST_S:
        rest = hours or "add the distance"
        if not hours and exercise.kind not in ENDURANCE_KINDS:
            rest = f"a set is written 1x{seconds}s"
        raise cursor.doubt(f"shorter than 5 minutes: {rest}", start, start + len(said))
    fastest = FASTEST_S_PER_KM.get(exercise.kind, 0)
    if km and seconds < fastest * km:
        rest = _as_metres(parts.said["distance"]) or hours or "check the distance and the time"
        raise cursor.doubt(f"faster than {clock_said(fastest)} /km: {rest}", start, start + len(said))


def _as_metres(said: str) -> str:
    return f"metres are written {said}m" if said.isdigit() and int(said) >= LEAST_METRES else ""


def _as_hours(said: str) -> str:
    clock = _MINUTES_SECONDS.fullmatch(said)
    if clock is None or int(clock[1]) > _MOST_HOURS:
        return ""
    return f"write {clock[1]}h{clock[2]} or {clock[1]}:{clock[2]}:00"


def _session(parts: Parts, exercise: Exercise, moment: Moment) -> Session:
    found = parts.values
    seconds = found.get("duration")
    workout = Workout(
        id=uuid4(),
        started_at=moment.at,
        time_known=moment.time_known,
        kind=exercise.kind,
        duration_min=None if seconds is None else seconds / 60,
        session_rpe=found.get("rpe"),
        surface=found.get("surface"),
    )
    stretch = Set(
        workout_id=workout.id,
        position=1,
        exercise=exercise.slug,
        distance_km=found.get("distance"),
        duration_s=seconds,
    )
    return Session(workout, (stretch,))
