"""One line written from the shell, until it is acknowledged: beside the least that can write one, and beside jrnl."""

from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks import jrnl
from tests.benchmarks.figures import Figure, against, duration, skipped
from tests.benchmarks.measure import python
from tests.benchmarks.place import Place, journal
from tests.benchmarks.turns import ended, least, printed

ROUNDS = 7
_BARE = str(Path(__file__).parent / "bare_insert.py")
_HOW = f"least of {ROUNDS} turns, from the start"


def measure(place: Place) -> Iterator[Figure]:
    """The figures of `journal log`."""
    bare, one, ten = least(
        [
            printed(python(_BARE, str(place.folder / "bare.db")), b"Recorded"),
            *(printed(_water(path), b"Recorded") for path in (place.one, place.ten)),
        ],
        ROUNDS,
    )
    yield duration("one insert by bare Python and the ORM, until it says so", bare, _HOW)
    yield against("journal log until acknowledged, 1 year, to the bare insert", one, bare, 1.2, _HOW)
    yield against("the same on 10 years, to the bare insert", ten, bare, 1.2, _HOW)
    yield against("journal log on 10 years, to 1 year", ten, one, 1.1, _HOW)
    yield from _beside_jrnl(place)


def _water(path: Path) -> list[str]:
    return journal("log", "water 250", "--db", str(path))


def _beside_jrnl(place: Place) -> Iterator[Figure]:
    program = jrnl.installed(place.folder)
    if program is None:
        yield skipped("journal log, 10 years, to jrnl", "jrnl could not be installed by pip")
        return
    rounds = 3
    how = f"least of {rounds} turns; jrnl's until it ends"
    diaries = [jrnl.filled(place.folder, *kind) for kind in jrnl.KINDS]
    ours, *theirs = least(
        [printed(_water(place.ten), b"Recorded"), *(ended(jrnl.entry(program, diary)) for diary in diaries)],
        rounds,
    )
    for (kind, taken), goal in zip(
        zip(jrnl.KINDS.values(), theirs, strict=True), (0.35, None, None), strict=True
    ):
        yield duration(f"jrnl's one-line entry, 10 years of {kind}", taken, how)
        yield against("journal log until acknowledged, 10 years, to that", ours, taken, goal, how)
