"""Which words of a call belong to one line of quick entry."""

import pytest

from journal.cli.words import lines_of


@pytest.mark.parametrize(
    ("arguments", "lines"),
    [
        ([], []),
        (["", "  "], []),
        (["water"], ["water"]),
        (["water", "300"], ["water 300"]),
        (["water 300"], ["water 300"]),
        (["water 300", "urine 3"], ["water 300", "urine 3"]),
        (["water", "urine 3"], ["water", "urine 3"]),
        (["water 300; urine 3"], ["water 300; urine 3"]),
        (["squat", "2x5", "100kg", "//", "felt", "good"], ["squat 2x5 100kg // felt good"]),
        (["squat", "2x5", "100kg", "//", "felt good"], ["squat 2x5 100kg // felt good"]),
        (["squat", "2x5", "100kg", "// felt good"], ["squat 2x5 100kg // felt good"]),
        (["squat 2x5 100kg", "// felt good"], ["squat 2x5 100kg // felt good"]),
        (["squat 2x5 100kg", "//", "felt good"], ["squat 2x5 100kg // felt good"]),
        (["squat 2x5 100kg", "//felt", "good"], ["squat 2x5 100kg //felt good"]),
        (["squat 2x5 100kg", "// good", "water 300"], ["squat 2x5 100kg // good", "water 300"]),
        (["water", "// cold one", "pain left knee 3"], ["water // cold one", "pain left knee 3"]),
        (["water", "//", "cold one", "urine 3"], ["water // cold one", "urine 3"]),
        (["// only"], ["// only"]),
    ],
)
def test_a_quoted_argument_is_a_line_and_a_note_belongs_to_the_line_before_it(arguments, lines):
    assert lines_of(arguments) == lines


def test_bytes_that_the_locale_cannot_read_are_taken_for_utf_8():
    assert lines_of(["water", "//", "gr\udcc3\udcbc\udcc3\udc9fe"]) == ["water // grüße"]


def test_bytes_that_are_no_text_at_all_are_seen():
    assert lines_of(["water // a\udcffb"]) == ["water // a\ufffdb"]
