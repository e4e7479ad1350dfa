"""How the program says an entry back: one friendly line, without markup."""

from collections.abc import Iterator
from itertools import groupby

from journal.entry.said import clock_said, distance_said, mass_said, minutes_said, plain
from journal.entry.when import Moment
from journal.entry.writer import Writer
from journal.place_names import listed, spoken
from journal.records import (
    Care,
    CheckIn,
    Drink,
    Entry,
    Pain,
    Session,
    SessionDetails,
    Set,
    SymptomEntry,
    Urine,
)
from journal.vocabulary import (
    ENDURANCE_KINDS,
    CareKind,
    Mechanism,
    Radiation,
    SetKind,
    WorkoutKind,
    display,
)

_SIGNS = {
    "sudden": ("sudden", "not sudden"),
    "pop_heard": ("pop", "no pop"),
    "bruising": ("bruised", "not bruised"),
    "swelling": ("swollen", "not swollen"),
    "limits_movement": ("limits movement", "does not limit movement"),
    "flare": ("flare", "no flare"),
}
_SET_KINDS = {SetKind.WARMUP: " warm-up", SetKind.DROP: " drop set", SetKind.FAILURE: " to failure"}


def say_entry(entry: Entry, moment: Moment, writer: Writer, read_as: str = "") -> str:
    """The entry in words, with its time when that is not now, its note, and the exercise it was `read_as`."""
    words = say(entry, writer)
    if read_as:
        words += f" (read as {read_as})"
    if note := _note(entry):
        words += f", note: {' '.join(note.split())}"
    if not moment.known:
        return f"{words} ({moment.at:%Y-%m-%d}, time not known)"
    if moment.at == writer.now:
        return words
    same_day = moment.at.date() == writer.now.date()
    return f"{words} ({moment.at:%H:%M})" if same_day else f"{words} ({moment.at:%Y-%m-%d %H:%M})"


def say(entry: Entry, writer: Writer) -> str:
    """What an entry says on one line, without its time and note: "squat, 2 × 5 × 100 kg, RPE 8"."""
    return " ".join(_said(entry, writer).split())


def _said(entry: Entry, writer: Writer) -> str:
    match entry:
        case Session():
            return _session(entry, writer)
        case SessionDetails():
            return _details(entry)
        case Pain():
            return _pain(entry)
        case SymptomEntry():
            return _symptom(entry)
        case Drink():
            return f"{entry.drink or 'drink'} {entry.volume_ml} ml"
        case Urine():
            return _urine(entry)
        case Care():
            return _care(entry)
        case CheckIn():
            return _checkin(entry, writer)
    return f"{entry.TABLE} {entry.key}"


def _pain(pain: Pain) -> str:
    said = [
        f"{listed(pain.region, pain.side)}: {pain.score}",
        *(display(quality) for quality in pain.qualities),
    ]
    if pain.context is not None:
        said.append(display(pain.context))
    said += (words[not value] for name, words in _SIGNS.items() if (value := getattr(pain, name)) is not None)
    if pain.radiates_to is not None:
        said.append(_radiation(pain.radiates_to))
    if pain.mechanism is not None:
        said.append("nothing set it off" if pain.mechanism is Mechanism.NONE else f"from {pain.mechanism}")
    if pain.onset_at is not None:
        pattern = "%H:%M" if pain.onset_at.date() == pain.at.date() else "%Y-%m-%d %H:%M"
        said.append(f"since {pain.onset_at:{pattern}}")
    return ", ".join(said)


def _radiation(target: Radiation) -> str:
    if target is Radiation.NONE:
        return "does not radiate"
    return (
        "goes down below the knee"
        if target is Radiation.BELOW_KNEE
        else f"goes down to the {display(target)}"
    )


def _urine(urine: Urine) -> str:
    said = [f"urine colour {urine.color}"]
    said += ["first of the day"] * bool(urine.first_of_day) + ["with vitamins"] * bool(urine.vitamin_b)
    return ", ".join(said)


def _symptom(symptom: SymptomEntry) -> str:
    side = f", {display(symptom.side)}" if symptom.side is not None else ""
    return f"{display(symptom.symptom)}{side}: {'yes' if symptom.present else 'no'}"


def _care(care: Care) -> str:
    oral = care.kind is CareKind.ORAL_ANALGESIC
    said = [display(care.drug) if oral and care.drug is not None else display(care.kind)]
    if care.dose_mg is not None:
        said[0] += f" {care.dose_mg} mg"
    if care.region is not None:
        said.append(spoken(care.region, care.side))
    elif care.side is not None:
        said.append(display(care.side))
    if care.duration_min is not None:
        said.append(minutes_said(care.duration_min))
    said += ("wrapped" if value else "not wrapped" for value in (care.wrapped,) if value is not None)
    said += ("direct" if value else "not direct" for value in (care.direct_pressure,) if value is not None)
    return ", ".join(said)


def _checkin(checkin: CheckIn, writer: Writer) -> str:
    weight = checkin.body_weight_kg
    said = {
        "sleep": _hours(checkin.sleep_h),
        "sleep quality": checkin.sleep_quality,
        "slept on": checkin.sleep_position,
        "stress": checkin.stress,
        "weight": None if weight is None else mass_said(weight, writer.weight_unit),
        "sitting": _hours(checkin.sitting_h),
        "cigarettes": checkin.cigarettes,
        "in bed": _hours(checkin.bed_rest_h),
    }
    return ", ".join(f"{word} {value}" for word, value in said.items() if value is not None)


def _hours(hours: float | None) -> str | None:
    return None if hours is None else f"{plain(hours)} h"


def _details(details: SessionDetails) -> str:
    changes = details.changes
    said = [display(changes["kind"])] if "kind" in changes else []
    if "duration_min" in changes:
        said.append(minutes_said(changes["duration_min"]))
    if "session_rpe" in changes:
        said.append(f"RPE {plain(changes['session_rpe'])}")
    said += (
        f"{words} {minutes_said(changes[name])}"
        for name, words in (("warmup_min", "warm-up"), ("cooldown_min", "cool-down"))
        if name in changes
    )
    said += (display(word) for word in changes.get("form_flags", ()))
    if "surface" in changes:
        said.append(display(changes["surface"]))
    if changes.get("stopped_for_pain"):
        said.append("stopped for pain")
    return f"session: {', '.join(said)}"


def _session(session: Session, writer: Writer) -> str:
    workout = session.workout
    one_stretch = len(session.sets) == 1 and session.sets[0].reps is None
    if workout.kind in ENDURANCE_KINDS or (one_stretch and workout.kind is not WorkoutKind.STRENGTH):
        first = session.sets[0] if session.sets else None
        said = [_stretch(first, writer) if first else display(workout.kind)]
        if workout.session_rpe is not None:
            said.append(f"RPE {plain(workout.session_rpe)}")
        if workout.surface is not None:
            said.append(display(workout.surface))
        return ", ".join(said)
    exercises = groupby(session.sets, key=lambda one: one.exercise)
    return "; ".join(_exercise(slug, list(sets), writer) for slug, sets in exercises) or display(workout.kind)


def _stretch(one: Set, writer: Writer) -> str:
    said = exercise_said(one.exercise, writer)
    if one.distance_km is not None:
        said += f" {distance_said(one.distance_km, writer.distance_unit)}"
        return said if one.duration_s is None else f"{said} in {clock_said(one.duration_s)}"
    return said if one.duration_s is None else f"{said} {minutes_said(one.duration_s / 60)}"


def _exercise(slug: str, sets: list[Set], writer: Writer) -> str:
    said = [exercise_said(slug, writer), *_runs(sets, writer)]
    rpes = {one.rpe for one in sets}
    if len(rpes) == 1 and (rpe := rpes.pop()) is not None:
        said.append(f"RPE {plain(rpe)}")
    return ", ".join(said)


def _runs(sets: list[Set], writer: Writer) -> Iterator[str]:
    for (reps, seconds, weight, kind), run in groupby(
        sets, key=lambda one: (one.reps, one.duration_s, one.weight_kg, one.kind)
    ):
        each = [f"{len(list(run))}"]
        if reps is not None:
            each.append(f"{reps}")
        if seconds is not None:
            each.append(f"{seconds} s")
        if weight is not None:
            each.append(mass_said(weight, writer.weight_unit))
        yield " × ".join(each) + _SET_KINDS.get(kind, "")


def exercise_said(slug: str, writer: Writer) -> str:
    """The exercise's name in running text; its slug when the catalogue does not have it."""
    exercise = writer.catalogue.get(slug)
    if exercise is None:
        return slug
    return exercise.name if exercise.own else exercise.name.lower()


def _note(entry: Entry) -> str:
    if isinstance(entry, Session):
        return entry.workout.note
    if isinstance(entry, SessionDetails):
        return str(entry.changes.get("note", ""))
    return str(getattr(entry, "note", ""))
