"""What follows from an entry: questions and flags."""

import pytest
from journals import drink, pain, reader, symptom, when

from journal.analysis.answers.consequences import consequences
from journal.analysis.answers.questions import QUESTIONS

AT = "2026-11-20 18:00"
SIX = tuple(QUESTIONS)


def followed(*entries, before=(), now=AT):
    """The questions and the rules that follow from entries in a journal with those records before."""
    questions, flags = consequences(reader([*before, *entries]), entries, when(now))
    return questions, [flag.rule for flag in flags]


@pytest.mark.parametrize(
    ("entries", "questions"),
    [
        ([pain(AT, score=4)], SIX),
        ([pain(AT, score=3, qualities=["dull"])], ()),
        ([pain(AT, "knee", 9)], ()),
        ([symptom(AT, "fever")], ()),
        ([drink(AT, 250)], ()),
        ([pain(AT, score=4), pain(AT, "hip", 8)], SIX),
        (
            [pain(AT, score=4), symptom(AT, "leg-weakness", False)],
            tuple(one for one in SIX if one != "leg-weakness"),
        ),
    ],
    ids=[
        "opens at 4",
        "mild and dull",
        "a knee",
        "a sign",
        "a drink",
        "each question once",
        "answered with it",
    ],
)
def test_the_questions_are_those_that_the_entries_call_for_in_their_order(entries, questions):
    assert followed(*entries)[0] == questions


def test_an_entry_of_long_ago_calls_for_its_questions_too():
    old = pain("2020-11-20 18:00", score=8)

    assert followed(old, before=[pain("2026-11-19 18:00", score=2)])[0] == SIX
    assert followed(old, before=[symptom("2020-11-21 18:00", "fever", False)])[0] == tuple(
        one for one in SIX if one != "fever"
    )


def test_other_entries_call_for_nothing_more():
    assert followed(drink(AT, 250), before=[pain("2026-11-20 17:00", score=8)]) == ((), [])


def test_the_flags_come_with_the_questions():
    stab = pain(AT, score=8, qualities=["stabbing"], sudden=True)

    assert followed(stab) == (SIX, ["rf-sudden-stabbing", "sudden-onset-no-improve", "rest-1-2-days"])


def test_an_answer_raises_its_flag_and_asks_nothing():
    before = [pain("2026-11-20 17:55", score=8)]

    assert followed(symptom(AT, "saddle-numbness"), before=before) == ((), ["rf-bladder-bowel"])
    assert followed(symptom(AT, "saddle-numbness", False), before=before) == ((), [])
