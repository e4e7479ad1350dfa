"""Pain that runs down the leg."""

import pytest
from journals import care, pain, symptom, workout

AT = "2026-11-20 18:00"
RULE = "rf-radiating-leg"
BACK = pain("2026-11-20 08:00", score=4)


def down(at=AT, region="lower-back", score=3, to="below-knee", **more):
    """A pain that runs down the leg."""
    return pain(at, region, score, radiates_to=to, **more)


@pytest.mark.parametrize(
    ("entry", "severity"),
    [
        (down(side="left"), "warning"),
        (down(to="thigh", side="left"), "warning"),
        (down(to="foot", side="right"), "warning"),
        (down(to="buttock", side="left"), ""),
        (down(to="none", side="left"), ""),
        (down(region="hip", side="left"), "warning"),
        (down(region="buttock", side="left"), "warning"),
        (down(region="knee", side="left"), ""),
        (down(score=0, side="left"), ""),
        (down(), "warning"),
        (down(side="center"), "warning"),
        (down(side="both"), "urgent"),
        (down(region="hip", side="both"), "urgent"),
    ],
)
def test_from_back_buttock_or_hip_to_the_thigh_or_further(entry, severity, level):
    assert level(RULE, AT, entry) == severity


def test_what_it_says(flag):
    found = flag(RULE, AT, down(side="left", score=5))

    assert (found.act, found.subject, found.details) == ("this-week", {"region": "lower-back"}, {})
    assert found.message == "Left lower back: 5 of 10 (Fri 20 Nov, 18:00), running down to below knee."


def test_an_entry_without_a_side_asks_for_it(flag):
    assert flag(RULE, AT, down()).details == {"ask": "side"}


@pytest.mark.parametrize(
    ("leg", "severity"),
    [
        (pain(AT, "thigh-back", 4, side="left"), "warning"),
        (pain(AT, "thigh-front", 4, side="right"), "warning"),
        (pain(AT, "calf", 4, side="left"), "warning"),
        (pain(AT, "calf", 3, side="left"), ""),
        (pain(AT, "calf", 1, side="left", qualities=["burning"]), "warning"),
        (pain(AT, "calf", 0, side="left", qualities=["burning"]), ""),
        (pain(AT, "calf", 3, side="left", qualities=["sharp"]), ""),
        (pain(AT, "calf", 8), ""),
        (pain(AT, "calf", 8, side="both"), ""),
        (pain(AT, "knee", 8, side="left"), ""),
    ],
)
def test_a_leg_that_hurts_on_one_side_while_the_back_hurts(leg, severity, level):
    assert level(RULE, AT, BACK, leg) == severity


@pytest.mark.parametrize(
    ("back", "severity"),
    [
        (pain("2026-11-20 08:00", score=3), ""),
        (pain("2026-11-17 18:01", score=4), "warning"),
        (pain("2026-11-17 18:00", score=4), ""),
        ([pain("2026-11-18 08:00", score=4), pain("2026-11-20 08:00", score=1)], "warning"),
        (pain("2026-11-20 18:01", score=8), ""),
    ],
    ids=["peak 3", "nearly lapsed", "lapsed", "peaked before", "hurt later"],
)
def test_the_back_must_hurt_by_then_with_a_peak_of_four(back, severity, level):
    assert level(RULE, AT, back, pain(AT, "calf", 4, side="left")) == severity


class TestSorenessOfTheLegAfterAWorkout:
    LEGS = workout("2026-11-19 17:00", ("calf-raise", 3, 12, 60))
    ARMS = workout("2026-11-19 17:00", ("dumbbell-curl", 3, 12, 10))

    def test_is_not_taken_for_a_nerve(self, level):
        assert level(RULE, AT, BACK, self.LEGS, pain(AT, "calf", 4, side="left")) == ""

    def test_counts_when_it_is_not_only_dull(self, level):
        shooting = pain(AT, "calf", 4, side="left", qualities=["shooting"])

        assert level(RULE, AT, BACK, self.LEGS, shooting) == "warning"

    def test_counts_when_the_workout_did_not_train_it(self, level):
        assert level(RULE, AT, BACK, self.ARMS, pain(AT, "calf", 4, side="left")) == "warning"

    def test_counts_when_another_workout_came_between(self, level):
        between = workout("2026-11-19 20:00", ("dumbbell-curl", 3, 12, 10))

        assert level(RULE, AT, BACK, self.LEGS, between, pain(AT, "calf", 4, side="left")) == "warning"

    @pytest.mark.parametrize(("at", "severity"), [("2026-11-22 18:00", ""), ("2026-11-22 18:01", "warning")])
    def test_is_looked_for_in_the_72_h_after_the_workout(self, at, severity, level):
        assert level(RULE, at, BACK, self.LEGS, pain(at, "calf", 4, side="left")) == severity


@pytest.mark.parametrize(
    ("later", "severity"), [("2026-11-27 18:00", "urgent"), ("2026-11-27 18:01", "warning")]
)
def test_left_and_right_within_seven_days_are_both_legs(later, severity, level):
    assert level(RULE, later, down(side="left"), down(later, side="right")) == severity


@pytest.mark.parametrize("sign", ["leg-weakness", "leg-numbness"])
@pytest.mark.parametrize(
    ("at", "severity"),
    [
        ("2026-11-13 18:00", "urgent"),
        ("2026-11-13 17:59", "warning"),
        ("2026-11-21 18:00", "urgent"),
    ],
)
def test_with_weakness_or_numbness_within_seven_days_it_is_urgent(sign, at, severity, level):
    assert level(RULE, "2026-11-21 18:00", down(side="left"), symptom(at, sign)) == severity


def test_getting_worse_ends_the_warning_and_begins_the_urgent_flag(judged):
    records = down(side="left"), symptom("2026-11-21 18:00", "leg-weakness")

    flags = judged(RULE, "2026-11-21 18:00", *records, past=True).flags

    assert [(one.severity, one.status) for one in flags] == [("urgent", "active"), ("warning", "past")]
    assert flags[0].act == "now"
    assert flags[1].until == flags[0].since


def test_a_warning_is_raised_once_in_an_episode_and_ends_with_it(flag, level):
    entries = [down(f"2026-11-{day} 18:00", side="left") for day in (20, 21, 22)]

    assert flag(RULE, "2026-11-25 17:59", entries).since.isoformat() == "2026-11-20T18:00:00+01:00"
    assert level(RULE, "2026-11-25 18:00", entries) == ""


class TestAnUrgentFlagOfBothLegs:
    BOTH = down(side="both")

    def test_does_not_end_when_the_episode_lapses(self, level):
        assert level(RULE, "2026-11-30 18:00", self.BOTH) == "urgent"

    def test_ends_when_the_place_has_certainly_stopped_hurting(self, level):
        records = self.BOTH, pain("2026-11-21 18:00", score=0)

        assert level(RULE, "2026-11-22 17:59", *records) == "urgent"
        assert level(RULE, "2026-11-22 18:00", *records) == ""

    def test_ends_when_a_lapsed_episode_is_confirmed_later(self, level):
        records = self.BOTH, pain("2026-11-30 18:00", score=0)

        assert level(RULE, "2026-11-30 17:59", *records) == "urgent"
        assert level(RULE, "2026-11-30 18:00", *records) == ""

    def test_does_not_end_because_another_place_is_well(self, level):
        records = self.BOTH, pain(AT, "neck", 4), pain("2026-11-21 18:00", "neck", 0)

        assert level(RULE, "2026-11-30 18:00", *records) == "urgent"

    def test_ends_with_a_doctor(self, level):
        assert level(RULE, "2026-11-21 18:00", self.BOTH, care("2026-11-21 10:00", "doctor")) == ""

    def test_is_raised_again_by_an_entry_after_the_doctor(self, flag):
        records = self.BOTH, care("2026-11-21 10:00", "doctor"), down("2026-11-22 18:00", side="both")

        found = flag(RULE, "2026-11-22 18:00", *records)
        assert found.since.isoformat() == "2026-11-22T18:00:00+01:00"
