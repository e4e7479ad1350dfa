"""A dialogue that asks for another name of a template."""

from collections.abc import Collection
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Input, Static

from journal.exercises.own import brief
from journal.tui.key_names import with_keys
from journal.tui.keys import bind
from journal.tui.screens.dialogue import Dialogue


class Rename(Dialogue[str | None]):
    """Gives the name, or None when it was left with Esc.  `taken` are the names that there are already."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("leave", "dismiss(None)", name="leave", tooltip="Leave the name as it is"),
    ]

    def __init__(self, name: str, taken: Collection[str]) -> None:
        super().__init__()
        self._called, self._taken = name, taken

    def compose(self) -> ComposeResult:
        """One line, and what is wrong with it."""
        with Vertical(classes="dialogue"):
            yield Static("Another name for the template", classes="title", markup=False)
            yield Input(self._called, id="name", compact=True, select_on_focus=True)
            yield Static("", id="fault", markup=False)
            yield Static(with_keys(self, "Enter keeps it, {leave} leaves"), classes="quiet", markup=False)

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        name = " ".join(event.value.split())
        if name and (name == self._called or name not in self._taken):
            self.dismiss(name)
            return
        fault = self.query_one("#fault", Static)
        there = f"there is a template {brief(name)} already; each needs a name of its own"
        fault.update(f"! {there if name else 'a template needs a name, such as Legs A'}.")
        fault.display = True
