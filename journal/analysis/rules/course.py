"""The course of a pain: how long it goes on, whether it gets better, and when to ask how it is."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from journal.analysis.documents import LOWER_BACK, PREVENT, RELIEF
from journal.analysis.engine import RANK
from journal.analysis.flags import Threshold
from journal.analysis.frames import Frames
from journal.analysis.instants import (
    DAY,
    HOUR,
    MINUTE,
    UNSURE_H,
    above,
    at_least,
    block_of,
    local_day,
    says_span,
)
from journal.analysis.pain.doms import MILD
from journal.analysis.pain.episodes import LINK_H, Episode
from journal.analysis.pain.severe import RUN_GAP_H, severe_runs
from journal.analysis.rows import PainRow, Place
from journal.analysis.rulebook import EVENT_DAYS, URGENT_DAYS, Finding, Missing, Occurrence, rule
from journal.analysis.telling import TIME_OF_ENTRY, evidence_of, says_start, says_when
from journal.analysis.timeline import Timeline
from journal.analysis.training.workouts import MAX_DURATION_MIN, Bout
from journal.analysis.urgent import Endings, certain_end
from journal.vocabulary import Act, CareKind, Severity

_ASK_DAYS = 28
"""A minor pain is asked about once in so many days."""


@rule(
    theme="course of a pain",
    checks="a pain that goes on for more than three days",
    threshold="recorded for more than 72 h; warning from a latest score of 4",
    severity=(Severity.WARNING, Severity.CAUTION),
    documents=(PREVENT, LOWER_BACK),
    grade="●",
    advice="Ordinary soreness has usually eased by now. Load this place less, and have it looked at if it goes on.",
    looks_back=28,
)
def pain_past_72h(frames: Frames, *, hours: float = 72, warning_nrs: int = 4) -> Iterator[Finding]:
    """An open episode observed for more than `hours`; a warning when the newest painful entry says 4 or more."""
    for episode in frames.episodes:
        raised = False
        for entry, lasted, sure in over(episode, hours):
            if not sure:
                if not raised:
                    yield _missing(episode, entry, TIME_OF_ENTRY)
                continue
            if raised and entry.score < warning_nrs:
                continue
            yield Occurrence(
                subject=episode.place.subject,
                since=entry.ts,
                until=episode.closed_at,
                severity=Severity.WARNING if entry.score >= warning_nrs else Severity.CAUTION,
                act=Act.THIS_WEEK if entry.score >= warning_nrs else None,
                message=f"{recorded_for(episode, lasted)}, latest score {entry.score}.",
                evidence=evidence_of(episode.entries[0], entry),
                value=lasted,
                unit="h",
                threshold=Threshold(">", hours, "h"),
                episode=episode.key,
                offset=entry.offset,
            )
            raised = True
            if entry.score >= warning_nrs:
                break


def over(episode: Episode, hours: float) -> Iterator[tuple[PainRow, float, bool]]:
    """The painful entries at which the episode had been observed for more than `hours`.

    Each with the observed hours, and whether that is sure: an entry without a time may be half a day off.
    """
    first = episode.entries[0]
    unsure = 0 if episode.start < first.ts or first.time_known else UNSURE_H
    if not above(episode.observed_h(episode.closed_at), hours):
        return
    for entry in episode.painful:
        lasted = (entry.ts - episode.start) / HOUR
        if above(lasted, hours):
            doubt = unsure + (0 if entry.time_known else UNSURE_H)
            yield entry, lasted, above(lasted - doubt, hours)


def recorded_for(episode: Episode, hours: float) -> str:
    """`Lower back pain has been recorded for 73 h (since Thu 19 Nov, 18:00)`."""
    since = says_start(episode.start, episode.entries[0])
    return f"{str(episode.place).capitalize()} pain has been recorded for {says_span(hours)} (since {since})"


def _missing(episode: Episode, entry: PainRow, what: str) -> Missing:
    """It lasts until the next entry, as far as the episode goes."""
    until = min(episode.next_word(entry.ts), entry.ts + EVENT_DAYS * DAY)
    return Missing(subject=episode.place.subject, since=entry.ts, until=until, what=(what,))


@rule(
    theme="course of a pain",
    checks="a pain that is no better after a week",
    threshold="recorded for more than 7 days with 3 entries or more, and neither 2 points nor 30 % better; "
    "urgent from a median of 4 in the last 48 h",
    severity=(Severity.URGENT, Severity.WARNING, Severity.CAUTION),
    documents=(PREVENT, RELIEF),
    grade="●",
    advice="After a week without improvement it is time to ask a doctor or a physiotherapist.",
    looks_back=60,
    details={"early": "median score of the first 24 h", "late": "median score of the last 48 h"},
)
def pain_unimproved_1w(
    frames: Frames,
    *,
    unimproved_days: float = 7,
    least_entries: int = 3,
    urgent_nrs: float = 4,
    doctor_days: float = 14,
) -> Iterator[Finding]:
    """An open episode observed for over a week that has not improved.

    A caution when it is dull, never above 3 and follows work of that place, a walk included; else a warning, and
    urgent from a late median of 4 unless a doctor has seen it in the last 14 days.
    """
    doctors = Timeline(row for row in frames.care if row.kind == CareKind.DOCTOR)
    endings, sessions = Endings(frames), Timeline(frames.bouts)
    for episode in frames.episodes:
        crossed = list(over(episode, unimproved_days * 24))
        better = [entry.ts for entry in _entries_since(episode, crossed) if episode.improved(entry.ts)]
        worst, urgent_until = Severity.INFO, 0
        for entry, lasted, sure in crossed:
            lacking = _lacking(episode, entry, least_entries, sure=sure)
            if lacking:
                yield _missing(episode, entry, lacking)
            elif entry.ts >= urgent_until and not episode.improved(entry.ts):
                severity = _level(episode, entry, sessions, urgent_nrs)
                seen = doctors.last(entry.ts, int(doctor_days * DAY))
                if severity is Severity.URGENT and seen and seen.ts >= episode.entries[0].ts:
                    severity = Severity.WARNING
                if severity is not Severity.URGENT and RANK[severity] >= RANK[worst]:
                    continue
                until = next(iter(better[bisect_right(better, entry.ts) :]), None)
                if severity is Severity.URGENT:
                    until = urgent_until = endings.urgent(entry.ts, until, certain_end(episode))
                worst = min(worst, severity, key=RANK.__getitem__)
                yield replace(
                    _unimproved(episode, entry, lasted, unimproved_days * 24),
                    severity=severity,
                    act=None if severity is Severity.CAUTION else Act.THIS_WEEK,
                    until=episode.closed_at if until is None else until,
                    ran_out=until == entry.ts + URGENT_DAYS * DAY,
                )


def _entries_since(episode: Episode, crossed: Sequence[tuple[PainRow, float, bool]]) -> Sequence[PainRow]:
    return episode.between(crossed[0][0].ts, episode.closed_at) if crossed else ()


def _lacking(episode: Episode, entry: PainRow, least_entries: int, *, sure: bool) -> str:
    """What keeps one from comparing the episode with its beginning; "" when nothing does."""
    if not sure:
        return TIME_OF_ENTRY
    if episode.count(entry.ts) < least_entries:
        return f"at least {least_entries} pain entries"
    return "" if episode.windows(entry.ts) else "a pain entry at least 72 h after the first"


def _level(episode: Episode, entry: PainRow, sessions: Timeline[Bout], urgent_nrs: float) -> Severity:
    windows = episode.windows(entry.ts)
    recent = sessions.between(entry.ts - LINK_H * HOUR - MAX_DURATION_MIN * MINUTE, entry.ts)
    trained = any(
        episode.place.region in bout.works and entry.ts <= bout.end + LINK_H * HOUR for bout in recent
    )
    # Soreness after each session that runs together is not one pain that does not get better.
    if _is_minor(episode, entry.ts) and trained:
        return Severity.CAUTION
    return Severity.URGENT if windows and at_least(windows[1], urgent_nrs) else Severity.WARNING


def _unimproved(episode: Episode, entry: PainRow, lasted: float, hours: float) -> Occurrence:
    early, late = episode.windows(entry.ts) or (0.0, 0.0)
    return Occurrence(
        subject=episode.place.subject,
        since=entry.ts,
        until=episode.closed_at,
        severity=Severity.WARNING,
        message=(
            f"{recorded_for(episode, lasted)} and is no better: "
            f"median {early:g} in the first 24 h, {late:g} in the last 48 h."
        ),
        evidence=evidence_of(episode.entries[0], *episode.between(entry.ts - 2 * DAY, entry.ts)),
        value=lasted,
        unit="h",
        threshold=Threshold(">", hours, "h"),
        episode=episode.key,
        offset=entry.offset,
        details={"early": early, "late": late},
    )


@rule(
    theme="course of a pain",
    checks="a pain that nobody has written of since, when it would pass a mark if it went on",
    threshold="no entry when an open episode reaches 72 h or 7 days, or for 36 h after a severe entry",
    severity=(Severity.INFO,),
    documents=(PREVENT, RELIEF),
    grade="●",
    advice="Write how it is now, also when it is 0: silence tells neither that it hurts nor that it has settled.",
    looks_back=35,
)
def ask_still_hurting(frames: Frames, *, hours: float = 72, unimproved_days: float = 7) -> Iterator[Finding]:
    """An open episode whose latest entry hurts, at the instant at which it would pass a mark if it still did.

    A dull one that was never above 3 is asked about once in 28 days.
    """
    asked: set[tuple[Place, int]] = set()
    for episode in frames.episodes:
        for at, mark in sorted(_silences(episode, hours, unimproved_days * 24)):
            last = episode.until(at)[-1]
            until = episode.next_word(at)
            block = block_of(local_day(at, last.offset), _ASK_DAYS)
            if (
                at >= until
                or not last.is_painful
                or (_is_minor(episode, at) and (episode.place, block) in asked)
            ):
                continue
            asked.add((episode.place, block))
            yield Occurrence(
                subject=episode.place.subject,
                since=at,
                until=until,
                severity=Severity.INFO,
                message=(
                    f"The last entry of {episode.place} pain said {last.score} ({says_when(last)}). "
                    f"If it goes on, it passes {says_span(mark)}. Does it still hurt?"
                ),
                evidence=evidence_of(last),
                value=(at - episode.start) / HOUR,
                unit="h",
                threshold=Threshold(">", mark, "h"),
                episode=f"{episode.key}/{last.ts}",
                offset=last.offset,
            )


def _silences(episode: Episode, hours: float, week_h: float) -> Iterator[tuple[int, float]]:
    """When the episode would pass a mark if it went on, and the mark in hours.

    An entry at that very instant has not passed it yet: a minute later it would have.
    """
    for mark in (hours, week_h):
        at = episode.start + int(mark * HOUR)
        known = episode.latest(at)
        if known is not None and not (mark == week_h and episode.improved(at)):
            yield max(at, known.ts + MINUTE), mark
    for run in severe_runs(episode.entries):
        if not above(run.hours(run.entries[-1]), hours):
            yield run.entries[-1].ts + int(RUN_GAP_H * HOUR), hours


def _is_minor(episode: Episode, instant: int) -> bool:
    peak = episode.peak(instant)
    return peak is not None and peak.score <= MILD and episode.is_only_dull(instant)
