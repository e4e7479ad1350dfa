"""The `journal` program: with no command the terminal UI, else one command.

A bare `journal` does not load the command framework: the first paint comes before everything else.
"""

import os
import sys


def main() -> None:
    """Run the program and exit with its status."""
    # numpy would start a thread per core for sums of a few thousand numbers.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    arguments = sys.argv[1:]
    url = _only_database(arguments)
    if url is not None:
        from journal.cli.terminal import open_terminal

        sys.exit(open_terminal(url))
    from journal.cli import run

    sys.exit(run(arguments))


def _only_database(arguments: list[str]) -> str | None:
    """The journal to open in the terminal UI when nothing else is asked for; None when something is."""
    if not arguments:
        return ""
    if len(arguments) == 2 and arguments[0] == "--db":
        return arguments[1]
    if len(arguments) == 1 and arguments[0].startswith("--db="):
        return arguments[0].removeprefix("--db=")
    return None


if __name__ == "__main__":
    main()
