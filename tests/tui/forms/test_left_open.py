"""What was said in a form that was left is kept for the page and the day or entry that it was about."""

from datetime import date
from uuid import UUID

from journal.tui.forms.left_open import leave_open, take_up

DAY = ("check-in", date(2026, 11, 25))


class Open:
    """A journal that is open."""


def test_what_was_left_is_there_for_its_page_and_day_and_for_no_other():
    journal = Open()
    leave_open(journal, DAY, {"sleep": "6:45"})
    assert take_up(Open(), DAY) is None
    assert take_up(journal, ("check-in", date(2026, 11, 24))) is None
    assert take_up(journal, ("care", DAY[1])) is None
    assert take_up(journal, ("check-in", UUID(int=1))) is None
    assert take_up(journal, DAY) == {"sleep": "6:45"}


def test_what_is_taken_up_is_no_longer_kept():
    journal = Open()
    leave_open(journal, DAY, {"sleep": "6:45"})
    take_up(journal, DAY)
    assert take_up(journal, DAY) is None


def test_nothing_left_forgets_what_was_left_before():
    journal = Open()
    leave_open(journal, DAY, {"sleep": "6:45"})
    leave_open(journal, DAY, {})
    assert take_up(journal, DAY) is None
