"""The page of profile and settings: what the journal knows of its writer, and what the settings file says."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from journal import config
from journal.errors import Refused
from journal.records import CheckIn, Record
from journal.tui.asking.open_journal import OpenJournal
from journal.tui.forms import profile as profile_fields
from journal.tui.key_names import with_keys
from journal.tui.lines.editing import Pairs
from journal.tui.reading.settings import SettingsView, Threshold, read_file, read_settings, thresholds
from journal.tui.screens.first_start import NOT_ADVICE, NOT_FOR
from journal.tui.screens.page import Page
from journal.tui.widgets.condition_list import ConditionList
from journal.tui.widgets.contents import Contents
from journal.tui.widgets.form.answers import WordsAnswer
from journal.tui.widgets.kept_templates import KeptTemplates
from journal.tui.widgets.profile_rows import ProfileRows
from journal.tui.wording.conditions import marked, when_said
from journal.tui.wording.settings import changed_by, file_said, journal_said
from journal.vocabulary import display

_PARTS = (
    ("units", "Units", ""),
    ("person", "You", ""),
    ("reminders", "Reminders", "while the journal is open"),
    ("conditions", "Conditions", "and what the rules make of them"),
    ("templates", "Templates", ""),
    ("file", "Settings file", "read at the start"),
    ("about", "This journal", ""),
    ("not-for", "Not for whom", ""),
)
"""Id, name, and what stands behind the name at the head of the part."""
_LETTERS = frozenset({"log", "open", "again", "help", "undo", "drink"})
"""Keys that a field takes as letters."""


class SettingsPage(Page):
    """`section` is the id of the part that is shown at first."""

    NAME = "Settings"
    HOME = "#contents"
    AUTO_FOCUS = HOME
    CSS_PATH = Path(__file__).parent / "settings.tcss"

    BINDINGS: ClassVar[list[BindingType]] = []

    def __init__(self, journal: OpenJournal, *, day: date | None = None, section: str = "units") -> None:
        super().__init__(journal, day=day)
        self._section = section
        self._view: SettingsView | None = None

    def body(self) -> ComposeResult:
        """The names of the parts, and the parts below one another."""
        with Horizontal(id="settings"):
            yield Contents([(part, name) for part, name, _ in _PARTS], id="contents")
            with VerticalScroll(id="sheet"):
                for part, name, more in _PARTS:
                    with Vertical(id=f"part-{part}", classes="sheet-part") as box:
                        box.border_title = Content(f" {name}{f', {more}' if more else ''} ")
                        yield from _inside(part)
        yield Static(id="settings-hint", markup=False)

    def heading(self) -> Iterator[tuple[str, str]]:
        """What it is about."""
        yield self.NAME, "$accent bold"
        if self.app.size.width >= 100:
            yield with_keys(self, "  each change counts at once, {undo} takes it back"), "$quiet"

    async def read(self) -> None:
        """The profile, the lists, and what the file says."""
        view = await self.tried(self.journal.ask(read_settings))
        if view is None or self.writer is None:
            return
        first, self._view = self._view is None, view
        today = self.journal.today()
        self.query_one("#unit-rows", ProfileRows).fields = profile_fields.unit_fields(view)
        self.query_one("#person-rows", ProfileRows).fields = profile_fields.person_fields(view, self.writer)
        self.query_one("#reminder-rows", ProfileRows).fields = profile_fields.reminder_fields(view)
        conditions = self.query_one(ConditionList)
        conditions.today, conditions.lines = today, view.conditions
        self.query_one(KeptTemplates).templates = view.templates
        self.query_one("#changed-by", Static).update(changed_by(partial(with_keys, self)))
        self.query_one("#about-facts", Static).update(journal_said(view.about))
        self._read_file()
        if first:
            self.call_after_refresh(self.query_one(Contents).choose, self._section)

    @work(group="file", exclusive=True)
    async def _read_file(self) -> None:
        view = read_file(config.settings_file())
        facts = self.query_one("#file-facts", Static)
        facts.update(file_said(view, None, partial(with_keys, self)))
        told: Sequence[Threshold] | str
        try:
            told = await self.journal.work(lambda _: thresholds(view.says.rules, view.path.name))
        except Refused as refused:
            told = str(refused)
        facts.update(file_said(view, told, partial(with_keys, self)))

    def on_mount(self) -> None:
        """The part that was asked for stays at the top, also when what is below it comes later."""
        self.watch(self.query_one("#sheet"), "virtual_size", self._show_again, init=False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Letters belong to the field that is written in; no day is shown that could be stepped from."""
        in_words = action != "undo" and isinstance(self.focused, WordsAnswer)
        if action == "step" or (action in _LETTERS and (in_words or isinstance(self.focused, Input))):
            return False
        return super().check_action(action, parameters)

    def action_leave(self) -> None:
        """From a part to the names of the parts, from there to the page of the day."""
        contents = self.query_one(Contents)
        if self.focused is contents or self.focused is None:
            super().action_leave()
        else:
            self.set_focus(contents)

    def show_day(self, day: date) -> None:
        """No day is shown here: a day that is asked for is shown by its own page."""
        self.go("today", day=day)

    # The parts.

    @on(Contents.Shown)
    def _shown(self, message: Contents.Shown) -> None:
        self._show_part(message.part)
        self._explain("")

    def _show_part(self, part: str) -> None:
        sheet = self.query_one("#sheet", VerticalScroll)
        sheet.scroll_to_widget(self.query_one(f"#part-{part}"), top=True, animate=False, force=True)

    def _show_again(self) -> None:
        """What stands below the part that is shown has grown: there may be room for its head at the top now."""
        contents = self.query_one(Contents)
        if self.focused is contents and contents.part:
            self._show_part(contents.part)

    @on(Contents.Entered)
    def _entered(self, message: Contents.Entered) -> None:
        part = self.query_one(f"#part-{message.part}")
        self.set_focus(_first(part) or self.query_one("#sheet"))

    @on(ProfileRows.Explained)
    def _field_explained(self, message: ProfileRows.Explained) -> None:
        self._explain(message.words)

    def _explain(self, words: str) -> None:
        self.query_one("#settings-hint", Static).update(Content(words))

    # Changes.

    @on(ProfileRows.Answered)
    @work(group="verbs")
    async def _answered(self, message: ProfileRows.Answered) -> None:
        record = self._recorded(message.field.name, message.answer)
        if record is None:
            self.reload()
            return
        shown = "" if message.answer is None else _shown_as(message)
        words = f"{message.field.label}: {shown or 'nothing'}"
        if not await self.record([record], (words,), "settings"):
            self.reload()

    def _recorded(self, name: str, answer: object) -> Record | None:
        """The record that an answer makes; None when it says what holds already.  It holds from here on."""
        view = self._view
        if view is None:
            return None
        if name == profile_fields.BODY_WEIGHT:
            known = view.weighed.body_weight_kg if view.weighed is not None else None
            if not isinstance(answer, float) or answer == known:
                return None
            now = self.journal.now()
            weighed = CheckIn(date=now.date(), at=now, body_weight_kg=answer)
            self._view = replace(view, weighed=weighed)
            return weighed
        entry = profile_fields.as_stored(name, answer, view)
        if entry is not None:
            self._view = replace(view, profile={**view.profile, name: entry.value})
        return entry

    @on(ConditionList.Marked)
    @work(group="verbs")
    async def _marked(self, message: ConditionList.Marked) -> None:
        today = self.journal.today()
        before = message.line.record
        after = marked(before, message.line.name, today)
        if await self.replace([(before, after)], "condition"):
            self.say(f"{display(message.line.name)}: {when_said(after, today)}")

    @on(ConditionList.DatesAsked)
    async def _dates_asked(self, message: ConditionList.DatesAsked) -> None:
        from journal.tui.screens.condition_dates import ConditionDates

        line = message.line

        def told(now: "Record | None") -> None:
            if now is not None and now != line.record:
                self._change([(line.record, now)], "condition")

        await self.app.push_screen(ConditionDates(line.name, line.record, self.journal.today()), told)

    @on(ConditionList.RemovalAsked)
    def _condition_removed(self, message: ConditionList.RemovalAsked) -> None:
        if message.line.record is not None:
            self._change([(message.line.record, None)], "remove")

    @on(KeptTemplates.RenameAsked)
    async def _rename_asked(self, message: KeptTemplates.RenameAsked) -> None:
        from journal.tui.screens.rename import Rename

        template = message.template
        taken = {one.name for one in self._view.templates} if self._view is not None else set()

        def told(name: str | None) -> None:
            if name is not None and name != template.name:
                pairs: Pairs = [(one, None) for one in template.sets]
                pairs += [(None, one.but(template=name)) for one in template.sets]
                self._change(pairs, "rename template")

        await self.app.push_screen(Rename(template.name, taken), told)

    @on(KeptTemplates.RemovalAsked)
    def _template_removed(self, message: KeptTemplates.RemovalAsked) -> None:
        self._change([(one, None) for one in message.template.sets], "remove template")

    @work(group="verbs")
    async def _change(self, pairs: Pairs, verb: str) -> None:
        await self.replace(pairs, verb)


def _inside(part: str) -> ComposeResult:
    """The widgets of a part."""
    if part == "units":
        yield ProfileRows(id="unit-rows")
    elif part == "person":
        yield ProfileRows(id="person-rows")
    elif part == "reminders":
        yield ProfileRows(id="reminder-rows")
    elif part == "conditions":
        yield ConditionList(id="condition-list")
    elif part == "templates":
        yield KeptTemplates(id="template-list")
    elif part == "file":
        yield Static(id="file-facts")
        yield Static(id="changed-by", classes="apart")
    elif part == "about":
        yield Static(id="about-facts")
    else:
        yield Static(Content(f"{NOT_FOR}\n\n{NOT_ADVICE}"))


def _first(part: Widget) -> Widget | None:
    """The first widget of a part that takes the focus."""
    return next((one for one in part.query("*") if one.focusable), None)


def _shown_as(message: ProfileRows.Answered) -> str:
    field, answer = message.field, message.answer
    if isinstance(answer, float):
        return f"{answer:g} kg"
    return f"{answer} {field.unit}".strip()
