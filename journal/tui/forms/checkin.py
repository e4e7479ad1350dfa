"""The check-in as a form: which fields are asked, and in which order."""

from dataclasses import dataclass, replace
from typing import Any

from journal.entry import Writer
from journal.entry.answers import hours, kilos
from journal.entry.said import plain
from journal.entry.when import Moment
from journal.errors import Refused
from journal.records import CheckIn, Urine, columns
from journal.tui.forms.form_reading import read_moment
from journal.tui.reading.checkins import OF_DAY, OF_URINE, CheckInView
from journal.tui.widgets.form import Field, Ghost, Option, line, number_in, words, words_for, yes_no
from journal.tui.wording.dates import in_short
from journal.vocabulary import KG_PER_LB, MassUnit, SleepPosition

MORNING = ("sleep_h", "sleep_quality", "sleep_position", "body_weight_kg", "color", "first_of_day")
DAY = ("stress", "sitting_h", "cigarettes", "bed_rest_h")
LATE_H = 12
"""Before this hour the form pauses after the fields of the morning."""

_THE_MORNING = "The night and the morning"
_THE_DAY = "The day"
_ALSO = "Not used lately"
_COLUMNS = {column.name: column for column in (*columns(CheckIn), *columns(Urine))}
_QUALITIES = ("very bad", "bad", "fair", "good", "very good")
_COLOURS = (
    ("pale", "#f7f3d0"),
    ("pale straw", "#f3e9a2"),
    ("straw", "#ecd968"),
    ("yellow", "#e4c33a"),
    ("dark yellow", "#d3a324"),
    ("amber", "#b97d1b"),
    ("brown", "#8a5a1e"),
    ("brownish green", "#5f5a26"),
)
"""The Armstrong scale in words, with the colour of each step."""


def fields_of(view: CheckInView, writer: Writer) -> tuple[list[Field], tuple[str, ...]]:
    """What is asked, in the order of the day, and the fields after which Enter goes to Save."""
    known = {one.name: one for one in _all(view, writer)}
    morning = [name for name in MORNING if _is_asked(name, view)]
    day = [name for name in DAY if _is_asked(name, view)]
    rest = [name for name in (*OF_DAY, *OF_URINE) if name not in (*morning, *day)]
    asked = [replace(known[name], section=_THE_MORNING) for name in morning]
    asked += [replace(known[name], section=_THE_DAY) for name in (*day, "note", "when")]
    asked += [replace(known[name], section=_ALSO) for name in rest]
    early = view.day == writer.now.date() and writer.now.hour < LATE_H
    return asked, (morning[-1], "when") if early else ("when",)


def begins_at(view: CheckInView, fields: list[Field]) -> str:
    """The first field without an answer, when the check-in is there already."""
    open_fields = [one.name for one in fields if not one.text and one.section != _ALSO]
    return open_fields[0] if view.checkin is not None and open_fields else fields[0].name


@dataclass(frozen=True, slots=True)
class _There:
    """Values that stand in the journal for one field."""

    value: Any
    ghost: Ghost | None


def _is_asked(name: str, view: CheckInView) -> bool:
    return name in view.used or view.answer(name) is not None


def _all(view: CheckInView, writer: Writer) -> list[Field]:
    """Every field, in no special order."""

    def number(
        name: str, label: str, accepts: str, *, say: Any = plain, read: Any = None, **more: Any
    ) -> Field:
        there = _there(view, name, say)
        return Field(
            name=name,
            label=label,
            read=number_in(_COLUMNS[name], accepts, read),
            value=there.value,
            text="" if there.value is None else say(there.value),
            ghost=there.ghost,
            **more,
        )

    def choice(name: str, label: str, options: tuple[Option, ...], **more: Any) -> Field:
        there = _there(view, name, lambda value: next(one.label for one in options if one.value == value))
        return words(name, label, options, value=there.value, ghost=there.ghost, **more)

    def question(name: str, label: str, **more: Any) -> Field:
        there = _there(view, name, lambda value: "yes" if value else "no")
        return yes_no(name, label, value=there.value, ghost=there.ghost, **more)

    unit = writer.weight_unit
    clock = "hours such as 7:30, 7.5 or 7h30"
    amount = "hours such as 6 or 6.5, at most 24"
    return [
        number(
            "sleep_h",
            "Sleep",
            f"sleep is {clock}, at most 24",
            say=_clock,
            read=hours,
            unit="h",
            hint="hours of the night before: 7:30, 7.5 or 7h30",
        ),
        choice("sleep_quality", "Quality", _digits(_QUALITIES), hint="1 very bad to 5 very good"),
        choice("sleep_position", "Lay on", words_for(SleepPosition), hint="side, back, stomach, or mixed"),
        number(
            "body_weight_kg",
            "Weight",
            f"weight is a number such as {'80.5' if unit is MassUnit.KG else '177'} from 1 to 700 kg",
            say=lambda kg: _mass(kg, unit),
            read=lambda text: kilos(text, unit),
            unit=unit.value,
            hint="80.5, or 177lb" if unit is MassUnit.KG else "177, or 80.5kg",
        ),
        choice(
            "color",
            "Urine colour",
            tuple(
                replace(option, colour=colour)
                for option, (_, colour) in zip(_digits([word for word, _ in _COLOURS]), _COLOURS, strict=True)
            ),
            hint="1 pale to 8 brownish green; dark in the morning: drink",
        ),
        question("first_of_day", "First urine", hint="whether it was the first urine of the morning"),
        question("vitamin_b", "Vitamins", hint="whether vitamins coloured the urine"),
        number("stress", "Stress", "stress is a whole number from 0 to 10", hint="0 none to 10 extreme"),
        number(
            "sitting_h", "Sitting", f"sitting is {amount}", read=hours, unit="h", hint="hours spent sitting"
        ),
        number(
            "cigarettes",
            "Cigarettes",
            "cigarettes is a whole number from 0 to 1000",
            hint="0 says none; empty says nothing",
        ),
        number(
            "bed_rest_h",
            "In bed",
            f"time in bed is {amount}",
            read=hours,
            unit="h",
            hint="waking hours spent in bed",
        ),
        line(
            "note",
            "Note",
            value=view.answer("note") or None,
            text=" ".join((view.answer("note") or "").split()),
        ),
        _when(view, writer),
    ]


def _there(view: CheckInView, name: str, say: Any) -> _There:
    value, before = view.answer(name), view.before.get(name)
    if value is not None or before is None:
        return _There(value, None)
    return _There(None, Ghost(say(before.value), before.value, in_short(before.day).rpartition(" ")[0]))


def _digits(meanings: list[str] | tuple[str, ...]) -> tuple[Option, ...]:
    return tuple(
        Option(place, str(place), str(place), words) for place, words in enumerate(meanings, start=1)
    )


def _clock(hours: float) -> str:
    minutes = round(hours * 60)
    return f"{minutes // 60}:{minutes % 60:02}"


def _mass(kg: float, unit: MassUnit) -> str:
    return plain(kg) if unit is MassUnit.KG else plain(round(kg / KG_PER_LB, 1))


def _when(view: CheckInView, writer: Writer) -> Field:
    at = None if view.checkin is None else view.checkin.at
    text = "" if at is None else f"{at:%H:%M}" if at.date() == view.day else f"{at:%Y-%m-%d %H:%M}"

    def read(text: str) -> Moment:
        moment = read_moment(text, writer, view.day)
        if moment.at.date() != view.day:
            raise Refused(
                f"This is the check-in of {in_short(view.day)}: write a time of that day, such as 7:40."
            )
        return moment

    past = view.day != writer.now.date()
    return Field(
        name="when",
        label="When",
        read=read,
        text=text,
        value=None if at is None else Moment(at),
        hint=f"7:40, morning or evening; empty: {'the time is not known' if past else 'now'}",
    )
