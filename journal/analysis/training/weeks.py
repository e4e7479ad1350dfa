"""What a week of training, pain and water amounted to: sums by ISO week, with what is unknown beside them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from journal.analysis.frames import Frames
from journal.analysis.rows import Place
from journal.analysis.training.workouts import Bout
from journal.vocabulary import WorkoutKind


@dataclass(frozen=True, slots=True)
class TrainingSum:
    """Training of the dates `[first, last]`.

    `load` is the sum of the known session loads in AU (session RPE x minutes), `minutes` that of their durations:
    None when none is known, 0 when there was no session on the dates that are recorded.
    `load_unknown` counts the sessions that `load` leaves out, `minutes_unknown` those without a duration.
    `known_days` counts the dates that are recorded at all.
    """

    first: date
    last: date
    sessions: int
    minutes: float | None
    minutes_unknown: int
    load: float | None
    load_unknown: int
    tonnage_kg: float
    working_sets: int
    run_km: float
    known_days: int


def training_sum(frames: Frames, first: date, last: date) -> TrainingSum:
    """The training of the dates `[first, last]`, both included."""
    begin, end = first.toordinal(), last.toordinal()
    bouts = [bout for bout in frames.bouts if begin <= bout.day <= end]
    loads = [bout.load for bout in bouts if bout.load is not None]
    minutes = [bout.minutes for bout in bouts if bout.minutes is not None]
    known_days = sum(day in frames.covered for day in range(begin, end + 1))
    rested = 0.0 if known_days and not bouts else None
    return TrainingSum(
        first,
        last,
        sessions=len(bouts),
        minutes=sum(minutes) if minutes else rested,
        minutes_unknown=len(bouts) - len(minutes),
        load=sum(loads) if loads else rested,
        load_unknown=len(bouts) - len(loads),
        tonnage_kg=sum(bout.tonnage_kg for bout in bouts),
        working_sets=sum(work.sets for bout in bouts for work in bout.work if not bout.is_endurance),
        run_km=run_km(bouts),
        known_days=known_days,
    )


def run_km(bouts: Sequence[Bout]) -> float:
    """Kilometres run."""
    return sum(bout.km for bout in bouts if bout.kind == WorkoutKind.RUN)


@dataclass(frozen=True, slots=True)
class PlacePain:
    """Pain of one place over some dates: the highest score of each, None where nothing was written of it."""

    place: Place
    scores: tuple[int | None, ...]
    entries: int


def pain_by_day(frames: Frames, first: date, last: date) -> tuple[PlacePain, ...]:
    """Every place that was written of on the dates `[first, last]`, the worst first."""
    begin, end = first.toordinal(), last.toordinal()
    found = []
    for place, entries in frames.entries.items():
        within = [entry for entry in entries if begin <= entry.day <= end]
        if within:
            worst: dict[int, int] = {}
            for entry in within:
                worst[entry.day] = max(entry.score, worst.get(entry.day, 0))
            found.append(
                PlacePain(place, tuple(worst.get(day) for day in range(begin, end + 1)), len(within))
            )
    return tuple(sorted(found, key=lambda one: (-max(filter(None, one.scores), default=0), one.place)))


def fluid_by_day(frames: Frames, first: date, last: date) -> tuple[int | None, ...]:
    """What was drunk on each of the dates, in ml; None where no drink was recorded."""
    total: dict[int, int] = {}
    for drink in frames.drinks:
        if first.toordinal() <= drink.day <= last.toordinal():
            total[drink.day] = total.get(drink.day, 0) + drink.ml
    return tuple(total.get(day) for day in range(first.toordinal(), last.toordinal() + 1))
