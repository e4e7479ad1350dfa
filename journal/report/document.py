"""The weekly report as JSON: every number of it, for scripts."""

from datetime import timedelta
from typing import Any

from journal.analysis.flags import plain
from journal.analysis.training.weeks import TrainingSum
from journal.report.course import Course
from journal.report.weekly import Report


def as_json(report: Report) -> dict[str, Any]:
    """Every number of the report, for scripts."""
    days = [(report.first + timedelta(days=index)).isoformat() for index in range(7)]
    return {
        "as_of": report.as_of.isoformat(),
        "week": report.week,
        "first": report.first.isoformat(),
        "last": report.last.isoformat(),
        "so_far": report.so_far,
        "training": _training_json(report.training),
        "weeks_before": [_training_json(one) for one in report.before],
        "load_context": None if report.context is None else report.context.as_json(),
        "growth": [
            {
                "metric": one.metric.value,
                "now": plain(one.now),
                "before": plain(one.before),
                "unit": one.unit,
                "growth_pct": _maybe(None if one.share is None else one.share * 100),
            }
            for one in report.growth
        ],
        "sets_per_muscle": {muscle.value: plain(sets) for muscle, sets in report.sets.items()},
        "pain": [
            {**one.place.subject, "entries": one.entries, "days": dict(zip(days, one.scores, strict=False))}
            for one in report.pain
        ],
        "episodes": [
            {
                **line.place,
                "start": line.start.isoformat(),
                "days": line.days,
                "peak": line.peak,
                "latest": line.latest,
                "state": line.state,
                "after_workout": line.after_workout,
                "soreness": line.soreness.value if line.soreness else None,
                "stage": line.stage.value if line.stage else None,
            }
            for line in report.episodes
        ],
        "fluid": {
            "days": dict(zip(days, report.fluid, strict=False)),
            "low_ml": report.fluid_range[0] if report.fluid_range else None,
            "high_ml": report.fluid_range[1] if report.fluid_range else None,
        },
        "sleep": {
            "nights": report.nights.recorded,
            "mean_h": _maybe(report.nights.mean_h),
            "shortest_h": _maybe(report.nights.shortest_h),
        },
        "flags_raised": [flag.as_json() for flag in report.raised],
        "flags_active": [flag.as_json() for flag in report.active],
        "insufficient": [one.as_json() for one in report.insufficient],
        "not_recorded": list(report.not_recorded),
        "course": _course_json(report.course),
    }


def _course_json(course: Course) -> dict[str, Any]:
    """What the pictures of the HTML page show, day by day."""
    usual = course.usual
    return {
        "usual_load": None if usual is None else {"low": plain(usual[0]), "high": plain(usual[1])},
        "days": [
            {
                "date": day.isoformat(),
                "load": _maybe(course.load.on(day)),
                "load_unknown": day in course.load.partial,
                "pain": {
                    str(place): plain(score)
                    for place, scores in course.pain
                    if (score := scores.on(day)) is not None
                },
                "flags_raised": course.raised[day].count if day in course.raised else 0,
            }
            for day in course.days()
        ],
    }


def _training_json(one: TrainingSum) -> dict[str, Any]:
    return {
        "week": f"{one.first:%G-W%V}",
        "sessions": one.sessions if one.known_days else None,
        "minutes": _maybe(one.minutes),
        "minutes_unknown": one.minutes_unknown,
        "load": _maybe(one.load),
        "load_unknown": one.load_unknown,
        "tonnage_kg": plain(one.tonnage_kg),
        "working_sets": one.working_sets,
        "run_km": plain(one.run_km),
        "recorded_days": one.known_days,
    }


def _maybe(number: float | None) -> float | None:
    return None if number is None else plain(number)
