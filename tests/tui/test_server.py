"""A journal on a PostgreSQL server that hangs up while the screens are open: nothing that was typed is lost."""

import pytest
from textual.widgets import Input

from journal.errors import CouldNot
from journal.records import Drink, Pain, ProfileEntry
from journal.storage import hanging_up, open_store
from journal.tui.app import JournalApp
from journal.tui.asking.asked import Reading
from journal.tui.asking.beside import Beside


@pytest.fixture
def line(breaking_line, now, monkeypatch):
    """A line that can be cut, to a journal that was used before."""
    monkeypatch.setattr(hanging_up, "PAUSES", (0.0, 0.0, 0.0))
    with open_store(breaking_line.url) as store:
        store.record([ProfileEntry(key="weight_unit", value="kg")], now=now, verb="first start")
    return breaking_line


@pytest.fixture
def direct(line, server_url):
    """The same journal, opened without that line."""
    with open_store(server_url) as store:
        yield store


def gone(line):
    """As when the server is stopped."""
    line.answers = False
    line.cut()


@pytest.fixture
def over(line, now, watch):
    """The application, opened over that line."""
    return JournalApp(line.url, as_of=lambda: now), watch


async def test_a_line_that_breaks_is_not_noticed(over, line, direct):
    app, watch = over
    async with app.run_test(size=(80, 24)) as pilot:
        page = watch(app, pilot)
        await page.opened()
        await page.press("h")
        line.cut()
        await page.press("h")
        assert page.words("#said").startswith("✓ water 250 ml")
        for words in (b"pg_advisory_xact_lock", b"COMMIT"):
            line.cut_at(words, after=b"INSERT" if words == b"COMMIT" else b"", heard=words == b"COMMIT")
            await page.press("h")
            assert page.words("#said").startswith("✓ water 250 ml")
        assert len(direct.rows(Drink)) == 4


async def test_what_was_typed_stays_until_the_server_is_back(over, line, direct):
    app, watch = over
    async with app.run_test(size=(80, 24)) as pilot:
        page = watch(app, pilot)
        await page.opened()
        await page.press("colon")
        gone(line)
        await page.enter("pain left knee 4 // on the stairs")
        assert "the connection to the server was lost, and nothing was written" in page.words("#said")
        assert page.screen.query_one(Input).value == "pain left knee 4 // on the stairs"
        await page.press("enter")
        assert page.screen.query_one(Input).value == "pain left knee 4 // on the stairs"
        assert direct.rows(Pain) == []
        line.answers = True
        await page.press("enter")
        assert page.screen.query_one(Input).value == ""
        assert [one.note for one in direct.rows(Pain)] == ["on the stairs"]


async def test_the_screen_answers_while_the_server_is_silent(over, line, direct):
    app, watch = over
    async with app.run_test(size=(120, 40)) as pilot:
        page = watch(app, pilot)
        await page.opened()
        line.silent = True
        await pilot.press("h", "d")
        assert type(page.screen).__name__ == "CheckInPage"
        await pilot.press("escape", "colon", *"run 5km")
        assert page.screen.query_one(Input).value == "run 5km"
        assert direct.rows(Drink) == []
        line.silent = False
        line.cut()
        await page.settle()
        assert len(direct.rows(Drink)) == 1
        assert page.screen.query_one(Input).value == "run 5km"


@pytest.mark.parametrize(
    "name", ["trends", "calendar", "flags", "report", "exercises", "settings", "search", "workout"]
)
async def test_a_page_that_cannot_be_read_says_so_and_is_read_later(over, line, name):
    app, watch = over
    async with app.run_test(size=(120, 40)) as pilot:
        page = watch(app, pilot)
        await page.opened()
        gone(line)
        await page.app.go(name)
        await page.settle()
        await page.press("escape")
        line.answers = True
        await page.go(name)
        assert "the server" not in page.text()


async def test_every_key_of_the_day_is_answered_while_the_server_is_gone(over, line, direct):
    app, watch = over
    async with app.run_test(size=(120, 40)) as pilot:
        page = watch(app, pilot)
        await page.opened()
        gone(line)
        for key in (
            "h",
            "u",
            "U",
            "left_square_bracket",
            "right_square_bracket",
            "d",
            "escape",
            "c",
            "escape",
            "p",
            "escape",
        ):
            await page.press(key)
        await page.press("h")
        assert "the server" in page.words("#said")
        line.answers = True
        await page.press("h")
        assert page.words("#said").startswith("✓ water 250 ml")
        assert len(direct.rows(Drink)) == 1


def _pains(store):
    return len(store.rows(Pain))


async def test_the_process_beside_reads_on_when_its_line_broke(line, direct):
    beside = Beside.begin(line.url)
    if beside is None:
        pytest.skip("a machine with one core has no process beside")
    try:
        assert await beside.answer(beside.ask(Reading(_pains))) == 0
        line.cut()
        assert await beside.answer(beside.ask(Reading(_pains))) == 0
        gone(line)
        with pytest.raises(CouldNot, match="the server cannot be reached"):
            await beside.answer(beside.ask(Reading(_pains)))
        line.answers = True
        assert await beside.answer(beside.ask(Reading(_pains))) == 0
    finally:
        beside.close()
