"""What the process beside the terminal UI is asked, and what it answers: pickled, one after the other."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from journal.tui.asking.at_work import AtWork, Parameters

if TYPE_CHECKING:
    from journal.storage import Store


@dataclass(frozen=True, slots=True)
class Reading:
    """Asks for what a function reads from the store."""

    function: "Callable[[Store], Any]"


@dataclass(frozen=True, slots=True)
class Working:
    """Asks for what a job gives; without `at` as of now."""

    job: Callable[[AtWork], Any]
    at: datetime | None
    parameters: Parameters


@dataclass(frozen=True, slots=True)
class Request:
    """One question by its number; `asked` is None to stop what that number asked for."""

    number: int
    asked: Reading | Working | None


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of a question.

    `value` is what was asked for, the progress as (done, of), or the sentence of a refusal; `kind` is "done",
    "told", "refused", "could not", or "not beside".
    """

    number: int
    kind: str
    value: Any = None
