"""The fields of a check-in: which are asked, in which order, and what each accepts."""

from datetime import date, datetime, timedelta, timezone

import pytest

from journal.entry import Writer
from journal.errors import Refused
from journal.exercises import catalogue
from journal.records import CheckIn
from journal.tui.forms.checkin import begins_at, fields_of
from journal.tui.reading.checkins import ALWAYS, Before, CheckInView
from journal.vocabulary import MassUnit

NOW = datetime(2026, 11, 25, 18, 30, tzinfo=timezone(timedelta(hours=1)))
TODAY = NOW.date()


def writer(hour: int = 18, unit: MassUnit = MassUnit.KG) -> Writer:
    return Writer(now=NOW.replace(hour=hour), zone=NOW.tzinfo, catalogue=catalogue(), weight_unit=unit)


def sections(view: CheckInView) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for field in fields_of(view, writer())[0]:
        found.setdefault(field.section, []).append(field.name)
    return found


def field(name: str, view: CheckInView | None = None, unit: MassUnit = MassUnit.KG):
    fields, _ = fields_of(view or CheckInView(TODAY), writer(unit=unit))
    return next(one for one in fields if one.name == name)


def test_what_is_used_is_asked_in_the_order_of_the_day_and_the_rest_below():
    view = CheckInView(TODAY, used=ALWAYS | {"sleep_quality", "cigarettes", "color"})
    assert sections(view) == {
        "The night and the morning": ["sleep_h", "sleep_quality", "body_weight_kg", "color"],
        "The day": ["stress", "cigarettes", "note", "when"],
        "Not used lately": ["sleep_position", "sitting_h", "bed_rest_h", "first_of_day", "vitamin_b"],
    }


def test_an_answer_that_is_there_is_asked_for_also_when_it_is_the_first_of_its_kind():
    view = CheckInView(TODAY, checkin=CheckIn(date=TODAY, bed_rest_h=2))
    assert "bed_rest_h" in sections(view)["The day"]


@pytest.mark.parametrize(
    ("hour", "day", "pause"),
    [
        (7, TODAY, ("body_weight_kg", "when")),
        (11, TODAY, ("body_weight_kg", "when")),
        (12, TODAY, ("when",)),
        (7, date(2026, 11, 24), ("when",)),
    ],
)
def test_before_noon_the_morning_ends_at_save(hour, day, pause):
    assert fields_of(CheckInView(day), writer(hour))[1] == pause


def test_a_check_in_that_is_there_goes_on_where_it_was_left():
    new, there = CheckInView(TODAY), CheckInView(TODAY, checkin=CheckIn(date=TODAY, sleep_h=7))
    assert begins_at(new, fields_of(new, writer())[0]) == "sleep_h"
    assert begins_at(there, fields_of(there, writer())[0]) == "body_weight_kg"


@pytest.mark.parametrize(
    ("name", "value", "text", "ghost"),
    [
        ("sleep_h", 7.5, "", "7:30"),
        ("sleep_quality", 4, "", "4"),
        ("first_of_day", False, "", "no"),
        ("body_weight_kg", 80.4, "", "80.4"),
        ("stress", 0, "", "0"),
    ],
)
def test_the_answer_before_is_a_ghost_with_its_date(name, value, text, ghost):
    found = field(name, CheckInView(TODAY, before={name: Before(value, date(2026, 11, 24))}))
    assert (found.text, found.ghost.text, found.ghost.value) == (text, ghost, value)
    assert found.ghost.since == "Tue 24 Nov"


def test_what_is_answered_has_no_ghost():
    view = CheckInView(
        TODAY, checkin=CheckIn(date=TODAY, stress=5), before={"stress": Before(3, date(2026, 11, 24))}
    )
    assert (field("stress", view).text, field("stress", view).ghost) == ("5", None)


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("sleep_h", "7h30", 7.5),
        ("sleep_h", "0", 0),
        ("body_weight_kg", "80,5", 80.5),
        ("body_weight_kg", "176lb", 79.832),
        ("stress", "10", 10),
        ("sitting_h", "6.5", 6.5),
        ("cigarettes", "0", 0),
        ("color", "8", 8),
        ("sleep_position", "back", "back"),
    ],
)
def test_what_is_accepted(name, text, value):
    assert field(name).answer(text) == value


def test_a_bare_weight_is_in_the_unit_of_the_writer():
    assert field("body_weight_kg", unit=MassUnit.LB).answer("176") == 79.832


@pytest.mark.parametrize(
    ("name", "text", "sentence"),
    [
        ("sleep_h", "25", "Sleep is hours such as 7:30, 7.5 or 7h30, at most 24."),
        ("sleep_h", "long", "Sleep is hours such as 7:30, 7.5 or 7h30, at most 24."),
        ("body_weight_kg", "0", "Weight is a number such as 80.5 from 1 to 700 kg."),
        ("stress", "11", "Stress is a whole number from 0 to 10."),
        ("stress", "4.5", "Stress is a whole number from 0 to 10."),
        ("cigarettes", "-1", "Cigarettes is a whole number from 0 to 1000."),
        ("bed_rest_h", "30", "Time in bed is hours such as 6 or 6.5, at most 24."),
        ("when", "23:50", "2026-11-25 23:50 is in the future."),
        (
            "when",
            "yesterday 7:00",
            "This is the check-in of Wed 25 Nov 2026: write a time of that day, such as 7:40.",
        ),
        ("when", "soon", "'soon' is no time: write such as 7:40, evening, yesterday 20:00 or 2h ago."),
    ],
)
def test_what_is_not_accepted_is_said_in_one_sentence(name, text, sentence):
    with pytest.raises(Refused) as refused:
        field(name).answer(text)
    assert str(refused.value) == sentence
