"""Every command by its name, in the order in which the help lists them."""

from typing import Annotated

import typer

from journal.cli import day, demo, files, imports, log, options, report, rules, terminal

app = typer.Typer(
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="A journal for people who train and hurt.  Without a command it opens in the terminal.",
)

_FREE_TEXT = {"ignore_unknown_options": True}
"""`-20kg` is text: only the long options of the command are options."""


def _version(asked: bool) -> None:
    if asked:
        from importlib.metadata import version

        typer.echo(version("pain-and-workout-journal"))
        raise typer.Exit


@app.callback(invoke_without_command=True)
def journal(
    context: typer.Context,
    db: options.Db = "",
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """A journal for people who train and hurt.  Without a command it opens in the terminal."""
    options.remember_db(db)
    if context.invoked_subcommand is None:
        raise typer.Exit(terminal.open_terminal(options.url_of("")))


app.command("demo")(demo.demo)
app.command("log", context_settings=_FREE_TEXT)(log.log)
app.command("undo")(log.undo)
app.command("today")(day.today)
app.command("check", context_settings=_FREE_TEXT)(day.check)
app.command("flags")(day.flags)
app.command("rules")(rules.rules)
app.command("report")(report.report)
app.command("export")(files.export)
app.command("import")(imports.bring_in)
app.command("imports")(imports.batches)
app.command("undo-import")(imports.take_back)
app.command("backup")(files.backup)
