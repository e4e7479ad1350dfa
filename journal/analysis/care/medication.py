"""Painkillers taken by mouth over some weeks: which, how often, and how much."""

from dataclasses import dataclass

from journal.analysis.care.doses import doses, total_mg
from journal.analysis.frames import Frames
from journal.analysis.rows import CareRow


@dataclass(frozen=True, slots=True)
class Taken:
    """One drug ("" when it was not told which) over some dates.

    `rows` are its doses in time order, `days` counts the dates with one.  Doses are in mg.
    """

    drug: str
    rows: tuple[CareRow, ...]
    days: int

    @property
    def single_mg(self) -> tuple[float, ...]:
        """The single doses that were told, each once, the smallest first."""
        return tuple(sorted({row.dose_mg for row in self.rows if row.dose_mg is not None}))

    @property
    def total_mg(self) -> float:
        """The sum of the doses that were told."""
        return total_mg(self.rows, self.drug)

    @property
    def unknown(self) -> int:
        """How many doses have no amount."""
        return sum(row.dose_mg is None for row in self.rows)


def taken(frames: Frames, first: int, last: int) -> tuple[Taken, ...]:
    """What was taken on the dates `[first, last]` (ordinals), the most frequent drug first."""
    by_drug: dict[str, list[CareRow]] = {}
    for row in doses(frames).rows:
        if first <= row.day <= last:
            by_drug.setdefault(row.drug, []).append(row)
    made = [Taken(drug, tuple(rows), len({row.day for row in rows})) for drug, rows in by_drug.items()]
    return tuple(sorted(made, key=lambda one: (-len(one.rows), one.drug)))
