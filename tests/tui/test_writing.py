"""One key for a glass, undo and redo, changing and taking out entries: what stands in the journal afterwards."""

from datetime import timedelta
from uuid import UUID

from textual.widgets import Input

from journal.records import CheckIn, Drink, Pain, ProfileEntry, Session, Set, Urine, Workout


async def test_h_records_one_glass_at_once(store, running):
    async with running() as page:
        await page.press("h")
        await page.press("h")
        assert [(one.volume_ml, one.drink) for one in store.rows(Drink)] == [(250, "water"), (250, "water")]
        assert "2 glasses" in page.text()
        assert page.screen.focused.id == "day"


async def test_the_glass_is_the_writers_own(store, running, now):
    store.record([ProfileEntry(key="glass_ml", value="330")], now=now)
    async with running() as page:
        await page.press("h")
        assert [one.volume_ml for one in store.rows(Drink)] == [330]


async def test_undo_says_what_it_took_back_and_redo_brings_it_again(store, running):
    async with running() as page:
        await page.press("h")
        await page.press("u")
        assert store.rows(Drink) == []
        assert page.words("#said") == "✓ took back water, 250 ml"
        await page.press("U")
        assert len(store.rows(Drink)) == 1
        await page.press("u", "ctrl+y")
        assert len(store.rows(Drink)) == 1


async def test_nothing_to_redo_is_said(store, running):
    async with running() as page:
        await page.press("U")
        assert page.words("#said") == "! There is nothing to do again."


async def test_an_entry_is_edited_as_its_line_and_keeps_its_id_and_time(store, write, running, now):
    write("16:05 pain knee left 4 stiff // on the stairs", at=now.replace(second=17))
    before = store.rows(Pain)[0]
    async with running() as page:
        await page.press("e")
        line = page.screen.query_one(Input)
        assert line.value == "16:05 pain left knee 4 stiff // on the stairs"
        await page.enter(line.value.replace(" 4 ", " 6 "))
        assert store.rows(Pain) == [before.but(score=6)]
        assert page.screen.focused.id == "day"
        await page.press("u")
        assert store.rows(Pain) == [before]


async def test_enter_and_a_double_click_edit_too(store, write, running):
    write("16:05 water 300")
    async with running() as page:
        await page.press("enter")
        assert page.screen.query_one(Input).value == "16:05 water 300ml"
        await page.press("escape")
        await page.pilot.double_click("#day", offset=(10, 1))
        await page.settle()
        assert page.screen.query_one(Input).value == "16:05 water 300ml"


async def test_leaving_the_bar_forgets_the_edit(store, write, running):
    write("16:05 water 300")
    async with running() as page:
        await page.press("e", "escape", "colon")
        await page.enter("17:00 coffee 200")
        assert [one.volume_ml for one in store.rows(Drink)] == [300, 200]


async def test_an_edit_that_changes_nothing_is_no_step(store, write, running, now):
    write("16:05 water 300")
    async with running() as page:
        await page.press("e", "enter")
        assert page.words("#said") == "✓ Nothing was changed."
        assert "took back water" in store.undo(now=now).summary


async def test_an_edit_with_a_doubt_stays_in_the_bar(store, write, running):
    write("16:05 water 300")
    async with running() as page:
        await page.press("e")
        await page.enter("16:05 water 2")
        assert page.screen.query_one(Input).value == "16:05 water 2"
        assert store.rows(Drink)[0].volume_ml == 300
        await page.enter("16:05 water 400")
        assert store.rows(Drink)[0].volume_ml == 400


async def test_a_workout_is_edited_as_one_line(store, write, running):
    write("16:05 squat 2x5 100kg @8; bench 2x8 60", "session 55min @7")
    before = store.sessions()[0]
    async with running() as page:
        await page.press("e")
        line = page.screen.query_one(Input)
        await page.enter(line.value.replace("2x5 100kg", "3x5 105kg").replace("55min", "50min"))
        (after,) = store.sessions()
        assert after.workout == before.workout.but(duration_min=50)
        assert [(one.exercise, one.reps, one.weight_kg) for one in after.sets] == [
            *[("squat", 5, 105)] * 3,
            *[("bench-press", 8, 60)] * 2,
        ]


async def test_what_no_line_can_say_survives_an_edit(store, running, now):
    workout = Workout(
        id=UUID(int=1),
        started_at=now - timedelta(hours=2),
        kind="strength",
        title="Push day",
        source="strong",
    )
    squat = Set(workout_id=workout.id, position=1, exercise="squat", reps=5, weight_kg=100, note="belt")
    store.record([Session(workout, (squat,))], now=now)
    async with running() as page:
        await page.press("e")
        line = page.screen.query_one(Input)
        await page.enter(line.value.replace("100kg", "110kg"))
        assert store.sessions() == [Session(workout, (squat.but(weight_kg=110),))]


async def test_an_entry_can_become_another_kind(store, write, running):
    write("16:05 water 300")
    async with running() as page:
        await page.press("e")
        await page.enter("16:05 urine 3")
        assert store.rows(Drink) == []
        assert [one.color for one in store.rows(Urine)] == [3]


async def test_x_takes_an_entry_out_and_undo_brings_it_back(store, write, running):
    write("16:05 water 300", "17:00 coffee 200")
    async with running() as page:
        await page.press("up", "x")
        assert [one.drink for one in store.rows(Drink)] == ["coffee"]
        assert page.words("#said") == "✓ removed water, 300 ml"
        await page.press("u")
        assert len(store.rows(Drink)) == 2
        await page.press("delete")
        assert len(store.rows(Drink)) == 1


async def test_a_workout_goes_with_its_sets(store, write, running):
    write("16:05 squat 2x5 100kg; bench 2x8 60")
    async with running() as page:
        await page.press("x")
        assert store.sessions() == []
        assert store.rows(Set) == []
        await page.press("u")
        assert len(store.rows(Set)) == 4


async def test_an_entry_that_somebody_changed_meanwhile_is_not_overwritten(store, write, running, now):
    write("16:05 water 300")
    async with running() as page:
        await page.press("e")
        store.undo(now=now)
        await page.enter("16:05 water 400")
        assert store.rows(Drink) == []
        assert "not in the journal any more" in page.words("#said")


async def test_the_cursor_follows_the_new_entry(store, write, running):
    write("08:00 water 300", "17:00 coffee 200")
    async with running() as page:
        await page.press("colon")
        await page.enter("12:00 tea 250")
        assert page.screen.query_one("#day").chosen.words == "tea 250 ml"


async def test_undo_and_redo_name_days_as_the_screens_do(store, running):
    async with running() as page:
        for line in ("2025-10-21 sleep 7", "sun squat 2x5 100kg", "sun session 55min"):
            await page.press("colon")
            await page.enter(line)
        await page.press("escape", "u")
        assert page.words("#said") == "✓ took back the change of strength workout of Sun 22 Nov"
        await page.press("U")
        assert page.words("#said") == "✓ changed strength workout of Sun 22 Nov"
        await page.press("u", "u", "u")
        assert page.words("#said") == "✓ took back check-in of Tue 21 Oct 2025"


async def test_a_check_in_that_is_moved_to_a_day_that_has_one_is_refused_in_words_that_say_what_to_do(
    store, running
):
    async with running() as page:
        for line in ("tue sleep 6", "sleep 7 stress 3"):
            await page.press("colon")
            await page.enter(line)
        await page.press("escape", "e")
        await page.enter("tue sleep 7 stress 3")
        said = " ".join(page.words("#said").split())
        assert said == "! Tue 24 Nov has a check-in already: add to that one, or take it out first."
        assert page.screen.bar.line == "tue sleep 7 stress 3"  # it is still there to be put right
        assert [one.sleep_h for one in store.rows(CheckIn)] == [6, 7]
        await page.enter("mon sleep 7 stress 3")
        assert [(one.date.day, one.sleep_h) for one in store.rows(CheckIn)] == [(23, 7), (24, 6)]
