"""The verbs of the day's page: record, change, take out, undo, redo, and what follows from them."""

from collections.abc import Awaitable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.reactive import reactive
from textual.screen import Screen

from journal.analysis.flags import Flag
from journal.errors import CouldNot, Refused
from journal.records import Entry, Pain, Record
from journal.tui.editing import Pairs, removals, replacements
from journal.tui.messages import BarLeft, EditAsked, LineEntered, RemovalAsked
from journal.tui.open_journal import OpenJournal
from journal.tui.reading import Line
from journal.tui.screens.questions import Questions, as_entries
from journal.tui.themes import GLYPHS, WORDS, colour
from journal.tui.understanding import spelled, understand
from journal.tui.widgets.entry_bar import EntryBar, Said
from journal.vocabulary import Symptom

if TYPE_CHECKING:
    from journal.entry import Writer
    from journal.storage import Step

T = TypeVar("T")

_NEW_FLAGS = 3
"""New flags told below an acknowledgement; the list shows them all."""


@dataclass(frozen=True, slots=True)
class Edit:
    """An entry that is being changed, with its line as it was and the moment from which both lines are read."""

    line: Line
    text: str
    writer: "Writer"


class Writing(Screen[None]):
    """A screen with an entry bar (`#bar`), whose lines it records for the day that it shows."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("colon,i", "log", "log", id="today.log", tooltip="Open the entry bar"),
        Binding("h", "drink", "drink", id="today.drink", tooltip="Record one glass of water at once"),
        Binding("p", "begin('pain ')", "pain", id="today.pain", tooltip="Write down a pain"),
        Binding(
            "w",
            "workout",
            "workout",
            id="today.workout",
            tooltip="Write a workout; begins as the last one did",
        ),
        Binding(
            "c",
            "begin('ice ')",
            "care",
            id="today.care",
            tooltip="Write down care: ice, heat, massage, ...",
            show=False,
        ),
        Binding(
            "d",
            "begin('sleep ')",
            "check-in",
            id="today.checkin",
            tooltip="Write the check-in: sleep, weight",
            show=False,
        ),
        Binding(
            "full_stop",
            "again",
            "again",
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
    said: reactive[Said | None] = reactive(None)
    """What was last said to the writer."""
    editing: reactive[Edit | None] = reactive(None)
    """The entry whose line stands in the bar, when one is being changed."""

    def __init__(self, journal: OpenJournal) -> None:
        super().__init__()
        self._journal = journal

    @property
    def bar(self) -> EntryBar:
        """The entry bar."""
        return self.query_one("#bar", EntryBar)

    def reload(self) -> object:
        """Read again what is shown; the screen knows how."""
        raise NotImplementedError

    def show_flag(self, flag: Flag) -> object:
        """Open a flag; the screen knows how."""
        raise NotImplementedError

    # What keys and widgets ask for.

    def action_log(self) -> None:
        """Open the entry bar."""
        self.bar.open()

    def action_begin(self, text: str) -> None:
        """Open the entry bar with a beginning."""
        self.bar.open(text)

    def action_drink(self) -> None:
        """One glass, without asking."""
        self._write("water", typed=False)

    @work(group="verbs")
    async def action_workout(self) -> None:
        """Open the bar with the first line of the last workout, selected: typing replaces it."""
        lines = await self._tried(self._journal.last_workout()) or ()
        self.bar.open(lines[0] if lines else "", select=True)

    @work(group="verbs")
    async def action_again(self) -> None:
        """Open the bar with all of the last workout."""
        lines = await self._tried(self._journal.last_workout())
        if lines:
            self.bar.open("; ".join(lines))
        elif lines is not None:
            self.refuse("There is no workout yet that could be done again.")

    @work(group="verbs")
    async def action_undo(self) -> None:
        """Take back the last step, and say what it was."""
        steps = await self._tried(_listed(self._journal.undo()))
        self._tell_step(steps, "There is nothing to take back.")

    @work(group="verbs")
    async def action_redo(self) -> None:
        """Do again what was taken back last."""
        steps = await self._tried(_listed(self._journal.redo()))
        self._tell_step(steps, "There is nothing to do again.")

    @on(LineEntered)
    def _line_entered(self, message: LineEntered) -> None:
        if self.editing is None:
            self._write(message.line, typed=True)
        else:
            self._rewrite(self.editing, message.line)

    @on(BarLeft)
    def _bar_left(self) -> None:
        self.editing = None
        self.query_one(self.AUTO_FOCUS or "*").focus()

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
        if self.day is None:
            return
        understood = understand(line, edit.writer, self.day)
        if understood.problem:
            self.bar.open(line)
            self.bar.refuse(understood.problem)
            return
        self.bar.action_leave()
        said = understand(edit.text, edit.writer, self.day)
        pairs = replacements(edit.line.entries, said.entries, understood.entries)
        if not pairs:
            self.say("Nothing was changed.")
        elif await self._replace(pairs, "edit"):
            await self.see_to([after for _, after in pairs if after is not None])

    async def record(self, entries: Sequence[Entry], words: Sequence[str], verb: str = "log") -> bool:
        """Record, acknowledge, and see what the rules make of it; False when it was refused."""
        recorded = await self._tried(self._journal.record(entries, verb))
        if recorded is None:
            return False
        joined = ", added to the workout" if any(one.joined for one in recorded) else ""
        self.say(f"{'; '.join(words)}{joined}")
        self.reload()
        await self.see_to([record for one in recorded for record in (one.record, *one.sets)])
        return True

    async def _replace(self, pairs: Pairs, verb: str) -> bool:
        step = await self._tried(self._journal.replace(pairs, verb))
        if step is None:
            return False
        self.say(step.summary)
        self.reload()
        return True

    async def see_to(self, records: Sequence[Record]) -> None:
        """First the questions that the entries call for, then the flags that they raised."""
        raised = await self._tried(self._journal.raised_by(records))
        if raised is None:
            return
        flags = raised.flags
        if raised.questions and not self.bar.line:
            pain = next((record for record in records if isinstance(record, Pain)), None)
            answers = await self.ask(raised.questions, pain)
            again = await self._tried(self._journal.raised_by([*records, *answers])) if answers else None
            flags = again.flags if again is not None else flags
        self._tell_flags(flags)

    async def ask(self, questions: tuple[Symptom, ...], pain: Pain | None) -> list[Record]:
        """Put the questions, and record what was answered."""
        answers = await self.app.push_screen_wait(Questions(questions))
        if not answers:
            return []
        entries = as_entries(answers, self._journal.now(), pain)
        if await self._tried(self._journal.record(entries, "answers")) is None:
            return []
        self.say(f"{len(entries)} of {len(questions)} questions answered.")
        self.reload()
        return entries

    def _tell_flags(self, flags: Sequence[Flag]) -> None:
        if not flags:
            return
        before = [self.said.words] if self.said is not None else []
        told = [
            Content.assemble(
                (f"{GLYPHS[flag.severity]} new {WORDS[flag.severity]}: ", f"{colour(flag.severity)} bold"),
                flag.message,
            )
            for flag in flags[:_NEW_FLAGS]
        ]
        self.said = Said(Content("\n").join([*before, *told]))
        if flags[0].is_urgent and not self.bar.line:
            self.show_flag(flags[0])

    def _tell_step(self, steps: "list[Step | None] | None", nothing: str) -> None:
        if steps is None:
            return
        step = steps[0]
        if step is None:
            self.refuse(nothing)
            return
        self.say(step.summary)
        self.reload()

    def _writer_now(self, writer: "Writer") -> "Writer":
        return replace(writer, now=self._journal.now())

    async def _tried(self, verb: Awaitable[T]) -> T | None:
        """What the verb gives; None when it was refused, which is then said."""
        try:
            return await verb
        except (CouldNot, Refused) as error:
            self.refuse(str(error))
            return None

    def say(self, words: str) -> None:
        """Tell the writer something."""
        self.said = Said(Content(words))

    def refuse(self, sentence: str) -> None:
        """Tell the writer why something was not done."""
        self.said = Said(Content(sentence), refused=True)


async def _listed(verb: Awaitable[T]) -> list[T]:
    """The result in a list, so that None as a result differs from a refusal."""
    return [await verb]
