"""A page on which a file is looked at before it comes in: read beside the store, with its progress."""

from abc import abstractmethod
from dataclasses import replace
from pathlib import Path
from typing import Any

from textual import work
from textual.content import Content

from journal.columns import one_line
from journal.importing.asked import Asked
from journal.tui.key_names import key_of
from journal.tui.reading.imports import Looked, check, read_file, read_known
from journal.tui.screens.page import Page
from journal.tui.widgets.act_list import ActList


class FileLook(Page):
    """What was looked at is in `_looked`; `_show` is called when that has changed."""

    _looked: Looked | None = None

    @abstractmethod
    def _show(self) -> None:
        """Show what was looked at; the page knows how."""

    @work(group="look", exclusive=True)
    async def _look(self, asked: Asked, file: Path) -> None:
        """Read a file beside the store, with its progress; Esc ends it."""
        self.said = None
        self._tell(f"{one_line(file.name)}: reading …")
        try:
            looked = await self._looked_at(asked, file)
        finally:
            self._tell("")
        if looked is not None:
            self._looked = looked
            self._show()

    def _again(self, **told: Any) -> None:
        """Look at the same file once more, with something told of it."""
        if self._looked is not None:
            self._look(replace(self._looked.asked, **told), self._looked.file)

    async def _looked_at(self, asked: Asked, file: Path) -> Looked | None:
        known = await self.tried(self.journal.ask(read_known))
        if known is None:
            return None
        gave = await self.tried(
            self.journal.work(read_file(file, asked, known), tell=self._tell_progress(file))
        )
        if gave is None:
            return None
        if gave.imported is None:
            return Looked(file, asked, questions=gave.questions, columns=gave.columns, lacks=gave.lacks)
        self._tell(f"{one_line(file.name)}: read, and compared with the journal …")
        return await self.tried(self.journal.ask(check(file, asked, gave.imported, gave.columns)))

    def _tell_progress(self, file: Path) -> Any:
        def tell(done: int, of: int) -> None:
            self._tell(
                f"{one_line(file.name)}: {done * 100 // of if of else 0} % read, {key_of(self, 'leave')} ends it"
            )

        return tell

    def _tell(self, words: str) -> None:
        # Who leaves the page while a file is read leaves no list behind.
        for shown in self.query(ActList):
            shown.border_title = Content(f" {words} " if words else "")
