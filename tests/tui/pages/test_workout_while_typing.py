"""What the rules would say of a workout follows what is typed, before it is taken."""

from datetime import timedelta

import pytest

from journal.tui.widgets.sets import SetTable


@pytest.fixture
def before(write, now):
    """Two workouts of the last weeks."""
    write("squat 2x5 100kg", at=now - timedelta(days=14))
    write("squat 2x5 100kg @8", at=now - timedelta(days=7))


async def raised(page):
    """The rules that would fire, once they have been asked."""
    await page.until(lambda: not page.screen.waiting)
    return [flag.rule for flag in page.screen.outlook.flags]


async def test_a_weight_that_jumps_is_flagged_while_it_stands_in_its_cell(before, running, store):
    async with running() as page:
        await page.press("full_stop")
        assert "spike-session-weight" not in await raised(page)
        await page.press("1", "8", "0")
        assert "spike-session-weight" in await raised(page)
        assert page.screen.query_one(SetTable).draft.blocks[0].rows[0].weight_kg == 100
        await page.press("escape")
        assert "spike-session-weight" not in await raised(page)
        assert len(store.sessions()) == 2


async def test_what_is_not_understood_is_not_tried(before, running):
    async with running() as page:
        await page.press("full_stop")
        said = await raised(page)
        await page.press("1", "x")
        assert await raised(page) == said
