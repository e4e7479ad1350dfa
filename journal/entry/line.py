"""A whole line: its note, its entries one after the other, and the time that each was for."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from journal.columns import InvalidRecord
from journal.entry.cursor import Cursor
from journal.entry.doubt import Misplaced, NotUnderstood, Understood, quoted
from journal.entry.echo import say_entry
from journal.entry.endurance import read_endurance
from journal.entry.heads import HEADS, Here
from journal.entry.naming import Named, belongs, end_of_name, exact, has_sets, near, settled
from journal.entry.strength import read_strength
from journal.entry.when import Moment, Times, when_ends
from journal.entry.writer import Writer
from journal.records import Entry, Session, SessionDetails
from journal.vocabulary import ENDURANCE_KINDS, WorkoutKind

_AT = re.compile(r"at\s+")
_ANOTHER = "stands after ;"


def parse(
    line: str, writer: Writer, *, at: datetime | None = None, at_known: bool = True
) -> tuple[Understood, ...]:
    """The entries of a quick-entry line, in order.

    `at` stands for now: words such as `yesterday` are seen from it, and entries without a time get it, with
    `time_known` False when `at_known` is False (only its date is known).  Nothing may lie after `writer.now`.
    Raises `NotUnderstood`, and nothing else, for any doubt; then nothing of the line should be recorded.
    """
    cursor = Cursor(line)
    body, note = _note(cursor)
    times = Times(at or writer.now, writer.now, writer.zone, at_known)
    if times.base > times.limit:
        raise NotUnderstood(f"{times.base:%Y-%m-%d %H:%M} is in the future", line=cursor.line, end=body)
    moment = Moment(times.base, known=at_known)
    understood: tuple[Understood, ...] = ()
    for start, end in _segments(cursor, body):
        cursor.between(start, end)
        try:
            moment = _when(cursor, times, moment, writer)
            understood += _entries(Here(cursor, moment, times, writer), note)
        except InvalidRecord as wrong:
            raise cursor.doubt(str(wrong), start, end).after(understood) from None
        except Misplaced as doubt:
            raise _advised(cursor, doubt, writer).after(understood) from None
        except NotUnderstood as doubt:
            raise doubt.after(understood) from None
    if not understood:
        sentence = "the line has no entry: write such as squat 2x5 100kg, pain lower back 4 or water 300"
        raise NotUnderstood(sentence, line=cursor.line, end=len(cursor.line))
    return understood


def _note(cursor: Cursor) -> tuple[int, str]:
    """Where the entries end, and the note that follows them."""
    mark = cursor.line.find("//")
    return (len(cursor.line), "") if mark < 0 else (mark, cursor.line[mark + 2 :].strip())


def _segments(cursor: Cursor, body: int) -> Iterator[tuple[int, int]]:
    """Start and end of each entry that is not empty, without the spaces around it."""
    start = 0
    for text in cursor.line[:body].split(";"):
        if text.strip():
            yield start + len(text) - len(text.lstrip()), start + len(text.rstrip())
        start += len(text) + 1


def _when(cursor: Cursor, times: Times, held: Moment, writer: Writer) -> Moment:
    """The time that stands before an entry, or the one held from the entries before it."""
    end = when_ends(cursor)
    if end is None or _name_end(cursor, writer) >= end:
        return held
    moment = times.take(cursor, held.day)
    if cursor.done:
        raise cursor.doubt(
            f"after {quoted(cursor.line[cursor.begin : cursor.end])} stands what was then", cursor.begin
        )
    return moment or held


def _name_end(cursor: Cursor, writer: Writer) -> int:
    """Where the longest exact name at the cursor ends: `sun salutation` is longer than `sun`."""
    head, named = HEADS.at(cursor), exact(cursor, writer.catalogue)
    return max(head[1] if head else -1, named.end if named else -1)


def _entries(here: Here, note: str) -> tuple[Understood, ...]:
    cursor, writer = here.cursor, here.writer
    head, named = HEADS.at(cursor), exact(cursor, writer.catalogue)
    if head is not None and (named is None or head[1] >= named.end):
        cursor.move(head[1])
        entries, read_as = head[0].read(here), ""
    elif named is not None:
        entries, read_as = _exactly_or_nearly(here, named)
    else:
        near_miss = near(cursor, writer.catalogue)
        entries, read_as = (_exercise(here, near_miss),), near_miss.read_as
    noted = [_with_note(entry, note) for entry in entries]
    return tuple(Understood(entry, say_entry(entry, here.moment, writer, read_as)) for entry in noted)


def _exactly_or_nearly(here: Here, named: Named) -> tuple[tuple[Session, ...], str]:
    """The exercise of an exact name; or of a longer one that is clearly meant: "bench pres" is not a bench."""
    cursor, start = here.cursor, here.cursor.pos
    try:
        return (_exercise(here, named),), ""
    except NotUnderstood as doubt:
        cursor.move(start)
        if doubt.start >= end_of_name(cursor) or not cursor.line[named.end : doubt.start].isspace():
            raise
        try:
            longer = near(cursor, here.writer.catalogue)
        except NotUnderstood:
            raise doubt from None
        if not belongs(cursor.line[named.end : longer.end], longer.exercise):
            raise doubt
    return (_exercise(here, longer),), longer.read_as


def _exercise(here: Here, named: Named) -> Session:
    cursor, writer = here.cursor, here.writer
    exercise = settled(cursor, named, writer.catalogue)
    cursor.move(named.end)
    in_sets = exercise.kind is WorkoutKind.STRENGTH or (
        exercise.kind not in ENDURANCE_KINDS and has_sets(cursor)
    )
    if in_sets:
        return read_strength(cursor, exercise, here.moment, writer.weight_unit)
    return read_endurance(cursor, exercise, here.moment, writer.distance_unit)


def _advised(cursor: Cursor, doubt: Misplaced, writer: Writer) -> NotUnderstood:
    """The doubt about a misplaced word; of a time, or the first word of an entry, it is said where that stands."""
    entry = cursor.line[cursor.begin : doubt.start].strip()
    if not entry:
        return doubt
    cursor.move(doubt.start)
    cursor.take(_AT)
    end = when_ends(cursor)
    if end is not None:
        said, time = cursor.line[doubt.start : end], cursor.line[cursor.pos : end]
        sentence = f"{quoted(said)} is a time, which stands before its entry: {quoted(f'{time} {entry}')}"
        return cursor.doubt(sentence, doubt.start, end)
    begins_entry = cursor.pos == doubt.start and _name_end(cursor, writer) > cursor.pos
    if begins_entry and not doubt.sentence.endswith(_ANOTHER):
        return cursor.doubt(f"{doubt.sentence}; another entry {_ANOTHER}", doubt.start, doubt.end)
    return doubt


def _with_note(entry: Entry, note: str) -> Entry:
    if not note:
        return entry
    if isinstance(entry, Session):
        return replace(entry, workout=entry.workout.but(note=note))
    if isinstance(entry, SessionDetails):
        return replace(entry, changes=entry.changes | {"note": note})
    return entry.but(note=note)
