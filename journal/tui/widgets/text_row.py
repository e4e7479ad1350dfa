"""A row of a form whose answer is a line of text."""

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.events import Key
from textual.message import Message
from textual.widgets import Input

from journal.tui.widgets.choice_row import LABEL
from journal.tui.widgets.styled_once import StyledOnce


class RowInput(StyledOnce, Input):
    """The line.  Enter is taken in its turn among the letters, so that typing ahead loses nothing."""

    class Entered(Message):
        """Enter was pressed."""

    async def action_submit(self) -> None:
        """Tell the page."""
        self.post_message(self.Entered())

    async def _on_key(self, event: Key) -> None:
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            await self.action_submit()
        elif event.key in ("up", "down"):
            return
        else:
            await super()._on_key(event)


class TextRow(Horizontal):
    """A label and a line."""

    DEFAULT_CSS = f"""
    TextRow {{ height: 1; }}
    TextRow:focus-within {{ background: $row; }}
    TextRow Input {{
        width: 1fr; margin: 0 0 0 {LABEL}; background: transparent;
        &:focus {{ background-tint: transparent; }}
        & > .input--placeholder {{ color: $quiet; text-style: italic; }}
    }}
    """

    class Written(Message):
        """The text is another one."""

    def __init__(self, label: str, placeholder: str, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self._label, self._placeholder = label, placeholder

    def compose(self) -> ComposeResult:
        """The line, beside the label that the row itself draws."""
        yield RowInput(placeholder=self._placeholder, compact=True, select_on_focus=False)

    @property
    def text(self) -> str:
        """What stands there."""
        return self.query_one(Input).value

    def put(self, text: str) -> None:
        """Let another text stand there."""
        field = self.query_one(Input)
        field.value = text
        field.cursor_position = len(text)

    def offer(self, placeholder: str) -> None:
        """Say something else while nothing stands there."""
        self.query_one(Input).placeholder = placeholder

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.Written())

    def on_descendant_focus(self) -> None:
        """The row that is written in has a sign."""
        self.refresh()

    def on_descendant_blur(self) -> None:
        """No sign."""
        self.refresh()

    def render(self) -> Content:
        """The label."""
        here = self.has_focus_within
        sign = Content.styled("❯ " if here else "  ", "$accent bold")
        return sign + Content.styled(self._label, "bold" if here else "$quiet")
