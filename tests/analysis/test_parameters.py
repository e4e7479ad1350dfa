"""The writer's own thresholds: they change what a rule says, and what is wrong is refused with what there is."""

import pytest
from journals import (
    CATALOGUE,
    care,
    checkin,
    drink,
    pain,
    run,
    symptom,
    urine,
    when,
    workout,
)

from journal.analysis.engine import evaluate, rulebook
from journal.analysis.frames import Frames
from journal.analysis.parameters import MOST, MOST_COUNTED, checked, reach
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
        ({"pain-past-72h": {"hours": 1_000_001}}, "it needs a number above 0, at most 1000000"),
        ({"no-rest-day": {"without_rest_days": 6.5}}, "= 6.5: it needs a whole number from 1 to 3650"),
        ({"no-rest-day": {"without_rest_days": 0}}, "it needs a whole number from 1 to 3650"),
        ({"no-rest-day": {"without_rest_days": 3651}}, "it needs a whole number from 1 to 3650"),
        ({"no-rest-day": {"without_rest_days": float("inf")}}, "it needs a whole number from 1 to 3650"),
        (
            {"core-frequency-low": {"core_per_week": [1.5, 3]}},
            "= [1.5, 3]: it needs 2 whole numbers, the smaller first, such as [2, 3]",
        ),
        ({"core-frequency-low": {"core_per_week": [3, 2]}}, "it needs 2 whole numbers, the smaller first"),
        ({"core-frequency-low": {"core_per_week": 2}}, "it needs 2 whole numbers, the smaller first"),
        (
            {"relief-hold-out-of-range": {"childs_pose_s": [90, 15]}},
            "it needs 2 numbers, the smaller first, such as [15, 90]",
        ),
    ],
)
def test_what_is_wrong_is_refused_with_what_there_is(written, said):
    with pytest.raises(Refused) as refusal:
        checked(written, WHERE)

    assert said in str(refusal.value)
    assert str(refusal.value).startswith(WHERE)


def test_a_count_may_be_written_with_a_decimal_point():
    settings = checked({"no-rest-day": {"without_rest_days": 6.0, "hard_rpe": 4.5}}, WHERE)["no-rest-day"]

    assert settings == {"without_rest_days": 6, "hard_rpe": 4.5}
    assert isinstance(settings["without_rest_days"], int)
    per_week = checked({"core-frequency-low": {"core_per_week": [1.0, 2]}}, WHERE)["core-frequency-low"]
    assert [type(one) for one in per_week["core_per_week"]] == [int, int]


def widest(name, default, *, is_whole):
    """The largest and the smallest value that a parameter may have, and one between that is no whole number."""
    if isinstance(default, bool):
        return (not default,)
    if isinstance(default, tuple):
        return ([1, MOST_COUNTED], [1, 1]) if is_whole else ([1e-6, MOST], [0.5, 0.5])
    if name.endswith(("_nrs", "_rpe")):
        return (0, 5.5, 10)
    return (1, MOST_COUNTED) if is_whole else (1e-6, 3.3, MOST)


EVERYTHING = [
    *[
        pain(f"2026-11-{day} 18:00", score=score)
        for day, score in ((10, 3), (12, 6), (14, 7), (16, 2), (19, 5))
    ],
    *[care(f"2026-11-{day} 12:00", "cold", region="lower-back", duration_min=15) for day in (10, 14)],
    *[care(f"2026-11-{day} 13:00", "oral-analgesic", drug="ibuprofen", dose_mg=400) for day in (12, 14)],
    *[symptom(f"2026-11-{day} 07:00", "night-pain") for day in (12, 14, 15, 16)],
    *[
        checkin(f"2026-11-{day}", stress=8, sleep_h=6, body_weight_kg=80, sitting_h=9)
        for day in range(10, 20)
    ],
    *[drink(f"2026-11-{day} {hour}:00", 300) for day in range(10, 20) for hour in ("08", "12", "15", "18")],
    *[urine(f"2026-11-{day} 12:00", 6) for day in range(10, 16)],
    *[
        one
        for day in range(10, 19)
        for one in workout(f"2026-11-{day} 17:00", ("squat", 4, 5, 60 + day), rpe=6)
    ],
    *[one for day in range(10, 19) for one in run(f"2026-11-{day} 08:00", day)],
]


@pytest.mark.parametrize("one", rulebook().values(), ids=lambda one: one.id)
def test_no_value_that_is_accepted_upsets_a_rule(one):
    at = int(when("2026-11-19 20:00").timestamp())
    frames = Frames.of(EVERYTHING, CATALOGUE)

    for name, default in one.parameters.items():
        for value in widest(name, default, is_whole=name in one.whole):
            settings = checked({one.id: {name: value}}, WHERE)
            evaluate(frames, settings, rules=[one.id]).judge(at, past=True)
            assert reach(one, settings) >= one.looks_back


def test_a_wider_window_looks_further_back():
    one = rulebook()["spike-session-distance"]

    assert reach(one, {}) == one.looks_back
    assert reach(one, {one.id: {"days": 60}}) == 2 * one.looks_back
    assert reach(one, {one.id: {"days": 10}}) == one.looks_back
