"""What an import gave, in the words that the tests of the formats compare."""

from journal.interchange import Imported
from journal.records import OwnExercise, Set, Workout


def workouts(imported: Imported) -> list[Workout]:
    return [record for record in imported.records if isinstance(record, Workout)]


def sets(imported: Imported) -> list[tuple[object, ...]]:
    """Exercise, kg, repetitions, km and seconds of each set."""
    return [
        (each.exercise, each.weight_kg, each.reps, each.distance_km, each.duration_s)
        for each in imported.records
        if isinstance(each, Set)
    ]


def distances(imported: Imported) -> list[tuple[object, ...]]:
    """Exercise, km and seconds of each set."""
    return [(exercise, km, seconds) for exercise, _, _, km, seconds in sets(imported)]


def set_notes(imported: Imported) -> list[str]:
    return [each.note for each in imported.records if isinstance(each, Set)]


def own(imported: Imported) -> list[OwnExercise]:
    return [each for each in imported.records if isinstance(each, OwnExercise)]
