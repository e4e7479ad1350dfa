"""Bars: what is zero, what is not recorded and what is partly unknown are three different things."""

from itertools import pairwise

import pytest

from journal.report.html.bars import Band, Bar, bar_picture

WIDE = 720


def looks(picture, tag):
    return [mark.look for mark in picture.marks if mark.tag == tag]


def written(picture, look):
    return [mark.words for mark in picture.marks if mark.tag == "text" and mark.look == look]


def test_a_zero_is_drawn_and_what_is_not_recorded_is_a_dash():
    picture = bar_picture([Bar("Mon", 0, "0"), Bar("Tue", None), Bar("Wed", 800, "800")], WIDE)

    assert looks(picture, "rect") == ["bar"]
    assert looks(picture, "line").count("zero") == 1
    assert written(picture, "value") == ["0", "800"]
    assert "–" in written(picture, "tick")


def test_a_question_mark_stands_above_what_leaves_something_out():
    picture = bar_picture([Bar("W1", 300, "300", is_partial=True), Bar("W2", None, is_partial=True)], WIDE)

    assert written(picture, "unknown") == ["300?", "?"]


def test_where_a_question_mark_has_no_room_a_line_stands_above_the_bar():
    bars = [Bar(f"W{place}", 300, "300", is_partial=True) for place in range(100)]
    picture = bar_picture(bars, WIDE)

    assert looks(picture, "rect").count("lacking") == 100
    assert written(picture, "unknown") == []


def test_what_is_not_over_yet_looks_different_from_what_is():
    picture = bar_picture([Bar("W1", 300, "300"), Bar("W2", 200, "200", so_far=True)], WIDE)

    assert looks(picture, "rect") == ["bar", "bar so-far"]


def test_the_usual_range_lies_behind_the_bars_between_its_two_numbers():
    picture = bar_picture([Bar("W1", 3000, "3000")], WIDE, band=Band(1000, 2000, "usual"))
    band, bar = (mark for mark in picture.marks if mark.tag == "rect")

    assert (band.look, bar.look) == ("usual", "bar")
    full = float(bar.at["height"])
    assert float(band.at["height"]) == pytest.approx(full / 3, abs=0.2)
    assert float(band.at["y"]) == pytest.approx(float(bar.at["y"]) + full / 3, abs=0.2)


def test_the_axis_holds_the_range_where_every_bar_is_below_it():
    picture = bar_picture([Bar("Mon", 500, "500")], WIDE, band=Band(2000, 4000, "range"))

    assert max(int(one.replace(",", "")) for one in written(picture, "tick") if one[0].isdigit()) >= 4000


@pytest.mark.parametrize("count", [1, 5, 7, 13, 27, 53, 521])
@pytest.mark.parametrize("width", [330, 720])
def test_bars_and_names_stay_apart_and_within_the_picture(count, width):
    bars = [Bar(f"W{place:02}", place, str(place), "16 Nov") for place in range(1, count + 1)]
    picture = bar_picture(bars, width)

    boxes = [(float(mark.at["x"]), float(mark.at["width"])) for mark in picture.marks if mark.tag == "rect"]
    assert len(boxes) == count
    assert all(x >= 0 and x + wide <= width for x, wide in boxes)
    assert all(x + wide < after for (x, wide), (after, _) in pairwise(boxes))
    assert f"W{count:02}" in written(picture, "tick")
