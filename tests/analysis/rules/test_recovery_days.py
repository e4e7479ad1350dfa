"""Days of rest: too few of them, or too many."""

import pytest
from journals import care, checkin, pain, run, when, workout

NO_REST, DAYS_OFF = "no-rest-day", "rest-1-2-days"
BED, IDLE = "bed-rest-too-long", "inactivity-too-long"


def day(number):
    """A date of November; 31 is the first of December."""
    return f"2026-11-{number:02}" if number <= 30 else f"2026-12-{number - 30:02}"


def told(judgement):
    """The flags as (severity, status, since), oldest first."""
    return sorted((one.since.day, one.severity, one.status) for one in judgement.flags)


# no-rest-day


def training(first, last, *, rpe=5, but=None, clock="18:00"):
    """A run on each date, with another effort on some; "rest" is a date without one."""
    efforts = {number: (but or {}).get(number, rpe) for number in range(first, last + 1)}
    return [
        run(f"{day(number)} {clock}", 5, rpe=effort) for number, effort in efforts.items() if effort != "rest"
    ]


@pytest.mark.parametrize(
    ("records", "severity"),
    [
        (training(14, 20), "caution"),
        (training(15, 20), ""),
        (training(14, 20, rpe=4), "caution"),
        (training(14, 20, rpe=3.5), ""),
        (training(14, 20, but={17: 3}), ""),
        (training(13, 20, but={17: "rest"}), ""),
        ([*training(14, 20, but={17: 3}), run("2026-11-17 07:00", 5, rpe=6)], "caution"),
        ([*training(15, 20), run("2026-11-20 07:00", 5, rpe=6)], ""),
        (
            [*training(14, 20, but={17: "rest"}), workout("2026-11-17 18:00", ("childs-pose", 1, 1), rpe=5)],
            "",
        ),
    ],
    ids=[
        *("seven dates", "six dates", "RPE 4", "RPE 3.5", "an easy date", "a rest day"),
        *("an easy session on a hard date", "two on one date", "relief work only"),
    ],
)
def test_seven_dates_running_without_rest(records, severity, level):
    assert level(NO_REST, "2026-11-20 23:00", *records) == severity


def test_it_names_the_dates(flag):
    found = flag(NO_REST, "2026-11-20 18:00", *training(12, 20))

    assert found.message == (
        "7 days running with training of effort 4 of 10 or more, the last 7 from Thu 12 Nov to Wed 18 Nov: "
        "no rest day."
    )
    assert (found.since, found.value, len(found.evidence)) == (when("2026-11-18 18:00"), 7, 7)


def test_it_ends_when_a_date_without_training_is_over(judged):
    for last_minute, flags in (("2026-11-21 23:59", 1), ("2026-11-22 00:00", 0)):
        assert len(judged(NO_REST, last_minute, *training(14, 20)).flags) == flags
    easy = training(14, 21, but={21: 2})
    assert judged(NO_REST, "2026-11-22 00:00", *easy).flags == ()


def test_it_is_told_again_each_week_that_goes_on(judged):
    found = judged(NO_REST, "2026-11-24 20:00", *training(1, 24), pain("2026-11-01 08:00"), past=True)

    assert [(one.since.day, one.value) for one in sorted(found.flags, key=lambda one: one.since)] == [
        (7, 7),
        (14, 14),
        (21, 21),
    ]
    assert [one.status for one in found.flags if one.since.day == 21] == ["active"]


def test_days_are_those_of_the_calendar(level):
    late = [run(f"{day(number)} {clock}", 5) for number, clock in ((14, "23:30"), (15, "00:30"))]

    assert level(NO_REST, "2026-11-20 23:00", *late, *training(16, 20)) == "caution"


def test_the_local_dates_count_also_when_travelling(level):
    home = training(14, 18)
    away = [run("2026-11-19 20:00-05:00", 5), run("2026-11-20 20:00-05:00", 5)]

    assert level(NO_REST, "2026-11-21 03:00", *home, *away) == "caution"
    assert level(NO_REST, "2026-11-22 23:59-05:00", *home, *away) == ""
    assert level(NO_REST, "2026-11-21 23:59-05:00", *home, *away) == "caution"


@pytest.mark.parametrize(
    ("records", "missing"),
    [
        (training(14, 20, but={17: None}), ["the RPE of the sessions of Tue 17 Nov"]),
        (training(14, 20, but={20: None}), ["the RPE of the sessions of Fri 20 Nov"]),
        (training(15, 20, but={17: None}), []),
        (training(14, 20, rpe=None), []),
        (training(14, 20, but={17: None, 18: 2}), []),
    ],
    ids=["one of seven", "the last", "one of six", "never told", "with an easy date"],
)
def test_an_effort_that_nobody_told_is_not_known(records, missing, judged):
    found = judged(NO_REST, "2026-11-20 23:00", *records)

    assert found.flags == ()
    assert [what for one in found.insufficient for what in one.missing] == missing


# rest-1-2-days


def hard(at, rpe=6, exercise="squat", **more):
    return workout(at, (exercise, 3, 5, 80), rpe=rpe, **more)


@pytest.mark.parametrize(
    ("entries", "severity"),
    [
        ([pain("2026-11-19 18:00", score=4)], "info"),
        ([pain("2026-11-19 18:00", score=3)], ""),
        ([pain("2026-11-19 18:00", score=3), pain("2026-11-20 08:00", score=5)], ""),
        ([pain("2026-11-19 18:00", score=3), pain("2026-11-19 18:00", score=5)], "info"),
        ([pain("2026-11-19 18:00", "upper-back", 4)], "info"),
        ([pain("2026-11-19 18:00", "knee", 6)], ""),
    ],
    ids=["4", "3", "more only later", "two at once", "upper back", "knee"],
)
def test_back_pain_that_opens_with_four_asks_for_days_off(entries, severity, level):
    assert level(DAYS_OFF, "2026-11-20 12:00", *entries) == severity


@pytest.mark.parametrize(("score", "advice"), [(6, "one to two days"), (7, "a few days")])
def test_severe_pain_asks_for_more(score, advice, flag):
    found = flag(DAYS_OFF, "2026-11-20 12:00", pain("2026-11-19 18:00", score=score))

    assert advice in found.advice
    assert found.severity == "info"


@pytest.mark.parametrize(
    ("session", "severity"),
    [
        (hard("2026-11-20 17:59"), "caution"),
        (hard("2026-11-20 18:00"), "info"),
        (hard("2026-11-20 08:00", 5.5), "info"),
        (hard("2026-11-20 08:00", None), "info"),
        (hard("2026-11-20 08:00", exercise="bench-press"), "info"),
        (hard("2026-11-19 17:00"), "info"),
        (hard("2026-11-19 18:00"), "caution"),
        (hard("2026-11-20 12:00", time_known=False), "info"),
    ],
    ids=[
        *("within 24 h", "24 h later", "not so hard", "effort not told", "does not load it", "before it"),
        *("started in pain", "time not known"),
    ],
)
def test_a_hard_session_within_a_day_is_a_caution(session, severity, level):
    assert level(DAYS_OFF, "2026-11-20 20:00", pain("2026-11-19 18:00", score=5), session) == severity


def test_the_session_in_which_it_began_does_not_count(level):
    entry = pain("2026-11-19 18:00", score=5, context="during")

    assert level(DAYS_OFF, "2026-11-19 20:00", entry, hard("2026-11-19 18:00")) == "info"


def test_the_day_begins_when_the_pain_did(flag, level):
    entry = pain("2026-11-19 18:00", score=5, onset_at=when("2026-11-19 08:00"))

    assert level(DAYS_OFF, "2026-11-20 09:00", entry, hard("2026-11-20 08:00")) == "info"
    found = flag(DAYS_OFF, "2026-11-20 09:00", entry, hard("2026-11-19 12:00"))
    assert (found.severity, found.since) == ("caution", when("2026-11-19 18:00"))
    assert "4 h after it began to hurt" in found.message


def test_it_lasts_as_long_as_the_episode_and_never_gets_milder(judged):
    records = pain("2026-11-19 18:00", score=5), hard("2026-11-20 08:00"), hard("2026-11-20 12:00")

    assert told(judged(DAYS_OFF, "2026-11-22 17:59", *records, past=True)) == [
        (19, "info", "past"),
        (20, "caution", "active"),
    ]
    assert judged(DAYS_OFF, "2026-11-22 18:00", *records).flags == ()


# bed-rest-too-long


def in_bed(first, last, *, hours=12, but=None):
    """A check-in on each date; a date with "none" has no check-in."""
    told_h = {number: (but or {}).get(number, hours) for number in range(first, last + 1)}
    return [checkin(day(number), bed_rest_h=h) for number, h in told_h.items() if h != "none"]


@pytest.mark.parametrize(
    ("records", "severity"),
    [
        (in_bed(17, 20), "caution"),
        (in_bed(18, 20), "info"),
        (in_bed(19, 20), ""),
        (in_bed(17, 20, hours=11.9), ""),
        (in_bed(16, 20, but={18: 3}), ""),
        (in_bed(16, 20, but={18: "none"}), ""),
        (in_bed(16, 20, but={18: None}), ""),
        (in_bed(17, 20, but={20: 3}), ""),
        (in_bed(17, 20, but={20: "none"}), "info"),
    ],
    ids=[
        *("four dates", "three dates", "two dates", "less than 12 h", "up in between", "a date missing"),
        *("not told in between", "up again", "nothing told today"),
    ],
)
def test_days_in_bed_by_the_check_ins(records, severity, level):
    assert level(BED, "2026-11-20 12:00+00:00", *records) == severity


def test_it_ends_when_a_date_that_breaks_it_is_over_or_told(judged):
    records = in_bed(17, 20)

    (found,) = judged(BED, "2026-11-21 23:59+00:00", *records).flags
    assert found.message == "12 h or more in bed on 4 dates running, Tue 17 Nov to Fri 20 Nov."
    assert judged(BED, "2026-11-22 00:00+00:00", *records).flags == ()
    up = checkin("2026-11-21", bed_rest_h=2)
    assert judged(BED, "2026-11-21 07:00+00:00", *records, up).flags == ()


def test_a_check_in_counts_from_when_it_was_written(level):
    late = checkin("2026-11-19", bed_rest_h=14, at=when("2026-11-20 20:00"))
    records = [*in_bed(17, 20, but={19: "none"}), late]

    assert level(BED, "2026-11-20 19:59", *records) == ""
    assert level(BED, "2026-11-20 20:00", *records) == "caution"


@pytest.mark.parametrize(
    ("hours", "severity"),
    [
        ({20: 72}, ""),
        ({20: 72.1}, "caution"),
        ({16: 20, 18: 20, 20: 33}, "caution"),
        ({15: 20, 18: 20, 20: 33}, ""),
    ],
    ids=["72 h", "more than 72 h", "over five dates", "over six dates"],
)
def test_hours_of_bed_rest_by_care(hours, severity, level):
    records = [care(f"{day(at)} 20:00", "bed-rest", duration_min=60 * h) for at, h in hours.items()]

    assert level(BED, "2026-11-20 20:00", *records) == severity


def test_the_hours_end_when_enough_of_them_are_five_dates_ago(judged):
    records = [care(f"{day(at)} 20:00", "bed-rest", duration_min=60 * 19) for at in (17, 18, 19, 20)]

    (found,) = judged(BED, "2026-11-21 23:59", *records).flags
    assert (found.value, found.message) == (76, "76 h of bed rest in the 5 days to Fri 20 Nov.")
    assert judged(BED, "2026-11-22 00:00", *records).flags == ()


def test_who_tells_how_long_is_asked_when_it_is_not_told(judged):
    records = [care("2026-11-10 20:00", "bed-rest", duration_min=600), care("2026-11-20 20:00", "bed-rest")]

    (found,) = judged(BED, "2026-11-20 20:00", *records).insufficient
    assert found.missing == ("how long the bed rest was",)
    assert judged(BED, "2026-11-20 20:00", records[1]).insufficient == ()


# inactivity-too-long


def mild(*days, score=2, **more):
    """An entry of mild back pain in the evening of each date."""
    return [pain(f"{day(number)} 18:00", score=score, **more) for number in days]


@pytest.mark.parametrize(
    ("records", "severity"),
    [
        ([*mild(16, 18, 20), *run("2026-11-15 08:00", 5)], "info"),
        ([*mild(16, 18, 20), *run("2026-11-16 08:00", 5)], ""),
        ([*mild(16, 18, 20), *workout("2026-11-18 08:00", kind="walk")], ""),
        (mild(16, 18, 20), "info"),
        ([*mild(18, 20), *run("2026-11-15 08:00", 5)], ""),
        ([*mild(16, 18, 20, score=3), *run("2026-11-15 08:00", 5)], "info"),
        ([*mild(16, 18, 20, score=4), *run("2026-11-15 08:00", 5)], ""),
        ([*mild(15, 16, 18, 20), pain("2026-11-17 18:00", score=5)], ""),
        ([*mild(16, 18), *mild(20, score=0)], ""),
        ([pain(f"{day(at)} 18:00", "knee", 2, side="left") for at in (16, 18, 20)], ""),
    ],
    ids=[
        *("five dates without", "four dates without", "a walk", "no workout at all", "two dates of pain"),
        *("3 is mild", "4 is not", "worse in between", "no pain today", "knee"),
    ],
)
def test_a_mild_back_and_no_activity_for_five_dates(records, severity, level):
    assert level(IDLE, "2026-11-20 20:00", *records) == severity


def test_it_names_the_dates_of_the_pain(flag):
    found = flag(IDLE, "2026-11-20 20:00", *mild(16, 18, 20))

    assert found.message == (
        "Mild back pain on Mon 16 Nov, Wed 18 Nov, Fri 20 Nov, and no activity in the 5 days to Fri 20 Nov: "
        "lower back: 2 of 10 (Fri 20 Nov, 18:00)."
    )
    assert (found.since, len(found.evidence)) == (when("2026-11-20 18:00"), 3)


@pytest.mark.parametrize(
    "later",
    [workout("2026-11-21 08:00", kind="walk"), pain("2026-11-21 08:00", score=4)],
    ids=["a walk", "worse"],
)
def test_it_ends_with_activity_or_when_it_hurts_more(later, judged):
    assert judged(IDLE, "2026-11-21 07:59", *mild(16, 18, 20), later).flags
    assert judged(IDLE, "2026-11-21 08:00", *mild(16, 18, 20), later).flags == ()


def test_it_ends_with_the_episode(judged):
    assert judged(IDLE, "2026-11-23 17:59", *mild(16, 18, 20)).flags
    assert judged(IDLE, "2026-11-23 18:00", *mild(16, 18, 20)).flags == ()


@pytest.mark.parametrize(
    ("before", "missing"),
    [
        ([], []),
        ([pain("2026-11-10 18:00", "knee", 2)], ["entries on each of the 5 days to Fri 20 Nov"]),
    ],
    ids=["a new journal", "a gap"],
)
def test_dates_of_which_nobody_wrote_are_not_known(before, missing, judged):
    found = judged(IDLE, "2026-11-20 20:00", *before, *mild(18, 19, 20))

    assert found.flags == ()
    assert [what for one in found.insufficient for what in one.missing] == missing
