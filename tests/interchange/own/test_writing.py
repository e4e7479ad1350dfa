"""What an export looks like on disk: order, form, permissions, and that it is there whole or not at all."""

import json
import os
import sqlite3
import stat
from contextlib import closing
from datetime import UTC, date, datetime, timedelta, timezone
from uuid import UUID

import pytest

from journal.errors import CouldNot, Refused
from journal.interchange.own import csv_files, daily_csv, json_document
from journal.records import RECORDS, Alias, CheckIn, Drink, Pain, Set, SymptomEntry, Workout

A, B, C = (UUID(int=number) for number in (1, 2, 3))
AT = datetime(2026, 11, 20, 18, 30, tzinfo=timezone(timedelta(hours=1)))


def _files(records, **range_):
    return {name: content.decode() for name, content in csv_files.write(records, **range_)}


def _document(records, **range_):
    return json.loads(b"".join(json_document.write(records, **range_)))


def _mode(path):
    return stat.S_IMODE(path.stat().st_mode)


def test_rows_are_sorted_by_real_time_then_id_whatever_their_offsets():
    west = AT.astimezone(timezone(timedelta(hours=-5)))
    entries = [
        Drink(id=C, at=AT, volume_ml=3),
        Drink(id=A, at=AT + timedelta(seconds=1), volume_ml=1),
        Drink(id=B, at=west, volume_ml=2),
    ]
    assert _files({Drink: entries})["hydration.csv"].splitlines() == [
        "id,at,volume_ml,drink,note,source",
        f"{B},2026-11-20T12:30:00-05:00,2,,,",
        f"{C},2026-11-20T18:30:00+01:00,3,,,",
        f"{A},2026-11-20T18:30:01+01:00,1,,,",
    ]


def test_sets_are_sorted_by_workout_and_position_as_numbers_and_names_by_their_letters():
    sets = [
        Set(workout_id=workout, position=position, exercise="squat")
        for workout, position in ((B, 1), (A, 10), (A, 2))
    ]
    rows = _files({Set: sets})["sets.csv"].splitlines()[1:]
    assert [row.split(",")[:2] for row in rows] == [[str(A), "2"], [str(A), "10"], [str(B), "1"]]
    names = _files({Alias: [Alias(name=name, slug="squat") for name in "bza"]})["aliases.csv"]
    assert names == "name,slug,source\na,squat,\nb,squat,\nz,squat,\n"


def test_files_without_rows_are_left_out_and_tables_without_rows_are_empty():
    assert list(_files({Drink: [], Pain: iter(())})) == []
    assert _document({})["tables"] == {kind.TABLE: [] for kind in RECORDS}


def test_a_document_names_its_format_and_leaves_empty_columns_out():
    entry = Pain(
        id=A, at=AT, region="knee", score=0, sudden=False, qualities=("dull",), note="ü 💪 </script>"
    )
    content = b"".join(json_document.write({Pain: [entry]})).decode()
    assert content.startswith(
        '{"format": 1, "schema": "pain-and-workout-journal/1", "tables": {\n"workouts": [],\n'
    )
    assert content.endswith("]\n}}\n")
    assert "ü 💪" in content
    assert json.loads(content)["tables"]["pain"] == [
        {
            "id": str(A),
            "at": "2026-11-20T18:30:00+01:00",
            "region": "knee",
            "score": 0,
            "qualities": ["dull"],
            "sudden": False,
            "note": "ü 💪 </script>",
        }
    ]


def _week():
    days = [AT + timedelta(days=number) for number in range(4)]
    return {
        Workout: [
            Workout(id=UUID(int=10 + number), started_at=at, kind="run") for number, at in enumerate(days)
        ],
        Set: [Set(workout_id=UUID(int=10 + number), position=1, exercise="run") for number in range(4)],
        Pain: [
            Pain(id=UUID(int=20 + number), at=at, region="knee", score=1, workout_id=UUID(int=12))
            for number, at in enumerate(days)
        ],
        SymptomEntry: [
            SymptomEntry(id=C, at=days[2], symptom="fever", present=False, pain_id=UUID(int=20)),
            SymptomEntry(id=B, at=days[2], symptom="chills", present=False),
        ],
        CheckIn: [CheckIn(date=at.date()) for at in days],
        Alias: [Alias(name="x", slug="run")],
    }


@pytest.mark.parametrize(
    ("since", "until", "days"),
    [
        (None, None, [0, 1, 2, 3]),
        (date(2026, 11, 21), None, [1, 2, 3]),
        (None, date(2026, 11, 21), [0, 1]),
        (date(2026, 11, 21), date(2026, 11, 22), [1, 2]),
        (date(2027, 1, 1), None, []),
    ],
)
def test_a_range_holds_its_local_days_both_inclusive_and_the_sets_of_its_workouts(since, until, days):
    tables = _document(_week(), since=since, until=until)["tables"]
    assert [row["id"] for row in tables["workouts"]] == [str(UUID(int=10 + day)) for day in days]
    assert [row["workout_id"] for row in tables["sets"]] == [str(UUID(int=10 + day)) for day in days]
    assert [row["id"] for row in tables["pain"]] == [str(UUID(int=20 + day)) for day in days]
    assert len(tables["checkins"]) == len(days)
    assert len(tables["aliases"]) == 1


def test_a_reference_out_of_the_range_is_written_empty():
    tables = _document(_week(), since=date(2026, 11, 21), until=date(2026, 11, 22))["tables"]
    assert [row.get("workout_id") for row in tables["pain"]] == [str(UUID(int=12))] * 2
    assert [row.get("pain_id") for row in tables["symptoms"]] == [None, None]
    first = _document(_week(), until=date(2026, 11, 21))["tables"]["pain"]
    assert [row.get("workout_id") for row in first] == [None, None]


def test_the_day_of_a_range_is_the_writers_own_not_that_of_greenwich():
    late = Drink(id=A, at=datetime(2026, 11, 21, 0, 30, tzinfo=timezone(timedelta(hours=1))), volume_ml=1)
    assert late.at.astimezone(UTC).day == 20
    assert _files({Drink: [late]}, until=date(2026, 11, 20)) == {}
    assert list(_files({Drink: [late]}, since=date(2026, 11, 21))) == ["hydration.csv"]


def _csv(target, records, **options):
    csv_files.write_folder(target, records, **options)


def _json(target, records, **options):
    json_document.write_document(target, records, **options)


@pytest.mark.parametrize("write", [_csv, _json])
def test_only_the_owner_can_read_what_is_written(tmp_path, write):
    before = os.umask(0)
    try:
        write(tmp_path / "out", {Drink: [Drink(id=A, at=AT, volume_ml=1)]})
    finally:
        os.umask(before)
    out = tmp_path / "out"
    assert _mode(out) == (0o700 if out.is_dir() else 0o600)
    assert [_mode(path) for path in out.glob("*")] == ([0o600] if out.is_dir() else [])
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


@pytest.mark.parametrize("write", [_csv, _json])
def test_a_target_that_is_there_is_refused_without_force_and_replaced_with_it(tmp_path, write):
    out = tmp_path / "out"
    write(out, {Drink: [Drink(id=A, at=AT, volume_ml=1)], CheckIn: [CheckIn(date=date(2026, 11, 20))]})
    with pytest.raises(Refused, match=r"is there already; .* --force"):
        write(out, {})
    write(out, {Drink: [Drink(id=A, at=AT, volume_ml=2)]}, force=True)
    if out.is_dir():
        assert [path.name for path in out.iterdir()] == ["hydration.csv"]
    else:
        assert json.loads(out.read_text())["tables"]["checkins"] == []
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


@pytest.mark.parametrize("write", [_csv, _json])
def test_nothing_is_left_of_an_export_that_fails_and_the_old_one_stays(tmp_path, write):
    write(tmp_path / "out", {})
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}

    def records_that_break():
        yield Drink(id=A, at=AT, volume_ml=1)
        raise OSError(28, "No space left on device")

    for target, force in ((tmp_path / "out", True), (tmp_path / "new", False)):
        with pytest.raises(CouldNot, match="could not be written: No space left on device"):
            write(
                target,
                {CheckIn: [CheckIn(date=date(2026, 11, 20))], Drink: records_that_break()},
                force=force,
            )
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before


@pytest.mark.parametrize("write", [_csv, _json])
def test_a_target_in_no_folder_is_refused(tmp_path, write):
    with pytest.raises(Refused, match="there is no folder"):
        write(tmp_path / "nowhere" / "out", {})
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("write", [_csv, _json])
def test_a_name_that_the_system_does_not_take_is_one_sentence(tmp_path, write):
    with pytest.raises(CouldNot, match="could not be written"):
        write(tmp_path / ("x" * 300), {})


@pytest.mark.parametrize("write", [_csv, _json])
def test_a_link_is_followed_and_stays(tmp_path, write):
    (tmp_path / "link").symlink_to(tmp_path / "real")
    write(tmp_path / "link", {})
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").exists()


def test_force_never_costs_other_files(tmp_path):
    out = tmp_path / "out"
    out.mkdir()
    (out / "holiday.jpg").write_text("precious")
    with pytest.raises(Refused, match=r"holds other files than an export \('holiday\.jpg'\)"):
        _csv(out, {}, force=True)
    with pytest.raises(Refused, match="is not a file"):
        _json(out, {}, force=True)
    with pytest.raises(Refused, match="is not a folder"):
        _csv(out / "holiday.jpg", {}, force=True)
    assert (out / "holiday.jpg").read_text() == "precious"


def test_force_never_costs_a_journal(tmp_path):
    journal = tmp_path / "journal.db"
    with closing(sqlite3.connect(journal)) as made:
        made.execute("CREATE TABLE pain (id TEXT)")
    (tmp_path / "link").symlink_to(journal)
    before = journal.read_bytes()
    for target in (journal, tmp_path / "link"):
        for write in (_json, daily_csv.write_daily):
            with pytest.raises(Refused, match="is a journal, which an export does not replace"):
                write(target, {}, force=True)
    assert journal.read_bytes() == before
    assert len(list(tmp_path.iterdir())) == 2


def test_a_long_name_with_letters_of_several_bytes_can_be_written(tmp_path):
    _json(tmp_path / ("ü" * 120), {})
    assert len(list(tmp_path.iterdir())) == 1
