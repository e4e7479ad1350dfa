"""Sets: how loads, repetitions and commas belong together."""

from dataclasses import replace

import pytest

from journal.entry import NotUnderstood, parse
from journal.vocabulary import MassUnit


def sets_of(entry):
    return [(one.reps if one.reps is not None else f"{one.duration_s}s", one.weight_kg) for one in entry.sets]


@pytest.mark.parametrize(
    ("line", "sets"),
    [
        ("squat 2x5", [(5, None)] * 2),
        ("squat 2 x 5", [(5, None)] * 2),
        ("squat 2×5 100 kg", [(5, 100)] * 2),
        ("squat 2X5 100KG", [(5, 100)] * 2),
        ("squat 100kg 2x5", [(5, 100)] * 2),
        ("squat 2x5, 100kg", [(5, 100)] * 2),
        ("squat: 2x12, 100", [(12, 100)] * 2),
        ("squat 100 2x5", [(5, 100)] * 2),
        ("squat 100 5", [(5, 100)]),
        ("squat 100kg 5", [(5, 100)]),
        ("squat 100kg 5,4,3", [(5, 100), (4, 100), (3, 100)]),
        ("squat 100kg 5/4/3", [(5, 100), (4, 100), (3, 100)]),
        ("squat 100 5,4", [(5, 100), (4, 100)]),
        ("pull up 8,7,6", [(8, None), (7, None), (6, None)]),
        ("pull up 8/7/6", [(8, None), (7, None), (6, None)]),
        ("pull up 8/7", [(8, None), (7, None)]),
        ("pull up +10 5,5", [(5, 10), (5, 10)]),
        ("pull up 2x5 +2,5kg", [(5, 2.5)] * 2),
        ("dip −20kg 8", [(8, -20)]),
        ("dip 1x8 –20kg", [(8, -20)]),
        ("squat 1x5 60kg 1x5 80kg 2x3 100kg", [(5, 60), (5, 80), (3, 100), (3, 100)]),
        ("squat 60kg 1x5 80kg 1x5", [(5, 60), (5, 80)]),
        ("squat 60 5 80kg 3", [(5, 60), (3, 80)]),
        ("squat 2x5 2x3 100kg", [(5, None), (5, None), (3, 100), (3, 100)]),
        ("pull up 10kg 1x5 1x8", [(5, 10), (8, None)]),
        ("curl 22.5 8", [(8, 22.5)]),
        ("curl 22,5 kg 8", [(8, 22.5)]),
        ("curl 1x8 22,5 1x6 20kg", [(8, 22.5), (6, 20)]),
        ("squat 0kg 5", [(5, 0)]),
        ("squat 1x0 100kg", [(0, 100)]),
        ("plank 2x45s", [("45s", None)] * 2),
        ("plank 2x45 sec", [("45s", None)] * 2),
        ("plank 1x45s 10kg", [("45s", 10)]),
        ("squat 20x5", [(5, None)] * 20),
        ("box jump 3x5", [(5, None)] * 3),
        ("cat cow 2x10", [(10, None)] * 2),
    ],
)
def test_sets_and_their_loads(line, sets, entry):
    session = entry(line)
    assert sets_of(session) == sets
    assert session.workout.kind == "strength"
    assert [one.position for one in session.sets] == list(range(1, len(sets) + 1))
    assert {one.workout_id for one in session.sets} == {session.workout.id}


@pytest.mark.parametrize("pounds", ["225lb", "225lbs", "225 pounds"])
def test_pounds_are_kept_to_the_gram(pounds, entry):
    assert entry(f"squat 1x5 {pounds}").sets[0].weight_kg == 102.058


@pytest.mark.parametrize("kilos", ["60kg", "60 kgs", "60 kilos"])
def test_kilograms_go_by_their_names(kilos, entry):
    assert entry(f"squat 1x5 {kilos}").sets[0].weight_kg == 60


def test_a_bare_load_is_in_the_writers_unit(writer):
    pounds = replace(writer, weight_unit=MassUnit.LB)
    (one,) = parse("squat 1x5 225", pounds)
    assert one.entry.sets[0].weight_kg == 102.058
    assert one.words == "squat, 1 × 5 × 225 lb"


@pytest.mark.parametrize(
    ("line", "kinds"),
    [
        ("squat 1x5 60kg warmup 2x5 100kg", ["warmup", None, None]),
        ("squat 60kg 5 warm-up 100kg 5 failure", ["warmup", "failure"]),
        ("squat 1x5 100kg 1x8 80kg drop", [None, "drop"]),
        ("squat 2x5 warmup 60kg 5", ["warmup", "warmup", None]),
        ("pull up 8,7,6 failure", ["failure"] * 3),
    ],
)
def test_a_word_behind_a_group_says_what_it_was_for(line, kinds, entry):
    assert [one.kind for one in entry(line).sets] == kinds


def test_the_rpe_is_that_of_every_set_of_the_line(entry):
    assert [one.rpe for one in entry("squat 1x5 60kg 2x5 100kg @ 7,5").sets] == [7.5, 7.5, 7.5]


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("squat", "the sets are missing: write 2x5 100kg, 100kg 5,4 or 2x45s"),
        ("squat @8", "the sets are missing: write 2x5 100kg, 100kg 5,4 or 2x45s"),
        ("squat 100", "'100': a weight (100kg) or reps (1x100)?"),
        ("pull up 8", "'8': a weight (8kg) or reps (1x8)?"),
        ("squat 100kg", "'100kg' has no sets: write 2x5 100kg, or 100kg 5,4"),
        ("squat 21x5", "21 sets? the weight is written 21kg"),
        ("squat 0x5", "0 sets? the weight is written 0kg"),
        ("squat 100 5 5", "'5': a second weight needs its unit (5kg), and more sets are written 5,5"),
        ("squat 60kg 5 80 3", "'80': a second weight needs its unit (80kg), and more sets are written 5,5"),
        (
            "pull up +10 5 +15 5",
            "'+15': a second weight needs its unit (+15kg), and more sets are written 5,5",
        ),
        ("squat 2x5 60kg 2x3", "'60kg': the weight of '2x5' or of '2x3'? part the two by ;"),
        ("squat 2x5 100kg 5", "'100kg': the weight of '2x5' or of '5'? part the two by ;"),
        (
            "squat 2x5 60kg warmup 2x5 100kg 2x3 1x1",
            "'100kg': the weight of '2x5' or of '2x3'? part the two by ;",
        ),
        ("squat 100kg 2x5 80kg", "'80kg' has no sets: write 2x5 80kg, or 80kg 5,4"),
        ("squat 5,4,3 100kg", "'100kg' has no sets: write 2x5 100kg, or 100kg 5,4"),
        ("squat 2x5 100kg 80kg", "'80kg' has no sets: write 2x5 80kg, or 80kg 5,4"),
        ("squat warmup 1x5", "'warmup' stands after its sets: 1x5 60kg warmup"),
        ("squat 1x5 warmup drop", "'drop' stands after its sets: 1x5 60kg drop"),
        ("squat 2x5 @8 100kg", "'@8' stands once and at the end, for all the sets of the line"),
        ("squat 2x5 @8 @9", "'@8' stands once and at the end, for all the sets of the line"),
        ("squat 2x5 @10.5", "'@10.5': RPE is 0 to 10; a weight is written 10.5kg"),
        # one comma: neither a unit, nor an NxM, nor a load before it
        ("curl 22,5 8", "'22,5': a weight (22.5kg) or two sets (22/5)?"),
        ("pull up 8,7", "'8,7': a weight (8.7kg) or two sets (8/7)?"),
        ("squat 100kg 5 5,3", "'5,3': a weight (5.3kg) or two sets (5/3)?"),
        # one comma: both an NxM and a load before it
        ("squat 60kg 2x5 80kg 5,3", "'5,3': a weight (5.3kg) or two sets (5/3)?"),
        ("squat 1x5 100kg 5,4", "'5,4': a weight (5.4kg) or two sets (5/4)?"),
    ],
)
def test_doubts(line, sentence, refused):
    assert refused(line).sentence == sentence


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("60kgx8", "'60kgx8': a weight and its reps are written 60kg 8"),
        ("60 kg x 8", "'60 kg x 8': a weight and its reps are written 60kg 8"),
        ("3x8x60", "'3x8x60': write 3x8 60kg"),
        ("3 x 8 x 62,5lb", "'3 x 8 x 62,5lb': write 3x8 62,5lb"),
        ("8x60kg", "'8x60kg': 8 reps (write 60kg 8) or 8 sets (write 8x5 60kg)?"),
        ("3x40m", "'3x40m': sets are of reps or seconds: 3x5 or 3x45s"),
        ("2x1min", "'2x1min': sets are of reps or seconds: 3x5 or 3x45s"),
        ("3 sets of 5", "'3 sets of': sets and reps are written 3x5, or 5 behind a weight"),
        ("100kg 5 reps", "'5 reps': sets and reps are written 3x5, or 5 behind a weight"),
        ("100kg 5, 4, 3", "'5, 4, 3': a list of reps has no spaces: 5,4,3"),
        ("3x8 bw", "'bw': body weight alone has no weight behind it; more is written +10kg"),
        ("60s", "'60s': a set held for a time is written 1x60s"),
        ("1:00", "'1:00': a set held for a time is written 1x60s"),
        ("3x8 - 20kg", "'- 20kg': write -20kg, or 20kg without the sign"),
        ("- 20 3x8", "'- 20': write -20, or 20 without the sign"),
        ("3x8 @ 60kg", "'@ 60kg': RPE is 0 to 10; a weight is written 60kg"),
        ("3x8 RPE 8", "'RPE 8' is written @8"),
    ],
)
def test_spellings_of_other_books_are_answered_with_the_one_that_is_read(words, sentence, refused):
    doubt = refused(f"pull-up {words}")
    assert doubt.sentence == sentence
    assert sentence.startswith(f"'{doubt.line[doubt.start : doubt.end]}'")


def test_a_time_behind_sets_is_no_set(refused):
    assert refused("squat 3x5 100kg 2min").sentence.startswith(
        "'2min' is not understood after 'squat 3x5 100kg'"
    )


@pytest.mark.parametrize("word", ["5/4,3", "40m", "1,2,3kg", "5.5x3", "heavy", "100stone", "-", "--"])
def test_what_is_no_set_is_named(word, refused):
    doubt = refused(f"squat {word}")
    assert doubt.sentence.startswith(
        f"'{word}' is not understood after 'squat': here could stand sets such as 2x5"
    )
    assert doubt.line[doubt.start : doubt.end] == word


def test_doubts_are_in_the_writers_unit(writer):
    with pytest.raises(NotUnderstood, match=r"100 sets\? the weight is written 100lb"):
        parse("squat 100x5", replace(writer, weight_unit=MassUnit.LB))
