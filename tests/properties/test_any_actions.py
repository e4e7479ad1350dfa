"""Whatever somebody does, in whatever order, the journal holds what a simple model of it holds.

The model is a dictionary of records, and lists of such dictionaries for undo and redo; after every action all records
are compared.  `JOURNAL_TEST_ROUNDS=500` takes as many random stories, new ones each time.
"""

import os
import shutil
import tempfile
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import cache
from itertools import count
from pathlib import Path
from zoneinfo import ZoneInfo

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from samples.strong import samples as strong_samples

from journal.entry import Writer, parse
from journal.errors import Refused
from journal.exercises import catalogue
from journal.interchange.lifting import strong
from journal.interchange.own import csv_files, journal_files, json_document
from journal.interchange.rows.foreign import Options
from journal.records import (
    RECORDS,
    Alias,
    CheckIn,
    Drink,
    OwnExercise,
    Pain,
    Record,
    Set,
    SymptomEntry,
    TemplateSet,
    Workout,
    columns,
)
from journal.storage import Change, open_store
from journal.storage.place import place_of
from journal.storage.restoring import restore
from journal.vocabulary import DistanceUnit, MassUnit

ROUNDS = int(os.environ.get("JOURNAL_TEST_ROUNDS", "0"))
BEGIN = datetime.fromisoformat("2026-11-25T05:30:00+01:00")
ZONE = ZoneInfo("Europe/Berlin")

Key = tuple[type[Record], str]
Content = dict[Key, Record]

NOTES = st.sampled_from(
    ["", " // felt good", " // =1+1", " // 'quoted' \"twice\"", " // [/] 深蹲 💪", " // a,b;c", " // '=x"]
)
WEIGHTS, FEW = st.integers(20, 200), st.integers(1, 10)
LINES = st.one_of(
    st.builds("squat {}kg {},{}".format, WEIGHTS, FEW, FEW),
    st.builds("bench {}x{} 60.5 @8; row 1x8 135lb drop".format, FEW, FEW),
    st.builds("run {}km 28:30 @6{}".format, FEW, NOTES),
    st.builds("pain {} {}{}".format, st.sampled_from(["lower back left", "knee right", "neck"]), FEW, NOTES),
    st.builds(
        "symptom {} {}".format, st.sampled_from(["fever", "leg-numbness"]), st.sampled_from(["yes", "no"])
    ),
    st.builds("water {}ml; coffee 200ml{}".format, st.integers(1, 900), NOTES),
    st.builds("sleep 7:{:02} stress {}".format, st.integers(0, 59), FEW),
    st.builds("session {}min @7 warmup {}".format, st.integers(10, 99), FEW),
    st.sampled_from(
        ["ibuprofen 2x200mg", "ice knee 15min wrapped", "urine 4 first", "weight 80.5kg", "doctor neck"]
    ),
)
EDITS = {
    Pain: lambda one, n: one.but(score=(one.score + n) % 11),
    Drink: lambda one, n: one.but(volume_ml=one.volume_ml + n),
    Set: lambda one, n: one.but(reps=(one.reps or 0) + n),
    Workout: lambda one, n: one.but(title=f"{one.title[:20]}{n}"),
    CheckIn: lambda one, n: one.but(stress=((one.stress or 0) + n) % 11),
}


@dataclass(frozen=True)
class State:
    """What the journal holds at one moment."""

    records: Content = field(default_factory=dict)
    imports: dict[int, Content] = field(default_factory=dict)
    """What each import brought, as it brought it."""
    taken_back: frozenset[int] = frozenset()


@dataclass(frozen=True)
class History:
    """The states that undo and redo go through."""

    past: tuple[State, ...] = ()
    now: State = field(default_factory=State)
    future: tuple[State, ...] = ()

    def then(self, state: State) -> "History":
        """One step further; what changes nothing is no step."""
        return self if state == self.now else History((*self.past, self.now), state)

    def undone(self) -> "History":
        return History(self.past[:-1], self.past[-1], (self.now, *self.future)) if self.past else self

    def redone(self) -> "History":
        return History((*self.past, self.now), self.future[0], self.future[1:]) if self.future else self


def exactly(record: Record) -> tuple:
    """Every field, with the offset that `==` does not look at."""
    values = (getattr(record, column.name) for column in columns(type(record)))
    return tuple(value.isoformat() if isinstance(value, datetime) else value for value in values)


def key_of(record: Record) -> Key:
    return type(record), record.key


def without(records: Content, gone: set[Key]) -> Content:
    """The records without some, the sets of their workouts, and what pointed to them."""
    workouts = {key for kind, key in gone if kind is Workout}
    pains = {key for kind, key in gone if kind is Pain}
    left: Content = {}
    for key, one in records.items():
        if key in gone or (isinstance(one, Set) and str(one.workout_id) in workouts):
            continue
        if isinstance(one, Pain) and str(one.workout_id) in workouts:
            one = one.but(workout_id=None)  # noqa: PLW2901
        if isinstance(one, SymptomEntry) and str(one.pain_id) in pains:
            one = one.but(pain_id=None)  # noqa: PLW2901
        left[key] = one
    return left


def without_import(records: Content, brought: Content) -> Content:
    """The records without those of an import that are still as it brought them."""

    def sets_of(some: Content, workout: str) -> dict[str, tuple]:
        return {
            one.key: exactly(one)
            for one in some.values()
            if isinstance(one, Set) and str(one.workout_id) == workout
        }

    def is_same(key: Key, one: Record) -> bool:
        if key not in records or exactly(records[key]) != exactly(one):
            return False
        return key[0] is not Workout or sets_of(records, key[1]) == sets_of(brought, key[1])

    alone = {key: one for key, one in brought.items() if key[0] is not OwnExercise}
    alone = {
        key: one
        for key, one in alone.items()
        # Sets go with the workout that they came with.
        if not (isinstance(one, Set) and (Workout, str(one.workout_id)) in brought)
    }
    left = without(records, {key for key, one in alone.items() if is_same(key, one)})
    used = {one.exercise for one in left.values() if isinstance(one, (Set, TemplateSet))}
    used |= {one.slug for one in left.values() if isinstance(one, Alias)}
    own = {key for key, one in brought.items() if key[0] is OwnExercise and key[1] not in used}
    return without(left, {key for key in own if is_same(key, brought[key])})


@cache
def empty_journal() -> bytes:
    """A journal without entries; stories begin with a copy of it."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "journal.db"
        open_store(str(path)).close()
        return path.read_bytes()


@cache
def foreign() -> tuple[tuple[Record, ...], ...]:
    """What is in some files of another program."""
    options = Options(catalogue(), ZONE, MassUnit.KG, DistanceUnit.KM, today=BEGIN.date(), file="strong.csv")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "strong.csv"
        found = []
        for data in strong_samples().values():
            path.write_bytes(data)
            found.append(tuple(strong.read(path, options).records))
    return tuple(found)


class AnyActions(RuleBasedStateMachine):
    """A journal and its model, side by side."""

    def __init__(self):
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="journal-actions-"))
        self.path = self.folder / "journal.db"
        self.path.write_bytes(empty_journal())
        self.store = open_store(str(self.path))
        self.model, self.now, self.numbers = History(), BEGIN, count()
        self.exports: list[tuple[Path, Content]] = []
        self.backups: list[tuple[Path, History]] = []

    def teardown(self):
        self.store.close()
        shutil.rmtree(self.folder)

    def _did(self, **changes):
        self.model = self.model.then(replace(self.model.now, **changes))

    def _one(self, data, kinds):
        return data.draw(
            st.sampled_from([one for key, one in self.model.now.records.items() if key[0] in kinds])
        )

    @rule(
        lines=st.lists(st.tuples(LINES, st.sampled_from([0, 1, 20, 89, 90, 91, 600])), min_size=1, max_size=5)
    )
    def log(self, lines):
        for line, minutes in lines:
            self._log(line, minutes)

    def _log(self, line, minutes):
        self.now += timedelta(minutes=minutes)
        entries = [one.entry for one in parse(line, Writer(self.now, ZONE, catalogue()))]
        try:
            recorded = self.store.record(entries, now=self.now)
        except Refused:
            assert line.startswith("session")
            return
        records = dict(self.model.now.records)
        for one in recorded:
            known = key_of(one.record) in records
            assert not one.joined or known
            assert known <= (one.joined or one.completed or isinstance(one.record, CheckIn))
            records |= {key_of(made): made for made in (one.record, *one.sets)}
        self._did(records=records)

    @precondition(lambda self: any(kind in EDITS for kind, _ in self.model.now.records))
    @rule(data=st.data(), number=FEW)
    def edit(self, data, number):
        one = self._one(data, EDITS)
        other = EDITS[type(one)](one, number)
        self.store.change([Change(one, other)], now=self.now, verb="edit")
        self._did(records=self.model.now.records | {key_of(one): other})

    @precondition(lambda self: self.model.now.records)
    @rule(data=st.data())
    def delete(self, data):
        one = self._one(data, RECORDS)
        if isinstance(one, OwnExercise):
            return
        self.store.change([Change(one, None)], now=self.now, verb="delete")
        self._did(records=without(self.model.now.records, {key_of(one)}))

    @rule()
    def undo(self):
        assert (self.store.undo(now=self.now) is not None) == bool(self.model.past)
        self.model = self.model.undone()

    @rule()
    def redo(self):
        assert (self.store.redo(now=self.now) is not None) == bool(self.model.future)
        self.model = self.model.redone()

    @rule(data=st.data())
    def bring_a_file_of_another_program_in(self, data):
        self._bring_in(data.draw(st.sampled_from(foreign())), "strong")

    @precondition(lambda self: self.exports)
    @rule(data=st.data())
    def bring_an_export_in(self, data):
        path, content = data.draw(st.sampled_from(self.exports))
        read = journal_files.read(path, self._catalogue(), lambda kind, key: False)
        assert read.problems == []
        assert {key_of(one): exactly(one) for one in read.records} == {
            key: exactly(one) for key, one in content.items()
        }
        self._bring_in(read.records, "")

    def _bring_in(self, records, source):
        brought = self.store.bring_in(records, now=self.now, source=source, file="a file")
        here = self.model.now.records
        differing = {
            one.key for one in records if key_of(one) in here and exactly(here[key_of(one)]) != exactly(one)
        }
        assert {key for _, key, _ in brought.problems} == differing
        new = {key_of(one): one for one in records if key_of(one) not in here}
        if differing or not new:
            assert brought.batch is None
            return
        number = 1 + max([0, *self.model.now.imports])
        assert brought.batch == number
        self._did(records=here | new, imports=self.model.now.imports | {number: new})

    @precondition(lambda self: self.model.now.imports.keys() - self.model.now.taken_back)
    @rule(data=st.data())
    def undo_an_import(self, data):
        now = self.model.now
        number = data.draw(st.sampled_from(sorted(now.imports.keys() - now.taken_back)))
        self.store.take_back(number, now=self.now)
        self._did(
            records=without_import(now.records, now.imports[number]), taken_back=now.taken_back | {number}
        )

    @rule(form=st.sampled_from(["csv", "json"]))
    def export(self, form):
        path = self.folder / f"export-{next(self.numbers)}"
        write = csv_files.write_folder if form == "csv" else json_document.write_document
        write(path, {kind: self.store.rows(kind) for kind in RECORDS})
        self.exports.append((path, self.model.now.records))

    @rule()
    def restart(self):
        self.store.close()
        self.store = open_store(str(self.path))

    @rule()
    def back_up(self):
        path = self.folder / f"backup-{next(self.numbers)}.db"
        self.store.backup(path)
        self.backups.append((path, self.model))

    @precondition(lambda self: self.backups)
    @rule(data=st.data())
    def restore(self, data):
        path, self.model = data.draw(st.sampled_from(self.backups))
        self.now += timedelta(seconds=1)
        restore(place_of(str(self.path)), path, now=self.now, folder=self.folder)

    def _catalogue(self):
        return catalogue(self.store.rows(OwnExercise), self.store.rows(Alias))

    @invariant()
    def all_records_are_those_of_the_model(self):
        there = {key_of(one): exactly(one) for kind in RECORDS for one in self.store.rows(kind)}
        assert there == {key: exactly(one) for key, one in self.model.now.records.items()}
        imports = self.model.now.imports.keys() - self.model.now.taken_back
        assert {batch.number for batch in self.store.batches()} == imports


def test_the_journal_holds_what_the_model_holds():
    run_state_machine_as_test(
        AnyActions,
        settings=settings(
            max_examples=ROUNDS or 20,
            stateful_step_count=50 if ROUNDS else 25,
            derandomize=not ROUNDS,
            database=None,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
