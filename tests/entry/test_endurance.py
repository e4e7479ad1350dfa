"""Distance and time: what is metres, what is minutes, and what is too fast to be true."""

from dataclasses import replace

import pytest

from journal.entry import parse
from journal.vocabulary import DistanceUnit


@pytest.mark.parametrize(
    ("line", "km", "seconds"),
    [
        ("run", None, None),
        ("run 5km", 5, None),
        ("run 5 km", 5, None),
        ("run 5k", 5, None),
        ("run 5", 5, None),
        ("run 5,2 28:30", 5.2, 1710),
        ("run 28:30 5km", 5, 1710),
        ("run 3mi 25:00", 4.828, 1500),
        ("run 3 miles", 4.828, None),
        ("run 400m 1:20", 0.4, 80),
        ("run 100m", 0.1, None),
        ("run 1500 m 4:59", 1.5, 299),
        ("run 30min", None, 1800),
        ("run 30 min", None, 1800),
        ("walk 45 minutes", None, 2700),
        ("ride 1 h", None, 3600),
        ("ride 2 h 10 min 40 km", 40, 7800),
        ("run 400 m 90 s", 0.4, 90),
        ("swim 1500 m 30 min", 1.5, 1800),
        ("run 5:00", None, 300),
        ("run 1h30", None, 5400),
        ("run 1h 30m", None, 5400),
        ("run 1.5h", None, 5400),
        ("run 10km 20:00", 10, 1200),
        ("run 75:00", None, 4500),
        ("ride 40km 1:02:03", 40, 3723),
        ("ride 10km 10:00", 10, 600),
        ("ride 10km 6:00", 10, 360),
        ("row 500m 1:20", 0.5, 80),
        ("skiing 10km 10:00", 10, 600),
        ("swim 1500m 35:00", 1.5, 2100),
        ("walking 3km", 3, None),
        ("rowing 2km 7:30", 2, 450),
        ("elliptical 30min", None, 1800),
        ("yoga 60min", None, 3600),
    ],
)
def test_distance_and_time_in_any_order(line, km, seconds, entry):
    session = entry(line)
    (stretch,) = session.sets
    assert (stretch.distance_km, stretch.duration_s) == (km, seconds)
    assert session.workout.duration_min == (None if seconds is None else round(seconds / 60, 3))


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("run 5km", "run"),
        ("cycling 20km", "ride"),
        ("swim 1km", "swim"),
        ("walk 2km", "walk"),
        ("rowing 2km", "row"),
        ("sun salutation 10min", "yoga"),
        ("football 90min", "sport"),
        ("elliptical 30min", "other"),
        ("cat-cow 5min", "mobility"),
    ],
)
def test_the_workout_is_of_the_kind_of_its_exercise(line, kind, entry):
    assert entry(line).workout.kind == kind


def test_rpe_and_surface_are_of_the_session(entry):
    session = entry("run 5km trail @6 28:30")
    assert (session.workout.session_rpe, session.workout.surface) == (6, "trail")
    assert session.sets[0].rpe is None


def test_a_bare_distance_is_in_the_writers_unit(writer):
    (one,) = parse("run 3 25:00", replace(writer, distance_unit=DistanceUnit.MI))
    assert one.entry.sets[0].distance_km == 4.828
    assert one.words == "run 3 mi in 25:00"


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("run 30m", "'30m': 30 minutes (write 30min) or metres (write 0.030km)?"),
        ("run 99.5 m", "'99.5 m': 99.5 minutes (write 99.5min) or metres (write 0.100km)?"),
        ("swim 50m", "'50m': 50 minutes (write 50min) or metres (write 0.050km)?"),
        ("run 4:59", "shorter than 5 minutes: write 4h59 or 4:59:00"),
        ("run 4min", "shorter than 5 minutes: add the distance"),
        ("run 45s", "shorter than 5 minutes: add the distance"),
        ("child's pose 60s", "shorter than 5 minutes: a set is written 1x60s"),
        ("childs pose 1:30", "shorter than 5 minutes: write 1h30 or 1:30:00"),
        ("run 21.1km 1:45", "faster than 2:00 /km: write 1h45 or 1:45:00"),
        ("run 10km 19:59", "faster than 2:00 /km: write 19h59 or 19:59:00"),
        ("run 50km 80:00", "faster than 2:00 /km: check the distance and the time"),
        ("run 42km 1:00:00", "faster than 2:00 /km: check the distance and the time"),
        ("run 400 1:30", "faster than 2:00 /km: metres are written 400m"),
        ("swim 1500 30:00", "faster than 2:00 /km: metres are written 1500m"),
        ("row 2000 8:00", "faster than 1:00 /km: metres are written 2000m"),
        ("walk 10km 2:15", "faster than 2:00 /km: write 2h15 or 2:15:00"),
        ("ride 40km 1:10", "faster than 0:36 /km: write 1h10 or 1:10:00"),
        ("ride 10km 359s", "faster than 0:36 /km: check the distance and the time"),
        ("run 1h 30", "'30' after hours: minutes (write 30min) or a distance (write 30km)?"),
        ("run 5km 6km", "two distances: '5km' and '6km'; only one can stand"),
        ("run 5 6", "'5' is the distance already; a time is written 6min"),
        ("run 5km 25", "'5km' is the distance already; a time is written 25min"),
        ("yoga 30", "'30': minutes (write 30min) or a distance (write 30km)?"),
        ("elliptical 5 20:00", "'5': minutes (write 5min) or a distance (write 5km)?"),
        ("run 28:30 29:00", "two times: '28:30' and '29:00'; only one can stand"),
        ("run trail track", "two surfaces: 'trail' and 'track'; only one can stand"),
        ("run 5km @11", "'@11': RPE is 0 to 10"),
        ("run 28:75", "'28:75' is not a time: minutes:seconds such as 28:30, or 1:45:00"),
        ("run 1:75:00", "'1:75:00' is not a time: minutes:seconds such as 28:30, or 1:45:00"),
    ],
)
def test_doubts(line, sentence, refused):
    assert refused(line).sentence == sentence


@pytest.mark.parametrize("word", ["4x400m", "1h75", "100kg", "5,4,3", "fast", "-5km"])
def test_what_is_neither_distance_nor_time_is_named(word, refused):
    assert refused(f"run {word}").sentence.startswith(
        f"'{word}' is not understood after 'run': here could stand"
    )


def test_the_time_at_fault_is_marked(refused):
    doubt = refused("yesterday run 21.1km 1:45 trail")
    assert doubt.line[doubt.start : doubt.end] == "1:45"
