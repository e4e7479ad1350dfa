"""The body map as data: every place is there, from the right view, on the right side, once."""

import pytest

from journal.body import HALF_WIDTH, Place, View, band, centre_of, covered, parts, places
from journal.vocabulary import Region, Side

TRUNK = {Region.CHEST, Region.ABDOMEN, Region.UPPER_BACK, Region.MID_BACK, Region.LOWER_BACK}
ONE = {Region.HEAD, Region.NECK}
FRONT_ONLY = {
    Region.CHEST,
    Region.ABDOMEN,
    Region.HIP,
    Region.GROIN,
    Region.THIGH_FRONT,
    Region.SHIN,
}
BACK_ONLY = {
    Region.UPPER_BACK,
    Region.MID_BACK,
    Region.LOWER_BACK,
    Region.BUTTOCK,
    Region.THIGH_BACK,
    Region.CALF,
}


def test_a_pain_is_drawn_in_four_bands_on_the_screen_and_on_paper():
    assert [band(score) for score in range(11)] == [0, 1, 1, 1, 2, 2, 2, 3, 3, 3, 3]
    assert band(0.5) == 0  # the mean of some days


def test_a_region_has_every_side_that_makes_sense():
    pair = {Side.LEFT, Side.RIGHT}
    for region in Region:
        sides = {part.side for part in parts() if part.region is region}
        assert sides == ({None} if region in ONE else pair | {Side.CENTER} if region in TRUNK else pair), (
            region
        )


def test_a_region_is_there_from_where_it_is_seen():
    for region in Region:
        views = {part.view for part in parts() if part.region is region}
        only = {View.FRONT} if region in FRONT_ONLY else {View.BACK}
        assert views == (only if region in FRONT_ONLY | BACK_ONLY else set(View)), region


def test_a_place_is_drawn_once_in_a_view():
    assert len({(part.place, part.view) for part in parts()}) == len(parts())


def test_an_outline_lies_on_the_body_and_can_be_seen():
    for part in parts():
        left, top, right, bottom = part.box
        assert -HALF_WIDTH <= left < right <= HALF_WIDTH, part.name
        assert 0 <= top < bottom <= 1, part.name
        assert _area(part.outline) > 0.0008, part.name


def test_left_and_right_are_mirror_images():
    for part in parts():
        mirrored = {(-x, y) for x, y in part.outline}
        other = {Side.LEFT: Side.RIGHT, Side.RIGHT: Side.LEFT}.get(part.side, part.side)
        twin = next(one for one in parts() if (one.place, one.view) == (Place(part.region, other), part.view))
        assert set(twin.outline) == mirrored, part.name


@pytest.mark.parametrize(("view", "sign"), [(View.FRONT, 1), (View.BACK, -1)])
def test_from_the_front_the_left_of_the_person_is_on_the_right_of_the_picture(view, sign):
    for part in parts():
        if part.view is view and part.side in (Side.LEFT, Side.RIGHT):
            is_right_of_picture = part.centre[0] > 0
            assert is_right_of_picture == ((part.side is Side.LEFT) == (sign > 0)), part.name


@pytest.mark.parametrize("view", View)
def test_the_outlines_do_not_overlap(view):
    """Counted on a fine grid, where points on a common edge may be in both."""
    seen = [part for part in parts() if part.view is view]
    twice = sum(
        sum(_inside(part.outline, x / 100, y / 100) for part in seen) > 1
        for x in range(-30, 31)
        for y in range(101)
    )
    assert twice <= 2


@pytest.mark.parametrize("view", View)
def test_the_figure_is_in_one_piece(view):
    seen = [part for part in parts() if part.view is view]
    reached, todo = {seen[0]}, [seen[0]]
    while todo:
        here = todo.pop()
        touching = {one for one in seen if set(one.outline) & set(here.outline)} - reached
        reached |= touching
        todo += touching
    assert [part.name for part in seen if part not in reached] == []


def test_the_proportions_are_those_of_a_person():
    centre = {(part.region, part.view): part.centre[1] for part in parts()}
    front = View.FRONT
    assert 0.04 < centre[Region.HEAD, front] < 0.08
    assert 0.68 < centre[Region.KNEE, front] < 0.74
    assert 0.5 < centre[Region.HAND, front] < 0.62
    assert centre[Region.GROIN, front] < 0.5 < centre[Region.THIGH_FRONT, front]


@pytest.mark.parametrize(
    ("place", "names"),
    [
        (Place(Region.LOWER_BACK, Side.LEFT), ["lower back, left (back)"]),
        (Place(Region.LOWER_BACK), ["lower back, middle (back)"]),
        (Place(Region.LOWER_BACK, Side.BOTH), ["lower back, left (back)", "lower back, right (back)"]),
        (Place(Region.SHIN), ["shin, right (front)", "shin, left (front)"]),
        (Place(Region.HIP, Side.CENTER), ["hip, right (front)", "hip, left (front)"]),
        (Place(Region.KNEE, Side.RIGHT), ["knee, right (front)", "knee, right (back)"]),
        (Place(Region.HEAD, Side.LEFT), ["head (front)", "head (back)"]),
    ],
)
def test_a_place_covers_the_parts_of_its_side(place, names):
    assert [part.name for part in covered(place)] == names


def test_every_place_that_can_be_recorded_is_somewhere_on_the_map():
    every = [Place(region, side) for region in Region for side in (None, *Side)]
    assert [place for place in every if not covered(place)] == []


def test_the_places_go_from_head_to_foot_and_each_is_there_once():
    names = [place.name for place in places()]
    assert names[:3] == ["head", "neck", "shoulder, left"]
    assert names[-1] == "foot, right"
    assert len(set(names)) == len(names) == len({part.place for part in parts()})


def test_the_centre_of_a_square():
    square = ((0.0, 0.0), (0.2, 0.0), (0.2, 0.2), (0.0, 0.2))
    assert centre_of(square) == pytest.approx((0.1, 0.1))


def _area(outline) -> float:
    """In squares of the body height."""
    edges = zip(outline, (*outline[1:], outline[0]), strict=True)
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in edges)) / 2


def _inside(outline, x, y) -> bool:
    crossed = False
    for (x1, y1), (x2, y2) in zip(outline, (*outline[1:], outline[0]), strict=True):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            crossed = not crossed
    return crossed
