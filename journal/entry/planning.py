"""Lines of a workout that is only planned: the same grammar, put together as one workout that nobody did."""

from collections.abc import Sequence
from dataclasses import replace

from journal.errors import Refused
from journal.records import Entry, Session, SessionDetails
from journal.vocabulary import WorkoutKind


def plan(entries: Sequence[Entry]) -> list[Session]:
    """The planned workouts: strength lines join one, endurance lines are their own, `session` completes the last.

    `Refused` for entries that are no workout.
    """
    planned: list[Session] = []
    for entry in entries:
        if isinstance(entry, Session):
            _add(planned, entry)
        elif isinstance(entry, SessionDetails) and planned:
            last = planned[-1]
            planned[-1] = Session(last.workout.but(**entry.changes), last.sets)
        else:
            raise Refused("Only a workout can be checked; write it such as: journal check squat 5x5 100kg.")
    return planned


def _add(planned: list[Session], session: Session) -> None:
    strength = WorkoutKind.STRENGTH
    there = next((one for one in planned if one.workout.kind is strength), None)
    if session.workout.kind is not strength or there is None:
        planned.append(session)
        return
    joined = tuple(
        replace(one, workout_id=there.workout.id, position=len(there.sets) + place)
        for place, one in enumerate(session.sets, 1)
    )
    planned[planned.index(there)] = Session(there.workout, there.sets + joined)
