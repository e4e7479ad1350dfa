"""The weekly report as a page: what the text says, and the pictures of its numbers beside it."""

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from journal.analysis.flags import UNIT_WORDS, Flag, plain
from journal.analysis.rows import Place
from journal.report.course import MOST_WEEKS, Course
from journal.report.html.bars import Band, Bar, bar_picture
from journal.report.html.body_map import body_map
from journal.report.html.course import (
    MOST_PLACES,
    BarPanel,
    FlagPanel,
    PainPanel,
    flag_keys,
    flag_sign,
    place_keys,
    time_picture,
)
from journal.report.html.marks import Figure, Mark, Table, figure
from journal.report.html.page import page
from journal.report.lines import Line, Section
from journal.report.sections import NOT_ENOUGH, number, sections
from journal.report.weekly import Report
from journal.vocabulary import Act, Severity

_ORDER = ("FLAGS", "PAIN", "TRAINING", "SETS PER MUSCLE", "FLUID", "SLEEP", "NOT RECORDED")
"""What is to be acted on comes first; the numbers behind it follow."""
_ACTS = {
    Act.NOW: "see a doctor now; in an emergency, your local emergency number",
    Act.TODAY: "see a doctor today",
    Act.THIS_WEEK: "see a doctor or physiotherapist this week",
}
_SIGNS = {">=": "≥", "<=": "≤"}


@dataclass(frozen=True, slots=True)
class Tile:
    """One number of the week, with what it is and what stands beside it."""

    name: str
    value: str
    aside: str = ""


def render(report: Report) -> str:
    """The whole page, ending in a line break."""
    heading, *parts = sections(report)
    week, _, days = heading.title.partition(": ")
    by_title = {part.title: part for part in parts}
    documents = {title for flag in (*report.raised, *report.active) for title in flag.documents}
    return page(
        "week.html",
        title=heading.title,
        week=week,
        days=days,
        caveat=heading.lines[0].text,
        tiles=tuple(_tiles(report)),
        course=_course(report),
        parts=[by_title[title] for title in _ORDER if title in by_title],
        groups=partial(_groups, by_title, documents),
        figures=_figures(report),
        shares=_shares(report),
        severity=_severity,
        observed=observed,
        act=_act,
        episodes=by_title.get("EPISODES"),
        made_at=f"{report.as_of:%a} {report.as_of.day} {report.as_of:%b %Y, %H:%M}",
    )


def _groups(
    parts: Mapping[str, Section], documents: Container[str], part: Section
) -> list[tuple[str, tuple[Line, ...]]]:
    """The prose of a part under its headings.

    The list of documents is left out, since each flag names its own.  What could not be judged is what was not
    recorded, and stands there: between the flags it would be in the way.
    """
    made = [
        (head, tuple(line for line in lines if line.text not in documents)) for head, lines in part.groups
    ]
    if part.title == "FLAGS" and "NOT RECORDED" in parts:
        made = [(head, lines) for head, lines in made if head != NOT_ENOUGH]
    elif part.title == "NOT RECORDED":
        made += [(head, lines) for head, lines in parts["FLAGS"].groups if head == NOT_ENOUGH]
    return [(head, lines) for head, lines in made if lines]


def observed(flag: Flag) -> str:
    """A flag's own number against its line, such as `188 h; the line is > 168 h`; "" when it has none."""
    if flag.value is None:
        return ""
    seen = _with_unit(flag.value, flag.unit)
    if flag.threshold is None:
        return seen
    line = _with_unit(flag.threshold.value, flag.threshold.unit)
    return f"{seen}; the line is {_SIGNS.get(flag.threshold.op, flag.threshold.op)} {line}"


def _act(flag: Flag) -> str:
    """How soon a doctor is to be seen; "" for a flag that asks for less training and not for a doctor."""
    from journal.analysis.engine import rulebook

    if flag.act is None or not (flag.is_urgent or rulebook()[flag.rule].is_about_pain):
        return ""
    return f": {_ACTS[flag.act]}"


def _with_unit(value: float, unit: str) -> str:
    return f"{plain(round(value, 2))} {UNIT_WORDS.get(unit, unit)}".rstrip()


def _severity(severity: Severity) -> Mark:
    return flag_sign(severity, (0, 0))


def _tiles(report: Report) -> Iterator[Tile]:
    """The week in a few numbers."""
    training, nights = report.training, report.nights
    if training.known_days:
        yield Tile("Workouts", str(training.sessions), f"{number(training.minutes)} min")
        yield Tile("Load", number(training.load), "session RPE x minutes")
    else:
        yield Tile("Workouts", "–", "nothing recorded")
    worst = max(_worst(report).items(), key=lambda one: one[1], default=None)
    if worst:
        yield Tile("Highest pain", f"{worst[1]} of 10", str(worst[0]))
    else:
        yield Tile("Highest pain", "–", "no pain entry")
    if nights.mean_h is not None:
        yield Tile("Sleep", f"{nights.mean_h:.1f} h", f"on average of {nights.recorded} nights")
    else:
        yield Tile("Sleep", "–", "not recorded")
    yield Tile("Flags raised", str(len(report.raised)), f"{len(report.active)} active")


def _worst(report: Report) -> dict[Place, int]:
    """The highest score of each place in the week, the worst place first."""
    return {one.place: max(score for score in one.scores if score is not None) for one in report.pain}


def _shares(report: Report) -> Mapping[str, float]:
    """How long the bar of each muscle is, by the row of the table of sets: 100 for the most."""
    most = max(report.sets.values(), default=0)
    return {f"{sets:.1f}": round(100 * sets / most, 1) for sets in report.sets.values()}


def _figures(report: Report) -> Mapping[str, Figure]:
    """The picture that stands in a part, by the part's title."""
    made: dict[str, Figure] = {}
    if any(one.load is not None or one.load_unknown for one in (*report.before, report.training)):
        made["TRAINING"] = _weeks(report)
    if report.pain:
        made["PAIN"] = body_map("body", _worst(report), "Where it hurt this week: the highest score")
    if any(one is not None for one in report.fluid):
        made["FLUID"] = _fluid(report)
    return made


def _weeks(report: Report) -> Figure:
    """The load of each week against the usual range of 7 days."""
    usual = report.course.usual
    band = (
        None
        if usual is None
        else Band(*usual, f"your usual 7 days, {number(usual[0])} to {number(usual[1])}")
    )
    weeks = (*report.before, report.training)
    # Among many weeks the number alone does not say which year it is of, and a date has no room.
    is_long = len(weeks) > MOST_WEEKS
    bars = [
        Bar(
            f"W{one.first:%V}",
            one.load,
            "" if one.load is None else number(one.load),
            f"{one.first:%G}" if is_long else f"{one.first.day} {one.first:%b}",
            is_partial=one.load_unknown > 0,
            so_far=report.so_far and one is report.training,
        )
        for one in weeks
    ]
    told = "; ".join(_bar_told(f"{one.first:%G-W%V}", one.load, one.load_unknown > 0) for one in weeks[-8:])
    return figure(
        "load-weeks",
        f"Load of each week{' against your usual range' if band else ''}",
        f"{told}.{f' The band is {band.name}.' if band else ''}",
        lambda width: bar_picture(bars, width, band=band),
        keys=[band.key] if band else [],
    )


def _bar_told(name: str, value: float | None, is_partial: bool) -> str:
    return f"{name}: {'not recorded' if value is None else number(value)}{' and more unknown' * is_partial}"


def _fluid(report: Report) -> Figure:
    """What was drunk each day against the day's range."""
    limits = report.fluid_range
    band = None if limits is None else Band(*limits, f"the day's range, {limits[0]} to {limits[1]} ml")
    drunk = [*report.fluid, *[None] * (7 - len(report.fluid))]
    days = [report.first + timedelta(days=place) for place in range(7)]
    bars = [
        Bar(f"{day:%a}", ml, "" if ml is None else number(ml), f"{day.day} {day:%b}")
        for day, ml in zip(days, drunk, strict=True)
    ]
    told = "; ".join(_bar_told(bar.name, bar.value, is_partial=False) for bar in bars[: len(report.fluid)])
    return figure(
        "fluid",
        f"Fluid of each day, ml{' against the range for your weight' if band else ''}",
        f"{told}.",
        lambda width: bar_picture(bars, width, band=band),
        keys=[band.key] if band else [],
    )


def _course(report: Report) -> Figure | None:
    """Load, pain and flags day by day on one axis; None when nothing of it was recorded."""
    course = report.course
    if course.load.highest is None and not course.pain and not course.raised:
        return None
    panels = (
        BarPanel("Load of the day (session RPE x minutes)", course.load),
        PainPanel(_pain_name(course), course.pain),
        FlagPanel("Flags that began", course.raised),
    )
    lit = (report.first, report.last)
    return figure(
        "course",
        f"Day by day, {course.first.day} {course.first:%b} to {report.last.day} {report.last:%b %Y}"
        f"{f' (the last {MOST_WEEKS} weeks)' if len(report.before) >= MOST_WEEKS else ''}",
        _course_told(course),
        lambda width: time_picture(course.first, report.last, panels, width, lit=lit),
        keys=[*place_keys(course.pain), *flag_keys(course.raised)],
        table=_course_table(course),
    )


def _pain_name(course: Course) -> str:
    more = len(course.pain) - MOST_PLACES
    return f"Pain, 0 to 10{f' (and {more} more below)' if more > 0 else ''}"


def _course_told(course: Course) -> str:
    trained = sum(bool(value) for value in course.load.values)
    places = ", ".join(
        f"{place} up to {number(scores.highest)}" for place, scores in course.pain[:MOST_PLACES]
    )
    began = sum(one.count for one in course.raised.values())
    return (
        f"{trained} days with a known training load, the highest {number(course.load.highest)}. "
        f"Pain: {places or 'no entry'}. {began} flags began. The numbers stand in the table below the picture."
    )


def _course_table(course: Course) -> Table:
    places = [str(place) for place, _ in course.pain]
    return Table(
        "Every day with a record; . = nothing written",
        ("day", "load", *places, "flags"),
        tuple(_course_row(course, day) for day in course.days() if _is_written(course, day)),
    )


def _is_written(course: Course, day: date) -> bool:
    pain = any(scores.on(day) is not None for _, scores in course.pain)
    return pain or course.load.on(day) is not None or day in course.load.partial or day in course.raised


def _course_row(course: Course, day: date) -> tuple[str, ...]:
    def cell(value: float | None) -> str:
        return "." if value is None else number(value)

    raised = course.raised.get(day)
    return (
        f"{day:%a} {day.day} {day:%b}",
        cell(course.load.on(day)) + "?" * (day in course.load.partial),
        *(cell(scores.on(day)) for _, scores in course.pain),
        f"{raised.count} ({raised.worst})" if raised else "",
    )
