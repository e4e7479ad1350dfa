"""The catalogue: every rule told in full, theme by theme, and no name taken twice."""

import pytest

from journal.analysis.engine import rulebook
from journal.analysis.rulebook import THEMES, rule
from journal.vocabulary import Severity

FIRST_RULES = """
rf-bladder-bowel rf-leg-weakness rf-leg-numbness rf-radiating-leg rf-fever rf-nausea rf-weight-loss rf-stand-walk
rf-sudden-stabbing rf-pop rf-severe-72h rf-trauma-or-history rf-night-pain rf-chest rf-head rf-calf rf-arm
rf-brown-urine rf-bone-stress pain-past-72h pain-unimproved-1w doms-pattern doms-past-72h ask-still-hurting
sharp-during-exercise same-muscle-consecutive-days muscle-rest-short spike-session-distance spike-session-weight
spike-week-load trained-through-pain avoid-while-painful fluid-low
"""


def told(**changes):
    return {
        "theme": "load",
        "checks": "x",
        "threshold": "x",
        "severity": (Severity.INFO,),
        "documents": ("x",),
        "grade": "●",
        "advice": "x",
        "looks_back": 1,
    } | changes


def test_it_holds_the_red_flags_and_the_first_rules_of_each_theme():
    assert set(FIRST_RULES.split()) <= set(rulebook())


def test_themes_follow_one_another_in_their_order():
    themes = [THEMES.index(one.theme) for one in rulebook().values()]
    assert themes == sorted(themes)


@pytest.mark.parametrize("identity", sorted(rulebook()))
def test_every_rule_is_told_in_full(identity):
    one = rulebook()[identity]
    assert one.id == identity == one.function.__name__.replace("_", "-")
    assert one.checks
    assert one.threshold
    assert one.advice
    assert one.documents
    assert one.grade.strip("●○") == ""
    assert one.looks_back > 0
    assert list(one.severity) == sorted(one.severity, key=list(Severity).index)


def test_a_name_is_taken_only_once():
    def fluid_low(frames):
        yield

    with pytest.raises(ValueError, match="two rules are called fluid-low"):
        rule(**told())(fluid_low)


def test_a_theme_is_one_of_the_catalogue():
    def something_new(frames):
        yield

    with pytest.raises(ValueError, match="is no theme of the catalogue"):
        rule(**told(theme="mood"))(something_new)
