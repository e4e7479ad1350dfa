"""Ten years out as CSV, beside `sqlite3 -csv` of the same tables."""

import shutil
from collections.abc import Iterator
from pathlib import Path

from journal.records import RECORDS
from tests.benchmarks.figures import Figure, against, duration, skipped
from tests.benchmarks.place import Place, journal
from tests.benchmarks.turns import ended, least

ROUNDS = 5
_HOW = f"least of {ROUNDS} turns, whole processes"


def measure(place: Place) -> Iterator[Figure]:
    """The figures of `journal export`."""
    out = place.folder / "out"
    ours = ended(journal("export", str(out), "--force", "--db", str(place.ten)))
    program = shutil.which("sqlite3")
    if program is None:
        (taken,) = least([ours], ROUNDS)
        yield duration("journal export of 10 years as CSV", taken, _HOW)
        yield skipped("the same to sqlite3 -csv", "there is no sqlite3 here")
        return
    theirs = ended([program, "-csv", "-header", str(place.ten), *_dumps(place.folder)])
    plain, taken = least([theirs, ours], ROUNDS)
    yield duration("sqlite3 -csv of the same tables, into files", plain, _HOW)
    yield against("journal export of 10 years as CSV, to sqlite3 -csv", taken, plain, 3.5, _HOW)


def _dumps(folder: Path) -> Iterator[str]:
    """Commands of the shell of SQLite, each an argument: a file for each table."""
    for kind in RECORDS:
        yield f".once {folder / kind.TABLE}.csv"
        yield f"select * from {kind.TABLE}"
