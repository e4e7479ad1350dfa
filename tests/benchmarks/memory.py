"""The most memory that each command takes on a journal of ten years, beside an import of pandas."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.benchmarks import made_up
from tests.benchmarks.answers import AS_OF
from tests.benchmarks.figures import Figure, memory, skipped
from tests.benchmarks.measure import numbers, python, read_for, read_until, terminal
from tests.benchmarks.place import Place, journal

_PEAK = str(Path(__file__).parent / "peak.py")
_BARE = "import gc; gc.disable(); import pandas"
_HOW = "ru_maxrss of its process, one run"
_SETTLED = 3.0
"""Seconds after which the rules have answered and the pages have been made ahead."""


def measure(place: Place) -> Iterator[Figure]:
    """A figure for each command, and two for the screens and the process of the rules beside them."""
    strong = place.folder / "strong-memory.csv"
    strong.write_text(made_up.strong_csv(20_000), encoding="utf-8")
    db = ("--db", str(place.ten))
    now = ("--as-of", AS_OF, *db)
    calls = {
        "log": journal("log", "water 250", *db),
        "today": journal("today", *now),
        "flags": journal("flags", *now),
        "flags --all": journal("flags", "--all", *now),
        "report": journal("report", *now),
        "report -o week.html": journal("report", "-o", str(place.folder / "week.html"), *now),
        "export": journal("export", str(place.folder / "out-memory"), "--force", *db),
        "import of 20,000 sets": journal("import", str(strong), "--quiet", *_new(place, "memory.db")),
    }
    bare = peak(python("-c", _BARE))
    yield memory("bare Python that imports pandas", bare, how=_HOW)
    for what, call in calls.items():
        yield memory(f"journal {what}", peak(call), bare, _HOW)
    yield from _screens(journal(*db), bare)


def peak(arguments: Sequence[str]) -> float:
    """The most memory of a program, in MB."""
    (taken,) = numbers(python(_PEAK, *arguments))
    return taken / 1e6


def _new(place: Place, name: str) -> tuple[str, str]:
    return "--db", str(place.folder / name)


def _screens(arguments: Sequence[str], bare: float) -> Iterator[Figure]:
    if not Path("/proc/self/status").is_file():
        yield skipped("the screens", "only Linux tells it of a program that runs")
        return
    with terminal(arguments) as screen:
        read_until(screen, b" Flags ")
        read_for(screen, _SETTLED)
        screens = os.tcgetpgrp(screen)
        children = Path(f"/proc/{screens}/task/{screens}/children").read_text().split()
        mine, beside = _most(screens), sum(_most(int(child)) for child in children)
    how = f"VmHWM, {_SETTLED:.0f} s after the first flags"
    yield memory("the screens", mine, bare, how)
    yield memory("the process of the rules beside them", beside, bare, how)


def _most(process: int) -> float:
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    kilobytes = next(line for line in lines if line.startswith("VmHWM")).split()[1]
    return int(kilobytes) * 1024 / 1e6
