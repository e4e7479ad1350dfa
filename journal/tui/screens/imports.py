"""Import: a file is chosen, looked at, and brought in with one key; every import can be taken back as a whole."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Input

from journal.columns import one_line
from journal.importing.asked import Asked
from journal.interchange.rows.foreign import DateOrder
from journal.tui.asking.open_journal import OpenJournal
from journal.tui.key_names import key_of
from journal.tui.keys import bind
from journal.tui.reading.import_files import Found, found_files
from journal.tui.reading.imports import bring_in, read_batches
from journal.tui.screens.file_look import FileLook
from journal.tui.widgets.act_list import ActList
from journal.tui.widgets.path_input import PathInput, path_of
from journal.tui.wording.import_columns import Hold
from journal.tui.wording.imports import Accept, Answer, Brought, Name, Open, Switch, files_told, looked_told
from journal.vocabulary import DistanceUnit, MassUnit

if TYPE_CHECKING:
    from journal.storage import Batch

_ANSWERS: dict[str, tuple[str, type]] = {
    "weight-unit": ("weight_unit", MassUnit),
    "distance-unit": ("distance_unit", DistanceUnit),
    "date-order": ("date_order", DateOrder),
}
"""Options of questions -> the field of `Asked` that holds the answer, and what it is."""


class ImportPage(FileLook):
    """Opened with a `file`, it looks at that at once."""

    NAME = "Import"
    HOME = "#import"
    AUTO_FOCUS = "#path"
    CSS_PATH = Path(__file__).parent / "imports.tcss"

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("save", "save", name="bring in", tooltip="Bring in what was looked at", show=True),
        bind(
            "mark",
            "mark",
            name="as guessed",
            tooltip="The chosen name means what is guessed, or not",
            show=True,
        ),
        bind("remove", "remove", show=True),
    ]

    def __init__(self, journal: OpenJournal, *, day: date | None = None, file: Path | None = None) -> None:
        super().__init__(journal, day=day)
        self._file = file
        self._found: tuple[Found, ...] = ()
        self._batches: tuple[Batch, ...] = ()
        self._names: dict[str, str] = {}

    def body(self) -> ComposeResult:
        """The path, and below it the files that lie there, or what one of them would bring."""
        yield PathInput(id="path")
        yield ActList(id="import")

    def heading(self) -> Iterator[tuple[str, str]]:
        """Its name alone: it is about all days."""
        yield self.NAME, "$accent bold"

    async def read(self) -> None:
        """The imports so far, then the files that lie there."""
        batches = await self.tried(self.journal.ask(read_batches))
        self._batches = batches or ()
        if self._looked is None:
            self._list_files()
        if self._file is not None:
            file, self._file = self._file, None
            self._look(Asked(), file)
        self._find()

    @work(group="find", exclusive=True)
    async def _find(self) -> None:
        self._found = await self.tried(self.journal.work(found_files())) or ()
        if self._looked is None:
            self._list_files()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """No day is shown that could be stepped from; what is not there cannot be done."""
        chosen = self.query(ActList).first().act if self.query(ActList) else None
        if action == "step" or (action == "save" and self._looked is None):
            return False
        if action == "remove" and not isinstance(chosen, Brought):
            return False
        if action == "mark" and not (isinstance(chosen, Name) and self._guess(chosen.name)):
            return False
        return super().check_action(action, parameters)

    # Choosing a file.

    @on(PathInput.Left)
    def _to_list(self) -> None:
        self.query_one(ActList).focus()

    @on(ActList.Left)
    def _to_path(self) -> None:
        if self._looked is None:
            self.query_one(PathInput).focus()

    @on(Input.Submitted, "#path")
    def _submitted(self, event: Input.Submitted) -> None:
        if event.value.strip():
            self._look(Asked(), path_of(event.value))
        else:
            self._to_list()

    # What is shown.

    def _list_files(self) -> None:
        self.query_one(ActList).rows = files_told(self._found, self._batches, self.journal.now())
        self.refresh_bindings()

    def _show(self) -> None:
        looked = self._looked
        if looked is None:
            self._list_files()
            return
        known = self.writer.catalogue if self.writer is not None else None
        shown = self.query_one(ActList)
        shown.rows = looked_told(
            looked, self._names, known, {one: key_of(self, one) for one in ("save", "mark", "choose")}
        )
        shown.focus()
        self.refresh_bindings()

    @on(ActList.OptionHighlighted)
    def _highlighted(self) -> None:
        self.refresh_bindings()

    @on(ActList.Chosen)
    def _chosen(self, message: ActList.Chosen) -> None:
        act, looked = message.act, self._looked
        if isinstance(act, Open):
            self._look(Asked(), act.file)
        elif isinstance(act, Accept):
            self._bring_in()
        elif isinstance(act, Answer):
            field, meaning = _ANSWERS[act.option]
            self._again(**{field: meaning(act.choice)})
        elif isinstance(act, Switch) and looked is not None:
            self._again(**{act.field: not getattr(looked.asked, act.field)})
        elif isinstance(act, Name):
            self._pick(act.name)
        elif isinstance(act, Hold):
            self._pick_meaning(act.column)
        elif isinstance(act, Brought):
            self.say(f"{key_of(self, 'remove')} takes import {act.number} back as a whole.")

    # Saying what the file does not say.

    @work(group="dialogue", exclusive=True)
    async def _pick_meaning(self, column: str) -> None:
        from journal.interchange.any_csv.generic_look import also_told
        from journal.tui.screens.pick_meaning import PickMeaning

        looked = self._looked
        if looked is None:
            return
        sample = next((one.sample for one in looked.columns if one.name == column), "")
        word = await self.app.push_screen_wait(PickMeaning(column, sample))
        if word is not None:
            self._again(columns=also_told(looked.asked.columns, column, word))

    @work(group="dialogue", exclusive=True)
    async def _pick(self, name: str) -> None:
        from journal.tui.reading.exercises import read_shelf
        from journal.tui.screens.pick_exercise import PickExercise

        shelf = await self.tried(self.journal.ask(read_shelf))
        if shelf is None:
            return
        slug = await self.app.push_screen_wait(PickExercise(name, shelf, self.journal.today()))
        if slug is not None:
            self._names[name] = slug
            self._show()

    def _guess(self, name: str) -> str:
        """The exercise that a new name could mean; "" when nothing is much alike."""
        result = self._looked.result if self._looked is not None else None
        return result.guesses.get(name, "") if result is not None else ""

    def action_mark(self) -> None:
        """The chosen name means what is guessed, or is new again."""
        act = self.query_one(ActList).act
        if isinstance(act, Name):
            if self._names.pop(act.name, None) is None:
                self._names[act.name] = self._guess(act.name)
            self._show()

    # Bringing in, and taking back.

    def action_save(self) -> None:
        """Bring in what was looked at."""
        if self._looked is None or self._looked.result is None:
            self.refuse("There is nothing to bring in yet: choose a file, and answer what it does not say.")
        elif self._looked.result.refused:
            self.refuse("There are rows that cannot be read: leave them out, or mend the file.")
        else:
            self._bring_in()

    @work(group="verbs")
    async def _bring_in(self) -> None:
        looked = self._looked
        if looked is not None and self._names != dict(looked.asked.names):
            looked = await self._looked_at(replace(looked.asked, names=dict(self._names)), looked.file)
        if looked is None or looked.result is None:
            return
        self._tell(f"{one_line(looked.file.name)}: being brought in …")
        try:
            done = await self.tried(self.journal.do(bring_in(looked)))
        finally:
            self._tell("")
        if done is None:
            return
        self._forget()
        self.reload()
        if done.brought.batch is None:
            self.say("Nothing in it was new.")
        else:
            from journal.importing.told import counts

            undo = key_of(self, "undo")
            self.say(f"Import {done.brought.batch}: {counts(done.brought.added)}.  {undo} takes it back.")

    @work(group="verbs")
    async def action_remove(self) -> None:
        """Take the chosen import back."""
        act = self.query_one(ActList).act
        if not isinstance(act, Brought):
            return
        from journal.importing.told import counts

        number = act.number
        self._tell(f"import {number}: being taken back …")
        taken = await self.tried(
            self.journal.do(lambda store, writer: store.take_back(number, now=writer.now))
        )
        self._tell("")
        if taken is None:
            return
        kept = f"  Kept: {'; '.join(taken.kept)}." if taken.kept else ""
        self.say(
            f"Took back import {number}: {counts(taken.removed)}.{kept}  {key_of(self, 'undo')} brings it again."
        )
        self.reload()

    def action_leave(self) -> None:
        """From a file back to the files, from these back to the page of the day; a file that is being read is left."""
        reading = [worker for worker in self.workers if worker.node is self and worker.group == "look"]
        if reading:
            for worker in reading:
                worker.cancel()
            self.say("The file was not read to its end; nothing came in.")
        elif self._looked is not None:
            self._forget()
            self._list_files()
            self._to_path_or_list()
        else:
            super().action_leave()

    def _to_path_or_list(self) -> None:
        self.query_one(ActList).focus() if self._found or self._batches else self.query_one(PathInput).focus()

    def _forget(self) -> None:
        self._looked = None
        self._names = {}
        self.query_one(PathInput).value = ""
