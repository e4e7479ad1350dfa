"""`bring_in`: what is new is added as one batch, what is there stays as it is, what contradicts is a problem."""

from datetime import date, timedelta, timezone
from uuid import uuid4

import pytest

from journal.errors import Refused
from journal.records import (
    Alias,
    CheckIn,
    OwnExercise,
    Pain,
    ProfileEntry,
    Session,
    Set,
    SymptomEntry,
    TemplateSet,
    Workout,
)
from journal.storage import Batch, Change


@pytest.fixture
def bring(store, now):
    def bring(*records, **options):
        return store.bring_in(records, now=now, source="strong", file="strong.csv", **options)

    return bring


@pytest.fixture
def history(line, pain):
    """Two workouts with sets, and what came with them."""
    legs, push = (
        line("2026-01-02 18:00", "squat 5 100", "zercher-carry 1 60"),
        line("2026-01-05 18:00", "dip 8 0"),
    )
    hurt = pain("2026-01-07 08:00", "knee", 3, workout_id=push.workout.id)
    return [
        legs.workout,
        *legs.sets,
        push.workout,
        *push.sets,
        hurt,
        SymptomEntry(id=uuid4(), at=hurt.at, symptom="fever", present=False, pain_id=hurt.id),
        CheckIn(date=date(2026, 1, 1), sleep_h=7),
        OwnExercise(slug="zercher-carry", name="Zercher Carry"),
        Alias(name="Squat (Barbell)", slug="squat", source="strong"),
        TemplateSet(template="legs", position=1, exercise="squat"),
        ProfileEntry(key="weight_unit", value="kg"),
    ]


ADDED = {
    "workouts": 2,
    "sets": 3,
    "pain": 1,
    "symptoms": 1,
    "checkins": 1,
    "exercises": 1,
    "aliases": 1,
    "templates": 1,
    "profile": 1,
}


def test_a_first_import_adds_everything_as_one_batch(store, bring, history, now):
    brought = bring(*history)
    assert brought.batch == 1
    assert brought.added == ADDED
    assert brought.problems == []
    assert set(brought.already_there.values()) == {0}
    assert brought.new_exercises == ("Zercher Carry",)
    for record in history:
        assert store.get(type(record), record.key) == record
    assert store.batches() == [
        Batch(1, now, "strong", "strong.csv", ADDED, date(2026, 1, 1), date(2026, 1, 7))
    ]
    assert store.batches()[0].at.utcoffset() == timedelta(hours=1)


def test_the_same_again_adds_nothing(store, bring, history, everything):
    bring(*history)
    before = everything(store)
    brought = bring(*reversed(history))
    assert (brought.batch, brought.problems, brought.new_exercises) == (None, [], ())
    assert brought.added == {"workouts": 0, "sets": 0}
    assert brought.already_there == ADDED
    assert everything(store) == before
    assert len(store.batches()) == 1


def test_what_is_new_is_added_beside_what_is_there(store, bring, history, line):
    bring(*history)
    more = line("2026-02-01 18:00", "squat 5 105")
    brought = bring(*history, more.workout, *more.sets)
    assert (brought.batch, brought.added) == (2, {"workouts": 1, "sets": 1})
    assert brought.already_there["workouts"] == 2
    assert [batch.number for batch in store.batches()] == [1, 2]


def test_a_dry_run_says_the_same_and_writes_nothing(store, bring, history, now):
    brought = bring(*history, dry_run=True)
    assert (brought.batch, brought.added, brought.new_exercises) == (None, ADDED, ("Zercher Carry",))
    assert store.is_empty()
    assert store.batches() == []
    assert store.undo(now=now) is None


def test_nothing_is_no_batch(store, bring, now):
    brought = bring()
    assert (brought.batch, brought.added, brought.already_there) == (None, {"workouts": 0, "sets": 0}, {})
    assert store.undo(now=now) is None


@pytest.mark.parametrize(
    ("field", "there", "new", "reason"),
    [
        ("score", 3, 5, "score is '3' in the journal and '5' in the import"),
        ("side", None, "left", "side is empty in the journal and 'left' in the import"),
        ("note", "x" * 100, "", f"note is '{'x' * 57}...' in the journal and empty in the import"),
        (
            "qualities",
            ("dull", "sharp"),
            ("dull",),
            "qualities is 'dull;sharp' in the journal and 'dull' in the import",
        ),
        ("sudden", None, False, "sudden is empty in the journal and 'False' in the import"),
    ],
)
def test_an_id_with_other_content_is_a_problem_and_nothing_is_written(
    store, bring, pain, field, there, new, reason
):
    old, other = pain("18:00", "knee", 3), pain("18:10", "hip", 1)
    bring(old.but(**{field: there}))
    for dry_run in (True, False):
        brought = bring(other, old.but(**{field: new}), dry_run=dry_run)
        assert brought.problems == [("pain", old.key, reason)]
        assert (brought.batch, brought.added, brought.new_exercises) == (None, {"workouts": 0, "sets": 0}, ())
    assert store.rows(Pain) == [old.but(**{field: there})]


def test_another_offset_of_the_same_instant_is_other_content(store, bring, pain):
    old = pain("18:00", "knee", 3)
    bring(old)
    [(_, key, reason)] = bring(old.but(at=old.at.astimezone(timezone(timedelta(hours=2))))).problems
    assert (key, reason) == (old.key, "its offset from UTC is another one in the journal")


def test_without_its_problems_the_rest_can_be_brought_in(store, bring, history):
    bring(history[0].but(title="mine"))
    brought = bring(*history)
    assert [problem[:2] for problem in brought.problems] == [("workouts", history[0].key)]
    bad = {problem[:2] for problem in brought.problems}
    brought = bring(*[record for record in history if (record.TABLE, record.key) not in bad])
    assert (brought.problems, brought.batch) == ([], 2)
    assert brought.added == ADDED | {"workouts": 1}
    assert store.get(Workout, history[0].key).title == "mine"
    assert len(store.rows(Set)) == 3


def test_sets_are_known_by_their_workout_and_position(store, bring, line):
    session = line("18:00", "squat 5 100", "squat 5 100")
    bring(session.workout, session.sets[0])
    brought = bring(session.workout, *session.sets)
    assert (brought.added, brought.already_there) == ({"workouts": 0, "sets": 1}, {"workouts": 1, "sets": 1})
    brought = bring(session.sets[1].but(reps=6))
    assert brought.problems == [
        ("sets", session.sets[1].key, "reps is '5' in the journal and '6' in the import")
    ]
    assert store.sessions() == [session]


@pytest.mark.parametrize("table", ["sets", "pain", "symptoms"])
def test_what_points_to_a_record_that_is_nowhere_is_a_problem_naming_it(store, bring, line, pain, at, table):
    nowhere = line("18:00", "squat 5 100")
    target = nowhere.workout.id
    record = {
        "sets": nowhere.sets[0],
        "pain": pain("18:00", "knee", 3, workout_id=target),
        "symptoms": SymptomEntry(id=uuid4(), at=at("18:00"), symptom="fever", present=True, pain_id=target),
    }[table]
    brought = bring(pain("18:10", "hip", 1), record)
    other = "pain" if table == "symptoms" else "workouts"
    reason = f"there is no {other} {target}, neither in the import nor in the journal"
    assert brought.problems == [(table, record.key, reason)]
    assert store.is_empty()


@pytest.mark.parametrize("name", ["Workout", "Set", "ProfileEntry", "CheckIn", "TemplateSet"])
def test_a_key_that_stands_twice_is_refused(store, bring, history, name):
    record = next(one for one in history if type(one).__name__ == name)
    with pytest.raises(Refused, match=f"{record.TABLE} {record.key} stands twice"):
        bring(*history, record)
    assert store.is_empty()


def test_an_imported_workout_keeps_its_day_for_its_sets(store, bring, line, now):
    session = line("2026-01-02 00:30", "squat 5 100", "squat 5 100")
    bring(session.workout, session.sets[0])
    bring(session.sets[1])
    day = date(2026, 1, 2)
    assert store.rows(Set, since=day, until=day) == list(session.sets)
    assert store.batches()[1].first == store.batches()[1].last == day


def test_an_import_is_one_step_and_its_undo_takes_the_batch_too(store, bring, history, now, everything):
    bring(*history)
    whole = everything(store)
    taken = store.undo(now=now)
    assert taken.verb == "import"
    sets = [change.after for change in taken.changes if isinstance(change.after, Set)]
    assert sets == [record for record in history if isinstance(record, Set)]
    assert taken.summary == (
        "took back 2 workouts, 3 sets, 1 pain entry, 1 symptom, 1 check-in, 1 exercise, 1 alias, "
        "1 template set and 1 profile entry"
    )
    assert store.is_empty()
    assert store.batches() == []
    store.redo(now=now)
    assert everything(store) == whole
    assert [batch.added for batch in store.batches()] == [ADDED]
    assert store.take_back(1, now=now).removed == ADDED


def test_what_the_importer_calls_itself_is_cleaned(store, line, now):
    store.bring_in([line("18:00").workout], now=now, source="a\x1b[31m", file="\x00b\u202e.csv")
    [batch] = store.batches()
    assert (batch.source, batch.file) == ("a[31m", "b.csv")


def test_an_import_of_many_thousand_sets_is_read_and_taken_back_whole(store, line, now):
    records = []
    for number in range(600):
        session = line(
            f"2026-01-0{number % 9 + 1} 10:{number % 60:02}", "squat 5 100", "dip 8 0", "plank 1 0"
        )
        records += [session.workout, *session.sets]
    brought = store.bring_in(records, now=now, source="x", file="f")
    assert brought.added == {"workouts": 600, "sets": 1800}
    assert sum(len(session.sets) for session in store.sessions()) == 1800
    assert store.take_back(1, now=now).removed == {"workouts": 600, "sets": 1800}
    store.undo(now=now)
    store.undo(now=now)
    assert store.is_empty()


def test_records_change_and_import_side_by_side(store, bring, history, line, now):
    own = line("2026-01-02 18:30", "squat 5 100")
    store.change([Change(None, own.workout), Change(None, own.sets[0])], now=now, verb="log")
    bring(*history)
    assert Session(own.workout, own.sets) in store.sessions()
