"""A row of a form whose answer is a line of text."""

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.events import Key
from textual.message import Message
from textual.widgets import Input, Static

from journal.tui.widgets.choice_row import LABEL


class RowInput(Input):
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
    TextRow Static {{ width: {LABEL}; }}
    TextRow Input {{
        width: 1fr; background: transparent;
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
        """The label, and the line beside it."""
        yield Static(markup=False)
        yield RowInput(placeholder=self._placeholder, compact=True, select_on_focus=False)

    def on_mount(self) -> None:
        """Draw the label."""
        self._draw()

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
        self._draw()

    def on_descendant_blur(self) -> None:
        """No sign."""
        self._draw()

    def _draw(self) -> None:
        here = self.has_focus_within
        sign = Content.styled("❯ " if here else "  ", "$accent bold")
        self.query_one(Static).update(sign + Content.styled(self._label, "bold" if here else "$quiet"))
