"""The check-in of a day: its night, its morning, and what the day was like."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal

from journal.tui.asking.open_journal import OpenJournal
from journal.tui.forms.checkin import begins_at, fields_of
from journal.tui.forms.checkin_changes import changes_of, told
from journal.tui.forms.left_open import leave_open, take_up
from journal.tui.reading.checkins import CheckInView, read_checkin
from journal.tui.screens.form_page import FormPage
from journal.tui.widgets.form import Form
from journal.tui.widgets.last_days import LastDays

if TYPE_CHECKING:
    from journal.entry import Writer
    from journal.records import CheckIn
    from journal.tui.lines.editing import Pairs


class CheckInPage(FormPage):
    """Asks what the writer uses, with the answers of the days before as ghosts; a check-in that is there is changed."""

    NAME = "Check-in"
    CSS_PATH: ClassVar[list[Path]] = [FormPage.CSS_PATH, Path(__file__).parent / "checkin.tcss"]  # type: ignore[assignment]
    VERB = "check-in"
    OPENED_BY = "checkin"

    def __init__(
        self, journal: OpenJournal, *, day: date | None = None, record: "CheckIn | None" = None
    ) -> None:
        super().__init__(journal, day=record.date if record is not None else day)
        self._view: CheckInView | None = None

    def body(self) -> ComposeResult:
        """The form, and the last days beside it where there is room."""
        with Horizontal(id="checkin"):
            yield Form(id="checkin-form")
            yield LastDays(id="checkin-days")

    def on_mount(self) -> None:
        """The heading of the table."""
        self.query_one(LastDays).border_title = " Lately "

    async def read(self) -> None:
        """What is there of the day, and what was answered before it."""
        day = self.day or self.journal.today()
        view = await self.tried(self.journal.ask(lambda store, writer: read_checkin(store, writer, day)))
        if view is None or self.writer is None:
            return
        another_day = self._view is None or self._view.day != day
        if another_day:
            self.put_aside()
            await self.form.clear(instead=take_up(self.journal, ("check-in", day)))
        self._view = view
        lately = self.query_one(LastDays)
        lately.unit, lately.view = self.writer.weight_unit, view
        fields, pause = fields_of(view, self.writer)
        await self.form.ask(fields, pause=pause)
        if another_day:
            self.form.begin(begins_at(view, fields))

    def put_aside(self) -> None:
        """What was not recorded stands here again when one comes back."""
        if self._view is not None:
            written = {} if self._is_recorded else self.form.written()
            leave_open(self.journal, ("check-in", self._view.day), written)

    def pairs(self, answers: dict[str, object], writer: "Writer") -> "Pairs":
        """The check-in and the urine reading, as far as they change."""
        return [] if self._view is None else changes_of(self._view, answers, writer)

    def words(self, pairs: "Pairs", writer: "Writer") -> str:
        """The changes in words."""
        return told(pairs, writer)

    @property
    def is_new(self) -> bool:
        """Whether the day has no check-in yet."""
        return self._view is None or self._view.checkin is None
