"""The physiotherapist's page as JSON: every number of it, for scripts."""

from datetime import date, timedelta
from typing import Any

from journal.analysis.answers.answered import Answered
from journal.analysis.care.medication import Taken
from journal.analysis.care.response import Response
from journal.analysis.flags import iso, plain
from journal.analysis.instants import moment
from journal.analysis.pain.described import Described, Told
from journal.analysis.pain.onsets import DayBefore, DoneBefore, Onset
from journal.analysis.pain.trained_through import TrainedThrough
from journal.analysis.rows import ConditionRow, PainRow
from journal.analysis.rulebook import Occurrence
from journal.analysis.training.workouts import Bout
from journal.report.for_physio.physio import Physio, PhysioEpisode


def as_json(page: Physio) -> dict[str, Any]:
    """The page as `journal report --for physio --format json` prints it."""
    return {
        "as_of": page.as_of.isoformat(),
        "for": "physio",
        "since": page.since.isoformat(),
        "last": page.last.isoformat(),
        "about": [place.subject for place in page.about],
        "diagnosis": False,
        "episodes": [_episode(one) for one in page.episodes],
        "course": [
            {
                **one.place.subject,
                "entries": one.entries,
                "days": {
                    (page.since + timedelta(days=place)).isoformat(): score
                    for place, score in enumerate(one.scores)
                    if score is not None
                },
            }
            for one in page.pain
        ],
        "red_flags": [_answered(one) for one in (*page.questions, *page.signs)],
        "onsets": [
            {
                **before.place.subject,
                "onsets": [_onset(one) for one in before.onsets],
                "done_before": [_done(one) for one in before.done],
            }
            for before in page.before
        ],
        "after_care": [_response(one) for one in page.responses],
        "trained_through": [_trained(one) for one in page.trained],
        "conditions": [_condition(one) for one in page.conditions],
        "painkillers": [_taken(one) for one in page.taken],
        "flags": [flag.as_json() for flag in page.flags],
        "annex": [row.as_json() for row in page.annex],
    }


def _episode(one: PhysioEpisode) -> dict[str, Any]:
    line = one.line
    return {
        **one.place.subject,
        "start": line.start.isoformat(),
        "days": line.days,
        "state": line.state,
        "entries": one.entries,
        "peak": line.peak,
        "peak_on": one.peak_on.isoformat(),
        "latest": line.latest,
        "latest_on": one.latest_on.isoformat(),
        "trend": one.trend.value,
        "first_24h_median": _number(one.early),
        "last_48h_median": _number(one.late),
        "after_workout": line.after_workout,
        "soreness": line.soreness.value if line.soreness else None,
        "stage": line.stage.value if line.stage else None,
        "told": _described(one.told),
    }


def _described(told: Described) -> dict[str, Any]:
    return {
        "qualities": _words(told.qualities),
        "contexts": _words(told.contexts),
        "mechanisms": _words(told.mechanisms),
        "radiates_to": told.radiates_to or None,
        "sudden": told.sudden,
        "pop_heard": told.pop_heard,
        "bruising": told.bruising,
        "swelling": told.swelling,
        "limits_movement": told.limits_movement,
    }


def _words(told: Told) -> list[dict[str, Any]]:
    return [{"word": word, "entries": count} for word, count in told]


def _answered(one: Answered) -> dict[str, Any]:
    return {
        "symptom": one.symptom.value,
        "answer": one.answer.value,
        "asked_again": None if one.asked is None else _at(one.asked),
        "answers": [
            {"at": _instant(row.ts, row.offset), "side": row.side or None, "present": row.present}
            for row in one.rows
        ],
    }


def _onset(one: Onset) -> dict[str, Any]:
    return {
        "kind": "flare" if one.flare else "onset",
        "at": _instant(one.at, one.entry.offset),
        "time_known": one.entry.time_known,
        "date": _date(one.day),
        "score": one.entry.score,
        "days": [_day(day) for day in one.days],
    }


def _day(one: DayBefore) -> dict[str, Any]:
    return {
        "date": _date(one.day),
        "days_before": one.back,
        "recorded": one.recorded,
        "order_known": one.order_known,
        "workouts": [_bout(bout) for bout in one.bouts],
        "jumps": [_jump(jump) for jump in one.jumps],
        "sleep_h": _number(one.sleep_h),
        "sitting_h": _number(one.sitting_h),
    }


def _jump(one: Occurrence) -> dict[str, Any]:
    return {
        "rule": one.rule,
        "subject": {key: str(value) for key, value in one.subject.items()},
        "since": _instant(one.since, one.offset),
        "message": one.message,
    }


def _bout(bout: Bout) -> dict[str, Any]:
    return {
        "id": bout.id,
        "started_at": _instant(bout.ts, bout.offset),
        "time_known": bout.time_known,
        "kind": bout.kind,
        "minutes": _number(bout.minutes),
        "rpe": _number(bout.rpe),
        "load": _number(bout.load),
        "stopped_for_pain": bout.stopped_for_pain,
        "exercises": [
            {
                "exercise": work.exercise.slug,
                "sets": work.sets,
                "reps": work.reps,
                "top_kg": _number(work.top_kg),
                "km": plain(work.km),
                "seconds": work.seconds,
            }
            for work in bout.work
        ],
    }


def _done(one: DoneBefore) -> dict[str, Any]:
    return {
        "exercise": one.exercise.slug,
        "onsets": one.onsets,
        "of": one.of,
        "ordinary_days": one.ordinary_days,
        "ordinary_pct": _number(one.ordinary_pct),
    }


def _response(one: Response) -> dict[str, Any]:
    return {
        **one.place.subject,
        "kind": one.kind,
        "drug": one.drug or None,
        "times": one.times,
        "told": one.told,
        "fell": one.fell,
        "rose": one.rose,
        "applied": [
            {
                "id": each.row.id,
                "at": _instant(each.row.ts, each.row.offset),
                "before": None if each.before is None else each.before.score,
                "lowest_within_24h": None if each.lowest is None else each.lowest.score,
                "highest_within_24h": None if each.highest is None else each.highest.score,
            }
            for each in one.applied
        ],
    }


def _trained(one: TrainedThrough) -> dict[str, Any]:
    return {
        **one.place.subject,
        "workout": one.bout.id,
        "started_at": _instant(one.bout.ts, one.bout.offset),
        "loads": one.loads,
        "before": one.before,
        "during": one.during,
        "after": one.after,
    }


def _condition(one: ConditionRow) -> dict[str, Any]:
    return {
        "condition": one.id,
        "since": None if one.since is None else _date(one.since),
        "until": None if one.until is None else _date(one.until),
    }


def _taken(one: Taken) -> dict[str, Any]:
    return {
        "drug": one.drug or None,
        "doses": len(one.rows),
        "days": one.days,
        "single_mg": [plain(mg) for mg in one.single_mg],
        "total_mg": plain(one.total_mg),
        "without_amount": one.unknown,
        "last": _instant(one.rows[-1].ts, one.rows[-1].offset),
    }


def _at(entry: PainRow) -> str | None:
    return _instant(entry.ts, entry.offset)


def _instant(ts: int, offset: int) -> str | None:
    return iso(moment(ts, offset))


def _date(day: int) -> str:
    return date.fromordinal(day).isoformat()


def _number(value: float | None) -> float | None:
    return None if value is None else plain(value)
