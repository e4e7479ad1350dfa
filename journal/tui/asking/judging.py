"""What the pages ask the rules, as jobs for their thread: the only part of the screens that brings pandas in."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from journal.tui.asking.at_work import AtWork
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
    """The day at a glance; the questions of a day that is past less those that were answered after it."""
    from journal.analysis.answers.today import today

    made = today(at_work.rows, at_work.at, parameters=at_work.parameters)
    return replace(made, questions=_left_open(at_work, made.questions)) if made.questions else made


def _left_open(at_work: AtWork, questions: tuple[Symptom, ...]) -> tuple[Symptom, ...]:
    from journal.analysis.answers.asking import left_open
    from journal.analysis.frames import Frames
    from journal.analysis.stored import exercises_of

    later = at_work.rows(at_work.at.date())
    return left_open(Frames.read(later, exercises_of(later)), questions, int(at_work.at.timestamp()))


def all_flags(at_work: AtWork) -> "tuple[Flag, ...]":
    """Every flag that is active."""
    from journal.analysis.judge import flags_at

    return flags_at(at_work.rows, at_work.at, parameters=at_work.parameters).flags


def raised_by(recorded: "Sequence[Record]") -> Callable[[AtWork], Raised]:
    """The flags that the records raised, and the questions that they call for."""
    return partial(_raised_by, tuple(recorded))


def _raised_by(recorded: "tuple[Record, ...]", at_work: AtWork) -> Raised:
    from journal.analysis.answers.consequences import consequences

    questions, flags = consequences(at_work.rows, recorded, at_work.at, parameters=at_work.parameters)
    return Raised(flags, questions)
