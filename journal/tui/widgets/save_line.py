"""One line that asks how hard a workout was and how long it took, when it is saved."""

from dataclasses import dataclass
from enum import Enum, auto
from typing import Protocol

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.events import Key
from textual.message import Message
from textual.widgets import Input, Static

from journal.errors import Refused
from journal.tui.draft.cells import effort, minutes
from journal.tui.widgets.styled_once import StyledOnce


class Asked(Enum):
    """The two questions, in their order."""

    EFFORT = auto()
    MINUTES = auto()


@dataclass(frozen=True, slots=True)
class Ghost:
    """What is shown in an empty field; `stays`: it is so already, and stays so unless something is typed."""

    text: str = ""
    stays: bool = False


class Line(Protocol):
    """What the field asks of the line that it is in."""

    def done(self, key: str) -> None:
        """Enter, Tab or Esc was pressed in the field."""


_ENDS = frozenset({"enter", "tab", "shift+tab", "up", "escape"})


class AnswerField(StyledOnce, Input):
    """One field for both answers: what is typed ahead of the second question is not lost."""

    def __init__(self, line: Line) -> None:
        super().__init__(compact=True, select_on_focus=False, restrict=r"[0-9a-zA-Z@:., ]*", max_length=9)
        self._line = line

    async def _on_key(self, event: Key) -> None:
        if event.key in _ENDS:
            event.stop()
            event.prevent_default()
            self._line.done(event.key)
        else:
            await super()._on_key(event)


class SaveLine(Vertical):
    """Hidden until `ask`; posts `Answered`, or `Left` on Esc.  Enter on an empty field leaves it unanswered."""

    DEFAULT_CSS = """
    SaveLine { height: auto; display: none; padding: 0 1; }
    SaveLine #asked { height: 1; }
    SaveLine Static { width: auto; height: 1; }
    SaveLine .now { color: $accent; text-style: bold; }
    SaveLine .later { color: $quiet; }
    SaveLine AnswerField { width: 12; background: $row; &:focus { background: $row; background-tint: transparent; } }
    SaveLine AnswerField > .input--placeholder { color: $quiet; text-style: italic; }
    SaveLine #after { width: 1fr; color: $quiet; text-wrap: nowrap; text-overflow: ellipsis; }
    SaveLine #refused { width: 1fr; height: auto; color: $severity-warning; display: none; }
    """

    @dataclass
    class Answered(Message):
        """Both were asked; None = not answered."""

        effort: float | None
        minutes: float | None

    @dataclass
    class Left(Message):
        """It should not be saved yet."""

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self._asked = Asked.EFFORT
        self._effort: float | None = None
        self._ghosts: dict[Asked, Ghost] = {}

    def compose(self) -> ComposeResult:
        """The question, the answer, and what comes after it."""
        with Horizontal(id="asked"):
            yield Static(id="before", markup=False)
            yield AnswerField(self)
            yield Static(id="after", markup=False)
        yield Static(id="refused", markup=False)

    @property
    def is_open(self) -> bool:
        """Whether the questions are being asked."""
        return bool(self.display)

    def ask(self, effort: Ghost = Ghost(), minutes: Ghost = Ghost()) -> None:
        """Ask; a ghost is only shown, and what is left empty is not answered."""
        self._ghosts = {Asked.EFFORT: effort, Asked.MINUTES: minutes}
        self._effort = None
        self.display = True
        self._turn_to(Asked.EFFORT)
        self.screen.set_focus(self.query_one(AnswerField))

    def close(self) -> None:
        """Ask no more."""
        self.display = False

    def finish(self) -> None:
        """Take the answers as they stand."""
        asked = self._asked
        self.done("enter")
        if asked is Asked.EFFORT and self._asked is Asked.MINUTES:
            self.done("enter")

    def done(self, key: str) -> None:
        """A key that ends an answer."""
        field = self.query_one(AnswerField)
        if key == "escape":
            self.close()
            self.post_message(self.Left())
        elif key in ("shift+tab", "up"):
            if self._asked is Asked.MINUTES:
                self._turn_to(Asked.EFFORT, "" if self._effort is None else f"{self._effort:g}")
        else:
            self._answered(field.value.strip())

    def _answered(self, text: str) -> None:
        try:
            if self._asked is Asked.EFFORT:
                self._effort = effort(text) if text else None
                self._turn_to(Asked.MINUTES)
            else:
                long = minutes(text) if text else None
                self.close()
                self.post_message(self.Answered(self._effort, long))
        except Refused as error:
            self._refuse(str(error))

    def _turn_to(self, asked: Asked, text: str = "") -> None:
        self._asked = asked
        field = self.query_one(AnswerField)
        ghost = self._ghosts.get(asked, Ghost())
        field.value, field.placeholder = text, ghost.text
        field.cursor_position = len(text)
        self._refuse("")
        before_it = self._ghosts.get(Asked.EFFORT, Ghost())
        unsaid = before_it.text if before_it.stays else "not answered"
        hard = unsaid if self._effort is None else f"{self._effort:g}"
        if asked is Asked.EFFORT:
            before = Content.assemble(("How hard was it?  RPE 0 to 10 ", "$accent bold"))
            after = "   Enter keeps it" if ghost.stays else "   Enter goes on; empty is unknown"
        else:
            before = Content.assemble(
                (f"RPE {hard}   ", "$quiet"), ("How long did it take?  minutes ", "$accent bold")
            )
            after = "   Enter keeps it and saves" if ghost.stays else "   Enter saves"
        self.query_one("#before", Static).update(before)
        self.query_one("#after", Static).update(after)

    def _refuse(self, sentence: str) -> None:
        said = self.query_one("#refused", Static)
        said.update(f"! {sentence}" if sentence else "")
        said.display = bool(sentence)
