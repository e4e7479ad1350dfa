"""What holds for every red flag in any journal: no look-ahead, no chance, nothing urgent lost by silence."""

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from journals import CATALOGUE, pain, symptom, when
from random_journals import cares, instants, journals, no_look_ahead, pains, same_in_any_order, signs, word

from journal.analysis.engine import evaluate, rulebook
from journal.analysis.frames import Frames
from journal.analysis.rulebook import URGENT_DAYS
from journal.records import Record
from journal.vocabulary import CareKind, Region, Severity, Symptom

RED_FLAGS = sorted(name for name in rulebook() if name.startswith("rf-"))
CLOSELY = settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.too_slow])


def crowded(days: int = 8) -> st.SearchStrategy[list[Record]]:
    """A few bad days: pain of the back and the legs, signs and their answers, now and then a doctor."""
    when_ = instants(days)
    places = word([Region.LOWER_BACK, Region.LOWER_BACK, Region.CALF, Region.FOOT, Region.CHEST, Region.NECK])
    entry = st.one_of(
        st.tuples(pains(when_), places, st.integers(0, 9)).map(
            lambda one: one[0].but(region=one[1], score=one[2])
        ),
        st.tuples(pains(when_), places, st.integers(6, 9)).map(
            lambda one: one[0].but(region=one[1], score=one[2])
        ),
        signs(when_),
        st.tuples(signs(when_), word(Symptom)).map(lambda one: one[0].but(symptom=one[1])),
        st.tuples(cares(when_), word([CareKind.DOCTOR, CareKind.COLD, CareKind.CLEARANCE])).map(
            lambda one: one[0].but(kind=one[1])
        ),
    )
    return st.lists(entry, min_size=12, max_size=25, unique_by=lambda one: one.key)


def test_there_are_nineteen():
    assert len(RED_FLAGS) == 19


@pytest.mark.parametrize("rule", RED_FLAGS)
def test_each_is_told_in_the_catalogue(rule):
    told = rulebook()[rule]

    assert told.theme == "red flags"
    assert told.documents
    assert told.advice
    assert told.severity[0] in (Severity.URGENT, Severity.WARNING)


@CLOSELY
@given(journals() | crowded(), st.lists(instants(70), min_size=2, max_size=2))
def test_nothing_depends_on_what_comes_later(records, at):
    since = [one.since for one in evaluate(Frames.of(records, CATALOGUE), rules=RED_FLAGS).occurrences]
    edges = [
        when("1970-01-01 01:00") + timedelta(seconds=one + late) for one in since[-2:] for late in (-1, 0)
    ]

    no_look_ahead(records, [*at, *edges], RED_FLAGS)


@CLOSELY
@given(journals() | crowded(), st.randoms(use_true_random=False), instants(70))
def test_the_order_in_which_records_came_changes_nothing(records, random, at):
    shuffled = list(records)
    random.shuffle(shuffled)

    same_in_any_order(records, shuffled, at, RED_FLAGS)


@CLOSELY
@given(crowded())
def test_every_flag_rests_on_records_that_were_there_and_says_when_to_see_somebody(records):
    known = {(record.TABLE, record.key): record for record in records}

    for one in evaluate(Frames.of(records, CATALOGUE), rules=RED_FLAGS).occurrences:
        assert one.evidence
        assert all(known[found.table, found.id].at.timestamp() <= one.since for found in one.evidence)
        assert one.until > one.since
        assert (one.act is None) == (one.severity is Severity.CAUTION)
        assert one.severity in rulebook()[one.rule].severity
        assert one.message.endswith(".")


@CLOSELY
@given(crowded())
def test_an_urgent_flag_without_an_answer_or_a_doctor_stays_28_days(records):
    silent = [
        record
        for record in records
        if (record.TABLE == "symptoms" and record.present) or (record.TABLE == "pain" and record.score >= 7)
    ]

    for one in evaluate(Frames.of(silent, CATALOGUE), rules=RED_FLAGS).occurrences:
        if one.severity is Severity.URGENT and one.rule != "rf-fever":
            assert one.until - one.since >= URGENT_DAYS * 86_400


def test_a_record_of_the_future_raises_nothing_before_its_time(level):
    tomorrow = symptom("2026-11-21 18:00", "saddle-numbness")

    assert level("rf-bladder-bowel", "2026-11-20 18:00", tomorrow) == ""
    assert level("rf-bladder-bowel", "2026-11-21 18:00", tomorrow) == "urgent"


@pytest.mark.parametrize("rule", RED_FLAGS)
def test_an_empty_journal_and_a_mild_day_raise_nothing_and_miss_nothing(rule, judged):
    mild = pain("2026-11-20 18:00", score=2), pain("2026-11-20 18:00", "knee", 3)

    for records in ((), mild):
        said = judged(rule, "2026-11-20 19:00", *records)
        assert (said.flags, said.insufficient) == ((), ())


@pytest.mark.parametrize(("last", "severity"), [("22:00", ""), ("22:01", "urgent")])
def test_travelling_changes_no_hours(last, severity, level):
    far_east = [pain(f"2026-11-{day} 12:00+09:00", score=8) for day in (20, 21)]
    far_west = pain("2026-11-21 22:00-05:00", score=8), pain(f"2026-11-22 {last}-05:00", score=8)

    assert level("rf-severe-72h", "2026-11-23 12:00", far_east, far_west) == severity
