"""GPX: tracks of receivers, of whatever version and prefix."""

import gzip
from datetime import date
from zoneinfo import ZoneInfo

import pytest
from came_in import distances as sets
from came_in import workouts
from from_bytes import read, recognises
from samples import gpx as made

from journal.errors import Refused
from journal.exercises import catalogue
from journal.interchange import Imported, Skipped
from journal.interchange.endurance import gpx
from journal.interchange.endurance.activities import NOT_READ
from journal.interchange.rows.foreign import Options
from journal.vocabulary import Surface, WorkoutKind

OPTIONS = Options(
    catalogue=catalogue(),
    zone=ZoneInfo("Europe/Berlin"),
    weight_unit=None,
    distance_unit=None,
    today=date(2026, 11, 22),
    file="track.gpx",
)


def reading(content: bytes) -> Imported:
    return read(gpx, content, OPTIONS)


@pytest.mark.parametrize(
    "content",
    [made.run(), made.prefixed(), gzip.compress(made.run())],
    ids=["plain", "with prefixes", "packed"],
)
def test_a_track_is_a_workout_with_its_distance_and_its_time(content):
    assert recognises(gpx, content)
    imported = reading(content)
    (workout,) = workouts(imported)
    assert workout.started_at.isoformat() == "2024-06-28T17:29:00+02:00"
    assert (workout.kind, workout.title, workout.source) == (WorkoutKind.RUN, "Morning Run", "gpx")
    assert (workout.duration_min, sets(imported)) == (15, [("run", 5.004, 900)])
    assert (imported.rows, imported.problems, imported.skipped, imported.notes) == (1, [], [], [NOT_READ])


def test_the_distance_is_that_of_the_earth():
    # A degree along the equator, and one along a meridian.
    points = [
        '<trkpt lat="0" lon="0"><time>2024-06-28T00:00:00Z</time></trkpt>',
        '<trkpt lat="0" lon="1"/>',
        '<trkpt lat="1" lon="1"><time>2024-06-28T10:00:00Z</time></trkpt>',
    ]
    imported = reading(made.gpx(made.track(points, sport="sailing")))
    assert sets(imported) == [("sailing", 222.39, 36_000)]


def test_of_a_pause_the_time_counts_and_the_way_does_not():
    here = "".join(made.point(place) for place in range(3))
    there = "".join(made.point(place, lat=49.0) for place in range(9, 12))
    imported = reading(made.gpx(made.track([here, "</trkseg><trkseg>", there])))
    assert sets(imported) == [("run", 0.445, 220)]


@pytest.mark.parametrize(
    ("sport", "kind", "exercise", "surface"),
    [
        ("running", WorkoutKind.RUN, "run", None),
        ("trail_running", WorkoutKind.RUN, "run", Surface.TRAIL),
        ("treadmill_running", WorkoutKind.RUN, "run", Surface.TREADMILL),
        ("Ride", WorkoutKind.RIDE, "ride", None),
        ("cycling", WorkoutKind.RIDE, "ride", None),
        ("9", WorkoutKind.RUN, "run", None),
        ("1", WorkoutKind.RIDE, "ride", None),
        ("hiking", WorkoutKind.WALK, "hike", None),
        ("Wandern", WorkoutKind.WALK, "hike", None),
        ("kayaking", WorkoutKind.ROW, "kayaking", None),
    ],
)
def test_the_type_says_the_sport(sport, kind, exercise, surface):
    imported = reading(made.gpx(made.track((made.point(place) for place in range(9)), sport=sport)))
    (workout,) = workouts(imported)
    assert (workout.kind, workout.surface, sets(imported)[0][0]) == (kind, surface, exercise)


def test_a_sport_that_nobody_knows_becomes_an_exercise():
    imported = reading(made.gpx(made.track((made.point(place) for place in range(9)), sport="Baanlopen")))
    assert imported.new_exercises == ["Baanlopen"]
    assert workouts(imported)[0].kind is WorkoutKind.OTHER


def test_without_a_type_the_name_may_say_the_sport_and_that_is_said():
    points = [made.point(place) for place in range(9)]
    imported = reading(made.gpx(made.track(points, name="Afternoon Ride", sport="")))
    assert workouts(imported)[0].kind is WorkoutKind.RIDE
    assert imported.notes == ["the sport is not stated: taken from the name of 1 of the tracks", NOT_READ]


def test_without_any_sport_the_distance_stays_in_the_note():
    imported = reading(made.old())
    (workout,) = workouts(imported)
    assert (workout.kind, workout.note, workout.duration_min) == (WorkoutKind.OTHER, "5.004 km", 15)
    assert imported.notes == [NOT_READ, "workouts of no known sport, whose distance is in their note: 1"]


def test_each_track_is_a_workout():
    morning = made.track(made.point(place) for place in range(9))
    evening = made.track((made.point(place) for place in range(20, 30)), name="Evening", sport="walking")
    imported = reading(made.gpx(morning, evening))
    assert [one.kind for one in workouts(imported)] == [WorkoutKind.RUN, WorkoutKind.WALK]
    assert imported.rows == 2


def test_a_track_without_times_among_others_is_left_out():
    timeless = made.track(made.point(place, time=False) for place in range(9))
    imported = reading(made.gpx(made.track(made.point(place) for place in range(9)), timeless))
    assert len(workouts(imported)) == 1
    assert imported.skipped == [Skipped(0, "a track without times: its day is not known")]


@pytest.mark.parametrize(
    "time", ["2024-06-28T15:29:00.000Z", "2024-06-28T17:29:00+02:00", "2024-06-28T17:29:00"]
)
def test_times_are_read_with_fractions_offsets_and_without_any(time):
    points = [f'<trkpt lat="48" lon="11"><time>{time}</time></trkpt>', made.point(3), made.point(60)]
    assert (
        workouts(reading(made.gpx(made.track(points))))[0].started_at.isoformat()
        == "2024-06-28T17:29:00+02:00"
    )


def test_the_times_of_a_clock_that_was_never_set_and_points_nowhere_do_not_count():
    points = [
        '<trkpt lat="48" lon="11"><time>1970-01-01T00:00:00Z</time></trkpt>',
        '<trkpt lat="north" lon="11"><time>yesterday</time></trkpt>',
        '<trkpt lat="nan" lon="inf"/><trkpt lat="480" lon="11"/><trkpt/>',
        *(made.point(place) for place in range(9)),
    ]
    imported = reading(made.gpx(made.track(points)))
    assert sets(imported) == [("run", 0.89, 160)]


def test_a_waypoint_has_no_time_of_the_track():
    points = '<wpt lat="1" lon="2"><time>2020-01-01T00:00:00Z</time></wpt>'
    imported = reading(made.gpx(points, made.track(made.point(place) for place in range(9))))
    assert workouts(imported)[0].started_at.year == 2024


# What is refused


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (made.gpx(), "has no track: points and routes"),
        (made.gpx('<rte><rtept lat="1" lon="2"/></rte>'), "has no track: points and routes"),
        (
            made.gpx(made.track([made.point(1, time=False)])),
            "has no times, so that the day of the workout is not known",
        ),
        (b"<html></html>", "is not GPX: it needs the element gpx"),
        (b"", "is not GPX: it needs the element gpx"),
        (made.run()[:-500], "the file is cut or damaged"),
        (made.run().replace(b"</trkpt>", b"</trk>", 1), "line 2: the file is cut or damaged"),
        (gzip.compress(made.run())[:-20], "is packed with gzip and cut"),
        (gzip.compress(made.run())[:20] + b"\xff" * 30, "is packed with gzip and damaged"),
        (made.run().replace(b"UTF-8", b"UTF-99", 1), "is in an encoding that XML does not have"),
        (b"<gpx>" + b"<trk>" * 100_000, "nests its elements deeper"),
    ],
    ids=lambda told: told[:20] if isinstance(told, str) else "",
)
def test_what_holds_no_workout_or_is_damaged_is_refused_in_a_sentence(content, reason):
    with pytest.raises(Refused, match=reason) as refused:
        reading(content)
    assert str(refused.value).startswith("track.gpx")


@pytest.mark.parametrize(
    "declared",
    [
        '<!DOCTYPE gpx [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"]>',
        '<!DOCTYPE gpx [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE gpx SYSTEM "http://127.0.0.1/gpx.dtd">',
    ],
)
def test_entities_are_refused(declared):
    content = made.gpx(made.track([made.point(1), made.point(2)]), before=declared)
    with pytest.raises(Refused, match="declares its own document type or entities"):
        reading(content)


def test_a_small_file_that_unpacks_to_a_huge_one_is_refused():
    bomb = gzip.compress(b"<gpx>" + b" " * (70 * 1024 * 1024))
    assert len(bomb) < 100_000
    with pytest.raises(Refused, match="larger than any activity"):
        reading(bomb)


def test_progress_is_told_and_may_end_the_reading():
    class Cancelled(Exception):
        pass

    def tell(done, of):
        raise Cancelled

    options = Options(catalogue(), ZoneInfo("UTC"), None, None, date(2026, 11, 22), "track.gpx", tell=tell)
    with pytest.raises(Cancelled):
        read(gpx, made.run(), options)


def test_another_file_is_not_known_as_gpx():
    for content in (
        b"",
        b"<gpxx>",
        b"<TrainingCenterDatabase>",
        b"gpx",
        b"\x1f\x8b\x08nothing",
        gzip.compress(b"x"),
    ):
        assert not recognises(gpx, content)
    assert recognises(gpx, made.run().decode().encode("utf-16"))
