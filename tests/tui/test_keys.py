"""The keys: one meaning each, everywhere; and the footer, the palette and the help tell them."""

import importlib
import pkgutil
from collections import Counter

import pytest
from rich.cells import cell_len
from textual.binding import Binding
from textual.command import CommandList
from textual.dom import DOMNode
from textual.widgets import Input, Static

import journal.tui
from journal.entry import Writer, parse
from journal.exercises import catalogue
from journal.records import Drink
from journal.tui.keys import KEYS, UNIVERSAL
from journal.tui.pages import PAGES
from journal.tui.screens.help import EXAMPLES, Help

PAGE_KEYS = (
    ("t", "today", "Today"),
    ("p", "pain", "Pain"),
    ("w", "workout", "Workout"),
    ("c", "care", "Care"),
    ("d", "checkin", "Check-in"),
    ("T", "trends", "Trends"),
    ("C", "calendar", "Calendar"),
    ("F", "flags", "Flags"),
    ("R", "report", "Report"),
    ("E", "exercises", "Exercises"),
    ("S", "settings", "Settings"),
    ("I", "import", "Import"),
    ("slash", "search", "Search"),
)


def own_classes() -> list[type[DOMNode]]:
    """Every screen and widget of ours that has keys."""
    for module in pkgutil.walk_packages(journal.tui.__path__, "journal.tui."):
        importlib.import_module(module.name)
    found, waiting = [], [DOMNode]
    while waiting:
        for one in waiting.pop().__subclasses__():
            waiting.append(one)
            if one.__module__.startswith("journal.tui") and "BINDINGS" in vars(one):
                found.append(one)
    return sorted(set(found), key=lambda one: f"{one.__module__}.{one.__name__}")


OWNERS = own_classes()
BINDINGS = [(owner, binding) for owner in OWNERS for binding in owner.BINDINGS]


def test_every_page_has_a_key():
    assert {name for _, name, _ in PAGE_KEYS} == {"today", *PAGES}


def test_a_key_has_one_meaning():
    keys = Counter(key for one in KEYS.values() for key in one.keys.split(","))
    assert [key for key, count in keys.items() if count > 1] == []


def test_a_meaning_has_a_short_name_and_a_sentence():
    for key in KEYS.values():
        assert 0 < len(key.name) <= 12, key.id
        assert key.tooltip[0].isupper(), key.id
        assert not key.tooltip.endswith("."), key.id


def test_every_binding_is_one_of_the_table():
    for owner, binding in BINDINGS:
        assert isinstance(binding, Binding), owner
        key = KEYS[binding.id]
        assert binding.key == key.keys, owner
        assert binding.description, owner
        assert binding.tooltip, owner
        if key.id not in UNIVERSAL:
            assert (binding.description, binding.tooltip) == (key.name, key.tooltip), owner


def test_every_meaning_is_used():
    assert {binding.id for _, binding in BINDINGS} == set(KEYS)


def meanings(screen) -> dict[str, set[str]]:
    """What each key means to the parts of a page."""
    found: dict[str, set[str]] = {}
    for widget in [screen, *screen.query("*")]:
        for binding in vars(type(widget)).get("BINDINGS", ()):
            if isinstance(binding, Binding) and binding.id in KEYS:
                for key in binding.key.split(","):
                    found.setdefault(key, set()).add(binding.id)
    return found


def working(screen) -> set[str]:
    """What the keys do that work on a page now."""
    return {one.binding.tooltip for one in screen.active_bindings.values() if one.binding.id in KEYS}


def listed(screen) -> str:
    """The words of the help, also those that are scrolled out of sight."""
    return " ".join(getattr(one.visual, "plain", str(one.visual)) for one in screen.query(Static))


@pytest.mark.parametrize(("key", "name", "title"), PAGE_KEYS)
async def test_the_keys_of_a_page_stand_in_its_footer_the_palette_and_the_help(
    store, running, key, name, title
):
    async with running() as page:
        await page.press(key)
        assert page.words("#title").strip().startswith(title)
        assert {key: found for key, found in meanings(page.screen).items() if len(found) > 1} == {}
        footer = page.text().splitlines()[-1].strip()
        typing = isinstance(page.screen.focused, Input)
        assert cell_len(footer) <= 80
        assert ("F2 log" if typing else ": log") in footer
        assert footer.endswith("F1 keys" if typing else "? keys")
        told = working(page.screen)
        offered = {command.title for command in page.app.get_system_commands(page.screen)}
        assert told - {KEYS["palette"].tooltip, KEYS["quit"].tooltip} <= offered
        await page.press("f1")
        assert isinstance(page.screen, Help)
        words = listed(page.screen)
        assert [one for one in told if one not in words] == []
        assert [line for line, _ in EXAMPLES if line not in words] == []
        await page.press("escape", "f2" if typing else "colon", *"water", "enter")
        assert [one.volume_ml for one in store.rows(Drink)] == [250]
        await page.press("escape", *["escape"] * (name != "today"))
        assert page.words("#title").strip().startswith("Today")


@pytest.mark.parametrize(("line", "meaning"), EXAMPLES)
def test_every_line_of_the_help_is_understood(line, meaning, now):
    assert parse(line, Writer(now=now, zone=now.tzinfo, catalogue=catalogue()))
    assert meaning


async def test_a_key_can_be_moved_and_the_help_shows_it(store, running):
    async with running(size=(120, 200), keys={"drink": "f3"}) as page:
        await page.press("f3")
        await page.press("h")
        assert len(store.rows(Drink)) == 1
        await page.press("question_mark")
        assert "F3            Record one glass of water at once" in page.text()


async def test_every_key_can_be_clicked_in_the_help_also_from_a_field_of_words(store, running):
    async with running(size=(120, 200)) as page:
        for key, told in (("question_mark", "Write the check-in"), ("f1", "A year of days")):
            await page.press(key)
            place = next(y for y, row in enumerate(page.text().splitlines()) if told in row)
            await page.pilot.click(offset=(40, place))
            await page.settle()
        assert page.words("#title").strip().startswith("Calendar")


async def test_a_key_of_the_main_part_can_be_clicked_while_something_else_is_typed_into(
    store, write, running
):
    write("2026-11-20 squat 3x5 100kg")
    async with running(size=(120, 200)) as page:
        await page.press("full_stop", "9", "f1")
        place = next(y for y, row in enumerate(page.text().splitlines()) if "Take out what is chosen" in row)
        await page.pilot.click(offset=(40, place))
        await page.settle()
        assert len(page.screen.table.draft.blocks[0].rows) == 2


async def test_what_lies_on_two_keys_is_one_command_of_the_palette(store, running):
    async with running() as page:
        commands = [(one.title, one.help) for one in page.app.get_system_commands(page.screen)]
        assert (KEYS["help"].tooltip, "key ? F1") in commands
        assert len({title for title, _ in commands}) == len(commands)


@pytest.mark.parametrize(("size", "shown"), [((80, 24), ("d",)), ((120, 40), ("d", "c"))])
async def test_the_footer_of_the_day_names_as_many_ways_to_write_as_there_is_room_for(
    store, running, size, shown
):
    async with running(size=size) as page:
        keys = page.words("#keys")
        words = {"d": "d check-in", "c": "c care"}
        assert [key for key in words if words[key] in keys] == list(shown)
        assert keys.endswith("? keys")


async def test_the_footer_shows_the_important_keys_at_80_columns(store, running):
    async with running() as page:
        assert page.text().splitlines()[-1].strip() == (
            "e edit x remove : log h drink p pain w workout u undo [ ] days d check-in ? keys"
        )


@pytest.mark.parametrize("before", [(), ("colon",), ("question_mark",), ("g",), ("ctrl+p",), ("T",), ("p",)])
async def test_ctrl_q_quits_from_everywhere_with_status_0(store, running, before):
    async with running() as page:
        await page.press(*before)
        await page.press("ctrl+q")
        assert page.app._exit
        assert (page.app.return_code or 0) == 0


async def test_ctrl_q_quits_over_the_first_questions_too(url, running):
    async with running() as page:
        await page.press("ctrl+q")
        assert page.app._exit
        assert (page.app.return_code or 0) == 0


@pytest.mark.parametrize("size", [(20, 1), (80, 24)])
async def test_the_pages_of_the_palette_need_room(store, running, size):
    async with running(size=size) as page:
        await page.press("ctrl+p", "down", "pagedown", "pageup", "end")
        assert page.app.return_code is None
        assert page.screen.query_one(CommandList).option_count
