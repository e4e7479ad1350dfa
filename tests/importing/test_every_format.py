"""Every format through a journal: twice, out and in elsewhere, and taken back."""

import importlib
from datetime import timedelta
from pathlib import Path

import pytest

from journal.importing.arrivals import Arrivals
from journal.importing.asked import Asked
from journal.interchange.own import csv_files, json_document
from journal.interchange.recognise import FOREIGN
from journal.records import RECORDS, CheckIn, Drink, Pain, Workout
from journal.storage import Change, open_store
from journal.vocabulary import DistanceUnit, MassUnit

ASKED = Asked(weight_unit=MassUnit.KG, distance_unit=DistanceUnit.KM)
NAMES = {str(one.__name__).rpartition(".")[2]: one.NAME for one in FOREIGN}
FOLDER = Path(__file__).parent.parent / "interchange" / "samples"
SAMPLES: dict[str, bytes] = {}
FIRST: dict[str, str] = {}
"""One sample of each program."""
for _path in sorted(FOLDER.glob("*.py")):
    _samples = importlib.import_module(f"samples.{_path.stem}").samples()
    SAMPLES |= _samples
    FIRST.setdefault(NAMES[_path.stem], next(iter(_samples)))


@pytest.fixture
def elsewhere(new_journal, here):
    """Another journal, still empty."""
    with open_store(new_journal("elsewhere")) as store:
        yield type(here)(store)


def bring(here, *paths):
    return Arrivals(here, ASKED).bring(paths, lambda: None)


def everything(here):
    return {kind: here.store.rows(kind) for kind in RECORDS if here.store.rows(kind)}


@pytest.fixture
def sample(tmp_path, request):
    path = tmp_path / request.param
    path.write_bytes(SAMPLES[request.param])
    return path


@pytest.mark.parametrize("sample", SAMPLES, indirect=True)
def test_a_file_comes_in_once_wherever_it_is_brought_and_goes_as_it_came(here, elsewhere, tmp_path, sample):
    (first,) = bring(here, sample)
    assert first.problems == ()
    brought = everything(here)
    assert sum(map(len, brought.values())) == sum(first.brought.added.values())
    if not brought:
        # A file of nothing that the journal keeps, such as body fat: it says so.
        assert first.read.skipped
        return

    (again,) = bring(here, sample)
    assert (again.brought.batch, again.problems) == (None, ())
    assert [one.reason for one in again.read.skipped] == [one.reason for one in first.read.skipped]

    csv_files.write_folder(tmp_path / "out", everything(here))
    (moved,) = bring(elsewhere, tmp_path / "out")
    assert (moved.problems, everything(elsewhere)) == ((), brought)
    (there,) = bring(elsewhere, sample)
    assert (there.brought.batch, there.problems) == (None, ())
    assert everything(elsewhere) == brought

    taken = here.store.take_back(first.brought.batch, now=here.now)
    assert (taken.kept, everything(here)) == ((), {})


@pytest.mark.parametrize("sample", SAMPLES, indirect=True)
def test_what_was_edited_since_is_kept_and_named_when_an_import_is_taken_back(here, sample):
    (first,) = bring(here, sample)
    editable = [
        *here.store.rows(Workout),
        *here.store.rows(Pain),
        *here.store.rows(Drink),
        *here.store.rows(CheckIn),
    ]
    if not editable:
        assert first.brought.batch is None
        return
    one = editable[0]
    edited = one.but(note="edited since")
    here.store.change([Change(one, edited)], now=here.now + timedelta(minutes=1), verb="edit")
    taken = here.store.take_back(first.brought.batch, now=here.now + timedelta(minutes=2))
    assert len([kept for kept in taken.kept if "edited since" in kept]) == 1
    assert here.store.get(type(one), one.key) == edited
    left = everything(here)
    assert sum(len(rows) for kind, rows in left.items() if kind.TABLE not in ("sets", "exercises")) == 1


def test_all_formats_in_one_call_and_again(here, new_journal, tmp_path):
    paths = []
    for name in FIRST.values():
        path = tmp_path / name
        path.write_bytes(SAMPLES[name])
        paths.append(path)
    first = bring(here, *paths)
    assert [one.problems for one in first] == [()] * len(paths)
    before = everything(here)
    again = bring(here, *paths)
    assert {one.brought.batch for one in again} == {None}
    assert everything(here) == before
    # The same in one document, for another journal.
    json_document.write_document(tmp_path / "all.json", before)
    with open_store(new_journal("document")) as store:
        (result,) = bring(type(here)(store), tmp_path / "all.json")
        assert result.problems == ()
        assert {one.brought.batch for one in bring(type(here)(store), *paths)} == {None}
