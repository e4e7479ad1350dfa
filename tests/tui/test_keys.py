"""The keys: one meaning each, everywhere; and the footer, the palette and the help tell them."""

import importlib
import pkgutil
from collections import Counter

import pytest
from rich.cells import cell_len
from textual.binding import Binding
from textual.dom import DOMNode
from textual.widgets import Input

import journal.tui
from journal.entry import Writer, parse
from journal.exercises import catalogue
from journal.records import Drink
from journal.tui.keys import KEYS, UNIVERSAL
from journal.tui.pages import PAGES
from journal.tui.screens.help import EXAMPLES, Help

EVERY_PAGE = ("today", *PAGES)


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


def test_a_key_has_one_meaning():
    keys = Counter(key for one in KEYS.values() for key in one.keys.split(","))
    assert [key for key, count in keys.items() if count > 1] == []


@pytest.mark.parametrize("key", KEYS.values(), ids=lambda key: key.id)
def test_a_meaning_has_a_short_name_and_a_sentence(key):
    assert 0 < len(key.name) <= 12
    assert key.tooltip[0].isupper()
    assert not key.tooltip.endswith(".")


@pytest.mark.parametrize(
    ("owner", "binding"), BINDINGS, ids=lambda one: getattr(one, "id", None) or getattr(one, "__name__", "")
)
def test_every_binding_is_one_of_the_table(owner, binding):
    assert isinstance(binding, Binding)
    key = KEYS[binding.id]
    assert binding.key == key.keys
    assert binding.description
    assert binding.tooltip
    if key.id not in UNIVERSAL:
        assert (binding.description, binding.tooltip) == (key.name, key.tooltip)


def test_every_meaning_is_used():
    assert {binding.id for _, binding in BINDINGS} == set(KEYS)


@pytest.mark.parametrize("name", EVERY_PAGE)
async def test_no_key_means_two_things_on_a_page(store, running, name):
    async with running() as page:
        await page.go(name)
        meanings: dict[str, set[str]] = {}
        for widget in [page.screen, *page.screen.query("*")]:
            for binding in vars(type(widget)).get("BINDINGS", ()):
                for key in (
                    binding.key.split(",") if isinstance(binding, Binding) and binding.id in KEYS else ()
                ):
                    meanings.setdefault(key, set()).add(binding.id)
        assert {key: found for key, found in meanings.items() if len(found) > 1} == {}


@pytest.mark.parametrize("name", EVERY_PAGE)
async def test_the_footer_of_every_page_fits_80_columns_and_ends_with_the_help(store, running, name):
    async with running() as page:
        await page.go(name)
        footer = page.text().splitlines()[-1].strip()
        assert cell_len(footer) <= 80
        typing = isinstance(page.screen.focused, Input)
        assert ("F2 log" if typing else ": log") in footer
        assert footer.endswith("F1 keys" if typing else "? keys")


@pytest.mark.parametrize("name", EVERY_PAGE)
async def test_the_entry_bar_opens_on_every_page(store, running, name):
    async with running() as page:
        await page.go(name)
        await page.press("f2" if isinstance(page.screen.focused, Input) else "colon", *"water", "enter")
        assert [one.volume_ml for one in store.rows(Drink)] == [250]


@pytest.mark.parametrize("name", EVERY_PAGE)
async def test_the_help_of_every_page_tells_each_key_that_works_there(store, running, name):
    async with running(size=(120, 200)) as page:
        await page.go(name)
        told = {
            active.binding.tooltip
            for active in page.screen.active_bindings.values()
            if active.binding.id in KEYS
        }
        page.screen.action_help()
        await page.settle()
        assert isinstance(page.screen, Help)
        text = " ".join(page.text().split())
        assert [words for words in told if words not in text] == []
        for line, _ in EXAMPLES:
            assert line in text


@pytest.mark.parametrize("name", EVERY_PAGE)
async def test_the_palette_offers_each_key_that_works_on_a_page(store, running, name):
    async with running() as page:
        await page.go(name)
        offered = {command.title for command in page.app.get_system_commands(page.screen)}
        told = {
            active.binding.tooltip
            for active in page.screen.active_bindings.values()
            if active.binding.id in KEYS and active.binding.id not in ("palette", "quit")
        }
        assert told <= offered


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


async def test_the_footer_shows_the_important_keys_at_80_columns(store, running):
    async with running() as page:
        assert page.text().splitlines()[-1].strip() == (
            "e edit x remove : log h drink p pain w workout u undo [ ] days ? keys"
        )


@pytest.mark.parametrize("before", [(), ("colon",), ("question_mark",), ("g",), ("ctrl+p",), ("T",), ("p",)])
async def test_ctrl_q_quits_from_everywhere_with_status_0(store, running, before):
    async with running() as page:
        await page.press(*before)
        await page.pilot.press("ctrl+q")
        assert page.app._exit
        assert (page.app.return_code or 0) == 0


async def test_ctrl_q_quits_over_the_first_questions_too(url, running):
    async with running() as page:
        await page.pilot.press("ctrl+q")
        assert page.app._exit
        assert (page.app.return_code or 0) == 0


@pytest.mark.parametrize(
    ("key", "name"),
    [
        *[("p", "Pain"), ("w", "Workout"), ("c", "Care"), ("d", "Check-in"), ("T", "Trends")],
        *[("C", "Calendar"), ("F", "Flags"), ("R", "Report"), ("E", "Exercises"), ("S", "Settings")],
        ("slash", "Search"),
    ],
)
async def test_a_page_has_a_key_and_esc_leads_back(store, running, key, name):
    async with running() as page:
        await page.press(key)
        assert page.words("#title").strip().startswith(name)
        await page.press("escape")
        assert page.words("#title").strip().startswith("Today")
