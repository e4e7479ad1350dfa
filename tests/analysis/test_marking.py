"""Marking a flag: whom a mark is set on, what is refused, and what is taken away with it again."""

from datetime import timedelta
from uuid import uuid4

import pytest
from journals import when

from journal.analysis.flags import Flag, Mark, subject_text
from journal.analysis.marking import marks_for, marks_on, meant, span_of, what_ends_urgent, why_not
from journal.errors import Refused
from journal.records import FlagMark
from journal.vocabulary import MarkAction, Severity, Status

NOW = when("2026-11-20 19:00")
KNEE = {"region": "knee", "side": "left"}


def flag(rule, severity="caution", since="2026-11-20 18:00", mark=None, status=Status.ACTIVE, **subject):
    return Flag(
        rule=rule,
        severity=Severity(severity),
        subject=subject,
        since=when(since),
        until=None,
        message="",
        advice="",
        documents=(),
        evidence=(),
        status=status,
        mark=mark,
    )


SPEAKER = flag("pain-unimproved-1w", "warning", **KNEE)
UNDER = flag("pain-past-72h", **KNEE)
OTHER_SIDE = flag("pain-past-72h", region="knee", side="right")
ACTIVE = (SPEAKER, UNDER, OTHER_SIDE)


def told(marks):
    return [(mark.rule, mark.subject, mark.action, mark.since) for mark in marks]


def test_a_mark_is_set_on_the_flag_and_on_those_that_it_speaks_for():
    marks = marks_for([SPEAKER], ACTIVE, at=NOW, reason="seen by the physio")

    since = when("2026-11-20 18:00")
    knee = subject_text(KNEE)
    assert told(marks) == [
        ("pain-unimproved-1w", knee, MarkAction.ACKNOWLEDGE, since),
        ("pain-past-72h", knee, MarkAction.ACKNOWLEDGE, since),
    ]
    assert {(mark.at, mark.until, mark.reason) for mark in marks} == {(NOW, None, "seen by the physio")}


def test_a_snooze_has_an_end():
    (mark,) = marks_for([OTHER_SIDE], ACTIVE, at=NOW, until=NOW + timedelta(days=3), reason="rest")

    assert (mark.action, mark.until) == (MarkAction.SNOOZE, NOW + timedelta(days=3))


def test_what_two_flags_speak_for_is_marked_once():
    marks = marks_for([SPEAKER, UNDER], ACTIVE, at=NOW, reason="rest")

    assert [mark.rule for mark in marks] == ["pain-unimproved-1w", "pain-past-72h"]


@pytest.mark.parametrize(
    ("one", "sentence"),
    [
        (flag("rf-fever", "urgent"), "rf-fever is urgent: it cannot be acknowledged or snoozed"),
        (
            flag("no-rest-day", status=Status.PAST),
            "no-rest-day is over: only what is active is acknowledged or snoozed",
        ),
    ],
)
def test_what_is_urgent_or_over_is_refused(one, sentence):
    assert why_not(one) == sentence
    with pytest.raises(Refused, match=sentence):
        marks_for([one], [one], at=NOW, reason="x")


def test_the_refusal_may_say_what_ends_an_urgent_flag():
    said = why_not(flag("rf-fever", "urgent"), more=f"; it ends {what_ends_urgent('doctor')}")

    assert said.startswith("rf-fever is urgent: it cannot be acknowledged or snoozed; it ends by an answer")
    assert "a visit to a doctor (doctor)" in said


@pytest.mark.parametrize("reason", ["", "  ", "\n"])
def test_a_mark_needs_its_reason(reason):
    with pytest.raises(Refused, match="needs its reason"):
        marks_for([UNDER], ACTIVE, at=NOW, reason=reason)


@pytest.mark.parametrize(
    ("text", "hours"), [("12h", 12), ("3d", 72), (" 2 W ", 336), ("1d", 24), ("366d", 366 * 24)]
)
def test_a_span_is_a_number_of_hours_days_or_weeks(text, hours):
    assert span_of(text) == timedelta(hours=hours)


@pytest.mark.parametrize("text", ["", "3", "0d", "367d", "-1d", "3 m", "soon"])
def test_another_span_is_refused(text):
    with pytest.raises(Refused, match="such as 12h, 3d or 2w"):
        span_of(text)


@pytest.mark.parametrize(
    ("shown", "flags"),
    [
        (UNDER, [UNDER]),
        (flag("pain-past-72h", region="knee", side="both"), [UNDER, OTHER_SIDE]),
        (flag("pain-past-72h", region="hip", side="both"), []),
        (flag("pain-past-72h", region="knee"), []),
        (flag("no-rest-day"), []),
    ],
    ids=["itself", "told once for both sides", "another place", "a side nobody named", "no longer active"],
)
def test_a_shown_flag_means_the_active_ones_that_it_stands_for(shown, flags):
    assert meant(shown, ACTIVE) == flags


def mark(one, at, action="acknowledge", until=None):
    return FlagMark(
        id=uuid4(),
        at=when(at),
        rule=one.rule,
        subject=subject_text(one.subject),
        action=action,
        until=None if until is None else when(until),
        reason="x",
    )


def test_a_mark_is_taken_away_with_those_below_and_before_it():
    marked = Mark(MarkAction.ACKNOWLEDGE, NOW, None, "x")
    speaker, under = (flag(one.rule, one.severity, mark=marked, **KNEE) for one in (SPEAKER, UNDER))
    earlier_snooze = mark(SPEAKER, "2026-11-19 10:00", "snooze", "2026-11-25 10:00")
    taken = [mark(SPEAKER, "2026-11-20 18:30"), mark(UNDER, "2026-11-20 18:00"), earlier_snooze]
    kept = [
        mark(SPEAKER, "2026-11-10 18:30"),
        mark(SPEAKER, "2026-11-19 10:00", "snooze", "2026-11-20 10:00"),
        mark(OTHER_SIDE, "2026-11-20 18:30"),
    ]

    assert marks_on([speaker], (speaker, under, OTHER_SIDE), [*kept, *taken], NOW) == tuple(taken)
