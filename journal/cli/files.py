"""`journal export` and `journal backup`."""

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from journal.cli.options import Db, Desk, Quiet, desk, read_date
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
    target: Annotated[Path, typer.Argument(metavar="TARGET", help="A new folder (csv) or file.")],
    format: Annotated[ExportFormat, typer.Option("--format", help="How to write it.")] = ExportFormat.CSV,  # noqa: A002
    since: Annotated[
        str, typer.Option("--since", metavar="DATE", help="From this day on.", show_default=False)
    ] = "",
    until: Annotated[
        str, typer.Option("--until", metavar="DATE", help="Up to this day.", show_default=False)
    ] = "",
    force: Force = False,
    db: Db = "",
    quiet: Quiet = False,
) -> None:
    """Take everything out.  csv is a folder of tidy files; csv and json without dates lose nothing."""
    first, last = read_date(since, "--since"), read_date(until, "--until")
    if first and last and last < first:
        raise Refused(f"--until: {last} lies before --since {first}; it needs the same day or a later one.")
    with desk(db) as here:
        if format is ExportFormat.SQLITE:
            if first or last:
                raise Refused("A sqlite copy holds everything; leave out --since and --until, or export csv.")
            here.store.backup(target, force=force)
        else:
            from journal.interchange.csv_files import write_folder
            from journal.interchange.daily_csv import write_daily
            from journal.interchange.json_document import write_document

            write = {
                ExportFormat.CSV: write_folder,
                ExportFormat.JSON: write_document,
                ExportFormat.DAILY_CSV: write_daily,
            }[format]
            write(target, _everything(here), since=first, until=last, force=force)
        if not quiet:
            typer.echo(f"Exported to {target}.")


def backup(
    file: Annotated[
        Path | None, typer.Argument(metavar="[FILE]", help="Where to; empty = the backups folder.")
    ] = None,
    force: Force = False,
    db: Db = "",
    quiet: Quiet = False,
) -> None:
    """Write a consistent copy, also while the journal is open elsewhere, and say where it is."""
    with desk(db, create=False) as here:
        target = file or _backups() / f"journal-{here.now:%Y-%m-%d-%H%M%S}.db"
        here.store.backup(target, force=force)
        if not quiet:
            typer.echo(f"Backed up to {target}.")


def _backups() -> Path:
    from journal.config import data_folder

    folder = data_folder() / "backups"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def _everything(here: Desk) -> Mapping[type[Record], list[Record]]:
    return {kind: list(here.store.rows(kind)) for kind in RECORDS}
