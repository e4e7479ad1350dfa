"""Where an answer stands: a line of text, or words of which one is chosen."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.events import Click, Key
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.style import Style
from textual.suggester import SuggestFromList
from textual.widget import Widget
from textual.widgets import Input

from journal.tui.keys import bind
from journal.tui.widgets.form.fields import Field, Option
from journal.tui.widgets.styled_once import StyledOnce

_GAP = 2
"""Cells between two words; between two digits it is one, and none behind the circle."""
LABEL = 15
"""Cells of the column of labels."""


@dataclass
class Entered(Message):
    """Enter was pressed in an answer."""


_ENTER = bind(
    "choose", "enter", name="take, next", tooltip="Take what is offered, and go to the next field", show=True
)


class TextAnswer(StyledOnce, Input):
    """One line of text.  Enter is taken in its turn among the letters, so that typing ahead loses nothing."""

    BINDINGS: ClassVar[list[BindingType]] = [_ENTER]

    def __init__(self, field: Field) -> None:
        super().__init__(
            field.text,
            placeholder=field.ghost.text if field.ghost else "",
            compact=True,
            select_on_focus=not field.wide,
            suggester=SuggestFromList(field.completes, case_sensitive=False) if field.completes else None,
            classes="-wide-answer" if field.wide else "",
        )

    def show(self, field: Field) -> None:
        """Another ghost."""
        self.placeholder = field.ghost.text if field.ghost else ""

    async def _on_key(self, event: Key) -> None:
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            self.action_enter()
        else:
            await super()._on_key(event)

    def action_enter(self) -> None:
        """Tell the form."""
        self.post_message(Entered())


_LEFT_TO_THE_PAGE = " ?u"
"""Keys that mean something on the page where they pick no word."""


class WordsAnswer(Widget, can_focus=True):
    """Words side by side.  Arrows and Space go through them, a letter or digit picks one, a click does too.

    The chosen one has a full circle, the ghost a dotted one, so that no colour is needed.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        _ENTER,
        bind("left", "step(-1)", name="word before", tooltip="The word before; before the first: no answer"),
        bind("right", "step(1)", name="next word", tooltip="The next word"),
        bind("mark", "step(1)", name="next word", tooltip="The next word; after the last: no answer"),
    ]

    value: reactive[str] = reactive("", layout=True)
    """The label of the chosen word; "" = not answered."""

    @dataclass
    class Chosen(Message):
        """Another word was chosen, or none."""

        value: str

    def __init__(self, field: Field) -> None:
        super().__init__()
        self._field = field
        self.set_reactive(WordsAnswer.value, field.text)

    def show(self, field: Field) -> None:
        """Another ghost, or other words."""
        self._field = field
        self.refresh(layout=True)

    def watch_value(self, value: str) -> None:
        """Tell the form."""
        self.post_message(self.Chosen(value))

    def render(self) -> Content:
        """The words, in as many rows as they need."""
        rows = self._rows(self.size.width)
        return Content("\n").join(
            Content(" " * _gap(row)).join(self._look(option) for option in row) for row in rows
        )

    def get_content_width(self, container: Size, viewport: Size) -> int:  # noqa: ARG002
        """All words in one row, if there is room beside the label."""
        return max(min(_width(self._field.options), container.width - LABEL), 1)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """Rows needed at that width."""
        return max(len(self._rows(width)), 1)

    def on_key(self, event: Key) -> None:
        """Backspace takes the answer back; letters and digits pick a word or do nothing.

        `?` is left to the page, and so is a `u` that picks none: the page says whether it takes anything back.
        """
        if event.key in ("backspace", "delete"):
            event.stop()
            self.value = self._none
        elif event.is_printable and event.character is not None:
            picked = self._pick(event.character.lower())
            if picked or event.character not in _LEFT_TO_THE_PAGE:
                event.stop()

    def on_click(self, event: Click) -> None:
        """Choose the word under the mouse; the chosen one again: no answer."""
        label = event.style.meta.get("word")
        if isinstance(label, str):
            self.value = self._none if label == self.value else label

    def action_enter(self) -> None:
        """Tell the form."""
        self.post_message(Entered())

    def action_step(self, step: int) -> None:
        """The word before or after; no answer stands between the last and the first."""
        labels = [option.label for option in self._field.options]
        labels = labels if self._field.always else ["", *labels]
        place = labels.index(self.value) if self.value in labels else 0
        self.value = labels[(place + step) % len(labels)]

    @property
    def _none(self) -> str:
        """What stands there once the answer is taken back."""
        return self.value if self._field.always else ""

    def _pick(self, letter: str) -> bool:
        """Choose the word of that letter; whether there is one."""
        found = [option.label for option in self._field.options if option.key == letter]
        if found:
            self.value = found[-1]
        return bool(found)

    def _rows(self, width: int) -> list[list[Option]]:
        rows: list[list[Option]] = [[]]
        for option in self._field.options:
            if rows[-1] and _width([*rows[-1], option]) > width:
                rows.append([])
            rows[-1].append(option)
        return rows

    def _look(self, option: Option) -> Content:
        ghost = self._field.ghost
        chosen = option.label == self.value
        offered = not self.value and ghost is not None and option.label == ghost.text
        sign, tone = ("●", "$accent bold") if chosen else ("◌", "$accent") if offered else ("○", "$quiet")
        before, letter, after = _parted(option)
        words = Content.assemble(
            (sign + " " * (_gap([option]) - 1), tone),
            (before, "bold" if chosen else ""),
            (letter, "bold" if chosen else "underline"),
            (after, "bold" if chosen else ""),
        )
        return words.stylize(Style.from_meta({"word": option.label}))


def _parted(option: Option) -> tuple[str, str, str]:
    """The label around the letter that picks it; digits stand alone and need no mark."""
    place = option.label.lower().find(option.key) if option.key.isalpha() else -1
    if place < 0:
        return option.label, "", ""
    return option.label[:place], option.label[place], option.label[place + 1 :]


def _gap(options: Sequence[Option]) -> int:
    return 1 if all(len(option.label) == 1 for option in options) else _GAP


def _width(options: Sequence[Option]) -> int:
    gap = _gap(options)
    words = sum(gap + Content(option.label).cell_length for option in options)
    return words + gap * max(len(options) - 1, 0)
