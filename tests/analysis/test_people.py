"""Careful people are left in peace, and hurting people hear of it with the very entry that makes it so."""

from collections import Counter
from datetime import timedelta

import careful_people
import hurting_people
import pytest
from journals import CATALOGUE, reader

from journal.analysis.engine import evaluate
from journal.analysis.frames import Frames
from journal.analysis.judge import raised_by
from journal.records import Set
from journal.vocabulary import Severity


@pytest.mark.parametrize("person", careful_people.PEOPLE, ids=lambda one: one.name)
def test_half_a_year_of_training_with_care_raises_next_to_nothing(person):
    history = evaluate(Frames.of(person.journal(1), CATALOGUE))
    raised = Counter(one.severity for one in history.occurrences)
    evenings = [
        careful_people.START + timedelta(days=day, hours=22) for day in range(7 * careful_people.WEEKS)
    ]
    tips = [
        sum(flag.severity is Severity.INFO for flag in history.judge(int(at.timestamp()), brief=True).flags)
        for at in evenings
    ]

    assert raised[Severity.URGENT] == raised[Severity.WARNING] == 0
    assert raised[Severity.CAUTION] < careful_people.WEEKS
    assert max(tips) <= 6  # three are shown, the others counted


@pytest.mark.parametrize("person", hurting_people.PEOPLE, ids=lambda one: one.name)
def test_each_entry_raises_the_flag_that_it_makes_true(person):
    written = []
    for entry, rules in person.entries:
        written += entry
        now = max(one.instant for one in entry if not isinstance(one, Set)) + timedelta(minutes=1)

        _, flags = raised_by(reader(written), entry, now)

        raised = {rule for flag in flags for rule in (flag.rule, *flag.also)}
        assert set(rules) <= raised, (now, raised)
