"""Dark urine, and several signs of too little fluid on one date."""

import pytest
from journals import symptom, urine, when

DARK, DRY = "urine-dark", "dehydration-signs"
AT = "2026-11-20 18:00"


def read(*colors, day=20, **more):
    """Readings of these colours in time order, an hour apart."""
    return [urine(f"2026-11-{day:02} {8 + place:02}:00", color, **more) for place, color in enumerate(colors)]


# urine-dark


@pytest.mark.parametrize(
    ("colors", "severity"),
    [
        ([6], "caution"),
        ([8], "caution"),
        ([5], ""),
        ([5, 5], ""),
        ([5, 5, 5], "caution"),
        ([5, 1, 5, 1, 5], "caution"),
        ([5, 1, 5, 1, 1, 5], ""),
        ([4, 4, 4, 4, 4], ""),
        ([4, 5, 4, 5, 4], ""),
    ],
    ids=str,
)
def test_one_dark_reading_or_three_rather_dark_of_the_last_five(colors, severity, level):
    assert level(DARK, AT, read(*colors)) == severity


@pytest.mark.parametrize(
    ("more", "single", "often"),
    [
        ({}, "caution", "caution"),
        ({"first_of_day": False, "vitamin_b": False}, "caution", "caution"),
        ({"first_of_day": True}, "", "caution"),
        ({"vitamin_b": True}, "", ""),
    ],
    ids=["not answered", "no", "first of the day", "vitamins"],
)
def test_the_first_of_the_day_counts_among_several_and_vitamins_never(more, single, often, level):
    assert level(DARK, AT, read(8, **more)) == single
    assert level(DARK, AT, read(5, 5, 5, **more)) == often


def test_a_reading_that_vitamins_coloured_is_none_of_the_five(level):
    coloured = [urine(f"2026-11-20 {hour}:30", 1, vitamin_b=True) for hour in ("08", "09", "10")]

    assert level(DARK, AT, read(5, 5, 5), coloured) == "caution"


@pytest.mark.parametrize(("first", "severity"), [(14, "caution"), (13, "")])
def test_the_readings_lie_within_7_dates(first, severity, level):
    assert level(DARK, AT, read(5, day=first), read(5, day=17), read(5, day=20)) == severity


def test_what_a_dark_reading_says(flag):
    found = flag(DARK, AT, read(4, 7))

    assert found.message == "Urine colour 7 of 8 (Fri 20 Nov, 09:00)."
    assert (found.value, found.unit, found.threshold.value, found.subject) == (7, "colour", 6, {})
    assert "limit fluids" in found.advice
    assert [one.table for one in found.evidence] == ["urine"]


def test_what_several_say(flag):
    found = flag(DARK, AT, read(5, 2, 5, 5))

    assert found.message == "Urine colour 5 or darker (of 8) in 3 of the last 4 readings (Fri 20 Nov, 11:00)."
    assert (found.value, found.threshold.value, len(found.evidence)) == (3, 3, 3)


@pytest.mark.parametrize(
    ("readings", "at", "severity"),
    [
        (read(6, day=10), "2026-11-17 07:59", "caution"),
        (read(6, day=10), "2026-11-17 08:00", ""),
        ([*read(6, day=10), *read(2, 2, 2, day=11)], "2026-11-12 08:00", "caution"),
        ([*read(6, day=10), *read(6, day=16)], "2026-11-23 07:59", "caution"),
        (read(5, 5, 5, day=10), "2026-11-17 09:59", "caution"),
        (read(5, 5, 5, day=10), "2026-11-17 10:00", ""),
        ([*read(5, 5, 5, day=10), *read(2, 2, day=11)], "2026-11-11 12:00", "caution"),
        ([*read(5, 5, 5, day=10), *read(2, 2, 2, day=11)], "2026-11-11 12:00", ""),
    ],
    ids=[
        *("a week after one", "and no longer", "one stays beside pale ones", "the next prolongs it"),
        *("a week after several", "and no longer (several)", "still 3 of 5", "no longer 3 of 5"),
    ],
)
def test_how_long_it_lasts(readings, at, severity, level):
    assert level(DARK, at, readings) == severity


# dehydration-signs


def signs(*names, at=AT):
    return [symptom(at, name) for name in names]


@pytest.mark.parametrize(
    ("records", "severity"),
    [
        (signs("tired"), ""),
        (signs("tired", "dry-mouth"), "caution"),
        (signs("dark-urine", "dizzy"), "caution"),
        (signs("fast-heartbeat", "tired"), "caution"),
        (signs("fast-heartbeat", "dizzy"), "warning"),
        (signs("fast-heartbeat", "dizzy", "tired"), "warning"),
        (signs("nausea", "tired"), ""),
        ([*signs("tired"), *signs("tired", at="2026-11-20 12:00")], ""),
        ([*signs("tired"), symptom(AT, "dry-mouth", present=False)], ""),
        ([*signs("tired"), *read(6)], "caution"),
        ([*signs("tired"), *read(5)], ""),
        ([*signs("tired"), *read(8, first_of_day=True)], ""),
        ([*signs("tired"), *read(8, vitamin_b=True)], ""),
        ([*signs("dark-urine"), *read(6)], ""),
    ],
    ids=[
        *(
            "one",
            "two",
            "dark urine told",
            "fast heartbeat",
            "heartbeat and dizzy",
            "and one more",
            "another sign",
        ),
        *("one twice", "answered no", "a dark reading", "not dark enough", "first of the day", "vitamins"),
        "told and read",
    ],
)
def test_two_different_signs_on_one_date(records, severity, level):
    assert level(DRY, AT, records) == severity


@pytest.mark.parametrize(
    ("other", "severity"),
    [
        ("2026-11-20 00:00", "caution"),
        ("2026-11-19 23:59", ""),
        ("2026-11-19 20:00-05:00", ""),
        ("2026-11-20 08:00+10:00", "caution"),
    ],
    ids=["midnight", "the evening before", "the evening before elsewhere", "this date elsewhere"],
)
def test_the_date_is_that_of_the_clock_where_it_was_told(other, severity, level):
    assert level(DRY, AT, signs("tired"), signs("dry-mouth", at=other)) == severity


def test_it_lasts_until_the_end_of_the_date_and_is_raised_again_on_another(level):
    records = [*signs("tired", "dry-mouth"), *signs("tired", "dry-mouth", at="2026-11-22 08:00")]

    assert level(DRY, "2026-11-20 23:59", records) == "caution"
    assert level(DRY, "2026-11-21 00:00", records) == ""
    assert level(DRY, "2026-11-22 08:00", records) == "caution"


def test_heartbeat_and_dizziness_end_the_milder_flag(judged):
    records = [*signs("dizzy", "tired", at="2026-11-20 08:00"), *signs("fast-heartbeat")]

    raised = judged(DRY, AT, records, past=True).flags
    assert [(one.severity, one.since, one.act) for one in raised] == [
        ("warning", when(AT), "this-week"),
        ("caution", when("2026-11-20 08:00"), None),
    ]
    assert "emergency number" in raised[0].advice


def test_what_it_says(flag):
    found = flag(DRY, AT, signs("tired", at="2026-11-20 12:00"), read(7))

    assert found.message == (
        "2 signs of too little fluid on Fri 20 Nov: urine colour 7 of 8 (Fri 20 Nov, 08:00), "
        "tired (Fri 20 Nov, 12:00)."
    )
    assert found.details == {"signs": ["dark-urine", "tired"]}
    assert (found.value, found.threshold.value, found.subject) == (2, 2, {})
    assert {one.table for one in found.evidence} == {"symptoms", "urine"}


def test_brown_urine_is_another_matter(level):
    records = signs("brown-urine", "tired")

    assert level(DRY, AT, records) == level(DARK, AT, records) == ""
    assert level("rf-brown-urine", AT, records) == "urgent"


@pytest.mark.parametrize("rule", [DARK, DRY])
def test_an_empty_journal_and_a_pale_day_say_nothing(rule, judged):
    for records in ((), read(3), signs("tired")):
        said = judged(rule, AT, *records)
        assert (said.flags, said.insufficient) == ((), ())
