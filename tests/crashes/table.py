"""What both runs of rounds share: what is imported before the first fork, the moments, and the printed table."""

import random
from collections.abc import Iterable

# Imported here, before the first fork: what is left of the time of a killed process is its work.
import alembic.command
import pandas as pd

import journal.analysis.answers.consequences
import journal.cli.commands
import journal.importing.arrivals
from tests.crashes.rounds import Survived

IMPORTED = (alembic, pd, journal)
_ROW = "| {:<24} | {:>6} | {:>6} | {:>12} | {:>6} | {:>10} |"


def told(all_survived: Iterable[Survived]) -> int:
    """Print what the rounds showed as they end, and the sum; the exit status."""
    print(_ROW.format("killed in", "rounds", "killed", "acknowledged", "faults", "unfinished"))
    print(_ROW.format("---", "---:", "---:", "---:", "---:", "---:"))
    total = Survived("all")
    for survived in all_survived:
        _print(survived)
        total.rounds += survived.rounds
        total.killed += survived.killed
        total.acknowledged += survived.acknowledged
        total.unfinished += survived.unfinished
        total.faults += survived.faults
    _print(total)
    for fault in total.faults[:20]:
        print(fault)
    return 1 if total.faults else 0


def chance_of(seed: int, name: str) -> random.Random:
    """The moments of one verb.  A seed for each: one verb more does not change the moments of the others."""
    return random.Random(f"{seed} {name}")  # noqa: S311 - moments, no secrets


def numbers(given: list[str]) -> tuple[int, int]:
    """How many rounds, and the seed, as the call says."""
    rounds, seed = [*map(int, given), *(100, 1)[len(given) :]]
    return rounds, seed


def _print(one: Survived) -> None:
    print(
        _ROW.format(one.name, one.rounds, one.killed, one.acknowledged, len(one.faults), one.unfinished),
        flush=True,
    )
