"""What can be done with a draft; each verb leaves the old draft as it was."""

from journal.records import OwnExercise
from journal.tui.draft import At, Cell, Row, verbs
from journal.tui.draft.making import again, block_of, draft_of, own_block
from journal.vocabulary import SetKind, WorkoutKind

FIRST, SECOND, THIRD = (At(0, row) for row in range(3))


def test_an_exercise_begins_with_as_many_empty_sets_as_last_time(draft):
    assert [row.is_empty for row in draft.blocks[0].rows] == [True] * 3
    assert draft.ghost(SECOND) == Row(weight_kg=100, reps=5, rpe=8)
    assert draft.is_empty


def test_a_ghost_is_taken_whole_where_nothing_is_written_but_for_how_hard_it_was(draft):
    taken = verbs.accept(draft, SECOND, Cell.WEIGHT)
    assert taken.at(SECOND) == Row(weight_kg=100, reps=5)
    assert draft.at(SECOND).is_empty


def test_in_a_set_that_is_begun_only_the_cell_is_taken(draft):
    begun = verbs.put(draft, SECOND, {"weight_kg": 105})
    assert verbs.accept(begun, SECOND, Cell.REPS).at(SECOND) == Row(weight_kg=105, reps=5)
    assert verbs.accept(begun, SECOND, Cell.WEIGHT) == begun


def test_the_set_above_is_repeated_without_its_effort_and_its_note(draft):
    done = verbs.put(draft, FIRST, {"weight_kg": 80, "reps": 8, "rpe": 7, "note": "slow"})
    assert verbs.repeat(done, SECOND).at(SECOND) == Row(weight_kg=80, reps=8)


def test_the_first_set_is_repeated_from_last_time(draft):
    assert verbs.repeat(draft, FIRST).at(FIRST) == Row(kind=SetKind.WARMUP, weight_kg=60, reps=5)


def test_a_set_below_an_empty_one_is_repeated_from_last_time(draft):
    assert verbs.repeat(draft, SECOND).at(SECOND) == Row(weight_kg=100, reps=5)


def test_nothing_to_repeat_changes_nothing(draft):
    assert verbs.repeat(draft, At(1, 0)) == draft


def test_a_repeated_set_overwrites_what_stood_there_but_keeps_its_effort(draft):
    done = verbs.put(
        verbs.put(draft, FIRST, {"weight_kg": 105, "reps": 5}), SECOND, {"weight_kg": 100, "rpe": 9}
    )
    assert verbs.repeat(done, SECOND).at(SECOND) == Row(weight_kg=105, reps=5, rpe=9)


def test_a_weight_that_is_changed_is_that_of_one_set_only(session, writer, draft):
    filled = verbs.fill(draft, again(session, writer.catalogue, {}))
    changed = verbs.put(filled, FIRST, {"weight_kg": 70})
    assert [row.weight_kg for row in changed.blocks[0].rows] == [70, 61.235, 61.235]


def test_sets_and_exercises_are_added_moved_and_removed(draft, writer):
    more, place = verbs.add_set(draft, 0, behind=0)
    assert (len(more.blocks[0].rows), place) == (4, SECOND)
    more, place = verbs.add_exercise(more, block_of(writer.catalogue.get("plank")))
    assert (place, [one.exercise for one in more.blocks]) == (At(2, 0), ["squat", "bench-press", "plank"])
    more, where = verbs.move_exercise(more, 2, -1)
    assert (where, [one.exercise for one in more.blocks]) == (1, ["squat", "plank", "bench-press"])
    assert verbs.move_exercise(more, 2, 5)[1] == 2
    more = verbs.put(more, THIRD, {"reps": 3})
    more, at = verbs.move_set(more, THIRD, -2)
    assert (at, more.at(FIRST)) == (FIRST, Row(reps=3))
    assert verbs.remove_set(more, FIRST).at(FIRST) == Row()
    assert [one.exercise for one in verbs.remove_exercise(more, 0).blocks] == ["plank", "bench-press"]


def test_with_its_last_set_an_exercise_goes(draft):
    assert [one.exercise for one in verbs.remove_set(draft, At(1, 0)).blocks] == ["squat"]


def test_another_exercise_takes_the_sets_that_are_written(draft, writer):
    front = block_of(writer.catalogue.get("front-squat"))
    assert verbs.change_exercise(draft, 0, front).blocks[0] == front
    written = verbs.put(draft, FIRST, {"reps": 5})
    changed = verbs.change_exercise(written, 0, front).blocks[0]
    assert (changed.exercise, changed.rows[0].reps) == ("front-squat", 5)


def test_filling_keeps_what_is_written(draft, session, writer):
    written = verbs.put(draft, FIRST, {"reps": 5})
    filled = verbs.fill(written, again(session, writer.catalogue, {}))
    assert [(one.exercise, one.rows[0].reps) for one in filled.blocks] == [("squat", 5), ("squat", 5)]


def test_columns_are_those_that_the_exercises_need(draft, writer):
    strength = (Cell.KIND, Cell.WEIGHT, Cell.REPS, Cell.RPE)
    assert draft.cells() == strength
    assert block_of(writer.catalogue.get("plank")).cells() == (Cell.KIND, Cell.WEIGHT, Cell.TIME, Cell.RPE)
    assert block_of(writer.catalogue.get("run")).cells() == (Cell.DISTANCE, Cell.TIME)
    assert block_of(writer.catalogue.get("childs-pose")).cells() == (Cell.TIME,)
    timed = verbs.put(draft, FIRST, {"duration_s": 45})
    assert timed.cells() == (Cell.KIND, Cell.WEIGHT, Cell.REPS, Cell.TIME, Cell.RPE)


def test_the_kind_follows_from_the_exercises_until_it_is_told(draft, session, writer):
    run = block_of(writer.catalogue.get("run"))
    only_run = verbs.add_exercise(verbs.remove_exercise(verbs.remove_exercise(draft, 0), 0), run)[0]
    assert (only_run.kind, draft.kind) == (WorkoutKind.RUN, WorkoutKind.STRENGTH)
    assert verbs.add_exercise(draft, run)[0].kind is WorkoutKind.STRENGTH
    assert verbs.head(only_run, kind=WorkoutKind.SPORT).kind is WorkoutKind.SPORT
    there = draft_of(session, writer.catalogue, {})
    assert verbs.add_exercise(there, run)[0].kind is WorkoutKind.STRENGTH


def test_a_name_that_nobody_knows_is_an_exercise_of_ones_own():
    own = OwnExercise(slug="zercher-carry", name="Zercher carry")
    block = own_block(own)
    assert (block.exercise, block.name, block.kind, block.own) == (
        own.slug,
        own.name,
        WorkoutKind.STRENGTH,
        own,
    )
