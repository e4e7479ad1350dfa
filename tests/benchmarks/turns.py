"""Whole processes that take turns: other work on the machine slows down one as much as the other.

What stands in the table is the least of some rounds: other work only ever adds to it.
"""

import subprocess
import time
from collections.abc import Callable, Sequence

from tests.benchmarks.measure import environment, read_until, terminal

Run = Callable[[], float]
"""Runs something and gives its seconds."""


def least(runs: Sequence[Run], rounds: int) -> list[float]:
    """The least seconds of each of some runs that take turns, after a round that only warms up."""
    times = [[run() for run in runs] for _ in range(rounds + 1)][1:]
    return [min(taken) for taken in zip(*times, strict=True)]


def ended(arguments: Sequence[str]) -> Run:
    """The seconds of a whole process."""
    return lambda: _ended(arguments)


def printed(arguments: Sequence[str], word: bytes) -> Run:
    """The seconds until a process has printed a word on a pipe; its end is waited for, and not counted."""
    return lambda: _printed(arguments, word)


def painted(arguments: Sequence[str], word: bytes) -> Run:
    """The seconds until a word stands on a terminal of 120x40; then the program is killed."""
    return lambda: _painted(arguments, word)


def _ended(arguments: Sequence[str]) -> float:
    start = time.perf_counter()
    subprocess.run(
        arguments, env=environment(), check=True, stdout=subprocess.DEVNULL, stdin=subprocess.DEVNULL
    )
    return time.perf_counter() - start


def _printed(arguments: Sequence[str], word: bytes) -> float:
    start = time.perf_counter()
    with subprocess.Popen(
        arguments, env=environment(), stdout=subprocess.PIPE, stdin=subprocess.DEVNULL, bufsize=0
    ) as running:
        output, seen = running.stdout, b""
        while output is not None and word not in seen:
            more = output.read(4096)
            if not more:
                raise RuntimeError(f"{arguments} ended without {word!r}: {seen!r}")
            seen += more
        taken = time.perf_counter() - start
        if output is not None:
            output.read()
    return taken


def _painted(arguments: Sequence[str], word: bytes) -> float:
    start = time.perf_counter()
    with terminal(arguments) as screen:
        read_until(screen, word)
        return time.perf_counter() - start
