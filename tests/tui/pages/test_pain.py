"""The Pain page: a place, a score, Enter; the rest as far as one wants to tell it."""

from datetime import timedelta
from uuid import UUID

import pytest
from rich.cells import cell_len

from journal.body import Place, parts
from journal.records import Pain, Workout
from journal.tui.widgets.body_map import BodyMap
from journal.vocabulary import Region, Side

SIZES = ((80, 24), (120, 40))
EVERY_SIZE = ((60, 20), *SIZES)
LEFT_BACK = Place(Region.LOWER_BACK, Side.LEFT)
KNEE = Place(Region.KNEE, Side.RIGHT)


def of(pain: Pain) -> tuple[Place, int]:
    return Place(pain.region, pain.side), pain.score


@pytest.fixture
def hurt(write) -> None:
    """A knee on Monday, the lower back yesterday, a workout today."""
    write("mon 08:00 pain knee right 2 dull", "yesterday 19:00 pain lower back left 4 dull stiff to thigh")
    write("16:05 squat 2x5 100kg @8; bench 2x8 60; row 3x10 50", "session 55min @7 warmup 10")


@pytest.fixture
def last(store):
    """The entry that was recorded last."""
    return lambda: max(store.rows(Pain), key=lambda one: one.at)


async def test_a_recent_place_takes_four_keys_and_brings_nothing_else_along(hurt, running, last, now):
    async with running() as page:
        await page.press("p", "1", "4", "enter")
        await page.press("escape")
        assert page.screen is page.app.screen_stack[0]
        assert "pain lower back, left: 4" in page.text()
    pain = last()
    assert pain == Pain(id=pain.id, at=now, region="lower-back", side="left", score=4)


async def test_without_any_entry_one_is_the_lower_back(store, running, last):
    async with running() as page:
        await page.press("p", "1", "0", "enter")
    assert of(last()) == (Place(Region.LOWER_BACK), 0)


async def test_one_and_zero_are_ten(hurt, running, last):
    async with running() as page:
        await page.press("p", "2", "1", "0", "enter", "escape")
    assert of(last()) == (KNEE, 10)


async def test_keys_typed_without_waiting_arrive_in_their_order(hurt, running, last, now):
    async with running() as page:
        await page.press("p", "1", "6", "tab", "space", "right", "space", "tab", "enter")
        await page.settle()
    pain = last()
    assert (of(pain), pain.at) == ((LEFT_BACK, 6), now)
    assert set(pain.qualities) == {"dull", "ache"}


async def test_it_is_one_step_that_u_takes_back(hurt, running, store):
    async with running() as page:
        await page.press("p", "2", "4", "enter", "u")
        assert len(store.rows(Pain)) == 2


async def test_the_map_by_arrows(store, running, last):
    async with running() as page:
        await page.go("pain")
        await page.press("down")
        assert page.screen.draft.place == Place(Region.LOWER_BACK, Side.CENTER)
        await page.press("left", "up", "3", "enter")
    assert of(last()) == (Place(Region.MID_BACK, Side.LEFT), 3)


async def test_the_map_by_mouse(store, running):
    """That every part can be hit, at every size, is held by the tests of the map."""
    async with running() as page:
        await page.go("pain")
        body = page.screen.query_one(BodyMap)
        (wrist,) = (part for part in parts() if part.name == "wrist, right (back)")
        x, y = body.picture.labels[wrist]
        await page.pilot.click(body, offset=(x, y + 2))
        assert page.screen.draft.place == wrist.place


async def test_a_score_by_mouse(hurt, running, last):
    async with running() as page:
        await page.go("pain")
        await page.press("1")
        await page.pilot.click("#score", offset=(9 + 2 * 6 + 1, 0))
        await page.press("enter")
    assert of(last()) == (LEFT_BACK, 6)


async def test_the_list_by_keys(hurt, running, last):
    async with running() as page:
        await page.go("pain")
        await page.press("v")
        assert not page.screen.query_one(BodyMap).display
        assert "yesterday, dull, stiff" in page.text()
        await page.press("down", "7", "enter")
    assert of(last()) == (KNEE, 7)


async def test_from_the_questions_back_to_the_list_and_to_the_day(hurt, running):
    async with running() as page:
        await page.go("pain")
        await page.press("v", "down", "7", "shift+tab")
        assert page.screen.focused is page.screen.query_one("#places")
        await page.press("tab", "escape", "escape")
        assert page.screen is page.app.screen_stack[0]


async def test_the_list_by_mouse_and_a_place_that_is_not_recent(hurt, running, last):
    async with running() as page:
        await page.go("pain")
        await page.pilot.click("#places", offset=(8, 4))
        assert page.screen.draft.place == Place(Region.HEAD)
        await page.press("2", "enter")
    assert of(last()) == (Place(Region.HEAD), 2)


async def test_enter_in_the_list_takes_the_place_and_enter_after_the_score_records(hurt, running, last):
    async with running() as page:
        await page.go("pain")
        await page.press("tab", "down", "enter")
        assert page.screen.draft.place == KNEE
        await page.press("enter")
        assert "How bad is it?" in page.text()
        await page.press("5", "enter")
    assert of(last()) == (KNEE, 5)


async def test_enter_on_the_map_takes_the_place_without_a_word_and_a_score_answers_what_was_asked_for(
    store, running, last
):
    async with running() as page:
        await page.go("pain")
        await page.press("down", "enter")
        assert page.words("#said") == ""
        await page.press("enter")
        assert "How bad is it?" in page.words("#said")
        await page.press("5")
        assert page.words("#said") == ""
        await page.press("enter")
    assert of(last()) == (Place(Region.LOWER_BACK, Side.CENTER), 5)


async def test_a_pain_that_is_left_is_said_not_to_be_recorded(hurt, running, store):
    async with running() as page:
        await page.press("p", "1", "escape")
        assert page.words("#said") == ""  # no score: nothing was lost
        await page.press("p", "1", "4", "escape")
        assert page.words("#said").startswith("! Left, and not recorded: pain")
        assert "p brings it back" in " ".join(page.words("#said").split())
        assert len(store.rows(Pain)) == 2


async def test_a_pain_that_was_left_is_there_again_on_its_day_until_it_is_recorded(
    hurt, running, last, store
):
    async with running() as page:
        await page.press("p", "1", "4", "tab", "right", "space", "escape", "T")
        await page.press("p")
        left = page.screen.draft
        assert (left.place, left.score, len(left.qualities)) == (Place(Region.LOWER_BACK, Side.LEFT), 4, 1)
        assert "Enter records it" in page.words("#said")
        await page.press("escape", "left_square_bracket", "p")
        assert page.screen.draft.place is None
        await page.press("escape", "t", "p", "enter")
        assert of(last()) == (Place(Region.LOWER_BACK, Side.LEFT), 4)
        assert last().qualities == left.qualities
        await page.press("escape")  # the questions
        await page.go("pain")
        assert page.screen.draft.place is None
    assert len(store.rows(Pain)) == 3


async def test_what_was_left_gives_way_to_a_pain_that_is_typed_without_looking(hurt, running, last):
    async with running() as page:
        await page.press("p", "1", "4", "tab", "right", "space", "escape", "escape", "p", "2", "3", "enter")
    assert of(last()) == (Place(Region.KNEE, Side.RIGHT), 3)
    assert last().qualities == ()


async def test_backspace_takes_back_all_that_was_left(hurt, running):
    async with running() as page:
        await page.press("p", "1", "4", "tab", "right", "space", "escape", "escape", "p")
        await page.press("backspace", "backspace", "backspace", "escape")
        assert "not recorded" not in page.words("#said")
        await page.press("p")
        assert page.screen.draft.qualities == ()


async def test_a_change_of_a_pain_that_was_left_is_there_again_when_it_is_opened(hurt, running, last):
    async with running() as page:
        await page.go("pain", record=last())
        await page.press("9", "escape")
        assert "Enter on it brings it back" in " ".join(page.words("#said").split())
        await page.go("pain")
        assert page.screen.draft.place is None
        await page.go("pain", record=last())
        assert page.screen.draft.score == 9


async def test_letters_set_the_side(hurt, running, last):
    async with running() as page:
        await page.press("p", "2", "3")
        for key, side in (("l", Side.LEFT), ("b", Side.BOTH), ("r", Side.RIGHT)):
            await page.press(key)
            assert page.screen.draft.place == Place(Region.KNEE, side)
        await page.press("l", "enter")
    assert of(last()) == (Place(Region.KNEE, Side.LEFT), 3)


async def test_the_rows(hurt, store, running, last):
    async with running(size=(120, 40)) as page:
        await page.press("p", "1", "4", "tab")
        await page.press("space", "right", "right", "space")
        await page.press("tab", "right", "space")
        await page.press("tab", "space")
        await page.press("tab", "space", "right", "space", "space")
        await page.press("tab", "right", "space")
        page.screen.query_one("#began Input").value = "17:00"
        page.screen.query_one("#when Input").value = "17:30"
        await page.press("tab", "tab", "tab", "tab", *"a [b]")
        await page.settle()
        text = page.text()
        for said in ("■ dull", "● right after", "● thigh", "✓ sudden", "✗ no limit", "● lift", "[4]"):
            assert said in text, said
        await page.press("tab", "space", "enter")
    pain, workout = last(), store.rows(Workout)[0]
    assert (set(pain.qualities), pain.context, pain.radiates_to) == (
        {"dull", "stiff"},
        "right-after",
        "thigh",
    )
    assert (pain.sudden, pain.limits_movement, pain.swelling) == (True, False, None)
    assert (pain.mechanism, f"{pain.onset_at:%H:%M}", f"{pain.at:%H:%M}") == ("lift", "17:00", "17:30")
    assert (pain.note, pain.workout_id) == ("a [b]", workout.id)


async def test_digits_set_the_score_from_every_row_but_in_a_text(hurt, running, last):
    async with running() as page:
        await page.press("p", "1", "4", "tab", "tab", "6")
        assert page.screen.draft.score == 6
        await page.press("shift+tab", "shift+tab", "shift+tab", "2")
        page.screen.query_one("#note Input").focus()
        await page.press("9", "enter")
    assert (last().score, last().note) == (2, "9")


async def test_backspace_takes_the_score_back_and_then_the_place(hurt, running):
    async with running() as page:
        await page.press("p", "1", "4", "backspace")
        assert (page.screen.draft.place, page.screen.draft.score) == (LEFT_BACK, None)
        await page.press("backspace", "2", "5")
        assert (page.screen.draft.place, page.screen.draft.score) == (KNEE, 5)


async def test_escape_goes_back_to_the_place_and_then_to_the_day(hurt, running, store):
    async with running() as page:
        await page.press("p", "1", "4", "tab", "tab", "escape")
        assert page.screen.focused is page.screen.query_one(BodyMap)
        await page.press("escape")
        assert page.screen is page.app.screen_stack[0]
        assert len(store.rows(Pain)) == 2


async def test_what_was_said_last_time_is_offered_and_not_recorded(hurt, running, last):
    async with running() as page:
        await page.press("p", "1")
        text = page.text()
        assert "last time 4, yesterday" in text
        assert "◌ dull  ◌ stiff" in text
        assert "◌ thigh" in text
        await page.press("3", "enter")
    assert (last().qualities, last().radiates_to) == ((), None)


async def test_before_ten_it_is_one_of_waking_up_unless_that_is_taken_away(store, running, now):
    """Which hours count as early is held by the tests of the draft."""
    early = now.replace(hour=9, minute=0)
    async with running(clock=lambda: early) as page:
        await page.press("p", "1", "4")
        assert "● on waking" in page.text()
        await page.press("enter", "escape", "p", "1", "3", "tab", "tab", "space")
        assert "on waking" not in page.words("#preview")
        await page.press("enter")
    assert {one.score: one.context for one in store.rows(Pain)} == {4: "on-waking", 3: None}


async def test_right_after_a_workout_that_is_offered(store, write, running, last):
    write("17:00 squat 2x5 100kg", "session 60min")
    async with running() as page:
        await page.press("p", "1", "4")
        assert "◌ right after" in page.text()
        await page.press("tab", "tab", "space", "enter")
    assert last().context == "right-after"


async def test_the_workout_it_comes_after_is_shown_as_the_rules_link_it_and_not_recorded(
    store, write, running, last
):
    write("2026-11-24 17:00 squat 2x5 100kg", "2026-11-24 session 60min")
    write("16:05 bench 2x8 60", "session 60min")
    async with running(size=(120, 40)) as page:
        await page.press("p", "1", "4")
        assert "◌ squat, yesterday" in page.text()
        assert "○ bench press, 1 h ago" in page.text()
        await page.press("enter")
    assert last().workout_id is None


async def test_a_pain_can_be_back_dated_and_the_day_that_it_was_written_for_is_shown(
    hurt, running, store, now
):
    async with running() as page:
        await page.press("p", "2", "4")
        page.screen.query_one("#when Input").value = "yesterday 18:00"
        await page.press("enter")
        assert page.screen.day == now.date() - timedelta(days=1)
        assert "pain knee, right: 4 (yesterday 18:00)" in page.words("#said")
    assert of(store.rows(Pain, since=now.date() - timedelta(days=1))[0]) == (KNEE, 4)


async def test_a_time_that_is_to_come_is_refused_and_nothing_is_lost(hurt, running, store):
    async with running() as page:
        await page.press("p", "2", "4")
        page.screen.query_one("#when Input").value = "23:50"
        await page.press("enter")
        assert "in the future" in page.words("#said")
        assert len(store.rows(Pain)) == 2
        page.screen.query_one("#when Input").value = ""
        await page.press("enter")
    assert len(store.rows(Pain)) == 3


async def test_a_day_that_is_past_writes_for_that_day(hurt, running, store, now):
    day = now.date() - timedelta(days=3)
    async with running() as page:
        await page.go("pain", day=day)
        await page.press("1", "5")
        assert "that day, or 14:30" in page.text()
        await page.press("enter")
    pain = store.rows(Pain, since=day, until=day)[0]
    assert (pain.score, pain.time_known) == (5, False)


async def test_an_entry_is_edited_and_keeps_what_the_page_does_not_show(store, now, running):
    pain = Pain(
        id="6f2b1f52-5b0d-4a7e-9e35-0f8f4a1f8d11",
        at=now - timedelta(hours=2, seconds=13),
        region="lower-back",
        side="left",
        score=6,
        qualities=("sharp",),
        context="during",
        flare=True,
        note="first\n\nsecond",
        source="elsewhere",
    )
    store.record([pain], now=now)
    async with running() as page:
        await page.go("pain", record=pain)
        text = page.text()
        for said in ("[6]", "■ sharp", "● during", "✓ flare", "2026-11-25 16:29", "first second"):
            assert said in text, said
        await page.press("enter")
        assert "Nothing was changed." in page.words("#said")
        await page.press("3", "tab", "space", "enter")
        assert page.screen is page.app.screen_stack[0]
        assert store.rows(Pain) == [pain.but(score=3, qualities=())]
        await page.press("u")
    assert store.rows(Pain) == [pain]


async def test_red_flag_questions_are_put_on_the_page_of_the_day(store, running):
    from journal.tui.screens.questions import Questions

    async with running() as page:
        await page.press("p", "1", "9", "enter")
        assert isinstance(page.screen, Questions)


async def test_the_entry_bar_works_here_too(hurt, running, store):
    async with running() as page:
        await page.press("p", "colon")
        await page.enter("pain hip left 3")
        assert len(store.rows(Pain)) == 3
        assert page.screen.view.recent[0] == Place(Region.HIP, Side.LEFT)
        await page.press("escape")
        assert page.screen.focused is page.screen.query_one(BodyMap)


async def test_an_entry_of_another_terminal_is_shown(store, write, running):
    async with running() as page:
        await page.go("pain")
        write("07:00 pain neck 5")
        page.screen.look_around()
        await page.settle()
        assert page.screen.view.scores == {Place(Region.NECK): 5}


HOSTILE = ("[/] [@click=app.quit]x[/] 日本語のメモ 👩‍👩‍👧 \x1b[31mred\u202e a\\", "long " * 2000)


@pytest.mark.parametrize("size", EVERY_SIZE)
async def test_hostile_texts_break_nothing(store, now, running, size):
    workout = Workout(id=UUID(int=1), started_at=now, kind="other", title="[/] 日本" * 90)
    notes = {UUID(int=place): note for place, note in enumerate(HOSTILE, 2)}
    pains = [Pain(id=key, at=now, region="knee", score=3, note=note) for key, note in notes.items()]
    store.record([workout, *pains], now=now)
    async with running(size=size) as page:
        for pain in pains:
            await page.go("pain", record=pain)
            text = page.text()
            assert "\x1b" not in text
            assert all(cell_len(row) <= size[0] for row in text.splitlines())
            await page.press("4", "shift+tab", "enter", "escape")
        assert page.app.return_code is None
    assert store.rows(Pain) == [pain.but(score=4) for pain in pains]


async def test_enter_twice_records_once(hurt, running, store):
    async with running() as page:
        await page.go("pain")
        page.send("2", "4", "enter", "enter")
        await page.settle()
    assert len(store.rows(Pain)) == 3


async def test_a_small_terminal_and_back(hurt, running):
    async with running(size=(120, 40)) as page:
        await page.press("p", "1", "4", "tab", "space")
        before = page.text()
        await page.pilot.resize_terminal(60, 20)
        await page.settle()
        assert "[4]" in page.text()
        await page.press("escape", "v", "v", "up", "down")
        await page.pilot.resize_terminal(120, 40)
        await page.press("tab")
        await page.settle()
        assert page.text() == before


async def test_at_sixty_columns_one_figure_and_the_questions(hurt, running):
    async with running(size=(60, 20)) as page:
        await page.press("p", "1", "4")
        text = page.text()
        assert "back" in text.splitlines()[2]
        assert "front" not in text
        for said in ("[4]", "Feels", "Note", "pain lower back, left: 4"):
            assert said in text, said
        await page.press("v")
        assert "yesterday, dull, stiff" in page.text()
        await page.press("tab")
        assert "❯ Feels" in page.text()


@pytest.mark.parametrize("size", SIZES)
def test_where_does_it_hurt(hurt, seen, size):
    assert seen(size, page="pain")


@pytest.mark.parametrize("size", SIZES)
def test_what_is_it_like(hurt, seen, size):
    assert seen(size, "1", "7", "tab", "space", "tab", page="pain")


def test_the_list_alone_in_the_light_theme(hurt, seen):
    assert seen((80, 24), "v", "down", page="pain", theme="journal-light")
