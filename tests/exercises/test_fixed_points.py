"""The fixed points of the rules: slugs, muscles, tags and kinds that the built-in catalogue must give."""

import pytest

from journal.exercises import Catalogue, Exercise, catalogue
from journal.vocabulary import ExerciseTag, Muscle, WorkoutKind

T = ExerciseTag
M = Muscle

CONTRACT_SLUGS = """
    squat front-squat bench-press incline-bench-press deadlift romanian-deadlift overhead-press barbell-row
    dumbbell-row pull-up lat-pulldown dip dumbbell-curl barbell-curl triceps-pushdown leg-press leg-curl
    leg-extension calf-raise hip-thrust glute-bridge good-morning back-extension superman plank side-plank
    bird-dog dead-bug cat-cow crunch sit-up russian-twist box-jump burpee childs-pose knees-to-chest run ride
    swim walk row-erg elliptical
"""

# The tags that the rules turn on; an exercise may have others beside them.
FIXED_TAGS: dict[ExerciseTag, str] = {
    T.AXIAL_LOAD: """
        squat front-squat pause-squat box-squat overhead-squat zercher-squat hack-squat goblet-squat
        dumbbell-squat bodyweight-squat smith-machine-squat sumo-squat pistol-squat split-squat
        bulgarian-split-squat deadlift sumo-deadlift trap-bar-deadlift romanian-deadlift stiff-leg-deadlift
        dumbbell-romanian-deadlift single-leg-romanian-deadlift deficit-deadlift rack-pull good-morning
        barbell-row pendlay-row t-bar-row bent-over-dumbbell-row hip-thrust machine-hip-thrust
        barbell-glute-bridge farmers-walk suitcase-carry overhead-carry front-rack-carry sandbag-carry ruck
        clean snatch clean-and-jerk thruster barbell-lunge dumbbell-lunge kettlebell-swing
    """,
    T.HIGH_IMPACT: "run treadmill-run trail-run track-run interval-run tempo-run sprint hill-run jump-rope",
    T.JUMP: """
        box-jump burpee depth-jump jump-squat broad-jump jumping-lunge tuck-jump lateral-box-jump hurdle-jump
        skater-jump jumping-jack bounding
    """,
    T.CORE_INTENSE: """
        crunch decline-crunch machine-crunch cable-crunch reverse-crunch sit-up leg-raise hanging-leg-raise
        captains-chair-leg-raise v-up ab-wheel toes-to-bar
    """,
    T.CORE_GENTLE: "plank side-plank glute-bridge single-leg-glute-bridge bird-dog dead-bug cat-cow",
    T.PRONE_ARCH: "superman back-extension cobra-pose upward-dog locust-pose bow-pose",
    T.BACK_EXTENSOR: """
        superman back-extension machine-back-extension barbell-row dumbbell-row seated-cable-row machine-row
        t-bar-row chest-supported-row inverted-row reverse-fly machine-reverse-fly cable-reverse-fly
        lat-pulldown machine-lat-pulldown straight-arm-pulldown
    """,
    T.LOADED_TWIST: "russian-twist wood-chop torso-rotation landmine-180",
    T.TWIST: "bicycle-crunch bodyweight-russian-twist seated-twist lying-spinal-twist",
    T.SEATED_FOLD: "seated-forward-fold sit-and-reach head-to-knee-pose",
    T.LOW_IMPACT_CARDIO: """
        ride indoor-ride recumbent-bike air-bike elliptical swim freestyle-swim breaststroke backstroke walk
        treadmill-walk nordic-walking
    """,
    T.RELIEF: """
        standing-back-bend knees-to-chest bird-dog childs-pose cat-cow kneeling-lunge wall-slide glute-bridge
        gentle-yoga
    """,
    T.STRETCH: "standing-back-bend knees-to-chest childs-pose kneeling-lunge hamstring-stretch",
    T.BONE_LOADING: """
        squat front-squat deadlift romanian-deadlift lunge dumbbell-lunge overhead-press step-up calf-raise run
        jump-rope box-jump burpee farmers-walk
    """,
}

NOT_TAGGED: list[tuple[str, ExerciseTag]] = [
    *[
        (slug, T.AXIAL_LOAD)
        for slug in ("leg-press", "glute-bridge", "lunge", "dumbbell-row", "seated-cable-row")
    ],
    *[
        (slug, T.AXIAL_LOAD)
        for slug in ("belt-squat", "bodyweight-hip-thrust", "chest-supported-row", "overhead-press")
    ],
    *[
        (slug, T.BONE_LOADING)
        for slug in ("leg-press", "walk", "ride", "swim", "bench-press", "leg-extension")
    ],
    ("bicycle-crunch", T.LOADED_TWIST),
    ("standing-back-bend", T.PRONE_ARCH),
    ("childs-pose", T.SEATED_FOLD),
    ("knees-to-chest", T.SEATED_FOLD),
    ("standing-forward-fold", T.SEATED_FOLD),
    ("walk", T.HIGH_IMPACT),
    ("machine-back-extension", T.PRONE_ARCH),
]

PRIMARY_MUSCLES = [
    ("deadlift", {M.BACK, M.GLUTES, M.HAMSTRINGS}),
    ("squat", {M.QUADS, M.GLUTES}),
    ("front-squat", {M.QUADS, M.GLUTES}),
    ("bench-press", {M.CHEST}),
    ("barbell-row", {M.BACK}),
    ("dumbbell-row", {M.BACK}),
    ("seated-cable-row", {M.BACK}),
    ("pull-up", {M.BACK}),
    ("lat-pulldown", {M.BACK}),
    ("overhead-press", {M.SHOULDERS}),
    ("run", {M.QUADS, M.CALVES}),
    ("romanian-deadlift", {M.HAMSTRINGS, M.GLUTES}),
    ("leg-curl", {M.HAMSTRINGS}),
    ("leg-extension", {M.QUADS}),
    ("calf-raise", {M.CALVES}),
    ("dumbbell-curl", {M.BICEPS}),
    ("barbell-curl", {M.BICEPS}),
    ("triceps-pushdown", {M.TRICEPS}),
    ("hip-thrust", {M.GLUTES}),
]

KINDS = [
    (WorkoutKind.STRENGTH, "squat bench-press pull-up plank dip glute-bridge bird-dog box-jump farmers-walk"),
    (WorkoutKind.RUN, "run treadmill-run trail-run interval-run"),
    (WorkoutKind.RIDE, "ride indoor-ride mountain-bike-ride"),
    (WorkoutKind.SWIM, "swim breaststroke open-water-swim"),
    (WorkoutKind.ROW, "row-erg outdoor-row"),
    (WorkoutKind.WALK, "walk treadmill-walk hike ruck"),
    (WorkoutKind.YOGA, "yoga gentle-yoga sun-salutation seated-forward-fold"),
    (WorkoutKind.MOBILITY, "childs-pose cat-cow knees-to-chest standing-back-bend kneeling-lunge wall-slide"),
    (WorkoutKind.SPORT, "football tennis climbing cross-country-skiing ice-skating"),
    (WorkoutKind.OTHER, "elliptical stair-climber jump-rope"),
]


@pytest.fixture(scope="module")
def known() -> Catalogue:
    return catalogue()


def exercise(known: Catalogue, slug: str) -> Exercise:
    found = known.get(slug)
    assert found is not None, f"{slug} is not in the catalogue"
    return found


def test_every_slug_of_the_contract_is_there(known: Catalogue) -> None:
    slugs = CONTRACT_SLUGS.split()
    assert [exercise(known, slug).slug for slug in slugs] == slugs


@pytest.mark.parametrize(("tag", "slugs"), FIXED_TAGS.items())
def test_the_fixed_points_have_their_tag(known: Catalogue, tag: ExerciseTag, slugs: str) -> None:
    assert [slug for slug in slugs.split() if tag not in exercise(known, slug).tags] == []


def test_a_tag_is_not_given_where_it_does_not_hold(known: Catalogue) -> None:
    assert [(slug, tag) for slug, tag in NOT_TAGGED if tag in exercise(known, slug).tags] == []


def test_machines_and_presses_without_any_of_these_effects_have_no_tag(known: Catalogue) -> None:
    slugs = ("bench-press", "leg-press", "leg-curl", "dumbbell-curl", "dip")
    assert {slug: exercise(known, slug).tags for slug in slugs} == dict.fromkeys(slugs, frozenset())


def test_a_bicycle_crunch_is_a_twist_and_nothing_more(known: Catalogue) -> None:
    assert exercise(known, "bicycle-crunch").tags == {T.TWIST}


def test_the_fixed_points_train_their_muscles_first(known: Catalogue) -> None:
    assert {slug: set(exercise(known, slug).primary) for slug, _ in PRIMARY_MUSCLES} == dict(PRIMARY_MUSCLES)


@pytest.mark.parametrize(("kind", "slugs"), KINDS)
def test_an_exercise_has_the_kind_of_workout_that_it_makes(
    known: Catalogue, kind: WorkoutKind, slugs: str
) -> None:
    assert {slug: exercise(known, slug).kind for slug in slugs.split()} == dict.fromkeys(slugs.split(), kind)
