"""A file is told by what stands in it."""

import os
from pathlib import Path

import pytest

from journal.errors import Refused
from journal.interchange.own.journal_files import reading_order
from journal.interchange.recognise import NAMES, recognise


def name_of(path: Path) -> str:
    """The name of the format that a file is in."""
    form = recognise(path)
    return "journal" if form is None else form.NAME


_STRONG = "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE\n"
_HEVY = (
    '"title","start_time","end_time","description","exercise_title","superset_id","exercise_notes",'
    '"set_index","set_type","weight_kg","reps","distance_km","duration_seconds","rpe"\n'
)


@pytest.mark.parametrize(
    ("content", "name"),
    [
        ("id,at,region,score\n", "journal"),
        ("\ufeffid,at,region,score,note\r\n", "journal"),
        ("\r\n\ndate\n2026-11-20\n", "journal"),
        ('"date","stress"\n', "journal"),
        ('  \n{"format": 1, "tables": {}}', "journal"),
        ("\ufeff{}", "journal"),
        (_STRONG, "strong"),
        (_HEVY, "hevy"),
        ("day;lift;kg;reps\n", "csv"),
    ],
)
@pytest.mark.parametrize("called", ["export.csv", "x", "data.json", "strong.csv"])
def test_its_content_decides_not_its_name(tmp_path, content, name, called):
    path = tmp_path / called
    path.write_text(content, encoding="utf-8", newline="")
    assert name_of(path) == name


def test_a_file_called_like_ours_is_ours_when_the_content_tells_no_other(tmp_path):
    (tmp_path / "pain.csv").write_text("id,at,region,score,mood\n")
    assert name_of(tmp_path / "pain.csv") == "journal"
    for content in (b"", b"\n", b"id;at;region;score\n", '"at"\t"id"\n'.encode("utf-16")):
        (tmp_path / "pain.csv").write_bytes(content)
        assert name_of(tmp_path / "pain.csv") == "journal"
    (tmp_path / "sets.csv").write_text(_STRONG)
    assert name_of(tmp_path / "sets.csv") == "strong"


def test_a_folder_is_ours_when_it_holds_one_of_our_files_or_nothing(tmp_path):
    assert name_of(tmp_path) == "journal"
    (tmp_path / "holiday.jpg").write_text("")
    with pytest.raises(Refused, match="none of the files of an export"):
        recognise(tmp_path)
    (tmp_path / "Pain.csv").write_text("")
    assert name_of(tmp_path) == "journal"


@pytest.mark.parametrize("content", [b"Name,Age\nx,1\n", b"\x00\xff\xfe" * 100, b"pain", b'"never closed'])
def test_what_nothing_knows_is_refused_with_what_is_known(tmp_path, content):
    (tmp_path / "pain.csv").write_bytes(content)
    with pytest.raises(Refused) as refused:
        recognise(tmp_path / "pain.csv")
    assert all(name in str(refused.value) for name in NAMES)
    assert {"journal", "strong", "hevy", "fitnotes", "stronglifts", "fitbod"} <= set(NAMES)


def test_what_nothing_knows_is_any_csv_when_its_columns_were_told(tmp_path):
    (tmp_path / "diary.csv").write_text("wann,wo,wie\n")
    assert recognise(tmp_path / "diary.csv", mapped=True).NAME == "csv"
    (tmp_path / "strong.csv").write_text(_STRONG)
    assert recognise(tmp_path / "strong.csv", mapped=True).NAME == "strong"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_refused_because_its_beginning_would_be_lost(tmp_path):
    os.mkfifo(tmp_path / "pain.csv")
    with pytest.raises(Refused, match="save what it gives in a file"):
        recognise(tmp_path / "pain.csv")


def test_a_missing_file_is_refused(tmp_path):
    with pytest.raises(Refused, match="there is no such file"):
        recognise(tmp_path / "x")


def test_of_several_files_those_that_others_name_are_read_first():
    shuffled = [
        "sets.csv",
        "strong.csv",
        "Aliases.csv",
        "all.json",
        "workouts.csv",
        "exercises.csv",
        "pain.csv",
    ]
    assert sorted(shuffled, key=lambda name: reading_order(Path(name))) == [
        "exercises.csv",
        "Aliases.csv",
        "strong.csv",
        "all.json",
        "workouts.csv",
        "sets.csv",
        "pain.csv",
    ]
