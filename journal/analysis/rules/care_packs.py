"""Cold and heat: how long, how often, on bare skin, and whether anything was done in the first day."""

from collections.abc import Iterator
from dataclasses import replace

from journal.analysis.care.treated import (
    COLD_OR_HEAT,
    NOT_HERE,
    PACKS,
    SKIN,
    Done,
    Open,
    applied,
    done,
    not_told,
    start_known,
    subjects,
    time_missing,
    unsure,
)
from journal.analysis.documents import BACK_PAIN, CAUSES, LOWER_BACK, PREVENT, RELIEF
from journal.analysis.flags import Evidence, Threshold
from journal.analysis.frames import Frames
from journal.analysis.instants import DAY, HOUR, above, at_least, says_day
from journal.analysis.pain.episodes import Episode
from journal.analysis.rows import CareRow, PainRow
from journal.analysis.rulebook import EVENT_DAYS, Finding, Occurrence, rule
from journal.analysis.telling import evidence_of, says_start, tell_pain
from journal.analysis.timeline import Timeline
from journal.vocabulary import CareKind, Severity


@rule(
    theme="care",
    checks="cold or heat for too long at a time",
    threshold="over 20 min; a tip when cold was over 15 min on bare skin",
    severity=(Severity.CAUTION, Severity.INFO),
    documents=(RELIEF, CAUSES, LOWER_BACK, PREVENT),
    grade="○",
    advice="15 minutes are enough: it is the time that all of the articles agree on." + SKIN,
    looks_back=35,
)
def cold_heat_too_long(
    frames: Frames, *, care_max_min: float = 20, target_min: float = 15
) -> Iterator[Finding]:
    """Cold or heat for more than `care_max_min`, or cold without a cloth for more than `target_min`."""
    rows = done(frames, PACKS)
    timed, covered = _timed(rows), _answered(rows)
    for row in rows:
        if row.minutes is None:
            yield from not_told(row, timed, "how long it was on")
        elif above(row.minutes, care_max_min):
            for one in _of_minutes(row, Threshold(">", care_max_min, "min")):
                yield replace(one, severity=Severity.CAUTION)
        elif row.kind == CareKind.COLD and above(row.minutes, target_min):
            if row.wrapped is None:
                yield from not_told(row, covered, "whether the pack was wrapped")
            elif not row.wrapped:
                yield from _of_minutes(row, Threshold(">", target_min, "min"), " without a cloth")


@rule(
    theme="care",
    checks="cold for too short a time to do much",
    threshold="under 10 min",
    severity=(Severity.INFO,),
    documents=(CAUSES, PREVENT),
    grade="○",
    advice="Cold needs ten to fifteen minutes to do much." + SKIN,
    looks_back=35,
)
def cold_too_short(frames: Frames, *, cold_min: float = 10) -> Iterator[Finding]:
    """Cold for less than `cold_min` minutes."""
    rows = done(frames, {CareKind.COLD})
    timed = _timed(rows)
    for row in rows:
        if row.minutes is None:
            yield from not_told(row, timed, "how long it was on")
        elif not at_least(row.minutes, cold_min):
            yield from _of_minutes(row, Threshold("<", cold_min, "min"))


@rule(
    theme="care",
    checks="cold on bare skin",
    threshold="a cold pack that was not wrapped",
    severity=(Severity.INFO,),
    documents=(PREVENT,),
    grade="●",
    advice="Wrap the pack in a cloth." + SKIN,
    looks_back=35,
)
def cold_unwrapped(frames: Frames) -> Iterator[Finding]:
    """Cold of which it was said that it was not wrapped; nothing said is no answer."""
    rows = done(frames, {CareKind.COLD})
    covered = _answered(rows)
    for row in rows:
        if row.wrapped is None:
            yield from not_told(row, covered, "whether the pack was wrapped")
        elif not row.wrapped:
            yield from _of_application(row, f"{applied(row)} was not wrapped.")


def _timed(rows: list[CareRow]) -> Timeline[CareRow]:
    return Timeline(row for row in rows if row.minutes is not None)


def _answered(rows: list[CareRow]) -> Timeline[CareRow]:
    return Timeline(row for row in rows if row.wrapped is not None)


def _of_minutes(row: CareRow, line: Threshold, more: str = "") -> Iterator[Occurrence]:
    return _of_application(row, f"{applied(row)} was on for {_lasted(row.minutes or 0.0)}{more}.", line)


def _lasted(minutes: float) -> str:
    """`25 minutes`, `1 minute`, `20 min 30 s`."""
    whole, seconds = divmod(round(minutes * 60), 60)
    if seconds:
        return f"{whole} min {seconds} s"
    return "1 minute" if whole == 1 else f"{whole} minutes"


def _of_application(row: CareRow, message: str, line: Threshold | None = None) -> Iterator[Occurrence]:
    """A tip about one application, for each side that it was on."""
    for subject in subjects(row):
        yield Occurrence(
            subject=subject,
            since=row.ts,
            until=row.ts + EVENT_DAYS * DAY,
            severity=Severity.INFO,
            message=message,
            evidence=(Evidence("care", row.id),),
            value=row.minutes if line else None,
            unit=line.unit if line else "",
            threshold=line,
            offset=row.offset,
        )


@rule(
    theme="care",
    checks="cold and heat more often than the articles suggest, or not at all",
    threshold="in the first 7 days of a pain over 4 times on one date; or never in its first 48 h, with an entry of 4 "
    "or more",
    severity=(Severity.INFO,),
    documents=(CAUSES, PREVENT),
    grade="○",
    advice="The articles suggest two or three times a day." + SKIN,
    looks_back=35,
)
def cold_heat_frequency(
    frames: Frames, *, most_a_day: int = 4, first_days: float = 7, cold_only_h: float = 48, hurts_nrs: int = 4
) -> Iterator[Finding]:
    """More than `most_a_day` applications on a date, or none in the first `cold_only_h` hours of a pain."""
    rows, hurting = done(frames, COLD_OR_HEAT), Open(frames)
    counts: dict[tuple[str, int], list[CareRow]] = {}
    for row in rows:
        for episode in hurting.at(row) if row.region else ():
            if not above((row.ts - episode.start) / DAY, first_days):
                day = counts.setdefault((episode.key, row.day), [])
                day.append(row)
                if len(day) == most_a_day + 1:
                    yield _often(episode, day, most_a_day)
    yield from _never(frames, Done(rows), cold_only_h, hurts_nrs)


def _often(episode: Episode, day: list[CareRow], most: int) -> Occurrence:
    last = day[-1]
    return Occurrence(
        subject=episode.place.subject,
        since=last.ts,
        until=last.ts + EVENT_DAYS * DAY,
        severity=Severity.INFO,
        message=f"Cold or heat on the {episode.place} {len(day)} times on {says_day(last.day)}.",
        evidence=tuple(Evidence("care", row.id) for row in day),
        value=len(day),
        threshold=Threshold(">", most),
        episode=f"{episode.key}/often",
        offset=last.offset,
    )


def _never(frames: Frames, applications: Done, hours: float, hurts_nrs: int) -> Iterator[Finding]:
    for episode in frames.episodes:
        doubt = unsure(start_known(episode))
        at = episode.start + int(hours * HOUR)
        worst = episode.peak(at)
        if episode.place.region in NOT_HERE or worst is None or worst.score < hurts_nrs:
            continue
        # Where the start is not known it is said once it is sure.
        said = at + doubt
        if episode.is_open(said) and not applications.between(episode.place, episode.start - doubt, said):
            yield Occurrence(
                subject=episode.place.subject,
                since=said,
                until=episode.closed_at,
                severity=Severity.INFO,
                message=(
                    f"Neither cold nor heat was recorded in the first {hours:g} h of this pain; "
                    f"{tell_pain(worst)}."
                ),
                advice="Cold two or three times a day may ease it." + SKIN,
                evidence=evidence_of(episode.entries[0], worst),
                value=0,
                threshold=Threshold("<", 1),
                episode=episode.key,
                offset=worst.offset,
            )


@rule(
    theme="care",
    checks="a pain after training for which nothing was done in the first day",
    threshold="a pain after a workout, at 4 or more, and no care within 24 h of its start",
    severity=(Severity.INFO,),
    documents=(BACK_PAIN,),
    grade="○",
    advice="The article would treat a strain at once: rest, and cold for the first two days." + SKIN,
    looks_back=35,
)
def care_started_late(frames: Frames, *, hours: float = 24, hurts_nrs: int = 4) -> Iterator[Finding]:
    """An open episode that came after a workout and has reached `hurts_nrs`, without care in its first hours."""
    care = Done(frames.care)
    for episode in frames.episodes:
        hurt = next((entry for entry in episode.entries if entry.score >= hurts_nrs), None)
        if episode.workout is None or hurt is None or episode.place.region in NOT_HERE:
            continue
        doubt = unsure(start_known(episode))
        over = episode.start + int(hours * HOUR)
        since = max(over + doubt, hurt.ts)
        # What was done between the workout and the pain was against what was to come.
        begun = care.between(episode.place, min(episode.start, episode.workout.end) - doubt, since)
        if not begun and episode.is_open(since):
            yield _late(episode, hurt, since, hours)
        elif doubt and begun and max(over - doubt + 1, hurt.ts) <= begun[0].ts < episode.closed_at:
            yield time_missing(episode.place, begun[0].ts, "pain entry")


def _late(episode: Episode, hurt: PainRow, since: int, hours: float) -> Occurrence:
    return Occurrence(
        subject=episode.place.subject,
        since=since,
        until=episode.closed_at,
        severity=Severity.INFO,
        message=(
            f"No care was recorded within {hours:g} h of the start of this pain "
            f"({says_start(episode.start, episode.entries[0])}); {tell_pain(hurt)}."
        ),
        evidence=evidence_of(episode.entries[0], hurt),
        value=(since - episode.start) / HOUR,
        unit="h",
        threshold=Threshold(">=", hours, "h"),
        episode=episode.key,
        offset=hurt.offset,
    )
