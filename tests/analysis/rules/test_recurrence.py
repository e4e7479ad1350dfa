"""Pain that comes back after training, and what came before flares."""

from datetime import timedelta

import pytest
from journals import pain, run, symptom, when, workout

FIRST = when("2026-09-01 18:00")


def at(number, hour=18, minute=0):
    """A time on the date `number`, the first being 0."""
    return f"{FIRST.replace(hour=hour, minute=minute) + timedelta(days=number):%Y-%m-%d %H:%M}"


# recurrent-post-workout

RECURRENT = "recurrent-post-workout"


def leg_day(number):
    return workout(at(number, 17), ("squat", 3, 5, 100))


def hurt(number, *scores, region="lower-back", **more):
    """A workout of an hour and a pain that begins two hours after it: too early and too bad for soreness from 4."""
    entries = [
        pain(at(number + place, 20 if place == 0 else 18), region, score, **more)
        for place, score in enumerate(scores)
    ]
    return [*leg_day(number), *entries]


def sharp(number, score=3, **more):
    """A pain after a workout that soreness is never like."""
    return hurt(number, score, 0, qualities=["sharp"], **more)


def sore(number, *scores, region="thigh-front", **more):
    """A workout and ordinary soreness of both thighs from the next morning on."""
    scores = scores or (3, 2, 0)
    return [
        *leg_day(number),
        *(
            pain(at(number + place, 8), region, score, side="both", **more)
            for place, score in enumerate(scores, 1)
        ),
    ]


@pytest.mark.parametrize(
    ("records", "severity"),
    [
        ((sharp(0), sharp(14)), ""),
        ((sharp(0), sharp(14), sharp(28)), "warning"),
        ((sharp(0), sharp(14), sharp(28, 2)), ""),
        ((sharp(0), sharp(14), sharp(28, region="mid-back")), ""),
        ((sharp(0), sharp(14), [pain(at(28), score=6, qualities=["sharp"])]), ""),
        ((hurt(0, 4, 0), hurt(14, 4, 0), hurt(28, 4, 0)), "warning"),
        ((hurt(0, 3, 0), hurt(14, 3, 0), hurt(28, 3, 0)), ""),
        ((hurt(0, 4), hurt(10, 4), hurt(20, 4)), "warning"),
        ((hurt(0, 3), hurt(10, 3), hurt(20, 3)), ""),
    ],
    ids=[
        "two episodes",
        "three",
        "one with a peak of 2",
        "one of another place",
        "one that did not come after a workout",
        "too early for soreness, from 4 on",
        "too early for soreness, of 3: unclear",
        "a single entry each, of 4",
        "a single entry each, of 3",
    ],
)
def test_three_episodes_that_are_not_soreness(records, severity, level):
    assert level(RECURRENT, at(29), *records) == severity


def test_it_says_how_many_and_when_they_started(flag):
    found = flag(RECURRENT, at(29), sharp(0), sharp(14), sharp(28))

    assert (found.severity, found.act, found.since) == ("warning", "this-week", when(at(28, 20)))
    assert found.message == (
        "3 episodes of lower back pain after training within 42 days, each after another workout (not clearly "
        "ordinary soreness): they started Tue 1 Sep, Tue 15 Sep and Tue 29 Sep."
    )
    assert found.advice == "See a doctor before carrying on."
    assert (found.value, found.threshold.op, found.threshold.value) == (3, ">=", 3)
    assert [one.table for one in found.evidence] == ["pain", "workouts"] * 3
    assert found.details == {"episodes": ["2026-09-01", "2026-09-15", "2026-09-29"]}


@pytest.mark.parametrize(("third", "severity"), [(41, "warning"), (42, "")])
def test_they_start_within_42_dates(third, severity, level):
    assert level(RECURRENT, at(third, 21), sharp(0), sharp(14), sharp(third)) == severity


def test_it_ends_when_one_leaves_the_42_dates(level):
    records = sharp(0), sharp(14), sharp(28)

    assert level(RECURRENT, at(41, 23, 59), *records) == "warning"
    assert level(RECURRENT, at(42, 0), *records) == ""
    assert level(RECURRENT, at(45), *records, sharp(40)) == "warning"
    assert level(RECURRENT, at(56, 0), *records, sharp(40)) == ""


def test_midnight_is_that_of_the_clock_of_the_newest_entry(level):
    abroad = (
        *workout("2026-09-29 17:00+09:00", ("squat", 3, 5, 100)),
        pain("2026-09-29 20:00+09:00", score=4, qualities=["sharp"]),
    )
    records = sharp(0), sharp(14), abroad

    assert level(RECURRENT, "2026-10-12 23:59+09:00", *records) == "warning"
    assert level(RECURRENT, "2026-10-13 00:00+09:00", *records) == ""


def test_two_episodes_after_one_workout_count_once(level):
    again = [pain(at(29), score=0), pain(at(30, 19), score=5, qualities=["sharp"])]
    records = sharp(0), [*leg_day(28), pain(at(28, 20), score=5, qualities=["sharp"])], again

    assert level(RECURRENT, at(31), *records) == ""
    assert level(RECURRENT, at(31), *records, sharp(14)) == "warning"


def test_left_and_right_are_two_places_and_both_counts_for_each(judged):
    left = [sharp(number, region="knee", side="left") for number in (0, 14)]

    said = judged(RECURRENT, at(29), *left, sharp(28, region="knee", side="both")).flags
    assert [one.subject for one in said] == [{"region": "knee", "side": "left"}]
    assert judged(RECURRENT, at(29), *left, sharp(28, region="knee", side="right")).flags == ()


def test_four_times_ordinary_soreness_is_worth_knowing(flag, level):
    records = [record for number in (0, 10, 20, 30) for record in sore(number)]

    assert level(RECURRENT, at(33), *(sore(number) for number in (0, 10, 20))) == ""
    assert level(RECURRENT, at(33), records) == "info info"
    found = flag(
        RECURRENT,
        at(33),
        [one.but(side="left") if one.TABLE == "pain" else one for one in []],
        *([one.but(region="mid-back", side=None) if one.TABLE == "pain" else one for one in records],),
    )
    assert (found.severity, found.act, found.value, found.threshold.value) == ("info", None, 4, 4)
    assert "(ordinary soreness)" in found.message
    assert found.advice != "See a doctor before carrying on."


def test_soreness_below_3_is_not_counted(level):
    assert level(RECURRENT, at(33), *(sore(number, 2, 1, 0) for number in (0, 10, 20, 30))) == ""


def test_soreness_and_other_pain_are_counted_apart(level):
    thigh = {"region": "thigh-front"}
    odd = [sharp(number, side="both", **thigh) for number in (0, 14)]

    assert level(RECURRENT, at(33), *odd, sore(20), sore(30)) == ""
    assert level(RECURRENT, at(41), *odd, sore(20), sharp(40, side="both", **thigh)) == "warning warning"


def test_while_there_is_something_worse_soreness_is_not_told_of(level):
    thigh = {"region": "thigh-front", "side": "both"}
    records = *(sore(number) for number in (0, 5, 10, 15)), *(sharp(number, **thigh) for number in (20, 25))

    assert level(RECURRENT, at(26), *records) == "info info"
    assert level(RECURRENT, at(30, 21), *records, sharp(30, **thigh)) == "warning warning"


def test_soreness_that_lasts_too_long_is_no_longer_soreness(level):
    late = [sore(number, 4, 3, 3, 3, 0) for number in (0, 12, 24)]

    assert level(RECURRENT, at(28, 7), *late) == ""
    assert level(RECURRENT, at(28, 8), *late) == "warning warning"


@pytest.mark.parametrize(("score", "severity"), [(3, ""), (4, "warning")])
def test_a_first_entry_counts_from_4_on_until_the_next_one_says_soreness(score, severity, level):
    odd = [sharp(number, region="mid-back") for number in (0, 14)]
    third = [*leg_day(28), pain(at(29, 8), "mid-back", score)]
    soreness = pain(at(30, 8), "mid-back", score - 1)

    assert level(RECURRENT, at(29, 7, 59), *odd, third) == ""
    assert level(RECURRENT, at(29, 8), *odd, third) == severity
    assert level(RECURRENT, at(30, 7, 59), *odd, third, soreness) == severity
    assert level(RECURRENT, at(30, 8), *odd, third, soreness) == ""


def test_it_ends_sooner_when_the_newest_turns_out_to_be_soreness(level):
    odd = [sharp(number, region="mid-back") for number in (0, 10, 20)]
    newest = [*leg_day(28), pain(at(29, 8), "mid-back", 4), pain(at(30, 8), "mid-back", 2)]

    assert level(RECURRENT, at(41, 23, 59), *odd, newest) == "warning"
    assert level(RECURRENT, at(42, 0), *odd, newest) == ""


def test_a_red_flag_beside_it_says_that_it_is_not_soreness(level):
    records = [record for number in (0, 14, 28) for record in sore(number, region="mid-back")]
    fever = [symptom(at(number + 1, 9), "fever") for number in (0, 14, 28)]

    assert level(RECURRENT, at(31), records) == ""
    assert level(RECURRENT, at(31), records, fever) == "warning"


def test_headaches_after_training_are_unclear(level):
    def aches(score):
        return [[*leg_day(number), pain(at(number, 20), "head", score)] for number in (0, 14, 28)]

    assert level(RECURRENT, at(28, 21), *aches(3)) == ""
    assert level(RECURRENT, at(28, 21), *aches(4)) == "warning"


# flare-same-exercise

SAME = "flare-same-exercise"
FLARES = (20, 30, 40)


def days(*flares, last=45, usual=1):
    """An entry of the lower back each evening: a usual level, and 6 on the dates on which it flares."""
    return [pain(at(number), score=6 if number in flares else usual) for number in range(last)]


def lifted(*numbers, exercise="squat", hour=8):
    return [record for number in numbers for record in workout(at(number, hour), (exercise, 3, 5, 100))]


def test_an_exercise_before_three_flares_and_seldom_else(flag):
    found = flag(SAME, at(41), days(*FLARES), lifted(*FLARES))

    assert (found.severity, found.act, found.since) == ("caution", None, when(at(40)))
    assert found.subject == {"region": "lower-back", "exercise": "squat"}
    assert found.message == (
        "Squat: done before 3 of your last 3 flares of lower back pain (Mon 21 Sep, Thu 1 Oct and Sun 11 Oct). "
        "Of 27 ordinary days without a flare, 0 % had it on that day or on the two before. Coincidence is possible."
    )
    assert "coincidence" in found.advice
    assert (found.value, found.threshold.op, found.threshold.value) == (3, ">=", 3)
    assert found.details == {
        "name": "Squat",
        "flares": ["2026-09-21", "2026-10-01", "2026-10-11"],
        "of": 3,
        "ordinary_days": 27,
        "ordinary_pct": 0,
    }
    assert [one.table for one in found.evidence] == ["pain", "workouts"] * 3


@pytest.mark.parametrize(
    ("flares", "trained", "severity"),
    [
        ((20, 30), (20, 30), ""),
        ((20, 30, 40), (20, 30), ""),
        ((20, 30, 40), (20, 30, 39), "caution"),
        ((20, 30, 40), (20, 30, 37), "caution"),
        ((20, 30, 40), (20, 30, 36), ""),
        ((10, 16, 22, 28, 34, 40), (10, 16, 22), ""),
        ((10, 16, 22, 28, 34, 40), (16, 22, 28), "caution"),
    ],
    ids=[
        "two flares",
        "before two of three",
        "the day before counts",
        "72 h and less before",
        "more than 72 h before",
        "three of the last six",
        "three of the last five",
    ],
)
def test_in_the_linked_workout_of_three_of_the_last_five_flares(flares, trained, severity, level):
    assert level(SAME, at(40, 19), days(*flares), lifted(*trained, hour=18)) == severity


def test_only_the_linked_workout_counts(level):
    """A later one that loads the back is taken before the one that trained the chest."""
    chest = lifted(*FLARES, exercise="bench-press")
    loads = lifted(*FLARES, exercise="deadlift", hour=9)

    assert level(SAME, at(41), days(*FLARES), chest) == "caution"
    assert level(SAME, at(41), days(*FLARES), chest, lifted(20, exercise="deadlift", hour=9)) == ""
    assert level(SAME, at(41), days(*FLARES), chest, loads) == "caution"


@pytest.mark.parametrize(
    ("others", "percent", "severity"),
    [(range(1, 40, 7), 41, "caution"), (range(1, 40, 4), None, "")],
    ids=["now and then", "all the time"],
)
def test_what_is_done_all_the_time_is_no_sign(others, percent, severity, judged):
    trained = lifted(*sorted({*FLARES, *others}))

    said = judged(SAME, at(41), days(*FLARES), trained).flags

    assert " ".join(one.severity for one in said) == severity
    assert [round(one.details["ordinary_pct"]) for one in said] == ([percent] if percent else [])


def marked(*numbers):
    """Dates that the writer calls a flare, and one after each that is none."""
    return [
        entry
        for number in numbers
        for entry in (pain(at(number), score=6, flare=True), pain(at(number + 1), score=1))
    ]


def test_an_ordinary_day_is_at_risk_and_looks_at_its_date_and_the_two_before(judged):
    # Dates 5 to 19, 24 to 29 and 34 to 39 are at risk, and no flare begins on them.
    (found,) = judged(SAME, at(41), days(*FLARES), lifted(*FLARES, 9)).flags
    assert (found.details["ordinary_days"], found.details["ordinary_pct"]) == (
        27,
        pytest.approx(300 / 27, abs=1e-3),
    )

    (found,) = judged(SAME, at(41), days(*FLARES), lifted(*FLARES, 38, 39)).flags
    assert found.details["ordinary_pct"] == pytest.approx(200 / 27, abs=1e-3)

    (found,) = judged(SAME, at(41), days(*FLARES), lifted(*FLARES, 22)).flags
    assert found.details["ordinary_pct"] == pytest.approx(100 / 27, abs=1e-3)


@pytest.mark.parametrize(
    ("done", "severity"),
    [((5, 8), ""), ((5, 13), "caution"), ((3, 8, 12), ""), ((2, 8, 12), "")],
    ids=["six of ten", "five of ten", "two dates before the first count", "seven of ten"],
)
def test_done_around_less_than_60_percent_of_them(done, severity, level):
    # Dates 5 to 14 are the ordinary ones.
    usual = [pain(at(number), score=1) for number in range(15)]

    assert level(SAME, at(61), usual, marked(40, 50, 60), lifted(40, 50, 60, *done)) == severity


def test_flares_of_the_last_90_dates(level):
    usual = [pain(at(number), score=1) for number in range(20, 30)]

    assert level(SAME, at(90), usual, marked(0, 50, 89), lifted(0, 50, 89)) == "caution"
    assert level(SAME, at(91), usual, marked(0, 50, 90), lifted(0, 50, 90)) == ""


@pytest.mark.parametrize(("last", "percent"), [(94, 50), (95, 0)])
def test_ordinary_days_of_the_last_90_dates(last, percent, judged):
    # Dates 5 and 35 are ordinary; the exercise was done on the first of them.
    usual = [pain(at(number), score=1) for number in (*range(6), *range(30, 36))]
    flares = 60, 70, last

    (found,) = judged(SAME, at(last + 1), usual, marked(*flares), lifted(*flares, 5)).flags

    assert found.details["ordinary_pct"] == percent


def test_without_ordinary_days_nobody_can_tell(judged):
    said = judged(SAME, at(41), marked(*FLARES), lifted(*FLARES))

    assert said.flags == ()
    assert said.insufficient[0].missing == ("pain entries on ordinary days",)
    assert judged(SAME, at(47), marked(*FLARES), lifted(*FLARES)).insufficient == ()
    assert judged(SAME, at(41), marked(*FLARES), lifted(20, 30)).insufficient == ()


def test_it_stays_seven_days_and_the_next_flare_is_judged_anew(level):
    records = days(*FLARES, 45, last=46), lifted(*FLARES)

    assert level(SAME, at(44), *records) == "caution"
    assert level(SAME, at(52, 17, 59), *records) == "caution"
    assert level(SAME, at(52), *records) == ""
    seldom = days(20, 30, 40, 46, 50, 54, last=60), lifted(20, 30, 40)
    assert level(SAME, at(50, 17, 59), *seldom) == "caution"
    assert level(SAME, at(54, 17, 59), *seldom) == "caution"
    assert level(SAME, at(54), *seldom) == ""


def test_relief_exercises_are_done_because_it_hurts(level):
    assert level(SAME, at(41), days(*FLARES), lifted(*FLARES, exercise="childs-pose")) == ""


def test_another_place_has_flares_of_its_own(judged):
    left = [one.but(region="knee", side="left") for one in days(*FLARES)]

    (found,) = judged(SAME, at(41), left, lifted(*FLARES)).flags

    assert found.subject == {"region": "knee", "side": "left", "exercise": "squat"}


def trained(*numbers):
    """Three exercises in each of the workouts, the bench press once more on another day."""
    lifts = [(name, 3, 5, 60) for name in ("squat", "bench-press", "barbell-row")]
    together = [record for number in numbers for record in workout(at(number, 8), *lifts)]
    return [*together, *lifted(10, exercise="bench-press")]


def test_the_exercises_of_one_workout_are_told_together(flag):
    found = flag(SAME, at(41), days(*FLARES), trained(*FLARES))

    assert found.subject == {"region": "lower-back"}
    assert found.message == (
        "3 exercises were done before most of your last 3 flares of lower back pain (Mon 21 Sep, Thu 1 Oct and "
        "Sun 11 Oct): Barbell row (3 flares, and around 0 % of ordinary days), Squat (3 flares, and around 0 % of "
        "ordinary days) and Bench press (3 flares, and around 11 % of ordinary days). Coincidence is possible, and "
        "what is always done together cannot be told apart."
    )
    assert (found.value, len(found.evidence)) == (3, 6)
    assert [(one["exercise"], one["of"]) for one in found.details["exercises"]] == [
        ("barbell-row", 3),
        ("squat", 3),
        ("bench-press", 3),
    ]


def test_each_place_has_its_own(judged):
    knee = [one.but(region="knee", side="left") for one in days(*FLARES)]

    both = judged(SAME, at(41), days(*FLARES), knee, trained(*FLARES)).flags

    assert [one.subject for one in both] == [{"region": "knee", "side": "left"}, {"region": "lower-back"}]


def test_in_the_list_of_all_flags_they_stand_one_by_one(judged):
    said = judged(SAME, at(41), days(*FLARES), trained(*FLARES), past=True).flags

    assert [one.subject["exercise"] for one in said] == ["barbell-row", "bench-press", "squat"]


# flare-load-spike

SPIKE = "flare-load-spike"


def jumped(number, hour=8, **more):
    """A run at that time much longer than the one a week before: the jump is flagged."""
    return [*run(at(number - 7, hour), 5), *run(at(number, hour), 12, **more)]


def flared(number, hour=18, **more):
    """A flare after a usual level."""
    return [
        *(pain(at(day), score=1) for day in range(number - 10, number)),
        pain(at(number, hour), score=6, **more),
    ]


@pytest.mark.parametrize(
    ("hour", "minute", "severity"),
    [(8, 0, "info"), (8, 1, ""), (7, 59, "info")],
)
def test_a_flare_within_72_hours_after_a_jump(hour, minute, severity, level):
    usual = [pain(at(day), score=1) for day in range(10, 20)]
    flare = pain(at(23, hour, minute), score=6)

    assert level(SPIKE, at(23, 9), usual, flare, jumped(20)) == severity


@pytest.mark.parametrize(
    ("flare", "severity"),
    [
        ("2026-10-26 07:00+01:00", "info"),
        ("2026-10-26 07:01+01:00", ""),
        ("2026-10-26 15:00+09:00", "info"),
        ("2026-10-26 15:01+09:00", ""),
    ],
)
def test_the_summer_time_hour_and_travel_do_not_matter(flare, severity, level):
    runs = *run("2026-10-16 08:00+02:00", 5), *run("2026-10-23 08:00+02:00", 12)

    assert level(SPIKE, "2026-10-26 12:00", pain(flare, score=6, flare=True), runs) == severity


def test_it_says_which_jump(flag):
    found = flag(SPIKE, at(21), flared(20), jumped(20))

    assert (found.severity, found.since, found.subject) == ("info", when(at(20)), {"region": "lower-back"})
    assert found.message == (
        "A flare began: lower back: 6 of 10 (Mon 21 Sep, 18:00). It came within 72 h after a jump in training: "
        "12 km on Mon 21 Sep: 140 % longer than any run in 30 days (the longest: 5 km on Mon 14 Sep)."
    )
    assert (found.value, found.unit, found.threshold.op, found.threshold.value) == (10, "h", "<=", 72)
    assert [one.table for one in found.evidence] == ["pain", "workouts", "workouts"]
    (spike,) = found.details["spikes"]
    assert (spike["rule"], spike["since"]) == ("spike-session-distance", when(at(20, 8)).isoformat())


def test_a_jump_after_the_flare_has_nothing_to_do_with_it(level):
    assert level(SPIKE, at(21), flared(20), jumped(20, hour=19)) == ""
    assert level(SPIKE, at(21), flared(20), jumped(20, hour=18)) == "info"


def test_several_jumps_are_told_together(flag):
    weights = [
        record
        for number, kg in ((12, 60), (15, 60), (19, 90))
        for record in workout(at(number, 8), ("bench-press", 3, 5, kg))
    ]

    found = flag(SPIKE, at(21), flared(20), jumped(20), weights)

    rules = [one["rule"] for one in found.details["spikes"]]
    assert rules[-1] == "spike-session-distance"
    assert "spike-session-weight" in rules
    assert f"within 72 h after {len(rules)} jumps in training, the last of them: " in found.message


def test_without_a_flare_or_without_a_jump_there_is_nothing_to_link(judged):
    calm = [pain(at(day), score=1) for day in range(10, 21)]

    for records in ([], flared(20), [*calm, *jumped(20)], [*flared(20), *run(at(13), 5), *run(at(20, 8), 5)]):
        said = judged(SPIKE, at(21), records)
        assert (said.flags, said.insufficient) == ((), ())


def test_every_flare_is_linked_for_seven_days_or_until_the_next(judged):
    records = [
        *(pain(at(day), score=6 if day in (20, 25) else 1) for day in range(10, 33)),
        *jumped(20),
        *run(at(25, 8), 30),
    ]

    said = judged(SPIKE, at(33), records, past=True).flags

    assert [(one.since, one.until) for one in said] == [
        (when(at(25)), when(at(32))),
        (when(at(20)), when(at(25))),
    ]


def test_a_flare_that_the_writer_marked(level):
    assert level(SPIKE, at(20, 19), pain(at(20), score=2, flare=True), jumped(20)) == "info"
    assert level(SPIKE, at(20, 19), pain(at(20), score=2), jumped(20)) == ""


def test_an_entry_or_a_workout_without_a_time_may_be_half_a_day_off(judged, level):
    noon = pain(at(20, 12), score=6, flare=True, time_known=False)

    assert level(SPIKE, at(20, 13), noon, jumped(19)) == "info"
    said = judged(SPIKE, at(20, 13), noon, jumped(20))
    assert said.flags == ()
    assert said.insufficient[0].missing == ("the time of the pain entry",)
    assert level(SPIKE, at(20, 13), noon, jumped(20), jumped(19)[:2]) == ""

    marked = pain(at(20, 18), score=6, flare=True)
    untimed = jumped(20, hour=12, time_known=False)
    said = judged(SPIKE, at(20, 19), marked, untimed)
    assert said.insufficient[0].missing == ("the time of the workout",)
    assert judged(SPIKE, at(28), marked, untimed).insufficient == ()
