"""`--at`: when an entry was, instead of now."""

import time
from datetime import UTC, datetime, timedelta

import pytest


@pytest.mark.parametrize(
    ("at", "recorded", "known"),
    [
        ("2024-03-06T18:30", "2024-03-06T18:30:00+01:00", True),
        ("2024-03-06T18:30:15", "2024-03-06T18:30:15+01:00", True),
        ("2024-03-06 18:30", "2024-03-06T18:30:00+01:00", True),
        ("2024-03-06t18:30", "2024-03-06T18:30:00+01:00", True),
        ("20240306T1830", "2024-03-06T18:30:00+01:00", True),
        ("2024-07-06T18:30", "2024-07-06T18:30:00+02:00", True),
        ("2024-03-06T18:30Z", "2024-03-06T18:30:00+00:00", True),
        ("2024-03-06T18:30+05:30", "2024-03-06T18:30:00+05:30", True),
        ("2024-03-06", "2024-03-06T12:00:00+01:00", False),
        ("2024-03-06 evening", "2024-03-06T18:00:00+01:00", True),
        ("2024-07-06 noon", "2024-07-06T12:00:00+02:00", True),
    ],
)
def test_at_is_iso_8601_or_a_time_of_quick_entry(log, journal, write, at, recorded, known):
    journal("import", write("profile.csv", "key,value\ntime_zone,Europe/Berlin\n"))
    [pain] = log("pain left knee 3", at)
    assert pain["at"] == recorded
    assert pain.get("time_known", True) is known


@pytest.mark.parametrize(
    ("at", "back"),
    [
        ("2h ago", timedelta(hours=2)),
        ("90 min ago", timedelta(minutes=90)),
        ("3d ago", timedelta(days=3)),
        ("today", timedelta()),
    ],
)
def test_words_are_seen_from_now(log, at, back):
    [pain] = log("pain left knee 3", at)
    expected = datetime.now(UTC) - back
    assert abs(datetime.fromisoformat(pain["at"]) - expected) < timedelta(minutes=2)


@pytest.mark.parametrize(
    "at", ["yesterday", "mon", "tue", "wed", "thu", "fri", "sat", "sun", "yesterday 0:00"]
)
def test_days_are_never_in_the_future(log, at):
    [pain] = log("pain left knee 3", at)
    assert datetime.fromisoformat(pain["at"]) <= datetime.now(UTC)


def test_a_bare_past_date_says_that_the_time_is_not_known(journal):
    said = journal("log", "pain left knee 3", "--at", "2024-03-06").lines[0]
    assert said.startswith("Recorded knee, left: 3 (2024-03-06, time not known)  [pain ")


def test_at_holds_for_every_entry_of_the_call(journal):
    answer = journal("log", "water", "pain left knee 3", "--at", "2024-03-06T18:30", "--format", "json")
    assert {one["at"] for one in answer.json["recorded"]} == {"2024-03-06T18:30:00+00:00"}


def test_times_within_the_line_are_seen_from_at(log):
    [run] = log("yesterday run 5km 27:00", "2024-03-06T18:30")
    [pain] = log("pain lower back 7 since 17:40", "2024-03-06T18:30")
    assert (run["started_at"], run["time_known"]) == ("2024-03-05T12:00:00+00:00", False)
    assert pain["onset_at"] == "2024-03-06T17:40:00+00:00"


def test_an_offset_says_which_clock_the_line_is_about(log):
    [pain] = log("pain lower back 7 since 17:40", "2024-03-06T18:30+09:00")
    assert pain["at"] == "2024-03-06T18:30:00+09:00"
    assert pain["onset_at"] == "2024-03-06T17:40:00+09:00"


def test_the_offset_of_the_profile_brings_its_daylight_saving(log, journal, write):
    journal("import", write("profile.csv", "key,value\ntime_zone,Europe/Berlin\n"))
    [pain] = log("2024-03-30 18:00 pain left knee 3", "2024-04-02T18:30+02:00")
    assert pain["at"] == "2024-03-30T18:00:00+01:00"


@pytest.mark.parametrize(
    ("at", "names"),
    [
        ("2199-01-01", "future"),
        ("2199-01-01T10:00", "future"),
        ("2199-01-01 10:00", "future"),
        ("2199-01-01T10:00+01:00", "future"),
        ("tomorrow", "tomorrow"),
        ("gestern", "gestern"),
        ("2024-02-30", "2024-02-30"),
        ("2024-02-30T10:00", "2024-02-30T10:00"),
        ("2024-03-06T18:30 x", "2024-03-06T18:30 x"),
        ("25:00", "25:00"),
        ("0001-01-01T00:00", "1900"),
        ("1899-12-31", "1900"),
        ("9999-12-31T23:59", "2199"),
        ("99999d ago", "1900"),
        ("water 300;", "water 300;"),
        ("pain left knee 3; 18:00", "pain left knee 3; 18:00"),
        ("yesterday water", "yesterday water"),
        ("//", "//"),
    ],
)
def test_what_is_no_past_moment_is_refused(unchanged, at, names):
    answer = unchanged("log", "pain left knee 3", "--at", at)
    assert names in answer.err
    assert answer.out == ""


def test_a_time_that_the_clocks_leapt_over_is_refused(unchanged, monkeypatch):
    monkeypatch.setenv("TZ", "Europe/Berlin")
    time.tzset()
    answer = unchanged("log", "pain left knee 3", "--at", "2024-03-31T02:30")
    assert "does not exist" in answer.err


def test_at_stands_for_now_so_nothing_of_the_line_may_lie_after_it(unchanged):
    answer = unchanged("log", "23:50 water 300", "--at", "2024-03-06T18:30")
    assert "2024-03-06 23:50 is in the future" in answer.err


def test_a_bare_day_leaves_the_hours_to_the_line(journal):
    answer = journal("log", "08:00 water 300; 23:50 water 300", "--at", "2024-03-06", "--format", "json")
    assert [one["at"][11:16] for one in answer.json["recorded"]] == ["08:00", "23:50"]
