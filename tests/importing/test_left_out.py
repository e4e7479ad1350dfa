"""Rows that became no record, told by their reasons."""

from journal.importing.left_out import by_reason, number_of
from journal.interchange import Skipped
from journal.interchange.imported import Alike

DOUBLE = Alike("double", "doubles")


def test_a_reason_is_told_once_with_its_count_and_its_first_lines():
    rests = [Skipped(line, "rest timer") for line in (3, 5, 7, 9)]
    rows = [
        *rests[:2],
        Skipped(6, "empty set"),
        *rests[2:],
        Skipped(0, "12 notes"),
        Skipped(8, "a"),
        Skipped(9, "a"),
    ]
    assert [one.sentence for one in by_reason(rows)] == [
        "4 × rest timer (lines 3, 5, 7, ...)",
        "line 6: empty set",
        "12 notes",
        "2 × a (lines 8, 9)",
    ]


def test_sessions_with_reasons_of_their_own_are_counted_as_one_matter_with_some_named():
    rows = [
        Skipped(line, f"looks like {name}", alike=DOUBLE) for line, name in enumerate("aabbaccd", start=2)
    ]
    (found,) = by_reason(rows)
    assert (found.sentence, found.examples(2)) == (
        "4 doubles",
        ["looks like a", "looks like b", "and 2 more"],
    )
    assert found.examples(4) == [f"looks like {name}" for name in "abcd"]
    assert by_reason(rows[:2])[0].sentence == "1 double"
    assert (number_of(rows, DOUBLE), number_of([Skipped(2, "rest timer")], DOUBLE)) == (4, 0)


def test_thousands_are_told_with_commas():
    assert by_reason([Skipped(0, "a")] * 1200)[0].sentence == "1,200 × a"
