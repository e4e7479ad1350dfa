"""A flag in full: what was seen, what to do, its numbers and documents, and the entries behind it."""

from collections.abc import Iterator
from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from journal.analysis.flags import Flag, in_words
from journal.analysis.marking import what_ends_urgent
from journal.analysis.subjects import about
from journal.tui.reading.views import Behind, FlagInFull
from journal.tui.themes import GLYPHS, WORDS, colour
from journal.tui.widgets.flag_rows import mark_words, moment_words
from journal.tui.widgets.hanging import Hanging
from journal.tui.widgets.row_list import RowList
from journal.tui.wording.dates import in_short
from journal.vocabulary import Act, Severity, Status

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


class FullFlag(Vertical):
    """Draws a flag, as high as it is; whoever holds it scrolls."""

    DEFAULT_CSS = """
    FullFlag { height: auto; }
    FullFlag .flag-message { margin: 1 0; }
    FullFlag .quiet { color: $quiet; }
    FullFlag .flag-section { color: $quiet; margin: 1 0 0 0; }
    FullFlag OptionList { height: auto; }
    FullFlag .not-a-diagnosis { margin: 1 0 0 0; }
    """

    shown: reactive[FlagInFull | None] = reactive(None, recompose=True)
    """The flag; None draws nothing."""

    @dataclass
    class EntryChosen(Message):
        """An entry behind the flag should be opened."""

        entry: Behind

    def __init__(self, shown: FlagInFull | None = None) -> None:
        super().__init__()
        self.set_reactive(FullFlag.shown, shown)

    def compose(self) -> ComposeResult:
        """From what was seen down to the entries."""
        shown = self.shown
        if shown is None:
            return
        yield Static(_heading(shown.flag, shown.title))
        yield Static(Content(shown.flag.message), classes="flag-message")
        for label, words in _facts(shown):
            yield Static(Hanging(Content.styled(label, "$quiet"), Content(words), _LABEL))
        if shown.behind:
            yield Static("The entries behind it", classes="flag-section", markup=False)
            yield RowList(*(Option(_entry(one)) for one in shown.behind), compact=True, markup=False)
        yield Static(NOT_A_DIAGNOSIS, classes="quiet not-a-diagnosis", markup=False)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Tell which entry was chosen; those that are only counted lead nowhere."""
        event.stop()
        if self.shown is not None and self.shown.behind[event.option_index].key:
            self.post_message(self.EntryChosen(self.shown.behind[event.option_index]))


def _heading(flag: Flag, title: str) -> Hanging:
    sign = Content.styled(f"{GLYPHS[flag.severity]} {WORDS[flag.severity]}", f"{colour(flag.severity)} bold")
    return Hanging(sign, Content.styled(title[:1].upper() + title[1:], "bold"), _LABEL)


def _facts(shown: FlagInFull) -> Iterator[tuple[str, str]]:
    """Label and words of each fact that the flag has."""
    flag = shown.flag
    if flag.act is not None and (flag.is_urgent or shown.about_pain):
        yield "When", _ACT[flag.act]
    yield "What to do", flag.advice
    where = about(flag.subject)
    if where:
        yield "About", where
    if flag.value is not None:
        yield "Seen", in_words(flag.value, flag.unit)
    if flag.threshold is not None:
        line = in_words(flag.threshold.value, flag.threshold.unit or flag.unit)
        yield "Threshold", f"{_OPS.get(flag.threshold.op, flag.threshold.op)} {line}"
    yield "Since", moment_words(flag.since)
    if flag.until is not None:
        yield "Until", ", ".join(filter(None, (moment_words(flag.until), str(flag.details.get("ended", "")))))
    if flag.status is Status.ACTIVE:
        yield "Ends", _ends(flag.severity)
    if flag.mark is not None:
        yield "Marked", mark_words(flag.mark)
    for place, title in enumerate(flag.documents):
        yield ("Document" if place == 0 else ""), title
    if shown.also:
        yield "Also", "; ".join(shown.also)
    yield "Rule", flag.rule
    if shown.settings:
        yield "Settings", "; ".join(shown.settings)


def _ends(severity: Severity) -> str:
    if severity is Severity.URGENT:
        return f"{what_ends_urgent('write  doctor')}; else after 28 days"
    return "by itself, when what was seen is no longer so or lies some days back"


def _entry(one: Behind) -> Hanging:
    when = "" if one.day is None else f"{in_short(one.day)} {one.clock}"
    return Hanging(Content.styled(when, "$quiet"), Content(one.words), _DAY)
