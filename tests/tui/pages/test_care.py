"""Care: a kind by its number, what it was last time by Enter, and what to know before beside it."""

from datetime import timedelta

import pytest

from journal.records import Care
from journal.tui.screens.today import TodayScreen
from journal.tui.widgets.care_aside import CareAside
from journal.tui.widgets.care_kinds import CareKinds
from journal.tui.widgets.form import Form
from journal.tui.widgets.form.answers import TextAnswer
from journal.vocabulary import CareKind, Drug, Region, Side

SIZES = ((80, 24), (120, 40))


@pytest.fixture
def before(write, now) -> None:
    """A back that hurts, and what was done against it."""
    write("massage knee 10m no direct", at=now - timedelta(days=4))
    write("paracetamol 1g", at=now - timedelta(days=3))
    write("ibuprofen 2x200", at=now - timedelta(days=1))
    write("pain lower back left 4 stiff", at=now - timedelta(hours=9))
    write("ibuprofen 400", at=now - timedelta(hours=7))
    write("ice lower back 15m wrapped", at=now - timedelta(hours=5))


def care(store):
    """All care, the newest last."""
    return store.rows(Care)


def put(page, name, text):
    """Write into a field, all at once."""
    row = next(row for row in page.screen.query_one(Form).rows if row.field.name == name)
    row.query_one(TextAnswer).value = text


def so_far(page):
    """The facts beside the form."""
    parts = page.screen.query_one(CareAside).parts
    return next(part.lines for part in parts if part.heading == "So far")


async def test_ice_as_last_time_takes_seven_keys(running, before, store, now):
    async with running() as page:
        await page.press("c", "1", *["enter"] * 5)
        assert isinstance(page.screen, TodayScreen)
    made = care(store)[-1]
    assert (made.kind, made.region, made.side) == (CareKind.COLD, Region.LOWER_BACK, Side.LEFT)
    assert (made.duration_min, made.wrapped, made.at) == (15, True, now)


async def test_what_is_only_offered_is_not_recorded(running, before, store):
    async with running() as page:
        await page.press("c", "1", "ctrl+s")
    made = care(store)[-1]
    assert made == Care(id=made.id, at=made.at, kind=CareKind.COLD)


async def test_another_painkiller_offers_its_own_last_dose(running, before, store):
    async with running(size=(120, 40)) as page:
        await page.press("c", "2", "p", "enter")
        assert "→ paracetamol" in page.text()
        await page.press("enter")
        assert page.words("#form-preview") == "→ paracetamol 1000 mg"
        assert so_far(page)[0] == "paracetamol last 24 h: 0 mg, with this one 1000 mg, a flag over 3000 mg"
        await page.press("enter", "u")
        assert "took back paracetamol, 1000 mg" in page.words("#said")
    assert len(care(store)) == 5


async def test_looking_at_the_kinds_shows_what_each_has(running, store):
    async with running() as page:
        await page.press("c", "down", "down")
        kinds = page.screen.query_one(CareKinds)
        assert kinds.kind is CareKind.WARM_BATH
        assert [row.field.name for row in page.screen.query_one(Form).rows] == [
            "duration_min",
            "note",
            "when",
        ]


async def test_what_was_typed_stays_when_the_kind_is_another_one(running, store):
    async with running() as page:
        await page.press("c", "1")
        put(page, "region", "knee")
        await page.press("tab", "r", "shift+tab", "shift+tab", "2", "ctrl+s")
    (made,) = care(store)
    assert (made.kind, made.region, made.side) == (CareKind.HEAT, Region.KNEE, Side.RIGHT)


async def test_care_that_is_left_is_said_not_to_be_recorded_when_anything_was_typed(running, store):
    async with running() as page:
        await page.press("c", "1", "escape")
        assert page.words("#said") == ""
        await page.press("c", "1", *"knee", "escape")
        assert page.words("#said").startswith("! Left, and not recorded: cold, knee")
        assert store.rows(Care) == []


async def test_care_that_was_left_is_there_again_on_its_day_until_it_is_recorded(running, store):
    async with running() as page:
        await page.press("c", "2", *"knee", "tab", "tab", *"15", "escape")
        assert "c brings it back" in " ".join(page.words("#said").split())
        await page.press("left_square_bracket", "c")
        assert page.screen.query_one(Form).written() == {}
        await page.press("escape", "t", "c")
        assert page.screen.query_one(CareKinds).kind is CareKind.HEAT
        await page.press("enter", "ctrl+s")
        (made,) = care(store)
        assert (made.kind, made.region, made.duration_min) == (CareKind.HEAT, Region.KNEE, 15)
        await page.press("c")
        assert page.screen.query_one(Form).written() == {}


async def test_a_change_of_care_that_was_left_is_there_again_when_it_is_opened(running, before, store):
    there = care(store)[-1]
    async with running() as page:
        await page.go("care", record=there)
        page.screen.query_one(Form).begin("duration_min")
        await page.press(*"25", "escape")
        assert "Enter on it brings it back" in " ".join(page.words("#said").split())
        await page.go("care", record=there)
        await page.press("ctrl+s")
    assert store.get(Care, there.key) == there.but(duration_min=25)


async def test_an_entry_that_is_there_is_changed_as_one_step(running, before, store):
    there = care(store)[-1]
    async with running() as page:
        await page.go("care", record=there)
        assert page.screen.query_one(CareKinds).kind is CareKind.COLD
        page.screen.query_one(Form).begin("duration_min")
        await page.press(*"25", "ctrl+s")
        assert store.get(Care, there.key) == there.but(duration_min=25)
        await page.press("u")
    assert store.get(Care, there.key) == there


async def test_a_day_that_is_past_is_written_to_and_shown_again(running, store, now):
    async with running() as page:
        await page.press("left_square_bracket", "c", "1", "ctrl+s")
        assert page.screen.day == now.date() - timedelta(days=1)
    (made,) = care(store)
    assert (made.day, made.time_known) == (now.date() - timedelta(days=1), False)


async def test_a_time_before_now_can_be_told_and_its_day_is_shown(running, store, now):
    async with running() as page:
        await page.press("c", "1")
        put(page, "when", "yesterday 20:00")
        await page.settle()
        assert page.words("#form-preview") == "→ cold (2026-11-24 20:00)"
        await page.press("ctrl+s")
        assert page.screen.day == now.date() - timedelta(days=1)
    assert care(store)[0].at == now.replace(day=24, hour=20, minute=0)


async def test_the_mouse_takes_a_kind_and_saves(running, store):
    async with running() as page:
        await page.press("c")
        await page.pilot.click("#care-kinds", offset=(4, 2))
        await page.settle()
        await page.pilot.click("#form-save")
        await page.settle()
    assert care(store)[0].kind is CareKind.HEAT


async def test_what_helps_and_what_is_flagged_comes_from_the_rules(running, before):
    async with running(size=(120, 40)) as page:
        await page.press("c")
        told = {part.heading: part.lines for part in page.screen.query_one(CareAside).parts}
        assert "child's pose (30 to 60 s)" in told["Relief"][0]
        assert told["Flagged"][0].startswith("more than 20 min at a time; ")


async def test_thresholds_of_the_writer_are_told(running, before):
    own = {"analgesic-dose": {"ibuprofen_mg": 900}}
    async with running(size=(120, 40), parameters=own) as page:
        await page.press("c", "2", "enter", "enter")
        assert so_far(page)[0] == "ibuprofen last 24 h: 400 mg, with this one 800 mg, a flag over 900 mg"


async def test_a_small_terminal_and_back_loses_nothing(running, before, store):
    async with running(size=(120, 40)) as page:
        await page.press("c", "2", "enter", *"600")
        await page.pilot.resize_terminal(60, 20)
        await page.settle()
        await page.pilot.resize_terminal(120, 40)
        await page.press("ctrl+s")
    assert (care(store)[-1].drug, care(store)[-1].dose_mg) == (Drug.IBUPROFEN, 600)


@pytest.mark.parametrize("size", SIZES)
def test_ice(before, seen, size):
    assert seen(size, "1", "enter", "enter", page="care")


@pytest.mark.parametrize("size", SIZES)
def test_a_painkiller(before, seen, size):
    assert seen(size, "2", "enter", "enter", page="care")


@pytest.mark.parametrize("size", SIZES)
def test_a_clearance_in_an_empty_journal(store, seen, size):
    assert seen(size, "end", page="care")
