"""Several files in one call: an array of results, and all are written or none."""

import pytest


@pytest.fixture
def three(strong):
    """Two files that can be read, and one with a word where a number belongs."""
    strong("one.csv", "05, Squat (Barbell), 1, 100, 5", "05, Zercher Carry, 1, 60, 3")
    strong("two.csv", "06, Squat (Barbell), 1, 100, 5", "06, Zercher Carry, 1, 60, 3")
    strong("bad.csv", "07, Squat (Barbell), 1, abc, 5", "07, Squat (Barbell), 2, 100, 5")


def _import(journal, *files):
    return journal("import", *files, "--weight-unit", "kg", "--format", "json")


def test_the_results_are_an_array_in_the_order_of_the_files(journal, three):
    results = _import(journal, "two.csv", "one.csv").json
    assert [(one["file"], one["batch"]) for one in results] == [("two.csv", 1), ("one.csv", 2)]
    assert [one["added"]["workouts"] for one in results] == [1, 1]


def test_an_exercise_that_both_bring_is_new_once(journal, three):
    first, second = _import(journal, "one.csv", "two.csv").json
    assert (first["new_exercises"], second["new_exercises"]) == (["Zercher Carry"], [])
    assert first["added"] == {"workouts": 1, "sets": 2, "exercises": 1}
    assert second["added"] == {"workouts": 1, "sets": 2}


def test_with_a_problem_in_one_nothing_of_any_is_written(journal, unchanged, three):
    journal("log", "water")
    answer = unchanged("import", "one.csv", "bad.csv", "two.csv", "--weight-unit", "kg", "--format", "json")
    assert [(one["batch"], one["added"]) for one in answer.json] == [(None, {"workouts": 0, "sets": 0})] * 3
    assert "bad.csv, line 2, Weight: 'abc'" in answer.err
    assert journal("imports").out == "Nothing was imported yet.\n"


def test_a_missing_file_keeps_the_others_out(unchanged, three, journal):
    journal("log", "water")
    assert "none.csv" in unchanged("import", "one.csv", "none.csv", "--weight-unit", "kg").err


def test_the_text_says_that_nothing_was_imported(journal, three):
    answer = journal("import", "one.csv", "bad.csv", "--weight-unit", "kg")
    assert (
        "Nothing was imported of one.csv (looks like Strong): 2 rows read, 2024-03-05 to 2024-03-05."
        in answer.lines
    )
    assert "nothing was imported" in answer.err


def test_with_skip_bad_rows_the_others_come_in_and_the_bad_are_named(journal, three):
    answer = journal(
        "import", "one.csv", "bad.csv", "--weight-unit", "kg", "--format", "json", "--skip-bad-rows"
    )
    assert answer.status == 0
    good, bad = answer.json
    assert good["added"]["sets"] == 2
    assert bad["added"]["sets"] == 1
    assert [(one["line"], one["column"], one["value"]) for one in bad["problems"]] == [(2, "Weight", "abc")]


@pytest.mark.parametrize("options", [(), ("--dry-run",)])
def test_the_same_file_twice_in_a_call_adds_nothing_the_second_time(journal, three, options):
    results = journal(
        "import", "one.csv", "one.csv", "--weight-unit", "kg", "--format", "json", *options
    ).json
    assert results[0]["added"] == {"workouts": 1, "sets": 2, "exercises": 1}
    assert results[1]["added"] == {"workouts": 0, "sets": 0}
    assert results[1]["already_there"] == {"workouts": 1, "sets": 2}


def test_a_later_file_may_refer_to_what_an_earlier_one_brings(journal, log):
    log("squat 3x5 100kg", "2024-03-05T18:30")
    journal("export", "out")
    call = ("import", "out/workouts.csv", "out/sets.csv", "--db", "new.db", "--format", "json")
    assert [one["added"] for one in journal(*call, "--dry-run").json] == [
        {"workouts": 1, "sets": 0},
        {"workouts": 0, "sets": 3},
    ]
    assert [one["batch"] for one in journal(*call).json] == [1, 2]


def test_a_dry_run_counts_each_file_by_itself(journal, three):
    dry = journal("import", "one.csv", "two.csv", "--weight-unit", "kg", "--format", "json", "--dry-run").json
    wet = journal("import", "one.csv", "two.csv", "--weight-unit", "kg", "--format", "json").json
    assert [one["added"] for one in dry] == [one["added"] for one in wet]


@pytest.mark.parametrize("reverse", [False, True])
def test_our_own_files_may_stand_in_any_order_whatever_they_name(
    journal, log, content, db, tmp_path, reverse
):
    journal("import", "--quiet", str(_with_own_exercise(tmp_path)))
    log("my lift 3x5 100kg", "2024-03-05T18:30")
    journal("export", "out")
    names = sorted(("out/workouts.csv", "out/sets.csv", "out/exercises.csv"), reverse=reverse)
    results = journal("import", *names, "--db", "new.db", "--format", "json").json
    assert [one["file"] for one in results] == [name.removeprefix("out/") for name in names]
    assert content(tmp_path / "work" / "new.db") == content(db)


def _with_own_exercise(tmp_path):
    path = tmp_path / "exercises.csv"
    path.write_text("slug,name,primary_muscles\nmy-lift,My Lift,back\n")
    return path


@pytest.mark.parametrize("options", [(), ("--dry-run",)])
def test_a_record_that_two_files_tell_differently_is_a_problem_of_the_second(
    journal, unchanged, strong, options
):
    journal("log", "water")
    strong("one.csv", "05, Squat (Barbell), 1, 100, 5", "05, Squat (Barbell), 2, 100, 5")
    strong("two.csv", "05, Squat (Barbell), 1, 100, 5", "05, Squat (Barbell), 2, 105, 5")
    call = ("import", "one.csv", "two.csv", "--weight-unit", "kg", "--format", "json")
    answer = unchanged(*call, *options)
    first, second = answer.json
    assert (first["problems"], first["added"]) == ([], {"workouts": 0, "sets": 0})
    assert [(one["file"], one["line"]) for one in second["problems"]] == [("two.csv", 3)]
    assert answer.err.startswith("two.csv, line 3, sets.workout_id/position: '")
    _, second = journal(*call, "--skip-bad-rows").json
    assert (len(second["problems"]), second["already_there"]) == (1, {"workouts": 1, "sets": 1})


def test_what_contradicts_the_journal_is_a_problem_of_the_file_that_has_it(journal, unchanged, strong):
    strong("one.csv", "05, Squat (Barbell), 1, 100, 5")
    journal("import", "one.csv", "--weight-unit", "kg")
    strong("one.csv", "05, Squat (Barbell), 1, 105, 5")
    strong("two.csv", "06, Squat (Barbell), 1, 100, 5")
    first, second = unchanged("import", "one.csv", "two.csv", "--weight-unit", "kg", "--format", "json").json
    assert [(one["line"], one["column"]) for one in first["problems"]] == [(2, "sets.workout_id/position")]
    assert second["problems"] == []


def test_a_dry_run_of_files_with_a_problem_adds_nothing_either(journal, unchanged, three):
    journal("log", "water")
    call = ("import", "one.csv", "bad.csv", "--weight-unit", "kg", "--format", "json")
    dry, wet = unchanged(*call, "--dry-run").json, unchanged(*call).json
    assert [one | {"dry_run": False} for one in dry] == wet
    answer = journal(*call[:-2], "--dry-run")
    assert [line.split(" of ")[0] for line in answer.lines if line.startswith("Would")] == [
        "Would import nothing"
    ] * 2
