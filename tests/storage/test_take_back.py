"""`take_back`: exactly what one import brought goes; what was edited since, or is still in use, stays and is named."""

from datetime import date

import pytest

from journal.errors import Refused
from journal.records import (
    Alias,
    CheckIn,
    Condition,
    FlagMark,
    OwnExercise,
    Pain,
    ProfileEntry,
    Set,
    TemplateSet,
    Workout,
)
from journal.storage import Change


@pytest.fixture
def bring(store, now):
    def bring(*records):
        brought = store.bring_in(records, now=now, source="strong", file="strong.csv")
        assert brought.problems == []
        return brought.batch

    return bring


@pytest.fixture
def legs(line):
    return line("2026-01-02 18:00", "squat 5 100", "squat 5 100", title="Legs")


def test_a_journal_is_as_before_the_import(store, bring, legs, line, pain, at, now, everything):
    store.record([line("2026-01-02 10:00", "squat 5 90"), pain("18:00", "knee", 3)], now=now)
    before = everything(store)
    mark = FlagMark(id=legs.workout.id, at=at("18:00"), rule="x", action="snooze")
    number = bring(
        legs.workout,
        *legs.sets,
        pain("2026-01-03 08:00", "knee", 2, workout_id=legs.workout.id),
        Alias(name="Squat (Barbell)", slug="squat"),
        OwnExercise(slug="carry", name="Carry"),
        Condition(condition="arthritis"),
        mark,
    )
    taken = store.take_back(number, now=now)
    assert taken.number == number
    assert taken.removed == {
        "workouts": 1,
        "sets": 2,
        "pain": 1,
        "conditions": 1,
        "exercises": 1,
        "aliases": 1,
        "flag_marks": 1,
    }
    assert taken.kept == ()
    assert everything(store) == before
    assert store.batches() == []


def test_only_that_import_goes(store, bring, legs, line, now):
    push = line("2026-01-05 18:00", "dip 8 0")
    first, second = bring(legs.workout, *legs.sets), bring(legs.workout, *legs.sets, push.workout, *push.sets)
    assert (first, second) == (1, 2)
    assert store.take_back(2, now=now).removed == {"workouts": 1, "sets": 1}
    assert store.sessions() == [legs]
    assert [batch.number for batch in store.batches()] == [1]


@pytest.mark.parametrize(
    "edit",
    [
        lambda legs: [Change(legs.workout, legs.workout.but(session_rpe=8))],
        lambda legs: [Change(legs.sets[1], legs.sets[1].but(reps=6))],
        lambda legs: [Change(legs.sets[1], None)],
        lambda legs: [Change(None, legs.sets[1].but(position=3))],
    ],
    ids=["workout", "set", "set taken out", "set added"],
)
def test_a_workout_that_was_edited_is_kept_with_its_sets_and_named(store, bring, legs, line, now, edit):
    push = line("2026-01-05 18:00", "dip 8 0")
    number = bring(legs.workout, *legs.sets, push.workout, *push.sets)
    store.change(edit(legs), now=now, verb="edit")
    kept = store.sessions(until=date(2026, 1, 2))
    taken = store.take_back(number, now=now)
    assert taken.removed == {"workouts": 1, "sets": 1}
    assert taken.kept == ("Legs of 2026-01-02, edited since",)
    assert store.sessions() == kept


def test_a_workout_that_was_joined_is_kept(store, bring, legs, line, now):
    number = bring(legs.workout, *legs.sets)
    store.record([line("2026-01-02 18:30", "dip 8 0")], now=now)
    assert store.take_back(number, now=now).kept == ("Legs of 2026-01-02, edited since",)
    assert len(store.rows(Set)) == 3


def test_an_edit_that_was_undone_is_no_edit(store, bring, legs, now):
    number = bring(legs.workout, *legs.sets)
    store.change([Change(legs.sets[0], legs.sets[0].but(reps=9))], now=now, verb="edit")
    store.undo(now=now)
    assert store.take_back(number, now=now).kept == ()
    assert store.is_empty()


def test_a_check_in_that_was_added_to_is_kept(store, bring, now):
    number = bring(CheckIn(date=date(2026, 1, 2), sleep_h=7), ProfileEntry(key="glass_ml", value="300"))
    store.record([CheckIn(date=date(2026, 1, 2), stress=4)], now=now)
    store.record([ProfileEntry(key="glass_ml", value="200")], now=now)
    taken = store.take_back(number, now=now)
    assert taken.removed == {}
    assert taken.kept == ("glass ml 200, edited since", "check-in of 2026-01-02, edited since")


def test_what_is_gone_already_is_not_counted(store, bring, legs, pain, now):
    number = bring(legs.workout, *legs.sets, pain("18:00", "knee", 3))
    store.change([Change(legs.workout, None)], now=now, verb="delete")
    taken = store.take_back(number, now=now)
    assert (taken.removed, taken.kept) == ({"pain": 1}, ())


def test_sets_brought_to_a_workout_of_before_go_by_themselves(store, bring, legs, now):
    store.record([legs.workout], now=now)
    number = bring(*legs.sets)
    store.change([Change(legs.sets[0], legs.sets[0].but(reps=9))], now=now, verb="edit")
    taken = store.take_back(number, now=now)
    assert taken.removed == {"sets": 1}
    assert taken.kept == ("squat 9 × 100 kg, edited since",)
    assert store.rows(Set) == [legs.sets[0].but(reps=9)]


def test_an_entry_of_ones_own_stays_and_loses_only_its_reference(store, bring, legs, pain, now):
    number = bring(legs.workout, *legs.sets)
    own = pain("18:00", "knee", 3, workout_id=legs.workout.id)
    store.record([own], now=now)
    store.take_back(number, now=now)
    assert store.rows(Pain) == [own.but(workout_id=None)]
    store.undo(now=now)
    assert store.rows(Pain) == [own]


@pytest.mark.parametrize("user", ["set", "template", "alias", None])
def test_an_exercise_stays_while_something_else_uses_it(store, bring, line, now, user):
    session = line("2026-01-02 18:00", "carry 1 60")
    number = bring(session.workout, *session.sets, OwnExercise(slug="carry", name="Zercher Carry"))
    own = {
        "set": [line("18:00", "carry 1 70")],
        "template": [TemplateSet(template="t", position=1, exercise="carry")],
        "alias": [Alias(name="zc", slug="carry")],
        None: [line("18:00", "squat 1 70")],
    }[user]
    store.record(own, now=now)
    taken = store.take_back(number, now=now)
    assert taken.kept == (("exercise Zercher Carry, still in use",) if user else ())
    assert len(store.rows(OwnExercise)) == (1 if user else 0)
    assert store.rows(Workout, until=date(2026, 1, 2)) == []


def test_an_exercise_that_another_import_uses_goes_with_the_last_of_them(store, bring, line, now, everything):
    first, second, third = (line(f"2026-01-0{day} 18:00", "carry 1 60") for day in (2, 3, 4))
    before = everything(store)
    number = bring(first.workout, *first.sets, OwnExercise(slug="carry", name="Zercher Carry"))
    bring(second.workout, *second.sets)
    bring(third.workout, *third.sets)
    assert store.take_back(number, now=now).kept == ("exercise Zercher Carry, still in use",)
    assert store.take_back(number + 1, now=now).kept == ("exercise Zercher Carry, still in use",)
    assert store.take_back(number + 2, now=now).removed == {"workouts": 1, "sets": 1, "exercises": 1}
    assert everything(store) == before
    for _ in range(3):
        store.undo(now=now)
    assert store.take_back(number + 2, now=now).kept == ()
    assert store.take_back(number + 1, now=now).kept == ()
    assert store.take_back(number, now=now).removed == {"workouts": 1, "sets": 1, "exercises": 1}
    assert everything(store) == before


def test_an_exercise_of_before_the_import_stays(store, bring, now):
    store.record([OwnExercise(slug="carry", name="Carry")], now=now)
    number = bring(OwnExercise(slug="carry", name="Carry"), Alias(name="zc", slug="carry"))
    assert store.take_back(number, now=now).removed == {"aliases": 1}
    assert len(store.rows(OwnExercise)) == 1


def test_an_exercise_that_was_given_muscles_is_kept(store, bring, now):
    number = bring(OwnExercise(slug="carry", name="Carry"))
    store.record([OwnExercise(slug="carry", name="Carry", primary_muscles=("back",))], now=now)
    assert store.take_back(number, now=now).kept == ("exercise Carry, edited since",)


def test_it_can_be_undone_and_done_again(store, bring, legs, now, everything):
    number = bring(legs.workout, *legs.sets, OwnExercise(slug="carry", name="Carry"))
    whole = everything(store)
    store.take_back(number, now=now)
    taken = store.undo(now=now)
    assert taken.verb == "undo-import"
    assert taken.summary == "took back the removal of exercise Carry and squat 2 × 5 × 100 kg"
    assert everything(store) == whole
    assert [batch.number for batch in store.batches()] == [number]
    store.redo(now=now)
    assert store.is_empty()
    assert store.batches() == []


def test_an_import_that_is_not_there_is_refused(store, bring, legs, now):
    with pytest.raises(Refused, match="there is no import 1;"):
        store.take_back(1, now=now)
    number = bring(legs.workout, *legs.sets)
    store.take_back(number, now=now)
    with pytest.raises(Refused, match=f"there is no import {number};"):
        store.take_back(number, now=now)


def test_the_number_of_an_import_that_was_taken_back_is_not_used_again(store, bring, legs, now):
    assert bring(legs.workout, *legs.sets) == 1
    store.take_back(1, now=now)
    assert bring(legs.workout, *legs.sets) == 2
    assert [batch.number for batch in store.batches()] == [2]
