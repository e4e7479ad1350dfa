"""The page for the physiotherapist on the screen: an episode is chosen, its page is shown, and opened as a file."""

import re
import stat
import webbrowser
from datetime import timedelta
from pathlib import Path

import pytest
from textual.widgets import OptionList

from journal.tui.keys import KEYS
from journal.tui.screens.choose_episode import ChooseEpisode
from journal.tui.screens.flag import FlagScreen

PHYSIO, BROWSER, EARLIER, TODAY = (KEYS[name].keys for name in ("physio", "browser", "earlier", "today"))


@pytest.fixture
def pains(write, now):
    """A knee that hurts now, and a back that did three weeks ago."""
    for days, line in (
        (24, "17:10 pain lower back 5 sharp"),
        (23, "17:10 pain lower back 2"),
        (22, "17:10 pain lower back 0"),
        (6, "16:05 squat 3x5 130kg @9"),
        (6, "18:20 pain left knee 5 ache later"),
        (5, "18:20 ice left knee 15 min"),
        (4, "18:20 pain left knee 3"),
        (2, "18:20 pain left knee 4"),
        (1, "17:00 pain left knee 4"),
    ):
        write(line, at=now - timedelta(days=days))


def told(page):
    return " ".join(page.text().split())


async def test_the_episodes_are_listed_the_open_one_first(pains, running):
    async with running() as page:
        await page.go("report")
        await page.press(PHYSIO)
        assert isinstance(page.screen, ChooseEpisode)
        rows = [str(one.prompt) for one in page.screen.query_one(OptionList).options]
        assert rows == [
            "All that hurts now, or in the last 8 weeks",
            "left knee            peak  5  since Thu 19 Nov, still open",
            "lower back           peak  5  Sun 1 Nov to Mon 2 Nov, settled",
        ]


async def test_enter_shows_the_page_about_it_and_esc_goes_back_to_the_week(pains, running):
    async with running(size=(120, 200)) as page:
        await page.go("report")
        await page.press(PHYSIO, "down", "down", "enter")
        assert page.words("#title").startswith("Report  for the physiotherapist")
        assert "For the physiotherapist: lower back" in page.text()
        assert "lower back: settled, Sun 1 Nov to Mon 2 Nov (2 days, 3 entries), peak 5" in told(page)
        assert "left knee" not in page.text()
        await page.press("escape")
        assert page.words("#title").startswith("Report  2026-W48")
        assert "Week 2026-W48, so far" in page.text()
        await page.press("escape")
        assert page.words("#title").startswith("Today")


async def test_all_of_it_begins_with_what_hurts_now(pains, running):
    async with running(size=(120, 200)) as page:
        await page.go("report")
        await page.press(PHYSIO, "enter")
        assert "For the physiotherapist: left knee" in page.text()
        assert "Thu 19 Nov 2026 to Wed 25 Nov 2026. Not a diagnosis." in told(page)
        assert "records and all that is cut short here: in the page for the browser." in told(page)


@pytest.mark.parametrize("key", [EARLIER, TODAY])
async def test_the_keys_of_the_weeks_lead_back_to_them(pains, running, key):
    async with running() as page:
        await page.go("report")
        await page.press(PHYSIO, "enter", key)
        assert page.words("#title").startswith("Report  2026-W48")


async def test_esc_in_the_list_stays_with_the_week(pains, running):
    async with running() as page:
        await page.go("report")
        await page.press(PHYSIO, "escape")
        assert page.words("#title").startswith("Report  2026-W48")


async def test_a_flag_of_the_page_opens_in_full(pains, running):
    async with running(size=(120, 200)) as page:
        await page.go("report")
        await page.press(PHYSIO, "enter", "tab", "enter")
        assert isinstance(page.screen, FlagScreen)


async def test_what_is_written_meanwhile_is_on_the_page(pains, running):
    async with running(size=(120, 200)) as page:
        await page.go("report")
        await page.press(PHYSIO, "enter", "colon")
        await page.enter("symptom fever no")
        assert "no: fever (Wed 25 Nov)." in told(page)


async def test_an_empty_journal_has_a_page_too(store, running):
    async with running() as page:
        await page.go("report")
        await page.press(PHYSIO, "enter")
        assert "Nothing recorded of pain since" in told(page)
        assert "never asked:" in told(page)


@pytest.fixture
def no_window(monkeypatch, tmp_path):
    """A machine without a browser that has a window of its own; what is written for it lies in a folder of the test."""
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)
    monkeypatch.setattr(webbrowser, "_tryorder", [])
    monkeypatch.setattr(webbrowser, "_browsers", {})
    webbrowser.register("in-the-terminal", None, webbrowser.GenericBrowser("false"))
    return tmp_path


@pytest.mark.parametrize(
    ("keys", "name", "title"),
    [
        (
            (PHYSIO, "down", "enter"),
            r"physio-2026-11-25\.html",
            "<h1>For the physiotherapist: left knee</h1>",
        ),
        ((), r"week-2026-W48\.html", "<h1>Week 2026-W48, so far</h1>"),
    ],
)
async def test_it_is_written_as_a_page_where_only_its_owner_reads_it(
    pains, no_window, running, keys, name, title
):
    async with running(size=(160, 40)) as page:
        await page.go("report")
        await page.press(*keys, BROWSER)
        await page.rest()
        said = page.words("#said")
        found = re.search(rf"The page is in (\S*{name}); open it in a browser", said)
        assert found, said
        file = Path(found[1])
        assert title in file.read_text()
        assert [stat.S_IMODE(one.stat().st_mode) for one in (file, file.parent)] == [0o600, 0o700]


class Window(webbrowser.BaseBrowser):
    """A browser that keeps what it was shown."""

    def __init__(self):
        super().__init__()
        self.shown = []

    def open(self, url, new=0, autoraise=True):
        self.shown.append(url)
        return True


async def test_a_browser_with_a_window_shows_it(pains, no_window, running):
    window = Window()
    webbrowser.register("window", None, window, preferred=True)
    async with running(size=(160, 40)) as page:
        await page.go("report")
        await page.press(PHYSIO, "enter", BROWSER)
        await page.rest()
        found = re.search(r"The page is in (\S*physio-2026-11-25\.html)\.$", page.words("#said").strip())
        assert found
        assert window.shown == [Path(found[1]).as_uri()]
