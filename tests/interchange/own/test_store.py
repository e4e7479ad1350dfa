"""Through a real journal: export, import into an empty one, export again, and the bytes are the same."""

from contextlib import suppress
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journal.exercises import catalogue
from journal.interchange.own import csv_files, daily_csv, journal_files, json_document
from journal.records import RECORDS, Alias, OwnExercise
from journal.storage import open_store
from journal.storage.plain import NotPlain, PlainFile

NOW = datetime(2026, 11, 22, 20, tzinfo=UTC)


def _rows(store):
    return {kind: store.rows(kind) for kind in RECORDS}


def _bring(path, store, **options):
    known = catalogue(store.rows(OwnExercise), store.rows(Alias))
    imported = journal_files.read(path, known, lambda kind, key: store.get(kind, key) is not None)
    assert imported.problems == []
    return store.bring_in(imported.records, now=NOW, source=imported.source, file=path.name, **options)


def _csv(target, store):
    csv_files.write_folder(target, _rows(store))


def _json(target, store):
    json_document.write_document(target, _rows(store))


def _bytes(target):
    files = sorted(target.iterdir()) if target.is_dir() else [target]
    return {file.name if target.is_dir() else "": file.read_bytes() for file in files}


@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data(), write=st.sampled_from([_csv, _json]))
def test_a_journal_moved_to_another_file_is_exported_as_the_same_bytes(
    journals, tmp_path_factory, new_journal, data, write
):
    journal = data.draw(journals)
    folder = tmp_path_factory.mktemp("stores")
    with (
        open_store(new_journal(f"{folder.name}-1")) as one,
        open_store(new_journal(f"{folder.name}-2")) as two,
    ):
        everything = [record for rows in journal.values() for record in rows]
        one.bring_in(everything, now=NOW, source="journal", file="random")
        write(folder / "one", one)
        brought = _bring(folder / "one", two)
        assert (brought.problems, sum(brought.added.values())) == ([], len(everything))
        write(folder / "two", two)
        assert _bytes(folder / "two") == _bytes(folder / "one")

        again = _bring(folder / "one", two)
        assert (again.batch, again.problems) == (None, [])
        assert sum(again.already_there.values()) == len(everything)
        assert daily_csv.write(_rows(two)) == daily_csv.write(journal)


@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_columns_are_written_as_the_same_bytes_as_records_by_the_store_and_by_its_file_alone(
    journals, tmp_path_factory, new_journal, data
):
    journal = data.draw(journals)
    folder = tmp_path_factory.mktemp("columns")
    url = new_journal(folder.name)
    with open_store(url) as store:
        store.bring_in([one for rows in journal.values() for one in rows], now=NOW, source="", file="")
        _csv(folder / "records", store)
        csv_files.write_tables(folder / "store", store.in_columns())
        assert _bytes(folder / "store") == _bytes(folder / "records")
    with suppress(NotPlain), PlainFile(url) as file:
        csv_files.write_tables(folder / "file", file.in_columns())
    assert (folder / "file").exists() == ("://" not in url)
    if "://" not in url:
        assert _bytes(folder / "file") == _bytes(folder / "records")


@pytest.mark.parametrize("known", [True, False])
def test_sets_may_be_brought_to_a_workout_that_the_journal_has(tmp_path, new_journal, known):
    workout = "00000000-0000-4000-8000-00000000000a"
    (tmp_path / "sets.csv").write_text(f"workout_id,position,exercise\n{workout},1,Sandbag Waltz\n")
    (tmp_path / "workouts.csv").write_text(f"id,started_at,kind\n{workout},2026-11-20T18:00:00Z,strength\n")
    with open_store(new_journal()) as store:
        if known:
            _bring(tmp_path / "workouts.csv", store)
            brought = _bring(tmp_path / "sets.csv", store)
            assert (brought.added["sets"], brought.new_exercises) == (1, ("Sandbag Waltz",))
        else:
            imported = journal_files.read(tmp_path / "sets.csv", catalogue(), lambda kind, key: False)
            assert [problem.line for problem in imported.problems] == [2]
