"""A pain that rest and treatment did not settle."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from journal.analysis.care.treatment import spread_days, treatments
from journal.analysis.documents import BACK_PAIN, CAUSES, LOWER_BACK, PREVENT, RELIEF
from journal.analysis.flags import Evidence, Threshold
from journal.analysis.frames import Frames
from journal.analysis.instants import DAY, HOUR, UNSURE_H, above, at_least, says_day, says_span
from journal.analysis.pain.episodes import Episode
from journal.analysis.pain.lasting import Lasted, lasted
from journal.analysis.pain.rested import Rested
from journal.analysis.rows import CareRow, PainRow
from journal.analysis.rulebook import EVENT_DAYS, Finding, Found, Missing, Occurrence, named, rule
from journal.analysis.telling import (
    TIME_OF_ENTRY,
    TIME_OF_WORKOUT,
    evidence_of,
    says_start,
    says_when,
    sentence,
)
from journal.analysis.training.workouts import Bout
from journal.vocabulary import Act, CareKind, Region, Severity, display


@rule(
    theme="course of a pain",
    checks="a sharp pain from training that is still there a day later, and after four days",
    threshold="hurts 24 h or more after the workout in which it was sharp; again at more than 96 h",
    severity=(Severity.WARNING,),
    documents=(CAUSES, LOWER_BACK),
    grade="●",
    advice="Sharp in training and still there is more like a strain than soreness: rest the place, cool it first, "
    "and do not load it until it has settled.",
    looks_back=28,
    details={"level": "1 from 24 h on, 2 after 96 h"},
    rests_on=named("sharp-during-exercise"),
)
def strain_persists(
    frames: Frames, found: Found, *, hours: float = 24, second_hours: float = 96
) -> Iterator[Finding]:
    """Painful entries of an episode that was sharp in training, by the hours since that workout ended."""
    episodes = {episode.key: episode for episode in frames.episodes}
    bouts = {bout.id: bout for bout in frames.bouts}
    for sharp in found["sharp-during-exercise"]:
        episode = episodes[sharp.episode]
        behind = {one.id for one in sharp.evidence}
        felt = next(entry for entry in episode.entries if entry.id in behind)
        bout = next((bouts[one] for one in behind if one in bouts), None)
        made: list[Occurrence] = []
        level = 0
        for lasts in _since_training(episode, felt, bout):
            long = above(lasts.hours - lasts.doubt_h, second_hours)
            now = 2 if long else int(lasts.surely_at_least(hours))
            if now > level:
                level = now
                limit = Threshold(">", second_hours, "h") if long else Threshold(">=", hours, "h")
                made.append(_strained(episode, felt, bout, lasts, limit, level))
            elif not level and at_least(lasts.hours, hours):
                timeless = TIME_OF_WORKOUT if lasts.entry.time_known and bout else TIME_OF_ENTRY
                yield _missing(episode, lasts.entry, timeless)
        yield from _levels(made)


def _since_training(episode: Episode, felt: PainRow, bout: Bout | None) -> Iterator[Lasted]:
    # A workout that was not written down ended at about the time at which the pain was felt in it.
    end, timed = (felt.ts, felt.time_known) if bout is None else (bout.end, bout.time_known)
    for entry in episode.painful:
        if entry.ts < felt.ts or entry.id == felt.id:
            continue  # What was sharp may be told long after the workout: before that nobody knew of it.
        doubts = (not timed) + (not entry.time_known)
        yield Lasted(entry, (entry.ts - end) / HOUR, UNSURE_H * doubts)


def _strained(
    episode: Episode, felt: PainRow, bout: Bout | None, lasts: Lasted, limit: Threshold, level: int
) -> Occurrence:
    workout = () if bout is None else (Evidence("workouts", bout.id),)
    assumed = " (end assumed)" if bout is not None and bout.end_assumed else ""
    was = f"{episode.place} pain was sharp in training ({says_when(felt)})"
    what = "it was felt" if bout is None else "the workout"
    now = f"{lasts.entry.score} of 10 ({says_when(lasts.entry)})"
    return Occurrence(
        subject=episode.place.subject,
        since=lasts.entry.ts,
        until=episode.closed_at,
        severity=Severity.WARNING,
        act=Act.THIS_WEEK,
        message=sentence(f"{was} and is still there {says_span(lasts.hours)} after {what}{assumed}: {now}"),
        evidence=(*evidence_of(felt, lasts.entry), *workout),
        value=lasts.hours,
        unit="h",
        threshold=limit,
        episode=episode.key,
        offset=lasts.entry.offset,
        details={"level": level},
    )


def _levels(made: Sequence[Occurrence]) -> Iterator[Occurrence]:
    """The levels of one episode: each ends where the next begins, and the next is raised although it is no worse."""
    for one, later in pairwise((*made, None)):
        if one is not None:
            until = one.until if later is None else later.since
            again = "" if one is made[0] else f"/{one.since}"
            yield replace(one, until=until, episode=one.episode + again)


def _missing(episode: Episode, entry: PainRow, what: str) -> Missing:
    until = min(episode.next_word(entry.ts), entry.ts + EVENT_DAYS * DAY)
    return Missing(subject=episode.place.subject, since=entry.ts, until=until, what=(what,))


@rule(
    theme="course of a pain",
    checks="a pain that three days without training it do not ease",
    threshold="72 h or more since the last workout that loads the place, and the median of the last 24 h neither "
    "2 points nor 30 % below that of the 24 h after that workout",
    severity=(Severity.WARNING,),
    documents=(PREVENT, RELIEF, BACK_PAIN, LOWER_BACK),
    grade="●",
    advice="Rest alone has not helped: leave this place out of training and have it looked at.",
    looks_back=35,
    details={"early": "median score of the 24 h after the workout", "late": "median score of the last 24 h"},
)
def rest_not_helping(
    frames: Frames, *, rest_fail_hours: float = 72, compared_h: float = 24
) -> Iterator[Finding]:
    """Painful entries of an episode that was there after a workout; until it is better, or trained again.

    Entries of an open episode are at most 72 h apart, so all the dates between them are covered.
    """
    loading: dict[Region, list[Bout]] = {}
    for bout in frames.bouts:
        for region in bout.loads:
            loading.setdefault(region, []).append(bout)
    for episode in frames.episodes:
        bouts = loading.get(Region(episode.place.region))
        if bouts and at_least(episode.observed_h(episode.closed_at), rest_fail_hours - compared_h):
            yield from _rested(episode, bouts, rest_fail_hours, compared_h)


def _rested(
    episode: Episode, bouts: Sequence[Bout], rest_fail_hours: float, compared_h: float
) -> Iterator[Finding]:
    for entry in episode.painful:
        known = bisect_right(bouts, entry.ts, key=lambda bout: bout.ts)
        rested = Rested(episode, bouts[known - 1], compared_h) if known else None
        if rested is None or not at_least(rested.hours(entry), rest_fail_hours):
            continue
        if rested.lacks_early():
            yield _missing(episode, entry, f"a pain entry in the {compared_h:g} h after the workout")
        elif not rested.early or rested.is_better(entry):
            continue
        elif not (rested.is_timed(entry) and rested.bout.time_known):
            yield _missing(episode, entry, TIME_OF_WORKOUT if rested.is_timed(entry) else TIME_OF_ENTRY)
        else:
            later = episode.entries[episode.count(entry.ts) :]
            better = next((one.ts for one in later if rested.is_better(one)), episode.closed_at)
            trained = bouts[known].ts if known < len(bouts) else episode.closed_at
            until = min(episode.closed_at, better, trained)
            yield _not_rested(rested, entry, until, rest_fail_hours)
            return


def _not_rested(rested: Rested, entry: PainRow, until: int, hours: float) -> Occurrence:
    episode, bout = rested.episode, rested.bout
    early, late = rested.medians(entry)
    assumed = " (end assumed)" if bout.end_assumed else ""
    return Occurrence(
        subject=episode.place.subject,
        since=entry.ts,
        until=until,
        severity=Severity.WARNING,
        act=Act.THIS_WEEK,
        message=sentence(
            f"{episode.place} pain is no better after {says_span(rested.hours(entry))} without training it: "
            f"median {early:g} in the {rested.compared_h:g} h after the workout of {says_day(bout.day)}{assumed}, "
            f"{late:g} in the last {rested.compared_h:g} h"
        ),
        evidence=(*evidence_of(*rested.early, *rested.late(entry)), Evidence("workouts", bout.id)),
        value=rested.hours(entry),
        unit="h",
        threshold=Threshold(">=", hours, "h"),
        episode=episode.key,
        offset=entry.offset,
        details={"early": early, "late": late},
    )


@rule(
    theme="course of a pain",
    checks="a pain that rest and treatment have not ended",
    threshold="recorded for 28 days or more, or treated 3 times or more in 2 ways or more over 7 days or more and "
    "neither 2 points nor 30 % better; again at 84 days",
    severity=(Severity.WARNING,),
    documents=(BACK_PAIN,),
    grade="●",
    advice="Pain that outlasts rest and treatment deserves a specialist's view.",
    looks_back=35,
    details={
        "chronic": "whether it has lasted for 84 days (12 weeks), from when on pain is usually called chronic",
        "treatments": "how often it was treated",
        "ways": "the kinds of treatment",
    },
)
def pain_not_gone_after_treatment(
    frames: Frames,
    *,
    lasting_days: float = 28,
    chronic_days: float = 84,
    least_treatments: int = 3,
    least_ways: int = 2,
    treated_days: float = 7,
) -> Iterator[Finding]:
    """Painful entries of a long episode, and of one that was treated and has not improved (see `Episode.improved`)."""
    limits = _Limits(lasting_days * 24, chronic_days * 24, least_treatments, least_ways, treated_days)
    for episode in frames.episodes:
        if not at_least(episode.observed_h(episode.closed_at) / 24, min(lasting_days, treated_days)):
            continue
        given = treatments(frames, episode)
        made: list[Occurrence] = []
        level = 0
        for lasts in lasted(episode):
            before = given[: bisect_right(given, lasts.entry.ts, key=lambda row: row.ts)]
            now = _level(episode, lasts, before, limits)
            if now > level:
                level = now
                made.append(_not_gone(episode, lasts, before, limits, level))
            elif not level and at_least(lasts.hours, limits.lasting_h):
                yield _missing(episode, lasts.entry, TIME_OF_ENTRY)
        yield from _levels(made)


class _Limits(NamedTuple):
    lasting_h: float
    chronic_h: float
    treatments: int
    ways: int
    treated_days: float


def _level(episode: Episode, lasts: Lasted, given: Sequence[CareRow], limits: _Limits) -> int:
    """2 once it is chronic, 1 when it lasts although time or treatment should have ended it, else 0."""
    if lasts.surely_at_least(limits.chronic_h):
        return 2
    if lasts.surely_at_least(limits.lasting_h):
        return 1
    treated = (
        len(given) >= limits.treatments
        and len({row.kind for row in given}) >= limits.ways
        and at_least(spread_days(given), limits.treated_days)
    )
    return int(treated and episode.improved(lasts.entry.ts) is False)


def _not_gone(
    episode: Episode, lasts: Lasted, given: Sequence[CareRow], limits: _Limits, level: int
) -> Occurrence:
    ways = sorted({display(CareKind(row.kind)) for row in given})
    treated = f"treated {len(given)} times ({', '.join(ways)})" if given else "no treatment written down"
    days, by_time = lasts.hours / 24, lasts.surely_at_least(limits.lasting_h)
    since = says_start(episode.start, episode.entries[0])
    told = f"{episode.place} pain has been recorded for {days:.0f} days (since {since})"
    least_days = (limits.chronic_h if level > 1 else limits.lasting_h) / 24
    return Occurrence(
        subject=episode.place.subject,
        since=lasts.entry.ts,
        until=episode.closed_at,
        severity=Severity.WARNING,
        act=Act.THIS_WEEK,
        message=sentence(f"{told}, {treated}" if by_time else f"{told} and is no better, {treated}"),
        evidence=(
            *evidence_of(episode.entries[0], lasts.entry),
            *(Evidence("care", row.id) for row in given),
        ),
        value=days if by_time else len(given),
        unit="d" if by_time else "",
        threshold=Threshold(">=", least_days, "d") if by_time else Threshold(">=", limits.treatments),
        episode=episode.key,
        offset=lasts.entry.offset,
        details={"chronic": level > 1, "treatments": len(given), "ways": ways},
    )
