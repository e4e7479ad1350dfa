"""The bar of an import moves while a long file is read, and stands at its end when all is written."""

import pytest

from journal.cli.import_progress import STEPS, ImportProgress
from journal.importing.arrivals import Arrivals
from journal.importing.asked import Asked
from journal.vocabulary import MassUnit


@pytest.fixture
def moved():
    return []


@pytest.fixture
def progress(moved):
    return ImportProgress(lambda: moved.append(1))


def test_it_moves_with_the_rows_and_never_back(progress, moved):
    told = []
    for done in (0, 2500, 5000, 2500, 10_000):
        progress.within(done, 10_000)
        told.append(len(moved))

    assert told[0] == 0
    assert told == sorted(told)
    assert len(set(told)) == 4


def test_every_file_has_the_same_part_of_it_however_it_was_told(progress, moved):
    for file in range(2):
        for _ in range(STEPS):
            if file:
                progress.within(7, 9)
                progress.within(0, 0)
            progress.step()

    assert len(moved) == ImportProgress.parts(2)


def test_a_long_file_moves_it_while_it_is_read(tmp_path, progress, moved):
    """Before the first of the three steps is done, the bar has been seen at several places."""
    from journal.cli.desk import desk

    header = "Date,Workout Name,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes\n"
    row = "2024-02-01 18:00:00,Push,Squat (Barbell),{},100,5,0,0,,\n"
    file = tmp_path / "strong.csv"
    file.write_text(header + "".join(row.format(number) for number in range(1, 5001)))
    seen, steps = set(), []

    def tell(done, of):
        progress.within(done, of)
        if not steps:
            seen.add(len(moved))

    def step():
        progress.step()
        steps.append(len(moved))

    with desk(str(tmp_path / "journal.db"), create=True) as here:
        Arrivals(here, Asked(weight_unit=MassUnit.KG), tell).bring([file], step)

    assert len(seen) >= 4
    assert steps == [ImportProgress.parts(1) * done // STEPS for done in range(1, STEPS + 1)]
