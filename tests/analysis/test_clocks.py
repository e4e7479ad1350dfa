"""When a check-in without a time is known: at 07:00 of the clock that its writer lived by."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from journals import CATALOGUE, checkin, pain, reader

from journal.analysis.clocks import Clocks
from journal.analysis.frames import Frames
from journal.analysis.judge import flags_at

NEW_YORK = ZoneInfo("America/New_York")


def known_at(day, *records, zone=NEW_YORK):
    """When the check-in of a date is known, in UTC."""
    frames = Frames.read(reader([checkin(day, stress=5), *records], zone)(None), CATALOGUE)
    return datetime.fromtimestamp(frames.checkins[0].ts, UTC)


@pytest.mark.parametrize(
    ("day", "zone", "hour"),
    [
        ("2026-11-20", UTC, 7),
        ("2026-11-20", NEW_YORK, 12),
        ("2026-07-20", NEW_YORK, 11),
        ("2026-11-20", ZoneInfo("Asia/Kolkata"), 1.5),
    ],
    ids=["no zone told", "winter", "summer", "half an hour"],
)
def test_in_a_journal_of_check_ins_alone_it_is_that_of_the_writers_zone(day, zone, hour):
    at = known_at(day, zone=zone)

    assert (str(at.date()), at.hour + at.minute / 60) == (day, hour)


def test_a_record_until_then_tells_the_clock_better_than_the_zone():
    # That of the evening before; and one that shows, before it is seven at home, that it is past seven here.
    assert known_at("2026-11-20", pain("2026-11-19 18:00+09:00")).hour == 22
    assert known_at("2026-11-20", pain("2026-11-20 18:00+09:00")).hour == 9


def test_the_clock_before_any_record_is_that_of_the_zone():
    clocks = Clocks([(2_000_000_000, 3600)], NEW_YORK)

    assert [clocks.at(instant) // 3600 for instant in (1_784_000_000, 1_999_999_999, 2_000_000_000)] == [
        -4,
        -4,
        1,
    ]
    assert Clocks([], NEW_YORK).first is None


def test_its_flags_begin_in_the_morning_of_the_writer():
    nights = [checkin(f"2026-11-{day}", sleep_h=5) for day in range(14, 21)]
    seven = datetime.combine(date(2026, 11, 20), datetime.min.time(), NEW_YORK).replace(hour=7)

    def sleeps_short(at):
        return [
            flag.since for flag in flags_at(reader(nights, NEW_YORK), at).flags if flag.rule == "sleep-short"
        ]

    (since,) = sleeps_short(seven)

    assert since.astimezone(NEW_YORK).hour == 7
