"""The line at the bottom: quick entry, with what was understood above it while it is typed."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.events import Key, Paste
from textual.geometry import Size
from textual.reactive import Reactive, reactive, var
from textual.screen import Screen
from textual.widgets import Input, Static

from journal.columns import clean_text
from journal.tui.keys import bind
from journal.tui.lines.recall import Recall, Walk
from journal.tui.lines.understanding import LIVE_LIMIT, Understanding, completions, understand
from journal.tui.messages import BarLeft, LineEntered
from journal.tui.painting import PaintsAtOnce
from journal.tui.widgets.boxes import Down
from journal.tui.widgets.choices import Choices
from journal.tui.widgets.ghost import Ghost
from journal.tui.widgets.invitation import invitation
from journal.tui.widgets.steady import Steady
from journal.tui.widgets.styled_once import StyledOnce

if TYPE_CHECKING:
    from journal.entry import Writer


@dataclass(frozen=True, slots=True)
class Said:
    """What the program last said: an acknowledgement, why something could not be done, or what it waits for."""

    words: Content
    refused: bool = False
    waits: bool = False


class LineInput(StyledOnce, Input):
    """One line of text, whose Enter says in the footer what it does."""

    # It is as wide as the bar, however long the text: by itself the whole screen is laid out for each letter.
    virtual_size = Reactive(Size(0, 0), layout=False)

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("choose", "submit", name="record", tooltip="Record the line; the bar stays open", show=True),
    ]

    async def action_submit(self) -> None:
        """Hand the line over at once, so that a key pressed right after it already belongs to the next line."""
        self.query_ancestor(EntryBar).enter()

    async def _on_key(self, event: Key) -> None:
        """Enter is taken in its turn among the letters, as bindings are not: a pasted block keeps its lines."""
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            await self.action_submit()
        else:
            await super()._on_key(event)
            if isinstance(self.screen, PaintsAtOnce):
                self.screen.paint(self)

    def _on_paste(self, event: Paste) -> None:
        """Several lines that are pasted are entered one after the other."""
        event.stop()
        event.prevent_default()
        self.query_ancestor(EntryBar).paste(event.text)


class EntryBar(Down):
    """Focus on its line means open.  Enter hands the line over, Esc leaves."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("next", "complete(1)", name="complete", tooltip="Complete the word; again: the next", show=True),
        bind("previous", "complete(-1)", name="back", tooltip="The completion before"),
        bind("up", "recall(-1)", name="earlier", tooltip="The line entered before", show=True),
        bind("down", "recall(1)", name="later", tooltip="The line entered after"),
        bind("leave", "leave", name="leave", tooltip="Leave the entry bar", show=True),
    ]

    writer: "reactive[Writer | None]" = reactive(None)
    """Who writes, with which words and units; None while the journal is being opened."""
    day: var[date | None] = var(None)
    """The day that lines without a day of their own are meant for."""
    said: reactive[Said | None] = reactive(None, always_update=True)
    """What the program last said."""
    editing: reactive[object | None] = reactive(None)
    """The entry that the line replaces; None when it adds one."""

    def __init__(self, clock: Callable[[], datetime], recall: Recall | None = None, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self._clock = clock
        self._recall = recall or Recall()
        self._walk = Walk()
        self._refused = ("", "")
        self._early: list[str] = []
        self._waiting: list[str] = []
        self._alike: tuple[object, tuple[str, ...]] = (None, ())

    def compose(self) -> ComposeResult:
        """Above what is said, then the completions, then the line itself."""
        yield Steady(id="said", markup=False)
        yield Choices(id="choices")
        with Horizontal(id="line-row"):
            yield Static("❯", id="prompt", markup=False)
            yield LineInput(
                id="line",
                compact=True,
                select_on_focus=False,
                suggester=Ghost(self.lines_like),
                placeholder=invitation(self.screen, is_open=False),
            )

    def on_mount(self) -> None:
        """Follow the focus."""
        self.screen.bindings_updated_signal.subscribe(self, self._invite)

    def _invite(self, screen: Screen[object]) -> None:
        self.query_one(Input).placeholder = invitation(screen, is_open=self.is_open)

    @property
    def line(self) -> str:
        """The text as it stands."""
        return self.query_one(Input).value

    @property
    def is_open(self) -> bool:
        """Whether the line has the focus."""
        return self.screen.focused is self.query_one(Input)

    def open(self, text: str = "", *, select: bool = False) -> None:
        """Give the line the focus, with a beginning; `select`ed text is replaced by the first key."""
        field = self.query_one(Input)
        field.value = text
        field.cursor_position = len(text)
        if select:
            field.action_select_all()
        # Not field.focus(), which waits its turn: a letter typed right after the key must come here.
        self.screen.set_focus(field)

    def refuse(self, sentence: str) -> None:
        """Say why the line that stands there was not taken."""
        self._refused = (self.line, sentence)
        self._show()

    def lines_like(self, text: str) -> tuple[str, ...]:
        """Whole lines that the text could become; each key asks for them several times."""
        if self.writer is None:
            return ()
        recent = self._recall.lines[::-1]
        about = text, self.writer, recent
        if self._alike[0] != about:
            self._alike = about, completions(text, self.writer, recent)
        return self._alike[1]

    def watch_said(self) -> None:
        """Show what the program says, unless something is being typed."""
        self._show()

    def watch_writer(self) -> None:
        """The words are known now: read what stands there, and take the lines that were entered too early."""
        if self.writer is not None and self._early:
            self._enter_early()
        self._show()

    def watch_editing(self, editing: object | None) -> None:
        """The prompt tells whether the line adds or replaces."""
        if self.is_mounted:
            self.query_one("#prompt", Static).update("❯" if editing is None else "edit ❯")
        self.set_class(editing is not None, "-editing")

    @on(Input.Changed, "#line")
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        choices = self.query_one(Choices)
        if event.value != choices.taken:
            choices.offer(event.value, self.lines_like(event.value) if self.is_open else ())
        self._show()

    @on(Choices.Taken)
    def _chosen(self, event: Choices.Taken) -> None:
        event.stop()
        self._put(event.line)

    def on_descendant_focus(self) -> None:
        """Open: the frame shows it."""
        self.add_class("-open")
        self._show()

    def on_descendant_blur(self) -> None:
        """Left."""
        self.remove_class("-open")
        self.query_one(Choices).offer("", ())
        self._show()

    def enter(self) -> None:
        """Hand the line over and be empty, or go on with what was pasted behind it.

        A line with a doubt in it stays, with the doubt in words.
        """
        line = self.line
        if not line.strip():
            return
        if self.writer is None or self.day is None:
            self._early.append(line)
            self._put("")
            return
        problem = self._handed_over(line, self.writer, self.day)
        if problem:
            more = len(self._waiting)
            self.refuse(problem + (f" {more} more wait for this line." if more else ""))
            return
        self._put("")
        self._go_on()

    def _enter_early(self) -> None:
        """Hand over what was entered before the words were known; what is being typed now stays."""
        typed, self._waiting, self._early = self.line, self._early, []
        self._put("")
        self._go_on()
        if self._waiting:
            self._waiting += [typed] if typed.strip() else []
        elif not self.line:
            self._put(typed)

    def _handed_over(self, line: str, writer: "Writer", day: date) -> str:
        """Hand a line over; why not, when there is a doubt in it."""
        understood = understand(line, self._writer_now(writer), day)
        if not understood.problem:
            self._recall.add(line)
            self.post_message(LineEntered(line))
        return understood.problem

    def paste(self, text: str) -> None:
        """Put text where the cursor is; several lines are entered one after the other, those behind a doubt wait."""
        lines = [line for line in clean_text(text).split("\n") if line.strip()]
        if self.editing is not None:
            lines = ["; ".join(lines)]
        first, *self._waiting = lines or [""]
        field = self.query_one(Input)
        field.replace(first, *field.selection)
        if self._waiting:
            self.enter()

    def _go_on(self) -> None:
        """The next of the lines that were pasted."""
        if self._waiting:
            self._put(self._waiting.pop(0))
            self.enter()

    def action_leave(self) -> None:
        """Leave: what stands there is forgotten."""
        self.query_one(Input).value = ""
        self._waiting = []
        self.post_message(BarLeft())

    def action_complete(self, step: int) -> None:
        """The next (or previous) completion."""
        line = self.query_one(Choices).next(step)
        if line is not None:
            self._put(line)

    def action_recall(self, step: int) -> None:
        """The line entered before (or after) the one that stands here; below the last, what was being typed."""
        line = self._walk.step(self._recall.lines, self.line, step)
        if line is not None:
            self._put(line)

    def _writer_now(self, writer: "Writer") -> "Writer":
        return replace(writer, now=self._clock())

    def _put(self, text: str) -> None:
        field = self.query_one(Input)
        field.value = text
        field.cursor_position = len(text)

    def _show(self) -> None:
        if not self.is_mounted:
            return
        words = self._words()
        shown = self.query_one("#said", Steady)
        shown.update(words)
        # The open bar has a row to spare from the beginning: the first letter then moves nothing above it.
        spare = self.has_class("-open") and not self.query_one(Choices).display
        shown.display = bool(words.plain) or spare

    def _words(self) -> Content:
        line = self.line
        if not line.strip():
            if self._early:
                return Content.styled("The journal is being opened …", "$quiet")
            if self.said is None:
                return Content("")
            if self.said.waits:
                return Content.assemble(("… ", "$quiet"), self.said.words.stylize("$quiet"))
            sign, style = ("! ", "$severity-warning bold") if self.said.refused else ("✓ ", "$success bold")
            return Content.assemble((sign, style), self.said.words)
        if line == self._refused[0]:
            return Content.assemble(("! ", "$severity-warning bold"), (self._refused[1], "$severity-warning"))
        if self.writer is None or self.day is None:
            return Content.styled("The journal is being opened …", "$quiet")
        if len(line) > LIVE_LIMIT:
            return Content.styled("A long line: it is read when you press Enter.", "$quiet")
        understood = understand(line, self._writer_now(self.writer), self.day)
        quiet = understood.begun and bool(self.lines_like(line))
        return _echo(understood, self.content_size.width, quiet=quiet)


def _echo(understood: Understanding, width: int, *, quiet: bool) -> Content:
    """What was understood, and what was not; of a word that is only begun, its completions tell more.

    A doubt takes one row of `width` cells, so that the page does not move while somebody types; Enter tells all.
    """
    rows = [Content.assemble(("→ ", "$accent bold"), words) for words in understood.words]
    if understood.problem and not quiet:
        doubt = Content(understood.problem).truncate(max(width - 2, 1), ellipsis=True)
        rows.append(Content.assemble(("… ", "$quiet"), doubt.stylize("$quiet")))
    return Content("\n").join(rows)
