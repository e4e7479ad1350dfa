"""An entry that was spelled as a line, changed and read again: which records change, and how.

Three stand beside each other: the record as it is, what its line says when it is read back, and what the
changed line says.  Only what differs between the two lines is changed, so that nothing is lost that a line
cannot say: the source of an import, the seconds of a time, what a record is linked to.
"""

from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from journal.records import Entry, Record, Session, SessionDetails, Set, Workout, columns

Pairs = list[tuple[Record | None, Record | None]]
"""Records before and after: None before = new, None after = taken out."""

_DATE = "date"
"""The key of a check-in: a line for another day makes it one of that day."""

R = TypeVar("R", bound=Record)


def all_of(entries: Iterable[Entry]) -> list[Record]:
    """The records of entries; a workout comes before its sets."""
    records: list[Record] = []
    for entry in entries:
        if isinstance(entry, Session):
            records += [entry.workout, *entry.sets]
        elif isinstance(entry, Record):
            records.append(entry)
    return records


def removals(entries: Iterable[Entry]) -> Pairs:
    """The changes that take entries out; the sets of a workout go with it."""
    return [(one, None) for one in all_of(entries) if not isinstance(one, Set)]


def replacements(old: Sequence[Entry], said: Sequence[Entry], new: Sequence[Entry]) -> Pairs:
    """The changes that put `new` where `old` stood, when `said` is the line of `old` read back.

    Records of one kind are paired in their order and keep their keys, but for the day of a check-in; pairs that are
    equal are left out.
    """
    pairs: Pairs = []
    home = next((one for one in all_of(old) if isinstance(one, Workout)), None)
    for kind in dict.fromkeys(type(one) for one in [*all_of(old), *_told(new)]):
        before = [one for one in all_of(old) if type(one) is kind]
        told = [one for one in _told(said) if type(one) is kind]
        after = [one for one in _told(new) if type(one) is kind]
        for place, record in enumerate(after):
            if place >= len(before):
                pairs.append((None, _at_home(record, home, before, place)))
                continue
            base = told[place] if len(told) == len(before) else before[place]
            merged = _merge(before[place], base, record)
            if merged.key != before[place].key:
                pairs += [(before[place], None), (None, merged)]
            elif merged != before[place]:
                pairs.append((before[place], merged))
        pairs += [(one, None) for one in before[len(after) :]]
    gone = {before.id for before, after in pairs if isinstance(before, Workout) and after is None}
    return [(one, to) for one, to in pairs if not (isinstance(one, Set) and one.workout_id in gone)]


def _merge(old: R, said: R, new: R) -> R:
    """The old record with every field that the two lines tell differently, its day among them."""
    changes: dict[str, Any] = {}
    for column in columns(type(old)):
        name = column.name
        stays = column.references or (name in old.KEY and name != _DATE)
        if not stays and getattr(new, name) != getattr(said, name):
            changes[name] = getattr(new, name)
    return old.but(**changes)


def _at_home(record: Record, home: Workout | None, before: Sequence[Record], place: int) -> Record:
    """A further set goes to the workout that is edited, behind the sets that it has."""
    if not isinstance(record, Set) or home is None:
        return record
    last = max((one.position for one in before if isinstance(one, Set)), default=0)
    return record.but(workout_id=home.id, position=last + 1 + place - len(before))


def _told(entries: Sequence[Entry]) -> list[Record]:
    """The records of a line: its exercises are one workout, and `session ...` completes it."""
    records: list[Record] = []
    for entry in entries:
        home = next((place for place, one in enumerate(records) if isinstance(one, Workout)), None)
        if isinstance(entry, SessionDetails):
            if home is not None:
                records[home] = records[home].but(**entry.changes)
        elif isinstance(entry, Session) and home is not None and _same_kind(records[home], entry):
            records += entry.sets
        else:
            records += all_of([entry])
    return records


def _same_kind(workout: Record, session: Session) -> bool:
    return isinstance(workout, Workout) and workout.kind is session.workout.kind
