"""The page of exercises: all of them with their use, one in full, own ones, names, and the mapping of imports."""

from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static

from journal.exercises.own import Pair
from journal.records import OwnExercise
from journal.tui.asking.open_journal import OpenJournal
from journal.tui.key_names import key_of, with_keys
from journal.tui.keys import bind
from journal.tui.reading.exercises import InFull, Shelf, read_bests, read_in_full, read_mapping, read_shelf
from journal.tui.screens.page import Page
from journal.tui.widgets.exercise_list import ExerciseFilter, ExerciseList
from journal.tui.widgets.guesses import Guesses
from journal.tui.widgets.history import History
from journal.tui.wording.exercise_facts import counted, facts_of, named, title_of, users
from journal.tui.wording.exercises import bests_said

if TYPE_CHECKING:
    from journal.analysis.training.bests import Bests

WIDE = 100
"""Cells from which on the chosen exercise stands beside the list."""
_OWN_KEYS = frozenset({"new", "edit", "remove", "names"})


class ExercisesPage(Page):
    """`slug` is the exercise that the cursor stands on at first."""

    NAME = "Exercises"
    HOME = "#exercises"
    AUTO_FOCUS = HOME
    CSS_PATH = Path(__file__).parent / "exercises.tcss"

    BINDINGS: ClassVar[list[BindingType]] = [
        # Before all others, so that what is typed right behind them is not lost.
        bind("new", "new", show=True, priority=True),
        bind("edit", "edit", show=True, priority=True),
        bind("alias", "names", show=True, priority=True),
        bind("remove", "remove", show=True),
    ]

    def __init__(self, journal: OpenJournal, *, day: date | None = None, slug: str = "") -> None:
        super().__init__(journal, day=day)
        self._aim = slug
        self._shelf: Shelf | None = None
        self._full: InFull | None = None
        self._best: Bests | None = None

    def body(self) -> ComposeResult:
        """The list with its filter, and the chosen exercise."""
        with Horizontal(id="shelf"):
            with Vertical(id="left", classes="part"):
                yield ExerciseList(id="exercises")  # stands below the filter
                yield ExerciseFilter(
                    id="filter", compact=True, placeholder="find by any of its names", select_on_focus=False
                )
            with Vertical(id="right"):
                with VerticalScroll(id="facts-box", classes="part"):
                    yield Static(id="facts")
                yield Guesses(id="guesses")
                yield History(id="history", classes="part")

    def heading(self) -> Iterator[tuple[str, str]]:
        """How many there are."""
        yield self.NAME, "$accent bold"
        if self._shelf is not None:
            known = f", {len(self._shelf.catalogue)} known" if self.app.size.width >= WIDE else ""
            yield f"  {len(self._shelf.uses)} done{known}", "$quiet"

    async def read(self) -> None:
        """The list, and the chosen one anew."""
        shelf = await self.tried(self.journal.ask(read_shelf))
        if shelf is None:
            return
        self._shelf = shelf
        exercises = self.query_one(ExerciseList)
        if self._aim:
            exercises.choose(self._aim)
            self._aim = ""
        exercises.today = self.journal.today()
        self._narrow()
        self._show(exercises.slug)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Letters belong to the filter while it is typed into; no day is shown that could be stepped from."""
        if action == "step" or (action in _OWN_KEYS and isinstance(self.focused, Input)):
            return False
        return super().check_action(action, parameters)

    def show_day(self, day: date) -> None:
        """No day is shown here: a day that is asked for is shown by its own page."""
        self.go("today", day=day)

    # The list.

    @on(Input.Changed, "#filter")
    def _typed(self, event: Input.Changed) -> None:
        self._narrow()
        if event.value:
            self.query_one(ExerciseList).choose_first()

    def _narrow(self) -> None:
        if self._shelf is not None:
            exercises = self.query_one(ExerciseList)
            exercises.groups = self._shelf.found(self.query_one("#filter", Input).value)

    @on(ExerciseFilter.Entered)
    @on(ExerciseFilter.Left)
    def _to_list(self) -> None:
        self.set_focus(self.query_one(ExerciseList))

    @on(ExerciseList.Highlighted)
    def _highlighted(self, message: ExerciseList.Highlighted) -> None:
        if self._full is None or self._full.exercise.slug != message.slug:
            # The cursor first: what is told beside it is read and painted a moment later.
            self.call_after_refresh(self._show_chosen)

    def _show_chosen(self) -> None:
        self._show(self.query_one(ExerciseList).slug)

    @on(ExerciseList.Opened)
    async def _opened(self, message: ExerciseList.Opened) -> None:
        full = self._full
        if full is None or full.exercise.slug != message.slug:
            return
        if full.is_unmapped:
            self.set_focus(self.query_one(Guesses))
        elif full.own is not None:
            await self.action_edit()
        elif full.history:
            self.set_focus(self.query_one(History))

    # The chosen one.

    @work(group="chosen", exclusive=True)
    async def _show(self, slug: str) -> None:
        use = self._shelf.uses.get(slug) if self._shelf is not None else None
        full = await self.tried(
            self.journal.ask(lambda store, writer: read_in_full(store, writer, slug, use))
        )
        self._full = full
        if full is None:
            self.query_one("#facts", Static).update("")
            return
        self._lay_out(full, None)
        if full.history:
            self._lay_out(full, await self.tried(self.journal.look_up(partial(read_bests, slug))))

    def on_resize(self) -> None:
        """The room decides how much is told of the other names."""
        super().on_resize()
        if self._full is not None:
            self._lay_out(self._full, self._best)

    def _lay_out(self, full: InFull, bests: "Bests | None") -> None:
        self._best = bests
        best = bests_said(bests, self.writer) if bests is not None and self.writer is not None else ()
        box = self.query_one("#facts-box")
        box.border_title = Content(f" {title_of(full)} ")
        keys = partial(with_keys, self)
        self.query_one("#facts", Static).update(facts_of(full, best, keys, brief=self.app.size.width < WIDE))
        guesses = self.query_one(Guesses)
        if guesses.exercises != full.guesses:
            guesses.exercises = full.guesses
        guesses.display = full.is_unmapped
        history = self.query_one(History)
        if history.done != full.history:
            history.done = full.history
        count = full.use.workouts if full.use is not None else 0
        history.border_title = Content(f" done in {counted(count, 'workout')} " if count else " history ")

    @on(History.Opened)
    def _day_opened(self, message: History.Opened) -> None:
        self.go("today", day=message.done.day, choose=f"workouts/{message.done.workout}")

    # Mapping.

    @on(Guesses.Taken)
    def _guess_taken(self, message: Guesses.Taken) -> None:
        self._map(message.slug)

    @on(Guesses.AnotherAsked)
    async def _another_asked(self) -> None:
        from journal.tui.screens.pick_exercise import PickExercise

        if self._full is not None and self._shelf is not None:
            asked = PickExercise(self._full.exercise.name, self._shelf, self.journal.today())
            await self.app.push_screen(asked, self._picked)

    def _picked(self, slug: str | None) -> None:
        if slug is not None:
            self._map(slug)

    @on(Guesses.DescribeAsked)
    async def _describe_asked(self) -> None:
        await self.action_edit()

    @work(group="verbs")
    async def _map(self, slug: str) -> None:
        own = self._full.own if self._full is not None else None
        target = self.writer.catalogue.get(slug) if self.writer is not None else None
        if own is None or target is None:
            return
        pairs = await self.tried(self.journal.ask(lambda store, _: read_mapping(store, own, target.slug)))
        if pairs is None:
            return
        self._aim = target.slug
        if await self.replace(pairs, "map exercise"):
            sets = sum(before is not None and before.TABLE == "sets" for before, _ in pairs)
            back = f"{key_of(self, 'undo')} takes it back"
            self.say(f"{named(own)} is {named(target)} from now on, {counted(sets, 'set')}; {back}")
            self._to_list()

    # Own ones and names.

    async def action_new(self) -> None:
        """Ask for an exercise of the writer's own; what is being searched for is its name."""
        await self._describe(None, self.query_one("#filter", Input).value)

    async def action_edit(self) -> None:
        """Change an exercise of the writer's own."""
        if self._full is None:
            return
        if self._full.own is not None:
            await self._describe(self._full.own, "")
        else:
            name = named(self._full.exercise)
            ways = with_keys(self, "{alias} gives it another name, {new} adds one of your own.")
            self.refuse(f"{name} belongs to the program; {ways}")

    async def _describe(self, own: OwnExercise | None, typed: str) -> None:
        from journal.tui.screens.own_exercise import DescribeExercise

        if self._shelf is not None:
            asked = DescribeExercise(self._shelf.catalogue, own, typed)
            await self.app.push_screen(asked, partial(self._described, own))

    def _described(self, own: OwnExercise | None, now: OwnExercise | None) -> None:
        if now is not None and now != own:
            self._aim = now.slug
            self.query_one("#filter", Input).value = ""
            self._to_list()
            self._keep((own, now), "exercise")

    @work(group="verbs")
    async def _keep(self, pair: Pair, verb: str) -> None:
        await self.replace([pair], verb)

    @work(group="verbs")
    async def action_remove(self) -> None:
        """Take out an exercise of the writer's own, which nothing uses."""
        full = self._full
        if full is None:
            return
        if full.own is None:
            self.refuse(f"{named(full.exercise)} belongs to the program; only your own can be taken out.")
        elif full.use is not None or full.templates:
            self.refuse(f"{named(full.exercise)} stays: {users(full)}.")
        else:
            await self.replace([(one, None) for one in (full.own, *full.given)], "remove")

    async def action_names(self) -> None:
        """Ask for another name of the chosen exercise, or take one out."""
        from journal.tui.screens.other_names import OtherNames

        if self._full is not None and self._shelf is not None:
            asked = OtherNames(self._full.exercise, self._full.given, self._shelf.catalogue)
            await self.app.push_screen(asked, self._renamed)

    def _renamed(self, pair: Pair | None) -> None:
        if pair is not None:
            self._keep(pair, "name")
