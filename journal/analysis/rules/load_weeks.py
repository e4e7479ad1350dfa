"""Weeks that feel harder, vary little, or follow a break."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from journal.analysis.coverage import covered_at
from journal.analysis.documents import LOWER_BACK, PREVENT, science
from journal.analysis.flags import Evidence, Threshold, plain
from journal.analysis.frames import Frames
from journal.analysis.instants import ASKED_DAYS, DAY, above, at_least, midnight, says_day
from journal.analysis.replacing import newest_only
from journal.analysis.rulebook import EVENT_DAYS, Finding, Missing, Occurrence, rule
from journal.analysis.stretches import Point, stretches
from journal.analysis.training.breaks import Return, returns
from journal.analysis.training.earlier import of_dates
from journal.analysis.training.efforts import EARLIER_DAYS, Efforts, efforts
from journal.analysis.training.load import WEEK
from journal.analysis.training.monotony import NO_VARIATION, Monotony, monotony
from journal.analysis.training.workouts import Bout
from journal.vocabulary import Severity, WorkoutKind, display


@rule(
    theme="load",
    checks="sessions that feel clearly harder than in the month before",
    threshold="the median effort of 7 dates (3 sessions) at least 2 of 10 above that of the 28 before (6 sessions)",
    severity=(Severity.CAUTION,),
    documents=(PREVENT,),
    grade="●",
    advice="Sessions feel clearly harder than last month: put easy ones in between, and raise pace and effort slowly.",
    looks_back=44,
    details={"median": "the median effort of the week", "median_before": "and of the 28 dates before it"},
)
def spike_intensity(
    frames: Frames, *, rise_rpe: float = 2, recent_sessions: float = 3, earlier_sessions: float = 6
) -> Iterator[Finding]:
    """The efforts of the 7 dates that end with a session beside those of the 28 before them, judged at each session."""
    points: list[Point[Efforts]] = []
    for place, seen in efforts(frames.bouts, recent_sessions, earlier_sessions):
        bout = seen.bout
        if len(seen.rated) >= recent_sessions and len(seen.rated_earlier) >= earlier_sessions:
            level = Severity.CAUTION if at_least(seen.now - seen.usual, rise_rpe) else None
            points.append(Point(bout.ts, level, bout.ts + EVENT_DAYS * DAY, seen))
        elif any(one.day > bout.day - ASKED_DAYS for one in (*seen.rated, *seen.rated_earlier)):
            dates = f"{EARLIER_DAYS} days to {says_day(bout.day - WEEK)}"
            if len(seen.rated) < recent_sessions:
                dates = _dates(bout)
            yield _lacks(frames.bouts, place, f"how hard the sessions of the {dates} were")
    for stretch in stretches(points):
        yield _harder(stretch.since, stretch.until, stretch.seen, rise_rpe)


def _lacks(bouts: Sequence[Bout], place: int, what: str) -> Missing:
    """Not known from a session on until the next one is judged."""
    since = bouts[place].ts
    following = bouts[place + 1].ts if place + 1 < len(bouts) else since + EVENT_DAYS * DAY
    return Missing(subject={}, since=since, until=min(following, since + EVENT_DAYS * DAY), what=(what,))


def _harder(since: int, until: int, seen: Efforts, rise_rpe: float) -> Occurrence:
    return Occurrence(
        subject={},
        since=since,
        until=until,
        severity=Severity.CAUTION,
        message=(
            f"Sessions of the 7 days to {says_day(seen.bout.day)} were at {seen.now:g} of 10 (the median of "
            f"{len(seen.rated)}), after {seen.usual:g} (of {len(seen.rated_earlier)}) in the {EARLIER_DAYS} days "
            "before."
        ),
        evidence=tuple(Evidence("workouts", one.id) for one in seen.rated),
        value=seen.now - seen.usual,
        unit="RPE",
        threshold=Threshold(">=", rise_rpe, "RPE"),
        offset=seen.bout.offset,
        details={"median": plain(seen.now), "median_before": plain(seen.usual)},
    )


@dataclass(frozen=True, slots=True)
class _Alike:
    """The daily loads of a week, the oldest first, and what they amount to."""

    bout: Bout
    week: Sequence[Bout]
    loads: Sequence[float]
    found: Monotony


@rule(
    theme="load",
    checks="little variation between the days of a week",
    threshold="mean / standard deviation of the 7 daily loads above 2.0, or no variation at all; "
    "4 training dates and a record of every date are needed",
    severity=(Severity.INFO,),
    documents=(LOWER_BACK, science("Foster 1998, MSSE 30:1164")),
    grade="●",
    advice="Mix easy days, hard days and days of rest. (The line of 2.0 is a convention.)",
    looks_back=44,
    details={
        "loads": "the load of each date in AU",
        "strain": "the sum of the loads times the value, in AU; null without variation",
        "reason": "no-variation when all dates are equal and there is no value",
    },
)
def monotony_high(
    frames: Frames, *, monotony_above: float = 2.0, training_dates: float = 4
) -> Iterator[Finding]:
    """The loads of the 7 dates that end with a session (population deviation), judged at each session."""
    bouts, known_at = frames.bouts, None
    points: list[Point[_Alike | None]] = []
    judged: list[tuple[int, list[Bout]]] = []
    for place, week in enumerate(of_dates(bouts, WEEK)):
        bout = bouts[place]
        known_at = known_at if bout.load is None else bout.ts
        if len(week) < training_dates or len({one.day for one in week}) < training_dates:
            points.append(Point(bout.ts, None, bout.ts, None))
        elif all(one.load is not None for one in week):
            judged.append((place, week))
        elif known_at is not None and bout.ts - known_at <= ASKED_DAYS * DAY:
            yield _lacks(bouts, place, f"the effort and the minutes of every session of the {_dates(bout)}")
    days = [(bouts[place].day, bouts[place].ts) for place, _ in judged]
    covered = covered_at(frames.recorded_from, days, WEEK).sum(axis=1).tolist()
    for (place, week), written in zip(judged, covered, strict=True):
        if written == WEEK:
            points.append(_alike(bouts[place], week, monotony_above))
        elif _wrote_before(frames, bouts[place]):
            yield _lacks(bouts, place, f"an entry on every date of the {_dates(bouts[place])}")
    points.sort(key=lambda point: point.at)
    for reason in ("", NO_VARIATION):
        for stretch in stretches(_said(points, reason)):
            if stretch.seen is not None:
                yield _monotonous(stretch.since, stretch.until, stretch.seen, monotony_above)


def _said(points: Sequence[Point[_Alike | None]], reason: str) -> Iterator[Point[_Alike | None]]:
    """The points as a flag of one kind sees them: a week that has no number does not go on with one that had."""
    for point in points:
        other = point.seen is not None and point.seen.found.reason != reason
        yield Point(point.at, None, point.ends, None) if other else point


def _dates(bout: Bout) -> str:
    return f"{WEEK} days to {says_day(bout.day)}"


def _wrote_before(frames: Frames, bout: Bout) -> bool:
    """Whether somebody was writing in the weeks before the week of a session."""
    never = bout.ts + 1
    days = range(bout.day - WEEK - ASKED_DAYS + 1, bout.day - WEEK + 1)
    return any(frames.recorded_from.get(day, never) <= bout.ts for day in days)


def _alike(bout: Bout, week: Sequence[Bout], limit: float) -> Point[_Alike | None]:
    loads = [0.0] * WEEK
    for one in week:
        loads[one.day - bout.day + WEEK - 1] += one.load or 0.0
    found = monotony(loads)
    is_high = found.reason == NO_VARIATION or (found.value is not None and above(found.value, limit))
    level = Severity.INFO if is_high else None
    return Point(bout.ts, level, midnight(bout.day + WEEK, bout.offset), _Alike(bout, week, loads, found))


def _monotonous(since: int, until: int, seen: _Alike, limit: float) -> Occurrence:
    found, last = seen.found, seen.bout.day
    mean = f"{found.mean:,.0f}"
    load = "training load (effort x minutes)"
    message = f"The {load} was the same on each of the {_dates(seen.bout)}: {mean}."
    if found.value is not None:
        message = (
            f"The {load} of the {_dates(seen.bout)} varied little: the mean of a day ({mean}) is "
            f"{round(found.value, 2):g} times its spread."
        )
    days = [date.fromordinal(last - WEEK + 1 + place).isoformat() for place in range(WEEK)]
    return Occurrence(
        subject={},
        since=since,
        until=until,
        severity=Severity.INFO,
        message=message,
        evidence=tuple(Evidence("workouts", one.id) for one in seen.week),
        value=found.value,
        threshold=None if found.value is None else Threshold(">", limit),
        episode=f"{found.reason} {last}" if found.reason else "",
        offset=seen.bout.offset,
        details={
            "loads": {day: plain(load) for day, load in zip(days, seen.loads, strict=True)},
            "strain": None if found.strain is None else plain(found.strain),
            "reason": found.reason,
        },
    )


@rule(
    theme="load",
    checks="the first session of its kind after a break",
    threshold="14 to 180 dates without one, then more than half of the usual load; needs 4 sessions in the 42 dates "
    "before",
    severity=(Severity.CAUTION,),
    documents=(PREVENT, LOWER_BACK),
    grade="●",
    advice="Back after a break: begin with about half of what you did, and build up over the next weeks.",
    looks_back=231,
    details={
        "dates": "dates without a session of the kind",
        "load": "the load of the session in AU",
        "usual": "the median load of a training date of the kind before the break in AU",
    },
)
def first_after_layoff(
    frames: Frames,
    *,
    break_days: float = 14,
    load_share: float = 0.50,
    sessions: float = 4,
    before_days: float = 42,
    longest_days: float = 180,
) -> Iterator[Finding]:
    """The session that ends a break beside the training dates of its kind before the break."""
    found: list[Finding] = []
    for back in returns(
        frames,
        break_days=break_days,
        longest_days=longest_days,
        sessions=sessions,
        before_days=before_days,
    ):
        share, subject = back.share, {"kind": back.bout.kind}
        if share is not None and not above(share, load_share):
            continue
        since, lacking = back.bout.ts, tuple(_unknown(frames, back, break_days))
        if lacking:
            found.append(Missing(subject=subject, since=since, until=since + EVENT_DAYS * DAY, what=lacking))
        elif share is not None and back.is_known:
            found.append(_back(back, share, load_share))
    yield from newest_only(found)


def _unknown(frames: Frames, back: Return, break_days: float) -> Iterator[str]:
    """What is not known of a session after a break although it was recorded lately."""
    bout = back.bout
    days = range(bout.day - ASKED_DAYS, bout.day)
    if not back.is_known and any(frames.recorded_from.get(day, bout.ts + 1) <= bout.ts for day in days):
        yield f"entries on most of the {break_days:g} dates before {says_day(bout.day)}"
    near = (one for one in frames.bouts if bout.ts - ASKED_DAYS * DAY <= one.ts <= bout.ts)
    if (bout.load is None or not back.usual) and any(one.load is not None for one in near):
        whose = "session" if bout.load is None else "sessions before the break"
        yield f"the effort and the minutes of the {whose}"


def _back(back: Return, share: float, load_share: float) -> Occurrence:
    bout, usual = back.bout, plain(back.usual)
    load = plain(bout.load or 0.0)
    return Occurrence(
        subject={"kind": bout.kind},
        since=bout.ts,
        until=bout.ts + EVENT_DAYS * DAY,
        severity=Severity.CAUTION,
        message=(
            f"First {display(WorkoutKind(bout.kind))} session after {back.dates} dates without one, on "
            f"{says_day(bout.day)}: a load (effort x minutes) of {load:g}, {round(share * 100, 1):g} % of the "
            f"{usual:g} that were usual before the break."
        ),
        evidence=tuple(Evidence("workouts", one.id) for one in (bout, *back.known)),
        value=share * 100,
        unit="%",
        threshold=Threshold(">", load_share * 100, "%"),
        episode=bout.id,
        offset=bout.offset,
        details={"dates": back.dates, "load": load, "usual": usual},
    )
