"""All rules over a whole journal, beside reading the same rows into pandas: `python -m tests.benchmarks.all_rules DB`.

Prints the milliseconds of processor time of both, medians of rounds that take turns in one process, as other
processes on the machine slow down one as much as the other.  Like the program it makes numpy use one thread and does
not look for cycles.
"""

import gc
import os
import statistics
import sys
import time
from collections.abc import Callable
from functools import partial

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import pandas as pd

from journal.analysis.engine import evaluate, rulebook
from journal.analysis.frames import Frames
from journal.analysis.stored import exercises_of
from journal.storage import open_store
from journal.storage.store import Store

ROUNDS = 7


def main(url: str) -> None:
    """Measure and print `READING ALL_RULES`; the first round only warms up."""
    gc.disable()
    rulebook()
    reading, judging = list[float](), list[float]()
    with open_store(url, create=False) as store:
        for _ in range(ROUNDS + 1):
            gc.collect()
            reading.append(_taken(partial(_read, store)))
            snapshot = store.snapshot()
            frames = Frames.read(snapshot, exercises_of(snapshot))
            judging.append(_taken(partial(evaluate, frames)))
    print(*(round(statistics.median(times[1:]), 1) for times in (reading, judging)))


def _read(store: Store) -> list[pd.DataFrame]:
    """Every table of the journal as a frame."""
    return [
        pd.DataFrame(list(rows.rows), columns=list(rows.columns)) for rows in store.snapshot().tables.values()
    ]


def _taken(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return (time.process_time() - start) * 1000


if __name__ == "__main__":
    main(sys.argv[1])
