"""An exercise in plain words: what it trains, what it does to the body, and the best that was done of it."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from journal.entry import Writer
from journal.entry.said import clock_said, distance_said, mass_said, plain
from journal.exercises import Exercise
from journal.records import Set
from journal.tui.wording.dates import in_short
from journal.vocabulary import KG_PER_LB, ExerciseTag, MassUnit, Muscle, display

if TYPE_CHECKING:
    from journal.analysis.training.bests import Best, Bests

TAGS = {
    ExerciseTag.CORE_INTENSE: "hard work for the core",
    ExerciseTag.CORE_GENTLE: "gentle work for the core",
    ExerciseTag.AXIAL_LOAD: "weight on the spine",
    ExerciseTag.HIGH_IMPACT: "impact, as in running",
    ExerciseTag.JUMP: "jumping",
    ExerciseTag.LOADED_TWIST: "twisting with a weight",
    ExerciseTag.TWIST: "twisting",
    ExerciseTag.SEATED_FOLD: "bending forward while seated",
    ExerciseTag.PRONE_ARCH: "arching face down",
    ExerciseTag.BACK_EXTENSOR: "for the muscles along the spine",
    ExerciseTag.LOW_IMPACT_CARDIO: "endurance without impact",
    ExerciseTag.RELIEF: "may ease a hurting back",
    ExerciseTag.STRETCH: "a stretch",
    ExerciseTag.BONE_LOADING: "strengthens bones",
}
"""What each tag means to somebody who trains."""


def trains(exercise: Exercise) -> str:
    """The muscles, first and second: "quads and glutes; also hamstrings"; "" when none is known."""
    also = f"also {muscles_said(exercise.secondary)}" if exercise.secondary else ""
    return "; ".join(filter(None, (muscles_said(exercise.primary), also)))


def muscles_said(muscles: Iterable[Muscle]) -> str:
    """Muscles in a row: "quads, glutes and back"."""
    words = [display(muscle) for muscle in muscles]
    return " and ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


def tags_said(exercise: Exercise) -> str:
    """What it does to the body, in the order of the vocabulary: "weight on the spine; strengthens bones"."""
    return "; ".join(TAGS[tag] for tag in ExerciseTag if tag in exercise.tags)


def other_names(exercise: Exercise, given: Iterable[str]) -> tuple[str, ...]:
    """The names beside its own, those that the writer gave first, each once."""
    names: dict[str, str] = {}
    for name in (*given, *exercise.aliases):
        names.setdefault(name.casefold(), name)
    names.pop(exercise.name.casefold(), None)
    return tuple(names.values())


def bests_said(bests: "Bests", writer: Writer) -> tuple[tuple[str, str], ...]:
    """The bests as label and words: ("heaviest", "110 kg × 3 on Fri 20 Nov 2026")."""
    told = []
    if bests.e1rm_kg is not None:
        # An estimate to the gram says more than anybody knows.
        unit = writer.weight_unit
        rounded = f"{plain(round(bests.e1rm_kg.value / (1 if unit is MassUnit.KG else KG_PER_LB), 1))} {unit}"
        told.append(("maximum", f"about {rounded}, from {_lifted(bests.e1rm_kg, writer)}"))
    if bests.heaviest_kg is not None:
        told.append(("heaviest", _lifted(bests.heaviest_kg, writer)))
    if bests.reps is not None:
        told.append(("most reps", f"{plain(bests.reps.value)} {_on(bests.reps.day)}"))
    if bests.km is not None:
        told.append(("farthest", _run(bests.km, writer)))
    if bests.seconds is not None:
        told.append(("longest", f"{_time(round(bests.seconds.value))} {_on(bests.seconds.day)}"))
    return tuple(told)


def ago(day: date, today: date) -> str:
    """How long ago a day was, in at most eight cells: "today", "3 d ago", "5 wk ago", "2 y ago"."""
    days = (today - day).days
    if days <= 0:
        return "today"
    if days < 14:
        return f"{days} d ago"
    return f"{days // 7} wk ago" if days < 364 else f"{round(days / 365.25)} y ago"


def _lifted(best: "Best", writer: Writer) -> str:
    one: Set = best.set
    reps = f"{one.reps} × " if one.reps is not None else ""
    return f"{reps}{mass_said(one.weight_kg or 0, writer.weight_unit)} {_on(best.day)}"


def _run(best: "Best", writer: Writer) -> str:
    took = f" in {clock_said(best.set.duration_s)}" if best.set.duration_s is not None else ""
    return f"{distance_said(best.value, writer.distance_unit)}{took} {_on(best.day)}"


def _time(seconds: int) -> str:
    return f"{seconds} s" if seconds < 100 else clock_said(seconds)


def _on(day: date) -> str:
    return f"on {in_short(day).split(' ', 1)[1]}"
