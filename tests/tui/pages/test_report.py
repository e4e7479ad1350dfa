"""The page of the week: the words of `journal report`, week by week, with flags to be opened."""

from datetime import timedelta
from threading import Event

import pytest

from journal.analysis.judge import reading
from journal.analysis.series import monday_of
from journal.report import text
from journal.report.weekly import weekly
from journal.tui.keys import KEYS
from journal.tui.screens.flag import FlagScreen
from journal.tui.screens.report import ReportPage
from journal.tui.widgets.report_view import FlagLine

WIDE, SMALL = (120, 40), (60, 20)
EARLIER, LATER, TODAY, GO_TO = (
    KEYS[name].keys.split(",")[0] for name in ("earlier", "later", "today", "go_to")
)


@pytest.fixture
def weeks(write, now):
    """Three weeks of squats, a knee that hurts and water."""
    for days in (15, 8, 1):
        at = now - timedelta(days=days)
        write("16:05 squat 3x5 100kg @8", "session 55min @7", "17:00 water 500", at=at)
        write("18:00 pain left knee 5 sharp during", at=at)
    write("sleep 7:30 weight 80kg")


def as_text(store, now, back=0):
    """What `journal report` prints of a week."""

    def read(at):
        return reading(lambda since: store.snapshot(since=since), at)

    return text.render(weekly(read, now, monday_of(now.date()) - timedelta(weeks=back)))


def words_of(page):
    """All words of the page's report."""
    said = [
        (one.title, one.aside, *(line.whole for line in one.lines)) for one in page.screen.report.sections
    ]
    return " ".join(" ".join(part) for part in said).split()


@pytest.mark.parametrize("back", [0, 1, 2, 30])
async def test_it_says_what_journal_report_says(weeks, store, now, running, back):
    async with running(size=(120, 200)) as page:
        await page.go("report", day=now.date() - timedelta(weeks=back))
        written = as_text(store, now, back)
        assert "".join(words_of(page)) == "".join(written.split())
        shown = page.text()
        for row in written.splitlines():
            if row.startswith(("  2026-W", "  left knee  ", "  quads")):
                assert row.strip() in shown


async def test_the_signs_of_flags_and_scores_are_not_colour_alone(weeks, now, running):
    async with running(size=(120, 200)) as page:
        await page.go("report", day=now.date() - timedelta(weeks=1))
        assert "▲ warning  " in page.text()
        row = next(row for row in page.text().splitlines() if row.strip().startswith("left knee  "))
        assert row.split() == ["left", "knee", ".", "5", ".", ".", ".", ".", "."]


async def test_the_keys_go_from_week_to_week_and_no_further_than_this_one(weeks, running):
    async with running() as page:
        await page.go("report")
        assert page.words("#title").startswith("Report  2026-W48")
        await page.press(EARLIER)
        assert page.words("#title").startswith("Report  2026-W47")
        assert "Week 2026-W47: Mon 16 Nov" in page.text()
        await page.press(LATER)
        assert "Week 2026-W48, so far" in page.text()
        await page.press(LATER)
        assert page.words("#said") == "! That is this week: what is to come cannot be told yet."


async def test_esc_goes_back_to_the_day_that_it_was_opened_from(weeks, running):
    async with running() as page:
        await page.press("R", EARLIER, EARLIER, "escape")
        assert page.words("#title").startswith("Today")


async def test_a_day_is_asked_for_its_week_and_this_week_is_one_key_away(weeks, running):
    async with running() as page:
        await page.go("report")
        await page.press(GO_TO)
        page.screen.query_one("#which-day").value = "2026-11-12"
        await page.press("enter")
        assert "Week 2026-W46: Mon 9 Nov" in page.text()
        await page.press(TODAY)
        assert "Week 2026-W48, so far" in page.text()
        await page.press(TODAY)
        assert page.words("#title").startswith("Today")


async def test_a_flag_of_the_week_opens_in_full(weeks, running):
    async with running(size=WIDE) as page:
        await page.go("report")
        await page.press("tab")
        flag = page.screen.focused._flag
        await page.press("enter")
        assert isinstance(page.screen, FlagScreen)
        assert page.screen._shown.flag == flag
        await page.press("escape")
        assert isinstance(page.screen, ReportPage)


async def test_a_click_opens_it_too(weeks, running):
    async with running(size=(120, 120)) as page:
        await page.go("report")
        await page.pilot.click(FlagLine)
        await page.settle()
        assert isinstance(page.screen, FlagScreen)


async def test_an_empty_journal_has_a_report_without_inventions(store, running):
    async with running() as page:
        await page.go("report")
        assert "No pain entry this week." in " ".join(words_of(page))


async def test_the_report_is_made_beside_the_page_and_not_for_who_has_left(weeks, running):
    gate = Event()
    async with running() as page:
        waiting = page.app.run_worker(page.app.journal.work(lambda _: gate.wait()))
        await page.app.go("report")
        left = page.screen
        told = left.query_one("#report")
        await page.until(lambda: "The week is being put together …" in str(told.border_title))
        assert page.words("#title").startswith("Report")
        await page.meanwhile("escape")
        assert page.words("#title").startswith("Today")
        gate.set()
        await waiting.wait()
        await page.settle()
        assert left.report is None


async def test_whoever_goes_on_sees_only_the_last_week_asked_for(weeks, running):
    gate = Event()
    async with running() as page:
        await page.go("report")
        waiting = page.screen.run_worker(page.app.journal.work(lambda _: gate.wait()))
        await page.meanwhile(EARLIER, EARLIER)
        gate.set()
        await waiting.wait()
        await page.settle()
        assert "Week 2026-W46" in page.text()


async def test_a_terminal_made_small_and_large_again_loses_nothing(weeks, running):
    async with running(size=WIDE) as page:
        await page.go("report")
        before = page.text()
        await page.pilot.resize_terminal(*SMALL)
        await page.settle()
        assert "Week 2026-W48, so far" in page.text()
        table = page.screen.query(".report-table").first()
        assert table.size.width == 67
        await page.press("down", "right", "tab")
        page.screen.query_one("#report").focus()
        await page.press("home", "left", "left", "left", "left")
        await page.pilot.resize_terminal(*WIDE)
        await page.settle()
        assert page.text() == before


async def test_undo_is_seen_in_the_report(weeks, write, running):
    async with running(size=(120, 200)) as page:
        await page.go("report")
        await page.press("colon")
        await page.enter("pain neck 3 dull")
        assert "neck" in " ".join(words_of(page))
        await page.press("escape", "u")
        assert "neck" not in " ".join(words_of(page))
