"""Every command by its name, in the order in which the help lists them."""

from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperGroup
from typer.exceptions import TyperException
from typer.main import get_command

from journal.cli import desk, options
from journal.errors import Refused

COMMANDS: Mapping[str, tuple[str, str]] = {
    "demo": ("demo", "demo"),
    "log": ("log", "log"),
    "undo": ("log", "undo"),
    "today": ("day", "today"),
    "check": ("check", "check"),
    "flags": ("day", "flags"),
    "mark": ("mark", "mark"),
    "rules": ("rules", "rules"),
    "report": ("report", "report"),
    "export": ("files", "export"),
    "import": ("imports", "bring_in"),
    "imports": ("imports", "batches"),
    "undo-import": ("imports", "take_back"),
    "backup": ("safety", "backup"),
    "restore": ("safety", "restore"),
    "doctor": ("safety", "doctor"),
}
"""The module of this package and the function in it that a command is."""

_FREE_TEXT = frozenset({"log", "check"})
"""Commands in which `-20kg` is text: only their long options are options."""

_HELP = """A journal for people who train and hurt.

Without a command it opens in the terminal.

\b
First steps:
  journal demo
  journal log pain lower back left 4 dull
  journal log squat 2x5 100kg @8
  journal today
"""


class Commands(TyperGroup):
    """The commands; only the module of the one that was called is imported."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 - the framework's signature
        """The names, for the help."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002 - the framework's signature
        """The command of that name; `Refused` when there is none."""
        if cmd_name not in COMMANDS:
            from difflib import get_close_matches

            alike = get_close_matches(cmd_name, COMMANDS, n=2)
            meant = f"; did you mean {' or '.join(alike)}?" if alike else "; see `journal --help`"
            raise Refused(f"there is no command {cmd_name!r}{meant}")
        module, function = COMMANDS[cmd_name]
        single = _typer()
        settings = {"ignore_unknown_options": True} if cmd_name in _FREE_TEXT else None
        run = getattr(import_module(f"journal.cli.{module}"), function)
        single.command(cmd_name, context_settings=settings)(run)
        return get_command(single)


def _typer(**settings: Any) -> typer.Typer:
    return typer.Typer(
        add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False, **settings
    )


app = _typer(cls=Commands)


def _version(asked: bool) -> None:
    if asked:
        from importlib.metadata import version

        typer.echo(version("pain-and-workout-journal"))
        raise typer.Exit


@app.callback(invoke_without_command=True, help=_HELP)
def journal(
    context: typer.Context,
    db: options.Db = "",
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """Open the journal in the terminal when no command is given."""
    desk.remember_db(db)
    if context.invoked_subcommand is None:
        from journal.cli.terminal import open_terminal

        raise typer.Exit(open_terminal(desk.url_of("")))


def invoke(arguments: Sequence[str]) -> int:
    """Find the command, run it and give its exit status; `Refused` when the call is wrong."""
    # The framework's own way in would change the exit status of a closed pipe and of Ctrl+C.
    program = get_command(app)
    try:
        with program.make_context("journal", list(arguments)) as context:
            program.invoke(context)
    except typer.Exit as end:
        return end.exit_code
    except TyperException as error:
        raise Refused(_usage(error, arguments)) from None
    return 0


def _usage(error: TyperException, arguments: Sequence[str]) -> str:
    """The framework's complaint as one sentence, with where to read on."""
    command = next((f" {one}" for one in arguments if one in COMMANDS), "")
    said = error.format_message().replace("Value error, ", "").rstrip(". ")
    return f"{said}; see `journal{command} --help`"
