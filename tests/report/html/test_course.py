"""Panels on one time axis: a gap is never joined, a zero is shown, and what is unknown is marked."""

from datetime import date, timedelta

import pytest

from journal.analysis.rows import Place
from journal.analysis.series import Daily, RaisedOn
from journal.report.html.course import (
    BarPanel,
    FlagPanel,
    PainPanel,
    SignPanel,
    flag_keys,
    place_keys,
    runs,
    time_picture,
)
from journal.report.html.scale import Days
from journal.vocabulary import Severity

MONDAY = date(2026, 11, 16)
SUNDAY = MONDAY + timedelta(days=6)
KNEE, BACK = Place("knee", "left"), Place("lower-back")


def drawn(*panels, width=720):
    return time_picture(MONDAY, SUNDAY, panels, width).marks


def of(marks, look):
    return [mark for mark in marks if look in mark.look.split()]


def scores(*values):
    return Daily(MONDAY, values)


def test_only_days_that_follow_one_another_are_joined():
    course = scores(3, 4, None, 5, None, 2, 1)

    found = runs(course, Days(MONDAY, SUNDAY, 0, 700))
    assert [[value for _, value in run] for run in found] == [[3, 4], [5], [2, 1]]
    marks = drawn(PainPanel("Pain", [(KNEE, course)]))
    assert len(of(marks, "course")) == 2
    assert len(of(marks, "sign")) == 5


def test_a_score_of_0_has_its_sign_on_the_axis():
    marks = drawn(PainPanel("Pain", [(KNEE, scores(0))]))

    (sign,) = of(marks, "sign")
    assert sign.at["cy"] == of(marks, "axis")[0].at["y1"]


def test_places_are_told_apart_by_their_shapes_and_stand_beside_each_other_at_one_score():
    marks = drawn(PainPanel("Pain", [(KNEE, scores(4)), (BACK, scores(4))]))

    circle, square = of(marks, "place-1")[-1], of(marks, "place-2")[-1]
    assert (circle.tag, square.tag) == ("circle", "path")
    assert not square.at["d"].startswith(f"M{float(circle.at['cx']) - 3.6}")
    assert [key.words for key in place_keys([(KNEE, scores(4)), (BACK, scores(4))])] == [
        "left knee",
        "lower back",
    ]


def test_a_day_of_rest_is_a_zero_an_unknown_effort_a_question_mark_and_silence_is_nothing():
    load = Daily(MONDAY, (300, 0, None, None), frozenset({MONDAY + timedelta(days=2)}))
    marks = drawn(BarPanel("Load", load))

    assert [len(of(marks, look)) for look in ("bar", "zero", "unknown")] == [1, 1, 1]


def test_flags_have_a_sign_of_their_severity_and_their_number_when_there_are_several():
    raised = {MONDAY: RaisedOn(Severity.CAUTION, 1), SUNDAY: RaisedOn(Severity.URGENT, 3)}
    marks = drawn(FlagPanel("Flags", raised))

    assert [of(marks, f"flag-{one}")[0].tag for one in ("caution", "urgent")] == ["circle", "path"]
    assert [mark.words for mark in of(marks, "count")] == ["3"]
    assert [key.words for key in flag_keys(raised)] == ["flag: urgent", "flag: caution"]


def test_what_lies_outside_of_the_dates_is_not_drawn():
    later = SUNDAY + timedelta(days=3)
    marks = drawn(
        FlagPanel("Flags", {later: RaisedOn(Severity.WARNING, 1)}), SignPanel("Workouts", frozenset({later}))
    )

    assert of(marks, "flag-warning") == of(marks, "event") == []


@pytest.mark.parametrize("weeks", [1, 5, 13, 60, 600])
@pytest.mark.parametrize("width", [330.0, 720.0])
def test_everything_stands_within_the_picture(weeks, width):
    last = MONDAY + timedelta(weeks=weeks, days=-1)
    daily = Daily(MONDAY, tuple(place % 11 for place in range(weeks * 7)))
    picture = time_picture(
        MONDAY, last, [BarPanel("Load", daily), PainPanel("Pain", [(KNEE, daily)])], width, lit=(MONDAY, last)
    )

    assert picture.width == width
    for mark in picture.marks:
        for name, limit in (
            ("x", width),
            ("x2", width),
            ("cx", width),
            ("y", picture.height),
            ("cy", picture.height),
        ):
            assert 0 <= float(mark.at.get(name, 0)) <= limit
