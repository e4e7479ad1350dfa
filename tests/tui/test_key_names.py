"""Every hint names the key as it is bound, whatever the writer chose in the settings."""

import pytest

from journal.tui.key_names import key_of, with_keys
from journal.tui.own_keys import checked

MOVED = checked(
    {
        "log": "ctrl+o,f9",
        "pain": "J",
        "workout": "K",
        "checkin": "O",
        "drink": "L",
        "help": "f3",
        "questions": "X",
        "undo": "Y",
        "save": "f5",
        "palette": "f7",
        "leave": "f6",
        "new": "V",
        "alias": "G",
        "templates": "f8",
    },
    "settings.toml",
)


@pytest.fixture
def moved(running):
    """The program with many keys of the writer's own."""
    return lambda **more: running(keys=MOVED, size=(120, 40), **more)


async def test_a_key_is_called_as_it_stands_on_the_keyboard_the_first_one_where_there_are_several(moved):
    async with moved() as page:
        assert [key_of(page.app, name) for name in ("log", "pain", "save", "choose", "again")] == [
            "^o",
            "J",
            "F5",
            "Enter",
            ".",
        ]
        assert with_keys(page.app, "{undo} takes it back, {no-such} [b]stays[/b]") == (
            "Y takes it back, {no-such} [b]stays[/b]"
        )


async def test_an_empty_day_says_how_to_begin_with_the_writers_own_keys(store, moved):
    async with moved() as page:
        for words in (
            "^o  anything",
            "J  a pain",
            "K  a workout",
            "O  the check-in",
            "L  one glass",
            "F3  all keys",
        ):
            assert words in page.text()
        assert "press ^o and write" in page.text()


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("trends", "Press ^o and write a line, or J for a pain"),
        ("flags", "press ^o and write, or F3 for the keys"),
        ("calendar", "Enter opens a day, ^o writes a line for it"),
        ("care", "Save   F5"),
        ("checkin", "Save   F5"),
        ("settings", "each change counts at once, Y takes it back"),
    ],
)
async def test_the_pages_name_the_writers_own_keys(store, moved, name, said):
    async with moved() as page:
        await page.go(name)
        assert said in " ".join(page.text().split("\n")).replace("  Save ", " Save ")


async def test_what_was_done_and_the_way_back_are_told_with_the_writers_own_keys(write, moved):
    write("pain lower back left 4")
    async with moved() as page:
        assert "unanswered: press X" in page.text()
        await page.press("K", *"plank", "enter", "4", "5", "enter", "f6")
        assert "K goes on with it" in page.text()
        await page.press("J", "1", "4", "f6")
        assert "J brings it back" in page.text()


BRACKETS = checked(
    {"log": "{", "undo": "[", "pain": "\\", "help": "}", "earlier": "f9", "later": "f10"}, "settings.toml"
)


@pytest.mark.parametrize(
    "name",
    ["pain", "workout", "care", "checkin", "trends", "calendar", "flags", "exercises", "settings", "search"],
)
async def test_keys_that_are_brackets_and_braces_are_no_markup_and_leave_no_gap(store, running, name):
    async with running(keys=BRACKETS, size=(120, 40)) as page:
        assert "press { and write" in page.text()
        await page.go(name)
        assert "} keys" in page.text()


async def test_a_year_without_entries_names_a_key_that_is_a_brace(running):
    async with running(keys=BRACKETS, size=(120, 40)) as page:
        await page.go("calendar")
        assert "{ writes a line for it" in " ".join(page.text().split())
