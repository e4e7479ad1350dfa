"""The answer of the day in one line: can I train, and what should I leave out?"""

from typing import TYPE_CHECKING

from textual.content import Content
from textual.reactive import reactive

from journal.tui.reading.views import DayView
from journal.tui.themes import GLYPHS, colour
from journal.tui.widgets.steady import Steady
from journal.vocabulary import Severity

if TYPE_CHECKING:
    from journal.analysis.flags import Today


class Headline(Steady):
    """Shows the headline with the sign and colour of the worst flag; until then, what is being done."""

    view: reactive[DayView | None] = reactive(None)
    """The day shown; None while the journal is being opened."""
    answer: "reactive[Today | None]" = reactive(None)
    """What the rules say of it; None while they are at work."""

    def watch_view(self) -> None:
        """The first day has come: the rules are next."""
        self._show()

    def watch_answer(self) -> None:
        """The rules have answered."""
        self._show()

    def _show(self) -> None:
        worst = _worst(self.answer)
        self.set_class(self.answer is None, "-waiting")
        for severity in Severity:
            self.set_class(severity is worst, f"-{severity.value}")
        self.update(self._content(worst))

    def _content(self, worst: Severity | None) -> Content:
        if self.view is None:
            return Content("Opening the journal …")
        if self.answer is None:
            return Content("Looking at what is recorded …")
        sign, style = (GLYPHS[worst], colour(worst)) if worst else ("✓", "$success")
        said = self.answer.said
        if not self.view.is_today:
            said = f"At the end of that day: {said[:1].lower()}{said[1:]}"
        return Content.assemble((f"{sign} ", f"{style} bold"), (said, f"{style} bold"))


def _worst(answer: "Today | None") -> Severity | None:
    """The severity whose look the headline takes; None when nothing speaks against training."""
    if answer is None:
        return None
    active = {flag.severity for flag in answer.flags}
    if Severity.URGENT in active:
        return Severity.URGENT
    if Severity.WARNING in active or answer.leave_out:
        return Severity.WARNING
    return Severity.CAUTION if Severity.CAUTION in active else None
