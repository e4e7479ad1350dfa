"""Recovery between sessions: muscle groups without a day of rest, and training of what hurts."""

from collections.abc import Iterator
from dataclasses import dataclass

from journal.analysis.answers.avoiding import without_the_muscle, without_the_place
from journal.analysis.documents import CAUSES, PREVENT
from journal.analysis.engine import RANK
from journal.analysis.flags import Evidence, Threshold, plain
from journal.analysis.frames import Frames
from journal.analysis.instants import DAY, HOUR, at_least, says, says_day
from journal.analysis.pain.painful import SHARP, before_workout
from journal.analysis.replacing import newest_only
from journal.analysis.rows import PainRow, Place
from journal.analysis.rulebook import EVENT_DAYS, Finding, Missing, Occurrence, rule
from journal.analysis.telling import TIME_OF_WORKOUT, evidence_of, says_when, tell_pain
from journal.analysis.training.regions import loaded_regions
from journal.analysis.training.rest import Hurting, Repeat, Trained, repeats
from journal.analysis.training.workouts import Bout
from journal.vocabulary import LARGE_MUSCLES, Act, Region, Severity, display

MANY_SETS = 4
"""From this many working sets on a group was trained in earnest."""
REPEATED_SETS = 2


@dataclass(frozen=True, slots=True)
class RestHours:
    """How long muscle groups should rest, in hours; `tolerance` of them is forgiven.

    "The same hour two days later", less the session itself, is two days.
    """

    small: float = 24
    large: float = 48
    large_full: float = 72
    tolerance: float = 4


@rule(
    theme="recovery",
    checks="the same muscle group trained on two dates running",
    threshold="working sets on both dates; caution from 4 on both, or one exercise with 2 on both",
    severity=(Severity.CAUTION, Severity.INFO),
    documents=(PREVENT,),
    grade="●",
    advice="Leave a day between sessions for the same group, or train another one.",
    looks_back=15,
    avoid=without_the_muscle,
    details={"sets": "working sets of the group on the second date", "sets_before": "and on the first"},
)
def same_muscle_consecutive_days(frames: Frames, *, include_endurance: bool = False) -> Iterator[Finding]:
    """A primary group with working sets on a date and on the date before, by the local calendar."""
    yield from newest_only(_consecutive(frames, include_endurance=include_endurance))


def _consecutive(frames: Frames, *, include_endurance: bool) -> Iterator[Occurrence]:
    hurting = frames.once(Hurting)
    for repeat in repeats(frames, include_endurance=include_endurance):
        severity = consecutive_level(repeat)
        if severity is None or repeat.yesterday is None:
            continue
        levels = short_levels(repeat, RestHours(), hurting)
        if all(level is not None and RANK[level] < RANK[severity] for level in levels):
            continue
        sets, before = repeat.today.sets, repeat.yesterday.sets
        group = display(repeat.muscle).capitalize()
        yield Occurrence(
            subject={"muscle": repeat.muscle.value},
            since=repeat.bout.ts,
            until=repeat.bout.ts + EVENT_DAYS * DAY,
            severity=severity,
            message=(
                f"{group} on two dates running: {_sets(before)} on {says_day(repeat.bout.day - 1)}, "
                f"{sets} on {says_day(repeat.bout.day)}."
            ),
            evidence=_workouts(repeat.today, repeat.yesterday),
            value=1,
            unit="d",
            threshold=Threshold("<", 2, "d"),
            episode=str(repeat.bout.day),
            offset=repeat.bout.offset,
            details={"sets": sets, "sets_before": before},
        )


def _sets(count: int) -> str:
    return "1 working set" if count == 1 else f"{count} working sets"


def consecutive_level(repeat: Repeat) -> Severity | None:
    """How much it matters that the group was trained on the date before; None when it was not."""
    if repeat.yesterday is None:
        return None
    today, yesterday = repeat.today, repeat.yesterday
    repeated = any(
        min(sets, yesterday.by_exercise.get(slug, 0)) >= REPEATED_SETS
        for slug, sets in today.by_exercise.items()
    )
    many = min(today.sets, yesterday.sets) >= MANY_SETS
    return Severity.CAUTION if many or repeated else Severity.INFO


def short_levels(repeat: Repeat, limits: RestHours, hurting: Hurting) -> set[Severity | None]:
    """How much it matters that the group rested only so long; more than one answer when the time is not known."""
    hours, unsure_h = repeat.hours, repeat.unsure_h
    spans = (hours, hours - unsure_h, hours + unsure_h) if unsure_h else (hours,)
    levels = {_short_level(repeat, limits, rested) for rested in spans}
    # What is only worth knowing is said while it hurts.
    if Severity.INFO in levels and not hurting.at(repeat.muscle, repeat.bout.ts):
        return {None if level is Severity.INFO else level for level in levels}
    return levels


def _short_level(repeat: Repeat, limits: RestHours, rested: float) -> Severity | None:
    def less_than(hours: float) -> bool:
        return not at_least(rested, hours - limits.tolerance)

    if repeat.muscle not in LARGE_MUSCLES:
        return Severity.INFO if less_than(limits.small) else None
    if less_than(limits.large):
        many = min(repeat.now.sets, repeat.before.sets) >= MANY_SETS
        return Severity.CAUTION if many else Severity.INFO
    return Severity.INFO if less_than(limits.large_full) else None


def _workouts(*trained: Trained) -> tuple[Evidence, ...]:
    return tuple(Evidence("workouts", bout.id) for one in trained for bout in one.bouts)


@rule(
    theme="recovery",
    checks="a muscle group trained again before it had rested",
    threshold="small groups: under 20 h; large groups: under 44 h (caution from 4 working sets in both sessions) "
    "or under 68 h; the info levels only while it hurts there",
    severity=(Severity.CAUTION, Severity.INFO),
    documents=(CAUSES,),
    grade="●",
    advice="Give small groups a full day and large ones two to three before the next session.",
    looks_back=15,
    avoid=without_the_muscle,
    details={"sets": "working sets of the group in the second session", "sets_before": "and in the first"},
)
def muscle_rest_short(
    frames: Frames,
    *,
    small_rest_h: float = 24,
    large_rest_h: float = 48,
    large_rest_full_h: float = 72,
    rest_tolerance_h: float = 4,
    include_endurance: bool = False,
) -> Iterator[Finding]:
    """Hours from the end of one session to the start of the next with working sets for a primary group."""
    limits = RestHours(small_rest_h, large_rest_h, large_rest_full_h, rest_tolerance_h)
    yield from newest_only(_short(frames, limits, include_endurance=include_endurance))


def _short(frames: Frames, limits: RestHours, *, include_endurance: bool) -> Iterator[Finding]:
    hurting = frames.once(Hurting)
    for repeat in repeats(frames, include_endurance=include_endurance):
        levels = short_levels(repeat, limits, hurting)
        if levels == {None}:
            continue
        level = min((one for one in levels if one is not None), key=RANK.__getitem__)
        said = consecutive_level(repeat)
        if said is not None and RANK[said] <= RANK[level]:
            continue
        subject, until = {"muscle": repeat.muscle.value}, repeat.bout.ts + EVENT_DAYS * DAY
        if len(levels) > 1:
            yield Missing(subject=subject, since=repeat.bout.ts, until=until, what=(TIME_OF_WORKOUT,))
            continue
        large = repeat.muscle in LARGE_MUSCLES
        advised = limits.small if not large else limits.large
        if large and at_least(repeat.hours, limits.large - limits.tolerance):
            advised = limits.large_full
        last = repeat.before.bouts[0]
        assumed = ", end assumed" if last.end_assumed else ""
        yield Occurrence(
            subject=subject,
            since=repeat.bout.ts,
            until=until,
            severity=level,
            message=(
                f"Only {repeat.hours:.0f} h since {display(repeat.muscle)} "
                f"({says(last.end, last.offset)}{assumed}); the article suggests {advised:g} h."
            ),
            evidence=_workouts(repeat.now, repeat.before),
            value=repeat.hours,
            unit="h",
            threshold=Threshold("<", advised - limits.tolerance, "h"),
            episode=repeat.bout.id,
            offset=repeat.bout.offset,
            details={"sets": repeat.now.sets, "sets_before": repeat.before.sets},
        )


@rule(
    theme="recovery",
    checks="training a place that hurts",
    threshold="a workout that loads it starts within 24 h of an entry of 4 or more; warning from 7, or when it is "
    "sharp or radiates",
    severity=(Severity.WARNING, Severity.CAUTION),
    documents=(PREVENT, CAUSES),
    grade="●",
    advice="Cut weight and repetitions down to what does not hurt, or rest this place.",
    looks_back=9,
    details={
        "age_h": "hours from the pain entry to the workout",
        "loaded_by": "exercises that load the place",
    },
    avoid=without_the_place,
)
def trained_through_pain(
    frames: Frames, *, hours: float = 24, caution_nrs: int = 4, severe_nrs: int = 7
) -> Iterator[Finding]:
    """A workout that loads a region starts while its latest entry is at most `hours` old and 4 or more."""
    found: list[Finding] = []
    places = sorted(frames.entries)
    for bout in frames.bouts:
        for place in () if bout.is_relief_only else places:
            entry = before_workout(frames, place, bout.ts) if place.region in bout.loads else None
            if entry is None or entry.score < caution_nrs or bout.ts - entry.ts > hours * HOUR:
                continue
            if entry.time_known and bout.time_known:
                found.append(_on_pain(bout, place, entry, caution_nrs, severe_nrs))
            else:
                found.append(time_missing(bout, place))
    yield from newest_only(found)


def time_missing(bout: Bout, place: Place) -> Missing:
    """It is not known whether the workout or the pain came first, or how long after."""
    whose = "pain entry" if bout.time_known else "workout"
    until = bout.ts + EVENT_DAYS * DAY
    return Missing(subject=place.subject, since=bout.ts, until=until, what=(f"the time of the {whose}",))


def _on_pain(bout: Bout, place: Place, entry: PainRow, caution_nrs: int, severe_nrs: int) -> Occurrence:
    stop = entry.score >= severe_nrs or bool(entry.qualities & SHARP) or entry.radiates
    age = (bout.ts - entry.ts) / HOUR
    return Occurrence(
        subject=place.subject,
        since=bout.ts,
        until=bout.ts + EVENT_DAYS * DAY,
        severity=Severity.WARNING if stop else Severity.CAUTION,
        act=Act.THIS_WEEK if stop else None,
        message=(
            f"The workout of {says_when(bout)} loads the {place}, which hurt {age:.0f} h before: "
            f"{tell_pain(entry)}."
        ),
        evidence=(*evidence_of(entry), Evidence("workouts", bout.id)),
        value=entry.score,
        unit="NRS",
        threshold=Threshold(">=", severe_nrs if entry.score >= severe_nrs else caution_nrs, "NRS"),
        episode=bout.id,
        offset=bout.offset,
        details={"age_h": plain(age), "loaded_by": _loaded_by(bout, Region(place.region))},
    )


def _loaded_by(bout: Bout, region: Region) -> list[str]:
    return [work.exercise.slug for work in bout.work if region in loaded_regions(work.exercise)]
