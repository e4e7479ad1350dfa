"""The user's own exercises: new ones, other names, and an imported one that is found to be another."""

from datetime import UTC, datetime
from uuid import UUID

import pytest

from journal.errors import Refused
from journal.exercises import catalogue
from journal.exercises.own import another_name, free_name, is_unmapped, mapping, new_exercise
from journal.records import Alias, OwnExercise, Set, TemplateSet, Workout
from journal.storage import Change, open_store

WORKOUT = UUID("11111111-1111-4111-8111-111111111111")
CARRY = OwnExercise(slug="zercher-walk", name="Zercher Walk")
HIS = Set(workout_id=WORKOUT, position=1, exercise="zercher-walk", distance_km=0.04)
OTHER = Set(workout_id=WORKOUT, position=2, exercise="squat", reps=5)
PLANNED = TemplateSet(template="Legs", position=1, exercise="zercher-walk")


def test_only_an_exercise_of_which_the_name_alone_is_known_is_unmapped():
    assert is_unmapped(CARRY)
    for told in ({"kind": "other"}, {"primary_muscles": ("back",)}, {"tags": ("axial-load",)}):
        assert not is_unmapped(CARRY.but(**told))


def test_its_sets_and_templates_follow_it_and_its_name_becomes_an_alias():
    pairs = mapping(CARRY, "farmers-walk", sets=[HIS, OTHER], templates=[PLANNED], aliases=[])
    assert pairs == [
        (HIS, HIS.but(exercise="farmers-walk")),
        (PLANNED, PLANNED.but(exercise="farmers-walk")),
        (CARRY, None),
        (None, Alias(name="Zercher Walk", slug="farmers-walk")),
    ]


def test_its_other_names_follow_it_and_one_of_its_own_name_is_not_written_twice():
    hers, same = Alias(name="zw", slug="zercher-walk"), Alias(name="Zercher Walk", slug="squat")
    foreign = Alias(name="sq", slug="squat")
    pairs = mapping(CARRY, "farmers-walk", sets=[], templates=[], aliases=[hers, same, foreign])
    assert pairs == [
        (hers, hers.but(slug="farmers-walk")),
        (same, same.but(slug="farmers-walk")),
        (CARRY, None),
    ]


def test_it_cannot_become_itself():
    with pytest.raises(Refused, match="cannot become itself"):
        mapping(CARRY, "zercher-walk", sets=[], templates=[], aliases=[])


def test_in_the_journal_it_is_one_step_that_can_be_taken_back_and_done_again(new_journal):
    now = datetime(2026, 11, 25, 18, 30, tzinfo=UTC)
    workout = Workout(id=WORKOUT, started_at=now, kind="strength")
    with open_store(new_journal()) as store:
        records = [workout, CARRY, HIS, OTHER, PLANNED]
        store.change([Change(None, one) for one in records], now=now, verb="import")
        before = store.snapshot()
        pairs = mapping(CARRY, "farmers-walk", sets=store.rows(Set), templates=[PLANNED], aliases=[])
        store.change([Change(*pair) for pair in pairs], now=now, verb="map")
        known = catalogue(store.rows(OwnExercise), store.rows(Alias))
        assert [one.exercise for one in store.rows(Set)] == ["farmers-walk", "squat"]
        assert known.find("zercher walk") is known.get("farmers-walk")
        assert store.rows(OwnExercise) == []
        after = store.snapshot()
        store.undo(now=now)
        assert store.snapshot() == before
        store.redo(now=now)
        assert store.snapshot() == after


@pytest.mark.parametrize(
    ("name", "refusal"),
    [
        ("Kniebeuge", "'Kniebeuge' is a name of this exercise already"),
        ("flat bench", "'flat bench' is a name of Bench press already"),
        ("  ", "a name needs at least one letter or digit"),
    ],
)
def test_another_name_must_mean_nothing_yet(name, refusal):
    known = catalogue(aliases=[Alias(name="flat bench", slug="bench-press")])
    squat = known.get("squat")
    with pytest.raises(Refused, match=refusal):
        another_name(name, squat, known)
    assert another_name(" big  squat ", squat, known) == Alias(name="big squat", slug="squat")


def test_a_new_exercise_gets_a_slug_of_its_own():
    assert new_exercise("Zercher  Carry", catalogue()) == OwnExercise(
        slug="zercher-carry", name="Zercher Carry"
    )
    known = catalogue([OwnExercise(slug="zercher-carry", name="something else")])
    with pytest.raises(Refused, match="'Zercher Carry' is a name of something else already"):
        new_exercise("Zercher Carry", known)


def test_names_that_a_slug_cannot_tell_apart_get_a_number():
    first = new_exercise("負荷", catalogue())
    known = catalogue([first.but(name="別")])
    assert new_exercise("負荷", known).slug == f"{first.slug}-2"


def test_an_exercise_may_keep_its_own_name():
    known = catalogue([CARRY])
    assert free_name("zercher walk", known, but="zercher-walk") == "zercher walk"
    with pytest.raises(Refused, match="needs a name"):
        free_name(" ", known)
    with pytest.raises(Refused, match="'squats' is a name of Squat already"):
        free_name("squats", known, but="zercher-walk")


def test_a_very_long_name_is_cut_in_the_sentence():
    long = OwnExercise(slug="long", name="long " * 500)
    with pytest.raises(Refused) as refused:
        new_exercise("long " * 500, catalogue([long]))
    assert len(str(refused.value)) < 200


def test_a_name_that_lines_read_as_something_else_is_refused():
    known, refusal = catalogue([CARRY]), "lines that begin with 'water' are read as something else"

    def hides(name):
        return "water" if name == "Water" else ""

    for naming in (
        lambda: another_name(" Water ", known.get("squat"), known, hides),
        lambda: new_exercise("Water", known, hides),
        lambda: free_name("Water", known, hides, but="zercher-walk"),
    ):
        with pytest.raises(Refused, match=refusal):
            naming()
    assert new_exercise("Water walking", known, hides).slug == "water-walking"


def test_an_exercise_that_an_import_named_so_may_keep_its_name():
    known = catalogue([OwnExercise(slug="stretch", name="Stretch")])
    assert free_name("Stretch", known, lambda name: name, but="stretch") == "Stretch"
