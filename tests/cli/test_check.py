"""`journal check`: what a workout would raise if it were done now, and nothing is recorded."""

import pytest

NOW = "2024-03-06T20:00"


@pytest.fixture
def sore(diary):
    """Squats of the week before, and a back that hurts today."""
    diary("2024-03-02 18:00 squat 3x5 100kg", "2024-03-02 18:30 session 60min @6")
    diary("2024-03-06 11:00 pain lower back 6")


def test_only_flags_that_the_plan_would_raise_are_shown(journal, sore):
    document = journal("check", "squat 3x5 100kg", "--format", "json", "--as-of", NOW).json
    assert list(document) == ["as_of", "flags", "insufficient"]
    assert "trained-through-pain" in {flag["rule"] for flag in document["flags"]}
    assert {flag["since"] for flag in document["flags"]} == {"2024-03-06T20:00:00+00:00"}


def test_the_text_names_the_rule_and_its_numbers(journal, sore):
    said = journal("check", "squat", "3x5", "100kg", "--as-of", NOW)
    assert "trained-through-pain (lower back)" in said.out
    assert "Not a diagnosis." in said.lines


def test_a_plan_that_nothing_speaks_against_says_so(journal, log):
    log("water", "2024-03-01")
    assert journal("check", "walk 30min", "--as-of", NOW).lines[0] == "Nothing recorded speaks against it."


def test_without_words_it_is_the_last_workout_again(journal, sore, log):
    log("walk 30min", "2024-03-06T21:00")
    again = journal("check", "--format", "json", "--as-of", NOW).json
    written = journal("check", "squat 3x5 100kg; session 60min @6", "--format", "json", "--as-of", NOW).json
    assert [flag["rule"] for flag in again["flags"]] == [flag["rule"] for flag in written["flags"]]
    assert again["flags"]


def test_a_last_workout_of_long_ago_is_still_the_last(journal, log):
    log("squat 3x5 100kg", "2022-03-02T18:00")
    assert journal("check", "--as-of", NOW).status == 0


def test_several_lines_are_one_plan(journal, sore):
    joined = journal("check", "squat 3x5 100kg", "bench 3x8 60", "--format", "json", "--as-of", NOW)
    assert joined.status == 0
    assert (
        journal("check", "squat 3x5 100kg; bench 3x8 60", "--format", "json", "--as-of", NOW).out
        == joined.out
    )


def test_nothing_is_recorded(journal, sore, content, db):
    before = content(db)
    journal("check", "squat 3x5 100kg", "--as-of", NOW)
    journal("check", "--as-of", NOW)
    assert content(db) == before
    assert journal("undo").out == "Undone: took back pain, lower back, 6.\n"


def test_the_same_plan_at_the_same_moment_gives_the_same_bytes(journal, sore):
    for form in ("text", "json"):
        call = ("check", "squat 3x5 100kg", "--format", form, "--as-of", NOW)
        assert journal(*call) == journal(*call)


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (("water",), "workout"),
        (("pain lower back 4",), "workout"),
        (("session 60min @6",), "workout"),
        (("squat",), "sets"),
        (("yesterday squat 3x5 100kg",), "leave out the time"),
        (("2h ago run 5km 28:30",), "leave out the time"),
        (("xyzzy 3x5",), "xyzzy"),
        (("squat 3x5 100kg", "pain lower back 4"), "workout"),
    ],
)
def test_what_is_no_workout_of_now_is_refused(unchanged, sore, words, names):
    answer = unchanged("check", *words, "--as-of", NOW)
    assert names in answer.err
    assert answer.out == ""


def test_the_last_workout_again_needs_one(unchanged, log):
    log("water", "2024-03-01")
    assert "journal check squat" in unchanged("check", "--as-of", NOW).err


def test_an_emergency_is_said_before_anything_of_the_plan(journal, diary):
    diary("2024-03-06 12:00 symptom saddle-numbness yes")
    answer = journal("check", "bench 3x5 60kg", "--as-of", "2024-03-06T18:00")
    assert answer.lines[0] == "See a doctor before training: now."
    assert "Nothing recorded speaks against it" not in answer.out


def test_the_plan_is_held_against_what_to_leave_out(journal, sore):
    squats = journal("check", "squat 3x5 100kg", "--as-of", NOW)
    assert "On the list of what to leave out today: Squat." in squats.out
    assert "For relief, as far as it does not hurt:" in squats.out
    assert "Gentler work while the back hurts: bike" in squats.out
    curls = journal("check", "curl 3x10 10kg", "--as-of", NOW)
    assert "Nothing of the plan is on the list of what to leave out today." in curls.lines


def test_an_emergency_is_said_first_and_nothing_is_said_of_how_to_train(journal, log):
    log("symptom saddle-numbness yes", "2024-03-06T19:00")
    said = journal("check", "squat 3x5 100kg", "--as-of", NOW)
    assert said.lines[0] == "See a doctor before training: now."
    assert "Not flagged when" not in said.out
