"""`journal import`, `journal imports` and `journal undo-import`."""

from pathlib import Path
from typing import Annotated

import typer

from journal.cli import output
from journal.cli.import_progress import ImportProgress
from journal.cli.options import Db, Format, Quiet, TextOrJson, desk, whole_number
from journal.columns import one_line
from journal.errors import Refused
from journal.importing.arrivals import Arrivals
from journal.importing.asked import Asked
from journal.importing.told import counts, refusal, told
from journal.interchange.recognise import NAMES
from journal.interchange.rows.foreign import DateOrder
from journal.vocabulary import DistanceUnit, MassUnit

_MOST = 2**31 - 1
"""More imports than a database can count."""


def bring_in(
    files: Annotated[list[Path], typer.Argument(metavar="FILE_OR_FOLDER", hidden=True)],
    source: Annotated[
        str, typer.Option("--from", metavar="NAME", help="auto, or one of: " + ", ".join(NAMES))
    ] = "auto",
    weight_unit: Annotated[
        MassUnit | None, typer.Option("--weight-unit", help="For weights that the file gives no unit.")
    ] = None,
    distance_unit: Annotated[
        DistanceUnit | None,
        typer.Option("--distance-unit", help="For distances that the file gives no unit."),
    ] = None,
    date_order: Annotated[
        DateOrder | None,
        typer.Option("--date-order", help="For dates that can be read in two ways: day or month first."),
    ] = None,
    columns: Annotated[
        list[str] | None,
        typer.Option(
            "--map", metavar="COLUMN=FIELD", help="What a column of any CSV file holds; may be given again."
        ),
    ] = None,
    names: Annotated[
        list[str] | None,
        typer.Option("--exercise", metavar="NAME=EXERCISE", help="Which exercise a name in the file means."),
    ] = None,
    keep_doubles: Annotated[
        bool,
        typer.Option("--keep-doubles", help="Also sessions that the journal seems to have from elsewhere."),
    ] = False,
    skip_bad_rows: Annotated[
        bool, typer.Option("--skip-bad-rows", help="Report rows that cannot be read, import the others.")
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would happen.")] = False,
    format: Format = TextOrJson.TEXT,  # noqa: A002 - the option's name
    db: Db = "",
    quiet: Quiet = False,
) -> None:
    """Bring history in: our files, other programs, any CSV file.

    What a file is, is found out; --dry-run says it, and what would happen.  The same file again adds nothing.  When
    something in one of the files cannot be read, nothing of any of them is written, unless --skip-bad-rows is
    given.  A session that another program recorded as well is left out, and named.

    \b
    Examples:
      journal import strong.csv --dry-run
      journal import strong.csv --weight-unit kg --exercise "Hinge=good-morning"
      journal import sheet.csv --map Wann=date --map Last=weight_kg
      journal import my-export-folder
    """
    asked = Asked(
        source,
        weight_unit,
        distance_unit,
        date_order,
        columns=_pairs(columns, "--map", "COLUMN=FIELD"),
        names=_pairs(names, "--exercise", "NAME=EXERCISE"),
        keep_doubles=keep_doubles,
        skip_bad_rows=skip_bad_rows,
        dry_run=dry_run,
    )
    with (
        desk(db) as here,
        output.progress("Importing", ImportProgress.parts(len(files)), quiet=quiet) as move,
    ):
        progress = ImportProgress(move)
        results = Arrivals(here, asked, progress.within).bring(files, progress.step)
    if format is TextOrJson.JSON:
        documents = [one.as_json() for one in results]
        output.document(documents if len(documents) > 1 else documents[0])
    elif not quiet:
        for one in results:
            for line in told(one):
                output.tell(line)
    if any(one.refused for one in results):
        raise Refused(refusal(results))


def _pairs(given: list[str] | None, option: str, form: str) -> dict[str, str]:
    """What stands on either side of the last equals sign of each; names may have one themselves."""
    pairs: dict[str, str] = {}
    for one in given or ():
        name, sign, value = one.rpartition("=")
        if not (sign and name.strip() and value.strip()):
            raise Refused(f"{option}: {one!r} is not understood; write it as {form}")
        if pairs.setdefault(name.strip(), value.strip()) != value.strip():
            raise Refused(f"{option}: {name.strip()!r} is given twice, and means one thing only")
    return pairs


def batches(format: Format = TextOrJson.TEXT, db: Db = "", quiet: Quiet = False) -> None:  # noqa: A002
    """List the imports so far, each with its number."""
    with desk(db) as here:
        done = here.store.batches()
        if format is TextOrJson.TEXT:
            here.remark_missing(quiet=quiet)
    if format is TextOrJson.JSON:
        output.document(
            [
                {
                    "batch": one.number,
                    "at": one.at.isoformat(),
                    "source": one.source,
                    "file": one.file,
                    "added": one.added,
                    "first": one.first.isoformat() if one.first else None,
                    "last": one.last.isoformat() if one.last else None,
                }
                for one in done
            ]
        )
        return
    if not done:
        output.tell("Nothing was imported yet.")
    for one in done:
        span = f", {one.first} to {one.last}" if one.first else ""
        what = f"{one_line(one.file)}: {counts(one.added)}{span}"
        output.tell(f"{one.number:>4}  {one.at:%Y-%m-%d %H:%M}  {one.source}  {what}")


def take_back(
    number: Annotated[
        int,
        typer.Argument(
            metavar="N", parser=whole_number(3), help="The import's number, from `journal imports`."
        ),
    ],
    db: Db = "",
    quiet: Quiet = False,
) -> None:
    """Take exactly one import back.

    What was edited since is kept, and named.
    """
    if not 0 < number <= _MOST:
        raise Refused(f"there is no import {number}; `journal imports` lists those there are")
    with desk(db) as here:
        taken = here.store.take_back(number, now=here.now)
    if quiet:
        return
    output.tell(f"Took back import {taken.number}: {counts(taken.removed)}.")
    for kept in taken.kept:
        output.tell(f"  kept: {one_line(kept)}")
