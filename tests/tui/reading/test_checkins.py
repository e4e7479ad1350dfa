"""What a check-in page is told of the day and of the days before."""

from datetime import timedelta

import pytest

from journal.tui.reading.checkins import ALWAYS, read_checkin


@pytest.fixture
def view(store, now):
    """The view of today, or of so many days ago."""
    return lambda ago=0: read_checkin(store, None, now.date() - timedelta(days=ago))


def test_nothing_written_asks_for_sleep_weight_and_stress(view):
    found = view()
    assert (found.checkin, found.urine, dict(found.before), found.used) == (None, None, {}, ALWAYS)


def test_the_latest_answer_to_each_field_is_offered_with_its_date(view, write, now):
    write("sleep 7 stress 2", at=now - timedelta(days=3))
    write("stress 5", at=now - timedelta(days=1))
    before = view().before
    assert (before["sleep_h"].value, before["sleep_h"].day) == (7, now.date() - timedelta(days=3))
    assert before["stress"].value == 5


@pytest.mark.parametrize(
    ("ago", "offered", "used"), [(14, True, True), (15, False, True), (29, False, False)]
)
def test_an_answer_is_offered_for_two_weeks_and_its_field_asked_for_four(
    view, write, now, ago, offered, used
):
    write("sitting 6", at=now - timedelta(days=ago))
    found = view()
    assert ("sitting_h" in found.before, "sitting_h" in found.used) == (offered, used)


def test_an_answer_of_no_or_zero_is_an_answer(view, write, now):
    write("cigarettes 0", at=now - timedelta(days=1))
    assert view().before["cigarettes"].value == 0


def test_the_answers_of_the_day_itself_and_of_later_days_are_not_offered(view, write, now):
    write("stress 5")
    assert "stress" not in view().before
    assert view().checkin.stress == 5
    assert "stress" not in view(1).before


def test_the_urine_of_the_day_is_its_first_one(view, write, now):
    write("7:00 urine 5", "8:00 urine 3 first", "12:00 urine 2")
    assert view().urine.color == 3


def test_the_urine_offered_is_one_of_a_morning_when_there_are_such(view, write, now):
    write("urine 5 first", at=now - timedelta(days=2))
    write("urine 1", at=now - timedelta(days=1))
    assert view().before["color"].value == 5


def test_the_last_two_weeks_have_a_row_for_each_date(view, write, now):
    write("sleep 7 urine 4", at=now - timedelta(days=2))
    lately = view().lately
    assert [one.day for one in lately] == [now.date() - timedelta(days=ago) for ago in range(1, 15)]
    assert [dict(one.answers) for one in lately[:2]] == [{}, {"sleep_h": 7, "color": 4}]
