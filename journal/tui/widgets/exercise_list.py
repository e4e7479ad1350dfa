"""The list of exercises: what was done first, and while a name is typed what it finds."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.events import Click, Key
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from journal.tui.key_names import with_keys
from journal.tui.keys import bind
from journal.tui.reading.exercises import UNMAPPED, Group, Listed
from journal.tui.widgets.row_list import RowList
from journal.tui.widgets.styled_once import StyledOnce
from journal.tui.widgets.two_ends import TwoEnds
from journal.tui.wording.exercises import ago, muscles_said

_NONE = "Nothing is called so. {leave} shows all, {new} adds it."
_AGO = 10
"""Cells of the column that says how long ago."""


class ExerciseFilter(StyledOnce, Input):
    """What is typed here narrows the list below it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("choose", "enter", name="take it", tooltip="Go on with what was found first", show=True),
    ]

    @dataclass
    class Entered(Message):
        """What is chosen among the found ones is meant."""

    @dataclass
    class Left(Message):
        """The list should have the focus; `by_esc`: by Esc, and `cleared`: something had been typed, which is gone."""

        cleared: bool = False
        by_esc: bool = False

    def action_enter(self) -> None:
        """Go on with what was found."""
        self.post_message(self.Entered())

    async def _on_key(self, event: Key) -> None:
        """Enter, down and Esc are taken in their turn among the letters, so that typing ahead loses nothing."""
        if event.key not in ("enter", "down", "escape"):
            await super()._on_key(event)
            return
        event.stop()
        event.prevent_default()
        if event.key == "enter":
            self.action_enter()
        else:
            leaves = event.key == "escape"
            self.post_message(self.Left(cleared=leaves and bool(self.value), by_esc=leaves))
            self.value = "" if leaves else self.value


class ExerciseList(RowList):
    """Arrows choose an exercise, Enter does what is next with it; up from the first row goes to the filter."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("choose", "open_it", show=True),
        bind("up", "cursor_up"),
        bind("down", "cursor_down"),
    ]

    groups: reactive[tuple[Group, ...]] = reactive(())
    """What is listed."""
    today: reactive[date | None] = reactive(None)
    """The present day, from which "3 d ago" is counted."""

    @dataclass
    class Highlighted(Message):
        """The cursor stands on another exercise."""

        slug: str

    @dataclass
    class Opened(Message):
        """Enter or a double click on one."""

        slug: str

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id, compact=True, markup=False)
        self._slugs: list[str | None] = []
        self._wanted = ""

    @property
    def slug(self) -> str:
        """The exercise under the cursor; "" when there is none."""
        return (self._slugs[self.highlighted] or "") if self.highlighted is not None else ""

    def choose(self, slug: str) -> None:
        """Put the cursor on that exercise: now, or with the next groups, when it is listed then."""
        self._wanted = slug
        if self._place():
            self._wanted = ""

    def choose_first(self) -> None:
        """Put the cursor on the first exercise, if there is any."""
        if any(self._slugs):
            self.highlighted = next(place for place, slug in enumerate(self._slugs) if slug)
            self.scroll_home(animate=False)

    def watch_groups(self) -> None:
        """List them; the cursor stays on its exercise if that is still there."""
        self._wanted = self._wanted or self.slug
        rows = list(self._rows())
        self._slugs = [slug for slug, _ in rows]
        self.set_options([Option(look, disabled=slug is None) for slug, look in rows])
        placed = self._place()
        self._wanted = ""
        if not placed:
            self.choose_first()

    def _place(self) -> bool:
        if self._wanted not in self._slugs:
            return False
        self.highlighted = self._slugs.index(self._wanted)
        self.call_after_refresh(self.scroll_to_highlight)
        return True

    def action_cursor_up(self) -> None:
        """One up; from the first row to the filter."""
        first = next((place for place, slug in enumerate(self._slugs) if slug), None)
        if self.highlighted is None or self.highlighted == first:
            self.scroll_home(animate=False)
            # Not by a message: what is typed right behind this key is meant for the filter.
            self.screen.focus_next(ExerciseFilter)
        else:
            super().action_cursor_up()

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Tell the page which one."""
        event.stop()
        if self.slug:
            self.post_message(self.Highlighted(self.slug))

    def action_open_it(self) -> None:
        """Tell the page to do what is next with it."""
        if self.slug:
            self.post_message(self.Opened(self.slug))

    def action_select(self) -> None:
        """A single click only chooses."""

    def on_click(self, event: Click) -> None:
        """A double click opens."""
        if event.chain == 2:
            self.action_open_it()

    def on_resize(self) -> None:
        """The chosen one stays in sight."""
        self.call_after_refresh(self.scroll_to_highlight)

    def _rows(self) -> "list[tuple[str | None, Content | TwoEnds]]":
        rows: list[tuple[str | None, Content | TwoEnds]] = []
        for group in self.groups:
            if group.title:
                tone = "$severity-caution" if group.title == UNMAPPED else "$quiet"
                rows.append((None, Content.styled(f"{group.title} · {len(group.rows)}", tone)))
            rows += [(row.exercise.slug, self._look(row, group.title)) for row in group.rows]
        return rows or [(None, Content.styled(with_keys(self, _NONE), "$quiet"))]

    def _look(self, row: Listed, title: str) -> TwoEnds:
        indent = "  " if title else ""
        name = Content(f"{indent}{' '.join(row.exercise.name.split())}")
        if row.by:
            name += Content.styled(f"  {row.by}", "$quiet")
        return TwoEnds(name, self._beside(row))

    def _beside(self, row: Listed) -> Content:
        if row.use is None:
            return Content.styled(muscles_said(row.exercise.primary[:2]), "$quiet")
        last = ago(row.use.last, self.today or row.use.last)
        return Content.styled(f"{row.use.workouts} ×", "") + Content.styled(f"{last:>{_AGO}}", "$quiet")
