"""Two programs, or two threads, with one journal: nobody's writing is lost and everybody hears of it."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from journal.records import Drink, Pain, Set, Workout
from journal.storage import open_store

LINES = 25

OTHER_PROGRAM = """
import sys
from datetime import datetime
from uuid import uuid4
from journal.records import Session, Set, Workout
from journal.storage import open_store

url, start, lines = sys.argv[1], datetime.fromisoformat(sys.argv[2]), int(sys.argv[3])
with open_store(url) as store:
    print("ready", flush=True)
    sys.stdin.readline()
    for _ in range(lines):
        workout = Workout(id=uuid4(), started_at=start, kind="strength")
        one = Set(workout_id=workout.id, position=1, exercise="dip", reps=1)
        store.record([Session(workout, (one,))], now=start)
"""


@pytest.fixture
def other_program(url, at):
    """A second process that has the journal open and waits for a line before it writes its sets."""
    process = subprocess.Popen(
        [sys.executable, "-c", OTHER_PROGRAM, url, at("18:00").isoformat(), str(LINES)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout.readline() == "ready\n"
    yield process
    process.communicate(timeout=60)


def test_a_race_of_two_programs_loses_no_line_and_gives_no_position_twice(store, other_program, line, now):
    store.record([line("18:00", "squat 1 0")], now=now)
    other_program.stdin.write("go\n")
    other_program.stdin.flush()
    for _ in range(LINES):
        # Each reads who is there last and then writes: only turns keep the positions apart.
        assert store.record([line("18:00", "squat 1 0")], now=now)[0].joined
    assert other_program.wait(timeout=60) == 0
    assert len(store.rows(Workout)) == 1
    assert [one.position for one in store.rows(Set)] == list(range(1, 2 * LINES + 2))
    for _ in range(2 * LINES + 1):
        store.undo(now=now)
    assert store.is_empty()


def test_the_data_version_changes_when_another_program_wrote(store, other_program, pain, now):
    before = store.data_version()
    assert store.data_version() == before
    other_program.communicate("go\n", timeout=60)
    assert store.data_version() != before


def test_the_data_version_changes_with_every_verb_of_another_store(url, pain, now):
    with open_store(url) as store, open_store(url) as other:
        seen = [store.data_version()]
        for verb in (
            lambda: other.record([pain("18:00", "knee", 4)], now=now),
            lambda: other.undo(now=now),
            lambda: other.redo(now=now),
            lambda: other.undo(now=now),
            lambda: other.record([pain("18:00", "hip", 1)], now=now),
            lambda: other.bring_in([pain("18:10", "knee", 4)], now=now, source="x", file="f"),
            lambda: other.take_back(1, now=now),
        ):
            verb()
            seen.append(store.data_version())
        assert len(set(seen)) == len(seen)


def test_what_the_store_writes_itself_is_no_news(tmp_path, pain, now):
    with open_store(str(tmp_path / "journal.db")) as store, open_store(str(tmp_path / "journal.db")) as other:
        before = store.data_version()
        store.record([pain("18:00", "knee", 4)], now=now)
        store.undo(now=now)
        assert store.data_version() == before
        other.redo(now=now)
        assert store.data_version() != before


def test_a_reader_sees_one_moment_while_another_writes(url, pain, now):
    with open_store(url) as reader, open_store(url) as writer:
        writer.record([pain("18:00", "knee", 4)], now=now)
        with reader._engine.connect().execution_options(reading=True) as connection:
            count = "SELECT count(*) FROM pain"
            assert connection.exec_driver_sql(count).scalar() == 1
            writer.record([pain("18:10", "hip", 1)], now=now)
            assert connection.exec_driver_sql(count).scalar() == 1
        assert len(reader.rows(Pain)) == 2


def test_threads_share_a_store(store, at, now):
    def drink(minute):
        entry = Drink(
            id=f"00000000-0000-4000-8000-{minute:012}",
            at=at("10:00") + timedelta(minutes=minute),
            volume_ml=100,
        )
        store.record([entry], now=now)
        return store.get(Drink, entry.key) == entry

    with ThreadPoolExecutor(6) as threads:
        assert all(threads.map(drink, range(40)))
    assert len(store.rows(Drink)) == 40


def test_new_journals_opened_by_many_at_once_are_made_once(url):
    with ThreadPoolExecutor(8) as threads:
        stores = list(threads.map(lambda _: open_store(url), range(8)))
    assert [store.is_empty() for store in stores] == [True] * 8
    for store in stores:
        store.close()
