"""What a job that asks the rules is given, wherever it runs: in the rules' thread or in the process beside this one."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from journal.storage import Snapshot

Parameters = Mapping[str, Mapping[str, Any]]
Rows = Callable[[date | None], "Snapshot"]
Tell = Callable[[int, int], None]
"""Takes how many steps of how many are done."""


class Cancelled(Exception):
    """Nobody waits for the answer any more; raised where the job runs, which ends it."""


@dataclass(frozen=True, slots=True)
class AtWork:
    """What a job that asks the rules is given.

    `rows` reads the journal from a first date on, `at` is the moment to judge, `parameters` are the writer's
    own thresholds.  `tell` takes the progress, and raises `Cancelled` when nobody waits any more.
    """

    rows: Rows
    at: datetime
    parameters: Parameters
    tell: Tell
