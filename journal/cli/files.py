"""`journal export`."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from journal.cli import output
from journal.cli.options import Db, Desk, Quiet, desk, named, read_date
from journal.columns import one_line
from journal.errors import Refused
from journal.records import RECORDS, Record


class ExportFormat(StrEnum):
    """Forms that the journal leaves in."""

    CSV = "csv"
    JSON = "json"
    DAILY_CSV = "daily-csv"
    SQLITE = "sqlite"


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
    first, last = read_date(since, "--since"), read_date(until, "--until")
    if first and last and last < first:
        raise Refused(f"--until: {last} lies before --since {first}; it needs the same day or a later one")
    with desk(db) as here:
        if force:
            # An empty journal that stands in for a mistyped one must not replace an export.
            must_be_there(here)
        here.remark_missing(quiet=quiet)
        if format is ExportFormat.SQLITE:
            if first or last:
                raise Refused("a sqlite copy holds everything; leave out --since and --until, or export csv")
            if is_standard_output(target):
                copy_out(here)
                return
            here.store.backup(target, force=force)
        elif is_standard_output(target):
            _write_out(here, format, first, last)
            return
        else:
            from journal.interchange.own.csv_files import write_folder
            from journal.interchange.own.daily_csv import write_daily
            from journal.interchange.own.json_document import write_document

            write = {
                ExportFormat.CSV: write_folder,
                ExportFormat.JSON: write_document,
                ExportFormat.DAILY_CSV: write_daily,
            }[format]
            write(target, _everything(here), since=first, until=last, force=force)
        if not quiet:
            output.tell(f"Exported to {one_line(str(target))}.")


def is_standard_output(target: Path | None) -> bool:
    """Whether the target is `-`; a file of that name is `./-`."""
    return target is not None and str(target) == "-"


def copy_out(here: Desk) -> None:
    """Write a copy of the journal on standard output."""
    must_be_there(here)
    output.raw([here.store.image()], "a copy of the journal")


def _write_out(here: Desk, format: ExportFormat, since: date | None, until: date | None) -> None:  # noqa: A002
    from journal.interchange.own import daily_csv, json_document

    if format is ExportFormat.CSV:
        raise Refused(
            "a folder of files cannot go to standard output; add --format json, daily-csv or sqlite"
        )
    must_be_there(here)
    records = _everything(here)
    if format is ExportFormat.JSON:
        output.raw(json_document.write(records, since=since, until=until), "an export")
    else:
        output.raw([daily_csv.write(records, since=since, until=until)], "an export")


def must_be_there(here: Desk) -> None:
    """`Refused` when the journal that was named is not there."""
    if here.missing:
        raise Refused(f"there is no journal at {here.missing}; give the path of one that is there")


def _everything(here: Desk) -> Mapping[type[Record], list[Record]]:
    return {kind: list(here.store.rows(kind)) for kind in RECORDS}
