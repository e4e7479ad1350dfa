"""Bladder and bowel, leg weakness, hard to stand: signs that weigh more beside back pain."""

import pytest
from journals import care, pain, symptom

BACK = pain("2026-11-18 20:00", score=2)
KNEE = pain("2026-11-18 20:00", "knee", 6)


@pytest.mark.parametrize("sign", ["cannot-pass", "saddle-numbness"])
def test_being_unable_to_go_or_a_numb_saddle_is_urgent_by_itself(sign, flag):
    found = flag("rf-bladder-bowel", "2026-11-20 18:00", symptom("2026-11-20 18:00", sign))

    assert (found.severity, found.act) == ("urgent", "now")
    assert found.subject == {"symptom": sign}
    assert [one.table for one in found.evidence] == ["symptoms"]


@pytest.mark.parametrize(
    ("rule", "sign", "act", "act_alone"),
    [
        ("rf-bladder-bowel", "bladder-change", "now", "today"),
        ("rf-bladder-bowel", "bowel-change", "now", "today"),
        ("rf-leg-weakness", "leg-weakness", "now", "today"),
        ("rf-stand-walk", "hard-to-stand-or-walk", "today", "today"),
    ],
)
class TestASignBesideBackPain:
    def test_is_urgent_when_the_back_hurt_before(self, rule, sign, act, act_alone, flag):
        found = flag(rule, "2026-11-20 18:00", BACK, symptom("2026-11-20 18:00", sign))

        assert (found.severity, found.act) == ("urgent", act)
        assert {one.table for one in found.evidence} == {"symptoms", "pain"}

    def test_is_urgent_from_the_back_pain_on_when_that_comes_later(self, rule, sign, act, act_alone, flag):
        records = symptom("2026-11-18 18:00", sign), pain("2026-11-20 18:00", score=1)

        assert flag(rule, "2026-11-20 17:59", *records).severity == "warning"
        urgent = flag(rule, "2026-11-20 18:00", *records)
        assert (urgent.severity, urgent.since.isoformat()) == ("urgent", "2026-11-20T18:00:00+01:00")

    def test_by_itself_is_a_warning(self, rule, sign, act, act_alone, flag):
        found = flag(rule, "2026-11-20 18:00", KNEE, symptom("2026-11-20 18:00", sign))

        assert (found.severity, found.act) == ("warning", act_alone)

    @pytest.mark.parametrize(
        ("at", "severity"), [("2026-11-25 20:00", "urgent"), ("2026-11-25 20:01", "warning")]
    )
    def test_seven_days_apart_still_counts(self, at, severity, rule, sign, act, act_alone, level):
        assert level(rule, at, BACK, symptom(at, sign)) == severity

    def test_an_entry_of_no_pain_does_not_count(self, rule, sign, act, act_alone, level):
        none = pain("2026-11-18 20:00", score=0)

        assert level(rule, "2026-11-20 18:00", none, symptom("2026-11-20 18:00", sign)) == "warning"

    def test_answered_no_is_no_flag(self, rule, sign, act, act_alone, level):
        assert level(rule, "2026-11-20 18:00", BACK, symptom("2026-11-20 18:00", sign, False)) == ""

    @pytest.mark.parametrize("kind", ["doctor", "clearance"])
    def test_ends_when_a_doctor_was_seen(self, kind, rule, sign, act, act_alone, level):
        records = BACK, symptom("2026-11-20 18:00", sign), care("2026-11-21 09:00", kind)

        assert level(rule, "2026-11-21 08:59", *records) == "urgent"
        assert level(rule, "2026-11-21 09:00", *records) == ""

    def test_is_not_ended_by_a_doctor_seen_before(self, rule, sign, act, act_alone, level):
        records = BACK, care("2026-11-20 09:00", "doctor"), symptom("2026-11-20 18:00", sign)

        assert level(rule, "2026-11-22 18:00", *records) == "urgent"

    def test_is_not_ended_by_the_back_getting_well(self, rule, sign, act, act_alone, level):
        records = BACK, symptom("2026-11-18 21:00", sign), pain("2026-11-19 20:00", score=0)

        assert level(rule, "2026-11-25 18:00", *records) == "urgent"

    def test_stays_28_days_and_then_was_never_answered(self, rule, sign, act, act_alone, level, flag):
        records = BACK, symptom("2026-11-20 18:00", sign)

        assert level(rule, "2026-12-18 17:59", *records) == "urgent"
        assert flag(rule, "2026-12-18 17:59", *records).details == {}
        assert level(rule, "2026-12-18 18:00", *records) == ""
        past = flag(rule, "2026-12-18 18:00", *records, past=True)
        assert (past.status, past.details) == ("past", {"ended": "never answered"})

    def test_told_again_it_goes_on_from_then_and_is_still_one_flag(
        self, rule, sign, act, act_alone, level, flag
    ):
        records = BACK, symptom("2026-11-20 18:00", sign), symptom("2026-12-10 18:00", sign)

        going_on = flag(rule, "2027-01-07 17:59", *records)
        assert going_on.since.isoformat() == "2026-11-20T18:00:00+01:00"
        assert level(rule, "2027-01-07 18:00", *records) == ""


@pytest.mark.parametrize(
    ("sign", "noes", "ended"),
    [
        ("leg-weakness", [("2026-11-21 08:00", {}), ("2026-11-22 08:00", {})], True),
        ("leg-weakness", [("2026-11-21 08:00", {}), ("2026-11-21 20:00", {})], False),
        ("leg-weakness", [("2026-11-20 20:00", {}), ("2026-11-21 20:00", {})], False),
        ("leg-weakness", [("2026-11-21 08:00", {})], False),
        ("leg-weakness", [("2026-11-21 08:00", {"side": "left"}), ("2026-11-22 08:00", {})], False),
    ],
    ids=["two later dates", "twice on one date", "once on the same date", "once", "one of them for one side"],
)
def test_two_noes_on_two_later_dates_end_it(sign, noes, ended, level):
    answers = [symptom(at, sign, False, **more) for at, more in noes]
    records = BACK, symptom("2026-11-20 18:00", sign), answers

    assert level("rf-leg-weakness", "2026-11-22 08:00", *records) == ("" if ended else "urgent")


@pytest.mark.parametrize(
    ("sign", "ended"),
    [("bladder-change", True), ("bowel-change", False), ("cannot-pass", False), ("saddle-numbness", False)],
)
def test_a_no_about_the_bladder_says_nothing_about_another_sign(sign, ended, level):
    noes = [symptom(f"2026-11-{day} 08:00", "bladder-change", False) for day in (21, 22)]

    records = BACK, symptom("2026-11-20 18:00", sign), noes

    assert level("rf-bladder-bowel", "2026-11-23 08:00", *records) == ("" if ended else "urgent")


def test_denied_and_told_again_it_is_raised_again_at_once(flag):
    noes = [symptom(f"2026-11-{day} 08:00", "leg-weakness", False) for day in (21, 22)]

    records = symptom("2026-11-20 18:00", "leg-weakness"), noes, symptom("2026-11-23 08:00", "leg-weakness")

    found = flag("rf-leg-weakness", "2026-11-23 08:00", *records)
    assert found.since.isoformat() == "2026-11-23T08:00:00+01:00"


def test_one_no_ends_hard_to_stand_or_walk(level):
    sign = "hard-to-stand-or-walk"
    records = BACK, symptom("2026-11-20 18:00", sign), symptom("2026-11-20 20:00", sign, False)

    assert level("rf-stand-walk", "2026-11-20 19:59", *records) == "urgent"
    assert level("rf-stand-walk", "2026-11-20 20:00", *records) == ""


@pytest.mark.parametrize(
    ("rule", "missing"),
    [
        ("rf-bladder-bowel", ["bladder-change", "saddle-numbness"]),
        ("rf-leg-weakness", ["leg-weakness"]),
        ("rf-stand-walk", []),
    ],
)
def test_an_unanswered_question_is_never_taken_for_a_no(rule, missing, judged):
    said = judged(rule, "2026-11-20 18:00", pain("2026-11-20 18:00", score=7))

    assert said.flags == ()
    assert [one.subject["symptom"] for one in said.insufficient] == missing


def test_what_was_not_answered_is_missing_until_it_is_or_for_a_week(judged):
    entry, answer = pain("2026-11-20 18:00", score=7), symptom("2026-11-21 18:00", "leg-weakness", False)

    assert judged("rf-leg-weakness", "2026-11-21 17:59", entry, answer).insufficient
    assert not judged("rf-leg-weakness", "2026-11-21 18:00", entry, answer).insufficient
    assert judged("rf-leg-weakness", "2026-11-27 17:59", entry).insufficient
    assert not judged("rf-leg-weakness", "2026-11-27 18:00", entry).insufficient


def test_a_mild_dull_entry_has_no_missing_answers(judged):
    said = judged("rf-bladder-bowel", "2026-11-20 18:00", pain("2026-11-20 18:00", score=3))

    assert said.insufficient == ()
