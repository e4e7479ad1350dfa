"""What is spoken against today, and what nothing recorded speaks against; `leaving_out` says it in words."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from journal.analysis.answers.leaving_out import SHOWN
from journal.analysis.flags import Flag, LeaveOut, Subject
from journal.analysis.frames import Frames
from journal.analysis.instants import HOUR, local_day
from journal.analysis.pain.painful import LEAVE_OUT_TAGS, active_back_pain, open_episode
from journal.analysis.rows import Place
from journal.analysis.training.regions import LOADED_BY, loaded_regions
from journal.exercises import Exercise
from journal.vocabulary import ConditionName, ExerciseTag, Muscle, Region, Severity, Side

LOOKS_BACK_DAYS = 28
"""What was done in so many dates is what somebody does."""
TRAINED_SETS = 4
"""A muscle group with so many working sets yesterday was trained yesterday."""

BY_CONDITION = {
    ConditionName.HERNIATED_DISC: (
        "condition-herniated-jump",
        (ExerciseTag.JUMP, ExerciseTag.HIGH_IMPACT),
    ),
    ConditionName.OSTEOPOROSIS: (
        "condition-osteoporosis",
        (ExerciseTag.LOADED_TWIST, ExerciseTag.SEATED_FOLD),
    ),
}
"""What a long-lasting condition speaks against, and the rule that says so."""


def leave_out(
    frames: Frames, at: int, flags: Iterable[Flag], settings: Mapping[str, Any]
) -> tuple[LeaveOut, ...]:
    """What the state of each place, the active flags and the conditions speak against at an instant.

    Places first, then kinds of exercise.  `settings` are those of `trained-through-pain`: from which score on,
    and for how many hours, a place is not loaded.
    """
    found: dict[tuple[object, ...], LeaveOut] = {}
    for one in (*_painful(frames, at, settings), *_warned(frames, at, flags), *_kinds(frames, at)):
        what = (one.region, one.side, one.tag)
        known = found.get(what)
        because = one.because if known is None else (*known.because, *one.because)
        found[what] = replace(one, because=tuple(dict.fromkeys(because)))
    return tuple(found.values())


def _painful(frames: Frames, at: int, settings: Mapping[str, Any]) -> Iterator[LeaveOut]:
    for episode in frames.episodes:
        latest = episode.latest(at)
        if latest is None or not episode.is_open(at) or at - latest.ts > settings["hours"] * HOUR:
            continue
        if latest.score >= settings["caution_nrs"]:
            yield from _place(episode.place, "trained-through-pain")


def _warned(frames: Frames, at: int, flags: Iterable[Flag]) -> Iterator[LeaveOut]:
    """Places that a warning is about for as long as they hurt."""
    for flag in flags:
        if flag.severity is Severity.WARNING and "region" in flag.subject:
            place = Place(flag.subject["region"], flag.subject.get("side", ""))
            if open_episode(frames, place, at) is not None:
                yield from _place(place, flag.rule)


def _place(place: Place, rule: str) -> Iterator[LeaveOut]:
    # Nothing that is trained loads the head.
    if Region(place.region) in LOADED_BY:
        side = Side(place.side) if place.side else None
        yield LeaveOut((rule,), region=Region(place.region), side=side)


def _kinds(frames: Frames, at: int) -> Iterator[LeaveOut]:
    if active_back_pain(frames, at) is not None:
        for tag in LEAVE_OUT_TAGS:
            yield LeaveOut(("avoid-while-painful",), tag=tag)
    today = local_day(at, frames.offset_at(at))
    for condition in frames.conditions:
        rule, tags = BY_CONDITION.get(ConditionName(condition.id), ("", ()))
        for tag in tags if condition.holds_on(today) else ():
            yield LeaveOut((rule,), tag=tag)


def trained_on(frames: Frames, day: int) -> list[Muscle]:
    """The muscle groups that were trained on a date: four working sets or more."""
    sets: dict[Muscle, int] = {}
    for bout in frames.bouts:
        if bout.day == day:
            for muscle, count in bout.muscles.items():
                sets[muscle] = sets.get(muscle, 0) + count
    return sorted(muscle for muscle, count in sets.items() if count >= TRAINED_SETS)


def hurting(frames: Frames, at: int) -> frozenset[Region]:
    """The regions that hurt at all, as their newest entry has it, in an episode that is open."""
    opened = (one for one in frames.episodes if one.is_open(at))
    return frozenset(
        Region(one.place.region) for one in opened if (latest := one.latest(at)) and latest.is_painful
    )


def nothing_against(
    frames: Frames, at: int, day: int, out: Sequence[LeaveOut], spared: Collection[Subject] = ()
) -> tuple[Exercise, ...]:
    """What somebody did in the last four weeks that nothing recorded speaks against today, the usual first.

    Left out are what `out` names, what loads a place that hurts, what is about a `spared` place, muscle group or
    exercise, and muscle groups that were trained yesterday or today.
    """
    hurts = hurting(frames, at)
    resting = {*trained_on(frames, day), *trained_on(frames, day - 1)}
    done: dict[str, tuple[int, int, Exercise]] = {}
    for bout in frames.bouts:
        if day - LOOKS_BACK_DAYS < bout.day <= day and bout.ts <= at:
            for work in bout.work:
                times, _, _ = done.get(work.exercise.slug, (0, 0, work.exercise))
                done[work.exercise.slug] = (times + 1, bout.ts, work.exercise)
    usual = sorted(done.values(), key=lambda one: (-one[0], -one[1], one[2].slug))
    fine = [
        one
        for _, _, one in usual
        if not (
            resting.intersection(one.primary)
            or hurts & loaded_regions(one)
            or is_out(one, out)
            or any(_is_about(subject, one) for subject in spared)
        )
    ]
    return tuple(fine[:SHOWN])


def _is_about(subject: Subject, exercise: Exercise) -> bool:
    return (
        subject.get("exercise") == exercise.slug
        or subject.get("muscle") in exercise.primary
        or subject.get("region") in loaded_regions(exercise)
    )


def is_out(exercise: Exercise, out: Sequence[LeaveOut]) -> bool:
    """Whether the exercise is among what to leave out."""
    loaded = loaded_regions(exercise)
    return any(one.tag in exercise.tags or one.region in loaded for one in out)
