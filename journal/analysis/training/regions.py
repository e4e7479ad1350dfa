"""Which muscles and which kinds of strain load which place of the body."""

from functools import cache

from journal.exercises import Exercise
from journal.vocabulary import ExerciseTag as Tag
from journal.vocabulary import Muscle, Region

_IMPACT = frozenset({Tag.HIGH_IMPACT, Tag.JUMP})
_HIP = (
    frozenset({Muscle.GLUTES, Muscle.HIP_FLEXORS, Muscle.ADDUCTORS, Muscle.HAMSTRINGS}),
    _IMPACT | {Tag.AXIAL_LOAD},
)
_UPPER = (
    frozenset({Muscle.BACK, Muscle.SHOULDERS}),
    frozenset({Tag.AXIAL_LOAD, Tag.BACK_EXTENSOR, Tag.LOADED_TWIST}),
)
_ELBOW = (frozenset({Muscle.BICEPS, Muscle.TRICEPS, Muscle.FOREARMS}), frozenset[Tag]())
_HAND = (frozenset({Muscle.FOREARMS}), frozenset[Tag]())
_FOOT = (frozenset({Muscle.CALVES}), _IMPACT)

LOADED_BY: dict[Region, tuple[frozenset[Muscle], frozenset[Tag]]] = {
    Region.LOWER_BACK: (
        frozenset(),
        _IMPACT | {Tag.AXIAL_LOAD, Tag.PRONE_ARCH, Tag.CORE_INTENSE, Tag.LOADED_TWIST, Tag.SEATED_FOLD},
    ),
    Region.MID_BACK: _UPPER,
    Region.UPPER_BACK: _UPPER,
    Region.NECK: (frozenset({Muscle.NECK, Muscle.SHOULDERS}), frozenset({Tag.AXIAL_LOAD})),
    Region.SHOULDER: (frozenset({Muscle.SHOULDERS, Muscle.CHEST, Muscle.BACK}), frozenset()),
    Region.UPPER_ARM: _ELBOW,
    Region.ELBOW: _ELBOW,
    Region.FOREARM: _HAND,
    Region.WRIST: _HAND,
    Region.HAND: _HAND,
    Region.CHEST: (frozenset({Muscle.CHEST}), frozenset()),
    Region.ABDOMEN: (frozenset({Muscle.ABS, Muscle.OBLIQUES}), frozenset({Tag.CORE_INTENSE})),
    Region.HIP: _HIP,
    Region.BUTTOCK: _HIP,
    Region.GROIN: _HIP,
    Region.THIGH_FRONT: (frozenset({Muscle.QUADS, Muscle.HIP_FLEXORS}), _IMPACT),
    Region.THIGH_BACK: (frozenset({Muscle.HAMSTRINGS, Muscle.GLUTES}), _IMPACT),
    Region.KNEE: (frozenset({Muscle.QUADS, Muscle.HAMSTRINGS, Muscle.CALVES}), _IMPACT),
    Region.SHIN: _FOOT,
    Region.CALF: _FOOT,
    Region.ANKLE: _FOOT,
    Region.FOOT: _FOOT,
}
"""Region -> (muscles that load it when trained as primary, tags that load it).  Nothing loads the head."""

GENTLE = frozenset({Tag.LOW_IMPACT_CARDIO, Tag.RELIEF, Tag.STRETCH, Tag.CORE_GENTLE})
"""Exercises with one of these tags load no region."""


@cache
def loaded_regions(exercise: Exercise) -> frozenset[Region]:
    """The regions that a working set of the exercise loads."""
    if not exercise.tags.isdisjoint(GENTLE):
        return frozenset()
    return frozenset(
        region
        for region, (muscles, tags) in LOADED_BY.items()
        if muscles.intersection(exercise.primary) or tags & exercise.tags
    )


@cache
def touched_regions(exercise: Exercise) -> frozenset[Region]:
    """The regions that it loads by its secondary muscles; used only to choose the workout behind a pain."""
    if not exercise.tags.isdisjoint(GENTLE):
        return frozenset()
    return frozenset(
        region for region, (muscles, _) in LOADED_BY.items() if muscles.intersection(exercise.secondary)
    )


@cache
def worked_regions(exercise: Exercise) -> frozenset[Region]:
    """The regions whose muscles it works at all, however gently: a walk works the calf without loading it."""
    used = {*exercise.primary, *exercise.secondary}
    return frozenset(region for region, (muscles, _) in LOADED_BY.items() if muscles & used)
