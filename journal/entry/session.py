"""The whole of a workout: "session 55min @7 warmup 10 rounded"."""

import re
from typing import Any

from journal.columns import InvalidRecord
from journal.entry.amounts import BARE, END, WHOLE, duration, take_duration, take_rpe
from journal.entry.cursor import Cursor, Phrases
from journal.entry.parts import Part, Parts
from journal.entry.when import Moment
from journal.records import SessionDetails, Workout, columns
from journal.vocabulary import FormFlag, Surface, WorkoutKind

KINDS: dict[str, WorkoutKind] = {kind.value: kind for kind in WorkoutKind} | {
    "running": WorkoutKind.RUN,
    "cycling": WorkoutKind.RIDE,
    "swimming": WorkoutKind.SWIM,
    "rowing": WorkoutKind.ROW,
    "walking": WorkoutKind.WALK,
    "sports": WorkoutKind.SPORT,
}
"""Words of a workout kind; they are so only after the word "session"."""

SURFACES = Phrases({surface.value: surface for surface in Surface})
_WORDS = Phrases[Part](
    {word: Part("kind", kind, "kinds") for word, kind in KINDS.items()}
    | {surface.value: Part("surface", surface, "surfaces") for surface in Surface}
    | {flag.value: Part("form_flags", flag, many=True) for flag in FormFlag}
    | {word: Part("stopped_for_pain", True, "answers") for word in ("stopped", "stopped for pain")}
)
_EASY = Phrases({"warmup": "warmup", "warm-up": "warmup", "cooldown": "cooldown", "cool-down": "cooldown"})
_BARE_MINUTES = re.compile(rf"({WHOLE}){END}")
_COLUMNS = {column.name: column for column in columns(Workout)}
_POSSIBLE = (
    "a kind (strength, run, ...), a time such as 55min, @7, warmup 10, cooldown 5, "
    "arched, rounded, twisted, jerked, rushed, a surface (track, trail, ...) or stopped"
)


def read_session(cursor: Cursor, moment: Moment) -> SessionDetails:
    """What the words after "session" say of the latest workout of that day; `NotUnderstood` for any doubt."""
    parts, start = Parts(cursor), cursor.pos
    while not cursor.done:
        if not (
            take_duration(cursor, parts)
            or take_rpe(cursor, parts)
            or _easy(cursor, parts)
            or parts.take(_WORDS)
        ):
            if bare := cursor.at(BARE):
                raise cursor.doubt(f"{bare[1]} what: write {bare[1]}min for minutes, @{bare[1]} for the RPE")
            raise cursor.unknown(_POSSIBLE)
    if not parts.values:
        raise cursor.doubt(f"session what: {_POSSIBLE}", start, cursor.end)
    return SessionDetails(moment.at, _changes(cursor, parts.values, start), moment.time_known)


def _easy(cursor: Cursor, parts: Parts) -> bool:
    start = cursor.pos
    which = cursor.phrase(_EASY)
    if which is None:
        return False
    seconds = duration(cursor)
    if seconds is None and (minutes := cursor.take(_BARE_MINUTES)):
        seconds = int(minutes[1]) * 60
    if seconds is None:
        raise cursor.doubt(f"{which} how long: {which} 10 or {which} 10min", start)
    parts.put(f"{which}_min", seconds / 60, start, f"{which}s")
    return True


def _changes(cursor: Cursor, found: dict[str, Any], start: int) -> dict[str, Any]:
    if "duration" in found:
        found["duration_min"] = found.pop("duration") / 60
    if "rpe" in found:
        found["session_rpe"] = found.pop("rpe")
    try:
        return {name: column.check("", found[name]) for name, column in _COLUMNS.items() if name in found}
    except InvalidRecord as wrong:
        column = _COLUMNS[wrong.column]
        sentence = f"{column.meaning}: {column.accepts()}"
        raise cursor.doubt(sentence, start, cursor.end) from None
