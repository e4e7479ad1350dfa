"""The steps of a return to training: the first session beside those before the pain, and each one beside the last."""

import pytest
from journals import pain, reader, run, when, workout

from journal.analysis.answers.trying import check
from journal.records import Session

HEAVY, STEP = "return-too-heavy", "return-step-too-big"
HURT = pain("2026-11-02 08:00", score=6)
EASED = pain("2026-11-03 08:00", score=2)
WAY = [HURT, EASED]
KNEE = [pain("2026-11-02 08:00", "knee", 6, side="left"), pain("2026-11-03 08:00", "knee", 2, side="left")]


def lift(at, kg, sets=1, reps=10, slug="squat", **more):
    """Squats of so many kg: with one set of ten, ten times as much is the tonnage."""
    return workout(at, (slug, sets, reps, kg), **more)


def usual(*amounts):
    """Sessions before the pain, the last one first, three days apart."""
    return [one for back, kg in enumerate(amounts) for one in lift(f"2026-10-{30 - 3 * back} 18:00", kg)]


# return-too-heavy


@pytest.mark.parametrize(
    ("kg", "severity"),
    [(40, ""), (50, ""), (50.1, "info"), (80, "info"), (80.1, "caution"), (120, "caution")],
    ids=["40 %", "50 %", "over 50 %", "80 %", "over 80 %", "more than before"],
)
def test_the_first_session_beside_the_median_of_those_before_the_pain(kg, severity, level):
    assert level(HEAVY, "2026-11-05 20:00", usual(100, 100), WAY, lift("2026-11-05 18:00", kg)) == severity


@pytest.mark.parametrize(
    ("before", "kg", "severity"),
    [
        ((100, 100, 50, 50, 10), 60, "info"),
        ((100, 100, 50, 50, 10), 60.1, "caution"),
        ((50, 50, 50, 50, 300, 300), 40, "info"),
        ((100, 50), 60.1, "caution"),
    ],
    ids=["the median of 4", "above it", "the last 4 only", "2 will do"],
)
def test_four_sessions_count_and_two_will_do(before, kg, severity, level):
    assert level(HEAVY, "2026-11-05 20:00", usual(*before), WAY, lift("2026-11-05 18:00", kg)) == severity


@pytest.mark.parametrize(
    ("at", "severity"), [("2026-10-05 18:00", "caution"), ("2026-10-04 18:00", "")], ids=["28 dates", "29"]
)
def test_sessions_of_28_dates_before_the_pain_count(at, severity, level):
    before = lift(at, 100), lift("2026-10-30 18:00", 100)

    assert level(HEAVY, "2026-11-05 20:00", *before, WAY, lift("2026-11-05 18:00", 100)) == severity


def test_only_what_loads_the_place_is_lifted_for_it(level):
    benched = workout("2026-11-05 18:00", ("squat", 1, 10, 40), ("bench-press", 5, 10, 100))

    assert level(HEAVY, "2026-11-05 20:00", usual(100, 100), WAY, benched) == ""


def test_only_the_first_session_of_a_return_is_compared_and_each_return_has_one(judged):
    first = lift("2026-11-05 18:00", 40), lift("2026-11-07 18:00", 100)
    assert judged(HEAVY, "2026-11-07 20:00", usual(100, 100), WAY, *first).flags == ()

    back = [pain("2026-11-08 08:00", score=5), pain("2026-11-09 08:00", score=1)]
    again = lift("2026-11-10 18:00", 90)
    (found,) = judged(HEAVY, "2026-11-10 20:00", usual(100, 100), WAY, *first, back, again).flags
    assert found.since == when("2026-11-10 18:00")


@pytest.mark.parametrize(
    ("km", "minutes", "rpe", "severity"),
    [(9, 50, 5, ""), (9, 51, 5, "info"), (9, 80, 5, "info"), (9, 81, 5, "caution"), (9, 50, 9, "caution")],
)
def test_without_weights_the_loads_are_compared(km, minutes, rpe, severity, level):
    before = run("2026-10-28 08:00", 10, 100, 5), run("2026-10-30 08:00", 10, 100, 5)

    assert (
        level(HEAVY, "2026-11-05 20:00", *before, KNEE, run("2026-11-05 08:00", km, minutes, rpe)) == severity
    )


def test_it_tells_both_amounts(flag):
    first = lift("2026-11-05 18:00", 90)
    found = flag(HEAVY, "2026-11-05 20:00", usual(100, 120), WAY, first)

    assert found.message == (
        "The first session that loads the lower back after its pain (Thu 5 Nov) comes to 81.8 % of what was usual "
        "before: 900 kg lifted, median 1,100 of 2 sessions."
    )
    assert (round(found.value, 1), found.unit, found.threshold.value) == (81.8, "%", 80)
    assert found.details == {"measure": "tonnage", "now": 900, "usual": 1100, "sessions": 2}
    assert len(found.evidence) == 3


def test_it_lasts_a_week(judged):
    records = usual(100, 100), WAY, lift("2026-11-05 18:00", 90)

    assert judged(HEAVY, "2026-11-12 17:59", *records).flags
    assert judged(HEAVY, "2026-11-12 18:00", *records).flags == ()


@pytest.mark.parametrize(
    ("before", "first", "missing"),
    [
        ([], lift("2026-11-05 18:00", 90), None),
        (
            usual(100),
            lift("2026-11-05 18:00", 90),
            "2 workouts that load the lower back in the 28 days before its pain",
        ),
        (
            [*lift("2026-10-28 18:00", None, rpe=5), *lift("2026-10-30 18:00", None, rpe=5)],
            lift("2026-11-05 18:00", None),
            "the effort and the minutes of the workouts",
        ),
        (
            [*lift("2026-10-28 18:00", None), *lift("2026-10-30 18:00", None)],
            lift("2026-11-05 18:00", None),
            None,
        ),
    ],
    ids=["none before", "one before", "no effort now", "never any effort"],
)
def test_what_cannot_be_compared_is_named(before, first, missing, judged):
    said = judged(HEAVY, "2026-11-05 20:00", before, WAY, first)

    assert said.flags == ()
    assert [one.missing for one in said.insufficient] == ([] if missing is None else [(missing,)])


# return-step-too-big


@pytest.mark.parametrize(
    ("second", "severity"),
    [
        (lift("2026-11-07 18:00", 55, reps=10), ""),
        (lift("2026-11-07 18:00", 55.1, reps=5), "caution"),
        (lift("2026-11-07 18:00", 50, reps=13), ""),
        (lift("2026-11-07 18:00", 50, reps=14), "caution"),
        (lift("2026-11-07 18:00", 40), ""),
        (lift("2026-11-07 18:00", 100, slug="deadlift"), ""),
        (lift("2026-11-20 18:00", 100), ""),
    ],
    ids=[
        "10 % more weight",
        "over 10 %",
        "30 % more volume",
        "over 30 %",
        "less",
        "another exercise",
        "normal again",
    ],
)
def test_each_later_session_of_a_return_beside_the_one_before(second, severity, level):
    evening = f"{second[0].started_at:%Y-%m-%d} 20:00"

    assert level(STEP, evening, WAY, lift("2026-11-05 18:00", 50), second) == severity


def test_the_last_time_of_the_same_exercise_counts(level):
    between = lift("2026-11-06 18:00", 60, slug="deadlift")
    steps = lift("2026-11-05 18:00", 50), between, lift("2026-11-07 18:00", 54)

    assert level(STEP, "2026-11-07 20:00", WAY, *steps) == ""
    assert level(STEP, "2026-11-08 20:00", WAY, *steps, lift("2026-11-08 18:00", 59)) == ""
    assert level(STEP, "2026-11-08 20:00", WAY, *steps, lift("2026-11-08 18:00", 60)) == "caution"


def test_sessions_before_the_pain_are_no_steps(level):
    assert level(STEP, "2026-11-05 20:00", usual(30, 30), WAY, lift("2026-11-05 18:00", 50)) == ""


def test_what_does_not_load_the_place_may_go_up(level):
    steps = lift("2026-11-05 18:00", 50), lift("2026-11-05 19:00", 20, slug="bench-press")

    assert (
        level(STEP, "2026-11-07 20:00", WAY, *steps, lift("2026-11-07 18:00", 80, slug="bench-press")) == ""
    )


@pytest.mark.parametrize(("km", "severity"), [(6.5, ""), (6.6, "caution")])
def test_runs_go_up_by_their_distance(km, severity, level):
    assert level(STEP, "2026-11-07 20:00", KNEE, run("2026-11-05 08:00", 5), run("2026-11-07 08:00", km)) == (
        severity
    )


@pytest.mark.parametrize(("reps", "severity"), [(13, ""), (14, "caution")])
def test_work_without_weights_goes_up_by_its_repetitions(reps, severity, level):
    jumps = (
        lift("2026-11-05 18:00", None, slug="box-jump"),
        lift("2026-11-07 18:00", None, 1, reps, "box-jump"),
    )

    assert level(STEP, "2026-11-07 20:00", WAY, *jumps) == severity


def test_it_tells_the_largest_step_and_names_the_others(flag):
    first = workout("2026-11-05 18:00", ("squat", 1, 10, 50), ("deadlift", 1, 5, 60))
    second = workout("2026-11-07 18:00", ("squat", 1, 10, 60), ("deadlift", 1, 7, 60))
    found = flag(STEP, "2026-11-07 20:00", WAY, first, second)

    assert found.message == (
        "Squat on Sat 7 Nov: 60 kg after 50 kg, 20 % more weight than on Thu 5 Nov, while the lower back is "
        "returning to training."
    )
    assert (round(found.value, 6), found.threshold.value) == (20, 10)
    assert found.details == {
        "steps": {
            "squat": {"weight_pct": 20, "volume_pct": 20},
            "deadlift": {"weight_pct": 0, "volume_pct": 40},
        }
    }
    assert [one.id for one in found.evidence] == [str(second[0].id), str(first[0].id)]


def test_a_step_in_volume_is_told_as_one(flag):
    found = flag(STEP, "2026-11-07 20:00", WAY, lift("2026-11-05 18:00", 50), lift("2026-11-07 18:00", 50, 2))

    assert found.message.startswith("Squat on Sat 7 Nov: 100 % more volume than on Thu 5 Nov, ")
    assert (found.value, found.threshold.value) == (100, 30)


def test_of_several_steps_the_newest_stands(judged):
    steps = [lift(f"2026-11-0{day} 18:00", kg) for day, kg in ((5, 50), (6, 60), (7, 70))]

    (found,) = judged(STEP, "2026-11-07 20:00", WAY, *steps).flags
    assert found.since == when("2026-11-07 18:00")
    assert judged(STEP, "2026-11-14 18:00", WAY, *steps).flags == ()


@pytest.mark.parametrize(
    ("rule", "before", "kg", "way_out"),
    [
        (HEAVY, usual(100, 100), 100, "take 50 kg for squat"),
        (STEP, lift("2026-11-05 18:00", 50), 70, "take 55 kg for squat"),
    ],
)
def test_a_plan_is_told_what_would_be_a_smaller_step(rule, before, kg, way_out):
    made, *sets = lift("2026-11-07 18:00", kg, minutes=None)
    planned = Session(made, tuple(sets))
    (found,) = check(reader([*before, *WAY]), [planned], when("2026-11-07 17:00")).judgement.flags[:1]

    assert (found.rule, found.details["avoid"]) == (rule, way_out)


@pytest.mark.parametrize("rule", [HEAVY, STEP])
@pytest.mark.parametrize(
    "records", [[], [lift("2026-11-05 18:00", 100)], [HURT]], ids=["empty", "a workout", "a pain"]
)
def test_an_empty_journal_and_a_single_record_say_nothing(rule, records, judged):
    said = judged(rule, "2026-11-05 20:00", *records)

    assert (said.flags, said.insufficient) == ((), ())
