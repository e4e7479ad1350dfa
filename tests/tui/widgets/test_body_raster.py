"""The body map drawn in half-cells, and the steps from one part to the next."""

import pytest

from journal.body import View, parts
from journal.tui.widgets.body_raster import raster, twin
from journal.tui.widgets.body_steps import Way, step

BOTH = tuple(View)
SIZES = ((44, 18, BOTH), (70, 30, BOTH), (110, 60, BOTH), (36, 15, BOTH))
ALONE = tuple((22, 14, (view,)) for view in View)


@pytest.mark.parametrize(("width", "height", "views"), SIZES + ALONE)
def test_every_part_is_drawn_and_has_a_cell_of_its_own_that_chooses_it(width, height, views):
    picture = raster(width, height, views)
    shown = {part for part in parts() if part.view in views}
    assert {part for row in picture.pixels for part in row} - {None} == shown
    assert len(set(picture.labels.values())) == len(shown)
    for part, (column, row) in picture.labels.items():
        assert part in (picture.pixels[2 * row][column], picture.pixels[2 * row + 1][column])
        assert picture.part_at(column, row) is part


@pytest.mark.parametrize(("width", "height", "views"), SIZES + ALONE)
def test_the_picture_is_symmetric(width, height, views):
    picture = raster(width, height, views)
    for figure in picture.figures:
        for row in picture.pixels:
            right = row[figure.middle + 1 : figure.right + 1]
            left = row[figure.left : figure.middle][::-1]
            assert [twin(part) if part else None for part in right] == list(left)


@pytest.mark.parametrize(("width", "height"), [(1, 1), (3, 2), (12, 4), (200, 5), (5, 60), (80, 1)])
def test_no_size_is_too_small_or_too_odd(width, height):
    picture = raster(width, height, BOTH)
    assert len(picture.pixels) == 2 * height
    assert {len(row) for row in picture.pixels} == {width}


def test_the_figures_stand_beside_each_other_with_a_gap():
    front, back = raster(70, 30, BOTH).figures
    assert front.right + 1 < back.left
    assert (front.view, back.view) == BOTH


def test_outside_of_the_body_is_nothing_to_choose():
    picture = raster(44, 18, BOTH)
    for cell in ((0, 0), (-1, 3), (44, 3), (3, 18)):
        assert picture.part_at(*cell) is None


def test_the_arrows_reach_every_part_from_every_part():
    for part in parts():
        reached, todo = {part}, [part]
        while todo:
            here = todo.pop()
            found = {step(here, way) for way in Way} - reached
            reached |= found
            todo += found
        assert len(reached) == len(parts()), part.name


@pytest.mark.parametrize(
    ("start", "way", "end"),
    [
        ("lower back, middle (back)", "left", "lower back, left (back)"),
        ("lower back, left (back)", "up", "mid back, left (back)"),
        ("lower back, right (back)", "down", "buttock, right (back)"),
        ("neck (front)", "up", "head (front)"),
        ("head (front)", "up", "head (front)"),
        ("chest, middle (front)", "right", "chest, left (front)"),
        ("knee, left (front)", "down", "shin, left (front)"),
        ("shoulder, left (front)", "right", "shoulder, left (back)"),
        ("shoulder, left (back)", "left", "shoulder, left (front)"),
        ("elbow, right (back)", "right", "elbow, right (front)"),
        ("foot, left (front)", "down", "foot, left (front)"),
    ],
)
def test_an_arrow_goes_where_it_points(start, way, end):
    by_name = {part.name: part for part in parts()}
    assert step(by_name[start], Way(way)).name == end
