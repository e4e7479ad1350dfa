"""Workouts that took too long are named with their places."""

from datetime import UTC, datetime

from journal.importing.doubtful import remark, too_long
from journal.interchange.imported import Imported, Place
from journal.records import Workout
from journal.vocabulary import DistanceUnit, MassUnit


def workout(number, minutes):
    return Workout(
        id=f"00000000-0000-4000-8000-{number:012}",
        started_at=datetime(2024, 8, number, 18, tzinfo=UTC),
        duration_min=minutes,
        title=f"Day {number}",
        kind="strength",
    )


def read(*minutes):
    workouts = [workout(number, one) for number, one in enumerate(minutes, start=1)]
    places = {(one.TABLE, one.key): Place("x.csv", 10 * n) for n, one in enumerate(workouts, start=1)}
    return Imported("strong", records=list(workouts), places=places)


def test_the_longest_three_are_told_with_their_lines():
    assert remark(too_long(read(300, 301, 14069, None, 1440, 600))) == (
        "the longest durations: line 30, 2024-08-03 Day 3: 234 h 29 min; "
        "line 50, 2024-08-05 Day 5: 24 h; line 60, 2024-08-06 Day 6: 10 h"
    )


def test_nothing_is_said_of_believable_ones():
    assert remark(too_long(read(300, None, 0, 60))) == ""


def test_distances_that_nobody_covers_in_the_time_are_told_with_their_lines(bring):
    header = "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE\n"
    rows = [
        f"2024-08-0{day} 18:00:00,Carry,1h,Farmer's Walk,1,80,0,{distance},{seconds},,,\n"
        for day, distance, seconds in ((1, 40, 35), (2, 0.04, 35), (3, 40, 0), (4, 10, 99), (5, 10, 100))
    ]
    fast, *_ = bring(
        "strong.csv", "".join([header, *rows]), weight_unit=MassUnit.KG, distance_unit=DistanceUnit.KM
    ).read.notes
    assert fast == (
        "nobody covers these distances in their time, so look at their unit: "
        "line 2, farmers-walk: 40 km in 35 s; line 5, farmers-walk: 10 km in 99 s"
    )
