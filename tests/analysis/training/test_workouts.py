"""Workouts as the rules see them: their end, their load, and what their exercises amount to."""

import pytest
from journals import CATALOGUE, run, when, workout

from journal.analysis.frames import Frames
from journal.records import Set
from journal.vocabulary import Region

AT = "2026-11-20 18:00"


def bout(*records):
    """The only workout of these records."""
    made = [one for some in records for one in (some if isinstance(some, list) else [some])]
    (found,) = Frames.of(made, CATALOGUE).bouts
    return found


@pytest.mark.parametrize(
    ("kg", "reps", "estimated"),
    [
        (100, 1, 100),
        (100, 5, 116.667),
        (100, 10, 133.333),
        (80, 8, 101.333),
        (60, 12, 84.0),
        (60, 13, None),
        (60, 0, None),
    ],
)
def test_the_estimated_maximum_is_that_of_epley_up_to_12_repetitions(kg, reps, estimated):
    shown = bout(workout(AT, ("squat", 1, reps, kg))).work[0].e1rm_kg

    assert shown == (None if estimated is None else pytest.approx(estimated, abs=1e-3))


@pytest.mark.parametrize(
    ("rpe", "minutes", "load"),
    [
        (7, 30, 210),
        (6, 30, 180),
        (7, 60, 420),
        (6, 50, 300),
        (0, 60, 0),
        (None, 60, None),
        (7, None, None),
        (7, 300, 2100),
        (7, 301, None),
    ],
)
def test_the_load_is_effort_times_minutes_and_unknown_without_either(rpe, minutes, load):
    assert bout(workout(AT, minutes=minutes, rpe=rpe)).load == load


@pytest.mark.parametrize(
    ("minutes", "end", "assumed"),
    [
        (45, "18:45", False),
        (None, "19:00", True),
        (300, "23:00", False),
        (301, "19:00", True),
        (0, "19:00", True),
    ],
)
def test_the_end_of_a_workout_is_assumed_after_an_hour_when_it_is_not_known(minutes, end, assumed):
    found = bout(workout(AT, minutes=minutes))

    assert (found.end, found.end_assumed) == (when(f"2026-11-20 {end}").timestamp(), assumed)


def test_a_workout_belongs_to_the_local_date_of_its_start():
    assert bout(workout("2026-11-20 23:30-08:00")).day == when("2026-11-20 12:00").toordinal()
    assert bout(workout("2026-11-20 00:30+13:00")).day == when("2026-11-20 12:00").toordinal()


def sets(*rows, **session):
    """A session of (exercise, kind, reps, kg, rpe)."""
    made, *_ = workout(AT, **session)
    return [
        made,
        *(
            Set(
                workout_id=made.id, position=place, exercise=slug, kind=kind, reps=reps, weight_kg=kg, rpe=rpe
            )
            for place, (slug, kind, reps, kg, rpe) in enumerate(rows, 1)
        ),
    ]


def test_what_an_exercise_amounts_to_over_its_working_sets():
    found = bout(
        sets(
            ("squat", "warmup", 10, 200, None),
            ("squat", None, 5, 100, 8),
            ("bench-press", None, 8, 60, None),
            ("squat", "drop", 8, 80, 3),
            ("squat", "failure", 3, 110, 5),
        )
    )

    squat, bench = found.work
    assert (squat.sets, squat.counted, squat.hard, squat.reps) == (3, 2, 1, 16)
    assert squat.tonnage_kg == 5 * 100 + 8 * 80 + 3 * 110
    assert (squat.top_kg, squat.top_position, squat.position) == (110, 5, 2)
    assert squat.top_e1rm_kg == pytest.approx(121)
    assert squat.e1rm_kg == pytest.approx(121)
    assert (bench.counted, bench.hard) == (1, 1)
    assert found.tonnage_kg == squat.tonnage_kg + bench.tonnage_kg


def test_the_heaviest_set_and_the_best_estimate_may_be_two_sets():
    work = bout(sets(("squat", None, 1, 120, None), ("squat", None, 10, 100, None))).work[0]

    assert (work.top_kg, work.top_e1rm_kg) == (120, 120)
    assert work.e1rm_kg == pytest.approx(133.333, abs=1e-3)


def test_the_effort_is_that_of_the_session_else_that_of_the_hardest_set():
    rows = ("squat", "warmup", 5, 40, 9), ("squat", None, 5, 100, 7), ("squat", None, 5, 90, 6)
    curls = ("barbell-curl", None, 8, 30, 8)

    assert bout(sets(*rows, curls, rpe=3)).effort() == 3
    assert bout(sets(*rows, curls)).effort() == 8
    assert bout(sets(*rows, curls)).effort(Region.KNEE) == 7
    assert bout(sets(*rows, curls)).effort(Region.HEAD) is None
    assert bout(sets(("squat", None, 5, 100, None))).effort() is None
    assert bout(workout(AT)).effort() is None


def test_the_effort_of_the_session_stands_for_sets_without_one():
    rows = ("squat", None, 5, 100, None), ("squat", None, 5, 100, 7)

    assert bout(sets(*rows, rpe=3)).work[0].counted == 1
    assert bout(sets(*rows, rpe=5)).work[0].hard == 1
    assert bout(sets(*rows)).work[0].hard == 2


def test_body_weight_and_assistance_are_repetitions_and_no_tonnage():
    work = bout(sets(("pull-up", None, 8, None, None), ("pull-up", None, 8, -20, None))).work[0]

    assert (work.reps, work.tonnage_kg, work.top_kg, work.e1rm_kg) == (16, 0, -20, None)


def test_groups_that_need_rest_are_the_primary_ones_of_work_that_is_not_gentle():
    found = bout(workout(AT, ("squat", 3, 5, 100), ("plank", 3, 1), ("childs-pose", 3, 1), ("run", 1, 1)))

    assert found.muscles == {"quads": 3, "glutes": 3}
    assert [work.exercise.slug for work in found.training(include_endurance=True)] == ["squat", "run"]


@pytest.mark.parametrize(
    ("exercise", "loaded", "spared"),
    [
        ("squat", {"lower-back", "knee", "hip", "neck"}, {"calf", "head", "wrist", "elbow"}),
        ("bench-press", {"chest", "shoulder"}, {"lower-back", "elbow"}),
        ("dumbbell-curl", {"elbow", "upper-arm"}, {"wrist", "shoulder"}),
        ("box-jump", {"lower-back", "ankle", "shin", "knee"}, {"neck", "wrist"}),
        ("crunch", {"lower-back", "abdomen"}, {"knee"}),
    ],
)
def test_regions_that_an_exercise_loads(exercise, loaded, spared):
    found = bout(workout(AT, (exercise, 3, 5, 20)))

    assert loaded <= found.loads
    assert not spared & found.loads


@pytest.mark.parametrize("exercise", ["elliptical", "walk", "childs-pose", "plank", "cat-cow"])
def test_gentle_work_loads_nothing(exercise):
    found = bout(workout(AT, (exercise, 3, 5)))

    assert not found.loads | found.touches


def test_only_relief_is_exempt_and_nothing_is_not_relief():
    assert bout(workout(AT, ("childs-pose", 1, 1), ("cat-cow", 1, 1))).is_relief_only
    assert not bout(workout(AT, ("childs-pose", 1, 1), ("squat", 1, 1))).is_relief_only
    assert not bout(workout(AT)).is_relief_only


def test_an_exercise_that_nobody_knows_has_no_muscles():
    found = bout(workout(AT, ("zercher-carry", 3, 5, 50)))

    assert (found.muscles, found.loads, found.tonnage_kg) == ({}, frozenset(), 750)


def test_a_run_has_its_kilometres():
    found = bout(run(AT, 10.5))

    assert (found.km, found.is_endurance) == (10.5, True)


def test_the_order_in_which_sets_were_stored_changes_nothing():
    made, *rows = sets(*(("squat", None, 3, 100.1 + place / 7, None) for place in range(9)))

    assert bout(made, *rows) == bout(*reversed(rows), made)
