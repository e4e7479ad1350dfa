"""`change`: new, edited and deleted records, all or none, and only from the state that the writer saw."""

from datetime import date

import pytest

from journal.errors import Refused
from journal.records import CheckIn, Condition, Pain, Session, Set, SymptomEntry, TemplateSet, Workout
from journal.storage import Change


def test_records_of_all_kinds_are_written_in_one_step(store, line, pain, now):
    session = line("18:00", "squat 5 100", "squat 5 100")
    hurt = pain("18:30", "knee", 4, workout_id=session.workout.id)
    changes = [Change(None, record) for record in (session.workout, *session.sets, hurt)]
    step = store.change(changes, now=now, verb="workout")
    assert (step.verb, step.at, step.changes) == ("workout", now, tuple(changes))
    assert step.summary == "recorded pain, knee, 4 and squat 2 × 5 × 100 kg"
    assert store.sessions() == [session]
    assert store.rows(Pain) == [hurt]
    store.undo(now=now)
    assert store.is_empty()


def test_a_workout_written_by_a_change_does_not_join(store, line, now):
    store.record([line("18:00", "squat 5 100")], now=now)
    session = line("18:10", "squat 5 100")
    store.change([Change(None, session.workout), Change(None, session.sets[0])], now=now, verb="workout")
    assert len(store.sessions()) == 2


def test_sets_are_edited_added_and_taken_out_together(store, line, now):
    session = line("18:00", "squat 5 100", "squat 5 100", "squat 5 100")
    store.record([session], now=now)
    first, second, third = session.sets
    step = store.change(
        [Change(first, first.but(reps=6)), Change(third, None), Change(None, third.but(position=4))],
        now=now,
        verb="edit",
    )
    assert store.sessions() == [Session(session.workout, (first.but(reps=6), second, third.but(position=4)))]
    assert step.summary == "recorded squat 5 × 100 kg, changed squat 6 × 100 kg and removed squat 5 × 100 kg"


def test_a_workout_goes_with_its_sets_and_what_points_to_it_stays(store, line, pain, at, now):
    session, other = line("18:00", "squat 5 100"), line("10:00", "dip 8 0")
    hurt = pain("18:30", "knee", 4, workout_id=session.workout.id)
    sign = SymptomEntry(id=hurt.id, at=at("18:31"), symptom="fever", present=False, pain_id=hurt.id)
    store.record([session, other, hurt, sign], now=now)
    store.change([Change(session.workout, None)], now=now, verb="delete")
    assert store.sessions() == [other]
    assert store.rows(Pain) == [hurt.but(workout_id=None)]
    store.change([Change(hurt.but(workout_id=None), None)], now=now, verb="delete")
    assert store.rows(SymptomEntry) == [sign.but(pain_id=None)]


def test_sets_follow_their_workout_to_another_day(store, line, at, now):
    session = line("18:00", "squat 5 100")
    store.record([session], now=now)
    moved = session.workout.but(started_at=at("2026-11-20 18:00"))
    store.change([Change(session.workout, moved)], now=now, verb="edit")
    assert store.rows(Set, until=date(2026, 11, 20)) == list(session.sets)
    store.undo(now=now)
    assert store.rows(Set, since=date(2026, 11, 25)) == list(session.sets)


def test_a_change_of_what_was_changed_meanwhile_is_refused(store, pain, now):
    seen, untouched = pain("18:00", "knee", 4), pain("18:10", "hip", 1)
    store.record([seen, untouched], now=now)
    store.change([Change(seen, seen.but(score=5))], now=now, verb="edit")
    for after in (seen.but(score=6), None):
        with pytest.raises(Refused, match=r"^pain, knee, 4 was changed meanwhile"):
            store.change([Change(untouched, None), Change(seen, after)], now=now, verb="edit")
    assert store.rows(Pain) == [seen.but(score=5), untouched]


def test_a_change_of_what_is_gone_is_refused(store, pain, now):
    gone = pain("18:00", "knee", 4)
    with pytest.raises(
        Refused, match=r"^pain, knee, 4 is not in the journal any more: it was removed meanwhile"
    ):
        store.change([Change(gone, gone.but(score=5))], now=now, verb="edit")


def test_a_key_cannot_be_changed(store, pain, line, now):
    one, other = pain("18:00", "knee", 4), pain("18:10", "hip", 1)
    store.record([one], now=now)
    for after in (other, line("18:00").workout):
        with pytest.raises(Refused, match=f"pain {one.id} cannot become {after.TABLE} {after.key}"):
            store.change([Change(one, after)], now=now, verb="edit")
    assert store.rows(Pain) == [one]


@pytest.mark.parametrize(
    "record",
    [
        CheckIn(date=date(2026, 11, 25), stress=4),
        Condition(condition="arthritis"),
        TemplateSet(template="a/b", position=1, exercise="squat"),
    ],
    ids=lambda record: record.TABLE,
)
def test_a_new_record_of_a_key_that_is_there_is_refused(store, now, record):
    store.change([Change(None, record)], now=now, verb="new")
    with pytest.raises(Refused, match=f"{record.TABLE} {record.key} is already in the journal"):
        store.change([Change(None, record)], now=now, verb="new")


def test_two_new_records_of_one_key_are_refused(store, pain, now):
    one = pain("18:00", "knee", 4)
    with pytest.raises(Refused, match=f"pain {one.id} is already in the journal"):
        store.change([Change(None, one), Change(None, one.but(score=5))], now=now, verb="new")
    assert store.is_empty()


def test_an_edit_that_points_to_nothing_is_refused(store, pain, line, now):
    hurt, nowhere = pain("18:00", "knee", 4), line("18:00").workout.id
    store.record([hurt], now=now)
    with pytest.raises(Refused, match=f"workouts {nowhere} is not in the journal"):
        store.change([Change(hurt, hurt.but(workout_id=nowhere))], now=now, verb="edit")


@pytest.mark.parametrize("changes", [[], [Change(None, None)]])
def test_no_change_is_no_step(store, now, changes):
    step = store.change(changes, now=now, verb="edit")
    assert (step.id, step.summary) == (0, "edit")
    assert store.undo(now=now) is None


def test_what_is_written_and_deleted_in_one_step_leaves_nothing_to_undo_wrongly(store, line, now, everything):
    session = line("18:00", "squat 5 100")
    store.record([session], now=now)
    before = everything(store)
    extra = session.sets[0].but(position=2)
    store.change(
        [
            Change(None, extra),
            Change(session.sets[0], session.sets[0].but(reps=9)),
            Change(session.workout, None),
        ],
        now=now,
        verb="mixed",
    )
    assert store.is_empty()
    store.undo(now=now)
    assert everything(store) == before
    store.redo(now=now)
    assert store.is_empty()
    assert store.rows(Workout) == []


def test_a_workout_replaced_within_one_step_comes_back_as_it_was(store, line, now, everything):
    session = line("18:00", "squat 5 100")
    store.record([session], now=now)
    before = everything(store)
    new = session.workout.but(title="again")
    store.change([Change(session.workout, None), Change(None, new)], now=now, verb="replace")
    after = everything(store)
    assert (store.rows(Workout), store.rows(Set)) == ([new], [])
    store.undo(now=now)
    assert everything(store) == before
    store.redo(now=now)
    assert everything(store) == after


def test_a_record_may_be_changed_twice_in_one_step(store, pain, now):
    seen, other = pain("18:00", "knee", 4), pain("18:10", "hip", 1)
    store.record([seen, other], now=now)
    worse = seen.but(score=5)
    edits = [Change(seen, worse), Change(other, other.but(score=2)), Change(worse, worse.but(score=6))]
    store.change(edits, now=now, verb="edit")
    assert [one.score for one in store.rows(Pain)] == [6, 2]
    store.undo(now=now)
    assert store.rows(Pain) == [seen, other]


def test_many_records_are_deleted_together_and_come_back(store, line, now):
    session = line("18:00", *["squat 5 100"] * 20)
    store.record([session], now=now)
    store.change([Change(one, None) for one in session.sets[5:]], now=now, verb="delete")
    assert store.rows(Set) == list(session.sets[:5])
    store.undo(now=now)
    assert store.sessions() == [session]
