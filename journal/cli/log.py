"""`journal log` and `journal undo`."""

from typing import Annotated

import typer

from journal.cli import output, recording
from journal.cli.options import Db, Format, Quiet, TextOrJson, desk, named


def log(
    text: Annotated[list[str] | None, typer.Argument(metavar="TEXT", hidden=True)] = None,
    at: Annotated[
        str, named("--at", "WHEN", "When it was: 2026-11-20T18:30, 18:30, yesterday, 2h ago.")
    ] = "",
    format: Format = TextOrJson.TEXT,  # noqa: A002 - the option's name
    db: Db = "",
    quiet: Quiet = False,
) -> None:
    """Log workouts, pain, drinks, care, sleep and signs.

    TEXT is written as in a training book.  Prints what was recorded, then the red-flag questions that it calls
    for, each with the line that answers it, then any flag that it raised.

    \b
    Examples:
      journal log squat 2x5 100kg @8
      journal log run 5km 28:30 @6
      journal log session 55min @7 warmup 10
      journal log pain lower back left 4 dull
      journal log water 300
      journal log ibuprofen 400
      journal log sleep 7:30 stress 4 weight 80kg urine 3
      journal log yesterday pain left knee 3 after // on the stairs
      journal log "bench 3x8 60" "row 3x10 50"
    """
    recording.log(text or [], at=at, format=format, db=db, quiet=quiet)


def undo(db: Db = "", quiet: Quiet = False) -> None:
    """Take back the last thing done, and say what it was.

    That is one call of `log` or `import`, or one thing done on the screen.  Again: the thing before it.
    """
    with desk(db) as here:
        here.remark_missing(quiet=quiet)
        step = here.store.undo(now=here.now)
        if not quiet:
            output.tell("There is nothing to undo." if step is None else f"Undone: {step.summary}.")
