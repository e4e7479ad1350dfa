"""`journal mark`: a flag is acknowledged or snoozed with a reason, and an urgent one never."""

import pytest


@pytest.fixture
def knee(journal):
    """A knee that hurts sharply during training: a warning of now."""
    assert journal("log", "pain left knee 5 sharp during").status == 0


def flags(journal):
    return {flag["rule"]: flag for flag in journal("flags", "--format", "json").json["flags"]}


def test_an_acknowledged_flag_keeps_its_reason_and_leaves_the_day(journal, knee):
    said = journal("mark", "sharp-during-exercise", "--acknowledge", "--reason", "seen by the physio")

    assert said.status == 0
    assert said.out == "Acknowledged: sharp-during-exercise (region=knee;side=left).\n"
    mark = flags(journal)["sharp-during-exercise"]["mark"]
    assert (mark["action"], mark["until"], mark["reason"]) == ("acknowledge", None, "seen by the physio")
    today = journal("today", "--format", "json").json
    assert "sharp-during-exercise" not in {flag["rule"] for flag in today["flags"]}
    assert today["marked"] >= 1
    assert "seen by the physio" in journal("flags").out


def test_a_snooze_says_until_when(journal, knee):
    said = journal("mark", "sharp-during-exercise", "left", "knee", "--snooze", "3d", "--reason", "rest week")

    assert said.out.startswith("Snoozed until 20")
    assert flags(journal)["sharp-during-exercise"]["mark"]["action"] == "snooze"


def test_a_mark_is_taken_back_by_undo(journal, knee):
    journal("mark", "sharp-during-exercise", "--acknowledge", "--reason", "x")
    journal("undo")

    assert flags(journal)["sharp-during-exercise"]["mark"] is None


def test_a_mark_is_exported(journal, knee, tmp_path):
    journal("mark", "sharp-during-exercise", "--acknowledge", "--reason", "=cmd()")
    journal("export", str(tmp_path / "out"))

    written = (tmp_path / "out" / "flag_marks.csv").read_text()
    assert "sharp-during-exercise,region=knee;side=left," in written
    assert ",'=cmd()" in written


def test_an_urgent_flag_cannot_be_marked(journal):
    journal("log", "symptom brown-urine yes")
    said = journal("mark", "rf-brown-urine", "--acknowledge", "--reason", "beetroot")

    assert said.status == 2
    assert "rf-brown-urine is urgent" in said.err
    assert said.is_one_sentence
    assert flags(journal)["rf-brown-urine"]["mark"] is None


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["sharp-during-exercise", "--reason", "x"], "either --acknowledge or --snooze"),
        (
            ["sharp-during-exercise", "--acknowledge", "--snooze", "3d", "--reason", "x"],
            "either --acknowledge or --snooze",
        ),
        (["sharp-during-exercise", "--acknowledge"], "needs its reason"),
        (["sharp-during-exercise", "--snooze", "3", "--reason", "x"], "such as 12h, 3d or 2w"),
        (["sharp-during-exercise", "--snooze", "0d", "--reason", "x"], "such as 12h, 3d or 2w"),
        (["sharp-during-exercise", "--snooze", "900d", "--reason", "x"], "such as 12h, 3d or 2w"),
        (["sharp-exercise", "--acknowledge", "--reason", "x"], "did you mean sharp-during-exercise"),
        (["fluid-low", "--acknowledge", "--reason", "x"], "fluid-low has no active flag"),
        (
            ["sharp-during-exercise", "right", "--acknowledge", "--reason", "x"],
            "'right' fits none of sharp-during-exercise; name one of: region=knee;side=left",
        ),
    ],
)
def test_what_cannot_be_marked_is_said_in_a_sentence(journal, knee, words, said):
    answer = journal("mark", *words)

    assert answer.status == 2
    assert said in answer.err
    assert answer.is_one_sentence


def test_of_several_flags_one_must_be_named(journal, knee):
    journal("log", "pain right elbow 5 sharp during")
    which = ["--acknowledge", "--reason", "x"]

    assert (
        "2 are active of sharp-during-exercise; name one of"
        in journal("mark", "sharp-during-exercise", *which).err
    )
    assert journal("mark", "sharp-during-exercise", "elbow", *which).status == 0
    assert journal("mark", "sharp-during-exercise", "region=knee;side=left", *which).status == 0
