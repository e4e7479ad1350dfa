"""`journal log`: what is recorded, how it is said, and what it calls for."""

import pytest

from journal.storage import open_store

AT = "2024-03-06T18:30"


def test_the_entry_is_said_back_with_its_table_and_id(journal):
    answer = journal("log", "squat 2x5 100kg @8", "--format", "json")
    [workout] = answer.json["recorded"]
    said = journal("log", "pain", "lower", "back", "left", "4", "dull").lines[0]
    assert workout["table"] == "workouts"
    assert said.startswith("Recorded lower back, left: 4, dull  [pain ")


def test_the_json_document_has_exactly_what_the_contract_says(journal):
    answer = journal("log", "pain lower back left 4 sharp", "--at", AT, "--format", "json")
    assert list(answer.json) == ["recorded", "questions", "flags"]
    [pain] = answer.json["recorded"]
    assert pain == {
        "table": "pain",
        "id": pain["id"],
        "at": "2024-03-06T18:30:00+00:00",
        "region": "lower-back",
        "side": "left",
        "score": 4,
        "qualities": ["sharp"],
    }
    assert answer.out.count("\n") == 1


def test_a_workout_has_its_sets_and_its_empty_columns_are_left_out(log):
    [workout] = log("squat 60kg 5 80kg 5 @8", AT)
    assert workout == {
        "table": "workouts",
        "id": workout["id"],
        "started_at": "2024-03-06T18:30:00+00:00",
        "kind": "strength",
        "sets": [
            {"position": 1, "exercise": "squat", "reps": 5, "weight_kg": 60, "rpe": 8},
            {"position": 2, "exercise": "squat", "reps": 5, "weight_kg": 80, "rpe": 8},
        ],
    }


def test_a_check_in_is_known_by_its_date(log):
    checkin, urine = log("sleep 7:30 stress 4 weight 80kg urine 3", AT)
    assert checkin["id"] == checkin["date"] == "2024-03-06"
    assert urine["table"] == "urine"


@pytest.mark.parametrize(
    ("words", "tables"),
    [
        (["dips", "1x8", "-20kg"], ["workouts"]),
        (["-20kg"], None),
        (["--", "water"], ["hydration"]),
        (["water", "300"], ["hydration"]),
        (["water 300", "pain left knee 3"], ["hydration", "pain"]),
        (["water", "pain left knee 3"], ["hydration", "pain"]),
        (["water; urine 3"], ["hydration", "urine"]),
        (["water", "//", "cold and fresh"], ["hydration"]),
        (["pain left knee 3", "// on the stairs", "water"], ["pain", "hydration"]),
        (["squat 1x5 100kg", "row 1x10 50", "plank 1x45s"], ["workouts"] * 3),
    ],
)
def test_words_make_one_line_and_quoted_arguments_an_entry_each(journal, words, tables):
    answer = journal("log", "--format", "json", "--at", AT, *words)
    if tables is None:
        assert answer.status == 2
        assert answer.is_one_sentence
    else:
        assert [one["table"] for one in answer.json["recorded"]] == tables


def test_leading_dashes_are_text_wherever_they_stand(log):
    [workout] = log("dips 1x8 -20kg", AT)
    assert workout["sets"][0]["weight_kg"] == -20


def test_lines_of_one_evening_are_one_workout_and_it_is_said(journal, log):
    [first] = log("squat 2x5 100kg", AT)
    answer = journal("log", "bench 1x8 60", "--at", "2024-03-06T18:50", "--format", "json")
    [second] = answer.json["recorded"]
    assert second["id"] == first["id"]
    assert [one["position"] for one in second["sets"]] == [3]
    said = journal("log", "curl 1x8 22,5", "--at", "2024-03-06T19:00").lines[0]
    assert said.startswith(
        "Recorded dumbbell curl, 1 × 8 × 22.5 kg (2024-03-06 19:00), added to the strength workout of 18:30  ["
    )


def test_a_session_line_completes_the_workout_and_shows_it_whole(log):
    [workout] = log("squat 2x5 100kg", AT)
    [completed] = log("session 55min @7 warmup 10 rounded", "2024-03-06T19:30")
    assert completed["id"] == workout["id"]
    assert (completed["duration_min"], completed["session_rpe"]) == (55, 7)
    assert completed["form_flags"] == ["rounded"]


def test_of_several_entries_all_are_written_or_none(unchanged, log):
    log("water", AT)
    answer = unchanged("log", "water 300", "squat 2x5 100kg", "pain back 4")
    assert "lower back, mid back, upper back" in answer.err
    assert answer.out == ""


def test_a_session_without_a_workout_takes_the_other_entries_of_the_call_with_it(unchanged, log):
    log("water", AT)
    unchanged("log", "water 300", "session 55min @7")


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("curl 22,5 8", "22/5"),
        ("squat 100x5", "100kg"),
        ("squat 5x5 @100", "RPE is 0 to 10"),
        ("run 30m", "30min"),
        ("run 1:30", "1h30"),
        ("pain back 4", "lower back"),
        ("pain lower back left 5 to right foot", "right"),
        ("pain lower back 11", "0 to 10"),
        ("pain lower back -1", "0 to 10"),
        ("pain lower back", "score"),
        ("water 2", "glasses"),
        ("water pint", "568"),
        ("water -300", "-300"),
        ("urine 9", "1 to 8"),
        ("sleep 25", "24"),
        ("stress 11", "0 to 10"),
        ("quality 6", "1 to 5"),
        ("symptom headache", "headache"),
        ("ibuprofen -400", "-400"),
        ("squat 2x5 5000kg", "2000 kg"),
        ("xyzzy 3x5 100kg", "xyzzy"),
        ("2024-02-30 water", "2024-02-30"),
        ("2199-01-01 water", "future"),
        ("// only a note", "entry"),
        ("", "journal log pain"),
        ("   ", "journal log pain"),
    ],
)
def test_a_line_with_a_doubt_is_refused_with_that_doubt_in_words(unchanged, log, line, names):
    log("water", AT)
    answer = unchanged("log", line)
    assert names in answer.err
    assert answer.out == ""


def test_a_name_without_a_match_is_refused_with_candidates(unchanged):
    assert "Squat" in unchanged("log", "sqat 1x5 100").err


def test_nothing_to_log_is_refused(unchanged):
    assert "nothing to log" in unchanged("log").err


def test_red_flag_questions_come_each_with_the_lines_that_answer_it(journal):
    answer = journal("log", "pain lower back left 6", "--at", AT)
    asked = [line.strip() for line in answer.lines if "journal log symptom" in line]
    assert "journal log symptom saddle-numbness yes   or   journal log symptom saddle-numbness no" in asked
    for line in asked:
        for call in line.split("   or   "):
            assert journal(*call.split()[1:], "--at", AT).status == 0


def test_questions_of_the_json_document_are_the_symptoms(journal):
    questions = journal("log", "pain lower back left 6", "--at", AT, "--format", "json").json["questions"]
    assert questions[:2] == ["bladder-change", "saddle-numbness"]


def test_an_answer_is_not_asked_for_again(journal):
    journal("log", "symptom fever no", "--at", AT)
    assert (
        "fever"
        not in journal("log", "pain lower back left 6", "--at", AT, "--format", "json").json["questions"]
    )


def test_a_flag_that_the_entry_raised_is_shown_after_it(journal, log):
    log("pain lower back 6", AT)
    answer = journal("log", "symptom saddle-numbness yes", "--at", "2024-03-06T19:00")
    assert answer.lines[0].startswith("Recorded ")
    assert any("URGENT  rf-bladder-bowel" in line for line in answer.lines)
    assert any("Act: see a doctor now" in line for line in answer.lines)


def test_quiet_still_says_what_is_urgent_on_standard_error(journal, log):
    log("pain lower back 6", AT)
    answer = journal("log", "symptom saddle-numbness yes", "--at", "2024-03-06T19:00", "--quiet")
    assert answer.status == 0
    assert answer.out == ""
    assert "urgent" in answer.err


def test_an_entry_raises_only_what_it_is_the_cause_of(journal, log):
    log("pain lower back 6", AT)
    log("symptom saddle-numbness yes", "2024-03-06T19:00")
    assert journal("log", "water", "--at", "2024-03-06T19:10", "--format", "json").json["flags"] == []


@pytest.mark.parametrize(
    "note",
    [
        "\x1b[31mred",
        "[bold]markup[/]",
        "=1+1",
        "'quoted",
        "a\u202eb",
        "tab\there",
        "emoji 🏋️",
        "中文",
        "x" * 5000,
    ],
)
def test_a_note_is_only_ever_text(journal, note):
    answer = journal("log", "--", "water", f"// {note}")
    assert answer.status == 0
    assert "\x1b" not in answer.out
    assert "\u202e" not in answer.out
    assert journal("today").status == 0


def test_a_slip_of_the_pen_in_the_settings_keeps_no_red_flag_from_being_told(journal, monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    (tmp_path / "journal").mkdir()
    (tmp_path / "journal" / "settings.toml").write_text("[rules.pain-past-7]\nhours = 96\n")

    answer = journal("log", "symptom saddle-numbness yes")

    assert answer.status == 0
    assert "rf-bladder-bowel" in answer.out
    assert "'pain-past-7' is no rule; did you mean pain-past-72h" in answer.err
    assert "It is recorded" in answer.err
    assert journal("today").status == 2


def test_the_lines_can_be_brought_back_in_the_entry_bar(journal, db):
    journal("log", "bench 3x8 60", "row 3x10 50")
    journal("log", "water", "300", "--format", "json")
    journal("log", "coffee", "200", "--quiet")
    assert journal("log", "pain knee").status == 2
    with open_store(str(db)) as store:
        assert store.lines() == ["bench 3x8 60", "row 3x10 50", "water 300", "coffee 200"]
