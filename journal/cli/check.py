"""`journal check`: what a planned workout would raise."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Annotated
from uuid import NAMESPACE_OID, uuid5

import typer

from journal.cli import output, words
from journal.cli.options import AsOf, Db, Desk, Format, Quiet, TextOrJson, desk
from journal.errors import Refused
from journal.records import Session

if TYPE_CHECKING:
    from journal.analysis.answers.trying import Check

_FEW_DAYS = 60


def check(
    text: Annotated[list[str] | None, typer.Argument(metavar="TEXT", hidden=True)] = None,
    format: Format = TextOrJson.TEXT,  # noqa: A002 - the option's name
    as_of: AsOf = "",
    db: Db = "",
    quiet: Quiet = False,
) -> None:
    """Say what a planned workout would raise; records nothing.

    TEXT is a workout as `journal log` takes it, seen as if it were done now; without TEXT it is the last
    workout again.

    \b
    Examples:
      journal check
      journal check squat 5x5 100kg
      journal check "run 10km 55:00" "plank 3x60s"
    """
    from journal.analysis.answers.trying import check as tried

    with desk(db) as here:
        moment = here.moment(as_of)
        lines = words.lines_of(text or [])
        planned = _planned(lines, here, moment) if lines else [_last(here, moment)]
        made = tried(here.read, _settled(planned, moment), moment, parameters=here.parameters())
        if format is TextOrJson.JSON:
            output.document(made.judgement.as_json())
            return
        for line in _text(made):
            output.tell(line)


def _text(made: "Check") -> Iterator[str]:
    """What holds already comes first: a plan that adds nothing to an emergency is not thereby a good one."""
    from journal.analysis.answers.leaving_out import relief_words
    from journal.analysis.answers.today import NOTHING
    from journal.cli import flag_words

    nothing = "Nothing recorded speaks against it."
    if made.now.headline != NOTHING:
        nothing = "It raises no flag beside those that are active; see journal today."
        yield f"{made.now.said}."
        if made.left_out:
            names = ", ".join(one.name for one in made.left_out)
            yield from flag_words.wrapped(f"On the list of what to leave out today: {names}.", hang=2)
        elif made.now.leave_out:
            yield "Nothing of the plan is on the list of what to leave out today."
        yield ""
    yield from flag_words.judgement(made.judgement, nothing=nothing)
    beside = (*made.instead, *relief_words(made.now)) if made.left_out else ()
    if beside:
        yield ""
    for told in beside:
        yield from flag_words.wrapped(told, hang=2)


def _planned(lines: Sequence[str], here: Desk, moment: datetime) -> list[Session]:
    from journal.entry import parse
    from journal.entry.planning import plan

    writer = here.writer(moment)
    planned = plan([one.entry for line in lines for one in parse(line, writer)])
    if any(session.workout.started_at != moment for session in planned):
        raise Refused("a planned workout is checked as if it were done now; leave out the time before it")
    return planned


def _last(here: Desk, moment: datetime) -> Session:
    """The last workout before the moment; `Refused` when there is none."""
    for since in (moment.date() - timedelta(days=_FEW_DAYS), None):
        done = [one for one in here.sessions(since=since) if one.workout.started_at <= moment]
        if done:
            workout = done[-1].workout.but(started_at=moment, time_known=None, source="")
            return replace(done[-1], workout=workout)
    raise Refused("there is no workout yet to check again; write one such as: journal check squat 5x5 100kg")


def _settled(planned: Sequence[Session], moment: datetime) -> list[Session]:
    """The workouts with ids that are the same in every call, so that its answer is too."""
    settled = []
    for number, session in enumerate(planned, 1):
        identity = uuid5(NAMESPACE_OID, f"planned workout {number} of {moment.isoformat()}")
        sets = tuple(one.but(workout_id=identity) for one in session.sets)
        settled.append(Session(session.workout.but(id=identity), sets))
    return settled
