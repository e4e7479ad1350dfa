"""Breaks from one kind of training, and the session that ends each of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil
from statistics import median

from journal.analysis.coverage import UNKNOWN_SHARE, covered_at
from journal.analysis.frames import Frames
from journal.analysis.training.workouts import Bout

USUAL_DATES = 28
"""What was usual before a break is the median over at most this many training dates."""


@dataclass(frozen=True, slots=True)
class Return:
    """The first session of a kind after a break from it.

    `dates` are those without a session of the kind; `is_known` says whether enough of the last ones before the
    session are recorded to say so.  `known` are the sessions of the kind before the break whose load is known, and
    `usual` is the median load of their dates in AU, 0 when there are none.
    """

    bout: Bout
    dates: int
    is_known: bool
    known: tuple[Bout, ...]
    usual: float

    @property
    def share(self) -> float | None:
        """The load of the session as a share of the usual one; None when one of them is not known."""
        return None if self.bout.load is None or not self.usual else self.bout.load / self.usual


def returns(
    frames: Frames, *, break_days: float, longest_days: float, sessions: float, before_days: float
) -> Iterator[Return]:
    """The sessions that end a break of `break_days` to `longest_days` dates, by time.

    Before the break there were at least `sessions` of the kind in `before_days` dates.
    """
    made: list[tuple[Bout, int, tuple[Bout, ...]]] = []
    for bout, last, earlier in _sessions(frames.bouts):
        dates = bout.day - last - 1
        if break_days <= dates <= longest_days:
            before = tuple(one for one in earlier if last - before_days < one.day)
            if len(before) >= sessions:
                made.append((bout, dates, before))
    needed = ceil(break_days)
    covered = covered_at(frames.recorded_from, [(bout.day, bout.ts) for bout, *_ in made], needed + 1)
    for (bout, dates, before), recorded in zip(made, covered, strict=True):
        gaps = needed - int(recorded[:-1].sum())
        yield Return(bout, dates, gaps <= UNKNOWN_SHARE * needed, *_usual(before))


def _sessions(bouts: Sequence[Bout]) -> Iterator[tuple[Bout, int, Sequence[Bout]]]:
    """Each session but the first of its kind, the last date with an earlier one, and those earlier ones."""
    by_kind: dict[str, list[Bout]] = {}
    last: dict[str, int] = {}
    for bout in bouts:
        earlier = by_kind.setdefault(bout.kind, [])
        if earlier:
            yield bout, last[bout.kind], earlier
        earlier.append(bout)
        last[bout.kind] = max(bout.day, last.get(bout.kind, bout.day))


def _usual(before: Sequence[Bout]) -> tuple[tuple[Bout, ...], float]:
    """The sessions of the last training dates whose load is known, and the median load of those dates."""
    by_day: dict[int, list[Bout]] = {}
    for bout in before:
        by_day.setdefault(bout.day, []).append(bout)
    loads = {
        day: sum(one.load or 0.0 for one in done)
        for day, done in by_day.items()
        if all(one.load is not None for one in done)
    }
    days = sorted(loads)[-USUAL_DATES:]
    known = tuple(one for day in days for one in by_day[day])
    return known, median(loads[day] for day in days) if days else 0.0
