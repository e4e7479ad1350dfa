"""What to leave out today, and the lines that are no flags."""

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from journal.analysis.flags import Today

_ROOMY = 100
"""Cells of the terminal from which each thing has a row of its own."""


class LeaveOutList(Widget):
    """The things to leave out, and the notes of the day.  Takes no room when there is nothing to say."""

    answer: reactive[Today | None] = reactive(None, layout=True)
    """What the rules say."""

    def watch_answer(self) -> None:
        """Appear only with something to show."""
        self.display = self.answer is not None and bool(self.answer.leave_out or self.answer.notes)
        self.border_title = (
            " Leave out today " if self.answer and self.answer.leave_out else " Worth knowing "
        )

    def render(self) -> Content:
        """One row for each thing where there is room, else one after the other."""
        if self.answer is None:
            return Content("")
        # The rules have answered, so this is loaded by now; at the top of the file it would delay the first paint.
        from journal.analysis.today import leave_out_words

        roomy = self.app.size.width >= _ROOMY
        things = [
            Content.assemble(("– " if roomy else "", "$severity-warning"), leave_out_words(one))
            for one in self.answer.leave_out
        ]
        if not roomy:
            things = [Content.styled(" · ", "$severity-warning").join(things)] if things else []
        return Content("\n").join([*things, *(Content.styled(note, "$quiet") for note in self.answer.notes)])
