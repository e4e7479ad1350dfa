"""A foreign file beside the journal: what that has from elsewhere is left out, what it has already is the same."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from journal.columns import one_line
from journal.importing.asked import Asked
from journal.importing.doubles import Double, doubles
from journal.importing.reordered import in_their_order
from journal.interchange.imported import Alike, Imported, Skipped
from journal.interchange.own import journal_files
from journal.interchange.recognise import title
from journal.records import CheckIn, OwnExercise, Record, Session, Set, Workout

if TYPE_CHECKING:
    from journal.storage import Store

DOUBLE = Alike(
    "session that the journal seems to have already",
    "sessions that the journal seems to have already",
)
"""What `Asked.keep_doubles` brings in."""
_OTHER_CHECK_IN = Alike(
    "check-in of a day that has another one in the journal",
    "check-ins of days that have another one in the journal",
)
_TOLD = {
    "body_weight_kg": "body weight {:.10g} kg",
    "sleep_h": "sleep {:.10g} h",
    "sleep_quality": "sleep quality {}",
    "sleep_position": "sleep position {}",
    "stress": "stress {}",
    "sitting_h": "sitting {:.10g} h",
    "cigarettes": "cigarettes {}",
    "bed_rest_h": "bed rest {:.10g} h",
    "note": "its note",
}
"""What a check-in may tell, in words."""
_A_DAY = timedelta(days=1)
_TITLE = 40
"""Characters of a workout's title that a sentence repeats."""


class _Why(NamedTuple):
    """Why a record is left out."""

    reason: str
    alike: Alike


def sifted(read: Imported, store: "Store", earlier: Collection[Record], asked: Asked) -> Imported:
    """What was read without the check-ins and sessions that are told already, each named in `skipped`.

    Sessions that the journal has from the same program keep their order of sets.  `earlier` are the records of
    the files before it, which will be in the journal.  Our own files are the journal's word, and come in as they
    are.
    """
    if read.source == journal_files.NAME:
        return read
    found = list(_sessions(read.records))
    there = _there(found, store, earlier)
    read = in_their_order(read, found, there)
    known = _days(read, store, earlier)
    out: dict[tuple[str, str], _Why] = {
        (CheckIn.TABLE, one.key): _Why(_other(one, there_is), _OTHER_CHECK_IN)
        for one in read.records
        if isinstance(one, CheckIn) and (there_is := known.get(one.date, one)) != one
    }
    if not asked.keep_doubles:
        alike = doubles(found, there)
        out |= {(Workout.TABLE, one.found.key): _Why(_said(one), DOUBLE) for one in alike}
        read = replace(read, notes=[*read.notes, *_poorer(alike, [*found, *there])])
    return _without(read, out) if out else read


def _days(read: Imported, store: "Store", earlier: Iterable[Record]) -> dict[object, CheckIn]:
    """The check-ins of the journal on the days that the file has check-ins of."""
    days = [one.date for one in read.records if isinstance(one, CheckIn)]
    if not days:
        return {}
    there = store.rows(CheckIn, since=min(days), until=max(days))
    return {one.date: one for one in (*there, *(one for one in earlier if isinstance(one, CheckIn)))}


def _other(found: CheckIn, there: CheckIn) -> str:
    """Which day it is, and what the file tells of it that the journal does not.

    It stays out: an import only adds records, so that taking it back leaves every other one as it was.
    """
    more = [
        words.format(value)
        for name, words in _TOLD.items()
        if (value := getattr(found, name)) not in (None, "") and getattr(there, name) in (None, "")
    ]
    lacking = f", which does not tell {', '.join(more)}" if more else ""
    return f"check-in of {found.date}: the journal has another one of that day{lacking}"


def _there(found: Sequence[Session], store: "Store", earlier: Collection[Record]) -> list[Session]:
    """The sessions of the journal, and of the files before, on the days of those found and around them."""
    if not found:
        return []
    days = [session.workout.started_at.date() for session in found]
    return [*store.sessions(since=min(days) - _A_DAY, until=max(days) + _A_DAY), *_sessions(earlier)]


def _sessions(records: Iterable[Record]) -> Iterator[Session]:
    """The workouts among the records with their sets, in their order."""
    sets: dict[object, list[Set]] = {}
    workouts: list[Workout] = []
    for one in records:
        if isinstance(one, Set):
            sets.setdefault(one.workout_id, []).append(one)
        elif isinstance(one, Workout):
            workouts.append(one)
    return (Session(one, tuple(sets.get(one.id, ()))) for one in workouts)


def _poorer(alike: Sequence[Double], sessions: Iterable[Session]) -> Iterator[str]:
    """Says when sets stay out for sessions that have none, such as those of a watch: the order can be changed."""
    with_sets = {session.workout.id for session in sessions if session.sets}
    poorer = [one.there for one in alike if one.found.id in with_sets and one.there.id not in with_sets]
    if poorer:
        whence = ", ".join(sorted({title(one.source) if one.source else "you" for one in poorer}))
        what = "1 session that is left out" if len(poorer) == 1 else f"{len(poorer):,} of those left out"
        has = "has" if len(poorer) == 1 else "have"
        yield (
            f"{what} {has} sets, and the journal's, from {whence}, {has} none: to have the sets, "
            "take that import back, bring this file in, and then the other one again"
        )


def _said(double: Double) -> str:
    """Which session it is, and what it looks like: "2026-11-20 18:30, Push: looks like Evening from Hevy, 18:32"."""
    there = double.there
    whence = f"from {title(there.source)}" if there.source else "of your own"
    same_day = there.started_at.date() == double.found.started_at.date()
    when = _clock(there) if same_day else _moment(there)
    what = f"{_name(there)} {whence}" + (f", {when}" if when else "")
    return f"{_moment(double.found)}, {_name(double.found)}: looks like {what}"


def _moment(workout: Workout) -> str:
    return f"{workout.started_at.date()} {_clock(workout)}".strip()


def _clock(workout: Workout) -> str:
    return "" if workout.time_known is False else f"{workout.started_at:%H:%M}"


def _name(workout: Workout) -> str:
    name = one_line(workout.title) or workout.kind.value
    return name if len(name) <= _TITLE else f"{name[: _TITLE - 1]}…"


def _without(read: Imported, out: dict[tuple[str, str], _Why]) -> Imported:
    """What was read without these records, the sets of these workouts, and exercises that nothing else names."""
    left = [one for one in read.records if _whole(one) not in out]
    used = {one.exercise for one in left if isinstance(one, Set)}
    unused = {
        one.slug
        for one in read.records
        if isinstance(one, OwnExercise) and one.name in read.new_exercises and one.slug not in used
    }
    gone = {one.name for one in read.records if isinstance(one, OwnExercise) and one.slug in unused}
    # Every row of the file that becomes no record is told, those of a workout with their reason once.
    rows = {
        (read.places[key].line if (key := (one.TABLE, one.key)) in read.places else 0, out[_whole(one)]): None
        for one in read.records
        if _whole(one) in out
    }
    skipped = [Skipped(line, why.reason, alike=why.alike) for line, why in rows]
    told = {one.line for one in skipped if one.line}
    before = [one for one in read.skipped if not (one.came_in and one.line in told)]
    return replace(
        read,
        records=[one for one in left if not (isinstance(one, OwnExercise) and one.slug in unused)],
        skipped=_in_order([*before, *skipped]),
        new_exercises=[name for name in read.new_exercises if name not in gone],
    )


def _whole(record: Record) -> tuple[str, str]:
    """Table and key of the record that it stands or falls with."""
    if isinstance(record, Set):
        return Workout.TABLE, str(record.workout_id)
    return record.TABLE, record.key


def _in_order(skipped: Sequence[Skipped]) -> list[Skipped]:
    return sorted(skipped, key=lambda one: one.line)
