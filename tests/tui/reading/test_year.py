"""What the calendar reads: the numbers of each day, the writer's own quarters of load, and the flags that held."""

from datetime import date, timedelta

import pytest

from journal.tui.asking.open_journal import AtWork
from journal.tui.reading.year import (
    DayOfYear,
    HeldFlag,
    Year,
    by_day,
    flags_of_year,
    quarters_of,
    read_year,
)
from journal.vocabulary import Severity


@pytest.fixture
def work(store, now):
    """Do a job of the rules' thread at once."""

    def work(job, at=now, tell=lambda done, of: None):
        return job(AtWork(lambda since: store.snapshot(since=since), at, {}, tell))

    return work


def test_each_day_has_its_worst_pain_its_load_and_whether_anything_was_written(write, work, now):
    write(
        "2026-11-18 8:00 pain lower back 3; 2026-11-18 9:00 pain knee left 6; 2026-11-18 20:00 pain knee left 2",
        "2026-11-18 18:00 squat 5x5 100kg",
        "2026-11-18 19:00 session 60min @7",
        "2026-11-19 8:00 pain knee left 0",
        "2026-11-20 8:00 water 250",
        "2026-11-21 18:00 squat 5x5 100kg",
    )
    year = work(read_year(2026))

    assert year.on(date(2026, 11, 18)) == DayOfYear(
        date(2026, 11, 18),
        places=(("left knee", 6), ("lower back", 3)),
        load=420,
        is_recorded=True,
    )
    assert (year.on(date(2026, 11, 19)).worst, year.on(date(2026, 11, 19)).load) == (0, 0)
    assert year.on(date(2026, 11, 20)).worst is None
    assert year.on(date(2026, 11, 20)).is_recorded
    assert year.on(date(2026, 11, 21)).is_partial
    assert year.on(date(2026, 11, 17)) == DayOfYear(date(2026, 11, 17))
    assert len(year.days) == (now.date() - date(2025, 12, 31)).days


def test_days_that_are_to_come_or_of_another_year_have_nothing(write, work):
    write("pain knee 4", "2025-12-31 12:00 pain knee 5")
    year = work(read_year(2026))

    assert year.on(date(2026, 11, 25)).worst == 4
    assert year.on(date(2026, 11, 26)) == DayOfYear(date(2026, 11, 26))
    assert year.on(date(2025, 12, 31)) == DayOfYear(date(2025, 12, 31))


def test_a_year_that_is_past_is_read_to_its_end(write, work, now):
    write("2024-12-31 12:00 pain knee 5", "2025-01-01 12:00 pain knee 6")
    year = work(read_year(2024), at=now.replace(year=2024, month=12, day=31))

    assert [one.worst for one in year.days if one.worst] == [5]
    assert len(year.days) == 366


@pytest.mark.parametrize(
    ("loads", "quarters"),
    [
        ((), None),
        ((None, 0.0), None),
        ((300.0,), (300, 300, 300)),
        ((0.0, 100.0, None, 200.0, 300.0, 400.0, 500.0), (200, 300, 400)),
    ],
)
def test_only_days_of_training_make_the_quarters(loads, quarters):
    assert quarters_of(loads) == quarters


@pytest.mark.parametrize(("load", "band"), [(100, 1), (199, 1), (250, 2), (350, 3), (401, 4), (9999, 4)])
def test_a_load_lies_in_a_quarter_of_the_writers_own(load, band):
    year = Year(2026, date(2026, 11, 25), quarters=(200, 300, 400))
    assert year.band(load) == band


def test_loads_that_are_all_the_same_are_neither_little_nor_much():
    assert Year(2026, date(2026, 11, 25), quarters=(300, 300, 300)).band(300) == 2


def flag(severity, first, last=None, title="a rule"):
    return HeldFlag(severity, title, "A message.", date(2026, 11, first), last and date(2026, 11, last))


def test_a_day_is_marked_by_the_worst_flag_that_began_on_it_and_never_by_a_tip():
    flags = by_day(
        [
            flag(Severity.INFO, 3),
            flag(Severity.CAUTION, 5),
            flag(Severity.WARNING, 5),
            flag(Severity.INFO, 5),
        ]
    )
    marks = {day: flags.mark(date(2026, 11, day)) for day in (3, 4, 5)}
    assert marks == {3: None, 4: None, 5: Severity.WARNING}


def test_flags_are_held_until_their_last_day():
    until_six, open_ended = flag(Severity.CAUTION, 3, 6), flag(Severity.URGENT, 5)
    flags = by_day([until_six, open_ended])
    held = {day: flags.held_on(date(2026, 11, day)) for day in (3, 4, 6, 7)}
    assert held == {3: (), 4: (until_six,), 6: (open_ended, until_six), 7: (open_ended,)}


def test_the_flags_of_a_year_have_the_names_of_their_rules_and_those_from_before_are_held(write, work, now):
    write("2025-12-20 12:00 symptom saddle-numbness yes", "2026-03-01 12:00 symptom saddle-numbness yes")
    flags = work(flags_of_year(2026))

    (began,) = (one for one in flags.began[date(2026, 3, 1)] if one.severity is Severity.URGENT)
    assert "numb" in began.title
    assert (began.first, began.last) == (date(2026, 3, 1), date(2026, 3, 29))
    (before,) = flags.held_on(date(2026, 1, 5))
    assert (before.first, before.last) == (date(2025, 12, 20), date(2026, 1, 17))
    assert flags.mark(date(2025, 12, 20)) is Severity.URGENT
    assert min(flags.began) >= date(2025, 12, 20)
    assert now.date() - min(flags.began) > timedelta(days=300)


def test_how_far_the_search_for_flags_is_can_be_followed_and_ended(write, work):
    write("pain knee 4")
    heard = []
    work(flags_of_year(2026), tell=lambda done, of: heard.append((done, of)))
    assert heard[0][0] == 0
    assert heard[-1][0] < heard[-1][1]

    class Enough(Exception):
        pass

    def stop(done, of):
        raise Enough

    with pytest.raises(Enough):
        work(flags_of_year(2026), tell=stop)
