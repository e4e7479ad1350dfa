"""What is refused, in which words, and where: every fault is named with its file, line, column and value."""

import json

import pytest

from journal.errors import CouldNot, Refused
from journal.interchange import Problem
from journal.interchange.own import csv_reading, journal_files, json_document

_A, _B = "00000000-0000-4000-8000-00000000000a", "00000000-0000-4000-8000-00000000000b"
_AT = "2026-11-20T18:30:00+01:00"


def _read(tmp_path, catalogue, **files):
    for name, text in files.items():
        (tmp_path / f"{name}.csv").write_text(text, encoding="utf-8", newline="")
    return csv_reading.read_folder(tmp_path, catalogue)


@pytest.mark.parametrize(
    ("table", "header", "row", "column", "value", "says"),
    [
        ("pain", "id,at,region,score", f"{_A},{_AT},knee,11", "score", "11", "from 0 to 10"),
        ("pain", "id,at,region,score", f"{_A},{_AT},knee,-1", "score", "-1", "from 0 to 10"),
        ("pain", "id,at,region,score", f"{_A},{_AT},knee,4.5", "score", "4.5", "whole number"),
        ("pain", "id,at,region,score", f"{_A},{_AT},knee,", "score", "", "it needs a whole number"),
        ("pain", "id,at,region,score", f"{_A},{_AT},kne,4", "region", "kne", "one of head"),
        ("pain", "id,at,region,score", f"{_A},2026-11-20T18:30:00,knee,4", "at", ..., "no offset"),
        ("pain", "id,at,region,score", f"{_A},2026-02-30T18:30:00Z,knee,4", "at", ..., "no such date"),
        ("pain", "id,at,region,score", f"x,{_AT},knee,4", "id", "x", "a UUID"),
        ("pain", "id,at,region,score,side", f"{_A},{_AT},knee,4,up", "side", "up", "left, right"),
        (
            "pain",
            "id,at,region,score,qualities",
            f"{_A},{_AT},knee,4,dull;bad",
            "qualities",
            "dull;bad",
            "some of",
        ),
        ("pain", "id,at,region,score,sudden", f"{_A},{_AT},knee,4,1", "sudden", "1", "yes or no"),
        (
            "pain",
            "id,at,region,score,onset_at",
            f"{_A},{_AT},knee,4,2026-11-20T18:31:00+01:00",
            "onset_at",
            ...,
            "cannot be after at",
        ),
        (
            "workouts",
            "id,started_at,kind,session_rpe",
            f"{_A},{_AT},run,10.5",
            "session_rpe",
            "10.5",
            "0 to 10",
        ),
        ("workouts", "id,started_at,kind,session_rpe", f"{_A},{_AT},run,-1", "session_rpe", "-1", "0 to 10"),
        ("workouts", "id,started_at,kind,duration_min", f"{_A},{_AT},run,-5", "duration_min", "-5", "from 0"),
        ("workouts", "id,started_at,kind", f"{_A},{_AT},jog", "kind", "jog", "one of strength"),
        (
            "workouts",
            "id,started_at,kind,form_flags",
            f"{_A},{_AT},run,arched;bad",
            "form_flags",
            ...,
            "some of",
        ),
        ("sets", "workout_id,position,exercise", ",1,squat", "workout_id", "", "a UUID"),
        ("sets", "workout_id,position,exercise", f"{_A},0,squat", "position", "0", "from 1"),
        ("sets", "workout_id,position,exercise", f"{_A},1,", "exercise", "", "not empty"),
        ("sets", "workout_id,position,exercise,reps", f"{_A},1,squat,-1", "reps", "-1", "from 0"),
        ("sets", "workout_id,position,exercise,rpe", f"{_A},1,squat,11", "rpe", "11", "from 0 to 10"),
        ("sets", "workout_id,position,exercise,distance_km", f"{_A},1,run,-2", "distance_km", "-2", "from 0"),
        ("sets", "workout_id,position,exercise,duration_s", f"{_A},1,plank,-2", "duration_s", "-2", "from 0"),
        (
            "sets",
            "workout_id,position,exercise,kind",
            f"{_A},1,squat,heavy",
            "kind",
            "heavy",
            "normal, warmup",
        ),
        ("symptoms", "id,at,symptom,present", f"{_A},{_AT},fever,", "present", "", "yes or no"),
        ("symptoms", "id,at,symptom,present", f"{_A},{_AT},sneeze,yes", "symptom", "sneeze", "one of"),
        ("hydration", "id,at,volume_ml", f"{_A},{_AT},-250", "volume_ml", "-250", "from 0"),
        ("urine", "id,at,color", f"{_A},{_AT},9", "color", "9", "from 1 to 8"),
        ("care", "id,at,kind,dose_mg", f"{_A},{_AT},oral-analgesic,-400", "dose_mg", "-400", "from 0"),
        ("care", "id,at,kind,drug", f"{_A},{_AT},oral-analgesic,nurofen", "drug", "nurofen", "ibuprofen"),
        ("checkins", "date", "2026-02-30", "date", "2026-02-30", "no such date"),
        ("checkins", "date,sleep_h", "2026-11-20,25", "sleep_h", "25", "from 0 to 24"),
        ("checkins", "date,sleep_quality", "2026-11-20,6", "sleep_quality", "6", "from 1 to 5"),
        ("checkins", "date,stress", "2026-11-20,11", "stress", "11", "from 0 to 10"),
        ("checkins", "date,cigarettes", "2026-11-20,-1", "cigarettes", "-1", "from 0"),
        ("conditions", "condition", "flu", "condition", "flu", "herniated-disc"),
        (
            "conditions",
            "condition,since,until",
            "arthritis,2026-02-01,2026-01-31",
            "until",
            ...,
            "before since",
        ),
        ("exercises", "slug,name", "Not A Slug,x", "slug", "Not A Slug", "joined by hyphens"),
        ("exercises", "slug,primary_muscles", "zercher,nose", "primary_muscles", "nose", "some of back"),
        ("aliases", "name,slug", ",squat", "name", "", "not empty"),
        ("templates", "template,position,exercise", "A,x,squat", "position", "x", "whole number"),
        ("profile", "key,value", "weight_unit,stone", "value", "stone", "kg or lb"),
        ("profile", "key,value", "time_zone,Mars/Base", "value", "Mars/Base", "a time zone"),
        ("profile", "key,value", "My Key,1", "key", "My Key", "lower-case"),
        ("flag_marks", "id,at,rule,action", f"{_A},{_AT},r,hide", "action", "hide", "acknowledge"),
        (
            "flag_marks",
            "id,at,rule,action,until",
            f"{_A},{_AT},r,snooze,2026-11-20T18:29:59+01:00",
            "until",
            ...,
            "before at",
        ),
    ],
)
def test_a_wrong_value_is_a_problem_with_its_place(
    built_in, tmp_path, table, header, row, column, value, says
):
    imported = _read(tmp_path, built_in, **{table: f"{header}\n{row}\n"})
    (problem,) = imported.problems
    assert (problem.file, problem.line, problem.column) == (f"{table}.csv", 2, column)
    assert problem.value == (
        dict(zip(header.split(","), row.split(","), strict=True))[column] if value is ... else value
    )
    assert says in problem.reason
    assert imported.records == []
    assert imported.rows == 1


def test_every_wrong_value_of_a_row_is_named(built_in, tmp_path):
    imported = _read(tmp_path, built_in, pain=f"id,at,region,score\n{_A},yesterday,bakc,12\n")
    assert [problem.column for problem in imported.problems] == ["at", "region", "score"]


@pytest.mark.parametrize(
    ("table", "text", "line", "column", "key"),
    [
        ("hydration", f"id,at,volume_ml\n{_A},{_AT},1\n{_A},{_AT},2\n", 3, "id", _A),
        ("hydration", f"id,at,volume_ml\n{_A},{_AT},1\n{_A.upper()},{_AT},1\n", 3, "id", _A),
        ("checkins", "date\n2026-11-20\n2026-11-20\n", 3, "date", "2026-11-20"),
        ("conditions", "condition\narthritis\narthritis\n", 3, "condition", "arthritis"),
        ("profile", "key,value\nweight_unit,kg\nweight_unit,lb\n", 3, "key", "weight_unit"),
        ("templates", "template,position,exercise\nA,1,squat\nA,1,run\n", 3, "position", "A/1"),
        ("sets", f"workout_id,position,exercise\n{_A},1,squat\n{_A},1,squat\n", 3, "position", f"{_A}/1"),
    ],
)
def test_a_key_that_stands_twice_is_refused(built_in, tmp_path, table, text, line, column, key):
    (problem,) = _read(tmp_path, built_in, **{table: text}).problems
    assert (problem.file, problem.line, problem.column, problem.value) == (f"{table}.csv", line, column, key)
    assert problem.reason == f"line 2 of {table}.csv has the same; it may stand only once"


def test_lines_are_those_of_the_file_also_after_notes_of_several_lines(built_in, tmp_path):
    text = f'id,at,region,score,note\r\n{_A},{_AT},knee,4,"one\r\ntwo\n\nthree"\r\n\r\n{_B},{_AT},knee,x,\r\n'
    (problem,) = _read(tmp_path, built_in, pain=text).problems
    assert (problem.line, problem.value) == (7, "x")


@pytest.mark.parametrize(("row", "cells"), [(f"{_A},{_AT},knee", 3), (f"{_A},{_AT},knee,4,,", 6)])
def test_a_row_with_too_few_or_too_many_cells_is_a_problem(built_in, tmp_path, row, cells):
    imported = _read(tmp_path, built_in, pain=f"id,at,region,score\n{row}\n{_B},{_AT},knee,4\n")
    (problem,) = imported.problems
    assert (problem.line, problem.reason) == (2, f"it has {cells} cells where the header has 4")
    assert (imported.rows, len(imported.records)) == (2, 1)


def test_problems_stand_in_the_order_of_the_files_and_their_lines(built_in, tmp_path):
    sets = f"workout_id,position,exercise\n{_B},1,squat\n{_A},x,squat\n"
    workouts = f"id,started_at,kind\n{_A},{_AT},jog\n"
    for name, text in (("sets", sets), ("workouts", workouts)):
        (tmp_path / f"{name}.csv").write_text(text)
    imported = csv_reading.read_folder(tmp_path, built_in, lambda kind, key: False)
    places = [(problem.file, problem.line) for problem in imported.problems]
    assert places == [("workouts.csv", 2), ("sets.csv", 2), ("sets.csv", 3)]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", ["pain.csv is empty", "id, at, region, score"]),
        (b"\n\n", ["pain.csv is empty"]),
        (b"id,at,region,score,mood\n", ["pain.csv, line 1: 'mood'", "pain has no such column", "qualities"]),
        (b"id,at,region,score,\x1b[31m\n", ["line 1: '\\x1b[31m'", "no such column"]),
        (b"id,at,region,score,id\n", ["'id'", "stands twice"]),
        (b"id,at,region\n", ["line 1", "it lacks the column score", "id, at, region, score"]),
        (b"id;at;region;score\n", ["'id;at;region;score'", "separated by ';'", "commas"]),
        (b"id\tat\tregion\tscore\n", ["separated by '\\t'", "commas"]),
        (b"id,at,region,score,note\n\nx,y,z,1,caf\xe9\n", ["pain.csv, line 3", "\\xe9", "UTF-8"]),
        ("id,at".encode("utf-16"), ["line 1", "UTF-8"]),
        (b'id,at,region,score\nx,y,z,"never closed\n1\n', ["pain.csv, line 2", "quotes"]),
        (b'id,at,region,score\nx,y,z,"a"b\n', ["line 2", "quotes"]),
    ],
)
def test_a_file_that_is_wrong_as_a_whole_is_refused_in_one_sentence(built_in, tmp_path, content, says):
    (tmp_path / "pain.csv").write_bytes(content)
    with pytest.raises(Refused) as refused:
        csv_reading.read_folder(tmp_path, built_in)
    for part in says:
        assert part in str(refused.value)
    assert "\n" not in str(refused.value)
    assert "\x1b" not in str(refused.value)


def test_a_csv_file_that_no_export_has_is_refused_by_name_and_others_are_told(built_in, tmp_path):
    (tmp_path / "checkins.csv").write_text("date\n2026-11-20\n")
    for name in (".DS_Store", "readme.txt"):
        (tmp_path / name).write_text("x")
    imported = csv_reading.read_folder(tmp_path, built_in)
    assert (len(imported.records), imported.notes) == (
        1,
        ["Not read, because an export has no such file: 'readme.txt'."],
    )
    (tmp_path / "pains.csv").write_text("date\n")
    with pytest.raises(Refused, match=r"'pains\.csv'.*workouts\.csv"):
        csv_reading.read_folder(tmp_path, built_in)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "line 1, column 1: it is not JSON"),
        ('{"format": 1,\n "tables": }', "line 2, column 12: it is not JSON"),
        ("[]", "is not a journal"),
        ('{"format": 1}', "is not a journal"),
        ('{"tables": {}}', "format null is one that cannot be read"),
        ('{"format": true, "tables": {}}', "format true"),
        ('{"format": "1", "tables": {}}', 'format "1" is one'),
        ('{"format": 2, "tables": {}}', "format 2 is one of a newer program"),
        ('{"format": 1, "tables": []}', "tables needs an object"),
        ('{"format": 1, "tables": {}, "more": 1}', "'more' is not known"),
        ('{"format": 1, "tables": {"pains": []}}', "tables.'pains' is not known"),
        ('{"format": 1, "tables": {"pain": {}}}', "tables.pain needs a list"),
        ('{"format": 1, "format": 1, "tables": {}}', "'format' stands twice"),
        pytest.param("[" * 200_000, "nested too deep", id="nested"),
        pytest.param('{"format": ' + "1" * 5000 + ', "tables": {}}', "thousands of digits", id="digits"),
    ],
)
def test_a_document_that_is_wrong_as_a_whole_is_refused_in_one_sentence(built_in, tmp_path, text, says):
    path = tmp_path / "x.json"
    path.write_text(text)
    with pytest.raises(Refused) as refused:
        json_document.read_document(path, built_in)
    assert str(refused.value).startswith("x.json")
    assert says in str(refused.value)


@pytest.mark.parametrize(
    ("table", "row", "column", "value", "says"),
    [
        ("pain", {"id": _A, "at": _AT, "region": "knee", "score": 11}, ".score", "11", "from 0 to 10"),
        ("pain", {"id": _A, "at": _AT, "region": "knee"}, ".score", "", "whole number"),
        ("pain", {"id": _A, "at": _AT, "region": "knee", "score": None}, ".score", "null", "whole number"),
        ("pain", {"id": _A, "at": _AT, "region": "knee", "score": 1, "x": []}, ".x", "[]", "no such column"),
        ("pain", {"id": _A, "at": _AT[:19], "region": "knee", "score": 1}, ".at", _AT[:19], "no offset"),
        ("checkins", {"date": "2026-02-30"}, ".date", "2026-02-30", "no such date"),
        ("checkins", {"date": _B}, ".date", _B, "a date such as"),
        ("pain", "knee 4", "", "knee 4", "it needs an object"),
        ("pain", None, "", "null", "it needs an object"),
        ("pain", {"\ud800": "\udfff"}, ".\\ud800", "\\udfff", "no such column"),
    ],
)
def test_a_wrong_value_of_a_document_is_a_problem_with_its_path(
    built_in, tmp_path, table, row, column, value, says
):
    path = tmp_path / "x.json"
    good = (
        {"date": "2026-11-01"} if table == "checkins" else {"id": _B, "at": _AT, "region": "knee", "score": 0}
    )
    path.write_text(json.dumps({"format": 1, "tables": {table: [good, row]}}))
    imported = json_document.read_document(path, built_in)
    (problem,) = imported.problems
    assert (problem.file, problem.line, problem.column) == ("x.json", 0, f"tables.{table}[1]{column}")
    assert problem.value == value
    assert says in problem.reason
    assert (imported.rows, len(imported.records)) == (2, 1)


def test_an_id_that_stands_twice_in_a_document_is_refused(built_in, tmp_path):
    path = tmp_path / "x.json"
    row = {"id": _A, "at": _AT, "volume_ml": 1}
    path.write_text(json.dumps({"format": 1, "tables": {"hydration": [row, row]}}))
    (problem,) = json_document.read_document(path, built_in).problems
    assert problem.sentence == (
        f"x.json, tables.hydration[1].id: '{_A}'; tables.hydration[0] has the same; it may stand only once"
    )


def test_a_record_that_the_journal_takes_issue_with_is_named_by_its_line_or_path(built_in, tmp_path):
    (tmp_path / "hydration.csv").write_text(f'id,at,volume_ml,note\n{_B},{_AT},1,"a\nb"\n{_A},{_AT},1,\n')
    imported = csv_reading.read_folder(tmp_path, built_in)
    assert imported.problem("hydration", _A, "no").sentence == (f"hydration.csv, line 4, id: '{_A}'; no")
    path = tmp_path / "x.json"
    path.write_text(
        json.dumps({"format": 1, "tables": {"hydration": [{"id": _A, "at": _AT, "volume_ml": 1}]}})
    )
    imported = json_document.read_document(path, built_in)
    assert imported.problem("hydration", _A, "no").sentence == (f"x.json, tables.hydration[0].id: '{_A}'; no")
    assert imported.problem("exercises", "made-of-a-name", "no").sentence == (
        "exercises.slug: 'made-of-a-name'; no"
    )


def test_a_problem_says_its_place_and_keeps_the_terminal_clean():
    assert Problem(3, "score", "11", "it needs less", "pain.csv").sentence == (
        "pain.csv, line 3, score: '11'; it needs less"
    )
    assert Problem(0, "", "", "it is empty").sentence == "it is empty"
    ugly = Problem(1, "a\x1bb\nc", "\x1b" + "x" * 100, "no", "p\u202e.csv").sentence
    assert ugly == "p.csv, line 1, ab c: '\\x1b" + "x" * 56 + "...'; no"


@pytest.mark.parametrize("read", [csv_reading.read_folder, csv_reading.read_file, journal_files.read])
def test_a_missing_file_is_refused(built_in, tmp_path, read):
    with pytest.raises(Refused, match="there is no such file"):
        read(tmp_path / "pain.csv", built_in)


def test_a_folder_where_a_file_should_be_and_the_reverse(built_in, tmp_path):
    (tmp_path / "pain.csv").mkdir()
    with pytest.raises(CouldNot, match=r"pain\.csv could not be read"):
        csv_reading.read_folder(tmp_path, built_in)
    (tmp_path / "x").write_text("")
    with pytest.raises(Refused, match="x is not a folder"):
        csv_reading.read_folder(tmp_path / "x", built_in)
