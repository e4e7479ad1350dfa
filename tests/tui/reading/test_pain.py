"""What the Pain page knows before anything is typed: recent places, present scores, workouts before."""

from datetime import timedelta

import pytest

from journal.body import Place
from journal.entry import Writer
from journal.exercises import catalogue
from journal.tui.reading.pain import read_pain
from journal.vocabulary import Context, Region, Side

LEFT_BACK = Place(Region.LOWER_BACK, Side.LEFT)
KNEE = Place(Region.KNEE, Side.RIGHT)
BOTH_KNEES = Place(Region.KNEE, Side.BOTH)


@pytest.fixture
def read(store, now):
    def read(day=None, at=now):
        writer = Writer(now=at, zone=at.tzinfo, catalogue=catalogue())
        return read_pain(store, writer, day or at.date())

    return read


def test_without_any_entry_the_lower_back_comes_first(read):
    view = read()
    assert view.recent == (Place(Region.LOWER_BACK),)
    assert (view.scores, view.trained, view.last_at(view.recent[0])) == ({}, (), None)


def test_recent_places_are_told_apart_by_side_and_the_latest_is_first(read, write):
    write("2026-11-20 09:00 pain knee right 2", "mon 08:00 pain lower back left 4 dull")
    write("yesterday 08:00 pain knee both 3", "07:00 pain knee right 1")
    assert read().recent == (KNEE, BOTH_KNEES, LEFT_BACK)


def test_a_place_of_more_than_ninety_days_ago_is_not_recent(read, write):
    write("2026-08-26 12:30 pain neck 3", "2026-08-27 12:30 pain hip left 3")
    assert read().recent == (Place(Region.HIP, Side.LEFT),)


def test_nine_places_at_most(read, write):
    write(*(f"0{hour}:00 pain {place} 3" for hour, place in enumerate(list(Region)[:10])))
    assert len(read().recent) == 9


def test_scores_are_the_latest_ones_of_three_days(read, write):
    write("2026-11-22 18:00 pain neck 5", "2026-11-22 19:00 pain knee right 6")
    write("07:00 pain lower back left 7", "08:00 pain lower back left 0")
    assert read().scores == {LEFT_BACK: 0, KNEE: 6}


def test_a_day_that_is_past_is_seen_from_its_end(read, write, now):
    write("yesterday 08:00 pain knee right 3", "07:00 pain neck 5")
    view = read(day=now.date() - timedelta(days=1))
    assert view.recent == (KNEE,)
    assert view.at.hour == 23


def test_the_last_entry_of_a_place_is_known(read, write):
    write("yesterday 08:00 pain knee right 3 dull", "07:00 pain knee right 2 stiff")
    last = read().last_at(KNEE)
    assert (last.score, last.qualities) == (2, ("stiff",))


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (
            ["16:05 squat 2x5 100kg; bench 2x8 60; row 3x10 50", "session 55min"],
            "squat, bench press …, 2 h ago",
        ),
        (["17:50 run 5km 28:30"], "run, 12 min ago"),
        (["yesterday squat 2x5 100kg"], "squat, yesterday"),
        (["2026-11-20 18:00 squat 2x5 100kg"], "squat, 5 days ago"),
        (["18:10 squat 2x5 100kg"], "squat, under way"),
    ],
)
def test_a_workout_is_told_by_what_was_done_and_how_long_ago(read, write, lines, words):
    write(*lines)
    view = read()
    assert view.ago(view.trained[0]) == words


@pytest.mark.parametrize(
    ("lines", "context"),
    [
        (["18:00 squat 2x5 100kg"], Context.DURING),
        (["16:40 squat 2x5 100kg", "session 60min"], Context.RIGHT_AFTER),
        (["15:00 squat 2x5 100kg", "session 60min"], None),
        (["today squat 2x5 100kg", "yesterday squat 2x5 100kg"], Context.DURING),
        (["yesterday squat 2x5 100kg"], None),
        ([], None),
    ],
)
def test_a_workout_shortly_before_says_when_it_may_be_felt(read, write, now, lines, context):
    write(*lines)
    assert read().around(now) is context
