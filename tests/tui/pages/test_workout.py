"""The page of a workout: what is typed stands in the store, in few keys."""

from datetime import timedelta
from pathlib import Path

import pytest

from journal.records import OwnExercise, Set, TemplateSet, Workout
from journal.tui.draft import Row
from journal.tui.widgets.sets import SetTable
from journal.tui.widgets.sets.grid import Grid
from journal.tui.widgets.what_if import WhatIf
from journal.vocabulary import Surface, WorkoutKind


@pytest.fixture
def before(write, now) -> None:
    """A workout of a week ago."""
    write("squat 2x5 100kg", at=now - timedelta(days=14))
    write("squat 2x5 100kg @8; bench 2x8 60; row 3x10 50", at=now - timedelta(days=7))


@pytest.fixture
def saved(store):
    """The latest workout with its sets as (exercise, weight, reps)."""

    def latest() -> tuple[Workout, list[tuple]]:
        session = store.sessions()[-1]
        return session.workout, [(one.exercise, one.weight_kg, one.reps) for one in session.sets]

    return latest


def rows(page, block=0) -> tuple[Row, ...]:
    """The sets of an exercise as they stand in the table."""
    return page.screen.query_one(SetTable).draft.blocks[block].rows


def exercises(page) -> list[str]:
    """The exercises in the table."""
    return [one.exercise for one in page.screen.query_one(SetTable).draft.blocks]


def fault(page) -> str:
    """What is said below the cell that is written in."""
    said = page.screen.query_one("#fault")
    return str(said.render()) if said.display else ""


async def outlook(page):
    """What the rules say of the draft, once they have said it."""
    await page.until(lambda: not page.screen.waiting)
    return page.screen.outlook


# Again.


async def test_the_last_workout_again_with_one_weight_changed_takes_at_most_twelve_keys(
    before, running, store, saved, now
):
    keys = ("full_stop", "down", "1", "0", "5", "enter", "ctrl+s", "8", "enter", "5", "5", "enter")
    assert len(keys) <= 12
    async with running() as page:
        await page.press(*keys)
        workout, sets = saved()
        assert (workout.session_rpe, workout.duration_min, workout.started_at.date()) == (8, 55, now.date())
        assert sets == [
            ("squat", 100, 5),
            ("squat", 105, 5),
            *[("bench-press", 60, 8)] * 2,
            *[("barbell-row", 50, 10)] * 3,
        ]
        assert page.words("#title").strip().startswith("Today")
        assert "squat, 1 × 5 × 100 kg, 1 × 5 × 105 kg" in page.words("#said")
        await page.press("u")
        assert len(store.sessions()) == 2


async def test_a_new_weight_for_all_sets_of_an_exercise_takes_twelve_keys_too(before, running, saved):
    keys = ("full_stop", "1", "0", "5", "enter", "full_stop", "ctrl+s", "8", "enter", "5", "5", "enter")
    assert len(keys) <= 12
    async with running() as page:
        await page.press(*keys)
        assert saved()[1][:3] == [("squat", 105, 5), ("squat", 105, 5), ("bench-press", 60, 8)]


async def test_enter_twice_leaves_effort_and_minutes_unanswered(before, running, saved):
    async with running() as page:
        await page.press("full_stop", "ctrl+s", "enter", "enter")
        workout, sets = saved()
        assert (workout.session_rpe, workout.duration_min, len(sets)) == (None, None, 7)


async def test_what_an_empty_answer_means_is_told_in_full_at_eighty_columns(before, running):
    async with running() as page:
        await page.press("full_stop", "ctrl+s")
        assert page.words("#after").endswith("empty is unknown")
        assert page.screen.query_one("#after").size.width >= len(str(page.screen.query_one("#after").content))


async def test_an_answer_that_is_none_is_refused_where_it_stands(before, running, store):
    async with running() as page:
        await page.press("full_stop", "ctrl+s", "1", "1", "enter")
        assert page.words("#refused") == "! '11' is no RPE; write a number from 0 (rest) to 10 (all out)"
        await page.press("escape")
        assert not page.screen.query_one("#save-line").display
        assert len(store.sessions()) == 2


async def test_without_a_workout_there_is_nothing_to_do_again(store, running):
    async with running() as page:
        await page.press("full_stop")
        assert "There is no workout yet that could be done again." in page.words("#said")


# A new one.


async def test_a_new_workout_asks_for_an_exercise_and_offers_recent_ones(before, running, saved, now):
    async with running() as page:
        await page.press("w")
        text = page.text()
        assert "Squat" in text
        assert "The last workout again   Wed 18 Nov: Squat, Bench press, Barbell row" in text
        await page.press("enter", "enter", "full_stop", "down")
        assert rows(page) == (Row(weight_kg=100, reps=5), Row(weight_kg=100, reps=5))
        await page.press("ctrl+s", "enter", "enter")
        assert saved()[1] == [("squat", 100, 5)] * 2


async def test_on_the_page_of_a_new_workout_the_dot_fills_in_the_last_one(before, running, saved, now):
    last = saved()[1]
    async with running() as page:
        await page.press("w", "full_stop", "ctrl+s", "enter", "enter")
    assert saved()[0].started_at.date() == now.date()
    assert saved()[1] == last


async def test_within_a_name_the_dot_is_a_letter(before, running):
    async with running() as page:
        await page.press("w", *"sq.")
        assert page.screen.query_one("#cell").value == "sq."
        assert exercises(page) == []


async def test_a_dot_that_a_name_begins_with_is_its_first_letter(before, store, running, now):
    store.record([OwnExercise(slug="half-squat", name=".5 squat")], now=now)
    async with running() as page:
        await page.press("w", *".5")
        assert page.screen.query_one("#cell").value == ".5"


async def test_a_ghost_is_not_recorded_until_it_is_taken(before, running, saved):
    async with running() as page:
        await page.press("w", "enter", "enter", "ctrl+s", "enter", "enter")
        assert saved()[1] == [("squat", 100, 5)]


async def test_sets_and_exercises_are_added_moved_and_removed_and_it_can_be_taken_back(
    before, running, store
):
    async with running() as page:
        await page.press("full_stop", "x")
        assert len(rows(page)) == 1
        await page.press("u")
        assert len(rows(page)) == 2
        await page.press("U")
        assert len(rows(page)) == 1
        await page.press("down", "full_stop", "full_stop")
        assert rows(page) == (Row(weight_kg=100, reps=5),) * 3
        await page.press("up", "a", "7", "enter")
        assert rows(page)[3].weight_kg == 7
        await page.press("shift+up")
        await page.press("down", "down", "down", "shift+up")
        assert exercises(page) == ["bench-press", "squat", "barbell-row"]
        await page.press("x")
        assert exercises(page) == ["squat", "barbell-row"]
        assert len(store.sessions()) == 2


async def test_an_unknown_name_becomes_an_exercise_of_ones_own_in_the_same_step(store, running, saved):
    async with running() as page:
        await page.press("w", *"wug", "enter", "2", "0", "enter", "9", "enter")
        assert (await outlook(page)).flags == ()
        await page.press("ctrl+s", "enter", "enter")
        assert [(one.slug, one.name) for one in store.rows(OwnExercise)] == [("wug", "wug")]
        assert saved()[1] == [("wug", 20, 9)]
        await page.press("u")
        assert store.rows(OwnExercise) == []


async def test_a_run_has_distance_time_and_pace(store, running, saved):
    async with running() as page:
        await page.press("w", *"run", "enter", "5", "enter", "2", "8", "colon", "3", "0", "enter")
        assert "5:42 /km" in page.text()
        await page.press("ctrl+s", "6", "enter", "enter")
        workout = saved()[0]
        assert (workout.kind, workout.session_rpe, workout.duration_min) == (WorkoutKind.RUN, 6, 28.5)
        (stretch,) = store.rows(Set)
        assert (stretch.distance_km, stretch.duration_s, stretch.rpe) == (5, 1710, None)


async def test_half_an_hour_of_yoga_is_30_and_is_told_once(store, running, saved):
    async with running() as page:
        await page.press("w", *"yoga", "enter", "3", "0", "enter", "ctrl+s", "3", "enter", "enter")
        assert (saved()[0].duration_min, store.rows(Set)[0].duration_s) == (30, 1800)
        assert "yoga 30 min, RPE 3" in page.words("#said")
        assert page.words("#said").count("30") == 1


async def test_nothing_written_is_not_saved(store, running):
    async with running() as page:
        await page.press("w", "z", "escape", "ctrl+s")
        assert "There is nothing to save yet: write a set" in page.words("#said")
        assert store.sessions() == []


async def test_the_whole_workout_can_be_told_below_the_sets(before, running, store, now):
    async with running() as page:
        await page.press("full_stop")
        grid = page.screen.query_one(Grid)
        grid.go(len(grid.lines) - 9)
        await page.press(
            "9", "colon", "0", "5", "enter", "5", "enter", "down", "enter", "t", "r", "a", "i", "enter"
        )
        await page.press("ctrl+s", "enter", "enter")
        workout = store.sessions()[-1].workout
        assert workout.started_at == now.replace(hour=9, minute=5)
        assert (workout.warmup_min, workout.surface) == (5, Surface.TRAIL)


async def test_a_workout_of_a_day_that_is_past_has_no_time(before, running, store, now):
    async with running() as page:
        await page.press("left_square_bracket", "full_stop", "ctrl+s", "enter", "5", "0", "enter")
        workout = store.sessions()[-1].workout
        assert (workout.started_at, workout.time_known) == (now.replace(day=24, hour=12, minute=0), False)
        assert "Yesterday" in page.words("#title")


# Going on, editing, leaving.


async def test_a_workout_of_the_last_ninety_minutes_is_gone_on_with(write, running, store, now):
    write("squat 1x5 100kg", at=now - timedelta(minutes=30))
    async with running() as page:
        await page.press("w")
        assert "You go on with the workout of today" in page.words("#said")
        await page.press(*"bench", "enter", "6", "0", "enter", "8", "enter", "ctrl+s", "8", "enter", "enter")
        (session,) = store.sessions()
        assert [(one.position, one.exercise, one.reps) for one in session.sets] == [
            (1, "squat", 5),
            (2, "bench-press", 8),
        ]
        assert session.workout.session_rpe == 8


async def test_w_again_begins_another_one(write, running, store, now):
    write("squat 1x5 100kg", at=now - timedelta(minutes=30))
    async with running() as page:
        await page.press(
            "w", "escape", "w", *"bench", "enter", "6", "0", "enter", "8", "enter", "ctrl+s", "enter", "enter"
        )
        assert [[one.exercise for one in session.sets] for session in store.sessions()] == [
            ["squat"],
            ["bench-press"],
        ]


async def test_editing_changes_only_what_was_changed(write, running, store, now):
    write("squat 3x5 100kg @8; session 55min @7", at=now - timedelta(days=3))
    (session,) = store.sessions()
    async with running() as page:
        await page.go("workout", record=session)
        await page.press("down", "9", "5", "enter", "ctrl+s", "enter", "enter")
        (after,) = store.sessions()
        assert after.workout == session.workout
        assert [one.weight_kg for one in after.sets] == [100, 95, 100]
        assert after.sets[0] == session.sets[0]
        await page.press("u")
        assert store.sessions() == [session]


async def test_another_terminals_write_does_not_lose_the_draft_and_is_not_lost_itself(
    write, running, store, now
):
    write("squat 1x5 100kg", at=now - timedelta(minutes=30))
    async with running() as page:
        await page.press("w", *"bench", "enter", "6", "0", "enter", "8", "enter")
        write("dip 1x8", at=now - timedelta(minutes=5))
        page.screen.look_around()
        await page.settle()
        assert exercises(page) == ["squat", "bench-press"]
        await page.press("ctrl+s", "enter", "enter")
        (session,) = store.sessions()
        assert [(one.position, one.exercise) for one in session.sets] == [
            (1, "squat"),
            (2, "dip"),
            (3, "bench-press"),
        ]


async def test_a_draft_that_is_left_is_there_again(before, running, store):
    async with running() as page:
        await page.press("full_stop", "9", "0", "enter", "escape")
        assert page.words("#title").strip().startswith("Today")
        assert len(store.sessions()) == 2
        await page.press("w")
        assert rows(page)[0].weight_kg == 90
        await page.press("ctrl+s", "enter", "enter", "w")
        assert rows(page)[0].weight_kg == 90  # gone on with: it was saved just now
        assert page.screen.query_one(SetTable).draft.before is not None


async def test_the_last_workout_again_does_not_lose_a_draft_that_was_left(before, running):
    async with running() as page:
        await page.press("w", *"plank", "enter", "4", "5", "enter", "escape", "full_stop")
        assert exercises(page) == ["squat", "bench-press", "barbell-row"]
        await page.press("u")
        assert exercises(page) == ["plank"]


async def test_another_workout_that_is_begun_by_mistake_does_not_lose_the_draft(before, running, store):
    async with running() as page:
        await page.press("w", *"plank", "enter", "4", "5", "enter", "w")
        assert exercises(page) == []
        await page.press("escape")
        assert page.words("#title").strip().startswith("Today")
        await page.press("w")
        assert exercises(page) == ["plank"]
        await page.press("w", *"dip", "enter", "8", "enter", "ctrl+s", "enter", "enter", "w")
        assert exercises(page) == ["plank"]
        assert [one.exercise for one in store.sessions()[-1].sets] == ["dip"]


async def test_the_day_says_what_is_not_recorded_yet_but_not_what_was_only_looked_at(write, running, now):
    write("squat 1x5 100kg", at=now - timedelta(minutes=30))
    async with running() as page:
        await page.press("w", "escape", "escape")
        assert not page.screen.query_one("#unrecorded").display
        await page.press("w", *"plank", "enter", "4", "5", "enter", "escape")
        assert "A change of a workout is not recorded yet: w goes on with it" in page.text()
        await page.press("left_square_bracket")
        assert "not recorded yet" not in page.text()
        await page.press("t", "w", "ctrl+s", "enter", "enter")
        assert "not recorded yet" not in page.text()


async def test_a_workout_that_was_begun_is_there_when_the_program_is_started_again(before, running, store):
    async with running() as page:
        await page.press("w", *"plank", "enter", "4", "5", "enter", *"dip", "enter", "8")
        assert list(store.drafts()) == ["2026-11-25"]  # whatever ends the program now
    assert len(store.sessions()) == 2
    async with running() as page:
        assert "A workout is not recorded yet: w goes on with it" in page.text()
        await page.press("w")
        assert rows(page)[0].duration_s == 45
        await page.press("ctrl+s", "enter", "enter")
        assert [one.exercise for one in store.sessions()[-1].sets] == ["plank"]
        assert store.drafts() == {}
    async with running() as page:
        assert "not recorded yet" not in page.text()


async def test_a_draft_that_was_stored_has_last_times_sets_beside_it_again(before, running):
    async with running() as page:
        await page.press("w", *"squat", "enter", "9", "0", "enter", "escape")
    async with running() as page:
        await page.press("w")
        assert page.screen.query_one(SetTable).draft.blocks[0].ghost(0).weight_kg == 100


async def test_a_draft_whose_sets_are_taken_out_again_is_forgotten(before, running, store):
    async with running() as page:
        await page.press("w", *"plank", "enter", "4", "5", "enter", "up", "up", "x")
        assert exercises(page) == []
        assert store.drafts() == {}


async def test_the_draft_of_another_day_is_told_of_today_too(before, running, now):
    async with running() as page:
        await page.go("workout", day=(now - timedelta(days=3)).date())
        await page.press(*"plank", "enter", "4", "5", "enter", "escape")
        assert "A workout is not recorded yet: w goes on with it." in page.text()
        await page.press("t")
        assert "A workout of Sun 22 Nov is not recorded yet: g goes to that day." in page.text()


async def test_the_program_is_left_at_once_because_the_draft_is_kept(before, running, store):
    async with running() as page:
        await page.press("w", *"plank", "enter", "4", "5", "enter", "escape", "T", "ctrl+q")
        assert page.app._exit
    assert list(store.drafts()) == ["2026-11-25"]


@pytest.mark.of_files("a file that is moved away")
async def test_a_draft_that_cannot_be_kept_is_told_of_once_before_it_is_lost(before, running, url):
    async with running() as page:
        await page.press("w", *"plank", "enter")
        Path(url).rename(f"{url}-moved")
        await page.press("4", "5", "enter", "escape", "T", "ctrl+q")
        assert not page.app._exit
        said = " ".join(page.words("#said").split())
        assert "A workout is not recorded yet, and the journal cannot be written to" in said
        await page.press("ctrl+q")
        assert page.app._exit


# What the rules say.


async def test_what_the_workout_would_raise_is_told_while_it_is_written_with_a_way_out(
    before, running, store
):
    async with running() as page:
        await page.press("full_stop", "1", "5", "0", "enter")
        found = await outlook(page)
        assert [flag.rule for flag in found.flags] == ["spike-session-weight"]
        await page.settle()
        assert page.screen.query_one(WhatIf).display
        assert "jumped from 100 kg" in page.text()
        assert "not flagged when you take" in page.text()
        await page.press("u")
        assert (await outlook(page)).flags == ()
        assert len(store.sessions()) == 2


async def test_who_should_see_a_doctor_is_told_so_beside_the_workout_and_gets_no_sign_of_success(
    write, running
):
    write("symptom leg-numbness yes left")
    async with running() as page:
        await page.press("w", *"plank", "enter", "4", "5", "enter")
        assert (await outlook(page)).flags == ()
        await page.settle()
        assert "▲ See a doctor before training" in page.text()
        assert "– It would raise no flag beside those that are active." in page.text()


async def test_an_edited_workout_is_tried_in_the_place_of_the_one_that_is_there(write, running, store, now):
    write("squat 1x5 100kg", at=now - timedelta(days=7))
    write("squat 1x5 150kg", at=now - timedelta(days=1))
    async with running() as page:
        await page.go("workout", record=store.sessions()[-1])
        await page.press("1", "0", "2", "enter")
        assert (await outlook(page)).flags == ()


async def test_new_flags_are_told_after_saving(before, running):
    async with running() as page:
        await page.press("full_stop", "1", "5", "0", "enter", "ctrl+s", "8", "enter", "5", "5", "enter")
        await page.settle()
        assert "new caution: Squat: jumped from 100 kg" in page.words("#said")


# Templates.


async def test_a_workout_is_kept_as_a_template_used_and_deleted(before, running, store):
    async with running() as page:
        await page.press("full_stop", "m", *"legs", "enter")
        kept = store.rows(TemplateSet)
        assert [(one.template, one.position) for one in kept] == [("legs", place) for place in range(1, 8)]
        await page.press("x", "x", "m", "enter")
        assert exercises(page) == ["bench-press", "barbell-row", "squat", "bench-press", "barbell-row"]
        await page.press("m", "x")
        assert store.rows(TemplateSet) == []
        await page.press("escape", "u")
        assert len(store.rows(TemplateSet)) == 7
        await page.go("workout", template="legs")
        assert exercises(page)[-3:] == ["squat", "bench-press", "barbell-row"]


async def test_the_last_row_says_how_a_set_is_changed_added_and_taken_out(before, running):
    async with running(size=(120, 40)) as page:
        await page.press("full_stop")
        assert page.words("#keys").startswith("Enter edit a add set x remove . again Ctrl+S save m templates")
        await page.press("a")
        assert len(rows(page)) == 3
        await page.press("x")
        assert len(rows(page)) == 2


async def test_an_amount_that_is_typed_where_a_name_is_asked_for_is_refused_where_it_stands(before, running):
    async with running() as page:
        await page.press("w", *"80.5", "enter")
        assert fault(page) == "! '80.5' is no name of an exercise; write one such as squat or run"
        assert exercises(page) == []


async def test_a_new_exercise_cannot_be_called_by_a_word_that_lines_begin_with(before, running):
    async with running() as page:
        await page.press("w", *"ibuprofen", "enter")
        assert "lines that begin with 'ibuprofen' are read as something else" in fault(page)
        assert exercises(page) == []
