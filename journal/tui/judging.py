"""What the pages ask the rules, as jobs for their thread: the only part of the screens that brings pandas in."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from journal.tui.open_journal import AtWork
from journal.vocabulary import Symptom

if TYPE_CHECKING:
    from journal.analysis.flags import Flag, Today
    from journal.records import Record


@dataclass(frozen=True, slots=True)
class Raised:
    """What new entries brought up: flags, worst first, and red-flag questions to put."""

    flags: "tuple[Flag, ...]" = ()
    questions: tuple[Symptom, ...] = ()


def judge(at_work: AtWork) -> "Today":
    """The day at a glance."""
    from journal.analysis.answers.today import today

    return today(at_work.rows, at_work.at, parameters=at_work.parameters)


def all_flags(at_work: AtWork) -> "tuple[Flag, ...]":
    """Every flag that is active."""
    from journal.analysis.judge import flags_at

    return flags_at(at_work.rows, at_work.at, parameters=at_work.parameters).flags


def raised_by(recorded: "Sequence[Record]") -> Callable[[AtWork], Raised]:
    """The flags that the records raised, and the questions that they call for."""

    def job(at_work: AtWork) -> Raised:
        from journal.analysis.answers.consequences import consequences

        questions, flags = consequences(at_work.rows, recorded, at_work.at, parameters=at_work.parameters)
        return Raised(flags, questions)

    return job


def titles(flag: "Flag") -> Callable[[AtWork], tuple[str, tuple[str, ...]]]:
    """What the flag's rule looks for, and the same of the rules merged under it."""

    def job(_: AtWork) -> tuple[str, tuple[str, ...]]:
        from journal.analysis.engine import rulebook

        rules = rulebook()

        def title(rule: str) -> str:
            return rules[rule].checks if rule in rules else rule

        return title(flag.rule), tuple(title(rule) for rule in flag.also)

    return job
