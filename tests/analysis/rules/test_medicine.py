"""Painkillers: on how many dates, how much in 24 hours, and before training what hurts."""

import pytest
from journals import care, pain, when, workout

OFTEN, DOSE, BEFORE = "analgesic-sparingly", "analgesic-dose", "analgesic-before-training"


def took(at, drug="ibuprofen", mg=400, **more):
    return care(at, "oral-analgesic", drug=drug, dose_mg=mg, **more)


def on(*days, hour="08:00", **more):
    """One painkiller on each of these dates of November."""
    return [took(f"2026-11-{day:02} {hour}", **more) for day in days]


# analgesic-sparingly


@pytest.mark.parametrize(
    ("days", "severity"),
    [
        ((17, 18, 19, 20), "caution"),
        ((14, 16, 18, 20), "caution"),
        ((13, 16, 18, 20), ""),
        ((18, 19, 20), ""),
        (range(11, 21), "warning"),
        ((1, 2, 3, 4, 5, 6, 17, 18, 19, 20), "warning"),
        ((2, 3, 4, 5, 6, 17, 18, 19, 20), "caution"),
        ((2, 3, 4, 5, 6, 8, 10, 12, 16, 20), "warning"),
    ],
    ids=[
        *("four running", "first and last 6 dates apart", "7 dates apart", "three"),
        *("ten running", "ten in 30 dates", "nine in 30, four in 7", "ten in 30, two in 7"),
    ],
)
def test_painkillers_on_many_dates(days, severity, level):
    assert level(OFTEN, "2026-11-20 23:00", on(*days)) == severity


@pytest.mark.parametrize(("first", "severity"), [("2026-10-22", "warning"), ("2026-10-21", "")])
def test_thirty_dates_are_counted_with_the_last_one(first, severity, level):
    days = [f"2026-10-{day}" for day in (23, 24, 25, 26, 31)] + [
        f"2026-11-{day}" for day in ("05", "10", "15", "20")
    ]

    assert level(OFTEN, "2026-11-20 23:00", [took(f"{day} 08:00") for day in (first, *days)]) == severity


@pytest.mark.parametrize(
    ("fourth", "severity"),
    [
        (took("2026-11-20 08:00"), "caution"),
        (took("2026-11-19 23:59"), ""),
        (took("2026-11-20 00:00"), "caution"),
        (care("2026-11-20 08:00", "oral-analgesic"), "caution"),
        (took("2026-11-20 08:00", "other", None), "caution"),
        (took("2026-11-20 12:00", time_known=False), "caution"),
        (took("2026-11-20 08:00", mg=0), ""),
        (care("2026-11-20 08:00", "topical", drug="diclofenac"), ""),
    ],
    ids=[
        *("another date", "twice on one date", "after midnight", "no drug told", "another drug"),
        *("time not known", "nothing taken", "a cream"),
    ],
)
def test_what_counts_as_a_date_with_a_painkiller(fourth, severity, level):
    assert level(OFTEN, "2026-11-20 23:00", on(17, 18, 19), fourth) == severity


def test_it_says_on_which_dates(flag):
    found = flag(OFTEN, "2026-11-20 23:00", on(14, 16, 18, 20))

    assert found.message == (
        "Painkillers on 4 of the 7 days up to Fri 20 Nov: from Sat 14 Nov to Fri 20 Nov."
    )
    assert (found.value, found.threshold.value, found.subject, found.act) == (4, 4, {}, None)
    assert found.details == {"dates": ["2026-11-14", "2026-11-16", "2026-11-18", "2026-11-20"]}
    assert len(found.evidence) == 4
    assert "stomach" in found.advice
    assert "colds and flu" in found.advice


def test_ten_dates_are_a_warning_from_the_tenth_on(judged):
    records = on(*range(11, 21))

    raised = judged(OFTEN, "2026-11-20 23:00", records, past=True).flags
    assert [(one.severity, one.since) for one in raised] == [
        ("warning", when("2026-11-20 08:00")),
        ("caution", when("2026-11-14 08:00")),
    ]
    assert raised[0].act == "this-week"


@pytest.mark.parametrize(
    ("at", "severity"),
    [("2026-11-20 23:59", "caution"), ("2026-11-21 00:00", ""), ("2026-11-25 00:00", "")],
)
def test_it_ends_at_the_midnight_after_which_too_few_dates_are_left(at, severity, level):
    assert level(OFTEN, at, on(14, 15, 16, 17)) == severity


@pytest.mark.parametrize(
    ("at", "severity"),
    [("2026-11-18 23:59", "warning"), ("2026-11-19 00:00", "caution"), ("2026-11-20 00:00", "")],
)
def test_a_warning_that_ends_leaves_the_caution_that_still_holds(at, severity, level):
    october = [took(f"2026-10-{day} 08:00") for day in range(16, 23)]

    assert level(OFTEN, at, october, on(2, 3, 4, 13, 14, 15, 16)) == severity


@pytest.mark.parametrize(
    ("at", "severity"),
    [("2026-11-28 08:00", "warning"), ("2026-11-30 23:59", "warning"), ("2026-12-01 00:00", "")],
)
def test_one_every_third_day_is_a_warning_again_each_time(at, severity, level):
    october = [took(f"2026-10-{day} 08:00") for day in (20, 23, 26, 29)]

    assert level(OFTEN, at, october, on(1, 4, 7, 10, 13, 16, 19, 22, 25, 28)) == severity


def test_a_date_is_that_of_the_clock_where_it_was_taken(level):
    """Four instants within three dates at home are four dates for somebody who travels east."""
    records = [took(f"2026-11-{at}") for at in ("17 08:00", "18 08:00", "19 12:00", "20 01:00+13:00")]

    assert level(OFTEN, "2026-11-20 08:00", records) == "caution"
    assert level(OFTEN, "2026-11-20 08:00", records[:3], took("2026-11-19 13:00")) == ""


# analgesic-dose


@pytest.mark.parametrize(
    ("drug", "mg", "severity"),
    [
        ("ibuprofen", 1200, ""),
        ("ibuprofen", 1201, "warning"),
        ("paracetamol", 3000, ""),
        ("paracetamol", 3001, "caution"),
        ("paracetamol", 4000, "caution"),
        ("paracetamol", 4001, "warning"),
        ("naproxen", 660, ""),
        ("naproxen", 661, "warning"),
        ("aspirin", 4000, ""),
        ("aspirin", 4001, "warning"),
        ("diclofenac", 9000, ""),
        ("other", 9000, ""),
    ],
)
def test_the_usual_maximum_of_24_hours(drug, mg, severity, level):
    halves = took("2026-11-20 08:00", drug, mg - mg // 2), took("2026-11-20 20:00", drug, mg // 2)

    assert level(DOSE, "2026-11-20 20:00", *halves) == severity
    assert level(DOSE, "2026-11-20 19:59", *halves) == ""


@pytest.mark.parametrize(
    ("first", "severity"),
    [("2026-11-19 20:00", ""), ("2026-11-19 20:01", "warning"), ("2026-11-19 14:00-05:00", "")],
    ids=["exactly 24 h before", "a minute less", "exactly 24 h before, elsewhere"],
)
def test_24_hours_are_elapsed_hours(first, severity, level):
    assert level(DOSE, "2026-11-20 20:00", took(first, mg=800), took("2026-11-20 20:00", mg=800)) == severity


def test_each_drug_is_summed_by_itself(level):
    many = [
        took(f"2026-11-20 {hour}", drug, 600)
        for hour, drug in (("08:00", "ibuprofen"), ("09:00", "paracetamol"))
    ]

    assert level(DOSE, "2026-11-20 20:00", *many, took("2026-11-20 20:00", mg=600)) == ""


def test_it_says_how_much_and_when(flag):
    found = flag(DOSE, "2026-11-20 20:00", took("2026-11-20 08:00", mg=800), took("2026-11-20 20:00", mg=600))

    assert found.message == (
        "Ibuprofen: 1,400 mg within 24 h (Fri 20 Nov, 08:00 to Fri 20 Nov, 20:00), over the usual maximum of 1,200 mg."
    )
    assert (found.subject, found.value, found.unit) == ({"drug": "ibuprofen"}, 1400, "mg")
    assert (found.threshold.op, found.threshold.value) == (">", 1200)
    assert (found.act, len(found.evidence)) == ("today", 2)
    assert found.details == {"drugs": ["ibuprofen"], "mg": {"ibuprofen": 1400}}
    assert "stomach" in found.advice


@pytest.mark.parametrize(
    ("one", "other", "severity"),
    [
        ("ibuprofen", "naproxen", "warning"),
        ("aspirin", "diclofenac", "warning"),
        ("ibuprofen", "paracetamol", ""),
        ("ibuprofen", "other", ""),
        ("naproxen", "naproxen", ""),
    ],
)
def test_two_of_one_family_within_24_hours(one, other, severity, level):
    early, late = took("2026-11-20 08:00", one, None), took("2026-11-20 20:00", other, 50)

    assert level(DOSE, "2026-11-20 20:00", early, late) == severity
    assert level(DOSE, "2026-11-21 08:00", early, took("2026-11-21 08:00", other, 50)) == ""


def test_the_mixture_has_a_flag_of_its_own(judged):
    records = took("2026-11-20 08:00", mg=1300), took("2026-11-20 09:00", "naproxen", 220)

    mixed, much = judged(DOSE, "2026-11-20 10:00", *records).flags
    assert (mixed.subject, much.subject) == ({"kind": "oral-analgesic"}, {"drug": "ibuprofen"})
    assert mixed.message == (
        "Ibuprofen and naproxen within 24 h (Fri 20 Nov, 08:00 to Fri 20 Nov, 09:00): painkillers of one family."
    )
    assert (mixed.value, mixed.threshold) == (None, None)
    assert much.message.startswith("Ibuprofen: 1,300 mg within 24 h (Fri 20 Nov, 08:00), over")


def test_less_but_still_too_much_is_a_caution_24_hours_later(level):
    records = [
        took(f"2026-11-{at}", "paracetamol", mg)
        for at, mg in (("20 08:00", 3000), ("20 20:00", 1500), ("21 10:00", 2000))
    ]

    assert level(DOSE, "2026-11-21 10:00", *records) == "warning"
    assert level(DOSE, "2026-11-21 20:00", *records) == "caution"
    assert level(DOSE, "2026-11-22 09:59", *records) == "caution"
    assert level(DOSE, "2026-11-22 10:00", *records) == ""


def test_three_of_one_family_are_named_in_turn(flag):
    at_once = [took("2026-11-20 08:00", drug, 50) for drug in ("aspirin", "diclofenac", "ibuprofen")]

    said = flag(DOSE, "2026-11-20 08:00", *at_once).message
    assert said.startswith(("Aspirin, ", "Diclofenac, ", "Ibuprofen, "))
    assert said.count(" and ") == 1


def test_it_lasts_24_hours_and_is_raised_again_the_next_time(level):
    records = took("2026-11-18 08:00", mg=1300), took("2026-11-20 08:00", mg=1300)

    assert level(DOSE, "2026-11-19 07:59", *records) == "warning"
    assert level(DOSE, "2026-11-19 08:00", *records) == ""
    assert level(DOSE, "2026-11-20 08:00", *records) == "warning"
    assert level(DOSE, "2026-11-21 08:00", *records) == ""


def test_more_and_more_is_one_flag_that_gets_worse(judged):
    records = [
        took(f"2026-11-20 {hour}", "paracetamol", 1000)
        for hour in ("06:00", "10:00", "14:00", "18:00", "22:00")
    ]

    raised = judged(DOSE, "2026-11-20 23:00", *records, past=True).flags
    assert [(one.severity, one.status, one.since) for one in raised] == [
        ("warning", "active", when("2026-11-20 22:00")),
        ("caution", "past", when("2026-11-20 18:00")),
    ]


@pytest.mark.parametrize(
    ("earlier", "drug", "missing"),
    [
        (took("2026-10-23 08:00"), "ibuprofen", ["the dose of ibuprofen"]),
        (took("2026-10-23 07:59"), "ibuprofen", []),
        (None, "ibuprofen", []),
        (took("2026-11-18 08:00"), "diclofenac", []),
        (took("2026-11-18 08:00"), "other", []),
    ],
    ids=["told 28 days ago", "longer ago", "never told", "no limit", "no limit either"],
)
def test_a_dose_that_was_not_told_is_missed_by_who_tells_doses(earlier, drug, missing, judged):
    records = [one for one in (earlier, took("2026-11-20 08:00", drug, None)) if one]

    said = judged(DOSE, "2026-11-21 07:59", *records)
    assert [*said.flags, *(what for one in said.insufficient for what in one.missing)] == missing
    assert judged(DOSE, "2026-11-21 08:00", *records).insufficient == ()


@pytest.mark.parametrize(
    ("first", "second", "outcome"),
    [
        ("2026-11-20 12:00", "2026-11-20 12:00", "warning"),
        ("2026-11-19 12:00", "2026-11-20 12:00", "the time of the painkiller"),
        ("2026-11-18 12:00", "2026-11-20 12:00", ""),
    ],
    ids=["one date", "the date before", "two dates before"],
)
def test_a_dose_without_a_time_counts_with_those_of_its_date(first, second, outcome, judged):
    records = took(first, mg=800, time_known=False), took(second, mg=801, time_known=False)

    said = judged(DOSE, "2026-11-20 13:00", *records)
    told = [
        *(one.severity for one in said.flags),
        *(what for one in said.insufficient for what in one.missing),
    ]
    assert told == ([outcome] if outcome else [])


def test_a_mixture_that_depends_on_the_time_is_missing_it(judged):
    records = took("2026-11-19 12:00", time_known=False), took("2026-11-20 08:00", "naproxen", 220)

    (missing,) = judged(DOSE, "2026-11-20 08:00", *records).insufficient
    assert (missing.subject, missing.missing) == ({"kind": "oral-analgesic"}, ("the time of the painkiller",))


# analgesic-before-training

SORE = pain("2026-11-20 08:00", score=3)


def lift(at="2026-11-20 18:00", exercise="squat", **more):
    return workout(at, (exercise, 3, 5, 80), **more)


@pytest.mark.parametrize(
    ("taken", "severity"),
    [
        (took("2026-11-20 12:00"), "caution"),
        (took("2026-11-20 11:59"), ""),
        (took("2026-11-20 18:00"), "caution"),
        (took("2026-11-20 18:01"), ""),
        (took("2026-11-20 19:00+08:00"), "caution"),
        (took("2026-11-20 18:59+08:00"), ""),
        (took("2026-11-20 17:00", mg=0), ""),
        (care("2026-11-20 17:00", "topical", drug="diclofenac"), ""),
    ],
    ids=[
        *("6 h before", "longer before", "with the start", "after the start"),
        *("6 h before by another clock", "longer by another clock", "nothing taken", "a cream"),
    ],
)
def test_a_painkiller_at_most_6_hours_before_training(taken, severity, level):
    assert level(BEFORE, "2026-11-20 20:00", SORE, taken, lift()) == severity


@pytest.mark.parametrize(
    ("hurts", "exercise", "severity"),
    [
        ([SORE], "squat", "caution"),
        ([SORE], "bench-press", ""),
        ([SORE], "cat-cow", ""),
        ([pain("2026-11-20 08:00", "knee", 1, side="left")], "squat", "caution"),
        ([], "squat", ""),
        ([pain("2026-11-20 08:00", score=0)], "squat", ""),
        ([pain("2026-11-17 17:59", score=5)], "squat", ""),
        ([pain("2026-11-17 18:01", score=5)], "squat", "caution"),
        ([pain("2026-11-20 18:00", score=5, context="during")], "squat", ""),
        ([pain("2026-11-20 18:00", score=5)], "squat", "caution"),
        ([pain("2026-11-20 18:01", score=5)], "squat", ""),
    ],
    ids=[
        *("loaded", "not loaded", "relief", "knee", "no pain", "none now", "lapsed", "still open"),
        *("from this workout", "there at its start", "later"),
    ],
)
def test_only_where_an_open_episode_is_loaded(hurts, exercise, severity, level):
    assert (
        level(BEFORE, "2026-11-20 20:00", *hurts, took("2026-11-20 16:00"), lift(exercise=exercise))
        == severity
    )


def test_it_says_that_pain_may_have_felt_milder(flag):
    found = flag(BEFORE, "2026-11-20 20:00", SORE, took("2026-11-20 15:30"), lift())

    assert found.message == (
        "Ibuprofen (400 mg) 2 h 30 min before the workout of Fri 20 Nov, 18:00, which loads the lower back; that "
        "hurt at 3 of 10 (Fri 20 Nov, 08:00). Pain in this workout may have felt milder than it was."
    )
    assert (found.subject, found.since) == ({"region": "lower-back"}, when("2026-11-20 18:00"))
    assert (found.value, found.threshold.value) == (2.5, 6)
    assert found.details == {"masked": True, "hours_before": 2.5}
    assert [one.table for one in found.evidence] == ["care", "pain", "workouts"]


def test_a_painkiller_with_the_start_is_told_as_right_before(flag):
    found = flag(BEFORE, "2026-11-20 20:00", SORE, took("2026-11-20 18:00"), lift())

    assert found.message.startswith("Ibuprofen (400 mg) right before the workout of Fri 20 Nov, 18:00, ")


@pytest.mark.parametrize(
    ("drug", "words"), [("other", "A painkiller"), (None, "A painkiller"), ("aspirin", "Aspirin")]
)
def test_it_names_the_drug_where_it_is_known(drug, words, flag):
    found = flag(BEFORE, "2026-11-20 20:00", SORE, took("2026-11-20 15:30", drug, None), lift())

    assert found.message.startswith(f"{words} 2 h 30 min before")


def test_the_next_workout_takes_the_place_of_the_last(judged):
    records = [
        SORE,
        *(one for day in (20, 21) for one in (took(f"2026-11-{day} 17:00"), *lift(f"2026-11-{day} 18:00"))),
    ]

    (found,) = judged(BEFORE, "2026-11-21 20:00", *records).flags
    assert found.since == when("2026-11-21 18:00")
    assert judged(BEFORE, "2026-11-28 17:59", *records).flags != ()
    assert judged(BEFORE, "2026-11-28 18:00", *records).flags == ()


@pytest.mark.parametrize(
    ("taken", "trained", "missing"),
    [
        (took("2026-11-20 12:00", time_known=False), lift(), ["the time of the painkiller"]),
        (took("2026-11-19 12:00", time_known=False), lift("2026-11-20 07:00"), []),
        (
            took("2026-11-19 12:00", time_known=False),
            lift("2026-11-20 05:59"),
            ["the time of the painkiller"],
        ),
        (took("2026-11-20 08:00"), lift("2026-11-20 12:00", time_known=False), ["the time of the workout"]),
        (took("2026-11-20 20:00"), lift("2026-11-20 12:00", time_known=False), ["the time of the workout"]),
        (took("2026-11-19 17:59"), lift("2026-11-20 12:00", time_known=False), []),
        (took("2026-11-21 00:01"), lift("2026-11-20 12:00", time_known=False), []),
    ],
    ids=[
        *("dose of the date", "dose of the day before", "early next morning", "workout of the date"),
        *("dose after noon", "too early whenever", "too late whenever"),
    ],
)
def test_without_a_time_it_cannot_be_told(taken, trained, missing, judged):
    sore = pain("2026-11-19 08:00", score=3)

    said = judged(BEFORE, "2026-11-21 01:00", sore, taken, trained)
    assert said.flags == ()
    assert [what for one in said.insufficient for what in one.missing] == missing


@pytest.mark.parametrize("rule", [OFTEN, DOSE, BEFORE])
def test_an_empty_journal_says_nothing(rule, judged):
    for records in ((), [SORE], [took("2026-11-20 12:00")], lift()):
        said = judged(rule, "2026-11-20 20:00", *records)
        assert (said.flags, said.insufficient) == ((), ())
