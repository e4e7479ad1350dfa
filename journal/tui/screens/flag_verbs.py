"""What any page does with a flag: show it in full, open an entry behind it, acknowledge it or put it aside."""

from collections.abc import Callable, Coroutine, Sequence
from functools import partial
from typing import TYPE_CHECKING

from journal.analysis.flags import Flag
from journal.analysis.marking import marks_for, marks_on, meant, what_ends_urgent, why_not
from journal.analysis.subjects import about
from journal.errors import CouldNot, Refused
from journal.records import FlagMark
from journal.tui.reading.flags import in_full, rule_words
from journal.tui.reading.views import Behind
from journal.tui.screens.flag import FlagScreen, Wish
from journal.tui.screens.mark_flag import MarkFlag, Wanted
from journal.tui.widgets.flag_rows import moment_words
from journal.vocabulary import MarkAction

if TYPE_CHECKING:
    from journal.entry import Writer
    from journal.storage import Store
    from journal.tui.asking.open_journal import AtWork, OpenJournal
    from journal.tui.screens.page import Page

Meant = tuple[Sequence[Flag], Sequence[Flag]]
"""The active flags that a shown one stands for, and all that are active."""


async def open_flag(page: "Page", flag: Flag, typing: Callable[[str], None] | None = None) -> None:
    """The flag in full over the page, and then what was asked for there."""
    rules = await page.tried(page.journal.work(rule_words))
    if rules is None:
        return
    shown = await page.tried(page.journal.ask(lambda store, writer: in_full(store, writer, flag, rules)))
    if shown is None:
        return
    answer = await page.app.push_screen_wait(FlagScreen(shown, typing))
    if isinstance(answer, Behind):
        open_entry(page, answer)
    elif answer is not None:
        mark(page, flag, answer)


def open_entry(page: "Page", entry: Behind) -> None:
    """The entry on the page of its day; what belongs to no day stands among the settings."""
    if entry.day is not None:
        page.go("today", day=entry.day, choose=entry.key)
    elif entry.key:
        page.go("settings")


def mark(page: "Page", flag: Flag, wish: Wish) -> None:
    """Acknowledge the flag, put it aside, or take its mark away; to acknowledge it again takes it away too.

    What has to be asked is asked at once, and what is then written is written whatever is done meanwhile.
    """
    refusal = why_not(flag, more=f": it ends {what_ends_urgent('write  doctor')}")
    if refusal:
        page.refuse(f"{refusal}.")
        return
    known = None if flag.mark is None else flag.mark.action
    if wish is Wish.UNMARK and known is None:
        page.refuse("This flag is neither acknowledged nor snoozed.")
    elif wish is Wish.UNMARK or (wish is Wish.ACKNOWLEDGE and known is MarkAction.ACKNOWLEDGE):
        _see_through(page, _unmarked(page.journal, flag))
    elif page.writer is not None:
        action = MarkAction.SNOOZE if wish is Wish.SNOOZE else MarkAction.ACKNOWLEDGE

        def answered(wanted: Wanted | None) -> None:
            if wanted is not None:
                _see_through(page, _marked(page.journal, flag, wanted))

        page.app.push_screen(MarkFlag(flag, action, page.journal.now(), page.writer.zone), answered)


def _see_through(page: "Page", verb: Coroutine[None, None, str]) -> None:
    """Do it, whatever page is opened meanwhile; the one that is open then says what was done."""
    program = page.program

    async def do() -> None:
        try:
            said = await verb
        except (CouldNot, Refused) as error:
            program.page.refuse(str(error))
        else:
            program.page.say(said)
            program.page.reload()

    program.run_worker(do(), group="verbs")


async def _marked(journal: "OpenJournal", flag: Flag, wanted: Wanted) -> str:
    marks = await journal.work(_marks(flag, wanted))
    await journal.replace([(None, one) for one in marks], "mark")
    done = "Acknowledged" if wanted.until is None else f"Snoozed until {moment_words(wanted.until)}"
    return f"{done}: {await _named(journal, flag)}"


async def _unmarked(journal: "OpenJournal", flag: Flag) -> str:
    flags, active = await journal.work(_meant(flag))

    def set_marks(store: "Store", writer: "Writer") -> tuple[FlagMark, ...]:
        return marks_on(flags, active, store.rows(FlagMark), writer.now)

    marks = await journal.ask(set_marks)
    if not marks:
        raise Refused("This flag is no longer marked.")
    await journal.replace([(one, None) for one in marks], "unmark")
    return f"No longer marked: {await _named(journal, flag)}"


def _meant(flag: Flag) -> "Callable[[AtWork], Meant]":
    return partial(_meant_now, flag)


def _meant_now(flag: Flag, at_work: "AtWork") -> Meant:
    from journal.analysis.judge import reading

    active = reading(at_work.rows, at_work.at, at_work.parameters, at_work.tell).all_active()
    flags = meant(flag, active)
    if not flags:
        raise Refused("This flag is over: only what is active now is marked.")
    return flags, active


def _marks(flag: Flag, wanted: Wanted) -> "Callable[[AtWork], tuple[FlagMark, ...]]":
    return partial(_marks_now, flag, wanted)


def _marks_now(flag: Flag, wanted: Wanted, at_work: "AtWork") -> tuple[FlagMark, ...]:
    flags, active = _meant(flag)(at_work)
    return marks_for(flags, active, at=at_work.at, until=wanted.until, reason=wanted.reason)


async def _named(journal: "OpenJournal", flag: Flag) -> str:
    """What the rule of the flag looks for, in words, and where."""
    where, words = about(flag.subject), (await journal.work(rule_words)).get(flag.rule)
    return f"{words.checks if words else flag.rule}{f', {where}' if where else ''}"
