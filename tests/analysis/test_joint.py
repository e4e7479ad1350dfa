"""Several flags of one rule, told as one: which belong together, and what a mark on them is set on."""

import pytest
from journals import when

from journal.analysis.engine import rulebook
from journal.analysis.flags import Flag, Mark
from journal.analysis.joint import jointly, parts
from journal.analysis.marking import marks_for, meant
from journal.vocabulary import MarkAction, Severity, Status

NOW = when("2026-11-20 19:00")
KNEE = {"region": "knee", "side": "left"}


@pytest.fixture(autouse=True, scope="module")
def rules():
    return rulebook()


def flag(
    exercise,
    *,
    rule="flare-same-exercise",
    since="2026-11-20 18:00",
    mark=None,
    status=Status.ACTIVE,
    **place,
):
    details = {
        "name": exercise.title(),
        "flares": ["2026-11-01"],
        "of": 5,
        "ordinary_days": 9,
        "ordinary_pct": 0,
    }
    return Flag(
        rule=rule,
        severity=Severity.CAUTION,
        subject={**(place or KNEE), "exercise": exercise},
        since=when(since),
        until=None,
        message=exercise,
        advice="",
        documents=(),
        evidence=(),
        value=3,
        status=status,
        mark=mark,
        details=details,
    )


def test_they_stand_where_the_first_of_them_stood():
    other = flag("plank", rule="spike-session-weight")

    first, second = jointly([flag("squat"), other, flag("run")])

    assert (first.subject, second) == (KNEE, other)
    assert [one["name"] for one in first.details["exercises"]] == ["Run", "Squat"]


@pytest.mark.parametrize(
    "other",
    [
        flag("run", region="knee", side="right"),
        flag("run", since="2026-11-19 18:00"),
        flag("run", status=Status.PAST),
        flag("run", mark=Mark(MarkAction.ACKNOWLEDGE, NOW, None, "known")),
        flag("squat", rule="spike-session-weight"),
    ],
    ids=["another place", "another flare", "over", "marked", "another rule"],
)
def test_what_differs_in_more_than_the_exercise_is_told_by_itself(other):
    assert jointly([flag("squat"), other]) == [flag("squat"), other]


def test_one_alone_is_told_as_it_is():
    assert jointly([flag("squat")]) == [flag("squat")]
    assert parts(flag("squat"), [flag("squat"), flag("run")]) == []


def test_a_mark_on_them_is_set_on_each():
    active = [flag("squat"), flag("run"), flag("squat", region="lower-back")]
    (told, _) = jointly(active)

    marks = marks_for(meant(told, active), active, at=NOW, reason="leaving them out")

    assert [mark.subject for mark in marks] == [
        "exercise=squat;region=knee;side=left",
        "exercise=run;region=knee;side=left",
    ]
