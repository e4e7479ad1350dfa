"""What the rules would say of a workout that is being written: a job for their thread."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from journal.records import Session
from journal.tui.asking.at_work import AtWork, Rows
from journal.vocabulary import Severity

if TYPE_CHECKING:
    from journal.analysis.flags import Flag, Today
    from journal.storage import Snapshot


@dataclass(frozen=True, slots=True)
class Outlook:
    """The `flags` that the workout would raise, worst first, and the exercises in it that better stay `out`.

    `instead` says what to do in their place.  `doctor` is the day's headline where that sends to a doctor before any
    training, with its severity.  `beside` tells whether something speaks against training already: a workout that
    adds no flag to it is not thereby a good one.
    """

    flags: "tuple[Flag, ...]" = ()
    out: tuple[str, ...] = ()
    instead: tuple[str, ...] = ()
    doctor: tuple[Severity, str] | None = None
    beside: bool = False


def outlook(planned: Session) -> Callable[[AtWork], Outlook]:
    """The job that tries the workout, in the place of the one of its id where the journal has that."""
    return partial(_outlook, planned)


def _outlook(planned: Session, at_work: AtWork) -> Outlook:
    from journal.analysis.answers.today import NOTHING
    from journal.analysis.answers.trying import check

    # Also a new one may have been saved while this was waiting for its turn.
    rows = _without(at_work.rows, str(planned.workout.id))
    made = check(rows, [planned], at_work.at, parameters=at_work.parameters)
    return Outlook(
        made.judgement.flags,
        tuple(one.name for one in made.left_out),
        made.instead,
        _doctor(made.now),
        made.now.headline != NOTHING,
    )


def _doctor(now: "Today") -> tuple[Severity, str] | None:
    if now.act is None:
        return None
    urgent = any(flag.is_urgent for flag in now.flags)
    return (Severity.URGENT if urgent else Severity.WARNING), now.said


def _without(rows: Rows, workout: str) -> Rows:
    """The journal without one workout."""

    def read(since: date | None) -> "Snapshot":
        from journal.storage import Rows as Table

        snapshot = rows(since)
        tables = dict(snapshot.tables)
        for name, key in (("workouts", "id"), ("sets", "workout_id")):
            place = tables[name].columns.index(key)
            left = [row for row in tables[name].rows if row[place] != workout]
            tables[name] = Table(tables[name].columns, left)
        return replace(snapshot, tables=tables)

    return read
