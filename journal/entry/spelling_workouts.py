"""Workouts as quick entry writes them: "squat 2x5 100kg 1x8 80kg @8", "run 5km 28:30 trail"."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from journal.entry.cursor import Cursor
from journal.entry.heads import HEADS
from journal.entry.naming import ROW_NAME, exact
from journal.entry.said import clock_said, plain
from journal.entry.strength import MOST_SETS
from journal.entry.writer import Writer
from journal.errors import Refused
from journal.exercises import normal
from journal.records import Session, Set
from journal.vocabulary import (
    ENDURANCE_KINDS,
    KG_PER_LB,
    KM_PER_MI,
    DistanceUnit,
    MassUnit,
    SetKind,
    WorkoutKind,
)

_OF_THE_WHOLE = (
    "duration_min",
    "session_rpe",
    "warmup_min",
    "cooldown_min",
    "surface",
    "form_flags",
    "stopped_for_pain",
)


def session_words(session: Session, writer: Writer) -> str:
    """A workout with its sets: one entry for each exercise, and one for what was said of the whole."""
    workout, sets = session.workout, session.sets
    one_stretch = len(sets) == 1 and sets[0].reps is None
    if workout.kind in ENDURANCE_KINDS or (one_stretch and workout.kind is not WorkoutKind.STRENGTH):
        return _endurance(session, writer)
    entries = [words for run in _runs(sets) for words in _strength(run, writer)]
    whole = {name: getattr(workout, name) for name in _OF_THE_WHOLE}
    whole["kind"] = None if workout.kind is WorkoutKind.STRENGTH else workout.kind
    if any(value not in (None, ()) for value in whole.values()):
        entries.append(details_words({name: value for name, value in whole.items() if value is not None}))
    return "; ".join(entries)


def details_words(changes: Mapping[str, Any]) -> str:
    """What is said of a whole workout: "session 55min @7 warmup 10min rounded"."""
    words = ["session"]
    words += [changes["kind"]] if "kind" in changes else []
    words += [minutes_words(changes["duration_min"])] if "duration_min" in changes else []
    words += [f"@{plain(changes['session_rpe'])}"] if "session_rpe" in changes else []
    words += [f"warmup {minutes_words(changes['warmup_min'])}"] if "warmup_min" in changes else []
    words += [f"cooldown {minutes_words(changes['cooldown_min'])}"] if "cooldown_min" in changes else []
    words += changes.get("form_flags", ())
    words += [changes["surface"]] if "surface" in changes else []
    words += ["stopped"] if changes.get("stopped_for_pain") else []
    return " ".join(words)


def minutes_words(minutes: float) -> str:
    """A duration in minutes: 55min, or 8:10 when it has seconds."""
    seconds = round(minutes * 60)
    return clock_said(seconds) if seconds % 60 else f"{seconds // 60}min"


def mass_words(kg: float, unit: MassUnit) -> str:
    """A mass in the writer's unit, exact to the gram."""
    return f"{plain(kg)}kg" if unit is MassUnit.KG else f"{_shortest(kg, KG_PER_LB)}lb"


def _distance_words(km: float, unit: DistanceUnit) -> str:
    return f"{plain(km)}km" if unit is DistanceUnit.KM else f"{_shortest(km, KM_PER_MI)}mi"


def _shortest(amount: float, per_unit: float) -> str:
    """The amount in another unit, with as few decimals (four at most) as still say it to the thousandth."""
    written = (f"{amount / per_unit:.{decimals}f}" for decimals in range(5))
    return next(text for text in written if round(float(text) * per_unit * 1000) == round(amount * 1000))


def _exercise_words(slug: str, writer: Writer) -> str:
    """A name that is read as exactly this exercise, the friendliest first."""
    exercise = writer.catalogue.get(slug)
    names = (exercise.name.lower(), slug.replace("-", " "), slug) if exercise else ()
    for name in names:
        cursor = Cursor(name)
        named, head = exact(cursor, writer.catalogue), HEADS.at(cursor)
        whole = named is not None and named.end == len(name) and named.exercise.slug == slug
        taken = (head is not None and head[1] == len(name)) or normal(name) == ROW_NAME
        if whole and not taken and ";" not in name and "//" not in name:
            return name
    raise Refused(f"quick entry has no name for the exercise {slug!r}")


def _endurance(session: Session, writer: Writer) -> str:
    if not session.sets:
        raise Refused("quick entry writes a workout by its exercises, and this one has none")
    workout, stretch = session.workout, session.sets[0]
    words = [_exercise_words(stretch.exercise, writer)]
    words += (
        [_distance_words(stretch.distance_km, writer.distance_unit)]
        if stretch.distance_km is not None
        else []
    )
    words += [clock_said(stretch.duration_s)] if stretch.duration_s is not None else []
    words += [f"@{plain(workout.session_rpe)}"] if workout.session_rpe is not None else []
    words += [workout.surface] if workout.surface is not None else []
    return " ".join(words)


def _runs(sets: Sequence[Set]) -> Iterator[list[Set]]:
    """Neighbouring sets that one entry can hold: of one exercise, with one RPE for all."""
    for _, run in groupby(sets, key=lambda one: (one.exercise, one.rpe)):
        yield list(run)


def _strength(sets: list[Set], writer: Writer) -> Iterator[str]:
    """The entries for some sets of an exercise: a load changes at most once between with and without.

    "2x5 60kg 2x5" could be read in two ways; sets with, without and again with a load are parted.
    """
    name = _exercise_words(sets[0].exercise, writer)
    rpe = f" @{plain(sets[0].rpe)}" if sets[0].rpe is not None else ""
    states = [list(run) for _, run in groupby(sets, key=lambda one: one.weight_kg is not None)]
    for first in range(0, len(states), 2):
        pair = states[first : first + 2]
        load_first = len(pair) == 2 and pair[0][0].weight_kg is not None
        groups = (words for run in pair for words in _groups(run, writer, load_first=load_first))
        yield f"{name} {' '.join(groups)}{rpe}"


def _groups(sets: list[Set], writer: Writer, *, load_first: bool) -> Iterator[str]:
    for (reps, seconds, kg, kind), run in groupby(
        sets, key=lambda one: (one.reps, one.duration_s, one.weight_kg, one.kind)
    ):
        count = len(list(run))
        each = f"{seconds}s" if reps is None else f"{reps}"
        load = [mass_words(kg, writer.weight_unit)] if kg is not None else []
        word = [] if kind in (None, SetKind.NORMAL) else [str(kind)]
        while count > 0:
            multi = [f"{min(count, MOST_SETS)}x{each}"]
            yield " ".join([*load, *multi, *word] if load_first else [*multi, *load, *word])
            count -= MOST_SETS
