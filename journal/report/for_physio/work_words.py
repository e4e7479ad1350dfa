"""Workouts and dates in the words of a report: short enough for a line."""

from collections.abc import Sequence
from datetime import date

from journal.analysis.flags import plain
from journal.analysis.instants import says_day
from journal.analysis.training.workouts import Bout, Work
from journal.exercises import Exercise
from journal.exercises.own import brief
from journal.vocabulary import WorkoutKind, display

MOST_EXERCISES = 5
"""So many exercises of one workout are named in a line."""


def on(day: date, present: date) -> str:
    """The date for a line: `Sun 22 Nov`, with its year when that is not the present one."""
    said = says_day(day.toordinal())
    return said if day.year == present.year else f"{said} {day.year}"


def span_of(first: date, last: date, present: date) -> str:
    """`Tue 3 Nov to Mon 9 Nov`; one date alone by itself."""
    return on(first, present) if first == last else f"{on(first, present)} to {on(last, present)}"


def counted(count: int, what: str) -> str:
    """`1 day`, `3 days`."""
    return f"{count} {what}{'' if count == 1 else 's'}"


def listed(names: Sequence[str], most: int) -> str:
    """The first of the names, and how many more there are."""
    more = len(names) - most
    return ", ".join(names[:most]) + (f" and {more} more" if more > 0 else "")


def workout_words(bout: Bout, most: int = MOST_EXERCISES) -> str:
    """`strength 60 min, RPE 8, load 480: Squat to 110 kg, Plank`."""
    return f"{bout_heading(bout)}: {exercise_words(bout, most)}" if bout.work else bout_heading(bout)


def exercise_words(bout: Bout, most: int = MOST_EXERCISES) -> str:
    """The exercises alone: `Squat to 110 kg, Plank`."""
    return listed([work_words(work) for work in bout.work], most)


def bout_heading(bout: Bout) -> str:
    """`strength 60 min, RPE 8, load 480`."""
    minutes = "" if bout.minutes is None else f" {bout.minutes:.0f} min"
    told = [f"{display(WorkoutKind(bout.kind))}{minutes}"]
    if bout.rpe is not None:
        told.append(f"RPE {plain(bout.rpe)}")
    if bout.load is not None:
        told.append(f"load {bout.load:,.0f}")
    if bout.stopped_for_pain:
        told.append("stopped for pain")
    return ", ".join(told)


def work_words(work: Work) -> str:
    """`Squat to 110 kg`, `Run 8.2 km`, `Plank`."""
    name = exercise_name(work.exercise)
    if work.km:
        return f"{name} {plain(round(work.km, 1))} km"
    return f"{name} to {plain(work.top_kg)} kg" if work.top_kg else name


def exercise_name(exercise: Exercise) -> str:
    """The name as the catalogue, or the writer, has it, in one line and of bounded length."""
    return brief(" ".join(exercise.name.split()))
