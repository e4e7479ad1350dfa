"""What lies below a page does nothing until it is seen again."""


async def test_a_page_is_seen_below_a_dialogue_and_not_below_another_page(running, store):
    async with running() as page:
        today = page.screen
        await page.press("question_mark")
        assert page.screen is not today
        assert today.is_current
        await page.press("escape")
        await page.go("trends")
        assert page.screen.is_current
        assert not today.is_current
        await page.press("escape")
        assert page.screen is today
        assert today.is_current


async def test_what_was_written_on_a_page_is_shown_on_the_one_below_when_it_is_seen_again(running, store):
    async with running() as page:
        await page.go("trends")
        await page.press("colon")
        await page.enter("water 300")
        await page.press("escape")
        await page.press("escape")
        assert "water 300 ml" in page.text()


async def test_only_the_rows_that_the_cursor_leaves_and_reaches_are_painted_anew(running, store, write):
    write("water 300", "pain knee left 4 dull", "water 200")
    async with running() as page:
        await page.settle()
        rows = page.text().splitlines()
        await page.press("up")
        await page.press("down")
        assert page.text().splitlines() == rows
