"""How a draft becomes records, and which records of a workout that is there change."""

from datetime import timedelta
from uuid import UUID

import pytest

from journal.errors import Refused
from journal.records import OwnExercise, Session, Set, TemplateSet, Workout
from journal.tui.draft import At, verbs
from journal.tui.draft.making import (
    again,
    block_of,
    draft_of,
    new_draft,
    of_template,
    own_block,
    template_sets,
)
from journal.tui.draft.saving import changes, planned, session_of
from journal.vocabulary import SetKind, WorkoutKind

FIRST, SECOND = At(0, 0), At(0, 1)


def one_set(draft, **values):
    """The draft with one set done."""
    return verbs.put(draft, FIRST, {"weight_kg": 100, "reps": 5} | values)


def of(writer, now, slug, **values):
    """A draft of one exercise with one set."""
    return verbs.put(
        verbs.add_exercise(new_draft(now), block_of(writer.catalogue.get(slug)))[0], FIRST, values
    )


def test_only_sets_that_were_done_are_recorded_numbered_from_one(draft, now):
    done = verbs.put(one_set(draft), At(1, 0), {"reps": 8, "kind": SetKind.WARMUP})
    session = session_of(done, now)
    assert [(one.position, one.exercise, one.reps, one.kind) for one in session.sets] == [
        (1, "squat", 5, None),
        (2, "bench-press", 8, SetKind.WARMUP),
    ]
    assert (session.workout.kind, session.workout.session_rpe) == (WorkoutKind.STRENGTH, None)


def test_nothing_done_is_refused(draft, now):
    with pytest.raises(Refused, match="There is nothing to save yet: write a set, or leave the page"):
        session_of(draft, now)


def test_a_workout_written_down_afterwards_began_as_long_ago_as_it_took(draft, now):
    session = session_of(one_set(draft), now, effort=8, minutes=55)
    assert session.workout.started_at == now - timedelta(minutes=55)
    assert (session.workout.session_rpe, session.workout.duration_min) == (8, 55)


def test_a_workout_written_set_by_set_began_with_its_draft(draft, now):
    assert session_of(one_set(draft), now + timedelta(hours=1), minutes=55).workout.started_at == now


def test_a_start_that_was_told_stays(draft, now):
    told = verbs.head(one_set(draft), started_at=now - timedelta(minutes=5))
    assert session_of(told, now, minutes=55).workout.started_at == now - timedelta(minutes=5)


def test_a_workout_does_not_begin_on_the_day_before_by_itself(draft, now, squat):
    night = now.replace(hour=0, minute=20)
    begun = one_set(verbs.add_exercise(new_draft(night), squat)[0])
    assert session_of(begun, night, minutes=55).workout.started_at == night.replace(minute=0)


def test_a_run_took_as_long_as_its_stretches(writer, now):
    session = session_of(of(writer, now, "run", distance_km=5, duration_s=1710), now, effort=6)
    assert (session.workout.kind, session.workout.duration_min) == (WorkoutKind.RUN, 28.5)


def test_an_imported_run_keeps_its_length_until_its_time_is_changed(writer, now):
    run = Workout(id=UUID(int=2), started_at=now, kind="run", duration_min=40)
    there = Session(
        run, (Set(workout_id=run.id, position=1, exercise="run", distance_km=5, duration_s=1710),)
    )
    draft = draft_of(there, writer.catalogue, {})
    assert changes(draft, session_of(draft, now), there) == []
    changed = verbs.put(draft, FIRST, {"duration_s": 1800})
    assert session_of(changed, now).workout.duration_min == 30


def test_a_run_of_which_only_the_minutes_are_known_is_a_run_of_that_time(writer, now):
    session = session_of(of(writer, now, "run"), now, minutes=30)
    assert [one.duration_s for one in session.sets] == [1800]


def test_a_time_that_nobody_can_run_is_refused_with_the_spelling_of_hours(writer, now):
    with pytest.raises(
        Refused, match="1:45 is minutes and seconds, faster than 2:00 /km; hours are written 1h45"
    ):
        session_of(of(writer, now, "run", distance_km=21.1, duration_s=105), now)


def test_what_is_planned_is_tried_at_its_own_time_but_never_later_than_now(draft, now):
    assert planned(one_set(draft), now - timedelta(minutes=1)).workout.started_at == now - timedelta(
        minutes=1
    )


def test_a_new_workout_is_written_with_its_own_exercises_first(now):
    draft = one_set(
        verbs.add_exercise(
            new_draft(now), own_block(OwnExercise(slug="zercher-carry", name="Zercher carry"))
        )[0]
    )
    session = session_of(draft, now)
    pairs = changes(draft, session, None)
    assert [(before, after.TABLE) for before, after in pairs] == [
        (None, "exercises"),
        (None, "workouts"),
        (None, "sets"),
    ]


def test_a_workout_that_is_not_touched_has_no_changes(session, writer, now):
    draft = draft_of(session, writer.catalogue, {})
    assert changes(draft, session_of(draft, now), session) == []


def test_only_the_set_that_was_changed_is_written_and_keeps_its_note(session, writer, now):
    draft = verbs.put(draft_of(session, writer.catalogue, {}), SECOND, {"reps": 4})
    assert changes(draft, session_of(draft, now), session) == [(session.sets[1], session.sets[1].but(reps=4))]


def test_a_set_taken_out_of_the_middle_moves_the_others_up(session, writer, now):
    draft = verbs.remove_set(draft_of(session, writer.catalogue, {}), SECOND)
    assert changes(draft, session_of(draft, now), session) == [
        (session.sets[1], session.sets[2].but(position=3)),
        (session.sets[2], None),
    ]


def test_a_set_more_gets_the_next_position(session, writer, now):
    draft = verbs.put(verbs.add_set(draft_of(session, writer.catalogue, {}), 0)[0], At(0, 3), {"reps": 3})
    added = Set(workout_id=session.workout.id, position=5, exercise="squat", reps=3)
    assert changes(draft, session_of(draft, now), session) == [(None, added)]


def test_what_another_terminal_wrote_meanwhile_stays(session, writer, now):
    draft = verbs.put(draft_of(session, writer.catalogue, {}), FIRST, {"reps": 6})
    more = Set(workout_id=session.workout.id, position=5, exercise="dip", reps=8)
    there = Session(session.workout.but(note="hot"), (*session.sets, more))
    pairs = changes(draft, session_of(draft, now, effort=9), there)
    assert pairs == [
        (there.workout, there.workout.but(session_rpe=9)),
        (session.sets[0], session.sets[0].but(reps=6)),
    ]


def test_the_last_workout_again_is_filled_in_without_how_hard_it_was(session, writer):
    hard = Session(session.workout, tuple(one.but(rpe=9) for one in session.sets))
    blocks = again(hard, writer.catalogue, {})
    assert [(row.reps, row.weight_kg, row.rpe, row.note) for row in blocks[0].rows] == [
        (5, 61.235, None, "")
    ] * 3


def test_a_template_keeps_what_was_planned_and_gives_it_back(draft, now, writer):
    sets = template_sets("Legs", one_set(draft, rpe=8))
    assert sets == [TemplateSet(template="Legs", position=1, exercise="squat", reps=5, weight_kg=100)]
    (block,) = of_template(sets, writer.catalogue, {})
    assert (block.name, block.rows[0].weight_kg) == ("Squat", 100)


def test_an_exercise_that_the_catalogue_does_not_have_keeps_its_slug(now, writer):
    (block,) = of_template(
        [TemplateSet(template="x", position=1, exercise="zercher-carry")], writer.catalogue, {}
    )
    assert block.name == "zercher-carry"
