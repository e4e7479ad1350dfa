"""One row of a form: the label, the answer, what stands beside it, and its own error below."""

from typing import Any

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.events import Click
from textual.widgets import Input, Static

from journal.errors import Refused
from journal.tui.widgets.form.answers import TextAnswer, WordsAnswer
from journal.tui.widgets.form.fields import Field


class Row(Vertical):
    """Shows a field; a click on what stands beside an empty one takes its ghost."""

    DEFAULT_CSS = """
    Row { height: auto; padding: 0 1; }
    Row:focus-within { background: $row; }
    Row .row-line { height: auto; }
    Row .row-label { width: 15; height: 1; text-wrap: nowrap; text-overflow: ellipsis; }
    Row .row-beside {
        width: 1fr; height: 1; padding: 0 0 0 2; color: $quiet; text-wrap: nowrap; text-overflow: ellipsis;
    }
    Row TextAnswer {
        width: 14; background: $row-blurred; &:focus { background-tint: transparent; }
        & > .input--placeholder, & > .input--suggestion { color: $quiet; text-style: italic; }
    }
    Row:focus-within TextAnswer { background: $background; }
    Row TextAnswer.-wide-answer { width: 1fr; max-width: 72; }
    Row WordsAnswer { width: auto; height: auto; }
    Row .row-fault { color: $severity-warning; padding: 0 0 0 15; display: none; }
    """

    def __init__(self, field: Field, text: str | None = None) -> None:
        super().__init__()
        self.field = field
        self._label = Static(classes="row-label", markup=False)
        self._answer = WordsAnswer(field) if field.options else TextAnswer(field)
        self._beside = Static(classes="row-beside", markup=False)
        self._fault = Static(classes="row-fault", markup=False)
        if text is not None:
            self._put(text)

    def compose(self) -> ComposeResult:
        """Label, answer and what stands beside it; the error below."""
        with Horizontal(classes="row-line"):
            yield self._label
            yield self._answer
            yield self._beside
        yield self._fault

    def on_mount(self) -> None:
        """Label and what stands beside the answer."""
        self._draw()

    def on_resize(self) -> None:
        """What stands beside the answer depends on the room."""
        self.call_after_refresh(self._draw)

    def show(self, field: Field) -> None:
        """Ask the same with other ghosts or words; what was typed stays, what was not touched is brought up to date."""
        touched, self.field = self.is_touched, field
        self._answer.show(field)
        if not touched:
            self._put(field.text)
        self._draw()

    def renew(self, field: Field) -> None:
        """Ask the same anew: what stands there gives way to the answer that is known now."""
        self.field = field
        self._answer.show(field)
        if self.text != field.text:  # what is selected stays selected
            self._put(field.text)
        self.tell_fault()
        self._draw()

    @property
    def text(self) -> str:
        """What stands in the field."""
        return self._answer.value

    @property
    def is_touched(self) -> bool:
        """Whether something else stands there than was there at first."""
        return self.text != self.field.text

    @property
    def fault(self) -> str:
        """Why what stands there is not accepted; "" when it is."""
        try:
            self.field.answer(self.text)
        except Refused as refused:
            return str(refused)
        return ""

    def value(self) -> Any:
        """The answer; `Refused` when it is not accepted."""
        return self.field.answer(self.text)

    def begin(self) -> None:
        """Take the focus."""
        self.screen.set_focus(self._answer)

    def begin_with(self, digit: str) -> None:
        """Take the focus, and the digit that was meant for it."""
        if isinstance(self._answer, TextAnswer):
            self._answer.select_on_focus = False  # the digit is not to be written over by the next one
            self._put(f"{self.text if self.screen.focused is self._answer else ''}{digit}")
        self.begin()

    def take_ghost(self) -> None:
        """Answer with the ghost, when nothing else stands there."""
        if not self.text.strip() and self.field.ghost is not None:
            self._put(self.field.ghost.text)

    def tell_fault(self) -> bool:
        """Show why the answer is not accepted; whether there was anything to show."""
        fault = self.fault
        self._fault.display = bool(fault)
        self._fault.update(Content(f"! {fault}") if fault else "")
        if fault:
            self.call_after_refresh(self.scroll_visible, animate=False)
        return bool(fault)

    def on_click(self, event: Click) -> None:
        """Anywhere in the row means its field; beside it, what is offered."""
        if event.widget is self._beside:
            self.take_ghost()
        if self.screen.focused is not self._answer:
            self.begin()

    def on_descendant_focus(self) -> None:
        """The row that is written in has a sign."""
        self._draw()

    def on_descendant_blur(self) -> None:
        """Left: say what is wrong with it, if anything is."""
        self._draw()
        self.tell_fault()

    @on(Input.Changed)
    @on(WordsAnswer.Chosen)
    def _changed(self) -> None:
        if self._fault.display:
            self.tell_fault()
        self._draw()

    def _put(self, text: str) -> None:
        self._answer.value = text
        if isinstance(self._answer, TextAnswer):
            self._answer.cursor_position = len(text)

    def _draw(self) -> None:
        here = self.has_focus_within
        sign = Content.styled("❯ " if here else "  ", "$accent bold")
        self._label.update(sign + Content.styled(self.field.label, "bold" if here else ""))
        self._beside.display = not self.field.wide
        self._beside.update(self._meaning(self._beside.size.width))

    def _meaning(self, width: int) -> Content:
        """The unit, or the meaning of the word that is chosen or offered; and where a ghost comes from.

        The last is left out where there is no room: the hint tells it too.
        """
        field, text = self.field, self.text
        ghost = field.ghost if not text.strip() else None
        parts = [Content(field.unit)] if field.unit else []
        option = field.option(text or (ghost.text if ghost else ""))
        if option is not None and option.says:
            block = Content.styled("■ ", option.colour) if option.colour else Content("")
            parts.append(block + Content.styled(option.says, "" if ghost else "$foreground"))
        since = [Content.styled(ghost.since, "italic")] if ghost is not None and ghost.since else []
        whole = Content("  ").join([*parts, *since])
        return whole if whole.cell_length <= width or not width else Content("  ").join(parts)
