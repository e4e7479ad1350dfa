"""Nothing is lost: what was written and read again is written as the same bytes."""

from datetime import datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journal.columns import clean_text
from journal.interchange.own import csv_files, csv_reading, journal_files, json_document
from journal.records import RECORDS, Pain, Workout, columns

_ID = "00000000-0000-4000-8000-000000000001"
_AT = datetime.fromisoformat("2026-11-20T18:30:00+01:00")

FEW = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def _by_class(records):
    return {kind: [record for record in records if type(record) is kind] for kind in RECORDS}


def _alike(journal, imported):
    return {
        kind: sorted(rows, key=lambda row: row.key) for kind, rows in _by_class(imported.records).items()
    } == {kind: sorted(rows, key=lambda row: row.key) for kind, rows in journal.items()}


@FEW
@given(data=st.data())
def test_a_folder_read_and_written_again_has_the_same_bytes(journals, built_in, tmp_path_factory, data):
    journal = data.draw(journals)
    target = tmp_path_factory.mktemp("csv") / "out"
    csv_files.write_folder(target, journal)

    imported = csv_reading.read_folder(target, built_in)

    assert (imported.problems, imported.new_exercises, imported.notes) == ([], [], [])
    assert imported.rows == sum(map(len, journal.values()))
    assert _alike(journal, imported)
    assert dict(csv_files.write(_by_class(imported.records))) == dict(csv_files.write(journal))


@FEW
@given(data=st.data())
def test_a_document_read_and_written_again_has_the_same_bytes(journals, built_in, tmp_path_factory, data):
    journal = data.draw(journals)
    target = tmp_path_factory.mktemp("json") / "journal.json"
    json_document.write_document(target, journal)

    imported = json_document.read_document(target, built_in)

    assert (imported.problems, imported.new_exercises, imported.notes) == ([], [], [])
    assert _alike(journal, imported)
    assert b"".join(json_document.write(_by_class(imported.records))) == target.read_bytes()


def test_hostile_text_comes_back_clean_and_whole_from_both_forms(hostile, built_in, tmp_path):
    entries = [
        Pain(id=f"00000000-0000-4000-8000-{number:012}", at=_AT, region="knee", score=3, note=note)
        for number, note in enumerate(hostile)
    ]
    csv_files.write_folder(tmp_path / "csv", {Pain: entries})
    json_document.write_document(tmp_path / "pain.json", {Pain: entries})
    for path in (tmp_path / "csv", tmp_path / "csv" / "pain.csv", tmp_path / "pain.json"):
        notes = [record.note for record in journal_files.read(path, built_in).records]
        assert notes == [clean_text(text) for text in hostile]


@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["plain", "byte-order mark"])
def test_a_file_that_passed_through_windows_is_read_the_same(built_in, tmp_path, end, mark):
    workout = Workout(id=_ID, started_at=_AT, kind="run", title="line one\nline two")
    ((name, content),) = csv_files.write({Workout: [workout]})
    (tmp_path / name).write_bytes(mark + content.replace(b"\n", end.encode()))
    assert csv_reading.read_folder(tmp_path, built_in).records == [workout]


def test_every_column_is_in_the_files_in_the_order_of_the_record():
    ((_, content),) = csv_files.write({Workout: [Workout(id=_ID, started_at=_AT, kind="run")]})
    assert content.split(b"\n")[0].decode().split(",") == [column.name for column in columns(Workout)]
