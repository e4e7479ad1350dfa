"""The page for the physiotherapist on the screen: the episodes to choose from, its words, and the file of it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

from journal.tui.asking.at_work import AtWork

if TYPE_CHECKING:
    from journal.report.for_physio.physio import Physio
    from journal.report.lines import Section

YEARS = 2
"""Episodes of so many years are there to be chosen from."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What the page is about: everything that hurts, or the place that is named, from a date on."""

    since: date | None = None
    region: str = ""
    side: str = ""
    name: str = ""


EVERYTHING = Subject()
"""All that hurts now, or did in the last 8 weeks."""


@dataclass(frozen=True, slots=True)
class EpisodeChoice:
    """An episode that a page can be about, with its dates, its peak (0 to 10) and its state."""

    subject: Subject
    first: date
    last: date
    peak: int
    state: str


@dataclass(frozen=True, slots=True)
class WrittenPage:
    """A page as a file: what it is called, and what is in it."""

    name: str
    html: str


def episodes(at_work: AtWork) -> tuple[EpisodeChoice, ...]:
    """The episodes of the last two years: those that are open, then the newest first."""
    from journal.analysis.judge import frames_since

    at, since = int(at_work.at.timestamp()), at_work.at.date() - timedelta(days=YEARS * 365)
    frames = frames_since(at_work.rows, at_work.at, since)
    found = [
        EpisodeChoice(
            Subject(date.fromordinal(one.first_day), one.place.region, one.place.side, str(one.place)),
            date.fromordinal(one.first_day),
            date.fromordinal(one.painful[-1].day),
            max(entry.score for entry in one.entries),
            one.state(at),
        )
        for one in frames.episodes
        if one.painful[-1].day >= since.toordinal()
    ]
    return tuple(sorted(found, key=lambda one: (one.state != "open", -one.last.toordinal(), -one.peak)))


def physio_of(subject: Subject) -> "Callable[[AtWork], tuple[Section, ...]]":
    """The first page, in words, and what its annex has."""
    return partial(_sections, subject)


def physio_page(subject: Subject) -> Callable[[AtWork], WrittenPage]:
    """The whole page with its annex, to be written to a file."""
    return partial(_written, subject)


def _sections(subject: Subject, at_work: AtWork) -> "tuple[Section, ...]":
    from journal.report.for_physio.physio_sections import first_page
    from journal.report.for_physio.work_words import counted
    from journal.report.lines import Line, Section

    made = _made(subject, at_work)
    told = (
        f"{counted(len(made.annex), 'record')} and all that is cut short here: in the page for the browser."
    )
    return (*first_page(made), Section("ANNEX", (Line(told),)))


def _written(subject: Subject, at_work: AtWork) -> WrittenPage:
    from journal.report.html.physio import render

    made = _made(subject, at_work)
    return WrittenPage(f"physio-{made.last.isoformat()}.html", render(made))


def _made(subject: Subject, at_work: AtWork) -> "Physio":
    from journal.analysis.judge import reading
    from journal.analysis.rows import Place
    from journal.report.for_physio.physio import physio

    about = (Place(subject.region, subject.side),) if subject.region else ()
    return physio(
        lambda first: reading(at_work.rows, at_work.at, at_work.parameters, at_work.tell, first=first),
        at_work.at,
        subject.since,
        about,
    )
