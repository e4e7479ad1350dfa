"""The start of the terminal UI: first the process beside it, then the screen, then everything else."""

import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from journal.tui.asking.ahead import Ahead

if TYPE_CHECKING:
    import subprocess

_SWITCH_SECONDS = 0.001
"""How long a thread may keep the others waiting: a key is not to wait for one that imports or reads."""


def run(
    url: str,
    *,
    theme: str = "",
    keys: Mapping[str, str] | None = None,
    still: bool = False,
    parameters: Mapping[str, Mapping[str, Any]] | None = None,
    where: str = "settings",
    demo: bool = False,
    backups: Mapping[str, Any] | None = None,
    process: "subprocess.Popen[bytes] | None" = None,
) -> int:
    """Run the terminal UI until it is left; the exit status.

    `backups` is what the settings say of them; None: no copy is made day by day.
    `process` is the one that works beside this one (default: a new one); it ends with the terminal UI.
    `Refused` when the theme or the keys are none; it names the file `where` they stand.
    """
    sys.setswitchinterval(_SWITCH_SECONDS)
    ahead = Ahead.begin(url, parameters or {}, process)
    try:
        # Only now: while this process imports the screen, the other reads the day.
        from journal.tui.app import JournalApp
        from journal.tui.themes import checked as checked_theme
        from journal.tui.themes import fitting

        theme = checked_theme(theme, where)
        if keys:
            from journal.tui.own_keys import checked as checked_keys

            keys = checked_keys(keys, where)
        app = JournalApp(
            url,
            theme=theme,
            keys=keys,
            still=still,
            parameters=parameters,
            demo=demo,
            ahead=ahead,
            backups=backups,
        )
        app.theme = fitting(theme, app.console.color_system, plain=app.no_color)
        app.run()
        return app.return_code or 0
    finally:
        if ahead is not None:
            ahead.beside.close()
