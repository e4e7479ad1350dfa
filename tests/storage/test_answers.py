"""An answer to a red-flag question that is written as a line belongs to the pain that it was asked with."""

from uuid import uuid4

import pytest

from journal.analysis.answers.asking import _ANSWERS, _SAID_WITH, PLACES
from journal.records import SymptomEntry
from journal.storage.joining import _ASKED_AT, ANSWERS
from journal.vocabulary import Symptom


@pytest.fixture
def answer(store, at, now):
    """Record what is said of a sign at a time, and give the pain that it is kept with."""

    def answer(when, symptom="saddle-numbness", **more):
        said = SymptomEntry(id=uuid4(), at=at(when), symptom=symptom, present=False, **more)
        (recorded,) = store.record([said], now=now)
        assert store.get(SymptomEntry, said.key) == recorded.record
        return recorded.record.pain_id

    return answer


def test_it_belongs_to_the_latest_pain_of_the_last_hour(store, pain, answer, now):
    older, back = pain("17:30", "lower-back", 7), pain("18:00", "lower-back", 5)
    store.record([older, back], now=now)
    assert answer("18:00") == answer("18:59") == answer("19:00") == back.id
    assert answer("17:59") == older.id
    assert answer("2026-11-25 19:00:01") is None
    assert answer("17:29") is None


@pytest.mark.parametrize(("region", "score"), [("knee", 8), ("head", 7), ("lower-back", 0)])
def test_a_pain_that_calls_for_no_question_has_no_answers(store, pain, answer, now, region, score):
    store.record([pain("18:00", region, score)], now=now)
    assert answer("18:01") is None


@pytest.mark.parametrize("symptom", [one for one in Symptom if one not in ANSWERS])
def test_what_no_question_asks_for_belongs_to_no_pain(store, pain, answer, now, symptom):
    store.record([pain("18:00", "lower-back", 7)], now=now)
    assert answer("18:01", symptom) is None


def test_an_answer_that_names_its_pain_keeps_it(store, pain, answer, now):
    older, back = pain("17:30", "lower-back", 7), pain("18:00", "lower-back", 5)
    store.record([older, back], now=now)
    assert answer("18:10", pain_id=older.id) == older.id


def test_the_pain_may_stand_in_the_same_call_before_it(store, pain, at, now):
    back = pain("18:00", "lower-back", 7)
    said = SymptomEntry(id=uuid4(), at=at("18:00"), symptom="fever", present=True)
    store.record([back, said], now=now)
    assert store.rows(SymptomEntry) == [said.but(pain_id=back.id)]


def test_taking_the_answer_and_the_pain_back_leaves_nothing(store, pain, answer, now):
    store.record([pain("18:00", "lower-back", 7)], now=now)
    answer("18:01")
    store.undo(now=now)
    store.undo(now=now)
    assert store.is_empty()


def test_the_signs_and_places_are_those_of_the_questions():
    assert {*_ANSWERS.values(), *map(Symptom, _SAID_WITH)} == ANSWERS
    assert set(_ASKED_AT) == PLACES
