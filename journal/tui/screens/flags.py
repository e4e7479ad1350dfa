"""The page of all flags: those that hold, those that were marked, what was not judged, and on request what is over."""

from datetime import date
from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.reactive import var
from textual.widgets import OptionList
from textual.worker import Worker

from journal.analysis.answers.questions import QUESTIONS
from journal.analysis.flags import Flag
from journal.tui.asking.open_journal import OpenJournal
from journal.tui.key_names import with_keys
from journal.tui.keys import bind
from journal.tui.messages import FlagOpened, QuestionsAsked
from journal.tui.reading.flags import AllFlags, PastMonth, all_flags, in_full, past_flags
from journal.tui.screens.flag import Wish
from journal.tui.screens.page import Page
from journal.tui.widgets.all_flags import AllFlagsList
from journal.tui.widgets.full_flag import FullFlag

_STOPS = "{leave} stops"


class FlagsPage(Page):
    """The list, and where there is room the chosen flag in full beside it; `flag` is chosen at first."""

    NAME = "Flags"
    HOME = "#all-flags"
    AUTO_FOCUS = "#all-flags"
    CSS_PATH = Path(__file__).parent / "flags.tcss"

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("acknowledge", "wish('ACKNOWLEDGE')", show=True),
        bind("snooze", "wish('SNOOZE')", show=True),
        bind("remove", "wish('UNMARK')"),
        bind("past", "past", show=True),
    ]

    view: var[AllFlags | None] = var(None)
    """What holds on the day shown."""
    past: var[tuple[PastMonth, ...] | None] = var(None)
    """What is over; None when it is not asked for."""

    def __init__(self, journal: OpenJournal, *, day: date | None = None, flag: Flag | None = None) -> None:
        super().__init__(journal, day=day)
        self._wanted = flag
        self._search: Worker[None] | None = None

    def body(self) -> ComposeResult:
        """Two columns; the second one is only there when the terminal is wide."""
        with Horizontal(id="body"):
            yield AllFlagsList(id="all-flags").data_bind(FlagsPage.view, FlagsPage.past)
            with VerticalScroll(id="full"):
                yield FullFlag()

    async def read(self) -> None:
        """What holds on that day; and what is over, when it is shown."""
        view = await self.tried(self.journal.work(all_flags, day=self.day))
        if view is None:
            return
        self.view = view
        if self._wanted is not None:
            wanted, self._wanted = self._wanted, None
            if not self.flags.choose(wanted):
                self._look_back(wanted)
        elif self.past is not None:
            self._look_back()

    @property
    def flags(self) -> AllFlagsList:
        """The list."""
        return self.query_one(AllFlagsList)

    @property
    def searching(self) -> bool:
        """Whether what is over is being looked for."""
        return self._search is not None and self._search.is_running

    def show_day(self, day: date) -> None:
        """Another day; what was over on the one before is forgotten."""
        self._stop()
        self.past = None
        super().show_day(day)

    # One flag.

    @on(AllFlagsList.Looked)
    @work(group="full", exclusive=True)
    async def _looked(self, message: AllFlagsList.Looked) -> None:
        """Show the flag under the cursor in full."""
        flag, view = message.target, self.view
        if not isinstance(flag, Flag) or view is None:
            self.query_one(FullFlag).shown = None
            return
        shown = await self.tried(
            self.journal.ask(lambda store, writer: in_full(store, writer, flag, view.rules))
        )
        if shown is not None:
            self.query_one(FullFlag).shown = shown
            self.query_one("#full", VerticalScroll).scroll_home(animate=False)

    @on(FlagOpened)
    def _opened(self, message: FlagOpened) -> None:
        """Its entries, where they are to be seen; else the flag over the page."""
        entries = self.query("#full OptionList").results(OptionList)
        if not self.query_one("#full").display:
            self.show_flag(message.flag)
        else:
            self.set_focus(next(entries, self.query_one("#full")))

    @on(FullFlag.EntryChosen)
    def _entry_chosen(self, message: FullFlag.EntryChosen) -> None:
        from journal.tui.screens.flag_verbs import open_entry

        open_entry(self, message.entry)

    def action_wish(self, name: str) -> None:
        """Acknowledge the chosen flag, put it aside, or take its mark away."""
        from journal.tui.screens.flag_verbs import mark

        chosen = self.flags.chosen
        if isinstance(chosen, Flag):
            mark(self, chosen, Wish[name])
        else:
            self.refuse("Choose a flag first: only a flag that holds is acknowledged or snoozed.")

    @on(QuestionsAsked)
    @work(group="dialogue", exclusive=True)
    async def _questions_asked(self) -> None:
        """Put the questions that rules wait for."""
        from journal.tui.reading.writing import asked_pain

        gaps = self.view.unjudged if self.view is not None else ()
        subjects = {gap.subject.get("symptom") for gap in gaps}
        asked = tuple(symptom for symptom in QUESTIONS if symptom in subjects)
        pain = await self.tried(self.journal.ask(asked_pain))
        answers = await self.ask(asked, pain) if asked else None
        if answers:
            await self.see_to(answers)

    # What is over.

    def action_past(self) -> None:
        """List what is over too, or no longer."""
        if self.searching:
            self._stop()
        elif self.past is not None:
            self.past = None
        else:
            self._look_back()

    def action_leave(self) -> None:
        """Out of the entries into the list; stop a search; else back to the page of the day."""
        focused = self.focused
        if focused is not None and self.query_one("#full") in focused.ancestors_with_self:
            self.set_focus(self.flags)
        elif self.searching:
            self._stop()
        else:
            super().action_leave()

    def _look_back(self, wanted: Flag | None = None) -> None:
        self._search = self._find_past(wanted)

    @work(group="past", exclusive=True)
    async def _find_past(self, wanted: Flag | None) -> None:
        was_listed = self.past is not None
        self._tell_search(f"Reading all of the journal · {with_keys(self, _STOPS)}")
        try:
            self.past = await self.tried(
                self.journal.work(past_flags, day=self.day, tell=self._tell_progress)
            )
        finally:
            self._tell_search("")
        if wanted is None and self.past and not was_listed:
            wanted = self.past[0].flags[0]
        if wanted is not None:
            self.flags.choose(wanted)

    def _stop(self) -> None:
        if self._search is not None and self.searching:
            self._search.cancel()
            self.say("Stopped: what is over is not listed.")

    def _tell_progress(self, done: int, of: int) -> None:
        if self.searching:
            self._tell_search(f"Looking back: {done} of {of} rules · {with_keys(self, _STOPS)}")

    def _tell_search(self, words: str) -> None:
        # A search that ends because the page was left finds no list any more.
        for flags in self.query(AllFlagsList):
            flags.border_title = Content(f" {words} " if words else "")
