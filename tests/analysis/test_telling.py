"""How messages name the records behind them: a time of day that nobody told is not made up."""

import hurting_people
import pytest
from journals import CATALOGUE, care, pain, when, workout

from journal.analysis.engine import evaluate
from journal.analysis.frames import Frames
from journal.analysis.telling import says_start, says_when, tell_pain
from journal.records import Pain, Workout

NOON = "2026-11-20 12:00"


def row(**more):
    """A pain entry as the rules see it."""
    return Frames.of([pain(NOON, score=5, side="left", **more)], CATALOGUE).pain[0]


def test_a_record_is_told_with_its_time_of_day_where_that_is_known():
    assert says_when(row()) == "Fri 20 Nov, 12:00"
    assert says_when(row(time_known=False)) == "Fri 20 Nov"
    assert tell_pain(row(time_known=False)) == "left lower back: 5 of 10 (Fri 20 Nov)"
    timeless = Frames.of([*workout(NOON, time_known=False), care(NOON, "heat", time_known=False)], CATALOGUE)
    assert says_when(timeless.bouts[0]) == says_when(timeless.care[0]) == "Fri 20 Nov"


def test_a_start_is_told_with_a_time_where_the_onset_or_the_first_entry_has_one():
    told = int(when("2026-11-19 09:30").timestamp())

    assert says_start(row().ts, row()) == "Fri 20 Nov, 12:00"
    assert says_start(row().ts, row(time_known=False)) == "Fri 20 Nov"
    assert says_start(told, row(time_known=False)) == "Thu 19 Nov, 09:30"


def timeless(record):
    """The record on its date, with no time of day."""
    if isinstance(record, Workout):
        return record.but(started_at=record.started_at.replace(hour=12, minute=0), time_known=False)
    if isinstance(record, Pain):
        return record.but(at=record.at.replace(hour=12, minute=0), time_known=False)
    return record


@pytest.mark.parametrize("person", hurting_people.PEOPLE[:3], ids=lambda one: one.name)
def test_no_message_tells_a_time_in_a_journal_without_times(person):
    records = [timeless(record) for entry, _ in person.entries for record in entry]

    messages = [one.message for one in evaluate(Frames.of(records, CATALOGUE)).occurrences]

    assert messages
    assert [message for message in messages if "12:00" in message] == []
