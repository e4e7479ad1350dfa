"""The page of a workout: sets written in a table, with what the rules would say of it beside them."""

import asyncio
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.reactive import var

from journal import clock
from journal.records import Session, Set, TemplateSet
from journal.tui.asking.kept_drafts import Key
from journal.tui.asking.open_journal import OpenJournal
from journal.tui.asking.outlook import Outlook, outlook
from journal.tui.draft.making import again, draft_of, new_draft, of_template, recalled
from journal.tui.draft.model import At, Block, Draft
from journal.tui.draft.naming import Offer
from journal.tui.draft.saving import planned
from journal.tui.draft.verbs import fill
from journal.tui.key_names import with_keys
from journal.tui.keys import bind
from journal.tui.reading.workouts import Shelf, last_time, shelf
from journal.tui.screens.saving_workout import SavingWorkout
from journal.tui.widgets.save_line import SaveLine
from journal.tui.widgets.sets import AtHand, SetTable
from journal.tui.widgets.what_if import WhatIf
from journal.tui.wording.dates import in_short

if TYPE_CHECKING:
    from journal.entry import Writer

_PAUSE_SECONDS = 0.4
"""So long nothing must have been typed before the rules are asked."""


_GOES_ON = "You go on with the workout of today; {leave}, then {workout}, begins another one."
_ANOTHER = "This is another workout; {leave}, then {workout}, goes back to the one that you were writing."


class WorkoutPage(SavingWorkout):
    """Begins with nothing, the last workout (`again`), a template, or the workout of a `record` to be changed."""

    NAME = "Workout"
    HOME = "#grid"
    AUTO_FOCUS = "#grid"
    CSS_PATH = Path(__file__).parent / "workout.tcss"

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("again", "again", priority=True, show=True),
        bind("save", "save", show=True),
        bind("templates", "templates", show=True),
    ]

    outlook: var[Outlook | None] = var(None)
    """What the rules would say of the draft; None while nothing is written."""
    waiting: var[bool] = var(False)
    """Whether the draft has changed since they were asked."""

    def __init__(
        self,
        journal: OpenJournal,
        *,
        day: date | None = None,
        again: bool = False,
        record: Session | None = None,
        template: str = "",
    ) -> None:
        super().__init__(journal, day=day if record is None else record.workout.started_at.date())
        self._again, self._template = again, template
        self._edited = record
        self.shelf = Shelf()

    def body(self) -> ComposeResult:
        """The table, what the rules would say, and the line that asks when it is saved."""
        with Container(id="parts"):
            yield SetTable(id="sets")
            yield WhatIf(id="what-if").data_bind(WorkoutPage.outlook, WorkoutPage.waiting)
        yield SaveLine(id="save-line")

    def heading(self) -> Iterator[tuple[str, str]]:
        """Also when it began, and whether it is a workout that is there."""
        yield from super().heading()
        draft = self.table.draft if self.is_mounted else None
        if draft is not None and draft.before is not None:
            clock = "" if draft.head.time_known is False else f" {draft.head.started_at:%H:%M}"
            yield f"   edit{clock}", "$quiet"

    @property
    def table(self) -> SetTable:
        """The table of sets."""
        return self.query_one(SetTable)

    @property
    def key(self) -> Key:
        """Under which an unfinished draft is kept."""
        return self._edited.workout.id if self._edited is not None else self.day or self.journal.today()

    # Reading.

    async def read(self) -> None:
        """What is at hand; a draft that is being written stays as it is, whoever wrote meanwhile."""
        day, edited, go_on = self.day or self.journal.today(), self._edited, self._goes_on()
        found = await self.tried(
            self.journal.ask(lambda store, writer: shelf(store, writer, day, edited, go_on=go_on))
        )
        if found is None or self.writer is None:
            return
        self.shelf = found
        self.table.hand = AtHand(self.writer, day, found.times, found.recent, _whole(found, self.writer))
        if self.table.draft is None:
            self._begin(self.writer)

    def _goes_on(self) -> bool:
        """Whether it is about a workout that is open, as far as that is known."""
        draft = self.table.draft or self.journal.drafts.get(self.key)
        return draft.before is not None if draft is not None else not (self._again or self._template)

    def _begin(self, writer: "Writer") -> None:
        """The draft that the page was opened for; what was left unfinished comes first, or one step back."""
        left = self.journal.drafts.get(self.key)
        if left is not None:
            left = recalled(left, self.shelf.times)
            self.table.begin(left, At(len(left.blocks) - 1, 0))
        if self._again or self._template:
            self._fill(writer)
        elif left is None:
            self._begin_anew(writer)

    def _begin_anew(self, writer: "Writer") -> None:
        there = self._edited or self.shelf.open
        if there is None:
            self.table.begin(self._empty(writer))
            self.table.write()
            return
        draft = self.begun_with = draft_of(there, writer.catalogue, self.shelf.times)
        self.table.begin(draft, At(0, 0) if self._edited is not None else None)
        if self._edited is None:
            self.say(with_keys(self, _GOES_ON))
            self.table.write()

    def _fill(self, writer: "Writer") -> None:
        """The last workout again, or the template."""
        blocks = self._blocks(writer)
        empty = self._empty(writer)
        self.table.begin(fill(empty, blocks), At(0, 0) if blocks else None)
        if not blocks:
            gone = f"There is no template {self._template!r} any more."
            self.refuse("There is no workout yet that could be done again." if self._again else gone)
            self.table.write()

    def _blocks(self, writer: "Writer") -> tuple[Block, ...]:
        if self._again:
            last = self.shelf.last
            return () if last is None else again(last, writer.catalogue, self.shelf.times)
        chosen = next((one for one in self.shelf.templates if one.name == self._template), None)
        return () if chosen is None else of_template(chosen.sets, writer.catalogue, self.shelf.times)

    def _empty(self, writer: "Writer") -> Draft:
        day = self.day or self.journal.today()
        if day == self.journal.today():
            return new_draft(self.journal.now())
        noon = clock.in_offset(datetime.combine(day, time(12)), writer.zone)
        return new_draft(noon, time_known=False)

    # What the table asks for.

    @on(SetTable.Changed)
    def _draft_changed(self, message: SetTable.Changed) -> None:
        self._changed(message.draft)

    @on(SetTable.Typed)
    def _typed(self, message: SetTable.Typed) -> None:
        self._try_out(message.draft)

    def _changed(self, draft: Draft) -> None:
        """Keep it, whatever happens, and ask the rules."""
        self.keep_draft(draft)
        self._try_out(draft)

    @on(SetTable.Left)
    def _table_left(self) -> None:
        self.action_leave()

    @on(SetTable.WholeAsked)
    def _whole_asked(self, message: SetTable.WholeAsked) -> None:
        self._again, self._template = not message.template, message.template
        if self.writer is not None:
            self._fill(self.writer)

    @on(SetTable.LastTimeAsked)
    @work(group="last-time")
    async def _last_time_asked(self, message: SetTable.LastTimeAsked) -> None:
        exercise, day = message.exercise, self.day or self.journal.today()
        found = await self.tried(self.journal.ask(lambda store, _: last_time(store, exercise, day)))
        if found is not None:
            self.table.remember(exercise, found)

    @work(group="outlook", exclusive=True)
    async def _try_out(self, draft: Draft) -> None:
        """Ask the rules once nothing has been typed for a moment; an answer about an older draft is dropped."""
        if draft.is_empty:
            self.outlook, self.waiting = None, False
            return
        self.waiting = True
        await asyncio.sleep(_PAUSE_SECONDS)
        now = self.journal.now()
        found = await self.tried(self.journal.work(outlook(planned(draft, now)), day=self.day))
        if self.table.as_typed == draft:
            self.outlook = found
            self.waiting = False

    # Keys.

    async def action_open(self, name: str) -> None:
        """Another page; `w` here begins another workout, and u, or to leave it empty, brings this one back."""
        if name != "workout":
            await super().action_open(name)
        elif self.writer is not None:
            left = self.unfinished
            if self._edited is not None:
                self._edited = None
                left = self.journal.drafts.get(self.key)
            self.other = left or self.other
            if left is not None:
                self.say(with_keys(self, _ANOTHER))
            self.table.begin(self._empty(self.writer))
            self.outlook = None
            self.table.write()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Where the first name is to be written the last workout can be asked for too, see `CellField`."""
        return (action == "again" and self.is_mounted and self.table.asks_for_first) or super().check_action(
            action, parameters
        )

    async def action_again(self) -> None:
        """The set above once more; without any exercise the last workout."""
        draft = self.table.draft
        if draft is None or self.writer is None:
            return
        if not draft.blocks:
            self._again = True
            self._fill(self.writer)
        elif not self.table.repeat():
            self.refuse(
                "Nothing stands above that could be done again; choose a set below one that is written."
            )

    def action_undo(self) -> None:  # type: ignore[override]
        """Take back the last change of the draft; when there is none, the last thing recorded."""
        if not self.table.back():
            super().action_undo()

    def action_redo(self) -> None:  # type: ignore[override]
        """Do again what was taken back last."""
        if not self.table.back(forth=True):
            super().action_redo()

    def show_day(self, day: date) -> None:
        """A workout of another day is another workout; this one is kept."""
        self.go("workout", day=day)

    @work(group="dialogue", exclusive=True)
    async def action_templates(self) -> None:
        """Use, keep or delete a template."""
        from journal.tui.screens.templates import Templates

        draft = self.table.draft
        if draft is None or self.writer is None:
            return
        chosen = await self.app.push_screen_wait(Templates(self.shelf.templates, self.writer, draft))
        if chosen is not None and chosen.use:
            blocks = of_template(chosen.use.sets, self.writer.catalogue, self.shelf.times)
            at = len(fill(draft, ()).blocks)
            self.table.begin(fill(draft, blocks), At(at, 0))
        elif chosen is not None and await self.replace(chosen.pairs, "template"):
            self.say(chosen.words)


def _whole(found: Shelf, writer: "Writer") -> tuple[Offer, ...]:
    """The workouts that may be begun with: the last one, and the templates."""
    offered = [
        Offer(f"Template {one.name}", "", _names(one.sets, writer), one.name) for one in found.templates
    ]
    if found.last is None:
        return tuple(offered)
    day = in_short(found.last.workout.started_at.date())[:-5]
    return (Offer("The last workout again", "", f"{day}: {_names(found.last.sets, writer)}", ""), *offered)


def _names(sets: Iterable[Set | TemplateSet], writer: "Writer") -> str:
    known = {slug: writer.catalogue.get(slug) for slug in dict.fromkeys(one.exercise for one in sets)}
    return ", ".join(one.name if one else slug for slug, one in known.items())
