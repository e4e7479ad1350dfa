"""The catalogue: every rule told in full, theme by theme, and no name taken twice."""

import json
from dataclasses import replace

import pytest

from journal.analysis.engine import in_order, rests_on, rulebook
from journal.analysis.rulebook import THEMES, named, rule
from journal.vocabulary import Severity

CATALOGUE = """
ask-still-hurting rf-bladder-bowel rf-leg-weakness rf-leg-numbness rf-radiating-leg rf-fever rf-nausea
rf-weight-loss rf-stand-walk rf-sudden-stabbing rf-pop rf-severe-72h rf-trauma-or-history rf-night-pain
rf-chest rf-head rf-calf rf-arm rf-brown-urine rf-bone-stress sharp-during-exercise pain-during-stop
strain-persists pain-past-72h pain-unimproved-1w rest-not-helping pain-worsening pain-interferes
swelling-or-rom pain-not-gone-after-treatment sudden-onset-no-improve doms-pattern doms-past-72h
doms-novelty-note spike-session-distance spike-session-weight spike-session-volume spike-week-load
spike-intensity load-context monotony-high tired-push first-after-layoff hard-start-new equipment-surface
no-warmup no-cooldown form-flag risky-lift-form contact-or-twist-injury same-muscle-consecutive-days
muscle-rest-short no-rest-day trained-through-pain rest-1-2-days bed-rest-too-long inactivity-too-long
avoid-while-painful core-while-injured core-frequency-low back-strength-absent same-moves-repetition
condition-herniated-jump condition-osteoporosis condition-general torn-or-disc-no-strenuous
low-impact-suggestion heat-too-early heat-on-bruise heat-over-cream cold-heat-too-long cold-too-short
cold-heat-frequency cold-unwrapped analgesic-sparingly analgesic-dose analgesic-before-training massage-direct
stretch-in-acute care-started-late therapist-hint fluid-low fluid-very-high urine-dark dehydration-signs
water-loss-2pct drink-around-training sleep-position-stomach sleep-short stress-high posture-sitting smoking
weight-high recurrent-post-workout flare-same-exercise flare-load-spike return-too-early return-too-heavy
return-step-too-big return-pain-back return-core-first return-clearance relief-hold-out-of-range
"""
LINES = {"load-context", "low-impact-suggestion"}
"""Lines of the day's answer, which are never flags."""


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


def test_it_holds_every_rule_of_the_catalogue_and_no_other():
    assert sorted(rulebook()) == sorted(CATALOGUE.split())


def test_the_lines_of_the_day_have_no_severity():
    assert {one.id for one in rulebook().values() if one.line is not None} == LINES
    assert {one.id for one in rulebook().values() if not one.severity} == LINES


def test_what_a_rule_rests_on_comes_before_it():
    order = [one.id for one in in_order(rulebook().values(), rulebook())]

    for one in rulebook().values():
        for other in rests_on(one, rulebook()):
            assert order.index(other.id) < order.index(one.id)


def test_rules_that_rest_on_one_another_are_refused():
    def one(identity, other):
        return replace(rulebook()["fluid-low"], id=identity, rests_on=named(other))

    book = {"a": one("a", "b"), "b": one("b", "a")}

    with pytest.raises(ValueError, match="rules rest on one another: a -> b -> a"):
        in_order(book.values(), book)


def test_themes_follow_one_another_in_their_order():
    themes = [THEMES.index(one.theme) for one in rulebook().values()]
    assert themes == sorted(themes)


def test_every_rule_is_told_in_full():
    for identity, one in rulebook().items():
        assert one.id == identity == (one.line or one.function).__name__.replace("_", "-")
        assert all((one.theme, one.checks, one.threshold, one.documents, one.advice, one.grade)), identity
        assert one.grade.strip("●○") == "", identity
        assert one.looks_back > 0, identity
        assert list(one.severity) == sorted(one.severity, key=list(Severity).index), identity
        assert json.dumps(one.as_json()), identity


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
