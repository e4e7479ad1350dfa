"""Painkillers taken by mouth: on how many dates, how much within some hours, and before which workout.

A dose whose time is not known was taken at some hour of its date; what follows from it is then sure or not.
"""

from bisect import insort
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from journal.analysis.frames import Frames
from journal.analysis.instants import DAY, HOUR, UNSURE_H, above, local_day, midnight
from journal.analysis.rows import CareRow
from journal.analysis.stretches import Point, Stretch, stretches
from journal.analysis.timeline import Timeline
from journal.analysis.training.workouts import Bout
from journal.vocabulary import CareKind, Drug, Severity

Limits = Mapping[str, Sequence[tuple[Severity, float]]]
"""How much of a drug is too much, in mg, and how much that matters; the worst first."""

ANTI_INFLAMMATORY = frozenset({Drug.IBUPROFEN, Drug.NAPROXEN, Drug.ASPIRIN, Drug.DICLOFENAC})
"""Painkillers of one family: two different ones together burden stomach and kidneys, and help no more."""
MASKS_H = 6
"""For this many hours a painkiller makes a place hurt less than it would."""


def doses(frames: Frames) -> Timeline[CareRow]:
    """Painkillers taken by mouth; a dose of 0 mg was not taken."""
    return Timeline(row for row in frames.care if row.kind == CareKind.ORAL_ANALGESIC and row.dose_mg != 0)


@dataclass(frozen=True, slots=True)
class Together:
    """Doses taken within some hours before one of them, in time order, that one included.

    `sure` were, whenever the ones without a known time were taken; `unsure` may have been.
    """

    sure: tuple[CareRow, ...]
    unsure: tuple[CareRow, ...]

    @property
    def possible(self) -> tuple[CareRow, ...]:
        """All that may have been taken in these hours."""
        return (*self.sure, *self.unsure)


def together(taken: Timeline[CareRow], newest: CareRow, hours: float) -> Together:
    """What of `taken` falls into the `hours` up to a dose; exactly so many hours before is out."""
    sure, unsure = [], []
    for row in taken.between(newest.ts - round((hours + 2 * UNSURE_H) * HOUR), newest.ts):
        least, most = _gap_h(row, newest)
        if most < hours:
            sure.append(row)
        elif least < hours:
            unsure.append(row)
    return Together(tuple(sure), tuple(unsure))


def total_mg(rows: Iterable[CareRow], drug: str) -> float:
    """How much of that drug was taken, as far as the doses were told."""
    return sum(row.dose_mg or 0.0 for row in rows if row.drug == drug)


def limit_passed(rows: Iterable[CareRow], drug: str, limits: Limits) -> tuple[Severity, float] | None:
    """The first limit of a drug, in mg, that these doses go beyond, and how much that matters."""
    total = total_mg(rows, drug)
    return next((limit for limit in limits.get(drug, ()) if above(total, limit[1])), None)


def is_mixed(rows: Iterable[CareRow], newest: CareRow) -> bool:
    """Whether another drug of its family lies among the doses beside that one."""
    return newest.drug in ANTI_INFLAMMATORY and any(
        row.drug in ANTI_INFLAMMATORY and row.drug != newest.drug for row in rows
    )


@dataclass(frozen=True, slots=True)
class Often:
    """At least `least` dates (ordinals) with a painkiller among the `days` dates that end with `day`."""

    day: int
    days: int
    least: int
    dates: tuple[int, ...]

    def rows(self, taken: Timeline[CareRow], until: int) -> list[CareRow]:
        """The doses of these dates, as far as they were known at that instant."""
        # Two days more, for the clocks of other places.
        near = taken.between(until - (self.days + 2) * DAY, until)
        return [row for row in near if row.day in self.dates]


def often(taken: Timeline[CareRow], limits: Sequence[tuple[Severity, int, int]]) -> Iterator[Stretch[Often]]:
    """When painkillers were taken on many dates: `limits` are (how much it matters, dates, of the last days).

    The worst limit stands first.  A stretch ends at the midnight after which too few of the dates are left.
    """
    yield from stretches(_often(taken.rows, limits))


def _often(taken: Sequence[CareRow], limits: Sequence[tuple[Severity, int, int]]) -> Iterator[Point[Often]]:
    """What is so at each dose, and where the worse level ends by itself before the milder one does."""
    dates: list[int] = []
    known: set[int] = set()
    for place, row in enumerate(taken):
        if row.day not in known:
            insort(dates, row.day)
            known.add(row.day)
        after = taken[place + 1].ts if place + 1 < len(taken) else None
        at, day = row.ts, dates[-1]
        for severity, least, days in limits:
            counted = tuple(one for one in dates[-days:] if one > day - days)
            if len(counted) < least or after == row.ts or (after is not None and after <= at):
                continue
            ends = midnight(counted[-least] + days, row.offset)
            yield Point(at, severity, ends, Often(day, days, least, counted))
            at, day = ends, max(day, local_day(ends, row.offset))


@dataclass(frozen=True, slots=True)
class Masking:
    """A painkiller in the hours before a workout: `dose` is the newest that surely was taken then.

    `perhaps` is the first that may have been, where a time is not known.
    """

    dose: CareRow | None
    perhaps: CareRow | None


def masking(taken: Timeline[CareRow], bout: Bout, hours: float = MASKS_H) -> Masking:
    """What of `taken` may hide pain in a workout: taken at most `hours` before its start."""
    unsure_h, unsure = (0 if bout.time_known else UNSURE_H), 2 * UNSURE_H * HOUR
    dose = perhaps = None
    for row in taken.between(bout.ts - round(hours * HOUR) - unsure, bout.ts + unsure):
        slack = unsure_h + _unsure_h(row)
        before = (bout.ts - row.ts) / HOUR
        if slack == 0 and 0 <= before <= hours:
            dose = row
        elif slack and perhaps is None and before + slack >= 0 and before - slack <= hours:
            perhaps = row
    return Masking(dose, perhaps)


def _gap_h(row: CareRow, newest: CareRow) -> tuple[float, float]:
    """The fewest and the most hours that may lie between two doses."""
    between, slack = (newest.ts - row.ts) / HOUR, _unsure_h(row) + _unsure_h(newest)
    if slack == 0 or row.id == newest.id:
        return between, between
    # Of one date they lie within one day, whatever their hours were.
    most = between + slack if row.day != newest.day else min(between + slack, (DAY - 1) / HOUR)
    return max(0.0, between - slack), most


def _unsure_h(row: CareRow) -> int:
    return 0 if row.time_known else UNSURE_H
