"""Rows of another program's file, understood, and put together to workouts.

Ids come from what a workout is, not from where it stands: the same file gives the same ids however its rows
are sorted, and whatever unit its weights are said to be in.
"""

from bisect import bisect
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple
from uuid import UUID

from journal.interchange.ids import NAMESPACE, id_of
from journal.interchange.rows.exercise_names import NO_HINT, Hint
from journal.interchange.rows.foreign import BadCell, Cells, Measure
from journal.vocabulary import SetKind

FILE_FIELDS = {
    "reps": "reps",
    "weight_kg": "weight",
    "distance_km": "distance",
    "duration_s": "seconds",
    "rpe": "rpe",
}
"""Fields of `records.Set` -> the fields of a file that they are read from."""


class Heading(NamedTuple):
    """What a row says of the workout that it belongs to; rows with the same heading belong together."""

    start: datetime
    """Local to the writer, or with the offset that the file gave."""
    end: str
    """When or after how long it ended, as text that tells workouts apart; "" = the file does not say."""
    title: str
    number: str = ""
    """The file's own number of the workout."""
    time_known: bool = True
    duration_s: int | None = None
    """Seconds from start to end; None = not recorded."""
    known_as: str = ""
    """What stands for the start in its id: another file of the program may not know the time; "" = the start."""


@dataclass(slots=True)
class Line:
    """One row of the file, understood."""

    cells: Cells
    heading: Heading
    exercise: str
    order: str = ""
    """Its number among the sets of the exercise, as the file has it; "" = it has none."""
    note: str = ""
    """What is written about this set or its exercise."""
    workout_note: str = ""
    no_set: str = ""
    """Why the row is no set; "" = it is one."""
    kind: SetKind | None = None
    amounts: dict[str, float | None] = field(default_factory=dict)
    """Numbers of the set by the fields of `records.Set`."""
    hint: Hint = NO_HINT
    """What the row tells of the exercise."""


def as_set(line: Line, weight: Measure, distance: Measure, seconds: int | None = None) -> Line:
    """The line with the numbers of its set read; without any it is no set.

    The programs write 0 for what a set does not have.  Only 0 repetitions with a weight say something: the
    attempt failed.  `seconds` are given where the file does not write them as a plain number.
    """
    cells = line.cells
    if not line.exercise:
        raise BadCell("exercise", "a set needs the name of its exercise")
    reps, kg, km = cells.number("reps"), weight.read(cells), distance.read(cells)
    if seconds is None:
        seconds = round(cells.number("seconds") or 0)
    if not (reps or kg or km or seconds):
        line.no_set = "empty set: no repetitions, weight, distance or time"
        return line
    line.amounts = {
        "reps": None if reps == 0 and (seconds or km) else reps,
        "weight_kg": kg,
        "distance_km": km,
        "duration_s": seconds or None,
        "rpe": cells.number("rpe") or None,
    }
    return line


@dataclass(slots=True)
class Assembled:
    """One workout: its rows in the order of the file, and its id."""

    heading: Heading
    lines: list[Line] = field(default_factory=list)
    numbered: set[tuple[str, str]] = field(default_factory=set)
    """Exercise and number of each of its sets."""
    id: UUID = NAMESPACE

    def contents(self) -> list[list[str]]:
        """Its rows as they stand in the file, in an order that does not depend on the file's."""
        return sorted(line.cells.raw for line in self.lines)


def workouts(lines: Iterable[Line], source: str) -> list[Assembled]:
    """The workouts that the rows make, in the order of the file, each with its id."""
    found = _grouped(lines)
    twins: dict[tuple[str, str, str], list[Assembled]] = {}
    for workout in found:
        start, end, title, *_ = workout.heading
        start_text = workout.heading.known_as or start.isoformat()
        twins.setdefault((start_text, end, title), []).append(workout)
    for (start_text, end, title), equals in twins.items():
        if len(equals) > 1:
            equals.sort(key=lambda workout: (workout.heading.number, workout.contents()))
        for nth, workout in enumerate(equals, start=1):
            workout.id = id_of(source, start_text, end, title, nth)
    return found


def _grouped(lines: Iterable[Line]) -> list[Assembled]:
    """Rows with the same heading together.

    Where they stand apart they are still one workout, of a file that somebody sorted by exercise, unless they
    number the same sets again: then it was done, or recorded, twice.
    """
    latest: dict[Heading, Assembled] = {}
    every: list[Assembled] = []
    for heading, run in groupby(lines, key=attrgetter("heading")):
        piece = list(run)
        numbered = {(line.exercise, line.order) for line in piece if line.order}
        workout = latest.get(heading)
        if workout is None or not workout.numbered.isdisjoint(numbered):
            workout = latest[heading] = Assembled(heading)
            every.append(workout)
        workout.lines += piece
        workout.numbered |= numbered
    return every


def notes(lines: list[Line]) -> tuple[dict[int, str], str]:
    """The notes of a workout: of its sets, by their place in `lines`, and of the workout as a whole.

    The programs repeat an exercise's note on each of its rows: it is kept at the first.  A row that is no set
    gives its note to the next set of its exercise, else to the last one, else to the workout.
    """
    beside: dict[int, list[str]] = {}
    whole = [line.workout_note for line in lines]
    places: dict[str, list[int]] = {}
    for place, line in enumerate(lines):
        if not line.no_set:
            places.setdefault(line.exercise, []).append(place)
    before: dict[str, str] = {}
    for place, line in enumerate(lines):
        if line.no_set and line.note:
            sets = places.get(line.exercise, [])
            if sets:
                nearest = sets[min(bisect(sets, place), len(sets) - 1)]
                beside.setdefault(nearest, []).append(line.note)
            else:
                whole.append(f"{line.exercise}: {line.note}")
        elif not line.no_set:
            if line.note != before.get(line.exercise, ""):
                beside.setdefault(place, []).append(line.note)
            before[line.exercise] = line.note
    return {place: _joined(texts) for place, texts in beside.items()}, _joined(whole)


def _joined(texts: Iterable[str]) -> str:
    """The texts below each other, each once."""
    return "\n".join(dict.fromkeys(text for text in texts if text))
