"""What the first page needs, asked for before the terminal UI is imported."""

from collections.abc import Mapping
from concurrent.futures import Future
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Self

from journal.tui.asking.asked import Reading, Working
from journal.tui.asking.beside import Beside
from journal.tui.asking.judging import judge
from journal.tui.reading.first_look import first_look

if TYPE_CHECKING:
    import subprocess

    from journal.analysis.flags import Today
    from journal.tui.reading.views import DayView


@dataclass(frozen=True, slots=True)
class Ahead:
    """The process that was begun, and the answers that it will have: the day, and what the rules say of it."""

    beside: Beside
    view: "Future[DayView]"
    answer: "Future[Today]"

    @classmethod
    def begin(
        cls,
        url: str,
        parameters: Mapping[str, Mapping[str, Any]],
        process: "subprocess.Popen[bytes] | None" = None,
    ) -> Self | None:
        """Ask the process that was spawned (default: a new one); None without one."""
        beside = Beside.begin(url, process)
        if beside is None:
            return None
        return cls(beside, beside.ask(Reading(first_look)), beside.ask(Working(judge, None, parameters)))
