"""The weekly report: every number is one that was recorded, and what was not recorded is said."""

from collections.abc import Iterable
from datetime import date, datetime

import pytest
from journals import CATALOGUE, checkin, drink, pain, run, when, workout

from journal.analysis.engine import evaluate
from journal.analysis.frames import Frames
from journal.analysis.judge import Reading
from journal.analysis.series import monday_of
from journal.records import Record
from journal.report import text
from journal.report.document import as_json
from journal.report.weekly import Report, weekly

MONDAY = date(2026, 11, 16)
SUNDAY_EVENING = "2026-11-22 20:00"


def report_of(
    records: Iterable[Record], as_of: str = SUNDAY_EVENING, first: date = MONDAY, weeks: int = 4
) -> Report:
    kept = list(records)

    def read(at: datetime) -> Reading:
        frames = Frames.of(kept, CATALOGUE, until=int(at.timestamp()))
        return Reading(frames, evaluate(frames), int(at.timestamp()), 3600)

    return weekly(read, when(as_of), first, weeks)


@pytest.fixture(scope="module")
def week() -> Report:
    return report_of(
        [
            *workout("2026-11-09 18:00", ("squat", 3, 5, 100), rpe=6),
            *workout("2026-11-16 18:00", ("squat", 4, 5, 100), ("bench-press", 3, 8, 60), rpe=7),
            *workout("2026-11-18 18:00", ("barbell-row", 4, 8, 60), rpe=None),
            *run("2026-11-19 07:00", 5.2, minutes=30, rpe=5),
            pain("2026-11-17 08:00", "knee", 3, side="left", qualities=("dull",)),
            pain("2026-11-17 20:00", "knee", 5, side="left", qualities=("dull",)),
            pain("2026-11-19 08:00", "knee", 4, side="left", qualities=("dull",)),
            drink("2026-11-16 09:00", 500),
            drink("2026-11-16 12:00", 300),
            checkin("2026-11-16", sleep_h=7.5, body_weight_kg=80),
            checkin("2026-11-17", sleep_h=6),
        ]
    )


class TestTraining:
    def test_load_is_the_sum_of_the_sessions_whose_effort_is_known(self, week: Report) -> None:
        assert week.training.load == 7 * 60 + 5 * 30
        assert week.training.load_unknown == 1

    def test_minutes_tonnage_sets_and_kilometres_are_summed(self, week: Report) -> None:
        assert (week.training.sessions, week.training.minutes) == (3, 150)
        assert week.training.tonnage_kg == 4 * 5 * 100 + 3 * 8 * 60 + 4 * 8 * 60
        assert week.training.working_sets == 11
        assert week.training.run_km == pytest.approx(5.2)

    def test_the_weeks_before_stand_beside_it_oldest_first(self, week: Report) -> None:
        assert [one.first for one in week.before] == [date(2026, 10, day) for day in (19, 26)] + [
            date(2026, 11, day) for day in (2, 9)
        ]
        assert week.before[-1].load == 6 * 60

    def test_a_week_in_which_nobody_wrote_has_no_numbers(self, week: Report) -> None:
        assert as_json(week)["weeks_before"][0]["sessions"] is None
        assert "2026-W43            nothing recorded" in text.render(week)

    def test_a_week_of_rest_that_was_written_of_has_a_load_of_0_as_in_the_charts(self) -> None:
        rested = report_of(
            [checkin("2026-11-16", sleep_h=8), checkin("2026-11-18", sleep_h=7)], "2026-11-18 20:00"
        )
        assert (rested.training.sessions, rested.training.minutes, rested.training.load) == (0, 0, 0)

    def test_a_muscle_that_helps_counts_half_a_set(self, week: Report) -> None:
        assert week.sets["quads"] == 4
        assert week.sets["chest"] == 3
        assert week.sets["triceps"] == 1.5


class TestPain:
    def test_each_day_shows_its_highest_score_and_silence_is_not_zero(self, week: Report) -> None:
        (knee,) = week.pain
        assert knee.place.subject == {"region": "knee", "side": "left"}
        assert knee.scores == (None, 5, None, 4, None, None, None)

    def test_an_episode_tells_its_course(self, week: Report) -> None:
        (episode,) = week.episodes
        assert (episode.start, episode.days, episode.peak, episode.latest) == (date(2026, 11, 17), 3, 5, 4)
        assert episode.after_workout

    def test_an_episode_that_only_fell_silent_is_not_called_settled(self, week: Report) -> None:
        assert week.episodes[0].state == "lapsed"

    def test_an_entry_of_zero_settles_it(self) -> None:
        made = report_of([pain("2026-11-17 08:00", score=4), pain("2026-11-18 08:00", score=0)])
        assert made.episodes[0].state == "settled"


class TestWhatIsMissing:
    def test_days_without_a_drink_are_not_dry_days(self, week: Report) -> None:
        assert week.fluid == (800, None, None, None, None, None, None)
        assert "fluid on 6 of 7 days" in week.not_recorded

    def test_nights_and_efforts_that_are_not_known_are_said(self, week: Report) -> None:
        assert (week.nights.recorded, week.nights.mean_h, week.nights.shortest_h) == (2, 6.75, 6)
        assert "sleep of 5 of 7 nights" in week.not_recorded
        assert week.not_recorded[1] == (
            'RPE or minutes of 1 of 3 workouts: no load for these; "session @7 60min" gives both to the last workout '
            "of a day"
        )

    def test_days_without_any_record_are_named(self, week: Report) -> None:
        assert week.not_recorded[0] == "nothing at all on 3 of 7 days: Fri, Sat, Sun"

    def test_an_empty_journal_gives_a_report_without_inventions(self) -> None:
        made = report_of([])
        assert (made.training.load, made.training.minutes, made.pain, made.episodes) == (None, None, (), ())
        assert made.raised == made.active == ()
        assert "No pain entry this week." in text.render(made)


class TestWeeks:
    def test_the_present_week_is_headed_so_far(self) -> None:
        made = report_of([], as_of="2026-11-18 12:00")
        assert made.so_far
        assert text.render(made).startswith("Week 2026-W47, so far: Mon 16 Nov to Sun 22 Nov 2026\n")

    def test_days_to_come_are_not_reported_as_missing(self) -> None:
        made = report_of([checkin("2026-11-16", sleep_h=8)], as_of="2026-11-17 12:00")
        assert len(made.fluid) == 2
        assert "sleep of 1 of 2 nights" in made.not_recorded

    def test_a_week_that_is_over_knows_nothing_that_was_written_later(self) -> None:
        records = [pain("2026-11-14 08:00", score=4), pain("2026-11-16 08:00", score=8)]
        made = report_of(records, first=date(2026, 11, 9))
        assert not made.so_far
        assert [(line.peak, line.state) for line in made.episodes] == [(4, "open")]

    @pytest.mark.parametrize(
        ("day", "monday"),
        [(date(2026, 11, 16), MONDAY), (date(2026, 11, 22), MONDAY), (date(2027, 1, 1), date(2026, 12, 28))],
    )
    def test_a_week_begins_on_monday(self, day: date, monday: date) -> None:
        assert monday_of(day) == monday


class TestFlags:
    def test_flags_raised_in_the_week_are_told_apart_from_those_still_active(self) -> None:
        made = report_of(
            [
                pain("2026-11-10 08:00", score=5),
                pain("2026-11-12 08:00", score=5),
                pain("2026-11-14 08:00", score=5),
            ]
        )
        assert [flag.rule for flag in made.raised] == []
        earlier = report_of(
            [
                pain("2026-11-10 08:00", score=5),
                pain("2026-11-12 08:00", score=5),
                pain("2026-11-14 08:00", score=5),
            ],
            first=date(2026, 11, 9),
        )
        assert "pain-past-72h" in [flag.rule for flag in earlier.raised]

    def test_the_text_names_the_rule_and_its_document(self) -> None:
        records = [pain(f"2026-11-{day} 08:00", score=5) for day in (16, 18, 20, 22)]
        written = text.render(report_of(records))
        assert "pain-past-72h" in written
        assert "What Causes Back Pain After Working Out and How to Prevent It" in written

    def test_text_and_json_are_the_same_for_the_same_journal(self, week: Report) -> None:
        assert as_json(week) == as_json(week)
        assert all(len(line) <= 88 for line in text.render(week).splitlines())


def test_an_episode_says_how_it_compares_with_soreness_and_where_it_stands_on_the_way_back() -> None:
    records = [
        *workout("2026-11-16 18:00", ("squat", 5, 5, 100)),
        pain("2026-11-17 07:00", "thigh-front", 3, side="both"),
        pain("2026-11-18 18:00", "thigh-front", 2, side="both"),
        pain("2026-11-16 18:30", score=6, qualities=("sharp",), context="during"),
        pain("2026-11-18 18:00", score=2),
        pain("2026-11-19 18:30", score=2),
    ]
    made = report_of(records, "2026-11-20 18:00")

    told = {line.place["region"]: (line.soreness, line.stage) for line in made.episodes}
    assert told["thigh-front"] == ("doms-typical", None)
    assert told["lower-back"] == ("not-doms", "settling")
    said = " ".join(text.render(made).split())
    assert "it fits ordinary soreness" in said
    assert "it does not follow the course of soreness; the place is settling" in said
