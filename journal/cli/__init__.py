"""The commands: parse, call one verb, print.  Nothing is decided here."""

from collections.abc import Sequence


def run(arguments: Sequence[str]) -> int:
    """Run one command and give its exit status: 0 done, 1 could not be done, 2 the call or its input was wrong.

    Errors are one sentence on standard error.
    """
    # Not at the top: the terminal UI lives behind this package too, and starts without a command framework.
    from journal.cli.calling import call

    return call(arguments)
