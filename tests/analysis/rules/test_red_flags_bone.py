"""New back pain after a fall or with weak bones, and pain of a bone under strain."""

from datetime import date

import pytest
from journals import care, pain, symptom

from journal.records import Condition, ProfileEntry

AT = "2026-11-20 18:00"
RULE = "rf-trauma-or-history"
FALL = symptom("2026-11-19 10:00", "recent-trauma")
WEAK = Condition(condition="osteoporosis")
OLD = ProfileEntry(key="birth_year", value="1960")
YOUNGER = ProfileEntry(key="birth_year", value="1961")


@pytest.mark.parametrize(
    ("records", "severity"),
    [
        ([FALL, pain(AT, score=4)], "warning"),
        ([FALL, pain(AT, score=3)], ""),
        ([FALL, pain(AT, "hip", 6)], ""),
        ([FALL, pain(AT, score=7)], "urgent"),
        ([FALL, pain(AT, score=4), WEAK], "urgent"),
        ([FALL, pain(AT, score=4), OLD], "urgent"),
        ([FALL, pain(AT, score=4), YOUNGER], "warning"),
        ([WEAK, pain(AT, score=4)], "warning"),
        ([WEAK, pain(AT, score=9)], "warning"),
        ([WEAK, pain(AT, score=3)], ""),
        ([OLD, pain(AT, score=9)], ""),
        ([Condition(condition="steroid-use"), pain(AT, score=4)], "warning"),
        ([Condition(condition="cancer-history"), pain(AT, score=4)], "warning"),
        ([Condition(condition="arthritis"), pain(AT, score=4)], ""),
        ([Condition(condition="osteoporosis", until=date(2026, 11, 19)), pain(AT, score=4)], ""),
        ([Condition(condition="osteoporosis", since=date(2026, 11, 20)), pain(AT, score=4)], "warning"),
        ([symptom("2026-11-19 10:00", "recent-trauma", False), pain(AT, score=9)], ""),
    ],
)
def test_a_fall_or_a_history_with_new_back_pain(records, severity, level):
    assert level(RULE, AT, records) == severity


@pytest.mark.parametrize(
    ("told", "severity"),
    [
        ("2026-11-13 18:00", "warning"),
        ("2026-11-13 17:59", ""),
        ("2026-11-21 18:00", "warning"),
    ],
)
def test_the_fall_is_told_within_seven_days_before_or_after(told, severity, level):
    assert level(RULE, "2026-11-21 18:00", pain(AT), symptom(told, "recent-trauma")) == severity


def test_a_fall_told_later_counts_from_then(flag):
    found = flag(RULE, "2026-11-21 18:00", pain(AT), symptom("2026-11-21 09:00", "recent-trauma"))

    assert found.since.isoformat() == "2026-11-21T09:00:00+01:00"


def test_only_new_pain_counts_the_first_entry_of_four_of_its_episode(level):
    old = [pain(f"2026-11-{day:02} 18:00") for day in range(8, 21, 2)]

    assert level(RULE, AT, old, FALL) == ""


def test_it_becomes_urgent_when_the_pain_becomes_severe(judged):
    flags = judged(
        RULE, "2026-11-21 18:00", FALL, pain(AT), pain("2026-11-21 18:00", score=7), past=True
    ).flags

    assert [(one.severity, one.status) for one in flags] == [("urgent", "active"), ("warning", "past")]


def test_what_it_is_about(flag):
    fell = flag(RULE, AT, FALL, pain(AT, score=4), WEAK)
    weak = flag(RULE, AT, pain(AT, score=4), WEAK)

    assert (fell.act, fell.subject) == ("today", {"region": "lower-back"})
    assert [(one.table, one.id) for one in fell.evidence][2] == ("conditions", "osteoporosis")
    assert (weak.act, weak.subject) == ("this-week", {"region": "lower-back", "condition": "osteoporosis"})


def test_each_condition_is_told_once_in_a_block_of_90_days(level):
    first, steroids = pain("2026-08-20 18:00"), Condition(condition="steroid-use", since=date(2026, 9, 1))

    assert level(RULE, "2026-11-11 18:00", WEAK, first, pain("2026-11-11 18:00")) == ""
    assert level(RULE, "2026-11-12 18:00", WEAK, first, pain("2026-11-12 18:00")) == "warning"
    assert level(RULE, "2026-10-01 18:00", WEAK, first, pain("2026-10-01 18:00"), steroids) == "warning"


def test_warnings_are_silent_after_a_doctor_saw_the_episode(level):
    episode = pain("2026-11-19 18:00", score=2), pain(AT, score=4)

    assert level(RULE, AT, WEAK, episode) == "warning"
    assert level(RULE, AT, WEAK, episode, care("2026-11-20 09:00", "doctor")) == ""
    assert level(RULE, AT, WEAK, episode, care("2026-11-19 09:00", "doctor")) == "warning"
    assert level(RULE, "2026-11-21 09:00", WEAK, episode, care("2026-11-21 09:00", "doctor")) == ""


def test_the_warning_ends_with_the_episode_and_the_urgent_flag_with_its_certain_end(level):
    assert level(RULE, "2026-11-23 18:00", FALL, pain(AT, score=4)) == ""
    assert level(RULE, "2026-11-23 18:00", FALL, pain(AT, score=7)) == "urgent"
    gone = pain("2026-11-21 18:00", score=0)
    assert level(RULE, "2026-11-22 18:00", FALL, pain(AT, score=7), gone) == ""


def test_the_question_about_a_fall_is_missing_while_nobody_answered(judged):
    assert judged(RULE, AT, pain(AT, score=5)).insufficient[0].missing == ("an answer to recent-trauma",)


BONE = "rf-bone-stress"


def during(day, score=3, region="shin", **more):
    """Pain in the evening's run."""
    return pain(f"2026-11-{day:02} 18:00", region, score, context="during", **more)


def at_rest(day, score=1, region="shin", context="at-rest", **more):
    """Pain in the morning, without training."""
    return pain(f"2026-11-{day:02} 08:00", region, score, context=context, **more)


@pytest.mark.parametrize("region", ["shin", "foot", "hip", "groin"])
def test_a_bone_that_hurts_in_training_and_then_at_rest(region, flag):
    records = during(10, region=region), during(13, region=region), at_rest(15, region=region)

    found = flag(BONE, "2026-11-15 08:00", records)

    assert (found.severity, found.act, found.subject) == ("warning", "this-week", {"region": region})
    assert (found.value, found.threshold.value, len(found.evidence)) == (2, 2, 3)


@pytest.mark.parametrize(
    ("records", "severity"),
    [
        ([during(10), during(13), at_rest(15, context="on-waking")], "warning"),
        ([during(10), during(13)], ""),
        ([during(10), at_rest(15)], ""),
        ([during(10), during(13, score=2), at_rest(15)], ""),
        ([during(10), pain("2026-11-10 19:00", "shin", 3, context="during"), at_rest(15)], ""),
        ([during(10), during(13), at_rest(15, score=0)], ""),
        ([during(10), during(13), pain("2026-11-15 08:00", "shin", 5)], ""),
        ([during(10, region="knee"), during(13, region="knee"), at_rest(15, region="knee")], ""),
        ([during(10, side="left"), during(13, side="right"), at_rest(15, side="left")], ""),
        ([during(10, side="left"), during(13, side="both"), at_rest(15, side="left")], "warning"),
        ([during(2), during(13), at_rest(15)], "warning"),
        ([during(1), during(13), at_rest(15)], ""),
        ([at_rest(8), during(10), during(13)], "warning"),
    ],
)
def test_two_dates_in_training_and_one_at_rest_within_fourteen(records, severity, level):
    assert level(BONE, "2026-11-15 08:00", records) == severity


@pytest.mark.parametrize(
    ("entry", "severity"),
    [
        (pain("2026-11-15 20:00", "shin", 2), "warning"),
        (pain("2026-11-16 07:00", "shin", 2), ""),
        (pain("2026-11-15 20:00", "knee", 2), ""),
    ],
    ids=["same date", "next date", "another place"],
)
def test_night_pain_counts_on_a_date_with_an_entry_of_the_place(entry, severity, level):
    records = during(10), during(13), symptom("2026-11-15 07:00", "night-pain"), entry

    assert level(BONE, "2026-11-16 08:00", records) == severity


def test_it_ends_fourteen_days_after_the_newest_sign(level):
    records = during(10), during(13), at_rest(15)

    assert level(BONE, "2026-11-29 07:59", records) == "warning"
    assert level(BONE, "2026-11-29 08:00", records) == ""
    assert level(BONE, "2026-12-04 17:59", records, during(20)) == "warning"
