"""Pain: where it hurts, how much, and what it is like."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar
from uuid import uuid4

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.events import Key
from textual.reactive import reactive
from textual.widgets import Input

from journal.body import Place, places
from journal.errors import Refused
from journal.records import Pain
from journal.tui.came_after import came_after
from journal.tui.keys import bind
from journal.tui.open_journal import OpenJournal
from journal.tui.pain_draft import (
    Draft,
    as_pain,
    context_of,
    draft_of,
    in_words,
    moment_of,
    suggested,
)
from journal.tui.reading.pain import PainView, read_pain
from journal.tui.screens.page import Page
from journal.tui.widgets.body_map import BodyMap
from journal.tui.widgets.pain_form import PainForm, ScoreRow
from journal.tui.widgets.place_list import PlaceList
from journal.tui.widgets.text_row import RowInput
from journal.vocabulary import Side

if TYPE_CHECKING:
    from journal.entry import Writer

_ROOMY = (100, 36)
"""Columns and rows from which all words of all questions are shown."""
_NEXT = (
    ("Where?  1-9", "Where does it hurt?  Arrows, mouse, 1-9"),
    ("How bad?  0-10", "How bad is it?  0 to 10"),
    ("Enter saves", "Enter saves, Tab tells more"),
)
"""What comes next without a place, without a score, and with both: in short, and in full."""
_SIDES = {"left": Side.LEFT, "right": Side.RIGHT, "both": Side.BOTH}


class PainPage(Page):
    """A digit or an arrow chooses the place, a digit the score, Enter records; Tab goes to the rest."""

    NAME = "Pain"
    HOME = "#map"
    AUTO_FOCUS = "#map"
    CSS_PATH: ClassVar[Path] = Path(__file__).parent / "pain.tcss"

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("digit", "digit", name="place, score", tooltip="A recent place; then the score, 1 0 for 10"),
        bind("choose", "choose", name="save", tooltip="Record the pain; before, take the place", show=True),
        bind("save", "save", tooltip="Record the pain"),
        bind("words", "words", show=True),
        bind("next", "next", name="more", tooltip="The questions, one after the other", show=True),
        bind("previous", "previous", tooltip="The question before; from the first, the place"),
        bind("left_side", "side('left')"),
        bind("right_side", "side('right')"),
        bind("both_sides", "side('both')"),
    ]

    draft: reactive[Draft] = reactive(Draft())
    """What was said so far."""
    view: reactive[PainView | None] = reactive(None)
    """Where it hurt before, and what was trained."""
    linked: reactive[Mapping[Place, str]] = reactive(dict)
    """The workouts behind the pains of each place."""
    without_map: reactive[bool] = reactive(False)
    """Whether the list stands alone."""
    asking: reactive[bool] = reactive(False)
    """Whether the place is settled, so that the questions are next."""

    def __init__(self, journal: OpenJournal, *, day: date | None = None, record: Pain | None = None) -> None:
        super().__init__(journal, day=day or (record.day if record is not None else None))
        self._edited = record
        self._early: list[int] = []
        if record is not None:
            self.set_reactive(PainPage.draft, draft_of(record))
            self.set_reactive(PainPage.asking, True)

    def body(self) -> ComposeResult:
        """The map, and beside it the list of places and the questions."""
        with Horizontal(id="pain"):
            yield BodyMap(id="map")
            with Vertical(id="beside"):
                yield PlaceList(id="places")
                form = PainForm(id="form")
                yield form.data_bind(PainPage.draft, PainPage.view, PainPage.linked)

    def on_mount(self) -> None:
        """Name the parts; an entry that is edited stands in the rows."""
        self.places.border_title = " Places "
        self.form.load(self.draft)
        self._show()

    @property
    def map(self) -> BodyMap:
        """The body."""
        return self.query_one("#map", BodyMap)

    @property
    def places(self) -> PlaceList:
        """The list of places."""
        return self.query_one("#places", PlaceList)

    @property
    def form(self) -> PainForm:
        """The questions."""
        return self.query_one("#form", PainForm)

    # Reading.

    async def read(self) -> None:
        """Where it hurt before, what was trained, and how the rules link them."""
        day = self.day or self.journal.today()
        self.view = await self.tried(self.journal.ask(lambda store, writer: read_pain(store, writer, day)))
        for digit in self._early:
            self._take_digit(digit)
        self._early = []
        self._show()
        self._link()

    @work(group="link", exclusive=True)
    async def _link(self) -> None:
        """Ask the rules which workout a pain of each place would be linked to."""
        if self.writer is None or self.view is None:
            return
        try:
            at = moment_of(self.draft, self._writer_now(self.writer), self.day or self.journal.today()).at
        except Refused:
            return
        asked = dict.fromkeys([*places(), *self.view.recent, *filter(None, [self.draft.place])])
        pains = [self._pain_at(place, min(at, self.view.at)) for place in asked]
        linked = await self.tried(self.journal.work(came_after(pains), day=self.day))
        if linked is not None:
            self.linked = linked

    def _pain_at(self, place: Place, at: datetime) -> Pain:
        own = self._edited if self.draft.place == place else None
        return Pain(id=own.id if own else uuid4(), at=at, region=place.region, side=place.side, score=1)

    # Showing.

    def watch_asking(self) -> None:
        """The questions take the place of the list where there is no room for both."""
        self._arrange()

    def watch_without_map(self) -> None:
        """The map goes, or comes back."""
        self._arrange()

    def on_resize(self) -> None:
        """All words of all questions are shown where there is room."""
        columns, rows = _ROOMY
        self.form.unfolded = self.size.width >= columns and self.size.height >= rows
        self._guide()

    def _arrange(self) -> None:
        if self.is_mounted:
            frame = self.query_one("#pain")
            frame.set_class(self.asking, "-asking")
            frame.set_class(not self.asking, "-choosing")
            frame.set_class(self.without_map, "-words")

    def _say(self, **changes: Any) -> None:
        """Something was said; what the rows say already counts too."""
        before = self.draft
        self.draft = replace(before, **(self.form.said() | changes))
        self._show()
        if self.draft.when != before.when:
            self._link()

    def _show(self) -> None:
        """Bring every part up to date."""
        self._arrange()
        self._guide()
        view, draft, writer = self.view, self.draft, self.writer
        if view is None or writer is None:
            return
        writer, day = self._writer_now(writer), self.day or self.journal.today()
        scores = dict(view.scores or {})
        if draft.place is not None and draft.score is not None:
            scores[draft.place] = draft.score
        for part in (self.map, self.places):
            part.scores, part.chosen = scores, draft.place
        self.map.start = view.recent[0]
        self.places.recent = view.recent
        self.form.context = context_of(draft, view, writer, day)
        self.form.suggested = suggested(draft, view, writer, day)
        self.form.preview = self._preview(writer, day)

    def _guide(self) -> None:
        """Say over the map what comes next."""
        short, full = _NEXT[(self.draft.place is not None) + (self.draft.score is not None)]
        self.map.border_title = f" {full if self.map.size.width > len(full) + 3 else short} "

    def _preview(self, writer: "Writer", day: date) -> Content:
        if self.view is None:
            return Content("")
        try:
            pain = as_pain(self.draft, self.view, writer, day)
        except Refused as refused:
            return Content.styled(str(refused), "$quiet")
        words = in_words(self.draft, pain, writer)
        return Content.assemble(("→ ", "$accent bold"), words)

    # Choosing the place and the score.

    def on_key(self, event: Key) -> None:
        """Digits choose the place, then the score; Backspace takes them back."""
        if isinstance(self.focused, Input):
            return
        if event.key.isdigit():
            event.stop()
            self._take_digit(int(event.key))
        elif event.key == "backspace":
            event.stop()
            self._take_back()

    def _take_digit(self, digit: int) -> None:
        if self.view is None:
            self._early.append(digit)
            return
        draft = replace(self.draft, **self.form.said()).typed(digit, self.view.recent)
        if draft.place is None:
            self.refuse(f"There is no recent place {digit}: choose one on the map, or in the list.")
            return
        self._say(place=draft.place, score=draft.score, one_typed=draft.one_typed)
        self._ask()

    def _take_back(self) -> None:
        if self.draft.score is not None:
            self._say(score=None, one_typed=False)
        elif self.draft.place is not None:
            self._say(place=None)
            self.asking = False

    def _ask(self) -> None:
        """Go on to the questions; the focus stays where it is, unless that goes out of sight."""
        self.asking = True
        if self.focused is self.places:
            self._to_the_list()

    def _to_the_list(self) -> None:
        self.editing = None
        if not self.without_map:
            self.set_focus(self.map)
        elif self.asking:
            self.form.begin()
        else:
            self.set_focus(self.places)

    @on(BodyMap.Chosen)
    def _on_the_map(self, event: BodyMap.Chosen) -> None:
        self._say(place=event.place, one_typed=False)
        self.asking = True

    @on(PlaceList.Chosen)
    def _in_the_list(self, event: PlaceList.Chosen) -> None:
        self._say(place=event.place, one_typed=False)
        if event.taken:
            self._ask()

    @on(ScoreRow.Chosen)
    def _score_clicked(self, event: ScoreRow.Chosen) -> None:
        if self.draft.place is not None:
            self._say(score=event.score, one_typed=False)

    @on(PainForm.Said)
    def _row_said(self) -> None:
        self._say(one_typed=False)

    # Keys.

    def action_digit(self) -> None:
        """Digits are taken as keys; here they are only told of."""

    def action_side(self, side: str) -> None:
        """Left, right or both of the chosen place."""
        if self.draft.place is not None:
            self._say(place=Place(self.draft.place.region, _SIDES[side]), one_typed=False)

    def action_words(self) -> None:
        """The list alone, or the map and what is beside it."""
        self.without_map = not self.without_map
        self._to_the_list()

    def action_next(self) -> None:
        """From the place to the questions, and from one to the next."""
        self._go(1)

    def action_previous(self) -> None:
        """The question before; from the first one back to the place."""
        self._go(-1)

    def _go(self, step: int) -> None:
        if self.draft.place is None:
            self.set_focus(self.places if self.focused is self.map else self.map)
            return
        self.asking = True
        self.form.go(step, home=self._to_the_list)

    @on(PlaceList.Entered)
    @on(RowInput.Entered)
    def action_choose(self) -> None:
        """Take the place that the arrows start on; once there is a place, record."""
        if self.draft.place is None and self.view is not None:
            self._say(place=self.view.recent[0])
            self._ask()
        else:
            self._save()

    def action_save(self) -> None:
        """Record."""
        self._save()

    def action_leave(self) -> None:
        """From a question to the place; from there to the page of the day."""
        if self.form.has_focus_within:
            self._to_the_list()
        else:
            super().action_leave()

    @work(group="verbs")
    async def _save(self) -> None:
        if self.writer is None or self.view is None:
            return
        writer, day = self._writer_now(self.writer), self.day or self.journal.today()
        draft = replace(self.draft, **self.form.said())
        try:
            pain = as_pain(draft, self.view, writer, day)
        except Refused as refused:
            self.refuse(str(refused))
            return
        self.day = pain.day
        if self._edited is None:
            await self.record([pain], (in_words(draft, pain, writer),), leave=True)
        elif pain == self._edited:
            self.refuse("Nothing was changed.")
        else:
            await self.replace([(self._edited, pain)], "edit", leave=True)
