"""What `journal export` does: take everything out, as files that others can read.

Nothing here loads the command framework, nor SQLAlchemy where the file of the journal is enough.
"""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from pathlib import Path

from journal.cli import output
from journal.cli.desk import Desk, desk
from journal.cli.moments import read_date
from journal.columns import one_line
from journal.errors import Refused
from journal.records import RECORDS, Record


class ExportFormat(StrEnum):
    """Forms that the journal leaves in."""

    CSV = "csv"
    JSON = "json"
    DAILY_CSV = "daily-csv"
    SQLITE = "sqlite"


def export(
    target: str | Path,
    *,
    format: str = ExportFormat.CSV,  # noqa: A002 - the option's name
    since: str = "",
    until: str = "",
    force: bool = False,
    db: str = "",
    quiet: bool = False,
) -> None:
    """Write the journal, or the days of it that were asked for, and say where it is."""
    target, form = Path(target), ExportFormat(format)
    first, last = read_date(since, "--since"), read_date(until, "--until")
    if first and last and last < first:
        raise Refused(f"--until: {last} lies before --since {first}; it needs the same day or a later one")
    with desk(db) as here:
        if force:
            # An empty journal that stands in for a mistyped one must not replace an export.
            must_be_there(here)
        if is_standard_output(target):
            _write_out(here, form, first, last)
            return
        _write(here, form, target, first, last, force=force)
        here.remark_missing(quiet=quiet)
        if not quiet:
            output.tell(f"Exported to {one_line(str(target))}.")


def is_standard_output(target: Path | None) -> bool:
    """Whether the target is `-`; a file of that name is `./-`."""
    return target is not None and str(target) == "-"


def copy_out(here: Desk) -> None:
    """Write a copy of the journal on standard output."""
    must_be_there(here)
    output.raw([here.store.image()], "a copy of the journal")


def must_be_there(here: Desk) -> None:
    """`Refused` when the journal that was named is not there."""
    if here.missing:
        raise Refused(f"there is no journal at {here.missing}; give the path of one that is there")


def _write(
    here: Desk, form: ExportFormat, target: Path, since: date | None, until: date | None, *, force: bool
) -> None:
    if form is ExportFormat.SQLITE:
        _refuse_days_of_a_copy(since, until)
        here.store.backup(target, force=force)
    elif form is ExportFormat.JSON:
        from journal.interchange.own.json_document import write_document

        write_document(target, _everything(here), since=since, until=until, force=force)
    elif form is ExportFormat.DAILY_CSV:
        from journal.interchange.own.daily_csv import write_daily

        write_daily(target, _everything(here), since=since, until=until, force=force)
    elif since or until:
        from journal.interchange.own.csv_files import write_folder

        write_folder(target, _everything(here), since=since, until=until, force=force)
    else:
        from journal.interchange.own.csv_files import write_tables

        here.reading(lambda reader: write_tables(target, reader.in_columns(), force=force))


def _write_out(here: Desk, form: ExportFormat, since: date | None, until: date | None) -> None:
    if form is ExportFormat.SQLITE:
        _refuse_days_of_a_copy(since, until)
        copy_out(here)
        return
    from journal.interchange.own import daily_csv, json_document

    if form is ExportFormat.CSV:
        raise Refused(
            "a folder of files cannot go to standard output; add --format json, daily-csv or sqlite"
        )
    must_be_there(here)
    records = _everything(here)
    if form is ExportFormat.JSON:
        output.raw(json_document.write(records, since=since, until=until), "an export")
    else:
        output.raw([daily_csv.write(records, since=since, until=until)], "an export")


def _refuse_days_of_a_copy(since: date | None, until: date | None) -> None:
    if since or until:
        raise Refused("a sqlite copy holds everything; leave out --since and --until, or export csv")


def _everything(here: Desk) -> Mapping[type[Record], list[Record]]:
    return {kind: here.rows(kind) for kind in RECORDS}
