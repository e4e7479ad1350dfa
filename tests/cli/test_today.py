"""`journal today`: the day's page, the line for a status bar, and the document."""

import unicodedata

import pytest

NOW = "2024-03-06T20:00"


@pytest.fixture
def day(diary):
    """A day with a bit of everything, and the evening before it."""
    diary(
        "2024-03-05 18:00 squat 3x5 100kg",
        "2024-03-06 07:10 sleep 7:30 stress 4 weight 80kg",
        "2024-03-06 09:00 water 500",
        "2024-03-06 11:00 pain lower back 5 dull after",
        "2024-03-06 18:00 run 5km 28:30",
        "2024-03-06 21:00 water 300",
    )


def test_the_document_has_what_the_contract_says(journal, day):
    document = journal("today", "--format", "json", "--as-of", NOW).json
    keys = ["as_of", "date", "headline", "entries", "fluid", "flags", "leave_out", "questions"]
    assert [key for key in document if key in keys] == keys
    assert document["as_of"] == "2024-03-06T20:00:00+00:00"
    assert document["date"] == "2024-03-06"
    assert list(document["fluid"]) == ["ml", "low_ml", "high_ml"]
    assert {tuple(one) for one in document["leave_out"]} == {("what", "because")}


def test_entries_are_those_of_the_day_up_to_the_moment_in_time_order(journal, day):
    entries = journal("today", "--format", "json", "--as-of", NOW).json["entries"]
    assert [one["table"] for one in entries] == ["checkins", "hydration", "pain", "workouts"]
    assert all(one["id"] for one in entries)
    assert entries[-1]["sets"][0]["exercise"] == "run"


def test_fluid_is_what_was_drunk_up_to_the_moment(journal, day):
    assert journal("today", "--format", "json", "--as-of", NOW).json["fluid"]["ml"] == 500
    assert journal("today", "--format", "json", "--as-of", "2024-03-06T22:00").json["fluid"]["ml"] == 800


def test_the_page_shows_the_entries_with_their_times(journal, day):
    page = journal("today", "--as-of", NOW).lines
    assert page[0] == "Today, Wednesday 06 March 2024"
    assert "  09:00  water 500 ml" in page
    assert "  11:00  lower back: 5, dull, right after" in page
    assert "  18:00  run 5 km in 28:30" in page
    assert not [line for line in page if "21:00" in line]


def test_an_entry_without_a_known_time_shows_none(journal, log):
    log("pain left knee 3", "2024-03-06")
    assert "    -    knee, left: 3" in journal("today", "--as-of", NOW).lines


def test_the_page_fits_80_columns_and_says_that_it_is_no_diagnosis(journal, day):
    page = journal("today", "--as-of", NOW).lines
    assert max(map(len, page)) <= 80
    assert "Not a diagnosis." in page


def test_open_questions_stand_on_the_page_with_a_line_to_answer_them(journal, day):
    document = journal("today", "--format", "json", "--as-of", NOW).json
    page = journal("today", "--as-of", NOW).out
    assert document["questions"]
    for question in document["questions"]:
        assert f"journal log symptom {question} yes|no" in page


def test_an_empty_day_says_how_to_begin(journal, log):
    log("water", "2024-01-01")
    page = journal("today", "--as-of", NOW)
    assert "Nothing yet.  Try: journal log" in page.out
    assert page.status == 0


def test_short_is_one_line_of_at_most_80_columns(journal, day):
    short = journal("today", "--short", "--as-of", NOW)
    assert short.out.count("\n") == 1
    assert len(short.lines[0]) <= 80
    assert "500/" in short.out


def test_short_keeps_its_counts_however_many_there_are(journal, diary):
    places = ("lower back", "neck", "left knee", "right ankle", "left shoulder", "right wrist")
    diary(*(f"2024-03-06 11:00 pain {place} 8 sharp during" for place in places))
    line = journal("today", "--short", "--as-of", NOW).lines[0]
    width = sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in line)
    assert width <= 80
    assert " ml · " in line
    assert line.split(" · ")[-1].split()[-1] in ("urgent", "flag", "flags")


def test_the_day_is_the_one_of_the_moment_s_own_clock(journal, log):
    log("water 300", "2024-03-06T23:30-08:00")
    assert (
        journal("today", "--format", "json", "--as-of", "2024-03-06T23:50-08:00").json["fluid"]["ml"] == 300
    )
    assert (
        journal("today", "--format", "json", "--as-of", "2024-03-07T07:50+00:00").json["date"] == "2024-03-07"
    )


def test_the_same_moment_gives_the_same_bytes(journal, day):
    for form in ([], ["--short"], ["--format", "json"]):
        assert journal("today", *form, "--as-of", NOW) == journal("today", *form, "--as-of", NOW)
