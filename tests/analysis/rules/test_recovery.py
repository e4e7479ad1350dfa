"""Rest of muscle groups, and training of what hurts."""

import pytest
from journals import CATALOGUE, pain, run, when, workout

from journal.analysis.engine import evaluate
from journal.analysis.frames import Frames

CONSECUTIVE, SHORT, THROUGH = "same-muscle-consecutive-days", "muscle-rest-short", "trained-through-pain"


def bench(at, sets=4, **more):
    return workout(at, ("bench-press", sets, 8, 60), **more)


def subjects(judgement):
    return sorted(found.subject["muscle"] for found in judgement.flags)


# same-muscle-consecutive-days


@pytest.mark.parametrize(
    ("first", "second", "severity"),
    [
        (bench("2026-11-19 18:00"), bench("2026-11-20 18:00"), "caution"),
        (bench("2026-11-19 18:00", 2), bench("2026-11-20 18:00", 2), "caution"),
        (bench("2026-11-19 18:00", 1), bench("2026-11-20 18:00", 4), "info"),
        (bench("2026-11-19 18:00", 3), workout("2026-11-20 18:00", ("push-up", 4, 10)), "info"),
        (bench("2026-11-19 18:00", 4), workout("2026-11-20 18:00", ("push-up", 4, 10)), "caution"),
        (bench("2026-11-18 18:00"), bench("2026-11-20 18:00"), ""),
        (bench("2026-11-20 08:00"), bench("2026-11-20 18:00"), ""),
        (bench("2026-11-19 23:30"), bench("2026-11-20 00:30"), "caution"),
        (bench("2026-11-19 18:00"), workout("2026-11-20 18:00", ("overhead-press", 4, 8, 40)), ""),
        (bench("2026-11-19 18:00", rpe=3), bench("2026-11-20 18:00"), ""),
        (bench("2026-11-19 18:00", rpe=3.5), bench("2026-11-20 18:00"), ""),
        (bench("2026-11-19 18:00", rpe=4), bench("2026-11-20 18:00"), "caution"),
    ],
    ids=[
        *(
            "four sets on both",
            "one exercise twice",
            "one set before",
            "three sets of another",
            "four of another",
        ),
        *(
            "a day between",
            "one date",
            "across midnight",
            "only trained second",
            "easy",
            "still easy",
            "not so easy",
        ),
    ],
)
def test_one_primary_group_on_two_dates_running(first, second, severity, level):
    assert level(CONSECUTIVE, "2026-11-20 23:00", first, second) == severity


def test_it_says_how_many_sets_on_which_dates(flag):
    found = flag(CONSECUTIVE, "2026-11-20 23:00", bench("2026-11-19 18:00", 5), bench("2026-11-20 18:00", 6))

    assert found.message == "Chest on two dates running: 5 working sets on Thu 19 Nov, 6 on Fri 20 Nov."
    assert (found.subject, found.since) == ({"muscle": "chest"}, when("2026-11-20 18:00"))
    assert len(found.evidence) == 2
    one = flag(CONSECUTIVE, "2026-11-20 23:00", bench("2026-11-19 18:00", 1), bench("2026-11-20 18:00", 6))
    assert one.message == "Chest on two dates running: 1 working set on Thu 19 Nov, 6 on Fri 20 Nov."


@pytest.mark.parametrize(
    "exercise",
    ["plank", "childs-pose", "knees-to-chest", "elliptical", "cat-cow", "run", "ride", "swim", "walk"],
)
def test_gentle_work_and_endurance_do_not_count(exercise, judged):
    records = [workout(f"2026-11-{day} 18:00", (exercise, 4, 10)) for day in (19, 20)]

    assert judged(CONSECUTIVE, "2026-11-20 23:00", *records).flags == ()
    assert judged(SHORT, "2026-11-20 23:00", *records, pain("2026-11-20 08:00", "thigh-front", 3)).flags == ()


def test_endurance_counts_when_the_reader_wants_it():
    records = [*run("2026-11-19 08:00", 5), *run("2026-11-20 08:00", 5)]

    history = evaluate(
        Frames.of(records, CATALOGUE), {CONSECUTIVE: {"include_endurance": True}}, rules=[CONSECUTIVE]
    )

    assert {one.subject["muscle"] for one in history.occurrences} == {"quads", "calves"}


def test_an_easy_set_does_not_count_in_a_hard_session(level):
    hard, *sets = bench("2026-11-20 18:00", 4, rpe=8)
    easy = [one.but(rpe=3) for one in sets]

    assert level(CONSECUTIVE, "2026-11-20 23:00", bench("2026-11-19 18:00"), hard, *sets) == "caution"
    assert level(CONSECUTIVE, "2026-11-20 23:00", bench("2026-11-19 18:00"), hard, *easy) == ""


def test_two_sessions_on_one_date_count_once_and_add_up(judged):
    records = bench("2026-11-19 18:00", 1), bench("2026-11-20 08:00", 1), bench("2026-11-20 18:00", 1)

    assert [one.since for one in judged(CONSECUTIVE, "2026-11-20 23:00", *records).flags] == [
        when("2026-11-20 08:00")
    ]
    more = bench("2026-11-19 18:00", 2), bench("2026-11-20 08:00", 1), bench("2026-11-20 18:00", 1)
    (found,) = judged(CONSECUTIVE, "2026-11-20 23:00", *more).flags
    assert (found.severity, found.since) == ("caution", when("2026-11-20 18:00"))


def test_each_pair_of_dates_is_raised_and_the_newest_takes_the_place_of_the_last(judged):
    records = [bench(f"2026-11-{day} 18:00") for day in (17, 18, 19)]

    said = judged(CONSECUTIVE, "2026-11-20 08:00", *records, past=True).flags

    assert [(one.status, one.since.day, one.until and one.until.day) for one in said] == [
        ("active", 19, None),
        ("past", 18, 19),
    ]
    assert judged(CONSECUTIVE, "2026-11-26 18:00", *records).flags == ()


def test_the_local_dates_count_also_when_travelling(level):
    tokyo, lima = bench("2026-11-19 23:00+09:00"), bench("2026-11-20 22:00-05:00")

    assert level(CONSECUTIVE, "2026-11-21 12:00", tokyo, lima) == "caution"
    assert level(SHORT, "2026-11-21 12:00", tokyo, lima) == ""


# muscle-rest-short


@pytest.mark.parametrize(
    ("second", "severity"),
    [
        (bench("2026-11-20 15:00"), "caution"),
        (bench("2026-11-20 15:00", 3), ""),
        (bench("2026-11-20 15:01"), ""),
    ],
    ids=["under 44 h", "three sets", "44 h"],
)
def test_a_large_group_needs_two_days_less_the_tolerance(second, severity, level):
    late = bench("2026-11-18 18:01", minutes=60)

    assert level(SHORT, "2026-11-20 23:00", late, second) == severity


@pytest.mark.parametrize(
    ("second", "severity"),
    [
        ("2026-11-20 14:59", "info"),
        ("2026-11-20 15:00", "info"),
        ("2026-11-21 14:59", "info"),
        ("2026-11-21 15:00", ""),
    ],
)
def test_while_it_hurts_there_a_large_group_needs_three_days_and_few_sets_count(second, severity, level):
    sore = pain("2026-11-19 20:00", "chest", 2)

    assert level(SHORT, "2026-11-21 23:00", bench("2026-11-18 18:00", 1), bench(second, 1), sore) == severity


@pytest.mark.parametrize(
    ("second", "severity"), [("20:59", "info"), ("21:00", "")], ids=["under 20 h", "20 h"]
)
def test_a_small_group_needs_a_day_less_the_tolerance_while_it_hurts_there(second, severity, level):
    night = workout("2026-11-19 00:00", ("dumbbell-curl", 3, 10, 10))
    evening = workout(f"2026-11-19 {second}", ("hammer-curl", 1, 10, 10))
    hurts = pain("2026-11-19 06:00", "elbow", 2)

    assert level(SHORT, "2026-11-19 23:00", night, evening, hurts) == severity
    assert level(SHORT, "2026-11-19 23:00", night, evening) == ""
    assert level(SHORT, "2026-11-19 23:00", night, evening, hurts.but(region="knee")) == ""


def test_it_says_how_long_the_rest_was(flag):
    found = flag(
        SHORT, "2026-11-20 23:00", bench("2026-11-18 18:30", minutes=None), bench("2026-11-20 14:30")
    )

    assert found.message == (
        "Only 43 h since chest (Wed 18 Nov, 19:30, end assumed); the article suggests 48 h."
    )
    assert (found.value, found.threshold.op, found.threshold.value) == (43, "<", 44)


def test_of_the_two_rules_about_rest_only_the_higher_speaks(judged):
    both = bench("2026-11-19 23:30"), bench("2026-11-20 00:30")
    assert subjects(judged(CONSECUTIVE, "2026-11-20 23:00", *both)) == ["chest"]
    assert judged(SHORT, "2026-11-20 23:00", *both).flags == ()

    twice_today = bench("2026-11-19 08:00", 1), bench("2026-11-20 08:00"), bench("2026-11-20 18:00")
    assert judged(CONSECUTIVE, "2026-11-20 19:00", *twice_today).flags[0].since == when("2026-11-20 08:00")
    assert [one.severity for one in judged(SHORT, "2026-11-20 19:00", *twice_today).flags] == ["caution"]


def test_without_a_time_a_verdict_needs_hours_that_are_long_or_short_enough(judged):
    bare = bench("2026-11-18 12:00", time_known=False)

    said = judged(SHORT, "2026-11-20 23:00", bare, bench("2026-11-20 12:00"))
    assert (said.flags, said.insufficient[0].missing) == ((), ("the time of the workout",))
    assert judged(SHORT, "2026-11-20 23:00", bare, bench("2026-11-21 12:00")).insufficient == ()
    assert subjects(judged(CONSECUTIVE, "2026-11-20 23:00", bare, bench("2026-11-19 08:00"))) == ["chest"]


# trained-through-pain


SQUATS = workout("2026-11-20 18:00", ("squat", 3, 5, 100))


@pytest.mark.parametrize(
    ("entry", "severity"),
    [
        (pain("2026-11-20 12:00", score=3), ""),
        (pain("2026-11-20 12:00", score=3, qualities=["sharp"]), ""),
        (pain("2026-11-20 12:00", score=4), "caution"),
        (pain("2026-11-20 12:00", score=6), "caution"),
        (pain("2026-11-20 12:00", score=7), "warning"),
        (pain("2026-11-20 12:00", score=4, qualities=["sharp"]), "warning"),
        (pain("2026-11-20 12:00", score=4, radiates_to="thigh"), "warning"),
        (pain("2026-11-20 12:00", score=4, radiates_to="none"), "caution"),
        (pain("2026-11-19 18:00", score=4), "caution"),
        (pain("2026-11-19 17:59", score=4), ""),
        (pain("2026-11-20 18:00", score=4), "caution"),
        (pain("2026-11-20 18:01", score=4), ""),
        (pain("2026-11-20 12:00", "knee", 5, side="left"), "caution"),
        (pain("2026-11-20 12:00", "wrist", 5, side="left"), ""),
        (pain("2026-11-20 12:00", "head", 5), ""),
    ],
)
def test_a_workout_that_loads_what_hurt_within_24_hours(entry, severity, level):
    assert level(THROUGH, "2026-11-20 20:00", SQUATS, entry) == severity


def test_only_the_latest_entry_counts(level):
    eased = pain("2026-11-20 08:00", score=6), pain("2026-11-20 12:00", score=3)

    assert level(THROUGH, "2026-11-20 20:00", SQUATS, *eased) == ""


@pytest.mark.parametrize(
    "gentle",
    [
        workout("2026-11-20 18:00", ("childs-pose", 2, 1), ("knees-to-chest", 2, 5)),
        workout("2026-11-20 18:00", ("bench-press", 3, 8, 60)),
        workout("2026-11-20 18:00", ("elliptical", 1, 1)),
    ],
    ids=["relief", "another place", "low impact"],
)
def test_what_does_not_load_the_place_is_no_training_of_it(gentle, level):
    assert level(THROUGH, "2026-11-20 20:00", gentle, pain("2026-11-20 12:00", score=8)) == ""


def test_it_names_the_workout_the_place_and_what_loaded_it(flag):
    found = flag(THROUGH, "2026-11-20 20:00", SQUATS, pain("2026-11-20 12:00", score=5))

    assert found.message == (
        "The workout of Fri 20 Nov, 18:00 loads the lower back, which hurt 6 h before: "
        "lower back: 5 of 10 (Fri 20 Nov, 12:00)."
    )
    assert found.details == {"age_h": 6, "loaded_by": ["squat"]}
    assert found.subject == {"region": "lower-back"}
    assert [one.table for one in found.evidence] == ["pain", "workouts"]


def test_every_workout_is_told_and_the_newest_takes_the_place_of_the_last(judged):
    pains = [pain(f"2026-11-{day} 12:00", score=5) for day in (18, 20)]
    again = workout("2026-11-18 18:00", ("squat", 3, 5, 100))

    (found,) = judged(THROUGH, "2026-11-20 20:00", SQUATS, again, *pains).flags
    assert found.since == when("2026-11-20 18:00")
    assert judged(THROUGH, "2026-11-27 18:00", SQUATS, again, *pains).flags == ()


@pytest.mark.parametrize(
    ("records", "missing"),
    [
        ([*SQUATS, pain("2026-11-20 12:00", score=5, time_known=False)], "the time of the pain entry"),
        (
            [
                *workout("2026-11-20 12:00", ("squat", 3, 5, 100), time_known=False),
                pain("2026-11-20 08:00", score=5),
            ],
            "the time of the workout",
        ),
    ],
)
def test_without_a_time_nobody_knows_which_came_first(records, missing, judged):
    said = judged(THROUGH, "2026-11-20 20:00", records)

    assert (said.flags, [one.missing for one in said.insufficient]) == ((), [(missing,)])


@pytest.mark.parametrize("rule", [CONSECUTIVE, SHORT, THROUGH])
@pytest.mark.parametrize(
    "records", [[], [SQUATS], [pain("2026-11-20 12:00", score=9)]], ids=["empty", "one", "pain"]
)
def test_an_empty_journal_and_a_single_record_say_nothing(rule, records, judged):
    said = judged(rule, "2026-11-20 20:00", *records)

    assert (said.flags, said.insufficient) == ((), ())


def test_pain_that_came_during_a_workout_was_not_there_before_it(judged):
    at = "2026-11-20 18:00"
    deadlifts = workout(at, ("deadlift", 5, 5, 120))
    for context, rules in (
        ("during", []),
        ("right-after", []),
        (None, ["avoid-while-painful", "trained-through-pain"]),
    ):
        told = [*deadlifts, pain(at, score=7, context=context)]
        found = [
            one.rule
            for rule in ("avoid-while-painful", "trained-through-pain")
            for one in judged(rule, "2026-11-20 20:00", *told).flags
        ]
        assert found == rules
