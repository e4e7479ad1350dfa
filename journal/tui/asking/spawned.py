"""The start of the process beside the terminal UI: before anything else, so that it is ready when it is asked."""

import os
import subprocess
import sys
from pathlib import Path

_TOP = str(Path(__file__).resolve().parents[3])
_PROGRAM = (
    f"import sys; sys.path.insert(0, {_TOP!r}); from journal.tui.asking.beside_process import serve; serve()"
)


def spawn() -> "subprocess.Popen[bytes] | None":
    """The process, which prepares itself at once; None where it would only be in the way, or cannot start."""
    if len(os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else range(os.cpu_count() or 1)) < 2:
        return None
    try:
        return subprocess.Popen(  # noqa: S603 - this program itself
            [sys.executable, "-c", _PROGRAM],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            # The keys of the terminal (Ctrl+C) are for this process alone.
            start_new_session=True,
        )
    except OSError:
        return None
