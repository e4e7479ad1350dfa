"""The pages by their names.  Each is imported when it is opened first: the first paint waits for none of them."""

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from textual.screen import Screen

    from journal.tui.asking.open_journal import OpenJournal
    from journal.tui.screens.page import Page

PAGES = {
    "pain": "journal.tui.screens.pain:PainPage",
    "workout": "journal.tui.screens.workout:WorkoutPage",
    "care": "journal.tui.screens.care:CarePage",
    "checkin": "journal.tui.screens.checkin:CheckInPage",
    "trends": "journal.tui.screens.trends:TrendsPage",
    "calendar": "journal.tui.screens.calendar:CalendarPage",
    "flags": "journal.tui.screens.flags:FlagsPage",
    "report": "journal.tui.screens.report:ReportPage",
    "exercises": "journal.tui.screens.exercises:ExercisesPage",
    "settings": "journal.tui.screens.settings:SettingsPage",
    "import": "journal.tui.screens.imports:ImportPage",
    "search": "journal.tui.screens.search:SearchPage",
}
"""Every page but that of the day, which is always there."""


def load(name: str) -> "type[Page]":
    """The class of a page."""
    module, _, found = PAGES[name].partition(":")
    page: type[Page] = getattr(import_module(module), found)
    return page


def made(name: str, journal: "OpenJournal", **about: Any) -> "Page":
    """A page that is about to be opened; `about` is its own affair, but for `day`, which every page takes."""
    return load(name)(journal, **about)


def style_sheets() -> list[Path]:
    """The style sheets of all pages and of the dialogues; imports what was not needed yet."""
    from journal.tui.screens.dialogue import Dialogue

    screens: list[type[Screen[Any]]] = [Dialogue, *(load(name) for name in PAGES)]
    found: list[Any] = []
    for one in screens:
        sheets = one.CSS_PATH or []
        found += sheets if isinstance(sheets, list) else [sheets]
    return list(dict.fromkeys(found))
