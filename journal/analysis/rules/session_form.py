"""Technique: sessions in which it was flagged, and heavy lifts in them."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from journal.analysis.documents import CAUSES, LOWER_BACK, PREVENT
from journal.analysis.flags import Evidence, Threshold, plain
from journal.analysis.frames import Frames
from journal.analysis.instants import DAY, HOUR, UNSURE_H, above, says_day
from journal.analysis.pain.during import Felt, SharpPains
from journal.analysis.pain.painful import began_with
from journal.analysis.replacing import newest_only
from journal.analysis.rows import PainRow, Place
from journal.analysis.rulebook import EVENT_DAYS, Finding, Missing, Occurrence, rule
from journal.analysis.rules.session import days_of, workouts_of
from journal.analysis.telling import TIME_OF_ENTRY, TIME_OF_WORKOUT, evidence_of, says_when, tell_pain
from journal.analysis.training.again import Again, again
from journal.analysis.training.regions import loaded_regions
from journal.analysis.training.workouts import MAX_DURATION_MIN, Bout, Work
from journal.exercises import Exercise
from journal.vocabulary import ExerciseTag, FormFlag, Severity, display

FLAGGED_DAYS = 90
"""Sessions with a form flag are looked for in so many dates."""
_LIFTS = ("squat", "deadlift", "good-morning")
_FARTHEST = (MAX_DURATION_MIN // 60 + UNSURE_H * 2) * HOUR


@rule(
    theme="session structure",
    checks="flagged technique that back pain followed, or that comes again and again",
    threshold="a form flag and back pain of 3 or more within 72 h after the session, or the same flag in 3 of the "
    "last 10 sessions",
    severity=(Severity.CAUTION,),
    documents=(CAUSES, LOWER_BACK, PREVENT),
    grade="○",
    advice="Lower the weight and slow down until every repetition is under control.",
    looks_back=104,
    details={"form_flags": "what was flagged", "sessions": "in how many of the last ones, at most 10"},
)
def form_flag(
    frames: Frames,
    *,
    pain_nrs: int = 3,
    hours: float = 72,
    flagged_sessions: int = 3,
    of_sessions: int = 10,
) -> Iterator[Finding]:
    """A session with a form flag that back pain follows, or one whose flag was there in others before."""
    flagged = [bout for bout in frames.bouts if bout.form_flags]
    found: list[Finding] = []
    for place, entries in sorted(frames.entries.items()):
        if place.is_back:
            found.extend(_followed(entries, place, flagged, pain_nrs, hours))
    yield from newest_only(sorted(found, key=lambda one: one.since))
    for word in FormFlag:
        for one in again(
            frames.bouts if any(map(_flagged_as(word), flagged)) else [],
            _flagged_as(word),
            least=flagged_sessions,
            sessions=of_sessions,
            days=FLAGGED_DAYS,
        ):
            yield _flagged_again(one, word, flagged_sessions)


def _flagged_as(word: FormFlag) -> Callable[[Bout], bool]:
    return lambda bout: word in bout.form_flags


def _followed(
    entries: Sequence[PainRow], place: Place, flagged: Sequence[Bout], pain_nrs: int, hours: float
) -> Iterator[Finding]:
    """The first pain of a place of the back after each flagged session; of several sessions it is the latest's."""
    said: set[str] = set()
    for entry in entries:
        if entry.score < pain_nrs:
            continue
        bout, sure = _flagged_before(entry, flagged, int(hours * HOUR))
        if bout is None or (sure and bout.id in said):
            continue
        if sure:
            said.add(bout.id)
            yield _pain_after(bout, entry, place, pain_nrs)
        else:
            since = max(bout.ts, entry.ts)
            until = since + EVENT_DAYS * DAY
            yield Missing(subject=place.subject, since=since, until=until, what=(_time_of(entry),))


def _flagged_before(entry: PainRow, flagged: Sequence[Bout], within: int) -> tuple[Bout | None, bool]:
    """The latest flagged session that the pain came after; else the first that it may have, which is not sure."""
    unsure: Bout | None = None
    first = bisect_left(flagged, entry.ts - within - _FARTHEST, key=lambda bout: bout.ts)
    last = bisect_right(flagged, entry.ts + _FARTHEST, key=lambda bout: bout.ts)
    for bout in reversed(flagged[first:last]):
        slack = UNSURE_H * HOUR * ((not entry.time_known) + (not bout.time_known))
        after = entry.ts - bout.ts
        follows = after > slack or began_with(entry, bout.ts)
        if follows and entry.ts <= bout.end + within - slack:
            return bout, True
        if slack and after >= -slack and entry.ts <= bout.end + within + slack:
            unsure = bout
    return unsure, False


def _pain_after(bout: Bout, entry: PainRow, place: Place, pain_nrs: int) -> Occurrence:
    words = sorted(bout.form_flags)
    assumed = ", end assumed" if bout.end_assumed else ""
    return Occurrence(
        subject=place.subject,
        since=entry.ts,
        until=entry.ts + EVENT_DAYS * DAY,
        severity=Severity.CAUTION,
        message=(
            f"Technique was flagged ({', '.join(words)}) in the workout of {says_when(bout)}{assumed}, "
            f"and pain followed: {tell_pain(entry)}."
        ),
        evidence=(*evidence_of(entry), Evidence("workouts", bout.id)),
        value=entry.score,
        unit="NRS",
        threshold=Threshold(">=", pain_nrs, "NRS"),
        episode=bout.id,
        offset=entry.offset,
        details={"form_flags": words},
    )


def _flagged_again(one: Again, word: FormFlag, least: int) -> Occurrence:
    count = len(one.those)
    return Occurrence(
        subject={"kind": word.value},
        since=one.bout.ts,
        until=one.until,
        severity=Severity.CAUTION,
        message=(
            f"Technique was flagged as {display(word)} in {count} of the last {one.of} sessions, "
            f"{days_of(one.those)}."
        ),
        evidence=workouts_of(one.those),
        value=count,
        unit="sessions",
        threshold=Threshold(">=", least, "sessions"),
        offset=one.bout.offset,
        details={"form_flags": [word.value], "sessions": one.of},
    )


@rule(
    theme="session structure",
    checks="heavy squats, deadlifts or good mornings with flagged technique or sharp pain",
    threshold="more than 90 % of the best estimated maximum of 180 days, with a form flag or sharp pain in the "
    "session",
    severity=(Severity.INFO,),
    documents=(CAUSES, LOWER_BACK),
    grade="●",
    advice="Take these lifts lighter until the technique holds, and do not pull with a jerk.",
    looks_back=189,
    details={"best_e1rm_kg": "the best estimated maximum before", "form_flags": "what was flagged"},
)
def risky_lift_form(frames: Frames, *, heavy_share: float = 0.90, days: float = 180) -> Iterator[Finding]:
    """A working set above `heavy_share` of the best estimated maximum of the `days` before the session."""
    maxima: dict[str, tuple[list[int], list[float]]] = {}
    pains = SharpPains(frames)
    found: list[Finding] = []
    for bout in frames.bouts:
        suspect = bool(bout.form_flags) or pains.are_near(bout)
        for work in bout.work:
            if not _is_risky(work.exercise):
                continue
            instants, best = maxima.setdefault(work.exercise.slug, ([], []))
            if suspect and work.top_kg is not None:
                first, last = (bisect_left(instants, at) for at in (bout.ts - int(days * DAY), bout.ts))
                highest = max(best[first:last], default=None)
                if highest is not None and above(work.top_kg, heavy_share * highest):
                    found.extend(_heavy(bout, work, highest, heavy_share, pains))
            if work.e1rm_kg is not None:
                instants.append(bout.ts)
                best.append(work.e1rm_kg)
    yield from newest_only(sorted(found, key=lambda one: one.since))


@cache
def _is_risky(exercise: Exercise) -> bool:
    return ExerciseTag.AXIAL_LOAD in exercise.tags and any(lift in exercise.slug for lift in _LIFTS)


def _heavy(
    bout: Bout, work: Work, highest: float, heavy_share: float, pains: SharpPains
) -> Iterator[Finding]:
    if bout.form_flags:
        yield _with_bad_form(bout, work, highest, heavy_share, None)
        return
    felt = list(pains.of(bout, loaded_regions(work.exercise)))
    sure = next((one for one in felt if one.sure), None)
    if sure is not None:
        yield _with_bad_form(bout, work, highest, heavy_share, sure)
    if felt and not felt[0].sure:
        until = felt[0].since + EVENT_DAYS * DAY
        yield Missing(
            subject={"exercise": work.exercise.slug},
            since=felt[0].since,
            until=until if sure is None else min(until, sure.since),
            what=(_time_of(felt[0].entry),),
        )


def _with_bad_form(
    bout: Bout, work: Work, highest: float, heavy_share: float, felt: Felt | None
) -> Occurrence:
    since, top = bout.ts if felt is None else felt.since, work.top_kg or 0.0
    words = sorted(bout.form_flags)
    why = f"with technique flagged as {', '.join(words)}"
    because: tuple[Evidence, ...] = (Evidence("workouts", bout.id),)
    if felt is not None:
        why, because = f"with sharp pain: {tell_pain(felt.entry)}", evidence_of(felt.entry)
    return Occurrence(
        subject={"exercise": work.exercise.slug},
        since=since,
        until=since + EVENT_DAYS * DAY,
        severity=Severity.INFO,
        message=(
            f"{work.exercise.name} with {top:g} kg on {says_day(bout.day)}, {top / highest * 100:.1f} % of the "
            f"best estimated maximum before ({highest:.1f} kg), {why}."
        ),
        evidence=(Evidence("sets", f"{bout.id}/{work.top_position}"), *because),
        value=top / highest * 100,
        unit="%",
        threshold=Threshold(">", heavy_share * 100, "%"),
        episode=bout.id,
        offset=bout.offset,
        details={"best_e1rm_kg": plain(highest), "form_flags": words},
    )


def _time_of(entry: PainRow) -> str:
    """What is missing when the times do not tell which came first."""
    return TIME_OF_WORKOUT if entry.time_known else TIME_OF_ENTRY
