"""The numbers behind the charts: gaps stay gaps, zero is a number, and the sums are those of the report."""

from datetime import date, datetime, timedelta

import pytest
from journals import CATALOGUE, checkin, drink, pain, reader, run, when, workout

from journal.analysis.engine import evaluate
from journal.analysis.flags import Flag
from journal.analysis.frames import Frames
from journal.analysis.judge import Reading, frames_since
from journal.analysis.rows import Place
from journal.analysis.series import (
    Daily,
    RaisedOn,
    Week,
    flags_by_day,
    fluid_by_day,
    load_by_day,
    load_by_week,
    pain_by_place,
    sleep_by_day,
)
from journal.records import Record
from journal.report.weekly import weekly
from journal.vocabulary import Severity

MONDAY, SUNDAY = date(2026, 11, 16), date(2026, 11, 22)


def frames(*records: Record | list[Record]) -> Frames:
    flat = [one for part in records for one in (part if isinstance(part, list) else [part])]
    return Frames.of(flat, CATALOGUE)


class TestDays:
    def test_a_value_is_found_by_its_date_and_there_is_none_outside(self):
        daily = Daily(MONDAY, (1.0, None, 3.0))
        assert daily.last == date(2026, 11, 18)
        assert [daily.on(MONDAY + timedelta(days=step)) for step in (-1, 0, 1, 2, 3)] == [
            None, 1.0, None, 3.0, None,
        ]  # fmt: skip

    @pytest.mark.parametrize(("values", "highest"), [((), None), ((None, None), None), ((None, 0.0), 0.0)])
    def test_zero_is_a_value_and_a_gap_is_none(self, values, highest):
        assert Daily(MONDAY, values).highest == highest


class TestLoadOfADay:
    def test_sessions_of_a_date_are_summed(self):
        made = frames(workout("2026-11-16 08:00", rpe=5), run("2026-11-16 18:00", 5, minutes=30, rpe=4))
        assert load_by_day(made, MONDAY, MONDAY).values == (5 * 60 + 4 * 30,)

    def test_a_recorded_date_without_a_session_is_zero_and_one_on_which_nobody_wrote_is_a_gap(self):
        made = frames(workout("2026-11-16 18:00", rpe=5), pain("2026-11-17 08:00", score=2))
        assert load_by_day(made, MONDAY, date(2026, 11, 18)).values == (300, 0, None)

    def test_short_silence_between_recorded_dates_counts_as_rest(self):
        made = frames(drink("2026-11-16 09:00", 250), drink("2026-11-19 09:00", 250))
        assert load_by_day(made, MONDAY, date(2026, 11, 20)).values == (0, 0, 0, 0, None)

    def test_a_session_of_unknown_effort_is_no_zero(self):
        made = frames(
            workout("2026-11-16 18:00", rpe=None),
            workout("2026-11-17 08:00", rpe=6),
            workout("2026-11-17 18:00", rpe=None),
        )
        load = load_by_day(made, MONDAY, date(2026, 11, 17))
        assert load.values == (None, 360)
        assert load.partial == {MONDAY, date(2026, 11, 17)}


class TestLoadOfAWeek:
    def test_weeks_begin_on_monday_also_that_of_the_first_date(self):
        made = frames(workout("2026-11-16 18:00", rpe=5), workout("2026-11-29 18:00", rpe=6))
        weeks = load_by_week(made, date(2026, 11, 18), date(2026, 11, 29)).weeks
        assert weeks == (Week(MONDAY, 300, 1, 0), Week(date(2026, 11, 23), 360, 1, 0))

    def test_a_week_without_records_is_a_gap_one_of_rest_is_zero_and_unknown_sessions_are_counted(self):
        made = frames(
            drink("2026-11-04 09:00", 250),
            workout("2026-11-16 18:00", rpe=None),
            workout("2026-11-24 18:00", rpe=None),
            workout("2026-11-25 18:00", rpe=5),
        )
        weeks = load_by_week(made, date(2026, 11, 2), date(2026, 11, 29)).weeks
        assert [(week.value, week.sessions, week.unknown) for week in weeks] == [
            (0.0, 0, 0),
            (None, 0, 0),
            (None, 1, 1),
            (300.0, 2, 1),
        ]

    def test_the_week_of_a_date_is_found(self):
        found = load_by_week(frames(drink("2026-11-16 09:00", 250)), MONDAY, SUNDAY)
        assert found.of(SUNDAY) == found.weeks[0]
        assert found.of(SUNDAY + timedelta(days=1)) is None
        assert found.of(MONDAY - timedelta(days=1)) is None

    def test_what_is_usual_needs_eight_weeks_of_sums(self):
        days = [MONDAY - timedelta(days=back) for back in range(7 * 9)]
        short = frames(*(workout(f"{day} 18:00", rpe=5) for day in days[:50]))
        long = frames(*(workout(f"{day} 18:00", rpe=5) for day in days))
        assert load_by_week(short, MONDAY, MONDAY).usual is None
        assert load_by_week(long, MONDAY, MONDAY).usual == (2100, 2100)

    def test_what_is_usual_is_told_also_after_a_silent_week(self):
        days = [MONDAY - timedelta(days=10 + back) for back in range(7 * 9)]
        made = frames(*(workout(f"{day} 18:00", rpe=5) for day in days))
        assert load_by_week(made, MONDAY, MONDAY).usual == (2100, 2100)


class TestPain:
    def test_a_date_shows_its_highest_score_silence_is_a_gap_and_zero_is_zero(self):
        made = frames(
            pain("2026-11-16 08:00", "knee", 2, side="left"),
            pain("2026-11-16 20:00", "knee", 4, side="left"),
            pain("2026-11-18 20:00", "knee", 0, side="left"),
        )
        ((place, daily),) = pain_by_place(made, MONDAY, date(2026, 11, 18))
        assert (place, daily.values) == (Place("knee", "left"), (4, None, 0))

    def test_the_worst_place_comes_first(self):
        made = frames(pain("2026-11-16 08:00", "neck", 3), pain("2026-11-17 08:00", "knee", 5, side="left"))
        assert [place.region for place, _ in pain_by_place(made, MONDAY, SUNDAY)] == ["knee", "neck"]


class TestFluidAndSleep:
    def test_drinks_are_summed_and_a_date_without_one_is_a_gap(self):
        made = frames(drink("2026-11-16 09:00", 250), drink("2026-11-16 12:00", 500))
        assert fluid_by_day(made, MONDAY, date(2026, 11, 17)).values == (750, None)

    def test_a_check_in_without_sleep_is_a_gap_and_a_night_without_sleep_is_zero(self):
        made = frames(
            checkin("2026-11-16", sleep_h=7.5),
            checkin("2026-11-17", stress=3),
            checkin("2026-11-18", sleep_h=0),
        )
        assert sleep_by_day(made, MONDAY, date(2026, 11, 18)).values == (7.5, None, 0)


def flag(severity: Severity, since: str) -> Flag:
    return Flag("some-rule", severity, {}, when(since), None, "It hurts.", "", (), ())


class TestFlags:
    def test_a_date_tells_the_worst_that_began_on_it_and_how_many_did(self):
        raised = flags_by_day(
            [
                flag(Severity.CAUTION, "2026-11-17 08:00"),
                flag(Severity.URGENT, "2026-11-17 23:59"),
                flag(Severity.WARNING, "2026-11-16 08:00"),
                flag(Severity.WARNING, "2026-11-15 08:00"),
            ],
            MONDAY,
            SUNDAY,
        )
        assert raised == {
            MONDAY: RaisedOn(Severity.WARNING, 1),
            date(2026, 11, 17): RaisedOn(Severity.URGENT, 2),
        }

    def test_tips_are_no_marks(self):
        assert flags_by_day([flag(Severity.INFO, "2026-11-17 08:00")], MONDAY, SUNDAY) == {}


class TestTheSameNumbersEverywhere:
    RECORDS = (
        *workout("2026-11-16 18:00", ("squat", 4, 5, 100), rpe=7),
        *workout("2026-11-18 18:00", ("barbell-row", 4, 8, 60), rpe=None),
        *run("2026-11-19 07:00", 5.2, minutes=30, rpe=5),
        pain("2026-11-17 08:00", "knee", 3, side="left"),
        drink("2026-11-16 09:00", 500),
        checkin("2026-11-16", sleep_h=7.5),
        checkin("2026-11-17", sleep_h=6),
    )

    def test_the_report_tells_the_same_sums(self):
        as_of = when("2026-11-22 20:00")

        def read(at: datetime) -> Reading:
            known = Frames.of(self.RECORDS, CATALOGUE, until=int(at.timestamp()))
            return Reading(known, evaluate(known), int(at.timestamp()), 3600)

        report = weekly(read, as_of, MONDAY)
        made = frames(*self.RECORDS)
        (week,) = load_by_week(made, MONDAY, SUNDAY).weeks
        assert (week.value, week.sessions, week.unknown) == (
            report.training.load,
            report.training.sessions,
            report.training.load_unknown,
        )
        assert sum(filter(None, load_by_day(made, MONDAY, SUNDAY).values)) == report.training.load
        assert fluid_by_day(made, MONDAY, SUNDAY).values == report.fluid
        slept = [hours for hours in sleep_by_day(made, MONDAY, SUNDAY).values if hours is not None]
        assert (len(slept), min(slept)) == (report.nights.recorded, report.nights.shortest_h)

    def test_what_is_read_from_a_date_on_gives_the_numbers_of_all_of_history(self):
        days = [SUNDAY - timedelta(days=back) for back in range(0, 700, 2)]
        records = [one for day in days for one in workout(f"{day} 18:00", rpe=5 + day.day % 4)]
        as_of, first = when("2026-11-22 20:00"), date(2026, 10, 26)
        some = frames_since(reader(records), as_of, first)
        assert len(some.bouts) < len(days) / 2
        assert load_by_week(some, first, SUNDAY) == load_by_week(frames(*records), first, SUNDAY)

    def test_nothing_is_known_that_was_written_later(self):
        records = [drink("2026-11-16 09:00", 500), drink("2026-11-17 09:00", 300)]
        made = frames_since(reader(records), when("2026-11-16 20:00"), MONDAY)
        assert fluid_by_day(made, MONDAY, date(2026, 11, 17)).values == (500, None)
