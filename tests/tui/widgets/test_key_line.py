"""The last row: as many keys as there is room for, and always the one that names all others."""

import pytest


@pytest.mark.parametrize(
    ("name", "keys"), [("today", ()), ("workout", ()), ("workout", ("escape",)), ("trends", ())]
)
@pytest.mark.parametrize("width", [30, 60, 80])
async def test_the_key_that_names_all_keys_is_always_there(write, running, width, name, keys):
    write("squat 2x5 100kg")
    async with running(size=(width, 24)) as page:
        if name != "today":
            await page.go(name)
        await page.press(*keys)
        last = page.text().split("\n")[-1].strip()
        assert last.endswith("keys")
        assert len(last) <= width


async def test_where_there_is_little_room_the_last_keys_go_first(store, running):
    async with running(size=(40, 20)) as page:
        await page.go("trends")
        assert page.words("#keys") == "- + span s show Esc back ? keys"
        await page.pilot.resize_terminal(80, 24)
        await page.settle()
        assert "v as text" in page.words("#keys")
        assert page.words("#keys").endswith("[ ] weeks Esc back ? keys")
