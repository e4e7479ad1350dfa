"""Body measurements of Strong and of FitNotes: weighings become check-ins, the rest is left out."""

from dataclasses import replace
from datetime import date
from zoneinfo import ZoneInfo

import from_bytes
import pytest
from samples import fitnotes as fitnotes_samples
from samples import strong_body as strong_samples
from samples.fitnotes import BODY

from journal.errors import Refused
from journal.exercises import catalogue
from journal.interchange import Imported, Skipped
from journal.interchange.lifting import fitnotes, fitnotes_body, hevy, strong, strong_body
from journal.interchange.not_told import NotTold
from journal.interchange.recognise import named
from journal.interchange.rows.foreign import DateOrder, Options
from journal.records import CheckIn
from journal.vocabulary import MassUnit

OPTIONS = Options(
    catalogue=catalogue(),
    zone=ZoneInfo("Europe/Berlin"),
    weight_unit=None,
    distance_unit=None,
    today=date(2026, 11, 22),
    file="body.csv",
)
STRONG = '"Date";"Weight (kg)"'


def read(form, *lines: str, options: Options = OPTIONS) -> Imported:
    return from_bytes.read(form, "".join(line + "\n" for line in lines).encode(), options)


def days(imported: Imported) -> list[tuple[object, ...]]:
    """Date, time, kg and note of each check-in."""
    assert all(isinstance(each, CheckIn) and each.source == imported.source for each in imported.records)
    return [
        (each.date.isoformat(), each.at and f"{each.at:%H:%M}", each.body_weight_kg, each.note)
        for each in imported.records
    ]


# Strong


def test_strong_writes_kilograms_with_the_noise_of_short_floats():
    imported = read(
        strong_body,
        STRONG,
        '"2021-03-01 07:30:12";"76.80000305175781"',
        '"2021-03-02 00:00:00";"76.5999984741211"',
        '"2021-03-03";"76.4"',
    )
    assert days(imported) == [
        ("2021-03-01", "07:30", 76.8, ""),
        ("2021-03-02", None, 76.6, ""),
        ("2021-03-03", None, 76.4, ""),
    ]
    assert (imported.source, imported.rows, imported.units) == ("strong", 3, {"weight": "kg"})
    assert (imported.problems, imported.skipped, imported.notes) == ([], [], [])


@pytest.mark.parametrize("delimiter", [";", ","])
@pytest.mark.parametrize("unit", ["lb", "lbs"])
def test_strong_may_write_pounds(delimiter, unit):
    imported = read(strong_body, f"Date{delimiter}Weight ({unit})", f"2021-03-01 07:30:12{delimiter}167")
    assert days(imported) == [("2021-03-01", "07:30", 75.75, "")]


def test_body_fat_is_left_out_and_said():
    imported = read(
        strong_body,
        '"Date";"Body fat percentage"',
        '"2021-03-01 07:30:12";"18.5"',
        '"2021-03-02 07:30:12";"18.4"',
    )
    assert imported.records == []
    assert imported.skipped == [
        Skipped(line, "Body fat percentage: only body weight is read") for line in (2, 3)
    ]


# FitNotes


def test_fitnotes_tracks_many_measurements_of_which_the_body_weight_is_read():
    imported = read(
        fitnotes_body,
        BODY,
        "2018-07-30,12:18:42,Bodyweight,167.0,lbs",
        "2018-07-30,12:19:10,Body Fat,18.5,%",
        "2018-07-31,7:05,Bodyweight,75.5,kgs",
        "2018-07-31,07:06:00,Waist, relaxed,83,cm",
        "2018-08-01,07:06:00,Body Fat,18.4,%",
    )
    assert days(imported) == [("2018-07-30", "12:18", 75.75, ""), ("2018-07-31", "07:05", 75.5, "")]
    assert imported.skipped == [
        Skipped(3, "Body Fat: only body weight is read"),
        Skipped(5, "Waist, relaxed: only body weight is read"),
        Skipped(6, "Body Fat: only body weight is read"),
    ]
    assert (imported.source, imported.rows, imported.units) == ("fitnotes", 5, {"weight": "kg, lb"})


def test_fitnotes_may_have_comments_with_commas():
    imported = read(
        fitnotes_body, BODY + ",Comment", "2018-07-30,12:18:42,Bodyweight,167.0,lbs,after lunch, with shoes"
    )
    assert [note for *_, note in days(imported)] == ["after lunch, with shoes"]


def test_a_weight_without_its_unit_is_asked_for():
    rows = (BODY, "2018-07-30,12:18:42,Bodyweight,167.0,")
    with pytest.raises(
        NotTold, match=r"the unit of its weights \(line 2: 167\.0\): add --weight-unit kg\|lb"
    ):
        read(fitnotes_body, *rows)
    told = replace(OPTIONS, weight_unit=MassUnit.LB)
    assert days(read(fitnotes_body, *rows, options=told)) == [("2018-07-30", "12:18", 75.75, "")]


def test_slashed_dates_are_decided_or_asked_for():
    row = "7/8/2018,12:18:42,Bodyweight,167.0,lbs"
    with pytest.raises(NotTold, match=r"--date-order dmy\|mdy"):
        read(fitnotes_body, BODY, row)
    told = replace(OPTIONS, date_order=DateOrder.MONTH_FIRST)
    assert days(read(fitnotes_body, BODY, row, options=told))[0][0] == "2018-07-08"


# Both


@pytest.mark.parametrize("order", [1, -1])
def test_of_several_weights_of_a_day_the_first_one_measured_is_kept(order):
    rows = ["2018-07-30,07:00:00,Bodyweight,75,kgs", "2018-07-30,21:00:00,Bodyweight,76.5,kgs"]
    imported = read(fitnotes_body, BODY, *rows[::order])
    assert days(imported) == [("2018-07-30", "07:00", 75, "")]
    assert [one.reason for one in imported.skipped] == [
        "another body weight of the same day: the first one is kept"
    ]


@pytest.mark.parametrize(
    ("form", "header", "row", "column", "value", "reason"),
    [
        (strong_body, STRONG, "soon;76", "Date", "soon", "it needs a date and time such as"),
        (strong_body, STRONG, "2021-02-30;76", "Date", "2021-02-30", "there is no such date or time"),
        (strong_body, STRONG, "2021-03-01;much", "Weight (kg)", "much", "it needs a number such as 62.5"),
        (
            strong_body,
            STRONG,
            "2021-03-01;760",
            "body_weight_kg",
            "760.0",
            "it needs a number from 1 to 700 kg",
        ),
        (strong_body, STRONG, "2026-11-23;76", "", "2026-11-23", "it is in the future (today is 2026-11-22)"),
        (strong_body, STRONG, "2021-03-01", "", "", "the row has 1 cells and the header 2"),
        (strong_body, STRONG, '2021-03-01;"76', "", "", "a quotation mark opens here and is never closed"),
        (fitnotes_body, BODY, "2018-07-30,noon,Bodyweight,75,kgs", "Date", "2018-07-30", "it needs a date"),
        (
            fitnotes_body,
            BODY,
            "2018-07-30,12:00,Bodyweight,75,stone",
            "Unit",
            "stone",
            "it needs one of kg, lb",
        ),
    ],
)
def test_what_cannot_be_read_is_a_problem_with_its_line(form, header, row, column, value, reason):
    imported = read(form, header, row)
    (problem,) = imported.problems
    assert (problem.line, problem.column, problem.value) == (2, column, value)
    assert problem.reason.startswith(reason)
    assert (imported.records, imported.rows) == ([], 1)


def test_a_row_without_a_weight_is_left_out():
    assert read(strong_body, STRONG, "2021-03-01;").skipped == [Skipped(2, "no body weight")]
    assert read(fitnotes_body, BODY, "2018-07-30,12:00,Bodyweight,0.0,lbs").skipped == [
        Skipped(2, "no body weight")
    ]


def test_each_is_recognised_and_no_other():
    forms = (strong, strong_body, hevy, fitnotes, fitnotes_body)
    for own, data in (
        *((strong_body, data) for data in (strong_samples.FAT, *strong_samples.samples().values())),
        (fitnotes_body, fitnotes_samples.samples()["fitnotes_body.csv"]),
    ):
        assert [form for form in forms if from_bytes.recognises(form, data)] == [own]
    for data in (b"Date,Weight\n2024-01-01,80\n", b"Date;Weight (kg);Reps\n", b"Weight (kg);Date\n"):
        assert not any(from_bytes.recognises(form, data) for form in forms)


def test_the_name_after_from_takes_the_file_that_fits(tmp_path):
    path = tmp_path / "x.csv"
    for name, data, form in (
        ("strong", strong_samples.FAT, strong_body),
        ("fitnotes", fitnotes_samples.samples()["fitnotes_body.csv"], fitnotes_body),
        ("strong", b"hello", strong),
        ("fitnotes", b"hello", fitnotes),
    ):
        path.write_bytes(data)
        assert named(name, path) is form


@pytest.mark.parametrize(
    ("form", "said"),
    [(strong_body, "body measurements of Strong"), (fitnotes_body, "the body tracker of FitNotes")],
)
def test_other_files_are_refused_in_a_sentence(form, said):
    for data in (b"", b"hello", b"Date,Exercise\n"):
        with pytest.raises(Refused, match=rf"^body\.csv .* {said}: it needs the columns Date"):
            from_bytes.read(form, data, OPTIONS)
