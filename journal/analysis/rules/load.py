"""Jumps: a session or a week of much more than the ones before."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from journal.analysis.answers.avoiding import another_day, less_weight, shorter_run
from journal.analysis.documents import BACK_PAIN, LOWER_BACK, PREVENT, RELIEF, science
from journal.analysis.engine import RANK
from journal.analysis.flags import Evidence, Threshold, plain
from journal.analysis.frames import Frames
from journal.analysis.instants import DAY, above, says_day
from journal.analysis.rulebook import EVENT_DAYS, Finding, Missing, Occurrence, rule
from journal.analysis.training.load import Metric, amount, week_of
from journal.analysis.training.week_change import WeekChange, week_changes
from journal.analysis.training.workouts import Bout, Work
from journal.vocabulary import Act, Severity, WorkoutKind

_BANDS = (("small", 0.10), ("moderate", 0.30), ("large", 1.00))
"""How far a run went beyond the longest: each band begins above its share."""


@rule(
    theme="load",
    checks="a run much longer than any of the last 30 days",
    threshold="more than 10 % longer: caution; more than 100 % longer: warning",
    severity=(Severity.WARNING, Severity.CAUTION),
    documents=(PREVENT, science("Frandsen 2025, BJSM 59:1203")),
    grade="●●",
    advice="Add distance in smaller steps.",
    looks_back=37,
    avoid=shorter_run,
    details={
        "band": "small (over 10 to 30 %), moderate (over 30 to 100 %) or large (over 100 %)",
        "longest_km": "the longest run of the 30 days before",
        "runs_without_distance": "runs of the 30 days before that it cannot be compared with",
    },
)
def spike_session_distance(
    frames: Frames, *, session_spike: float = 0.10, warning_share: float = 1.00, days: float = 30
) -> Iterator[Finding]:
    """Each run beside the longest that started in the `days` before it (inclusive), in elapsed time."""
    runs = [bout for bout in frames.bouts if bout.kind == WorkoutKind.RUN]
    starts = [bout.ts for bout in runs]
    for place, bout in enumerate(runs):
        window = runs[bisect_left(starts, bout.ts - int(days * DAY)) : bisect_left(starts, bout.ts)]
        km, longest = bout.km, max(window, key=lambda run: (run.km, run.ts), default=None)
        furthest = longest.km if longest else 0.0
        if not km or longest is None or not furthest:
            restart = f"a run in the {days:g} days before (first run in {days:g}+ days: restart short)"
            earlier = f"the distance of the runs of the {days:g} days before" if window else restart
            lacking = "the distance of the run" if furthest else earlier if km else ""
            if lacking:
                # The next run is judged for itself: nobody asks for this one's any more.
                until = min([bout.ts + EVENT_DAYS * DAY, *starts[place + 1 : place + 2]])
                yield Missing(subject={"workout": bout.id}, since=bout.ts, until=until, what=(lacking,))
            continue
        share = km / furthest - 1
        if above(share, session_spike):
            severity = Severity.WARNING if above(share, warning_share) else Severity.CAUTION
            yield Occurrence(
                subject={"workout": bout.id},
                since=bout.ts,
                until=bout.ts + EVENT_DAYS * DAY,
                severity=severity,
                act=_act(severity),
                message=(
                    f"{km:g} km on {says_day(bout.day)}: {_percent(share)} longer than any run in {days:g} days "
                    f"(the longest: {furthest:g} km on {says_day(longest.day)})."
                ),
                evidence=(Evidence("workouts", bout.id), Evidence("workouts", longest.id)),
                value=share * 100,
                unit="%",
                threshold=Threshold(">", session_spike * 100, "%"),
                offset=bout.offset,
                details={
                    "band": _band(share),
                    "longest_km": plain(furthest),
                    "runs_without_distance": sum(not run.km for run in window),
                },
            )


def _band(share: float) -> str:
    return next((name for name, least in reversed(_BANDS) if above(share, least)), _BANDS[0][0])


def _act(severity: Severity) -> Act | None:
    return Act.THIS_WEEK if severity is Severity.WARNING else None


def _percent(share: float) -> str:
    """`20 %`, or with a decimal that tells on which side of a mark it is: `10.1 %`."""
    return f"{round(share * 100, 1):g} %"


@rule(
    theme="load",
    checks="a jump in the weight of an exercise",
    threshold="more than 10 % and 2.5 kg above the heaviest of 30 days, and an estimated maximum more than 5 % above",
    severity=(Severity.CAUTION,),
    documents=(PREVENT, RELIEF, BACK_PAIN),
    grade="●",
    advice="Go back to a weight nearer the last one and add less at a time.",
    looks_back=37,
    avoid=less_weight,
    details={"top_kg": "the heaviest working set", "heaviest_kg": "the heaviest of the 30 days before"},
)
def spike_session_weight(
    frames: Frames,
    *,
    session_spike: float = 0.10,
    least_kg: float = 2.5,
    e1rm_share: float = 0.05,
    days: float = 30,
    sessions: int = 2,
) -> Iterator[Finding]:
    """Each exercise's heaviest working set beside those of the `days` before, `sessions` of them at least."""
    done: dict[str, list[tuple[Bout, Work]]] = {}
    for bout in frames.bouts:
        for work in bout.work:
            if work.top_kg is None or work.top_kg <= 0:
                continue
            history = done.setdefault(work.exercise.slug, [])
            earliest = bout.ts - int(days * DAY)
            # Mostly it is no more than last time, and then the others need not be looked at.
            if history and _is_no_jump(work, history[-1], earliest, bout.ts, least_kg):
                history.append((bout, work))
                continue
            window = history[bisect_left(history, earliest, key=lambda past: past[0].ts) :]
            window = [past for past in window if past[0].ts < bout.ts]
            history.append((bout, work))
            heaviest = max((past.top_kg or 0 for _, past in window), default=0.0)
            gain = work.top_kg - heaviest
            if not window or not above(gain / heaviest, session_spike) or not above(gain, least_kg):
                continue
            best = max((past.e1rm_kg or 0 for _, past in window), default=0.0)
            lacking = _cannot_estimate(work, best, len(window), sessions, days)
            if lacking:
                yield Missing(
                    subject={"exercise": work.exercise.slug},
                    since=bout.ts,
                    until=bout.ts + EVENT_DAYS * DAY,
                    what=(lacking,),
                )
            elif above((work.top_e1rm_kg or 0) / best - 1, e1rm_share):
                yield _heavier(bout, work, window, heaviest, session_spike)


def _is_no_jump(work: Work, last: tuple[Bout, Work], first: int, until: int, least_kg: float) -> bool:
    """Whether the last time, in `[first, until)`, was about as heavy."""
    return first <= last[0].ts < until and not above((work.top_kg or 0) - (last[1].top_kg or 0), least_kg)


def _cannot_estimate(work: Work, best: float, earlier: int, sessions: int, days: float) -> str:
    if earlier < sessions:
        return f"{sessions} earlier sessions of {work.exercise.name} in {days:g} days"
    if work.top_e1rm_kg is None or not best:
        return f"sets of {work.exercise.name} with 1 to 12 repetitions, now and in the {days:g} days before"
    return ""


def _heavier(
    bout: Bout, work: Work, window: Sequence[tuple[Bout, Work]], heaviest: float, session_spike: float
) -> Occurrence:
    top = work.top_kg or 0.0
    before, set_before = max(window, key=lambda past: (past[1].top_kg or 0, past[0].ts))
    share = top / heaviest - 1
    return Occurrence(
        subject={"exercise": work.exercise.slug},
        since=bout.ts,
        until=bout.ts + EVENT_DAYS * DAY,
        severity=Severity.CAUTION,
        message=(
            f"{work.exercise.name}: jumped from {heaviest:g} kg ({says_day(before.day)}) to {top:g} kg "
            f"({says_day(bout.day)}), {_percent(share)} more."
        ),
        evidence=(
            Evidence("sets", f"{bout.id}/{work.top_position}"),
            Evidence("sets", f"{before.id}/{set_before.top_position}"),
        ),
        value=share * 100,
        unit="%",
        threshold=Threshold(">", session_spike * 100, "%"),
        episode=bout.id,
        offset=bout.offset,
        details={"top_kg": plain(top), "heaviest_kg": plain(heaviest)},
    )


@rule(
    theme="load",
    checks="a week of much more training than the week before",
    threshold="more than 30 % above the 7 dates before and 1.1 times every week that ended in the 28 dates before; "
    "warning: more than 100 % and 1.5 times",
    severity=(Severity.WARNING, Severity.CAUTION),
    documents=(PREVENT, LOWER_BACK, RELIEF),
    grade="●",
    advice="Take the next days easier and raise one thing at a time. (The 10 % a week is a habit, not a law.)",
    looks_back=221,
    avoid=another_day,
    details={metric.value: "its two sums and its growth in %, when it jumped" for metric in Metric},
)
def spike_week_load(
    frames: Frames, *, week_spike: float = 0.30, warning_share: float = 1.00
) -> Iterator[Finding]:
    """The 7 dates that end with a session beside the 7 before: load, running km, tonnage and minutes.

    One flag at a time: the metric that jumped most.  It ends at a session at which it does not hold, at the
    latest after 7 days; a worse one takes its place.
    """
    points = [(bout.day, bout.ts) for bout in frames.bouts]
    limits = {Severity.INFO: 0.10, Severity.CAUTION: week_spike, Severity.WARNING: warning_share}
    held: Occurrence | None = None
    for place, changes in enumerate(week_changes(frames, points, limits)):
        bout = frames.bouts[place]
        jumped = [change for change in changes if change.level in (Severity.CAUTION, Severity.WARNING)]
        worst = min(
            jumped,
            key=lambda change: (RANK[change.level or Severity.INFO], -(change.share or 0)),
            default=None,
        )
        if held is not None and held.until is not None and bout.ts < held.until:
            mine = next(change for change in changes if change.metric == held.subject["metric"])
            better = mine.share is not None and mine not in jumped
            worse = worst is not None and RANK[worst.level or Severity.INFO] < RANK[held.severity]
            if not better and not worse:
                continue
            held = replace(held, until=bout.ts)
        if held is not None:
            yield held
        held = None if worst is None else _week(frames, place, worst, jumped, limits)
        if worst is None and any(change.missing for change in changes):
            following = points[place + 1][1] if place + 1 < len(points) else bout.ts + EVENT_DAYS * DAY
            yield Missing(
                subject={},
                since=bout.ts,
                until=min(following, bout.ts + EVENT_DAYS * DAY),
                what=tuple(dict.fromkeys(change.missing for change in changes if change.missing)),
            )
    if held is not None:
        yield held


def _week(
    frames: Frames, place: int, worst: WeekChange, jumped: Sequence[WeekChange], limits: dict[Severity, float]
) -> Occurrence:
    bout = frames.bouts[place]
    severity = worst.level or Severity.INFO
    week = [frames.bouts[at] for at in week_of(frames, bout.day, bout.ts)]
    return Occurrence(
        subject={"metric": worst.metric.value},
        since=bout.ts,
        until=bout.ts + EVENT_DAYS * DAY,
        severity=severity,
        act=_act(severity),
        message=f"{worst}.",
        evidence=tuple(Evidence("workouts", one.id) for one in week if amount(one, worst.metric)),
        value=(worst.share or 0.0) * 100,
        unit="%",
        threshold=Threshold(">", limits[severity] * 100, "%"),
        offset=bout.offset,
        details={
            change.metric.value: {
                "now": plain(change.now),
                "before": plain(change.before),
                "growth_pct": plain((change.share or 0.0) * 100),
            }
            for change in jumped
        },
    )
