"""What stands on the Pain page, and how it is brought up to date with what was said."""

import asyncio
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.reactive import var

from journal.body import Place
from journal.errors import Refused
from journal.records import Pain
from journal.tui.asking.came_after import came_after, pains_of_every_place
from journal.tui.asking.open_journal import OpenJournal
from journal.tui.forms.left_open import Of, leave_open, take_up
from journal.tui.forms.pain import Draft, as_pain, context_of, draft_of, in_words, moment_of, suggested
from journal.tui.key_names import with_keys
from journal.tui.reading.pain import PainView, read_pain
from journal.tui.screens.page import Page
from journal.tui.widgets.body_map import BodyMap
from journal.tui.widgets.pain_form import PainForm
from journal.tui.widgets.place_list import PlaceList

if TYPE_CHECKING:
    from journal.entry import Writer

_ROOMY = (100, 36)
"""Columns and rows from which all words of all questions are shown."""
_PAUSE = 0.3
"""Seconds without a key after which a time that is typed is looked at."""
_NEXT = (
    ("Where?  1-9", "Where does it hurt?  Arrows, mouse, 1-9"),
    ("How bad?  0-10", "How bad is it?  0 to 10"),
    ("{choose} saves", "{choose} saves, {next} tells more"),
)
"""What comes next without a place, without a score, and with both: in short, and in full."""


class PainParts(Page):
    """The map, the list and the questions, which all show one draft; what is said changes that by `tell`."""

    NAME = "Pain"
    HOME = "#map"
    AUTO_FOCUS = "#map"
    CSS_PATH: ClassVar[Path] = Path(__file__).parent / "pain.tcss"

    draft: var[Draft] = var(Draft())
    """What was said so far."""
    view: var[PainView | None] = var(None)
    """Where it hurt before, and what was trained."""
    linked: var[Mapping[Place, str]] = var(dict)
    """The workouts behind the pains of each place."""
    without_map: var[bool] = var(False)
    """Whether the list stands alone."""
    asking: var[bool] = var(False)
    """Whether the place is settled, so that the questions are next."""

    def __init__(self, journal: OpenJournal, *, day: date | None = None, record: Pain | None = None) -> None:
        super().__init__(journal, day=day or (record.day if record is not None else None))
        self.edited = record
        self.is_taken_up = False
        """Whether all that stands here was left before, and nothing has been said since."""
        if record is not None:
            self.set_reactive(PainParts.draft, draft_of(record))
            self.set_reactive(PainParts.asking, True)

    def body(self) -> ComposeResult:
        """The map, and beside it the list of places and the questions."""
        with Horizontal(id="pain", classes="-asking" if self.asking else "-choosing"):
            yield BodyMap(id="map")
            with Vertical(id="beside"):
                yield PlaceList(id="places")
                form = PainForm(id="form")
                yield form.data_bind(PainParts.draft, PainParts.view, PainParts.linked)

    def on_mount(self) -> None:
        """An entry that is edited stands in the rows."""
        self.form.load(self.draft)
        self.show()

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

    @property
    def written_for(self) -> date:
        """The day that a pain without a time of its own belongs to."""
        return self.day or self.journal.today()

    def tell(self, **changes: Any) -> None:
        """Something was said; what the rows say already counts too."""
        before = self.draft
        self.is_taken_up = False
        self.draft = replace(before, **({"one_typed": False} | self.form.said() | changes))
        self.show()
        if self.draft != before and self.said is not None:
            # What was said was said of the draft before: a score that was missing may be there now.
            self.said = None
        if self.draft.when != before.when:
            self.link(after=_PAUSE)

    async def read(self) -> None:
        """Where it hurt before, what was trained, and how the rules link them."""
        day = self.written_for
        self.view = await self.tried(self.journal.ask(lambda store, writer: read_pain(store, writer, day)))
        self.show()
        self.link()

    def take_up(self) -> None:
        """Go on with what was left here unrecorded, unless something else has been said already."""
        left = take_up(self.journal, self._of)
        if left is not None and replace(self.draft, **self.form.said()) == self._untouched:
            self.begin_with(left)
            self.is_taken_up = self.edited is None

    def begin_with(self, draft: Draft) -> None:
        """Let this stand in all parts, instead of what was said before."""
        self.is_taken_up = False
        self.draft = draft
        self.form.load(draft)
        self.asking = draft.place is not None
        self.show()

    def put_aside(self, *, recorded: bool) -> None:
        """Keep what was said until one comes back; a place alone says nothing yet."""
        draft = replace(self.draft, **self.form.said(), one_typed=False)
        untouched = draft == self._untouched or replace(draft, place=None) == Draft()
        leave_open(self.journal, self._of, None if recorded or untouched else draft)

    @property
    def _of(self) -> Of:
        return ("pain", self.written_for if self.edited is None else self.edited.id)

    @property
    def _untouched(self) -> Draft:
        return Draft() if self.edited is None else draft_of(self.edited)

    @work(group="link", exclusive=True)
    async def link(self, after: float = 0) -> None:
        """Ask the rules which workout a pain of each place would be linked to; `after` some seconds."""
        await asyncio.sleep(after)
        if self.writer is None or self.view is None:
            return
        try:
            at = moment_of(self.draft, self._writer_now(self.writer), self.written_for).at
        except Refused:
            return
        pains = pains_of_every_place(self.draft, self.view.recent, min(at, self.view.at))
        linked = await self.tried(self.journal.work(came_after(pains), day=self.day))
        if linked is not None:
            self.linked = linked

    def show(self) -> None:
        """Bring every part up to date."""
        self._arrange()
        view, draft = self.view, self.draft
        if view is None or self.writer is None or not self.is_attached:
            return
        writer, day = self._writer_now(self.writer), self.written_for
        scores = dict(view.scores)
        if draft.place is not None and draft.score is not None:
            scores[draft.place] = draft.score
        for part in (self.map, self.places):
            part.scores, part.chosen = scores, draft.place
        self.map.start = view.recent[0]
        self.places.recent = view.recent
        self.places.told = view.told(writer)
        self.form.context = context_of(draft, view, writer, day)
        self.form.is_today = day == writer.now.date()
        self.form.suggested = suggested(draft, view, writer, day)
        self.form.preview = self._preview(view, writer, day)

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
        self.call_after_refresh(self._arrange)

    def _arrange(self) -> None:
        """Show the parts that belong to this step, and say what comes next."""
        if not self.is_mounted:
            return
        frame = self.query_one("#pain")
        frame.set_class(self.asking, "-asking")
        frame.set_class(not self.asking, "-choosing")
        frame.set_class(self.without_map, "-words")
        short, full = (
            with_keys(self, one)
            for one in _NEXT[(self.draft.place is not None) + (self.draft.score is not None)]
        )
        self.map.border_title = Content(f" {full if self.map.size.width > len(full) + 3 else short} ")
        self.places.border_title = Content(f" {full} " if self.without_map else " Places ")

    def _preview(self, view: PainView, writer: "Writer", day: date) -> Content:
        try:
            pain = as_pain(self.draft, view, writer, day)
        except Refused as refused:
            return Content.styled(str(refused), "$quiet")
        return Content.assemble(("→ ", "$accent bold"), in_words(self.draft, pain, writer))
