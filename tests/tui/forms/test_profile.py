"""The profile as a form: what is read from what is typed, and what is stored."""

import pytest

from journal.entry import Writer
from journal.errors import Refused
from journal.exercises import catalogue
from journal.profile import profile_value_fits
from journal.records import CheckIn, ProfileEntry
from journal.tui.forms.profile import (
    as_stored,
    mass_reader,
    mass_text,
    person_fields,
    read_clock,
    read_zone,
    reminder_fields,
    unit_fields,
)
from journal.tui.reading.settings import About, SettingsView
from journal.vocabulary import MassUnit


def view(weighed=None, **profile):
    return SettingsView(profile, weighed, (), (), About("journal.db", (), None))


@pytest.fixture
def writer(now):
    return Writer(now=now, zone=now.tzinfo, catalogue=catalogue())


@pytest.fixture
def fields(writer):
    """All fields by name, for a profile."""

    def fields(shown):
        every = [*unit_fields(shown), *person_fields(shown, writer), *reminder_fields(shown)]
        return {one.name: one for one in every}

    return fields


def test_an_empty_profile_shows_what_holds_without_it(fields):
    shown = {name: field.text for name, field in fields(view()).items()}
    assert shown == {
        "weight_unit": "kg",
        "distance_unit": "km",
        "glass_ml": "250",
        "body_weight": "",
        "birth_year": "",
        "weight_goal": "none",
        "target_weight_kg": "",
        "weight_hints": "no",
        "drink_hints": "no",
        "time_zone": "",
        "reminders_water_min": "",
        "reminders_checkin_at": "",
    }


def test_what_is_known_is_shown(fields, now):
    weighed = CheckIn(date=now.date(), body_weight_kg=80.25)
    known = fields(view(weighed, weight_unit="lb", target_weight_kg="75", time_zone="Asia/Tokyo"))
    assert known["weight_unit"].text == "lb"
    assert known["target_weight_kg"].text == "75"
    assert known["body_weight"].text == "80.2"
    assert known["time_zone"].text == "Asia/Tokyo"


@pytest.mark.parametrize(
    ("name", "typed", "value"),
    [
        ("weight_unit", "lb", "lb"),
        ("glass_ml", "0300", "300"),
        ("birth_year", " 1985 ", "1985"),
        ("weight_goal", "lose", "lose"),
        ("target_weight_kg", "72,5", "72.5"),
        ("target_weight_kg", "", ""),
        ("time_zone", "europe/berlin", "Europe/Berlin"),
        ("time_zone", "berlin", "Europe/Berlin"),
        ("time_zone", "america/new york", "America/New_York"),
        ("reminders_water_min", "45", "45"),
        ("reminders_checkin_at", "9.30", "09:30"),
    ],
)
def test_an_answer_becomes_a_profile_entry_that_the_program_can_use(fields, name, typed, value):
    shown = view(target_weight_kg="90")
    entry = as_stored(name, fields(shown)[name].answer(typed), shown)
    assert entry == ProfileEntry(key=name, value=value)
    assert profile_value_fits(name, entry.value)


@pytest.mark.parametrize(
    ("name", "typed", "sentence"),
    [
        ("glass_ml", "20", "A glass is 30 to 2000 ml, such as 250."),
        ("glass_ml", "-1", "A glass is 30 to 2000 ml, such as 250."),
        ("birth_year", "2027", "A birth year is a number from 1900 to 2026, such as 1985."),
        ("birth_year", "85", "A birth year is a number from 1900 to 2026, such as 1985."),
        ("target_weight_kg", "701", "A target weight is a number from 1 to 700 kg."),
        ("target_weight_kg", "1e3", "A target weight is a number from 1 to 700 kg."),
        ("body_weight", "0", "Weight is a number from 1 to 700 kg."),
        ("time_zone", "Atlantis", "'Atlantis' is no time zone; it needs a name such as Europe/Berlin."),
        ("time_zone", "[/]", "'[/]' is no time zone; it needs a name such as Europe/Berlin."),
        (
            "reminders_water_min",
            "1441",
            "Water is every 1 to 1440 minutes; 0 or nothing: never.",
        ),
        ("reminders_checkin_at", "24:00", "'24:00' is no time of day; it needs one such as 21:30."),
        ("reminders_checkin_at", "soon", "'soon' is no time of day; it needs one such as 21:30."),
    ],
)
def test_a_wrong_answer_is_refused_in_one_sentence(fields, name, typed, sentence):
    with pytest.raises(Refused) as refused:
        fields(view())[name].answer(typed)
    assert str(refused.value) == sentence


def test_what_holds_already_is_not_written_again(fields):
    for shown in (view(), view(weight_unit="kg", glass_ml="250")):
        assert as_stored("weight_unit", "kg", shown) is None
        assert as_stored("glass_ml", "250", shown) is None
        assert as_stored("birth_year", None, shown) is None
    assert as_stored("weight_unit", "kg", view(weight_unit="lb")) == ProfileEntry(
        key="weight_unit", value="kg"
    )
    assert as_stored("birth_year", None, view(birth_year="1985")) == ProfileEntry(key="birth_year", value="")


def test_a_weight_is_read_and_shown_in_the_writers_unit():
    assert mass_text(80, MassUnit.LB) == "176.4"
    assert mass_reader("weight", MassUnit.LB)("176.4 lb") == pytest.approx(80.014, abs=0.001)
    with pytest.raises(Refused, match="from 3 to 1543 lb"):
        mass_reader("weight", MassUnit.LB)("2")


@pytest.mark.parametrize(
    ("typed", "at"), [("9", "09:00"), ("930", "09:30"), ("0930", "09:30"), ("9:5", "09:05"), ("21h", "21:00")]
)
def test_a_time_of_day_however_it_is_written(typed, at):
    assert read_clock(typed) == at


def test_a_place_that_several_zones_end_in_is_asked_for_in_full():
    with pytest.raises(Refused, match="'Louisville' is no time zone; it needs a name: America/"):
        read_zone("Louisville")


def test_a_very_long_answer_is_cut_in_the_sentence():
    for read in (read_zone, read_clock, mass_reader("weight", MassUnit.KG)):
        with pytest.raises(Refused) as refused:
            read("9" * 10_000)
        assert len(str(refused.value)) < 120
