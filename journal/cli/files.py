"""`journal export`."""

from pathlib import Path
from typing import Annotated

import typer

from journal.cli import exporting
from journal.cli.exporting import ExportFormat
from journal.cli.options import Db, Quiet, named

Force = Annotated[bool, typer.Option("--force", help="Replace what is there.")]


def export(
    target: Annotated[
        Path, typer.Argument(metavar="TARGET", help="A new folder (csv) or file; - is standard output.")
    ],
    format: Annotated[ExportFormat, typer.Option("--format", help="How to write it.")] = ExportFormat.CSV,  # noqa: A002
    since: Annotated[str, named("--since", "DATE", "From this day on.")] = "",
    until: Annotated[str, named("--until", "DATE", "Up to this day, included.")] = "",
    force: Force = False,
    db: Db = "",
    quiet: Quiet = False,
) -> None:
    """Take everything out, as files that others can read.

    csv: a folder of tidy files; json: one document; both lose nothing when no dates are given.  daily-csv: one
    row a day, for a spreadsheet.  sqlite: a copy of the journal.  With - as TARGET the last three go to standard
    output, for a program that encrypts them: nothing else is written.

    \b
    Examples:
      journal export my-journal
      journal export days.csv --format daily-csv --since 2026-01-01
      journal export - --format json | age -e -r RECIPIENT -o journal.json.age
    """
    exporting.export(target, format=format, since=since, until=until, force=force, db=db, quiet=quiet)
