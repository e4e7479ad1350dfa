"""Search: words at the top, and what has them below, as they are typed."""

import asyncio
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.reactive import var
from textual.widgets import Input, Static

from journal.tui.asking.open_journal import OpenJournal
from journal.tui.keys import bind
from journal.tui.reading.search import Results, search
from journal.tui.screens.page import Page
from journal.tui.widgets.results import ResultList
from journal.tui.widgets.styled_once import StyledOnce

_PAUSE_SECONDS = 0.12
"""Letters that come quicker than this are looked for together."""
_WHAT = "notes, titles, exercises, places, drugs, drinks, symptoms, templates"


class WordsInput(StyledOnce, Input):
    """The words; Enter opens the chosen result, down goes to the results."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("choose", "submit", tooltip="Open the chosen result", show=True),
        bind("down", "to_results", name="results", tooltip="To the results", show=True),
    ]

    def action_to_results(self) -> None:
        """To what was found."""
        self.screen.query_one(ResultList).focus()


class SearchPage(Page):
    """Opened with a `text`, it looks for that at once; without words it shows the newest notes."""

    NAME = "Search"
    HOME = "#sought"
    AUTO_FOCUS = HOME
    CSS_PATH = Path(__file__).parent / "search.tcss"

    results: var[Results | None] = var(None)
    """What was found."""

    def __init__(self, journal: OpenJournal, *, day: date | None = None, text: str = "") -> None:
        super().__init__(journal, day=day)
        self._text = text

    def body(self) -> ComposeResult:
        """The words, and what was found."""
        with Vertical(id="words"):
            with Horizontal(id="words-row"):
                yield Static("/", id="prompt-words", markup=False)
                yield WordsInput(
                    self._text,
                    id="sought",
                    compact=True,
                    select_on_focus=False,
                    placeholder="words, such as  knee stairs",
                )
            yield Static(_WHAT, id="what", markup=False)
        yield ResultList(id="found").data_bind(SearchPage.results)

    def heading(self) -> Iterator[tuple[str, str]]:
        """Its name alone: it is about all days."""
        yield self.NAME, "$accent bold"

    async def read(self) -> None:
        """Look for the words that stand there."""
        results = await self.tried(self.journal.ask(search(self.query_one(WordsInput).value)))
        if results is not None:
            self.results = results

    @on(Input.Changed, "#sought")
    @work(group="search", exclusive=True)
    async def _typed(self) -> None:
        await asyncio.sleep(_PAUSE_SECONDS)
        await self.read()

    @on(Input.Submitted, "#sought")
    @work(group="search", exclusive=True)
    async def _entered(self) -> None:
        """What is opened has the words as they stand now, however quickly Enter came behind them."""
        await self.read()
        chosen = self.query_one(ResultList).chosen
        if chosen is not None and self.results is not None and self.results.words:
            self.query_one(ResultList).action_select()

    @on(ResultList.Opened)
    def _result_opened(self, message: ResultList.Opened) -> None:
        self.go(message.result.page, **message.result.about)

    @on(ResultList.Left)
    def _list_left(self) -> None:
        self.query_one(WordsInput).focus()

    async def action_open(self, name: str) -> None:
        """Another page; its own key goes back to the words."""
        if name == "search":
            self.query_one(WordsInput).focus()
        else:
            await super().action_open(name)
