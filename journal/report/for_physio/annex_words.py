"""The records of the annex in words: one line each, as they were told."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from journal.analysis.flags import plain
from journal.place_names import spoken
from journal.report.for_physio.annex import AnnexRow
from journal.vocabulary import (
    CareKind,
    Context,
    Drug,
    FormFlag,
    Mechanism,
    Quality,
    Radiation,
    SetKind,
    Side,
    Surface,
    Symptom,
    WorkoutKind,
    display,
)

_NAMES = {"workouts": "workout", "pain": "pain", "symptoms": "sign", "care": "care"}
_ANSWERS = (
    ("sudden", "sudden"),
    ("pop_heard", "pop"),
    ("bruising", "bruising"),
    ("swelling", "swelling"),
    ("limits_movement", "limits movement"),
    ("flare", "flare"),
    ("wrapped", "wrapped"),
    ("direct_pressure", "pressed on the sore spot"),
    ("stopped_for_pain", "stopped for pain"),
)


def kind_of(row: AnnexRow) -> str:
    """What sort of record it is: `pain`, `sign`, `care` or `workout`."""
    return _NAMES[row.table]


def details(row: AnnexRow) -> str:
    """All that was told, but for the time and the note: `lower back 6 of 10, sharp; on waking; sudden: no`."""
    made = {"workouts": _workout, "pain": _pain, "symptoms": _symptom, "care": _care}[row.table]
    return "; ".join(filter(None, (*made(row.values), *_answers(row.values), *_sets(row.sets))))


def note_of(row: AnnexRow) -> str:
    """The writer's note in one line; "" when there is none."""
    return " ".join(str(row.values.get("note", "")).split())


def _place(values: Mapping[str, Any]) -> str:
    return spoken(values["region"], values.get("side")) if "region" in values else ""


def _pain(values: Mapping[str, Any]) -> Iterator[str]:
    qualities = [display(Quality(one)) for one in values.get("qualities", ())]
    yield ", ".join([f"{_place(values)} {values['score']} of 10", *qualities])
    if "context" in values:
        yield display(Context(values["context"]))
    if "onset_at" in values:
        yield f"since {values['onset_at'][:16].replace('T', ' ')}"
    if "mechanism" in values:
        yield f"set off by: {display(Mechanism(values['mechanism']))}"
    if "radiates_to" in values:
        yield f"runs down to: {display(Radiation(values['radiates_to']))}"


def _symptom(values: Mapping[str, Any]) -> Iterator[str]:
    side = f" {display(Side(values['side']))}" if "side" in values else ""
    yield f"{display(Symptom(values['symptom']))}{side}: {_yes_no(values['present'])}"


def _care(values: Mapping[str, Any]) -> Iterator[str]:
    yield " ".join(filter(None, (display(CareKind(values["kind"])), _place(values))))
    drug = display(Drug(values["drug"])) if "drug" in values else ""
    dose = f"{plain(values['dose_mg']):,} mg" if "dose_mg" in values else ""
    yield " ".join(filter(None, (drug, dose)))
    yield _minutes(values)


def _workout(values: Mapping[str, Any]) -> Iterator[str]:
    yield " ".join(filter(None, (display(WorkoutKind(values["kind"])), _minutes(values))))
    yield " ".join(str(values.get("title", "")).split())
    if "session_rpe" in values:
        yield f"RPE {plain(values['session_rpe'])}"
    if "surface" in values:
        yield f"on {display(Surface(values['surface']))}"
    yield ", ".join(display(FormFlag(one)) for one in values.get("form_flags", ()))


def _minutes(values: Mapping[str, Any]) -> str:
    return f"{plain(round(values['duration_min'], 1))} min" if "duration_min" in values else ""


def _answers(values: Mapping[str, Any]) -> Iterator[str]:
    for name, words in _ANSWERS:
        if name in values:
            yield f"{words}: {_yes_no(values[name])}"


def _yes_no(answer: bool) -> str:
    return "yes" if answer else "no"


def _sets(sets: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """Each exercise with its sets, equal ones in a row counted: `Squat 1 × 5 × 60 kg (warm-up), 3 × 5 × 100 kg`."""
    for name, some in groupby(sets, key=lambda one: str(one["name"])):
        told = [_equal(words, len(list(equal))) for words, equal in groupby(some, key=_set)]
        yield f"{' '.join(name.split())} {', '.join(told)}".strip()


def _equal(words: str, count: int) -> str:
    return f"{count} × {words}" if words and count > 1 else words or f"{count} ×"


def _set(one: Mapping[str, Any]) -> str:
    rpe = f" RPE {plain(one['rpe'])}" if "rpe" in one else ""
    kind = f" ({display(SetKind(one['kind']))})" if one.get("kind", SetKind.NORMAL) != SetKind.NORMAL else ""
    note = f" // {' '.join(str(one['note']).split())}" if one.get("note") else ""
    return f"{_numbers(one)}{rpe}{kind}{note}".strip()


def _numbers(one: Mapping[str, Any]) -> str:
    """What one set amounts to: `5 × 100 kg`, `12`, `5.2 km in 30 min`, `45 s`."""
    parts = [str(one["reps"])] if "reps" in one else []
    if "weight_kg" in one:
        parts.append(f"{plain(one['weight_kg'])} kg")
    told = " × ".join(parts)
    if "distance_km" in one:
        told = " ".join(filter(None, (told, f"{plain(one['distance_km'])} km")))
    if "duration_s" in one:
        told = " in ".join(filter(None, (told, _time(one["duration_s"]))))
    return told


def _time(seconds: int) -> str:
    if seconds < 120:
        return f"{seconds} s"
    minutes, rest = divmod(seconds, 60)
    return f"{minutes} min {rest} s" if rest else f"{minutes} min"
