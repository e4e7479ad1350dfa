"""How long `journal log` takes until it acknowledges when the journal lies far away: `python -m tests.benchmarks.far`.

A PostgreSQL server of its own is started on the loopback (Debian's `postgresql`), and a relay before it keeps every
call for some milliseconds.  Prints, for each of these, how often the server was called until the acknowledgement was
printed, and the median of the milliseconds.
"""

import subprocess
import sys
import time
from statistics import median

from journal.storage import open_store
from tests.benchmarks.measure import environment
from tests.crashes.cluster import Cluster
from tests.server.breaking_line import BreakingLine

ROUND_TRIPS = (0, 10, 20, 50)
"""Milliseconds that a call is on its way."""
_TIMES = 7


def main() -> None:
    """Measure, and print a table."""
    cluster = Cluster()
    try:
        open_store(cluster.url()).close()
        line = BreakingLine(cluster.url())
        print("| ms a call | calls | ms until acknowledged |\n| ---: | ---: | ---: |")
        for milliseconds in ROUND_TRIPS:
            line.delay = milliseconds / 1000
            measured = [_acknowledged(line) for _ in range(_TIMES)]
            calls, seconds = (median(one) for one in zip(*measured, strict=True))
            print(f"| {milliseconds} | {calls:.0f} | {seconds * 1000:.0f} |", flush=True)
    finally:
        cluster.remove()


def _acknowledged(line: BreakingLine) -> tuple[int, float]:
    """The calls and the seconds of one call of the program until its first line is out."""
    line.calls.clear()
    began = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-m", "journal", "log", "water 300", "--db", line.url],
        env=environment(),
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        if process.stdout is None or not process.stdout.readline().startswith("Recorded"):
            raise RuntimeError("journal log did not acknowledge")
        found = len(line.calls), time.perf_counter() - began
        process.stdout.read()
    return found


if __name__ == "__main__":
    main()
