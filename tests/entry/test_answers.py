"""Answers of a form: what the screens take where a line would name what it is about."""

from datetime import datetime, timedelta, timezone

import pytest

from journal.entry import NotUnderstood
from journal.entry.answers import hours, kilos, milligrams, minutes, moment, place
from journal.entry.when import Moment, Times
from journal.vocabulary import MassUnit, Region

ZONE = timezone(timedelta(hours=1))
NOW = datetime(2026, 11, 25, 18, 30, tzinfo=ZONE)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("7:30", 7.5),
        ("7.5", 7.5),
        ("7,5", 7.5),
        ("7h30", 7.5),
        (" 7 h 30 min ", 7.5),
        ("8", 8),
        ("8h", 8),
        ("0", 0),
        ("", None),
        ("7:75", None),
        ("long", None),
        ("7:30 stress 4", None),
        ("-1", None),
    ],
)
def test_hours(text, read):
    assert hours(text) == read


@pytest.mark.parametrize(
    ("text", "unit", "kg"),
    [
        ("80", MassUnit.KG, 80),
        ("80.5 kg", MassUnit.KG, 80.5),
        ("176lb", MassUnit.KG, 79.832),
        ("176", MassUnit.LB, 79.832),
        ("80 kg", MassUnit.LB, 80),
        ("heavy", MassUnit.KG, None),
        ("80 kg 3", MassUnit.KG, None),
    ],
)
def test_a_bare_mass_is_in_the_unit_of_the_writer(text, unit, kg):
    assert kilos(text, unit) == kg


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("15", 15),
        ("15min", 15),
        (" 15 min ", 15),
        ("15m", 15),
        ("1h30", 90),
        ("15:00", 15),
        ("90s", 1.5),
        ("2h", 120),
        ("", None),
        ("1:99", None),
        ("a while", None),
        ("15 20", None),
    ],
)
def test_minutes(text, read):
    assert minutes(text) == read


@pytest.mark.parametrize(
    ("text", "mg"), [("400", 400), ("400mg", 400), ("2x200", 400), ("2 x 200 mg", 400), ("1g", 1000)]
)
def test_a_dose_is_in_milligrams(text, mg):
    assert milligrams(text) == mg


@pytest.mark.parametrize("text", ["2 tablets", "1,000", "0", "much", "400 now"])
def test_a_doubtful_dose_is_refused(text):
    with pytest.raises(NotUnderstood):
        milligrams(text)


def test_a_place_has_many_names():
    assert [place(name) for name in ("lower back", "Lumbar", "lower-back")] == [Region.LOWER_BACK] * 3


def test_several_places_are_asked_about():
    with pytest.raises(NotUnderstood, match="lower back, mid back, upper back"):
        place("back")


@pytest.mark.parametrize("text", ["moon", "left knee", "lower back and knee"])
def test_what_is_no_place_is_refused_with_examples(text):
    with pytest.raises(NotUnderstood, match="is no place: write such as lower back"):
        place(text)


TIMES = Times(NOW, NOW, ZONE)
PAST = Moment(datetime(2026, 11, 23, 12, tzinfo=ZONE), known=False)


@pytest.mark.parametrize(
    ("text", "otherwise", "at", "known"),
    [
        ("", Moment(NOW), "2026-11-25 18:30", True),
        ("", PAST, "2026-11-23 12:00", False),
        ("7:40", Moment(NOW), "2026-11-25 07:40", True),
        ("7:40", PAST, "2026-11-23 07:40", True),
        ("evening", PAST, "2026-11-23 18:00", True),
        ("2h ago", Moment(NOW), "2026-11-25 16:30", True),
        ("yesterday 20:00", Moment(NOW), "2026-11-24 20:00", True),
        ("yesterday", Moment(NOW), "2026-11-24 12:00", False),
    ],
)
def test_a_time_is_written_as_before_an_entry(text, otherwise, at, known):
    read = moment(text, TIMES, otherwise)
    assert (f"{read.at:%Y-%m-%d %H:%M}", read.known) == (at, known)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("23:50", "2026-11-25 23:50 is in the future"),
        ("soon", "'soon' is no time: write such as 7:40"),
        ("7:40 water", "is no time"),
        ("25:00", "is not a time of day"),
    ],
)
def test_what_is_no_time_or_still_to_come_is_refused(text, sentence):
    with pytest.raises(NotUnderstood, match=sentence):
        moment(text, TIMES, Moment(NOW))
