"""When a pain counts as one episode, when it began, when it was over, and whether it got better."""

from datetime import timedelta

import pytest
from journals import CATALOGUE, pain, run, when, workout

from journal.analysis.frames import Frames
from journal.analysis.pain.episodes import Episode

START = "2026-11-09 18:00"


def at(hours, minutes=0):
    return when(START) + timedelta(hours=hours, minutes=minutes)


def after(hours, minutes=0):
    return f"{at(hours, minutes):%Y-%m-%d %H:%M}"


def ts(hours, minutes=0):
    return int(at(hours, minutes).timestamp())


def written(*entries, region="lower-back", **more):
    """Entries of (hours after the start, score)."""
    return [pain(after(hours), region, score, **more) for hours, score in entries]


def episodes(*records, until=None):
    return Frames.of(records, CATALOGUE, until=until).episodes


def scores(found: Episode):
    return [entry.score for entry in found.entries]


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        ([(0, 4), (72, 4)], [[4, 4]]),
        ([(0, 4), (73, 4)], [[4], [4]]),
        ([(0, 4), (10, 0), (34, 4)], [[4, 0], [4]]),
        ([(0, 4), (10, 0), (33, 4)], [[4, 0, 4]]),
        ([(0, 4), (10, 0), (20, 0), (33, 4)], [[4, 0, 0, 4]]),
        ([(0, 4), (10, 0), (20, 0), (34, 4)], [[4, 0, 0], [4]]),
        ([(0, 0), (10, 0)], []),
        ([(0, 0), (10, 4)], [[4]]),
        ([(0, 1)], [[1]]),
        ([], []),
    ],
)
def test_silence_of_72_hours_or_a_zero_for_24_parts_episodes(entries, expected):
    assert [scores(one) for one in episodes(*written(*entries))] == expected


@pytest.mark.parametrize(("minutes", "parts"), [(59, 1), (60, 2)])
def test_a_zero_parts_after_24_hours_to_the_minute(minutes, parts):
    records = *written((0, 4), (10, 0)), pain(after(33, minutes), score=4)

    assert len(episodes(*records)) == parts


def test_the_hours_are_elapsed_across_summer_time_and_travel():
    summer = pain("2026-10-24 12:00+02:00"), pain("2026-10-24 20:00+02:00", score=0)

    assert len(episodes(*summer, pain("2026-10-25 18:59+01:00"))) == 1
    assert len(episodes(*summer, pain("2026-10-25 19:00+01:00"))) == 2
    assert len(episodes(*summer, pain("2026-10-26 03:00+09:00"))) == 2


@pytest.mark.parametrize(
    ("entries", "closed", "end", "confirmed"),
    [
        ([(0, 4)], 72, 0, None),
        ([(0, 4), (20, 3)], 92, 20, None),
        ([(0, 4), (20, 0)], 44, 20, 44),
        ([(0, 4), (60, 0)], 72, 60, 72),
        ([(0, 4), (72, 0)], 72, 0, 72),
        ([(0, 4), (90, 0)], 72, 0, 90),
        ([(0, 4), (20, 0), (30, 4)], 102, 30, None),
    ],
)
def test_it_closes_after_silence_or_a_zero_and_only_a_zero_makes_the_end_certain(
    entries, closed, end, confirmed
):
    (found,) = episodes(*written(*entries))

    assert (found.closed_at, found.end) == (ts(closed), ts(end))
    assert found.confirmed_at == (None if confirmed is None else ts(confirmed))


@pytest.mark.parametrize(
    ("entries", "settled"),
    [
        ([(0, 4), (100, 4)], [None, None]),
        ([(0, 4), (90, 0), (100, 4)], [90, None]),
        ([(0, 4), (100, 4), (110, 0)], [134, 134]),
        ([(0, 4), (100, 4), (110, 0), (120, 4)], [None, None]),
        ([(0, 4), (100, 4), (200, 4), (300, 0)], [300, 300, 300]),
        ([(0, 4), (10, 0), (100, 4)], [34, None]),
    ],
)
def test_a_pain_that_nobody_wrote_of_has_settled_when_a_later_one_of_the_place_has(entries, settled):
    found = [one.settled_at for one in episodes(*written(*entries))]

    assert found == [None if hours is None else ts(hours) for hours in settled]


@pytest.mark.parametrize(
    ("hours_before", "believed"), [(0, True), (5, True), (14 * 24, True), (14 * 24 + 1, False)]
)
def test_an_onset_is_believed_within_14_days(hours_before, believed):
    (found,) = episodes(*written((500, 4), onset_at=at(500 - hours_before)))

    assert found.start == (ts(500 - hours_before) if believed else ts(500))


@pytest.mark.parametrize(("onset", "start"), [(9, 100), (10, 100), (11, 11)])
def test_an_onset_before_the_end_of_the_last_episode_is_not_believed(onset, start):
    _, second = episodes(*written((0, 4), (10, 0)), pain(after(100), onset_at=at(onset)))

    assert second.start == ts(start)


def test_places_are_never_joined_and_both_counts_for_left_and_right():
    found = episodes(
        *written((0, 4), region="knee", side="left"),
        *written((1, 4), region="knee", side="both"),
        *written((2, 4), region="knee"),
        *written((3, 4), region="lower-back", side="left"),
        *written((4, 4), region="lower-back", side="right"),
    )

    assert [(str(one.place), scores(one)) for one in found] == [
        ("left knee", [4, 4]),
        ("right knee", [4]),
        ("knee", [4]),
        ("lower back", [4, 4]),
    ]


def test_it_knows_at_any_instant_only_what_was_written_by_then():
    records = written((0, 4), (20, 6), (40, 6), (60, 0), (70, 2))
    (found,) = episodes(*records)

    assert not found.is_open(ts(0) - 1)
    assert found.is_open(ts(0))
    assert found.is_open(ts(83))
    assert not found.is_open(found.closed_at)
    assert [entry.score for entry in found.until(ts(40))] == [4, 6, 6]
    assert (found.peak(ts(10)).score, found.peak(ts(50)).ts) == (4, ts(20))
    assert (found.latest(ts(65)).score, found.latest(ts(0) - 1)) == (0, None)
    assert (found.observed_h(ts(65)), found.observed_h(ts(70)), found.observed_h(ts(0) - 1)) == (40, 70, 0)
    assert [entry.score for entry in found.between(ts(20), ts(60))] == [6, 6, 0]
    assert (found.next_word(ts(0)), found.next_word(ts(70))) == (ts(20), found.closed_at)
    assert found.count(ts(40)) == 3
    assert [entry.score for entry in found.painful] == [4, 6, 6, 2]


@pytest.mark.parametrize(
    ("entries", "improved"),
    [
        ([(0, 5), (24, 5), (71, 1)], None),
        ([(0, 5), (20, 5), (72, 3)], True),
        ([(0, 5), (24, 5), (72, 3)], False),
        ([(0, 5), (72, 4)], False),
        ([(0, 6), (72, 5), (100, 5)], False),
        ([(0, 3), (72, 2), (100, 2)], True),
        ([(0, 10), (72, 7), (100, 7)], True),
        ([(0, 10), (72, 8), (100, 8)], True),
        ([(0, 5), (72, 3), (100, 4)], True),
        ([(0, 5), (72, 4), (100, 4)], False),
        ([(0, 2), (20, 6), (72, 3), (100, 3)], False),
        ([(0, 5), (50, 0), (60, 5), (72, 0), (90, 5)], True),
    ],
)
def test_two_points_or_30_percent_are_an_improvement(entries, improved):
    (found,) = episodes(*written(*entries))

    assert found.improved(ts(entries[-1][0])) is improved


@pytest.mark.parametrize(
    ("more", "dull"),
    [
        ({}, True),
        ({"qualities": ["dull", "ache", "stiff", "cramp", "throbbing"]}, True),
        *(
            ({"qualities": [word]}, False)
            for word in ("sharp", "stabbing", "shooting", "burning", "tingling", "numb")
        ),
        ({"radiates_to": "none"}, True),
        ({"radiates_to": "buttock"}, False),
    ],
)
def test_dull_is_what_soreness_can_be(more, dull):
    (found,) = episodes(*written((0, 4)), *written((20, 4), **more))

    assert found.is_only_dull(ts(10))
    assert found.is_only_dull(ts(20)) is dull


SQUATS = ("squat", 3, 5, 100)
CURLS = ("dumbbell-curl", 3, 10, 10)


@pytest.mark.parametrize(
    ("trainings", "hours", "linked"),
    [
        ([workout(after(0), SQUATS)], 0.5, 0),
        ([workout(after(0), SQUATS)], 73, 0),
        ([workout(after(0), SQUATS)], 73.1, None),
        ([workout(after(0), SQUATS)], -1, None),
        ([workout(after(0), SQUATS), workout(after(20), CURLS)], 30, 0),
        ([workout(after(0), CURLS), workout(after(20), CURLS)], 30, 1),
        ([workout(after(0), SQUATS), workout(after(20), SQUATS)], 30, 1),
        ([workout(after(0), SQUATS), workout(after(20), ("bench-press", 3, 5, 60))], 30, 0),
        ([], 30, None),
    ],
    ids=[
        *("during", "72 h after its end", "later", "before it", "the one that loads the back"),
        *("the latest of any kind", "the latest that loads it", "chest does not load it", "no workout"),
    ],
)
def test_the_workout_behind_a_pain(trainings, hours, linked):
    (found,) = episodes(*(one for made in trainings for one in made), *written((hours, 4)))

    assert (found.workout and found.workout.id) == (None if linked is None else str(trainings[linked][0].id))


def test_muscles_trained_second_choose_the_workout_only_when_none_loads_the_place():
    press, curls = workout(after(0), ("bench-press", 3, 5, 60)), workout(after(20), ("leg-curl", 3, 10, 40))

    (found,) = episodes(*press, *curls, *written((30, 4), region="upper-arm", side="left"))

    assert found.workout.id == str(press[0].id)


def test_the_onset_decides_which_workout_it_was():
    first, second = run(after(0), 5), run(after(20), 5)

    (found,) = episodes(*first, *second, *written((30, 4), region="knee", onset_at=at(10)))

    assert found.workout.id == str(first[0].id)


def test_a_backdated_entry_closes_or_reopens_an_episode():
    apart = written((0, 4), (80, 4))

    assert len(episodes(*apart)) == 2
    assert len(episodes(*apart, *written((40, 4)))) == 1
    assert len(episodes(*apart, *written((40, 4), (50, 0)))) == 2


def test_it_is_the_same_whether_the_journal_ends_there_or_goes_on():
    records = written((0, 4), (20, 0), (30, 5), (90, 3), (100, 0), (130, 2))

    for hours in range(0, 140, 10):
        cut, whole = episodes(*records, until=ts(hours)), episodes(*records)
        seen = [one for one in whole if one.entries[0].ts <= ts(hours)]
        assert [one.is_open(ts(hours)) for one in cut] == [one.is_open(ts(hours)) for one in seen]
        assert [one.start for one in cut] == [one.start for one in seen]
