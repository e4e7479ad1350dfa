"""Diaries of Daylio: moods and tags as they are, each day in one check-in, and nothing of what is private."""

from dataclasses import replace
from datetime import date
from zoneinfo import ZoneInfo

import from_bytes
import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import daylio as sample

from journal.errors import Refused
from journal.exercises import catalogue
from journal.interchange import Imported
from journal.interchange.health import daylio
from journal.interchange.health.daylio_words import is_told
from journal.interchange.not_told import NotTold
from journal.interchange.recognise import recognise
from journal.interchange.rows.foreign import DateOrder, Options
from journal.records import CheckIn

OPTIONS = Options(
    catalogue=catalogue(),
    zone=ZoneInfo("Europe/Berlin"),
    weight_unit=None,
    distance_unit=None,
    today=date(2026, 11, 22),
    file="daylio.csv",
)


def read(text: str | bytes, options: Options = OPTIONS) -> Imported:
    return from_bytes.read(daylio, text.encode() if isinstance(text, str) else text, options)


def one(mood: str = "good", activities: str = "", *, day: str = "2026-11-18", time: str = "18:43") -> str:
    """A diary with one entry."""
    return f"{sample.ISO}\n{day},whatever,Dienstag,{time},{mood},{activities},\n"


def notes(imported: Imported) -> dict[str, str]:
    return {str(record.date): record.note for record in imported.records if isinstance(record, CheckIn)}


# Versions


@pytest.mark.parametrize("name", sample.samples())
def test_every_version_is_read(name, tmp_path):
    data = sample.samples()[name]
    (tmp_path / name).write_bytes(data)
    assert recognise(tmp_path / name) is daylio
    imported = read(data)
    assert imported.problems == imported.skipped == []
    assert (imported.source, imported.rows) == ("daylio", 3)
    assert notes(imported) == {
        "2018-09-07": "mood at 03:26: Sin animo\nmood at 23:54: rad (5 of 5)\ntags: bad sleep",
        "2018-09-08": "mood: good (4 of 5)\ntags: back pain",
    }


def test_what_is_private_is_left_out_and_said_with_counts():
    imported = read(sample.samples()["daylio_export_2025.csv"])
    assert imported.notes == [
        "moods and tags of sleep and pain stand in the notes of the check-ins",
        "moods with names of their own, kept without a number: Sin animo",
        "left out: notes (2), activities that tell neither of sleep nor of pain (1), titles of notes (1)",
    ]
    assert not any("diary" in str(record) for record in imported.records)


def test_answers_on_scales_are_left_out_and_said():
    entry = ("2026-11-18", "", "", "Mittwoch", "18:43", "good", "", "Sleep 7", "", "")
    assert "left out: entries on scales (1)" in read(sample.diary(sample.SCALED, entries=(entry,))).notes


def test_a_file_without_a_header_is_read_by_its_places():
    for header in (sample.ISO, sample.TITLED, sample.SCALED):
        imported = read(sample.diary(header).split("\n", 1)[1])
        assert len(imported.records) == 2
        assert "the file has no header: the columns were taken by their place" in imported.notes


@pytest.mark.parametrize(
    "data",
    [
        sample.diary(sample.ISO).replace("\n", "\r\n").encode(),
        sample.diary(sample.ISO).encode("utf-16"),
        sample.diary(sample.ISO).replace(",", ";").encode(),
        sample.diary(sample.ISO).rstrip("\n").encode(),
        b"sep=,\n" + sample.diary(sample.ISO).encode(),
    ],
    ids=["CRLF", "UTF-16", "semicolons", "no newline at the end", "sep="],
)
def test_it_is_read_however_it_was_saved(data):
    assert len(read(data).records) == 2


# Dates and times


@pytest.mark.parametrize(
    ("day", "iso"),
    [
        ("7 września", "2018-09-07"),
        ("18 May", "2018-05-18"),
        ("May 18", "2018-05-18"),
        ("3. Oktober", "2018-10-03"),
        ("7 de setembro", "2018-09-07"),
        ("7 septembre", "2018-09-07"),
        ("9月7日", "2018-09-07"),
        ("9월 7일", "2018-09-07"),
    ],
)
def test_a_day_in_words_belongs_to_the_year_beside_it(day, iso):
    imported = read(f"{sample.OLD}\n2018,{day},x,18:43,good,,\n")
    assert list(notes(imported)) == [iso]


@pytest.mark.parametrize(
    ("day", "year", "reason"),
    [
        ("7 Foo", "2018", "'Foo' is not a month that is known here"),
        ("31 Feb", "2018", "there is no such date"),
        ("7 May", "", "it needs a date"),
        ("", "2018", "it needs a date"),
        ("7 May", "2027", "it is in the future"),
    ],
)
def test_a_day_that_cannot_be_is_a_problem(day, year, reason):
    imported = read(f"{sample.OLD}\n{year},{day},x,18:43,good,,\n2018,7 May,x,18:43,good,,\n")
    (problem,) = imported.problems
    assert (problem.file, problem.line) == ("daylio.csv", 2)
    assert problem.reason.startswith(reason)
    assert len(imported.records) == 1


@pytest.mark.parametrize(
    ("time", "said"),
    [("3:26 AM", "03:26"), ("3:26\u202fpm", "15:26"), ("18:43", "18:43"), ("12:05 a.m.", "00:05")],
)
def test_a_time_is_read_by_the_setting_of_the_phone(time, said):
    imported = read(one(time=time) + f"2026-11-18,x,x,{time},bad,,\n")
    assert notes(imported)["2026-11-18"] == f"mood at {said}: good (4 of 5)\nmood at {said}: bad (2 of 5)"


def test_a_time_in_another_script_costs_nothing_but_the_time():
    imported = read(one("good", time="08:00") + "2026-11-18,x,x,오후 3:26,bad,,\n")
    assert imported.problems == []
    assert notes(imported)["2026-11-18"] == "mood: bad (2 of 5)\nmood at 08:00: good (4 of 5)"
    assert "1 times of day could not be read; the moods stand first of their day" in imported.notes


def test_slashed_dates_of_a_spreadsheet_are_asked_for_unless_they_tell():
    with pytest.raises(NotTold):
        read(one(day="07/08/2024"))
    assert list(notes(read(one(day="18/08/2024")))) == ["2024-08-18"]
    told = replace(OPTIONS, date_order=DateOrder.MONTH_FIRST)
    assert list(notes(read(one(day="07/08/2024"), told))) == ["2024-07-08"]


# Moods and activities


@pytest.mark.parametrize(
    ("mood", "said"),
    [
        ("rad", "rad (5 of 5)"),
        ("good", "good (4 of 5)"),
        ("Meh", "Meh (3 of 5)"),
        ("bad", "bad (2 of 5)"),
        ("awful", "awful (1 of 5)"),
        ("como siempre", "como siempre"),
        ("anxious", "anxious"),
        ("=1+1", "=1+1"),
        ("[bold]x[/]\x1b[31m", "[bold]x[/][31m"),
    ],
)
def test_a_mood_keeps_its_word_and_only_the_five_have_a_number(mood, said):
    assert notes(read(one(mood))) == {"2026-11-18": f"mood: {said}"}


@pytest.mark.parametrize(
    "activity",
    [
        *("good sleep", "bad sleep", "medium sleep", "Sleep early", "nap", "insomnia", "guter Schlaf", "сон"),
        *(
            "back pain",
            "headache",
            "Migraine",
            "sore neck",
            "cramps",
            "injury",
            "Rückenschmerzen",
            "ból pleców",
        ),
        *("dolor de espalda", "mal de dos", "hoofdpijn", "dor nas costas", "mal di testa"),
    ],
)
def test_tags_of_sleep_and_pain_are_kept(activity):
    assert is_told(activity)
    assert notes(read(one("good", f"friends | {activity} | work"))) == {
        "2026-11-18": f"mood: good (4 of 5)\ntags: {activity}"
    }


@pytest.mark.parametrize(
    "activity",
    ["painting", "napkin", "friends", "backpacking", "sport", "cache", "teaching", "senior", "dorm"],
)
def test_other_activities_are_left_out(activity):
    imported = read(one("good", activity))
    assert notes(imported) == {"2026-11-18": "mood: good (4 of 5)"}
    assert "left out: activities that tell neither of sleep nor of pain (1)" in imported.notes


def test_a_pain_without_a_score_is_no_pain_entry():
    imported = read(one("good", "back pain"))
    assert {type(record) for record in imported.records} == {CheckIn}


# Files


def test_newest_first_and_oldest_first_give_the_same():
    newest = sample.diary(sample.ISO)
    oldest = sample.diary(sample.ISO, entries=sample.ENTRIES[::-1])
    assert read(newest).records == read(oldest).records


@pytest.mark.parametrize(
    "data", [b"", b"date,mood\n", b"full_date,mood,activities\n", b"\xff\xfe\0", b"PK\x03\x04"]
)
def test_other_files_are_refused_in_a_sentence(data):
    assert not from_bytes.recognises(daylio, data)
    with pytest.raises(
        Refused, match=r"^daylio\.csv is not an export of Daylio: it needs the columns full_date"
    ):
        read(data)


def test_a_row_that_is_cut_and_a_quotation_mark_that_stays_open_are_problems():
    imported = read(f'{sample.ISO}\n2026-11-18,x\n2026-11-17,x,x,18:43,good,,"open\nagain\n')
    assert [problem.line for problem in imported.problems] == [2, 3]
    assert imported.rows == 2


def test_a_file_with_nothing_but_a_header_gives_nothing():
    imported = read(f"{sample.ISO}\n")
    assert (imported.rows, imported.records, imported.problems, imported.notes) == (0, [], [], [])


GOOD = sample.samples()["daylio_export_2022.csv"]


@given(
    place=st.integers(0, len(GOOD)),
    length=st.integers(0, 60),
    there=st.one_of(
        st.binary(max_size=20),
        st.sampled_from([b'"', b"\n", b"\r", b",", b"\t", b"|", b"\0", b"\xfe\xff", b"9" * 5000, b"\x80"]),
    ),
)
def test_however_a_file_is_damaged_it_is_read_or_refused(place, length, there):
    data = GOOD[:place] + there + GOOD[place + length :]
    from_bytes.recognises(daylio, data)
    try:
        imported = read(data)
    except Refused:
        return
    assert len(imported.records) + len(imported.problems) <= imported.rows
