"""A draft becomes records: a new workout, or the changes of one that is there."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from journal.entry.endurance import FASTEST_S_PER_KM
from journal.entry.said import clock_said
from journal.errors import Refused
from journal.records import Record, Session, Set, Workout, columns
from journal.tui.draft.model import Block, Draft, Row
from journal.tui.lines.editing import Pairs
from journal.vocabulary import WorkoutKind


def session_of(
    draft: Draft, now: datetime, *, effort: float | None = None, minutes: float | None = None
) -> Session:
    """The workout that the draft says, with the answers to how hard and how long (None = not answered).

    A start that nobody told is the moment at which the draft was begun, or as long before `now` as the workout
    took: who writes it down afterwards has begun earlier.  `Refused` when nothing was done, or cannot be true.
    """
    draft = _timed(draft, minutes)
    if draft.is_empty and draft.before is None:
        raise Refused("There is nothing to save yet: write a set, or leave the page.")
    for block in draft.blocks:
        if doubt := next((said for row in block.rows if (said := too_fast(block, row))), ""):
            raise Refused(doubt)
    changes: dict[str, Any] = {"kind": draft.kind}
    if effort is not None:
        changes["session_rpe"] = effort
    minutes = minutes if minutes is not None else long_of(draft)
    if minutes is not None:
        changes["duration_min"] = minutes
    workout = draft.head.but(**changes)
    return Session(workout.but(started_at=_started(draft, workout, now)), draft.sets())


def awaits_minutes(draft: Draft) -> bool:
    """Whether it is one stretch of which only the minutes, which are asked at saving, need be told."""
    return draft.is_empty and len(draft.blocks) == 1 and draft.kind is not WorkoutKind.STRENGTH


def long_of(draft: Draft) -> float | None:
    """The minutes of a workout whose stretches were all timed; None when they say nothing new of it.

    Sets of strength say nothing of the rests, and a workout that is there keeps its length while its times stay.
    """
    times = [row.duration_s for _, row in draft.rows() if not row.is_empty]
    if draft.kind is WorkoutKind.STRENGTH or not times:
        return None
    if draft.before is not None and times == [one.duration_s for one in draft.before.sets]:
        return None
    known = [seconds for seconds in times if seconds is not None]
    return sum(known) / 60 if len(known) == len(times) else None


def planned(draft: Draft, now: datetime) -> Session:
    """The draft as a workout to be tried through the rules, at its own time but not after `now`."""
    workout = draft.head.but(kind=draft.kind, duration_min=draft.head.duration_min or long_of(draft))
    return Session(workout.but(started_at=min(workout.started_at, now)), draft.sets())


def changes(draft: Draft, session: Session, there: Session | None) -> Pairs:
    """What is written for `session`, as records before and after; `there` is the workout as it is in the journal.

    Of a workout that was edited only what was changed is: what somebody else changed or added meanwhile stays.
    """
    new = {block.own.slug: block.own for block in draft.blocks if block.own is not None}
    own: Pairs = [(None, one) for one in new.values()]
    if draft.before is None or there is None:
        return [*own, (None, session.workout), *((None, one) for one in session.sets)]
    workout = _merged(draft.before.workout, session.workout, there.workout)
    pairs: Pairs = [] if workout == there.workout else [(there.workout, workout)]
    if _contents(session.sets) != _contents(draft.before.sets):
        pairs += _set_pairs(draft.before.sets, session.sets, there.sets)
    return [*own, *pairs]


def too_fast(block: Block, row: Row) -> str:
    """Why a distance cannot have been done in that time: it was more likely hours; "" when it can."""
    fastest = FASTEST_S_PER_KM.get(block.kind, 0)
    km, seconds = row.distance_km, row.duration_s
    if not km or seconds is None or seconds >= fastest * km:
        return ""
    hours = f"{seconds // 60}h{seconds % 60:02}" if seconds % 60 < 60 and seconds < 86400 else ""
    told = f"{clock_said(seconds)} is minutes and seconds, faster than {clock_said(fastest)} /km"
    return f"{block.name}: {told}; hours are written {hours}" if hours else f"{block.name}: {told}"


def _timed(draft: Draft, minutes: float | None) -> Draft:
    """A single stretch without anything in it took as long as the whole: a run of which only that is known."""
    if minutes is None or not awaits_minutes(draft):
        return draft
    row = Row(duration_s=round(minutes * 60))
    return replace(draft, blocks=(replace(draft.blocks[0], rows=(row,)),))


def _started(draft: Draft, workout: Workout, now: datetime) -> datetime:
    begun = workout.started_at
    if draft.start_told or workout.duration_min is None or begun.date() != now.date():
        return begun
    midnight = now.replace(hour=0, minute=0, second=0)
    return max(min(begun, now - timedelta(minutes=workout.duration_min)), midnight)


def _merged(before: Workout, mine: Workout, theirs: Workout) -> Workout:
    names = [column.name for column in columns(Workout)]
    changed = {name: getattr(mine, name) for name in names if getattr(mine, name) != getattr(before, name)}
    return theirs.but(**changed)


def _set_pairs(before: Sequence[Set], mine: Sequence[Set], theirs: Sequence[Set]) -> Pairs:
    """The sets in their order take the places that are there; what others added meanwhile stays behind them."""
    known = {one.position for one in before}
    there = [one for one in theirs if one.position in known]
    last = max((one.position for one in theirs), default=0)
    pairs: Pairs = []
    for place, one in enumerate(mine):
        if place < len(there):
            after = one.but(position=there[place].position)
            pairs += [(there[place], after)] if after != there[place] else []
        else:
            pairs.append((None, one.but(position=last + 1 + place - len(there))))
    gone: list[Record] = list(there[len(mine) :])
    return [*pairs, *((one, None) for one in gone)]


def _contents(sets: Sequence[Set]) -> list[Set]:
    return [one.but(position=place) for place, one in enumerate(sets, 1)]
