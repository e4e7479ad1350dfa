"""Files that are refused: exit status 2, one sentence with file, line, column and value, the journal as before."""

import json

import pytest

W = "11111111-1111-4111-8111-111111111111"
P = "22222222-2222-4222-8222-222222222222"
AT = "2024-03-05T18:00:00+01:00"

BAD_ROWS = [
    ("pain", "id,at,region,score", f"{P},{AT},lower-back,11", "score: '11'"),
    ("pain", "id,at,region,score", f"{P},{AT},lower-back,-1", "score: '-1'"),
    ("pain", "id,at,region,score", f"{P},{AT},lower-back,4.5", "score: '4.5'"),
    ("pain", "id,at,region,score", f"{P},{AT},lower-back,", "score"),
    ("pain", "id,at,region,score", f"{P},{AT},back,4", "region: 'back'"),
    ("pain", "id,at,region,score", f"{P},2024-03-05T18:00,lower-back,4", "at: '2024-03-05T18:00'"),
    ("pain", "id,at,region,score", f"{P},2024-02-30T18:00:00+01:00,lower-back,4", "2024-02-30"),
    ("pain", "id,at,region,score", f"{P},yesterday,lower-back,4", "at: 'yesterday'"),
    ("pain", "id,at,region,score", f"not-a-uuid,{AT},lower-back,4", "id: 'not-a-uuid'"),
    ("pain", "id,at,region,side,score", f"{P},{AT},lower-back,middle,4", "side: 'middle'"),
    ("pain", "id,at,region,score,qualities", f"{P},{AT},lower-back,4,dull;odd", "qualities: 'dull;odd'"),
    ("pain", "id,at,region,score,sudden", f"{P},{AT},lower-back,4,maybe", "sudden: 'maybe'"),
    ("pain", "id,at,region,score,onset_at", f"{P},{AT},lower-back,4,2024-03-06T18:00:00+01:00", "onset_at"),
    ("workouts", "id,started_at,kind", f"{W},{AT},boxing", "kind: 'boxing'"),
    ("workouts", "id,started_at,kind,session_rpe", f"{W},{AT},strength,11", "session_rpe: '11'"),
    ("workouts", "id,started_at,kind,session_rpe", f"{W},{AT},strength,-1", "session_rpe: '-1'"),
    ("workouts", "id,started_at,kind,duration_min", f"{W},{AT},strength,-5", "duration_min: '-5'"),
    ("workouts", "id,started_at,kind,duration_min", f"{W},{AT},strength,an hour", "duration_min: 'an hour'"),
    ("sets", "workout_id,position,exercise", f"{W},1,squat", "workout_id"),
    ("hydration", "id,at,volume_ml", f"{P},{AT},-300", "volume_ml: '-300'"),
    ("hydration", "id,at,volume_ml", f"{P},{AT},nan", "volume_ml: 'nan'"),
    ("hydration", "id,at,volume_ml", f"{P},{AT},1e999", "volume_ml"),
    ("urine", "id,at,color", f"{P},{AT},9", "color: '9'"),
    ("urine", "id,at,color", f"{P},{AT},0", "color: '0'"),
    ("care", "id,at,kind", f"{P},{AT},leeches", "kind: 'leeches'"),
    ("care", "id,at,kind,drug,dose_mg", f"{P},{AT},oral-analgesic,ibuprofen,-400", "dose_mg: '-400'"),
    ("symptoms", "id,at,symptom,present", f"{P},{AT},headache,yes", "symptom: 'headache'"),
    ("symptoms", "id,at,symptom,present", f"{P},{AT},fever,", "present"),
    ("checkins", "date,sleep_h", "2024-02-30,7", "date: '2024-02-30'"),
    ("checkins", "date,sleep_h", "2024-03-05,-1", "sleep_h: '-1'"),
    ("checkins", "date,sleep_h", "2024-03-05,25", "sleep_h: '25'"),
    ("checkins", "date,stress", "2024-03-05,11", "stress: '11'"),
    ("checkins", "date,sleep_quality", "2024-03-05,6", "sleep_quality: '6'"),
    ("checkins", "date,body_weight_kg", "2024-03-05,-80", "body_weight_kg: '-80'"),
    ("conditions", "condition,since,until", "arthritis,2024-03-05,2024-03-01", "until: '2024-03-01'"),
    ("conditions", "condition", "tired", "condition: 'tired'"),
    ("profile", "key,value", "weight_unit,stone", "value: 'stone'"),
    ("profile", "key,value", "time_zone,Nowhere/Land", "value: 'Nowhere/Land'"),
    ("exercises", "slug,primary_muscles", "my-lift,elbow", "primary_muscles: 'elbow'"),
    ("flag_marks", "id,at,rule,action", f"{P},{AT},rf-fever,ignore", "action: 'ignore'"),
]


@pytest.fixture
def entry(journal, write):
    """A journal that is not empty."""
    journal("import", write("profile.csv", "key,value\nglass_ml,300\n"))


@pytest.mark.parametrize(("table", "header", "row", "names"), BAD_ROWS)
def test_a_value_that_no_record_can_hold_is_named_with_its_line(
    unchanged, entry, write, table, header, row, names
):
    answer = unchanged("import", write(f"{table}.csv", f"{header}\n{row}\n"))
    assert f"{table}.csv, line 2, " in answer.err
    assert names in answer.err


@pytest.mark.parametrize(("table", "header", "row", "names"), BAD_ROWS[:12])
def test_the_same_value_in_a_document_is_named_with_its_path(
    unchanged, entry, write, table, header, row, names
):
    record = dict(zip(header.split(","), row.split(","), strict=True))
    document = {"format": 1, "tables": {table: [{key: value for key, value in record.items() if value}]}}
    answer = unchanged("import", write("all.json", json.dumps(document)))
    assert f"tables.{table}[0]" in answer.err


@pytest.mark.parametrize("number", ["-20", "-1000"])
def test_only_a_weight_may_be_negative(journal, write, number):
    write("out/workouts.csv", f"id,started_at,kind\n{W},{AT},strength\n")
    write("out/sets.csv", f"workout_id,position,exercise,reps,weight_kg\n{W},1,dip,8,{number}\n")
    assert journal("import", "out").status == 0


@pytest.mark.parametrize("column", ["reps", "distance_km", "duration_s", "rpe", "position"])
def test_no_other_number_of_a_set_may_be(unchanged, entry, write, column):
    write("out/workouts.csv", f"id,started_at,kind\n{W},{AT},strength\n")
    header = "workout_id,exercise,position" + ("" if column == "position" else f",{column}")
    row = f"{W},dip,-1" if column == "position" else f"{W},dip,1,-1"
    write("out/sets.csv", f"{header}\n{row}\n")
    assert f"sets.csv, line 2, {column}: '-1'" in unchanged("import", "out").err


@pytest.mark.parametrize(
    ("name", "text", "names"),
    [
        ("pain.csv", "id,at,region,score,mood\n", "mood"),
        ("pain.csv", "id,at,region\n", "score"),
        ("pain.csv", "id,at,region,score,score\n", "score"),
        ("pain.csv", f"id,at,region,score\n{P},{AT}\n", "line 2"),
        ("pain.csv", f"id,at,region,score\n{P},{AT},lower-back,4,5\n", "line 2"),
        ("pain.csv", f'id,at,region,score\n{P},{AT},"lower-back,4\n', "quotes"),
        ("pain.csv", "", "pain.csv"),
        ("notes.csv", "what,is,this\n1,2,3\n", "notes.csv"),
        ("notes.txt", "nothing of the kind", "notes.txt"),
        ("all.json", "{", "all.json"),
        ("all.json", "[]", "all.json"),
        ("all.json", "{}", "all.json"),
        ("all.json", '{"format": 2, "tables": {}}', "newer"),
        ("all.json", '{"format": 1, "tables": {"moods": []}}', "moods"),
        ("all.json", '{"format": 1, "tables": {"pain": {}}}', "tables.pain"),
        ("all.json", '{"format": 1, "tables": {"pain": [{"id": 1}]}}', "tables.pain[0]"),
        ("all.json", '{"format": 1, "tables": {"pain": [{"mood": "good"}]}}', "mood"),
    ],
)
def test_a_malformed_file_is_refused_by_name(unchanged, entry, write, name, text, names):
    assert names in unchanged("import", write(name, text)).err


def test_the_same_id_twice_in_one_import_is_refused(unchanged, entry, write):
    row = f"{P},{AT},lower-back,4\n"
    answer = unchanged("import", write("pain.csv", f"id,at,region,score\n{row}{row}"))
    assert P in answer.err


def test_an_id_that_the_journal_has_with_other_content_is_a_problem(journal, unchanged, write):
    journal("import", write("pain.csv", f"id,at,region,score\n{P},{AT},lower-back,4\n"))
    write("pain.csv", f"id,at,region,score\n{P},{AT},lower-back,5\n")
    answer = unchanged("import", "pain.csv", "--format", "json")
    [problem] = answer.json["problems"]
    assert problem["value"] == P
    assert "score is '4' in the journal and '5' in the import" in problem["reason"]


def test_with_skip_bad_rows_the_journal_s_own_record_stays(journal, write, content, db):
    journal("import", write("pain.csv", f"id,at,region,score\n{P},{AT},lower-back,4\n"))
    write("pain.csv", f"id,at,region,score\n{P},{AT},lower-back,5\n{W},{AT},neck,2\n")
    answer = journal("import", "pain.csv", "--skip-bad-rows", "--format", "json")
    assert answer.status == 0
    assert answer.json["added"]["pain"] == 1
    assert b'"score": 4' in content(db)


def test_a_set_goes_with_the_workout_that_could_not_be_read(journal, write):
    write("out/workouts.csv", f"id,started_at,kind\n{W},{AT},boxing\n")
    write("out/sets.csv", f"workout_id,position,exercise\n{W},1,squat\n")
    answer = journal("import", "out", "--skip-bad-rows", "--format", "json")
    assert answer.status == 0
    assert answer.json["added"] == {"workouts": 0, "sets": 0}
    assert {(one["file"], one["line"]) for one in answer.json["problems"]} == {
        ("workouts.csv", 2),
        ("sets.csv", 2),
    }


@pytest.mark.parametrize(
    ("options", "names"),
    [
        ((), "--weight-unit"),
        (("--weight-unit", "stone"), "'kg', 'lb'"),
        (("--weight-unit", "kg", "--distance-unit", "m"), "'km', 'mi'"),
        (("--from", "fitbit", "--weight-unit", "kg"), "'fitbit'"),
        (("--from", "hevy", "--weight-unit", "kg"), "Hevy"),
        (("--from", "journal"), "strong.csv"),
    ],
)
def test_what_the_file_does_not_say_must_be_given(unchanged, entry, strong, options, names):
    answer = unchanged("import", strong("strong.csv", "05, Squat (Barbell), 1, 100, 5"), *options)
    assert names in answer.err
    assert answer.out == ""


@pytest.mark.parametrize(
    ("options", "names"),
    [
        (("--map", "Last"), "--map: 'Last' is not understood; write it as COLUMN=FIELD"),
        (("--map", "Last="), "write it as COLUMN=FIELD"),
        (("--map", "Last=reps", "--map", "Last=weight"), "--map: 'Last' is given twice"),
        (("--map", "Lost=reps"), "log.csv has no column 'Lost'; its columns are 'date', 'exercise', 'Last'"),
        (("--map", "Last=wait"), "'wait' is not known; a column can be one of exercise, date"),
        (("--exercise", "Squat"), "--exercise: 'Squat' is not understood; write it as NAME=EXERCISE"),
        (
            ("--map", "Last=reps", "--exercise", "Hug=deadlit"),
            "'deadlit' is no exercise; did you mean 'deadlift'",
        ),
        (("--date-order", "ymd"), "dmy"),
        ((), "nothing known looks so"),
    ],
)
def test_columns_and_names_that_cannot_be_meant_are_refused(unchanged, entry, write, options, names):
    name = write("log.csv", "date,exercise,Last\n2024-03-05,Hug,5\n")
    assert names in unchanged("import", name, *options).err


def test_a_record_that_the_journal_has_otherwise_is_a_problem_of_its_line_and_id(journal, unchanged, write):
    row = f"{W},2026-11-01T18:30:00+01:00,knee"
    assert journal("import", write("pain.csv", f"id,at,region,score\n{row},3\n")).status == 0
    [problem] = unchanged(
        "import", write("pain.csv", f"id,at,region,score\n\n{row},4\n"), "--format", "json"
    ).json["problems"]
    assert problem == {
        "file": "pain.csv",
        "line": 3,
        "column": "id",
        "value": W,
        "reason": "score is '3' in the journal and '4' in the import",
    }


@pytest.mark.parametrize("options", [(), ("--from", "strong"), ("--dry-run",)])
def test_a_file_that_is_not_there_is_refused(unchanged, entry, options):
    assert "none.csv" in unchanged("import", "none.csv", *options).err


def test_a_folder_without_our_files_is_refused(unchanged, entry, write):
    write("photos/me.jpg", "x")
    assert "photos" in unchanged("import", "photos").err
    assert "folder" in unchanged("import", "photos", "--from", "strong").err


def test_a_row_of_the_future_is_a_problem(unchanged, entry, write, strong):
    name = strong("strong.csv", "05, Squat (Barbell), 1, 100, 5")
    from pathlib import Path

    Path(name).write_text(Path(name).read_text().replace("2024-", "2198-"))
    assert "future" in unchanged("import", name, "--weight-unit", "kg").err


def test_a_dry_run_with_a_problem_is_refused_as_the_import_would_be(unchanged, entry, strong):
    name = strong("strong.csv", "05, Squat (Barbell), 1, abc, 5")
    answer = unchanged("import", name, "--weight-unit", "kg", "--dry-run", "--format", "json")
    assert answer.json["problems"][0]["line"] == 2


def test_a_journal_is_not_made_by_an_import_that_is_refused(unchanged, strong, db):
    unchanged("import", strong("strong.csv", "05, Squat (Barbell), 1, abc, 5"), "--weight-unit", "kg")
    assert not db.exists()


def test_what_the_journal_has_otherwise_says_with_which_import_it_came_and_how_to_be_rid_of_it(
    journal, unchanged, write
):
    journal("log", "pain lower back left 3")
    head = "Wann,Was,Last,Anders,Oft\n"
    own = ("--map", "Wann=date", "--map", "Was=exercise", "--map", "Oft=reps", "--map")
    write("own.csv", f"{head}2026-11-01,squat,100,60,5\n2026-11-01,squat,100,70,5\n")
    assert journal("import", "own.csv", *own, "Last=weight_kg").status == 0
    answer = unchanged("import", "own.csv", *own, "Anders=weight_kg")
    [told] = [line for line in answer.out.splitlines() if "otherwise" in line]
    assert "came with import 1; `journal undo-import 1` takes that back" in told
    assert journal("undo-import", "1").status == 0
    assert journal("import", "own.csv", *own, "Anders=weight_kg").status == 0
