"""When an entry was: the words for days and clocks, what they hold for, and the nights when clocks change."""

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from journal.clock import SystemZone
from journal.entry import NotUnderstood, parse


@pytest.mark.parametrize(
    ("line", "at", "time_known"),
    [
        ("ice", "2026-11-25T18:30:00+01:00", None),
        ("today ice", "2026-11-25T18:30:00+01:00", None),
        ("today 07:05 ice", "2026-11-25T07:05:00+01:00", None),
        ("7:05 ice", "2026-11-25T07:05:00+01:00", None),
        ("morning ice", "2026-11-25T08:00:00+01:00", None),
        ("noon ice", "2026-11-25T12:00:00+01:00", None),
        ("evening ice", "2026-11-25T18:00:00+01:00", None),
        ("yesterday night ice", "2026-11-24T22:00:00+01:00", None),
        ("yesterday ice", "2026-11-24T12:00:00+01:00", False),
        ("wed ice", "2026-11-25T18:30:00+01:00", None),
        ("wed 9:00 ice", "2026-11-25T09:00:00+01:00", None),
        ("thu ice", "2026-11-19T12:00:00+01:00", False),
        ("Tuesday ice", "2026-11-24T12:00:00+01:00", False),
        ("sun 23:59 ice", "2026-11-22T23:59:00+01:00", None),
        ("2026-11-25 ice", "2026-11-25T18:30:00+01:00", None),
        ("2026-11-01 ice", "2026-11-01T12:00:00+01:00", False),
        ("2026-07-01 08:15 ice", "2026-07-01T08:15:00+02:00", None),
        ("1900-01-02 ice", "1900-01-02T12:00:00+01:00", False),
        ("30min ago ice", "2026-11-25T18:00:00+01:00", None),
        ("30 m ago ice", "2026-11-25T18:00:00+01:00", None),
        ("2h ago ice", "2026-11-25T16:30:00+01:00", None),
        ("24 hours ago ice", "2026-11-24T18:30:00+01:00", None),
        ("3d ago ice", "2026-11-22T18:30:00+01:00", None),
    ],
)
def test_words_before_an_entry_say_when_it_was(line, at, time_known, entry):
    care = entry(line)
    assert (care.at.isoformat(), care.time_known) == (at, time_known)


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("23:50 ice", "2026-11-25 23:50 is in the future"),
        ("18:31 ice", "2026-11-25 18:31 is in the future"),
        ("night ice", "2026-11-25 22:00 is in the future"),
        ("2026-11-26 ice", "2026-11-26 is in the future"),
        ("2026-11-26 07:00 ice", "2026-11-26 07:00 is in the future"),
        ("9999-12-31 ice", "9999-12-31 is in the future"),
        ("2026-02-30 ice", "2026-02-30 is not a date: it does not exist"),
        ("0001-01-01 ice", "0001-01-01 is before 1900"),
        ("99999d ago ice", "1753-02-10 is before 1900"),
        ("24:00 ice", "'24:00' is not a time of day: 00:00 to 23:59"),
        ("12:60 ice", "'12:60' is not a time of day: 00:00 to 23:59"),
        ("yesterday", "after 'yesterday' stands what was then"),
        ("water; 2h ago", "after '2h ago' stands what was then"),
    ],
)
def test_times_that_cannot_be_are_refused(line, sentence, refused):
    assert refused(line).sentence == sentence


def test_a_time_holds_for_the_entries_after_it(entries):
    ats = [
        one.at.isoformat()[:16]
        for one in entries("water; yesterday 18:00 water; coffee; 12:00 tea; 2h ago milk")
    ]
    assert ats == [
        "2026-11-25T18:30",
        "2026-11-24T18:00",
        "2026-11-24T18:00",
        "2026-11-24T12:00",  # a clock alone stays in the day that the line named
        "2026-11-25T16:30",
    ]


def test_a_clock_after_hours_ago_is_of_today(entries):
    assert entries("30h ago water; 9:00 tea")[1].at.isoformat() == "2026-11-25T09:00:00+01:00"


def test_records_without_a_column_for_it_are_at_noon_and_the_echo_says_so(entry, said):
    assert entry("yesterday water").at.isoformat() == "2026-11-24T12:00:00+01:00"
    assert said("yesterday water") == "water 250 ml (2026-11-24, time not known)"


def test_after_the_first_word_a_colon_is_a_duration(entry):
    assert entry("18:00 run 5km 28:30").sets[0].duration_s == 1710


class TestAt:
    """`--at`: an instant that stands for now."""

    def test_it_is_the_time_of_entries_without_one(self, writer):
        at = datetime.fromisoformat("2026-11-20T10:00:00+01:00")
        first, second, third = (one.entry for one in parse("ice; yesterday ice; 11:00 ice", writer, at=at))
        assert first.at == at
        assert second.at.isoformat() == "2026-11-19T12:00:00+01:00"
        assert third.at.isoformat() == "2026-11-19T11:00:00+01:00"

    def test_its_clock_may_be_unknown(self, writer):
        at = datetime.fromisoformat("2026-11-20T12:00:00+01:00")
        (one,) = parse("squat 1x5", writer, at=at, at_known=False)
        assert one.entry.workout.time_known is False
        assert one.words == "squat, 1 × 5 (2026-11-20, time not known)"

    def test_its_own_day_is_today_and_its_clock_no_better_known(self, writer):
        at = datetime.fromisoformat("2026-11-20T12:00:00+01:00")
        for line, known in [("today ice", False), ("fri ice", False), ("today 9:00 ice", None)]:
            (one,) = parse(line, writer, at=at, at_known=False)
            assert (one.entry.at.date(), one.entry.time_known) == (at.date(), known)

    def test_weekdays_are_seen_from_it(self, writer):
        at = datetime.fromisoformat("2026-11-20T12:00:00+01:00")
        (one,) = parse("sat ice", writer, at=at)
        assert one.entry.at.date().isoformat() == "2026-11-14"

    def test_a_later_clock_of_that_day_is_not_the_future(self, writer):
        at = datetime.fromisoformat("2026-11-20T12:00:00+01:00")
        (one,) = parse("23:50 ice", writer, at=at)
        assert one.entry.at.isoformat() == "2026-11-20T23:50:00+01:00"

    def test_it_cannot_be_in_the_future(self, writer):
        at = datetime.fromisoformat("2026-11-25T18:31:00+01:00")
        with pytest.raises(NotUnderstood, match="2026-11-25 18:31 is in the future"):
            parse("ice", writer, at=at)


class TestClocksThatChange:
    """Berlin goes from +01:00 to +02:00 on 2026-03-29 at 02:00, and back on 2026-10-25 at 03:00."""

    @pytest.mark.parametrize(
        ("now", "line", "at"),
        [
            ("2026-03-29T08:00:00+02:00", "7h ago water", "2026-03-29T00:00:00+01:00"),
            ("2026-03-29T08:00:00+02:00", "1d ago water", "2026-03-28T08:00:00+01:00"),
            ("2026-03-29T08:00:00+02:00", "01:59 water", "2026-03-29T01:59:00+01:00"),
            ("2026-03-29T08:00:00+02:00", "yesterday 23:00 water", "2026-03-28T23:00:00+01:00"),
            ("2026-03-30T02:30:00+02:00", "1d ago water", "2026-03-29T03:30:00+02:00"),
            ("2026-10-25T08:00:00+01:00", "02:30 water", "2026-10-25T02:30:00+02:00"),
            ("2026-10-25T08:00:00+01:00", "330min ago water", "2026-10-25T02:30:00+01:00"),
            ("2026-10-25T08:00:00+01:00", "24h ago water", "2026-10-24T09:00:00+02:00"),
            ("2026-10-25T08:00:00+01:00", "1d ago water", "2026-10-24T08:00:00+02:00"),
        ],
    )
    def test_hours_pass_and_days_keep_their_clock(self, now, line, at, writer):
        (one,) = parse(line, replace(writer, now=datetime.fromisoformat(now)))
        assert one.entry.at.isoformat() == at

    def test_a_time_that_was_left_out_is_refused(self, writer):
        later = replace(writer, now=datetime.fromisoformat("2026-03-29T08:00:00+02:00"))
        with pytest.raises(NotUnderstood, match="2026-03-29 02:30 does not exist: the clocks went forward"):
            parse("02:30 water", later)

    def test_the_zone_of_the_system_is_understood(self, writer, monkeypatch):
        import time

        monkeypatch.setenv("TZ", "America/New_York")
        time.tzset()
        try:
            there = replace(writer, zone=SystemZone())
            (one,) = parse("2026-07-04 09:00 water", there)
            assert one.entry.at.isoformat() == "2026-07-04T09:00:00-04:00"
        finally:
            monkeypatch.undo()
            time.tzset()


class TestMidnight:
    def test_just_after_it_last_evening_is_yesterday(self, writer):
        early = replace(writer, now=datetime.fromisoformat("2026-11-26T00:10:00+01:00"))
        (one,) = parse("yesterday 23:50 water", early)
        assert one.entry.at.isoformat() == "2026-11-25T23:50:00+01:00"
        with pytest.raises(NotUnderstood, match="2026-11-26 23:50 is in the future"):
            parse("23:50 water", early)

    def test_minutes_ago_cross_it(self, writer):
        early = replace(writer, now=datetime.fromisoformat("2026-11-26T00:10:00+01:00"))
        (one,) = parse("20min ago sleep 7", early)
        assert one.entry.date.isoformat() == "2026-11-25"

    def test_the_day_is_that_of_the_writers_zone(self, writer):
        far = replace(writer, zone=ZoneInfo("Pacific/Kiritimati"))
        (one,) = parse("yesterday 12:00 water", far)
        assert one.entry.at.isoformat() == "2026-11-25T12:00:00+14:00"
