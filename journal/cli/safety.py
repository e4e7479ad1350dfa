"""`journal backup`, `journal restore` and `journal doctor`: copies of the journal, and whether it is sound."""

from pathlib import Path
from typing import Annotated

import typer

from journal import clock, config
from journal.cli import output
from journal.cli.desk import url_of
from journal.cli.exporting import copy_out, is_standard_output, must_be_there
from journal.cli.files import Force
from journal.cli.options import Db, Quiet, desk
from journal.columns import one_line
from journal.errors import CouldNot


def backup(
    file: Annotated[
        Path | None, typer.Argument(metavar="[FILE]", help="Where to write it; - is standard output.")
    ] = None,
    force: Force = False,
    db: Db = "",
    quiet: Quiet = False,
) -> None:
    """Write a consistent copy, and say where it is.

    Also while the journal is open elsewhere.  Without FILE it goes to the automatic backups: the folder `backups`
    beside the journal, or where the settings say.
    """
    with desk(db) as here:
        must_be_there(here)
        if is_standard_output(file):
            copy_out(here)
            return
        target = file or here.backup_folder() / f"{here.stem}-{here.now:%Y-%m-%d-%H%M%S}.db"
        here.store.backup(target, force=force)
        if not quiet:
            output.tell(f"Backed up to {one_line(str(target))}.")


def restore(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A backup of a journal.")],
    db: Db = "",
    quiet: Quiet = False,
) -> None:
    """Bring a backup back, and keep the journal that it replaces.

    The backup is checked first.  The journal as it was stays beside the new one, and its name is printed.

    \b
    Examples:
      journal restore ~/.local/share/journal/backups/journal-2026-11-20.db
    """
    from journal.storage.place import place_of
    from journal.storage.restoring import restore as bring_back

    done = bring_back(place_of(url_of(db)), file, now=clock.now(), folder=config.data_folder())
    if not quiet:
        output.tell(f"Restored {one_line(str(done.source))}.")
        if done.kept is not None:
            output.tell(f"The journal as it was is kept in {one_line(str(done.kept))}.")


def doctor(db: Db = "", quiet: Quiet = False) -> None:
    """Check the journal, and say what is wrong and the way back.

    Looks at permissions, the file's integrity, the schema, every record, and the backups.  Changes nothing; exits
    1 when anything is wrong.
    """
    from journal.cli.desk import backups_of
    from journal.storage.doctor import examine

    examined = examine(url_of(db), backups_of(config.settings()))
    if not quiet:
        for fact in examined.facts:
            output.tell(one_line(fact))
    for one in examined.findings:
        output.tell(f"WRONG: {one_line(one.what)}.")
        output.tell(f"  The way back: {one_line(one.way_back)}.")
    if examined.findings:
        count = len(examined.findings)
        raise CouldNot(f"{count} thing{'s are' if count > 1 else ' is'} wrong with the journal")
    if not quiet:
        output.tell("Nothing is wrong with it.")
