"""The first questions of an empty journal."""

from pathlib import Path

import pytest
from textual.widgets import Input

from journal.records import CheckIn, Condition
from journal.storage import open_store
from journal.tui.screens.first_start import FirstStart
from journal.vocabulary import ConditionName


def kept(url: str) -> tuple[dict[str, str], list[float | None], list[ConditionName]]:
    with open_store(url) as store:
        weights = [one.body_weight_kg for one in store.rows(CheckIn)]
        return store.profile(), weights, [one.condition for one in store.rows(Condition)]


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_an_empty_journal_asks_over_the_page_and_says_who_it_is_not_for(url, running, size):
    async with running(size=size) as page:
        assert isinstance(page.screen, FirstStart)
        said = str(page.screen.query_one("#not-for").render())
        for word in ("under 18", "pregnant", "surgery on the spine", "heart disease", "doctor"):
            assert word in said
        await page.press("escape")
        assert page.words("#title").startswith("Today")
        assert kept(url) == ({}, [], [])


@pytest.mark.of_files("a deleted file")
async def test_where_a_journal_was_deleted_its_backups_are_named(url, running):
    db = Path(url)
    copy = db.parent / "backups" / f"{db.stem}-2026-11-01.db"
    copy.parent.mkdir(exist_ok=True)
    with open_store(url) as store:
        store.backup(copy)
    db.unlink()
    async with running() as page:
        said = page.screen.query_one("#begun-anew")
        assert f"`journal restore {copy}` brings the latest back" in str(said.render())
        assert said.size.height > 1  # all of it is shown


async def test_a_journal_with_a_profile_is_not_asked(store, running):
    async with running() as page:
        assert not isinstance(page.screen, FirstStart)


async def test_the_answers_are_one_step(url, running, now):
    async with running() as page:
        page.screen.query_one("#weight", Input).value = "80,5"
        page.screen.query_one("#conditions").focus()
        await page.press("space", "down", "down", "space", "ctrl+s")
        assert kept(url) == (
            {"weight_unit": "kg", "distance_unit": "km"},
            [80.5],
            [ConditionName.ARTHRITIS, ConditionName.HERNIATED_DISC],
        )
        assert "80.5 kg" in page.text()
    with open_store(url) as store:
        store.undo(now=now)
        assert store.is_empty()


async def test_keys_alone_answer_in_pounds_and_miles(url, running):
    async with running() as page:
        await page.press("down", "space", "tab", "down", "space", "tab")
        await page.press(*"180")
        await page.press("tab", "space", "tab", "enter")
        assert kept(url) == (
            {"weight_unit": "lb", "distance_unit": "mi"},
            [81.647],
            [ConditionName.HERNIATED_DISC],
        )


async def test_enter_goes_from_question_to_question_and_changes_no_answer(url, running):
    async with running() as page:
        await page.press("enter", "enter", *"82", "enter")
        assert isinstance(page.screen, FirstStart)
        await page.press("space", "enter")
        assert isinstance(page.screen, FirstStart)
        await page.press("enter")
        assert kept(url) == (
            {"weight_unit": "kg", "distance_unit": "km"},
            [82],
            [ConditionName.HERNIATED_DISC],
        )
        told = "✓ your answers; : writes anything as one line, ? tells all keys"
        assert page.words("#said").startswith(told)


async def test_the_weight_is_asked_and_refused_in_the_unit_that_was_chosen(url, running):
    async with running() as page:
        assert "Body weight in kg" in page.words("#weight-asked")
        await page.press("down", "space", "enter", "enter", "0", "ctrl+s")
        assert "Body weight in lb" in page.words("#weight-asked")
        assert page.words("#fault") == "The weight needs a number from 3 to 999 lb, or nothing."


async def test_which_conditions_are_marked_is_read_without_colour(url, running):
    async with running() as page:
        page.screen.query_one("#conditions").focus()
        await page.press("down", "space")
        marked = [row.strip(" │") for row in page.text().splitlines() if "●" in row or "○" in row]
        assert [" ".join(row.split()) for row in marked[2:5]] == [
            "○ herniated disc",
            "● osteoporosis",
            "○ arthritis",
        ]


async def test_a_weight_that_cannot_be_is_refused_where_it_stands(url, running):
    async with running() as page:
        page.screen.query_one("#weight", Input).value = "0"
        await page.press("ctrl+s")
        assert isinstance(page.screen, FirstStart)
        assert "from 1 to 700" in page.words("#fault")
        assert kept(url) == ({}, [], [])


async def test_later_closes_it(url, running):
    async with running(size=(120, 40)) as page:
        await page.pilot.click("#later")
        await page.settle()
        assert not isinstance(page.screen, FirstStart)
