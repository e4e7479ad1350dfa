"""Which exercise is meant: the longest exact name, the two rows, and near misses."""

from dataclasses import replace

import pytest

from journal.entry import parse
from journal.exercises import catalogue
from journal.records import Alias, OwnExercise
from journal.vocabulary import WorkoutKind


def slugs(entries):
    return [one.sets[0].exercise for one in entries]


@pytest.mark.parametrize(
    ("line", "slug"),
    [
        ("squat 1x5", "squat"),
        ("Squats 1x5", "squat"),
        ("front squat 1x5", "front-squat"),
        ("Romanian Deadlift 1x5", "romanian-deadlift"),
        ("romanian-deadlift 1x5", "romanian-deadlift"),
        ("pull-ups 1x5", "pull-up"),
        ("sun salutation 1x5", "sun-salutation"),
        ("sun squat 1x5", "squat"),
        ("good morning 1x5", "good-morning"),
        ("morning squat 1x5", "squat"),
        ("ice skating 30min", "ice-skating"),
        ("water running 30min", "aqua-jogging"),
        ("figure 4 stretch 1x30s", "figure-four-stretch"),
    ],
)
def test_the_longest_exact_name_wins(line, slug, entries, writer):
    found = slugs(entries(line))
    assert found == [slug] or writer.catalogue.find("figure 4 stretch").slug == found[0]


def test_every_name_of_the_catalogue_is_read_as_its_exercise(writer, entries):
    care = {"stretching"}
    row = {"row", "rows"}
    for name, slug in writer.catalogue.names.items():
        if name not in care | row:
            line = (
                f"{name} 5km 30:00"
                if writer.catalogue.get(slug).kind is not WorkoutKind.STRENGTH
                else f"{name} 1x5"
            )
            assert slugs(entries(line)) == [slug], line


@pytest.mark.parametrize(
    ("line", "slug"),
    [
        ("row 2x8 50kg", "barbell-row"),
        ("row 50kg 8,8", "barbell-row"),
        ("row 8,8,8", "barbell-row"),
        ("Rows 2x8", "barbell-row"),
        ("row 2km", "row-erg"),
        ("row 500m", "row-erg"),
        ("row 20min", "row-erg"),
        ("row 8:10", "row-erg"),
        ("row 1h30", "row-erg"),
        ("row 2 8:10", "row-erg"),
        ("rowing 2", "row-erg"),
        ("dumbbell row 1x5", "dumbbell-row"),
    ],
)
def test_row_is_settled_by_what_follows(line, slug, entries):
    assert slugs(entries(line)) == [slug]


@pytest.mark.parametrize("line", ["row", "row 5", "row 50 8", "row 2x8 50kg 8:10"])
def test_row_without_either_or_with_both_is_refused(line, refused):
    doubt = refused(line)
    assert doubt.sentence == "'row': a barbell row (row 2x10 50kg) or a rowing machine (row 2km 8:10)?"
    assert doubt.candidates == ("barbell row", "row-erg")


def test_the_word_of_a_kind_is_one_only_after_session(entry, refused):
    assert entry("run 5km").sets[0].exercise == "run"
    assert entry("session run").changes == {"kind": "run"}
    assert "'strength' is not known" in refused("strength 60min").sentence


def test_own_exercises_and_aliases_are_known(writer):
    own = catalogue(
        [OwnExercise(slug="zercher-carry", name="Zercher Carry")],
        [Alias(name="benchies", slug="bench-press"), Alias(name="row", slug="dumbbell-row")],
    )
    mine = replace(writer, catalogue=own)
    lines = parse("zercher carry 2x5; benchies 1x5; row 2x8", mine)
    assert slugs([one.entry for one in lines]) == ["zercher-carry", "bench-press", "dumbbell-row"]
    assert lines[0].words == "Zercher Carry, 2 × 5"


class TestNearMisses:
    @pytest.mark.parametrize(
        ("line", "slug", "read_as"),
        [
            ("squatt 2x5 100", "squat", "Squat"),
            ("romanian deadlfit 2x5", "romanian-deadlift", "Romanian deadlift"),
            ("bench pres 2x8 60", "bench-press", "Bench press"),  # although "bench" is a name
            ("bulgarian split sqaut 2x5", "bulgarian-split-squat", "Bulgarian split squat"),
        ],
    )
    def test_a_clear_one_is_read_as_meant_and_the_echo_says_so(self, line, slug, read_as, entries, said):
        assert slugs(entries(line)) == [slug]
        assert f"(read as {read_as})" in said(line)

    @pytest.mark.parametrize(
        ("line", "candidate"),
        [("squta 2x5", "Squat"), ("plonk 1x30s", "Plank"), ("run5km", "Run"), ("dedlit 2x5", "Deadlift")],
    )
    def test_one_that_is_not_clear_is_refused_with_candidates(self, line, candidate, refused):
        doubt = refused(line)
        assert candidate in doubt.candidates
        assert candidate in doubt.sentence

    def test_a_word_behind_an_exact_name_is_not_taken_for_part_of_one(self, refused):
        assert refused("squat heavy 2x5").sentence.startswith("'heavy' is not understood after 'squat'")
        assert refused("run 5km fast").sentence.startswith("'fast' is not understood after 'run 5km'")

    @pytest.mark.parametrize(
        ("line", "lost"),
        [
            ("bench press60 3x8", "press60"),
            ("running5 28:30", "running5"),
            ("overhead press kg 3x5", "kg"),
            ("single-leg romanian deadlift left 3x8", "left"),
            ("squat \N{FLEXED BICEPS} 3x5", "\N{FLEXED BICEPS}"),
        ],
    )
    def test_nothing_that_was_said_is_lost_in_one(self, line, lost, refused):
        doubt = refused(line)
        assert doubt.line[doubt.start : doubt.end] == lost

    def test_two_that_are_equally_near_are_refused_with_both(self, writer):
        from journal.entry import NotUnderstood

        own = catalogue(
            [
                OwnExercise(slug="wall-march-a", name="Wall march a"),
                OwnExercise(slug="wall-march-b", name="Wall march b"),
            ]
        )
        with pytest.raises(NotUnderstood) as caught:
            parse("wall march c 1x5", replace(writer, catalogue=own))
        assert set(caught.value.candidates) == {"Wall march a", "Wall march b"}

    def test_the_words_of_other_entries_are_candidates_too_but_never_taken(self, refused):
        assert refused("watr 300").candidates[0] == "water"
        assert refused("pian knee 3").candidates[0] == "pain"

    @pytest.mark.parametrize(
        ("line", "meant"),
        [
            ("fever", ("symptom fever",)),
            ("no fever", ("symptom fever no",)),
            ("weak leg left", ("symptom leg-weakness",)),
            ("knee pain 3", ("pain knee",)),
            ("my left knee hurts", ("pain left knee",)),
            ("lower back: 4", ("pain lower back",)),
            ("back pain 4", ("pain lower back", "pain mid back", "pain upper back")),
            ("wather 300", ("water",)),
            ("slept 8", ("sleep",)),
        ],
    )
    def test_what_was_meant_for_another_entry_is_answered_with_that(self, line, meant, refused):
        assert refused(line).candidates == meant

    @pytest.mark.parametrize(
        "name", ["last monday water", "tomorrow run", "this morning water", "an hour ago water"]
    )
    def test_an_unknown_time_is_answered_with_times(self, name, refused):
        assert refused(name).sentence == (
            f"'{name}' is not known: a time stands before its entry, such as yesterday 18:00, mon, 7:30 or 2h ago"
        )

    def test_a_name_unlike_any_says_what_could_stand_there(self, refused):
        assert refused("ζ ξ").sentence.startswith("'ζ ξ' is not known: ")

    @pytest.mark.parametrize("line", ["2x5 100kg", "@8", "-20kg", "100"])
    def test_an_entry_begins_with_a_word(self, line, refused):
        assert "here could stand an exercise, or pain, water" in refused(line).sentence

    def test_no_near_miss_is_taken_where_the_rest_is_refused(self, refused):
        assert refused("squatt 100x5").sentence == "100 sets? the weight is written 100kg"
