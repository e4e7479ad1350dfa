"""What a refusal carries: the sentence, the words at fault, and what was understood before them."""

import pytest

from journal.entry import NotUnderstood, parse
from journal.errors import Refused


def test_it_is_a_refusal_of_the_program(refused):
    assert isinstance(refused("water 2"), Refused)


def test_it_marks_the_words_at_fault(refused):
    for line, fault in [
        ("water 2", "2"),
        ("yesterday 9:00  pain  back 4", "back"),
        ("squat 5x5 @100", "@100"),
        ("squat 2x5 60kg 2x3", "60kg"),
        ("water; 23:50 tea", "23:50"),
        ("curl 22,5 8", "22,5"),
        ("bnech 2x8", "bnech"),
        ("pain lower back 4 to knee", "knee"),
        ("pain lower  back", "lower  back"),
    ]:
        doubt = refused(line)
        assert doubt.line[doubt.start : doubt.end] == fault, line


def test_it_tells_what_came_before(refused):
    doubt = refused("water 300; coffee; pain back 4; tea")
    assert [one.words for one in doubt.understood] == ["water 300 ml", "coffee 250 ml"]
    assert doubt.sentence == "'back' is not one place: lower back, mid back, upper back?"
    assert str(doubt) == f"{doubt.sentence} (understood before it: water 300 ml; coffee 250 ml)"


def test_with_nothing_before_it_is_the_sentence_alone(refused):
    assert str(refused("water 2")) == "2 what: glasses, cups or l?"


@pytest.mark.parametrize("line", ["", "   ", ";", " ; ; ", "// a note", "; // a note"])
def test_a_line_without_an_entry_is_refused(line, refused):
    assert refused(line).sentence.startswith("the line has no entry: write such as squat 2x5 100kg")


def test_empty_entries_between_others_are_passed_over(entries):
    assert len(entries("water; ;coffee;")) == 2


def test_what_is_not_accepted_by_the_record_is_refused_as_a_doubt(refused):
    assert "sets.weight_kg" in refused("squat 1x5 3000kg").sentence
    assert "workouts.duration_min" in refused("yoga 2000h").sentence


@pytest.mark.parametrize(
    ("line", "fault", "sentence"),
    [
        ("water yesterday", "yesterday", "is a time, which stands before its entry: 'yesterday water'"),
        ("tea; water at 7:00", "at 7:00", "is a time, which stands before its entry: '7:00 water'"),
        (
            "squat 3x5 100 mon 7:00",
            "mon 7:00",
            "is a time, which stands before its entry: 'mon 7:00 squat 3x5 100'",
        ),
        ("7:00 water mon", "mon", "is a time, which stands before its entry: 'mon 7:00 water'"),
    ],
)
def test_a_time_behind_its_entry_is_told_its_place(line, fault, sentence, refused):
    doubt = refused(line)
    assert doubt.line[doubt.start : doubt.end] == fault
    assert doubt.sentence == f"'{fault}' {sentence}"


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("squat 5x5 100kg, bench 5x5 80kg", "bench"),
        ("stress 4 water 300", "water"),
        ("pain knee 3 ice 15m", "ice"),
        ("water 300 coffee", "coffee"),
    ],
)
def test_a_second_entry_is_told_its_place(line, fault, refused):
    doubt = refused(line)
    assert doubt.line[doubt.start : doubt.end] == fault
    assert doubt.sentence.endswith("stands after ;")
    assert doubt.sentence.count("stands after") == 1


def test_long_and_odd_words_are_shown_short_and_clean(writer):
    with pytest.raises(NotUnderstood) as caught:
        parse(f"pain knee 4 {'x' * 200}", writer)
    assert f"'{'x' * 37}...'" in caught.value.sentence
    with pytest.raises(NotUnderstood) as caught:
        parse("pain knee 4 \x1b[31mred\u202e", writer)
    assert "\x1b" not in str(caught.value)
    assert caught.value.line == "pain knee 4 [31mred"
    assert "'[31mred'" in caught.value.sentence


class TestNotes:
    def test_the_note_goes_to_every_entry_and_keeps_its_case(self, entries):
        care, pain, run = entries("ICE; Pain Knee 3; Run 5km // Felt OK; really // Yes")
        assert care.note == pain.note == run.workout.note == "Felt OK; really // Yes"

    def test_a_checkin_and_its_urine_both_get_it(self, entries):
        assert [one.note for one in entries("sleep 7 urine 3//x")] == ["x", "x"]

    def test_an_empty_note_is_none(self, entry):
        assert entry("ice //  ").note == ""


def test_a_letter_whose_small_form_is_two_does_not_move_the_words_at_fault(refused):
    doubt = refused("water 300 \N{LATIN CAPITAL LETTER I WITH DOT ABOVE} cold")
    assert doubt.line[doubt.start : doubt.end] == "\N{LATIN CAPITAL LETTER I WITH DOT ABOVE}"


def test_lines_are_case_blind(said):
    for line in (
        "squat 2x5 100kg @8",
        "pain lower back left 4 sharp to thigh",
        "yesterday 9:00 water 0,5l",
        "sleep 7h30",
    ):
        assert said(line.upper()) == said(line) == said(line.title())
