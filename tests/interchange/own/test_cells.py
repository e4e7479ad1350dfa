"""One value, one cell: how each kind of column is written, and what is understood."""

from datetime import UTC, date, datetime, timedelta, timezone
from uuid import UUID

import pytest

from journal.columns import InvalidRecord
from journal.interchange.own.cells import (
    from_cell,
    from_json,
    reason,
    shortest,
    shown,
    to_cell,
    to_json,
)
from journal.interchange.own.json_document import as_json
from journal.records import CheckIn, Condition, Pain, Set, Workout, columns
from journal.vocabulary import Quality

_ID = UUID("12345678-1234-5678-1234-567812345678")
_BERLIN = timezone(timedelta(hours=1))


def _column(kind, name):
    return next(column for column in columns(kind) if column.name == name)


@pytest.mark.parametrize(
    ("kind", "name", "value", "cell", "in_json"),
    [
        (Pain, "id", _ID, str(_ID), str(_ID)),
        (Pain, "workout_id", None, "", None),
        (Pain, "at", datetime(2026, 11, 20, 18, 30, tzinfo=_BERLIN), "2026-11-20T18:30:00+01:00", ...),
        (Pain, "at", datetime(2026, 11, 20, 18, 30, tzinfo=UTC), "2026-11-20T18:30:00+00:00", ...),
        (CheckIn, "at", None, "", None),
        (CheckIn, "date", date(2026, 11, 20), "2026-11-20", "2026-11-20"),
        (Condition, "since", None, "", None),
        (Pain, "score", 0, "0", 0),
        (Pain, "score", 10, "10", 10),
        (Set, "weight_kg", 61.235, "61.235", 61.235),
        (Set, "weight_kg", -20, "-20", -20),
        (Set, "weight_kg", None, "", None),
        (Workout, "duration_min", 28.5, "28.5", 28.5),
        (Pain, "sudden", True, "yes", True),
        (Pain, "sudden", False, "no", False),
        (Pain, "sudden", None, "", None),
        (Pain, "region", "lower-back", "lower-back", "lower-back"),
        (Pain, "side", None, "", None),
        (Pain, "qualities", (), "", []),
        (Pain, "qualities", (Quality.DULL, Quality.NUMB), "dull;numb", ["dull", "numb"]),
        (Pain, "note", "", "", ""),
        (Pain, "note", "plain", "plain", "plain"),
    ],
)
def test_a_value_is_written_in_one_way_and_read_back(kind, name, value, cell, in_json):
    column = _column(kind, name)
    assert to_cell(column, value) == cell
    assert to_json(column, value) == (cell if in_json is ... else in_json)
    assert value is None or column.check("t", from_cell(column, cell)) == value
    assert value is None or column.check("t", from_json(column, to_json(column, value))) == value


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+49 30 1234", "'+49 30 1234"),
        ("-20kg", "'-20kg"),
        ("@home", "'@home"),
        ("\tindented", "'\tindented"),
        ("'tis", "''tis"),
        ("'=1", "''=1"),
        ("''", "'''"),
        ("1=1", "1=1"),
        (" =1", " =1"),
    ],
)
def test_no_text_runs_in_a_spreadsheet_and_none_is_changed_by_that(text, cell):
    for kind, name in ((Pain, "note"), (Set, "exercise")):
        assert to_cell(_column(kind, name), text) == cell
        assert from_cell(_column(kind, name), cell) == text


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (100, "100"),
        (100.0, "100"),
        (0.1, "0.1"),
        (61.235, "61.235"),
        (1e-7, "0.0000001"),
        (1e22, "10000000000000000000000"),
        (-2.5, "-2.5"),
    ],
)
def test_numbers_are_written_shortest_and_without_exponent(number, written):
    assert shortest(number) == written


@pytest.mark.parametrize(
    ("kind", "name", "cell", "value"),
    [
        (Set, "weight_kg", "1e2", 100),
        (Set, "weight_kg", " 62.50 ", 62.5),
        (Set, "weight_kg", "+.5", 0.5),
        (Set, "weight_kg", "6.E1", 60),
        (Set, "reps", "8.0", 8),
        (Workout, "duration_min", "12.3334", 12.333),
        (Set, "duration_s", "1710.4", 1710),
        (Pain, "at", "2026-11-20T18:30:00Z", datetime(2026, 11, 20, 18, 30, tzinfo=UTC)),
        (Pain, "at", "2026-11-20 18:30+01:00", datetime(2026, 11, 20, 18, 30, tzinfo=_BERLIN)),
        (Pain, "at", "2026-11-20T18:30:00.999+0100", datetime(2026, 11, 20, 18, 30, tzinfo=_BERLIN)),
        (Pain, "qualities", "numb; dull;;numb", (Quality.DULL, Quality.NUMB)),
        (Pain, "region", " knee ", "knee"),
        (Pain, "sudden", " yes", True),
        (CheckIn, "date", " 2026-11-20 ", date(2026, 11, 20)),
        (Pain, "workout_id", "{12345678123456781234567812345678}", _ID),
    ],
)
def test_other_spellings_are_understood(kind, name, cell, value):
    column = _column(kind, name)
    assert column.check("t", from_cell(column, cell)) == value


@pytest.mark.parametrize(
    ("kind", "name", "cell", "says"),
    [
        (Pain, "at", "2026-11-20T18:30:00", "it has no offset"),
        (Pain, "at", "2026-11-20", "it needs a date and time with its offset"),
        (Pain, "at", "2026-02-30T18:30:00+01:00", "there is no such date or time"),
        (Pain, "at", "20261120T183000Z", "it needs a date and time"),
        (Pain, "at", "1500-01-01T00:00:00Z", "between the years 1900 and 2200"),
        (CheckIn, "date", "2026-02-30", "there is no such date"),
        (CheckIn, "date", "20.11.2026", "it needs a date such as 2026-11-20"),
        (CheckIn, "date", "2026-W47-5", "it needs a date such as"),
        (Set, "reps", "8.5", "a whole number from 0"),
        (Set, "reps", "1_000", "a whole number"),
        (Set, "reps", "٨", "a whole number"),
        (Set, "weight_kg", "abc", "a number from -1000 to 2000 kg"),
        (Set, "weight_kg", "60,5", "a number"),
        (Set, "weight_kg", "nan", "a number"),
        (Set, "weight_kg", "1e999", "a number"),
        (Pain, "sudden", "maybe", "yes or no"),
        (Pain, "region", "bakc", "one of head, neck"),
        (Pain, "qualities", "dull;sore", "some of dull, ache"),
        (Pain, "workout_id", "12", "a UUID"),
    ],
)
def test_what_cannot_be_read_is_refused_with_what_would_be_accepted(kind, name, cell, says):
    column = _column(kind, name)
    with pytest.raises(InvalidRecord) as refused:
        column.check(kind.TABLE, from_cell(column, cell))
    assert says in reason(column, refused.value)


@pytest.mark.parametrize(
    ("kind", "name", "value"),
    [
        (Pain, "score", "4"),
        (Pain, "score", True),
        (Pain, "score", [4]),
        (Pain, "score", float("nan")),
        (Set, "weight_kg", 10**400),
        (Pain, "note", 5),
        (Pain, "note", {"a": 1}),
        (Pain, "sudden", 1),
        (Pain, "sudden", "yes"),
        (Pain, "region", ["knee"]),
        (Pain, "qualities", "dull"),
        (Pain, "qualities", {"dull": 1}),
        (Pain, "qualities", [["dull"]]),
        (Pain, "at", 1763659800),
        (CheckIn, "date", 20261120),
        (Pain, "id", 7),
    ],
)
def test_a_json_value_of_the_wrong_type_is_refused(kind, name, value):
    column = _column(kind, name)
    with pytest.raises(InvalidRecord):
        column.check(kind.TABLE, from_json(column, value))


def test_a_value_is_shown_as_it_stood_in_the_file():
    assert [shown(value) for value in ("ü", 4.5, None, True, ["ü"])] == ["ü", "4.5", "null", "true", '["ü"]']


def test_a_row_of_json_has_the_columns_of_the_files_without_the_empty_ones():
    assert as_json(CheckIn(date=date(2026, 11, 20), stress=0)) == {"date": "2026-11-20", "stress": 0}
