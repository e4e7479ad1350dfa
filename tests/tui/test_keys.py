"""The keys: each explains itself, and the help shows them all."""

import pytest
from textual.binding import Binding

from journal.entry import Writer, parse
from journal.exercises import catalogue
from journal.tui.app import JournalApp
from journal.tui.screens.broken import Broken
from journal.tui.screens.first_start import FirstStart
from journal.tui.screens.flag import FlagScreen
from journal.tui.screens.go_to import GoTo
from journal.tui.screens.help import EXAMPLES, Help
from journal.tui.screens.questions import Questions
from journal.tui.screens.today import TodayScreen
from journal.tui.screens.writing import Writing
from journal.tui.widgets.day_list import DayList
from journal.tui.widgets.entry_bar import EntryBar, LineInput
from journal.tui.widgets.flag_list import FlagList

OWNERS = (
    *(JournalApp, Writing, TodayScreen, DayList, FlagList, EntryBar, LineInput),
    *(Questions, FirstStart, FlagScreen, GoTo, Help, Broken),
)
BINDINGS = [binding for owner in OWNERS for binding in owner.BINDINGS]


@pytest.mark.parametrize("binding", BINDINGS, ids=lambda binding: f"{binding.id}")
def test_every_binding_says_what_it_does(binding):
    assert isinstance(binding, Binding)
    assert binding.id
    assert binding.description
    assert binding.tooltip


def test_no_two_bindings_have_one_id():
    ids = [binding.id for binding in BINDINGS]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(("line", "meaning"), EXAMPLES)
def test_every_line_of_the_help_is_understood(line, meaning, now):
    assert parse(line, Writer(now=now, zone=now.tzinfo, catalogue=catalogue()))
    assert meaning


async def test_the_question_mark_shows_all_keys_and_the_examples(store, running):
    async with running(size=(120, 120)) as page:
        await page.press("question_mark")
        text = page.text()
        assert isinstance(page.screen, Help)
        for owner in (Writing, TodayScreen, DayList, FlagList, EntryBar, LineInput):
            for binding in owner.BINDINGS:
                assert binding.tooltip in text
        for line, _ in EXAMPLES:
            assert line in text
        await page.press("escape")
        assert page.screen.focused.id == "day"


async def test_a_key_can_be_moved_and_the_help_shows_it(store, running):
    async with running(size=(120, 120), keys={"today.drink": "o"}) as page:
        await page.press("o")
        assert "water 250 ml" in page.text()
        await page.press("question_mark")
        assert "o             Record one glass of water at once" in page.text()


async def test_the_footer_shows_the_important_keys_at_80_columns(store, running):
    async with running() as page:
        assert page.text().splitlines()[-1].strip() == (
            "e edit x remove : log h drink p pain w workout u undo [ ] days ? keys"
        )


@pytest.mark.parametrize("before", [(), ("colon",), ("question_mark",), ("g",), ("ctrl+p",)])
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


async def test_the_palette_offers_what_the_keys_do(store, running):
    async with running() as page:
        await page.press("ctrl+p")
        assert "Record one glass of water at once" in [
            command.title for command in page.app.get_system_commands(page.app.screen_stack[0])
        ]
