"""What comes back: pain after training again and again, and what came before its flares."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date

from journal.analysis.documents import PREVENT, RELIEF
from journal.analysis.flags import Evidence, Threshold, iso
from journal.analysis.frames import Frames
from journal.analysis.instants import (
    DAY,
    HOUR,
    UNSURE_H,
    above,
    at_least,
    moment,
)
from journal.analysis.pain.before_flares import Done, flares_of, shared
from journal.analysis.pain.coincidence import Coincidence, coincided, told_together
from journal.analysis.pain.flares import flare_days_of
from journal.analysis.pain.recurring import AfterTraining, Window, after_training, held, point_of, windows
from journal.analysis.replacing import newest_only
from journal.analysis.rows import PainRow, Place
from journal.analysis.rulebook import EVENT_DAYS, Finding, Found, Missing, Occurrence, Rule, rule
from journal.analysis.stretches import Point, Stretch, stretches
from journal.analysis.telling import dates, evidence_of, tell_pain
from journal.vocabulary import Act, Severity


@rule(
    theme="recurrence",
    checks="pain of one place after training, again and again",
    threshold="3 episodes or more within 42 days, each after another workout, with a peak of 3 or more, that are not "
    "ordinary soreness (4 of 10 or more where that is unclear or cannot be told): warning; 4 of ordinary soreness: "
    "info",
    severity=(Severity.WARNING, Severity.INFO),
    documents=(RELIEF, PREVENT),
    grade="●",
    advice="See a doctor before carrying on.",
    looks_back=120,
    details={"episodes": "the dates on which they started"},
)
def recurrent_post_workout(
    frames: Frames,
    *,
    days: int = 42,
    least_nrs: int = 3,
    unsure_nrs: int = 4,
    episodes: int = 3,
    soreness_episodes: int = 4,
) -> Iterator[Finding]:
    """Episodes of one place that started within the last `days` dates, counted by their workouts."""
    for place, course in frames.course.items():
        if len(course) >= min(episodes, soreness_episodes):
            seen = list(windows(after_training(frames, course, least_nrs, unsure_nrs), days))
            pains = [point_of(one, False, episodes, days, Severity.WARNING) for one in seen]
            sore = [
                # Soreness is only told of while there is nothing worse.
                point_of(one, True, soreness_episodes, days, None if pain.level else Severity.INFO)
                for one, pain in zip(seen, pains, strict=True)
            ]
            for found in held(pains):
                yield _recurrent(place, found, episodes, days, "not clearly ordinary soreness")
            for found in held(sore):
                yield _recurrent(place, found, soreness_episodes, days, "ordinary soreness")


def _recurrent(
    place: Place, found: Stretch[tuple[Window, Sequence[AfterTraining]]], least: int, days: int, what: str
) -> Occurrence:
    window, counted = found.seen
    started = sorted({one.day for one in counted})
    is_pain = found.level is Severity.WARNING
    return Occurrence(
        subject=place.subject,
        since=found.since,
        until=found.until,
        severity=found.level,
        act=Act.THIS_WEEK if is_pain else None,
        message=(
            f"{len(counted)} episodes of {place} pain after training within {days} days, each after another "
            f"workout ({what}): they started {dates(started)}."
        ),
        advice="" if is_pain else "Soreness after every step up is a reason to take smaller ones.",
        evidence=tuple(
            one
            for each in counted
            for one in (*evidence_of(each.first), Evidence("workouts", each.workout_id))
        ),
        value=len(counted),
        threshold=Threshold(">=", least),
        # A first entry that soon turns out to be soreness must not keep what follows from being told.
        episode=f"{counted[-1].episode.key}/{found.since}",
        offset=window.offset,
        details={"episodes": [date.fromordinal(day).isoformat() for day in started]},
    )


@rule(
    theme="recurrence",
    checks="an exercise that was done before most of the last flares of a place",
    threshold="in the workout before 3 or more of the last 5 flares within 90 days, and done within the 3 dates up to "
    "less than 60 % of the ordinary dates",
    severity=(Severity.CAUTION,),
    documents=(PREVENT,),
    grade="●",
    advice="This may be a coincidence. Try leaving it out for some weeks and see whether the flares become fewer.",
    looks_back=150,
    details={
        "name": "the exercise as the catalogue names it",
        "flares": "the dates on which the flares began that it came before",
        "of": "how many flares were looked at",
        "ordinary_days": "dates of the last 90 days with an entry, a usual level, and no flare running or just begun",
        "ordinary_pct": "percentage of them on which it was done that day or on the two dates before",
        "exercises": "where several are told together: each with its slug and the details above",
    },
    together=told_together,
)
def flare_same_exercise(
    frames: Frames,
    *,
    flares: int = 5,
    least_flares: int = 3,
    ordinary_share: float = 0.60,
    within_days: int = 3,
    days: int = 90,
) -> Iterator[Finding]:
    """Judged when a flare begins; relief exercises, which are done because it hurts, are left out."""
    done = Done(frames)
    for place in sorted(frames.entries):
        known = flares_of(frames, place)
        points: dict[str, list[Point[Coincidence | None]]] = {}
        for number, flare in enumerate(known.flares):
            last = [one for one in known.flares[: number + 1][-flares:] if one.day > flare.day - days]
            often = [one for one in shared(last) if len(one.flares) >= least_flares]
            ordinary = known.ordinary_days(flare.day - days + 1, flare.day - 1)
            at, ends = flare.entry.ts, flare.entry.ts + EVENT_DAYS * DAY
            if often and not ordinary:
                following = [one.entry.ts for one in known.flares[number + 1 : number + 2]]
                what = ("pain entries on ordinary days",)
                yield Missing(subject=place.subject, since=at, until=min([ends, *following]), what=what)
                often = []
            rare: dict[str, Coincidence] = {}
            for one in often:
                slug = one.exercise.slug
                share = done.share(slug, ordinary, width=within_days, known_at=at)
                if above(ordinary_share, share):
                    rare[slug] = Coincidence(one, len(ordinary), share * 100)
            for slug in {**points, **rare}:
                level = Severity.CAUTION if slug in rare else None
                points.setdefault(slug, []).append(Point(at, level, ends, rare.get(slug)))
        for slug in sorted(points):
            for found in stretches(points[slug]):
                if found.seen is not None:
                    yield coincided(place, found, found.seen, least_flares)


def _is_spike(one: Rule) -> bool:
    return one.id.startswith("spike-")


@rule(
    theme="recurrence",
    checks="a flare that began soon after a jump in training",
    threshold="a flare begins within 72 h after a flag of a jump in distance, weight, volume, load or effort",
    severity=(Severity.INFO,),
    documents=(PREVENT,),
    grade="●",
    advice="Sudden jumps in training often come before flares: take smaller steps, and add one thing at a time.",
    looks_back=240,
    details={"spikes": "the jumps, each with its rule, what it is about, and since when"},
    rests_on=_is_spike,
)
def flare_load_spike(frames: Frames, found: Found, *, hours: float = 72) -> Iterator[Finding]:
    """Links every flare to the jumps of the hours before it (inclusive)."""
    spikes = sorted(
        (one for name, some in found.items() if name.startswith("spike-") for one in some),
        key=lambda one: (one.since, one.rule, sorted(one.subject.items())),
    )
    unsure = {bout.ts for bout in frames.bouts if not bout.time_known}
    for place in sorted(frames.entries) if spikes else ():
        yield from newest_only(
            made
            for day in flare_days_of(frames, place)
            if day.onset and day.hot
            for made in _linked(place, day.hot, spikes, hours, unsure)
        )


def _linked(
    place: Place, entry: PainRow, spikes: Sequence[Occurrence], hours: float, unsure: set[int]
) -> Iterator[Finding]:
    """The jumps that a flare came after, or what is missing to tell."""
    subject, until = place.subject, entry.ts + EVENT_DAYS * DAY
    earliest = entry.ts - round((hours + 2 * UNSURE_H) * HOUR)
    first, last = (bisect_left(spikes, at, key=lambda one: one.since) for at in (earliest, entry.ts + 1))
    near, maybe = list[Occurrence](), list[Occurrence]()
    for one in spikes[first:last]:
        doubt = UNSURE_H * ((not entry.time_known) + (one.since in unsure))
        age = (entry.ts - one.since) / HOUR
        if at_least(age, doubt) and at_least(hours - doubt, age):
            near.append(one)
        elif at_least(hours + doubt, age):
            maybe.append(one)
    if near:
        yield _spiked(place, entry, near, hours)
    elif maybe:
        whose = "workout" if entry.time_known else "pain entry"
        yield Missing(subject=subject, since=entry.ts, until=until, what=(f"the time of the {whose}",))


def _spiked(place: Place, entry: PainRow, near: Sequence[Occurrence], hours: float) -> Occurrence:
    newest = near[-1]
    jumps = "a jump in training" if len(near) == 1 else f"{len(near)} jumps in training, the last of them"
    return Occurrence(
        subject=place.subject,
        since=entry.ts,
        until=entry.ts + EVENT_DAYS * DAY,
        severity=Severity.INFO,
        message=f"A flare began: {tell_pain(entry)}. It came within {hours:g} h after {jumps}: {newest.message}",
        evidence=(*evidence_of(entry), *dict.fromkeys(one for spike in near for one in spike.evidence)),
        value=(entry.ts - newest.since) / HOUR,
        unit="h",
        threshold=Threshold("<=", hours, "h"),
        episode=entry.id,
        offset=entry.offset,
        details={
            "spikes": [
                {
                    "rule": one.rule,
                    "subject": dict(one.subject),
                    "since": iso(moment(one.since, one.offset)),
                }
                for one in near
            ]
        },
    )
