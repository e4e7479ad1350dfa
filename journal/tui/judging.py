"""What the rules say, asked for in their thread: the only part of the screens that brings pandas in."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from journal.vocabulary import Symptom

if TYPE_CHECKING:
    from journal.analysis.flags import Flag, Today
    from journal.records import Record

Rows = Callable[[date | None], Any]
Parameters = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Raised:
    """What new entries brought up: flags, worst first, and red-flag questions to put."""

    flags: "tuple[Flag, ...]" = ()
    questions: tuple[Symptom, ...] = ()


def judge(rows: Rows, at: datetime, parameters: Parameters) -> "Today":
    """The day at a glance, as of `at`."""
    from journal.analysis.answers.today import today

    return today(rows, at, parameters=parameters)


def all_flags(rows: Rows, at: datetime, parameters: Parameters) -> "tuple[Flag, ...]":
    """Every flag that is active at `at`."""
    from journal.analysis.judge import flags_at

    return flags_at(rows, at, parameters=parameters).flags


def raised_by(rows: Rows, recorded: "Sequence[Record]", now: datetime, parameters: Parameters) -> Raised:
    """The flags that the records raised, and the questions that they call for."""
    from journal.analysis.answers.consequences import consequences

    questions, flags = consequences(rows, recorded, now, parameters=parameters)
    return Raised(flags, questions)


def titles(flag: "Flag") -> tuple[str, tuple[str, ...]]:
    """What the flag's rule looks for, and the same of the rules merged under it."""
    from journal.analysis.engine import rulebook

    rules = rulebook()

    def title(rule: str) -> str:
        return rules[rule].checks if rule in rules else rule

    return title(flag.rule), tuple(title(rule) for rule in flag.also)
