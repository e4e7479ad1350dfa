"""Sessions of a file that are very likely ones that the journal has from another program, or from its writer.

Two programs that count the same steps, or a notebook that was typed in twice, must not double a session; two
workouts of one day must stay two.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from journal.interchange.any_csv import generic
from journal.records import Session, Set, Workout
from journal.vocabulary import ENDURANCE_KINDS, WorkoutKind

_NEAR = timedelta(minutes=15)
"""Two clocks, or two fingers on a start button, lie hardly further apart."""
_LONGEST = timedelta(hours=5)
"""A longer session is a forgotten timer, whose end says nothing."""
_SHARE = 0.5
"""Of the exercises and of the sets of the longer list, from which on two lists are of one workout."""
_ROUNDED = 0.01
_ROUNDED_KG = 0.6
"""Weights that went through pounds differ by about so much: the share, and at least the kilograms."""
_MEASURED = 0.05
"""Distances and times of two instruments differ by about this share."""
_VAGUE = frozenset({WorkoutKind.SPORT, WorkoutKind.OTHER})
"""What a program calls what it has no word for."""


class Double(NamedTuple):
    """A session of the file and the one of the journal that it looks like."""

    found: Workout
    there: Workout


@dataclass(frozen=True, slots=True)
class _Span:
    """A session in time; `until` is `since` when it is not known how long it took."""

    since: datetime
    until: datetime


def doubles(found: Sequence[Session], there: Sequence[Session]) -> list[Double]:
    """Which sessions of a file look like one of the journal, in the order of the file; each is named once.

    Sessions that the journal has under the same id, and those of the same program, are never doubles.
    """
    by_day: dict[object, list[Session]] = {}
    for session in there:
        by_day.setdefault(_local_day(session.workout), []).append(session)
    known = {session.workout.id for session in there}
    matched: dict[UUID, Workout] = {}
    taken: set[UUID] = set()
    # First what overlaps or holds the same; a start nearby is less, and may be of a session that is told already.
    for alike in (_is_same, _begins_nearby):
        for session in found:
            workout = session.workout
            if workout.id in known or workout.id in matched:
                continue
            for other in _candidates(workout, by_day):
                free = alike is _is_same or other.workout.id not in taken
                if free and _is_another_program(workout, other.workout) and alike(session, other):
                    matched[workout.id] = other.workout
                    taken.add(other.workout.id)
                    break
    return [
        Double(session.workout, matched[session.workout.id])
        for session in found
        if session.workout.id in matched
    ]


def _is_another_program(one: Workout, other: Workout) -> bool:
    """Whether two sessions come from two programs, as far as their sources tell: any of them writes CSV files."""
    return one.source != other.source or one.source == generic.NAME


def _candidates(workout: Workout, by_day: dict[object, list[Session]]) -> Iterator[Session]:
    """The sessions of its day, and of the days around it: one may go over midnight."""
    day = _local_day(workout)
    for near in (day, day - timedelta(days=1), day + timedelta(days=1)):
        yield from by_day.get(near, ())


def _local_day(workout: Workout) -> datetime:
    return datetime.combine(workout.started_at.date(), datetime.min.time())


def _is_same(found: Session, there: Session) -> bool:
    """Whether two sessions overlap, or hold the same where a time is not known."""
    one, other = found.workout, there.workout
    if not _same_kind(one, other):
        return False
    if one.time_known is False or other.time_known is False:
        if one.started_at.date() != other.started_at.date():
            return False
        return _same_way(found, there) if one.kind in ENDURANCE_KINDS else _same_sets(found.sets, there.sets)
    a, b = _span(found), _span(there)
    return a.since < b.until and b.since < a.until


def _begins_nearby(found: Session, there: Session) -> bool:
    """Whether two sessions of known times begin at about the same time."""
    one, other = found.workout, there.workout
    timed = one.time_known is not False and other.time_known is not False
    return timed and _same_kind(one, other) and abs(one.started_at - other.started_at) <= _NEAR


def _same_kind(one: Workout, other: Workout) -> bool:
    """Programs agree on what a run is; one's strength, or yoga, may be the other one's sport or no kind at all."""
    if one.kind is other.kind:
        return True
    return not {one.kind, other.kind} & ENDURANCE_KINDS and bool({one.kind, other.kind} & _VAGUE)


def _span(session: Session) -> _Span:
    since = session.workout.started_at
    minutes = session.workout.duration_min
    if minutes is None and session.workout.kind in ENDURANCE_KINDS:
        minutes = sum(one.duration_s or 0 for one in session.sets) / 60
    length = timedelta(minutes=minutes or 0)
    return _Span(since, since + length if length <= _LONGEST else since)


def _same_way(found: Session, there: Session) -> bool:
    """Whether two endurance sessions went equally far, or took equally long where one has no distance."""
    for total in (_distance, _seconds):
        a, b = total(found), total(there)
        if a and b:
            return abs(a - b) <= _MEASURED * max(a, b)
    return False


def _distance(session: Session) -> float:
    return sum(one.distance_km or 0 for one in session.sets)


def _seconds(session: Session) -> float:
    return (session.workout.duration_min or 0) * 60 or sum(one.duration_s or 0 for one in session.sets)


def _same_sets(found: Sequence[Set], there: Sequence[Set]) -> bool:
    """Whether at least half of the exercises and half of the sets are alike, of the longer list."""
    exercises = [{one.exercise for one in sets} for sets in (found, there)]
    both = len(exercises[0] & exercises[1])
    if not both or both < _SHARE * max(map(len, exercises)):
        return False
    return _alike(found, there) >= _SHARE * max(len(found), len(there))


def _alike(found: Iterable[Set], there: Iterable[Set]) -> int:
    """How many sets of one list are in the other, each taken once."""
    left: dict[tuple[str, int | None], list[Set]] = {}
    for one in there:
        left.setdefault((one.exercise, one.reps), []).append(one)
    count = 0
    for one in found:
        same = left.get((one.exercise, one.reps), [])
        twin = next((other for other in same if _same_numbers(one, other)), None)
        if twin is not None:
            same.remove(twin)
            count += 1
    return count


def _same_numbers(one: Set, other: Set) -> bool:
    """Whether load, distance and time are the same but for rounding; what one program does not keep says nothing."""
    kg, other_kg = one.weight_kg or 0, other.weight_kg or 0
    if abs(kg - other_kg) > max(_ROUNDED_KG, _ROUNDED * abs(kg)):
        return False
    pairs = ((one.distance_km, other.distance_km), (one.duration_s, other.duration_s))
    return all(abs(a - b) <= _MEASURED * max(a, b) for a, b in pairs if a and b)
