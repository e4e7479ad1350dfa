"""What the pain of a place did in the 24 hours after something was done against it."""

from datetime import date

import pytest
from journals import CATALOGUE, care, pain

from journal.analysis.care.response import responses
from journal.analysis.frames import Frames

FIRST, LAST = date(2026, 11, 1).toordinal(), date(2026, 11, 30).toordinal()


def after(*records):
    frames = Frames.of(records, CATALOGUE)
    return responses(frames, frames.episodes, FIRST, LAST)


def ice(at, **more):
    return care(at, "cold", **{"region": "lower-back", **more})


@pytest.mark.parametrize(
    ("before", "later", "fell", "rose"),
    [
        (6, [4], 1, 0),
        (6, [5], 0, 0),
        (6, [5, 5, 3], 1, 0),
        (6, [8], 0, 1),
        (6, [8, 4], 1, 0),
        (2, [0], 1, 0),
    ],
)
def test_two_points_less_within_a_day_count(before, later, fell, rose):
    (one,) = after(
        pain("2026-11-10 08:00", score=before),
        ice("2026-11-10 20:00"),
        *(pain(f"2026-11-11 {8 + place:02}:00", score=score) for place, score in enumerate(later)),
    )
    assert (one.times, one.told, one.fell, one.rose) == (1, 1, fell, rose)


def test_a_pain_that_had_fallen_before_is_not_counted_for_what_came_after():
    (one,) = after(
        pain("2026-11-10 08:00", score=7),
        pain("2026-11-10 19:00", score=4),
        ice("2026-11-10 20:00"),
        pain("2026-11-11 08:00", score=4),
    )
    assert one.fell == 0


@pytest.mark.parametrize(
    "records",
    [
        [pain("2026-11-10 08:00", score=6), ice("2026-11-10 20:00")],
        [pain("2026-11-10 08:00", score=6), ice("2026-11-10 20:00"), pain("2026-11-11 20:01", score=2)],
        [pain("2026-11-10 08:00", score=6), ice("2026-11-11 08:01"), pain("2026-11-11 20:00", score=2)],
        [pain("2026-11-10 08:00", score=1), ice("2026-11-10 20:00"), pain("2026-11-11 08:00", score=0)],
        [
            pain("2026-11-10 08:00", score=6),
            ice("2026-11-10 12:00", time_known=False),
            pain("2026-11-11 08:00", score=2),
        ],
    ],
    ids=["nothing after", "too late after", "too long before", "too little to fall", "no time of the care"],
)
def test_what_cannot_be_compared_is_counted_as_done_and_not_as_told(records):
    (one,) = after(*records)
    assert (one.times, one.told, one.fell) == (1, 0, 0)


def test_each_kind_and_each_drug_is_counted_by_itself_the_most_often_followed_first():
    records = []
    for day, score in ((10, 6), (11, 3), (12, 6), (13, 6), (14, 3), (15, 3)):
        records.append(pain(f"2026-11-{day} 08:00", score=score))
    records += [ice("2026-11-10 20:00"), ice("2026-11-12 20:00"), ice("2026-11-13 20:00")]
    pill = {"region": "lower-back", "dose_mg": 400}
    records += [
        care("2026-11-12 21:00", "oral-analgesic", drug="ibuprofen", **pill),
        care("2026-11-13 21:00", "oral-analgesic", drug="paracetamol", **pill),
    ]
    told = [(one.kind, one.drug, one.fell, one.told) for one in after(*records)]
    assert told == [
        ("cold", "", 2, 3),
        ("oral-analgesic", "paracetamol", 1, 1),
        ("oral-analgesic", "ibuprofen", 0, 1),
    ]


def test_care_of_another_place_and_a_visit_are_none():
    assert (
        after(
            pain("2026-11-10 08:00", score=6),
            care("2026-11-10 20:00", "cold", region="knee", side="left"),
            care("2026-11-10 20:00", "doctor"),
            pain("2026-11-11 08:00", score=2),
        )
        == ()
    )
