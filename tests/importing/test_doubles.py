"""Which sessions of a file look like ones that the journal has from elsewhere."""

from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.importing.doubles import doubles
from journal.records import Session, Set, Workout
from journal.vocabulary import WorkoutKind

RUN, RIDE, STRENGTH, SPORT = WorkoutKind.RUN, WorkoutKind.RIDE, WorkoutKind.STRENGTH, WorkoutKind.SPORT
LEGS = ("squat 5 100", "squat 5 100", "leg-press 10 180", "leg-press 10 180")


def session(at="18:00", minutes=None, kind=STRENGTH, *, sets=(), source="garmin", km=None, day=7, name=None):
    """A session of that time, "" = only the day is known; sets are `exercise reps kg`."""
    hour, minute = (int(part) for part in (at or "12:00").split(":"))
    workout = Workout(
        id=name or uuid4(),
        started_at=datetime(2024, 8, day, hour, minute, tzinfo=UTC),
        time_known=None if at else False,
        duration_min=minutes,
        kind=kind,
        source=source,
    )
    made = [one.split() for one in sets]
    rows = [
        Set(workout_id=workout.id, position=n, exercise=name, reps=int(reps), weight_kg=float(kg))
        for n, (name, reps, kg) in enumerate(made, start=1)
    ]
    if km is not None:
        rows = [Set(workout_id=workout.id, position=1, exercise=kind.value, distance_km=km)]
    return Session(workout, tuple(rows))


def is_double(found, *there):
    return [double.found.id for double in doubles([found], there)] == [found.workout.id]


@pytest.mark.parametrize(
    ("found", "there", "double"),
    [
        # endurance: overlapping, or begun within a quarter of an hour, and the same kind
        (("7:00", 30, RUN), ("7:20", 30, RUN), True),
        (("7:00", 30, RUN), ("7:30", 30, RUN), False),
        (("7:00", None, RUN), ("7:15", None, RUN), True),
        (("7:00", None, RUN), ("7:16", None, RUN), False),
        (("7:00", 30, RUN), ("7:00", 30, RIDE), False),
        (("7:00", 30, RUN), ("7:00", 30, STRENGTH), False),
        # a forgotten timer ends nowhere
        (("7:00", 60 * 30, RUN), ("12:00", 30, RUN), False),
        (("7:00", 60 * 30, STRENGTH), ("18:00", 60, STRENGTH), False),
        # strength: overlapping; one program's strength is the other one's sport
        (("18:00", 60, STRENGTH), ("18:30", 60, STRENGTH), True),
        (("18:00", 60, STRENGTH), ("18:05", None, SPORT), True),
        (("18:00", None, STRENGTH), ("18:10", None, STRENGTH), True),
        (("18:00", 60, STRENGTH), ("18:00", 60, WorkoutKind.YOGA), False),
        (("18:00", 60, STRENGTH), ("19:00", 60, STRENGTH), False),
        (("8:00", 60, STRENGTH), ("18:00", 60, STRENGTH), False),
        # over midnight
        (("23:30", 60, RUN), ("0:10", 30, RUN, 8), True),
    ],
)
def test_by_their_times(found, there, double):
    first = session(*found[:3])
    second = session(*there[:3], source="strong", day=there[3] if len(there) > 3 else 7)
    assert is_double(first, second) is double
    assert is_double(second, first) is double


@pytest.mark.parametrize(
    ("sets", "double"),
    [
        (LEGS, True),
        (("squat 5 99.79", "squat 5 99.79", "leg-press 10 179.6", "leg-press 10 179.6"), True),
        (LEGS[:2], True),
        (LEGS[:1], False),
        (("squat 5 110", "squat 5 110", "leg-press 10 200", "leg-press 10 200"), False),
        (("squat 5 100", "squat 5 100", "plank 1 0", "dip 8 0", "crunch 20 0"), False),
        (("bench-press 5 60", "bench-press 5 60"), False),
        ((), False),
    ],
)
def test_by_their_sets_where_a_time_is_not_known(sets, double):
    found, there = session("", sets=sets), session("18:00", 60, sets=LEGS, source="strong")
    assert is_double(found, there) is double
    assert is_double(there, found) is double
    assert not is_double(session("", sets=sets, day=8), there)


@pytest.mark.parametrize(("km", "double"), [(10, True), (10.3, True), (12, False)])
def test_a_run_of_a_day_by_its_distance(km, double):
    assert (
        is_double(session("", kind=RUN, km=km), session("7:00", kind=RUN, km=10, source="strong")) is double
    )


def test_what_one_has_oneself_written_counts_as_another_source():
    assert is_double(session(), session("18:05", source=""))


def test_two_of_one_source_are_two():
    assert not is_double(session("18:00", 60), session("18:30", 60))
    assert not is_double(session("", sets=LEGS), session("", sets=LEGS))


def test_two_files_of_any_csv_may_be_of_two_programs():
    assert is_double(session("", sets=LEGS, source="csv"), session("18:00", sets=LEGS, source="csv"))


def test_what_the_journal_has_under_the_same_id_is_no_double_of_anything():
    known = session("7:00", 30, RUN)
    assert not is_double(known, known, session("7:05", 30, RUN, source="strong"))


def test_a_start_nearby_does_not_count_twice():
    # Warm-up and run, with another program that has both.
    found = [session("7:00", 9, RUN), session("7:10", 40, RUN)]
    there = [session("7:00", 9, RUN, source="strong")]
    assert [double.found.id for double in doubles(found, there)] == [found[0].workout.id]


def test_each_is_named_with_what_it_looks_like_in_the_order_of_the_file():
    found = [session("18:00", 60), session("7:00", 30, RUN), session("12:00", 30, RIDE)]
    there = [session("7:05", 30, RUN, source="strong"), session("18:10", 60, source="strong")]
    assert [(double.found.id, double.there.id) for double in doubles(found, there)] == [
        (found[0].workout.id, there[1].workout.id),
        (found[1].workout.id, there[0].workout.id),
    ]


_SESSIONS = st.lists(
    st.builds(
        lambda minute, minutes, kind, known, n: session(
            f"{minute // 60}:{minute % 60}" if known else "",
            minutes,
            kind,
            sets=LEGS[:n],
            name=UUID(int=minute * 7919 + n, version=4),
        ),
        st.integers(0, 24 * 60 - 1),
        st.none() | st.integers(1, 600),
        st.sampled_from([RUN, STRENGTH, SPORT]),
        st.booleans(),
        st.integers(0, 4),
    ),
    max_size=6,
    unique_by=lambda one: one.workout.id,
)


@given(_SESSIONS, _SESSIONS)
def test_what_is_there_already_stays_so_and_nothing_is_named_twice(found, there):
    others = [Session(one.workout.but(source="strong", id=uuid4())) for one in there]
    named = [double.found.id for double in doubles(found, others)]
    assert len(named) == len(set(named))
    # The same file again: all of it is there under its own ids.
    assert doubles(found, [*others, *found]) == []


@given(_SESSIONS)
def test_far_apart_two_workouts_are_two(found):
    there = [
        Session(
            one.workout.but(
                id=uuid4(), source="strong", started_at=one.workout.started_at + timedelta(days=3)
            )
        )
        for one in found
    ]
    assert doubles(found, there) == []
