"""Care as a form: the fields that each kind has, and the record that the answers make."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any
from uuid import uuid4

from journal.entry import Writer
from journal.entry.answers import minutes
from journal.entry.said import plain
from journal.entry.when import Moment
from journal.place_names import REGIONS
from journal.records import Care, columns
from journal.tui.forms.form_reading import at_noon, read_dose, read_moment, read_place
from journal.tui.reading.care import CareView
from journal.tui.widgets.form import Field, Ghost, line, number_in, words, words_for, yes_no
from journal.tui.wording.dates import in_short
from journal.vocabulary import CareKind, Drug, Region, Side, display

_PLACE = ("region", "side")
_PACK = (*_PLACE, "duration_min", "wrapped")
FIELDS_OF: dict[CareKind, tuple[str, ...]] = {
    CareKind.COLD: _PACK,
    CareKind.HEAT: _PACK,
    CareKind.WARM_BATH: ("duration_min",),
    CareKind.MASSAGE: (*_PLACE, "duration_min", "direct_pressure"),
    CareKind.TOPICAL: _PLACE,
    CareKind.ORAL_ANALGESIC: ("drug", "dose_mg"),
    CareKind.STRETCH: (*_PLACE, "duration_min"),
    CareKind.RELIEF_EXERCISE: (*_PLACE, "duration_min"),
    CareKind.BED_REST: ("duration_min",),
    CareKind.PHYSIO: (*_PLACE, "duration_min"),
    CareKind.CHIROPRACTIC: (*_PLACE, "duration_min"),
    CareKind.ACUPUNCTURE: (*_PLACE, "duration_min"),
    CareKind.DOCTOR: _PLACE,
    CareKind.CLEARANCE: _PLACE,
}
"""What is asked of each kind, beside a note and the time."""

_OWN = ("region", "side", "duration_min", "drug", "dose_mg", "wrapped", "direct_pressure")
_MINUTES = next(column for column in columns(Care) if column.name == "duration_min")
_NAMES = (*(display(region) for region in Region), *REGIONS)


@dataclass(frozen=True, slots=True)
class Asked:
    """A kind of care that is asked for; `drug` is the painkiller that is chosen already."""

    view: CareView
    kind: CareKind
    drug: Drug | None = None

    @property
    def record(self) -> Care | None:
        """The entry that is changed."""
        return self.view.record

    @property
    def last(self) -> Care | None:
        """What was done the last time that this was done: of a painkiller, the last dose of the same drug."""
        if self.kind is CareKind.ORAL_ANALGESIC:
            return self.view.last_dose(self.drug)
        return self.view.last.get(self.kind)

    def value(self, name: str) -> Any:
        """What the entry has."""
        return None if self.record is None else getattr(self.record, name)

    def ghost(self, name: str, said: Any) -> Ghost | None:
        """What the last one had; none for an entry that is changed."""
        value = None if self.last is None or self.record is not None else getattr(self.last, name)
        if value is None or self.last is None:
            return None
        return Ghost(said(value), value, in_short(self.last.at.date()).rpartition(" ")[0])


def fields_of(asked: Asked, writer: Writer) -> tuple[list[Field], tuple[str, ...]]:
    """The fields of that kind, and those after which Enter goes to Save."""
    names = FIELDS_OF[asked.kind]
    known = {one.name: one for one in (*_places(asked), *_amounts(asked), *_questions(asked))}
    fields = [*(known[name] for name in names), _note(asked), _when(asked, writer)]
    return [replace(one, section=display(asked.kind)) for one in fields], (names[-1], "when")


def care_of(asked: Asked, answers: Mapping[str, Any], writer: Writer) -> Care:
    """The entry that the answers make; what is not asked stays as it was, unless the kind is another one."""
    names, record = FIELDS_OF[asked.kind], asked.record
    told = {name: answers.get(name) for name in names} | {"note": answers.get("note") or ""}
    moment: Moment | None = answers.get("when")
    if record is None:
        moment = moment or at_noon(asked.view.day, writer)
        return Care(id=uuid4(), at=moment.at, time_known=moment.time_known, kind=asked.kind, **told)
    if record.kind is not asked.kind:
        told = dict.fromkeys(_OWN) | told
    return record.but(kind=asked.kind, **told, **_times(record, moment, writer))


def _times(record: Care, moment: Moment | None, writer: Writer) -> dict[str, Any]:
    """The time of an entry that is changed: its own, unless another one was written or it was taken out."""
    if moment is None and record.time_known is not False:
        noon = at_noon(record.at.date(), writer)
        return {"at": noon.at, "time_known": noon.time_known}
    if moment is None or moment.at == record.at:
        return {}
    return {"at": moment.at, "time_known": moment.time_known}


def _places(asked: Asked) -> tuple[Field, Field]:
    hurts = asked.view.hurts if asked.record is None else None
    since = "" if hurts is None else f"hurts most: {hurts.score} of 10"
    place, side = asked.ghost("region", display), asked.ghost("side", display)
    if hurts is not None:
        place = Ghost(display(hurts.region), hurts.region, since)
        side = Ghost(display(hurts.side), hurts.side) if hurts.side else None
    region = asked.value("region")
    return (
        Field(
            name="region",
            label="Where",
            read=read_place,
            value=region,
            text=display(region) if region else "",
            ghost=place,
            completes=_NAMES,
            hint="lower back, knee, hamstring, ...; → completes",
        ),
        words("side", "Side", words_for(Side), value=asked.value("side"), ghost=side),
    )


def _amounts(asked: Asked) -> tuple[Field, Field, Field]:
    length, dose, drug = asked.value("duration_min"), asked.value("dose_mg"), asked.value("drug")
    return (
        Field(
            name="duration_min",
            label="How long",
            read=number_in(_MINUTES, "the time is minutes such as 15, or 1h30", minutes),
            value=length,
            text="" if length is None else plain(length),
            ghost=asked.ghost("duration_min", plain),
            unit="min",
            hint="15, or 1h30",
        ),
        words("drug", "Which", words_for(Drug), value=drug, ghost=asked.ghost("drug", display)),
        Field(
            name="dose_mg",
            label="How much",
            read=read_dose,
            value=dose,
            text="" if dose is None else str(dose),
            ghost=asked.ghost("dose_mg", str),
            unit="mg",
            hint="400, 2x200 or 1g",
        ),
    )


def _questions(asked: Asked) -> tuple[Field, Field]:
    def said(value: bool) -> str:
        return "yes" if value else "no"

    wrapped, direct = asked.value("wrapped"), asked.value("direct_pressure")
    return (
        yes_no(
            "wrapped",
            "Wrapped",
            value=wrapped,
            ghost=asked.ghost("wrapped", said),
            hint="a cloth between the pack and the skin",
        ),
        yes_no(
            "direct_pressure",
            "Right on it",
            value=direct,
            ghost=asked.ghost("direct_pressure", said),
            hint="pressed on the sore spot itself",
        ),
    )


def _note(asked: Asked) -> Field:
    note = asked.value("note") or ""
    return line("note", "Note", value=note or None, text=" ".join(note.split()))


def _when(asked: Asked, writer: Writer) -> Field:
    record, day = asked.record, asked.view.day
    known = record if record is not None and record.time_known is not False else None
    past = day != writer.now.date()
    return Field(
        name="when",
        label="When",
        read=lambda text: read_moment(text, writer, day),
        value=None if known is None else Moment(known.at),
        text="" if known is None else f"{known.at:%H:%M}",
        hint=f"7:40, yesterday 20:00 or 2h ago; empty: {'the time is not known' if past else 'now'}",
    )
