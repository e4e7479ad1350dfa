"""Painkillers taken over some weeks."""

from datetime import date

from journals import CATALOGUE, care

from journal.analysis.care.medication import taken
from journal.analysis.frames import Frames

FIRST, LAST = date(2026, 11, 10).toordinal(), date(2026, 11, 20).toordinal()


def pill(at, drug, mg=None):
    return care(at, "oral-analgesic", drug=drug, dose_mg=mg)


def test_doses_days_and_amounts_are_counted_for_each_drug():
    frames = Frames.of(
        [
            pill("2026-11-09 08:00", "ibuprofen", 400),
            pill("2026-11-10 08:00", "ibuprofen", 400),
            pill("2026-11-10 20:00", "ibuprofen", 200),
            pill("2026-11-12 20:00", "ibuprofen"),
            pill("2026-11-13 20:00", "ibuprofen", 0),
            pill("2026-11-14 20:00", "paracetamol", 500),
        ],
        CATALOGUE,
    )
    told = [
        (one.drug, len(one.rows), one.days, one.single_mg, one.total_mg, one.unknown)
        for one in taken(frames, FIRST, LAST)
    ]
    assert told == [("ibuprofen", 3, 2, (200, 400), 600, 1), ("paracetamol", 1, 1, (500,), 500, 0)]


def test_nothing_taken_is_nothing():
    assert taken(Frames.of([care("2026-11-12 08:00", "cold")], CATALOGUE), FIRST, LAST) == ()
