"""The day under the cursor of the calendar, in words."""

from datetime import date

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static

from journal.tui.key_names import with_keys
from journal.tui.reading.year import FlagsOfYear, HeldFlag, Year
from journal.tui.themes import GLYPHS, colour
from journal.tui.widgets.hanging import Hanging
from journal.tui.widgets.stacked import Stacked
from journal.tui.wording.dates import in_short
from journal.tui.wording.year import told

_SIGN = 2
_NOTHING = "Nothing is written in {}.  {choose} opens a day, {log} writes a line for it."


class YearDay(VerticalScroll):
    """One line with all of the day, and below it its flags in full."""

    view: reactive[Year | None] = reactive(None)
    """The year; None while it is being read."""
    flags: reactive[FlagsOfYear | None] = reactive(None)
    """The flags that held; None while they are not known."""
    day: reactive[date | None] = reactive(None)
    """The day under the cursor."""
    pointed: reactive[date | None] = reactive(None)
    """The day under the mouse, which is told instead."""

    def compose(self) -> ComposeResult:
        """The line, then the flags."""
        yield Static(id="told")
        yield Static(id="of-the-day")

    def watch_view(self) -> None:
        """The year has come."""
        self._draw()

    def watch_flags(self) -> None:
        """The flags have come."""
        self._draw()

    def watch_day(self) -> None:
        """Another day."""
        self._draw()

    def watch_pointed(self) -> None:
        """The mouse is over another day."""
        self._draw()

    def _draw(self) -> None:
        day = self.pointed or self.day
        if not self.is_mounted or day is None or self.view is None:
            return
        words = told(self.view.on(day), self.flags, self.view.today)
        self.query_one("#told", Static).update(Content.assemble((in_short(day), "bold"), f": {words}"))
        below = self.query_one("#of-the-day", Static)
        if not any(one.is_recorded for one in self.view.days):
            below.update(
                Content.styled(with_keys(self, _NOTHING).replace("{}", str(self.view.number)), "$quiet")
            )
        else:
            below.update(Stacked(_rows(day, self.flags)) if self.flags is not None else "")


def _rows(day: date, flags: FlagsOfYear) -> list[Hanging]:
    began = [_row(flag) for flag in flags.began.get(day, ())]
    held = [_row(flag, since=flag.first) for flag in flags.held_on(day)]
    return [*began, *held]


def _row(flag: HeldFlag, since: date | None = None) -> Hanging:
    words = f"  since {in_short(since)}" if since is not None else ""
    sign = Content.styled(GLYPHS[flag.severity], colour(flag.severity))
    return Hanging(sign, Content.assemble(flag.message, (words, "$quiet")), _SIGN)
