"""Care: what was done against a pain, with what may help and what the rules look at beside it."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from journal.entry.echo import say_entry
from journal.entry.when import Moment
from journal.records import Care
from journal.tui.asking.care_help import CareHelp, care_help
from journal.tui.asking.open_journal import OpenJournal
from journal.tui.forms.care import Asked, care_of, fields_of
from journal.tui.forms.form_reading import at_noon
from journal.tui.forms.left_open import Of, leave_open, take_up
from journal.tui.key_names import key_of, with_keys
from journal.tui.reading.care import CareView, read_care
from journal.tui.screens.form_page import FormPage
from journal.tui.widgets.care_aside import CareAside
from journal.tui.widgets.care_kinds import CareKinds
from journal.tui.widgets.form import Form
from journal.tui.wording.care import parts_of
from journal.vocabulary import CareKind, Drug

if TYPE_CHECKING:
    from journal.entry import Writer
    from journal.tui.lines.editing import Pairs


class CarePage(FormPage):
    """A kind first, then the fields that it has; `record` is an entry that is changed."""

    NAME = "Care"
    HOME = "#care-kinds"
    AUTO_FOCUS = HOME
    CSS_PATH: ClassVar[list[Path]] = [FormPage.CSS_PATH, Path(__file__).parent / "care.tcss"]  # type: ignore[assignment]
    VERB = "care"
    OPENED_BY = "care"

    def __init__(self, journal: OpenJournal, *, day: date | None = None, record: Care | None = None) -> None:
        super().__init__(journal, day=record.day if record is not None else day)
        self._record = record
        self._view: CareView | None = None
        self._help: CareHelp | None = None
        self._asked: Asked | None = None

    def body(self) -> ComposeResult:
        """The kinds, the form, and what stands beside it."""
        with Horizontal(id="care"):
            yield CareKinds(id="care-kinds")
            with Vertical(id="care-right"):
                form = Form(id="care-form")
                form.set_reactive(
                    Form.idle, with_keys(self, "{choose} takes the kind; 1 to 9 take one at once.")
                )
                yield form
                yield CareAside(id="care-aside")

    def on_mount(self) -> None:
        """The heading of the list."""
        self.query_one(CareKinds).border_title = " What "
        self.query_one(CareAside).border_title = " Before "

    async def read(self) -> None:
        """What was done before and what hurts; the rules are asked beside it."""
        day, record = self.day or self.journal.today(), self._record
        view = await self.tried(self.journal.ask(lambda store, writer: read_care(store, writer, day, record)))
        if view is None:
            return
        first = self._view is None
        self._view = view
        kinds = self.query_one(CareKinds)
        kinds.kinds = view.kinds
        left = take_up(self.journal, self._of(view)) if first else None
        if left is not None:
            kind, texts = left
            kinds.choose(kind)
            await self.form.clear(instead=texts)
            self.say(f"What was left here stands here again: {key_of(self, 'choose')} goes on with it.")
        elif first and view.record is not None:
            kinds.choose(view.record.kind)
        await self._ask(kinds.kind or view.kinds[0])
        if first and view.record is not None:
            self.form.focus()
        self._ask_the_rules(day)

    def _of(self, view: CareView) -> Of:
        return ("care", view.day if self._record is None else self._record.id)

    def put_aside(self) -> None:
        """The kind and its answers stand here again when one comes back."""
        if self._view is not None and self._asked is not None:
            left = not self._is_recorded and self.form.is_touched()
            said = (self._asked.kind, self.form.written()) if left else None
            leave_open(self.journal, self._of(self._view), said)

    @property
    def way_back(self) -> str:
        """The key that opens the page again; an entry that was changed is opened itself."""
        return super().way_back if self._record is None else f"{key_of(self, 'choose')} on it"

    @work(group="rules", exclusive=True)
    async def _ask_the_rules(self, day: date) -> None:
        self._help = await self.tried(self.journal.work(care_help, day=day))
        self._tell()

    async def _ask(self, kind: CareKind, drug: Drug | None = None) -> None:
        """Ask what that kind has."""
        if self._view is None or self.writer is None:
            return
        self._asked = Asked(self._view, kind, drug)
        fields, pause = fields_of(self._asked, self.writer)
        await self.form.ask(fields, pause=pause)

    @on(CareKinds.Seen)
    async def _kind_seen(self, event: CareKinds.Seen) -> None:
        if self._asked is None or self._asked.kind is not event.kind:
            await self._ask(event.kind)

    @on(CareKinds.Taken)
    async def _kind_taken(self, event: CareKinds.Taken) -> None:
        await self._ask(event.kind)
        self.form.focus()

    @on(Form.Changed)
    async def _answers_changed(self) -> None:
        """Another painkiller has another last dose."""
        drug = self.form.answers().get("drug")
        if self._asked is not None and drug is not self._asked.drug:
            await self._ask(self._asked.kind, drug)
        self._tell()

    def _tell(self) -> None:
        """Write what stands beside the form."""
        if self._asked is None or self.writer is None:
            return
        answers = self.form.answers()
        moment: Moment = answers.get("when") or at_noon(self._asked.view.day, self._writer_now(self.writer))
        self.query_one(CareAside).parts = parts_of(self._asked, self._help, answers, moment.at)

    def pairs(self, answers: dict[str, object], writer: "Writer") -> "Pairs":
        """The new entry, or the change of the one that is changed."""
        if self._asked is None:
            return []
        care, record = care_of(self._asked, answers, writer), self._asked.record
        return [] if care == record else [(record, care)]

    def words(self, pairs: "Pairs", writer: "Writer") -> str:
        """The entry with its time and note."""
        return "; ".join(
            say_entry(care, Moment(care.at, care.time_known is not False), writer)
            for _, care in pairs
            if isinstance(care, Care)
        )

    @property
    def is_new(self) -> bool:
        """Whether an entry is added, not changed."""
        return self._record is None
