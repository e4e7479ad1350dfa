"""What to leave out today, and the lines that are no flags."""

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.reactive import reactive

from journal.tui.reading.views import DayView
from journal.tui.widgets.steady import Steady

if TYPE_CHECKING:
    from journal.analysis.flags import Today

_ROOMY = 100
"""Cells of the terminal from which each thing has a row of its own."""


class LeaveOutList(VerticalScroll):
    """The things to leave out, and the notes of the day.  Takes no room when there is nothing to say."""

    view: reactive[DayView | None] = reactive(None)
    """The day shown; None while the journal is being opened."""
    answer: "reactive[Today | None]" = reactive(None)
    """What the rules say."""

    def compose(self) -> ComposeResult:
        """One text, which scrolls when it is longer than its place."""
        yield Steady()

    def watch_answer(self) -> None:
        """Appear only with something to show."""
        self.display = self.answer is not None and _has_something(self.answer)
        self.border_title = f" {self._title()} "
        self._draw()

    def on_resize(self) -> None:
        """The width decides between rows and running text."""
        self._draw()

    def _title(self) -> str:
        if self.answer is None or not self.answer.leave_out:
            return "Worth knowing"
        return "Leave out today" if self.view is None or self.view.is_today else "Leave out"

    def _draw(self) -> None:
        if self.answer is not None and self.is_mounted:
            self.query_one(Steady).update(_words(self.answer, roomy=self.app.size.width >= _ROOMY))


def _has_something(answer: "Today") -> bool:
    return bool(
        answer.leave_out or answer.relief or answer.notes or (answer.flags and answer.nothing_against)
    )


def _words(answer: "Today", *, roomy: bool) -> Content:
    """One row for each thing where there is room, else one after the other; then what stands beside."""
    # Needed once the rules have answered; at the top of the file it would delay the first paint.
    from journal.analysis.answers.leaving_out import beside, leave_out_words

    things = [
        Content.assemble(("– " if roomy else "", "$severity-warning"), leave_out_words(one))
        for one in answer.leave_out
    ]
    if not roomy and things:
        things = [Content.styled(" · ", "$severity-warning").join(things)]
    return Content("\n").join([*things, *(Content.styled(note, "$quiet") for note in beside(answer))])
