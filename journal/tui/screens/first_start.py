"""The first questions of an empty journal: units, weight, conditions; and who the program is not for."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Button, Input, RadioButton, RadioSet, Static

from journal.records import CheckIn, Condition, ProfileEntry, Record
from journal.tui.key_names import with_keys
from journal.tui.keys import bind
from journal.tui.screens.dialogue import Dialogue
from journal.tui.widgets.marks import Mark, Marks
from journal.vocabulary import KG_PER_LB, ConditionName, DistanceUnit, MassUnit, display

NOT_FOR = (
    "It is not written for you, and a doctor should be asked first, when you are under 18, pregnant, "
    "have had surgery on the spine, or have a heart disease."
)
NOT_ADVICE = "It is not medical advice: it only holds what you write against five published articles."
_MARKS = (Mark("○"), Mark("●"))
_WEIGHTS = {MassUnit.KG: "1 to 700", MassUnit.LB: "3 to 999"}
"""What a body weight may be; three digits can be typed."""


@dataclass(frozen=True, slots=True)
class FirstAnswers:
    """What was answered.  `weight_kg` is None when it was left empty."""

    weight_unit: MassUnit
    distance_unit: DistanceUnit
    weight_kg: float | None
    conditions: tuple[ConditionName, ...]


def as_entries(answers: FirstAnswers, now: datetime) -> list[Record]:
    """The answers as records of the day `now` lies in."""
    entries: list[Record] = [
        ProfileEntry(key="weight_unit", value=answers.weight_unit.value),
        ProfileEntry(key="distance_unit", value=answers.distance_unit.value),
    ]
    if answers.weight_kg is not None:
        entries.append(CheckIn(date=now.date(), at=now, body_weight_kg=answers.weight_kg))
    return entries + [Condition(condition=one) for one in answers.conditions]


def _weight_asked(unit: MassUnit) -> str:
    return f"2  Body weight in {unit.value}, if you like: it gives the day's fluid"


class UnitButton(RadioButton):
    """A radio button that is told apart without colour."""

    BUTTON_INNER = "○"

    def watch_value(self) -> None:
        """A full circle when it is chosen, an empty one when not."""
        self.BUTTON_INNER = "●" if self.value else "○"
        super().watch_value()


class FirstStart(Dialogue[FirstAnswers | None]):
    """Gives the answers, or None when it was closed with Esc."""

    BINDINGS: ClassVar[list[BindingType]] = [
        # Before all others: what a part makes of Enter would end the questions, or change an answer, unseen.
        bind(
            "choose",
            "go_on",
            name="go on",
            tooltip="To the next question; at last save",
            show=True,
            priority=True,
        ),
        bind("leave", "dismiss(None)", name="close", tooltip="Close without answering", show=True),
        bind("save", "save", tooltip="Keep the answers", show=True),
    ]

    def __init__(self, left: str = "") -> None:
        super().__init__()
        self._left = left
        """Which backups there are of a journal that is gone, to somebody who has not begun a new one on purpose."""

    def compose(self) -> ComposeResult:
        """Three questions on one page."""
        with VerticalScroll(id="first-start", classes="dialogue wide", can_focus=False):
            yield Static("Welcome. Three questions, then you can write.", classes="title", markup=False)
            if self._left:
                yield Static(f"A new journal begins here; {self._left}.", id="begun-anew", markup=False)
            yield Static(
                "1  Units: arrows choose, Space sets, Enter goes on", classes="section", markup=False
            )
            with Horizontal(id="units"):
                with RadioSet(id="mass", compact=True):
                    yield UnitButton(Content("kg"), value=True, compact=True)
                    yield UnitButton(Content("lb"), compact=True)
                with RadioSet(id="distance", compact=True):
                    yield UnitButton(Content("km"), value=True, compact=True)
                    yield UnitButton(Content("mi"), compact=True)
            yield Static(_weight_asked(MassUnit.KG), id="weight-asked", classes="section", markup=False)
            yield Input(id="weight", compact=True, restrict=r"[0-9]{0,3}([.,][0-9]{0,1})?", placeholder="80")
            yield Static(
                "3  Is there any of this? Space marks; none is an answer too", classes="section", markup=False
            )
            yield Marks([(one, display(one)) for one in ConditionName], _MARKS, id="conditions")
            yield Static(NOT_FOR, id="not-for", markup=False)
            yield Static(NOT_ADVICE, classes="quiet", markup=False)
            yield Static("", id="fault", markup=False)
            with Horizontal(id="first-buttons"):
                yield Button(Content("Save"), id="save", variant="primary", compact=True)
                yield Button(Content(with_keys(self, "Later ({leave})")), id="later", compact=True)
            around = with_keys(self, "To look around first: leave with {quit} and run  journal demo")
            yield Static(around, classes="quiet", markup=False)

    @on(Button.Pressed, "#later")
    def _later(self) -> None:
        self.dismiss(None)

    @on(RadioSet.Changed, "#mass")
    def _unit_chosen(self) -> None:
        self.query_one("#weight-asked", Static).update(_weight_asked(self._mass))

    @property
    def _mass(self) -> MassUnit:
        return MassUnit.LB if self.query_one("#mass", RadioSet).pressed_index == 1 else MassUnit.KG

    def action_go_on(self) -> None:
        """The next question; a button does what it says."""
        if isinstance(self.focused, Button):
            self.focused.press()
        else:
            self.focus_next()

    @on(Button.Pressed, "#save")
    def _save(self) -> None:
        self.action_save()

    def action_save(self) -> None:
        """Give the answers; a weight that cannot be is refused here, where it stands."""
        mass = self._mass
        distance = (
            DistanceUnit.MI if self.query_one("#distance", RadioSet).pressed_index == 1 else DistanceUnit.KM
        )
        text = self.query_one("#weight", Input).value.strip().replace(",", ".")
        weight = None if not text.strip(".") else float(text) * (KG_PER_LB if mass is MassUnit.LB else 1)
        if weight is not None and not 1 <= weight <= 700:
            fault = self.query_one("#fault", Static)
            fault.update(f"The weight needs a number from {_WEIGHTS[mass]} {mass.value}, or nothing.")
            fault.display = True
            self.query_one("#weight", Input).focus()
            return
        chosen = self.query_one("#conditions", Marks).words_with(1)
        self.dismiss(FirstAnswers(mass, distance, weight, tuple(ConditionName(one) for one in chosen)))
