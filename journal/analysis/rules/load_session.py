"""Single sessions that ask much: volume, effort on a tired day, a hard start, hard ground."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from journal.analysis.answers.avoiding import less_volume
from journal.analysis.documents import LOWER_BACK, PREVENT, RELIEF
from journal.analysis.flags import Evidence, Threshold, plain
from journal.analysis.frames import Frames
from journal.analysis.instants import ASKED_DAYS, DAY, above, at_least, midnight, says_day
from journal.analysis.life.tiredness import Sign, asked, nights_told, worn_out
from journal.analysis.replacing import newest_only
from journal.analysis.rulebook import EVENT_DAYS, Finding, Missing, Occurrence, rule
from journal.analysis.stretches import Point, stretches
from journal.analysis.training.earlier import Done, most_before, training_dates, works_the_back
from journal.analysis.training.workouts import Bout, Work
from journal.vocabulary import Severity, Surface, WorkoutKind

_HARD_GROUND = frozenset({Surface.CONCRETE.value, Surface.RUGGED.value})
_EFFORT = ("how hard the session was",)


@rule(
    theme="load",
    checks="much more total work on an exercise than in any session of the last 30 days",
    threshold="repetitions x kg above 1.5 times the most of 30 days, 1.3 times where it works the back; "
    "3 sessions before are needed",
    severity=(Severity.CAUTION,),
    documents=(PREVENT, RELIEF),
    grade="●",
    advice="Take out some sets next time, and add them back a few at a time.",
    looks_back=37,
    avoid=less_volume,
    details={"tonnage_kg": "repetitions x kg of the session", "most_kg": "the most of the 30 days before"},
)
def spike_session_volume(
    frames: Frames,
    *,
    volume_ratio: float = 1.5,
    back_ratio: float = 1.3,
    days: float = 30,
    sessions: float = 3,
) -> Iterator[Finding]:
    """Each exercise's repetitions x kg over its working sets beside those of the `days` before (elapsed time)."""
    found: list[Finding] = []
    done: dict[str, tuple[float, list[Done]]] = {}
    for bout in frames.bouts:
        for work in bout.work:
            if not work.tonnage_kg > 0:
                continue
            slug = work.exercise.slug
            if slug not in done:
                done[slug] = (back_ratio if works_the_back(work.exercise) else volume_ratio), []
            limit, history = done[slug]
            most, earlier = most_before(history, bout.ts, days, work.tonnage_kg / limit)
            history.append((bout, work))
            if most is None or not above(work.tonnage_kg / most[1].tonnage_kg, limit):
                continue
            if earlier >= sessions:
                found.append(_more_work(bout, work, most, limit, days))
            else:
                lacking = f"{sessions:g} earlier sessions of {work.exercise.name} in {days:g} days"
                found.append(_lacks({"exercise": slug}, bout, lacking))
    yield from newest_only(found)


def _lacks(subject: Mapping[str, str], bout: Bout, what: str, until: int | None = None) -> Missing:
    ends = bout.ts + EVENT_DAYS * DAY
    return Missing(subject=subject, since=bout.ts, until=ends if until is None else until, what=(what,))


def _more_work(bout: Bout, work: Work, most: Done, limit: float, days: float) -> Occurrence:
    before, most_kg = most[0], most[1].tonnage_kg
    ratio = work.tonnage_kg / most_kg
    return Occurrence(
        subject={"exercise": work.exercise.slug},
        since=bout.ts,
        until=bout.ts + EVENT_DAYS * DAY,
        severity=Severity.CAUTION,
        message=(
            f"{work.exercise.name}: {_kg(work.tonnage_kg)} in all on {says_day(bout.day)}, "
            f"{round((ratio - 1) * 100, 1):g} % more than in any session of {days:g} days "
            f"(the most: {_kg(most_kg)} on {says_day(before.day)})."
        ),
        evidence=(Evidence("workouts", bout.id), Evidence("workouts", before.id)),
        value=ratio,
        unit="x",
        threshold=Threshold(">", limit, "x"),
        episode=bout.id,
        offset=bout.offset,
        details={"tonnage_kg": plain(work.tonnage_kg), "most_kg": plain(most_kg)},
    )


def _kg(tonnage: float) -> str:
    return f"{plain(round(tonnage, 1)):,} kg"


@rule(
    theme="load",
    checks="a hard session on a day on which one is worn out",
    threshold="effort 8 of 10 or more on a date with tiredness ticked, under 6 h of sleep, or sleep rated 1 of 5",
    severity=(Severity.CAUTION,),
    documents=(LOWER_BACK,),
    grade="○",
    advice="Make it an easy day when you are worn out; the hard session can wait until you are rested.",
    looks_back=30,
    details={"signs": "what spoke for being worn out"},
)
def tired_push(
    frames: Frames, *, hard_rpe: float = 8, sleep_h: float = 6, sleep_quality: float = 1
) -> Iterator[Finding]:
    """A hard session and a sign of being worn out on one local date, whichever was recorded first."""
    signs = worn_out(frames, sleep_h, sleep_quality)
    nights, answered = nights_told(frames), asked(frames)
    rated = None
    for bout in frames.bouts:
        over = midnight(bout.day + 1, bout.offset)
        worn = signs.get(bout.day, [])
        if bout.rpe is None:
            if worn and rated is not None and bout.ts - rated <= ASKED_DAYS * DAY:
                day = {"date": date.fromordinal(bout.day).isoformat()}
                yield Missing(subject=day, since=max(bout.ts, worn[0].ts), until=over, what=_EFFORT)
            continue
        rated = bout.ts
        if not at_least(bout.rpe, hard_rpe):
            continue
        if worn:
            yield _tired(bout, bout.rpe, worn, hard_rpe)
        known = answered.get(bout.day, over)
        if known > bout.ts and any(
            nights.get(bout.day - back, over) <= bout.ts for back in range(1, ASKED_DAYS + 1)
        ):
            yield _lacks({"workout": bout.id}, bout, "sleep of the night before", min(known, over))


def _tired(bout: Bout, rpe: float, signs: Sequence[Sign], hard_rpe: float) -> Occurrence:
    since = max(bout.ts, signs[0].ts)
    there = [sign for sign in signs if sign.ts <= since]
    offset = there[0].offset if there[0].ts > bout.ts else bout.offset
    words = list(dict.fromkeys(sign.words for sign in there))
    return Occurrence(
        subject={"workout": bout.id},
        since=since,
        until=midnight(bout.day + 1, offset),
        severity=Severity.CAUTION,
        message=(
            f"A hard session ({rpe:g} of 10) on {says_day(bout.day)}, a day on which you were worn out: "
            f"{', '.join(words)}."
        ),
        evidence=(Evidence("workouts", bout.id), *(sign.evidence for sign in there)),
        value=rpe,
        unit="RPE",
        threshold=Threshold(">=", hard_rpe, "RPE"),
        offset=offset,
        details={"signs": words},
    )


@rule(
    theme="load",
    checks="hard sessions at the very start",
    threshold="effort 8 of 10 or more with fewer than 14 training dates before it (of the last 180)",
    severity=(Severity.INFO,),
    documents=(LOWER_BACK, RELIEF, PREVENT),
    grade="○",
    advice="Start easy and build up over the first weeks. (A new journal is not a new athlete: leave this aside if "
    "you have been training.)",
    looks_back=188,
    details={"training_dates": "dates with a workout before this one"},
)
def hard_start_new(
    frames: Frames, *, hard_rpe: float = 8, dates: float = 14, days: float = 180
) -> Iterator[Finding]:
    """A hard session while there are fewer than `dates` training dates in the `days` before its own."""
    yield from newest_only(_hard_starts(frames.bouts, hard_rpe, dates, days))


def _hard_starts(bouts: Sequence[Bout], hard_rpe: float, dates: float, days: float) -> Iterator[Finding]:
    trained = training_dates(bouts, days)
    rated = None
    for place, bout in enumerate(bouts):
        if bout.rpe is None:
            if trained[place] < dates and rated is not None and bout.ts - rated <= ASKED_DAYS * DAY:
                following = bouts[place + 1].ts if place + 1 < len(bouts) else bout.ts + EVENT_DAYS * DAY
                yield _lacks({}, bout, *_EFFORT, min(following, bout.ts + EVENT_DAYS * DAY))
            continue
        rated = bout.ts
        if trained[place] >= dates or not at_least(bout.rpe, hard_rpe):
            continue
        until = bout.ts + EVENT_DAYS * DAY
        for later in range(place + 1, len(bouts)):
            if bouts[later].ts >= until or trained[later] >= dates:
                until = min(until, bouts[later].ts)
                break
        yield Occurrence(
            subject={},
            since=bout.ts,
            until=until,
            severity=Severity.INFO,
            message=(
                f"A hard session ({bout.rpe:g} of 10) on {says_day(bout.day)}, {_so_far(trained[place], days)}."
            ),
            evidence=(Evidence("workouts", bout.id),),
            value=bout.rpe,
            unit="RPE",
            threshold=Threshold(">=", hard_rpe, "RPE"),
            episode=bout.id,
            offset=bout.offset,
            details={"training_dates": trained[place]},
        )


def _so_far(dates: int, days: float) -> str:
    return f"with training on {f'only {dates}' if dates else 'none'} of the {days:g} days before it"


@rule(
    theme="load",
    checks="runs on hard or rough ground",
    threshold="concrete or rugged ground on 3 or more of the last 7 runs within 28 dates",
    severity=(Severity.INFO,),
    documents=(RELIEF, LOWER_BACK),
    grade="○",
    advice="Choose softer, even ground where you can, and shoes that fit and are not worn down.",
    looks_back=35,
    details={"surfaces": "the ground of each of the last runs, the oldest first; empty = not recorded"},
)
def equipment_surface(
    frames: Frames, *, hard_runs: float = 3, runs: float = 7, days: float = 28
) -> Iterator[Finding]:
    """Hard ground on `hard_runs` of the last `runs` runs of `days` dates, judged at each run."""
    done = [bout for bout in frames.bouts if bout.kind == WorkoutKind.RUN]
    points = [
        _ground(done[max(0, place + 1 - max(1, int(runs))) : place + 1], hard_runs, days)
        for place in range(len(done))
    ]
    for stretch in stretches(points):
        recent = stretch.seen
        hard = [run for run in recent if run.surface in _HARD_GROUND]
        yield Occurrence(
            subject={},
            since=stretch.since,
            until=stretch.until,
            severity=stretch.level,
            message=(
                f"{len(hard)} of the last {len(recent)} runs were on concrete or rugged ground, "
                f"the latest on {says_day(hard[-1].day)}."
            ),
            evidence=tuple(Evidence("workouts", run.id) for run in hard),
            value=len(hard),
            unit="runs",
            threshold=Threshold(">=", hard_runs, "runs"),
            offset=recent[-1].offset,
            details={"surfaces": [run.surface for run in recent]},
        )


def _ground(last: Sequence[Bout], hard_runs: float, days: float) -> Point[list[Bout]]:
    newest = last[-1]
    recent = [run for run in last if run.day > newest.day - days]
    hard = sum(run.surface in _HARD_GROUND for run in recent)
    level = Severity.INFO if hard and at_least(hard, hard_runs) else None
    return Point(newest.ts, level, newest.ts + EVENT_DAYS * DAY, recent)
