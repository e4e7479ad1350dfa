"""Headline, flags, what to leave out: on the page, and a flag in full."""

from dataclasses import replace

from journal.analysis.flags import Insufficient
from journal.tui.screens.flag import FlagScreen


async def test_without_a_complaint_nothing_speaks_against_training(store, write, running):
    write("08:00 water 300")
    async with running() as page:
        assert page.words("#headline") == "✓ Nothing recorded speaks against training"
        assert "No flags." in page.text()


async def test_a_painful_place_is_left_out_today(store, write, running):
    write("08:00 pain lower back 5 dull")
    async with running(size=(120, 40)) as page:
        assert page.words("#headline").startswith("▲ Leave out: ")
        assert "running and other impact" in page.text()


async def test_a_flag_shows_sign_word_and_numbers_and_opens_in_full(store, write, running):
    write("16:05 pain lower back left 8 stabbing sudden during")
    async with running(size=(120, 40)) as page:
        assert page.words("#headline") == "✚ See a doctor before training"
        assert "✚ urgent" in page.text()
        await page.press("tab", "down", "enter")
        assert isinstance(page.screen, FlagScreen)
        text = " ".join(page.text().split())
        for words in (
            "Threshold",
            "Since",
            "Document",
            "rf-sudden-stabbing",
            "The entries behind it",
        ):
            assert words in text
        assert "at least 7 of 10" in text
        assert "pain lower back, left: 8, stabbing" in text
        assert "Wed 25 Nov 2026 16:05" in text
        await page.press("escape")
        assert not isinstance(page.screen, FlagScreen)


async def test_a_click_opens_a_flag(store, write, running):
    write("16:05 pain lower back left 8 stabbing sudden during")
    async with running(size=(120, 40)) as page:
        await page.pilot.click("#flags", offset=(5, 2))
        await page.settle()
        assert isinstance(page.screen, FlagScreen)
        assert "It is not a diagnosis." in page.words(".not-a-diagnosis")


async def test_an_entry_behind_a_flag_opens_its_day(store, write, running):
    write("yesterday pain lower back left 8 stabbing sudden during")
    async with running(size=(120, 40)) as page:
        await page.press("tab", "down", "enter", "enter")
        assert page.words("#title").startswith("Yesterday")
        assert "pain lower back, left: 8" in page.text()


async def test_another_day_shows_its_flags_as_of_its_end(store, write, running, now):
    write("yesterday 09:00 pain knee left 8 sharp during", "yesterday 20:00 pain knee left 2 dull")
    async with running(size=(120, 40)) as page:
        await page.press("left_square_bracket")
        assert page.words("#headline").startswith("▲ At the end of that day: ")
        assert "sharp" in page.text().lower()
        await page.press("left_square_bracket")
        assert page.words("#headline") == "✓ At the end of that day: nothing recorded speaks against training"


async def test_the_fluid_of_the_day_stands_against_its_range(store, write, running):
    write("weight 80kg", "08:00 water 500")
    async with running() as page:
        assert "2 of 11 glasses · 500 of " in page.text()
        assert "━" in page.text()


async def test_without_a_weight_the_range_is_missing_and_the_page_says_what_for(store, write, running):
    write("08:00 water 500")
    async with running() as page:
        assert "2 glasses · 500 ml · no range without a weight: write  weight 80kg" in page.text()


async def test_new_flags_are_told_after_the_acknowledgement(store, running):
    async with running() as page:
        await page.press("colon")
        await page.enter("pain knee left 5 sharp during")
        said = page.words("#said").splitlines()
        assert said[0] == "✓ knee, left: 5, sharp, during"
        assert said[1].startswith("▲ new warning: ")


async def test_what_is_folded_unfolds_and_folds(store, write, running):
    write("16:05 pain lower back left 8 stabbing sudden during")
    async with running(size=(120, 40)) as page:
        missing = Insufficient("strain-persists", {"region": "knee", "side": "left"}, ("an entry in 24 h",))
        page.screen.answer = replace(page.screen.answer, folded=2, insufficient=(missing,))
        await page.settle()
        assert "+2 tips · 1 rule could not judge: F shows why" in page.text()
        page.screen.query_one("#flags").focus()
        await page.press("end", "enter")
        assert "– not judged  strain-persists (left knee)" in page.text()
        assert "✚ urgent" in page.text()
        await page.press("end", "enter")
        assert "+2 tips · 1 rule could not judge: F shows why" in page.text()


async def test_a_tip_is_told_as_new_once_however_often_and_on_whatever_page_it_comes_back(store, running):
    async with running() as page:
        await page.press("colon")
        await page.enter("pain lower back left 4 dull")
        await page.press("escape")
        assert "○ new tip: " in page.words("#said")
        await page.press("escape", "u")
        await page.go("trends")
        await page.press("colon")
        await page.enter("pain lower back left 4 dull")
        await page.press("escape")
        assert "✓ lower back, left: 4, dull" in page.words("#said")
        assert "new tip" not in page.words("#said")
