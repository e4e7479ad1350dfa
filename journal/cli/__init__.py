"""The commands: parse, call one verb, print.  Nothing is decided here.

`run` gives the exit status: 0 done, 1 could not be done, 2 the call or its input was wrong.
"""

import os
import sys
from collections.abc import Sequence

import typer
from typer.exceptions import TyperException

from journal.errors import CouldNot, Refused


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit status.  Errors are one sentence on standard error."""
    from journal.cli.commands import app

    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    try:
        status = app(list(arguments), prog_name="journal", standalone_mode=False)
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader has gone (`journal flags | head`): nothing more can be said to it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except (KeyboardInterrupt, typer.Abort):
        return _say("Stopped.", 1)
    except Refused as error:
        return _say(str(error), 2)
    except CouldNot as error:
        return _say(str(error), 1)
    except TyperException as error:
        return _say(f"{_usage(error)} See `journal --help`.", 2)
    return status if isinstance(status, int) else 0


def _usage(error: TyperException) -> str:
    """The framework's complaint as one sentence."""
    said = getattr(error, "format_message", lambda: str(error))()
    return " ".join(str(said).split())


def _say(sentence: str, status: int) -> int:
    typer.echo(sentence, err=True)
    return status
