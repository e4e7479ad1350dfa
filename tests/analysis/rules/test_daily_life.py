"""Sleep, stress, sitting, smoking and body weight beside a hurting back."""

from datetime import date, timedelta

import pytest
from journals import checkin, pain, when

from journal.records import ProfileEntry

LAST = date(2026, 11, 20)


def night(back, hour=7, **said):
    """The check-in of the morning `back` dates before the last one."""
    day = LAST - timedelta(days=back)
    return checkin(f"{day}", at=when(f"{day} {hour:02}:00"), **said)


def nights(field, *values, last=0):
    """A check-in a day up to the last one, the newest last; None where the field was not told."""
    told = zip(reversed(range(last, last + len(values))), values, strict=True)
    return [
        night(back, **({field: value} if value is not None else {"sleep_quality": 3})) for back, value in told
    ]


def ago(back, at="18:00"):
    return f"{LAST - timedelta(days=back)} {at}"


NOW = ago(0, "08:00")
HURT = pain(ago(1), score=3)
STOMACH, SIDE = "stomach", "side"


# What three of the rules have in common: 3 of the last 7 check-ins that tell it, and back pain on their dates

BESIDE = {
    "sleep-position-stomach": ("sleep_position", "stomach", "side"),
    "stress-high": ("stress", 7, 6),
    "posture-sitting": ("sitting_h", 6.5, 6),
}
each = pytest.mark.parametrize("rule", list(BESIDE))


def told(rule, pattern, last=0):
    """`x` for a check-in that counts, `.` for one that does not, `-` for one that does not tell it."""
    field, bad, good = BESIDE[rule]
    return nights(field, *({"x": bad, ".": good, "-": None}[one] for one in pattern), last=last)


@each
@pytest.mark.parametrize(
    ("pattern", "severity"),
    [
        ("....xx.", ""),
        ("x...xx.", "info"),
        (".x...xx", "info"),
        ("x...xx..", ""),
        ("x....xx.", ""),
        ("x--xx--.", "info"),
        ("x-x-.-.-.-x-.", "info"),
        ("x-x-.-.-.-x-.-.", ""),
        ("xxx", "info"),
        ("xx", ""),
    ],
    ids=[
        "two",
        "three",
        "three with the newest",
        "the eighth back is left out",
        "three of eight",
        "those that do not tell it are left out",
        "seven that tell it",
        "eight that tell it",
        "only three",
        "only two",
    ],
)
def test_three_of_the_last_seven_that_tell_it(rule, pattern, severity, level):
    assert level(rule, NOW, told(rule, pattern), HURT) == severity


@each
@pytest.mark.parametrize(
    ("hurt", "severity"),
    [
        (pain(ago(6), score=1), "info"),
        (pain(ago(7), score=3), ""),
        (pain(ago(0, "07:30"), score=1), "info"),
        (pain(ago(1), score=0), ""),
        (pain(ago(1), "mid-back", 1), "info"),
        (pain(ago(1), "upper-back", 1), "info"),
        (pain(ago(1), "neck", 3), ""),
        (pain(ago(1), "knee", 3), ""),
        ([], ""),
    ],
    ids=["first date", "before", "last date", "zero", "mid back", "upper back", "neck", "knee", "none"],
)
def test_back_pain_of_the_same_dates(rule, hurt, severity, level):
    assert level(rule, NOW, told(rule, "x.x.x.."), hurt) == severity


@each
def test_it_may_hurt_later_on_the_last_date_but_not_after_it(rule, level, flag):
    records = told(rule, "x.x.x.."), pain(ago(0), score=2)

    assert level(rule, ago(0, "17:59"), *records) == ""
    assert flag(rule, ago(0), *records).since == when(ago(0))
    assert level(rule, ago(-1, "06:59"), told(rule, "x.x.x.."), pain(ago(-1, "06:00"), score=2)) == ""
    assert level(rule, ago(-1), told(rule, "x.x.x.x.", last=-1), pain(ago(-1, "06:00"), score=2)) == "info"


@each
def test_it_lasts_until_a_check_in_says_otherwise_and_at_most_seven_days(rule, level):
    records = told(rule, "x.x.x.."), HURT

    assert level(rule, ago(-7, "06:59"), *records) == "info"
    assert level(rule, ago(-7, "07:00"), *records) == ""
    assert level(rule, ago(-1, "06:59"), *records, told(rule, ".", last=-1)) == "info"
    assert level(rule, ago(-1, "07:00"), *records, told(rule, ".", last=-1)) == ""
    assert level(rule, ago(-8, "06:59"), *records, told(rule, "x", last=-1)) == "info"
    assert level(rule, ago(-2), *records, told(rule, "-", last=-1)) == "info"


@each
def test_the_window_looks_back_28_dates(rule, level):
    early, rest = told(rule, "x", last=27), told(rule, "xx")

    assert level(rule, NOW, early, rest, HURT) == "info"
    assert level(rule, NOW, told(rule, "x", last=28), rest, HURT) == ""


@each
def test_a_check_in_is_known_from_when_it_was_written(rule, level):
    field, bad, _ = BESIDE[rule]
    later = night(1, hour=7).but(at=when(ago(0, "12:00")), **{field: bad})
    records = told(rule, "..x.x..", last=2), told(rule, "."), later, HURT

    assert level(rule, ago(0, "11:59"), *records) == ""
    assert level(rule, ago(0, "12:00"), *records) == "info"


@each
def test_one_without_a_time_is_known_from_seven_in_the_morning(rule, level):
    field, bad, _ = BESIDE[rule]
    days = [checkin(f"{LAST - timedelta(days=back)}", **{field: bad}) for back in (2, 1, 0)]

    assert level(rule, ago(0, "06:59"), *days, HURT) == ""
    assert level(rule, ago(0, "07:00"), *days, HURT) == "info"


@each
def test_the_date_is_that_of_the_writers_clock(rule, level):
    days = told(rule, "x.x.x..")
    assert level(rule, NOW, days, pain(f"{LAST - timedelta(days=7)} 23:30-08:00", score=3)) == ""
    assert level(rule, NOW, days, pain(f"{LAST - timedelta(days=6)} 00:30+09:00", score=3)) == "info"


@each
def test_an_empty_journal_says_nothing(rule, judged):
    for records in ([], [HURT], told(rule, "xxx"), told(rule, "---")):
        said = judged(rule, NOW, *records)
        assert (said.flags, said.insufficient) == ((), ())


# What each of them says


def test_sleeping_on_the_stomach(flag):
    found = flag(
        "sleep-position-stomach",
        NOW,
        told("sleep-position-stomach", "x.x.x.."),
        pain(ago(0, "07:30"), score=3),
    )

    assert found.message == (
        "You slept on your stomach on 3 of the last 7 recorded nights (Sat 14 Nov to Fri 20 Nov), and your back "
        "hurt in that time: lower back: 3 of 10 (Fri 20 Nov, 07:30)."
    )
    assert (found.value, found.threshold.op, found.threshold.value) == (3, ">=", 3)
    assert [one.table for one in found.evidence] == ["checkins"] * 3 + ["pain"]
    assert [one.id for one in found.evidence][:3] == ["2026-11-14", "2026-11-16", "2026-11-18"]
    assert found.subject == {}


def test_lying_any_which_way_is_not_on_the_stomach(level):
    rows = nights("sleep_position", *("mixed",) * 7)

    assert level("sleep-position-stomach", NOW, rows, HURT) == ""


def test_stress_of_seven_of_ten(flag):
    found = flag("stress-high", NOW, nights("stress", 7, 8, 10, 0), HURT)

    assert found.message.startswith(
        "Your stress was 7 or more of 10 on 3 of the last 3 check-ins with an answer ("
    )


@pytest.mark.parametrize(("score", "severity"), [(1, "info"), (3, "info"), (4, "caution"), (9, "caution")])
def test_sitting_is_a_caution_when_it_hurts_more(score, severity, level):
    assert (
        level("posture-sitting", NOW, told("posture-sitting", "xxx"), pain(ago(1), score=score)) == severity
    )


@pytest.mark.parametrize(("hours", "severity"), [(6, ""), (6.01, "info"), (12, "info")])
def test_more_than_six_hours(hours, severity, level):
    assert level("posture-sitting", NOW, nights("sitting_h", *(hours,) * 3), HURT) == severity


def test_sitting_gets_worse_with_the_pain_and_not_better_at_once(level, judged):
    records = told("posture-sitting", "xxx"), HURT, pain(ago(0, "12:00"), score=6)

    assert level("posture-sitting", ago(0, "11:59"), *records) == "info"
    assert level("posture-sitting", ago(0, "12:00"), *records) == "caution"
    past = judged("posture-sitting", ago(0, "12:00"), *records, past=True).flags
    assert [(one.severity, one.until) for one in past] == [("caution", None), ("info", when(ago(0, "12:00")))]


def test_sitting_is_a_tip_again_when_what_hurt_more_is_no_longer_of_that_time(level, flag):
    records = nights("sitting_h", *(8,) * 12), pain(ago(8), score=5), pain(ago(1), score=2)

    assert level("posture-sitting", ago(1, "06:59"), *records) == "caution"
    assert level("posture-sitting", ago(1, "07:00"), *records) == ""
    found = flag("posture-sitting", ago(0), *records)
    assert (found.severity, found.since) == ("info", when(ago(1)))


@each
def test_what_ends_and_soon_begins_again_is_told_again(rule, level):
    records = told(rule, "x" * 15), pain(ago(14), score=2), pain(ago(6), score=2)

    assert level(rule, ago(8), *records) == "info"
    assert level(rule, ago(7), *records) == ""
    assert level(rule, ago(0), *records) == "info"


# sleep-short


@pytest.mark.parametrize(
    ("hours", "severity"),
    [
        ((7, 7, 7, 7), ""),
        ((7, 7, 7, 6.9), "info"),
        ((6.1, 7.3, 6.8, 7.8), ""),
        ((5, 5, 5), ""),
        ((5, 5, 5, None, 5), "info"),
        ((4, 7, 7, 7, 7, 7, 7, 7), ""),
        ((4, 8, 7, 7, 7, 7, 7), "info"),
        ((9, 9, 6, 6, 6, 6, 6), "info"),
        ((9, 9, 7, 6, 6, 6, 6), ""),
    ],
    ids=[
        "seven",
        "just below",
        "seven in all but the last bit",
        "three are too few",
        "four, whatever lies between",
        "the eighth back is left out",
        "seven nights",
        "a mean below, long nights too",
        "a mean of seven",
    ],
)
def test_less_than_seven_hours_on_average(hours, severity, level):
    assert level("sleep-short", NOW, nights("sleep_h", *hours)) == severity


def test_it_tells_the_mean_and_never_rounds_it_up(flag):
    found = flag("sleep-short", NOW, nights("sleep_h", 7, 7, 7, 6.95))

    assert found.message == (
        "On average 6 h 59 min of sleep over the last 4 recorded nights (Tue 17 Nov to Fri 20 Nov)."
    )
    assert (found.value, found.unit, found.threshold.op, found.threshold.value) == (
        pytest.approx(6.9875),
        "h",
        "<",
        7,
    )
    assert found.details == {"nights": 4}
    assert len(found.evidence) == 4


def test_nights_of_the_last_28_dates(level):
    assert level("sleep-short", NOW, nights("sleep_h", 5, last=27), nights("sleep_h", 5, 5, 5)) == "info"
    assert level("sleep-short", NOW, nights("sleep_h", 5, last=28), nights("sleep_h", 5, 5, 5)) == ""


def test_it_ends_with_better_nights_or_seven_days_after_the_last_one(level):
    short = nights("sleep_h", 5, 7, 7, 7)

    assert level("sleep-short", ago(-7, "06:59"), short) == "info"
    assert level("sleep-short", ago(-7, "07:00"), short) == ""
    assert level("sleep-short", ago(-1, "07:00"), short, nights("sleep_h", 9, last=-1)) == ""


def test_too_few_nights_give_no_mean(judged):
    said = judged("sleep-short", NOW, nights("sleep_h", 5, 5, 5))

    assert said.flags == ()
    assert said.insufficient[0].missing == ("the hours of sleep of 4 nights within 28 days",)
    assert judged("sleep-short", ago(-7), nights("sleep_h", 5, 5, 5)).insufficient == ()
    assert judged("sleep-short", NOW, nights("sleep_h", 5, 5, 5, 5)).insufficient == ()
    assert judged("sleep-short", NOW, nights("stress", 5)).insufficient == ()
    assert judged("sleep-short", NOW).insufficient == ()


# smoking


def smoked(pattern, last=0):
    return nights("cigarettes", *({"x": 5, ".": 0, "-": None}[one] for one in pattern), last=last)


@pytest.mark.parametrize(
    ("pattern", "severity"),
    [
        ("xx" + "." * 12, ""),
        ("xxx" + "." * 11, "info"),
        ("xxx" + "." * 12, ""),
        ("xxx" + "." * 11 + "-----", "info"),
        ("xxx", "info"),
    ],
    ids=["two", "three of fourteen", "three of fifteen", "those that do not tell it", "only three"],
)
def test_cigarettes_on_three_of_the_last_fourteen_check_ins_that_tell_it(pattern, severity, level):
    assert level("smoking", NOW, smoked(pattern), HURT) == severity


@pytest.mark.parametrize(
    ("hurt", "severity"),
    [
        (pain(ago(27, "00:00"), score=1), "info"),
        (pain(ago(28, "23:59"), score=5), ""),
        (pain(ago(1), score=0), ""),
        (pain(ago(1), "hip", 5), ""),
    ],
)
def test_and_back_pain_within_28_days(hurt, severity, level):
    assert level("smoking", NOW, smoked("xxx"), hurt) == severity


def test_it_is_told_when_it_begins_to_hurt(flag):
    found = flag("smoking", ago(0), smoked("x.xx", last=1), pain(ago(0), score=2))

    assert found.since == when(ago(0))
    assert found.message == (
        "You smoked on 3 of the last 4 check-ins with an answer (Mon 16 Nov to Thu 19 Nov), and your back hurt "
        "within 28 days: lower back: 2 of 10 (Fri 20 Nov, 18:00)."
    )
    assert [one.table for one in found.evidence] == ["checkins"] * 3 + ["pain"]


def test_old_check_ins_tell_nothing_of_today(level):
    assert level("smoking", ago(0), smoked("xxx", last=6), pain(ago(0), score=2)) == "info"
    assert level("smoking", ago(0), smoked("xxx", last=7), pain(ago(0), score=2)) == ""


def test_it_is_told_once_in_90_days_for_as_long_as_it_is_so_and_at_most_28_days(judged):
    days = 150
    smoker = smoked("x" * days), [pain(ago(back), score=2) for back in range(0, days, 3)]

    said = judged("smoking", ago(0), *smoker, past=True).flags

    # A block of 90 dates begins on 14 August and one on 12 November 2026.
    assert [one.since.date() for one in said] == [date(2026, 11, 12), date(2026, 8, 14), date(2026, 6, 26)]
    assert [one.until for one in said] == [
        None,
        when("2026-09-11 07:00"),
        when("2026-07-24 18:00"),
    ]


def test_it_ends_when_the_pain_is_28_days_ago_or_the_smoking_is_over(level):
    assert level("smoking", ago(-2, "23:59"), smoked("xxx"), pain(ago(25), score=2)) == "info"
    assert level("smoking", ago(-3, "00:00"), smoked("xxx"), pain(ago(25), score=2)) == ""
    assert (
        level("smoking", ago(-12, "07:00"), smoked("xxx" + "." * 12, last=-12), pain(ago(1), score=2)) == ""
    )


# weight-high

TARGET = ProfileEntry(key="target_weight_kg", value="80"), ProfileEntry(key="weight_hints", value="yes")


@pytest.mark.parametrize(
    ("kg", "severity"),
    [
        ((88,), ""),
        ((88.1,), "info"),
        ((70, 89, 90), "info"),
        ((70, 87, 90), ""),
        ((88, 88.5), "info"),
        ((99, 85, 85, 85, 95, 95, 95, 95), "info"),
        ((99, 99, 99, 99, 85, 85, 85, 85, 85), ""),
    ],
    ids=[
        "ten percent",
        "just above",
        "the median",
        "the median below",
        "the middle of two",
        "of seven dates",
        "only of seven dates",
    ],
)
def test_a_median_weight_more_than_ten_percent_above_the_target(kg, severity, level):
    assert level("weight-high", NOW, *TARGET, nights("body_weight_kg", *kg), HURT) == severity


@pytest.mark.parametrize(
    "profile",
    [
        [],
        [TARGET[0]],
        [TARGET[1]],
        [TARGET[0], TARGET[1].but(value="no")],
        [TARGET[0].but(value=""), TARGET[1]],
    ],
    ids=["nothing", "no hints", "no target", "hints off", "target taken back"],
)
def test_it_is_silent_unless_it_was_asked_for(profile, level):
    assert level("weight-high", NOW, profile, nights("body_weight_kg", 120), HURT) == ""


def test_it_needs_back_pain_within_28_days(level):
    heavy = nights("body_weight_kg", 100)

    assert level("weight-high", NOW, *TARGET, heavy, pain(ago(27), score=1)) == "info"
    assert level("weight-high", NOW, *TARGET, heavy, pain(ago(28), score=1)) == ""
    assert level("weight-high", NOW, *TARGET, heavy) == ""


def test_it_tells_the_numbers_and_nothing_else(flag):
    found = flag("weight-high", ago(0), *TARGET, nights("body_weight_kg", 89, 90, 92), pain(ago(0), score=3))

    assert found.message == (
        "Your body weight, 90 kg as the middle value of 7 days, was 12.5 % above your target of 80 kg (Wed 18 Nov to "
        "Fri 20 Nov), and your back hurt within 28 days: lower back: 3 of 10 (Fri 20 Nov, 18:00)."
    )
    assert (found.value, found.unit, found.threshold.value) == (pytest.approx(12.5), "%", 10)
    assert found.details == {"weight_kg": 90, "target_kg": 80}


def test_it_ends_when_the_weighings_are_a_week_old(level):
    records = *TARGET, nights("body_weight_kg", 100), HURT

    assert level("weight-high", ago(-6, "23:59"), *records) == "info"
    assert level("weight-high", ago(-7, "00:00"), *records) == ""


def test_it_is_told_once_in_90_days(judged):
    records = nights("body_weight_kg", *(100,) * 100), [pain(ago(back), score=2) for back in range(0, 100, 3)]

    said = judged("weight-high", ago(0), *TARGET, *records, past=True).flags

    assert [one.since.date() for one in said] == [date(2026, 11, 12), date(2026, 8, 13)]
