"""The verbs of every page: record, change, take out, undo, redo."""

from abc import abstractmethod
from collections.abc import Awaitable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual import on, work
from textual.binding import BindingType
from textual.reactive import var

from journal.errors import Refused
from journal.tui.keys import bind
from journal.tui.lines.understanding import spelled, understand
from journal.tui.messages import BarLeft, EditAsked, LineEntered, RemovalAsked
from journal.tui.reading.views import Line
from journal.tui.screens.following_up import FollowingUp
from journal.tui.wording.dates import in_brief

if TYPE_CHECKING:
    from journal.entry import Writer
    from journal.records import Entry, Record
    from journal.storage import Step
    from journal.tui.lines.editing import Pairs

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Edit:
    """An entry that is being changed, with its line as it was and the moment from which both lines are read."""

    line: Line
    text: str
    writer: "Writer"


class Writing(FollowingUp):
    """A screen with an entry bar (`#bar`), whose lines it records for the day that it shows."""

    HOME: ClassVar[str] = "#body"
    """The part that has the focus when the bar is left."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("log", "log", show=True, priority=True),
        bind("drink", "drink"),
    ]

    day: var[date | None] = var(None)
    """The day that the page shows, or writes for; never one that is to come."""
    writer: "var[Writer | None]" = var(None)
    """The words to write with; None until the journal is open."""
    editing: var[Edit | None] = var(None)
    """The entry whose line stands in the bar, when one is being changed."""

    @abstractmethod
    async def until_open(self) -> None:
        """Until the first reading is done, and the words to write with are known."""

    # What keys and widgets ask for.

    def action_log(self) -> None:
        """Open the entry bar."""
        self.bar.open()

    def action_drink(self) -> None:
        """One glass, without asking."""
        self._write("water", typed=False)

    @work(group="verbs")
    async def action_undo(self) -> None:
        """Take back the last step, and say what it was."""
        steps = await self.tried(_listed(self.journal.undo()))
        self._tell_step(steps, "There is nothing to take back.")

    @work(group="verbs")
    async def action_redo(self) -> None:
        """Do again what was taken back last."""
        steps = await self.tried(_listed(self.journal.redo()))
        self._tell_step(steps, "There is nothing to do again.")

    @on(LineEntered)
    def _line_entered(self, message: LineEntered) -> None:
        if self.editing is None:
            self._write(message.line, typed=True)
        else:
            self._rewrite(self.editing, message.line)

    @on(BarLeft)
    def _bar_left(self) -> None:
        self.said = None
        self._to_the_list()

    def _to_the_list(self) -> None:
        self.editing = None
        self.set_focus(self.query_one(self.HOME))

    @on(EditAsked)
    def _edit_asked(self, message: EditAsked) -> None:
        self.edit_as_line(message.line)

    def edit_as_line(self, line: Line) -> None:
        """Open the entry bar with the entry spelled as a line, which takes its place."""
        if self.writer is None:
            return
        writer = self._writer_now(self.writer)
        try:
            text = spelled(line.entries, writer)
        except Refused as error:
            self.refuse(str(error))
            return
        self.bar.open(text)
        self.editing = Edit(line, text, writer)

    @on(RemovalAsked)
    @work(group="verbs")
    async def _removal_asked(self, message: RemovalAsked) -> None:
        from journal.tui.lines.editing import removals

        await self.replace(removals(message.line.entries), "remove")

    # How it is done.

    @work(group="verbs")
    async def _write(self, line: str, *, typed: bool) -> None:
        """Record a line; one that was typed and is refused comes back into the bar."""
        await self.until_open()
        if self.writer is None or self.day is None:
            return
        understood = understand(line, self._writer_now(self.writer), self.day)
        if understood.problem:
            self.refuse(understood.problem)
        elif await self.record(understood.entries, understood.words):
            return
        if typed and not self.bar.line and self.said is not None:
            self.bar.open(line)
            self.bar.refuse(self.said.words.plain)

    @work(group="verbs")
    async def _rewrite(self, edit: Edit, line: str) -> None:
        """Put what the line says in the place of the entry that is edited."""
        from journal.tui.lines.editing import replacements

        if self.day is None:
            return
        understood = understand(line, edit.writer, self.day)
        if understood.problem:
            self.bar.open(line)
            self.bar.refuse(understood.problem)
            return
        said = understand(edit.text, edit.writer, self.day)
        pairs = replacements(edit.line.entries, said.entries, understood.entries)
        if taken := await self._day_taken(pairs):
            self.bar.open(line)
            self.bar.refuse(taken)
            return
        self._to_the_list()
        if not pairs:
            self.say("Nothing was changed.")
        else:
            await self.replace(pairs, "edit")

    async def _day_taken(self, pairs: "Pairs") -> str:
        """Why a check-in cannot be moved to another day; "" when it can, or none is."""
        from journal.records import CheckIn

        moved = next(
            (after for before, after in pairs if before is None and isinstance(after, CheckIn)), None
        )
        if moved is None:
            return ""
        there = await self.tried(_listed(self.journal.ask(lambda store, _: store.get(CheckIn, moved.key))))
        if not there or there[0] is None:
            return ""
        day = in_brief(moved.date, self.journal.today())
        return f"{day} has a check-in already: add to that one, or take it out first."

    async def record(
        self, entries: "Sequence[Entry]", words: Sequence[str], verb: str = "log", *, leave: bool = False
    ) -> bool:
        """Record, acknowledge, and see what the rules make of it; False when it was refused.

        With `leave` the page of the day comes back, and it tells the rest.
        """
        recorded = await self.tried(self.journal.record(entries, verb))
        if recorded is None:
            return False
        joined = ", added to the workout" if any(one.joined for one in recorded) else ""
        told = self.home if leave else self
        told.say(f"{'; '.join(words)}{joined}")
        await told.written([record for one in recorded for record in (one.record, *one.sets)], leave=leave)
        return True

    async def replace(self, pairs: "Pairs", verb: str, *, leave: bool = False) -> bool:
        """Change, add and take out records as one step, and say what was done; False when it was refused.

        With `leave` the page of the day comes back, and it tells the rest.
        """
        step = await self.tried(self.journal.replace(pairs, verb))
        if step is None:
            return False
        told = self.home if leave else self
        told.say(self.told_step(step))
        after = [after for _, after in pairs if after is not None]
        await told.written([one for one in after if one.instant is not None], leave=leave)
        return True

    async def written(self, records: "Sequence[Record]", *, leave: bool) -> None:
        """Show the journal as it is now, and see to what was written."""
        self.reload()
        if leave:
            self._follow(records)
            self.return_home()
        elif records:
            await self.see_to(records)

    @property
    @abstractmethod
    def home(self) -> "Writing":
        """The page of the day."""

    @abstractmethod
    def return_home(self) -> None:
        """Let the page of the day come back."""

    @work(group="verbs")
    async def _follow(self, records: "Sequence[Record]") -> None:
        if records:
            await self.see_to(records)

    def _tell_step(self, steps: "list[Step | None] | None", nothing: str) -> None:
        if steps is None:
            return
        step = steps[0]
        if step is None:
            self.refuse(nothing)
            return
        self.forget_flags()
        self.say(self.told_step(step))
        self.reload()

    def told_step(self, step: "Step") -> str:
        """What a step did, with days as the screens write them."""
        today = self.journal.today()
        return step.in_words(lambda day: in_brief(day, today))

    def _writer_now(self, writer: "Writer") -> "Writer":
        return replace(writer, now=self.journal.now())


async def _listed(verb: Awaitable[T]) -> list[T]:
    """The result in a list, so that None as a result differs from a refusal."""
    return [await verb]
