"""The state of the day, signs, and what is said of a whole workout."""

from dataclasses import replace
from datetime import datetime

import pytest

from journal.entry import parse
from journal.records import CheckIn, SessionDetails, Urine
from journal.vocabulary import MassUnit, SleepPosition, Surface, Symptom, WorkoutKind


@pytest.mark.parametrize(
    ("line", "fields"),
    [
        ("sleep 7", {"sleep_h": 7}),
        ("sleep 7,5", {"sleep_h": 7.5}),
        ("sleep 7:30", {"sleep_h": 7.5}),
        ("sleep 7h30", {"sleep_h": 7.5}),
        ("sleep 7.25h", {"sleep_h": 7.25}),
        ("sleep 7:20", {"sleep_h": 7.3333}),
        ("quality 4", {"sleep_quality": 4}),
        ("on side", {"sleep_position": "side"}),
        ("stress 0", {"stress": 0}),
        ("weight 80", {"body_weight_kg": 80}),
        ("weight 80,4kg", {"body_weight_kg": 80.4}),
        ("weight 176 lb", {"body_weight_kg": 79.832}),
        ("sitting 6.5", {"sitting_h": 6.5}),
        ("cigarettes 3", {"cigarettes": 3}),
        ("bed 2", {"bed_rest_h": 2}),
        ("on back quality 5 stress 2", {"sleep_position": "back", "sleep_quality": 5, "stress": 2}),
    ],
)  # fmt: skip
def test_a_checkin_is_of_today(line, fields, entry, writer):
    checkin = entry(line)
    assert checkin == CheckIn(date=writer.now.date(), at=writer.now, **fields)


def test_a_bare_weight_is_in_the_writers_unit(writer):
    (one,) = parse("weight 176", replace(writer, weight_unit=MassUnit.LB))
    assert one.entry.body_weight_kg == 79.832


def test_a_checkin_for_another_day_leaves_its_time_open(entry):
    checkin = entry("yesterday sleep 7")
    assert (checkin.date.isoformat(), checkin.at) == ("2026-11-24", None)
    assert entry("yesterday 22:00 stress 3").at.isoformat() == "2026-11-24T22:00:00+01:00"


@pytest.mark.parametrize("position", SleepPosition)
def test_every_position_to_sleep_in(position, entry):
    assert entry(f"on {position}").sleep_position is position


@pytest.mark.parametrize(
    ("line", "fields"),
    [
        ("urine 3", {"color": 3}),
        ("urine 3 first", {"color": 3, "first_of_day": True}),
        ("urine 3 vitamins", {"color": 3, "vitamin_b": True}),
        ("urine 8 first vitamins", {"color": 8, "first_of_day": True, "vitamin_b": True}),
    ],
)
def test_urine(line, fields, entry, writer):
    one = entry(line)
    assert one == Urine(id=one.id, at=writer.now, **fields)


@pytest.mark.parametrize("line", ["sleep 7 urine 3 first stress 4", "urine 3 first sleep 7 stress 4"])
def test_urine_stands_anywhere_in_a_checkin_and_is_an_entry_of_its_own(line, entries):
    checkin, urine = entries(line)
    assert (checkin.sleep_h, checkin.stress) == (7, 4)
    assert (urine.color, urine.first_of_day) == (3, True)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("sleep", "sleep is incomplete: write sleep 7:30 or sleep 7.5"),
        ("sleep well", "'well' is not understood after sleep: write sleep 7:30"),
        ("sleep 7:75", "'7:75' is not understood after sleep"),
        ("sleep 25", "'25': sleep needs a number from 0 to 24"),
        ("quality 6", "'6': quality needs a whole number from 1 to 5"),
        ("stress 11", "'11': stress needs a whole number from 0 to 10"),
        ("stress 4.5", "'4.5' is not understood after stress: write stress 4"),
        ("weight 0", "'0': weight needs a number from 1 to 700"),
        ("on floor", "'floor' is not understood after on: on side, on back, on stomach or on mixed"),
        ("on", "on is incomplete: on side"),
        ("sitting 8:30", "'8:30' is not understood after sitting: write sitting 6.5"),
        ("urine 9", "'9': urine needs a whole number from 1 to 8"),
        ("urine 3 dark", "'dark' is not understood after 'urine 3': here could stand first, vitamins, sleep"),
        ("sleep 7 sleep 8", "two answers to sleep: '7' and '8'; only one can stand"),
        ("sleep 7 mood 3", "'mood' is not understood after 'sleep 7': here could stand sleep, quality"),
    ],
)
def test_doubts_about_a_checkin(line, words, refused):
    assert words in refused(line).sentence


@pytest.mark.parametrize("symptom", Symptom)
def test_every_symptom_goes_by_its_own_word_and_with_spaces(symptom, entry):
    for name in (symptom.value, symptom.value.replace("-", " ")):
        one = entry(f"symptom {name}")
        assert (one.symptom, one.present, one.side) == (symptom, True, None)


@pytest.mark.parametrize(
    ("line", "symptom", "side", "present"),
    [
        ("symptom fever no", "fever", None, False),
        ("symptom fever yes", "fever", None, True),
        ("symptom leg numbness left", "leg-numbness", "left", True),
        ("symptom leg-weakness both no", "leg-weakness", "both", False),
        ("symptom left leg weakness", "leg-weakness", "left", True),
        ("symptom short of breath", "breathless", None, True),
        ("symptom can't pass", "cannot-pass", None, True),
        ("symptom fatigue", "tired", None, True),
    ],
)
def test_symptoms(line, symptom, side, present, entry):
    one = entry(line)
    assert (one.symptom, one.side, one.present) == (symptom, side, present)


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("symptom", "symptom of what: such as fever, leg-weakness, saddle-numbness, night-pain or dizzy"),
        (
            "symptom left",
            "symptom of what: such as fever, leg-weakness, saddle-numbness, night-pain or dizzy",
        ),
        (
            "symptom blue",
            "'blue' is not a symptom: such as fever, leg-weakness, saddle-numbness, night-pain or dizzy",
        ),
        ("symptom arm", "'arm' is not a symptom: arm-numbness, arm-weakness?"),
        (
            "symptom fever bad",
            "'bad' is not understood after 'symptom fever': here could stand a side, yes or no",
        ),
        ("symptom fever chills", "two symptoms: 'fever' and 'chills'; only one can stand"),
        ("symptom fever yes no", "two answers: 'yes' and 'no'; only one can stand"),
        ("symptom leg weakness left right", "two sides: 'left' and 'right'; only one can stand"),
    ],
)
def test_doubts_about_a_symptom(line, sentence, refused):
    assert refused(line).sentence == sentence


@pytest.mark.parametrize(
    ("line", "changes"),
    [
        ("session 55min", {"duration_min": 55}),
        ("session 55m", {"duration_min": 55}),
        ("session 1h", {"duration_min": 60}),
        ("session 1h30", {"duration_min": 90}),
        ("session 1h 30 min", {"duration_min": 90}),
        ("session 1:30:00", {"duration_min": 90}),
        ("session 45:30", {"duration_min": 45.5}),
        ("session @7,5", {"session_rpe": 7.5}),
        ("session warmup 10 cooldown 5", {"warmup_min": 10, "cooldown_min": 5}),
        ("session warmup 10min cool-down 0", {"warmup_min": 10, "cooldown_min": 0}),
        ("session warmup 10 min", {"warmup_min": 10}),
        ("session warm up 1:30", {"warmup_min": 1.5}),
        ("session yoga 60min", {"kind": "yoga", "duration_min": 60}),
        ("session cycling", {"kind": "ride"}),
        ("session rushed arched rounded", {"form_flags": ("arched", "rounded", "rushed")}),
        ("session trail", {"surface": "trail"}),
        ("session stopped", {"stopped_for_pain": True}),
    ],
)
def test_a_session_line_says_what_to_set_of_the_latest_workout(line, changes, entry, writer):
    assert entry(line) == SessionDetails(writer.now, changes)


@pytest.mark.parametrize("word", [*WorkoutKind, *Surface])
def test_every_kind_and_surface_goes_by_its_own_word(word, entry):
    assert list(entry(f"session {word}").changes.values()) == [word]


def test_a_session_line_carries_its_time_and_note(entry):
    details = entry("yesterday session 55min // with Ann")
    assert details.at == datetime.fromisoformat("2026-11-24T12:00:00+01:00")
    assert details.time_known is False
    assert details.changes == {"duration_min": 55, "note": "with Ann"}


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("session", "session what: a kind (strength, run, ...)"),
        ("session 55", "55 what: write 55min for minutes, @55 for the RPE"),
        ("session @11", "'@11': RPE is 0 to 10"),
        ("session 5km", "'5km' is not understood after 'session': here could stand a kind"),
        ("session warmup", "warmup how long: warmup 10 or warmup 10min"),
        ("session cooldown long", "cooldown how long: cooldown 10"),
        ("session warmup 5 warmup 6", "two warmups: 'warmup 5' and 'warmup 6'; only one can stand"),
        ("session run yoga", "two kinds: 'run' and 'yoga'; only one can stand"),
        ("session 55min 56min", "two times: '55min' and '56min'; only one can stand"),
        ("session @7 @8", "two RPEs: '@7' and '@8'; only one can stand"),
        ("session warmup 601", "minutes of warming up; 0 = none: a number from 0 to 600 min"),
    ],
)
def test_doubts_about_a_session(line, words, refused):
    assert words in refused(line).sentence
