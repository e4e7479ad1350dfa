"""Going back to training: too early, pain that comes back, core work first, and what needs a clearance."""

import pytest
from journals import care, pain, run, symptom, when, workout

EARLY, BACK, CORE, CLEARANCE = (
    "return-too-early",
    "return-pain-back",
    "return-core-first",
    "return-clearance",
)
HURT = pain("2026-11-02 08:00", score=6)
EASED = pain("2026-11-03 08:00", score=2)
AT = "2026-11-02 18:00"


def squats(at, rpe=7, minutes=60, **more):
    return workout(at, ("squat", 3, 5, 60), rpe=rpe, minutes=minutes, **more)


# return-too-early


@pytest.mark.parametrize(
    ("records", "severity"),
    [
        ([HURT, *squats("2026-11-02 18:00")], "caution"),
        ([HURT, pain("2026-11-02 12:00", score=1), *squats("2026-11-02 18:00")], "caution"),
        ([HURT, pain("2026-11-02 12:00", score=4), *squats("2026-11-03 07:59")], "caution"),
        ([HURT, pain("2026-11-02 12:00", score=4), *squats("2026-11-03 08:00")], ""),
        ([HURT, *squats("2026-11-03 08:00")], "caution"),
        ([HURT, pain("2026-11-03 12:00", score=7), *squats("2026-11-03 18:00")], "caution"),
        ([HURT, EASED, *squats("2026-11-03 18:00")], ""),
        ([pain("2026-11-02 08:00", score=3), *squats("2026-11-02 18:00")], ""),
        ([HURT, *workout("2026-11-02 18:00", ("bench-press", 3, 5, 60), rpe=7)], ""),
        ([HURT, *workout("2026-11-02 18:00", ("plank", 3, 1), rpe=7)], ""),
        ([HURT, *squats("2026-11-02 07:59")], ""),
        ([HURT, *squats("2026-11-02 08:00")], "caution"),
        ([HURT.but(context="during"), *squats("2026-11-02 08:00")], ""),
        ([HURT, *squats("2026-11-05 07:59")], "caution"),
        ([HURT, *squats("2026-11-05 08:00")], ""),
    ],
    ids=[
        "the same day",
        "eased, but under 24 h",
        "24 h less a minute",
        "24 h, and eased",
        "24 h, and not eased",
        "worse",
        "settled",
        "mild, never in pain",
        "another place",
        "gentle core",
        "before the pain",
        "as it began",
        "came during it",
        "silence is not better",
        "lapsed",
    ],
)
def test_a_workout_on_a_place_in_pain_that_is_new_or_no_better(records, severity, level):
    assert level(EARLY, "2026-11-05 20:00", records) == severity


@pytest.mark.parametrize(("rpe", "severity"), [(4.5, ""), (5, "caution"), (10, "caution")])
def test_it_takes_an_effort_of_5(rpe, severity, level):
    assert level(EARLY, "2026-11-02 20:00", HURT, squats("2026-11-02 18:00", rpe)) == severity


@pytest.mark.parametrize(("late", "severity"), [([5, 5], "caution"), ([4, 4], "")], ids=["1 less", "2 less"])
def test_from_72_h_on_the_medians_of_the_first_and_the_last_days_are_compared(late, severity, level):
    days = [HURT.but(score=6), pain("2026-11-04 08:00", score=6)]
    days += [pain(f"2026-11-0{day} 08:00", score=score) for day, score in zip((5, 6), late, strict=True)]

    assert level(EARLY, "2026-11-06 20:00", days, squats("2026-11-06 18:00")) == severity


def test_too_early_says_how_hard_when_and_how_it_hurt(flag):
    found = flag(EARLY, "2026-11-02 20:00", HURT, squats("2026-11-02 18:00"))

    assert found.message == (
        "The workout of Mon 2 Nov, 18:00, effort 7 of 10, loads the lower back 10 h after its pain began, "
        "which had not eased: lower back: 6 of 10 (Mon 2 Nov, 08:00)."
    )
    assert (found.value, found.unit, found.threshold.op, found.threshold.value) == (7, "RPE", ">=", 5)
    assert found.subject == {"region": "lower-back"}
    assert found.details == {"hours": 10, "improved": False}
    assert [one.table for one in found.evidence] == ["pain", "workouts"]


def rated(at, *efforts):
    """Squats of which each set has its own effort, the session none."""
    made, *sets = squats(at, None)
    return [made, *(one.but(rpe=effort) for one, effort in zip(sets, efforts, strict=True))]


def test_where_the_session_has_no_effort_that_of_its_hardest_set_counts(flag, judged):
    assert flag(EARLY, "2026-11-02 20:00", HURT, rated("2026-11-02 18:00", 4, 8, None)).value == 8
    easy = judged(EARLY, "2026-11-02 20:00", HURT, rated("2026-11-02 18:00", 4, 4.5, None))
    assert (easy.flags, easy.insufficient) == ((), ())
    asked = judged(EARLY, "2026-11-02 20:00", HURT, rated("2026-10-20 18:00", 4, 4, 4), squats(AT, None))
    assert [one.missing for one in asked.insufficient] == [("the effort of the workout (its RPE)",)]


def test_too_early_lasts_a_week_and_the_next_one_takes_its_place(judged):
    records = HURT, squats("2026-11-02 18:00"), squats("2026-11-03 18:00")

    (found,) = judged(EARLY, "2026-11-03 20:00", *records).flags
    assert found.since == when("2026-11-03 18:00")
    assert judged(EARLY, "2026-11-10 17:59", *records).flags
    assert judged(EARLY, "2026-11-10 18:00", *records).flags == ()


@pytest.mark.parametrize(
    ("records", "missing"),
    [
        ([HURT, *squats("2026-11-02 18:00", None)], None),
        (
            [HURT, *squats("2026-10-10 18:00"), *squats("2026-11-02 18:00", None)],
            "the effort of the workout (its RPE)",
        ),
        ([HURT, *squats("2026-10-01 18:00"), *squats("2026-11-02 18:00", None)], None),
        ([HURT.but(time_known=False), *squats("2026-11-02 18:00")], "the time of the pain entry"),
        ([HURT, *squats("2026-11-02 12:00", time_known=False)], "the time of the workout"),
        (
            [HURT, pain("2026-11-02 12:00", score=4), *squats("2026-11-03 12:00", time_known=False)],
            "the time of the workout",
        ),
    ],
    ids=[
        "no effort, never told",
        "no effort",
        "no effort for 28 days",
        "the pain has no time",
        "the workout has no time",
        "maybe a day later",
    ],
)
def test_what_is_not_known_is_named(records, missing, judged):
    said = judged(EARLY, "2026-11-03 20:00", records)

    assert said.flags == ()
    assert [one.missing for one in said.insufficient] == ([] if missing is None else [(missing,)])


def test_times_that_cannot_matter_need_not_be_known(level):
    assert level(EARLY, "2026-11-04 20:00", HURT, squats("2026-11-04 12:00", time_known=False)) == "caution"


# return-pain-back


RETURN = squats("2026-11-05 18:00")


@pytest.mark.parametrize(
    ("entry", "severity"),
    [
        (pain("2026-11-06 08:00", score=3), ""),
        (pain("2026-11-06 08:00", score=4), "warning"),
        (pain("2026-11-06 19:00", score=4), "warning"),
        (pain("2026-11-06 19:01", score=4), ""),
        (pain("2026-11-05 17:59", score=4), ""),
        (pain("2026-11-05 18:00", score=4), ""),
        (pain("2026-11-05 18:00", score=4, context="during"), "warning"),
        (pain("2026-11-05 18:30", score=4), "warning"),
        (pain("2026-11-06 08:00", "knee", 4), ""),
    ],
    ids=[
        "1 more than the last",
        "4",
        "24 h after its end",
        "24 h 1 min",
        "before it",
        "as it began",
        "during it, in one go",
        "during it",
        "another place",
    ],
)
def test_pain_of_4_within_24_h_of_a_workout_of_the_return(entry, severity, level):
    assert level(BACK, "2026-11-06 20:00", HURT, EASED, RETURN, entry) == severity


@pytest.mark.parametrize(
    ("before", "score", "severity"), [(0, 1, ""), (0, 2, "warning"), (1, 2, ""), (1, 3, "warning")]
)
def test_pain_of_2_more_than_the_last_entry(before, score, severity, level):
    last, entry = pain("2026-11-04 08:00", score=before), pain("2026-11-06 08:00", score=score)

    assert level(BACK, "2026-11-06 20:00", HURT, EASED, last, RETURN, entry) == severity


@pytest.mark.parametrize(
    "records",
    [
        [HURT, *squats("2026-11-02 18:00"), pain("2026-11-03 08:00", score=8)],
        [HURT, EASED, *workout("2026-11-05 18:00", ("bench-press", 3, 5, 60)), pain("2026-11-06 08:00")],
        [HURT, EASED, *RETURN, *squats("2026-11-18 23:30"), pain("2026-11-19 08:00")],
    ],
    ids=["never settled", "nothing loaded it", "normal again"],
)
def test_outside_a_return_nothing_comes_back(records, level):
    assert level(BACK, "2026-11-19 09:00", records) == ""


def test_it_tells_the_workout_the_entry_and_the_one_before(flag):
    entry = pain("2026-11-06 08:00", score=5)
    found = flag(BACK, "2026-11-06 20:00", HURT, EASED, RETURN, entry)

    assert found.message == (
        "Lower back pain came back 13 h after the workout of Thu 5 Nov, 18:00: "
        "lower back: 5 of 10 (Fri 6 Nov, 08:00), after 2 on Tue 3 Nov."
    )
    assert (found.value, found.threshold.op, found.threshold.value) == (5, ">=", 4)
    assert found.act == "this-week"
    assert [one.id for one in found.evidence] == [str(one.id) for one in (entry, EASED, RETURN[0])]


def test_it_tells_a_rise_pain_during_the_workout_and_an_assumed_end(flag):
    calm, during = pain("2026-11-04 08:00", score=0), pain("2026-11-05 18:30", score=2)
    found = flag(
        BACK, "2026-11-05 20:00", HURT, EASED, calm, squats("2026-11-05 18:00", minutes=None), during
    )

    assert "came back during the workout of Thu 5 Nov, 18:00 (end assumed)" in found.message
    assert (found.value, found.threshold.value) == (2, 2)


def test_it_stays_until_the_episode_closes_and_comes_anew_with_the_next_return(judged):
    back = pain("2026-11-06 08:00", score=5)
    records = [HURT, EASED, *RETURN, back]
    assert judged(BACK, "2026-11-09 07:59", records).flags
    assert judged(BACK, "2026-11-09 08:00", records).flags == ()

    again = [
        pain("2026-11-07 09:00", score=1),
        *squats("2026-11-08 18:00"),
        pain("2026-11-08 20:00", score=4),
    ]
    (found,) = judged(BACK, "2026-11-08 21:00", records, again).flags
    assert found.since == when("2026-11-08 20:00")


@pytest.mark.parametrize(
    ("records", "missing"),
    [
        ([*RETURN, pain("2026-11-06 12:00", score=5, time_known=False)], "the time of the pain entry"),
        (
            [*squats("2026-11-05 12:00", time_known=False), pain("2026-11-06 08:00", score=5)],
            "the time of the workout",
        ),
    ],
)
def test_pain_back_needs_both_times(records, missing, judged):
    said = judged(BACK, "2026-11-06 20:00", HURT, EASED, records)

    assert (said.flags, [one.missing for one in said.insufficient]) == ((), [(missing,)])


def test_elapsed_hours_count_across_a_change_of_clocks(level):
    hurt, eased = pain("2026-10-20 08:00+02:00", score=6), pain("2026-10-21 08:00+02:00", score=2)
    trained = squats("2026-10-24 18:00+02:00")

    assert level(BACK, "2026-10-26 08:00", hurt, eased, trained, pain("2026-10-25 18:00+01:00")) == "warning"
    assert level(BACK, "2026-10-26 08:00", hurt, eased, trained, pain("2026-10-25 18:01+01:00")) == ""


# return-core-first


def plank(at):
    return workout(at, ("plank", 3, 1))


@pytest.mark.parametrize(
    ("records", "severity"),
    [
        ([], "info"),
        (plank("2026-10-29 18:00"), "info"),
        (plank("2026-10-30 18:00"), ""),
        (plank("2026-11-04 18:00"), ""),
        (workout("2026-11-04 18:00", ("sit-up", 3, 20)), "info"),
        (plank("2026-11-05 19:00"), ""),
    ],
    ids=["none", "8 dates", "7 dates", "the day before", "hard core work is none", "done since"],
)
def test_the_week_before_a_return_of_the_back_has_gentle_core_work(records, severity, level):
    written = [pain("2026-10-30 08:00", score=0), HURT, EASED]

    assert level(CORE, "2026-11-05 20:00", written, RETURN, records) == severity


def test_other_places_need_no_core_first(level):
    knee = [pain("2026-11-02 08:00", "knee", 6), pain("2026-11-03 08:00", "knee", 1)]
    written = pain("2026-10-30 08:00", score=0)

    assert level(CORE, "2026-11-05 20:00", written, knee, run("2026-11-05 18:00", 5)) == ""


def test_it_is_told_once_in_a_return_and_lasts_a_week(judged):
    written = [pain("2026-10-30 08:00", score=0), HURT, EASED, *RETURN, *squats("2026-11-08 18:00")]

    (found,) = judged(CORE, "2026-11-08 20:00", written).flags
    assert found.since == when("2026-11-05 18:00")
    assert found.message == (
        "The lower back is returning to training (Thu 5 Nov), with no gentle core exercise in the last 7 days."
    )
    assert judged(CORE, "2026-11-12 18:00", written).flags == ()


@pytest.mark.parametrize(
    ("records", "missing"),
    [
        ([], "entries on most of the 7 dates to Thu 5 Nov"),
        (
            [pain("2026-10-30 08:00", score=0), *workout("2026-10-31 18:00")],
            "the exercises of every workout",
        ),
    ],
    ids=["nobody was writing", "a workout without exercises"],
)
def test_core_work_that_may_not_have_been_written_down(records, missing, judged):
    said = judged(CORE, "2026-11-05 20:00", HURT, EASED, RETURN, records)

    assert (said.flags, [one.missing for one in said.insufficient]) == ((), [(missing,)])


# return-clearance


WEAK = symptom("2026-11-02 08:00", "saddle-numbness")


@pytest.mark.parametrize(
    "trained",
    [squats("2026-11-02 18:00", 2), run("2026-11-02 18:00", 5, rpe=None), workout("2026-11-02 18:00")],
    ids=["an easy one", "a run without effort", "without exercises"],
)
def test_any_workout_while_an_urgent_flag_is_active(trained, level):
    assert level(CLEARANCE, "2026-11-02 20:00", WEAK, trained) == "warning"


@pytest.mark.parametrize(
    ("records", "at", "severity"),
    [
        ([], "2026-11-02 07:59", ""),
        ([], "2026-11-02 08:00", "warning"),
        ([], "2026-11-30 07:59", "warning"),
        ([], "2026-11-30 08:00", ""),
        ([care("2026-11-02 12:00", "doctor")], "2026-11-02 11:59", "warning"),
        ([care("2026-11-02 12:00", "doctor")], "2026-11-02 12:00", ""),
        ([care("2026-11-02 12:00", "clearance")], "2026-11-02 12:00", ""),
    ],
    ids=[
        "before it",
        "as it began",
        "its last minute",
        "ended",
        "before the doctor",
        "after the doctor",
        "after a clearance",
    ],
)
def test_an_easy_workout_matters_only_while_the_flag_stands(records, at, severity, level):
    assert level(CLEARANCE, at, WEAK, records, squats(at, 4)) == severity


def test_what_hurt_so_badly_during_the_workout_was_not_there_before_it(level):
    at = "2026-11-02 18:00"
    stabbing = pain(at, score=8, qualities=["stabbing"], context="during")

    assert level("rf-sudden-stabbing", at, squats(at), stabbing) == "urgent"
    assert level(CLEARANCE, at, squats(at), stabbing) == ""
    assert level(CLEARANCE, at, squats(at), stabbing.but(context=None, sudden=True)) == "warning"


@pytest.mark.parametrize(
    ("care_at", "at", "rpe", "severity"),
    [
        ([("2026-11-03 12:00", "doctor")], "2026-11-05 18:00", 7, "warning"),
        ([("2026-11-03 12:00", "doctor")], "2026-11-05 18:00", 6.5, ""),
        ([("2026-11-03 12:00", "clearance")], "2026-11-05 18:00", 7, ""),
        (
            [("2026-11-01 12:00", "clearance"), ("2026-11-03 12:00", "doctor")],
            "2026-11-05 18:00",
            7,
            "warning",
        ),
        ([("2026-11-03 12:00", "doctor"), ("2026-11-05 18:00", "clearance")], "2026-11-05 18:00", 7, ""),
        (
            [("2026-11-03 12:00", "doctor"), ("2026-11-05 18:01", "clearance")],
            "2026-11-05 18:00",
            7,
            "warning",
        ),
        ([("2026-11-03 12:00", "doctor")], "2027-01-31 08:00", 7, "warning"),
        ([("2026-11-03 12:00", "doctor")], "2027-01-31 08:01", 7, ""),
    ],
    ids=[
        "a doctor is no clearance",
        "6.5 is not hard",
        "cleared",
        "cleared before it",
        "cleared by the start",
        "cleared after the start",
        "90 days",
        "90 days 1 min",
    ],
)
def test_hard_training_after_an_urgent_flag_needs_a_clearance(care_at, at, rpe, severity, level):
    seen = [care(*one) for one in care_at]
    later = at.replace(":01", ":02").replace(" 18:00", " 18:02").replace(" 08:00", " 08:02")

    assert level(CLEARANCE, later, WEAK, seen, squats(at, rpe)) == severity


def test_it_names_what_calls_for_a_doctor_and_lasts_a_week(flag, judged):
    trained = squats("2026-11-02 18:00")
    found = flag(CLEARANCE, "2026-11-02 20:00", WEAK, trained)

    assert found.message.startswith("The workout of Mon 2 Nov, 18:00 began while this called for a doctor: ")
    assert (found.act, found.subject, found.value) == ("this-week", {}, None)
    assert found.details == {"because": ["rf-bladder-bowel"]}
    assert [one.id for one in found.evidence] == [str(trained[0].id), str(WEAK.id)]
    assert judged(CLEARANCE, "2026-11-09 17:59", WEAK, trained).flags
    assert judged(CLEARANCE, "2026-11-09 18:00", WEAK, trained).flags == ()


def test_hard_training_tells_its_effort(flag):
    doctor = care("2026-11-03 12:00", "doctor")
    found = flag(CLEARANCE, "2026-11-05 20:00", WEAK, doctor, squats("2026-11-05 18:00", 8))

    assert "Thu 5 Nov, 18:00 was hard (effort 8 of 10), with no clearance since this: " in found.message
    assert (found.value, found.unit, found.threshold.value) == (8, "RPE", 7)


def test_one_hard_set_is_hard_training_where_the_session_has_no_effort(level):
    seen = WEAK, care("2026-11-03 12:00", "doctor")

    assert level(CLEARANCE, "2026-11-05 20:00", *seen, rated("2026-11-05 18:00", 6, 7, 6)) == "warning"
    assert level(CLEARANCE, "2026-11-05 20:00", *seen, rated("2026-11-05 18:00", 6, 6, 6)) == ""


def test_hard_training_after_pain_that_keeps_coming_back_needs_a_clearance(level):
    knee = [
        one
        for day in ("10-20", "10-26", "11-01")
        for one in (
            *run(f"2026-{day} 08:00", 5),
            pain(f"2026-{day} 08:20", "knee", 5, side="left"),
            pain(f"2026-{day} 20:00", "knee", 0, side="left"),
        )
    ]
    cleared = care("2026-11-04 12:00", "clearance")

    assert level(CLEARANCE, "2026-11-05 20:00", knee, squats("2026-11-05 18:00", 7)) == "warning"
    assert level(CLEARANCE, "2026-11-05 20:00", knee, squats("2026-11-05 18:00", 6)) == ""
    assert level(CLEARANCE, "2026-11-05 20:00", knee, cleared, squats("2026-11-05 18:00", 7)) == ""
    assert level(CLEARANCE, "2026-11-05 20:00", knee[:-3], squats("2026-11-05 18:00", 7)) == ""


@pytest.mark.parametrize(("earlier", "asked"), [(None, False), (6, True)])
def test_after_an_urgent_flag_the_effort_is_asked_for(earlier, asked, judged):
    records = squats("2026-11-01 18:00", earlier), WEAK, care("2026-11-03 12:00", "doctor")
    said = judged(CLEARANCE, "2026-11-05 20:00", *records, squats("2026-11-05 18:00", None))

    assert said.flags == ()
    assert bool(said.insufficient) is asked


@pytest.mark.parametrize("rule", [EARLY, BACK, CORE, CLEARANCE])
@pytest.mark.parametrize("records", [[], [RETURN], [HURT]], ids=["empty", "a workout", "a pain"])
def test_an_empty_journal_and_a_single_record_say_nothing(rule, records, judged):
    said = judged(rule, "2026-11-05 20:00", *records)

    assert (said.flags, said.insufficient) == ((), ())
