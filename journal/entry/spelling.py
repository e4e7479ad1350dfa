"""The other way round: an entry as the line that is read as it."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any

from journal.clock import in_offset
from journal.entry.care import CARES
from journal.entry.checkin import FIELDS
from journal.entry.doubt import NotUnderstood
from journal.entry.echo import say
from journal.entry.line import parse
from journal.entry.pain import CONTEXTS, SIGNS
from journal.entry.spelling_workouts import details_words, mass_words, minutes_words, session_words
from journal.entry.writer import Writer
from journal.errors import Refused
from journal.records import (
    Care,
    CheckIn,
    Drink,
    Entry,
    Pain,
    Session,
    SessionDetails,
    SymptomEntry,
    Urine,
    Workout,
    columns,
)
from journal.vocabulary import CareKind, Radiation, SetKind, display

_NOT_WRITTEN = frozenset({"id", "workout_id", "pain_id", "position", "source"})
"""Fields that tie a record to others; they have no words and are no part of what was said."""

_SIGN_WORDS = {field: word for word, field in reversed(SIGNS.items())}


def spell(entry: Entry, writer: Writer) -> str:
    """The line that `parse` reads as this entry, with a time before it when that is not now.

    Times are kept to the minute.  A workout of several exercises becomes several entries joined by ";", which
    the journal joins again.  Raises `Refused` when quick entry has no words for something in the entry.
    """
    line = f"{_when(entry, writer)}{_words(entry, writer)}{_note(entry)}"
    try:
        read = parse(line, writer)
    except NotUnderstood as doubt:
        raise Refused(
            f"quick entry has no line for this entry ({say(entry, writer)}): {doubt.sentence}"
        ) from None
    if _content(_joined([one.entry for one in read])) != _content(entry):
        raise Refused(f"quick entry cannot say all of this entry ({say(entry, writer)})")
    return line


def _words(entry: Entry, writer: Writer) -> str:
    match entry:
        case Session():
            return session_words(entry, writer)
        case SessionDetails():
            return details_words(entry.changes)
        case Pain():
            return _pain(entry, writer)
        case SymptomEntry():
            words = ["symptom", str(entry.symptom), entry.side or "", "" if entry.present else "no"]
            return " ".join(word for word in words if word)
        case Drink():
            return f"{entry.drink or 'drink'} {entry.volume_ml}ml"
        case Urine():
            return f"urine {entry.color}{' first' * bool(entry.first_of_day)}{' vitamins' * bool(entry.vitamin_b)}"
        case Care():
            return _care(entry)
        case CheckIn():
            return _checkin(entry, writer)
    raise Refused(f"quick entry does not write {entry.TABLE}")


def _pain(pain: Pain, writer: Writer) -> str:
    words = [
        "pain",
        display(pain.side) if pain.side else "",
        display(pain.region),
        f"{pain.score}",
        *pain.qualities,
    ]
    if pain.context is not None:
        words.append(next(word for word, context in CONTEXTS.items() if context is pain.context))
    for field, word in _SIGN_WORDS.items():
        said = getattr(pain, field)
        words += [] if said is None else [word] if said else ["no", word]
    if pain.radiates_to is not None:
        to = f"to {display(pain.radiates_to)}"
        words.append("no radiating" if pain.radiates_to is Radiation.NONE else to)
    words.append(pain.mechanism or "")
    if pain.onset_at is not None:
        now = pain.onset_at == writer.now
        day = in_offset(pain.at, writer.zone).date()
        words.append("since today" if now else f"since {_clock(pain.onset_at, writer, day)}")
    return " ".join(word for word in words if word)


def _care(care: Care) -> str:
    if care.kind is CareKind.ORAL_ANALGESIC:
        dose = "" if care.dose_mg is None else f" {care.dose_mg}mg"
        return f"{care.drug or 'painkiller'}{dose}"
    words = [
        next(word for word, kind in CARES.items() if kind is care.kind),
        care.side or "",
        care.region or "",
    ]
    words.append("" if care.duration_min is None else minutes_words(care.duration_min))
    for word, said in (("wrapped", care.wrapped), ("direct", care.direct_pressure)):
        words.append("" if said is None else word if said else f"no {word}")
    return " ".join(word for word in words if word)


def _checkin(checkin: CheckIn, writer: Writer) -> str:
    words = []
    for word, field in FIELDS.items():
        value = getattr(checkin, field, None)
        if field == "body_weight_kg" and value is not None:
            value = mass_words(value, writer.weight_unit)
        if value is not None:
            words.append(f"{word} {value}")
    return " ".join(words)


def _when(entry: Entry, writer: Writer) -> str:
    """The words for the entry's time, with a space after them; none when it is now."""
    if isinstance(entry, CheckIn) and entry.at is None:
        return f"{entry.date} "
    said = entry.workout if isinstance(entry, Session) else entry
    at: datetime = said.started_at if isinstance(said, Workout) else getattr(said, "at", writer.now)
    if at == writer.now:
        return ""
    if getattr(said, "time_known", None) is False:
        return f"{in_offset(at, writer.zone):%Y-%m-%d} "
    return f"{_clock(at, writer, in_offset(writer.now, writer.zone).date())} "


def _clock(at: datetime, writer: Writer, day: date) -> str:
    """A time to the minute, with its date when that is not `day`."""
    local = in_offset(at, writer.zone).replace(second=0)
    naive = local.replace(tzinfo=None)
    if in_offset(naive, writer.zone) != local:
        # The second of two such times, in the night when the clocks go back.
        return f"{round((writer.now - at).total_seconds() / 60)}min ago"
    return f"{local:%H:%M}" if local.date() == day else f"{local:%Y-%m-%d %H:%M}"


def _note(entry: Entry) -> str:
    match entry:
        case Session():
            note = entry.workout.note
        case SessionDetails():
            note = entry.changes.get("note", "")
        case _:
            note = getattr(entry, "note", "")
    return f" // {note}" if note else ""


def _joined(entries: Sequence[Entry]) -> Entry:
    """The entries of a line as the one workout that the journal makes of them; else the first."""
    sessions = [one for one in entries if isinstance(one, Session)]
    if not sessions:
        return entries[0]
    workout = sessions[0].workout
    for details in (one for one in entries if isinstance(one, SessionDetails)):
        workout = workout.but(**details.changes)
    return Session(workout, tuple(one for session in sessions for one in session.sets))


def _content(entry: Entry) -> object:
    """What an entry says, in a form to compare: times to the minute, defaults filled in."""
    if isinstance(entry, Session):
        return _content(entry.workout), [_content(one) for one in entry.sets]
    if isinstance(entry, SessionDetails):
        return _compared("at", entry.at), entry.time_known is not False, entry.changes
    return {
        column.name: _compared(column.name, getattr(entry, column.name))
        for column in columns(type(entry))
        if column.name not in _NOT_WRITTEN
    }


def _compared(name: str, value: Any) -> object:
    if isinstance(value, datetime):
        return value.astimezone(UTC).replace(second=0)
    if name == "time_known":
        return value is not False
    return None if value is SetKind.NORMAL else value
