"""How long an arrow takes in a table: from its byte written until the first, and the last, of it is painted."""

import os
import select
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from tests.benchmarks.figures import Figure, against, duration
from tests.benchmarks.measure import python, read_for, read_until, terminal
from tests.benchmarks.place import Place, journal

KEYS = 24
_QUIET = 0.15
"""Seconds without output after which a key has been painted: what follows a key follows sooner."""
_SETTLED = 3.0
"""Seconds after which a program that was just opened, or its page, is at rest."""
_UP = b"\x1b[A"
_DOWN = b"\x1b[B"
_BARE = str(Path(__file__).parent / "bare_table.py")


@dataclass
class _Table:
    """A program with a table on its screen, the keys that open it and those that walk in it."""

    what: str
    call: Sequence[str]
    opening: Sequence[bytes]
    screen: int = 0
    first: list[float] = field(default_factory=list)
    last: list[float] = field(default_factory=list)

    def open(self) -> None:
        """Wait until the program and its table stand there."""
        read_until(self.screen, b"Today")
        read_for(self.screen, _SETTLED)
        for key in self.opening:
            os.write(self.screen, key)
            read_for(self.screen, _QUIET if key == _DOWN else _SETTLED)

    def walk(self, key: bytes) -> None:
        """Press the key, and note when it was painted; a key at an end of the table paints nothing."""
        while select.select([self.screen], [], [], 0)[0]:
            os.read(self.screen, 65536)
        start, painted = time.perf_counter(), list[float]()
        os.write(self.screen, key)
        while select.select([self.screen], [], [], _QUIET)[0]:
            os.read(self.screen, 65536)
            painted.append(time.perf_counter() - start)
        if painted:
            self.first.append(painted[0])
            self.last.append(painted[-1])

    @property
    def how(self) -> str:
        """How it was measured, with what is painted after the first of it."""
        return f"median of {KEYS} keys in turns, whole by {median(self.last) * 1000:.0f} ms"


def measure(place: Place) -> Iterator[Figure]:
    """A table of the toolkit alone, beside the tables of the journal."""
    screens = journal("--db", str(place.ten))
    tables = [
        _Table("an arrow in the table of a bare Textual app", python(_BARE), ()),
        _Table("an arrow in the table of the trends", screens, (b"T", b"v")),
        _Table("an arrow in the list of exercises", screens, (b"E", *[_DOWN] * 6)),
        _Table("an arrow among the sets of a workout", screens, (b"w", b"3")),
    ]
    with ExitStack() as running:
        for table in tables:
            table.screen = running.enter_context(terminal(table.call))
        for table in tables:
            table.open()
        for number in range(KEYS):
            for table in tables:
                # Five up, five down: wherever the cursor begins, no end holds it, and in the list it does not get
                # to the line above.
                table.walk(_UP if number // 5 % 2 == 0 else _DOWN)
    bare, *ours = tables
    least = median(bare.first)
    yield duration(bare.what, least, bare.how)
    for table in ours:
        yield against(table.what, median(table.first), least, 1.4, table.how)
