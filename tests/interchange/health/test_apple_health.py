"""Exports of Apple Health: what is taken, what counts once, what is left out, and what no export may do."""

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import from_bytes
import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import apple_health as sample
from samples.apple_health import PHONE, WATCH, asleep, export, packed, record, statistics, workout

from journal.errors import CouldNot, Refused
from journal.exercises import catalogue
from journal.interchange import Imported, Skipped
from journal.interchange.health import apple_health, apple_health_file
from journal.interchange.health.apple_health_kinds import _KINDS, title_of
from journal.interchange.recognise import recognise
from journal.interchange.rows.foreign import Options
from journal.records import CheckIn, Drink, Set, Workout
from journal.vocabulary import WorkoutKind

OPTIONS = Options(
    catalogue=catalogue(),
    zone=ZoneInfo("Europe/Berlin"),
    weight_unit=None,
    distance_unit=None,
    today=date(2026, 11, 22),
    file="export.xml",
)


def read(*elements: str, options: Options = OPTIONS) -> Imported:
    return read_whole(export(*elements), options)


def read_whole(text: str | bytes, options: Options = OPTIONS) -> Imported:
    data = text.encode() if isinstance(text, str) else text
    return from_bytes.read(apple_health, data, options)


def at(day: int, clock: str) -> str:
    return f"2026-11-{day:02} {clock}:00 +0100"


def nights(imported: Imported) -> dict[int, float | None]:
    """Hours slept by the day of November."""
    return {one.date.day: one.sleep_h for one in imported.records if isinstance(one, CheckIn)}


def the(imported: Imported, kind: type) -> list:
    return [one for one in imported.records if isinstance(one, kind)]


# All together


@pytest.mark.parametrize("name", sample.samples())
def test_every_version_is_read(name):
    imported = read_whole(sample.samples()[name], replace(OPTIONS, file=name))
    assert imported.problems == []
    assert imported.source == "apple-health"
    (drink,), (session,), (stretch,), (day,) = (
        the(imported, kind) for kind in (Drink, Workout, Set, CheckIn)
    )
    old = name == "export.xml"
    assert drink.volume_ml == (237 if old else 250)
    assert (session.kind, session.title) == (WorkoutKind.RUN, "Running")
    assert session.duration_min == (5.2 if old else 44.5)
    assert session.session_rpe == (None if old else 7)
    assert stretch.exercise == "run"
    assert stretch.distance_km == (0.8 if old else 8.05)
    assert day.body_weight_kg == (68.039 if old else 76.8)
    assert day.sleep_h == 7.5


# Clocks: the phone writes all times with the offset that it has while it exports


def test_a_winters_evening_is_the_same_in_exports_of_the_summer_and_of_a_journey():
    def exported(offset: int) -> list:
        local = datetime(2026, 1, 20, 18, tzinfo=timezone(timedelta(hours=1))).astimezone(
            timezone(timedelta(hours=offset))
        )
        start, end = (f"{local + timedelta(minutes=more):%Y-%m-%d %H:%M:%S %z}" for more in (0, 30))
        return read(workout(start, end), record("DietaryWater", start, value="1", unit="L")).records

    winter, summer, journey = exported(1), exported(2), exported(-8)
    assert winter == summer == journey
    assert [str(one.instant) for one in winter if one.instant] == ["2026-01-20 18:00:00+01:00"] * 2


def test_a_workout_that_names_its_zone_was_there():
    tokyo = '<MetadataEntry key="HKTimeZone" value="Asia/Tokyo"/>'
    imported = read(workout(at(18, "23:00"), at(18, "23:30"), inside=[tokyo]))
    assert the(imported, Workout)[0].started_at.isoformat() == "2026-11-19T07:00:00+09:00"


@pytest.mark.parametrize("name", ["", "Mars/Olympus", "../../etc/passwd", "/etc/passwd", "\u202e", "x" * 500])
def test_a_zone_that_is_not_known_is_the_writers(name):
    inside = [f'<MetadataEntry key="HKTimeZone" value="{name}"/>']
    imported = read(workout(at(18, "23:00"), at(18, "23:30"), inside=inside))
    assert the(imported, Workout)[0].started_at.isoformat() == "2026-11-18T23:00:00+01:00"


def test_a_phone_whose_clock_was_elsewhere_is_told_of():
    elsewhere = sample.OLD.replace("2026-11-20 10:36:11 +0100", "2018-10-01 08:00:00 -0700")
    (said,) = (note for note in read_whole(elsewhere).notes if "clock" in note)
    assert said.startswith(
        "the phone's clock was at -0700 when it exported and the journal's is at +0200: times"
    )
    at_home = read_whole(elsewhere, replace(OPTIONS, zone=ZoneInfo("America/Los_Angeles")))
    assert not any("clock" in note for note in at_home.notes)


def test_what_the_journal_has_no_place_for_is_counted_by_type():
    heart = record("HeartRate", at(18, "08:00"), value="72", unit="count/min")
    estimate = record("EstimatedWorkoutEffortScore", at(18, "08:00"), value="4", unit="appleEffortScore")
    imported = read(
        heart * 3,
        estimate,
        asleep(at(18, "01:00"), at(18, "02:00"), "InBed"),
        '<ActivitySummary dateComponents="2026-11-18"/>',
    )
    assert imported.records == []
    assert imported.rows == 5
    (note,) = imported.notes
    said, _, counts = note.partition(": ")
    assert said == "left out, as the journal has no place for it"
    assert counts.split(", ") == [
        "3 HeartRate",
        "1 ActivitySummary",
        "1 time in bed",
        "1 EstimatedWorkoutEffortScore",
        "1 personal details",
    ]


def test_of_many_types_the_most_frequent_are_named():
    imported = read(*(record(f"Kind{number:02}", at(18, "08:00"), value="1") for number in range(30)))
    (note,) = imported.notes
    assert note.endswith("1 Kind10, 1 Kind11, 19 of 19 more types")


def test_records_inside_of_a_correlation_stand_outside_as_well_and_count_once():
    water = record("DietaryWater", at(18, "08:00"), value="250", unit="mL")
    imported = read(f'<Correlation type="HKCorrelationTypeIdentifierFood">{water}</Correlation>', water)
    assert len(the(imported, Drink)) == 1


# Water and weight


@pytest.mark.parametrize(
    ("value", "unit", "ml"),
    [
        ("250", "mL", 250),
        ("0.25", "L", 250),
        ("25", "cL", 250),
        ("2.5", "dL", 250),
        ("8", "fl_oz_us", 237),
        ("8", "fl_oz_imp", 227),
        ("1", "cup_us", 237),
        ("1", "cup_imp", 284),
        ("1", "pt_us", 473),
        ("1", "pt_imp", 568),
    ],
)
def test_water_is_converted_by_the_unit_of_each_record(value, unit, ml):
    imported = read(record("DietaryWater", at(18, "08:00"), value=value, unit=unit))
    assert [(one.volume_ml, one.drink) for one in the(imported, Drink)] == [(ml, "water")]


def test_a_drink_that_two_apps_have_counts_once_and_two_glasses_at_once_are_two():
    def glass(source: str) -> str:
        return record("DietaryWater", at(18, "08:00"), value="250", unit="mL", source=source)

    imported = read(glass("WaterMinder"), glass("WaterMinder"), glass("Health Mate"))
    drinks = the(imported, Drink)
    assert len({one.id for one in drinks}) == 2
    assert "1 drink that a second app passed on as well: each counts once" in imported.notes


def test_the_first_weight_of_a_day_is_kept():
    imported = read(
        record("BodyMass", at(18, "19:00"), value="78", unit="kg"),
        record("BodyMass", at(18, "07:00"), value="169.5", unit="lb"),
        record("BodyMass", at(18, "12:00"), value="12.2", unit="st"),
    )
    assert [one.body_weight_kg for one in the(imported, CheckIn)] == [76.884]
    assert [one.reason for one in imported.skipped] == [
        "a later weight of a day: the first one of the day is kept (2 times)"
    ]


@pytest.mark.parametrize(
    ("element", "column", "value", "reason"),
    [
        (
            record("DietaryWater", at(18, "08:00"), value="8", unit="drops"),
            "unit",
            "drops",
            "it needs one of ml",
        ),
        (record("DietaryWater", at(18, "08:00"), value="8"), "unit", "", "it needs one of ml"),
        (
            record("DietaryWater", at(18, "08:00"), value="much", unit="mL"),
            "value",
            "much",
            "it needs a number",
        ),
        (record("DietaryWater", at(18, "08:00"), value="", unit="mL"), "value", "", "it needs a number"),
        (
            record("BodyMass", "18/11/2026", value="70", unit="kg"),
            "startDate",
            "18/11/2026",
            "it needs a date",
        ),
        (
            record("BodyMass", "2026-11-18", value="70", unit="kg"),
            "startDate",
            "2026-11-18",
            "it needs a date",
        ),
        (
            record("BodyMass", at(18, "07:00"), value="7000", unit="kg"),
            "body_weight_kg",
            "7000.0",
            "it needs a",
        ),
        (record("BodyMass", at(23, "07:00"), value="70", unit="kg"), "", "2026-11-23", "it is in the future"),
        (workout(at(18, "19:00"), at(18, "18:00")), "endDate", at(18, "18:00"), "it is before the start"),
        (asleep(at(18, "07:00"), at(18, "06:00")), "endDate", at(18, "06:00"), "it is before the start"),
        (
            workout(at(18, "18:00"), at(18, "19:00"), said='duration="1" durationUnit="fortnight"'),
            "durationUnit",
            "fortnight",
            "it needs one of s",
        ),
    ],
)
def test_what_cannot_be_read_is_a_problem_of_its_line(element, column, value, reason):
    imported = read(element, record("DietaryWater", at(18, "08:00"), value="1", unit="L"))
    (problem,) = imported.problems
    assert (problem.file, problem.column, problem.value) == ("export.xml", column, value)
    assert problem.reason.startswith(reason)
    assert export(element).splitlines()[problem.line - 1].strip() in element
    assert len(the(imported, Drink)) == 1


def test_a_file_in_which_nothing_can_be_read_is_refused():
    drops = record("DietaryWater", at(18, "08:00"), value="8", unit="drops")
    with pytest.raises(
        Refused, match=r"^export\.xml, line 22, unit: .drops.; .* it is the first of more than 10,000 places"
    ):
        read(drops * 10_001)


# Sleep


def test_stages_of_a_night_are_added_up_and_what_overlaps_counts_once():
    imported = read(
        asleep(at(17, "23:00"), at(18, "01:00")),
        asleep(at(18, "00:30"), at(18, "02:00"), "AsleepDeep"),
        asleep(at(18, "02:00"), at(18, "02:20"), "Awake"),
        asleep(at(18, "02:20"), at(18, "06:20"), "AsleepREM"),
    )
    assert nights(imported) == {18: 7}


def test_time_in_bed_is_not_sleep():
    imported = read(asleep(at(17, "22:00"), at(18, "08:00"), "InBed"))
    assert imported.records == []


@pytest.mark.parametrize("stage", ["Asleep", "AsleepUnspecified", "AsleepCore", "AsleepDeep", "AsleepREM"])
def test_every_way_to_say_asleep_counts(stage):
    assert nights(read(asleep(at(17, "23:00"), at(18, "06:00"), stage))) == {18: 7}


def test_of_a_watch_and_a_phone_the_one_with_stages_counts():
    imported = read(
        asleep(at(17, "22:00"), at(18, "08:00"), "Asleep", PHONE),
        asleep(at(17, "23:00"), at(18, "03:00"), "AsleepCore", WATCH),
        asleep(at(18, "03:30"), at(18, "06:30"), "AsleepREM", WATCH),
    )
    assert nights(imported) == {18: 7}


def test_of_an_app_that_tells_the_night_and_its_stages_the_stages_count():
    imported = read(
        asleep(at(17, "23:00"), at(18, "07:00"), "AsleepUnspecified", "Oura"),
        asleep(at(17, "23:00"), at(18, "03:00"), "AsleepCore", "Oura"),
        asleep(at(18, "03:20"), at(18, "06:50"), "AsleepREM", "Oura"),
    )
    assert nights(imported) == {18: 7.5}


def test_without_stages_the_source_with_more_sleep_counts():
    imported = read(
        asleep(at(17, "23:00"), at(18, "05:00"), "Asleep", "Pillow"),
        asleep(at(17, "23:00"), at(18, "06:30"), "Asleep", PHONE),
    )
    assert nights(imported) == {18: 7.5}


def test_where_the_watch_was_off_the_phone_fills_in():
    imported = read(
        asleep(at(17, "22:00"), at(17, "23:30"), "Asleep", PHONE),
        asleep(at(18, "00:00"), at(18, "06:00"), "AsleepCore", WATCH),
    )
    assert nights(imported) == {18: 7.5}


@pytest.mark.parametrize(
    ("stretches", "hours", "naps"),
    [
        # A nap after noon is left out, also one that ends just before the evening
        ([((17, "23:00"), (18, "06:00")), ((18, "14:00"), (18, "15:30"))], {18: 7}, 1),
        ([((17, "23:00"), (18, "06:00")), ((18, "17:00"), (18, "17:59"))], {18: 7}, 1),
        # Evening sleep and a long time awake belong to the night that follows
        ([((17, "18:30"), (17, "20:00")), ((18, "00:30"), (18, "06:00"))], {18: 7}, 0),
        # After a night shift the sleep by day is the night
        ([((18, "09:00"), (18, "16:00"))], {18: 7}, 0),
        ([((18, "02:00"), (18, "03:00")), ((18, "09:00"), (18, "16:00"))], {18: 8}, 0),
        # Sleeping in
        ([((18, "04:00"), (18, "09:00")), ((18, "10:00"), (18, "12:30"))], {18: 7.5}, 0),
        # The whole of a night that begins before and ends after midnight is that of the morning
        ([((17, "21:00"), (18, "05:00")), ((18, "22:00"), (19, "05:00"))], {18: 8, 19: 7}, 0),
    ],
)
def test_the_night_of_a_date(stretches, hours, naps):
    imported = read(*(asleep(at(*start), at(*end)) for start, end in stretches))
    assert nights(imported) == hours
    said = "1 nap by day left out: a check-in has the hours of the night"
    assert (said in imported.notes) == (naps == 1)


def test_a_forgotten_timer_is_no_sleep():
    imported = read(asleep(at(10, "23:00"), at(13, "06:00")))
    assert imported.records == []
    assert imported.skipped == [
        Skipped(22, "asleep for more than 20 h in one stretch: a timer was forgotten")
    ]


def test_sleep_and_weight_of_a_date_are_one_check_in():
    imported = read(
        asleep(at(17, "23:00"), at(18, "06:00")),
        record("BodyMass", at(18, "07:00"), value="70", unit="kg"),
    )
    (day,) = imported.records
    assert (day.date, day.sleep_h, day.body_weight_kg) == (date(2026, 11, 18), 7, 70)


# Workouts


@pytest.mark.parametrize(
    ("activity", "kind", "title", "exercise"),
    [
        ("Running", WorkoutKind.RUN, "Running", "run"),
        ("TraditionalStrengthTraining", WorkoutKind.STRENGTH, "Traditional strength training", None),
        ("FunctionalStrengthTraining", WorkoutKind.STRENGTH, "Functional strength training", None),
        ("Cycling", WorkoutKind.RIDE, "Cycling", "ride"),
        ("Swimming", WorkoutKind.SWIM, "Swimming", "swim"),
        ("Hiking", WorkoutKind.WALK, "Hiking", "hike"),
        ("Rowing", WorkoutKind.ROW, "Rowing", "row-erg"),
        ("Yoga", WorkoutKind.YOGA, "Yoga", "yoga"),
        ("MindAndBody", WorkoutKind.MOBILITY, "Mind and body", None),
        ("Soccer", WorkoutKind.SPORT, "Soccer", "football"),
        ("HighIntensityIntervalTraining", WorkoutKind.OTHER, "High intensity interval training", "hiit"),
        ("Quidditch", WorkoutKind.OTHER, "Quidditch", None),
        ("(rawValue: 3000)", WorkoutKind.OTHER, "Other", None),
    ],
)
def test_kind_and_name_of_a_workout(activity, kind, title, exercise):
    imported = read(workout(at(18, "18:00"), at(18, "18:30"), activity))
    (session,) = the(imported, Workout)
    assert (session.kind, session.title, session.duration_min) == (kind, title, 30)
    assert [(one.exercise, one.duration_s) for one in the(imported, Set)] == (
        [(exercise, 1800)] if exercise else []
    )
    assert imported.new_exercises == []


def test_every_exercise_of_the_table_is_in_the_catalogue():
    known = catalogue()
    slugs = [exercise for _, exercise in _KINDS.values() if exercise]
    assert [slug for slug in slugs if known.get(slug) is None] == []
    assert all(title_of(name) != "Other" for name in _KINDS)


@pytest.mark.parametrize(
    ("activity", "said", "inside", "km"),
    [
        ("Running", 'totalDistance="5" totalDistanceUnit="km"', [], 5),
        ("Running", 'totalDistance="3.1" totalDistanceUnit="mi"', [], 4.989),
        ("Swimming", 'totalDistance="1000" totalDistanceUnit="yd"', [], 0.914),
        ("Swimming", 'totalDistance="1000" totalDistanceUnit="m"', [], 1),
        ("Running", 'totalDistance="0" totalDistanceUnit="km"', [], None),
        ("Running", "", [statistics("DistanceWalkingRunning", "5", "km")], 5),
        (
            "Cycling",
            "",
            [statistics("DistanceWalkingRunning", "50", "km"), statistics("DistanceCycling", "20", "km")],
            20,
        ),
        ("Swimming", "", [statistics("DistanceSwimming", "1500", "m")], 1.5),
        ("Running", "", [statistics("ActiveEnergyBurned", "300", "kcal")], None),
        (
            "Running",
            "",
            [f"<WorkoutActivity>{statistics('DistanceCycling', '9', 'km')}</WorkoutActivity>"],
            None,
        ),
    ],
)
def test_distance_stands_in_the_workout_or_inside_of_it(activity, said, inside, km):
    imported = read(workout(at(18, "18:00"), at(18, "18:30"), activity, said=said, inside=inside))
    assert [one.distance_km for one in the(imported, Set)] == [km]


@pytest.mark.parametrize(
    ("said", "minutes"),
    [
        ('duration="25" durationUnit="min"', 25),
        ('duration="1500" durationUnit="s"', 25),
        ('duration="0.5" durationUnit="hr"', 30),
        ('duration="25"', 25),
        # Not stated, zero, or longer than from start to end
        ("", 30),
        ('duration="0" durationUnit="min"', 30),
        ('duration="9999" durationUnit="min"', 30),
        ('duration="1e300" durationUnit="min"', 30),
    ],
)
def test_a_duration_that_cannot_be_is_the_time_from_start_to_end(said, minutes):
    imported = read(workout(at(18, "18:00"), at(18, "18:30"), said=said))
    assert the(imported, Workout)[0].duration_min == minutes


def test_a_workout_without_any_length_has_no_duration():
    imported = read(workout(at(18, "18:00"), at(18, "18:00"), said=""))
    assert [one.duration_min for one in the(imported, Workout)] == [None]


def test_a_timer_that_was_forgotten_is_counted():
    imported = read(workout(at(18, "08:00"), at(18, "18:00"), said=""))
    assert the(imported, Workout)[0].duration_min == 600
    assert "1 workout is longer than 5 h: its duration is not used for load" in imported.notes


def test_a_duration_that_no_workout_can_hold_is_left_out():
    imported = read(workout("2026-01-01 08:00:00 +0100", at(18, "08:00"), said=""))
    assert the(imported, Workout)[0].duration_min is None
    assert "1 workout is longer than 1,000 h: its duration was left out" in imported.notes


def test_what_watch_and_phone_recorded_of_one_workout_counts_once():
    imported = read(
        workout(
            at(18, "18:00"),
            at(18, "18:45"),
            said="",
            inside=[statistics("DistanceWalkingRunning", "8", "km")],
        ),
        workout(at(18, "18:02"), at(18, "18:44"), "Other", said="", source="Strava"),
        workout(at(18, "18:50"), at(18, "19:30"), "Yoga", said="", source=PHONE),
    )
    assert [(one.kind, one.duration_min) for one in the(imported, Workout)] == [
        (WorkoutKind.RUN, 45),
        (WorkoutKind.YOGA, 40),
    ]
    assert "1 workout that a second device recorded as well: each counts once" in imported.notes


def test_a_forgotten_timer_does_not_swallow_the_workouts_of_another_device():
    imported = read(
        workout(at(17, "18:00"), at(18, "20:00"), "Yoga", said="", source=PHONE),
        workout(at(18, "18:00"), at(18, "18:45")),
    )
    assert len(the(imported, Workout)) == 2


def test_two_workouts_of_one_device_are_two():
    imported = read(
        workout(at(18, "18:00"), at(18, "18:45")), workout(at(18, "18:00"), at(18, "18:45"), "Cycling")
    )
    assert len(the(imported, Workout)) == 2


def test_the_rating_of_the_effort_is_the_session_rpe_wherever_it_stands():
    def effort(day: int, score: str) -> str:
        return record(
            "WorkoutEffortScore", at(day, "18:00"), at(day, "18:30"), value=score, unit="appleEffortScore"
        )

    imported = read(
        effort(16, "3"),
        effort(10, "9"),
        workout(at(16, "18:00"), at(16, "18:30")),
        workout(at(17, "18:00"), at(17, "18:30"), inside=[effort(17, "8").strip()]),
        workout(at(18, "18:00"), at(18, "18:30")),
    )
    assert [(one.day.day, one.session_rpe) for one in the(imported, Workout)] == [
        (16, 3),
        (17, 8),
        (18, None),
    ]
    assert "1 rating of the effort that no workout belongs to: left out" in imported.notes


def test_the_estimate_of_the_watch_is_no_rating():
    estimate = record("EstimatedWorkoutEffortScore", at(18, "18:00"), at(18, "18:30"), value="4").strip()
    imported = read(workout(at(18, "18:00"), at(18, "18:30"), inside=[estimate]))
    assert the(imported, Workout)[0].session_rpe is None


def test_a_rating_moves_to_the_recording_that_is_kept():
    imported = read(
        record("WorkoutEffortScore", at(18, "18:00"), at(18, "18:30"), value="6", unit="appleEffortScore"),
        workout(at(18, "18:00"), at(18, "18:30"), "Other", source="Strava"),
        workout(at(18, "18:01"), at(18, "18:31")),
    )
    assert [(one.kind, one.session_rpe) for one in the(imported, Workout)] == [(WorkoutKind.RUN, 6)]


# Ids


def test_the_same_export_gives_the_same_records_and_ids_last_for_ever():
    text = sample.NEW
    assert read_whole(text).records == read_whole(text).records
    (session,) = the(read_whole(text), Workout)
    assert str(session.id) == "78a2bb33-d4c0-5fd3-a57d-deb4ac751338"


def test_the_order_of_the_elements_does_not_matter():
    elements = [
        workout(at(18, "18:00"), at(18, "18:30")),
        workout(at(17, "18:00"), at(17, "18:30")),
        record("DietaryWater", at(18, "08:00"), value="1", unit="L"),
        record("DietaryWater", at(18, "08:00"), value="2", unit="L"),
        asleep(at(17, "23:00"), at(18, "06:00")),
    ]
    assert read(*elements).records == read(*reversed(elements)).records


# Files


def test_an_export_is_recognised_packed_or_not(tmp_path):
    for name, content in sample.samples().items():
        (tmp_path / name).write_bytes(content)
        assert recognise(tmp_path / name) is apple_health


def test_a_phone_in_another_language_calls_the_file_otherwise():
    for name in ("apple_health_export/Exportieren.xml", "apple_health_export/导出.xml", "export.xml"):
        data = packed({"apple_health_export/export_cda.xml": b"<HealthData ", name: sample.NEW.encode()})
        assert from_bytes.recognises(apple_health, data)
        assert len(read_whole(data).records) == 4


@pytest.mark.parametrize(
    "data",
    [
        sample.NEW.encode("utf-8-sig"),
        b"\n  " + sample.NEW.encode(),
        sample.NEW.replace("UTF-8", "UTF-16").encode("utf-16"),
        sample.NEW.replace("UTF-8", "windows-1252").replace("\u2019", "'").encode("cp1252"),
        sample.NEW.replace("\n", "\r\n").encode(),
        sample.NEW.replace("Anna", "An\x0bna\x00\x1f").encode(),
        sample.NEW.split("]>", 1)[1].encode(),
    ],
    ids=["BOM", "spaces before", "UTF-16", "Windows-1252", "CRLF", "control characters", "no definition"],
)
def test_it_is_read_however_it_was_saved(data):
    imported = read_whole(data)
    assert imported.problems == []
    assert imported.records == read_whole(sample.NEW).records


BOMB = (
    '<?xml version="1.0"?><!DOCTYPE HealthData [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    '<HealthData locale="&b;"></HealthData>'
)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "export.xml is no export of Apple Health: it needs a HealthData element at its beginning"),
        (b"<html></html>", "export.xml is no export of Apple Health"),
        (b"Date,Workout Name\n", "export.xml is no export of Apple Health"),
        (b"<HealthData", "export.xml is no export of Apple Health"),
        (b"<HealthData>", "export.xml, line 1: the file ends in the middle; export it again"),
        (sample.NEW.encode()[:-20], "the file ends in the middle; export it again"),
        (sample.NEW.encode()[:-200], "the file ends in the middle; export it again"),
        (
            BOMB.encode(),
            "export.xml declares entities, which no export of Apple Health does; export it again",
        ),
        (b'<HealthData a="&b;"/>', "export.xml, line 1: this is not XML (undefined entity)"),
        (b"<HealthData><Record></HealthData>", "export.xml, line 1: this is not XML (mismatched tag)"),
        (b"<HealthData>\n<Record a='\xff'/></HealthData>", "export.xml, line 2: this is not XML ("),
        (b"<HealthData/><!DOCTYPE x []>", "export.xml, line 1: this is not XML ("),
        (
            b'<?xml version="1.0" encoding="zip"?><HealthData/>',
            "export.xml says that it is written in 'zip'; Apple Health writes UTF-8",
        ),
        (b"<HealthData a='" + b"x" * (9 << 20), "export.xml, line 1: an element does not end"),
        (packed({"photo.jpg": b"x"}), "export.xml has no apple_health_export/export.xml in it"),
        (
            packed({"apple_health_export/export.xml": sample.NEW.encode()})[:900],
            "export.xml is cut or damaged",
        ),
    ],
    ids=range(16),
)
def test_other_files_are_refused_in_a_sentence(data, sentence):
    with pytest.raises(Refused) as refused:
        read_whole(data)
    assert sentence in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_definition_in_a_file_of_its_own_is_not_fetched():
    text = sample.NEW.split("]>", 1)[1]
    imported = read_whole('<!DOCTYPE HealthData SYSTEM "file:///etc/passwd">' + text)
    assert len(imported.records) == 4


def test_an_archive_that_would_fill_the_disk_is_refused(monkeypatch):
    monkeypatch.setattr(apple_health_file, "_SMALL_ENOUGH", 1 << 20)
    bomb = packed({apple_health_file.MEMBER: b"<HealthData>" + b" " * (4 << 20)})
    with pytest.raises(
        Refused, match=r"would unpack to \d+ times its size, which no export of Apple Health does"
    ):
        read_whole(bomb)
    monkeypatch.setattr(apple_health_file, "_LARGEST", 1 << 20)
    with pytest.raises(Refused, match=r"would unpack to 0 GB; up to 0 GB are read"):
        read_whole(bomb)


def test_an_archive_that_lies_about_its_size_is_refused():
    data = bytearray(packed({apple_health_file.MEMBER: sample.NEW.encode()}))
    place = data.rindex(b"PK\x01\x02") + 24
    data[place : place + 4] = (100).to_bytes(4, "little")
    with pytest.raises(Refused):
        read_whole(bytes(data))


def test_an_archive_with_a_password_is_refused():
    data = bytearray(packed({apple_health_file.MEMBER: sample.NEW.encode()}))
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + flags] |= 1
    with pytest.raises(
        Refused, match=r"^export\.xml cannot be unpacked here: unpack it and import the export\.xml"
    ):
        read_whole(bytes(data))


def test_a_folder_or_a_missing_file_could_not_be_read(tmp_path):
    with pytest.raises((Refused, CouldNot)):
        apple_health.read(tmp_path / "none.xml", OPTIONS)


def test_progress_is_told_in_bytes_and_may_end_the_reading():
    told: list[tuple[int, int]] = []
    many = export(*[record("HeartRate", at(18, "08:00"), value="72")] * 3_000)
    read_whole(many, replace(OPTIONS, tell=lambda done, of: told.append((done, of))))
    assert told[0][0] == 0
    assert [done for done, _ in told] == sorted(done for done, _ in told)
    assert told[-1] == (len(many.encode()), len(many.encode()))

    class Cancelled(Exception):
        pass

    def cancel(done: int, of: int) -> None:
        if done:
            raise Cancelled

    with pytest.raises(Cancelled):
        read_whole(many, replace(OPTIONS, tell=cancel))


SMALL = sample.NEW.encode()
ARCHIVE = sample.samples()["export.zip"]


@given(
    data=st.sampled_from([SMALL, ARCHIVE]),
    place=st.floats(0, 1),
    length=st.integers(0, 60),
    there=st.one_of(
        st.binary(max_size=20),
        st.sampled_from(
            [b'"', b"<", b"&", b"\0", b"\xfe\xff", b"-1e9", b"9" * 500, b"\x80", b"<![CDATA[", b"--"]
        ),
    ),
)
def test_however_a_file_is_damaged_it_is_read_or_refused(data, place, length, there):
    start = round(place * len(data))
    damaged = data[:start] + there + data[start + length :]
    from_bytes.recognises(apple_health, damaged)
    try:
        imported = read_whole(damaged)
    except (Refused, CouldNot):
        return
    assert len(imported.records) + len(imported.problems) + len(imported.skipped) <= imported.rows + 1
