"""Massage and stretches on what hurts, relief exercises held too long, and when a therapist may help."""

from datetime import timedelta

import pytest
from journals import care, name, pain, run, when, workout

from journal.records import Set, Workout

# Massage


def massage(at, direct_pressure=True, region="lower-back", **more):
    return care(at, "massage", region=region, direct_pressure=direct_pressure, **more)


HURTS = pain("2026-11-20 08:00", score=3)


@pytest.mark.parametrize(
    ("row", "severity"),
    [
        (massage("2026-11-20 18:00"), "info"),
        (massage("2026-11-20 08:00"), "info"),
        (massage("2026-11-20 18:00", direct_pressure=False), ""),
        (massage("2026-11-20 18:00", direct_pressure=None), ""),
        (massage("2026-11-20 18:00", region="buttock"), ""),
        (massage("2026-11-20 18:00", region=None), ""),
        (massage("2026-11-20 07:59"), ""),
        (massage("2026-11-23 08:00"), ""),
    ],
    ids=[
        *("on the spot", "at once", "beside it", "not told", "another place", "no place", "before it hurt"),
        "when it was over",
    ],
)
def test_massage_right_on_a_sore_spot(row, severity, level):
    assert level("massage-direct", "2026-11-23 09:00", HURTS, row) == severity


@pytest.mark.parametrize(
    ("later", "severity"),
    [
        (pain("2026-11-21 18:00", score=5), "caution"),
        (pain("2026-11-21 18:01", score=5), "info"),
        (pain("2026-11-21 18:00", score=4), "info"),
        (pain("2026-11-20 18:00", score=5), "info"),
        (pain("2026-11-21 08:00", "hip", score=8), "info"),
    ],
    ids=["2 more after 24 h", "a minute later", "1 more", "told with it", "elsewhere"],
)
def test_more_pain_after_a_massage_is_a_caution(later, severity, level):
    assert level("massage-direct", "2026-11-22 08:00", HURTS, massage("2026-11-20 18:00"), later) == severity


def test_a_massage_that_made_it_worse_is_told_with_both_scores(judged):
    records = HURTS, massage("2026-11-20 18:00"), pain("2026-11-21 08:00", score=6)
    worse, pressed = judged("massage-direct", "2026-11-22 08:00", *records, past=True).flags

    assert worse.message == (
        "Massage of the lower back (Fri 20 Nov, 18:00) pressed on the spot that hurts, and the pain went from 3 "
        "to 6 of 10 (Sat 21 Nov, 08:00)."
    )
    assert (worse.since, worse.value) == (when("2026-11-21 08:00"), 3)
    assert pressed.message == "Massage of the lower back (Fri 20 Nov, 18:00) pressed on the spot that hurts."
    assert pressed.until == worse.since


@pytest.mark.parametrize(
    ("records", "missing"),
    [
        ([massage("2026-11-20 18:00", None)], ()),
        (
            [massage("2026-11-20 18:00", None), massage("2026-11-01 18:00", False)],
            ("whether it pressed on the sore spot",),
        ),
        ([massage("2026-11-20 12:00", time_known=False)], ("the time of the massage",)),
    ],
    ids=["pressure never told", "told before", "perhaps before it hurt"],
)
def test_what_a_massage_lacks(records, missing, judged):
    said = judged("massage-direct", "2026-11-23 07:00", HURTS, *records)

    assert [one.missing for one in said.insufficient] == ([missing] if missing else [])
    assert said.flags == ()


@pytest.mark.parametrize(
    ("row", "entry"),
    [
        (massage("2026-11-21 12:00", time_known=False), pain("2026-11-22 08:00", score=5)),
        (massage("2026-11-21 08:00"), pain("2026-11-21 12:00", score=5, time_known=False)),
    ],
    ids=["massaged at some time", "hurt at some time"],
)
def test_more_pain_is_put_down_to_a_massage_only_where_the_times_are_known(row, entry, level):
    assert level("massage-direct", "2026-11-23 07:00", HURTS, row, entry) == "info"


# Stretching


def stretch(at, region="lower-back", **more):
    return care(at, "stretch", region=region, **more)


def hurts(at, score, *qualities, **more):
    return pain(at, score=score, qualities=qualities, **more)


@pytest.mark.parametrize(
    ("entries", "severity"),
    [
        ([hurts("2026-11-20 18:00", 7)], "info"),
        ([hurts("2026-11-20 18:00", 6)], ""),
        ([hurts("2026-11-20 18:00", 7, "sharp")], "caution"),
        ([hurts("2026-11-20 18:00", 7, "dull")], "info"),
        ([hurts("2026-11-20 18:00", 8), hurts("2026-11-21 18:00", 6)], ""),
        ([hurts("2026-11-19 18:01", 7)], "info"),
        ([hurts("2026-11-19 18:00", 7)], ""),
        ([hurts("2026-11-20 18:00", 7, region="hip")], ""),
    ],
    ids=[
        *("7 of 10", "6 of 10", "sharp", "dull", "no longer", "47 h 59 min", "48 h", "another place"),
    ],
)
def test_stretching_in_the_first_48_hours_of_severe_pain(entries, severity, level):
    at = "2026-11-21 18:00"

    assert level("stretch-in-acute", at, *entries, stretch(at)) == severity


@pytest.mark.parametrize(
    ("began", "stretched", "severity"),
    [
        ("2026-03-28 12:00+01:00", "2026-03-30 12:00+02:00", "info"),
        ("2026-10-24 12:00+02:00", "2026-10-26 11:30+01:00", ""),
    ],
    ids=["clocks put forward: 47 h", "clocks put back: 48 h 30 min"],
)
def test_the_48_hours_are_elapsed_ones(began, stretched, severity, level):
    assert level("stretch-in-acute", stretched, hurts(began, 7), stretch(stretched)) == severity


BEFORE = hurts("2026-11-21 08:00", 3)


@pytest.mark.parametrize(
    ("entry", "severity"),
    [
        (hurts("2026-11-21 18:30", 5), "info"),
        (hurts("2026-11-21 18:30", 4), ""),
        (hurts("2026-11-21 19:00", 5), "info"),
        (hurts("2026-11-21 19:01", 5), ""),
        (hurts("2026-11-21 18:30", 1, "sharp"), "caution"),
        (hurts("2026-11-21 18:30", 5, "stabbing"), "caution"),
        (hurts("2026-11-21 18:30", 3, "burning"), ""),
        (hurts("2026-11-21 18:00", 6, "sharp"), ""),
        (hurts("2026-11-21 18:30", 6, region="neck"), ""),
    ],
    ids=[
        *("2 more", "1 more", "after 60 min", "a minute later", "sharp", "sharp and more", "not sharp"),
        *("told with it", "elsewhere"),
    ],
)
def test_a_stretch_that_was_followed_by_more_or_sharp_pain(entry, severity, level):
    assert (
        level("stretch-in-acute", "2026-11-21 20:00", BEFORE, stretch("2026-11-21 18:00"), entry) == severity
    )


def test_a_stretch_says_what_followed(flag):
    more = hurts("2026-11-21 18:30", 6)
    found = flag("stretch-in-acute", "2026-11-21 20:00", BEFORE, stretch("2026-11-21 18:00"), more)

    assert found.message == (
        "Stretch of the lower back (Sat 21 Nov, 18:00) was followed by more pain in the lower back: 6 of 10 "
        "(Sat 21 Nov, 18:30), 3 more than before."
    )
    assert (found.since, found.value, found.threshold.value) == (when("2026-11-21 18:30"), 3, 2)

    sharp = hurts("2026-11-21 18:30", 4, "sharp")
    found = flag("stretch-in-acute", "2026-11-21 20:00", BEFORE, stretch("2026-11-21 18:00"), sharp)
    assert found.message == (
        "Stretch of the lower back (Sat 21 Nov, 18:00) was followed by sharp pain in the lower back: 4 of 10 "
        "(Sat 21 Nov, 18:30)."
    )


def test_a_stretch_of_severe_pain_says_so(flag):
    found = flag(
        "stretch-in-acute", "2026-11-21 20:00", hurts("2026-11-21 08:00", 8), stretch("2026-11-21 18:00")
    )

    assert found.message == (
        "Stretch of the lower back (Sat 21 Nov, 18:00) was done with severe pain in the lower back: 8 of 10 "
        "(Sat 21 Nov, 08:00)."
    )


@pytest.mark.parametrize(
    ("records", "missing"),
    [
        ([stretch("2026-11-21 18:00"), hurts("2026-11-21 18:30", 5)], ()),
        (
            [hurts("2026-11-18 08:00", 1), stretch("2026-11-21 18:00"), hurts("2026-11-21 18:30", 5)],
            ("a pain entry before the stretch",),
        ),
        (
            [hurts("2026-11-18 08:00", 1), stretch("2026-11-21 18:00"), hurts("2026-11-21 18:30", 1)],
            (),
        ),
        (
            [
                hurts("2026-11-21 08:00", 3),
                stretch("2026-11-21 12:00", time_known=False),
                hurts("2026-11-21 18:30", 5),
            ],
            ("the time of the stretch",),
        ),
        (
            [hurts("2026-11-19 20:00", 8), stretch("2026-11-21 12:00", time_known=False)],
            ("the time of the stretch",),
        ),
        ([hurts("2026-11-21 08:00", 8), stretch("2026-11-21 18:00", None)], ()),
        (
            [hurts("2026-11-21 08:00", 8), stretch("2026-11-21 18:00", None), stretch("2026-11-01 18:00")],
            ("where the stretch was",),
        ),
    ],
    ids=[
        *(
            "nothing to compare with",
            "nothing of the last day",
            "nothing to tell of",
            "stretched at some time",
        ),
        *("perhaps after 48 h", "place never told", "place told before"),
    ],
)
def test_what_a_stretch_lacks(records, missing, judged):
    said = judged("stretch-in-acute", "2026-11-21 20:00", *records)

    assert [one.missing for one in said.insufficient] == ([missing] if missing else [])
    assert said.flags == ()


def test_a_stretch_is_raised_again_in_an_episode_only_when_it_is_worse(judged):
    records = [
        *(hurts("2026-11-21 08:00", 3), stretch("2026-11-21 18:00"), hurts("2026-11-21 18:30", 5)),
        *(stretch("2026-11-22 18:00"), hurts("2026-11-22 18:30", 7)),
        *(stretch("2026-11-23 18:00"), hurts("2026-11-23 18:30", 4, "sharp")),
        *(stretch("2026-11-24 18:00"), hurts("2026-11-24 18:30", 4, "sharp")),
    ]
    said = judged("stretch-in-acute", "2026-11-24 20:00", records, past=True).flags

    assert [(one.severity, one.since.day) for one in said] == [("caution", 23), ("info", 21)]


# Therapist

WEEK = [pain(f"2026-11-{day:02} 08:00", score=5) for day in range(1, 10)]
A_WEEK = "2026-11-08 08:00"
"""Exactly a week after the first entry: the next one is the first beyond it."""


@pytest.mark.parametrize(
    ("seen", "severity"),
    [
        ([], "info"),
        ([care("2026-11-05 12:00", "physio")], ""),
        ([care("2026-11-05 12:00", "doctor")], ""),
        ([care("2026-11-05 12:00", "clearance")], ""),
        ([care("2026-11-05 12:00", "massage")], "info"),
        ([care("2026-10-12 08:00", "physio")], ""),
        ([care("2026-10-12 07:59", "physio")], "info"),
        ([care("2026-11-09 10:00", "physio")], ""),
    ],
    ids=[
        "nobody",
        "physio",
        "doctor",
        "clearance",
        "a massage",
        "28 days ago",
        "a minute more",
        "since then",
    ],
)
def test_a_therapist_for_a_pain_that_is_no_better_after_a_week(seen, severity, level):
    assert level("therapist-hint", A_WEEK, *WEEK, *seen) == ""
    assert level("therapist-hint", "2026-11-09 12:00", *WEEK, *seen) == severity


def test_the_hint_says_what_it_rests_on_and_ends_with_the_pain(flag, level):
    found = flag("therapist-hint", "2026-11-09 12:00", *WEEK)

    assert found.message == (
        "Lower back pain is no better after a week, and no visit to a physiotherapist or doctor was recorded in "
        "the 28 days before."
    )
    assert found.subject == {"region": "lower-back"}
    assert found.evidence
    assert level("therapist-hint", "2026-11-12 07:59", *WEEK) == "info"
    assert level("therapist-hint", "2026-11-12 08:00", *WEEK) == ""


def test_no_hint_for_a_pain_that_eases(level):
    easing = [pain(f"2026-11-{day:02} 08:00", score=max(1, 8 - day)) for day in range(1, 10)]

    assert level("therapist-hint", "2026-11-09 12:00", *easing) == ""


def test_a_therapist_for_a_pain_that_comes_back_after_training(level):
    sessions = [
        [
            *run(f"2026-11-{day:02} 08:00", 5),
            pain(f"2026-11-{day:02} 08:20", "knee", score=5, qualities=("sharp",)),
        ]
        for day in (2, 8, 14)
    ]

    assert level("therapist-hint", "2026-11-14 08:19", *sessions) == ""
    assert level("therapist-hint", "2026-11-14 08:20", *sessions) == "info"


def test_no_therapist_for_ordinary_soreness_again_and_again(level):
    sessions = [
        [
            *workout(f"2026-11-{day:02} 08:00", ("deadlift", 3, 5, 100)),
            pain(f"2026-11-{day + 1:02} 08:00", score=3),
            pain(f"2026-11-{day + 1:02} 20:00", score=2),
            pain(f"2026-11-{day + 2:02} 08:00", score=0),
        ]
        for day in (2, 7, 12, 17)
    ]

    assert level("recurrent-post-workout", "2026-11-19 12:00", *sessions) == "info"
    assert level("therapist-hint", "2026-11-19 12:00", *sessions) == ""


# Relief exercises


def held(at, slug, *seconds, **more):
    """A workout with holds of an exercise."""
    made = Workout(id=name("held", at, slug), started_at=when(at), kind="mobility")
    return [
        made,
        *(
            Set(workout_id=made.id, position=position, exercise=slug, duration_s=one, **more)
            for position, one in enumerate(seconds, 1)
        ),
    ]


@pytest.mark.parametrize(
    ("slug", "inside", "outside"),
    [
        ("childs-pose", (15, 30, 60, 90), (14, 91, 300)),
        ("knees-to-chest", (10, 20, 40), (9, 41, 0)),
        ("bird-dog", (3, 5, 10), (2, 11, 60)),
        ("plank", (1, 300), ()),
        ("cat-cow", (1, 300), ()),
    ],
)
def test_a_hold_far_from_that_of_the_article(slug, inside, outside, level):
    at = "2026-11-20 18:00"

    assert [level("relief-hold-out-of-range", at, held(at, slug, one)) for one in inside] == [""] * len(
        inside
    )
    assert [level("relief-hold-out-of-range", at, held(at, slug, one)) for one in outside] == ["info"] * len(
        outside
    )


def test_the_hold_that_is_farthest_off_is_told(flag):
    at = "2026-11-20 18:00"
    found = flag("relief-hold-out-of-range", at, held(at, "childs-pose", 95, 30, 180, 5, 10))

    assert found.message == "Child's pose was held for 5 s on Fri 20 Nov; the article suggests 30 to 60 s."
    assert (found.value, found.threshold.op, found.threshold.value) == (5, "<", 15)
    assert found.subject == {"exercise": "childs-pose"}
    assert [(one.table, one.id[-2:]) for one in found.evidence] == [("sets", "/4")]


@pytest.mark.parametrize(
    ("more", "severity"),
    [({}, "info"), ({"reps": 1}, "info"), ({"reps": 2}, ""), ({"kind": "warmup"}, "")],
    ids=["one hold", "said to be one", "of several repetitions", "in the warm-up"],
)
def test_which_sets_tell_a_hold(more, severity, level):
    at = "2026-11-20 18:00"

    assert level("relief-hold-out-of-range", at, held(at, "bird-dog", 30, **more)) == severity


def test_a_hold_is_told_for_seven_days_or_until_the_next_one(judged, level):
    first, second = held("2026-11-20 18:00", "bird-dog", 30), held("2026-11-23 18:00", "bird-dog", 40)
    day = timedelta(days=1)

    assert level("relief-hold-out-of-range", "2026-11-27 17:59", first) == "info"
    assert level("relief-hold-out-of-range", "2026-11-27 18:00", first) == ""
    said = judged("relief-hold-out-of-range", "2026-11-24 18:00", first, second, past=True).flags
    assert [(one.value, one.until) for one in said] == [(40, None), (30, when("2026-11-20 18:00") + 3 * day)]


@pytest.mark.parametrize(
    "rule", ["massage-direct", "stretch-in-acute", "therapist-hint", "relief-hold-out-of-range"]
)
def test_an_empty_journal_says_nothing(rule, judged):
    records = workout("2026-11-20 16:00", ("deadlift", 3, 5, 100))

    for made in ([], records):
        said = judged(rule, "2026-11-20 20:00", made)
        assert (said.flags, said.insufficient) == ((), ())
