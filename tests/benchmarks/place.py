"""Where a run of the benchmarks has its journals: in a folder that goes with it, made once and only when asked for.

`python -m tests.benchmarks.place FOLDER YEARS` makes one, in a process of its own: what the benchmarks start is not
to be measured beside what a journal of ten years takes in memory.
"""

import subprocess
import sys
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from tests.benchmarks.measure import environment, python


@dataclass
class Place:
    """A folder with the journals that several benchmarks read."""

    folder: Path

    @cached_property
    def one(self) -> Path:
        """A journal of one year."""
        return self._filled(1)

    @cached_property
    def ten(self) -> Path:
        """A journal of ten years."""
        return self._filled(10)

    def _filled(self, years: int) -> Path:
        subprocess.run(
            python("-m", "tests.benchmarks.place", str(self.folder), str(years)),
            env=environment(),
            check=True,
        )
        return _path(self.folder, years)


def journal(*arguments: str) -> list[str]:
    """A call of the program."""
    return python("-m", "journal", *arguments)


def _path(folder: Path, years: int) -> Path:
    return folder / f"{years}-years.db"


def _fill(folder: Path, years: int) -> None:
    from journal.clock import now
    from journal.storage import open_store
    from tests.benchmarks import made_up

    with open_store(str(_path(folder, years))) as store:
        store.bring_in(made_up.journal(years), now=now(), source="made up", file=f"{years} years")


if __name__ == "__main__":
    _fill(Path(sys.argv[1]), int(sys.argv[2]))
