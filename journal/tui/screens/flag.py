"""A flag in full: its numbers, its threshold, its documents, and the entries behind it."""

from collections.abc import Iterator
from datetime import datetime
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from journal.analysis.flags import UNIT_WORDS, Flag, plain
from journal.tui.dates import in_short
from journal.tui.keys import bind
from journal.tui.reading.views import Behind, FlagInFull
from journal.tui.screens.dialogue import Dialogue
from journal.tui.subjects import about
from journal.tui.themes import GLYPHS, WORDS, colour
from journal.tui.widgets.hanging import Hanging
from journal.vocabulary import Act

NOT_A_DIAGNOSIS = (
    "This is what was written down, held against what the documents advise. It is not a diagnosis."
)

_ACT = {
    Act.NOW: "now: your local emergency number or an emergency department",
    Act.TODAY: "see a doctor today",
    Act.THIS_WEEK: "see a doctor or physiotherapist this week",
}
_OPS = {">": "more than", ">=": "at least", "<": "less than", "<=": "at most", "=": "exactly"}
_LABEL = 12
"""Cells of the column of labels."""
_DAY = 24
"""Cells of the column of days."""


class FlagScreen(Dialogue[Behind | None]):
    """Gives the entry that should be looked at; None when the flag was only read."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("leave", "dismiss(None)", show=True),
    ]

    AUTO_FOCUS = ""

    def __init__(self, shown: FlagInFull) -> None:
        super().__init__()
        self._shown = shown

    def compose(self) -> ComposeResult:
        """From what was seen down to the entries."""
        shown, flag = self._shown, self._shown.flag
        with VerticalScroll(classes="dialogue wide"):
            yield Static(_heading(flag, shown.title), classes="flag-title")
            yield Static(Content(flag.message), classes="flag-message")
            for label, words in _facts(shown):
                yield Static(Hanging(Content.styled(label, "$quiet"), Content(words), _LABEL))
            if shown.behind:
                yield Static("The entries behind it", classes="section", markup=False)
                yield OptionList(*(Option(_entry(one)) for one in shown.behind), compact=True, markup=False)
            yield Static(NOT_A_DIAGNOSIS, classes="quiet not-a-diagnosis", markup=False)
            yield Static("", id="flag-keys", classes="quiet", markup=False)

    def on_mount(self) -> None:
        """The top is seen first; the entries have the focus when all fits."""
        self.call_after_refresh(self._focus)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Go to the chosen entry."""
        chosen = self._shown.behind[event.option_index]
        if chosen.day is not None:
            self.dismiss(chosen)

    def _focus(self) -> None:
        box = self.query_one(VerticalScroll)
        entries = self.query(OptionList)
        all_seen = bool(entries) and not box.max_scroll_y
        (entries.first() if all_seen else box).focus()
        way = "" if not entries else "Enter opens the entry's day   " if all_seen else "Tab to the entries   "
        self.query_one("#flag-keys", Static).update(f"{way}Esc back")


def _heading(flag: Flag, title: str) -> Hanging:
    sign = Content.styled(f"{GLYPHS[flag.severity]} {WORDS[flag.severity]}", f"{colour(flag.severity)} bold")
    return Hanging(sign, Content.styled(title[:1].upper() + title[1:], "bold"), _LABEL)


def _facts(shown: FlagInFull) -> Iterator[tuple[str, str]]:
    """Label and words of each fact that the flag has."""
    flag = shown.flag
    if flag.act is not None:
        yield "When", _ACT[flag.act]
    yield "What to do", flag.advice
    where = about(flag.subject)
    if where:
        yield "About", where
    if flag.value is not None:
        yield "Seen", _amount(flag.value, flag.unit)
    if flag.threshold is not None:
        line = _amount(flag.threshold.value, flag.threshold.unit or flag.unit)
        yield "Threshold", f"{_OPS.get(flag.threshold.op, flag.threshold.op)} {line}"
    yield "Since", _moment(flag.since)
    if flag.until is not None:
        yield "Until", _moment(flag.until)
    for place, title in enumerate(flag.documents):
        yield ("Document" if place == 0 else ""), title
    if shown.also:
        yield "Also", "; ".join(shown.also)
    if flag.mark is not None:
        reason = f": {flag.mark.reason}" if flag.mark.reason else ""
        yield "Marked", f"{flag.mark.action.value}, {_moment(flag.mark.at)}{reason}"
    yield "Rule", flag.rule


def _amount(value: float, unit: str) -> str:
    return f"{plain(round(value, 1 if abs(value) >= 10 else 2))} {UNIT_WORDS.get(unit, unit)}".strip()


def _moment(instant: datetime) -> str:
    return f"{in_short(instant.date())}, {instant:%H:%M}"


def _entry(one: Behind) -> Hanging:
    when = "" if one.day is None else f"{in_short(one.day)} {one.clock}"
    return Hanging(Content.styled(when, "$quiet"), Content(one.words), _DAY)
