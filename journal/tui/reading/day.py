"""The records of a day as the lines that the page shows.  Works in the store's thread."""

from collections.abc import Iterator, Sequence
from dataclasses import fields
from datetime import date, datetime
from itertools import groupby
from typing import TYPE_CHECKING

from journal.columns import one_line
from journal.entry import Writer, say
from journal.records import (
    Care,
    CheckIn,
    Drink,
    Pain,
    Record,
    Session,
    SessionDetails,
    SymptomEntry,
    Urine,
    checkin_at,
)
from journal.tui.reading.views import DayView, Line
from journal.vocabulary import ENDURANCE_KINDS, Symptom, display

if TYPE_CHECKING:
    from journal.storage import Store

_LONGEST = 400
"""Characters of a line; a longer note is cut with "…", and seen in full when the entry is edited."""

_WHOLE = (
    "duration_min",
    "session_rpe",
    "warmup_min",
    "cooldown_min",
    "surface",
    "form_flags",
    "stopped_for_pain",
)
"""What is told of a workout as a whole."""
_BESIDE = ("warmup_min", "cooldown_min", "form_flags", "stopped_for_pain")
"""The same, of an endurance workout, whose own line tells the rest."""


def read_day(store: "Store", day: date, writer: Writer) -> DayView:
    """The entries of a local day in the order of time; the night before comes first."""
    drinks = store.rows(Drink, since=day, until=day)
    lines = [
        *(_checkin(one, writer) for one in store.rows(CheckIn, since=day, until=day)),
        *(_workout(one, writer) for one in store.sessions(since=day, until=day)),
        *(_plain(one, writer) for one in store.rows(Pain, since=day, until=day)),
        *(_plain(one, writer) for one in store.rows(Urine, since=day, until=day)),
        *(_plain(one, writer) for one in store.rows(Care, since=day, until=day)),
        *(_plain(one, writer, quiet=True) for one in drinks),
        *_symptoms(store.rows(SymptomEntry, since=day, until=day), writer),
    ]
    lines.sort(key=lambda line: (line.label != "night", line.at))
    return DayView(
        day=day,
        today=writer.now.date(),
        lines=tuple(lines),
        drunk_ml=sum(one.volume_ml for one in drinks),
        glass_ml=writer.glass_ml,
        never_used=not lines and store.is_empty(),
    )


def words_of(record: Record, writer: Writer) -> str:
    """A record in words with its note, in one row, cut when it is very long."""
    said = f"pain {say(record, writer)}" if isinstance(record, Pain) else say(record, writer)
    note = " ".join(getattr(record, "note", "").split())
    return _cut(f"{said} // {note}" if note else said)


def clock_of(at: datetime, *, known: bool | None) -> str:
    """A clock time; "" when only the date is known."""
    return "" if known is False else f"{at:%H:%M}"


def _plain(
    record: Pain | Urine | Care | Drink | SymptomEntry, writer: Writer, *, quiet: bool = False
) -> Line:
    label = clock_of(record.at, known=getattr(record, "time_known", None))
    return Line(_key(record), record.at, label, words_of(record, writer), (record,), quiet=quiet)


def _checkin(record: CheckIn, writer: Writer) -> Line:
    at = checkin_at(record, writer.zone)
    label = "night" if record.sleep_h is not None else clock_of(at, known=record.at is not None)
    return Line(_key(record), at, label, words_of(record, writer), (record,))


def _workout(session: Session, writer: Writer) -> Line:
    workout = session.workout
    label = clock_of(workout.started_at, known=workout.time_known)
    note = f"// {' '.join(workout.note.split())}" if workout.note else ""
    parts = [say(one, writer) for one in _by_exercise(session)]
    if workout.kind in ENDURANCE_KINDS and parts:
        head, rest = parts[0], [*parts[1:], _told(session, _BESIDE, writer)]
    elif len(parts) == 1 and not workout.title and not _told(session, _WHOLE, writer):
        head, rest = parts[0], []
    else:
        told = _told(session, _WHOLE, writer)
        head = ", ".join(filter(None, (one_line(workout.title) or display(workout.kind), told)))
        rest = parts
    more = tuple(_cut(row) for row in (*rest, note) if row)
    return Line(_key(workout), workout.started_at, label, _cut(head), (session,), more)


def _by_exercise(session: Session) -> Iterator[Session]:
    """One session for each run of sets of the same exercise."""
    for _, sets in groupby(session.sets, key=lambda one: one.exercise):
        yield Session(session.workout, tuple(sets))


def _told(session: Session, names: Sequence[str], writer: Writer) -> str:
    """What is told of the workout as a whole, in words; "" when nothing is."""
    workout = session.workout
    kept = {one.name: getattr(workout, one.name) for one in fields(workout) if one.name in names}
    said = {name: value for name, value in kept.items() if value not in (None, ())}
    return say(SessionDetails(workout.started_at, said), writer).removeprefix("session: ") if said else ""


def _symptoms(records: Sequence[SymptomEntry], writer: Writer) -> Iterator[Line]:
    """Symptoms one by one; the answers to one round of questions together."""
    for (at, pain), group in groupby(records, key=lambda one: (one.at, one.pain_id)):
        answers = tuple(sorted(group, key=lambda one: (not one.present, list(Symptom).index(one.symptom))))
        if pain is None or len(answers) == 1:
            yield from (_plain(one, writer, quiet=not one.present) for one in answers)
        else:
            words = _cut("; ".join(words_of(one, writer) for one in answers))
            quiet = not any(one.present for one in answers)
            yield Line(_key(answers[0]), at, clock_of(at, known=True), words, answers, quiet=quiet)


def _key(record: Record) -> str:
    return f"{record.TABLE}/{record.key}"


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
