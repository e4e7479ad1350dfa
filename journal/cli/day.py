"""`journal today`, `journal check` and `journal flags`."""

import json
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Any

import typer

from journal.cli import words
from journal.cli.log import lines_of
from journal.cli.options import AsOf, Db, Desk, Format, Quiet, TextOrJson, desk
from journal.errors import Refused
from journal.records import Session

if TYPE_CHECKING:
    from datetime import datetime


def today(
    short: Annotated[bool, typer.Option("--short", help="One line for a status bar.")] = False,
    format: Format = TextOrJson.TEXT,  # noqa: A002 - the option's name
    as_of: AsOf = "",
    db: Db = "",
    quiet: Quiet = False,
) -> None:
    """The day at a glance: entries, fluid, active flags, what to leave out."""
    from journal.analysis.today import today as answer
    from journal.cli import diary

    with desk(db) as here:
        moment = here.moment(as_of)
        made = answer(here.read, moment)
        entries = diary.entries(here, moment)
        if format is TextOrJson.JSON:
            typer.echo(json.dumps(diary.today_json(made, entries), ensure_ascii=False))
        elif short:
            typer.echo(words.short(made))
        else:
            for line in diary.page(made, entries, here):
                typer.echo(line)


def flags(
    all: Annotated[bool, typer.Option("--all", help="Past ones too, with their start and end.")] = False,  # noqa: A002
    format: Format = TextOrJson.TEXT,  # noqa: A002 - the option's name
    as_of: AsOf = "",
    db: Db = "",
    quiet: Quiet = False,
) -> None:
    """The flags that are active, worst first."""
    from journal.analysis.judge import flags_at

    with desk(db) as here:
        judgement = flags_at(here.read, here.moment(as_of), past=all)
        if format is TextOrJson.JSON:
            typer.echo(json.dumps(judgement.as_json(), ensure_ascii=False))
            return
        for line in words.judgement(judgement, nothing="No flag is active."):
            typer.echo(line)


def check(
    text: Annotated[
        list[str] | None,
        typer.Argument(metavar="[TEXT]...", help="A planned workout; empty = the last one again."),
    ] = None,
    format: Format = TextOrJson.TEXT,  # noqa: A002 - the option's name
    as_of: AsOf = "",
    db: Db = "",
    quiet: Quiet = False,
) -> None:
    """What a planned workout would raise if it were done now.  Records nothing."""
    from journal.analysis.judge import what_if

    with desk(db) as here:
        moment = here.moment(as_of)
        planned = _planned(text or [], here, moment)
        judgement = what_if(here.read, planned, moment)
        if format is TextOrJson.JSON:
            typer.echo(json.dumps(judgement.as_json(), ensure_ascii=False))
            return
        for line in words.judgement(judgement, nothing="Nothing recorded speaks against it."):
            typer.echo(line)


def _planned(text: Sequence[str], here: Desk, moment: "datetime") -> list[Session]:
    from journal.entry import parse
    from journal.entry.planning import plan

    lines = lines_of(text)
    if not lines:
        return [_last_again(here, moment)]
    writer = here.writer(moment)
    return plan([one.entry for line in lines for one in parse(line, writer)])


def _last_again(here: Desk, moment: "datetime") -> Session:
    from uuid import uuid4

    done: list[Any] = [one for one in here.store.sessions() if one.workout.started_at <= moment]
    if not done:
        raise Refused(
            "There is no workout yet to check again; write one such as: journal check squat 5x5 100kg."
        )
    last = done[-1]
    workout = last.workout.but(id=uuid4(), started_at=moment, time_known=None, source="")
    return Session(workout, tuple(replace(one, workout_id=workout.id) for one in last.sets))
