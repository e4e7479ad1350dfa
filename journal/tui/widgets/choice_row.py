"""A row of a form whose answer is chosen among words: one of them, several, or yes and no for each."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any, ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.events import Click
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.style import Style
from textual.widget import Widget

from journal.tui.keys import bind

LABEL = 10
"""Cells of the column of labels, the sign of the focus included."""
_GAP = 2


class Marks(Enum):
    """How the words of a row are marked; `signs` are those of yes, no and open."""

    ONE = ("●", "", "○")
    SEVERAL = ("■", "", "□")
    ANSWERS = ("✓", "✗", "○")

    @property
    def signs(self) -> tuple[str, str, str]:
        """One cell each, told apart without colour."""
        return self.value


@dataclass(frozen=True, slots=True)
class Choice:
    """A word; `denied` is how its no is said, where it has one."""

    value: Any
    words: str
    denied: str = ""


class ChoiceRow(Widget, can_focus=True):
    """Folded to what was answered, until it has the focus; arrows go from word to word and Space marks."""

    DEFAULT_CSS = """
    ChoiceRow { height: auto; padding: 0; }
    ChoiceRow:focus { background: $row; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("left", "step(-1)", name="word before", tooltip="The word before"),
        bind("right", "step(1)", name="next word", tooltip="The next word"),
        bind("mark", "mark", tooltip="Mark the word; signs go from yes to no to open", show=True),
    ]

    choices: reactive[tuple[Choice, ...]] = reactive((), layout=True)
    """The words."""
    answers: reactive[Mapping[Any, bool]] = reactive(dict, layout=True)
    """The values that were answered, with yes or no."""
    ghosts: reactive[tuple[Any, ...]] = reactive((), layout=True)
    """Values that are offered and not recorded: what was said last time, or what lies near."""
    unfolded: reactive[bool] = reactive(False, layout=True)
    """Whether all words are shown also without the focus."""

    class Answered(Message):
        """Something was marked, or a mark taken off."""

    def __init__(self, label: str, marks: Marks, choices: Sequence[Choice] = (), *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self.touched = False
        self._label, self._marks = label, marks
        self._place = 0
        self.set_reactive(ChoiceRow.choices, tuple(choices))

    @property
    def answer(self) -> Any:
        """The word that was chosen; None when none was."""
        return next((value for value, told in self.answers.items() if told), None)

    def on_focus(self) -> None:
        """Begin at the first answer, else at what is offered."""
        wanted = [*self.answers, *self.ghosts]
        values = [one.value for one in self.choices]
        self._place = next((values.index(value) for value in wanted if value in values), 0)
        self.refresh(layout=True)

    def on_blur(self) -> None:
        """Fold."""
        self.refresh(layout=True)

    def action_step(self, step: int) -> None:
        """Another word, round the end."""
        if self.choices:
            self._place = (self._place + step) % len(self.choices)
            self.refresh()

    def action_mark(self) -> None:
        """Mark the word under the cursor."""
        if self._place < len(self.choices):
            self._mark(self.choices[self._place])

    def on_click(self, event: Click) -> None:
        """Mark the word under the mouse."""
        place = event.style.meta.get("choice")
        if isinstance(place, int) and place < len(self.choices):
            self._place = place
            self._mark(self.choices[place])

    def render(self) -> Content:
        """The label, and the words or what was answered beside it."""
        focused = self.has_focus
        sign = Content.styled("❯ " if focused else "  ", "$accent bold")
        label = sign + Content.styled(f"{self._label:<{LABEL - 2}}", "bold" if focused else "$quiet")
        return Content("\n").join(
            (label if place == 0 else Content(" " * LABEL)) + line
            for place, line in enumerate(self._lines(self.size.width))
        )

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """Rows needed at that width."""
        return len(self._lines(width))

    def _mark(self, choice: Choice) -> None:
        answer = self.answers.get(choice.value)
        if self._marks is Marks.ONE:
            after = {} if answer else {choice.value: True}
        else:
            after = {value: told for value, told in self.answers.items() if value != choice.value}
            if answer is None:
                after[choice.value] = True
            elif answer and choice.denied:
                after[choice.value] = False
        # At once, so that keys typed right behind one another find what the one before did.
        self.touched, self.answers = True, after
        self.post_message(self.Answered())

    def _lines(self, width: int) -> list[Content]:
        """The words in as many rows as they need."""
        words = list(self._all() if self.unfolded or self.has_focus else self._folded())
        rows: list[list[Content]] = [[]]
        for word in words:
            if rows[-1] and _width([*rows[-1], word]) > width - LABEL:
                rows.append([])
            rows[-1].append(word)
        return [Content(" " * _GAP).join(row).truncate(max(width - LABEL, 1), ellipsis=True) for row in rows]

    def _all(self) -> Iterator[Content]:
        for place, choice in enumerate(self.choices):
            answer = self.answers.get(choice.value)
            yes, no, still_open = self._marks.signs
            sign = still_open if answer is None else yes if answer else no
            if answer is None and choice.value in self.ghosts:
                sign = "◌"
            here = self.has_focus and place == self._place
            words = choice.denied if answer is False else choice.words
            look = Content.assemble(
                (f"{sign} ", "$quiet" if answer is None else "$accent bold"),
                (words, "reverse" if here else "bold" if answer is not None else ""),
            )
            yield look.stylize(Style.from_meta({"choice": place}))

    def _folded(self) -> Iterator[Content]:
        """What was answered; else, quietly, what is offered."""
        for choice in self.choices:
            answer = self.answers.get(choice.value)
            if answer is not None:
                sign = self._marks.signs[0 if answer else 1]
                words = choice.words if answer else choice.denied
                yield Content.assemble((f"{sign} ", "$accent bold"), (words, "bold"))
        if not self.answers:
            offered = [choice.words for choice in self.choices if choice.value in self.ghosts]
            yield from (Content.styled(f"◌ {words}", "$quiet italic") for words in offered)
            if not offered:
                yield Content.styled("–", "$quiet")


def _width(words: Sequence[Content]) -> int:
    return sum(word.cell_length for word in words) + _GAP * (len(words) - 1)
