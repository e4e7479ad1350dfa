"""Nobody is asked for a time of day who does not write times: many programs export dates only."""

from bisect import bisect_right
from collections.abc import Sequence

from journal.analysis.frames import Frames
from journal.analysis.instants import ASKED_DAYS, DAY
from journal.analysis.rows import CareRow, PainRow
from journal.analysis.rulebook import RULES, Missing
from journal.analysis.telling import TIME_OF
from journal.analysis.training.workouts import Bout

MANY = 3
"""So many records without a time, and none with one, tell somebody who does not write times."""

_ALWAYS = "red flags"
"""The theme whose rules ask for whatever they lack."""


def asked_in_vain(frames: Frames, one: Missing) -> bool:
    """Whether a rule lacks a time of day that the writer told of nothing alike in the 28 days before."""
    return RULES[one.rule].theme != _ALWAYS and any(
        _never_timed(rows, one.since)
        for what in one.what
        if what.startswith(TIME_OF)
        for rows in _alike(frames, what)
    )


def _alike(frames: Frames, what: str) -> list[Sequence[PainRow | CareRow | Bout]]:
    """The records, in the order of time, of which something like that may be missing."""
    workouts, pains = "workout" in what, "entr" in what
    return [
        rows
        for rows, is_meant in (
            (frames.bouts, workouts),
            (frames.pain, pains),
            (frames.care, not workouts and not pains),
        )
        if is_meant
    ]


def _never_timed(rows: Sequence[PainRow | CareRow | Bout], until: int) -> bool:
    first = bisect_right(rows, until - ASKED_DAYS * DAY, key=lambda row: row.ts)
    lately = rows[first : bisect_right(rows, until, key=lambda row: row.ts)]
    return len(lately) >= MANY and not any(row.time_known for row in lately)
