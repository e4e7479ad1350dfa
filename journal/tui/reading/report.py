"""The week as `journal report` gives it: a job for the rules' thread, answered with its words."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

from journal.tui.asking.at_work import AtWork
from journal.tui.reading.physio import WrittenPage

if TYPE_CHECKING:
    from journal.report.lines import Section
    from journal.report.weekly import Report


@dataclass(frozen=True, slots=True)
class WeekReport:
    """The report of the week that begins on the Monday `first`."""

    first: date
    sections: "tuple[Section, ...]"


def report_of(day: date) -> Callable[[AtWork], WeekReport]:
    """The report of the week that a day lies in, as it was known at its end, or now while it is not over."""
    return partial(_report_of, day)


def week_page(day: date) -> Callable[[AtWork], WrittenPage]:
    """The same week with its pictures, to be written to a file."""
    return partial(_written, day)


def _report_of(day: date, at_work: AtWork) -> WeekReport:
    from journal.report.sections import sections

    made = _made(day, at_work)
    return WeekReport(made.first, sections(made))


def _written(day: date, at_work: AtWork) -> WrittenPage:
    from journal.report.html.week import render

    made = _made(day, at_work)
    return WrittenPage(f"week-{made.week}.html", render(made))


def _made(day: date, at_work: AtWork) -> "Report":
    from journal.analysis.judge import reading
    from journal.analysis.series import monday_of
    from journal.report.weekly import WEEKS_BEFORE, weekly

    first = monday_of(day)
    back = first - timedelta(weeks=WEEKS_BEFORE)
    return weekly(
        lambda at: reading(at_work.rows, at, at_work.parameters, at_work.tell, first=back), at_work.at, first
    )
