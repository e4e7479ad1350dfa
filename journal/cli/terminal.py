"""The terminal UI from the command line."""

import sys
from collections.abc import Mapping
from typing import Any

from journal import config

_NO_TERMINAL = (
    "the screens need a terminal on the standard input and the standard error; without one use a command, "
    "such as journal today or journal log."
)


def open_terminal(url: str, *, demo: bool = False) -> int:
    """Open the journal in the terminal and return the exit status."""
    if not _has_terminal():
        sys.stderr.write(f"{_NO_TERMINAL}\n")
        return 2
    from journal.tui.asking.spawned import spawn

    process = spawn()  # while the rest is imported here, it prepares itself
    from journal.errors import Refused
    from journal.tui.start import run

    try:
        settings = config.settings()
        return run(
            url or config.default_url(),
            theme=settings.theme,
            keys=settings.keys,
            still=settings.motion == "reduced",
            parameters=_checked(settings),
            where=str(config.settings_file()),
            demo=demo,
            backups=None if demo else settings.backups,
            process=process,
        )
    except Refused as error:
        sys.stderr.write(f"{error}\n")
        return 2
    finally:
        if process is not None:
            process.kill()
            process.wait()


def _has_terminal() -> bool:
    """Whether there are keys to read and something to draw on: the screens are drawn on the standard error."""
    return all(one is not None and one.isatty() for one in (sys.__stdin__, sys.__stderr__))


def _checked(settings: config.Settings) -> Mapping[str, Mapping[str, Any]]:
    """The writer's own thresholds; only who has some waits for the rule book before the first paint."""
    if not settings.rules:
        return {}
    from journal.analysis.parameters import checked

    return checked(settings.rules, str(config.settings_file()))
