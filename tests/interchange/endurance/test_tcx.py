"""TCX: activities with their laps, as Garmin and Strava write them."""

import gzip
from datetime import date
from zoneinfo import ZoneInfo

import pytest
from came_in import distances as sets
from came_in import workouts
from from_bytes import read, recognises
from samples import tcx as made

from journal.errors import Refused
from journal.exercises import catalogue
from journal.interchange import Imported, Skipped
from journal.interchange.endurance import tcx
from journal.interchange.endurance.activities import NOT_READ
from journal.interchange.rows.foreign import Options
from journal.vocabulary import WorkoutKind

OPTIONS = Options(
    catalogue=catalogue(),
    zone=ZoneInfo("Europe/Berlin"),
    weight_unit=None,
    distance_unit=None,
    today=date(2026, 11, 22),
    file="training.tcx",
)


def reading(content: bytes) -> Imported:
    return read(tcx, content, OPTIONS)


def test_the_laps_of_an_activity_are_one_workout():
    imported = reading(made.run())
    (workout,) = workouts(imported)
    assert workout.started_at.isoformat() == "2024-06-28T17:29:31+02:00"
    assert (workout.kind, workout.duration_min, workout.source) == (WorkoutKind.RUN, 28.5, "tcx")
    assert sets(imported) == [("run", 5, 1710)]
    assert (imported.rows, imported.problems, imported.skipped, imported.notes) == (1, [], [], [NOT_READ])


@pytest.mark.parametrize(
    "content",
    [made.strava(), gzip.compress(made.strava()), b"\n" + made.run()],
    ids=["ten", "packed", "a line"],
)
def test_spaces_before_the_declaration_are_passed_over(content):
    assert recognises(tcx, content)
    assert len(workouts(reading(content))) == 1


@pytest.mark.parametrize(
    ("sport", "kind", "done", "note"),
    [
        ("Running", WorkoutKind.RUN, [("run", 2.5, 855)], ""),
        ("Biking", WorkoutKind.RIDE, [("ride", 2.5, 855)], ""),
        ("Other", WorkoutKind.OTHER, [], "2.5 km"),
        ("Swimming", WorkoutKind.SWIM, [("swim", None, 855)], ""),
        ("Rowing", WorkoutKind.ROW, [("outdoor-row", 2.5, 855)], ""),
    ],
)
def test_the_sport_gives_kind_and_exercise(sport, kind, done, note):
    imported = reading(made.tcx(made.activity(made.lap(), sport=sport)))
    (workout,) = workouts(imported)
    assert (workout.kind, workout.note, sets(imported)) == (kind, note, done)
    assert workout.duration_min == 14.25


def test_several_activities_are_several_workouts_also_those_of_a_triathlon():
    swim = made.activity(made.lap(1800, 1500), sport="Other")
    ride = made.activity(made.lap(3600, 30000), sport="Biking", key="2024-06-28T16:10:00Z")
    whole = (
        f"<MultiSportSession><FirstSport>{swim}</FirstSport><NextSport>{ride}</NextSport></MultiSportSession>"
    )
    for content in (made.tcx(swim, ride), made.tcx(whole)):
        imported = reading(content)
        assert [one.kind for one in workouts(imported)] == [WorkoutKind.OTHER, WorkoutKind.RIDE]
        assert imported.rows == 2


def test_the_distances_of_points_and_the_names_of_devices_are_no_laps():
    points = made.point("2024-06-28T15:29:31Z", 0) + made.point("2024-06-28T15:43:46Z", 99_999)
    device = "<Creator><Name>Forerunner</Name></Creator><Notes>my knee hurts</Notes>"
    imported = reading(made.tcx(made.activity(made.lap(points=points), after=device)))
    assert sets(imported) == [("run", 2.5, 855)]
    assert workouts(imported)[0].title == ""
    assert imported.notes == ["notes that were not read: 1", NOT_READ]


def test_without_numbers_of_laps_those_of_the_points_count():
    points = made.point("2024-06-28T15:29:31Z", 0) + made.point("2024-06-28T15:43:46Z", 2500)
    for seconds, metres in ((0, 0), ("", ""), ("nan", "-5"), ("inf", "1e999")):
        imported = reading(made.tcx(made.activity(made.lap(seconds, metres, points=points))))
        assert sets(imported) == [("run", 2.5, 855)]


def test_the_first_lap_tells_the_start_when_the_id_does_not():
    imported = reading(made.tcx(made.activity(made.lap(), key="running-42")))
    assert workouts(imported)[0].started_at.isoformat() == "2024-06-28T17:29:31+02:00"


def test_an_activity_without_a_start_is_left_out_among_others():
    dateless = made.activity(made.lap(start=""), key="")
    imported = reading(made.tcx(dateless, made.activity(made.lap())))
    assert len(workouts(imported)) == 1
    assert imported.skipped == [Skipped(0, "an activity without a start: its day is not known")]


def test_an_activity_without_time_and_distance_is_none():
    imported = reading(made.tcx(made.activity(made.lap(0, 0))))
    assert imported.records == []
    assert imported.skipped == [Skipped(0, "no workout: it has neither a time nor a distance")]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (made.tcx(), "has no activity: a course or a planned workout is none"),
        (made.tcx(made.activity(made.lap(start="x"), key="x")), "does not say when its activity was"),
        (b"<gpx></gpx>", "is not TCX: it needs the element TrainingCenterDatabase"),
        (made.run()[:-60], "line 2: the file is cut or damaged"),
        (made.tcx(before='<!DOCTYPE x [<!ENTITY a "b">]>'), "declares its own document type or entities"),
    ],
    ids=lambda told: told[:20] if isinstance(told, str) else "",
)
def test_what_holds_no_workout_or_is_damaged_is_refused_in_a_sentence(content, reason):
    with pytest.raises(Refused, match=reason) as refused:
        reading(content)
    assert str(refused.value).startswith("training.tcx")


def test_a_file_cut_anywhere_is_refused():
    whole = made.run()
    for length in range(0, len(whole) - len("</TrainingCenterDatabase>"), 7):
        with pytest.raises(Refused):
            reading(whole[:length])
