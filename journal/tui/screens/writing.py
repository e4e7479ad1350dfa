"""The verbs of the day's page: record, change, take out, undo, redo."""

from collections.abc import Awaitable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.reactive import reactive

from journal.errors import Refused
from journal.tui.messages import BarLeft, EditAsked, LineEntered, RemovalAsked
from journal.tui.reading import Line
from journal.tui.screens.following_up import FollowingUp
from journal.tui.understanding import spelled, understand
from journal.tui.widgets.entry_bar import LineInput

if TYPE_CHECKING:
    from journal.entry import Writer
    from journal.records import Entry
    from journal.storage import Step
    from journal.tui.editing import Pairs

T = TypeVar("T")

_OPENING = frozenset({"log", "begin", "workout", "again"})
"""Actions that open the entry bar."""


@dataclass(frozen=True, slots=True)
class Edit:
    """An entry that is being changed, with its line as it was and the moment from which both lines are read."""

    line: Line
    text: str
    writer: "Writer"


class Writing(FollowingUp):
    """A screen with an entry bar (`#bar`), whose lines it records for the day that it shows."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("colon,i", "log", "log", priority=True, id="today.log", tooltip="Open the entry bar"),
        Binding("h", "drink", "drink", id="today.drink", tooltip="Record one glass of water at once"),
        Binding("p", "begin('pain ')", "pain", priority=True, id="today.pain", tooltip="Write down a pain"),
        Binding(
            "w",
            "workout",
            "workout",
            priority=True,
            id="today.workout",
            tooltip="Write a workout; begins as the last one did",
        ),
        Binding(
            "c",
            "begin('ice ')",
            "care",
            priority=True,
            id="today.care",
            tooltip="Write down care: ice, heat, massage, ...",
            show=False,
        ),
        Binding(
            "d",
            "begin('sleep ')",
            "check-in",
            priority=True,
            id="today.checkin",
            tooltip="Write the check-in: sleep, weight",
            show=False,
        ),
        Binding(
            "full_stop",
            "again",
            "again",
            priority=True,
            id="today.again",
            tooltip="The whole last workout again",
            show=False,
        ),
        Binding("u", "undo", "undo", id="today.undo", tooltip="Take back the last thing done"),
        Binding(
            "U,ctrl+y", "redo", "redo", id="today.redo", tooltip="Do again what was taken back", show=False
        ),
    ]

    day: reactive[date | None] = reactive(None)
    """The day shown."""
    writer: "reactive[Writer | None]" = reactive(None)
    """The words to write with; None until the journal is open."""
    editing: reactive[Edit | None] = reactive(None)
    """The entry whose line stands in the bar, when one is being changed."""

    # What keys and widgets ask for.

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Letters belong to the line while the bar is open.

        The keys that open it come before all others, so that what is typed right behind them is not lost.
        """
        return not (action in _OPENING and isinstance(self.focused, LineInput))

    def action_log(self) -> None:
        """Open the entry bar."""
        self.bar.open()

    def action_begin(self, text: str) -> None:
        """Open the entry bar with a beginning."""
        self.bar.open(text)

    def action_drink(self) -> None:
        """One glass, without asking."""
        self._write("water", typed=False)

    def action_workout(self) -> None:
        """Open the bar with the first line of the last workout, selected: typing replaces it."""
        self.bar.open()
        self._begin_as_last(whole=False)

    def action_again(self) -> None:
        """Open the bar with all of the last workout."""
        self.bar.open()
        self._begin_as_last(whole=True)

    @work(group="verbs")
    async def _begin_as_last(self, *, whole: bool) -> None:
        lines = await self.tried(self._journal.last_workout())
        if lines and not self.bar.line:
            self.bar.open("; ".join(lines) if whole else lines[0], select=not whole)
        elif whole and lines == ():
            self._to_the_list()
            self.refuse("There is no workout yet that could be done again.")

    @work(group="verbs")
    async def action_undo(self) -> None:
        """Take back the last step, and say what it was."""
        steps = await self.tried(_listed(self._journal.undo()))
        self._tell_step(steps, "There is nothing to take back.")

    @work(group="verbs")
    async def action_redo(self) -> None:
        """Do again what was taken back last."""
        steps = await self.tried(_listed(self._journal.redo()))
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
        self.set_focus(self.query_one("#day"))

    @on(EditAsked)
    def _edit_asked(self, message: EditAsked) -> None:
        if self.writer is None:
            return
        writer = self._writer_now(self.writer)
        try:
            text = spelled(message.line.entries, writer)
        except Refused as error:
            self.refuse(str(error))
            return
        self.bar.open(text)
        self.editing = Edit(message.line, text, writer)

    @on(RemovalAsked)
    @work(group="verbs")
    async def _removal_asked(self, message: RemovalAsked) -> None:
        from journal.tui.editing import removals

        await self._replace(removals(message.line.entries), "remove")

    # How it is done.

    @work(group="verbs")
    async def _write(self, line: str, *, typed: bool) -> None:
        """Record a line; one that was typed and is refused comes back into the bar."""
        if self.writer is None or self.day is None:
            self.refuse("The journal is still being opened.")
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
        from journal.tui.editing import replacements

        if self.day is None:
            return
        understood = understand(line, edit.writer, self.day)
        if understood.problem:
            self.bar.open(line)
            self.bar.refuse(understood.problem)
            return
        self._to_the_list()
        said = understand(edit.text, edit.writer, self.day)
        pairs = replacements(edit.line.entries, said.entries, understood.entries)
        if not pairs:
            self.say("Nothing was changed.")
        elif await self._replace(pairs, "edit"):
            await self.see_to([after for _, after in pairs if after is not None])

    async def record(self, entries: "Sequence[Entry]", words: Sequence[str], verb: str = "log") -> bool:
        """Record, acknowledge, and see what the rules make of it; False when it was refused."""
        recorded = await self.tried(self._journal.record(entries, verb))
        if recorded is None:
            return False
        joined = ", added to the workout" if any(one.joined for one in recorded) else ""
        self.say(f"{'; '.join(words)}{joined}")
        self.reload()
        await self.see_to([record for one in recorded for record in (one.record, *one.sets)])
        return True

    async def _replace(self, pairs: "Pairs", verb: str) -> bool:
        step = await self.tried(self._journal.replace(pairs, verb))
        if step is None:
            return False
        self.say(step.summary)
        self.reload()
        return True

    def _tell_step(self, steps: "list[Step | None] | None", nothing: str) -> None:
        if steps is None:
            return
        step = steps[0]
        if step is None:
            self.refuse(nothing)
            return
        self.forget_flags()
        self.say(step.summary)
        self.reload()

    def _writer_now(self, writer: "Writer") -> "Writer":
        return replace(writer, now=self._journal.now())


async def _listed(verb: Awaitable[T]) -> list[T]:
    """The result in a list, so that None as a result differs from a refusal."""
    return [await verb]
