"""Records and changes in plain words, for "took back ..." and "kept ..."."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from itertools import groupby
from typing import Any

from journal.place_names import spoken
from journal.records import (
    Alias,
    Care,
    CheckIn,
    Condition,
    Drink,
    FlagMark,
    OwnExercise,
    Pain,
    ProfileEntry,
    Record,
    Set,
    SymptomEntry,
    TemplateSet,
    Urine,
    Workout,
)
from journal.vocabulary import display

Pair = tuple[Record | None, Record | None]
"""A record before and after a change."""

SayDay = Callable[[date], str]
"""How a day is written: `str` as in the files, or as the screens write it."""

SHOWN = 3
"""More things than this are counted, not named."""

_PLURALS = {
    "workouts": ("workout", "workouts"),
    "sets": ("set", "sets"),
    "pain": ("pain entry", "pain entries"),
    "symptoms": ("symptom", "symptoms"),
    "hydration": ("drink", "drinks"),
    "urine": ("urine reading", "urine readings"),
    "care": ("care entry", "care entries"),
    "checkins": ("check-in", "check-ins"),
    "conditions": ("condition", "conditions"),
    "exercises": ("exercise", "exercises"),
    "aliases": ("alias", "aliases"),
    "templates": ("template set", "template sets"),
    "profile": ("profile entry", "profile entries"),
    "flag_marks": ("mark", "marks"),
}


def count(table: str, number: int) -> str:
    """A number of records of a table: "1 workout", "3,000 pain entries"."""
    return f"{number:,} {_PLURALS[table][number != 1]}"


def listed(parts: Sequence[str]) -> str:
    """The parts as one phrase: "a, b and c"."""
    return " and ".join(filter(None, (", ".join(parts[:-1]), *parts[-1:])))


def name_of(record: Record, day: SayDay = str) -> str:
    """One record in a few words, with its numbers: "pain, left lower back, 4"."""
    if isinstance(record, Workout):
        return f"{record.title or f'{display(record.kind)} workout'} of {day(record.started_at.date())}"
    if isinstance(record, CheckIn):
        return f"check-in of {day(record.date)}"
    return _NAMES[type(record)](record)


def describe(changes: Iterable[Pair], *, verb: str, undone: bool, day: SayDay = str) -> str:
    """What a step did, or what was taken back of it, in one phrase."""
    pairs = list(changes)
    new = _phrases([after for before, after in pairs if before is None and after is not None], day)
    edited = _phrases([after for before, after in pairs if before is not None and after is not None], day)
    deleted = _phrases([before for before, after in pairs if before is not None and after is None], day)
    if undone:
        phrases = [*new]
        phrases += [f"the change of {listed(edited)}"] if edited else []
        phrases += [f"the removal of {listed(deleted)}"] if deleted else []
        return f"took back {listed(phrases) or verb}"
    told = (("recorded", new), ("changed", edited), ("removed", deleted))
    return listed([f"{what} {listed(phrases)}" for what, phrases in told if phrases]) or verb


def _phrases(records: Sequence[Record], day: SayDay) -> list[str]:
    sets = [record for record in records if isinstance(record, Set)]
    with_sets = {one.workout_id for one in sets}
    others = [
        record
        for record in records
        if not isinstance(record, Set) and getattr(record, "id", None) not in with_sets
    ]
    named = [name_of(record, day) for record in others] + _set_phrases(sets)
    if len(named) <= SHOWN:
        return named
    return [count(table, number) for table, number in Counter(record.TABLE for record in records).items()]


def _set_phrases(sets: Sequence[Set]) -> list[str]:
    """Equal sets in a row as one: "squat 5 × 5 × 100 kg"."""
    phrases = []
    for (exercise, done), group in groupby(sets, key=lambda one: (one.exercise, _done(one))):
        times = len(list(group))
        parts = [exercise.replace("-", " "), f"{times} × {done}" if times > 1 and done else done]
        phrases.append(" ".join(filter(None, parts)))
    return phrases


def _done(one: Set) -> str:
    amounts = [
        None if one.reps is None else f"{one.reps}",
        None if one.weight_kg is None else f"{one.weight_kg:.10g} kg",
        None if one.distance_km is None else f"{one.distance_km:.10g} km",
        None if one.duration_s is None else _clock(one.duration_s),
    ]
    return " × ".join(filter(None, amounts))


def _clock(seconds: int) -> str:
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return f"{hours}:{minutes:02}:{rest:02}"
    return f"{minutes}:{rest:02}" if minutes else f"{rest} s"


def _pain(record: Pain) -> str:
    return f"pain, {spoken(record.region, record.side)}, {record.score}"


def _symptom(record: SymptomEntry) -> str:
    side = f" {display(record.side)}" if record.side else ""
    return f"symptom, {display(record.symptom)}{side}: {'yes' if record.present else 'no'}"


def _care(record: Care) -> str:
    parts = [
        display(record.drug or record.kind),
        display(record.region) if record.region else "",
        f"{record.dose_mg} mg" if record.dose_mg is not None else "",
        f"{record.duration_min:.10g} min" if record.duration_min is not None else "",
    ]
    return ", ".join(filter(None, parts))


_NAMES: dict[type[Record], Callable[[Any], str]] = {
    Set: lambda record: _set_phrases([record])[0],
    Pain: _pain,
    SymptomEntry: _symptom,
    Drink: lambda record: f"{record.drink or 'drink'}, {record.volume_ml} ml",
    Urine: lambda record: f"urine colour {record.color}",
    Care: _care,
    Condition: lambda record: f"condition, {display(record.condition)}",
    OwnExercise: lambda record: f"exercise {record.name}",
    Alias: lambda record: f"alias {record.name}",
    TemplateSet: lambda record: f"template {record.template}, set {record.position}",
    ProfileEntry: lambda record: f"{record.key.replace('_', ' ')} {record.value}".rstrip(),
    FlagMark: lambda record: f"mark on {record.rule}",
}
