"""Sessions that ask much: volume, effort on a tired day, a hard start, hard ground."""

import pytest
from journals import checkin, drink, run, symptom, when, workout

NOW, EVENING = "2026-11-20 18:00", "2026-11-20 20:00"


def ids(records):
    """The ids of the workouts among some records."""
    return [str(one.id) for some in records for one in some if one.TABLE == "workouts"]


# spike-session-volume

BEFORE = ("2026-11-04 18:00", "2026-11-09 18:00", "2026-11-14 18:00")


def sessions(slug="bench-press", sets=(3, 4, 3), at=BEFORE):
    """Sessions of so many sets of 5 x 50 kg."""
    return [workout(when_, (slug, count, 5, 50)) for when_, count in zip(at, sets, strict=True)]


@pytest.mark.parametrize(
    ("slug", "reps", "severity"),
    [
        ("bench-press", 20, ""),
        ("bench-press", 30, ""),
        ("bench-press", 31, "caution"),
        ("squat", 26, ""),
        ("squat", 27, "caution"),
        ("deadlift", 27, "caution"),
        ("lat-pulldown", 27, "caution"),
        ("superman", 27, "caution"),
        ("shrug", 27, "caution"),
        ("leg-extension", 30, ""),
        ("leg-extension", 31, "caution"),
    ],
)
def test_repetitions_times_kg_are_compared_with_the_most_of_30_days(slug, reps, severity, level):
    session = workout(NOW, (slug, 1, reps, 50))

    assert level("spike-session-volume", EVENING, *sessions(slug), session) == severity


@pytest.mark.parametrize(
    ("first", "severity"),
    [("2026-10-21 18:00", ""), ("2026-10-21 17:59", "caution")],
    ids=["30 d 0 h", "30 d 1 min"],
)
def test_the_most_counts_for_exactly_30_days(first, severity, level):
    records = sessions(sets=(6, 3, 3, 3), at=(first, *BEFORE))

    assert (
        level("spike-session-volume", EVENING, *records, workout(NOW, ("bench-press", 7, 5, 50))) == severity
    )


def test_it_names_both_sessions_and_lasts_seven_days(flag, level):
    before, now = sessions(), workout(NOW, ("bench-press", 8, 5, 52.5))

    found = flag("spike-session-volume", EVENING, *before, now)

    assert found.message == (
        "Bench press: 2,100 kg in all on Fri 20 Nov, 110 % more than in any session of 30 days "
        "(the most: 1,000 kg on Mon 9 Nov)."
    )
    assert (found.value, found.unit, found.threshold.op, found.threshold.value) == (2.1, "x", ">", 1.5)
    assert (found.subject, found.since) == ({"exercise": "bench-press"}, when(NOW))
    assert [one.id for one in found.evidence] == [*ids([now]), *ids([before[1]])]
    assert found.details == {"tonnage_kg": 2100, "most_kg": 1000}
    assert level("spike-session-volume", "2026-11-27 17:59", *before, now) == "caution"
    assert level("spike-session-volume", "2026-11-27 18:00", *before, now) == ""


def test_a_second_session_takes_the_place_of_the_first(flag, judged):
    now, later = (
        workout(at, ("bench-press", sets, 5, 50)) for at, sets in ((NOW, 8), ("2026-11-22 18:00", 13))
    )

    found = flag("spike-session-volume", "2026-11-22 20:00", *sessions(), now, later)
    said = judged("spike-session-volume", "2026-11-22 20:00", *sessions(), now, later, past=True).flags

    assert found.since == when("2026-11-22 18:00")
    assert [(one.status, one.until) for one in said] == [("active", None), ("past", when("2026-11-22 18:00"))]


@pytest.mark.parametrize(
    ("earlier", "reps", "missing"),
    [
        (sessions()[:2], 31, ["3 earlier sessions of Bench press in 30 days"]),
        (sessions()[:2], 30, []),
        ([], 31, []),
        (sessions(at=("2026-09-04 18:00", "2026-09-09 18:00", "2026-09-14 18:00")), 31, []),
    ],
    ids=["two sessions", "two sessions, and no jump", "a first session", "sessions of long ago"],
)
def test_it_needs_three_sessions_before(earlier, reps, missing, judged):
    said = judged("spike-session-volume", EVENING, *earlier, workout(NOW, ("bench-press", 1, reps, 50)))

    assert said.flags == ()
    assert [one.missing[0] for one in said.insufficient] == missing


def test_warm_ups_body_weight_and_assistance_are_no_tonnage(judged):
    sets = [("pull-up", 3, 5), ("sit-up", 3, 10, 0), ("assisted-pull-up", 3, 5, -20)]
    many = [("pull-up", 30, 5), ("sit-up", 30, 10, 0), ("assisted-pull-up", 30, 5, -20)]

    said = judged(
        "spike-session-volume", EVENING, *(workout(at, *sets) for at in BEFORE), workout(NOW, *many)
    )

    assert (said.flags, said.insufficient) == ((), ())


def test_two_sessions_at_one_instant_are_not_compared_with_each_other(flag):
    other = workout(NOW, ("bench-press", 7, 5, 50), kind="other")

    found = flag("spike-session-volume", EVENING, *sessions(), other, workout(NOW, ("bench-press", 8, 5, 50)))

    assert found.details["most_kg"] == 1000


# tired-push

HARD = workout(NOW, ("squat", 3, 5, 100), rpe=8)
TIRED = {
    "5.9 h": [checkin("2026-11-20", sleep_h=5.9)],
    "6 h": [checkin("2026-11-20", sleep_h=6)],
    "rated 1": [checkin("2026-11-20", sleep_quality=1)],
    "rated 2": [checkin("2026-11-20", sleep_quality=2)],
    "ticked": [symptom("2026-11-20 12:00", "tired")],
    "ticked later": [symptom("2026-11-20 19:59", "tired")],
    "answered no": [symptom("2026-11-20 12:00", "tired", False)],
    "another sign": [symptom("2026-11-20 12:00", "dizzy")],
    "the day before": [checkin("2026-11-19", sleep_h=4), symptom("2026-11-19 23:59", "tired")],
    "the day after": [checkin("2026-11-21", sleep_h=4, at=when(NOW))],
}


@pytest.mark.parametrize(
    ("signs", "severity"),
    [
        ("5.9 h", "caution"),
        ("6 h", ""),
        ("rated 1", "caution"),
        ("rated 2", ""),
        ("ticked", "caution"),
        ("ticked later", "caution"),
        ("answered no", ""),
        ("another sign", ""),
        ("the day before", ""),
        ("the day after", ""),
    ],
    ids=str,
)
def test_a_hard_session_on_a_tired_date(signs, severity, level):
    assert level("tired-push", EVENING, HARD, TIRED[signs]) == severity


@pytest.mark.parametrize(("rpe", "severity"), [(7.9, ""), (8, "caution"), (10, "caution")])
def test_hard_is_8_of_10_or_more(rpe, severity, level):
    assert level("tired-push", EVENING, workout(NOW, rpe=rpe), TIRED["5.9 h"]) == severity


def test_it_says_what_speaks_for_it_and_ends_with_the_date(flag, level):
    signs = checkin("2026-11-20", sleep_h=4.5, sleep_quality=1), symptom("2026-11-20 12:00", "tired")

    found = flag("tired-push", EVENING, HARD, signs)

    assert found.message == (
        "A hard session (8 of 10) on Fri 20 Nov, a day on which you were worn out: "
        "4.5 h of sleep and sleep rated 1 of 5, tired."
    )
    assert (found.value, found.unit, found.threshold.op, found.threshold.value) == (8, "RPE", ">=", 8)
    assert (found.since, found.subject) == (when(NOW), {"workout": ids([HARD])[0]})
    assert [(one.table, one.id) for one in found.evidence] == [
        ("workouts", ids([HARD])[0]),
        ("checkins", "2026-11-20"),
        ("symptoms", str(signs[1].id)),
    ]
    assert level("tired-push", "2026-11-20 23:59", HARD, signs) == "caution"
    assert level("tired-push", "2026-11-21 00:00", HARD, signs) == ""


def test_it_is_true_from_the_later_record_on_and_rests_on_what_was_there_then(flag, level):
    later = checkin("2026-11-20", sleep_h=5, at=when("2026-11-20 21:00"))
    latest = symptom("2026-11-20 22:00", "tired")

    assert level("tired-push", "2026-11-20 20:59", HARD, later, latest) == ""
    found = flag("tired-push", "2026-11-20 23:00", HARD, later, latest)
    assert (found.since, found.details) == (when("2026-11-20 21:00"), {"signs": ["5 h of sleep"]})
    assert (
        level(
            "tired-push",
            "2026-11-22 20:00",
            HARD,
            checkin("2026-11-20", sleep_h=5, at=when("2026-11-22 19:00")),
        )
        == ""
    )


@pytest.mark.parametrize(
    ("sign", "severity"),
    [("2026-11-20 01:00+09:00", "caution"), ("2026-11-21 01:00+09:00", "")],
)
def test_the_date_is_that_of_each_records_own_clock(sign, severity, level):
    assert level("tired-push", EVENING, HARD, symptom(sign, "tired")) == severity


NIGHTS = checkin("2026-10-23", sleep_h=7)


@pytest.mark.parametrize(
    ("records", "missing"),
    [
        ([HARD, NIGHTS], ["sleep of the night before"]),
        ([HARD, checkin("2026-10-22", sleep_h=7)], []),
        ([HARD], []),
        ([HARD, NIGHTS, checkin("2026-11-20", body_weight_kg=80)], ["sleep of the night before"]),
        ([HARD, NIGHTS, TIRED["6 h"]], []),
        ([HARD, NIGHTS, TIRED["rated 2"]], []),
        ([HARD, NIGHTS, TIRED["answered no"]], []),
        ([workout(NOW, rpe=7), NIGHTS], []),
    ],
    ids=["28 days ago", "29 days ago", "never", "no sleep", "slept well", "rated well", "not tired", "easy"],
)
def test_a_night_that_is_not_told_leaves_a_hard_session_open(records, missing, judged):
    flat = [one for some in records for one in (some if isinstance(some, list) else [some])]
    said = judged("tired-push", EVENING, flat)

    assert said.flags == ()
    assert [one.missing[0] for one in said.insufficient] == missing


def test_it_is_open_until_it_is_told_or_the_date_is_over(judged):
    told = checkin("2026-11-20", sleep_h=7, at=when("2026-11-20 22:00"))

    def open_at(at, *more):
        return len(judged("tired-push", at, HARD, NIGHTS, *more).insufficient)

    assert (open_at("2026-11-20 21:59", told), open_at("2026-11-20 22:00", told)) == (1, 0)
    assert (open_at("2026-11-20 23:59"), open_at("2026-11-21 00:00")) == (1, 0)


@pytest.mark.parametrize(
    ("before", "missing"),
    [("2026-10-23 18:00", 1), ("2026-10-23 17:59", 0)],
    ids=["28 d", "28 d 1 min"],
)
def test_a_session_of_unknown_effort_on_a_tired_date_is_open(before, missing, judged):
    said = judged("tired-push", EVENING, workout(before, rpe=5), workout(NOW), TIRED["5.9 h"])

    assert said.flags == ()
    assert [one.missing for one in said.insufficient] == [("how hard the session was",)] * missing


# hard-start-new


def started(dates, *, month="2026-11", rpe=5):
    """A session on each of the first `dates` dates of a month."""
    return [workout(f"{month}-{day:02} 18:00", ("squat", 1, 5, 50), rpe=rpe) for day in range(1, dates + 1)]


@pytest.mark.parametrize(
    ("records", "rpe", "severity"),
    [
        ([], 8, "info"),
        ([], 7.5, ""),
        (started(13), 8, "info"),
        (started(14), 8, ""),
        ([*started(13), workout("2026-11-13 20:00")], 8, "info"),
        ([*started(13), workout("2026-11-20 07:00")], 8, "info"),
        (started(14, month="2026-06"), 8, ""),
        (started(14, month="2026-04"), 8, "info"),
    ],
    ids=[
        "the first session",
        "not hard",
        "13 dates",
        "14 dates",
        "14 sessions on 13 dates",
        "earlier on the date itself",
        "half a year ago",
        "longer ago",
    ],
)
def test_hard_sessions_before_there_were_14_training_dates(records, rpe, severity, level):
    assert level("hard-start-new", EVENING, *records, workout(NOW, rpe=rpe)) == severity


def test_it_tells_how_many_there_were(flag):
    found = flag("hard-start-new", EVENING, *started(2), workout(NOW, rpe=9))

    assert found.message == (
        "A hard session (9 of 10) on Fri 20 Nov, with training on only 2 of the 180 days before it."
    )
    assert (found.subject, found.details, found.value) == ({}, {"training_dates": 2}, 9)
    first = flag("hard-start-new", EVENING, HARD)
    assert first.message.endswith("with training on none of the 180 days before it.")
    second = flag("hard-start-new", EVENING, *started(1), HARD)
    assert second.message.endswith("with training on only 1 of the 180 days before it.")


def test_it_ends_after_seven_days_or_with_the_first_session_after_14_dates(level):
    hard = started(12), workout("2026-11-13 18:00", rpe=9)
    records = [one for session in hard[0] for one in session] + hard[1]
    more = workout("2026-11-14 18:00", rpe=5), workout("2026-11-16 18:00", rpe=5)

    assert level("hard-start-new", "2026-11-20 17:59", records) == "info"
    assert level("hard-start-new", "2026-11-20 18:00", records) == ""
    assert level("hard-start-new", "2026-11-16 17:59", records, *more) == "info"
    assert level("hard-start-new", "2026-11-16 18:00", records, *more) == ""


def test_the_newest_hard_session_is_told(flag):
    found = flag("hard-start-new", EVENING, workout("2026-11-18 18:00", rpe=9), HARD)

    assert found.since == when(NOW)


@pytest.mark.parametrize(
    ("records", "missing"),
    [
        ([workout("2026-11-10 18:00", rpe=5), workout(NOW)], 1),
        ([workout("2026-10-20 18:00", rpe=5), workout(NOW)], 0),
        ([workout(NOW)], 0),
        ([*started(14), workout(NOW)], 0),
        ([workout("2026-11-10 18:00", rpe=5), workout("2026-11-18 18:00"), workout(NOW, rpe=5)], 0),
    ],
    ids=["rated before", "rated long ago", "never rated", "not new", "a later one is rated"],
)
def test_a_session_of_unknown_effort_is_no_verdict(records, missing, judged):
    said = judged("hard-start-new", EVENING, *records)

    assert said.flags == ()
    assert [one.missing for one in said.insufficient] == [("how hard the session was",)] * missing


# equipment-surface


def runs(*surfaces, first=1, month="2026-11"):
    """A run a day on each of these."""
    return [
        run(f"{month}-{day:02} 08:00", 5, surface=surface or None)
        for day, surface in enumerate(surfaces, first)
    ]


@pytest.mark.parametrize(
    ("surfaces", "severity"),
    [
        (("concrete", "concrete", "concrete"), "info"),
        (("concrete", "rugged", "asphalt", "trail", "track", "grass", "rugged"), "info"),
        (("concrete", "concrete", "", "", "", "", "", "concrete"), ""),
        (("concrete", "concrete"), ""),
        (("concrete", "concrete", "asphalt", "trail", "treadmill"), ""),
        (("asphalt",) * 7, ""),
        (("", "", ""), ""),
    ],
    ids=["3 of 3", "3 of 7", "3 of 8", "2 of 2", "2 of 5", "softer ground", "not recorded"],
)
def test_hard_ground_on_three_of_the_last_seven_runs(surfaces, severity, level):
    last = f"2026-11-{len(surfaces):02} 09:00"

    assert level("equipment-surface", last, *runs(*surfaces)) == severity


@pytest.mark.parametrize(
    ("first", "severity"),
    [("2026-10-24", "info"), ("2026-10-23", "")],
    ids=["28 dates", "29 dates"],
)
def test_runs_count_for_28_dates(first, severity, level):
    records = run(f"{first} 08:00", 5, surface="concrete"), *runs("concrete", "concrete", first=19)

    assert level("equipment-surface", EVENING, *records) == severity


def test_only_runs_count(level):
    rides = [workout(f"2026-11-{day:02} 08:00", kind="ride", surface="concrete") for day in (1, 2, 3)]

    assert level("equipment-surface", "2026-11-03 09:00", *rides) == ""


def test_it_names_the_runs_as_they_were_when_it_began(flag):
    records = runs("concrete", "", "rugged", "concrete", "concrete")

    found = flag("equipment-surface", "2026-11-06 09:00", *records)

    assert found.message == (
        "3 of the last 4 runs were on concrete or rugged ground, the latest on Wed 4 Nov."
    )
    assert (found.since, found.subject) == (when("2026-11-04 08:00"), {})
    assert (found.value, found.unit, found.threshold.op, found.threshold.value) == (3, "runs", ">=", 3)
    assert [one.id for one in found.evidence] == ids([records[0], records[2], records[3]])
    assert found.details == {"surfaces": ["concrete", "", "rugged", "concrete"]}


def test_it_ends_seven_days_after_the_newest_run_or_with_a_run_at_which_it_does_not_hold(level):
    hard = runs("concrete", "concrete", "concrete", "grass")
    softer = runs(*["grass"] * 4, first=5)

    assert level("equipment-surface", "2026-11-11 07:59", *hard) == "info"
    assert level("equipment-surface", "2026-11-11 08:00", *hard) == ""
    assert level("equipment-surface", "2026-11-07 09:00", *hard, *softer) == "info"
    assert level("equipment-surface", "2026-11-08 08:00", *hard, *softer) == ""


@pytest.mark.parametrize(
    "rule", ["spike-session-volume", "tired-push", "hard-start-new", "equipment-surface"]
)
def test_a_journal_without_workouts_says_nothing(rule, judged):
    for records in ((), (drink(NOW, 250), checkin("2026-11-20", sleep_h=4), symptom(NOW, "tired"))):
        said = judged(rule, EVENING, *records)
        assert (said.flags, said.insufficient) == ((), ())
