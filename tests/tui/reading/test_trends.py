"""What the page of trends reads: one line of words for a day, and sides with the same course told once."""

from datetime import date, datetime, timedelta

import pytest

from journal.analysis.series import RaisedOn
from journal.tui.asking.at_work import AtWork
from journal.tui.reading.trends import flag_words, read_flags, read_trends, said_of, week_of
from journal.tui.wording.spans import Span
from journal.vocabulary import Severity

DAY = date(2026, 11, 25)


@pytest.fixture
def at_work(store, now) -> AtWork:
    """The rules' thread, as a job sees it."""
    return AtWork(lambda since: store.snapshot(since=since), now, {}, lambda done, of: None)


@pytest.fixture
def read(at_work):
    """The trends of some weeks."""
    return lambda weeks=4: read_trends(at_work, Span.ending(DAY, weeks))


def test_a_day_is_told_in_one_line(read, write):
    write(
        "2026-11-18 8:00 pain lower back left 4",
        "2026-11-18 9:00 water 1750",
        "2026-11-18 18:00 squat 5x5 100kg",
        "2026-11-18 19:00 session 55min @7",
    )
    write("sleep 7:30", at=datetime.fromisoformat("2026-11-18T07:00:00+01:00"))
    flags = {date(2026, 11, 18): RaisedOn(Severity.WARNING, 1)}
    assert said_of(date(2026, 11, 18), read(), flags) == (
        "load 385 AU, lower back 4, 1,750 ml, slept 7.5 h, 1 warning"
    )


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        ((), "nothing recorded"),
        (("2026-11-25 8:00 pain knee left 0",), "no training, left knee 0"),
        (("2026-11-25 8:00 squat 5x5 100kg",), "training of unknown load"),
        (
            (
                "2026-11-25 7:00 run 5km",
                "2026-11-25 8:00 session run 30min @5",
                "2026-11-25 16:00 squat 5x5 100kg",
            ),
            "load 150 AU and training of unknown load",
        ),
        (("2026-11-25 8:00 pain knee both 3",), "no training, left and right knee 3"),
        (
            ("2026-11-25 8:00 pain knee both 3", "2026-11-24 8:00 pain knee left 2"),
            "no training, left knee 3, right knee 3",
        ),
    ],
)
def test_what_is_not_recorded_is_not_told_as_zero(read, write, lines, words):
    write(*lines)
    assert said_of(DAY, read(), {}) == words


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        ((), ""),
        (("2026-11-23 8:00 water 250",), "week 0 AU"),
        (("2026-11-23 8:00 squat 5x5 100kg",), "week load not known"),
        (("2026-11-23 8:00 run 5km", "2026-11-23 9:00 session run 30min @5"), "week 150 AU"),
        (
            ("2026-11-23 8:00 run 5km", "2026-11-23 9:00 session run 30min @5", "2026-11-24 8:00 run 5km"),
            "week 150 AU without 1 of 2 workouts",
        ),
    ],
)
def test_the_load_of_the_week_stands_beside_it(read, write, lines, words):
    write(*lines)
    assert week_of(DAY, read()) == words


@pytest.mark.parametrize(
    ("raised", "words"),
    [
        (RaisedOn(Severity.CAUTION, 1), "1 caution"),
        (RaisedOn(Severity.URGENT, 1), "1 urgent flag"),
        (RaisedOn(Severity.URGENT, 2), "2 flags, the worst an urgent flag"),
        (RaisedOn(Severity.WARNING, 3), "3 flags, the worst a warning"),
    ],
)
def test_flags_are_counted_and_the_worst_is_named(raised, words):
    assert flag_words(raised) == words


def test_days_to_come_are_not_in_it(read, write):
    write("water 250")
    made = read()
    assert made.span.last == date(2026, 11, 29)
    assert made.fluid.last == made.load.last == DAY
    assert made.load_of_week.weeks[-1].monday == date(2026, 11, 23)


def test_flags_of_all_of_the_journal_are_found_by_the_day_on_which_they_began(at_work, write):
    write("2025-03-03 9:00 symptom saddle-numbness yes")
    assert read_flags(at_work) == {date(2025, 3, 3): RaisedOn(Severity.URGENT, 1)}


def test_a_job_tells_how_far_it_is(store, now, write):
    write("water 250")
    told: list[tuple[int, int]] = []
    at_work = AtWork(
        lambda since: store.snapshot(since=since), now, {}, lambda done, of: told.append((done, of))
    )
    read_trends(at_work, Span.ending(DAY, 4))
    read_flags(at_work)
    assert told[0] == (0, 1)
    assert len(told) > 50
    assert [done for done, _ in told[2:]] == list(range(told[-1][1]))


def test_only_as_much_as_is_needed_is_read(store, now, write):
    write("water 250")
    asked: list[date | None] = []

    def rows(since: date | None):
        asked.append(since)
        return store.snapshot(since=since)

    read_trends(AtWork(rows, now, {}, lambda done, of: None), Span.ending(DAY, 4))
    (since,) = asked
    assert since is not None
    assert timedelta(weeks=26) < date(2026, 11, 2) - since < timedelta(weeks=30)
