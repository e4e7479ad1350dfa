"""Files of a program that does not quote: texts with commas and quotation marks; told with those of FitNotes."""

from datetime import date
from zoneinfo import ZoneInfo

import from_bytes
import pytest
from came_in import own
from samples.fitnotes import NEW, OLD, WITH_COMMENT

from journal.exercises import catalogue
from journal.interchange import Imported
from journal.interchange.lifting import fitnotes
from journal.interchange.rows.foreign import Options
from journal.records import Set

OPTIONS = Options(
    catalogue=catalogue(),
    zone=ZoneInfo("Europe/Berlin"),
    weight_unit=None,
    distance_unit=None,
    today=date(2026, 11, 22),
    file="fitnotes.csv",
)


def read(*lines: str) -> Imported:
    return from_bytes.read(fitnotes, "\n".join(lines).encode(), OPTIONS)


def sets(imported: Imported) -> list[Set]:
    return [record for record in imported.records if isinstance(record, Set)]


def set_notes(imported: Imported) -> list[str]:
    return [each.note for each in sets(imported)]


def test_a_name_with_commas_is_put_together_from_the_right():
    imported = read(
        OLD,
        "2017-05-01,Overhead Press (Each Side, Dumbbells),Shoulders,40.0,10,0.0,,0:00:00",
        "2017-05-01,Row, one, two, three,Back,40.0,10,0.0,,0:00:00",
        "2017-05-01,Deadlift,Back,225.0,5,0.0,,0:00:00",
    )
    assert imported.new_exercises == ["Overhead Press (Each Side, Dumbbells)", "Row, one, two, three"]
    assert [each.weight_kg for each in sets(imported)] == [18.144, 18.144, 102.058]
    assert imported.problems == []
    assert imported.notes == [
        "2 rows have commas that are not quoted: what belongs together was told by the other columns"
    ]


@pytest.mark.parametrize(
    ("row", "name", "note"),
    [
        (
            "2026-03-02,Press (Each Side, Dumbbells),Shoulders,20,kgs,8,,,,",
            "Press (Each Side, Dumbbells)",
            "",
        ),
        ("2026-03-02,Bench,Chest,20,kgs,8,,,,slow, but deep, yes", "Bench", "slow, but deep, yes"),
        ("2026-03-02,Press, odd,Chest,20,kgs,8,,,,slow, but deep", "Press, odd", "slow, but deep"),
        ("2026-03-02,Hold, side,Abs,,,,,,0:01:00,hips, up", "Hold, side", "hips, up"),
        ("2026-03-02,Bench,Chest,20,kgs,8,,,,8, 9, 10", "Bench", "8, 9, 10"),
        ('2026-03-02,"Press, quoted",Chest,20,kgs,8,,,,"a, b"', "Press, quoted", "a, b"),
    ],
)
def test_with_comments_the_other_columns_tell_to_which_text_a_comma_belongs(row, name, note):
    imported = read(WITH_COMMENT, row)
    assert imported.problems == []
    (made,) = sets(imported)
    known = {each.slug: each.name for each in own(imported)}
    assert known.get(made.exercise, made.exercise) in (name, "bench-press")
    assert made.note == note


def test_a_row_that_no_reading_fits_is_a_problem():
    imported = read(
        NEW,
        "2023-02-01,Press, odd,Shoulders,heavy,kgs,10,0.0,,0:00:00",
        "2023-02-01,Deadlift,Back,100",
        "2023-02-01,Deadlift,Back,100,kgs,5,,,",
    )
    assert [problem.line for problem in imported.problems] == [2, 3]
    assert imported.problems[0].reason.startswith("the row has 10 cells and the header 9")
    assert len(sets(imported)) == 1


def test_quotation_marks_quote_nothing_and_swallow_no_rows():
    day = "2026-03-0{},Squat,Legs,100,kgs,5,,,,{}"
    imported = read(WITH_COMMENT, day.format(1, '"PR'), day.format(2, 'so-called "PR"'), day.format(3, '"'))
    assert set_notes(imported) == ['"PR', 'so-called "PR"', '"']
    assert imported.notes == [
        "a text begins with a quotation mark that ends nowhere: it was taken for a letter"
    ]
    two = read(WITH_COMMENT, day.format(1, '"PR'), day.format(2, ""), day.format(3, '"again, and again'))
    assert set_notes(two) == ['"PR', "", '"again, and again']


def test_a_file_that_a_spreadsheet_quoted_is_read_as_such_also_when_it_is_cut():
    imported = read(NEW, '2026-03-01,"Press, heavy",Chest,100,kgs,5,,,', '2026-03-02,"Press, he')
    assert imported.new_exercises == ["Press, heavy"]
    assert [problem.line for problem in imported.problems] == [3]


def test_a_row_of_nothing_but_commas_takes_no_time():
    imported = read(WITH_COMMENT, "2026-03-02,Bench,Chest" + "," * 300_000 + "x")
    assert [problem.line for problem in imported.problems] == [2]
