"""What a long-lasting condition speaks against."""

from datetime import date, timedelta

import pytest
from journals import care, drink, run, when, workout

from journal.records import Condition

JUMP, BONES = "condition-herniated-jump", "condition-osteoporosis"
GENERAL, HARD = "condition-general", "torn-or-disc-no-strenuous"
NOW = "2026-11-20 20:00"


def has(name, since=None, until=None):
    return Condition(
        condition=name,
        since=since and date.fromisoformat(since),
        until=until and date.fromisoformat(until),
    )


def session(*exercises, at="2026-11-20 18:00", **more):
    return workout(at, *((slug, 3, 8) for slug in exercises), **more)


DISC = has("herniated-disc")
WEAK_BONES = has("osteoporosis")


@pytest.mark.parametrize(
    ("exercise", "severity"),
    [
        ("box-jump", "warning"),
        ("burpee", "warning"),
        ("jump-rope", "warning"),
        ("run", "warning"),
        ("squat", ""),
        ("swim", ""),
        ("ride", ""),
        ("gentle-yoga", ""),
    ],
)
def test_no_jumping_and_no_impact_with_a_herniated_disc(exercise, severity, level):
    assert level(JUMP, NOW, session(exercise), DISC) == severity


@pytest.mark.parametrize(
    ("condition", "severity"),
    [
        (has("herniated-disc", "2026-11-20", "2026-11-20"), "warning"),
        (has("herniated-disc", "2026-11-21"), ""),
        (has("herniated-disc", until="2026-11-19"), ""),
        (has("arthritis"), ""),
    ],
    ids=["only that date", "from the next date", "healed the date before", "something else"],
)
def test_the_condition_must_hold_on_the_date_of_the_session(condition, severity, level):
    assert level(JUMP, NOW, run("2026-11-20 18:00", 5), condition) == severity


def test_the_date_is_that_of_the_writers_own_clock(level):
    healed = has("herniated-disc", until="2026-11-20")

    assert level(JUMP, "2026-11-20 23:35", run("2026-11-20 23:30+01:00", 5), healed) == "warning"
    assert level(JUMP, "2026-11-20 23:35", run("2026-11-21 07:30+09:00", 5), healed) == ""


def test_it_names_the_exercises_and_what_to_do_at_once(flag):
    found = flag(JUMP, NOW, session("box-jump", "squat", "burpee"), DISC)

    assert found.message == "Box jump, Burpee on Fri 20 Nov, with a herniated disc."
    assert (found.subject, found.act) == ({"condition": "herniated-disc"}, "this-week")
    assert [one.table for one in found.evidence] == ["conditions", "workouts"]
    assert found.evidence[0].id == "herniated-disc"


def test_every_session_is_told_and_the_newest_takes_the_place_of_the_last(judged):
    said = judged(
        JUMP, "2026-11-22 20:00", run("2026-11-20 18:00", 5), run("2026-11-22 18:00", 5), DISC, past=True
    ).flags

    assert [(one.status, one.since) for one in said] == [
        ("active", when("2026-11-22 18:00")),
        ("past", when("2026-11-20 18:00")),
    ]


@pytest.mark.parametrize(
    ("at", "condition", "severity"),
    [
        ("2026-11-27 17:59", DISC, "warning"),
        ("2026-11-27 18:00", DISC, ""),
        ("2026-11-22 23:59", has("herniated-disc", until="2026-11-22"), "warning"),
        ("2026-11-23 00:00", has("herniated-disc", until="2026-11-22"), ""),
    ],
)
def test_it_lasts_a_week_or_until_the_condition_is_over(at, condition, severity, level):
    assert level(JUMP, at, run("2026-11-20 18:00", 5), condition) == severity


@pytest.mark.parametrize(
    ("made", "severity"),
    [
        (session("squat"), ""),
        (session("squat", "russian-twist"), "caution"),
        (session("squat", "seated-forward-fold"), "caution"),
        (session("squat", "bicycle-crunch"), ""),
        (session("squat", form_flags=["rounded"]), "caution"),
    ],
    ids=["squats", "a loaded twist", "a seated fold", "a twist without weight", "faulty technique"],
)
def test_weak_bones_and_a_spine_bent_or_twisted_under_load(made, severity, level):
    assert level(BONES, NOW, made, WEAK_BONES) == severity
    assert level(BONES, NOW, made) == ""


def test_it_names_what_strains_the_spine(flag):
    found = flag(BONES, NOW, session("squat", "russian-twist", form_flags=["rounded"]), WEAK_BONES)

    assert found.message == "Russian twist, technique flagged as rounded on Fri 20 Nov, with osteoporosis."
    assert found.details == {"exercises": ["Russian twist"], "form": ["rounded"]}


def days(first, last, made):
    count = date.fromisoformat(last) - date.fromisoformat(first)
    every = [made(f"{date.fromisoformat(first) + timedelta(days=day)}") for day in range(count.days + 1)]
    return [one for some in every for one in some]


def bench(first, last):
    return days(first, last, lambda day: session("bench-press", at=f"{day} 12:00"))


@pytest.mark.parametrize(
    ("exercise", "day", "severity"),
    [
        ("squat", "2026-11-07", ""),
        ("squat", "2026-11-06", "info"),
        ("run", "2026-11-07", ""),
        ("overhead-press", "2026-11-07", ""),
        ("ride", "2026-11-07", "info"),
        ("plank", "2026-11-07", "info"),
    ],
)
def test_weak_bones_need_work_that_strengthens_them_every_14_dates(exercise, day, severity, level):
    records = bench("2026-11-01", "2026-11-20"), session(exercise, at=f"{day} 18:00")

    assert level(BONES, NOW, *records, WEAK_BONES) == severity


def test_it_is_over_with_the_first_such_exercise(flag, level):
    records = bench("2026-11-01", "2026-11-20"), WEAK_BONES

    found = flag(BONES, "2026-11-20 11:59", *records, session("squat"))

    assert (
        found.message
        == "With osteoporosis: no exercise that strengthens the bones in the 14 dates to Mon 16 Nov."
    )
    assert found.evidence[0].id == "osteoporosis"
    assert level(BONES, "2026-11-20 18:00", *records, session("squat")) == ""


def test_who_writes_but_does_not_train_at_all_is_told_too(level):
    drinks = days("2026-11-01", "2026-11-20", lambda day: [drink(f"{day} 09:00", 250)])

    assert level(BONES, NOW, drinks, WEAK_BONES) == "info"
    assert level(BONES, NOW, drinks, has("osteoporosis", until="2026-11-10")) == ""
    assert level(BONES, NOW, drinks, has("osteoporosis", since="2026-11-20")) == "info"


def test_a_new_journal_lacks_nothing(judged):
    said = judged(BONES, NOW, bench("2026-11-12", "2026-11-20"), WEAK_BONES)

    assert (said.flags, said.insufficient) == ((), ())


@pytest.mark.parametrize(
    ("gap", "severity", "missing"),
    [
        (("2026-11-12", "2026-11-16"), "info", 0),
        (("2026-11-11", "2026-11-16"), "", 1),
    ],
    ids=["3 dates unknown", "4 dates unknown"],
)
def test_no_more_than_a_quarter_of_the_dates_may_be_unknown(gap, severity, missing, judged):
    # A gap of three dates counts as recorded, so the shortest that is unknown has four.
    records = bench("2026-10-20", gap[0]), bench(gap[1], "2026-11-20")
    said = judged(BONES, NOW, *records, WEAK_BONES)

    assert " ".join(found.severity for found in said.flags) == severity
    assert len(said.insufficient) == missing


def test_a_workout_whose_exercises_are_not_told_may_have_been_what_the_bones_need(judged):
    said = judged(BONES, NOW, bench("2026-11-01", "2026-11-20"), session(at="2026-11-12 18:00"), WEAK_BONES)

    assert said.flags == ()
    assert said.insufficient[0].missing == ("the exercises of every workout of the last 14 dates",)


@pytest.mark.parametrize(
    ("name", "severity"),
    [
        ("arthritis", "info"),
        ("herniated-disc", "info"),
        ("stenosis", "info"),
        ("spondylitis", "info"),
        ("spondylolisthesis", "info"),
        ("ligament-injury", "info"),
        ("osteoporosis", ""),
        ("cancer-history", ""),
        ("steroid-use", ""),
        ("pregnancy", ""),
        ("fluid-limit", ""),
    ],
)
def test_conditions_that_need_a_plan_made_for_them(name, severity, level):
    assert level(GENERAL, NOW, session("squat"), has(name)) == severity


@pytest.mark.parametrize(
    ("records", "severity"),
    [
        ([care("2025-11-20 18:00", "clearance")], ""),
        ([care("2025-11-20 17:59", "clearance")], "info"),
        ([care("2026-11-19 18:00", "doctor")], "info"),
        ([care("2026-11-20 19:00", "clearance")], ""),
    ],
    ids=["365 days ago", "longer ago", "a visit clears nothing", "cleared since"],
)
def test_a_clearance_counts_for_365_days(records, severity, level):
    assert level(GENERAL, NOW, session("squat"), has("arthritis"), *records) == severity


def test_it_is_told_once_in_90_days_for_a_week(judged):
    # Blocks of 90 dates begin on 12 November and on 10 February.
    start = date(2026, 11, 20)
    made = [session("squat", at=f"{start + timedelta(days=3 * place)} 18:00") for place in range(30)]

    said = judged(GENERAL, "2027-02-20 20:00", *made, has("arthritis"), past=True).flags

    assert [one.since for one in said] == [when("2027-02-12 18:00"), when("2026-11-20 18:00")]
    assert judged(GENERAL, "2026-11-27 17:59", *made, has("arthritis")).flags
    assert not judged(GENERAL, "2026-11-27 18:00", *made, has("arthritis")).flags


def test_it_names_the_condition(flag):
    found = flag(GENERAL, NOW, session("squat"), has("ligament-injury"))

    assert found.message == (
        "The profile has a ligament injury, and no clearance to train was recorded in the 365 days to Fri 20 Nov."
    )
    assert [(one.table, one.id) for one in found.evidence] == [("conditions", "ligament-injury")]


def test_whoever_writes_is_told_from_the_first_record_with_the_condition_on(level):
    written = drink("2026-11-18 09:00", 250), drink("2026-11-20 09:00", 250)

    assert level(GENERAL, "2026-11-20 08:59", *written, has("arthritis", since="2026-11-19")) == ""
    assert level(GENERAL, "2026-11-20 09:00", *written, has("arthritis", since="2026-11-19")) == "info"
    assert level(GENERAL, NOW, has("arthritis")) == ""


@pytest.mark.parametrize(
    ("condition", "rpe", "severity"),
    [
        (DISC, 7, "warning"),
        (DISC, 6.9, ""),
        (has("ligament-injury"), 7, "warning"),
        (has("ligament-injury", "2026-11-01", "2026-11-20"), 8, "warning"),
        (has("ligament-injury", "2026-11-01", "2026-11-19"), 8, ""),
        (has("ligament-injury", "2026-11-21"), 8, ""),
        (has("arthritis"), 10, ""),
        (DISC, None, ""),
    ],
    ids=[
        "7",
        "below 7",
        "a ligament",
        "its last date",
        "healed",
        "not yet",
        "something else",
        "effort not told",
    ],
)
def test_nothing_strenuous_until_it_has_healed(condition, rpe, severity, level):
    assert level(HARD, NOW, session("bench-press", rpe=rpe), condition) == severity


def test_it_tells_the_effort(flag):
    found = flag(HARD, NOW, session("bench-press", rpe=7.5), DISC)

    assert found.message == (
        "The workout of Fri 20 Nov had an effort of 7.5 of 10, with a herniated disc marked as current."
    )
    assert (found.value, found.unit, found.threshold.value, found.act) == (7.5, "RPE", 7, "this-week")


@pytest.mark.parametrize(
    ("day", "missing"),
    [("2026-10-24", [("the effort (RPE) of the session",)]), ("2026-10-23", [])],
    ids=["told 27 dates ago", "told 28 dates ago"],
)
def test_the_effort_is_asked_for_where_it_was_told_before(day, missing, judged):
    records = session("bench-press", at=f"{day} 18:00", rpe=5), session("bench-press"), DISC

    assert [one.missing for one in judged(HARD, NOW, *records).insufficient] == missing


@pytest.mark.parametrize("rule", [JUMP, BONES, GENERAL, HARD])
@pytest.mark.parametrize(
    "records",
    [[], [DISC, WEAK_BONES, has("arthritis")], [session("run", rpe=9)]],
    ids=["empty", "only conditions", "no condition"],
)
def test_conditions_without_training_and_training_without_conditions_say_nothing(rule, records, judged):
    said = judged(rule, NOW, *records)

    assert (said.flags, said.insufficient) == ((), ())
