"""A page that is one form: what stands in it is recorded by Save, and the page of the day comes back."""

from abc import abstractmethod
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on, work
from textual.await_complete import AwaitComplete
from textual.content import Content
from textual.widgets import Input

from journal.errors import Refused
from journal.tui.key_names import key_of
from journal.tui.screens.page import Page
from journal.tui.widgets.form import Form
from journal.tui.widgets.form.answers import WordsAnswer

if TYPE_CHECKING:
    from journal.entry import Writer
    from journal.tui.lines.editing import Pairs

_FIRST = frozenset({"log", "open", "again"})
"""Keys that come before all others: letters that a field must get instead."""
_LONGEST = 300
"""Characters of a preview or an acknowledgement; the rest of a long note is recorded all the same."""
_LETTERS = frozenset({"undo", "drink"})
"""Keys that a field takes as letters, so that the footer does not offer them."""


class FormPage(Page):
    """Shows a form (`Form`), says what would be recorded, and records it."""

    HOME = "#form-save"
    AUTO_FOCUS = ""
    CSS_PATH: ClassVar[Path] = Path(__file__).parent / "form_page.tcss"
    VERB: ClassVar[str] = ""
    """What the step is called that Save makes."""
    OPENED_BY: ClassVar[str] = ""
    """The id of the key that opens the page."""

    _is_recorded = False

    @property
    def form(self) -> Form:
        """The form."""
        return self.query_one(Form)

    @abstractmethod
    def pairs(self, answers: dict[str, object], writer: "Writer") -> "Pairs":
        """The changes that the answers make; `Refused` when they contradict one another."""

    @abstractmethod
    def words(self, pairs: "Pairs", writer: "Writer") -> str:
        """The changes in words."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Letters belong to the field that is written in."""
        if action in _FIRST | _LETTERS and isinstance(self.focused, Input | WordsAnswer):
            return False
        return super().check_action(action, parameters)

    @on(Form.Changed)
    def _preview(self) -> None:
        if self.writer is None:
            return
        writer = self._writer_now(self.writer)
        try:
            pairs = self.pairs(self.form.answers(), writer)
        except Refused as refused:
            self.form.preview = Content.assemble(("… ", "$quiet"), (str(refused), "$quiet"))
            return
        self.form.preview = self.previewed(pairs, writer)

    def previewed(self, pairs: "Pairs", writer: "Writer") -> Content:
        """What would be recorded, for the line above Save."""
        if not pairs:
            return Content.styled(
                "Nothing to record yet." if self.is_new else "Nothing changed yet.", "$quiet"
            )
        return Content.assemble(("→ ", "$accent bold"), _cut(self.words(pairs, writer)))

    @property
    def is_new(self) -> bool:
        """Whether nothing stands in the journal yet that the form would change."""
        return True

    @on(Form.Saved)
    @work(group="verbs")
    async def _save(self) -> None:
        answers = self.form.checked()
        if answers is None or self.writer is None:
            return
        writer = self._writer_now(self.writer)
        try:
            pairs = self.pairs(answers, writer)
        except Refused as refused:
            self.refuse(str(refused))
            return
        if not pairs:
            self.refuse("There is nothing to record." if self.is_new else "Nothing was changed.")
        elif await self._written(pairs, _cut(self.words(pairs, writer))):
            self._is_recorded = True
            self.go("today", day=self.day_written(pairs))

    def go(self, name: str, **about: Any) -> AwaitComplete:
        """Open another page; what was typed here and not recorded is told there, with the way back to it."""
        left = "" if self._is_recorded or not self.form.is_touched() else self._unrecorded()
        self.put_aside()
        home, opened = self.home, super().go(name, **about)
        if left:
            # Behind it: another day forgets what was said.
            home.refuse(f"Left, and not recorded: {left}.  {self.way_back} brings it back.")
        return opened

    @abstractmethod
    def put_aside(self) -> None:
        """Keep what was typed and not recorded until one comes back."""

    @property
    def way_back(self) -> str:
        """The key that opens the page again as it is."""
        return key_of(self, self.OPENED_BY)

    def _unrecorded(self) -> str:
        """What Save would record, in words."""
        if self.writer is None:
            return ""
        writer = self._writer_now(self.writer)
        try:
            pairs = self.pairs(self.form.answers(), writer)
        except Refused:
            return ""
        return _cut(self.words(pairs, writer)) if pairs else ""

    def day_written(self, pairs: "Pairs") -> date | None:
        """The day that the page of the day then shows."""
        return next((record.day for _, record in pairs if record is not None), self.day)

    async def _written(self, pairs: "Pairs", words: str) -> bool:
        """Record what is all new, and replace otherwise: one step in any case."""
        new = [after for before, after in pairs if before is None and after is not None]
        if len(new) == len(pairs):
            return await self.record(new, (words,), self.VERB, leave=True)
        return await self.replace(pairs, self.VERB, leave=True)


def _cut(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"
