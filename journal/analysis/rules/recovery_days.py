"""Days of rest: too few of them, or too many."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from journal.analysis.answers.avoiding import another_day
from journal.analysis.care.bed_rest import InBed, Rested, dates_in_bed, hours_in_bed
from journal.analysis.documents import BACK_PAIN, CAUSES, PREVENT, RELIEF, science
from journal.analysis.flags import Evidence, Threshold
from journal.analysis.frames import Frames
from journal.analysis.instants import ASKED_DAYS, DAY, HOUR, above, at_least, says_day
from journal.analysis.pain.episodes import Episode
from journal.analysis.pain.painful import began_with
from journal.analysis.rows import CareRow, PainRow
from journal.analysis.rulebook import EVENT_DAYS, Finding, Missing, Occurrence, rule
from journal.analysis.stretches import Point, Stretch, stretches
from journal.analysis.telling import evidence_of, says_when, tell_pain
from journal.analysis.training.days_running import days_running
from journal.analysis.training.idle import Idle, idle_times
from journal.analysis.training.workouts import Bout
from journal.vocabulary import Severity


@rule(
    theme="recovery",
    checks="training on many dates running",
    threshold="a session with RPE 4 or more on each of 7 dates running",
    severity=(Severity.CAUTION,),
    documents=(CAUSES, PREVENT),
    grade="●",
    advice="Take a day off, or keep one easy.",
    looks_back=16,
    avoid=another_day,
    details={"days": "the dates running so far"},
)
def no_rest_day(frames: Frames, *, without_rest_days: int = 7, hard_rpe: float = 4) -> Iterator[Finding]:
    """Dates running that each have a session of `hard_rpe` or more; an easy date or one without breaks them."""
    for one in days_running(frames.bouts, hard_rpe=hard_rpe, least=without_rest_days):
        first, last = one.day - without_rest_days + 1, one.day
        if one.unknown:
            dates = ", ".join(map(says_day, one.unknown))
            yield Missing(
                subject={}, since=one.at, until=one.over, what=(f"the RPE of the sessions of {dates}",)
            )
            continue
        yield Occurrence(
            subject={},
            since=one.at,
            # Raised again after a week: that is never more than a day later.
            until=min(one.over, one.at + (EVENT_DAYS + 1) * DAY),
            severity=Severity.CAUTION,
            message=(
                f"{one.count} days running with training of effort {hard_rpe:g} of 10 or more, the last "
                f"{without_rest_days} from {says_day(first)} to {says_day(last)}: no rest day."
            ),
            evidence=tuple(Evidence("workouts", bout.id) for bout in one.bouts),
            value=one.count,
            unit="d",
            threshold=Threshold(">=", without_rest_days, "d"),
            offset=one.bouts[-1].offset,
            details={"days": one.count},
        )


@rule(
    theme="recovery",
    checks="back pain that asks for one or two days off hard work",
    threshold="a back episode opens with 4 or more; caution when a session with RPE 6 or more that loads the place "
    "starts less than 24 h after the pain began",
    severity=(Severity.CAUTION, Severity.INFO),
    documents=(PREVENT, RELIEF),
    grade="●",
    advice="Take one to two days off hard work; easy movement is fine.",
    looks_back=28,
)
def rest_1_2_days(
    frames: Frames, *, pain_nrs: int = 4, severe_nrs: int = 7, hard_rpe: float = 6, hours: float = 24
) -> Iterator[Finding]:
    """A back episode that opens with `pain_nrs` or more, and hard sessions soon after it began."""
    starts = frames.starts
    for episode in frames.episodes:
        first = episode.peak(episode.entries[0].ts)
        if not episode.place.is_back or first is None or first.score < pain_nrs:
            continue
        rest = _rest(episode, first, pain_nrs, severe_nrs)
        yield rest
        near = slice(
            bisect_left(starts, episode.start), bisect_left(starts, episode.start + int(hours * HOUR))
        )
        for bout in frames.bouts[near]:
            if _is_hard_on(bout, episode, first, hard_rpe):
                yield _hard_on(rest, bout, episode, first)


def _rest(episode: Episode, first: PainRow, pain_nrs: int, severe_nrs: int) -> Occurrence:
    severe = first.score >= severe_nrs
    return Occurrence(
        subject=episode.place.subject,
        since=first.ts,
        until=episode.closed_at,
        severity=Severity.INFO,
        message=f"Back pain began with {first.score} of 10: {tell_pain(first)}.",
        advice="Take a few days off hard work; easy movement is fine." if severe else "",
        evidence=evidence_of(first),
        value=first.score,
        unit="NRS",
        threshold=Threshold(">=", severe_nrs if severe else pain_nrs, "NRS"),
        episode=episode.key,
        offset=first.offset,
    )


def _is_hard_on(bout: Bout, episode: Episode, first: PainRow, hard_rpe: float) -> bool:
    """Whether a session since the pain began is hard on the place; not when the times do not tell."""
    onset_told = episode.start != first.ts
    times_tell = bout.time_known and (first.time_known or onset_told)
    return (
        times_tell
        and bout.rpe is not None
        and at_least(bout.rpe, hard_rpe)
        and episode.place.region in bout.loads
        and not bout.is_relief_only
        and (onset_told or not began_with(first, bout.ts))
    )


def _hard_on(rest: Occurrence, bout: Bout, episode: Episode, first: PainRow) -> Occurrence:
    after = (bout.ts - episode.start) / HOUR
    return replace(
        rest,
        since=max(bout.ts, first.ts),
        severity=Severity.CAUTION,
        message=(
            f"A hard session (effort {bout.rpe or 0:g} of 10) on {says_when(bout)} loads the "
            f"{episode.place}, {after:.0f} h after it began to hurt: {tell_pain(first)}."
        ),
        evidence=(*rest.evidence, Evidence("workouts", bout.id)),
        offset=bout.offset,
    )


@rule(
    theme="recovery",
    checks="too long in bed",
    threshold="12 h or more in bed on more than 3 dates running (info at 3), or more than 72 h of bed rest in 5 days",
    severity=(Severity.CAUTION, Severity.INFO),
    documents=(BACK_PAIN,),
    grade="●●●",
    advice="Staying in bed longer slows recovery down: begin to move, gently.",
    looks_back=40,
)
def bed_rest_too_long(
    frames: Frames,
    *,
    bed_h: float = 12,
    most_dates: int = 3,
    bed_rest_h: float = 72,
    within_days: int = 5,
) -> Iterator[Finding]:
    """Dates in bed by the check-ins, hours of bed rest by care."""
    by_date = (
        Point(one.at, _bed_level(len(one.rows), most_dates), one.ends, one)
        for one in dates_in_bed(frames.checkins, least_h=bed_h)
    )
    for stretch in stretches(by_date):
        yield _days_in_bed(stretch, bed_h, most_dates)
    rested = list(hours_in_bed(frames.care, limit_h=bed_rest_h, days=within_days))
    by_hours = (
        Point(one.at, Severity.CAUTION if above(one.hours, bed_rest_h) else None, one.ends, one)
        for one in rested
    )
    for stretch_of_care in stretches(by_hours):
        yield _hours_in_bed(stretch_of_care, bed_rest_h, within_days)
    yield from _minutes_missing(rested, bed_rest_h)


def _bed_level(dates: int, most: int) -> Severity | None:
    if dates > most:
        return Severity.CAUTION
    return Severity.INFO if dates == most else None


def _days_in_bed(stretch: Stretch[InBed], bed_h: float, most: int) -> Occurrence:
    rows = stretch.seen.rows
    return Occurrence(
        subject={},
        since=stretch.since,
        until=stretch.until,
        severity=stretch.level,
        message=(
            f"{bed_h:g} h or more in bed on {len(rows)} dates running, {says_day(rows[0].day)} to "
            f"{says_day(rows[-1].day)}."
        ),
        evidence=tuple(Evidence("checkins", row.id) for row in rows),
        value=len(rows),
        unit="d",
        threshold=Threshold(">" if stretch.level is Severity.CAUTION else "=", most, "d"),
        episode=f"dates@{stretch.seen.rows[0].day}",
        offset=rows[-1].offset,
    )


def _hours_in_bed(stretch: Stretch[Rested], bed_rest_h: float, days: int) -> Occurrence:
    seen = stretch.seen
    return Occurrence(
        subject={},
        since=stretch.since,
        until=stretch.until,
        severity=stretch.level,
        message=f"{seen.hours:.3g} h of bed rest in the {days} days to {says_day(seen.rows[-1].day)}.",
        evidence=tuple(Evidence("care", row.id) for row in seen.rows),
        value=seen.hours,
        unit="h",
        threshold=Threshold(">", bed_rest_h, "h"),
        episode=f"hours@{stretch.since}",
        offset=seen.rows[-1].offset,
    )


def _minutes_missing(rested: list[Rested], bed_rest_h: float) -> Iterator[Missing]:
    """Bed rest of somebody who told before how long it was, and now did not."""
    told: CareRow | None = None
    for one in rested:
        row = one.rows[-1]
        if row.minutes is not None:
            told = row
        elif told is not None and row.day - told.day <= ASKED_DAYS and not above(one.hours, bed_rest_h):
            yield Missing(
                subject={}, since=row.ts, until=row.ts + EVENT_DAYS * DAY, what=("how long the bed rest was",)
            )


@rule(
    theme="recovery",
    checks="mild back pain and no activity",
    threshold="back pain of 1 to 3 on 3 dates, and no workout on the last 5 dates, walks included",
    severity=(Severity.INFO,),
    documents=(science("staying active in back pain (Dahm 2010, Cochrane CD007612)"), BACK_PAIN),
    grade="●●",
    advice="Gentle movement is usually better than more rest: a walk is enough.",
    looks_back=40,
)
def inactivity_too_long(
    frames: Frames, *, mild_nrs: int = 3, mild_dates: int = 3, inactive_dates: int = 5
) -> Iterator[Finding]:
    """An entry of mild back pain, as on other dates since it was last worse, and no activity for days."""
    for one in idle_times(frames, mild_nrs=mild_nrs, mild_dates=mild_dates, inactive_dates=inactive_dates):
        last = one.mild[-1]
        if one.covered:
            yield _inactive(one, inactive_dates)
        elif one.wrote:
            yield Missing(
                subject=one.episode.place.subject,
                since=last.ts,
                until=min(one.until, last.ts + EVENT_DAYS * DAY),
                what=(f"entries on each of the {inactive_dates} days to {says_day(last.day)}",),
            )


def _inactive(idle: Idle, inactive_dates: int) -> Occurrence:
    last = idle.mild[-1]
    return Occurrence(
        subject=idle.episode.place.subject,
        since=last.ts,
        until=idle.until,
        severity=Severity.INFO,
        message=(
            f"Mild back pain on {', '.join(says_day(entry.day) for entry in idle.mild)}, and no activity in the "
            f"{inactive_dates} days to {says_day(last.day)}: {tell_pain(last)}."
        ),
        evidence=evidence_of(*idle.mild),
        value=inactive_dates,
        unit="d",
        threshold=Threshold(">=", inactive_dates, "d"),
        episode=idle.episode.key,
        offset=last.offset,
    )
