"""A folder or an archive of activities is one import, whatever else lies in it."""

import gzip
from dataclasses import replace
from datetime import date
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile
from zoneinfo import ZoneInfo

import pytest
from samples import fit, gpx, tcx

from journal.errors import Refused
from journal.exercises import catalogue
from journal.interchange.endurance import activity_folder
from journal.interchange.endurance.activities import NOT_READ
from journal.interchange.imported import Imported
from journal.interchange.recognise import named, recognise
from journal.interchange.rows.foreign import Options
from journal.records import OwnExercise, Set, Workout

OPTIONS = Options(
    catalogue=catalogue(),
    zone=ZoneInfo("Europe/Berlin"),
    weight_unit=None,
    distance_unit=None,
    today=date(2026, 11, 22),
    file="watch",
)


@pytest.fixture
def folder(tmp_path):
    def made(**files: bytes) -> Path:
        for name, content in files.items():
            path = tmp_path / name.replace("__", "/").replace("_", ".")
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(content)
        return tmp_path

    return made


def read(path: Path) -> Imported:
    assert recognise(path) is activity_folder
    return activity_folder.read(path, OPTIONS)


def titles(imported: Imported) -> list[str]:
    """Source and kind of each workout."""
    return [f"{one.source} {one.kind}" for one in imported.records if isinstance(one, Workout)]


def test_all_files_are_one_import(folder):
    imported = read(folder(a_fit=fit.run(), b_GPX=gpx.run(), c_tcx_gz=tcx.samples()["strava.tcx.gz"]))
    assert titles(imported) == ["fit run", "tcx ride", "gpx run"]
    assert (imported.rows, imported.problems, imported.skipped, imported.notes) == (
        *(3, [], []),
        [f"{NOT_READ} (2 files)"],
    )
    assert {place.file for place in imported.places.values()} == {"a.fit", "b.GPX", "c.tcx.gz"}


def test_the_export_of_a_site_has_them_one_folder_further_in(folder):
    path = folder(activities__1_fit_gz=fit.samples()["run.fit.gz"], profile_csv=b"Athlete ID\n1\n")
    imported = read(path)
    assert titles(imported) == ["fit run"]
    assert imported.notes[1:] == ["other files beside the activities were not read: 1"]


def test_what_holds_no_workout_is_left_out_with_its_reason(folder):
    night = fit.fit((fit.FILE_ID, {"type": 49}))
    imported = read(folder(a_fit=night, b_fit=fit.run()[:100], c_fit=b"text", d_gpx=b"<gpx", e_fit=fit.run()))
    assert titles(imported) == ["fit run"]
    assert [(one.file, one.reason) for one in imported.skipped] == [
        ("a.fit", "holds no workout: it is a file of sleep"),
        ("b.fit", "is cut or damaged: it ends before the summary of its workout"),
        ("c.fit", "holds something else than its name says; it needs FIT, GPX or TCX"),
        ("d.gpx", "holds something else than its name says; it needs FIT, GPX or TCX"),
    ]


def test_an_activity_that_two_files_hold_comes_once_with_its_own_sets(folder):
    one_set = fit.fit(fit.ACTIVITY_FILE, fit.a_set(), fit.session(10, 20), fit.activity())
    two_sets = fit.fit(fit.ACTIVITY_FILE, fit.a_set(), fit.a_set(5), fit.session(10, 20), fit.activity())
    imported = read(folder(a_fit=one_set, b_fit=two_sets, c_fit=one_set))
    assert sum(isinstance(one, Set) for one in imported.records) == 1
    assert [(one.file, one.reason) for one in imported.skipped] == [
        ("b.fit", "the same activity as in another file"),
        ("c.fit", "the same activity as in another file"),
    ]


def test_an_activity_in_two_formats_comes_once_as_the_one_that_tells_most(folder):
    # The same run, begun at the same second; and another one on the same day.
    start = 1_719_588_571 - fit.EPOCH
    same = fit.fit(fit.ACTIVITY_FILE, fit.session(start=start))
    later = made_later(gpx.run())
    imported = read(folder(a_tcx=tcx.run(), b_fit=same, c_gpx=gpx.run(), d_gpx=later))
    assert titles(imported) == ["fit run", "gpx run"]
    assert [(one.file, one.reason) for one in imported.skipped] == [
        ("a.tcx", "the same activity as in another file"),
        ("c.gpx", "the same activity as in another file"),
    ]


def made_later(track: bytes) -> bytes:
    return track.replace(b"T15:", b"T19:")


def test_a_new_exercise_of_several_files_is_one(folder):
    def unknown(start):
        return fit.fit(fit.ACTIVITY_FILE, fit.a_set(category=65534), fit.session(10, 20, start))

    imported = read(folder(a_fit=unknown(fit.START), b_fit=unknown(fit.START + 9000)))
    assert sum(isinstance(one, OwnExercise) for one in imported.records) == 1
    assert imported.new_exercises == ["Unknown exercise"]
    assert sum(isinstance(one, Set) for one in imported.records) == 2


def test_what_several_files_say_is_said_once(folder):
    def nameless(start):
        return fit.fit(fit.ACTIVITY_FILE, fit.session(0, 0, start))

    imported = read(folder(a_fit=nameless(fit.START), b_fit=nameless(fit.START + 9000)))
    assert imported.notes == ["workouts of no known sport, whose distance is in their note: 1 (2 files)"]


def test_a_folder_in_which_nothing_can_be_read_is_refused(folder):
    with pytest.raises(Refused) as refused:
        read(folder(a_fit=fit.run()[:100]))
    assert str(refused.value) == (
        "watch holds no workout that can be read; its first file, a.fit: "
        "is cut or damaged: it ends before the summary of its workout"
    )


def test_it_can_be_named_and_another_folder_is_refused(folder):
    path = folder(a_txt=b"", b_fit_bak=fit.run())
    assert named("activities", path) is activity_folder
    with pytest.raises(Refused, match="has no files of activities"):
        activity_folder.read(path, OPTIONS)
    with pytest.raises(Refused, match="and no activities"):
        recognise(path)


# Archives


@pytest.fixture
def archive(tmp_path):
    def made(files: dict[str, bytes], compression: int = ZIP_DEFLATED) -> Path:
        path = tmp_path / "export.zip"
        with ZipFile(path, "w", compression) as target:
            for name, content in files.items():
                target.writestr(name, content)
        return path

    return made


def test_an_archive_is_read_as_a_folder_is(archive):
    files = {
        "activities/1.fit.gz": fit.samples()["run.fit.gz"],
        "activities/2.gpx": gpx.run(),
        "__MACOSX/activities/._2.gpx": b"?",
        "profile.csv": b"",
        "3.TCX": tcx.run().replace(b"2024", b"2023"),
    }
    imported = read(archive(files))
    assert sorted(titles(imported)) == ["fit run", "gpx run", "tcx run"]
    assert imported.notes[1:] == ["other files beside the activities were not read: 1"]
    assert {place.file for place in imported.places.values()} == {"1.fit.gz", "2.gpx", "3.TCX"}


def test_the_original_of_one_activity_comes_in_an_archive(archive):
    assert titles(read(archive({"123_ACTIVITY.fit": fit.run()}, ZIP_STORED))) == ["fit run"]


def test_other_archives_and_damaged_ones_are_not_known_or_refused(archive, tmp_path):
    for path in (archive({"notes.txt": b""}), tmp_path / "none.zip"):
        path.exists() or path.write_bytes(b"PK\x03\x04 and nothing more")
        with pytest.raises(Refused, match="nothing known looks so"):
            recognise(path)
        with pytest.raises(Refused, match=r"has no files of activities|neither a folder nor an archive"):
            activity_folder.read(path, OPTIONS)


def test_an_archive_with_a_damaged_member_gives_the_others(archive):
    path = archive({"a.fit": fit.run(), "b.gpx": gpx.run()}, ZIP_STORED)
    path.write_bytes(path.read_bytes().replace(b"Morning Run", b"Evening Run"))
    imported = read(path)
    assert titles(imported) == ["fit run"]
    assert [(one.file, one.reason) for one in imported.skipped] == [
        ("b.gpx", "cannot be unpacked: it is damaged or has a password; export it again without one")
    ]


def test_an_archive_that_unpacks_to_something_huge_costs_little(archive):
    bomb = gzip.compress(b"<gpx>" + b" " * (70 << 20))
    path = archive({"a.gpx": b"<gpx>" + b" " * (70 << 20), "b.gpx.gz": bomb, "c.fit": fit.run()})
    imported = read(path)
    assert titles(imported) == ["fit run"]
    assert {one.reason for one in imported.skipped} == {"is larger than any activity: at most 64 MB are read"}


def test_progress_is_told_and_may_end_the_reading(folder):
    told = []
    path = folder(a_fit=fit.run(), b_gpx=gpx.run())
    activity_folder.read(path, replace(OPTIONS, tell=lambda done, of: told.append((done, of))))
    assert (0, 2) in told
    assert (1, 2) in told
