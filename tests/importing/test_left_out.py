"""Rows that became no record, told by their reasons."""

from journal.importing.left_out import by_reason
from journal.interchange import Skipped


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
