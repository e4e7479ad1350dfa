"""What the page of exercises reads: the groups of the list, and one exercise in full."""

from datetime import date, timedelta
from uuid import uuid4

import pytest

from journal.analysis.training.bests import bests
from journal.entry import Writer
from journal.exercises import catalogue
from journal.records import Alias, OwnExercise, Session, Set, TemplateSet, Workout
from journal.storage import Change
from journal.tui.reading.exercises import (
    DONE,
    NEAR,
    OTHERS,
    OWN,
    UNMAPPED,
    read_in_full,
    read_shelf,
    sets_said,
)
from journal.tui.wording.exercises import TAGS, ago, bests_said, other_names, tags_said, trains
from journal.vocabulary import DistanceUnit, ExerciseTag, MassUnit


@pytest.fixture
def keep(store, now):
    def keep(*records):
        store.change([Change(None, record) for record in records], now=now, verb="log")

    return keep


@pytest.fixture
def writer(store, now):
    """Who writes, with the names that the journal has by now."""

    def writer(**units):
        known = catalogue(store.rows(OwnExercise), store.rows(Alias))
        return Writer(now=now, zone=now.tzinfo, catalogue=known, **units)

    return writer


@pytest.fixture
def session(now):
    """A workout some days ago: `session(3, "squat", {"reps": 5})`."""

    def session(days_ago, exercise, *sets, kind="strength"):
        workout = Workout(id=uuid4(), started_at=now - timedelta(days=days_ago), kind=kind)
        made = [
            Set(workout_id=workout.id, position=position, exercise=exercise, **fields)
            for position, fields in enumerate(sets, 1)
        ]
        return Session(workout, tuple(made))

    return session


def groups(shelf, typed=""):
    return {group.title: [row.exercise.slug for row in group.rows] for group in shelf.found(typed)}


def test_what_was_done_stands_before_own_ones_and_the_rest_and_what_nobody_mapped_before_all(
    store, keep, write, writer
):
    keep(
        OwnExercise(slug="zercher-walk", name="Zercher Walk"),
        OwnExercise(slug="yoke", name="Yoke", kind="strength", primary_muscles=("back",)),
    )
    write("squat 2x5 100kg; dip 3x8; run 5km 25min")
    shelf = groups(read_shelf(store, writer()))
    assert list(shelf) == [UNMAPPED, DONE, OWN, OTHERS]
    assert shelf[UNMAPPED] == ["zercher-walk"]
    assert shelf[DONE] == ["dip", "squat", "run"]
    assert shelf[OWN] == ["yoke"]
    assert sum(map(len, shelf.values())) == len(writer().catalogue)


def test_the_latest_stands_first_with_how_often_and_when(store, keep, session, writer):
    for one in (session(30, "squat", {}, {}), session(9, "squat", {}), session(2, "dip", {})):
        keep(one.workout, *one.sets)
    done = next(group for group in read_shelf(store, writer()).groups if group.title == DONE)
    assert [(row.exercise.slug, row.use.workouts, row.use.sets, row.use.last) for row in done.rows] == [
        ("dip", 1, 1, date(2026, 11, 23)),
        ("squat", 2, 3, date(2026, 11, 16)),
    ]


def test_what_is_typed_narrows_the_list_and_what_was_done_stands_first_among_equals(store, write, writer):
    write("front squat 2x5 60kg")
    shelf = read_shelf(store, writer())
    assert groups(shelf, "squa")[""][0] == "squat"
    assert groups(shelf, "barbell")[""] != []
    assert groups(shelf, "front")[""][0] == "front-squat"
    assert list(groups(shelf, "deadlfit")) == [NEAR]
    assert groups(shelf, "qqqqqq") == {}
    assert groups(shelf, "  ") == groups(shelf)


def test_a_set_of_an_exercise_that_nothing_describes_is_listed_too(store, keep, session, writer):
    lost = session(1, "lost-one", {"reps": 5})
    keep(lost.workout, *lost.sets)
    assert groups(read_shelf(store, writer()))[DONE] == ["lost-one"]
    assert read_in_full(store, writer(), "lost-one", None).exercise.name == "lost one"
    assert read_in_full(store, writer(), "nowhere", None) is None


def test_an_exercise_in_full(store, keep, write, writer, session):
    keep(Alias(name="sq", slug="squat"), TemplateSet(template="Legs", position=1, exercise="squat"))
    older = session(7, "squat", {"reps": 5, "weight_kg": 90})
    keep(older.workout, *older.sets)
    write("squat 2x5 100kg @8")
    found = read_in_full(store, writer(), "squat", store.use()["squat"])
    assert [(done.day.isoformat(), done.words) for done in found.history] == [
        ("2026-11-25", "2 × 5 × 100 kg, RPE 8"),
        ("2026-11-18", "1 × 5 × 90 kg"),
    ]
    assert found.history[1].workout == older.workout.id
    assert [one.name for one in found.given] == ["sq"]
    assert found.templates == ("Legs",)
    assert (found.use.sets, found.own, found.is_unmapped) == (3, None, False)


def test_an_imported_one_is_told_from_one_that_was_described(store, keep, writer):
    keep(OwnExercise(slug="zw", name="ZW"), OwnExercise(slug="yoke", name="Yoke", tags=("axial-load",)))
    assert read_in_full(store, writer(), "zw", None).is_unmapped
    assert not read_in_full(store, writer(), "yoke", None).is_unmapped


@pytest.mark.parametrize(
    ("kind", "exercise", "sets", "words"),
    [
        ("run", "run", [{"distance_km": 5, "duration_s": 1500}], "5 km in 25:00"),
        ("run", "run", [{"distance_km": 1}, {"distance_km": 2}], "1 km; 2 km"),
        ("strength", "plank", [{"duration_s": 60}, {"duration_s": 60}], "2 × 60 s"),
        ("strength", "pull-up", [{"reps": 5, "weight_kg": -20}], "1 × 5 × -20 kg"),
        ("strength", "squat", [{}], "1"),
        ("yoga", "gentle-yoga", [{}], "done"),
    ],
)
def test_what_was_done_is_told_without_the_name(session, writer, kind, exercise, sets, words):
    assert sets_said(session(0, exercise, *sets, kind=kind), writer()) == words


def test_amounts_are_told_in_the_units_of_the_writer(session, writer):
    lifted = session(0, "squat", {"reps": 5, "weight_kg": 45.359237})
    assert sets_said(lifted, writer(weight_unit=MassUnit.LB)) == "1 × 5 × 100 lb"


def test_the_bests_in_words(session, writer):
    squats = [
        session(2, "squat", {"reps": 10, "weight_kg": 90}, {"reps": 1, "weight_kg": 110}),
    ]
    assert bests_said(bests(squats), writer()) == (
        ("maximum", "about 120 kg, from 10 × 90 kg on 23 Nov 2026"),
        ("heaviest", "1 × 110 kg on 23 Nov 2026"),
    )
    in_pounds = bests_said(bests(squats), writer(weight_unit=MassUnit.LB))
    assert in_pounds[0][1] == "about 264.6 lb, from 10 × 198.42 lb on 23 Nov 2026"
    runs = [session(2, "run", {"distance_km": 5, "duration_s": 1500}, kind="run")]
    assert bests_said(bests(runs), writer(distance_unit=DistanceUnit.MI)) == (
        ("farthest", "3.11 mi in 25:00 on 23 Nov 2026"),
        ("longest", "25:00 on 23 Nov 2026"),
    )
    assert bests_said(bests([session(2, "dip", {"reps": 12})]), writer()) == (
        ("most reps", "12 on 23 Nov 2026"),
    )
    assert bests_said(bests([session(2, "plank", {"duration_s": 75})]), writer())[0][1].startswith("75 s")


def test_muscles_and_tags_in_words():
    squat = catalogue().get("squat")
    assert trains(squat) == "quads and glutes; also hamstrings, adductors and back"
    assert tags_said(squat) == "weight on the spine; strengthens bones"
    assert set(TAGS) == set(ExerciseTag)


def test_other_names_are_told_once_those_given_by_the_writer_first():
    names = other_names(catalogue().get("run"), ["Laufband", "RUN", "Running"])
    assert names[:2] == ("Laufband", "Running")
    assert "Run" not in names
    assert len({name.casefold() for name in names}) == len(names)


@pytest.mark.parametrize(
    ("days", "words"),
    [(0, "today"), (1, "1 d ago"), (13, "13 d ago"), (14, "2 wk ago"), (363, "51 wk ago"), (364, "1 y ago")],
)
def test_how_long_ago(now, days, words):
    assert ago(now.date() - timedelta(days=days), now.date()) == words
