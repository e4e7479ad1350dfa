"""What Apple calls a workout, and what it is here."""

import re

from journal.vocabulary import WorkoutKind

_PREFIX = "HKWorkoutActivityType"
_NAME = re.compile(r"[A-Za-z]{1,60}")
_WORD = re.compile(r"(?<=[a-z])(?=[A-Z])")

_KINDS: dict[str, tuple[WorkoutKind, str]] = {
    name: (kind, exercise)
    for kind, names in {
        WorkoutKind.STRENGTH: "TraditionalStrengthTraining FunctionalStrengthTraining CoreTraining",
        WorkoutKind.RUN: "Running:run",
        WorkoutKind.WALK: "Walking:walk Hiking:hike",
        WorkoutKind.RIDE: "Cycling:ride HandCycling:handcycling",
        WorkoutKind.SWIM: "Swimming:swim WaterFitness:water-aerobics",
        WorkoutKind.ROW: "Rowing:row-erg",
        WorkoutKind.YOGA: "Yoga:yoga",
        WorkoutKind.MOBILITY: (
            "Pilates:pilates Flexibility:stretching TaiChi:tai-chi MindAndBody PreparationAndRecovery Cooldown"
        ),
        WorkoutKind.SPORT: (
            "AmericanFootball Archery AustralianFootball Badminton:badminton Barre Baseball "
            "Basketball:basketball Bowling Boxing:boxing CardioDance Climbing:climbing Cricket "
            "CrossCountrySkiing:cross-country-skiing Curling Dance:dancing DanceInspiredTraining DiscSports "
            "DownhillSkiing:skiing EquestrianSports Fencing Fishing Golf:golf Gymnastics:gymnastics "
            "Handball:handball Hockey Hunting Kickboxing:kickboxing Lacrosse MartialArts:martial-arts "
            "PaddleSports Pickleball:pickleball Play Racquetball Rugby:rugby Sailing SkatingSports "
            "Snowboarding:snowboarding SnowSports Soccer:football SocialDance Softball Squash:squash "
            "SurfingSports:surfing TableTennis:table-tennis Tennis:tennis TrackAndField UnderwaterDiving "
            "Volleyball:volleyball WaterPolo WaterSports Wrestling"
        ),
        WorkoutKind.OTHER: (
            "CrossTraining Elliptical:elliptical FitnessGaming HighIntensityIntervalTraining:hiit "
            "JumpRope:jump-rope MixedCardio MixedMetabolicCardioTraining StairClimbing:stair-climber "
            "Stairs:stair-climber StepTraining SwimBikeRun Transition WheelchairRunPace WheelchairWalkPace"
        ),
    }.items()
    for name, _, exercise in (word.partition(":") for word in names.split())
}
"""Apple's names without their prefix -> the kind, and the exercise that the whole workout is; "" = none is."""


def kind_of(activity: str) -> tuple[WorkoutKind, str]:
    """The kind of a `workoutActivityType` and the slug of its exercise, "" when it is not one exercise."""
    return _KINDS.get(activity.removeprefix(_PREFIX), (WorkoutKind.OTHER, ""))


def title_of(activity: str) -> str:
    """What Apple calls it, in words: "Traditional strength training"."""
    name = activity.removeprefix(_PREFIX)
    if not _NAME.fullmatch(name):
        return "Other"
    first, *rest = _WORD.split(name)
    return " ".join([first, *(word.lower() for word in rest)])
