"""The way back to training: when a place is in pain, has settled, is returning, and is normal again."""

from itertools import pairwise

import pytest
from journals import CATALOGUE, pain, run, symptom, when, workout

from journal.analysis.engine import evaluate
from journal.analysis.frames import Frames
from journal.analysis.pain.returning import phase_at, phases
from journal.analysis.pain.way_back import Stage
from journal.analysis.rows import Place
from journal.records import Record

BACK = Place("lower-back")
HURT = pain("2026-11-02 08:00", score=6)
EASED = pain("2026-11-03 08:00", score=2)


def way(*records, place=BACK):
    """The stages of a place as (stage, since), the last one with its end."""
    made = [one for some in records for one in ([some] if isinstance(some, Record) else some)]
    frames = Frames.of(made, CATALOGUE)
    found = phases(frames, evaluate(frames, rules=["rf-leg-numbness", "sharp-during-exercise"]).occurrences)
    told = [one for one in found if one.place == place]
    for one, following in pairwise(told):
        assert one.until == following.since
    return [(one.stage.value, clock(one.since)) for one in told], told


def stages(*records, place=BACK):
    return way(*records, place=place)[0]


def clock(instant):
    return (when("1970-01-01 00:00+00:00").fromtimestamp(instant, when("2026-11-01 00:00").tzinfo)).strftime(
        "%m-%d %H:%M"
    )


def squats(at, **more):
    return workout(at, ("squat", 3, 5, 60), **more)


def test_the_whole_way():
    told, found = way(HURT, EASED, squats("2026-11-05 18:00"), squats("2026-11-08 18:00"))

    assert told == [
        ("pain", "11-02 08:00"),
        ("settling", "11-03 08:00"),
        ("returning", "11-05 18:00"),
        ("normal", "11-19 00:00"),
    ]
    assert [len(one.workouts) for one in found] == [0, 0, 2, 0]
    assert found[-1].until is None


# What begins it


@pytest.mark.parametrize(
    ("records", "expected"),
    [
        ([], []),
        ([pain("2026-11-02 08:00", score=3)], []),
        ([pain("2026-11-02 08:00", score=0)], []),
        ([pain("2026-11-02 08:00", score=4)], ["11-02 08:00"]),
        ([pain("2026-11-02 08:00", score=3), pain("2026-11-03 08:00", score=4)], ["11-03 08:00"]),
        ([pain("2026-11-02 08:00", score=2, qualities=["sharp"], context="during")], ["11-02 08:00"]),
        ([pain("2026-11-02 08:00", score=2, qualities=["sharp"])], []),
    ],
    ids=["nothing", "peak 3", "zero", "peak 4", "reaches 4", "with a warning", "sharp, no warning"],
)
def test_pain_begins_at_4_or_with_a_warning(records, expected):
    assert [since for stage, since in stages(*records) if stage == "pain"] == expected


def test_a_warning_of_another_place_or_of_none_begins_nothing():
    knee = pain("2026-11-02 08:00", "knee", 2, side="left", qualities=["sharp"], context="during")
    mild = pain("2026-11-02 08:00", score=2)

    assert stages(knee, mild) == []
    assert stages(mild, symptom("2026-11-02 08:00", "leg-numbness")) == []


def test_each_side_goes_its_own_way():
    both = pain("2026-11-02 08:00", "knee", 5, side="both")
    left = pain("2026-11-03 08:00", "knee", 1, side="left")

    assert stages(both, left, place=Place("knee", "left"))[1] == ("settling", "11-03 08:00")
    assert stages(both, left, place=Place("knee", "right"))[1] == ("settling", "11-05 08:00")
    assert stages(both, left, place=Place("knee")) == []


def sore(score, **more):
    """Soreness of both thighs on the days after squats; numb entries raise a flag of their own."""
    return [
        *workout("2026-11-01 18:00", ("squat", 5, 5, 100)),
        pain("2026-11-02 08:00", "thigh-front", score, side="both", **more),
        pain("2026-11-03 08:00", "thigh-front", 1, side="both"),
        pain("2026-11-03 20:00", "thigh-front", 1, side="both"),
    ]


def test_ordinary_soreness_never_begins_it_unless_it_reaches_4():
    thigh = Place("thigh-front", "left")

    assert stages(sore(3), place=thigh) == []
    assert stages(sore(4), place=thigh)[0] == ("pain", "11-02 08:00")


def test_a_flag_on_ordinary_soreness_counts_once_it_is_no_longer_ordinary():
    frames = Frames.of([*sore(3), pain("2026-11-05 08:00", "thigh-front", 2, side="both")], CATALOGUE)
    thigh = Place("thigh-front", "left")
    odd = pain("2026-11-03 20:00", "thigh-front", 1, side="left", qualities=["sharp"], context="during")
    (raised,) = evaluate(Frames.of([odd], CATALOGUE), rules=["sharp-during-exercise"]).occurrences

    (first, *_) = [one for one in phases(frames, [raised]) if one.place == thigh]
    assert (first.stage, clock(first.since)) == (Stage.PAIN, "11-05 08:00")


# Settling


@pytest.mark.parametrize(
    ("entries", "settled"),
    [
        ([("11-02 20:00", 2)], "11-03 08:00"),
        ([("11-03 07:59", 2)], "11-03 08:00"),
        ([("11-04 08:00", 2)], "11-04 08:00"),
        ([("11-02 20:00", 4), ("11-03 08:00", 3)], "11-03 20:00"),
        ([("11-02 20:00", 3), ("11-03 07:59", 4), ("11-03 12:00", 3)], "11-04 07:59"),
        ([("11-02 20:00", 3), ("11-03 08:00", 4), ("11-03 12:00", 3)], "11-04 08:00"),
        ([("11-03 08:00", 0)], "11-03 08:00"),
        ([], "11-05 08:00"),
        ([("11-03 08:00", 4)], "11-06 08:00"),
    ],
    ids=[
        "24 h after the last above 3",
        "a minute before",
        "the first low entry comes later",
        "the last above 3 counts",
        "worse just before 24 h",
        "worse at 24 h",
        "a zero settles it at once",
        "silence settles it when the episode closes",
        "4 is not settled",
    ],
)
def test_it_settles_after_24_h_without_more_than_3(entries, settled):
    told = stages(HURT, *(pain(f"2026-{at}", score=score) for at, score in entries))

    assert next(one for one in told if one[0] == "settling") == ("settling", settled)


@pytest.mark.parametrize(
    ("peak", "latest", "settled"),
    [
        (5, 3, "11-03 08:00"),
        (4, 3, "11-06 08:00"),
        (4, 2, "11-03 08:00"),
        (10, 4, "11-06 08:00"),
    ],
    ids=["2 points", "1 of 4 is 25 %", "half", "much less, but 4"],
)
def test_the_newest_entry_must_be_clearly_below_the_peak(peak, latest, settled):
    told = stages(pain("2026-11-02 08:00", score=peak), pain("2026-11-03 08:00", score=latest))

    assert told[1] == ("settling", settled)


def test_only_an_entry_makes_the_end_sure():
    assert way(HURT, EASED)[1][1].sure_from == when("2026-11-03 08:00").timestamp()
    assert way(HURT)[1][1].sure_from is None
    late = pain("2026-11-08 08:00", score=0)
    assert way(HURT, late)[1][1].sure_from == late.at.timestamp()
    assert stages(HURT, late)[1] == ("settling", "11-05 08:00")


def test_more_than_3_while_it_settles_is_pain_again():
    assert stages(HURT, EASED, pain("2026-11-04 08:00", score=4))[:3] == [
        ("pain", "11-02 08:00"),
        ("settling", "11-03 08:00"),
        ("pain", "11-04 08:00"),
    ]


def test_a_new_mild_episode_does_not_disturb_it_a_bad_one_does():
    mild, bad = pain("2026-11-10 08:00", score=3), pain("2026-11-11 08:00", score=5)

    assert len(stages(HURT, EASED, mild)) == 3
    assert stages(HURT, EASED, mild, bad)[2] == ("pain", "11-11 08:00")


def test_what_settled_long_ago_is_nothing_to_return_from():
    late = squats("2027-02-01 07:59")
    assert stages(HURT, EASED, late)[2] == ("returning", "02-01 07:59")
    forgotten = squats("2027-02-01 08:00")
    assert stages(HURT, EASED, forgotten)[2:] == [("normal", "02-01 08:00")]


# Returning


@pytest.mark.parametrize(
    ("at", "expected"),
    [("2026-11-03 07:59", None), ("2026-11-03 08:00", "11-03 08:00"), ("2026-11-03 08:01", "11-03 08:01")],
    ids=["still in pain", "as it settles", "after it settled"],
)
def test_the_first_workout_that_loads_it_after_it_settled_begins_the_return(at, expected):
    told, found = way(HURT, EASED, squats(at))

    assert [since for stage, since in told if stage == "returning"] == (
        [] if expected is None else [expected]
    )
    assert len(found[0].workouts) == (expected is None)


@pytest.mark.parametrize(
    "gentle",
    [
        workout("2026-11-05 18:00", ("bench-press", 3, 8, 60)),
        workout("2026-11-05 18:00", ("plank", 3, 1)),
        workout("2026-11-05 18:00", ("childs-pose", 3, 1)),
    ],
    ids=["another place", "gentle core", "relief"],
)
def test_what_does_not_load_the_place_begins_no_return(gentle):
    assert stages(HURT, EASED, gentle)[1:] == stages(HURT, EASED)[1:]


def test_it_is_normal_after_14_dates_by_the_clock_of_the_first_workout():
    assert stages(HURT, EASED, squats("2026-11-05 23:59"))[3] == ("normal", "11-19 00:00")
    abroad = squats("2026-11-05 23:59-05:00")
    assert stages(HURT, EASED, abroad)[3] == ("normal", "11-19 06:00")


def test_a_date_longer_by_the_end_of_summer_time_is_one_date():
    hurt, eased = pain("2026-10-14 08:00+02:00", score=6), pain("2026-10-15 08:00+02:00", score=1)

    told = stages(hurt, eased, squats("2026-10-20 18:00+02:00"))
    assert told[3] == ("normal", "11-02 23:00")


@pytest.mark.parametrize(
    ("entry", "back"),
    [
        (pain("2026-11-06 08:00", score=3), False),
        (pain("2026-11-06 08:00", score=4), True),
        (pain("2026-11-06 19:00", score=4), True),
        (pain("2026-11-06 19:01", score=4), False),
        (pain("2026-11-05 18:00", score=4, context="during"), True),
    ],
    ids=["1 more", "4 the next day", "24 h after its end", "24 h 1 min", "during it"],
)
def test_4_or_more_is_pain_again_and_it_came_back_within_24_h_of_the_workout(entry, back):
    found = way(HURT, EASED, squats("2026-11-05 18:00"), entry)[1]
    again = [one for one in found[1:] if one.stage is Stage.PAIN]

    assert bool(again) is (entry.score >= 4)
    assert any(one.back is not None for one in again) is back


@pytest.mark.parametrize(
    ("before", "score", "again"),
    [(1, 2, False), (1, 3, True), (0, 2, True), (2, 3, False)],
)
def test_2_more_than_the_last_entry_is_pain_again(before, score, again):
    eased = pain("2026-11-04 08:00", score=before)
    entry = pain("2026-11-06 08:00", score=score)
    found = way(HURT, EASED, eased, squats("2026-11-05 18:00"), entry)[1]

    assert any(one.stage is Stage.PAIN for one in found[1:]) is again


def test_a_rise_long_after_a_workout_or_after_one_that_does_not_load_it_is_none():
    calm, rise = pain("2026-11-04 08:00", score=0), pain("2026-11-09 08:00", score=3)
    bench = workout("2026-11-08 18:00", ("bench-press", 3, 8, 60))

    assert len(stages(HURT, EASED, calm, squats("2026-11-05 18:00"), bench, rise)) == 4


@pytest.mark.parametrize(("last", "again"), [("2026-11-28 08:00", True), ("2026-11-27 08:00", False)])
def test_a_rise_of_mild_pain_is_none_90_days_after_the_last_real_pain(last, again):
    """Else soreness after every session would keep a place returning for ever."""
    eased = pain(f"{last[:8]}29 08:00", score=0)
    entry = pain("2027-02-26 08:00", score=2)
    found = way(pain(last, score=5), eased, squats("2027-02-25 18:00"), entry)[1]

    assert any(one.stage is Stage.PAIN for one in found[1:]) is again


def test_the_way_begins_anew_when_pain_came_back():
    back = pain("2026-11-06 08:00", score=5)
    told, found = way(
        HURT,
        EASED,
        squats("2026-11-05 18:00"),
        back,
        pain("2026-11-07 08:00", score=1),
        squats("2026-11-10 18:00"),
    )

    assert [stage for stage, _ in told] == ["pain", "settling", "returning"] * 2 + ["normal"]
    assert told[-1] == ("normal", "11-24 00:00")
    assert found[3].back.entry.id == str(back.id)
    assert found[3].back.before.score == 2


def test_a_run_loads_the_knee():
    knee = [
        pain("2026-11-02 08:00", "knee", 5, side="left"),
        pain("2026-11-03 08:00", "knee", 0, side="left"),
    ]

    told = stages(knee, run("2026-11-05 08:00", 5), place=Place("knee", "left"))
    assert told[2] == ("returning", "11-05 08:00")


def test_who_logs_a_workout_and_its_pain_in_one_go_was_not_in_pain_before_it():
    at = "2026-11-05 18:00"
    told, found = way(HURT, EASED, squats(at), pain(at, score=6, context="during"))

    assert told[:4] == [
        ("pain", "11-02 08:00"),
        ("settling", "11-03 08:00"),
        ("returning", "11-05 18:00"),
        ("pain", "11-05 18:00"),
    ]
    assert [len(one.workouts) for one in found[:4]] == [0, 0, 1, 0]
    before = way(HURT, EASED, squats(at), pain(at, score=6))[1]
    assert [one.stage.value for one in before[:3]] == ["pain", "settling", "pain"]
    assert len(before[2].workouts) == 1


def test_the_phase_of_an_instant():
    found = way(HURT, EASED, squats("2026-11-05 18:00"))[1]

    def stage(at, place=BACK):
        made = phase_at(found, place, int(when(at).timestamp()))
        return made and made.stage

    assert stage("2026-11-02 07:59") is None
    assert stage("2026-11-02 08:00") is Stage.PAIN
    assert stage("2026-11-03 07:59") is Stage.PAIN
    assert stage("2026-11-03 08:00") is Stage.SETTLING
    assert stage("2026-11-05 18:00") is Stage.RETURNING
    assert stage("2026-11-19 00:00") is Stage.NORMAL
    assert stage("2026-11-05 18:00", Place("knee", "left")) is None
