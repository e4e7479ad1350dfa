"""Exports of Hevy: its four unit columns, the dates of its many writers, and its own oddities."""

from dataclasses import replace
from datetime import date
from zoneinfo import ZoneInfo

import from_bytes
import pytest
from came_in import workouts
from hypothesis import given
from hypothesis import strategies as st

from journal.clock import SystemZone
from journal.errors import Refused
from journal.exercises import catalogue
from journal.interchange import Imported, Skipped
from journal.interchange.lifting import hevy, strong
from journal.interchange.rows.foreign import Options
from journal.records import OwnExercise, Set
from journal.vocabulary import DistanceUnit, MassUnit, SetKind, WorkoutKind

OPTIONS = Options(
    catalogue=catalogue(),
    zone=ZoneInfo("Europe/Berlin"),
    weight_unit=None,
    distance_unit=None,
    today=date(2026, 11, 22),
    file="hevy.csv",
)

HEADER = (
    '"title","start_time","end_time","description","exercise_title","superset_id","exercise_notes",'
    '"set_index","set_type","weight_kg","reps","distance_km","duration_seconds","rpe"'
)


def read(*lines: str, options: Options = OPTIONS, end: str = "\n") -> Imported:
    return from_bytes.read(hevy, "".join(line + end for line in lines).encode(), options)


def row(
    start: str = "28 Jun 2024, 17:29",
    ended: str = "28 Jun 2024, 18:41",
    exercise: str = "Squat (Barbell)",
    numbers: str = "100,5,,,",
    *,
    title: str = "Legs 🚀",
    index: int = 0,
    kind: str = "normal",
    description: str = "",
    note: str = "",
    superset: str = "",
) -> str:
    return (
        f'"{title}","{start}","{ended}","{description}","{exercise}",{superset},"{note}",{index},"{kind}",'
        f"{numbers}"
    )


def sets(imported: Imported) -> list[Set]:
    return [record for record in imported.records if isinstance(record, Set)]


def numbers(imported: Imported) -> list[tuple[object, ...]]:
    """Exercise, kg, repetitions, km and seconds of each set."""
    return [
        (each.exercise, each.weight_kg, each.reps, each.distance_km, each.duration_s)
        for each in sets(imported)
    ]


# The columns


def test_a_workout_with_everything():
    imported = read(
        HEADER,
        row(numbers="60,8,,,6", kind="warmup", description="felt good", note="belt"),
        row(numbers="100,5,,,8.5", index=1, description="felt good", note="belt"),
        row(numbers="100,3,,,10", index=2, kind="failure", description="felt good", note="belt"),
        row(numbers="80,8,,,", index=3, kind="dropset", description="felt good", note="belt"),
        row(exercise="Pull Up", numbers=",12,,,"),
        row(exercise="Plank", numbers=",,,60,"),
        row(exercise="Running", numbers=",,3.25,1200,"),
    )
    assert numbers(imported) == [
        ("squat", 60, 8, None, None),
        ("squat", 100, 5, None, None),
        ("squat", 100, 3, None, None),
        ("squat", 80, 8, None, None),
        ("pull-up", None, 12, None, None),
        ("plank", None, None, None, 60),
        ("run", None, None, 3.25, 1200),
    ]
    assert [each.kind for each in sets(imported)[:4]] == [
        SetKind.WARMUP,
        SetKind.NORMAL,
        SetKind.FAILURE,
        SetKind.DROP,
    ]
    assert [each.rpe for each in sets(imported)[:4]] == [6, 8.5, 10, None]
    assert [each.position for each in sets(imported)] == [1, 2, 3, 4, 5, 6, 7]
    assert [each.note for each in sets(imported)] == ["belt", "", "", "", "", "", ""]
    (workout,) = workouts(imported)
    assert workout.started_at.isoformat() == "2024-06-28T17:29:00+02:00"
    assert (workout.title, workout.note, workout.duration_min) == ("Legs 🚀", "felt good", 72)
    assert (workout.kind, workout.source) == (WorkoutKind.STRENGTH, "hevy")
    assert (imported.rows, imported.problems, imported.skipped, imported.notes) == (7, [], [], [])


@pytest.mark.parametrize(
    ("weight", "distance", "kg", "km", "units"),
    [
        ("weight_kg", "distance_km", 100, 5, {"weight": "kg", "distance": "km"}),
        ("weight_kg", "distance_miles", 100, 8.047, {"weight": "kg", "distance": "mi"}),
        ("weight_lbs", "distance_km", 45.359, 5, {"weight": "lb", "distance": "km"}),
        ("weight_lbs", "distance_miles", 45.359, 8.047, {"weight": "lb", "distance": "mi"}),
    ],
)
def test_units_are_those_of_the_columns_each_for_itself(weight, distance, kg, km, units):
    imported = read(
        HEADER.replace("weight_kg", weight).replace("distance_km", distance),
        row(),
        row(exercise="Running", numbers=",,5,1500,"),
    )
    assert numbers(imported) == [("squat", kg, 5, None, None), ("run", None, None, km, 1500)]
    assert imported.units == units


def test_weights_shown_in_pounds_come_back_to_the_kilograms_that_they_were():
    imported = read(HEADER.replace("weight_kg", "weight_lbs"), row(numbers="132.28,5,,,"))
    assert sets(imported)[0].weight_kg == pytest.approx(60, abs=0.005)


def test_a_unit_flag_is_never_needed_and_ignored_with_a_note():
    imported = read(
        HEADER, row(), options=replace(OPTIONS, weight_unit=MassUnit.LB, distance_unit=DistanceUnit.MI)
    )
    assert sets(imported)[0].weight_kg == 100
    assert imported.notes == [
        "--weight-unit is not needed and was ignored: the file states its units",
        "--distance-unit is not needed and was ignored: no row has a distance",
    ]


def test_old_files_without_set_type_are_read():
    imported = read(HEADER.replace('"set_type",', ""), row().replace('"normal",', ""))
    assert numbers(imported) == [("squat", 100, 5, None, None)]
    assert sets(imported)[0].kind is None


def test_supersets_are_not_kept_and_that_is_said():
    assert read(HEADER, row(superset="0")).notes == ["not read: 'superset_id'"]
    assert read(HEADER, row(superset='""')).notes == []


# Dates


@pytest.mark.parametrize(
    ("start", "local"),
    [
        # The app in English, German (its months in four manners), Korean, Italian
        ("28 Jun 2024, 17:29", "2024-06-28T17:29"),
        ("5 Jan 2024, 07:05", "2024-01-05T07:05"),
        ("3 Okt. 2025, 16:20", "2025-10-03T16:20"),
        ("30 Sept. 2025, 16:20", "2025-09-30T16:20"),
        ("16 Juni 2026, 16:20", "2026-06-16T16:20"),
        ("1 Jan. 2026, 16:20", "2026-01-01T16:20"),
        ("25 Juli 2026, 16:20", "2026-07-25T16:20"),
        ("1 März 2026, 16:20", "2026-03-01T16:20"),
        ("2 Dez. 2025, 16:20", "2025-12-02T16:20"),
        ("3 Mai 2026, 16:20", "2026-05-03T16:20"),
        ("5 9월 2026, 06:10", "2026-09-05T06:10"),
        ("5 11월 2026, 06:10", "2026-11-05T06:10"),
        ("20 giu 2026, 14:13", "2026-06-20T14:13"),
        ("20 lug 2026, 14:13", "2026-07-20T14:13"),
        ("20 gen 2026, 14:13", "2026-01-20T14:13"),
        # hevy.com in English and German
        ("Jun 11, 2026, 1:01 PM", "2026-06-11T13:01"),
        ("Jun 11, 2026, 12:30 AM", "2026-06-11T00:30"),
        ("Jun 11, 2026, 12:30 PM", "2026-06-11T12:30"),
        ("Jun 11, 2026, 1:01\u202fPM", "2026-06-11T13:01"),
        ("22.09.2026, 17:00", "2026-09-22T17:00"),
        # More languages of the app
        ("28 juin 2024, 17:29", "2024-06-28T17:29"),
        ("28 juil. 2024, 17:29", "2024-07-28T17:29"),
        ("28 août 2024, 17:29", "2024-08-28T17:29"),
        ("28 déc. 2024, 17:29", "2024-12-28T17:29"),
        ("28 ene 2024, 17:29", "2024-01-28T17:29"),
        ("28 set 2024, 17:29", "2024-09-28T17:29"),
        ("28 out 2024, 17:29", "2024-10-28T17:29"),
        ("28 Ağu 2024, 17:29", "2024-08-28T17:29"),
        ("28 мая 2024, 17:29", "2024-05-28T17:29"),
        ("28 май 2024, 17:29", "2024-05-28T17:29"),
        ("28 6月 2024, 17:29", "2024-06-28T17:29"),
        # Tools that write ISO 8601
        ("2024-06-28 17:29:31", "2024-06-28T17:29:31"),
        ("2024-06-28T15:29:31Z", "2024-06-28T17:29:31"),
        ("2024-06-28T17:29:31+02:00", "2024-06-28T17:29:31"),
    ],
)
def test_a_start_is_read_whoever_wrote_it(start, local):
    imported = read(HEADER, row(start, ""))
    assert imported.problems == []
    assert workouts(imported)[0].started_at.replace(tzinfo=None).isoformat().removesuffix(":00") == local


@pytest.mark.parametrize(
    ("start", "reason"),
    [
        ("32 Jun 2024, 17:29", "there is no such date or time"),
        ("28 Jun 2024, 25:00", "there is no such date or time"),
        ("28 Jun 2024, 17:60", "there is no such date or time"),
        ("5 13월 2026, 06:10", "there is no such date or time"),
        ("28 Foo 2024, 17:29", "'Foo' is not a month that is known here"),
        ("Jun 11, 2026, 13:01 PM", "there is no such time"),
        ("7/8/2024, 17:29", "it needs a date and time such as"),
        ("yesterday", "it needs a date and time such as"),
        ("", "it needs a date and time such as"),
        ("28 Jun 1969, 17:29", "it needs a date from 1971 to 2199"),
        ("2024-06-28T17:29:31+99:99", "there is no such date or time"),
        ("28 " + "x" * 70 + " 2024, 17:29", "it needs a date and time such as"),
        ("23 Nov 2026, 00:00", "it is in the future (today is 2026-11-22)"),
    ],
)
def test_a_start_that_cannot_be_is_a_problem(start, reason):
    imported = read(HEADER, row(start, ""), row())
    (problem,) = imported.problems
    assert (problem.line, problem.column, problem.value) == (2, "start_time", start)
    assert problem.reason.startswith(reason)
    assert len(sets(imported)) == 1


@pytest.mark.parametrize(
    ("start", "ended", "minutes"),
    [
        ("28 Jun 2024, 23:30", "29 Jun 2024, 00:45", 75),
        ("28 Jun 2024, 17:29", "28 Jun 2024, 17:29", None),
        ("28 Jun 2024, 17:29", "", None),
        # The night in which Berlin's clocks go forward, and the one in which they go back
        ("31 Mar 2024, 01:30", "31 Mar 2024, 03:30", 60),
        ("27 Oct 2024, 01:30", "27 Oct 2024, 03:30", 180),
        ("27 Oct 2024, 02:50", "27 Oct 2024, 02:10", 20),
    ],
)
def test_the_duration_is_the_time_that_passed(start, ended, minutes):
    assert workouts(read(HEADER, row(start, ended)))[0].duration_min == minutes


def test_an_end_before_the_start_is_a_problem_of_each_row():
    imported = read(HEADER, row(ended="28 Jun 2024, 17:00"), row(ended="28 Jun 2024, 17:00", index=1))
    assert [(problem.line, problem.column, problem.reason) for problem in imported.problems] == [
        (2, "end_time", "it is before the start (2024-06-28 17:29)"),
        (3, "end_time", "it is before the start (2024-06-28 17:29)"),
    ]
    assert imported.records == []


def test_a_timer_that_was_forgotten_is_counted():
    imported = read(HEADER, row(ended="29 Jun 2024, 08:00"))
    assert workouts(imported)[0].duration_min == 871
    assert imported.notes == ["1 workout is longer than 5 h: its duration is not used for load"]


def test_times_are_local_to_the_zone_that_was_given(monkeypatch):
    new_york = replace(OPTIONS, zone=ZoneInfo("America/New_York"))
    assert workouts(read(HEADER, row(), options=new_york))[0].started_at.isoformat() == (
        "2024-06-28T17:29:00-04:00"
    )
    system = read(HEADER, row(), options=replace(OPTIONS, zone=SystemZone()))
    assert workouts(system)[0].started_at.replace(tzinfo=None).isoformat() == "2024-06-28T17:29:00"


# Exercises


def test_translated_titles_are_known_or_become_the_users_own():
    imported = read(
        HEADER,
        row("3 Okt. 2025, 16:20", "3 Okt. 2025, 17:20", "Bankdrücken (Langhantel)"),
        row("3 Okt. 2025, 16:20", "3 Okt. 2025, 17:20", "Gänsemarsch (Kettlebell)"),
        end="\r\n",
    )
    (own,) = (record for record in imported.records if isinstance(record, OwnExercise))
    assert [name for name, *_ in numbers(imported)] == ["bench-press", own.slug]
    assert imported.new_exercises == [own.name] == ["Gänsemarsch (Kettlebell)"]


def test_a_title_without_a_latin_letter_still_becomes_an_exercise():
    imported = read(HEADER, row(exercise="스쿼트 특별판"), row(exercise="!!!", index=1))
    assert imported.new_exercises == ["!!!", "스쿼트 특별판"]
    assert len({name for name, *_ in numbers(imported)}) == 2


def test_a_run_is_a_run():
    imported = read(HEADER, row(exercise="Running", numbers=",,5,1500,"))
    assert workouts(imported)[0].kind is WorkoutKind.RUN


# Texts


def test_line_breaks_are_real_whether_they_were_escaped_or_not():
    app = read(HEADER, row(description="one\\ntwo", note="three\\nfour"), end="\r\n")
    site = read(HEADER, row(description="one\ntwo", note="three\nfour"))
    for imported in (app, site):
        assert workouts(imported)[0].note == "one\ntwo"
        assert sets(imported)[0].note == "three\nfour"


def test_quotes_and_delimiters_inside_texts_stay():
    imported = read(HEADER, row(title='The ""big"" one; heavy, long', note="2'30"))
    assert workouts(imported)[0].title == 'The "big" one; heavy, long'
    assert sets(imported)[0].note == "2'30"


# Sets


def test_the_index_of_a_second_block_starts_again_in_the_same_workout():
    imported = read(
        HEADER,
        row(index=0),
        row(index=1),
        row(exercise="Plank", numbers=",,,60,"),
        row(index=0, numbers="60,12,,,"),
    )
    assert len(workouts(imported)) == 1
    assert [(name, kg) for name, kg, *_ in numbers(imported)] == [
        ("squat", 100),
        ("squat", 100),
        ("plank", None),
        ("squat", 60),
    ]


def test_empty_sets_are_left_out_and_said():
    imported = read(
        HEADER, row(numbers=",,,,"), row(numbers="0,0,0,0,", index=1, kind="warmup"), row(index=2)
    )
    reason = "empty set: no repetitions, weight, distance or time"
    assert imported.skipped == [Skipped(2, reason), Skipped(3, reason)]
    assert len(sets(imported)) == 1


@pytest.mark.parametrize(
    ("line", "column", "value", "reason"),
    [
        (row(kind="giant"), "set_type", "giant", "it needs one of normal, warmup, dropset, failure"),
        (row(numbers="heavy,5,,,"), "weight_kg", "heavy", "it needs a number such as 62.5"),
        (row(numbers="100,4.5,,,"), "reps", "4.5", "it needs a whole number from 0 to 100000"),
        (row(numbers="100,5,,,12"), "rpe", "12", "it needs a number from 0 to 10"),
        (row(numbers=",,-1,600,"), "distance_km", "-1", "it needs a number from 0 to 20000 km"),
        (row(numbers=",,,1:30,"), "duration_seconds", "1:30", "it needs a number such as 62.5"),
        (row(exercise=""), "exercise_title", "", "a set needs the name of its exercise"),
        (row(ended="later"), "end_time", "later", "it needs a date and time such as"),
    ],
)
def test_a_bad_cell_is_a_problem_and_its_row_is_left_out(line, column, value, reason):
    imported = read(HEADER, line, row(index=1))
    (problem,) = imported.problems
    assert (problem.file, problem.line, problem.column, problem.value) == ("hevy.csv", 2, column, value)
    assert problem.reason.startswith(reason)
    assert len(sets(imported)) == 1


def test_negative_weights_are_assistance():
    imported = read(HEADER, row(exercise="Pull Up (Assisted)", numbers="-25,8,,,"))
    assert sets(imported)[0].weight_kg == -25


# Ids


def test_newest_first_and_oldest_first_give_the_same_records():
    newest_first = [
        row("30 Jun 2024, 17:00", "30 Jun 2024, 18:00"),
        row("30 Jun 2024, 17:00", "30 Jun 2024, 18:00", index=1),
        row("28 Jun 2024, 17:00", "28 Jun 2024, 18:00"),
    ]
    imported = read(HEADER, *newest_first)
    assert [workout.day for workout in workouts(imported)] == [date(2024, 6, 28), date(2024, 6, 30)]
    assert read(HEADER, newest_first[2], *newest_first[:2]).records == imported.records


def test_workouts_of_the_same_title_and_start_are_told_apart_by_their_end():
    imported = read(HEADER, row(ended="28 Jun 2024, 18:00"), row(ended="28 Jun 2024, 19:00"))
    assert len({workout.id for workout in workouts(imported)}) == 2


def test_equal_title_start_and_end_are_the_first_and_second_of_equals():
    lines = [row(), row("30 Jun 2024, 17:00", "30 Jun 2024, 18:00"), row(numbers="80,5,,,")]
    imported = read(HEADER, *lines)
    assert len({workout.id for workout in workouts(imported)}) == 3
    assert read(HEADER, *reversed(lines)).records == imported.records


def test_the_writer_of_the_date_does_not_change_the_id():
    app, site, german = (
        read(HEADER, row(start, ended)).records[0]
        for start, ended in (
            ("28 Jun 2024, 17:29", "28 Jun 2024, 18:29"),
            ("Jun 28, 2024, 5:29 PM", "Jun 28, 2024, 6:29 PM"),
            ("28.06.2024, 17:29", "28.06.2024, 18:29"),
        )
    )
    assert app == site == german


def test_an_id_is_the_same_for_ever():
    (workout,) = workouts(read(HEADER, row()))
    assert str(workout.id) == "fdf76c2a-b34b-5e08-bcca-7c81d83d2ab1"


# Files


@pytest.mark.parametrize(
    "data", [b"", b"title,start_time\n", b"Date,Workout Name,Exercise Name,Set Order\n", b"\xff\xfe\x00"]
)
def test_other_files_are_not_recognised_and_refused_in_a_sentence(data):
    assert not from_bytes.recognises(hevy, data)
    with pytest.raises(Refused, match=r"^hevy\.csv is not an export of Hevy: it needs the columns title"):
        from_bytes.read(hevy, data, OPTIONS)


def test_an_export_is_recognised_by_its_columns_with_or_without_a_byte_order_mark():
    assert from_bytes.recognises(hevy, HEADER.encode("utf-8-sig"))
    assert from_bytes.recognises(hevy, HEADER.replace('"', "").replace(",", ";").encode("utf-16"))
    assert not from_bytes.recognises(strong, f"{HEADER}\n{row()}\n".encode())


def test_two_columns_for_the_same_are_refused():
    with pytest.raises(Refused) as refused:
        read(HEADER.replace("rpe", "weight_lbs"), row())
    assert str(refused.value) == (
        "hevy.csv: column 10 (weight_kg) and column 14 (weight_lbs) are for the same; take one of them out"
    )


def test_a_file_with_nothing_but_a_header_gives_nothing():
    imported = read(HEADER)
    assert (imported.rows, imported.records, imported.problems) == (0, [], [])


GOOD = "\n".join(
    (HEADER, row(note="über"), row(index=1, description="two\nlines"), row(kind="warmup"))
).encode()


@given(
    place=st.integers(0, len(GOOD)),
    length=st.integers(0, 60),
    bytes_there=st.one_of(
        st.binary(max_size=20),
        st.sampled_from([b'"', b"\n", b"\r", b",", b"\0", b"\xfe\xff", b"-1e9", b"9" * 5000, b"\x80"]),
    ),
)
def test_however_a_file_is_damaged_it_is_read_or_refused(place, length, bytes_there):
    data = GOOD[:place] + bytes_there + GOOD[place + length :]
    from_bytes.recognises(hevy, data)
    try:
        imported = from_bytes.read(hevy, data, OPTIONS)
    except Refused:
        return
    assert len(sets(imported)) + len(imported.skipped) + len(imported.problems) == imported.rows


@given(cells=st.lists(st.text(max_size=12), min_size=14, max_size=14))
def test_whatever_stands_in_the_cells_every_row_is_accounted_for(cells):
    line = ",".join('"' + cell.replace('"', '""') + '"' for cell in cells)
    imported = from_bytes.read(hevy, f"{HEADER}\n{line}\n".encode("utf-8", "surrogatepass"), OPTIONS)
    assert len(sets(imported)) + len(imported.skipped) + len(imported.problems) == imported.rows <= 1


@given(start=st.datetimes(), ended=st.text("0123456789 :,.AaPpMmJun월-", max_size=24))
def test_any_moment_is_read_or_a_problem(start, ended):
    imported = read(HEADER, row(f"{start:%d.%m.%Y, %H:%M}", ended))
    assert len(sets(imported)) + len(imported.problems) == 1
