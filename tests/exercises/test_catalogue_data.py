"""The data file of the built-in catalogue holds together: known words, names without doubt, no contradiction."""

import csv
import re
from collections import defaultdict
from importlib.resources import files

import pytest

from journal.exercises import Catalogue, catalogue, normal
from journal.vocabulary import ENDURANCE_KINDS, ExerciseTag, Muscle, Region, Side, Symptom, WorkoutKind

T = ExerciseTag

EXEMPT = {T.RELIEF, T.STRETCH, T.CORE_GENTLE, T.LOW_IMPACT_CARDIO}
"""An exercise with one of these loads no region."""
LOADS_THE_LOWER_BACK = {
    T.AXIAL_LOAD,
    T.PRONE_ARCH,
    T.CORE_INTENSE,
    T.LOADED_TWIST,
    T.SEATED_FOLD,
    T.HIGH_IMPACT,
    T.JUMP,
}

FIRST_WORDS_OF_OTHER_ENTRIES = """
    pain water coffee tea juice milk beer wine ice cold heat bath massage cream gel stretch physio doctor
    chiropractic acupuncture clearance rest relief urine sleep quality on stress weight sitting cigarettes bed
    symptom session ibuprofen paracetamol acetaminophen naproxen aspirin diclofenac today yesterday mon tue wed
    thu fri sat sun morning noon evening night ago to into since no yes first vitamins warmup cooldown drop
    failure stopped left right both middle back leg thigh arm shin foot lower upper mid low during after later
    waking sudden pop bruised swollen limits flare lift bend contact overuse
"""


@pytest.fixture(scope="module")
def known() -> Catalogue:
    return catalogue()


@pytest.fixture(scope="module")
def rows() -> list[dict[str, str]]:
    text = files("journal.exercises").joinpath("catalogue.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


def test_there_are_at_least_280_exercises(known: Catalogue) -> None:
    assert len(known) == len(list(known)) >= 280


def test_no_exercise_both_loads_the_lower_back_and_is_exempt_from_loading(known: Catalogue) -> None:
    # The exemption would hide the load: a cobra is therefore not a stretch, a seated fold neither.
    assert [one.slug for one in known if one.tags & EXEMPT and one.tags & LOADS_THE_LOWER_BACK] == []


def test_every_exercise_that_may_load_something_trains_a_muscle(known: Catalogue) -> None:
    assert [one.slug for one in known if not one.primary and not one.tags & EXEMPT] == []


def test_no_muscle_is_both_primary_and_secondary(known: Catalogue) -> None:
    assert [one.slug for one in known if set(one.primary) & set(one.secondary)] == []


def test_every_run_is_high_impact(known: Catalogue) -> None:
    assert [one.slug for one in known if one.kind is WorkoutKind.RUN and T.HIGH_IMPACT not in one.tags] == []


def test_every_ride_swim_and_row_spares_the_joints(known: Catalogue) -> None:
    gentle = ENDURANCE_KINDS - {WorkoutKind.RUN}
    assert [one.slug for one in known if one.kind in gentle and one.tags & {T.HIGH_IMPACT, T.JUMP}] == []


def test_the_data_file_has_only_whole_rows_of_known_words(rows: list[dict[str, str]]) -> None:
    for row in rows:
        assert list(row) == ["slug", "name", "kind", "primary", "secondary", "tags", "aliases"]
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", row["slug"]), row
        assert row["name"].strip() == row["name"] != "", row
        assert row["kind"] in set(WorkoutKind), row
        for column, words in (("primary", Muscle), ("secondary", Muscle), ("tags", ExerciseTag)):
            listed = row[column].split(";") if row[column] else []
            assert set(listed) <= set(words), row
            assert len(listed) == len(set(listed)), row


def test_every_slug_and_every_name_stands_once(rows: list[dict[str, str]]) -> None:
    assert len({row["slug"] for row in rows}) == len(rows)
    assert len({normal(row["name"]) for row in rows}) == len(rows)


def test_no_name_stands_for_two_exercises(rows: list[dict[str, str]]) -> None:
    owners = defaultdict(set)
    for row in rows:
        for name in (row["slug"], row["name"], *filter(None, row["aliases"].split(";"))):
            owners[normal(name).replace(" ", "")].add(row["slug"])
    assert {name: slugs for name, slugs in owners.items() if len(slugs) > 1} == {}


def test_no_alias_repeats_a_name_of_its_own_exercise(rows: list[dict[str, str]]) -> None:
    for row in rows:
        keys = [normal(alias) for alias in row["aliases"].split(";") if alias]
        assert len(set(keys)) == len(keys), row
        assert not {normal(row["slug"]), normal(row["name"])} & set(keys), row


def test_no_name_is_a_word_that_begins_another_entry(known: Catalogue) -> None:
    words = {*FIRST_WORDS_OF_OTHER_ENTRIES.split(), *Region, *Side, *Symptom}
    assert {normal(word) for word in words} & set(known.names) == set()


def test_no_name_is_another_name_with_a_number_behind_it(known: Catalogue) -> None:
    # Else the weight of a set would be read as a part of the name.
    assert [
        name for name in known.names if re.sub(r"( \d+)+$", "", name) in known.names and name[-1].isdigit()
    ] == []
