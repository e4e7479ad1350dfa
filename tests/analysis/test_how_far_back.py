"""Reading no further back than the rules look gives the same as reading everything, whatever went on how long."""

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from journals import checkin, drink, pain, reader, run, symptom, when, workout
from long_journals import instants, lives, long_journals

from journal.analysis.answers.today import answer
from journal.analysis.engine import rulebook
from journal.analysis.judge import flags_at, held_since, reading, whole

AT = "2026-11-20 18:00"
# Not shrunk: a journal of years shrinks for minutes, and the cases below tell the reasons apart.
CLOSELY = settings(
    deadline=None,
    max_examples=6,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow],
)


def same(records, at, parameters=None):
    """It is the same, with the writer's settings too."""
    read = reader(records)
    near, far = reading(read, at, parameters), whole(read, at, parameters)
    assert near.judge().as_json() == far.judge().as_json()
    assert answer(near, at) == answer(far, at)


def wider(draw):
    """Settings with which some rules look further back, or at more."""

    def more(value):
        if isinstance(value, tuple):
            return tuple(map(more, value))
        return value if isinstance(value, bool | str) else type(value)(value * draw.choice([1, 1.5, 3]))

    chosen = draw.sample(sorted(rulebook()), 30)
    return {
        rule: {
            name: more(value)
            for name, value in rulebook()[rule].parameters.items()
            if not name.endswith(("_nrs", "_rpe"))
        }
        for rule in chosen
    }


@pytest.mark.parametrize("kind", [long_journals(), lives()], ids=["stretches", "weeks now and then"])
def test_in_any_journal_of_three_years(kind):
    @CLOSELY
    @given(kind)
    def holds(records):
        for at in instants(records):
            same(records, at)

    holds()


@CLOSELY
@given(long_journals() | lives(), st.randoms(use_true_random=False))
def test_with_settings_that_look_further_back(records, draw):
    same(records, draw.choice(instants(records)), wider(draw))


@pytest.mark.parametrize("kind", [long_journals(), lives()], ids=["stretches", "weeks now and then"])
def test_the_flags_that_held_in_a_year_of_any_journal(kind):
    @CLOSELY
    @given(kind, st.randoms(use_true_random=False))
    def holds(records, draw):
        at = draw.choice(instants(records))
        first = at.date() - timedelta(days=draw.choice([0, 1, 30, 365]))
        history = whole(reader(records), at).history
        everything = history.held_since(first.toordinal(), int(at.timestamp()))
        assert held_since(reader(records), first, at) == everything

    holds()


@pytest.mark.parametrize("days", range(13))
def test_what_comes_again_for_years_whatever_the_day_on_which_reading_begins(days):
    """Pain after a workout every 13 days: three of them within 42 dates carry the flag on."""
    times = [when(AT) - timedelta(days=days + 13 * place) for place in range(90)]
    records = [
        one
        for at in times
        for one in (
            *workout(f"{at:%Y-%m-%d} 10:00", ("squat", 3, 5, 100)),
            pain(f"{at:%Y-%m-%d} 12:00", "knee", 5, qualities=["sharp"]),
            pain(f"{at:%Y-%m-%d} 17:00", "knee", 0),
        )
    ]

    same(records, when(AT))


@pytest.mark.parametrize("days", [4, 5, 6])
def test_a_row_of_flags_of_which_every_other_is_raised(days):
    """Each is over after a day and comes again within a week: which ones are raised depends on the first one."""
    start = when("2026-11-20 18:00") - timedelta(days=days * 180)
    records = [
        one
        for place in range(181)
        for later, minutes in ((0, 0), (1, 5))
        for one in workout(
            f"{start + timedelta(days=days * place + later):%Y-%m-%d} 18:00", cooldown_min=minutes
        )
    ]

    same(records, when("2026-11-20 19:00"))
    same(records, when("2026-11-20 19:00") - timedelta(days=days))


def test_a_pain_that_came_back_from_a_pain_before_it_and_has_gone_on_for_long():
    def at(days, hour="12:00"):
        return f"{when(AT) - timedelta(days=days):%Y-%m-%d} {hour}"

    squats = ("squat", 3, 5, 100)
    before = pain(at(547), "knee", 6), pain(at(545), "knee", 0), *workout(at(456), squats)
    back = *workout(at(444, "18:00"), squats), pain(at(443), "knee", 5)
    since_then = [pain(at(days), "knee", 1) for days in range(441, -1, -2)]
    records = [*before, *back, *since_then]

    same(records, when(AT))
    assert "return-pain-back" in {flag.rule for flag in reading(reader(records), when(AT)).all_active()}


def test_a_long_episode():
    entries = [pain(f"{when(AT) - timedelta(days=2 * day):%Y-%m-%d %H:%M}", "knee") for day in range(400)]
    read = reader(entries)

    since = {flag.rule: flag.since for flag in flags_at(read, when(AT)).flags}
    assert since["pain-past-72h"] == when(AT) - timedelta(days=794)
    assert reading(read, when(AT)).frames.read_from < (when(AT) - timedelta(days=798)).toordinal()


def test_a_severe_run_that_went_on_although_entries_became_rare():
    hours = [0, 24, 48, 73, *range(73 + 100, 73 + 100 * 100, 100)]
    start = when(AT) - timedelta(hours=hours[-1])
    entries = [pain(f"{start + timedelta(hours=hour):%Y-%m-%d %H:%M}", "knee", 8) for hour in hours]

    flag = flags_at(reader(entries), when(AT)).flags[0]

    assert (flag.rule, flag.since) == ("rf-severe-72h", start + timedelta(hours=73))


def test_a_row_of_urgent_answers():
    days = range(0, 1000, 27)
    rows = [symptom(f"{when(AT) - timedelta(days=day):%Y-%m-%d %H:%M}", "saddle-numbness") for day in days]

    (flag,) = flags_at(reader(rows), when(AT)).flags

    assert flag.since == when(AT) - timedelta(days=days[-1])


def test_the_clock_of_a_check_in_without_a_time():
    first = when(AT).date() - timedelta(days=500)
    weighed = [
        checkin((first + timedelta(days=day)).isoformat(), body_weight_kg=80 + day % 2) for day in range(500)
    ]
    records = [*weighed, drink(f"{first} 08:00-08:00", 250)]

    same(records, when("2026-11-19 11:00+00:00"))
    same(records, when("2026-11-19 15:00+00:00"))


def test_a_quiet_journal_is_not_read_whole():
    old = [pain("2020-01-01 18:00"), symptom("2020-01-01 18:00", "fever"), *run("2020-01-02 18:00", 5)]
    made = reading(reader([*old, pain(AT)]), when(AT))

    assert made.frames.read_from is not None
    assert len(made.frames.pain) == 1
