"""The journal cannot be opened: why, in one sentence, and nothing else."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Static

from journal.tui.key_names import with_keys
from journal.tui.keys import bind
from journal.tui.screens.dialogue import Dialogue


class Broken(Dialogue[None]):
    """Shows the sentence; Esc leaves with exit status 1, as every command does then."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("leave", "leave", name="quit", tooltip="Leave the program", show=True),
        bind("choose", "leave", name="quit", tooltip="Leave the program"),
    ]

    def __init__(self, sentence: str) -> None:
        super().__init__()
        self._sentence = sentence

    def compose(self) -> ComposeResult:
        """The sentence in the middle."""
        with Vertical(classes="dialogue"):
            yield Static("The journal could not be opened", classes="title", markup=False)
            yield Static(self._sentence, markup=False)
            quits = with_keys(
                self, "\nNothing was changed; `journal doctor` names the way back. {leave} quits."
            )
            yield Static(quits, classes="quiet", markup=False)

    def action_leave(self) -> None:
        """Leave with the status of something that could not be done."""
        self.app.exit(return_code=1)
