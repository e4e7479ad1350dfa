"""The `journal` program: with no command the terminal UI, else one command.

A bare `journal` does not load the command framework: the first paint comes before everything else.
"""

import gc
import os
import sys
from types import TracebackType


def main() -> None:
    """Run the program and exit with its status."""
    # numpy would start a thread per core for sums of a few thousand numbers.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    sys.excepthook = _unexpected
    # A command lives for a second: looking for cycles in modules and rows would take a quarter of it.  The
    # terminal UI, which lives longer, turns the search on again after its first paint.
    gc.disable()
    arguments = sys.argv[1:]
    url = _only_database(arguments)
    if url is not None:
        from journal.cli.terminal import open_terminal

        sys.exit(open_terminal(url))
    from journal.cli import run

    sys.exit(run(arguments))


def _unexpected(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Say in one sentence that the program is wrong; the trace is for those who ask for it."""
    if os.environ.get("JOURNAL_TRACE"):
        sys.__excepthook__(kind, error, trace)
        return
    said = "".join(one if one.isprintable() else " " for one in f"{kind.__name__}: {error}")
    sys.stderr.write(
        f"The program is at fault ({said}); set JOURNAL_TRACE=1 and repeat the call to see where, "
        "and please report it.\n"
    )


def _only_database(arguments: list[str]) -> str | None:
    """The journal to open in the terminal UI when nothing else is asked for; None when something is."""
    if not arguments:
        return ""
    if len(arguments) == 2 and arguments[0] == "--db":
        return arguments[1] or None
    if len(arguments) == 1 and arguments[0].startswith("--db="):
        return arguments[0].removeprefix("--db=") or None
    return None


if __name__ == "__main__":
    main()
