"""Numbness in a leg, and numbness or weakness in an arm."""

import pytest
from journals import care, pain, symptom

AT = "2026-11-20 18:00"
NUMB = symptom(AT, "leg-numbness")


@pytest.mark.parametrize(
    ("record", "severity"),
    [
        (NUMB, "warning"),
        (symptom(AT, "leg-numbness", side="left"), "warning"),
        (symptom(AT, "leg-numbness", side="both"), "urgent"),
        (symptom(AT, "leg-numbness", False, side="both"), ""),
        (pain(AT, "foot", 1, qualities=["numb"], side="left"), "warning"),
        (pain(AT, "foot", 0, qualities=["numb"], side="left"), "warning"),
        (pain(AT, "buttock", 2, qualities=["tingling"]), "warning"),
        (pain(AT, "calf", 2, qualities=["tingling"], side="both"), "urgent"),
        (pain(AT, "hand", 2, qualities=["numb"], side="left"), ""),
        (pain(AT, "hip", 2, qualities=["numb"], side="left"), ""),
        (pain(AT, "foot", 9, qualities=["sharp"], side="both"), ""),
        (pain(AT, "lower-back", 4, qualities=["numb"], radiates_to="thigh"), "warning"),
        (pain(AT, "lower-back", 4, qualities=["numb"], radiates_to="thigh", side="both"), "urgent"),
        (pain(AT, "lower-back", 4, qualities=["numb"], radiates_to="none"), ""),
        (pain(AT, "lower-back", 4, qualities=["numb"]), ""),
    ],
)
def test_one_leg_is_a_warning_and_both_are_urgent(record, severity, level):
    assert level("rf-leg-numbness", AT, record) == severity


def test_a_numb_leg_should_be_seen_today_and_both_now(flag):
    assert flag("rf-leg-numbness", AT, NUMB).act == "today"
    assert flag("rf-leg-numbness", AT, symptom(AT, "leg-numbness", side="both")).act == "now"


def test_a_flag_from_a_sign_names_the_sign_and_one_from_a_pain_its_place(flag):
    sign = flag("rf-leg-numbness", AT, symptom(AT, "leg-numbness", side="left"))
    foot = flag("rf-leg-numbness", AT, pain(AT, "foot", 1, qualities=["numb"], side="left"))

    assert sign.subject == {"symptom": "leg-numbness", "side": "left"}
    assert foot.subject == {"region": "foot", "side": "left"}


@pytest.mark.parametrize(
    ("later", "severities"),
    [("2026-11-27 18:00", "urgent"), ("2026-11-27 18:01", "warning warning")],
    ids=["within seven days", "a minute more"],
)
def test_left_and_right_within_seven_days_are_both_legs(later, severities, level):
    left, right = symptom(AT, "leg-numbness", side="left"), symptom(later, "leg-numbness", side="right")

    assert level("rf-leg-numbness", later, left, right) == severities


def test_the_other_leg_may_be_told_as_a_pain(flag):
    left = symptom(AT, "leg-numbness", side="left")
    right = pain("2026-11-22 18:00", "foot", 1, side="right", qualities=["numb"])

    both = flag("rf-leg-numbness", "2026-11-22 18:00", left, right)

    assert both.severity == "urgent"
    assert both.subject == {"symptom": "leg-numbness", "side": "both"}
    assert [one.table for one in both.evidence] == ["symptoms", "pain"]


@pytest.mark.parametrize("sign", ["leg-weakness", "saddle-numbness"])
@pytest.mark.parametrize(
    ("at", "since"),
    [
        ("2026-11-13 18:00", "2026-11-20T18:00:00+01:00"),
        ("2026-11-27 18:00", "2026-11-27T18:00:00+01:00"),
    ],
    ids=["told before", "told after"],
)
def test_with_weakness_or_a_numb_saddle_within_seven_days_it_is_urgent(sign, at, since, flag):
    found = flag("rf-leg-numbness", "2026-11-27 18:00", NUMB, symptom(at, sign))

    assert (found.severity, found.since.isoformat()) == ("urgent", since)


def test_weakness_more_than_seven_days_away_does_not_count(level):
    assert level("rf-leg-numbness", AT, NUMB, symptom("2026-11-13 17:59", "leg-weakness")) == "warning"


@pytest.mark.parametrize(
    ("first", "second", "severity"),
    [
        ("2026-11-21 08:00", "2026-11-22 08:00", ""),
        ("2026-11-21 08:00", "2026-11-22 07:59", "warning"),
        ("2026-11-20 18:00", "2026-11-22 08:00", "warning"),
    ],
    ids=["24 h apart", "a minute less", "one of them not later"],
)
def test_two_noes_a_day_apart_end_it(first, second, severity, level):
    noes = [symptom(at, "leg-numbness", False) for at in (first, second)]

    assert level("rf-leg-numbness", "2026-11-22 09:00", NUMB, noes) == severity


def test_a_no_for_the_other_leg_ends_nothing(level):
    noes = [symptom(f"2026-11-{day} 08:00", "leg-numbness", False, side="right") for day in (21, 23)]

    assert level("rf-leg-numbness", "2026-11-23 09:00", symptom(AT, "leg-numbness", side="left"), noes)


def test_a_warning_from_a_pain_ends_with_its_episode(level):
    foot = pain(AT, "foot", 3, side="left", qualities=["numb"])

    assert level("rf-leg-numbness", "2026-11-23 17:59", foot) == "warning"
    assert level("rf-leg-numbness", "2026-11-23 18:00", foot) == ""


def test_an_urgent_flag_from_a_pain_ends_only_with_its_certain_end(level):
    foot = pain(AT, "foot", 3, side="both", qualities=["numb"])
    gone = pain("2026-11-22 18:00", "foot", 0, side="both")

    assert level("rf-leg-numbness", "2026-12-01 18:00", foot) == "urgent"
    assert level("rf-leg-numbness", "2026-11-23 17:59", foot, gone) == "urgent"
    assert level("rf-leg-numbness", "2026-11-23 18:00", foot, gone) == ""


def test_both_legs_do_not_end_because_the_back_is_well(level):
    records = symptom(AT, "leg-numbness", side="both"), pain(AT), pain("2026-11-21 18:00", score=0)

    assert level("rf-leg-numbness", "2026-12-01 18:00", *records) == "urgent"


def test_unanswered_it_is_missing(judged):
    (missing,) = judged("rf-leg-numbness", AT, pain(AT, score=8)).insufficient

    assert missing.as_json() == {
        "rule": "rf-leg-numbness",
        "subject": {"symptom": "leg-numbness"},
        "missing": ["an answer to leg-numbness"],
    }


@pytest.mark.parametrize(
    ("region", "sign", "severity", "act"),
    [
        ("neck", "arm-numbness", "warning", "this-week"),
        ("upper-back", "arm-numbness", "warning", "this-week"),
        ("neck", "arm-weakness", "urgent", "today"),
    ],
)
def test_an_arm_that_fails_with_neck_or_upper_back_pain(region, sign, severity, act, flag):
    found = flag("rf-arm", AT, pain("2026-11-19 18:00", region, 1), symptom(AT, sign))

    assert (found.severity, found.act, found.subject) == (severity, act, {"region": region})


@pytest.mark.parametrize(
    ("entry", "sign_at", "severity"),
    [
        (pain(AT, "lower-back"), AT, ""),
        (pain(AT, "neck", 0), AT, ""),
        (pain(AT, "neck"), "2026-11-13 18:00", "warning"),
        (pain(AT, "neck"), "2026-11-13 17:59", ""),
        (pain("2026-11-17 18:01", "neck"), AT, "warning"),
        (pain("2026-11-17 18:00", "neck"), AT, ""),
    ],
    ids=["lower back", "no pain", "seven days before", "a minute more", "still open", "lapsed"],
)
def test_an_arm_needs_an_open_episode_and_a_sign_of_the_week(entry, sign_at, severity, level):
    assert level("rf-arm", AT, entry, symptom(sign_at, "arm-numbness")) == severity


def test_the_arm_warning_ends_with_the_episode_and_the_urgent_one_with_a_doctor(level):
    neck = pain(AT, "neck")

    assert level("rf-arm", "2026-11-23 18:00", neck, symptom(AT, "arm-numbness")) == ""
    weak = symptom(AT, "arm-weakness")
    assert level("rf-arm", "2026-11-23 18:00", neck, weak) == "urgent"
    assert level("rf-arm", "2026-11-24 18:00", neck, weak, care("2026-11-24 10:00", "doctor")) == ""
