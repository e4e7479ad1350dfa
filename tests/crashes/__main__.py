"""Kill the program at random moments and count what is lost: `python -m tests.crashes [ROUNDS] [SEED]`.

From the project's folder; Linux and macOS.  ROUNDS (default 100) is how often each verb is killed; `journal log` four
times as often, and half as often four writers at once.  Exits 1 when anything was lost, half there, or left for ever;
what was found then stays in a folder that is named.
"""

import os
import random
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

# Imported here, before the first fork: what is left of the time of a killed process is its work.
import alembic.command
import pandas as pd

import journal.analysis.answers.consequences
import journal.cli.commands
import journal.importing.arrivals
from tests.crashes import journals
from tests.crashes.lines import survive_lines
from tests.crashes.rounds import Survived, survive
from tests.crashes.verbs import VERBS
from tests.crashes.writers import survive_writers

IMPORTED = (alembic, pd, journal)
ROW = "| {:<24} | {:>6} | {:>6} | {:>12} | {:>6} | {:>10} |"


def main(rounds: int, seed: int) -> int:
    """Run all rounds, print a table, and give the exit status."""
    folder = Path(tempfile.mkdtemp(prefix="journal-crashes-"))
    os.environ |= {"XDG_CONFIG_HOME": str(folder / "no-settings"), "TZ": "UTC"}
    template = folder / "template"
    template.mkdir()
    journals.make(template)
    print(ROW.format("killed in", "rounds", "killed", "acknowledged", "faults", "unfinished"))
    print(ROW.format("---", "---:", "---:", "---:", "---:", "---:"))
    total = Survived("all")
    for survived in _all(template, folder, rounds, seed):
        _print(survived)
        total.rounds += survived.rounds
        total.killed += survived.killed
        total.acknowledged += survived.acknowledged
        total.unfinished += survived.unfinished
        total.faults += survived.faults
    _print(total)
    for fault in total.faults[:20]:
        print(fault)
    if total.faults:
        print(f"What is left of them is in {folder}.")
        return 1
    shutil.rmtree(folder)
    return 0


def _all(template: Path, folder: Path, rounds: int, seed: int) -> Iterator[Survived]:
    # A seed for each: one verb more does not change the moments of the others.
    yield survive_lines(template, folder, 4 * rounds, _chance(seed, "log"))
    for verb in VERBS:
        yield survive(verb, template, folder / verb.name.replace(" ", "-"), rounds, _chance(seed, verb.name))
    yield survive_writers(template, folder, max(1, rounds // 2), _chance(seed, "writers"))


def _chance(seed: int, name: str) -> random.Random:
    return random.Random(f"{seed} {name}")  # noqa: S311 - moments, no secrets


def _print(one: Survived) -> None:
    print(
        ROW.format(one.name, one.rounds, one.killed, one.acknowledged, len(one.faults), one.unfinished),
        flush=True,
    )


def _numbers(given: list[str]) -> tuple[int, int]:
    rounds, seed = [*map(int, given), *(100, 1)[len(given) :]]
    return rounds, seed


if __name__ == "__main__":
    sys.exit(main(*_numbers(sys.argv[1:])))
