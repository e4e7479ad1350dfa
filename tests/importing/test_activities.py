"""Folders and archives of activities through a journal: one import, once, and taken back."""

from zipfile import ZipFile

import pytest
from samples import fit, gpx, tcx

from journal.importing.arrivals import Arrivals
from journal.importing.asked import Asked
from journal.records import Set, Workout

FILES = {
    "1.fit": fit.run(),
    "2.fit": fit.strength(),
    "3.gpx": gpx.old().replace(b"T15:", b"T19:"),
    "4.tcx.gz": tcx.samples()["strava.tcx.gz"],
    "5.fit": fit.fit((fit.FILE_ID, {"type": 49})),
    "6.gpx": b"<gpx><trk>",
}


@pytest.fixture(params=["folder", "archive"])
def everything(request, tmp_path):
    path = tmp_path / "activities"
    if request.param == "archive":
        with ZipFile(path, "w") as archive:
            for name, content in FILES.items():
                archive.writestr(name, content)
        return path
    path.mkdir()
    for name, content in FILES.items():
        (path / name).write_bytes(content)
    return path


def bring(here, path):
    (result,) = Arrivals(here, Asked()).bring([path], lambda: None)
    return result


def test_it_comes_in_once_as_one_import_and_goes_as_it_came(here, everything):
    first = bring(here, everything)
    assert first.brought.added["workouts"] == len(here.store.rows(Workout)) == 4
    assert first.brought.added["sets"] == len(here.store.rows(Set)) == 5
    assert [one.file for one in first.read.skipped if "workout" in one.reason or "cut" in one.reason] == [
        "5.fit",
        "6.gpx",
    ]
    again = bring(here, everything)
    assert (again.brought.batch, again.problems) == (None, ())
    assert first.brought.batch is not None
    here.store.take_back(first.brought.batch, now=here.now)
    assert here.store.is_empty()


def test_what_the_folder_had_is_not_doubled_by_a_single_file(here, everything, tmp_path):
    bring(here, everything)
    single = tmp_path / "run.fit"
    single.write_bytes(FILES["1.fit"])
    assert bring(here, single).brought.batch is None
    assert len(here.store.rows(Workout)) == 4
