"""What holds for every rule of the book in any journal: no look-ahead, no chance, evidence, plain numbers."""

from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from journals import CATALOGUE
from random_diaries import Diary
from random_journals import instants, journals, no_look_ahead, same_in_any_order

from journal.analysis.engine import evaluate, rulebook
from journal.analysis.frames import Frames
from journal.analysis.instants import DAY
from journal.analysis.rulebook import URGENT_DAYS
from journal.records import CheckIn, Set
from journal.vocabulary import Severity

BOOK = rulebook()
RED_FLAGS = [identity for identity, rule in BOOK.items() if rule.theme == "red flags"]
SEEDS = range(48)
"""Of diaries to which, taken together, every rule has something to say."""
SPAN = 100
CLOSELY = settings(deadline=None, max_examples=10, suppress_health_check=list(HealthCheck))


@cache
def told(seed):
    """A diary, and what the rules found in it."""
    records = Diary(seed).written()
    return records, evaluate(Frames.of(records, CATALOGUE))


def diaries(*days):
    """Diaries of people who train, hurt, are cared for, drink and travel: dense where `journals` is wide."""
    return st.builds(
        lambda seed, days: Diary(seed, days).written(), st.integers(0, 2**32), st.sampled_from(days)
    )


def test_every_rule_has_something_to_say_to_somebody():
    said = {one.rule for seed in SEEDS for one in told(seed)[1].occurrences}

    assert set(BOOK) - said == {"load-context", "low-impact-suggestion"}


@pytest.mark.parametrize(
    "kind",
    [diaries(8), diaries(20), diaries(45), diaries(70, 100), journals()],
    ids=["a week", "three weeks", "six weeks", "three months", "wide"],
)
def test_nothing_depends_on_what_comes_later(kind):
    @CLOSELY
    @given(kind, instants(SPAN), st.randoms(use_true_random=False))
    def holds(records, at, draw):
        no_look_ahead(records, at, draw)

    holds()


@CLOSELY
@given(diaries(8, 20, 45, 70) | journals(), st.randoms(use_true_random=False))
def test_the_order_in_which_records_came_changes_nothing(records, draw):
    same_in_any_order(records, draw)


def test_an_empty_journal_says_nothing_and_misses_nothing():
    history = evaluate(Frames.of([], CATALOGUE))

    assert history.occurrences == history.missing == ()


@pytest.mark.parametrize("seed", SEEDS)
def test_every_flag_rests_on_records_that_were_there_and_is_what_its_rule_tells(seed):
    records, history = told(seed)
    known = {(one.TABLE, one.key): one for one in records}

    for one in history.occurrences:
        assert one.evidence, one
        assert len(set(one.evidence)) == len(one.evidence), one
        assert all(known_from(known, found) <= one.since for found in one.evidence), one
        assert one.until is None or one.since < one.until, one
        rule = BOOK[one.rule]
        habit = one.severity is Severity.INFO and one.message.endswith("no pain so far.")
        assert one.severity in rule.severity or habit, one
        assert (one.act is not None) == (one.severity in (Severity.URGENT, Severity.WARNING)), one
        assert (one.value is None) == (one.threshold is None), one
        assert set(one.details) <= set(rule.details), one
        assert one.message.endswith((".", "?")), one


def known_from(known, found):
    """When the record behind a flag came to be known (seconds since 1970 UTC)."""
    record = known[found.table, found.id]
    if isinstance(record, Set):
        record = known["workouts", str(record.workout_id)]
    at = record.at if isinstance(record, CheckIn) else record.instant
    return at.timestamp() if at else 0


def test_an_urgent_flag_without_an_answer_or_a_doctor_stays_28_days():
    lasting = [one for seed in SEEDS[::3] for one in unanswered(seed) if one.rule != "rf-fever"]

    assert lasting
    assert all(one.until - one.since >= URGENT_DAYS * DAY for one in lasting)


def unanswered(seed):
    """The urgent red flags of a diary in which nobody answers no, sees a doctor or writes of less pain."""
    silent = [
        one
        for one in told(seed)[0]
        if (one.TABLE == "symptoms" and one.present) or (one.TABLE == "pain" and one.score >= 7)
    ]
    found = evaluate(Frames.of(silent, CATALOGUE), rules=RED_FLAGS).occurrences
    return [one for one in found if one.severity is Severity.URGENT]
