"""The form: its rows, the hint of the row that is written in, what would be recorded, and Save."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Self

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.events import Click, Key
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Input, Static

from journal.errors import Refused
from journal.tui.key_names import key_of
from journal.tui.keys import bind
from journal.tui.widgets.form.answers import Entered, WordsAnswer
from journal.tui.widgets.form.fields import Field
from journal.tui.widgets.form.row import Row


class SaveRow(Static, can_focus=True):
    """Records the form: Enter, Space or a click."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("choose", "save", name="save", tooltip="Record what stands here", show=True),
        bind("mark", "save", name="save", tooltip="Record what stands here"),
    ]

    @dataclass
    class Pressed(Message):
        """It should be recorded."""

    @dataclass
    class Typed(Message):
        """A digit was typed, which is meant for a field."""

        digit: str

    def on_mount(self) -> None:
        """Its words."""
        self._draw()

    def on_focus(self) -> None:
        """A sign shows where one is."""
        self._draw(here=True)

    def on_blur(self) -> None:
        """No sign."""
        self._draw()

    def on_click(self, event: Click) -> None:
        """Record."""
        event.stop()
        self.post_message(self.Pressed())

    def on_key(self, event: Key) -> None:
        """A digit goes on writing."""
        if event.key.isdigit():
            event.stop()
            self.post_message(self.Typed(event.key))

    def action_save(self) -> None:
        """Record."""
        self.post_message(self.Pressed())

    def _draw(self, *, here: bool = False) -> None:
        sign, look = ("❯ ", "bold $background on $accent") if here else ("  ", "bold on $row")
        key = (f"  {key_of(self, 'save')}", "$quiet")
        self.update(Content.assemble((sign, "$accent bold"), (" Save ", look), key))


class Form(Vertical):
    """Asks for what `ask` was given, and hands it over when `checked` is called."""

    DEFAULT_CSS = """
    Form { height: 1fr; }
    Form #form-rows { height: 1fr; scrollbar-size-vertical: 1; }
    Form .form-section { height: 1; border-top: solid $hairline; border-title-color: $quiet; }
    .-high Form .form-section { margin: 1 0 0 0; &:first-child { margin: 0; } }
    Form #form-hint { height: 1; padding: 0 1; color: $quiet; text-wrap: nowrap; text-overflow: ellipsis; }
    Form #form-preview { height: auto; max-height: 3; padding: 0 1; border-top: solid $hairline; }
    Form SaveRow { height: 1; padding: 0 1; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("save", "save", show=True, priority=True),
        bind(
            "next",
            "app.focus_next",
            name="leave open",
            tooltip="The next field; an empty one stays open",
            show=True,
        ),
        bind("previous", "app.focus_previous", name="field before", tooltip="The field before"),
        bind("up", "move(-1)", name="field before", tooltip="The field before"),
        bind("down", "move(1)", name="next field", tooltip="The next field"),
    ]

    preview: reactive[Content] = reactive(Content(""))
    """What would be recorded, in words."""

    idle: reactive[str] = reactive("")
    """The hint while no field is written in."""

    @dataclass
    class Changed(Message):
        """An answer is another one."""

    @dataclass
    class Saved(Message):
        """It should be recorded: ask `checked` for the answers."""

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self._kept: dict[str, str] = {}
        self._pause: Collection[str] = ()
        self._next: Row | None = None
        """The field behind the pause, while that is where one is."""

    def compose(self) -> ComposeResult:
        """The rows scroll; the rest stays in sight."""
        yield VerticalScroll(id="form-rows", can_focus=False)
        yield Static(id="form-hint", markup=False)
        yield Static(id="form-preview", markup=False)
        yield SaveRow(id="form-save")

    @property
    def rows(self) -> list[Row]:
        """The rows in their order."""
        return list(self.query(Row))

    def answers(self) -> dict[str, Any]:
        """The answers as far as they are accepted, None for those left empty; for a look while it is typed."""
        answers: dict[str, Any] = {}
        for row in self.rows:
            try:
                answers[row.field.name] = row.value()
            except Refused:
                continue
        return answers

    def checked(self) -> dict[str, Any] | None:
        """All answers by their names; None when one is not accepted, which is then shown and has the focus."""
        wrong = [row for row in self.rows if row.tell_fault()]
        if wrong:
            wrong[0].begin()
            return None
        return self.answers()

    def is_touched(self) -> bool:
        """Whether anything else stands there than was there at first."""
        return any(row.is_touched for row in self.rows)

    def focus(self, scroll_visible: bool = True) -> Self:  # noqa: ARG002
        """The first row takes the focus, unless one has it already."""
        if self.rows and self._row() is None:
            self.rows[0].begin()
        return self

    async def ask(self, fields: Sequence[Field], *, pause: Collection[str] = ()) -> None:
        """Ask these, in their order.  What was written in a field that is asked again stays there.

        Enter goes from field to field, and after the last, or one named in `pause`, to Save.
        """
        self._pause = pause
        if self.rows and _shape(fields) == _shape([row.field for row in self.rows]):
            for row, field in zip(self.rows, fields, strict=True):
                row.show(field)
        else:
            await self._lay_out(fields)
        self._tell_hint()
        self.post_message(self.Changed())

    def begin(self, name: str) -> None:
        """Give the field of that name the focus."""
        for row in self.rows:
            if row.field.name == name:
                row.begin()

    def written(self) -> dict[str, str]:
        """What was typed or chosen, by the names of the fields."""
        return self._kept | {row.field.name: row.text for row in self.rows if row.is_touched}

    async def clear(self, *, instead: Mapping[str, str] | None = None) -> None:
        """Forget what was written; `instead` stands in the fields that are asked next."""
        self._kept = dict(instead or {})
        await self.query_one("#form-rows").remove_children()

    async def _lay_out(self, fields: Sequence[Field]) -> None:
        here = next((row.field.name for row in self.rows if row.has_focus_within), "")
        self._kept |= {row.field.name: row.text for row in self.rows if row.is_touched}
        box, section = self.query_one("#form-rows"), ""
        widgets: list[Static | Row] = []
        for field in fields:
            if field.section != section:
                section = field.section
                heading = Static(classes="form-section", markup=False)
                heading.border_title = Content(f" {section} ")
                widgets.append(heading)
            widgets.append(Row(field, self._kept.get(field.name)))
        async with self.batch():
            await box.remove_children()
            await box.mount_all(widgets)
        row = next((row for row in self.rows if row.field.name == here), None)
        if row is not None:
            row.begin()

    def watch_preview(self, preview: Content) -> None:
        """Show it."""
        if self.is_mounted:
            self.query_one("#form-preview", Static).update(preview)

    @on(Entered)
    def _entered(self, event: Entered) -> None:
        event.stop()
        row = self._row()
        if row is None:
            # Typed ahead: it was sent to the field that the one before it has left.
            if isinstance(self.screen.focused, SaveRow):
                self.action_save()
            return
        row.take_ghost()
        if not row.tell_fault():
            self._go_on(row)

    def _go_on(self, row: Row) -> None:
        place = self.rows.index(row)
        last = place == len(self.rows) - 1 or row.field.name in self._pause
        if last:
            self._next = next(iter(self.rows[place + 1 :]), None)
            self.screen.set_focus(self.query_one(SaveRow))
        else:
            self.rows[place + 1].begin()

    @on(Input.Changed)
    @on(WordsAnswer.Chosen)
    def _changed(self, event: Input.Changed | WordsAnswer.Chosen) -> None:
        event.stop()
        self._tell_hint()
        self.post_message(self.Changed())

    def on_descendant_focus(self) -> None:
        """The hint belongs to the row that is written in."""
        self._tell_hint()

    def on_descendant_blur(self) -> None:
        """None is written in, for a moment at least."""
        self._tell_hint()

    @on(SaveRow.Typed)
    def _typed_on(self, event: SaveRow.Typed) -> None:
        """Behind the pause one goes on where the form would have; typed ahead, the field has the focus by now."""
        row = self._row() or self._next
        if row is not None and row in self.rows:
            row.begin_with(event.digit)

    @on(SaveRow.Pressed)
    def action_save(self) -> None:
        """Ask the page to record."""
        self.post_message(self.Saved())

    def action_move(self, step: int) -> None:
        """Another row, or Save below the last one."""
        stops = [*self.rows, None]
        row = self._row()
        there = stops[min(max(stops.index(row) + step, 0), len(stops) - 1)]
        if there is None:
            self.screen.set_focus(self.query_one(SaveRow))
        else:
            there.begin()

    def _row(self) -> Row | None:
        return next((row for row in self.rows if row.has_focus_within), None)

    def _tell_hint(self) -> None:
        row = self._row()
        if row is not None:
            self._next = None
        idle = "Enter records what stands here" + self._further() if self.has_focus_within else self.idle
        self.query_one("#form-hint", Static).update(Content(idle) if row is None else _hint(row))

    def _further(self) -> str:
        """How the pause is passed over."""
        return "." if self._next is None else f"; a digit goes on to {self._next.field.label.lower()}."


def _shape(fields: Sequence[Field]) -> list[tuple[object, ...]]:
    return [(one.name, one.label, one.section, one.wide, bool(one.options)) for one in fields]


def _hint(row: Row) -> Content:
    """What Enter does there, and what is accepted."""
    field = row.field
    parts = []
    if field.ghost is not None and not row.text.strip():
        since = f" ({field.ghost.since})" if field.ghost.since else ""
        parts.append(f"Enter takes {field.ghost.text}{since}")
    if field.hint:
        parts.append(field.hint)
    return Content(" · ".join(parts))
