"""The best that was done of one exercise: over its working sets, as the rules count them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

import pandas as pd

from journal.analysis.training.workouts import e1rm
from journal.records import Session, Set


@dataclass(frozen=True, slots=True)
class Best:
    """The highest value of one measure, the set that reached it first, and its day."""

    value: float
    set: Set
    day: date


@dataclass(frozen=True, slots=True)
class Bests:
    """What makes sense of the exercise; None where nothing of the kind was recorded.

    `e1rm_kg` is the best estimated maximum (see `e1rm`), `heaviest_kg` the heaviest load, `reps` the most
    repetitions of a set without one, `km` the longest distance, `seconds` the longest time.
    """

    e1rm_kg: Best | None = None
    heaviest_kg: Best | None = None
    reps: Best | None = None
    km: Best | None = None
    seconds: Best | None = None


def bests(sessions: Iterable[Session]) -> Bests:
    """The bests of the sets of these workouts, which are handed over oldest first."""
    done = [
        (one, session.workout.started_at.date())
        for session in sessions
        for one in session.sets
        if one.is_working
    ]
    loaded = any(one.weight_kg for one, _ in done)
    shown = e1rm(_numbers(one.weight_kg for one, _ in done), _numbers(one.reps for one, _ in done))
    estimated = dict(zip((id(one) for one, _ in done), shown, strict=True))
    return Bests(
        e1rm_kg=_best(done, lambda one: estimated[id(one)]),
        heaviest_kg=_best(done, lambda one: one.weight_kg),
        reps=None if loaded else _best(done, lambda one: one.reps),
        km=_best(done, lambda one: one.distance_km),
        seconds=_best(done, lambda one: one.duration_s),
    )


def _numbers(values: Iterable[float | None]) -> pd.Series:
    return pd.Series(list(values), dtype="float64")


def _best(done: list[tuple[Set, date]], measure: Callable[[Set], float | None]) -> Best | None:
    """The set with the highest value above 0; of equal ones the first."""
    best: Best | None = None
    for one, day in done:
        value = measure(one)
        if value is not None and value > (best.value if best else 0):
            best = Best(float(value), one, day)
    return best
