"""Flags that say the same thing in different words are shown as one."""

import pytest
from journals import when

from journal.analysis.families import FAMILIES, merge, paired, spoken_for
from journal.analysis.flags import Evidence, Flag
from journal.vocabulary import Severity


def flag(rule, severity="caution", since="2026-11-20 18:00", workout=None, **subject):
    """A flag about `subject`, resting on a workout when one is named."""
    return Flag(
        rule=rule,
        severity=Severity(severity),
        subject=subject,
        since=when(since),
        until=None,
        message="",
        advice="",
        documents=(),
        evidence=() if workout is None else (Evidence("workouts", workout),),
    )


def shown(*flags):
    return {one.rule: one.also for one in merge(flags)}


BACK = {"region": "lower-back"}


def test_the_highest_of_a_family_speaks_for_the_others():
    caution, warning = flag("pain-past-72h", **BACK), flag("doms-past-72h", "warning", **BACK)

    assert shown(caution, warning) == {"doms-past-72h": ("pain-past-72h",)}


def test_among_equals_the_first_named_speaks():
    assert shown(
        flag("doms-past-72h", **BACK), flag("pain-unimproved-1w", **BACK), flag("pain-past-72h", **BACK)
    ) == {"pain-unimproved-1w": ("pain-past-72h", "doms-past-72h")}


@pytest.mark.parametrize(
    "other",
    [
        flag("pain-past-72h", region="knee", side="left"),
        flag("sharp-during-exercise", **BACK),
        flag("doms-pattern", "info", **BACK),
        flag("pain-unimproved-1w", "urgent", **BACK),
    ],
    ids=["another place", "another family", "no family", "urgent"],
)
def test_what_is_not_the_same_matter_stands_by_itself(other):
    assert set(shown(flag("doms-past-72h", **BACK), other).values()) == {()}


def test_the_two_sides_of_a_place_are_two_matters():
    left, right = (flag("pain-past-72h", region="knee", side=side) for side in ("left", "right"))

    assert len(merge([left, right])) == 2
    assert shown(left, flag("doms-past-72h", region="knee", side="right")) == {
        "pain-past-72h": (),
        "doms-past-72h": (),
    }


def test_a_family_joins_over_the_same_muscle_or_the_same_workout():
    muscle = flag("muscle-rest-short", muscle="chest"), flag("same-muscle-consecutive-days", muscle="chest")
    assert shown(*muscle) == {"same-muscle-consecutive-days": ("muscle-rest-short",)}

    week = flag("spike-week-load", metric="load", workout="w")
    assert shown(week, flag("spike-session-distance", workout="w", kind="run")) == {
        "spike-session-distance": ("spike-week-load",)
    }
    assert len(shown(week, flag("spike-session-distance", workout="v"))) == 2


def test_two_flags_of_one_rule_are_never_merged():
    assert (
        len(merge([flag("spike-session-weight", workout="w"), flag("spike-session-weight", workout="w")]))
        == 2
    )


def test_a_rule_belongs_to_one_family():
    names = [name for family in FAMILIES.values() for name in family]

    assert len(names) == len(set(names))


def test_left_and_right_of_one_entry_are_told_once():
    left, right = (flag("pain-past-72h", region="knee", side=side) for side in ("left", "right"))

    (both,) = paired([left, right])

    assert both.subject == {"region": "knee", "side": "both"}
    assert both.message.endswith("The same on the right.")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            flag("pain-past-72h", region="knee", side="left"),
            flag("pain-past-72h", "warning", region="knee", side="right"),
        ),
        (
            flag("pain-past-72h", region="knee", side="left"),
            flag("pain-past-72h", since="2026-11-20 19:00", region="knee", side="right"),
        ),
        (
            flag("pain-past-72h", region="knee", side="left"),
            flag("pain-past-72h", region="calf", side="right"),
        ),
        (
            flag("pain-past-72h", region="knee", side="left"),
            flag("doms-past-72h", region="knee", side="right"),
        ),
        (
            flag("rf-calf", "urgent", region="calf", side="left"),
            flag("rf-calf", "urgent", region="calf", side="right"),
        ),
    ],
    ids=["another severity", "another time", "another place", "another rule", "urgent"],
)
def test_what_differs_in_more_than_the_side_is_told_twice(one, other):
    assert paired([one, other]) == [one, other]


def test_whom_a_flag_speaks_for():
    speaker, milder = flag("pain-past-72h", "warning", **BACK), flag("doms-past-72h", **BACK)
    other = flag("sharp-during-exercise", **BACK)

    assert spoken_for(speaker, [speaker, milder, other]) == [milder]
    assert spoken_for(milder, [speaker, milder, other]) == []
