"""Fever, nausea, brown urine and pain at night."""

import pytest
from journals import care, pain, symptom

AT = "2026-11-20 18:00"
BACK = pain(AT, score=1)


@pytest.mark.parametrize("sign", ["fever", "chills"])
@pytest.mark.parametrize(
    ("told", "asked", "since"),
    [
        (AT, AT, "2026-11-20T18:00:00+01:00"),
        ("2026-11-17 18:00", AT, "2026-11-20T18:00:00+01:00"),
        ("2026-11-23 18:00", "2026-11-23 18:00", "2026-11-23T18:00:00+01:00"),
    ],
    ids=["together", "three days before", "three days after"],
)
def test_fever_within_three_days_of_back_pain_is_urgent_since_the_later(sign, told, asked, since, flag):
    found = flag("rf-fever", asked, BACK, symptom(told, sign))

    assert (found.severity, found.act, found.subject) == ("urgent", "today", {"symptom": sign})
    assert found.since.isoformat() == since


@pytest.mark.parametrize(
    "records",
    [
        [symptom(AT, "fever")],
        [BACK, symptom(AT, "fever", False)],
        [BACK, symptom("2026-11-17 17:59", "fever")],
        [BACK, symptom("2026-11-23 18:01", "fever")],
        [pain(AT, score=0), symptom(AT, "fever")],
        [pain(AT, "knee", 8), symptom(AT, "fever")],
    ],
    ids=["alone", "no fever", "too long before", "too long after", "no pain", "not the back"],
)
def test_fever_without_back_pain_is_no_flag(records, level):
    assert level("rf-fever", "2026-11-23 18:01", records) == ""


def test_fever_clears_seven_days_after_the_last_yes(level):
    fever, still = symptom(AT, "fever"), symptom("2026-11-25 18:00", "fever")

    assert level("rf-fever", "2026-11-27 17:59", BACK, fever) == "urgent"
    assert level("rf-fever", "2026-11-27 18:00", BACK, fever) == ""
    assert level("rf-fever", "2026-12-02 17:59", BACK, fever, still) == "urgent"
    assert level("rf-fever", "2026-12-02 18:00", BACK, fever, still) == ""


def test_fever_ends_with_a_doctor(level):
    records = BACK, symptom(AT, "fever"), care("2026-11-21 10:00", "doctor")

    assert level("rf-fever", "2026-11-21 10:00", *records) == ""


@pytest.mark.parametrize(
    ("records", "severity"),
    [
        ([pain(AT, score=4)], "caution"),
        ([pain(AT, score=3)], ""),
        ([pain(AT, "knee", 9)], ""),
        ([pain("2026-11-17 18:00", score=4)], "caution"),
        ([pain("2026-11-17 17:59", score=4)], ""),
        ([pain(AT, score=7)], "urgent"),
        ([pain(AT, score=4), pain("2026-11-18 18:00", score=7)], "urgent"),
        ([pain(AT, score=4), symptom("2026-11-17 18:00", "fever")], "urgent"),
        ([pain(AT, score=4), symptom("2026-11-17 18:00", "chills")], "urgent"),
        ([pain(AT, score=4), symptom("2026-11-17 17:59", "fever")], "caution"),
        ([symptom(AT, "fever")], ""),
    ],
)
def test_nausea_with_back_pain_is_a_caution_and_worse_with_fever_or_severe_pain(records, severity, level):
    assert level("rf-nausea", AT, symptom(AT, "nausea"), records) == severity


def test_the_numbers_of_nausea(flag):
    found = flag("rf-nausea", AT, symptom(AT, "nausea"), pain(AT, score=5)).as_json()

    assert found["observed"] == {"value": 5, "unit": "NRS"}
    assert found["threshold"] == {"op": ">=", "value": 4, "unit": "NRS"}
    assert found["act"] is None


def test_nausea_becomes_urgent_when_the_pain_does(judged):
    records = symptom(AT, "nausea"), pain(AT, score=4), pain("2026-11-21 18:00", score=7)

    flags = judged("rf-nausea", "2026-11-21 18:00", *records, past=True).flags

    assert [(one.severity, one.status) for one in flags] == [("urgent", "active"), ("caution", "past")]


def test_the_caution_ends_after_48_h_and_the_urgent_flag_does_not(level):
    nausea = symptom(AT, "nausea")

    assert level("rf-nausea", "2026-11-22 17:59", nausea, pain(AT, score=4)) == "caution"
    assert level("rf-nausea", "2026-11-22 18:00", nausea, pain(AT, score=4)) == ""
    assert level("rf-nausea", "2026-11-29 18:00", nausea, pain(AT, score=7)) == "urgent"


def test_urgent_nausea_ends_with_a_doctor_or_with_two_noes(level):
    records = symptom(AT, "nausea"), pain(AT, score=7)
    noes = [symptom(f"2026-11-{day} 08:00", "nausea", False) for day in (21, 22)]

    assert level("rf-nausea", "2026-11-22 08:00", *records, noes) == ""
    assert level("rf-nausea", "2026-11-22 08:00", *records, care("2026-11-21 10:00", "doctor")) == ""


def test_brown_urine_is_urgent_until_a_doctor_was_seen(flag, level):
    brown = symptom(AT, "brown-urine")
    noes = [symptom(f"2026-11-{day} 08:00", "brown-urine", False) for day in (21, 22, 23)]

    found = flag("rf-brown-urine", AT, brown)
    assert (found.severity, found.act) == ("urgent", "now")
    assert level("rf-brown-urine", "2026-11-24 18:00", brown, noes) == "urgent"
    assert level("rf-brown-urine", "2026-11-24 18:00", brown, care("2026-11-24 10:00", "doctor")) == ""


def nights(first, answers):
    """Answers about pain at night on consecutive dates, written in the morning: "y", "n" or "-" for none."""
    return [
        symptom(f"2026-11-{day:02} 07:00", "night-pain", answer == "y")
        for day, answer in enumerate(answers, first)
        if answer != "-"
    ]


@pytest.mark.parametrize(
    ("answers", "severity"),
    [
        ("yyy", "warning"),
        ("nyynnny", "warning"),
        ("ynnnnnyy", ""),
        ("y---y---y---", "warning"),
        ("yy", ""),
        ("nnnn", ""),
        ("ynynyn", "warning"),
    ],
)
def test_three_of_the_last_seven_nights_with_an_answer(answers, severity, level):
    last = f"2026-11-{len(answers):02} 08:00"

    assert level("rf-night-pain", last, nights(1, answers)) == severity


def test_a_night_answered_twice_is_one_night(level):
    twice = [symptom(f"2026-11-01 0{hour}:00", "night-pain") for hour in (5, 6, 7)]

    assert level("rf-night-pain", "2026-11-01 08:00", twice) == ""


def test_nights_more_than_28_dates_ago_do_not_count(level):
    assert level("rf-night-pain", "2026-11-29 08:00", nights(1, "yy"), nights(29, "y")) == ""
    assert level("rf-night-pain", "2026-11-28 08:00", nights(1, "yy"), nights(28, "y")) == "warning"


def test_the_numbers_of_nights(flag):
    found = flag("rf-night-pain", "2026-11-04 08:00", nights(1, "ynyy"))

    assert (found.act, found.value, found.threshold.value) == ("this-week", 3, 3)
    assert found.message == "Pain woke you on 3 of the last 4 nights that you answered for."
    assert len(found.evidence) == 3


def test_the_warning_ends_when_nights_get_better_or_a_week_after_the_last_answer(level):
    assert level("rf-night-pain", "2026-11-10 06:59", nights(1, "yyy")) == "warning"
    assert level("rf-night-pain", "2026-11-10 07:00", nights(1, "yyy")) == ""
    assert level("rf-night-pain", "2026-11-07 08:00", nights(1, "yyynnnn")) == "warning"
    assert level("rf-night-pain", "2026-11-08 07:00", nights(1, "yyynnnnn")) == ""


def test_one_row_of_bad_nights_is_one_flag(flag):
    found = flag("rf-night-pain", "2026-11-12 08:00", nights(1, "yyyyyyyyyyyy"))

    assert found.since.isoformat() == "2026-11-03T07:00:00+01:00"


def test_fewer_than_three_answers_are_missing_not_clear(judged):
    said = judged("rf-night-pain", "2026-11-02 08:00", nights(1, "yy"))

    assert [one.missing for one in said.insufficient] == [("night-pain answers on 3 dates",)]
    assert judged("rf-night-pain", "2026-11-20 08:00", nights(1, "yy")).insufficient == ()
    assert judged("rf-night-pain", "2026-11-03 08:00", nights(1, "nnn")).insufficient == ()
