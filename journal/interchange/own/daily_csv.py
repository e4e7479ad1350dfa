"""One row a day, for a spreadsheet or a notebook: sums and extremes of what was recorded, CSV.

Every day from the first to the last has a row.  A cell is empty when nothing of the kind was recorded, or when
a part of its sum is not known: a day with one workout of unknown length has no minutes, not too few.
"""

import csv
import io
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from journal.interchange.disk import write_file
from journal.interchange.own.cells import shortest
from journal.interchange.own.selection import Records, selected
from journal.records import Care, CheckIn, Drink, Pain, Record, Set, Urine, Workout
from journal.vocabulary import CareKind, Region, WorkoutKind

LONGEST_MIN = 300
"""Minutes beyond which a duration is a forgotten timer, so not known."""

Number = int | float


@dataclass(slots=True)
class Day:
    """What was recorded for one local date."""

    workouts: list[Workout] = field(default_factory=list)
    sets: list[Set] = field(default_factory=list)
    """Working sets only."""
    run_sets: list[Set] = field(default_factory=list)
    """Sets of workouts that were runs."""
    pain: list[Pain] = field(default_factory=list)
    drinks: list[Drink] = field(default_factory=list)
    urine: list[Urine] = field(default_factory=list)
    care: list[Care] = field(default_factory=list)
    checkin: CheckIn | None = None

    @property
    def tonnage_kg(self) -> Number | None:
        """Repetitions x kg over the working sets with a load."""
        return _sum(
            one.reps * one.weight_kg for one in self.sets if one.reps and one.weight_kg and one.weight_kg > 0
        )

    @property
    def minutes(self) -> Number | None:
        """Minutes of all workouts; None when one is not known."""
        return _sum_of_known(_minutes(workout) for workout in self.workouts)

    @property
    def load(self) -> Number | None:
        """Session RPE x minutes of all workouts (Foster); None when one is not known."""
        return _sum_of_known(_load(workout) for workout in self.workouts)

    @property
    def pain_regions(self) -> str:
        """The places with a score above 0, in the order of the body."""
        painful = {one.region for one in self.pain if one.score}
        return ";".join(region for region in Region if region in painful)

    @property
    def analgesic_doses(self) -> int | None:
        """How often a painkiller was taken."""
        return sum(one.kind is CareKind.ORAL_ANALGESIC for one in self.care) or None


COLUMNS: dict[str, Callable[[Day], Number | str | None]] = {
    "workouts": lambda day: len(day.workouts) or None,
    "sets": lambda day: len(day.sets) or None,
    "tonnage_kg": lambda day: day.tonnage_kg,
    "minutes": lambda day: day.minutes,
    "load": lambda day: day.load,
    "run_km": lambda day: _sum(one.distance_km for one in day.run_sets if one.distance_km is not None),
    "pain_max": lambda day: max((one.score for one in day.pain), default=None),
    "pain_regions": lambda day: day.pain_regions,
    "analgesic_doses": lambda day: day.analgesic_doses,
    "fluid_ml": lambda day: _sum(one.volume_ml for one in day.drinks),
    "urine_max": lambda day: max((one.color for one in day.urine), default=None),
    "sleep_h": lambda day: day.checkin.sleep_h if day.checkin else None,
    "sleep_quality": lambda day: day.checkin.sleep_quality if day.checkin else None,
    "stress": lambda day: day.checkin.stress if day.checkin else None,
    "sitting_h": lambda day: day.checkin.sitting_h if day.checkin else None,
    "cigarettes": lambda day: day.checkin.cigarettes if day.checkin else None,
    "body_weight_kg": lambda day: day.checkin.body_weight_kg if day.checkin else None,
}
"""What the columns after `date` hold."""


def write(records: Records, *, since: date | None = None, until: date | None = None) -> bytes:
    """The file's content: a header, then one row for every day, oldest first."""
    days = _days(records, since, until)
    text = io.StringIO()
    file = csv.writer(text, lineterminator="\n")
    file.writerow(["date", *COLUMNS])
    nothing = [""] * len(COLUMNS)
    for day in _every_day(days):
        recorded = days.get(day)
        cells = nothing if recorded is None else [_cell(value(recorded)) for value in COLUMNS.values()]
        file.writerow([day, *cells])
    return text.getvalue().encode()


def write_daily(
    target: Path,
    records: Records,
    *,
    since: date | None = None,
    until: date | None = None,
    force: bool = False,
) -> None:
    """Write the rows to a new file, whole or not at all; errors as `json_document.write_document`."""
    write_file(target, [write(records, since=since, until=until)], force=force)


def _days(records: Records, since: date | None, until: date | None) -> dict[date, Day]:
    days: dict[date, Day] = {}
    workouts: dict[str, tuple[Day, bool]] = {}
    for _, rows in selected(records, since=since, until=until):
        for row in rows:
            if isinstance(row, Set):
                _put_set(row, workouts)
            elif row.day is not None:
                day = days.setdefault(row.day, Day())
                _put(row, day)
                if isinstance(row, Workout):
                    workouts[row.key] = (day, row.kind is WorkoutKind.RUN)
    return days


def _put_set(row: Set, workouts: dict[str, tuple[Day, bool]]) -> None:
    day, is_run = workouts.get(str(row.workout_id), (Day(), False))
    if row.is_working:
        day.sets.append(row)
    if is_run:
        day.run_sets.append(row)


def _put(row: Record, day: Day) -> None:
    match row:
        case Workout():
            day.workouts.append(row)
        case Pain():
            day.pain.append(row)
        case Drink():
            day.drinks.append(row)
        case Urine():
            day.urine.append(row)
        case Care():
            day.care.append(row)
        case CheckIn():
            day.checkin = row
        case _:
            """Signs and marks have no column."""


def _every_day(days: Iterable[date]) -> Iterable[date]:
    known = sorted(days)
    if not known:
        return []
    return (known[0] + timedelta(days=number) for number in range((known[-1] - known[0]).days + 1))


def _minutes(workout: Workout) -> Number | None:
    known = workout.duration_min is not None and workout.duration_min <= LONGEST_MIN
    return workout.duration_min if known else None


def _load(workout: Workout) -> Number | None:
    minutes = _minutes(workout)
    return None if minutes is None or workout.session_rpe is None else minutes * workout.session_rpe


def _sum(numbers: Iterable[Number]) -> Number | None:
    known = list(numbers)
    return sum(known) if known else None


def _sum_of_known(numbers: Iterable[Number | None]) -> Number | None:
    """The sum when every part is known, else None."""
    parts = list(numbers)
    known = [part for part in parts if part is not None]
    return sum(known) if known and len(known) == len(parts) else None


def _cell(value: Number | str | None) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else shortest(round(value, 3))
