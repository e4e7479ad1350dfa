"""Looking an exercise up: exactly, nearly, and with the user's own exercises and aliases on top."""

import subprocess
import sys

import pytest

from journal.exercises import Catalogue, Exercise, catalogue
from journal.records import Alias, OwnExercise
from journal.vocabulary import ExerciseTag, Muscle, WorkoutKind

CARRY = OwnExercise(
    slug="zercher-carry",
    name="Zercher Carry",
    kind=WorkoutKind.SPORT,
    primary_muscles=(Muscle.BACK,),
    secondary_muscles=(Muscle.BICEPS,),
    tags=(ExerciseTag.AXIAL_LOAD,),
)


@pytest.fixture(scope="module")
def known() -> Catalogue:
    return catalogue()


def slug_of(found: Exercise | None) -> str | None:
    return found.slug if found else None


def test_get_takes_a_slug_and_nothing_else(known: Catalogue) -> None:
    assert slug_of(known.get("pull-up")) == "pull-up"
    assert known.get("pull up") is None


@pytest.mark.parametrize("name", ["", "  ", "!!!", "zercher carry", "squat 2x5", "스쿼트", "the squat"])
def test_find_guesses_nothing(known: Catalogue, name: str) -> None:
    assert known.find(name) is None


def test_every_exercise_is_found_by_its_slug_its_name_and_its_aliases(known: Catalogue) -> None:
    for one in known:
        for name in (one.slug, one.name, *one.aliases):
            assert known.find(name) is one, name
            assert known.find(name.upper()) is one, name


def test_the_names_lead_to_the_exercises(known: Catalogue) -> None:
    assert known.names["pull up"] == known.names["klimmzug"] == "pull-up"
    assert set(known.names.values()) == {one.slug for one in known}


def test_the_names_cannot_be_changed(known: Catalogue) -> None:
    with pytest.raises(TypeError):
        known.names["squat"] = "run"  # type: ignore[index]


def test_the_built_in_catalogue_is_read_once() -> None:
    assert catalogue() is catalogue()
    assert catalogue([CARRY]).get("squat") is catalogue().get("squat")


@pytest.mark.parametrize(
    ("typo", "slug"),
    [
        ("sqat", "squat"),
        ("squatt", "squat"),
        ("benchpress", "bench-press"),
        ("bnech press", "bench-press"),
        ("press bench", "bench-press"),
        ("romanian deadift", "romanian-deadlift"),
        ("dedlift", "deadlift"),
        ("lat puldown", "lat-pulldown"),
        ("latpuldown", "lat-pulldown"),
        ("overhed press", "overhead-press"),
        ("barbel row", "barbell-row"),
        ("dumbel curl", "dumbbell-curl"),
        ("hip trust", "hip-thrust"),
        ("bulgarain split squat", "bulgarian-split-squat"),
        ("tricep pushdwn", "triceps-pushdown"),
        ("leg extention", "leg-extension"),
        ("pul up", "pull-up"),
        ("plnk", "plank"),
        ("runing", "run"),
        ("swiming", "swim"),
        ("eliptical", "elliptical"),
        ("childs posse", "childs-pose"),
        ("bankdrucken", "bench-press"),
        ("kreuzhebn", "deadlift"),
    ],
)
def test_a_near_miss_has_the_exercise_meant_first(known: Catalogue, typo: str, slug: str) -> None:
    (first, score), *others = known.near(typo)
    assert first.slug == slug
    assert 80 < score <= 100
    assert all(other < score for _, other in others)


def test_near_gives_each_exercise_once_with_the_best_first(known: Catalogue) -> None:
    found = known.near("dumbell pres", limit=8)
    assert len(found) == len({one.slug for one, _ in found}) == 8
    assert [score for _, score in found] == sorted((score for _, score in found), reverse=True)


def test_near_gives_the_exercise_itself_the_full_score(known: Catalogue) -> None:
    first, score = known.near("Squats", limit=1)[0]
    assert (first.slug, score) == ("squat", 100)


@pytest.mark.parametrize("name", ["", "xyz", "스쿼트"])
def test_near_gives_nothing_for_a_name_like_no_other(known: Catalogue, name: str) -> None:
    assert known.near(name) == []


def test_an_own_exercise_is_found_and_stands_behind_the_built_in_ones(known: Catalogue) -> None:
    mine = catalogue([CARRY])
    found = mine.find("zercher carrys")
    assert found == Exercise(
        slug="zercher-carry",
        name="Zercher Carry",
        kind=WorkoutKind.SPORT,
        primary=(Muscle.BACK,),
        secondary=(Muscle.BICEPS,),
        tags=frozenset({ExerciseTag.AXIAL_LOAD}),
        own=True,
    )
    assert list(mine)[-1] is found
    assert len(mine) == len(known) + 1
    assert mine.near("zerchr cary")[0][0] is found
    assert known.find("zercher carry") is None


def test_an_own_exercise_of_no_kind_is_strength_work() -> None:
    found = catalogue([OwnExercise(slug="thing", name="Thing")]).find("thing")
    assert found is not None
    assert (found.kind, found.primary, found.tags) == (WorkoutKind.STRENGTH, (), frozenset())


def test_an_own_name_wins_over_a_built_in_alias_with_and_without_its_space() -> None:
    mine = catalogue([OwnExercise(slug="my-press-up", name="Press-up")])
    assert slug_of(mine.find("press up")) == "my-press-up"
    assert slug_of(mine.find("pressup")) == "push-up"  # a built-in alias of its own
    mine = catalogue([OwnExercise(slug="my-flat", name="Flat Bench")])
    assert slug_of(mine.find("flatbench")) == slug_of(mine.find("flat bench")) == "my-flat"


def test_an_own_exercise_may_replace_a_built_in_one() -> None:
    mine = catalogue([OwnExercise(slug="squat", name="My squat", primary_muscles=(Muscle.GLUTES,))])
    assert len(mine) == len(catalogue())
    found = mine.find("back squat")
    assert found is not None
    assert found.own
    assert found.primary == (Muscle.GLUTES,)


def test_an_alias_of_the_user_wins_over_a_built_in_one_and_over_an_own_name() -> None:
    mine = catalogue(
        [CARRY],
        [Alias(name="BP", slug="incline-bench-press"), Alias(name="zercher carry", slug="front-rack-carry")],
    )
    assert slug_of(mine.find("bp")) == "incline-bench-press"
    assert slug_of(mine.find("Zercher Carry")) == "front-rack-carry"
    assert slug_of(mine.get("zercher-carry")) == "zercher-carry"
    assert mine.names["bp"] == "incline-bench-press"


def test_an_alias_may_name_an_own_exercise_in_any_script() -> None:
    mine = catalogue([CARRY], [Alias(name="저처 캐리", slug="zercher-carry", source="hevy")])
    assert slug_of(mine.find("저처 캐리")) == "zercher-carry"


def test_a_slug_written_as_such_always_means_its_own_exercise() -> None:
    mine = catalogue(
        [OwnExercise(slug="other", name="Squat")],
        [Alias(name="Deadlift", slug="rack-pull"), Alias(name="pull up", slug="chin-up")],
    )
    assert slug_of(mine.find("squat")) == mine.names["squat"] == "squat"
    assert slug_of(mine.find("deadlift")) == "deadlift"
    assert slug_of(mine.find("pull-up")) == "pull-up"
    assert slug_of(mine.find("pull up")) == "chin-up"


def test_an_alias_of_an_unknown_exercise_is_left_out() -> None:
    mine = catalogue(aliases=[Alias(name="my thing", slug="no-such-exercise")])
    assert mine.find("my thing") is None
    assert set(mine.names.values()) <= {one.slug for one in mine}


def test_looking_up_does_not_load_the_fuzzy_matcher() -> None:
    code = (
        "import sys; from journal.exercises import catalogue; catalogue().find('squat');"
        "print(any(name.startswith('rapidfuzz') for name in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


@pytest.mark.parametrize("amount", ["80", "180", "102.5", "2x5", "٣٤", "№", ""])
def test_an_amount_is_like_no_name(amount):
    near = catalogue().near(amount)
    assert near == [] or any(sign.isalpha() for sign in amount)
