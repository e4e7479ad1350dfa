"""What a workout is begun with: the last one, what each exercise had last time, recent exercises, templates."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import groupby
from typing import TYPE_CHECKING

from journal.records import Session, TemplateSet
from journal.tui.draft.model import LastTime, row_of
from journal.vocabulary import WorkoutKind

if TYPE_CHECKING:
    from journal.entry import Writer
    from journal.storage import Store

_LOOK_BACK = timedelta(days=180)
"""How far back workouts are read at once; an exercise that was done before that is looked up by itself."""
_GOES_ON = timedelta(minutes=90)
"""So long after its end a workout is gone on with, as exercise lines join one."""


@dataclass(frozen=True, slots=True)
class Template:
    """A named workout with its planned sets in order."""

    name: str
    sets: tuple[TemplateSet, ...]


@dataclass(frozen=True, slots=True)
class Shelf:
    """What is at hand when a workout is written.

    `last` is the latest workout that has sets; `times` what each exercise had when it was last done, by its slug;
    `recent` the slugs of exercises, the latest first; `open` the workout of that day to go on with.
    """

    last: Session | None = None
    times: Mapping[str, LastTime] = field(default_factory=dict)
    recent: tuple[str, ...] = ()
    templates: tuple[Template, ...] = ()
    open: Session | None = None


def shelf(
    store: "Store", writer: "Writer", day: date, edited: Session | None = None, *, go_on: bool = False
) -> Shelf:
    """What is at hand on `day`; of a workout that is `edited` or, with `go_on`, open, what was before it."""
    day = edited.workout.started_at.date() if edited is not None else day
    sessions = store.sessions(since=day - _LOOK_BACK, until=day)
    open_one = _to_go_on_with(store, writer.now, sessions) if day == writer.now.date() else None
    sessions = _before(sessions, edited or (open_one if go_on else None))
    times = dict(last_times(sessions))
    used = store.use()
    # `use` knows the very last day: enough for a workout that is written now, and read only where it is needed.
    older = sorted(
        (slug for slug in used if slug not in times), key=lambda slug: used[slug].last, reverse=True
    )
    last = next((one for one in reversed(sessions) if one.sets), None)
    if last is None and older and edited is None:
        last = _latest(store, min(used[older[0]].last, day))
    return Shelf(last, times, (*times, *older), templates(store), open_one)


def last_time(store: "Store", slug: str, until: date) -> LastTime | None:
    """What one exercise had when it was last done on or before a day; None when it never was."""
    sessions = [one for one in store.sessions_of(slug) if one.workout.started_at.date() <= until]
    return dict(last_times(sessions)).get(slug)


def there(store: "Store", key: str) -> Session | None:
    """A workout as it is in the journal now, by its id; None when it was taken out."""
    from journal.records import Workout

    workout = store.get(Workout, key)
    if workout is None:
        return None
    day = workout.started_at.date()
    return next(one for one in store.sessions(since=day, until=day) if one.workout.id == workout.id)


def templates(store: "Store") -> tuple[Template, ...]:
    """All templates by their names, with their sets in order."""
    planned = sorted(
        store.rows(TemplateSet), key=lambda one: (one.template.casefold(), one.template, one.position)
    )
    return tuple(Template(name, tuple(sets)) for name, sets in groupby(planned, key=lambda one: one.template))


def last_times(sessions: Iterable[Session]) -> Iterable[tuple[str, LastTime]]:
    """Each exercise of the workouts (in order of time) with what it had in the latest one; the latest come first."""
    found: set[str] = set()
    for session in reversed(list(sessions)):
        for slug in dict.fromkeys(one.exercise for one in session.sets):
            if slug not in found:
                found.add(slug)
                rows = tuple(row_of(one) for one in session.sets if one.exercise == slug)
                yield slug, LastTime(session.workout.started_at.date(), rows)


def _before(sessions: list[Session], edited: Session | None) -> list[Session]:
    if edited is None:
        return sessions
    begun = edited.workout
    return [
        one for one in sessions if one.workout.id != begun.id and one.workout.started_at <= begun.started_at
    ]


def _latest(store: "Store", day: date) -> Session | None:
    return next((one for one in reversed(store.sessions(since=day, until=day)) if one.sets), None)


def _to_go_on_with(store: "Store", now: datetime, sessions: list[Session]) -> Session | None:
    """The workout that a line would join, or one of today that ended so lately."""
    joined = store.workout_to_join(now)
    if joined is not None:
        return joined
    ended = [one for one in sessions if one.workout.kind is WorkoutKind.STRENGTH and _goes_on(one, now)]
    return ended[-1] if ended else None


def _goes_on(session: Session, now: datetime) -> bool:
    workout = session.workout
    end = workout.started_at + timedelta(minutes=workout.duration_min or 0)
    return (
        workout.time_known is not False
        and workout.started_at.date() == now.date()
        and workout.started_at <= now <= end + _GOES_ON
    )
