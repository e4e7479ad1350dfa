"""Very much to drink, weight lost in a workout, and no drink around long sessions."""

import pytest
from journals import care, checkin, drink, pain, run, symptom, when, workout

from journal.analysis.rules.hydration_amounts import REPLACE_L_PER_KG
from journal.records import Condition, ProfileEntry

MUCH, LOST, AROUND = "fluid-very-high", "water-loss-2pct", "drink-around-training"
AT = "2026-11-20 18:00"
WEIGHED = checkin("2026-11-20", body_weight_kg=80)


def drank(*drinks, day=20):
    """Drinks of one date in November: (time, ml)."""
    return [drink(f"2026-11-{day:02} {at}", ml) for at, ml in drinks]


# fluid-very-high


@pytest.mark.parametrize(
    ("drinks", "severity"),
    [
        ([("17:30", 750), ("18:00", 750)], ""),
        ([("17:30", 750), ("18:00", 751)], "caution"),
        ([("17:01", 750), ("18:00", 751)], "caution"),
        ([("17:00", 750), ("18:00", 751)], ""),
        ([("18:00", 2900)], ""),
        ([("18:00", 750), ("18:00", 751)], "caution"),
        ([("15:30", 1000), ("16:40", 1000), ("18:00", 1000)], ""),
        ([("15:30", 1000), ("16:40", 1000), ("18:00", 1001)], "caution"),
        ([("15:01", 1000), ("16:30", 1000), ("18:00", 1001)], "caution"),
        ([("15:00", 1000), ("16:30", 1000), ("18:00", 1001)], ""),
        ([("18:00", 5000)], ""),
        ([("12:00", 900), ("12:00", 901)], ""),
    ],
    ids=[
        *("1500 ml", "over 1500 ml", "within 60 minutes", "exactly 60 minutes apart", "one entry"),
        *(
            "at the same time",
            "3000 ml",
            "over 3000 ml",
            "within 3 h",
            "exactly 3 h apart",
            "one large entry",
            "of a date, without their times",
        ),
    ],
)
def test_very_much_in_a_short_time(drinks, severity, level):
    assert level(MUCH, AT, drank(*drinks)) == severity


@pytest.mark.parametrize(
    ("ml", "weight", "severity"),
    [
        (5216, WEIGHED, ""),
        (5217, WEIGHED, "caution"),
        (5217, checkin("2026-10-21", body_weight_kg=80), "caution"),
        (5217, checkin("2026-10-20", body_weight_kg=80), ""),
        (5217, checkin("2026-11-20", body_weight_kg=80, at=when("2026-11-20 18:01")), ""),
        (5217, checkin("2026-11-20", stress=4), ""),
        (5217, checkin("2026-11-20", body_weight_kg=81), ""),
    ],
    ids=["at the mark", "above", "30 days old", "31 days old", "not known yet", "no weight", "heavier"],
)
def test_very_much_on_a_date_for_the_body_weight(ml, weight, severity, level):
    assert level(MUCH, AT, weight, drank(("08:00", 2500), ("18:00", ml - 2500))) == severity


def test_a_date_begins_anew_at_midnight(level):
    assert (
        level(MUCH, AT, WEIGHED, drank(("23:00", 2500), day=19), drank(("10:00", 3000), ("18:00", 2000)))
        == ""
    )


@pytest.mark.parametrize(
    ("earlier", "severity"),
    [("2026-11-20 11:01-05:00", "caution"), ("2026-11-20 11:00-05:00", ""), ("2026-11-20 17:30-05:00", "")],
    ids=["59 minutes before", "60 minutes before", "later"],
)
def test_minutes_are_elapsed_minutes_whatever_the_clock_says(earlier, severity, level):
    assert level(MUCH, AT, drink(earlier, 800), drink(AT, 800)) == severity


@pytest.mark.parametrize(
    ("sign", "severity"),
    [
        (symptom("2026-11-20 08:00", "nausea"), "warning"),
        (symptom("2026-11-20 20:00", "dizzy"), "warning"),
        (pain("2026-11-20 20:00", "head", 1), "warning"),
        (pain("2026-11-20 20:00", "head", 0), "caution"),
        (pain("2026-11-20 20:00", "neck", 5), "caution"),
        (symptom("2026-11-20 20:00", "nausea", present=False), "caution"),
        (symptom("2026-11-19 23:59", "nausea"), "caution"),
        (symptom("2026-11-21 00:00", "nausea"), "caution"),
        (symptom("2026-11-20 08:00", "confused"), "urgent"),
        (symptom("2026-11-20 20:00", "confused"), "urgent"),
        (symptom("2026-11-21 17:59", "confused"), "urgent"),
        (symptom("2026-11-21 18:00", "confused"), ""),
        (symptom("2026-11-19 23:59", "confused"), "caution"),
        (symptom("2026-11-20 20:00", "confused", present=False), "caution"),
    ],
    ids=[
        *("nausea before", "dizzy after", "headache", "no headache", "neck", "answered no", "a day before"),
        *("a day after", "confused before", "confused after", "while it lasts", "when it is over"),
        *("confused a day before", "not confused"),
    ],
)
def test_a_sign_beside_it_makes_it_worse(sign, severity, level):
    at = "2026-11-21 18:00" if sign.at >= when("2026-11-21 17:00") else "2026-11-21 17:00"

    assert level(MUCH, at, drank(("17:30", 800), ("18:00", 800)), sign) == severity


def test_what_it_says(flag):
    found = flag(MUCH, AT, drank(("17:30", 800), ("18:00", 900)))

    assert found.message == "1,700 ml drunk within 60 minutes (until Fri 20 Nov, 18:00), in 2 entries."
    assert (found.value, found.unit, found.threshold.value) == (1700, "ml", 1500)
    assert (found.subject, found.act, found.details) == ({}, None, {"ml": 1700})
    assert [one.table for one in found.evidence] == ["hydration", "hydration"]


def test_what_a_date_says(flag):
    found = flag(MUCH, AT, WEIGHED, drank(("08:00", 2600), ("18:00", 2800)))

    assert found.message == "5,400 ml drunk on Fri 20 Nov, 67.5 ml for each kg of body weight."
    assert (found.value, found.unit, found.threshold.value) == (67.5, "ml/kg", 65.2)
    assert {one.table for one in found.evidence} == {"hydration", "checkins"}


def test_with_confusion_it_is_for_the_emergency_number_now(judged):
    records = drank(("17:30", 800), ("18:00", 900)), symptom("2026-11-20 19:00", "confused")

    urgent, caution = judged(MUCH, "2026-11-20 19:00", *records, past=True).flags
    assert (urgent.severity, urgent.act, urgent.since) == ("urgent", "now", when("2026-11-20 19:00"))
    assert urgent.message == (
        "1,700 ml drunk within 60 minutes (until Fri 20 Nov, 18:00), in 2 entries; "
        "also recorded: confused (Fri 20 Nov, 19:00)."
    )
    assert "emergency number now" in urgent.advice
    assert {one.table for one in urgent.evidence} == {"hydration", "symptoms"}
    assert (caution.severity, caution.until) == ("caution", when("2026-11-20 19:00"))


@pytest.mark.parametrize(
    ("later", "at", "severity"),
    [
        ([], "2026-12-18 17:59", "urgent"),
        ([], "2026-12-18 18:00", ""),
        ([care("2026-11-21 08:00", "doctor")], "2026-11-21 08:00", ""),
        ([care("2026-11-21 08:00", "clearance")], "2026-11-21 08:00", ""),
        ([care("2026-11-20 17:59", "doctor")], "2026-11-25 08:00", "urgent"),
        ([symptom("2026-11-21 08:00", "confused", False)], "2026-11-21 08:00", "urgent"),
        (
            [symptom(f"2026-11-{day} 08:00", "confused", False) for day in (21, 22)],
            "2026-11-22 08:00",
            "",
        ),
        ([symptom(f"2026-11-{day} 08:00", "dizzy", False) for day in (21, 22)], "2026-11-22 08:00", "urgent"),
        (drank(("08:00", 250), day=22), "2026-11-25 08:00", "urgent"),
    ],
    ids=[
        *("28 days", "and no longer", "a doctor", "a clearance", "a doctor before", "no once"),
        *("no on two later dates", "no to another sign", "less to drink"),
    ],
)
def test_what_ends_it_when_it_is_urgent(later, at, severity, level):
    records = drank(("17:30", 800), ("18:00", 800)), symptom("2026-11-20 10:00", "confused")

    assert level(MUCH, at, *records, later) == severity


def test_an_urgent_one_that_nobody_answered_says_so(judged):
    records = drank(("17:30", 800), ("18:00", 800)), symptom("2026-11-20 10:00", "confused")

    (past,) = judged(MUCH, "2026-12-19 08:00", *records, past=True).flags
    assert past.details == {"ml": 1600, "ended": "never answered"}


def test_it_lasts_24_hours_goes_on_with_more_and_is_raised_again(judged, level):
    evening, morning = drank(("17:30", 800), ("18:00", 800)), drank(("08:00", 800), ("08:30", 800), day=21)

    assert level(MUCH, "2026-11-21 17:59", evening) == "caution"
    assert level(MUCH, "2026-11-21 18:00", evening) == ""
    assert len(judged(MUCH, "2026-11-22 08:29", evening, morning, past=True).flags) == 1
    assert level(MUCH, "2026-11-22 08:29", evening, morning) == "caution"
    assert level(MUCH, "2026-11-22 08:30", evening, morning) == ""
    assert (
        level(MUCH, "2026-11-23 08:30", evening, drank(("08:00", 800), ("08:30", 800), day=23)) == "caution"
    )


# water-loss-2pct


def weighed(at, before, after, **more):
    return run(at, 10, weight_before_kg=before, weight_after_kg=after, **more)


@pytest.mark.parametrize(
    ("before", "after", "severity"),
    [
        (75, 73.5, "caution"),
        (75, 73.501, ""),
        (80, 78.4, "caution"),
        (75, 72.001, "caution"),
        (75, 72, "warning"),
        (70, 70.5, ""),
        (70, 70, ""),
    ],
    ids=["2 %", "a gram less", "2 % of 80 kg", "just under 4 %", "4 %", "heavier", "nothing"],
)
def test_body_weight_lost_in_one_workout(before, after, severity, level):
    assert level(LOST, "2026-11-20 20:00", weighed(AT, before, after)) == severity


def test_what_a_loss_says(flag):
    found = flag(LOST, "2026-11-20 20:00", weighed(AT, 80, 78))

    assert found.message == (
        "2.5 % of body weight lost in the workout of Fri 20 Nov, 18:00: 80 kg before, 78 kg after."
    )
    assert (found.value, found.unit, found.threshold.value) == (2.5, "%", 2)
    assert found.details == {"lost_kg": 2, "drink_l": [2 * share for share in REPLACE_L_PER_KG]}
    assert set(found.subject) == {"workout"}
    assert "limit fluids" in found.advice


def test_a_flag_of_a_workout_lasts_a_week(level):
    assert level(LOST, "2026-11-27 17:59", weighed(AT, 80, 78)) == "caution"
    assert level(LOST, "2026-11-27 18:00", weighed(AT, 80, 78)) == ""


@pytest.mark.parametrize(
    ("earlier", "before", "after", "missing"),
    [
        (weighed("2026-10-23 18:00", 75, 75), 75, None, ["the weight after the workout"]),
        (weighed("2026-10-23 18:00", 75, 75), None, 75, ["the weight before the workout"]),
        (weighed("2026-10-23 17:59", 75, 75), 75, None, []),
        (weighed("2026-11-18 18:00", 75, None), 75, None, []),
        (weighed("2026-11-18 18:00", 75, 75), None, None, []),
        ([], 75, None, []),
    ],
    ids=["after", "before", "told longer ago", "never told", "not weighed", "first time"],
)
def test_a_weight_that_is_missing(earlier, before, after, missing, judged):
    said = judged(LOST, "2026-11-20 20:00", earlier, weighed(AT, before, after))

    assert said.flags == ()
    assert [what for one in said.insufficient for what in one.missing if one.subject] == missing


def test_the_weight_of_the_mornings_is_no_water(level):
    assert level(LOST, AT, checkin("2026-11-19", body_weight_kg=80), WEIGHED.but(body_weight_kg=76)) == ""


# drink-around-training

ASKED = ProfileEntry(key="drink_hints", value="yes")


def long(day, drinks=(("08:00", 500),), minutes=90, **more):
    """A long ride at 17:00 and what was drunk on that date."""
    ride = workout(f"2026-11-{day:02} 17:00", kind="ride", minutes=minutes, rpe=5, **more)
    return [*ride, *drank(*drinks, day=day)]


def dry(*days, **more):
    return [one for day in days for one in long(day, **more)]


NEXT = "2026-11-21 00:00"


@pytest.mark.parametrize(
    ("told", "severity"),
    [([ASKED], "info"), ([], ""), ([ASKED.but(value="no")], "")],
    ids=["yes", "not said", "no"],
)
def test_it_is_on_only_for_who_asked_for_it(told, severity, level):
    assert level(AROUND, NEXT, told, dry(16, 18, 20)) == severity


@pytest.mark.parametrize(
    ("records", "severity"),
    [
        (dry(18, 20), ""),
        (dry(12, 14, 16) + dry(18, 20, drinks=[("17:30", 500)]), "info"),
        (dry(10, 12, 14) + dry(16, 18, 20, drinks=[("17:30", 500)]), ""),
        (dry(16, 18, 20, minutes=60), ""),
        (dry(16, 18, 20, minutes=60.5), "info"),
        (dry(16, 18, 20, minutes=None), ""),
        (dry(16, 18, 20, drinks=()), ""),
        (dry(16, 18, 20, drinks=[("15:00", 500)]), ""),
        (dry(16, 18, 20, drinks=[("14:59", 500)]), "info"),
        (dry(16, 18, 20, drinks=[("20:30", 500)]), ""),
        (dry(16, 18, 20, drinks=[("20:31", 500)]), "info"),
        (dry(2, 18, 20), "info"),
        ([*run("2026-10-23 17:00", 20, 90), drink("2026-10-23 08:00", 500), *dry(18, 20)], ""),
        ([*run("2026-10-24 17:00", 20, 90), drink("2026-10-24 08:00", 500), *dry(18, 20)], "info"),
    ],
    ids=[
        *("two", "three of five", "three of six", "an hour", "over an hour", "duration not known"),
        *("nothing drunk that date", "2 h before", "longer before", "2 h after", "longer after"),
        *("18 days ago", "28 dates ago", "27 dates ago"),
    ],
)
def test_three_of_the_last_five_long_sessions_without_a_drink_around_them(records, severity, level):
    assert level(AROUND, NEXT, ASKED, records) == severity


def test_it_is_known_when_its_two_hours_are_over_and_something_was_drunk_on_its_date(flag, level):
    records = ASKED, dry(16, 18, 20)

    assert level(AROUND, "2026-11-20 20:29", *records) == ""
    found = flag(AROUND, NEXT, *records)
    assert found.since == when("2026-11-20 20:30")
    assert found.message == (
        "No drink from 2 h before to 2 h after 3 of your last 3 workouts of more than 60 minutes, "
        "the latest on Fri 20 Nov."
    )
    assert (found.value, found.threshold.value, found.subject) == (3, 3, {})
    assert [one.table for one in found.evidence] == ["workouts"] * 3

    first = dry(20, drinks=[("21:00", 500)])
    assert level(AROUND, "2026-11-20 20:59", ASKED, dry(16, 18), first) == ""
    assert level(AROUND, "2026-11-20 21:00", ASKED, dry(16, 18), first) == "info"

    late = [*workout("2026-11-20 21:30", kind="ride", minutes=90), *drank(("08:00", 500))]
    assert level(AROUND, "2026-11-21 00:59", ASKED, dry(16, 18), late) == ""
    assert level(AROUND, "2026-11-21 01:00", ASKED, dry(16, 18), late) == "info"
    assert level(AROUND, "2026-11-21 01:00", ASKED, dry(16, 18), late, drank(("00:30", 500), day=21)) == ""


def test_it_ends_with_the_sessions_that_mend_it_and_at_the_latest_after_a_week(level):
    records = ASKED, dry(16, 18, 20)
    mended = dry(21, 22, 23, drinks=[("17:30", 500)])

    assert level(AROUND, "2026-11-27 16:59", *records) == "info"
    assert level(AROUND, "2026-11-27 17:00", *records) == ""
    assert level(AROUND, "2026-11-23 20:29", *records, mended) == "info"
    assert level(AROUND, "2026-11-23 20:30", *records, mended) == ""


def test_never_for_somebody_who_was_told_to_limit_fluids(level):
    assert level(AROUND, NEXT, ASKED, dry(16, 18, 20), Condition(condition="fluid-limit")) == ""


def test_a_session_without_a_time_cannot_be_judged(judged):
    untimed = long(20, time_known=False)

    said = judged(AROUND, NEXT, ASKED, dry(16, 18), untimed)
    assert said.flags == ()
    assert [one.missing for one in said.insufficient] == [("the time of the workout",)]
    assert judged(AROUND, "2026-11-27 17:00", ASKED, dry(16, 18), untimed).insufficient == ()


@pytest.mark.parametrize("rule", [MUCH, LOST, AROUND])
def test_an_empty_journal_and_a_usual_day_say_nothing(rule, judged):
    for records in ((), [ASKED, WEIGHED], [ASKED, *long(20, [("08:00", 500), ("17:30", 500)])]):
        said = judged(rule, NEXT, *records)
        assert (said.flags, said.insufficient) == ((), ())
