"""Nights out of stretches of sleep: nothing counts twice, and nothing counts that nobody slept."""

from datetime import datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from journal.interchange.health.apple_health_sleep import Stretch, nights

FIRST = datetime(2026, 11, 1, tzinfo=timezone(timedelta(hours=1)))


@st.composite
def stretches(draw: st.DrawFn) -> Stretch:
    """Any stretch of some days, of one of three sources."""
    start = FIRST + timedelta(minutes=draw(st.integers(0, 4 * 24 * 60)))
    end = start + timedelta(minutes=draw(st.integers(1, 12 * 60)))
    return Stretch(start, end, draw(st.sampled_from("ABC")), draw(st.booleans()), draw(st.integers(1, 99)))


def minutes(told: list[Stretch]) -> int:
    """Minutes in which anybody told of sleep."""
    return len({minute for one in told for minute in range(_minute(one.start), _minute(one.end))})


def _minute(moment: datetime) -> int:
    return int((moment - FIRST) / timedelta(minutes=1))


@given(st.lists(stretches(), max_size=12))
def test_no_minute_counts_twice(told):
    found, _ = nights(told)
    assert round(sum(night.hours for night in found) * 60) <= minutes(told)


@given(st.lists(stretches(), max_size=12), st.randoms())
def test_the_order_of_the_file_does_not_matter(told, random):
    shuffled = list(told)
    random.shuffle(shuffled)
    assert nights(shuffled) == nights(told)


@given(st.lists(stretches(), max_size=12))
def test_a_date_has_one_night_and_sleeping_leaves_one(told):
    found, _ = nights(told)
    days = [night.day for night in found]
    assert days == sorted(set(days))
    assert bool(found) == bool(told)
    assert all(night.hours > 0 for night in found)


@given(st.lists(stretches().map(lambda one: one._replace(source="A", staged=True)), max_size=12))
def test_of_a_single_source_every_minute_of_a_night_counts(told):
    found, naps = nights(told)
    if not naps:
        assert round(sum(night.hours for night in found) * 60) == minutes(told)
