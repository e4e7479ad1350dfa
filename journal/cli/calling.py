"""One call: its command is found and run, and whatever goes wrong becomes one sentence and an exit status."""

import sys
from collections.abc import Sequence

import typer
from typer.exceptions import TyperException
from typer.main import get_command

from journal.cli import output
from journal.cli.commands import COMMANDS, app
from journal.errors import CouldNot, Refused


def call(arguments: Sequence[str]) -> int:
    """Run one command and give its exit status."""
    output.prepare()
    try:
        return _invoke(arguments)
    except BrokenPipeError:
        # `journal flags | head` has seen enough: nothing more can be said to it, and nothing is wrong.
        output.drop(sys.stdout)
        return 0
    except (KeyboardInterrupt, typer.Abort):
        return _say("Stopped", 1)
    except Refused as error:
        return _say(str(error), 2)
    except CouldNot as error:
        return _say(str(error), 1)
    except OSError as error:
        output.drop(sys.stdout)
        where = f"{error.filename}: " if error.filename else ""
        return _say(f"it could not be done: {where}{error.strerror or error}", 1)
    except TyperException as error:
        return _say(_usage(error, arguments), 2)


def _invoke(arguments: Sequence[str]) -> int:
    # The framework's own way in would change the exit status of a closed pipe and of Ctrl+C.
    program = get_command(app)
    try:
        with program.make_context("journal", list(arguments)) as context:
            program.invoke(context)
    except typer.Exit as end:
        return end.exit_code
    return 0


def _usage(error: TyperException, arguments: Sequence[str]) -> str:
    """The framework's complaint as one sentence, with where to read on."""
    command = next((f" {one}" for one in arguments if one in COMMANDS), "")
    said = error.format_message().replace("Value error, ", "").rstrip(". ")
    return f"{said}; see `journal{command} --help`"


def _say(sentence: str, status: int) -> int:
    said = output.one_line(sentence)
    output.remark(said if said.endswith((".", "?", "!")) else f"{said}.")
    return status
