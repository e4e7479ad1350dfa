"""What is told of a pain beside how bad it is: that it limits movement, is swollen, or came suddenly."""

from collections.abc import Iterator

from journal.analysis.documents import BACK_PAIN, LOWER_BACK, RELIEF
from journal.analysis.flags import Evidence, Threshold
from journal.analysis.frames import Frames
from journal.analysis.instants import DAY, HOUR, above, says_day, says_span
from journal.analysis.pain.episodes import Episode
from journal.analysis.pain.lasting import Lasted, lasted
from journal.analysis.rows import PainRow, Place
from journal.analysis.rulebook import EVENT_DAYS, Finding, Missing, Occurrence, rule
from journal.analysis.stretches import Point, stretches
from journal.analysis.telling import TIME_OF_ENTRY, evidence_of, sentence, tell_pain
from journal.vocabulary import Act, Severity


@rule(
    theme="course of a pain",
    checks="a pain that limits movement or daily life",
    threshold="said to limit movement on 2 of the last 7 dates",
    severity=(Severity.CAUTION,),
    documents=(LOWER_BACK,),
    grade="●",
    advice="Most pain needs no doctor; once it limits what you do, the article would have somebody look at it.",
    looks_back=21,
)
def pain_interferes(frames: Frames, *, least_dates: int = 2, days: float = 7) -> Iterator[Finding]:
    """Painful entries of a place that limit movement; for 7 days after the newest."""
    for place, entries in frames.entries.items():
        limiting = [entry for entry in entries if entry.limits_movement and entry.is_painful]
        points: list[Point[list[PainRow]]] = []
        first = 0
        for count, entry in enumerate(limiting, 1):
            while limiting[first].ts < entry.ts - (days + 2) * DAY:
                first += 1
            seen = [one for one in limiting[first:count] if entry.day - days < one.day <= entry.day]
            if len({one.day for one in seen}) >= least_dates:
                points.append(Point(entry.ts, Severity.CAUTION, entry.ts + EVENT_DAYS * DAY, seen))
        for stretch in stretches(points):
            yield _limited(place, stretch.since, stretch.until, stretch.seen, least_dates)


def _limited(place: Place, since: int, until: int, seen: list[PainRow], least_dates: int) -> Occurrence:
    dates = sorted({entry.day for entry in seen})
    told = " and ".join(says_day(day) for day in dates)
    return Occurrence(
        subject=place.subject,
        since=since,
        until=until,
        severity=Severity.CAUTION,
        message=sentence(f"{place} pain limited your movement on {told}"),
        evidence=evidence_of(*seen),
        value=len(dates),
        unit="d",
        threshold=Threshold(">=", least_dates, "d"),
        offset=seen[-1].offset,
    )


@rule(
    theme="course of a pain",
    checks="swelling or limited movement soon after training",
    threshold="within 48 h of the start of a pain that came after a workout",
    severity=(Severity.CAUTION,),
    documents=(BACK_PAIN,),
    grade="○",
    advice="Treat it like a fresh strain for now: cold and rest, and no heat yet.",
    looks_back=21,
)
def swelling_or_rom(frames: Frames, *, hours: float = 48) -> Iterator[Finding]:
    """Each such entry of the first `hours` of a post-workout episode; for 48 h, while the episode is open."""
    for episode in frames.episodes:
        if episode.workout is None:
            continue
        points: list[Point[Lasted]] = []
        for one in lasted(episode):
            if not (one.entry.swelling or one.entry.limits_movement) or above(one.hours - one.doubt_h, hours):
                continue
            at = one.entry.ts
            if one.surely_at_most(hours):
                ends = min(episode.closed_at, at + int(hours * HOUR))
                points.append(Point(at, Severity.CAUTION, ends, one))
            else:
                until = min(episode.next_word(at), at + EVENT_DAYS * DAY)
                yield Missing(subject=episode.place.subject, since=at, until=until, what=(TIME_OF_ENTRY,))
        for stretch in stretches(points):
            yield _fresh(episode, stretch.since, stretch.until, stretch.seen, hours)


def _fresh(episode: Episode, since: int, until: int, seen: Lasted, hours: float) -> Occurrence:
    entry, workout = seen.entry, episode.workout
    signs = [("swollen", entry.swelling), ("hard to move", entry.limits_movement)]
    told = " and ".join(words for words, there in signs if there)
    began = f"{says_span(seen.hours)} after the pain began" if seen.hours > 0 else "as the pain began"
    after = "" if workout is None else f", after the workout of {says_day(workout.day)}"
    return Occurrence(
        subject=episode.place.subject,
        since=since,
        until=until,
        severity=Severity.CAUTION,
        message=sentence(f"{tell_pain(entry)}, {told} {began}{after}"),
        evidence=(*evidence_of(entry), *(() if workout is None else (Evidence("workouts", workout.id),))),
        value=seen.hours,
        unit="h",
        threshold=Threshold("<=", hours, "h"),
        episode=episode.key,
        offset=entry.offset,
    )


@rule(
    theme="course of a pain",
    checks="back pain that came suddenly, and whether it gets better",
    threshold="sudden and 4 or more: caution; after 72 h neither 2 points nor 30 % better: warning",
    severity=(Severity.WARNING, Severity.CAUTION),
    documents=(RELIEF,),
    grade="○",
    advice="Back pain that starts suddenly is a reason to stop exercising and to have it looked at.",
    looks_back=28,
)
def sudden_onset_no_improve(frames: Frames, *, sudden_nrs: int = 4, hours: float = 72) -> Iterator[Finding]:
    """From a sudden entry of the back to the end of its episode; worse once it has lasted without improving."""
    for episode in frames.episodes:
        sudden: PainRow | None = None
        for one in lasted(episode) if episode.place.is_back else ():
            entry = one.entry
            began = sudden is None and entry.sudden is True and entry.score >= sudden_nrs
            sudden = entry if began else sudden
            if sudden is None:
                continue
            stuck = one.surely_at_least(hours) and episode.improved(entry.ts) is False
            if began or stuck:
                yield _sudden(episode, sudden, one, sudden_nrs, hours if stuck else None)
            if stuck:
                break


def _sudden(
    episode: Episode, sudden: PainRow, now: Lasted, sudden_nrs: int, stuck_h: float | None
) -> Occurrence:
    told = sentence(f"{tell_pain(sudden)}, and it came suddenly")
    severity = Severity.CAUTION if stuck_h is None else Severity.WARNING
    if stuck_h is not None:
        early, late = episode.windows(now.entry.ts) or (0.0, 0.0)
        told += (
            f" It is no better after {says_span(now.hours)}: median {early:g} in the first 24 h, "
            f"{late:g} in the last 48 h."
        )
    return Occurrence(
        subject=episode.place.subject,
        since=now.entry.ts,
        until=episode.closed_at,
        severity=severity,
        act=None if stuck_h is None else Act.THIS_WEEK,
        message=told,
        evidence=evidence_of(sudden, now.entry),
        value=sudden.score if stuck_h is None else now.hours,
        unit="NRS" if stuck_h is None else "h",
        threshold=Threshold(">=", sudden_nrs, "NRS") if stuck_h is None else Threshold(">=", stuck_h, "h"),
        episode=episode.key,
        offset=now.entry.offset,
    )
