"""One call: its command is found and run, and whatever goes wrong becomes one sentence and an exit status."""

import sys
from collections.abc import Sequence

from journal.cli import output, straight
from journal.columns import one_line
from journal.errors import CouldNot, Refused


def call(arguments: Sequence[str]) -> int:
    """Run one command and give its exit status."""
    output.prepare()
    try:
        return _run(arguments)
    except BrokenPipeError:
        # `journal flags | head` has seen enough: nothing more can be said to it, and nothing is wrong.
        output.drop(sys.stdout)
        return 0
    except KeyboardInterrupt:
        return _say("Stopped", 1)
    except Refused as error:
        return _say(str(error), 2)
    except CouldNot as error:
        return _say(str(error), 1)
    except OSError as error:
        output.drop(sys.stdout)
        where = f"{error.filename}: " if error.filename else ""
        return _say(f"it could not be done: {where}{error.strerror or error}", 1)


def _run(arguments: Sequence[str]) -> int:
    plain = straight.call_of(arguments)
    if plain is not None:
        from journal.cli import desk

        desk.remember_db("")
        plain.run()
        return 0
    from journal.cli import commands

    return commands.invoke(arguments)


def _say(sentence: str, status: int) -> int:
    said = one_line(sentence)
    output.remark(said if said.endswith((".", "?", "!")) else f"{said}.")
    return status
