"""Every flag of a moment in one list: those that hold, those that were marked, what was not judged, what is over."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from journal.analysis.answers.questions import QUESTIONS
from journal.analysis.flags import Flag, Insufficient
from journal.analysis.subjects import about
from journal.tui.key_names import with_keys
from journal.tui.keys import bind
from journal.tui.messages import FlagOpened, QuestionsAsked
from journal.tui.reading.flags import AllFlags, PastMonth
from journal.tui.widgets.flag_rows import LABEL, flag_row, mark_words, span_words
from journal.tui.widgets.hanging import Hanging
from journal.tui.widgets.row_list import RowList
from journal.tui.wording.dates import month_of
from journal.vocabulary import Symptom

Target = Flag | Insufficient | None

_AT_ONCE = 100
"""At least so many flags that are over are added to the list at a time, in whole months."""
_NEAR = 20
"""So few options before the end of the list, or rows, older ones are added."""


_NONE = (
    "No flag holds. They are made from what is written down: press {log} and write, or {help} for the keys."
)
_AT_WORK = "The rules are at work …"


class AllFlagsList(RowList):
    """Arrows choose a flag, Enter or a click opens it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind(
            "choose", "select", tooltip="Open the flag: numbers, advice, document and the entries behind it"
        ),
        bind("down", "cursor_down"),
        bind("up", "cursor_up"),
    ]

    view: reactive[AllFlags | None] = reactive(None)
    """What holds; None while the rules are at work."""
    past: reactive[tuple[PastMonth, ...] | None] = reactive(None)
    """What is over, the newest month first; None when it is not listed."""

    @dataclass
    class Looked(Message):
        """Something else is under the cursor."""

        target: Target

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id, compact=True, markup=False)
        self._targets: list[Target] = []
        self._older: Iterator[PastMonth] = iter(())

    @property
    def chosen(self) -> Target:
        """What is under the cursor; None for a heading, or when there is nothing."""
        place = self.highlighted
        return None if place is None or place >= len(self._targets) else self._targets[place]

    def choose(self, flag: Flag) -> bool:
        """Put the cursor on a flag, or on the one that stands for it; whether there is one."""
        name = _name(flag)
        is_over = any(_name(one) == name for month in self.past or () for one in month.flags)
        for _ in self.past or ():
            if not is_over or name in map(_name, self._targets):
                break
            self._add_older()
        stands = (_is_it, _is_twin, _speaks_for)
        found = (row for test in stands for row, one in enumerate(self._targets) if test(one, flag))
        place = next(found, None)
        if place is not None:
            self.highlighted = place
        return place is not None

    def watch_view(self) -> None:
        """List anew; the cursor stays on its flag."""
        self._fill()

    def watch_past(self) -> None:
        """List what is over, or no longer."""
        self._fill()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Older ones come when the end is near."""
        super().watch_scroll_y(old_value, new_value)
        if new_value + _NEAR >= self.max_scroll_y:
            self._add_older()

    def on_resize(self) -> None:
        """The chosen flag stays in sight."""
        self.call_after_refresh(self.scroll_to_highlight)

    @on(OptionList.OptionHighlighted)
    def _looked(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        self.post_message(self.Looked(self.chosen))
        if event.option_index + _NEAR >= len(self._targets):
            self._add_older()

    @on(OptionList.OptionSelected)
    def _opened(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if isinstance(self.chosen, Flag):
            self.post_message(FlagOpened(self.chosen))
        elif self.chosen is not None and "symptom" in self.chosen.subject:
            self.post_message(QuestionsAsked())

    def _fill(self) -> None:
        known, place = self.chosen, self.highlighted
        self._targets = []
        self._older = iter(self.past or ())
        options = (
            list(self._options_of(self.view))
            if self.view is not None
            else [Option(Content.styled(_AT_WORK, "$quiet"), disabled=True)]
        )
        self.set_options(options)
        if not isinstance(known, Flag) or not self.choose(known):
            free = (row for row in _from(place or 0, len(options)) if not options[row].disabled)
            self.highlighted = next(free, None)
        if self.highlighted is None:
            self.post_message(self.Looked(None))

    def _options_of(self, view: AllFlags) -> Iterator[Option]:
        if not view.told and not view.marked:
            yield self._line(Content.styled(with_keys(self, _NONE), "$quiet"), disabled=True)
        for flag in view.told:
            yield self._line(flag_row(flag), flag)
        if view.marked:
            yield self._heading("Marked by you")
        for flag in view.marked:
            yield self._line(flag_row(flag, mark_words(flag.mark) if flag.mark else ""), flag)
        if view.unjudged:
            yield self._heading("Not judged")
        asks = with_keys(self, "{choose} asks")
        for gap in view.unjudged:
            yield self._line(_gap(gap, view, asks), gap)
        if self.past is not None and not self.past:
            yield self._heading("No flag has ended yet")
        yield from self._some_older()

    def _add_older(self) -> None:
        """List some more that are over, if there are any.  Only these are measured: all would take seconds."""
        self.add_options(self._some_older())

    def _some_older(self) -> Iterator[Option]:
        added = 0
        while added < _AT_ONCE and (month := next(self._older, None)) is not None:
            yield self._heading(f"Over: {month_of(month.first)}")
            for flag in month.flags:
                yield self._line(flag_row(flag, span_words(flag)), flag)
            added += len(month.flags)

    def _heading(self, words: str) -> Option:
        return self._line(Content.assemble("\n" if self._targets else "", (words, "$accent")), disabled=True)

    def _line(self, look: Content | Hanging, target: Target = None, *, disabled: bool = False) -> Option:
        self._targets.append(target)
        return Option(look, disabled=disabled)


def _gap(gap: Insufficient, view: AllFlags, asks: str) -> Hanging:
    rule = view.rules.get(gap.rule)
    asked = QUESTIONS.get(Symptom(gap.subject["symptom"])) if "symptom" in gap.subject else None
    where = "" if asked else about(gap.subject)
    what = f"nobody has answered: {asked}" if asked else f"this is missing: {', '.join(gap.missing)}"
    words = Content.assemble(
        rule.checks if rule is not None else gap.rule,
        f", {where}" if where else "",
        (f": not judged, because {what}", "$quiet"),
        (f"  {asks}", "$accent") if asked else "",
    )
    return Hanging(Content.styled("– unknown", "$quiet"), words, LABEL)


def _name(target: Target) -> tuple[object, ...]:
    """What makes it the same after another reading."""
    if target is None:
        return ()
    since = getattr(target, "since", None)
    return (type(target), target.rule, since, *sorted(target.subject.items()))


def _is_it(target: Target, flag: Flag) -> bool:
    return _name(target) == _name(flag)


def _is_twin(target: Target, flag: Flag) -> bool:
    """Whether it is the same of another side, or of both: elsewhere the two are told once."""
    return (
        isinstance(target, Flag)
        and (target.rule, target.since) == (flag.rule, flag.since)
        and {**target.subject, "side": ""} == {**flag.subject, "side": ""}
    )


def _speaks_for(target: Target, flag: Flag) -> bool:
    """Whether the flag was merged into it."""
    places = (target.subject.get("region"), flag.subject.get("region")) if target is not None else ()
    return isinstance(target, Flag) and flag.rule in target.also and len(set(places)) == 1


def _from(place: int, count: int) -> Iterator[int]:
    """All rows, those from a place on first."""
    place = min(place, count - 1)
    yield from range(place, count)
    yield from range(place - 1, -1, -1)
