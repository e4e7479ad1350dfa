"""The red-flag questions: asked when the entries call for them, each yes, no or left open."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar
from uuid import uuid4

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.events import Click, Key
from textual.style import Style
from textual.widgets import Static

from journal.analysis.answers.questions import QUESTIONS, SIDED
from journal.records import Pain, Record, SymptomEntry
from journal.tui.key_names import with_keys
from journal.tui.keys import bind
from journal.tui.screens.dialogue import Dialogue
from journal.tui.widgets.hanging import Hanging
from journal.vocabulary import Side, Symptom, display


@dataclass(frozen=True, slots=True)
class Answer:
    """A question that was answered; those left open have none."""

    symptom: Symptom
    present: bool
    side: Side | None = None


def as_entries(answers: Sequence[Answer], now: datetime, pain: Pain | None) -> list[Record]:
    """The answers as records, told at `now` of the pain that brought the questions up."""
    return [
        SymptomEntry(
            id=uuid4(),
            at=now,
            symptom=answer.symptom,
            side=answer.side,
            present=answer.present,
            pain_id=pain.id if pain is not None else None,
        )
        for answer in answers
    ]


class Question(Vertical):
    """One question with its answer; a click on a word answers it."""

    def __init__(self, symptom: Symptom) -> None:
        super().__init__(classes="question")
        self.symptom = symptom
        self.present: bool | None = None
        self.side: Side | None = None

    def compose(self) -> ComposeResult:
        """The words, yes and no beside them, and the sides below where one is asked for."""
        with Horizontal(classes="asked-row"):
            yield Static(classes="words", markup=False)
            yield Static(classes="yes-no", markup=False)
        yield Static(classes="sides", markup=False)

    @property
    def has_sides(self) -> bool:
        """Whether the side belongs to the answer."""
        return self.present is True and self.symptom in SIDED

    def show(self, *, current: bool) -> None:
        """Draw the question, with the keys that answer it."""
        self.set_class(current, "-current")
        words = QUESTIONS.get(self.symptom, f"{display(self.symptom).capitalize()}?")
        mark = Content.styled("❯" if current else "", "$accent bold")
        look = Content.styled(words, "bold" if current else "")
        self.query_one(".words", Static).update(Hanging(mark, look, 2))
        yes, no = _choice("yes", chosen=self.present is True), _choice("no", chosen=self.present is False)
        self.query_one(".yes-no", Static).update(Content("  ").join([yes, no]))
        sides = [_choice(side.value, chosen=self.side is side) for side in (Side.LEFT, Side.RIGHT, Side.BOTH)]
        row = self.query_one(".sides", Static)
        row.update(Content("  ").join([Content("  On which side?"), *sides]))
        row.display = self.has_sides


def _choice(word: str, *, chosen: bool) -> Content:
    """A word to click, with the key that chooses it underlined."""
    drawn = Content.assemble(
        ("● " if chosen else "○ ", "$accent bold" if chosen else "$quiet"),
        (word[:1], "bold" if chosen else "bold underline"),
        (word[1:], "bold" if chosen else ""),
    )
    return drawn.stylize(Style.from_meta({"answer": word}))


_KEYS = "{yes} {no} answer   {choose} skip, at last save   ↑ ↓ move   {leave} leave all open"
_ANSWERS = "ynlrb"
"""Letters that answer a question."""


class Questions(Dialogue[tuple[Answer, ...]]):
    """Gives the answers; Esc gives none at all."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("yes", "answer(True)", show=True),
        bind("no", "answer(False)", show=True),
        bind("left_side", "side('left')"),
        bind("right_side", "side('right')"),
        bind("both_sides", "side('both')"),
        bind("choose", "next", name="skip / save", tooltip="Leave it open; after the last: save", show=True),
        bind("up", "move(-1)", tooltip="The question before"),
        bind("down", "move(1)", tooltip="The next question"),
        bind("previous", "move(-1)", tooltip="The question before"),
        bind("next", "move(1)", tooltip="The next question"),
        bind("leave", "leave", name="leave all open", tooltip="Answer none of them now", show=True),
    ]

    def __init__(self, symptoms: tuple[Symptom, ...], typing: Callable[[str], None] | None = None) -> None:
        super().__init__()
        self._typing = typing
        order = list(QUESTIONS)
        ranked = sorted(symptoms, key=lambda one: order.index(one) if one in order else len(order))
        self._asked = [Question(symptom) for symptom in ranked]
        self._place = 0

    def compose(self) -> ComposeResult:
        """The questions, and the row that saves."""
        with VerticalScroll(classes="dialogue wide", can_focus=False):
            yield Static("Before you go on", classes="title", markup=False)
            yield Static(
                "Answer as it is now: this decides whether it is for a doctor. "
                "What you leave open counts as not answered, never as no.",
                classes="quiet",
                markup=False,
            )
            with Vertical(id="asked"):
                yield from self._asked
            yield Static("", id="save", markup=False)
            yield Static(
                with_keys(self, _KEYS),
                classes="quiet",
                markup=False,
            )

    def on_mount(self) -> None:
        """Begin with the first."""
        self._show()

    def on_key(self, event: Key) -> None:
        """Make way for somebody who is already writing the next line: a letter of it must answer nothing."""
        letter = event.character
        if self._typing is not None and event.is_printable and letter and letter not in _ANSWERS:
            event.stop()
            self.dismiss(())
            self._typing(letter)

    def action_answer(self, present: bool) -> None:
        """Answer the current question; a side is asked for where one belongs."""
        if self._place < len(self._asked):
            question = self._asked[self._place]
            question.present, question.side = present, None
            self._place += 0 if question.has_sides else 1
            self._show()

    def action_side(self, side: str) -> None:
        """Tell the side of the current question."""
        if self._place < len(self._asked):
            question = self._asked[self._place]
            if question.has_sides:
                question.side = Side(side)
                self._place += 1
                self._show()

    def action_next(self) -> None:
        """Leave the current question as it is; after the last, save."""
        if self._place >= len(self._asked):
            self._finish()
            return
        self._place += 1
        self._show()

    def action_move(self, step: int) -> None:
        """Another question, to look at or to change."""
        self._place = min(max(self._place + step, 0), len(self._asked))
        self._show()

    def action_leave(self) -> None:
        """Leave all of them open."""
        self.dismiss(())

    def on_click(self, event: Click) -> None:
        """Answer with the mouse: a word of a question, or the row that saves."""
        if event.widget is None:
            return
        if event.widget.id == "save":
            self._finish()
            return
        word = event.style.meta.get("answer")
        question = next((one for one in event.widget.ancestors if isinstance(one, Question)), None)
        if question is not None and isinstance(word, str):
            self._place = self._asked.index(question)
            if word in ("yes", "no"):
                self.action_answer(word == "yes")
            else:
                self.action_side(word)

    def _finish(self) -> None:
        self.dismiss(
            tuple(
                Answer(question.symptom, question.present, question.side)
                for question in self._asked
                if question.present is not None
            )
        )

    def _show(self) -> None:
        for place, question in enumerate(self._asked):
            question.show(current=place == self._place)
        answered = sum(question.present is not None for question in self._asked)
        at_end = self._place >= len(self._asked)
        save = self.query_one("#save", Static)
        save.set_class(at_end, "-current")
        sign = "❯ " if at_end else "  "
        save.update(
            Content.assemble(
                (sign, "$accent bold"), (f"Save {answered} of {len(self._asked)} answers", "bold")
            )
        )
        current = save if at_end else self._asked[self._place]
        current.scroll_visible(animate=False)
