"""What is offered while a line is being typed: whole lines, the likeliest first."""

from dataclasses import replace

import pytest

from journal.entry import complete
from journal.exercises import catalogue
from journal.records import Alias, OwnExercise
from journal.vocabulary import DistanceUnit, MassUnit

RECENT = ["squat 2x5 100kg @8", "Water 300", "run 5km 28:30", "pain left knee 3 dull"]


@pytest.mark.parametrize(
    ("line", "first"),
    [
        ("pa", "pain"),
        ("wat", "water"),
        ("ibu", "ibuprofen"),
        ("yester", "yesterday"),
        ("pain lo", "pain lower back"),
        ("pain lower ba", "pain lower back"),
        ("pain ", "pain lower back"),
        ("pain lower ", "pain lower back"),
        ("pain lumb", "pain lumbar"),
        ("pain lower back 4 sh", "pain lower back 4 sharp"),
        ("pain lower back 4 to ", "pain lower back 4 to buttock"),
        ("pain lower back 4 to th", "pain lower back 4 to thigh"),
        ("pain lower back 4 no p", "pain lower back 4 no pop"),
        ("ice lo", "ice lower back"),
        ("ice lower back wr", "ice lower back wrapped"),
        ("water 3", "water 3ml"),
        ("water 2 cu", "water 2 cups"),
        ("ibuprofen 400", "ibuprofen 400mg"),
        ("ice 15", "ice 15min"),
        ("session 55", "session 55min"),
        ("session yo", "session yoga"),
        ("session 55min ro", "session 55min row"),
        ("pain knee le", "pain knee left"),
        ("pain knee ", "pain knee left"),
        ("pain knee left ", "pain knee left dull"),
        ("ice knee r", "ice knee right"),
        ("b", "bench press"),
        ("squat 3x5; be", "squat 3x5; bench press"),
        ("wal", "walk"),
        ("squat 3x5 100 @", "squat 3x5 100 @7"),
        ("session 55min @", "session 55min @7"),
        ("run 5km 28", "run 5km 28min"),
        ("symptom leg", "symptom leg-numbness"),
        ("symptom leg w", "symptom leg-weakness"),
        ("symptom leg-weakness ", "symptom leg-weakness left"),
        ("sleep 7 st", "sleep 7 stress"),
        ("sleep 7 on s", "sleep 7 on side"),
        ("romanian d", "romanian deadlift"),
        ("bench p", "bench press"),
        ("squat 2x5 100", "squat 2x5 100kg"),
        ("squat 2x5 100kg w", "squat 2x5 100kg warmup"),
        ("run 5", "run 5km"),
        ("run 5km tra", "run 5km track"),
        ("yesterday 18:00 pain lo", "yesterday 18:00 pain lower back"),
        ("water 300; pain kn", "water 300; pain knee"),
        ("Pain Lower Ba", "Pain lower back"),
    ],
)  # fmt: skip
def test_the_likeliest_comes_first(line, first, writer):
    assert complete(line, writer)[0] == first


@pytest.mark.parametrize(
    ("line", "first"),
    [
        ("s", "squat 2x5 100kg @8"),
        ("squat ", "squat 2x5 100kg @8"),
        ("wat", "Water 300"),
        ("yesterday ru", "yesterday run 5km 28:30"),
        ("water; ru", "water; run 5km 28:30"),
        ("", "squat 2x5 100kg @8"),
    ],
)
def test_what_was_logged_lately_comes_before_it(line, first, writer):
    assert complete(line, writer, RECENT)[0] == first


def test_exercises_done_lately_come_before_others(writer):
    assert complete("seated ", writer)[0] != "seated cable row"
    offers = complete("seated ", writer, ["seated cable row 2x8 50kg"])
    assert offers[:2] == ["seated cable row 2x8 50kg", "seated row"] or "row" in offers[1]


def test_names_with_a_later_word_that_begins_so_are_offered_too(writer):
    assert "overhead press" in complete("overh", writer)
    assert any(offer.endswith(" press") for offer in complete("press", writer))


def test_own_exercises_and_aliases_are_offered(writer):
    own = catalogue(
        [OwnExercise(slug="zercher-carry", name="Zercher Carry")], [Alias(name="ohp2", slug="squat")]
    )
    mine = replace(writer, catalogue=own)
    assert complete("zercher c", mine) == ["zercher carry"]
    assert complete("ohp2", mine) == []  # it stands there already
    assert complete("ohp", mine)[-1] == "ohp2"


def test_units_are_offered_with_the_writers_first(writer):
    mine = replace(writer, weight_unit=MassUnit.LB, distance_unit=DistanceUnit.MI)
    assert complete("squat 2x5 135", mine) == ["squat 2x5 135lb", "squat 2x5 135kg"]
    assert complete("run 3", mine) == ["run 3mi", "run 3km", "run 3min"]


def test_nothing_is_offered_in_a_note_or_for_the_unknown(writer):
    assert complete("water // wat", writer) == []
    assert complete("pain lower back 4 xyz", writer) == []
    assert complete("pain lower back 4 3", writer) == []


def test_an_empty_line_offers_where_to_begin(writer):
    assert complete("", writer)[:3] == ["pain", "water", "session"]
    assert complete("yesterday ", writer)[:2] == ["yesterday pain", "yesterday water"]


@pytest.mark.parametrize("word", ["water", "sleep", "pain"])
def test_a_whole_word_of_the_grammar_is_no_beginning_of_an_exercise(word, writer):
    assert not [line for line in complete(word, writer) if not line.startswith(word) or " " in line]
