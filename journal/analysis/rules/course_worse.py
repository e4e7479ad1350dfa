"""A pain that gets worse: it climbs or spreads within a workout, or rises from day to day."""

from collections.abc import Iterator

from journal.analysis.documents import LOWER_BACK, PREVENT, RELIEF
from journal.analysis.flags import Evidence, Threshold
from journal.analysis.frames import Frames
from journal.analysis.instants import DAY, HOUR, UNSURE_H, above, at_least, midnight, says_day
from journal.analysis.pain.climbing import Climb, climbs, day_values, slope
from journal.analysis.pain.doms import State, soreness
from journal.analysis.pain.episodes import Episode
from journal.analysis.rulebook import EVENT_DAYS, Finding, Missing, Occurrence, rule
from journal.analysis.stretches import Point, stretches
from journal.analysis.telling import TIME_OF_ENTRY, TIME_OF_WORKOUT, evidence_of, says_when, sentence
from journal.vocabulary import Act, Context, Radiation, Severity, display


@rule(
    theme="course of a pain",
    checks="a pain that climbs or begins to spread within a workout",
    threshold="up by 2 points or more between two entries of one workout, or running down the leg after it was "
    "said not to; warning from 4, never for dull pain up to 3",
    severity=(Severity.WARNING, Severity.CAUTION),
    documents=(PREVENT, RELIEF),
    grade="●",
    advice="When pain climbs or spreads in a session, end it there, and note which exercise it was.",
    looks_back=14,
)
def pain_during_stop(frames: Frames, *, rise_nrs: float = 2) -> Iterator[Finding]:
    """Entries of one place felt in one workout, each beside the lowest before it; until the end of the date."""
    for climb in climbs(frames, rise_nrs):
        entry, ends = climb.entry, midnight(climb.entry.day + 1, climb.entry.offset)
        subject = climb.place.subject
        rose = at_least(climb.rise, rise_nrs)
        if climb.is_sure:
            yield Occurrence(
                subject=subject,
                since=entry.ts,
                until=ends,
                severity=climb.severity,
                act=_act(climb.severity),
                message=_climbed(climb, rise_nrs),
                evidence=(*evidence_of(climb.lower, entry), Evidence("workouts", climb.bout.id)),
                value=climb.rise if rose else None,
                unit="NRS" if rose else "",
                threshold=Threshold(">=", rise_nrs, "NRS") if rose else None,
                episode=climb.bout.id,
                offset=entry.offset,
            )
        else:
            timeless = not (entry.time_known and climb.lower.time_known)
            what = TIME_OF_ENTRY if timeless else TIME_OF_WORKOUT
            since = max(entry.ts, climb.bout.ts)
            yield Missing(subject=subject, since=since, until=max(ends, since), what=(what,))


def _climbed(climb: Climb, rise_nrs: float) -> str:
    entry, bout = climb.entry, climb.bout
    happened = []
    if at_least(climb.rise, rise_nrs):
        happened.append(f"rose from {climb.lower.score} to {entry.score} of 10")
    if climb.spread:
        happened.append(f"began to spread ({display(Radiation(entry.radiates_to))})")
    start = says_when(bout)
    by_clock = any(one.context != Context.DURING for one in (climb.lower, entry))
    assumed = " (end assumed)" if bout.end_assumed and by_clock else ""
    return sentence(f"{climb.place} pain {' and '.join(happened)} within the workout of {start}{assumed}")


def _act(severity: Severity) -> Act | None:
    return Act.THIS_WEEK if severity is Severity.WARNING else None


@rule(
    theme="course of a pain",
    checks="a pain that gets worse from day to day",
    threshold="the worst score of a day goes up by 1 a day or more over 5 dates (3 of them recorded), by 2 or more "
    "in all, to 4 or more; not within 56 h after a workout whose soreness it may be",
    severity=(Severity.WARNING,),
    documents=(PREVENT, LOWER_BACK),
    grade="●",
    advice="Pain that gets worse over several days should be looked at; do not train through it.",
    looks_back=28,
    details={"first": "worst score of the first of the dates", "last": "worst score of the last so far"},
)
def pain_worsening(
    frames: Frames,
    *,
    days: float = 5,
    least_dates: int = 3,
    slope_nrs: float = 1.0,
    rise_nrs: float = 2,
    last_nrs: int = 4,
    doms_peak_max_h: float = 56,
) -> Iterator[Finding]:
    """Theil-Sen slope over the worst scores of the dates that end with an entry's; until the slope is less."""
    for episode in frames.episodes:
        if not any(entry.score >= last_nrs for entry in episode.entries):
            continue
        points: list[Point[tuple[float, dict[int, int]]]] = []
        for at in dict.fromkeys(entry.ts for entry in episode.entries):
            values = _day_values(episode, at, days)
            if len(values) < max(2, least_dates):
                continue
            seen = (slope(values), values)
            first, *_, last = values.values()
            if not at_least(seen[0], slope_nrs):
                points.append(Point(at, None, episode.closed_at, seen))
            elif at_least(last - first, rise_nrs) and last >= last_nrs:
                excused = _may_be_soreness(frames, episode, at, doms_peak_max_h)
                if excused is None:
                    until = min(episode.next_word(at), at + EVENT_DAYS * DAY)
                    subject = episode.place.subject
                    yield Missing(subject=subject, since=at, until=until, what=(TIME_OF_WORKOUT,))
                elif not excused:
                    points.append(Point(at, Severity.WARNING, episode.closed_at, seen))
        for stretch in stretches(points):
            yield _worse(episode, stretch.since, stretch.until, stretch.seen, slope_nrs)


def _day_values(episode: Episode, at: int, days: float) -> dict[int, int]:
    """The worst scores of the dates that end with that of the newest entry, as they were known then."""
    entries = episode.between(at - int((days + 2) * DAY), at)
    newest = entries[-1].day
    return day_values(entry for entry in entries if newest - days < entry.day <= newest)


def _may_be_soreness(frames: Frames, episode: Episode, at: int, hours: float) -> bool | None:
    """Whether it may still be soreness on its way to its peak; None when a time is missing to tell."""
    workout = episode.workout
    if workout is None:
        return False
    doubt = 0 if workout.time_known else UNSURE_H
    after_h = (at - workout.end) / HOUR
    if above(after_h - doubt, hours):
        return False
    made = soreness(frames, episode)
    if made is None or made.verdict(at).state is State.NOT:
        return False
    return None if above(after_h + doubt, hours) else True


def _worse(
    episode: Episode, since: int, until: int, seen: tuple[float, dict[int, int]], slope_nrs: float
) -> Occurrence:
    rising, values = seen
    told = ", ".join(f"{score} ({says_day(day)})" for day, score in values.items())
    first, *_, last = values.values()
    known = [entry for entry in episode.until(since) if values.get(entry.day) == entry.score]
    return Occurrence(
        subject=episode.place.subject,
        since=since,
        until=until,
        severity=Severity.WARNING,
        act=Act.THIS_WEEK,
        message=sentence(f"{episode.place} pain is getting worse, not better: at worst {told}"),
        evidence=evidence_of(*known),
        value=rising,
        unit="NRS/d",
        threshold=Threshold(">=", slope_nrs, "NRS/d"),
        episode=episode.key,
        offset=episode.until(since)[-1].offset,
        details={"first": first, "last": last},
    )
