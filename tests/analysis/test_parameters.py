"""The writer's own thresholds: they change what a rule says, and what is wrong is refused with what there is."""

import pytest
from journals import CATALOGUE, pain, when

from journal.analysis.engine import evaluate, rulebook
from journal.analysis.frames import Frames
from journal.analysis.parameters import checked, reach
from journal.errors import Refused

WHERE = "settings.toml"


def test_a_threshold_of_ones_own_replaces_the_rules():
    course = [pain(f"2026-11-{day} 18:00", score=5) for day in (16, 18, 19, 20)]
    at = int(when("2026-11-20 18:00").timestamp())

    def said(settings):
        history = evaluate(Frames.of(course, CATALOGUE), checked(settings, WHERE), rules=["pain-past-72h"])
        return [flag.rule for flag in history.judge(at).flags]

    assert said({}) == ["pain-past-72h"]
    assert said({"pain-past-72h": {"hours": 96}}) == []
    assert said({"pain-past-72h": {"hours": 95.5}}) == ["pain-past-72h"]


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ({"pain-past-71h": {"hours": 1}}, "'pain-past-71h' is no rule; did you mean pain-past-72h"),
        ({"zzz": {}}, "'zzz' is no rule; `journal rules` lists them all"),
        ({"pain-past-72h": 96}, "rules.pain-past-72h needs settings of its own; there is: hours (72)"),
        ({"pain-past-72h": {"days": 4}}, "'days' is no setting of pain-past-72h; there is: hours (72)"),
        ({"pain-past-72h": {"hours": "96"}}, "rules.pain-past-72h.hours = '96': it needs a number above 0"),
        ({"pain-past-72h": {"hours": 0}}, "it needs a number above 0"),
        ({"pain-past-72h": {"hours": True}}, "hours = true: it needs a number above 0"),
        ({"pain-past-72h": {"hours": float("nan")}}, "it needs a number above 0"),
        ({"trained-through-pain": {"caution_nrs": 11}}, "it needs a number from 0 to 10"),
        ({"muscle-rest-short": {"include_endurance": 1}}, "it needs true or false"),
    ],
)
def test_what_is_wrong_is_refused_with_what_there_is(written, said):
    with pytest.raises(Refused) as refusal:
        checked(written, WHERE)

    assert said in str(refusal.value)
    assert str(refusal.value).startswith(WHERE)


def test_a_wider_window_looks_further_back():
    one = rulebook()["spike-session-distance"]

    assert reach(one, {}) == one.looks_back
    assert reach(one, {one.id: {"days": 60}}) == 2 * one.looks_back
    assert reach(one, {one.id: {"days": 10}}) == one.looks_back
