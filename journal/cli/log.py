"""`journal log` and `journal undo`."""

import json
import sys
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Any

import typer

from journal import clock
from journal.cli import words
from journal.cli.options import Db, Desk, Format, Quiet, TextOrJson, desk
from journal.errors import Refused
from journal.records import Record, Set

if TYPE_CHECKING:
    from journal.analysis.flags import Flag
    from journal.entry import Understood
    from journal.storage import Recorded
    from journal.vocabulary import Symptom


def log(
    text: Annotated[list[str], typer.Argument(metavar="TEXT...", help="What to log, as in a training book.")],
    at: Annotated[
        str, typer.Option("--at", metavar="WHEN", help="When it was, instead of now.", show_default=False)
    ] = "",
    format: Format = TextOrJson.TEXT,  # noqa: A002 - the option's name
    db: Db = "",
    quiet: Quiet = False,
) -> None:
    """Log workouts, pain, water, care, sleep: `journal log pain lower back left 4 dull`.

    Prints what was recorded with its id, then the red-flag questions that the answer calls for, then any flag
    that the entry raised.
    """
    with desk(db) as here:
        understood = _understand(text, at, here)
        recorded = here.store.record([one.entry for one in understood], now=here.now)
        if format is TextOrJson.TEXT and not quiet:
            for line in words.recorded(recorded, here):
                typer.echo(line)
            # The acknowledgement is out before anything else is computed: the entry is safe.
            sys.stdout.flush()
        questions, flags = _consequences(here, recorded)
        if format is TextOrJson.JSON:
            typer.echo(json.dumps(_document(recorded, questions, flags), ensure_ascii=False))
        else:
            _tell(questions, flags, quiet=quiet)


def undo(db: Db = "", quiet: Quiet = False) -> None:
    """Take back the last thing done, and say what it was."""
    with desk(db) as here:
        step = here.store.undo(now=here.now)
        if not quiet:
            typer.echo("There is nothing to undo." if step is None else f"Undone: {step.summary}.")


def lines_of(text: Sequence[str]) -> list[str]:
    """The lines that the arguments are: several quoted ones are several entries, else the words make one."""
    given = [argument for argument in text if argument.strip()]
    if len(given) > 1 and any(" " in argument.strip() for argument in given):
        lines: list[str] = []
        for argument in given:
            if argument.lstrip().startswith("//") and lines:
                lines[-1] += f" {argument}"
            else:
                lines.append(argument)
        return lines
    return [" ".join(given)] if given else []


def _understand(text: Sequence[str], at: str, here: Desk) -> "list[Understood]":
    from journal.entry import parse

    lines = lines_of(text)
    if not lines:
        raise Refused("There is nothing to log; write it such as: journal log pain lower back left 4 dull.")
    writer = here.writer()
    moment = _moment(at, here)
    prefix = at if at and moment is None else ""
    return [one for line in lines for one in parse(f"{prefix} {line}".strip(), writer, at=moment)]


def _moment(at: str, here: Desk) -> datetime | None:
    """The instant of `--at` when it is ISO 8601 with a time; None when it is a day or words for the line."""
    if "T" not in at.upper() and " " not in at.strip():
        return None
    try:
        moment = clock.read_instant(at, here.zone)
    except ValueError:
        return None
    if moment > here.now:
        raise Refused(f"--at: {moment:%Y-%m-%d %H:%M} is in the future.")
    return moment


def _consequences(
    here: Desk, recorded: "Sequence[Recorded]"
) -> "tuple[tuple[Symptom, ...], tuple[Flag, ...]]":
    from journal.analysis.consequences import consequences

    records: list[Record] = [one.record for one in recorded]
    sets: list[Set] = [one for entry in recorded for one in entry.sets]
    return consequences(here.read, [*records, *sets], here.now)


def _document(
    recorded: "Sequence[Recorded]", questions: "Sequence[Symptom]", flags: "Sequence[Flag]"
) -> dict[str, Any]:
    return {
        "recorded": [words.row_json(one.record, one.sets) for one in recorded],
        "questions": [question.value for question in questions],
        "flags": [flag.as_json() for flag in flags],
    }


def _tell(questions: "Sequence[Symptom]", flags: "Sequence[Flag]", *, quiet: bool) -> None:
    if quiet:
        for flag in flags:
            if flag.is_urgent:
                # Urgent is never hidden; standard output stays what was asked for.
                typer.echo(words.flag_line(flag), err=True)
        return
    for line in words.questions(questions):
        typer.echo(line)
    for flag in flags:
        typer.echo("")
        for line in words.flag(flag):
            typer.echo(line)
