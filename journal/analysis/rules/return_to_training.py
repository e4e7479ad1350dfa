"""Going back to training after a pain: when to begin, when to stop again, and what to do first."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from journal.analysis.answers.avoiding import without_the_place
from journal.analysis.coverage import UNKNOWN_SHARE, covered_at
from journal.analysis.documents import PREVENT
from journal.analysis.flags import Evidence, Threshold, plain
from journal.analysis.frames import Frames
from journal.analysis.instants import ASKED_DAYS, DAY, HOUR, UNSURE_H, above, at_least, says_day
from journal.analysis.pain.painful import began_with
from journal.analysis.pain.returning import in_stage, rests_on_flags
from journal.analysis.pain.way_back import REACH_DAYS, CameBack, Phase, Setback, Stage
from journal.analysis.replacing import newest_only
from journal.analysis.rulebook import EVENT_DAYS, Finding, Found, Missing, Occurrence, rule
from journal.analysis.telling import TIME_OF_ENTRY, TIME_OF_WORKOUT, evidence_of, says_when, tell_pain
from journal.analysis.training.workouts import Bout
from journal.vocabulary import Act, ExerciseTag, Region, Severity

EFFORT = "the effort of the workout (its RPE)"


@rule(
    theme="return to training",
    checks="training a place before its pain has eased",
    threshold="a workout of RPE 5 or more loads a place in pain that began less than 24 h ago or has not improved",
    severity=(Severity.CAUTION,),
    documents=(PREVENT,),
    grade="●",
    advice="Give it a day or two, and train this place again, gently at first, once the pain is easing.",
    looks_back=REACH_DAYS + EVENT_DAYS,
    details={
        "hours": "hours from the start of the pain to the workout",
        "improved": "whether the pain had eased by then",
    },
    rests_on=rests_on_flags,
    avoid=without_the_place,
)
def return_too_early(
    frames: Frames, found: Found, *, least_rpe: float = 5, hours: float = 24
) -> Iterator[Finding]:
    """A workout of some effort that loads a place in pain, soon after its start or without improvement."""
    made: list[Finding] = []
    for phase in in_stage(Stage.PAIN, frames, found):
        for bout in phase.workouts:
            effort = bout.effort(Region(phase.place.region))
            if effort is not None and not at_least(effort, least_rpe):
                continue
            early = _too_early(phase, bout, effort, least_rpe, hours)
            if isinstance(early, Occurrence) and effort is None:
                early = missing(bout, phase, EFFORT) if tells_effort(frames, bout) else None
            if early is not None:
                made.append(early)
    yield from newest_only(sorted(made, key=lambda one: one.since))


def tells_effort(frames: Frames, bout: Bout) -> bool:
    """Whether the effort of a workout was told in the 28 days before this one."""
    first = bisect_left(frames.starts, bout.ts - ASKED_DAYS * DAY)
    last = bisect_left(frames.starts, bout.ts)
    return any(one.effort() is not None for one in frames.bouts[first:last])


def missing(bout: Bout, phase: Phase, what: str) -> Missing:
    """What keeps one from judging a workout beside the pain of a place."""
    return Missing(subject=phase.place.subject, since=bout.ts, until=bout.ts + EVENT_DAYS * DAY, what=(what,))


def _too_early(
    phase: Phase, bout: Bout, effort: float | None, least_rpe: float, hours: float
) -> Finding | None:
    """The workout beside the pain as it was when it began; None when there was nothing against it."""
    episode = phase.episode
    hurt = episode.between(bout.ts, bout.ts)
    known = bout.ts - any(began_with(entry, bout.ts) for entry in hurt)
    latest, peak = episode.latest(known) or episode.entries[0], episode.peak(known) or episode.entries[0]
    improved = episode.improved(known)
    if improved is None:
        improved = latest.score < peak.score
    age_h, first = (bout.ts - episode.start) / HOUR, episode.entries[0]
    start_known = first.time_known or episode.start < first.ts
    doubt_h = UNSURE_H * ((not bout.time_known) + (not start_known))
    young = {not at_least(age_h + off, hours) for off in (-doubt_h, 0, doubt_h)}
    if improved and True not in young:
        return None
    order_h = UNSURE_H * ((not bout.time_known) + (not latest.time_known))
    if (improved and False in young) or bout.ts - latest.ts < order_h * HOUR:
        return missing(bout, phase, TIME_OF_ENTRY if bout.time_known else TIME_OF_WORKOUT)
    eased = "has eased since" if improved else "had not eased"
    return Occurrence(
        subject=phase.place.subject,
        since=bout.ts,
        until=bout.ts + EVENT_DAYS * DAY,
        severity=Severity.CAUTION,
        message=(
            f"The workout of {says_when(bout)}, effort {effort or 0:g} of 10, loads the {phase.place} "
            f"{age_h:.0f} h after its pain began, which {eased}: {tell_pain(latest)}."
        ),
        evidence=(*evidence_of(first, latest), Evidence("workouts", bout.id)),
        value=effort,
        unit="RPE",
        threshold=Threshold(">=", least_rpe, "RPE"),
        episode=bout.id,
        offset=bout.offset,
        details={"hours": plain(age_h), "improved": improved},
    )


@rule(
    theme="return to training",
    checks="pain that comes back while a place is returning to training",
    threshold="during a workout that loads it or within 24 h after, an entry of 4 or more, or 2 more than the last",
    severity=(Severity.WARNING,),
    documents=(PREVENT,),
    grade="●",
    advice="Pain came back: stop, and step back one level, to less weight, fewer sets or something gentler.",
    looks_back=REACH_DAYS,
    rests_on=rests_on_flags,
)
def return_pain_back(
    frames: Frames, found: Found, *, back_nrs: float = 4, rise_nrs: float = 2, hours: float = 24
) -> Iterator[Finding]:
    """The entry that ends a return: bad by itself, or clearly worse than the one before, soon after a workout."""
    setback = Setback(back_nrs, rise_nrs, hours)
    made = [
        _came_back(phase, phase.back, setback)
        for phase in in_stage(Stage.PAIN, frames, found, setback)
        if phase.back is not None
    ]
    yield from newest_only(sorted(made, key=lambda one: one.since))


def _came_back(phase: Phase, back: CameBack, setback: Setback) -> Finding:
    entry, before, bout = back
    after_h = (entry.ts - bout.end) / HOUR
    doubt_h = UNSURE_H * ((not entry.time_known) + (not bout.time_known))
    if doubt_h and not (bout.ts <= entry.ts - doubt_h * HOUR and at_least(setback.hours, after_h + doubt_h)):
        what = TIME_OF_ENTRY if bout.time_known else TIME_OF_WORKOUT
        until = min(entry.ts + EVENT_DAYS * DAY, phase.episode.closed_at)
        return Missing(subject=phase.place.subject, since=entry.ts, until=until, what=(what,))
    bad = at_least(entry.score, setback.nrs)
    assumed = " (end assumed)" if bout.end_assumed else ""
    when = "during" if entry.ts < bout.end else f"{after_h:.0f} h after"
    was = "" if before is None else f", after {before.score} on {says_day(before.day)}"
    rose = 0 if before is None else entry.score - before.score
    return Occurrence(
        subject=phase.place.subject,
        since=entry.ts,
        until=phase.episode.closed_at,
        severity=Severity.WARNING,
        act=Act.THIS_WEEK,
        message=(
            f"{str(phase.place).capitalize()} pain came back {when} the workout of "
            f"{says_when(bout)}{assumed}: {tell_pain(entry)}{was}."
        ),
        evidence=(
            *evidence_of(entry, *(() if before is None else (before,))),
            Evidence("workouts", bout.id),
        ),
        value=entry.score if bad else rose,
        unit="NRS",
        threshold=Threshold(">=", setback.nrs if bad else setback.rise, "NRS"),
        episode=f"{phase.episode.key}/{entry.ts}",
        offset=entry.offset,
    )


@rule(
    theme="return to training",
    checks="going back to training after back pain without gentle core work",
    threshold="a workout loads a returning back, and the 7 dates up to it have no gentle core exercise",
    severity=(Severity.INFO,),
    documents=(PREVENT,),
    grade="○",
    advice="Strengthen the core before adding more: bridges, short planks, or opposite arm and leg, as long as it "
    "does not hurt.",
    looks_back=REACH_DAYS + 7,
    rests_on=rests_on_flags,
)
def return_core_first(frames: Frames, found: Found, *, days: int = 7) -> Iterator[Finding]:
    """Once in each return of a place of the back, until the core is trained or the week is over."""
    core = [bout for bout in frames.bouts if ExerciseTag.CORE_GENTLE in bout.tags]
    bare = [
        (phase, next((bout for bout in phase.workouts if not _trained_core(core, bout, days)), None))
        for phase in in_stage(Stage.RETURNING, frames, found)
        if phase.place.is_back
    ]
    told = [(phase, bout) for phase, bout in bare if bout is not None]
    covered = covered_at(frames.recorded_from, [(bout.day, bout.ts) for _, bout in told], days)
    for (phase, bout), known in zip(told, covered, strict=True):
        following = bisect_right(core, bout.ts, key=lambda one: one.ts)
        ends = [bout.ts + EVENT_DAYS * DAY, *(one.ts for one in core[following : following + 1])]
        ends += [] if phase.until is None else [phase.until]
        unknown = _unknown(frames, bout, days, int((~known).sum()))
        if unknown:
            yield Missing(subject=phase.place.subject, since=bout.ts, until=min(ends), what=(unknown,))
            continue
        yield Occurrence(
            subject=phase.place.subject,
            since=bout.ts,
            until=min(ends),
            severity=Severity.INFO,
            message=(
                f"The {phase.place} is returning to training ({says_day(bout.day)}), with no gentle core exercise "
                f"in the last {days} days."
            ),
            evidence=(Evidence("workouts", bout.id),),
            value=0,
            unit="sessions",
            threshold=Threshold("<", 1, "sessions"),
            episode=f"{phase.episode.key}/{phase.since}",
            offset=bout.offset,
        )


def _trained_core(core: Sequence[Bout], bout: Bout, days: int) -> bool:
    """Whether one of them was on the `days` dates up to the workout."""
    return any(True for _ in _lately(core, bout, days))


def _lately(bouts: Sequence[Bout], bout: Bout, days: int) -> Iterator[Bout]:
    """Those on the `days` dates up to a workout that began no later than it."""
    # No clock is more than a day from another, so the dates of so many days are enough.
    first = bisect_left(bouts, bout.ts - (days + 2) * DAY, key=lambda one: one.ts)
    last = bisect_right(bouts, bout.ts, key=lambda one: one.ts)
    return (one for one in bouts[first:last] if bout.day - days < one.day <= bout.day)


def _unknown(frames: Frames, bout: Bout, days: int, gaps: int) -> str:
    """What may hide core work of the `days` dates up to a workout, `gaps` of which nobody wrote of."""
    if above(gaps, UNKNOWN_SHARE * days):
        return f"entries on most of the {days} dates to {says_day(bout.day)}"
    untold = any(not (one.work or one.is_endurance) for one in _lately(frames.bouts, bout, days))
    return "the exercises of every workout" if untold else ""
