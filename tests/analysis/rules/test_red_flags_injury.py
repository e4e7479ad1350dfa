"""Sudden stabbing pain, a pop, and severe pain that does not let go."""

from datetime import timedelta

import pytest
from journals import care, pain, symptom, when

AT = "2026-11-20 18:00"


def later(hours, minutes=0, start=AT):
    """A time so much later than `start`."""
    return f"{when(start) + timedelta(hours=hours, minutes=minutes):%Y-%m-%d %H:%M}"


STABBING = {"qualities": ["stabbing"], "sudden": True}


@pytest.mark.parametrize(
    ("more", "severity"),
    [
        ({"score": 7, **STABBING}, "urgent"),
        ({"score": 6, **STABBING}, "warning"),
        ({"score": 1, **STABBING}, "warning"),
        ({"score": 0, **STABBING}, ""),
        ({"score": 9, "qualities": ["stabbing"]}, ""),
        ({"score": 9, "qualities": ["stabbing"], "sudden": False}, ""),
        ({"score": 9, "qualities": ["sharp"], "sudden": True}, ""),
        ({"score": 7, "qualities": ["sharp"], "context": "during"}, "urgent"),
        ({"score": 7, "qualities": ["stabbing"], "context": "during"}, "urgent"),
        ({"score": 6, "qualities": ["sharp"], "context": "during"}, ""),
        ({"score": 9, "qualities": ["dull"], "context": "during"}, ""),
        ({"score": 9, "qualities": ["sharp"], "context": "right-after"}, ""),
        ({"score": 9, "region": "hip", **STABBING}, ""),
        ({"score": 9, "region": "upper-back", **STABBING}, "urgent"),
    ],
)
def test_sudden_and_stabbing_or_sharp_and_severe_in_training(more, severity, level):
    assert level("rf-sudden-stabbing", AT, pain(AT, **more)) == severity


def test_the_act_and_the_numbers_of_stabbing_pain(flag):
    urgent = flag("rf-sudden-stabbing", AT, pain(AT, score=8, **STABBING))
    warning = flag("rf-sudden-stabbing", AT, pain(AT, score=6, **STABBING))

    assert (urgent.act, urgent.value, urgent.threshold.value) == ("today", 8, 7)
    assert (warning.act, warning.value, warning.threshold) == ("this-week", None, None)


def test_the_stabbing_warning_ends_with_the_episode_and_the_urgent_flag_does_not(level):
    assert level("rf-sudden-stabbing", "2026-11-23 18:00", pain(AT, score=6, **STABBING)) == ""
    assert level("rf-sudden-stabbing", "2026-12-01 18:00", pain(AT, score=8, **STABBING)) == "urgent"


@pytest.mark.parametrize(
    "end",
    [
        pain("2026-11-21 18:00", score=0),
        care("2026-11-22 18:00", "doctor"),
        care("2026-11-22 18:00", "clearance"),
    ],
    ids=["certainly over", "doctor", "clearance"],
)
def test_an_urgent_flag_of_a_place_ends_when_it_is_certainly_over_or_seen(end, level):
    records = pain(AT, score=8, **STABBING), end

    assert level("rf-sudden-stabbing", "2026-11-22 17:59", *records) == "urgent"
    assert level("rf-sudden-stabbing", "2026-11-22 18:00", *records) == ""


def test_an_urgent_flag_of_a_lapsed_episode_ends_when_a_later_one_of_the_place_is_certainly_over(level):
    records = pain(AT, score=8, **STABBING), pain("2026-11-26 18:00", score=2)
    gone = pain("2026-11-27 18:00", score=0)

    assert level("rf-sudden-stabbing", "2026-12-10 18:00", *records) == "urgent"
    assert level("rf-sudden-stabbing", "2026-11-28 17:59", *records, gone) == "urgent"
    assert level("rf-sudden-stabbing", "2026-11-28 18:00", *records, gone) == ""


def test_a_milder_stab_meanwhile_does_not_outlast_the_doctor(level):
    records = (
        pain(AT, score=8, **STABBING),
        pain("2026-11-21 18:00", score=3, **STABBING),
        care("2026-11-22 18:00", "doctor"),
    )

    assert level("rf-sudden-stabbing", "2026-11-22 18:00", *records) == ""


@pytest.mark.parametrize(
    ("entries", "severity"),
    [
        ([pain(AT, "knee", 3, side="left", pop_heard=True)], "warning"),
        ([pain(AT, "knee", 7, side="left", pop_heard=True)], "urgent"),
        ([pain(AT, "knee", 0, side="left", pop_heard=True)], ""),
        ([pain(AT, "knee", 9, side="left", pop_heard=False)], ""),
        ([pain(AT, "knee", 9, side="left")], ""),
    ],
)
def test_a_pop_with_pain(entries, severity, level):
    assert level("rf-pop", AT, entries) == severity


@pytest.mark.parametrize(
    ("hours", "minutes", "severity"), [(0, 1, "warning"), (24, 0, "warning"), (24, 1, "")]
)
def test_a_pop_that_begins_to_hurt_within_24_h(hours, minutes, severity, level):
    pop = pain(AT, "knee", 0, side="left", pop_heard=True)
    at = later(hours, minutes)

    assert level("rf-pop", at, pop, pain(at, "knee", 1, side="left")) == severity


def test_a_pop_of_the_other_knee_does_not_count(level):
    pop = pain(AT, "knee", 0, side="right", pop_heard=True)

    assert level("rf-pop", later(1), pop, pain(later(1), "knee", 5, side="left")) == ""


def test_a_pop_becomes_urgent_when_it_hurts_badly_within_24_h(judged):
    records = pain(AT, "knee", 3, pop_heard=True), pain(later(24), "knee", 7)

    flags = judged("rf-pop", later(24), *records, past=True).flags

    assert [(one.severity, one.status) for one in flags] == [("urgent", "active"), ("warning", "past")]


@pytest.mark.parametrize(("hours", "severity"), [(-24, "urgent"), (24, "urgent"), (25, "warning")])
def test_a_pop_after_which_one_can_hardly_stand_is_urgent(hours, severity, level):
    records = pain(AT, "knee", 3, pop_heard=True), symptom(later(hours), "hard-to-stand-or-walk")

    assert level("rf-pop", later(25), *records) == severity


def severe(*hours, score=8, region="lower-back", **more):
    """Severe entries so many hours after the start."""
    return [pain(later(hour), region, score, **more) for hour in hours]


class TestSeverePainForMoreThan72H:
    RULE = "rf-severe-72h"

    @pytest.mark.parametrize(
        ("minutes", "severity"), [(0, ""), (1, "urgent")], ids=["72 h 00 min", "72 h 01 min"]
    )
    def test_is_counted_to_the_minute(self, minutes, severity, level):
        last = pain(later(72, minutes), score=7)

        assert level(self.RULE, later(73), severe(0, 36, 70), last) == severity

    def test_what_it_says(self, flag):
        found = flag(self.RULE, later(73), severe(0, 24, 48, 73)).as_json()

        assert (found["severity"], found["act"], found["subject"]) == (
            "urgent",
            "today",
            {"region": "lower-back"},
        )
        assert found["since"] == "2026-11-23T19:00:00+01:00"
        assert found["observed"] == {"value": 73, "unit": "h"}
        assert found["threshold"] == {"op": ">", "value": 72, "unit": "h"}
        assert len(found["evidence"]) == 4
        assert found["message"] == (
            "Severe pain (lower back) has been recorded for 73 h (since Fri 20 Nov, 18:00), latest score 8."
        )

    @pytest.mark.parametrize("score", [0, 6])
    def test_one_lower_entry_breaks_the_run(self, score, level):
        lower = pain(later(30), score=score)

        assert level(self.RULE, later(80), severe(0, 24, 48, 72, 80), lower) == ""

    @pytest.mark.parametrize(("gap", "severity"), [(36, "urgent"), (37, "")])
    def test_a_silence_of_more_than_36_h_breaks_the_run(self, gap, severity, level):
        entries = severe(0, 24, 24 + gap, 48 + gap)

        assert level(self.RULE, later(48 + gap), entries) == severity

    def test_seven_is_severe_and_each_place_has_its_own_run(self, level):
        left = severe(0, 24, 48, score=7, region="knee", side="left")
        right = severe(72, 73, score=7, region="knee", side="right")

        assert level(self.RULE, later(73), left, right) == ""
        assert level(self.RULE, later(73), left, severe(72, 73, score=7, region="knee", side="left"))

    def test_both_knees_are_two_flags(self, judged):
        flags = judged(self.RULE, later(73), severe(0, 24, 48, 73, region="knee", side="both")).flags

        assert [one.subject["side"] for one in flags] == ["left", "right"]

    def test_a_told_onset_of_the_first_severe_entry_counts(self, level, flag):
        first = pain(AT, score=8, onset_at=when(later(-60)))

        assert level(self.RULE, later(13), first, severe(13)) == "urgent"
        assert flag(self.RULE, later(13), first, severe(13)).value == 73

    def test_an_onset_before_a_lower_entry_does_not(self, level):
        lower = pain(later(-10), score=5)
        first = pain(AT, score=8, onset_at=when(later(-60)))

        assert level(self.RULE, later(13), lower, first, severe(13)) == ""

    def test_once_raised_silence_does_not_end_it(self, level):
        assert level(self.RULE, later(73 + 24 * 20), severe(0, 24, 48, 73)) == "urgent"

    def test_a_lower_entry_ends_it(self, level):
        records = severe(0, 24, 48, 73), pain(later(100), score=6)

        assert level(self.RULE, later(99), *records) == "urgent"
        assert level(self.RULE, later(100), *records) == ""

    def test_it_stays_28_days_after_the_last_severe_entry(self, level, flag):
        records = severe(0, 24, 48, 73, 173)
        end = later(173 + 28 * 24)

        assert level(self.RULE, later(172 + 28 * 24), *records) == "urgent"
        assert level(self.RULE, end, *records) == ""
        past = flag(self.RULE, end, *records, past=True)
        assert (past.since.isoformat(), past.details["ended"]) == (
            "2026-11-23T19:00:00+01:00",
            "never answered",
        )

    def test_a_doctor_ends_it_for_the_run_and_a_new_run_raises_it_again(self, level, flag):
        run = severe(0, 24, 48, 73), care(later(80), "doctor"), severe(90, 110)

        assert level(self.RULE, later(110), *run) == ""
        again = severe(200, 230, 260, 273)
        assert flag(self.RULE, later(273), *run, again).since == when(later(273))

    def test_two_regions_are_two_runs(self, judged):
        records = severe(0, 24, 48, 73), severe(0, 24, 48, 73, region="neck")

        assert [one.subject["region"] for one in judged(self.RULE, later(73), *records).flags] == [
            "lower-back",
            "neck",
        ]

    def test_a_time_that_is_not_known_and_would_decide_is_missing(self, judged):
        dated = [pain(f"2026-11-{day} 12:00", score=8, time_known=False) for day in (20, 21, 22, 23)]
        more = pain("2026-11-24 12:00", score=8), pain("2026-11-25 12:00", score=8, time_known=False)

        said = judged(self.RULE, "2026-11-23 13:00", dated)
        assert (said.flags, said.insufficient[0].missing) == ((), ("the time of day of the entries",))
        assert judged(self.RULE, "2026-11-25 13:00", dated, more).flags

    def test_a_history_of_zeros_says_nothing(self, judged):
        zeros = [pain(later(24 * day), score=0) for day in range(10)]

        said = judged(self.RULE, later(240), zeros)
        assert (said.flags, said.insufficient) == ((), ())
