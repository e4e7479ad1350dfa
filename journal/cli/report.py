"""`journal report`: the weekly trend report."""

import json
import os
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Annotated

import typer

from journal.cli.options import AsOf, Db, Format, Quiet, TextOrJson, desk
from journal.errors import CouldNot, Refused


def report(
    week: Annotated[
        str, typer.Option("--week", help="current, last or an ISO week such as 2026-W47.")
    ] = "current",
    weeks: Annotated[int, typer.Option("--weeks", help="How many weeks before it stand beside it.")] = 4,
    format: Format = TextOrJson.TEXT,  # noqa: A002 - the option's name
    out: Annotated[str, typer.Option("-o", "--output", metavar="FILE", help="Write it there instead.")] = "",
    as_of: AsOf = "",
    db: Db = "",
    quiet: Quiet = False,
) -> None:
    """Report the week: training, pain, fluid, sleep, flags.

    Training stands against the weeks before; what was not recorded is said too.
    """
    from journal.analysis.judge import reading, whole
    from journal.report import text
    from journal.report.document import as_json
    from journal.report.weekly import weekly

    if not 0 <= weeks <= 520:
        raise Refused(f"--weeks: {weeks} is not accepted; it needs a whole number from 0 to 520.")
    with desk(db) as here:
        moment = here.moment(as_of)
        first = _monday(week, moment.date())
        # Weeks far back need history that the rules of that day do not: then all of it is read.
        read = whole if weeks > 26 else reading
        own = here.parameters()
        made = weekly(lambda at: read(here.read, at, own), moment, first, weeks)
        if format is TextOrJson.JSON:
            written = json.dumps(as_json(made), ensure_ascii=False) + "\n"
        else:
            written = text.render(made)
    if out:
        _write(Path(out), written)
    else:
        typer.echo(written, nl=False)


def _monday(week: str, today: date) -> date:
    from journal.analysis.series import monday_of

    this = monday_of(today)
    if week == "current":
        return this
    if week == "last":
        return this - timedelta(weeks=1)
    try:
        first = datetime.strptime(f"{week}-1", "%G-W%V-%u").date()  # noqa: DTZ007 - a date has no zone
    except ValueError:
        raise Refused(
            f"--week: {week!r} is no week; write current, last or an ISO week such as 2026-W47."
        ) from None
    if first > this:
        raise Refused(f"--week: {week} is in the future; the newest is {this:%G-W%V}.")
    return first


def _write(target: Path, written: str) -> None:
    try:
        with os.fdopen(
            os.open(target, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8"
        ) as file:
            file.write(written)
    except OSError as error:
        raise CouldNot(f"{target} cannot be written: {error.strerror}.") from None
