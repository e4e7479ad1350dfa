"""Chest, head and calf: what a journal cannot tell from a sore muscle."""

import pytest
from journals import care, pain, symptom, when

AT = "2026-11-20 18:00"


@pytest.mark.parametrize("sign", ["breathless", "fainted", "fast-heartbeat", "nausea"])
@pytest.mark.parametrize(
    ("told", "severity"),
    [
        ("2026-11-19 18:00", "urgent"),
        ("2026-11-19 17:59", ""),
        ("2026-11-21 18:00", "urgent"),
        ("2026-11-21 18:01", ""),
    ],
)
def test_chest_pain_with_a_sign_of_the_heart_within_24_h(sign, told, severity, level):
    assert level("rf-chest", "2026-11-21 18:01", pain(AT, "chest", 1), symptom(told, sign)) == severity


@pytest.mark.parametrize(
    ("region", "sign", "severity"),
    [
        ("shoulder", "chest-pressure", "urgent"),
        ("neck", "chest-pressure", "urgent"),
        ("upper-arm", "chest-pressure", "urgent"),
        ("shoulder", "breathless", ""),
        ("knee", "chest-pressure", "urgent"),
        ("chest", "tired", ""),
    ],
)
def test_pain_near_the_chest_counts_with_pressure_only(region, sign, severity, level):
    assert level("rf-chest", AT, pain(AT, region, 1), symptom(AT, sign)) == severity


def test_pressure_on_the_chest_needs_no_pain_entry(level):
    assert level("rf-chest", AT, symptom(AT, "chest-pressure")) == "urgent"
    assert level("rf-chest", AT, symptom(AT, "chest-pressure", present=False)) == ""


@pytest.mark.parametrize(
    ("more", "severity"),
    [
        ({"score": 4, "context": "during"}, "urgent"),
        ({"score": 3, "context": "during"}, ""),
        ({"score": 9, "context": "later"}, ""),
        ({"score": 9}, ""),
        ({"score": 4, "context": "during", "mechanism": "none"}, "urgent"),
        ({"score": 4, "context": "during", "mechanism": "overuse"}, "urgent"),
        *(
            ({"score": 9, "context": "during", "mechanism": mechanism}, "")
            for mechanism in ("lift", "bend", "twist", "fall", "contact")
        ),
    ],
)
def test_chest_pain_with_effort_that_no_movement_set_off(more, severity, level):
    assert level("rf-chest", AT, pain(AT, "chest", **more)) == severity


def test_what_chest_pain_with_effort_says(flag):
    found = flag("rf-chest", AT, pain(AT, "chest", 5, context="during")).as_json()

    assert (found["act"], found["subject"]) == ("now", {"region": "chest"})
    assert found["observed"] == {"value": 5, "unit": "NRS"}
    assert found["threshold"] == {"op": ">=", "value": 4, "unit": "NRS"}


@pytest.mark.parametrize(
    ("records", "severity"),
    [
        ([pain(AT, "head", 7, sudden=True)], "urgent"),
        ([pain(AT, "head", 6, sudden=True)], ""),
        ([pain(AT, "head", 10)], ""),
        ([pain(AT, "neck", 10, sudden=True)], ""),
        ([symptom(AT, "worst-headache")], "urgent"),
        ([symptom(AT, "worst-headache", False)], ""),
        ([pain(AT, "head", 1), symptom("2026-11-19 18:00", "fainted")], "urgent"),
        ([pain(AT, "head", 1), symptom("2026-11-19 18:00", "confused")], "urgent"),
        ([pain(AT, "head", 1), symptom("2026-11-19 17:59", "confused")], ""),
        ([pain(AT, "head", 0), symptom(AT, "fainted")], ""),
        ([symptom(AT, "fainted")], ""),
    ],
)
def test_a_headache_that_needs_emergency_care(records, severity, level):
    assert level("rf-head", AT, records) == severity


@pytest.mark.parametrize(
    ("more", "severity"),
    [
        ({"side": "left"}, "urgent"),
        ({"side": "right", "context": "at-rest"}, "urgent"),
        ({"side": "left", "mechanism": "none"}, "urgent"),
        ({"side": "left", "swelling": None}, ""),
        ({"side": "left", "swelling": False}, ""),
        ({"side": "left", "score": 0}, ""),
        ({"side": "left", "context": "during"}, ""),
        ({"side": "left", "mechanism": "contact"}, ""),
        ({"side": "left", "mechanism": "overuse"}, ""),
        ({"side": "both"}, ""),
        ({}, ""),
    ],
)
def test_a_swollen_calf_on_one_side_that_nothing_set_off(more, severity, level):
    assert level("rf-calf", AT, pain(AT, "calf", **({"score": 2, "swelling": True} | more))) == severity


def test_the_calf_names_its_side(flag):
    found = flag("rf-calf", AT, pain(AT, "calf", 2, side="left", swelling=True))

    assert (found.act, found.subject) == ("today", {"region": "calf", "side": "left"})


@pytest.mark.parametrize(
    ("rule", "entry"),
    [
        ("rf-chest", pain(AT, "chest", 5, context="during")),
        ("rf-head", pain(AT, "head", 8, sudden=True)),
        ("rf-calf", pain(AT, "calf", 5, side="left", swelling=True)),
    ],
)
def test_it_stays_until_a_doctor_was_seen_also_when_the_pain_is_gone(rule, entry, flag, level):
    gone = pain("2026-11-21 18:00", entry.region, 0, side=entry.side)

    assert level(rule, "2026-12-10 18:00", entry, gone) == "urgent"
    assert level(rule, "2026-12-10 18:00", entry, gone, care("2026-12-10 10:00", "doctor")) == ""
    past = flag(rule, "2026-12-18 18:00", entry, gone, past=True)
    assert past.details == {"ended": "never answered"}


@pytest.mark.parametrize(
    ("rule", "region", "sign"), [("rf-chest", "chest", "breathless"), ("rf-head", "head", "confused")]
)
def test_a_sign_that_comes_back_after_the_doctor_raises_it_again(rule, region, sign, flag, level):
    records = pain(AT, region, 2), symptom(AT, sign), care("2026-11-20 20:00", "doctor")
    again = symptom("2026-11-21 18:00", sign)

    assert level(rule, "2026-11-21 17:59", *records, again) == ""
    assert flag(rule, "2026-11-21 18:00", *records, again).since.isoformat() == "2026-11-21T18:00:00+01:00"
    assert level(rule, "2026-11-21 18:01", *records, again.but(at=when("2026-11-21 18:01"))) == ""


def test_a_sign_speaks_for_every_place_that_hurts_near_the_chest(judged):
    hurts = [pain("2026-11-20 10:00", "shoulder", 3, side="left"), pain("2026-11-20 11:00", "neck", 3)]

    flags = judged("rf-chest", AT, *hurts, symptom(AT, "chest-pressure")).flags

    assert [one.subject for one in flags] == [{"region": "neck"}, {"region": "shoulder", "side": "left"}]
