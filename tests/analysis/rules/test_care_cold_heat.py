"""Heat where it does harm, and cold and heat for too long, too short, too often or not at all."""

import pytest
from journals import care, pain, when, workout

SAFE = ("cloth", "numb skin", "sleep", "circulation")


def heat(at, kind="heat", region="lower-back", **more):
    return care(at, kind, region=region, **more)


def cold(at, region="lower-back", **more):
    return care(at, "cold", region=region, **more)


# Heat in the first 48 hours


@pytest.mark.parametrize(
    ("began", "warmed", "severity"),
    [
        ("2026-11-20 18:00", "2026-11-20 18:00", "caution"),
        ("2026-11-20 18:00", "2026-11-22 17:59", "caution"),
        ("2026-11-20 18:00", "2026-11-22 18:00", ""),
        ("2026-11-20 18:00", "2026-11-20 17:59", ""),
        ("2026-03-28 12:00+01:00", "2026-03-30 12:00+02:00", "caution"),
        ("2026-10-24 12:00+02:00", "2026-10-26 11:30+01:00", ""),
        ("2026-11-20 18:00+01:00", "2026-11-22 11:59-05:00", "caution"),
        ("2026-11-20 18:00+01:00", "2026-11-22 12:00-05:00", ""),
    ],
    ids=[
        *("at once", "a minute before 48 h", "at exactly 48 h", "before the pain"),
        *("clocks put forward: 47 h", "clocks put back: 48 h 30 min"),
        *("travelled west: 47 h 59 min", "travelled west: 48 h"),
    ],
)
@pytest.mark.parametrize("kind", ["heat", "warm-bath"])
def test_heat_too_early_counts_elapsed_hours(began, warmed, severity, kind, level):
    assert level("heat-too-early", warmed, pain(began), heat(warmed, kind)) == severity


def test_heat_too_early_is_told_with_its_hours(flag):
    found = flag("heat-too-early", "2026-11-21 19:00", pain("2026-11-20 18:00"), heat("2026-11-21 18:30"))

    assert found.message == (
        "Heat on the lower back (Sat 21 Nov, 18:30) came 24 h after the lower back pain began "
        "(Fri 20 Nov, 18:00)."
    )
    assert (found.value, found.unit, found.subject) == (24.5, "h", {"region": "lower-back"})
    assert found.since == when("2026-11-21 18:30")
    assert [one.table for one in found.evidence] == ["care", "pain"]
    assert "sooner" in found.advice  # the articles do not agree


@pytest.mark.parametrize(
    ("entry", "severity"),
    [
        (pain("2026-11-20 18:00", onset_at=when("2026-11-19 12:00")), ""),
        (pain("2026-11-20 18:00", onset_at=when("2026-11-19 12:01")), "caution"),
        (pain("2026-11-20 18:00", "knee", side="left"), ""),
        (pain("2026-11-20 18:00", score=0), ""),
    ],
    ids=["told to have begun 48 h before", "47 h 59 min before", "another place", "no pain"],
)
def test_heat_too_early_goes_by_the_start_of_a_pain_of_that_place(entry, severity, level):
    assert level("heat-too-early", "2026-11-21 12:00", entry, heat("2026-11-21 12:00")) == severity


@pytest.mark.parametrize(
    ("hurting", "warmed", "severity"),
    [
        ("left", "left", "caution"),
        ("left", "right", ""),
        ("left", None, "caution"),
        ("left", "both", "caution"),
        (None, "right", "caution"),
        ("both", "right", "caution"),
        ("both", None, "caution caution"),
    ],
)
def test_only_the_other_side_is_another_place(hurting, warmed, severity, level):
    records = (
        pain("2026-11-20 18:00", "knee", side=hurting),
        heat("2026-11-20 19:00", region="knee", side=warmed),
    )

    assert level("heat-too-early", "2026-11-20 19:00", *records) == severity


def test_heat_too_early_is_told_once_in_an_episode_and_for_seven_days(judged, level):
    records = pain("2026-11-20 18:00"), heat("2026-11-20 19:00"), heat("2026-11-21 19:00")

    (found,) = judged("heat-too-early", "2026-11-27 18:59", *records, past=True).flags
    assert found.since == when("2026-11-20 19:00")
    assert level("heat-too-early", "2026-11-27 18:59", *records) == "caution"
    assert level("heat-too-early", "2026-11-27 19:00", *records) == ""


@pytest.mark.parametrize(
    ("entry", "row", "missing"),
    [
        (pain("2026-11-20 08:00"), heat("2026-11-22 12:00", time_known=False), "the time of the heat"),
        (pain("2026-11-20 12:00", time_known=False), heat("2026-11-22 10:00"), "the time of the pain entry"),
        (pain("2026-11-20 12:00", time_known=False), heat("2026-11-21 10:00"), ""),
        (pain("2026-11-20 08:00"), heat("2026-11-21 12:00", time_known=False), ""),
    ],
    ids=["heat at some time", "pain at some time", "surely after a day", "surely on the second date"],
)
def test_heat_too_early_needs_times_only_where_they_decide(entry, row, missing, judged):
    said = judged("heat-too-early", "2026-11-22 13:00", entry, row)

    assert [one.missing for one in said.insufficient] == ([(missing,)] if missing else [])
    assert [one.severity for one in said.flags] == ([] if missing else ["caution"])


def test_where_the_heat_was_is_missed_when_it_has_been_told_before(judged):
    hurts, warmed = pain("2026-11-20 18:00"), care("2026-11-20 19:00", "heat")
    before, long_before = heat("2026-10-23 19:00"), heat("2026-10-22 19:00")

    (missed,) = judged("heat-too-early", "2026-11-20 19:00", hurts, warmed, before).insufficient
    assert (missed.missing, missed.subject) == (("where the heat was",), {"kind": "heat"})
    for records in ([hurts, warmed], [hurts, warmed, long_before], [warmed, before]):
        assert judged("heat-too-early", "2026-11-20 19:00", *records).insufficient == ()


# Heat on a bruise


@pytest.mark.parametrize(
    ("entries", "severity"),
    [
        ([pain("2026-11-20 18:00", bruising=True)], "caution"),
        ([pain("2026-11-17 18:00", bruising=True)], "caution"),
        ([pain("2026-11-17 17:59", bruising=True)], ""),
        ([pain("2026-11-17 18:00", score=0, bruising=True)], "caution"),
        ([pain("2026-11-24 18:01", bruising=True)], ""),
        ([pain("2026-11-20 18:00", bruising=False)], ""),
        ([pain("2026-11-20 18:00")], ""),
        ([pain("2026-11-20 18:00", bruising=True), pain("2026-11-21 18:00", bruising=False)], ""),
        ([pain("2026-11-20 18:00", bruising=True), pain("2026-11-21 18:00")], "caution"),
        ([pain("2026-11-20 18:00", "hip", bruising=True)], ""),
    ],
    ids=[
        *("bruised", "exactly 7 days before", "a minute more", "bruised and without pain", "only later"),
        *("not bruised", "not answered", "no longer bruised", "not answered since", "another place"),
    ],
)
def test_heat_on_a_bruise_of_the_last_seven_days(entries, severity, level):
    at = "2026-11-24 18:00"

    assert level("heat-on-bruise", at, *entries, heat(at)) == severity
    assert level("heat-on-bruise", at, *entries, heat(at, "warm-bath")) == severity
    assert level("heat-on-bruise", at, *entries, cold(at)) == ""


def test_heat_on_a_bruise_says_when_it_was_bruised(flag):
    records = (
        pain("2026-11-20 18:00", "knee", side="both", bruising=True),
        heat("2026-11-23 18:00", region="knee", side="left"),
    )
    found = flag("heat-on-bruise", "2026-11-23 18:00", *records)

    assert found.message == (
        "Heat on the left knee (Mon 23 Nov, 18:00) was on a bruise: the left knee was bruised on "
        "Fri 20 Nov, 18:00."
    )
    assert (found.value, found.subject) == (3, {"region": "knee", "side": "left"})


def test_a_bruise_asks_where_the_heat_was(judged):
    at = "2026-11-21 18:00"
    records = pain("2026-11-20 18:00", bruising=True), care(at, "heat")

    assert judged("heat-on-bruise", at, *records).insufficient == ()
    (missed,) = judged("heat-on-bruise", at, *records, heat("2026-11-19 18:00")).insufficient
    assert missed.missing == ("where the heat was",)


# Heat over a cream


@pytest.mark.parametrize(
    ("creamed", "warmed", "severity"),
    [
        ("2026-11-20 14:00", "2026-11-20 18:00", "caution"),
        ("2026-11-20 13:59", "2026-11-20 18:00", ""),
        ("2026-11-20 18:00", "2026-11-20 18:00", "caution"),
        ("2026-11-20 18:00", "2026-11-20 14:00", "caution"),
        ("2026-11-20 18:00", "2026-11-20 13:59", ""),
        ("2026-11-20 23:00+01:00", "2026-11-21 05:00+03:00", "caution"),
    ],
    ids=["4 h", "a minute more", "at once", "cream 4 h after", "a minute more after", "another zone"],
)
def test_heat_and_a_cream_within_four_hours(creamed, warmed, severity, level):
    records = care(creamed, "topical", region="lower-back"), heat(warmed)

    assert level("heat-over-cream", "2026-11-21 18:00", *records) == severity


@pytest.mark.parametrize(
    ("cream", "warmed", "subjects"),
    [
        ({"region": "knee", "side": "left"}, {"side": "left"}, [{"region": "knee", "side": "left"}]),
        ({"region": "knee", "side": "left"}, {"side": "both"}, [{"region": "knee", "side": "left"}]),
        ({"region": "knee", "side": "left"}, {}, [{"region": "knee", "side": "left"}]),
        ({"region": "knee", "side": "left"}, {"side": "right"}, []),
        ({"region": "hip", "side": "left"}, {"side": "left"}, []),
    ],
    ids=["same side", "both sides warmed", "side not told", "other side", "another place"],
)
def test_heat_over_cream_is_about_one_place(cream, warmed, subjects, judged):
    records = care("2026-11-20 17:00", "topical", **cream), heat("2026-11-20 18:00", region="knee", **warmed)
    said = judged("heat-over-cream", "2026-11-20 18:00", *records)

    assert [one.subject for one in said.flags] == subjects


def test_heat_over_cream_says_what_came_first(flag):
    creamed, warmed = care("2026-11-20 17:00", "topical", region="lower-back"), heat("2026-11-20 18:30")
    found = flag("heat-over-cream", "2026-11-20 19:00", creamed, warmed)

    assert found.message == "On the lower back, heat came 1 h 30 min after a cream (Fri 20 Nov, 17:00)."
    assert (found.since, found.value) == (when("2026-11-20 18:30"), 1.5)

    bath = care("2026-11-20 17:00", "warm-bath", region="lower-back")
    said = flag("heat-over-cream", "2026-11-20 19:00", creamed, bath).message
    assert " came together with a " in said
    assert "a cream" in said
    assert "a warm bath" in said


@pytest.mark.parametrize(
    ("cream", "warmed", "missing"),
    [
        ({"time_known": False, "region": "lower-back"}, {}, "the time of the cream"),
        ({"region": "lower-back"}, {"time_known": False}, "the time of the heat"),
        ({}, {}, "where the cream was"),
        ({"region": "lower-back"}, {"region": None}, "where the heat was"),
    ],
)
def test_heat_over_cream_says_what_it_lacks(cream, warmed, missing, judged):
    before = care("2026-11-01 12:00", "topical", region="lower-back"), heat("2026-11-02 12:00")
    records = care("2026-11-20 12:00", "topical", **cream), heat("2026-11-20 13:00", **warmed)
    said = judged("heat-over-cream", "2026-11-20 14:00", *before, *records)

    assert [one.missing for one in said.insufficient] == [(missing,)]
    assert said.flags == ()


# Minutes


@pytest.mark.parametrize(
    ("minutes", "wrapped", "of_cold", "of_heat"),
    [
        (15, False, "", ""),
        (15.5, False, "info", ""),
        (20, False, "info", ""),
        (20, True, "", ""),
        (20, None, "", ""),
        (20.5, True, "caution", "caution"),
        (45, False, "caution", "caution"),
    ],
)
def test_at_most_20_minutes_at_a_time(minutes, wrapped, of_cold, of_heat, level):
    at, rule = "2026-11-20 18:00", "cold-heat-too-long"

    assert level(rule, at, cold(at, duration_min=minutes, wrapped=wrapped)) == of_cold
    assert level(rule, at, heat(at, duration_min=minutes, wrapped=wrapped)) == of_heat
    assert level(rule, at, heat(at, "warm-bath", duration_min=minutes)) == ""


@pytest.mark.parametrize(("minutes", "severity"), [(9.5, "info"), (10, ""), (15, ""), (None, "")])
def test_cold_needs_ten_minutes(minutes, severity, level):
    at = "2026-11-20 18:00"

    assert level("cold-too-short", at, cold(at, duration_min=minutes)) == severity
    assert level("cold-too-short", at, heat(at, duration_min=minutes)) == ""


@pytest.mark.parametrize(("wrapped", "severity"), [(False, "info"), (True, ""), (None, "")])
def test_cold_on_bare_skin(wrapped, severity, level):
    at = "2026-11-20 18:00"

    assert level("cold-unwrapped", at, cold(at, wrapped=wrapped)) == severity
    assert level("cold-unwrapped", at, heat(at, wrapped=wrapped)) == ""


@pytest.mark.parametrize(
    ("place", "subjects", "words"),
    [
        ({"region": None}, [{"kind": "cold"}], "Cold (Fri 20 Nov, 18:00)"),
        ({}, [{"region": "lower-back"}], "Cold on the lower back (Fri 20 Nov, 18:00)"),
        (
            {"region": "knee", "side": "both"},
            [{"region": "knee", "side": "left"}, {"region": "knee", "side": "right"}],
            "Cold on the knee, both sides (Fri 20 Nov, 18:00)",
        ),
    ],
    ids=["no place", "a place", "both sides"],
)
def test_an_application_is_told_by_its_place(place, subjects, words, judged):
    at = "2026-11-20 18:00"
    said = judged("cold-heat-too-long", at, cold(at, duration_min=25, **place)).flags

    assert [one.subject for one in said] == subjects
    assert {one.message for one in said} == {f"{words} was on for 25 minutes."}


@pytest.mark.parametrize(
    ("minutes", "words"), [(1, "1 minute"), (5, "5 minutes"), (9.75, "9 min 45 s"), (0, "0 minutes")]
)
def test_how_long_is_told_in_minutes_and_seconds(minutes, words, flag):
    found = flag("cold-too-short", "2026-11-20 18:00", cold("2026-11-20 18:00", duration_min=minutes))

    assert found.message.endswith(f" was on for {words}.")


def test_too_long_is_raised_again_only_when_it_is_worse_or_after_a_week(judged):
    tip = cold("2026-11-02 18:00", duration_min=18, wrapped=False)
    long = [cold(f"2026-11-{day:02} 18:00", duration_min=25, wrapped=True) for day in (3, 5, 9, 10)]
    said = judged("cold-heat-too-long", "2026-11-10 18:00", tip, long, past=True).flags

    assert [(one.severity, one.since.day) for one in said if one.severity == "caution"] == [
        ("caution", 10),
        ("caution", 3),
    ]
    assert [one.until for one in said if one.severity == "info"] == [when("2026-11-03 18:00")]


@pytest.mark.parametrize(
    ("rule", "told", "missing"),
    [
        ("cold-heat-too-long", {"duration_min": 15}, "how long it was on"),
        ("cold-too-short", {"duration_min": 15}, "how long it was on"),
        ("cold-unwrapped", {"wrapped": True}, "whether the pack was wrapped"),
    ],
)
def test_what_was_told_before_is_missed(rule, told, missing, judged):
    at, now = "2026-11-20 18:00", cold("2026-11-20 18:00")

    assert judged(rule, at, now).insufficient == ()
    assert judged(rule, at, now, cold("2026-10-22 18:00", **told)).insufficient == ()
    (missed,) = judged(rule, at, now, cold("2026-10-23 18:00", **told)).insufficient
    assert missed.missing == (missing,)


def test_between_15_and_20_minutes_the_cloth_decides(judged):
    now, before = cold("2026-11-20 18:00", duration_min=18), cold("2026-11-19 18:00", wrapped=True)
    (missed,) = judged("cold-heat-too-long", "2026-11-20 18:00", now, before).insufficient

    assert missed.missing == ("whether the pack was wrapped",)


# How often


def applications(day, count, first=8, **more):
    return [cold(f"2026-11-{day:02} {first + one:02}:00", **more) for one in range(count)]


@pytest.mark.parametrize(
    ("records", "severity"),
    [
        ([pain("2026-11-20 07:00"), applications(20, 4)], ""),
        ([pain("2026-11-20 07:00"), applications(20, 5)], "info"),
        ([pain("2026-11-20 07:00"), applications(20, 3), applications(21, 2)], ""),
        ([pain("2026-11-20 07:00"), applications(20, 4), heat("2026-11-20 18:00", "warm-bath")], "info"),
        ([pain("2026-11-20 07:00"), applications(20, 4), cold("2026-11-20 18:00", region=None)], ""),
        ([pain("2026-11-20 07:00", "neck"), applications(20, 5)], ""),
        ([applications(20, 5)], ""),
    ],
    ids=[
        "4 times",
        "5 times",
        "on two dates",
        "4 times and a bath",
        "one without a place",
        "elsewhere",
        "no pain",
    ],
)
def test_more_than_four_times_on_a_date(records, severity, level):
    assert level("cold-heat-frequency", "2026-11-21 21:00", *records) == severity


@pytest.mark.parametrize(
    ("began", "severity"),
    [("2026-11-13 12:00", "info"), ("2026-11-13 11:59", "")],
    ids=["7 days", "a minute more"],
)
def test_more_than_four_times_only_in_the_first_seven_days(began, severity, level):
    kept_open = [pain(f"2026-11-{day} 12:00", score=3) for day in (15, 17, 19)]
    records = pain(began, score=3), *kept_open, *applications(20, 5)

    assert level("cold-heat-frequency", "2026-11-20 12:00", *records) == severity


def test_the_date_of_an_application_is_its_local_one(level):
    hours = ["20 22:00+01:00", "20 23:00+01:00", "20 23:30+01:00", "20 23:50+01:00"]
    evening = [cold(f"2026-11-{hour}") for hour in hours]
    hurts = pain("2026-11-20 07:00")

    at = "2026-11-21 06:00"
    assert level("cold-heat-frequency", at, hurts, *evening, cold("2026-11-21 00:10+01:00")) == ""
    assert level("cold-heat-frequency", at, hurts, *evening, cold("2026-11-20 18:10-05:00")) == "info"


NEVER = "2026-11-22 18:00"
"""48 h after the pain began."""


@pytest.mark.parametrize(
    ("records", "severity"),
    [
        ([pain("2026-11-20 18:00", score=4)], "info"),
        ([pain("2026-11-20 18:00", score=3)], ""),
        ([pain("2026-11-20 18:00", score=3), pain(NEVER, score=4)], "info"),
        ([pain("2026-11-20 18:00"), cold(NEVER)], ""),
        ([pain("2026-11-20 18:00"), heat("2026-11-20 18:00")], ""),
        ([pain("2026-11-20 18:00"), cold("2026-11-21 18:00", region=None)], ""),
        ([pain("2026-11-20 18:00"), cold("2026-11-20 17:00")], "info"),
        ([pain("2026-11-20 18:00"), cold("2026-11-21 18:00", region="knee")], "info"),
        ([pain("2026-11-20 18:00"), pain("2026-11-21 18:00", score=0)], ""),
        ([pain("2026-11-20 18:00", "chest")], ""),
        ([pain("2026-11-20 18:00", "head")], ""),
        ([pain("2026-11-22 19:00", onset_at=when("2026-11-20 18:00"))], ""),
    ],
    ids=[
        *("4 of 10", "3 of 10", "4 of 10 in the last minute", "cold in the last minute", "heat at once"),
        *("cold without a place", "cold only before", "cold elsewhere", "over by then", "chest", "head"),
        "first told later",
    ],
)
def test_nothing_at_all_in_the_first_48_hours(records, severity, level):
    assert level("cold-heat-frequency", "2026-11-22 17:59", *records) == ""
    assert level("cold-heat-frequency", NEVER, *records) == severity


def test_nothing_at_all_is_told_once_until_the_pain_is_over(judged):
    hurts = [pain("2026-11-20 18:00"), pain("2026-11-22 20:00"), pain("2026-11-24 20:00")]
    (found,) = judged("cold-heat-frequency", "2026-11-26 12:00", hurts).flags

    assert found.message == (
        "Neither cold nor heat was recorded in the first 48 h of this pain; lower back: 4 of 10 "
        "(Fri 20 Nov, 18:00)."
    )
    (past,) = judged(
        "cold-heat-frequency", "2026-11-26 12:00", hurts, cold("2026-11-23 08:00"), past=True
    ).flags
    assert past.until is None
    assert judged("cold-heat-frequency", "2026-11-27 20:00", hurts, cold("2026-11-23 08:00")).flags == ()


def test_nothing_at_all_waits_half_a_day_when_the_start_is_not_known(level):
    hurts = pain("2026-11-20 12:00", time_known=False), pain("2026-11-21 20:00")

    assert level("cold-heat-frequency", "2026-11-22 23:59", *hurts) == ""
    assert level("cold-heat-frequency", "2026-11-23 00:00", *hurts) == "info"


# Nothing done in the first day

LIFTED = workout("2026-11-20 16:00", ("deadlift", 3, 5, 100))


@pytest.mark.parametrize(
    ("records", "severity"),
    [
        ([LIFTED, pain("2026-11-20 18:00", score=4)], "info"),
        ([LIFTED, pain("2026-11-20 18:00", score=3)], ""),
        ([pain("2026-11-20 18:00", score=4)], ""),
        ([LIFTED, pain("2026-11-20 18:00"), cold("2026-11-21 18:00")], ""),
        (
            [LIFTED, pain("2026-11-20 18:00"), care("2026-11-21 09:00", "oral-analgesic", drug="ibuprofen")],
            "",
        ),
        ([LIFTED, pain("2026-11-20 18:00"), cold("2026-11-20 17:30")], ""),
        ([LIFTED, pain("2026-11-20 18:00"), cold("2026-11-20 15:00")], "info"),
        ([LIFTED, pain("2026-11-20 18:00"), cold("2026-11-21 09:00", region="knee")], "info"),
        ([LIFTED, pain("2026-11-20 18:00", "chest")], ""),
    ],
    ids=[
        *("after a workout", "3 of 10", "not after a workout", "cold in the last minute", "a painkiller"),
        *("cold before it began to hurt", "cold before the workout", "cold elsewhere", "chest"),
    ],
)
def test_no_care_in_the_first_24_hours(records, severity, level):
    assert level("care-started-late", "2026-11-21 17:59", *records) == ""
    assert level("care-started-late", "2026-11-21 18:00", *records) == severity


def test_it_may_become_worth_treating_only_later(judged, level):
    mild, worse = pain("2026-11-20 18:00", score=2), pain("2026-11-22 08:00", score=5)

    assert level("care-started-late", "2026-11-22 07:59", LIFTED, mild, worse) == ""
    assert level("care-started-late", "2026-11-22 08:00", LIFTED, mild, worse) == "info"
    assert level("care-started-late", "2026-11-22 08:00", LIFTED, mild, worse, cold("2026-11-22 07:00")) == ""


def test_late_care_does_not_end_the_tip_but_the_end_of_the_pain_does(flag, level):
    records = LIFTED, pain("2026-11-20 18:00"), cold("2026-11-21 18:01")
    found = flag("care-started-late", "2026-11-22 12:00", *records)

    assert found.since == when("2026-11-21 18:00")
    assert level("care-started-late", "2026-11-23 17:59", *records) == "info"
    assert level("care-started-late", "2026-11-23 18:00", *records) == ""
    assert found.message == (
        "No care was recorded within 24 h of the start of this pain (Fri 20 Nov, 18:00); "
        "lower back: 4 of 10 (Fri 20 Nov, 18:00)."
    )


@pytest.mark.parametrize(
    ("treated", "missing", "severity"),
    [
        ("2026-11-22 00:00", False, ""),
        ("2026-11-22 00:01", True, ""),
        ("2026-11-23 00:00", True, ""),
        ("2026-11-23 00:01", False, "info"),
    ],
    ids=["surely in time", "perhaps in time", "perhaps still in time", "surely too late"],
)
def test_a_start_without_a_time_decides_only_where_it_is_sure(treated, missing, severity, judged):
    hurts = pain("2026-11-21 12:00", time_known=False), pain("2026-11-22 20:00")
    at = "2026-11-23 00:00"
    said = judged("care-started-late", at, LIFTED, *hurts, cold(treated))

    assert [one.severity for one in said.flags] == ([severity] if severity else [])
    assert [one.missing for one in said.insufficient] == (
        [("the time of the pain entry",)] if missing else []
    )


# All of them


@pytest.mark.parametrize(
    ("rule", "records"),
    [
        ("heat-too-early", [pain("2026-11-20 18:00"), heat("2026-11-20 19:00")]),
        ("heat-on-bruise", [pain("2026-11-20 18:00", bruising=True), heat("2026-11-20 19:00")]),
        (
            "heat-over-cream",
            [care("2026-11-20 18:00", "topical", region="neck"), heat("2026-11-20 19:00", region="neck")],
        ),
        ("cold-heat-too-long", [cold("2026-11-20 19:00", duration_min=30)]),
        ("cold-too-short", [cold("2026-11-20 19:00", duration_min=5)]),
        ("cold-unwrapped", [cold("2026-11-20 19:00", wrapped=False)]),
        ("cold-heat-frequency", [pain("2026-11-20 07:00"), applications(20, 5)]),
        ("cold-heat-frequency", [pain("2026-11-18 18:00"), pain("2026-11-20 18:00")]),
        ("care-started-late", [workout("2026-11-19 16:00"), pain("2026-11-19 18:00")]),
    ],
)
def test_every_advice_about_cold_and_heat_says_how_to_do_it_safely(rule, records, judged):
    (found,) = judged(rule, "2026-11-20 20:00", *records).flags

    assert all(word in found.advice for word in SAFE)
    assert found.act is None


@pytest.mark.parametrize(
    "rule",
    [
        *("heat-too-early", "heat-on-bruise", "heat-over-cream", "cold-heat-too-long", "cold-too-short"),
        *("cold-unwrapped", "cold-heat-frequency", "care-started-late"),
    ],
)
def test_an_empty_journal_says_nothing(rule, judged):
    said = judged(rule, "2026-11-20 20:00")

    assert (said.flags, said.insufficient) == ((), ())
