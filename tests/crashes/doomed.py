"""Processes that are killed at a moment of somebody else's choosing, and what they had said by then.

They are forked from one that has everything imported: what is left of their time is the work itself, and a kill at
a random moment falls into it.
"""

import os
import random
import signal
import sys
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

Act = Callable[[], int]
"""What a process does; its exit status."""

_HUNG = 60.0
"""Seconds after which a process that was not to be killed is taken for hung."""


@dataclass(frozen=True, slots=True)
class Ended:
    """How a process ended: the whole lines that it had printed, its exit status, and how long it took."""

    lines: tuple[str, ...]
    status: int
    seconds: float

    @property
    def killed(self) -> bool:
        """Whether the kill came before its own end."""
        return self.status == -signal.SIGKILL


class Doomed:
    """A running process, whose standard output is kept."""

    def __init__(self, act: Act, errors: Path) -> None:
        self._read, write = os.pipe()
        self._began = time.monotonic()
        self._pid = os.fork()
        if self._pid == 0:
            os.close(self._read)
            _live(act, write, errors)
        os.close(write)

    def kill(self) -> None:
        """End it, whatever it is doing."""
        os.kill(self._pid, signal.SIGKILL)

    def ended(self) -> Ended:
        """Wait for its end."""
        with os.fdopen(self._read, "rb") as pipe:
            said = pipe.read().decode()
        _, status = os.waitpid(self._pid, 0)
        lines = tuple(said.split("\n")[:-1])  # a line that does not end was not said
        return Ended(lines, os.waitstatus_to_exitcode(status), time.monotonic() - self._began)


def _live(act: Act, write: int, errors: Path) -> None:
    """What the new process does, until it ends or is killed."""
    status = 70
    try:
        os.dup2(write, 1)
        os.dup2(os.open(errors, os.O_CREAT | os.O_WRONLY | os.O_APPEND, 0o600), 2)
        sys.stdout = os.fdopen(1, "w", encoding="utf-8")
        sys.stderr = os.fdopen(2, "w", encoding="utf-8")
        status = act()
    except BaseException:  # noqa: BLE001 - nothing may come back into the process that this one is a copy of
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)


def run(act: Act, errors: Path) -> Ended:
    """Let it come to its own end."""
    signal.signal(signal.SIGALRM, _give_up)
    signal.setitimer(signal.ITIMER_REAL, _HUNG)
    try:
        return Doomed(act, errors).ended()
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def _give_up(*_: object) -> None:
    raise TimeoutError(f"a process that was not killed did not end in {_HUNG:.0f} s")


def killed_within(act: Act, errors: Path, seconds: float, chance: random.Random) -> Ended:
    """Kill it at a random moment of its first `seconds`, unless it ends before."""
    process = Doomed(act, errors)
    time.sleep(chance.uniform(0, seconds))
    process.kill()
    return process.ended()
