"""Places of the body as other programs' files name them."""

import pytest

from journal.interchange.health.body_places import place_of, side_of
from journal.vocabulary import Region, Side


@pytest.mark.parametrize(
    ("text", "region", "side"),
    [
        ("lower-back", Region.LOWER_BACK, None),
        ("Lower Back", Region.LOWER_BACK, None),
        ("lower_back", Region.LOWER_BACK, None),
        ("Back (lower)", Region.LOWER_BACK, None),
        ("Middle back", Region.MID_BACK, None),
        ("back of the thigh, right", Region.THIGH_BACK, Side.RIGHT),
        ("Left knee", Region.KNEE, Side.LEFT),
        ("Knee (L)", Region.KNEE, Side.LEFT),
        ("KNEE - right side", Region.KNEE, Side.RIGHT),
        ("left and right knees", Region.KNEE, Side.BOTH),
        ("shoulder bilateral", Region.SHOULDER, Side.BOTH),
        ("Neck pain", Region.NECK, None),
    ],
)
def test_a_place_is_read_with_its_side(text, region, side):
    assert place_of(text) == (region, side)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("back", "it needs one of lower back, mid back, upper back"),
        ("left leg", "it needs one of front thigh, back thigh, knee, shin, calf"),
        ("", "it needs a place of the body, one of head, neck"),
        ("everywhere", "it needs a place of the body, one of head, neck"),
        ("[/]\x1b[31m", "it needs a place of the body, one of head, neck"),
    ],
)
def test_what_is_no_single_place_is_refused_with_what_would_be(text, reason):
    with pytest.raises(ValueError, match=reason):
        place_of(text)


def test_a_side_alone():
    assert [side_of(text) for text in ("", "Left", "R", "both", "Right side", "centre")] == [
        None,
        Side.LEFT,
        Side.RIGHT,
        Side.BOTH,
        Side.RIGHT,
        Side.CENTER,
    ]
    with pytest.raises(ValueError, match="it needs one of left, right, both, center"):
        side_of("up")
