"""What was told of a pain beside its scores, and where it is going."""

import pytest
from journals import CATALOGUE, pain, when

from journal.analysis.frames import Frames
from journal.analysis.pain.described import Trend, described, trend


def episode_of(scores, **more):
    """An episode with one entry a day at 20:00."""
    records = [pain(f"2026-11-{day:02} 20:00", score=score, **more) for day, score in enumerate(scores, 10)]
    frames = Frames.of(records, CATALOGUE)
    return frames.episodes[0], int(when("2026-11-30 20:00").timestamp())


@pytest.mark.parametrize(
    ("scores", "expected"),
    [
        ([6, 5, 4], Trend.EARLY),
        ([6, 5, 4, 3, 3], Trend.BETTER),
        ([3, 4, 5, 6, 6], Trend.WORSE),
        ([4, 4, 4, 5, 5], Trend.SAME),
        ([1, 1, 1, 2, 3], Trend.SAME),
        ([1, 1, 1, 3, 3], Trend.WORSE),
    ],
)
def test_the_first_day_is_compared_with_the_last_two(scores, expected):
    assert trend(*episode_of(scores)) is expected


def test_words_are_counted_the_most_frequent_first():
    records = [
        pain("2026-11-10 08:00", qualities=("sharp", "dull"), context="during"),
        pain("2026-11-11 08:00", qualities=("dull",), context="on-waking", mechanism="none"),
        pain("2026-11-12 08:00", context="on-waking", mechanism="lift"),
    ]
    told = described(Frames.of(records, CATALOGUE).pain)
    assert told.qualities == (("dull", 2), ("sharp", 1))
    assert told.contexts == (("on-waking", 2), ("during", 1))
    assert told.mechanisms == (("lift", 1),)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ([], ""),
        (["none"], "none"),
        (["none", "thigh", "buttock"], "thigh"),
        (["below-knee", "none"], "below-knee"),
    ],
)
def test_the_farthest_that_it_ran_is_told_and_silence_is_no_denial(given, expected):
    records = [pain(f"2026-11-{day} 08:00", radiates_to=word) for day, word in enumerate(given, 10)]
    assert described(Frames.of([*records, pain("2026-11-20 08:00")], CATALOGUE).pain).radiates_to == expected


@pytest.mark.parametrize(
    ("given", "expected"), [([None], None), ([None, False], False), ([False, True, False], True)]
)
def test_an_answer_is_yes_when_it_was_yes_once_and_no_only_when_somebody_said_so(given, expected):
    records = [pain(f"2026-11-{day} 08:00", swelling=answer) for day, answer in enumerate(given, 10)]
    assert described(Frames.of(records, CATALOGUE).pain).swelling is expected
