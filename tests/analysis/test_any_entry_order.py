"""However the records came into the journal, in time, too late or all at once, the flags are the same."""

from random import Random

import pytest
from journals import pain, when
from random_diaries import Diary

from journal.analysis.judge import flags_at
from journal.records import Session, Set, Workout
from journal.storage import open_store

SEEDS = (2, 20, 34)
NOW = when("2027-03-01 12:00")


def entries_of(records):
    """The records as they are entered, by time: a workout together with its sets, first what has no time."""
    sets = {}
    for one in records:
        if isinstance(one, Set):
            sets.setdefault(one.workout_id, []).append(one)
    made = [
        Session(one, tuple(sets.get(one.id, ()))) if isinstance(one, Workout) else one
        for one in records
        if not isinstance(one, Set)
    ]
    return sorted(made, key=time_of)


def time_of(entry):
    """When an entry was lived, in seconds."""
    record = entry.workout if isinstance(entry, Session) else entry
    return record.instant.timestamp() if record.instant else 0


def records_of(entry):
    """What is stored of an entry."""
    return [entry.workout, *entry.sets] if isinstance(entry, Session) else [entry]


def stored(entries):
    """The records of some entries."""
    return [one for entry in entries for one in records_of(entry)]


def lived(seed):
    """The entries of a diary, less strength workouts that begin within 90 minutes of another: lines would join."""
    kept, last = [], 0
    for entry in entries_of(Diary(seed, days=20).written()):
        if isinstance(entry, Session) and entry.workout.kind == "strength":
            if time_of(entry) - last <= 90 * 60:
                continue
            last = time_of(entry)
        kept.append(entry)
    return kept


def said(store, at):
    """All that the rules say of an instant, as it is printed."""
    return [
        flags_at(lambda since: store.snapshot(since=since), at, past=past).as_json() for past in (False, True)
    ]


@pytest.fixture
def opened(new_journal):
    """`opened("name")`: an empty journal of that name."""
    stores = []

    def open_one(name):
        stores.append(open_store(new_journal(name)))
        return stores[-1]

    yield open_one
    for store in stores:
        store.close()


@pytest.mark.parametrize("seed", SEEDS)
def test_the_flags_of_a_diary_are_those_of_its_records_however_they_came(opened, seed):
    entries, told = lived(seed), {}
    in_time, late, at_once = opened("in-time"), opened("late"), opened("at-once")
    asked = {len(entries) * share // 100 for share in (40, 70, 100)}
    for place, entry in enumerate(entries, 1):
        in_time.record([entry], now=NOW)
        if place in asked:
            at = records_of(entry)[0].instant
            told[at] = said(in_time, at)
    for entry in Random(seed).sample(entries, len(entries)):  # noqa: S311 - made-up data
        late.record([entry], now=NOW)
    at_once.bring_in(stored(entries), now=NOW, source="x", file="x")

    assert any(now["flags"] for now, _ in told.values())
    for at, then in told.items():
        assert said(in_time, at) == said(late, at) == said(at_once, at) == then


@pytest.mark.parametrize("seed", SEEDS[1:])
def test_what_is_undone_was_never_there(opened, seed):
    entries, store = lived(seed), opened("journal")
    known = len(entries) * 3 // 4
    store.bring_in(stored(entries[:known]), now=NOW, source="x", file="x")

    for entry in entries[known : known + 3]:
        at = records_of(entry)[0].instant
        before = said(store, at)
        store.record([entry], now=NOW)
        after = said(store, at)
        store.undo(now=NOW)
        assert said(store, at) == before
        store.redo(now=NOW)
        assert said(store, at) == after


def test_what_is_imported_twice_is_there_once(opened):
    entries, store, at = lived(SEEDS[0]), opened("journal"), when("2026-11-01 12:00")
    store.bring_in(stored(entries), now=NOW, source="x", file="x")
    once = said(store, at)

    again = store.bring_in(stored(entries), now=NOW, source="x", file="again")

    assert not any(again.added.values())
    assert said(store, at) == once


@pytest.mark.parametrize(
    ("late", "lasts"),
    [
        pytest.param(("2026-11-17 19:00", 0), False, id="a zero 24 h before the next pain ends it"),
        pytest.param(("2026-11-17 19:01", 0), True, id="a zero less than 24 h before it does not"),
        pytest.param(("2026-11-19 20:00", 0), True, id="a zero at the end has not ended it yet"),
        pytest.param(("2026-11-13 17:59", 3), True, id="an entry more than 72 h before is another pain"),
        pytest.param(("2026-11-16 18:00", 3), True, id="the same twice"),
    ],
)
def test_an_entry_that_comes_late_ends_a_pain_or_not(opened, late, lasts):
    store, at = opened("journal"), when("2026-11-19 21:00")
    for written in ("16 18:00", "17 18:00", "18 19:00", "19 18:01"):
        store.record([pain(f"2026-11-{written}", "knee", 3)], now=NOW)
    assert is_long(store, at)

    store.record([pain(late[0], "knee", late[1], note="late")], now=NOW)

    assert is_long(store, at) == lasts


def test_an_entry_that_comes_late_makes_a_pain_long(opened):
    store, at = opened("journal"), when("2026-11-19 21:00")
    for written in ("17 18:00", "18 19:00", "19 18:01"):
        store.record([pain(f"2026-11-{written}", "knee", 3)], now=NOW)
    assert not is_long(store, at)

    store.record([pain("2026-11-16 18:00", "knee", 3)], now=NOW)

    assert is_long(store, at)


def is_long(store, at):
    """Whether a pain of more than 72 h is told."""
    flags = flags_at(lambda since: store.snapshot(since=since), at).flags
    return "pain-past-72h" in [flag.rule for flag in flags]
