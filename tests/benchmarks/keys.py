"""How long a key takes in a real terminal: from its byte written to its letter painted."""

import os
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tests.benchmarks.measure import read_for, read_until, terminal

SETTLED = 3.0
"""Seconds after which everything that a start or an entry sets off has been done."""
PAUSE = 0.02
"""Seconds between one letter painted and the next key: faster than anybody types."""
LETTERS = 60
_FIRST_LETTER = 0x100
"""Letters that stand nowhere else on the screen: a letter that is painted is the one that was typed."""


@dataclass(frozen=True)
class Times:
    """Milliseconds of many keys, sorted."""

    all: tuple[float, ...]

    @property
    def median(self) -> float:
        """Half of the keys took less."""
        return self.all[len(self.all) // 2]

    @property
    def high(self) -> float:
        """95 of 100 keys took less."""
        return self.all[len(self.all) * 95 // 100]

    @property
    def worst(self) -> float:
        """No key took more."""
        return self.all[-1]


def idle(arguments: Sequence[str], opening: bytes = b"") -> Times:
    """Keys in a program that has nothing else to do; `opening` is the key that begins a line."""
    with terminal(arguments) as screen:
        read_until(screen, b"Today")
        read_for(screen, SETTLED)
        os.write(screen, opening)
        read_for(screen, PAUSE)
        return Times(tuple(sorted(_typed(screen))))


def at_work(arguments: Sequence[str], entry: bytes, opening: bytes, rounds: int = 4) -> Times:
    """Keys right behind one that records an entry, while the rules judge it; as many again of the next ones."""
    taken = list[float]()
    with terminal(arguments) as screen:
        read_until(screen, b"Today")
        read_for(screen, SETTLED)
        for _ in range(rounds):
            os.write(screen, entry)
            os.write(screen, opening)
            read_for(screen, PAUSE)
            taken += _typed(screen)
            os.write(screen, b"\x1b")
            read_for(screen, SETTLED)
    return Times(tuple(sorted(taken)))


def _typed(screen: int) -> Iterator[float]:
    for place in range(LETTERS):
        letter = chr(_FIRST_LETTER + place).encode()
        start = time.perf_counter()
        os.write(screen, letter)
        read_until(screen, letter)
        yield (time.perf_counter() - start) * 1000
        read_for(screen, PAUSE)
