"""How a workout is saved: two questions in one line, then everything as one step, then the page of its day."""

from abc import abstractmethod
from typing import TYPE_CHECKING

from textual import on, work

from journal.entry import say
from journal.entry.said import minutes_said, plain
from journal.errors import Refused
from journal.records import OwnExercise, Session
from journal.tui.asking.kept_drafts import Key
from journal.tui.draft.model import Draft
from journal.tui.draft.saving import awaits_minutes, changes, long_of, session_of
from journal.tui.reading.workouts import there
from journal.tui.screens.page import Page
from journal.tui.widgets.save_line import Ghost, SaveLine
from journal.tui.widgets.sets import SetTable

if TYPE_CHECKING:
    from journal.entry import Writer
    from journal.tui.lines.editing import Pairs

_LEAST_MIN, _MOST_MIN = 5, 240
"""Between these the minutes since the draft was begun are worth proposing."""


class SavingWorkout(Page):
    """A page with a table of sets and the line that asks (`SaveLine`)."""

    begun_with: Draft | None = None
    """What the journal held already when the page was opened: as long as nothing is changed, nothing is lost."""
    other: Draft | None = None
    """The draft that was being written when another workout was begun."""

    @property
    def table(self) -> SetTable:
        """The table of sets."""
        return self.query_one(SetTable)

    @property
    @abstractmethod
    def key(self) -> Key:
        """Under which an unfinished draft is kept."""

    @property
    def unfinished(self) -> Draft | None:
        """The draft, when it holds something that is recorded nowhere."""
        draft = self.table.draft
        if draft is None or draft == self.begun_with:
            return None
        return draft if draft.blocks or draft.before is not None else None

    def keep_draft(self, draft: Draft) -> None:
        """Keep what is unfinished: the draft, or while nothing is written in it the one that it took the place of."""
        if draft == self.other:
            self.other = None
        self.journal.drafts.keep(self.key, self.unfinished or self.other)

    def action_save(self) -> None:
        """Ask how hard and how long it was; while that is asked, take the answers as they stand."""
        line = self.query_one(SaveLine)
        if line.is_open:
            line.finish()
            return
        if self.table.draft is None or not self.table.take():
            return
        draft = self.table.draft
        try:
            if not awaits_minutes(draft):
                session_of(draft, self.journal.now())
        except Refused as error:
            self.refuse(str(error))
            return
        self.said = None
        effort = draft.head.session_rpe
        line.ask(Ghost() if effort is None else Ghost(plain(effort), stays=True), self._minutes_ghost(draft))

    @on(SaveLine.Left)
    def _not_yet(self) -> None:
        self.set_focus(self.query_one(self.HOME))

    @on(SaveLine.Answered)
    @work(group="verbs")
    async def _answered(self, message: SaveLine.Answered) -> None:
        """Write it all as one step; what is refused leaves the draft as it is."""
        self.set_focus(self.query_one(self.HOME))
        draft, writer = self.table.draft, self.writer
        if draft is None or writer is None:
            return
        try:
            session = session_of(draft, self.journal.now(), effort=message.effort, minutes=message.minutes)
        except Refused as error:
            self.refuse(str(error))
            return
        key = session.workout.key
        now_there = await self.tried(self.journal.ask(lambda store, _: there(store, key)))
        pairs = _less_known(changes(draft, session, now_there), writer)
        if not pairs:
            self._leave(session, "Nothing was changed.")
            return
        step = await self.tried(self.journal.replace(pairs, "log" if draft.before is None else "edit"))
        if step is not None:
            words = _told(session, writer) if draft.before is None else self.told_step(step)
            self._leave(session, words)
            await self.home.written([session.workout, *session.sets], leave=True)

    def _leave(self, session: Session, words: str) -> None:
        """Back to the page of the day that the workout belongs to."""
        self.journal.drafts.keep(self.key, self.other)
        self.home.say(words)
        self.go("today", day=session.workout.started_at.date())

    def _minutes_ghost(self, draft: Draft) -> Ghost:
        """How long it took as far as that is known, or the time since it was begun, which is only a proposal."""
        long = long_of(draft)
        known = draft.head.duration_min if long is None else long
        if known is not None:
            return Ghost(minutes_said(known).removesuffix(" min"), stays=True)
        since = (self.journal.now() - draft.head.started_at).total_seconds() / 60
        likely = draft.head.time_known is not False and _LEAST_MIN <= since <= _MOST_MIN
        return Ghost(plain(round(since))) if likely else Ghost()


def _less_known(pairs: "Pairs", writer: "Writer") -> "Pairs":
    """Without exercises that the journal has got meanwhile."""
    return [
        (before, after)
        for before, after in pairs
        if not (isinstance(after, OwnExercise) and writer.catalogue.get(after.slug) is not None)
    ]


def _told(session: Session, writer: "Writer") -> str:
    """The workout in words: its sets, how long and how hard."""
    workout = session.workout
    said = [say(session, writer)]
    if workout.duration_min is not None:
        said.append(minutes_said(workout.duration_min))
    if workout.session_rpe is not None:
        said.append(f"RPE {plain(workout.session_rpe)}")
    return ", ".join(dict.fromkeys(one for one in said if one == said[0] or one not in said[0]))
