"""What a start costs, and the copy of the day that the first command of a day makes."""

import shutil
from collections.abc import Iterator

from tests.benchmarks.figures import Figure, against, duration
from tests.benchmarks.measure import python
from tests.benchmarks.place import Place, journal
from tests.benchmarks.turns import Run, ended, least, printed

ROUNDS = 7
_HOW = f"least of {ROUNDS} turns, whole processes"
_IMPORTS = {
    "what `journal log` imports before the store": "journal.cli.calling, journal.cli.recording, journal.entry",
    "what it imports with the store": "journal.cli.calling, journal.cli.recording, journal.entry, journal.storage",
}


def imports(_: Place) -> Iterator[Figure]:
    """How long a Python takes that imports what a command needs and ends."""
    codes = ["pass", "import sqlalchemy.orm", *(f"import {names}" for names in _IMPORTS.values())]
    bare, toolkit, *ours = least([ended(python("-c", code)) for code in codes], ROUNDS)
    yield duration("bare Python", bare, _HOW)
    yield duration("Python that imports the ORM", toolkit, _HOW)
    for what, taken in zip(_IMPORTS, ours, strict=True):
        yield against(f"{what}, to the ORM", taken, toolkit, None, _HOW)


def copies(place: Place) -> Iterator[Figure]:
    """`journal log` on the first call of a day and on later ones, until acknowledged and until it ends."""
    path = place.folder / "copied" / "journal.db"
    path.parent.mkdir()
    shutil.copy(place.ten, path)
    call = journal("log", "water 250", "--db", str(path))
    kept = path.parent / "backups"

    def first(run: Run) -> Run:
        def taken() -> float:
            shutil.rmtree(kept, ignore_errors=True)
            return run()

        return taken

    acknowledged, whole = printed(call, b"Recorded"), ended(call)
    later, anew, later_whole, anew_whole = least([acknowledged, first(acknowledged), whole, first(whole)], 3)
    how = "least of 3 turns"
    yield duration("journal log until acknowledged, 10 years, later calls", later, how)
    yield against("the first call of a day, to later ones", anew, later, 1.1, how)
    yield duration("journal log until it ends, later calls", later_whole, how)
    yield against(
        "the first call of a day, which copies the journal after it", anew_whole, later_whole, None, how
    )
