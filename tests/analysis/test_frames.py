"""The journal as the rules read it: rows in the order of time, and what is shared made once."""

import pytest
from journals import CATALOGUE, drink, pain, workout

from journal.analysis.frames import Frames

DAY = "2026-11-20"


@pytest.mark.parametrize("turned", [False, True], ids=["as written", "turned round"])
def test_rows_stand_in_the_order_of_time_however_they_were_stored(turned):
    made = [drink(f"{DAY} {hour:02}:00", hour) for hour in (8, 10, 10, 12)]
    made[2] = drink(f"{DAY} 10:00", 11)

    frames = Frames.of(reversed(made) if turned else made, CATALOGUE)

    same_time = sorted(made[1:3], key=lambda one: str(one.id))
    assert [row.ml for row in frames.drinks] == [8, *(one.volume_ml for one in same_time), 12]


def test_what_was_not_recorded_is_none_beside_what_was():
    frames = Frames.of([pain(f"{DAY} 08:00", swelling=True), pain(f"{DAY} 09:00")], CATALOGUE)

    assert [(row.swelling, row.side, row.onset) for row in frames.pain] == [
        (True, "", None),
        (None, "", None),
    ]


def test_sums_of_sets_do_not_depend_on_the_other_workouts_or_on_the_order():
    lifts = workout(
        f"{DAY} 18:00", ("deadlift", 1, 7, 57.6), ("deadlift", 1, 10, 45.1), ("deadlift", 1, 4, 60.1)
    )
    others = [
        one for day in range(1, 20) for one in workout(f"2026-10-{day:02} 18:00", ("deadlift", 3, 7, 57.6))
    ]

    for records in (lifts, lifts[::-1], [*others, *lifts], [*lifts[::-1], *others]):
        assert Frames.of(records, CATALOGUE).bouts[-1].tonnage_kg == 1094.6


def test_what_rules_share_is_made_once_for_each_journal_and_question():
    asked = []

    def make(frames, limit):
        asked.append((frames.until, limit))
        return [limit]

    frames = Frames.of([], CATALOGUE)
    earlier = frames.cut(0)

    assert frames.once(make, 1) is frames.once(make, 1)
    assert [frames.once(make, 2), earlier.once(make, 1)] == [[2], [1]]
    assert asked == [(None, 1), (None, 2), (0, 1)]
