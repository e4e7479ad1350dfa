"""Core and back work: when to leave it out, and when it is missing."""

from collections.abc import Iterator
from datetime import date

from journal.analysis.answers.avoiding import without_the_list
from journal.analysis.documents import BACK_PAIN, CAUSES, LOWER_BACK, PREVENT, RELIEF
from journal.analysis.flags import Evidence, Threshold
from journal.analysis.frames import Frames
from journal.analysis.instants import DAY, block_of, first_of_block, says_day
from journal.analysis.pain.injured import Injury, Rise, injured_backs, rise_after
from journal.analysis.pain.painful import ACTIVE_NRS, active_back_pain
from journal.analysis.replacing import newest_only
from journal.analysis.rulebook import EVENT_DAYS, Finding, Missing, Occurrence, rule
from journal.analysis.rules.recovery import time_missing
from journal.analysis.stretches import Point
from journal.analysis.telling import evidence_of, says_when, tell_pain
from journal.analysis.timeline import Timeline
from journal.analysis.training.core_weeks import CORE_TAGS, WEEK, two_weeks
from journal.analysis.training.lacking import (
    Done,
    covered_dates,
    judged_times,
    verdict,
    weekly,
    while_nothing_hurts,
    workouts_since,
)
from journal.analysis.training.workouts import Bout
from journal.vocabulary import ExerciseTag, Severity


@rule(
    theme="exercise choice",
    checks="core work before the back has healed",
    threshold="hard core work during active back pain or in an open back episode with a peak of 4 or more; gentle "
    "core work after which the pain is 2 or more higher within 24 h",
    severity=(Severity.CAUTION,),
    documents=(CAUSES, RELIEF, LOWER_BACK, PREVENT, BACK_PAIN),
    grade="●",
    advice="Leave hard core work out until the back has healed. Bridges, short planks, cat-cow or opposite arm and "
    "leg are fine as long as they do not make it hurt more.",
    looks_back=28,
    avoid=without_the_list,
    details={"exercises": "the core work of the workout", "before": "score before gentle core work"},
)
def core_while_injured(
    frames: Frames, *, peak_nrs: int = 4, rise_nrs: float = 2, rise_h: float = 24
) -> Iterator[Finding]:
    """Hard core work on a back that is not healed, or gentle core work that made it worse."""
    found: list[Finding] = []
    bouts = Timeline(frames.bouts)
    for bout in frames.bouts:
        for injury in () if bout.tags.isdisjoint(CORE_TAGS) else injured_backs(frames, bout, peak_nrs):
            place = injury.episode.place
            if ExerciseTag.CORE_INTENSE in bout.tags:
                found.append(_hard_core(bout, injury) if injury.is_sure else time_missing(bout, place))
                continue
            following = bouts.next(bout.ts)
            until = None if following is None else following.ts
            rise = rise_after(frames, bout, place, points=rise_nrs, hours=rise_h, until=until)
            if rise is not None:
                found.append(_gentle_core(bout, injury, rise, rise_nrs))
    yield from newest_only(sorted(found, key=lambda one: one.since))


def _hard_core(bout: Bout, injury: Injury) -> Occurrence:
    episode, entry = injury.episode, injury.entry
    done = _names(bout, ExerciseTag.CORE_INTENSE)
    return Occurrence(
        subject=episode.place.subject,
        since=bout.ts,
        until=min(bout.ts + EVENT_DAYS * DAY, episode.closed_at),
        severity=Severity.CAUTION,
        message=(
            f"Hard core work on {says_when(bout)} ({', '.join(done)}), before the back has healed: "
            f"{tell_pain(entry)}."
        ),
        evidence=(*evidence_of(entry), Evidence("workouts", bout.id)),
        value=entry.score,
        unit="NRS",
        threshold=Threshold(">=", min(entry.score, ACTIVE_NRS), "NRS"),
        episode=bout.id,
        offset=bout.offset,
        details={"exercises": done},
    )


def _gentle_core(bout: Bout, injury: Injury, rise: Rise, points: float) -> Finding:
    episode, after = injury.episode, rise.after
    if not rise.is_sure:
        what = ("the times of the workout and of the pain entries",)
        until = after.ts + EVENT_DAYS * DAY
        return Missing(subject=episode.place.subject, since=after.ts, until=until, what=what)
    done = _names(bout, ExerciseTag.CORE_GENTLE)
    return Occurrence(
        subject=episode.place.subject,
        since=after.ts,
        until=min(bout.ts + EVENT_DAYS * DAY, episode.closed_at),
        severity=Severity.CAUTION,
        message=(
            f"It hurt more after gentle core work on {says_when(bout)} ({', '.join(done)}): "
            f"{rise.before.score} of 10 before; {tell_pain(after)}."
        ),
        evidence=(*evidence_of(rise.before, after), Evidence("workouts", bout.id)),
        value=after.score - rise.before.score,
        unit="NRS",
        threshold=Threshold(">=", points, "NRS"),
        episode=bout.id,
        offset=after.offset,
        details={"exercises": done, "before": rise.before.score},
    )


def _names(bout: Bout, tag: ExerciseTag) -> list[str]:
    return [work.exercise.name for work in bout.work if tag in work.exercise.tags]


@rule(
    theme="exercise choice",
    checks="two weeks with little core work",
    threshold="core work on fewer than 2 dates in each of the last two complete weeks, with training in both and no "
    "active back pain",
    severity=(Severity.INFO,),
    documents=(PREVENT, RELIEF, LOWER_BACK, BACK_PAIN),
    grade="●●",
    advice="Plan planks, bridges or other core work two or three times a week; more is no error.",
    looks_back=42,
    details={"dates": "dates with core work in each of the two weeks, by the Monday of the week"},
)
def core_frequency_low(frames: Frames, *, core_per_week: tuple[int, int] = (2, 3)) -> Iterator[Finding]:
    """Judged on each recorded date; over as soon as a week has enough core work, or when the back hurts."""
    least, most = core_per_week
    points = []
    for seen in two_weeks(frames, least):
        ends = seen.at + EVENT_DAYS * DAY
        holds = seen.is_low and not seen.hides
        points.append((seen.week, Point(seen.at, Severity.INFO if holds else None, ends, seen)))
        if seen.missing and active_back_pain(frames, seen.at) is None:
            yield Missing(subject={}, since=seen.at, until=seen.asked_until, what=seen.missing)
    for week, stretch in weekly(while_nothing_hurts(frames, points)):
        seen = stretch.seen
        mondays = [first_of_block(week - back, WEEK) for back in (2, 1)]
        earlier, later = seen.core
        yield Occurrence(
            subject={},
            since=stretch.since,
            until=stretch.until,
            severity=stretch.level,
            message=(
                f"Core work on {_dates(earlier)} in the week from {says_day(mondays[0])} and on {_dates(later)} in "
                f"the week from {says_day(mondays[1])}; the article suggests {least} to {most} a week."
            ),
            evidence=tuple(Evidence("workouts", bout.id) for bout in seen.bouts),
            value=max(seen.core),
            unit="d",
            threshold=Threshold("<", least, "d"),
            episode=str(week),
            offset=frames.offset_at(seen.at),
            details={
                "dates": {
                    date.fromordinal(monday).isoformat(): count
                    for monday, count in zip(mondays, seen.core, strict=True)
                }
            },
        )


def _dates(count: int) -> str:
    return "1 date" if count == 1 else f"{count} dates" if count else "no date"


@rule(
    theme="exercise choice",
    checks="four weeks without strengthening the back",
    threshold="no row, reverse fly, back raise, pull-down or the like on the last 28 recorded dates, and no active "
    "back pain",
    severity=(Severity.INFO,),
    documents=(PREVENT, RELIEF, BACK_PAIN),
    grade="●●",
    advice="Add a movement that strengthens the back, such as a row, a pull-down, a reverse fly or a back raise.",
    looks_back=50,
)
def back_strength_absent(frames: Frames, *, days: int = 28) -> Iterator[Finding]:
    """Judged on each recorded date of who trains; over with the first such exercise, or when the back hurts."""
    judged = judged_times(frames)
    done = Done((ExerciseTag.BACK_EXTENSOR,))
    points = []
    trained = 0
    windows = covered_dates(frames, [at for at, _ in judged], days)
    for (at, bout), window in zip(judged, windows, strict=True):
        if bout is not None:
            done.add(bout)
            trained = max(trained, bout.day)
        found = verdict(done, window, at, days)
        first = window.first or at.day
        level = Severity.INFO if found.lacks and trained >= first else None
        points.append((block_of(at.day, WEEK), Point(at.at, level, at.at + EVENT_DAYS * DAY, (at, first))))
        if found.missing and active_back_pain(frames, at.at) is None:
            what = (f"{found.missing} of the last {days} dates",)
            yield Missing(subject={}, since=at.at, until=at.asked_until, what=what)
    for week, stretch in weekly(while_nothing_hurts(frames, points)):
        at, first = stretch.seen
        yield Occurrence(
            subject={},
            since=stretch.since,
            until=stretch.until,
            severity=stretch.level,
            message=(
                f"No exercise that strengthens the back on the last {days} recorded dates, from {says_day(first)} to "
                f"{says_day(at.day)}."
            ),
            evidence=tuple(Evidence("workouts", one.id) for one in workouts_since(frames, first, at.at)),
            value=days,
            unit="d",
            threshold=Threshold(">=", days, "d"),
            episode=str(week),
            offset=frames.offset_at(at.at),
        )
