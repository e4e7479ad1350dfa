"""The pictures on the page of the week, and what each of them says to somebody who cannot see it."""

from collections.abc import Mapping
from datetime import date, timedelta

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
    place_keys,
    time_picture,
)
from journal.report.html.marks import Figure, Table, figure
from journal.report.sections import number
from journal.report.weekly import Report


def figures(report: Report) -> Mapping[str, Figure]:
    """The picture that stands in a part, by the part's title."""
    made: dict[str, Figure] = {}
    if any(one.load for one in (*report.before, report.training)):
        made["TRAINING"] = _weeks(report)
    if report.pain:
        made["PAIN"] = body_map("body", worst(report), "Where it hurt this week: the highest score")
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
    band = (
        None
        if limits is None
        else Band(*limits, f"the day's range, {number(limits[0])} to {number(limits[1])} ml")
    )
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


def day_by_day(report: Report) -> Figure | None:
    """Load, pain and flags day by day on one axis; None when nothing of it was recorded.

    Where no load is known there is no panel for it: the table of training says why.
    """
    course = report.course
    if not course.load.highest and not course.pain and not course.raised:
        return None
    loads = BarPanel("Load of the day (session RPE x minutes)", course.load)
    panels = (
        *((loads,) if course.load.highest else ()),
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
    load = f"{trained} days with a known training load, the highest {number(course.load.highest)}"
    return (
        f"{load if trained else 'No training load is known'}. "
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


def worst(report: Report) -> dict[Place, int]:
    """The highest score of each place in the week, the worst place first."""
    return {one.place: max(score for score in one.scores if score is not None) for one in report.pain}
