"""Pain: where it hurts, how much, and what it is like."""

from dataclasses import replace
from datetime import date
from typing import Any, ClassVar

from textual import on, work
from textual.await_complete import AwaitComplete
from textual.binding import BindingType
from textual.events import Key
from textual.widgets import Input

from journal.body import Place
from journal.errors import Refused
from journal.records import Pain
from journal.tui.asking.open_journal import OpenJournal
from journal.tui.forms.pain import Draft, as_pain, in_words
from journal.tui.key_names import key_of
from journal.tui.keys import bind
from journal.tui.screens.pain_parts import PainParts
from journal.tui.widgets.body_map import BodyMap
from journal.tui.widgets.pain_form import PainForm, ScoreRow
from journal.tui.widgets.place_list import PlaceList
from journal.tui.widgets.text_row import RowInput
from journal.vocabulary import Side

_SIDES = {"left": Side.LEFT, "right": Side.RIGHT, "both": Side.BOTH}
_ENTER = "enter"
_LEFT = "What was left here stands here again:"


class PainPage(PainParts):
    """A digit or an arrow chooses the place, a digit the score, Enter records; Tab goes to the rest."""

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

    def __init__(self, journal: OpenJournal, *, day: date | None = None, record: Pain | None = None) -> None:
        super().__init__(journal, day=day, record=record)
        self._early: list[str] = []
        self._is_saving = False
        self._taken: Place | None = None

    async def read(self) -> None:
        """What is shown; then the keys that were typed before it was there."""
        first = self.view is None
        await super().read()
        early, self._early = self._early, []
        if first and not early:
            self.take_up()
            if self.is_taken_up:
                self.say(f"{_LEFT} {key_of(self, 'choose')} records it, a digit begins another one.")
        for key in early:
            if key == _ENTER:
                self.action_choose()
            else:
                self._take_digit(int(key))

    # Choosing the place and the score.

    def on_key(self, event: Key) -> None:
        """Digits choose the place, then the score; Backspace takes them back, and then all that was said."""
        if isinstance(self.focused, Input):
            return
        if event.key.isdigit():
            event.stop()
            if self.view is None:
                self._early.append(event.key)
            else:
                self._take_digit(int(event.key))
        elif event.key == "backspace":
            event.stop()
            self._take_back()

    def _take_digit(self, digit: int) -> None:
        if self.view is None:
            return
        if self.is_taken_up:
            # Who types a pain without looking means another one.
            self.begin_with(Draft())
        draft = replace(self.draft, **self.form.said()).typed(digit, self.view.recent)
        if draft.place is None:
            self.refuse(f"There is no recent place {digit}: choose one on the map, or in the list.")
            return
        self.tell(place=draft.place, score=draft.score, one_typed=draft.one_typed)
        self._ask()

    def _take_back(self) -> None:
        if self.draft.score is not None:
            self.tell(score=None)
        elif self.draft.place is not None:
            self.tell(place=None)
            self.asking = False
        elif self.edited is None:
            self.begin_with(Draft())

    def _ask(self) -> None:
        """Go on to the questions; the focus stays where it is, unless that goes out of sight."""
        self.asking = True
        if self.focused is self.places and self.without_map:
            self.form.begin()
        elif self.focused is self.places:
            self.set_focus(self.map)

    def _to_the_list(self) -> None:
        """Back to where the place is chosen."""
        self.editing = None
        if self.without_map:
            self.asking = False
        self.set_focus(self.places if self.without_map else self.map)

    @on(BodyMap.Chosen)
    def _on_the_map(self, event: BodyMap.Chosen) -> None:
        self.tell(place=event.place)
        self.asking = True

    @on(PlaceList.Chosen)
    def _in_the_list(self, event: PlaceList.Chosen) -> None:
        self.tell(place=event.place)
        if event.taken:
            self._ask()

    @on(ScoreRow.Chosen)
    def _score_clicked(self, event: ScoreRow.Chosen) -> None:
        if self.draft.place is not None:
            self.tell(score=event.score)

    @on(PainForm.Said)
    def _row_said(self) -> None:
        self.tell(one_typed=False)

    # Keys.

    def action_digit(self) -> None:
        """Digits are taken as keys; here they are only told of."""

    def action_side(self, side: str) -> None:
        """Left, right or both of the chosen place."""
        if self.draft.place is not None:
            self.tell(place=Place(self.draft.place.region, _SIDES[side]))

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
        if self.view is None:
            self._early.append(_ENTER)
        elif self.draft.place is None:
            self.tell(place=self.view.recent[0])
            self._ask()
        elif self.draft.score is None and self.draft.place != self._taken and not self.form.has_focus_within:
            # The arrows brought it there: this Enter takes the place, and the score is asked for already.
            self._taken = self.draft.place
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

    def go(self, name: str, **about: Any) -> AwaitComplete:
        """Open another page; what was said here and not recorded is told there, with the way back to it."""
        self.put_aside(recorded=self._is_saving)
        pain, home = None if self._is_saving else self._pain(), self.home
        opened = super().go(name, **about)
        # Behind it: another day forgets what was said.
        if pain is not None and pain != self.edited and self.writer is not None:
            words = in_words(self.draft, pain, self.writer)
            back = key_of(self, "pain") if self.edited is None else f"{key_of(self, 'choose')} on it"
            home.refuse(f"Left, and not recorded: {words}.  {back} brings it back.")
        return opened

    def _pain(self) -> Pain | None:
        """What Enter would record; None when something is missing or none."""
        if self.writer is None or self.view is None:
            return None
        try:
            return as_pain(self.draft, self.view, self._writer_now(self.writer), self.written_for)
        except Refused:
            return None

    @work(group="verbs")
    async def _save(self) -> None:
        if self.writer is None or self.view is None or self._is_saving:
            return
        writer, day = self._writer_now(self.writer), self.written_for
        draft = replace(self.draft, **self.form.said())
        try:
            pain = as_pain(draft, self.view, writer, day)
        except Refused as refused:
            self.refuse(str(refused))
            return
        if pain == self.edited:
            self.refuse("Nothing was changed.")
            return
        # A second Enter is not a second pain.
        self._is_saving = True
        self._is_saving = await self._write_down(pain, in_words(draft, pain, writer))
        if self._is_saving:
            # Another day forgets what was said, and this was said of the entry that it now shows.
            said = self.home.said
            self.go("today", day=pain.day)
            self.home.said = said

    async def _write_down(self, pain: Pain, words: str) -> bool:
        """Record the entry, or put it in the place of the one that is edited; False when it was refused."""
        if self.edited is None:
            return await self.record([pain], (words,), leave=True)
        return await self.replace([(self.edited, pain)], "edit", leave=True)
