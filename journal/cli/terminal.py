"""The terminal UI from the command line."""

import sys

from journal import config


def open_terminal(url: str, *, demo: bool = False) -> int:
    """Open the journal in the terminal and return the exit status."""
    from journal.errors import Refused
    from journal.tui.app import run

    try:
        theme = config.settings().theme
    except Refused as error:
        sys.stderr.write(f"{error}\n")
        return 2
    return run(url or config.default_url(), theme=theme, demo=demo)
