"""Weight that falls without a reason."""

from datetime import date, timedelta

import pytest
from journals import care, checkin, symptom, when

from journal.records import CheckIn, ProfileEntry

RULE = "rf-weight-loss"
DAY = date(2026, 11, 30)
AT = "2026-11-30 18:00"


def weighed(*kg: float, ago: int) -> list[CheckIn]:
    """Weighings on consecutive dates, the last of them `ago` days before the day asked about."""
    first = DAY - timedelta(days=ago + len(kg) - 1)
    days = [(first + timedelta(days=place)).isoformat() for place in range(len(kg))]
    return [
        checkin(day, at=when(f"{day} 07:00"), body_weight_kg=one) for day, one in zip(days, kg, strict=True)
    ]


BEFORE = weighed(80, 80, 80, ago=30)


@pytest.mark.parametrize(
    ("now", "severity"),
    [
        (weighed(76, 76, 76, ago=0), "warning"),
        (weighed(76.1, 76.1, 76.1, ago=0), ""),
        (weighed(70, 76, 90, ago=0), "warning"),
        (weighed(80, 80, 80, ago=0), ""),
        (weighed(84, 84, 84, ago=0), ""),
    ],
    ids=["exactly 5 %", "a little less", "the median counts", "the same", "more"],
)
def test_five_percent_less_than_four_weeks_ago(now, severity, level):
    assert level(RULE, AT, BEFORE, now) == severity


def test_the_numbers(flag):
    found = flag(RULE, AT, BEFORE, weighed(75, 75, 75, ago=0)).as_json()

    assert found["observed"] == {"value": 6.25, "unit": "%"}
    assert found["threshold"] == {"op": ">=", "value": 5, "unit": "%"}
    assert found["act"] == "this-week"
    assert len(found["evidence"]) == 6
    assert found["evidence"][0] == {"table": "checkins", "id": "2026-10-29"}


@pytest.mark.parametrize(
    ("goal", "severity"), [("lose", ""), ("keep", "warning"), ("gain", "warning"), ("none", "warning")]
)
def test_weight_that_is_meant_to_fall_is_no_flag(goal, severity, level):
    wish = ProfileEntry(key="weight_goal", value=goal)

    assert level(RULE, AT, BEFORE, weighed(75, 75, 75, ago=0), wish) == severity


@pytest.mark.parametrize(
    ("records", "missing"),
    [
        ([weighed(80, 80, ago=30), weighed(75, 75, 75, ago=0)], ("3 weighings 28 to 34 days ago",)),
        ([weighed(80, 80, 80, ago=35), weighed(75, 75, 75, ago=0)], ("3 weighings 28 to 34 days ago",)),
        ([BEFORE, weighed(75, 75, ago=0)], ("3 weighings in the last 7 days",)),
        ([weighed(80, ago=62), weighed(75, 75, 75, ago=0)], ("3 weighings 28 to 34 days ago",)),
        ([weighed(80, ago=63), weighed(75, 75, 75, ago=0)], None),
        ([weighed(*[80] * 27, ago=1), weighed(75, ago=0)], None),
        ([BEFORE, weighed(75, 75, 75, ago=8)], None),
        ([], None),
    ],
    ids=[
        *("two then", "three too long ago", "two now", "one in the 28 days before then", "none in them"),
        *("first weighed four weeks ago", "not weighed this week", "never weighed"),
    ],
)
def test_too_few_weighings_are_missing_not_clear(records, missing, judged):
    said = judged(RULE, AT, *records)

    assert said.flags == ()
    assert [one.missing for one in said.insufficient] == ([missing] if missing else [])


def test_a_measured_fall_lasts_28_days_after_it_was_last_seen(level):
    records = BEFORE, weighed(75, 75, 75, ago=0)

    assert level(RULE, "2026-12-28 06:59", *records) == "warning"
    assert level(RULE, "2026-12-28 07:00", *records) == ""


def test_a_loss_that_is_called_unexplained_is_urgent(flag, level):
    ticked = symptom(AT, "unexplained-weight-loss")

    found = flag(RULE, AT, ticked)
    assert (found.severity, found.act) == ("urgent", "this-week")
    assert level(RULE, "2026-12-28 17:59", ticked) == "urgent"
    assert level(RULE, "2026-12-28 18:00", ticked) == ""
    assert level(RULE, "2026-12-02 18:00", ticked, care("2026-12-02 10:00", "doctor")) == ""


def test_it_is_a_warning_only_while_it_is_only_measured(level):
    records = BEFORE, weighed(75, 75, 75, ago=0), symptom(AT, "unexplained-weight-loss")

    assert level(RULE, "2026-11-30 17:59", *records) == "warning"
    assert level(RULE, AT, *records) == "urgent"
