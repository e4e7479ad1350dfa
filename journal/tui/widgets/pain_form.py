"""What is told of a pain besides its place: the score, then how it feels, when, where it came from, a note."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar
from uuid import UUID

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.reactive import reactive
from textual.style import Style
from textual.widgets import Static

from journal.body import Place
from journal.records import MOST_PAIN, Pain
from journal.tui.forms.pain import SIGNS, Draft, name_of
from journal.tui.keys import bind
from journal.tui.reading.pain import PainView, Trained
from journal.tui.widgets.choice_row import LABEL, Choice, ChoiceRow, Marks
from journal.tui.widgets.text_row import TextRow
from journal.vocabulary import Context, Mechanism, Quality, Radiation, Side, display

_OFFERED = 4
"""Workouts that a pain can be linked to by hand."""
_NOW, _THAT_DAY = "now, or 14:30, 2h ago …", "that day, or 14:30 …"
"""What an empty time means today, and on a day that is past."""
_SIDES = (Side.LEFT, Side.CENTER, Side.RIGHT, Side.BOTH)


class ScoreRow(Static):
    """The scores from 0 to 10, one of which a click or the digits choose."""

    @dataclass
    class Chosen(Message):
        """A score was clicked."""

        score: int

    score: reactive[int | None] = reactive(None)
    """The score that is set."""

    def on_mount(self) -> None:
        """Draw them."""
        self.watch_score()

    def watch_score(self) -> None:
        """Brackets round the score, so that no colour is needed."""
        parts = [Content.styled(f"{'  Score':<{LABEL - 1}}", "$quiet")]
        for score in range(MOST_PAIN + 1):
            here = score == self.score
            before = "[" if here else "]" if score - 1 == self.score else " "
            parts.append(Content.styled(before, "$accent bold"))
            number = Content.styled(str(score), "$accent bold" if here else "")
            parts.append(number.stylize(Style.from_meta({"score": score})))
        parts.append(Content.styled("]" if self.score == MOST_PAIN else " ", "$accent bold"))
        self.update(Content("").join(parts))

    def on_click(self, event: Click) -> None:
        """Choose the score under the mouse."""
        score = event.style.meta.get("score")
        if isinstance(score, int):
            self.post_message(self.Chosen(score))


class PainForm(Vertical):
    """Shows a draft; `said` is what its rows say.  Tab and arrows go through the rows."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("up", "move(-1)", name="row before", tooltip="The row before"),
        bind("down", "move(1)", name="next row", tooltip="The next row"),
    ]

    draft: reactive[Draft] = reactive(Draft())
    """What was said so far."""
    view: reactive[PainView | None] = reactive(None)
    """Where it hurt before, and what was trained."""
    context: reactive[Context | None] = reactive(None)
    """When it is felt: as told, or as the time of day says."""
    suggested: reactive[Context | None] = reactive(None)
    """When it may be felt, for a workout was just done."""
    linked: reactive[Mapping[Place, str]] = reactive(dict)
    """Ids of the workouts behind the pains of each place, as the rules link them."""
    preview: reactive[Content] = reactive(Content(""))
    """What would be recorded, or what is missing."""
    is_today: reactive[bool] = reactive(True)
    """Whether a pain without a time of its own is one of now."""
    unfolded: reactive[bool] = reactive(False)
    """Whether all rows show all of their words."""

    class Said(Message):
        """A row says something else."""

    def compose(self) -> ComposeResult:
        """The score, the rows, and what would be recorded."""
        with VerticalScroll(id="questions", can_focus=False):
            yield ScoreRow(id="score", markup=False)
            yield Static(id="last", markup=False)
            yield ChoiceRow("Feels", Marks.SEVERAL, _words(Quality), id="qualities")
            yield ChoiceRow("Hurts", Marks.ONE, _words(Context), id="context")
            yield ChoiceRow("Runs to", Marks.ONE, _words(Radiation), id="radiates")
            yield ChoiceRow("Signs", Marks.ANSWERS, _signs(), id="signs")
            yield ChoiceRow("Set off", Marks.ONE, _words(Mechanism), id="mechanism")
            yield ChoiceRow(
                "Side", Marks.ONE, [Choice(side, display(side)) for side in _SIDES], id="which-side"
            )
            yield TextRow("Began", "17:40, yesterday, 3d ago …", id="began")
            yield TextRow("When", _NOW, id="when")
            yield TextRow("Note", "", id="note")
            yield ChoiceRow("After", Marks.ONE, id="after")
        yield Static(id="preview", markup=False)

    def load(self, draft: Draft) -> None:
        """Let what an entry says stand in the rows."""
        self.watch_draft(draft)
        for row, text in (("began", draft.began), ("when", draft.when), ("note", draft.note)):
            self.query_one(f"#{row}", TextRow).put(text)
        self._row("context").answers = _one(draft.context)
        self._row("context").touched = draft.context_told

    def said(self) -> dict[str, Any]:
        """What the rows say now, by the fields of a draft; the texts as they stand."""
        context, after = self._row("context"), self._row("after").answer
        said = {
            "qualities": tuple(sorted(self._row("qualities").answers, key=list(Quality).index)),
            "radiates_to": self._row("radiates").answer,
            "signs": dict(self._row("signs").answers),
            "mechanism": self._row("mechanism").answer,
            "workout_id": UUID(after) if after is not None else None,
            **{name: self.query_one(f"#{name}", TextRow).text for name in ("began", "when", "note")},
        }
        if context.touched:
            said |= {"context": context.answer, "context_told": True}
        if self.draft.place is not None and self._row("which-side").touched:
            said["place"] = Place(self.draft.place.region, self._row("which-side").answer)
        return said

    def begin(self) -> None:
        """Go to the first row behind the score."""
        self.screen.set_focus(self._row("qualities"))

    def go(self, step: int, home: Callable[[], None]) -> None:
        """The next row or the one before; beyond the ends, and back from outside, `home`."""
        stops = [stop for stop in self.query("ChoiceRow, Input") if stop.focusable and stop.parent]
        here = self.screen.focused
        place = stops.index(here) + step if here in stops else 0 if step > 0 else len(stops)
        if 0 <= place < len(stops):
            self.screen.set_focus(stops[place])
        else:
            home()

    def action_move(self, step: int) -> None:
        """Another row."""
        self.go(step, home=lambda: None)

    def watch_draft(self, draft: Draft) -> None:
        """Bring the rows up to date."""
        if not self.is_mounted:
            return
        self.query_one(ScoreRow).score = draft.score
        place = draft.place
        self.border_title = Content(f" {place.name if place else 'Nothing chosen yet'} ")
        self._row("qualities").answers = dict.fromkeys(draft.qualities, True)
        self._row("radiates").answers = _one(draft.radiates_to)
        self._row("radiates").display = draft.asks_radiation
        self._row("signs").answers = draft.signs
        self._row("mechanism").answers = _one(draft.mechanism)
        self._row("which-side").answers = _one(place.side if place else None)
        self._row("which-side").touched = False
        self._row("after").answers = _one(str(draft.workout_id) if draft.workout_id else None)
        self._show_last()

    def watch_view(self) -> None:
        """Other entries before, other workouts."""
        self._show_last()

    def watch_linked(self) -> None:
        """Another workout behind it."""
        self._show_last()

    def watch_context(self, context: Context | None) -> None:
        """The context as it would be recorded."""
        if self.is_mounted:
            self._row("context").answers = _one(context)

    def watch_suggested(self, suggested: Context | None) -> None:
        """The context that is offered."""
        if self.is_mounted:
            self._row("context").ghosts = (suggested,) if suggested else ()

    def watch_preview(self, preview: Content) -> None:
        """What would be recorded."""
        if self.is_mounted:
            self.query_one("#preview", Static).update(preview)

    def watch_is_today(self, is_today: bool) -> None:
        """An empty time means something else."""
        if self.is_mounted:
            self.query_one("#when", TextRow).offer(_NOW if is_today else _THAT_DAY)

    def watch_unfolded(self, unfolded: bool) -> None:
        """Fold the rows, or show all words."""
        for row in self.query(ChoiceRow):
            row.unfolded = unfolded

    @on(ChoiceRow.Answered)
    @on(TextRow.Written)
    def _answered(self, event: Message) -> None:
        event.stop()
        self.post_message(self.Said())

    def _row(self, name: str) -> ChoiceRow:
        return self.query_one(f"#{name}", ChoiceRow)

    def _show_last(self) -> None:
        """What was said of this place last time, and the workouts: offered, not recorded."""
        if not self.is_mounted or self.view is None:
            return
        last = None if self.draft.record is not None else self.view.last_at(self.draft.place)
        self.query_one("#last", Static).update(_last(last, self.view))
        self.query_one("#last").display = last is not None
        self._row("qualities").ghosts = last.qualities if last else ()
        self._row("radiates").ghosts = _offered(last.radiates_to if last else None)
        self._row("mechanism").ghosts = _offered(last.mechanism if last else None)
        linked = self.linked.get(self.draft.place) if self.draft.place is not None else None
        after = self._row("after")
        after.choices = tuple(
            Choice(str(one.id), self.view.ago(one))
            for one in _to_choose(self.view.trained, (linked, str(self.draft.workout_id)))
        )
        after.ghosts = (linked,) if linked else ()
        after.display = bool(after.choices)


def _to_choose(trained: tuple[Trained, ...], named: tuple[str | None, ...]) -> list[Trained]:
    """The last workouts, and those that are linked even if others came after them."""
    return [one for place, one in enumerate(trained) if place < _OFFERED or str(one.id) in named]


def _last(pain: Pain | None, view: PainView) -> Content:
    if pain is None:
        return Content("")
    return Content.styled(f"{' ' * LABEL}last time {pain.score}, {view.when(pain)}", "$quiet italic")


def _words(values: type[Quality | Context | Radiation | Mechanism]) -> list[Choice]:
    return [Choice(value, name_of(value)) for value in values]


def _signs() -> list[Choice]:
    return [Choice(name, yes, no) for name, (yes, no) in SIGNS.items()]


def _one(value: Any) -> Mapping[Any, bool]:
    return {} if value is None else {value: True}


def _offered(value: Any) -> tuple[Any, ...]:
    return () if value is None else (value,)
