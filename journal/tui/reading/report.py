"""The week as `journal report` gives it: a job for the rules' thread, answered with its words."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from journal.tui.asking.at_work import AtWork

if TYPE_CHECKING:
    from journal.report.lines import Section


@dataclass(frozen=True, slots=True)
class WeekReport:
    """The report of the week that begins on the Monday `first`."""

    first: date
    sections: "tuple[Section, ...]"


def report_of(day: date) -> Callable[[AtWork], WeekReport]:
    """The report of the week that a day lies in, as it was known at its end, or now while it is not over."""
    return partial(_report_of, day)


def _report_of(day: date, at_work: AtWork) -> WeekReport:
    from journal.analysis.judge import reading
    from journal.analysis.series import monday_of
    from journal.report.sections import sections
    from journal.report.weekly import weekly

    first = monday_of(day)
    made = weekly(lambda at: reading(at_work.rows, at, at_work.parameters, at_work.tell), at_work.at, first)
    return WeekReport(first, sections(made))
