"""A real browser for the pages: Debian's Chromium, without a window, one for all tests of a process."""

import os
import shutil
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pytest
from journals import CATALOGUE, checkin, drink, pain, run, when, workout

from journal.analysis.engine import evaluate
from journal.analysis.frames import Frames
from journal.analysis.judge import Reading
from journal.records import Record
from journal.report.weekly import Report, weekly

MONDAY = date(2026, 11, 16)
_LOOKS = (Path(__file__).parent / "looks.js").read_text(encoding="utf-8")
_PAPER = {"A4": 794, "Letter": 816}
"""How wide paper is in CSS pixels, 96 to the inch."""
_MARGINS = 2 * 53
"""14 mm on either side."""


@pytest.fixture(scope="session")
def report_of() -> Callable[..., Report]:
    """The report of a week of some records."""

    def report_of(
        records: Iterable[Record], as_of: str = "2026-11-22 20:00", first: date = MONDAY, weeks: int = 4
    ) -> Report:
        kept = list(records)

        def read(at) -> Reading:
            frames = Frames.of(kept, CATALOGUE, until=int(at.timestamp()))
            return Reading(frames, evaluate(frames), int(at.timestamp()), 3600)

        return weekly(read, when(as_of), first, weeks)

    return report_of


@pytest.fixture(scope="session")
def full_records() -> list[Record]:
    """A week with something of everything, and ten weeks before it."""
    return [*_weeks_of_training(), *_a_week_that_hurts()]


@pytest.fixture(scope="session")
def full_week(report_of, full_records) -> Report:
    """The report of that week."""
    return report_of(full_records)


def _weeks_of_training() -> Iterable[Record]:
    for back in range(10, 0, -1):
        monday = MONDAY - timedelta(weeks=back)
        for day, slug in ((0, "squat"), (2, "bench-press"), (4, "barbell-row")):
            at = f"{monday + timedelta(days=day)} 18:00"
            yield from workout(at, (slug, 4, 6, 60), ("plank", 2, 1), minutes=50 + back, rpe=6)


def _a_week_that_hurts() -> Iterable[Record]:
    yield from workout("2026-11-16 18:00", ("squat", 6, 5, 120), ("bench-press", 3, 8, 60), rpe=9, minutes=90)
    yield from workout("2026-11-18 18:00", ("barbell-row", 4, 8, 60), rpe=None)
    yield from run("2026-11-19 07:00", 15.2, minutes=90, rpe=8)
    for day, score in ((10, 3), (16, 5), (17, 7), (18, 6), (20, 4), (22, 4)):
        yield pain(f"2026-11-{day} 20:00", "knee", score, side="left", qualities=("dull",))
    for day, score in ((17, 4), (18, 2), (19, 0)):
        yield pain(f"2026-11-{day} 21:00", "lower-back", score)
    for region in ("thigh-front", "thigh-back", "calf", "hand"):
        yield pain("2026-11-20 21:00", region, 2, side="both", qualities=("ache",))
    for day, ml in ((16, 800), (17, 2400), (19, 3100), (20, 2750)):
        yield drink(f"2026-11-{day} 12:00", ml)
    for day, hours in ((16, 7.5), (17, 6), (18, 6.75)):
        yield checkin(f"2026-11-{day}", sleep_h=hours, body_weight_kg=80)


@dataclass(frozen=True)
class Seen:
    """What a browser makes of a page."""

    said: tuple[str, ...]
    """Messages on its console, and errors."""
    asked: tuple[str, ...]
    """Addresses that it asked for, besides the file itself."""
    too_wide: tuple[str, ...]
    """What reaches beyond the page to the right or to the left."""
    faint: tuple[str, ...]
    """Words with less contrast than WCAG AA asks for, with their colours."""
    least: float
    """The least contrast of any words."""
    words: int
    """How many pieces of text were measured."""
    ground: str
    """The colour that everything stands on."""
    tree: str
    """The page as a screen reader has it, when it was asked for."""
    pages: int
    """Sheets of paper."""

    @property
    def faults(self) -> tuple[str, ...]:
        """All complaints."""
        return (*self.said, *self.asked, *self.too_wide, *self.faint)


@pytest.fixture(scope="session")
def chromium():
    """Does work with a page of the browser, in a thread of its own: the driver keeps an event loop running there,
    which would be in the way of other tests."""
    program = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if program is None:
        pytest.skip("there is no chromium here: the pages are not looked at (apt install chromium)")
    sync_api = pytest.importorskip("playwright.sync_api")
    with ThreadPoolExecutor(1) as thread:

        def wait_for(work):
            return thread.submit(work).result()

        driver = wait_for(lambda: sync_api.sync_playwright().start())
        # A user that may do everything has no sandbox in a container.
        plain = ["--no-sandbox"] if os.geteuid() == 0 else []
        browser = wait_for(lambda: driver.chromium.launch(executable_path=program, args=plain))
        page = wait_for(browser.new_page)
        yield lambda work: wait_for(lambda: work(page))
        wait_for(browser.close)
        wait_for(driver.stop)


@pytest.fixture
def look(chromium, tmp_path) -> Callable[..., Seen]:
    """`look(html, width=375, dark=True)` opens a page and says what is wrong with it; `paper` is A4 or Letter.

    With `aloud` the answer also has the page as a screen reader has it.
    """

    def look(
        html: str, *, width: int = 1280, dark: bool = False, paper: str = "", aloud: bool = False
    ) -> Seen:
        file = tmp_path / "page.html"
        file.write_text(html, encoding="utf-8")
        inside = _PAPER[paper] - _MARGINS if paper else width
        return chromium(lambda page: _seen(page, file.as_uri(), inside, dark, paper, aloud))

    return look


def _seen(page, address: str, width: int, dark: bool, paper: str, aloud: bool) -> Seen:
    said: list[str] = []
    asked: list[str] = []
    listeners = {
        "console": lambda message: said.append(message.text),
        "pageerror": lambda error: said.append(str(error)),
        "request": lambda request: asked.append(request.url),
    }
    for event, listener in listeners.items():
        page.on(event, listener)
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(media="print" if paper else "screen", color_scheme="dark" if dark else "light")
    page.goto(address)
    pages = page.pdf(format=paper, print_background=True).count(b"/Type /Page\n") if paper else 0
    tree = page.locator("body").aria_snapshot() if aloud else ""
    found = page.evaluate(_LOOKS)
    for event, listener in listeners.items():
        page.remove_listener(event, listener)
    remote = tuple(one for one in asked if one != address)
    faults = tuple(found["wide"]), tuple(found["faint"])
    return Seen(tuple(said), remote, *faults, found["least"], found["words"], found["ground"], tree, pages)
