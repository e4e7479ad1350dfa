"""What follows when something was recorded: the questions that it calls for, then the flags that it raised."""

import asyncio
from abc import abstractmethod
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from textual.content import Content
from textual.reactive import Reactive, var
from textual.widget import Widget

from journal.errors import CouldNot, Refused
from journal.tui.asking.judging import raised_by
from journal.tui.asking.open_journal import OpenJournal
from journal.tui.painting import PaintsAtOnce
from journal.tui.themes import GLYPHS, WORDS, colour
from journal.tui.widgets.entry_bar import EntryBar, Said
from journal.vocabulary import Severity, Symptom

if TYPE_CHECKING:
    from journal.analysis.flags import Flag
    from journal.records import Pain, Record

T = TypeVar("T")

_NEW_FLAGS = 3
"""New flags told below an acknowledgement; the list shows them all."""


class FollowingUp(PaintsAtOnce):
    """A screen with an entry bar (`#bar`) that tells the writer what became of an entry."""

    # Whoever gets or loses the focus paints itself; the toolkit would paint the whole screen besides.
    focused: Reactive[Widget | None] = Reactive(None, repaint=False)
    said: var[Said | None] = var(None)
    """What was last said to the writer."""

    def __init__(self, journal: OpenJournal) -> None:
        super().__init__()
        self.journal = journal
        self.left = False
        """Whether the screen has been left for good; its parts may be gone already."""

    @property
    def bar(self) -> EntryBar:
        """The entry bar."""
        return self.query_one("#bar", EntryBar)

    @abstractmethod
    def reload(self) -> object:
        """Read again what is shown; the screen knows how."""

    @abstractmethod
    def show_flag(self, flag: "Flag", typing: Callable[[str], None] | None = None) -> object:
        """Open a flag; the screen knows how.  `typing` takes a letter that was meant for the next line."""

    def say(self, words: str) -> None:
        """Tell the writer something."""
        self.said = Said(Content(words))

    def refuse(self, sentence: str) -> None:
        """Tell the writer why something was not done."""
        self.said = Said(Content(sentence), refused=True)

    async def tried(self, verb: Awaitable[T]) -> T | None:
        """What the verb gives; None when it was refused, which is then said.

        Once the program is being left, its parts go one after the other: who called then learns nothing more.
        """
        try:
            given = await verb
        except (CouldNot, Refused) as error:
            given = None
            self.refuse(str(error))
        if not self.app.is_running:
            raise asyncio.CancelledError
        return given

    async def see_to(self, records: "Sequence[Record]") -> None:
        """First the questions that the entries call for, then the flags that they raised."""
        raised = await self.tried(self.journal.work(raised_by(records)))
        if raised is None or self.left:
            return  # on a page that was left meanwhile nothing is told: the page of the day lists it
        from journal.records import Pain

        flags = raised.flags
        if raised.questions and not self.bar.line:
            pain = next((record for record in records if isinstance(record, Pain)), None)
            answers = await self.ask(raised.questions, pain)
            again = await self.tried(self.journal.work(raised_by([*records, *answers]))) if answers else None
            flags = again.flags if again is not None else flags
        self._tell_flags(flags)

    async def ask(self, questions: tuple[Symptom, ...], pain: "Pain | None") -> "list[Record]":
        """Put the questions, and record what was answered."""
        from journal.tui.screens.questions import Questions, as_entries

        answers = await self.app.push_screen_wait(Questions(questions, typing=self.bar.open))
        if not answers:
            return []
        entries = as_entries(answers, self.journal.now(), pain)
        if await self.tried(self.journal.record(entries, "answers")) is None:
            return []
        self.say(f"{len(entries)} of {len(questions)} questions answered.")
        self.reload()
        return entries

    def forget_flags(self) -> None:
        """Warnings that were told before count as new again: something was taken back.  Nobody needs a tip twice."""
        self.journal.told -= {one for one in self.journal.told if not isinstance(one, _Tip)}

    def _tell_flags(self, flags: "Sequence[Flag]") -> None:
        """Name new flags below the acknowledgement, each once; an urgent one is opened."""
        new = [flag for flag in flags if _told(flag) not in self.journal.told]
        self.journal.told |= {_told(flag) for flag in new}
        if not new:
            return
        before = [self.said.words] if self.said is not None else []
        told = [
            Content.assemble(
                (f"{GLYPHS[flag.severity]} new {WORDS[flag.severity]}: ", f"{colour(flag.severity)} bold"),
                flag.message,
            )
            for flag in new[:_NEW_FLAGS]
        ]
        self.said = Said(Content("\n").join([*before, *told]))
        if new[0].is_urgent and not self.bar.line:
            self.show_flag(new[0], self.bar.open if self.bar.is_open else None)


class _Tip(NamedTuple):
    """A tip is the same one however often it comes."""

    rule: str
    subject: tuple[tuple[str, str], ...]


class _Warning(NamedTuple):
    """Its level and since when it holds make it another one too."""

    rule: str
    subject: tuple[tuple[str, str], ...]
    severity: Severity
    since: datetime


def _told(flag: "Flag") -> _Tip | _Warning:
    subject = tuple(sorted(flag.subject.items()))
    if flag.severity is Severity.INFO:
        return _Tip(flag.rule, subject)
    return _Warning(flag.rule, subject, flag.severity, flag.since)
