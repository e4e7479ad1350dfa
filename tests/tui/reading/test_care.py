"""What a care page is told of what was done before, and of what hurts."""

from datetime import timedelta

import pytest

from journal.records import Care
from journal.tui.reading.care import read_care
from journal.vocabulary import CareKind, Drug, Region, Side


@pytest.fixture
def view(store, now):
    """The view of today."""
    return lambda **more: read_care(store, None, now.date(), **more)


def test_the_kind_used_last_comes_first(view, write, now):
    assert view().kinds == tuple(CareKind)
    write("massage knee 10m", at=now - timedelta(days=2))
    write("ibuprofen 400", at=now - timedelta(days=1))
    kinds = view().kinds
    assert kinds[:3] == (CareKind.ORAL_ANALGESIC, CareKind.MASSAGE, CareKind.COLD)
    assert set(kinds) == set(CareKind)


def test_the_last_dose_is_that_of_the_same_drug(view, write, now):
    write("ibuprofen 400", at=now - timedelta(days=2))
    write("paracetamol 1g", at=now - timedelta(days=1))
    assert view().last_dose().dose_mg == 1000
    assert view().last_dose(Drug.IBUPROFEN).dose_mg == 400
    assert view().last_dose(Drug.NAPROXEN) is None


def test_what_was_taken_within_a_day_is_added_up_by_drug(view, write, now):
    write("ibuprofen 400", at=now - timedelta(hours=24))
    write("ibuprofen 400", at=now - timedelta(hours=23))
    write("ibuprofen 200", at=now)
    write("paracetamol", at=now)
    assert view().taken(now) == {Drug.IBUPROFEN: 600}


def test_the_dose_that_is_changed_does_not_count_beside_itself(view, write, store, now):
    write("ibuprofen 400")
    (dose,) = store.rows(Care)
    assert view(record=dose).taken(now) == {}


def test_what_hurts_most_is_what_the_newest_entries_say(view, write, now):
    assert view().hurts is None
    write("pain knee right 7", at=now - timedelta(days=8))
    write("pain shoulder 8", at=now - timedelta(days=2))
    write("pain shoulder 0", at=now - timedelta(days=1))
    write("pain lower back left 4", at=now - timedelta(days=1))
    write("pain calf 3", at=now)
    assert (view().hurts.region, view().hurts.side) == (Region.LOWER_BACK, Side.LEFT)
