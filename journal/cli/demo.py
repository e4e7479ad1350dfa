"""`journal demo`: six months of a made-up person, to look around in."""

import tempfile
from pathlib import Path
from typing import Annotated

import typer

from journal.cli.options import Db, Quiet, desk, given_db, url_of, whole_number
from journal.cli.terminal import open_terminal
from journal.errors import Refused


def demo(
    seed: Annotated[
        int,
        typer.Option("--seed", metavar="N", parser=whole_number(7), help="Another seed is another person."),
    ] = 1,
    db: Db = "",
    quiet: Quiet = False,
) -> None:
    """Look around in six months of believable data.

    Without `--db` it opens on a throw-away journal; with `--db` it is written there instead.
    """
    if given_db(db):
        name = _write(url_of(db), seed)
        if not quiet:
            typer.echo(f"The demo journal is in {name}; open it with: journal --db {name}")
        return
    with tempfile.TemporaryDirectory(prefix="journal-demo-") as folder:
        url = str(Path(folder) / "demo.db")
        _write(url, seed)
        raise typer.Exit(open_terminal(url, demo=True))


def _write(url: str, seed: int) -> str:
    """Write the demo into a journal without entries, and give the journal's name without its password."""
    from journal.demo import demo as made_up
    from journal.storage import Change

    with desk(url, create=True) as here:
        if not here.store.is_empty():
            raise Refused(f"{here.store.url} already has entries; name a journal that is new or empty.")
        made = made_up(seed, here.now.date(), here.now, here.zone)
        here.store.bring_in(made.imported, now=here.now, source="strong", file="strong.csv")
        here.store.change([Change(None, record) for record in made.logged], now=here.now, verb="demo")
        return here.store.url
