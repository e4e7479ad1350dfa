"""Every verb is one step, which undo takes back to the last row and redo does again."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from journal.records import (
    Alias,
    CheckIn,
    Pain,
    ProfileEntry,
    SessionDetails,
    Set,
    SymptomEntry,
    Workout,
)
from journal.storage import Change, open_store
from journal.storage.table_rows import fetch, stored
from journal.storage.tables import batch_rows, batches, open_workouts


def _all_of(store, everything):
    """Every row that undo answers for, of the inner tables too."""
    with store._engine.connect().execution_options(reading=True) as connection:
        inner = [
            fetch(connection, stored(table, connection.dialect.name).order_by(*table.primary_key))
            for table in (open_workouts, batches, batch_rows)
        ]
    return everything(store), inner


def _verbs(line, pain, at):
    """Verbs that touch every kind of row; each is given the store and does one thing."""
    first, later = line("18:00", "squat 5 100", "squat 5 100"), line("18:20", "bench-press 8 60")
    hurt = pain("18:30", "knee", 4, workout_id=first.workout.id)
    sign = SymptomEntry(id=hurt.id, at=at("18:31"), symptom="fever", present=False, pain_id=hurt.id)
    imported = line("2026-01-02 10:00", "deadlift 5 140", source="strong")
    now = at("20:00")

    def brought(store):
        records = [imported.workout, *imported.sets, Alias(name="DL", slug="deadlift", source="strong")]
        assert store.bring_in(records, now=now, source="strong", file="strong.csv").batch == 1

    def day_moved(store):
        workout = store.get(Workout, str(first.workout.id))
        moved = workout.but(started_at=at("2026-11-24 18:00"))
        store.change([Change(workout, moved)], now=now, verb="edit")
        assert store.rows(Set, until=date(2026, 11, 24), since=date(2026, 11, 24))

    def deleted(store):
        workout = store.get(Workout, str(first.workout.id))
        store.change([Change(workout, None)], now=now, verb="delete")
        assert store.rows(Pain)[0].workout_id is None

    def pain_deleted(store):
        store.change([Change(store.rows(Pain)[0], None)], now=now, verb="delete")
        assert store.rows(SymptomEntry)[0].pain_id is None

    return [
        lambda store: store.record([first], now=now),
        lambda store: store.record([later], now=now),
        lambda store: store.record([hurt, sign, CheckIn(date=date(2026, 11, 25), stress=4)], now=now),
        lambda store: store.record([CheckIn(date=date(2026, 11, 25), stress=5, note="x")], now=now),
        lambda store: store.record([SessionDetails(at("19:00"), {"session_rpe": 7})], now=now),
        lambda store: store.record([line("19:10", "dip 8 0"), line("19:20", "dip 8 0")], now=now),
        brought,
        lambda store: store.record([ProfileEntry(key="glass_ml", value="300")], now=now),
        lambda store: store.record([ProfileEntry(key="glass_ml", value="250")], now=now),
        day_moved,
        pain_deleted,
        lambda store: store.undo(now=now) and store.record([Alias(name="b", slug="dip")], now=now),
        deleted,
        lambda store: store.take_back(1, now=now),
    ]


def test_undo_goes_back_through_every_state_and_redo_forward_again(store, line, pain, at, now, everything):
    states = [_all_of(store, everything)]
    for verb in _verbs(line, pain, at):
        verb(store)
        states.append(_all_of(store, everything))
    assert all(old != new for old, new in pairwise(states))
    # The verb that undid the deletion of the pain took one state with it.
    del states[11]
    for state in reversed(states[:-1]):
        assert store.undo(now=now) is not None
        assert _all_of(store, everything) == state
    assert store.undo(now=now) is None
    assert store.is_empty()
    for state in states[1:]:
        assert store.redo(now=now) is not None
        assert _all_of(store, everything) == state
    assert store.redo(now=now) is None
    for state in reversed(states[:-1]):
        store.undo(now=now)
        assert _all_of(store, everything) == state


def test_a_step_says_what_it_did_and_what_was_taken_back(store, line, pain, at, now):
    session = line("18:00", "squat 5 100", "squat 5 100")
    hurt = pain("18:30", "lower-back", 4, side="left")
    store.record([session], now=now)
    store.record([hurt], now=at("20:01"))
    taken = store.undo(now=now)
    assert (taken.verb, taken.at, taken.undone) == ("log", at("20:01"), True)
    assert taken.at.utcoffset() == timedelta(hours=1)
    assert taken.changes == (Change(None, hurt),)
    assert taken.summary == "took back pain, left lower back, 4"
    taken = store.undo(now=now)
    assert taken.changes == tuple(Change(None, one) for one in (session.workout, *session.sets))
    assert taken.summary == "took back squat 2 × 5 × 100 kg"
    done = store.redo(now=now)
    assert (done.changes, done.undone) == (taken.changes, False)
    assert done.summary == "recorded squat 2 × 5 × 100 kg"


def test_undo_tells_the_edit_and_the_deletion_that_it_took_back(store, pain, now):
    hurt = pain("18:30", "knee", 4)
    store.record([hurt], now=now)
    store.change([Change(hurt, hurt.but(score=6))], now=now, verb="edit")
    store.change([Change(hurt.but(score=6), None)], now=now, verb="delete")
    deleted, edited = store.undo(now=now), store.undo(now=now)
    assert deleted.changes == (Change(hurt.but(score=6), None),)
    assert deleted.summary == "took back the removal of pain, knee, 6"
    assert edited.changes == (Change(hurt, hurt.but(score=6)),)
    assert edited.summary == "took back the change of pain, knee, 6"
    assert store.redo(now=now).summary == "changed pain, knee, 6"
    assert store.redo(now=now).summary == "removed pain, knee, 6"


def test_a_new_verb_drops_what_could_have_been_redone(store, pain, now):
    store.record([pain("18:00", "knee", 4)], now=now)
    store.undo(now=now)
    store.record([pain("18:10", "hip", 2)], now=now)
    assert store.redo(now=now) is None
    assert [one.region for one in store.rows(Pain)] == ["hip"]
    assert store.undo(now=now).summary == "took back pain, hip, 2"


def test_a_verb_that_changes_nothing_drops_nothing(store, pain, now):
    store.record([pain("18:00", "knee", 4)], now=now)
    store.undo(now=now)
    store.record([], now=now)
    assert store.redo(now=now) is not None


@pytest.mark.parametrize(("days", "kept"), [(90, True), (90.00002, False)])
def test_steps_are_kept_for_90_days(store, pain, now, days, kept):
    store.record([pain("18:00", "knee", 4)], now=now)
    later = now + timedelta(days=days)
    store.record([pain("18:10", "hip", 2)], now=later)
    store.undo(now=later)
    assert (store.undo(now=later) is not None) is kept
    assert len(store.rows(Pain)) == (0 if kept else 1)


def test_undo_forgets_steps_that_are_too_old(store, pain, now):
    store.record([pain("18:00", "knee", 4)], now=now)
    assert store.undo(now=now + timedelta(days=91)) is None
    assert store.redo(now=now + timedelta(days=91)) is None
    assert len(store.rows(Pain)) == 1


def test_undo_reaches_what_another_program_did(url, pain, now):
    with open_store(url) as one, open_store(url) as other:
        one.record([pain("18:00", "knee", 4)], now=now)
        other.record([pain("18:10", "hip", 2)], now=now)
        assert one.undo(now=now).summary == "took back pain, hip, 2"
        assert other.undo(now=now).summary == "took back pain, knee, 4"
        assert one.redo(now=now).summary == "recorded pain, knee, 4"


def test_an_undone_import_is_not_stored_twice(store, line, now):
    session = line("18:00", "squat 5 100")
    store.bring_in([session.workout, *session.sets], now=now, source="strong", file="f")
    kept = "SELECT count(*), count(before), count(after) FROM changes"
    with store._engine.connect().execution_options(reading=True) as connection:
        assert tuple(connection.exec_driver_sql(kept).one()) == (2, 0, 0)
    store.undo(now=now)
    with store._engine.connect().execution_options(reading=True) as connection:
        assert tuple(connection.exec_driver_sql(kept).one()) == (2, 0, 2)
    store.redo(now=now)
    with store._engine.connect().execution_options(reading=True) as connection:
        assert tuple(connection.exec_driver_sql(kept).one()) == (2, 0, 0)


def test_any_order_of_verbs_undo_and_redo_keeps_every_state(
    tmp_path_factory, line, pain, at, now, everything
):
    class AnyOrder(RuleBasedStateMachine):
        """A journal beside the list of the states that it has been in."""

        @initialize()
        def start(self):
            self.store = open_store(str(tmp_path_factory.mktemp("any") / "journal.db"))
            self.states, self.place = [everything(self.store)], 0

        def teardown(self):
            self.store.close()

        def _did(self):
            self.states[self.place + 1 :] = [everything(self.store)]
            self.place += 1

        @rule(minute=st.integers(0, 200))
        def log_a_set(self, minute):
            when = at("10:00") + timedelta(minutes=minute)
            self.store.record([line(f"{when:%Y-%m-%d %H:%M}", "squat 5 100")], now=now)
            self._did()

        @rule(stress=st.integers(0, 10))
        def check_in(self, stress):
            before = self.store.get(CheckIn, "2026-11-25")
            self.store.record([CheckIn(date=date(2026, 11, 25), stress=stress)], now=now)
            assert (before is None) == (len(self.states[self.place]["checkins"]) == 0)
            self._did()

        @rule()
        def bring_a_workout_in(self):
            session = line("2026-01-02 10:00", "squat 5 100", "dip 8 0")
            hurt = pain("2026-01-02 11:00", "knee", 3, workout_id=session.workout.id)
            self.store.bring_in([session.workout, *session.sets, hurt], now=now, source="x", file="f")
            self._did()

        @precondition(lambda self: self.states[self.place]["workouts"])
        @rule(data=st.data())
        def delete_a_workout(self, data):
            workout = data.draw(st.sampled_from(self.store.rows(Workout)))
            self.store.change([Change(workout, None)], now=now, verb="delete")
            self._did()

        @precondition(lambda self: self.states[self.place]["sets"])
        @rule(data=st.data())
        def change_a_set(self, data):
            one = data.draw(st.sampled_from(self.store.rows(Set)))
            other = one.but(reps=(one.reps or 0) + 1)
            self.store.change([Change(one, other)], now=now, verb="edit")
            self._did()

        @rule()
        def undo(self):
            assert (self.store.undo(now=now) is None) == (self.place == 0)
            self.place = max(self.place - 1, 0)
            assert everything(self.store) == self.states[self.place]

        @rule()
        def redo(self):
            last = self.place == len(self.states) - 1
            assert (self.store.redo(now=now) is None) == last
            self.place += 0 if last else 1
            assert everything(self.store) == self.states[self.place]

    from hypothesis.stateful import run_state_machine_as_test

    run_state_machine_as_test(
        AnyOrder,
        settings=settings(
            max_examples=12,
            stateful_step_count=15,
            deadline=None,
            derandomize=True,
            suppress_health_check=list(HealthCheck),
        ),
    )
