"""The physiotherapist's page as HTML: the first page on one sheet of A4, with the body and the course as pictures."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from journal.analysis.rows import Place
from journal.analysis.series import Daily
from journal.report.for_physio.both_sides import each_side
from journal.report.for_physio.onset_words import BACK, day_words, newest, onset_heading
from journal.report.for_physio.physio import Physio
from journal.report.for_physio.physio_annex import annex_sections
from journal.report.for_physio.physio_sections import first_page
from journal.report.for_physio.work_words import on
from journal.report.html.body_map import body_map
from journal.report.html.course import (
    MOST_PLACES,
    PainPanel,
    Panel,
    SignPanel,
    flag_sign,
    place_keys,
    time_picture,
)
from journal.report.html.marks import Figure, Mark, Table, figure
from journal.report.html.page import page as html_page
from journal.vocabulary import CareKind, Severity

_VISITS = frozenset({CareKind.DOCTOR, CareKind.CLEARANCE})
MOST_DAYS = 364
"""So many days are told apart in the picture."""


@dataclass(frozen=True, slots=True)
class OnsetRow:
    """An onset in words, with what was done on its date and on the two before, each under its name."""

    name: str
    days: tuple[tuple[str, str], ...]


def render(page: Physio) -> str:
    """The whole page, ending in a line break."""
    heading, *parts = first_page(page)
    by_title = {part.title: part for part in parts}
    return html_page(
        "physio.html",
        title=heading.title,
        about=tuple(line.text for line in heading.lines),
        parts=by_title,
        body=_body(page),
        course=_course(page),
        onsets=tuple(_onsets(page)),
        annex=annex_sections(page),
        is_long=_first_shown(page) > page.since,
        severity=_severity,
        capital=_capital,
        made_at=f"{on(page.as_of.date(), page.as_of.date())} {page.as_of:%Y, %H:%M}",
    )


def _capital(text: str) -> str:
    """With a capital at its beginning, and otherwise as it is."""
    return text[:1].upper() + text[1:]


def _first_shown(page: Physio) -> date:
    """The first date of the picture: a longer span is told by the table below it."""
    return max(page.since, page.last - timedelta(days=MOST_DAYS - 1))


def _severity(severity: Severity) -> Mark:
    return flag_sign(severity, (0, 0))


def _body(page: Physio) -> Figure | None:
    """Where it hurts: the highest score of each place."""
    worst = {side: score for place, score in _worst(page).items() for side in each_side(place)}
    return body_map("body", worst, "Where: the highest score") if worst else None


def _worst(page: Physio) -> Mapping[Place, int]:
    return {one.place: max(filter(None, one.scores), default=0) for one in page.pain}


def _course(page: Physio) -> Figure | None:
    """Pain day by day above the workouts, the care and the visits of the same dates; None without any pain."""
    if not page.pain:
        return None
    courses, first = (
        tuple((one.place, Daily(page.since, one.scores)) for one in page.pain),
        _first_shown(page),
    )
    panels: tuple[Panel, ...] = (
        PainPanel("Pain, 0 to 10: the highest score of the day", courses[:MOST_PLACES], height=80),
        SignPanel("Workouts", _days_of(page, "workouts"), "square"),
        SignPanel("Care", _days_of(page, "care", without=_VISITS), "diamond"),
        *_visits(page),
    )
    worst = ", ".join(f"{place} up to {score}" for place, score in _worst(page).items())
    return figure(
        "course",
        f"Course, {on(first, page.last)} to {on(page.last, page.last)} {page.last.year}",
        f"Pain: {worst}. {len(_days_of(page, 'workouts'))} days with a workout. All numbers stand in the annex.",
        lambda width: time_picture(first, page.last, panels, width),
        keys=place_keys(courses) if len(courses) > 1 else (),
        table=_course_table(page),
    )


def _visits(page: Physio) -> Iterator[Panel]:
    days = _days_of(page, "care", only=_VISITS)
    if days:
        yield SignPanel("Doctor, clearance", days, "triangle")


def _days_of(
    page: Physio,
    table: str,
    *,
    without: frozenset[CareKind] = frozenset(),
    only: frozenset[CareKind] | None = None,
) -> frozenset[date]:
    """The dates of the annex with a record of that table; of care of some kinds."""
    return frozenset(
        row.at.date()
        for row in page.annex
        if row.table == table
        and row.values["kind"] not in without
        and (only is None or row.values["kind"] in only)
    )


def _course_table(page: Physio) -> Table:
    places = tuple(str(one.place) for one in page.pain)
    days = [date.fromordinal(page.since.toordinal() + place) for place in range(page.days)]
    rows = [
        (on(day, page.last), *("." if score is None else str(score) for score in scores))
        for day, scores in zip(days, zip(*(one.scores for one in page.pain), strict=True), strict=True)
        if any(score is not None for score in scores)
    ]
    return Table("Every day with a pain entry; . = nothing written", ("day", *places), tuple(rows))


def _onsets(page: Physio) -> Iterator[OnsetRow]:
    for one in newest(page):
        days = tuple((BACK[day.back], day_words(day)) for day in one.days)
        yield OnsetRow(onset_heading(one, page.last), days)
