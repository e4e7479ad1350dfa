"""Print how fast the journal is on this machine: `python -m tests.benchmarks` from the project's folder.

Each figure is the median of five runs of whole processes after one that warms up; that of all rules and of reading
their rows is the median of seven rounds in one process (see `all_rules`).  Read the ratios; the
milliseconds depend on the machine.
"""

import os
import platform
import tempfile
from pathlib import Path

from journal.clock import now
from journal.storage import open_store
from tests.benchmarks import keys, made_up
from tests.benchmarks.measure import once, paints, printed, process, python, until

HERE = Path(__file__).parent
FLUID = b"glasses"
"""Stands on the page of the day as soon as what was written of it is known."""
JUDGED = b" Flags "
"""The title of the list that is shown once the rules have answered."""
AS_OF = "2026-11-22T20:00:00+00:00"
ROW = "| {:<72} | {:>9} | {:>7} |"


def main() -> None:
    """Measure everything and print one table."""
    print(
        f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}, {platform.system()}"
    )
    print(ROW.format("what", "ms", "ratio"))
    print(ROW.format("---", "---:", "---:"))
    with tempfile.TemporaryDirectory() as folder:
        _measure(Path(folder))


def _line(what: str, milliseconds: float, against: float | None = None) -> None:
    ratio = f"{milliseconds / against:.2f}" if against else ""
    print(ROW.format(what, f"{milliseconds:.0f}", ratio), flush=True)


def _measure(folder: Path) -> None:
    one, ten = _filled(folder, 1), _filled(folder, 10)
    screen = _journal("--db", str(ten))
    words = (b"Today", FLUID, JUDGED)
    bare, *painted = paints(
        [(python(str(HERE / "bare_app.py")), b"Today"), *((screen, word) for word in words)]
    )
    _line("first paint of a bare Textual app", bare)
    for what, taken in zip(
        ("first paint", "today's entries", "what the rules say of today"), painted, strict=True
    ):
        _line(f"{what} of the journal on the screen, 10 years", taken, bare)
    _keys(screen)
    insert = until(python(str(HERE / "bare_insert.py"), str(folder / "bare.db")), b"Recorded")
    _line("one insert with the bare ORM", insert)
    log_one = until(_journal("log", "water 250", "--db", str(one)), b"Recorded")
    _line("journal log until its acknowledgement, 1 year", log_one, insert)
    log_ten = until(_journal("log", "water 250", "--db", str(ten)), b"Recorded")
    _line("journal log until its acknowledgement, 10 years (against 1)", log_ten, log_one)
    for command in ("flags", "report"):
        short = process(_journal(command, "--as-of", AS_OF, "--db", str(one)))
        _line(f"journal {command}, 1 year", short)
        long = process(_journal(command, "--as-of", AS_OF, "--db", str(ten)))
        _line(f"journal {command}, 10 years (against 1)", long, short)
    _line(
        "journal flags --all, 10 years",
        process(_journal("flags", "--all", "--as-of", AS_OF, "--db", str(ten)), 1),
    )
    reading, judging = printed(python("-m", "tests.benchmarks.all_rules", str(ten)))
    _line("reading the rows of 10 years into pandas", reading)
    _line("all rules over 10 years (against reading the same rows into pandas)", judging, reading)
    _import(folder)
    out = folder / "out"
    _line(
        "journal export of 10 years as CSV",
        process(_journal("export", str(out), "--force", "--db", str(ten)), 2),
    )


def _keys(screen: list[str]) -> None:
    bare = keys.idle(python(str(HERE / "bare_input.py")))
    _line("a key in a bare Textual input, until it is painted, median", bare.median)
    _line("the same, 95 of 100 keys at most", bare.high)
    for what, taken in (
        ("a key in the entry bar, 10 years", keys.idle(screen, b":")),
        ("a key while the rules judge, 10 years", keys.at_work(screen, b"h", b":")),
    ):
        _line(f"{what}, median", taken.median, bare.median)
        _line(f"{what}, 95 of 100 at most", taken.high, bare.high)
        _line(f"{what}, the worst of {len(taken.all)}", taken.worst, bare.worst)


def _import(folder: Path) -> None:
    strong = folder / "strong.csv"
    strong.write_text(made_up.strong_csv(20_000), encoding="utf-8")
    taken = once(_journal("import", str(strong), "--db", str(folder / "import.db"), "--quiet"))
    _line(f"journal import of 20,000 sets ({20_000 / taken:,.0f} sets a second)", taken * 1000)


def _journal(*arguments: str) -> list[str]:
    return python("-m", "journal", *arguments)


def _filled(folder: Path, years: int) -> Path:
    path = folder / f"{years}-years.db"
    with open_store(str(path)) as store:
        store.bring_in(made_up.journal(years), now=now(), source="made up", file=f"{years} years")
    return path


if __name__ == "__main__":
    main()
