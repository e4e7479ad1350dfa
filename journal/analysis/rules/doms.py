"""Soreness after training: whether a pain follows its usual course, and when it lasts too long for that."""

from collections.abc import Iterator

from journal.analysis.documents import CAUSES, LOWER_BACK, PREVENT, RELIEF
from journal.analysis.flags import Evidence, Threshold, plain
from journal.analysis.frames import Frames
from journal.analysis.instants import DAY, HOUR, says_day, says_span
from journal.analysis.pain.doms import LATE_H, ONLY_WHEN_TRAINED, Limits, Soreness, State, Verdict, soreness
from journal.analysis.rows import PainRow
from journal.analysis.rulebook import EVENT_DAYS, Finding, Missing, Occurrence, rule
from journal.analysis.telling import evidence_of, sentence
from journal.analysis.training.novelty import Before, Novelty, is_known_before
from journal.vocabulary import Region, Severity

_SAYS = {
    State.TYPICAL: "fits ordinary delayed soreness",
    State.LATE: "started like delayed soreness and lasts longer than that usually does",
    State.UNCLEAR: "may be delayed soreness or not",
    State.NOT: "does not follow the course of delayed soreness",
}
_TYPICAL = "Light movement is fine; expect it to ease after the second day."
_EASED = "It has eased, as soreness does."
_UNUSUAL = "Watch it, and do not load this place until it has settled."
_PRESSES = " Pain that presses or comes with breathlessness is not soreness."


@rule(
    theme="soreness",
    checks="whether pain after a workout follows the course of delayed soreness",
    threshold="starts 4 to 36 h after the workout, is worst by 56 h, and over by 120 h",
    severity=(Severity.INFO,),
    documents=(LOWER_BACK, CAUSES, PREVENT, RELIEF),
    grade="●●",
    advice=_TYPICAL,
    looks_back=28,
    details={
        "state": "doms-typical, doms-late, unclear or not-doms",
        "onset_h": "hours from the end of the workout to the first pain",
        "onset_in_article_window": "whether that is 6 to 8 h, as the article has it",
        "end_assumed": "whether the end of the workout is assumed",
    },
)
def doms_pattern(
    frames: Frames,
    *,
    doms_on_min_h: float = 4,
    doms_on_max_h: float = 36,
    doms_peak_max_h: float = 56,
    doms_end_max_h: float = 120,
) -> Iterator[Finding]:
    """Every state of every episode that came after a workout; a change of state is a new flag."""
    limits = Limits(doms_on_min_h, doms_on_max_h, doms_peak_max_h, doms_end_max_h)
    for made in _compared(frames, limits):
        for since, until, verdict in made.course:
            if verdict.state is State.INSUFFICIENT:
                ends = min(until, since + EVENT_DAYS * DAY)
                yield Missing(
                    subject=made.episode.place.subject, since=since, until=ends, what=(verdict.why,)
                )
            else:
                yield _pattern(made, since, until, verdict)


def _compared(frames: Frames, limits: Limits) -> Iterator[Soreness]:
    for episode in frames.episodes:
        made = soreness(frames, episode, limits)
        if made:
            yield made


def _advice(state: State, latest: PainRow) -> str:
    if state is not State.TYPICAL:
        return _UNUSUAL
    return _TYPICAL if latest.is_painful else _EASED


def _pattern(made: Soreness, since: int, until: int, verdict: Verdict) -> Occurrence:
    episode, workout, state = made.episode, made.workout, verdict.state
    latest = episode.until(since)[-1]
    assumed = " (end of the workout assumed)" if workout.end_assumed else ""
    presses = _PRESSES if episode.place.region in ONLY_WHEN_TRAINED else ""
    return Occurrence(
        subject=episode.place.subject,
        since=since,
        until=until,
        severity=Severity.INFO,
        message=f"{str(episode.place).capitalize()} pain {_SAYS[state]}: {verdict.why}{assumed}.",
        advice=_advice(state, latest) + presses,
        evidence=(*evidence_of(episode.entries[0], latest), Evidence("workouts", workout.id)),
        value=verdict.hours,
        unit="h" if verdict.line else "",
        threshold=verdict.line,
        episode=f"{episode.key}/{since}",
        offset=latest.offset,
        details={
            "state": state.value,
            "onset_h": plain(made.onset_h),
            "onset_in_article_window": made.started_in_article_window,
            "end_assumed": workout.end_assumed,
        },
    )


@rule(
    theme="soreness",
    checks="soreness that lasts longer than soreness usually does",
    threshold="2 or more at an entry more than 72 h after the workout",
    severity=(Severity.CAUTION,),
    documents=(LOWER_BACK, PREVENT),
    grade="●●",
    advice="Ordinary soreness usually eases by now. Leave this place unloaded until it has.",
    looks_back=28,
)
def doms_past_72h(
    frames: Frames,
    *,
    doms_on_min_h: float = 4,
    doms_on_max_h: float = 36,
    doms_peak_max_h: float = 56,
    doms_end_max_h: float = 120,
) -> Iterator[Finding]:
    """From the entry at which the state becomes `doms-late` to the end of the episode."""
    limits = Limits(doms_on_min_h, doms_on_max_h, doms_peak_max_h, doms_end_max_h)
    for made in _compared(frames, limits):
        course = made.course if made.late is not None else ()
        late = next((since for since, _, verdict in course if verdict.state is State.LATE), None)
        if late is not None:
            episode, workout = made.episode, made.workout
            entry = episode.until(late)[-1]
            after_h = (entry.ts - workout.end) / HOUR
            assumed = " (end assumed)" if workout.end_assumed else ""
            yield Occurrence(
                subject=episode.place.subject,
                since=late,
                until=episode.closed_at,
                severity=Severity.CAUTION,
                message=(
                    f"{str(episode.place).capitalize()} soreness is still {entry.score} of 10, "
                    f"{says_span(after_h)} after the workout{assumed}."
                ),
                evidence=(*evidence_of(episode.entries[0], entry), Evidence("workouts", workout.id)),
                value=after_h,
                unit="h",
                threshold=Threshold(">", LATE_H, "h"),
                episode=episode.key,
                offset=entry.offset,
            )


@rule(
    theme="soreness",
    checks="soreness after a workout that was new or unusually hard",
    threshold="an exercise for that place not done in the 28 dates before, or a higher session load than in all of "
    "them; only when 28 dates before it are covered",
    severity=(Severity.INFO,),
    documents=(RELIEF, PREVENT),
    grade="●●●",
    advice="New or harder work makes soreness likely. That alone is no sign of harm, and no proof of a good session.",
    looks_back=140,
    details={
        "new_exercises": "exercises for that place not done in the 28 dates before",
        "load": "session load in AU (session RPE x minutes), null when not known",
        "highest_load": "the highest of the 28 dates before, null when none is known",
    },
)
def doms_novelty_note(frames: Frames, *, novelty_days: int = 28, least_dates: int = 28) -> Iterator[Finding]:
    """The workout behind a pain, unless that does not follow the course of soreness; for 7 days at the most.

    It is said once of a workout, with the first place that hurts after it.
    """
    worked = [
        (episode, episode.workout)
        for episode in frames.episodes
        if episode.workout is not None
        and Region(episode.place.region) in episode.workout.loads | episode.workout.touches
    ]
    before = Before(frames, novelty_days)
    known = is_known_before(frames, [workout for _, workout in worked], novelty_days, least_dates)
    for (episode, workout), (is_old_enough, is_covered) in zip(worked, known, strict=True):
        if not is_old_enough:
            continue
        new = before.novelty(workout, Region(episode.place.region))
        lacking = (
            new.missing if is_covered else f"entries on most of the {novelty_days} days before the workout"
        )
        is_new = is_covered and bool(new.new or new.is_hardest)
        made = soreness(frames, episode) if is_new or lacking else None
        if made is None:
            continue
        since = episode.entries[0].ts
        unlike = (start for start, _, verdict in made.course if verdict.state is State.NOT)
        until = min(episode.closed_at, since + EVENT_DAYS * DAY, next(unlike, episode.closed_at))
        if is_new:
            yield _novel(made, new, until)
        elif until > since:
            yield Missing(subject={"workout": workout.id}, since=since, until=until, what=(lacking,))


def _novel(made: Soreness, new: Novelty, until: int) -> Occurrence:
    episode, workout = made.episode, made.workout
    first, load = episode.entries[0], workout.load
    names = ", ".join(exercise.name for exercise in new.new)
    told = [f"had what you had not done for four weeks ({names})"] if names else []
    if new.is_hardest and load is not None and new.highest is not None:
        told.append(
            f"was the hardest of four weeks (effort x minutes: {load:g}, before at most {new.highest:g})"
        )
    return Occurrence(
        subject={"workout": workout.id},
        since=first.ts,
        until=until,
        severity=Severity.INFO,
        message=sentence(
            f"{episode.place} pain came after a workout ({says_day(workout.day)}) that {' and '.join(told)}"
        ),
        evidence=(*evidence_of(first), Evidence("workouts", workout.id)),
        value=load if new.is_hardest else None,
        unit="AU" if new.is_hardest else "",
        threshold=Threshold(">", new.highest, "AU") if new.is_hardest and new.highest is not None else None,
        episode=workout.id,
        offset=first.offset,
        details={
            "new_exercises": [exercise.slug for exercise in new.new],
            "load": None if load is None else plain(load),
            "highest_load": None if new.highest is None else plain(new.highest),
        },
    )
