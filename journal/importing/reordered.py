"""Workouts that the journal has, out of a file that somebody sorted otherwise: the order of sets is then the journal's.

Most programs do not number the sets of a workout; in a file sorted by exercise, or with the newest first, they
stand in another order, and would be taken for other sets.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from journal.interchange.imported import Imported
from journal.records import Record, Session, Set


def in_their_order(read: Imported, found: Iterable[Session], there: Iterable[Session]) -> Imported:
    """What was read, with the sets of each workout that is there already in the order that they have there.

    A workout whose sets are not the same is left as it was read.
    """
    known = {session.workout.id: session.sets for session in there}
    sorted_otherwise = {
        session.workout.id: known[session.workout.id]
        for session in found
        if session.sets != known.get(session.workout.id, session.sets)
        and _are_same(session.sets, known[session.workout.id])
    }
    if not sorted_otherwise:
        return read
    places = {(id, one.position): one for id, sets in sorted_otherwise.items() for one in sets}  # noqa: A001

    def ordered(record: Record) -> Record:
        return places.get((record.workout_id, record.position), record) if isinstance(record, Set) else record

    return replace(read, records=[ordered(record) for record in read.records])


def _are_same(some: Sequence[Set], others: Sequence[Set]) -> bool:
    """Whether both are the same sets, in whatever order.

    A note that a program repeats beside each set of an exercise is kept at the first, so it may have moved.
    """
    return _numbers(some) == _numbers(others) and _notes(some) == _notes(others)


def _numbers(sets: Iterable[Set]) -> Counter[tuple[object, ...]]:
    return Counter(
        (one.exercise, one.kind, one.reps, one.weight_kg, one.distance_km, one.duration_s, one.rpe)
        for one in sets
    )


def _notes(sets: Iterable[Set]) -> Counter[tuple[str, str]]:
    return Counter((one.exercise, one.note) for one in sets if one.note)
