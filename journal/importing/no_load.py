"""Workouts that come in without what their load is made of."""

from journal.interchange.imported import Imported
from journal.records import Workout


def without_load(read: Imported) -> str:
    """How many workouts have no load, why, and how to give them one, as a sentence; "" when all have one."""
    workouts = [one for one in read.records if isinstance(one, Workout)]
    no_rpe = sum(one.session_rpe is None for one in workouts)
    no_minutes = sum(one.duration_min is None for one in workouts)
    lacking = [one for one in workouts if one.session_rpe is None or one.duration_min is None]
    if not lacking:
        return ""
    last = max(one.started_at.date() for one in lacking)
    why = [f"{count:,} without {what}" for count, what in ((no_rpe, "RPE"), (no_minutes, "minutes")) if count]
    return (
        f"no load for {_of(len(lacking), len(workouts))}, as load is the RPE of the session x its minutes and is "
        f'never guessed: {" and ".join(why)}; `journal log "session @7 60min" --at {last}` gives both to the last '
        "workout of that day"
    )


def _of(count: int, total: int) -> str:
    if count < total:
        return f"{count:,} of {total:,} workouts"
    return "the workout" if total == 1 else f"any of the {total:,} workouts"
