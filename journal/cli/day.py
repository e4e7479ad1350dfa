"""`journal today` and `journal flags`."""

from typing import Annotated

import typer

from journal.cli import judging
from journal.cli.options import AsOf, Db, Format, Quiet, TextOrJson


def today(
    short: Annotated[bool, typer.Option("--short", help="One line of at most 80 columns.")] = False,
    format: Format = TextOrJson.TEXT,  # noqa: A002 - the option's name
    as_of: AsOf = "",
    db: Db = "",
    quiet: Quiet = False,
) -> None:
    """Show the day: entries, fluid, flags, what to leave out.

    `--short` is for a status bar.
    """
    judging.today(short=short, format=format, as_of=as_of, db=db, quiet=quiet)


def flags(
    all: Annotated[bool, typer.Option("--all", help="Past ones too, with their start and end.")] = False,  # noqa: A002
    format: Format = TextOrJson.TEXT,  # noqa: A002 - the option's name
    as_of: AsOf = "",
    db: Db = "",
    quiet: Quiet = False,
) -> None:
    """Show the active flags, worst first.

    Each with its numbers, the threshold, its advice and the document behind it.
    """
    judging.flags(all=all, format=format, as_of=as_of, db=db, quiet=quiet)
