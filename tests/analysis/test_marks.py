"""Marks: a flag that was acknowledged or snoozed is still a flag, and no longer told by itself."""

from datetime import timedelta
from itertools import chain

import pytest
from journals import pain, reader, symptom, when, workout

from journal.analysis.answers.today import today
from journal.analysis.flags import subject_of, subject_text
from journal.analysis.judge import flags_at, raised_by
from journal.records import FlagMark, Record

HURTS = [pain("2026-11-20 10:00", "knee", 5, side="left")]
TRAINED = workout("2026-11-20 18:00", ("leg-extension", 3, 10, 40))
SET_AT = "2026-11-20 19:00"
KNEE = "region=knee;side=left"


def mark(action="acknowledge", *, at=SET_AT, until=None, rule="trained-through-pain", subject=KNEE):
    return FlagMark(
        id="6f0b0d6e-5c5f-4b8e-9d58-0c7d3a0d2f11",
        at=when(at),
        rule=rule,
        subject=subject,
        action=action,
        until=None if until is None else when(until),
        reason="light work, agreed with the physio",
    )


def flat(*records):
    return [one for some in records for one in ([some] if isinstance(some, Record) else some)]


def marked(at, *records):
    """The rules of the flags that are marked then, and of those that are not."""
    flags = flags_at(reader(flat(*records)), when(at)).flags
    return [flag.rule for flag in flags if flag.mark], [flag.rule for flag in flags if not flag.mark]


def test_an_acknowledged_flag_carries_its_mark_for_as_long_as_it_lasts():
    for at in (SET_AT, "2026-11-22 09:00", "2026-11-27 17:00"):
        assert marked(at, HURTS, TRAINED, mark())[0] == ["trained-through-pain"]
    (flag,) = flags_at(reader(flat(HURTS, TRAINED, mark())), when(SET_AT)).flags
    assert flag.as_json()["mark"] == {
        "action": "acknowledge",
        "at": "2026-11-20T19:00:00+01:00",
        "until": None,
        "reason": "light work, agreed with the physio",
    }


def test_it_has_no_mark_before_it_was_marked():
    assert marked("2026-11-20 18:59", HURTS, TRAINED, mark()) == ([], ["trained-through-pain"])


def test_the_next_flag_is_not_acknowledged_with_it():
    again = pain("2026-11-21 10:00", "knee", 5, side="left")
    trained = workout("2026-11-21 18:00", ("leg-extension", 3, 10, 40))

    assert "trained-through-pain" in marked("2026-11-21 19:00", HURTS, TRAINED, mark(), again, trained)[1]


def test_a_snooze_covers_what_follows_until_it_is_over():
    again = pain("2026-11-21 10:00", "knee", 5, side="left")
    trained = workout("2026-11-21 18:00", ("leg-extension", 3, 10, 40))
    snooze = mark("snooze", until="2026-11-22 19:00")

    def told(at):
        return "trained-through-pain" in marked(at, HURTS, TRAINED, again, trained, snooze)[1]

    assert not told("2026-11-21 19:00")
    assert not told("2026-11-22 18:59")
    assert told("2026-11-22 19:00")


def test_what_gets_worse_is_told_although_it_was_snoozed():
    worse = pain("2026-11-21 10:00", "knee", 8, side="left")
    trained = workout("2026-11-21 18:00", ("leg-extension", 3, 10, 40))
    snooze = mark("snooze", until="2026-11-25 19:00")

    assert "trained-through-pain" in marked("2026-11-21 19:00", HURTS, TRAINED, worse, trained, snooze)[1]


def test_an_urgent_flag_is_never_marked():
    sign = symptom("2026-11-20 18:00", "brown-urine")
    flag_mark = mark(rule="rf-brown-urine", subject="symptom=brown-urine")

    flags = flags_at(reader(flat(sign, flag_mark)), when(SET_AT)).flags

    assert [(flag.rule, flag.mark) for flag in flags] == [("rf-brown-urine", None)]


def test_a_mark_of_another_place_is_no_mark_of_this_one():
    assert marked(SET_AT, HURTS, TRAINED, mark(subject="region=knee;side=right"))[0] == []


def test_the_day_counts_what_is_marked_and_does_not_tell_it():
    said = today(reader(flat(HURTS, TRAINED, mark())), when("2026-11-22 09:00"))

    assert (said.flags, said.marked) == ((), 1)


def test_what_is_snoozed_is_not_told_when_it_is_raised_again():
    again = pain("2026-11-21 10:00", "knee", 5, side="left")
    trained = workout("2026-11-21 18:00", ("leg-extension", 3, 10, 40))
    journal = flat(HURTS, TRAINED, again, trained)

    def raised(*marks):
        _, flags = raised_by(reader([*journal, *marks]), trained, when("2026-11-21 19:00"))
        return [flag.rule for flag in flags]

    assert "trained-through-pain" in raised()
    assert "trained-through-pain" not in raised(mark("snooze", until="2026-11-23 19:00"))


@pytest.mark.parametrize("subject", [{}, {"region": "knee", "side": "left"}, {"workout": "a=b"}])
def test_a_subject_is_kept_as_text_and_read_back(subject):
    assert dict(subject_of(subject_text(subject))) == subject


def test_the_newest_mark_counts():
    first = mark("snooze", until="2026-11-25 19:00")
    later = FlagMark(
        id="00000000-0000-0000-0000-000000000001",
        at=when(SET_AT) + timedelta(hours=1),
        rule=first.rule,
        subject=first.subject,
        action="snooze",
        until=when("2026-11-21 10:00"),
        reason="sooner",
    )
    records = list(chain(HURTS, TRAINED, [first, later]))

    assert marked("2026-11-21 09:00", records)[0] == ["trained-through-pain"]
    assert marked("2026-11-21 11:00", records)[0] == []


@pytest.mark.parametrize(("score", "told"), [(5, False), (6, True)])
def test_a_mark_ends_when_the_place_hurts_more_than_it_did(score, told):
    later = pain("2026-11-20 20:00", "knee", score, side="left")

    assert ("trained-through-pain" in marked("2026-11-20 20:00", HURTS, TRAINED, mark(), later)[1]) is told
    assert "trained-through-pain" not in marked("2026-11-20 19:59", HURTS, TRAINED, mark(), later)[1]
