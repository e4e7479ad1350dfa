"""Until when a flag is put aside: a span, tomorrow, a weekday or a date; and what is none of these."""

from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from journal.errors import Refused
from journal.tui.forms.snoozing import until_of

ZONE = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 25, 18, 30, tzinfo=timezone(timedelta(hours=1)))
"""A Wednesday."""


@pytest.mark.parametrize(
    ("text", "until"),
    [
        ("12h", "2026-11-26 06:30"),
        ("3d", "2026-11-28 18:30"),
        (" 2W ", "2026-12-09 18:30"),
        ("tomorrow", "2026-11-26 00:00"),
        ("thu", "2026-11-26 00:00"),
        ("Wednesday", "2026-12-02 00:00"),
        ("tue", "2026-12-01 00:00"),
        ("2026-12-24", "2026-12-24 00:00"),
        ("20261224", "2026-12-24 00:00"),
    ],
)
def test_a_span_counts_from_now_and_a_day_from_its_beginning(text, until):
    assert until_of(text, NOW, ZONE).strftime("%Y-%m-%d %H:%M") == until


def test_a_day_begins_on_the_clock_of_that_day():
    assert until_of("2027-06-01", NOW, ZONE).utcoffset() == timedelta(hours=2)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("soon", "'soon' is not accepted; write a span such as 12h, 3d or 2w"),
        ("3", "'3' is not accepted"),
        ("400d", "'400d' is not accepted"),
        ("2026-02-31", "'2026-02-31' is not accepted"),
        ("2026-11-25", "Wed 25 Nov 2026 is not accepted; write a day to come, within a year"),
        ("2026-01-01", "write a day to come"),
        ("2029-01-01", "within a year"),
    ],
)
def test_what_is_no_time_to_come_is_refused(text, sentence):
    with pytest.raises(Refused) as refused:
        until_of(text, NOW, ZONE)
    assert sentence in str(refused.value)
