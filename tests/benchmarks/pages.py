"""Print how long the key of a page takes in a terminal of 80x24, on a journal of 10 years.

Run by `python -m tests.benchmarks.pages` from the project's folder.  It is measured from the byte of the key written
until the title of the page is painted, and until what the page reads from the journal, or asks the rules for, is
painted too.  "At once" are keys right behind those that left the same page: it may not have been made ahead again.
"""

import os
import statistics
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from journal.clock import now
from journal.storage import open_store
from tests.benchmarks import made_up
from tests.benchmarks.measure import moments, python, read_for, read_until, terminal

HERE = Path(__file__).parent
SMALL = (80, 24)
"""Columns and rows."""
ROUNDS = 3
_STARTED = 6.0
"""Seconds after which all pages have been made ahead."""
_QUIET = 0.9
"""Seconds without a key after which a page that was opened has been made ahead again."""
_HURRY = 0.3
"""Seconds in which Esc is told from Alt with a key, and the page that was left is gone."""
GOAL = 50
"""Milliseconds within which a key answers, also the worst."""
_ROW = "| {:<10} | {:>6} | {:>6} | {:>6} | {:>7} | {:>7} | {:>6} | {:>9} |"


@dataclass(frozen=True)
class Opening:
    """The key of a page, its title, and words that stand on it as soon as it has been read."""

    key: str
    title: str
    body: str


PAGES = (
    Opening("p", "Pain", r"1  \w+"),
    Opening("w", "Workout", "Barbell row"),
    Opening("c", "Care", " 1 cold"),
    Opening("d", "Check-in", "Stress"),
    Opening("T", "Trends", "load a week|Nothing"),
    Opening("C", "Calendar", "pain on"),
    Opening("F", "Flags", "warning|caution|tip|[Nn]o flag"),
    Opening("R", "Report", "TRAINING"),
    Opening("E", "Exercises", "what you do"),
    Opening("S", "Settings", "● kg"),
    Opening("/", "Search", "Notes ─"),
)
BARE = Opening("p", "Opened", "Opened")


@dataclass(frozen=True)
class Taken:
    """Milliseconds until the title was painted, and until the body was."""

    title: float
    body: float


def main() -> None:
    """Measure, and print one table."""
    print(_ROW.format("page", "median", "worst", "ratio", "body", "at once", "worst", f"goal {GOAL}"))
    print(_ROW.format("---", *["---:"] * 6, "---"))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "10-years.db"
        with open_store(str(path)) as store:
            store.bring_in(made_up.journal(10), now=now(), source="made up", file="10 years")
        bare = openings(python(str(HERE / "bare_pages.py")), [BARE], _QUIET)[0]
        journal = python("-m", "journal", "--db", str(path))
        quiet, hurried = openings(journal, PAGES, _QUIET), at_once(journal, PAGES)
    least = _median([one.title for one in bare])
    print(_ROW.format("bare", f"{least:.0f}", f"{worst(bare):.0f}", "", "", "", "", ""))
    for page, calm, hasty in zip(PAGES, quiet, hurried, strict=True):
        title = _median([one.title for one in calm])
        print(
            _ROW.format(
                page.title,
                f"{title:.0f}",
                f"{worst(calm):.0f}",
                f"{title / least:.1f}",
                f"{_median([one.body for one in calm]):.0f}",
                f"{_median([one.title for one in hasty]):.0f}",
                f"{worst(hasty):.0f}",
                "met" if max(worst(calm), worst(hasty)) <= GOAL else "NOT MET",
            )
        )


def openings(arguments: Sequence[str], pages: Sequence[Opening], pause: float) -> list[list[Taken]]:
    """How long each of the pages took in each round, with a pause in seconds before each key."""
    with _started(arguments) as screen:
        rounds = [[_open_and_leave(screen, page, pause) for page in pages] for _ in range(ROUNDS)]
    return [list(taken) for taken in zip(*rounds, strict=True)]


def at_once(arguments: Sequence[str], pages: Sequence[Opening]) -> list[list[Taken]]:
    """How long each took that was opened again as soon as it was left; the first time, it had been made ahead."""
    with _started(arguments) as screen:
        return [[_open_and_leave(screen, page, _HURRY) for _ in range(ROUNDS + 1)][1:] for page in pages]


def worst(taken: Sequence[Taken]) -> float:
    """The most milliseconds until a title was painted."""
    return max(one.title for one in taken)


@contextmanager
def _started(arguments: Sequence[str]) -> Iterator[int]:
    with terminal(arguments, SMALL) as screen:
        read_until(screen, b"Today")
        read_for(screen, _STARTED)
        yield screen


def _open_and_leave(screen: int, page: Opening, pause: float) -> Taken:
    taken = _open(screen, page)
    os.write(screen, b"\x1b")
    read_for(screen, pause)
    return taken


def _open(screen: int, page: Opening) -> Taken:
    start = time.perf_counter()
    os.write(screen, page.key.encode())
    title, body = moments(screen, (rf"\x1b\[1;1H {page.title}", page.body))
    return Taken((title - start) * 1000, (body - start) * 1000)


def _median(times: Sequence[float]) -> float:
    return statistics.median(times)


if __name__ == "__main__":
    main()
