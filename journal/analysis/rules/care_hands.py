"""Massage, stretching, and when a therapist may help."""

from collections.abc import Iterator

from journal.analysis.care.treated import (
    Open,
    applied,
    done,
    followed_by,
    is_early,
    is_for,
    missing,
    not_told,
    time_missing,
    unsure,
)
from journal.analysis.documents import LOWER_BACK, PREVENT, RELIEF
from journal.analysis.flags import Evidence, Threshold
from journal.analysis.frames import Frames
from journal.analysis.instants import ASKED_DAYS, DAY, HOUR
from journal.analysis.pain.episodes import MCID_PTS, Episode
from journal.analysis.pain.painful import SHARP, open_episode
from journal.analysis.rows import CareRow, PainRow, Place
from journal.analysis.rulebook import EVENT_DAYS, Finding, Found, Occurrence, named, rule
from journal.analysis.telling import evidence_of, says_when
from journal.analysis.timeline import Timeline
from journal.vocabulary import CareKind, Severity

_THERAPISTS = frozenset({CareKind.PHYSIO, CareKind.DOCTOR, CareKind.CLEARANCE})
_STUBBORN = {
    "pain-unimproved-1w": "is no better after a week",
    "recurrent-post-workout": "comes back again and again after training",
}
_SORENESS = ("recurrent-post-workout", Severity.INFO)
"""Ordinary soreness again and again: no matter for a physiotherapist."""


@rule(
    theme="care",
    checks="massage right on a sore spot",
    threshold="a massage with direct pressure on a place that hurts; caution when the pain is 2 higher within 24 h",
    severity=(Severity.CAUTION, Severity.INFO),
    documents=(PREVENT,),
    grade="○",
    advice="Massage gently, and the muscles beside the sore spot rather than the spot itself.",
    looks_back=35,
)
def massage_direct(frames: Frames, *, rise_nrs: int = MCID_PTS, hours: float = 24) -> Iterator[Finding]:
    """A massage that pressed on a place with an open episode; worse when more pain is told within `hours`."""
    rows, hurting = done(frames, {CareKind.MASSAGE}), Open(frames)
    pressed = Timeline(row for row in rows if row.direct_pressure is not None)
    for row in rows:
        episodes = list(hurting.at(row)) if row.region and row.direct_pressure is not False else []
        if episodes and row.direct_pressure is None:
            yield from not_told(row, pressed, "whether it pressed on the sore spot")
            continue
        for episode in episodes:
            if not row.time_known and row.ts - unsure(False) < episode.entries[0].ts:
                yield time_missing(episode.place, row.ts, "massage")
                continue
            yield _pressed(row, episode)
            yield from _worse_after(frames, row, episode, hours, rise_nrs)


def _pressed(row: CareRow, episode: Episode) -> Occurrence:
    return Occurrence(
        subject=episode.place.subject,
        since=row.ts,
        until=row.ts + EVENT_DAYS * DAY,
        severity=Severity.INFO,
        message=f"{applied(row)} pressed on the spot that hurts.",
        evidence=(Evidence("care", row.id), *evidence_of(*episode.until(row.ts)[-1:])),
        episode=episode.key,
        offset=row.offset,
    )


def _worse_after(
    frames: Frames, row: CareRow, episode: Episode, hours: float, rise_nrs: int
) -> Iterator[Finding]:
    """The first entry surely in the hours after a massage that is so much higher than the last one before it."""
    entries = Timeline(frames.entries[episode.place])
    before = episode.latest(row.ts)
    for entry, sure in followed_by(row, entries, hours):
        if not sure or before is None or entry.score - before.score < rise_nrs:
            continue
        yield Occurrence(
            subject=episode.place.subject,
            since=entry.ts,
            until=entry.ts + EVENT_DAYS * DAY,
            severity=Severity.CAUTION,
            message=(
                f"{applied(row)} pressed on the spot that hurts, and the pain went from {before.score} to "
                f"{entry.score} of 10 ({says_when(entry)})."
            ),
            evidence=(Evidence("care", row.id), *evidence_of(before, entry)),
            value=entry.score - before.score,
            unit="NRS",
            threshold=Threshold(">=", rise_nrs, "NRS"),
            episode=episode.key,
            offset=entry.offset,
        )
        return


@rule(
    theme="care",
    checks="stretching what hurts badly, or hurts more after it",
    threshold="a stretch in the first 48 h of a pain that is at 7 or more, or one followed within 60 min by sharp pain "
    "or by 2 more; caution when it is sharp",
    severity=(Severity.CAUTION, Severity.INFO),
    documents=(PREVENT, RELIEF),
    grade="○",
    advice="Leave stretching until the worst is over, keep it light then, and never go on into sharp pain.",
    looks_back=35,
)
def stretch_in_acute(
    frames: Frames,
    *,
    acute_h: float = 48,
    severe_nrs: int = 7,
    minutes_after: float = 60,
    rise_nrs: int = MCID_PTS,
    before_h: float = 24,
) -> Iterator[Finding]:
    """A stretch of a place that hurts severely since less than `acute_h`, or that hurt more soon after."""
    rows, hurting = done(frames, {CareKind.STRETCH}), Open(frames)
    told = Timeline(row for row in rows if row.region)
    by_place = {place: Timeline(entries) for place, entries in sorted(frames.entries.items())} if rows else {}
    for row in rows:
        acute = [
            (episode, latest, is_early(row, episode, acute_h))
            for episode in hurting.at(row)
            if (latest := episode.latest(row.ts)) is not None and latest.score >= severe_nrs
        ]
        if not row.region:
            if any(early is not False for _, _, early in acute):
                yield from not_told(row, told, "where the stretch was")
            continue
        for episode, latest, early in acute:
            if early is None:
                yield time_missing(episode.place, row.ts, "pain entry" if row.time_known else "stretch")
            elif early:
                line = Threshold(">=", severe_nrs, "NRS")
                yield _stretched(frames, row, episode.place, row.ts, (latest,), latest.score, line)
        for place, entries in by_place.items():
            if is_for(row, place):
                yield from _hurt_by_it(frames, row, place, entries, minutes_after, rise_nrs, before_h)


def _hurt_by_it(
    frames: Frames,
    row: CareRow,
    place: Place,
    entries: Timeline[PainRow],
    minutes: float,
    rise_nrs: int,
    before_h: float,
) -> Iterator[Finding]:
    """What was told of the place in the minutes after a stretch, when it was sharp or so much worse."""
    before = entries.last(row.ts, int(before_h * HOUR))
    for entry, sure in followed_by(row, entries, minutes / 60):
        is_sharp = entry.is_painful and bool(entry.qualities & SHARP)
        rise = entry.score if before is None else entry.score - before.score
        if not is_sharp and rise < rise_nrs:
            continue
        if not sure:
            yield time_missing(place, max(row.ts, entry.ts), "pain entry" if row.time_known else "stretch")
        elif is_sharp:
            line = Threshold(">=", 1, "NRS")
            yield _stretched(frames, row, place, entry.ts, (entry,), entry.score, line)
        elif before is not None:
            line = Threshold(">=", rise_nrs, "NRS")
            yield _stretched(frames, row, place, entry.ts, (before, entry), rise, line)
        elif entries.last(row.ts, ASKED_DAYS * DAY) is not None:
            yield missing(place, entry.ts, "a pain entry before the stretch")


def _stretched(
    frames: Frames,
    row: CareRow,
    place: Place,
    since: int,
    told: tuple[PainRow, ...],
    value: float,
    line: Threshold,
) -> Occurrence:
    entry = told[-1]
    sharp = entry.qualities & SHARP
    episode = open_episode(frames, place, since)
    felt = (
        f"{', '.join(sorted(sharp))} pain" if sharp else "more pain" if entry.ts > row.ts else "severe pain"
    )
    when = "was followed by" if entry.ts > row.ts else "was done with"
    more = f", {value:g} more than before" if len(told) > 1 else ""
    return Occurrence(
        subject=place.subject,
        since=since,
        until=since + EVENT_DAYS * DAY,
        severity=Severity.CAUTION if sharp else Severity.INFO,
        message=(
            f"{applied(row)} {when} {felt} in the {place}: {entry.score} of 10 ({says_when(entry)}){more}."
        ),
        evidence=(Evidence("care", row.id), *evidence_of(*told)),
        value=value,
        unit="NRS",
        threshold=line,
        episode=episode.key if episode else "",
        offset=entry.offset,
    )


@rule(
    theme="care",
    checks="a pain so stubborn that a therapist may help",
    threshold="a pain no better after a week, or one that comes back after training and is not ordinary soreness, and "
    "no physiotherapist, doctor or clearance in the 28 days before",
    severity=(Severity.INFO,),
    documents=(RELIEF, LOWER_BACK),
    grade="●●",
    advice="A physiotherapist can find out what keeps it going, and help when rest and home treatment did not.",
    looks_back=35,
    rests_on=named(*_STUBBORN),
)
def therapist_hint(frames: Frames, found: Found, *, within_days: float = 28) -> Iterator[Finding]:
    """Where one of the rules about a stubborn pain fired and no professional was seen in `within_days` before."""
    seen = Timeline(done(frames, _THERAPISTS))
    closing = {episode.key: episode.closed_at for episode in frames.episodes}
    for identity, how in _STUBBORN.items():
        for one in found.get(identity, ()):
            sore = (identity, one.severity) == _SORENESS
            if sore or seen.last(one.since, int(within_days * DAY)) is not None:
                continue
            following = seen.next(one.since)
            episode = one.episode.partition("/")[0]
            over = closing.get(episode, 0)
            over = over if over > one.since else one.since + EVENT_DAYS * DAY
            yield Occurrence(
                subject=one.subject,
                since=one.since,
                until=over if following is None else min(over, following.ts),
                severity=Severity.INFO,
                message=(
                    f"{_place(one)} pain {how}, and no visit to a physiotherapist or doctor was recorded in the "
                    f"{within_days:g} days before."
                ),
                evidence=one.evidence,
                value=0,
                threshold=Threshold("<", 1),
                episode=episode,
                offset=one.offset,
            )


def _place(one: Occurrence) -> str:
    return str(Place(one.subject.get("region", ""), one.subject.get("side", ""))).capitalize()
