"""A small dialogue that asks why a flag is acknowledged, or why and for how long it is put aside."""

from dataclasses import dataclass
from datetime import datetime, tzinfo
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Button, Input, Static

from journal.errors import Refused
from journal.tui.forms.snoozing import ACCEPTED, until_of
from journal.tui.key_names import with_keys
from journal.tui.keys import bind
from journal.tui.screens.dialogue import Dialogue
from journal.tui.widgets.flag_rows import flag_row, moment_words
from journal.vocabulary import MarkAction

if TYPE_CHECKING:
    from journal.analysis.flags import Flag

_SPANS = ("1d", "3d", "7d")
_USUAL = "3d"
_WHY = "why? it is kept with the flag"
_NO_REASON = "A mark needs its reason: a few words are enough."


@dataclass(frozen=True, slots=True)
class Wanted:
    """The answer: the reason, and for a snooze its end."""

    reason: str
    until: datetime | None = None


class MarkFlag(Dialogue[Wanted | None]):
    """Enter goes on to the next field, and after the last one gives the answer; Esc gives None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("leave", "dismiss(None)", name="leave", tooltip="Leave the flag as it is", show=True),
        bind("save", "save", tooltip="Mark the flag", show=True),
    ]

    AUTO_FOCUS = "#reason"
    DEFAULT_CSS = """
    MarkFlag #marked { margin: 0 0 1 0; max-height: 6; }
    MarkFlag #spans { height: 1; margin: 1 0 0 0; }
    MarkFlag #spans Static { width: auto; }
    MarkFlag #until { width: 1fr; }
    MarkFlag .span { min-width: 6; margin: 0 0 0 1; }
    MarkFlag #meaning { min-height: 2; }
    MarkFlag #mark-buttons { height: 1; margin: 1 0 0 0; }
    MarkFlag #mark-buttons Button { margin: 0 2 0 0; }
    """

    def __init__(self, flag: "Flag", action: MarkAction, now: datetime, zone: tzinfo) -> None:
        super().__init__()
        self._flag, self._action, self._now, self._zone = flag, action, now, zone

    def compose(self) -> ComposeResult:
        """The flag, the reason, and for a snooze its end with what that means."""
        is_snooze = self._action is MarkAction.SNOOZE
        with Vertical(classes="dialogue"):
            yield Static("Snooze" if is_snooze else "Acknowledge", classes="title", markup=False)
            yield Static(flag_row(self._flag), id="marked")
            before = "" if self._flag.mark is None else " ".join(self._flag.mark.reason.split())
            yield Input(before, placeholder=_WHY, id="reason", compact=True)
            if is_snooze:
                with Horizontal(id="spans"):
                    yield Static("for ", markup=False, classes="quiet")
                    yield Input(_USUAL, id="until", compact=True)
                    for span in _SPANS:
                        button = Button(Content(span), name=span, compact=True, classes="span")
                        button.can_focus = False
                        yield button
            yield Static("", id="meaning", markup=False)
            with Horizontal(id="mark-buttons"):
                yield Button(
                    Content(with_keys(self, "Mark ({choose})")),
                    id="mark-save",
                    variant="primary",
                    compact=True,
                )
                yield Button(Content(with_keys(self, "Leave ({leave})")), id="mark-leave", compact=True)

    def on_mount(self) -> None:
        """The buttons are for the mouse: Tab goes round the fields."""
        for button in self.query(Button):
            button.can_focus = False
        self._tell()

    @on(Button.Pressed, ".span")
    def _span(self, event: Button.Pressed) -> None:
        self.query_one("#until", Input).value = str(event.button.name)

    @on(Button.Pressed, "#mark-leave")
    def _leave(self) -> None:
        self.dismiss(None)

    @on(Input.Changed)
    def _typed(self) -> None:
        self._tell()

    @on(Input.Submitted, "#reason")
    def _reason_given(self, event: Input.Submitted) -> None:
        if not event.value.strip():
            self._refuse(_NO_REASON)
        elif self._action is MarkAction.SNOOZE:
            self.query_one("#until", Input).focus()
        else:
            self.action_save()

    @on(Input.Submitted, "#until")
    @on(Button.Pressed, "#mark-save")
    def _done(self) -> None:
        self.action_save()

    def action_save(self) -> None:
        """Give the answer; what is missing or wrong is said, and has the focus."""
        reason = self.query_one("#reason", Input)
        if not reason.value.strip():
            self._refuse(_NO_REASON)
            reason.focus()
            return
        try:
            self.dismiss(Wanted(reason.value, self._until()))
        except Refused as error:
            self._refuse(str(error))
            self.query_one("#until", Input).focus()

    def _until(self) -> datetime | None:
        if self._action is not MarkAction.SNOOZE:
            return None
        return until_of(self.query_one("#until", Input).value or _USUAL, self._now, self._zone)

    def _tell(self) -> None:
        """What the answer would mean, while it is typed."""
        try:
            until = self._until()
        except Refused:
            self._show(Content.styled(f"… {ACCEPTED}", "$quiet"))
            return
        while_so = "it stays among the flags, but the day no longer tells it"
        said = (
            f"→ until it is over, or hurts more: {while_so}"
            if until is None
            else f"→ until {moment_words(until)}, or until it gets worse: {while_so}"
        )
        self._show(Content.styled(said, "$quiet"))

    def _refuse(self, sentence: str) -> None:
        self._show(Content.assemble(("! ", "$severity-warning bold"), (sentence, "$severity-warning")))

    def _show(self, words: Content) -> None:
        self.query_one("#meaning", Static).update(words)
