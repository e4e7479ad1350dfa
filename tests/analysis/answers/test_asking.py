"""Which entries call for the red-flag questions, and which questions are still open."""

import pytest
from journals import CATALOGUE, pain, symptom, when

from journal.analysis.answers.asking import questions_for, unanswered
from journal.analysis.answers.questions import QUESTIONS, answer_line
from journal.analysis.frames import Frames
from journal.records import Pain, Record

AT = "2026-11-20 18:00"
ALL = tuple(QUESTIONS)


def asked(entry: Pain, *records: Record) -> tuple[str, ...]:
    """The questions that the entry calls for in a journal with those records too."""
    frames = Frames.of([entry, *records], CATALOGUE)
    (row,) = (row for row in frames.pain if row.id == str(entry.id))
    return questions_for(frames, row)


def still_open(at: str, *records: Record) -> tuple[str, ...]:
    """The questions that are open at that time."""
    return unanswered(Frames.of(records, CATALOGUE), int(when(at).timestamp()))


def answers(at: str, *signs: str) -> list[Record]:
    """A "no" to each of the questions (default: all)."""
    return [symptom(at, sign, False) for sign in signs or ALL]


@pytest.mark.parametrize(
    ("more", "calls"),
    [
        ({"score": 4}, True),
        ({"score": 3}, False),
        ({"score": 3, "qualities": ["dull"]}, False),
        ({"score": 3, "qualities": ["sharp"]}, False),
        ({"score": 1, "radiates_to": "buttock"}, True),
        ({"score": 3, "radiates_to": "none"}, False),
        ({"score": 1, "qualities": ["numb"]}, True),
        ({"score": 0, "qualities": ["tingling"]}, True),
        ({"score": 1, "qualities": ["stabbing"]}, True),
        ({"score": 1, "sudden": True}, True),
        ({"score": 3, "sudden": False}, False),
        ({"score": 0}, False),
        ({"score": 0, "sudden": True}, False),
        ({"score": 8, "region": "knee"}, False),
        ({"score": 4, "region": "hip", "side": "left"}, True),
        ({"score": 4, "region": "hip", "side": "both"}, True),
        ({"score": 4, "region": "buttock"}, True),
        ({"score": 4, "region": "upper-back"}, True),
        ({"score": 4, "region": "neck"}, False),
    ],
)
def test_the_first_entry_of_an_episode_calls_for_all_six_or_for_none(more, calls):
    assert asked(pain(AT, **more)) == (ALL if calls else ())


@pytest.mark.parametrize(
    ("more", "calls"),
    [
        ({"score": 7}, True),
        ({"score": 6}, False),
        ({"score": 2}, False),
        ({"score": 1, "radiates_to": "thigh"}, True),
        ({"score": 1, "qualities": ["numb"]}, True),
    ],
)
def test_two_days_after_the_answers_only_a_pressing_entry_asks_again(more, calls):
    before = pain("2026-11-18 18:00", score=5), *answers("2026-11-18 18:05")

    assert asked(pain(AT, **more), *before) == (ALL if calls else ())


@pytest.mark.parametrize(
    ("at", "score", "calls"),
    [
        ("2026-11-27 18:05", 4, True),
        ("2026-11-27 18:04", 4, False),
        ("2026-11-27 18:05", 3, False),
    ],
    ids=["seven days", "a minute less", "mild and dull"],
)
def test_seven_days_after_the_last_answers_an_open_episode_asks_again(at, score, calls):
    open_episode = [pain(f"2026-11-{day} 18:00", score=4) for day in (20, 22, 24, 26)]

    assert asked(pain(at, score=score), *open_episode, *answers("2026-11-20 18:05")) == (ALL if calls else ())


def test_a_mild_pain_that_is_not_dull_is_asked_about_again_after_seven_days():
    before = [pain(f"2026-11-{day} 18:00", score=4) for day in (20, 22, 24, 26)]
    sharp = pain("2026-11-28 18:00", score=3, qualities=["sharp"])

    assert asked(sharp, *before, *answers("2026-11-20 18:05")) == ALL
    assert asked(sharp, *before) == ()


def test_an_answer_of_the_same_day_stands_and_a_skipped_question_is_asked_again_at_once():
    first, some = pain("2026-11-20 17:00", score=8), answers("2026-11-20 17:05", "fever", "leg-weakness")
    rest = tuple(symptom for symptom in ALL if symptom not in ("fever", "leg-weakness"))

    assert asked(pain("2026-11-21 05:05", score=8), first, *some) == rest
    assert asked(pain("2026-11-21 05:06", score=8), first, *some) == ALL


def test_an_entry_that_opens_an_episode_asks_however_lately_the_last_one_did():
    before = pain("2026-11-15 18:00", score=5), *answers("2026-11-15 18:05")
    gone = pain("2026-11-16 18:00", score=0)

    assert asked(pain("2026-11-18 18:00", score=4), *before, gone) == ALL
    assert asked(pain("2026-11-17 17:00", score=4), *before, gone) == ()


def test_a_mild_pain_that_is_not_dull_is_not_asked_about_because_of_answers_in_an_episode_before():
    long_ago = pain("2026-10-01 18:00", score=5), *answers("2026-10-01 18:05")

    assert asked(pain(AT, score=3, qualities=["sharp"]), *long_ago) == ()
    assert asked(pain(AT, score=3, qualities=["sharp"]), *long_ago, pain("2026-11-19 18:00", score=2)) == ()


def test_a_question_that_was_skipped_is_asked_again_by_the_next_entry_that_is_not_mild():
    first, some = pain("2026-11-19 18:00", score=5), answers("2026-11-19 18:05", "fever")

    assert asked(pain(AT, score=4), first, *some) == tuple(one for one in ALL if one != "fever")
    assert asked(pain(AT, score=3), first, *some) == ()


@pytest.mark.parametrize(
    ("sign", "answered"),
    [
        (symptom(AT, "chills"), {"fever"}),
        (symptom(AT, "chills", False), set()),
        (symptom(AT, "cannot-pass"), {"bladder-change"}),
        (symptom(AT, "bowel-change"), {"bladder-change"}),
        (symptom(AT, "bowel-change", False), set()),
        (symptom(AT, "leg-numbness", False, side="left"), {"leg-numbness"}),
        (symptom(AT, "nausea"), set()),
    ],
)
def test_a_sign_that_the_question_asks_for_answers_it(sign, answered):
    assert set(ALL) - set(asked(pain(AT, score=8), sign)) == answered


def test_what_was_answered_after_the_entry_is_not_asked_for_it():
    assert asked(pain(AT, score=8), *answers("2026-11-22 09:00")) == ()


def test_open_are_the_questions_of_the_last_24_h_that_nobody_answered():
    entry = pain(AT, score=8)

    assert still_open(AT, entry) == ALL
    assert still_open("2026-11-21 18:00", entry) == ALL
    assert still_open("2026-11-21 18:01", entry) == ()
    assert still_open("2026-11-20 17:59", entry) == ()
    assert still_open("2026-11-20 19:00", entry, *answers("2026-11-20 18:30", "fever")) == tuple(
        one for one in ALL if one != "fever"
    )
    assert still_open("2026-11-20 18:29", entry, *answers("2026-11-20 18:30", "fever")) == ALL


def test_one_answer_serves_all_entries_before_it():
    entries = [pain(f"2026-11-20 {hour}:00", score=8) for hour in (10, 12, 15)]

    assert still_open("2026-11-20 16:00", *entries, *answers("2026-11-20 15:30")) == ()


def test_an_empty_journal_asks_nothing():
    assert still_open(AT) == ()


def test_the_line_that_answers_a_question_is_the_one_that_quick_entry_reads():
    assert answer_line(ALL[1], present=False) == "symptom saddle-numbness no"
