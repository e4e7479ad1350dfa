"""Lines of a workout that is only planned."""

import pytest

from journal.entry.planning import plan
from journal.errors import Refused
from journal.vocabulary import WorkoutKind


@pytest.fixture(scope="module")
def planned(entries):
    return lambda line: plan(entries(line))


def test_strength_lines_are_one_workout_in_their_order(planned):
    (session,) = planned("squat 2x5 100kg; bench 1x8 60kg; plank 1x45s")
    assert [(one.position, one.exercise) for one in session.sets] == [
        (1, "squat"),
        (2, "squat"),
        (3, "bench-press"),
        (4, "plank"),
    ]
    assert {one.workout_id for one in session.sets} == {session.workout.id}


def test_endurance_lines_are_workouts_of_their_own(planned):
    sessions = planned("squat 1x5; run 5km 28:30; ride 20km; deadlift 1x5")
    assert [one.workout.kind for one in sessions] == ["strength", "run", "ride"]
    assert [one.exercise for one in sessions[0].sets] == ["squat", "deadlift"]


def test_a_session_line_completes_the_workout_before_it(planned):
    sessions = planned("squat 1x5; run 5km; session 40min @7 trail")
    assert [one.workout.duration_min for one in sessions] == [None, 40]
    assert (sessions[1].workout.session_rpe, sessions[1].workout.surface) == (7, "trail")
    assert sessions[1].workout.kind is WorkoutKind.RUN


@pytest.mark.parametrize("line", ["water", "session 55min @7", "squat 1x5; pain knee 4"])
def test_what_is_no_workout_is_refused(line, planned):
    with pytest.raises(Refused, match="Only a workout can be checked; write it such as: journal check squat"):
        planned(line)
