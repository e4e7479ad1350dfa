"""A planned workout is tried through the rules, and a way out is only named when it was tried and helps."""

import pytest
from journals import CATALOGUE, pain, reader, run, symptom, when, workout

from journal.analysis.answers.moves import Plan, fewer_sets, later, leave_out, lighter, shorter
from journal.analysis.answers.today import NOTHING
from journal.analysis.answers.trying import check
from journal.records import Record, Session, Set

AT = "2026-11-20 18:00"


def session(*made):
    first, *sets = [one for some in made for one in ([some] if isinstance(some, Record) else some)]
    return Session(first, tuple(sets))


def tried(plan, *records):
    flat = [one for some in records for one in ([some] if isinstance(some, Record) else some)]
    return check(reader(flat), [plan], when(AT))


def ways_out(plan, *records):
    """The rules that the plan would raise, each with the change that keeps it away."""
    return {flag.rule: flag.details.get("avoid") for flag in tried(plan, *records).judgement.flags}


@pytest.mark.parametrize(
    ("plan", "records", "rule", "change"),
    [
        (
            session(run(AT, 15, 90)),
            [run("2026-11-08 09:00", 10, 60), run("2026-11-15 09:00", 10.3, 60)],
            "spike-session-distance",
            "run 11.3 km",
        ),
        (
            session(workout(AT, ("bench-press", 3, 5, 80))),
            [workout(f"2026-11-{day} 18:00", ("bench-press", 3, 5, 60)) for day in ("06", "10", "14")],
            "spike-session-weight",
            "take 65 kg for bench press",
        ),
        (
            session(workout(AT, ("leg-extension", 3, 10, 40), ("bench-press", 3, 5, 60))),
            [pain("2026-11-20 10:00", "knee", 5, side="left")],
            "trained-through-pain",
            "leave out leg extension",
        ),
        (
            session(workout(AT, ("bench-press", 4, 8, 50), ("pull-up", 4, 6))),
            [workout("2026-11-19 18:00", ("bench-press", 4, 8, 50))],
            "same-muscle-consecutive-days",
            "leave out bench press",
        ),
        (
            session(workout(AT, ("bench-press", 4, 8, 50))),
            [workout("2026-11-19 18:00", ("bench-press", 4, 8, 50))],
            "same-muscle-consecutive-days",
            "do it tomorrow",
        ),
        (
            session(workout(AT, ("squat", 4, 8, 50))),
            [pain("2026-11-20 10:00", score=6)],
            "trained-through-pain",
            None,
        ),
    ],
    ids=[
        *("a shorter run", "less weight", "without what loads the knee", "without the muscle"),
        *("another day", "nothing is left of it"),
    ],
)
def test_the_smallest_change_that_helps_is_named(plan, records, rule, change):
    assert ways_out(plan, *records)[rule] == change


def test_a_change_that_raises_something_else_is_no_way_out():
    # Two days of bench press running, and the other exercise of the plan would then be all that is left: a knee
    # that hurts is no reason to name what loads it.
    hurts = pain("2026-11-20 10:00", "knee", 5, side="left")
    plan = session(workout(AT, ("bench-press", 4, 8, 50), ("leg-extension", 4, 10, 40)))

    found = ways_out(plan, hurts, workout("2026-11-19 18:00", ("bench-press", 4, 8, 50)))

    assert found["trained-through-pain"] == "leave out leg extension"
    assert found["same-muscle-consecutive-days"] == "leave out bench press"


def test_a_change_that_makes_something_else_worse_is_no_way_out():
    # Seven days without rest end with a day off; but tomorrow the run of 10 km is more than 30 days ago, and
    # 11.5 km are then far more than twice as long as any other.
    daily = [run(f"2026-11-{day} 18:00", 5, 30) for day in range(14, 20)]
    long_ago = run("2026-10-21 19:00", 10, 60)
    plan = session(run(AT, 11.5, 70))

    assert ways_out(plan, *daily, long_ago) == {"no-rest-day": None, "spike-session-distance": "run 11 km"}
    assert ways_out(plan, *daily, run("2026-10-23 19:00", 10, 60))["no-rest-day"] == "do it tomorrow"


def test_a_weight_that_is_twice_as_much_comes_down_to_one_that_is_no_jump():
    before = [workout(f"2026-11-{day} 18:00", ("bench-press", 3, 5, 60)) for day in ("06", "10", "14")]

    found = ways_out(session(workout(AT, ("bench-press", 3, 5, 120))), *before)

    assert found == {"spike-session-weight": "take 65 kg for bench press"}


def test_what_was_recorded_after_the_moment_says_nothing_of_a_way_out():
    before = workout("2026-11-19 18:00", ("bench-press", 4, 8, 50))
    after = [workout("2026-11-20 20:00", ("bench-press", 4, 8, 50)), pain("2026-11-21 12:00", "shoulder", 6)]
    plan = session(workout(AT, ("bench-press", 4, 8, 50)))

    assert ways_out(plan, before, *after) == ways_out(plan, before)


def test_beside_the_plan_stands_the_days_answer():
    assert tried(session(workout(AT, ("dumbbell-curl", 3, 10, 10)))).now.headline == NOTHING
    hurts = tried(session(workout(AT, ("dumbbell-curl", 3, 10, 10))), pain("2026-11-20 10:00", score=5))
    assert hurts.now.headline.startswith("Leave out: loading the lower back")
    assert hurts.now.relief


PLAN = Plan(
    (session(workout(AT, ("squat", 3, 5, 101), ("plank", 2, 1))), session(run("2026-11-20 19:00", 12.34))),
    CATALOGUE,
)


def test_weight_goes_down_by_plates_to_the_half():
    words = [change.words for change in lighter(PLAN, "squat")]

    assert (words[0], words[-1]) == ("take 100 kg for squat", "take 52.5 kg for squat")
    first = next(lighter(PLAN, "squat")).sessions[0]
    assert {one.weight_kg for one in first.sets if one.exercise == "squat"} == {100}
    assert list(lighter(PLAN, "plank")) == []


def test_sets_go_one_by_one_and_are_numbered_anew():
    changes = list(fewer_sets(PLAN, "squat"))

    assert [change.words for change in changes] == ["do 2 sets of squat", "do 1 set of squat"]
    kept = changes[-1].sessions[0].sets
    assert [(one.position, one.exercise) for one in kept] == [(1, "squat"), (2, "plank"), (3, "plank")]


def test_weight_may_begin_further_down():
    assert [change.words for change in lighter(PLAN, "squat", 56)] == [
        "take 55 kg for squat",
        "take 52.5 kg for squat",
    ]
    assert next(lighter(PLAN, "squat", 200)).words == "take 100 kg for squat"
    assert list(lighter(PLAN, "squat", 40)) == []


def test_a_run_is_cut_to_the_tenth():
    (change,) = shorter(PLAN, 11.99)

    assert change.words == "run 11.9 km"
    assert [one.distance_km for one in change.sessions[1].sets] == [11.9]
    assert list(shorter(PLAN, 0.04)) == []


def test_what_is_not_run_is_as_far_as_before():
    ride = workout(AT, kind="ride")[0]
    far = Session(ride, (Set(workout_id=ride.id, position=1, exercise="ride", distance_km=40),))

    (change,) = shorter(Plan((far, *PLAN.sessions), CATALOGUE), 11)

    assert [one.sets[0].distance_km for one in change.sessions] == [40, None, 11]


def test_leaving_out_leaves_something():
    (change,) = leave_out(PLAN, lambda one: one.slug == "squat")

    assert change.words == "leave out squat"
    assert [one.exercise for session in change.sessions for one in session.sets] == ["plank", "plank", "run"]
    assert list(leave_out(PLAN, lambda _: True)) == []
    assert list(leave_out(PLAN, lambda _: False)) == []


def test_another_day_is_the_same_hour():
    changes = list(later(PLAN))

    assert [change.words for change in changes] == ["do it tomorrow", "do it in 2 days", "do it in 3 days"]
    assert changes[0].sessions[0].workout.started_at == when("2026-11-21 18:00")


def test_where_a_place_hurts_nothing_but_leaving_out_is_named():
    before = [workout(f"2026-11-{day} 18:00", ("bench-press", 3, 5, 60)) for day in ("06", "10", "14")]
    plan = session(workout(AT, ("bench-press", 3, 5, 80), ("leg-curl", 3, 10, 30)))
    sore = pain("2026-11-20 10:00", "chest", 2)

    assert ways_out(plan, *before)["spike-session-weight"] == "take 65 kg for bench press"
    assert ways_out(plan, *before, sore)["spike-session-weight"] is None


def test_before_a_doctor_was_seen_no_way_out_is_named():
    before = [workout(f"2026-11-{day} 18:00", ("bench-press", 3, 5, 60)) for day in ("06", "10", "14")]
    plan = session(workout(AT, ("bench-press", 3, 5, 80)))

    found = tried(plan, *before, symptom("2026-11-20 10:00", "saddle-numbness"))

    assert found.now.act == "now"
    assert all("avoid" not in flag.details for flag in found.judgement.flags)
    assert (found.now.relief, found.now.nothing_against, found.now.notes) == ((), (), ())


def test_what_the_day_leaves_out_of_the_plan_is_named():
    hurts = pain("2026-11-20 10:00", score=5)

    found = tried(session(workout(AT, ("squat", 3, 5, 60), ("dumbbell-curl", 3, 10, 10))), hurts)

    assert [one.slug for one in found.left_out] == ["squat"]


def test_gentler_work_is_offered_in_the_place_of_what_the_day_leaves_out():
    hurts = pain("2026-11-20 10:00", score=5)
    weak = symptom("2026-11-20 10:00", "saddle-numbness")
    squats = session(workout(AT, ("squat", 3, 5, 60)))

    (told,) = tried(squats, hurts).instead
    assert told.startswith("Gentler work while the back hurts: bike, elliptical, swimming, walking")
    assert tried(session(workout(AT, ("dumbbell-curl", 3, 10, 10))), hurts).instead == ()
    assert tried(squats, pain("2026-11-20 10:00", "knee", 5, side="left")).instead == ()
    assert tried(squats, hurts, weak).instead == ()
