"""Which dates count as recorded, and what that was known to be at an instant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from journals import CATALOGUE, checkin, drink, pain, when, workout

from journal.analysis.coverage import covered_at, covered_days
from journal.analysis.frames import Frames


@pytest.mark.parametrize(
    ("recorded", "covered"),
    [
        ([], []),
        ([5], [5]),
        ([5, 6], [5, 6]),
        ([5, 9], [5, 6, 7, 8, 9]),
        ([5, 10], [5, 10]),
        ([1, 3, 10, 12], [1, 2, 3, 10, 11, 12]),
    ],
)
def test_gaps_of_three_dates_between_records_are_covered(recorded, covered):
    assert sorted(covered_days(recorded)) == covered


def test_a_date_is_known_from_its_first_record():
    recorded_from = {10: 1000, 12: 3000, 13: 2000}

    (before, after) = covered_at(recorded_from, [(13, 2500), (13, 3000)], 5).tolist()

    assert before == [False, True, True, True, True]
    assert after == [False, True, True, True, True]
    assert covered_at(recorded_from, [(13, 1500)], 5).tolist() == [[False, True, False, False, False]]


@given(
    st.dictionaries(st.integers(0, 40), st.integers(0, 100), max_size=20),
    st.lists(st.tuples(st.integers(0, 40), st.integers(0, 100)), max_size=5),
    st.integers(1, 20),
)
def test_it_is_what_the_dates_known_by_then_cover(recorded_from, points, width):
    rows = covered_at(recorded_from, points, width).tolist()

    for (day, instant), row in zip(points, rows, strict=True):
        known = {one for one, since in recorded_from.items() if since <= instant}
        # A date after the last of the window closes no gap in it.
        expected = covered_days(one for one in known if one <= day)
        assert row == [one in expected for one in range(day - width + 1, day + 1)]


def test_every_kind_of_record_covers_its_local_date():
    records = [
        *workout("2026-11-02 23:30-05:00", ("squat", 1, 5, 100)),
        pain("2026-11-10 00:30+09:00"),
        drink("2026-11-20 12:00", 250),
        checkin("2026-11-25", at=when("2026-11-26 09:00")),
        checkin("2026-11-30", stress=3),
    ]

    frames = Frames.of(records, CATALOGUE)

    days = {when(f"2026-11-{day:02} 12:00").toordinal(): day for day in range(1, 31)}
    assert sorted(days[day] for day in frames.recorded_days) == [2, 10, 20, 25, 30]
    known = {days[day]: instant for day, instant in frames.recorded_from.items()}
    assert known[25] == when("2026-11-26 09:00").timestamp()
    assert known[30] == when("2026-11-30 07:00").timestamp()


def test_a_bare_date_reaches_seven_by_the_clock_of_the_newest_record():
    east, west = pain("2026-11-19 12:00+09:00"), pain("2026-11-19 23:00-05:00")
    bare = checkin("2026-11-20", stress=3)

    def known_at(*records):
        (row,) = Frames.of([*records, bare], CATALOGUE).checkins
        return row.ts

    assert known_at() == when("2026-11-20 07:00+00:00").timestamp()
    assert known_at(east) == when("2026-11-20 07:00+09:00").timestamp()
    # By the time of the record from the west it had been seven in the east.
    assert known_at(east, west) == when("2026-11-20 07:00+09:00").timestamp()
    assert known_at(west) == when("2026-11-20 07:00-05:00").timestamp()
