"""The terminal UI from the command line."""

from journal import config


def open_terminal(url: str) -> int:
    """Open the journal in the terminal and return the exit status."""
    from journal.tui.app import run

    return run(url or config.default_url())
