"""The day's flags, worst first, with what is folded below them."""

from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.reactive import var
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from journal.tui.key_names import key_of
from journal.tui.keys import bind
from journal.tui.messages import FlagOpened, QuestionsAsked, UnfoldAsked
from journal.tui.widgets.flag_rows import flag_row, gap_row
from journal.tui.widgets.hanging import Hanging
from journal.tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from journal.analysis.flags import Flag, Today


class FlagList(RowList):
    """Enter or a click opens a flag, the questions, or what is folded."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind(
            "choose", "select", tooltip="Open the flag: numbers, advice, document and the entries behind it"
        ),
        bind("down", "cursor_down"),
        bind("up", "cursor_up"),
    ]

    answer: "var[Today | None]" = var(None)
    """What the rules say; its flags are listed in their order."""
    unfolded: "var[tuple[Flag, ...] | None]" = var(None)
    """All active flags, when they were asked for; then the folded tips are listed too.  None: folded."""

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id, compact=True, markup=False)
        self._targets: list[FlagOpened | QuestionsAsked | UnfoldAsked] = []

    def watch_answer(self, before: "Today | None", answer: "Today | None") -> None:
        """List the flags of the new answer; most often they are those of the one before."""
        if before is None or answer is None or _listed(before) != _listed(answer):
            self._fill()

    def watch_unfolded(self) -> None:
        """List the tips that were folded, or fold them."""
        self._fill()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Tell the screen what was opened."""
        event.stop()
        self.post_message(self._targets[event.option_index])

    def _fill(self) -> None:
        place = self.highlighted
        self.clear_options()
        self._targets = []
        self.display = self.answer is not None
        if self.answer is None:
            return
        self._add_questions(len(self.answer.questions))
        for flag in self.answer.flags if self.unfolded is None else self.unfolded:
            self._add(flag_row(flag), FlagOpened(flag))
        self._add_fold(self.answer)
        if not self._targets:
            self.add_option(Option(Content.styled("No flags.", "$quiet"), disabled=True))
        else:
            self.highlighted = min(place or 0, len(self._targets) - 1)

    def _add(self, look: Content | Hanging, target: FlagOpened | QuestionsAsked | UnfoldAsked) -> None:
        self._targets.append(target)
        self.add_option(Option(look))

    def _add_questions(self, count: int) -> None:
        if count:
            asked = "1 question is" if count == 1 else f"{count} questions are"
            words = Content.assemble(
                ("? ", "$accent bold"),
                (f"{asked} unanswered: press ", ""),
                (key_of(self, "questions"), "$accent bold"),
            )
            self._add(words, QuestionsAsked())

    def _add_fold(self, answer: "Today") -> None:
        if self.unfolded is not None:
            for gap in answer.insufficient:
                self._add(gap_row(gap), UnfoldAsked())
            self._add(Content.styled("show less", "$quiet"), UnfoldAsked())
            return
        parts = [f"+{answer.folded} {_plural(answer.folded, 'tip')}"] if answer.folded else []
        gaps = len(answer.insufficient)
        if gaps:
            more = f"{key_of(self, 'flags')} shows {'why' if gaps == 1 else 'which'}"
            parts.append(f"{gaps} {_plural(gaps, 'rule')} could not judge: {more}")
        if parts:
            self._add(Content.styled(" · ".join(parts), "$quiet"), UnfoldAsked())


def _listed(answer: "Today") -> tuple[object, ...]:
    """What of the answer is seen in the list."""
    return len(answer.questions), answer.flags, answer.folded, answer.insufficient


def _plural(count: int, word: str) -> str:
    return word if count == 1 else f"{word}s"
