"""What is known of the red flags: asked and answered, asked and not answered, never asked."""

from datetime import date

import pytest
from journals import CATALOGUE, pain, symptom

from journal.analysis.answers.answered import NEVER_ASKED, Answer, answers, other_signs
from journal.analysis.answers.questions import QUESTIONS
from journal.analysis.frames import Frames
from journal.vocabulary import Symptom

FIRST = date(2026, 11, 1).toordinal()


def known(*records, first=FIRST):
    return {one.symptom: one for one in answers(Frames.of(records, CATALOGUE), first)}


def test_an_empty_journal_was_never_asked_and_says_no_no():
    told = known()
    assert tuple(told) == tuple(QUESTIONS)
    assert {one.answer for one in told.values()} == {Answer.NEVER}


def test_a_mild_pain_asks_for_nothing_and_a_strong_one_asks_for_all():
    assert {one.answer for one in known(pain("2026-11-10 08:00", score=2)).values()} == {Answer.NEVER}
    asked = known(pain("2026-11-10 08:00", score=7))
    assert {one.answer for one in asked.values()} == {Answer.UNANSWERED}


FEVER = Symptom.FEVER


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ([("fever", True, "")], Answer.YES),
        ([("fever", False, "")], Answer.NO),
        ([("fever", True, ""), ("fever", False, "")], Answer.NO),
        ([("fever", False, ""), ("fever", True, "")], Answer.YES),
        ([("chills", True, "")], Answer.YES),
        ([("chills", False, "")], Answer.NEVER),
        ([("chills", True, ""), ("fever", False, "")], Answer.YES),
    ],
)
def test_the_last_word_counts_and_a_denial_denies_only_what_it_names(said, expected):
    rows = [
        symptom(f"2026-11-1{place} 08:00", sign, present) for place, (sign, present, _) in enumerate(said)
    ]
    assert known(*rows)[FEVER].answer is expected


@pytest.mark.parametrize(
    ("denied", "expected"),
    [("right", Answer.YES), ("left", Answer.NO), ("both", Answer.NO), (None, Answer.NO)],
)
def test_a_sign_on_the_left_is_not_denied_by_a_no_about_the_right(denied, expected):
    told = known(
        symptom("2026-11-10 08:00", "leg-numbness", side="left"),
        symptom("2026-11-12 08:00", "leg-numbness", False, side=denied),
    )[Symptom.LEG_NUMBNESS]
    assert told.answer is expected


def test_a_question_that_was_put_again_and_left_open_is_told():
    told = known(
        pain("2026-11-10 08:00", score=7),
        symptom("2026-11-10 08:01", "fever", False),
        pain("2026-11-20 08:00", score=8),
    )[FEVER]
    assert told.answer is Answer.NO
    assert told.asked is not None
    assert told.asked.score == 8


def test_answers_of_before_are_not_told():
    assert known(symptom("2026-10-10 08:00", "fever"))[FEVER].answer is Answer.NEVER


def test_other_signs_of_danger_are_told_and_harmless_ones_are_not():
    frames = Frames.of(
        [
            symptom("2026-11-09 08:00", "unexplained-weight-loss", False),
            symptom("2026-11-10 08:00", "night-pain"),
            symptom("2026-11-11 08:00", "tired"),
            symptom("2026-11-12 08:00", "fever"),
        ],
        CATALOGUE,
    )
    assert [(one.symptom, one.answer) for one in other_signs(frames, FIRST)] == [
        (Symptom.NIGHT_PAIN, Answer.YES),
        (Symptom.UNEXPLAINED_WEIGHT_LOSS, Answer.NO),
        (Symptom.HARD_TO_STAND_OR_WALK, Answer.NEVER),
    ]


def test_what_the_journal_does_not_ask_was_never_asked():
    told = other_signs(Frames.of([], CATALOGUE), FIRST)
    assert {one.symptom: one.answer for one in told} == dict.fromkeys(NEVER_ASKED, Answer.NEVER)
