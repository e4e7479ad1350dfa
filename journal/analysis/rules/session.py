"""How a session is built: warm-up and cool-down, and pain that a blow or a twist in it set off."""

from collections.abc import Iterator, Sequence

from journal.analysis.documents import BACK_PAIN, LOWER_BACK, PREVENT, RELIEF
from journal.analysis.flags import Evidence, Threshold
from journal.analysis.frames import Frames
from journal.analysis.instants import ASKED_DAYS, COUNT_DAYS, DAY, at_least, says_day
from journal.analysis.pain.episodes import Episode
from journal.analysis.replacing import newest_only
from journal.analysis.rows import PainRow
from journal.analysis.rulebook import EVENT_DAYS, Finding, Missing, Occurrence, rule
from journal.analysis.telling import evidence_of, says_when, tell_pain
from journal.analysis.timeline import Timeline
from journal.analysis.training.again import Again, again
from journal.analysis.training.regions import loaded_regions, touched_regions
from journal.analysis.training.workouts import Bout
from journal.vocabulary import ExerciseTag, Mechanism, Region, Severity, WorkoutKind

_NO_WARMUP_NEEDED = frozenset({WorkoutKind.YOGA, WorkoutKind.MOBILITY, WorkoutKind.WALK})
_BY_ACCIDENT = {Mechanism.CONTACT: "a blow", Mechanism.TWIST: "a twist"}


@rule(
    theme="session structure",
    checks="sessions with little or no warm-up",
    threshold="under 5 min of warm-up; caution when it is so in 3 of the last 5 sessions that recorded it and "
    "something hurt in the last 28 days; yoga, mobility work, walks and sessions with RPE up to 4 need none",
    severity=(Severity.CAUTION, Severity.INFO),
    documents=(PREVENT, RELIEF, LOWER_BACK),
    grade="●",
    advice="Give the warm-up 5 to 10 minutes: easy cardio, moving stretches or light sets.",
    looks_back=63,
    details={"sessions": "the last ones that recorded it, at most 5", "short": "those of them under 5 min"},
)
def no_warmup(
    frames: Frames,
    *,
    warmup_min: float = 5,
    easy_rpe: float = 4,
    habit_sessions: int = 3,
    of_sessions: int = 5,
    hurt_days: int = 28,
) -> Iterator[Finding]:
    """A session with less than `warmup_min` of warm-up; one that did not record it is unknown, never 0."""
    bouts = [bout for bout in frames.bouts if _needs_warmup(bout, easy_rpe)]
    recorded = [bout for bout in bouts if bout.warmup_min is not None]

    def is_short(bout: Bout) -> bool:
        return not at_least(bout.warmup_min or 0.0, warmup_min)

    hurting = Timeline(entry for entry in frames.pain if entry.is_painful)
    for habit in again(recorded, is_short, least=habit_sessions, sessions=of_sessions, days=COUNT_DAYS):
        pain = hurting.last(habit.bout.ts, hurt_days * DAY)
        if pain is not None:
            yield _short_again(habit, pain, warmup_min, habit_sessions)
    yield from newest_only(_short(bout, warmup_min) for bout in recorded if is_short(bout))
    yield from _not_recorded(bouts)


def _needs_warmup(bout: Bout, easy_rpe: float) -> bool:
    return bout.kind not in _NO_WARMUP_NEEDED and (bout.rpe is None or not at_least(easy_rpe, bout.rpe))


def _short(bout: Bout, warmup_min: float) -> Occurrence:
    minutes = bout.warmup_min or 0.0
    told = f"{minutes:.3g} min of warm-up" if minutes else "no warm-up"
    return Occurrence(
        subject={},
        since=bout.ts,
        until=bout.ts + EVENT_DAYS * DAY,
        severity=Severity.INFO,
        message=f"The workout of {says_when(bout)} had {told}.",
        evidence=(Evidence("workouts", bout.id),),
        value=minutes,
        unit="min",
        threshold=Threshold("<", warmup_min, "min"),
        episode=bout.id,
        offset=bout.offset,
    )


def _short_again(habit: Again, pain: PainRow, warmup_min: float, least: int) -> Occurrence:
    count = len(habit.those)
    return Occurrence(
        subject={},
        since=habit.bout.ts,
        until=habit.until,
        severity=Severity.CAUTION,
        message=(
            f"Under {warmup_min:g} min of warm-up in {count} of the last {habit.of} sessions that recorded it, "
            f"{days_of(habit.those)}, and it hurt lately: {tell_pain(pain)}."
        ),
        evidence=(*workouts_of(habit.those), *evidence_of(pain)),
        value=count,
        unit="sessions",
        threshold=Threshold(">=", least, "sessions"),
        offset=habit.bout.offset,
        details={"sessions": habit.of, "short": count},
    )


def _not_recorded(bouts: Sequence[Bout]) -> Iterator[Missing]:
    """The sessions without a recorded warm-up of somebody who does record it."""
    recorded_on: int | None = None
    for place, bout in enumerate(bouts):
        if bout.warmup_min is not None:
            recorded_on = bout.day
        elif recorded_on is not None and bout.day - recorded_on <= ASKED_DAYS:
            until = bout.ts + EVENT_DAYS * DAY
            if place + 1 < len(bouts):
                until = min(until, bouts[place + 1].ts)
            yield Missing(subject={}, since=bout.ts, until=until, what=("the minutes of warm-up",))


@rule(
    theme="session structure",
    checks="sessions that end without a cool-down",
    threshold="no cool-down in 3 of the last 5 sessions that recorded it",
    severity=(Severity.INFO,),
    documents=(RELIEF, LOWER_BACK),
    grade="○",
    advice="End with a few easy minutes. (It is not known to prevent soreness.)",
    looks_back=63,
    details={"sessions": "the last ones that recorded it, at most 5", "without": "those of them without one"},
)
def no_cooldown(frames: Frames, *, habit_sessions: int = 3, of_sessions: int = 5) -> Iterator[Finding]:
    """A session with a recorded cool-down of 0 min, as in others of the last ones that recorded it."""
    recorded = [bout for bout in frames.bouts if bout.cooldown_min is not None]
    for habit in again(
        recorded,
        lambda bout: bout.cooldown_min == 0,
        least=habit_sessions,
        sessions=of_sessions,
        days=COUNT_DAYS,
    ):
        count = len(habit.those)
        yield Occurrence(
            subject={},
            since=habit.bout.ts,
            until=habit.until,
            severity=Severity.INFO,
            message=(
                f"No cool-down in {count} of the last {habit.of} sessions that recorded it, "
                f"{days_of(habit.those)}."
            ),
            evidence=workouts_of(habit.those),
            value=count,
            unit="sessions",
            threshold=Threshold(">=", habit_sessions, "sessions"),
            offset=habit.bout.offset,
            details={"sessions": habit.of, "without": count},
        )


def days_of(bouts: Sequence[Bout]) -> str:
    """The dates of the first and the last of them for a message: `Mon 16 Nov to Fri 20 Nov`."""
    return " to ".join(dict.fromkeys((says_day(bouts[0].day), says_day(bouts[-1].day))))


def workouts_of(bouts: Sequence[Bout]) -> tuple[Evidence, ...]:
    """The sessions as evidence."""
    return tuple(Evidence("workouts", bout.id) for bout in bouts)


@rule(
    theme="session structure",
    checks="pain that a blow or a twist set off",
    threshold="the first entry of an episode names contact or a twist; or it came after a workout with a loaded twist "
    "that loads the place, and what set it off is not said",
    severity=(Severity.INFO,),
    documents=(BACK_PAIN,),
    grade="○",
    advice="Note how it happened, and look out for swelling, less movement or trouble standing upright.",
    looks_back=28,
    details={"mechanism": "contact or twist; empty when it is not said", "asked": "whether it is asked for"},
)
def contact_or_twist_injury(frames: Frames) -> Iterator[Finding]:
    """What set an episode off is contact or a twist, or may be: it is then asked for."""
    for episode in frames.episodes:
        first = episode.entries[0]
        if first.mechanism in _BY_ACCIDENT:
            yield _by_accident(
                episode, first, f"It began with {_BY_ACCIDENT[Mechanism(first.mechanism)]}", ()
            )
        elif not first.mechanism and episode.workout is not None:
            twists = _twists(episode.workout, Region(episode.place.region))
            if twists:
                when = says_when(episode.workout)
                told = f"It came after the workout of {when} with {', '.join(twists)}"
                yield _by_accident(episode, first, told, workouts_of([episode.workout]))


def _twists(bout: Bout, region: Region) -> list[str]:
    """The names of its exercises that twist under load and load that region."""
    exercises = [work.exercise for work in bout.work if ExerciseTag.LOADED_TWIST in work.exercise.tags]
    return [one.name for one in exercises if region in loaded_regions(one) | touched_regions(one)]


def _by_accident(episode: Episode, first: PainRow, told: str, workouts: tuple[Evidence, ...]) -> Occurrence:
    asked = not first.mechanism
    answers = (entry.ts for entry in episode.entries if entry.mechanism) if asked else ()
    question = " What set it off: a lift, a bend, a twist, a fall, a blow, or nothing?" if asked else ""
    return Occurrence(
        subject=episode.place.subject,
        since=first.ts,
        until=min((episode.closed_at, *answers)),
        severity=Severity.INFO,
        message=f"{told}: {tell_pain(first)}.{question}",
        advice=f"Write it down with the next entry: pain {episode.place} {first.score} twist."
        if asked
        else "",
        evidence=(*evidence_of(first), *workouts),
        episode=episode.key,
        offset=first.offset,
        details={"mechanism": first.mechanism, "asked": asked},
    )
