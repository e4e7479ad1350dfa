"""What was typed in a check-in that was left is kept by its day, while the journal is open."""

from datetime import date

from journal.tui.forms.left_open import leave_open, left_open

DAY = date(2026, 11, 25)


class Open:
    """A journal that is open."""


def test_what_was_left_is_there_for_its_day_and_for_no_other():
    journal = Open()
    leave_open(journal, DAY, {"sleep": "6:45"})
    assert left_open(journal, DAY) == {"sleep": "6:45"}
    assert left_open(journal, date(2026, 11, 24)) == {}
    assert left_open(Open(), DAY) == {}


def test_nothing_left_forgets_what_was_left_before():
    journal = Open()
    leave_open(journal, DAY, {"sleep": "6:45"})
    leave_open(journal, DAY, {})
    assert left_open(journal, DAY) == {}
