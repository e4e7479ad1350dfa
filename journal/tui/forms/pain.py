"""A pain that is being written: what keys and rows have said of it so far, and the record that it makes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from journal.body import Place
from journal.records import MOST_PAIN, Pain
from journal.vocabulary import BACK, Context, Mechanism, Quality, Radiation, Region, display

if TYPE_CHECKING:
    from journal.entry import Writer
    from journal.entry.when import Moment
    from journal.tui.reading.pain import PainView

SIGNS: Mapping[str, tuple[str, str]] = {
    "sudden": ("sudden", "not sudden"),
    "limits_movement": ("limits movement", "no limit"),
    "swelling": ("swollen", "not swollen"),
    "bruising": ("bruised", "not bruised"),
    "pop_heard": ("pop", "no pop"),
    "flare": ("flare", "no flare"),
}
"""The questions that a pain answers with yes or no, in words."""
RUNS_DOWN = BACK | {Region.BUTTOCK, Region.HIP, Region.THIGH_FRONT, Region.THIGH_BACK}
"""Places from which a pain can run down the leg."""
_MORNING_ENDS = 10
"""The hour before which a pain that is written down is one of waking up."""


@dataclass(frozen=True, slots=True)
class Draft:
    """All that was said.  `one_typed`: the last key was a 1, which a 0 makes a 10.

    `context_told`: the writer chose a context, or took the one away that was there of itself.  `began`, `when`
    and `note` are texts as they stand; `record` is the entry that is edited, None for a new one.
    """

    place: Place | None = None
    score: int | None = None
    one_typed: bool = False
    qualities: tuple[Quality, ...] = ()
    context: Context | None = None
    context_told: bool = False
    radiates_to: Radiation | None = None
    signs: Mapping[str, bool] = field(default_factory=dict)
    mechanism: Mechanism | None = None
    began: str = ""
    when: str = ""
    note: str = ""
    workout_id: UUID | None = None
    record: Pain | None = None

    @property
    def asks_radiation(self) -> bool:
        """Whether how far down it runs is a question here, or was answered."""
        return self.radiates_to is not None or (self.place is not None and self.place.region in RUNS_DOWN)

    def typed(self, digit: int, recent: Sequence[Place]) -> "Draft":
        """A digit: the place of that number while there is none, then the score; 1 and 0 are 10."""
        if self.place is None:
            return replace(self, place=recent[digit - 1]) if 0 < digit <= len(recent) else self
        if self.one_typed and digit == 0:
            return replace(self, score=MOST_PAIN, one_typed=False)
        return replace(self, score=digit, one_typed=digit == 1)


def draft_of(pain: Pain) -> Draft:
    """The entry as it is edited."""
    return Draft(
        place=Place(pain.region, pain.side),
        score=pain.score,
        qualities=pain.qualities,
        context=pain.context,
        context_told=True,
        radiates_to=pain.radiates_to,
        signs={name: told for name in SIGNS if (told := getattr(pain, name)) is not None},
        mechanism=pain.mechanism,
        began="" if pain.onset_at is None else f"{pain.onset_at:%Y-%m-%d %H:%M}",
        when=f"{pain.at:%Y-%m-%d}" if pain.time_known is False else f"{pain.at:%Y-%m-%d %H:%M}",
        note=" ".join(pain.note.split()),
        workout_id=pain.workout_id,
        record=pain,
    )


def context_of(draft: Draft, view: "PainView", writer: "Writer", day: date) -> Context | None:
    """When it is felt: as told, else on waking for a pain of now before ten o'clock.

    Who trained just before is asked instead (see `suggested`).
    """
    if draft.context_told:
        return draft.context
    of_now = day == writer.now.date() and not draft.when.strip()
    early = writer.now.hour < _MORNING_ENDS
    return Context.ON_WAKING if of_now and early and view.around(writer.now) is None else None


def suggested(draft: Draft, view: "PainView", writer: "Writer", day: date) -> Context | None:
    """During or right after the workout that the moment of the pain belongs to; None when there is none."""
    from journal.errors import Refused

    try:
        moment = moment_of(draft, writer, day)
    except Refused:
        return None
    return view.around(moment.at) if moment.known else None


def moment_of(draft: Draft, writer: "Writer", day: date) -> "Moment":
    """When it is felt, as the text says; `Refused` when it says nothing that can be understood."""
    from journal.entry.when import Moment
    from journal.tui.forms.form_reading import read_moment

    if draft.record is not None and draft.when.strip() in ("", draft_of(draft.record).when):
        return Moment(draft.record.at, known=draft.record.time_known is not False)
    return read_moment(draft.when, writer, day)


def as_pain(draft: Draft, view: "PainView", writer: "Writer", day: date) -> Pain:
    """The record that the draft makes; `Refused`, in one sentence, when something is missing or wrong.

    Of an entry that is edited everything stays that was not changed, also what the page does not show.
    """
    from journal.errors import Refused

    if draft.place is None:
        raise Refused("Where does it hurt? Choose a place first.")
    if draft.score is None:
        raise Refused(f"How bad is it? Type 0 to 10 for {draft.place.name}.")
    moment = moment_of(draft, writer, day)
    said: dict[str, Any] = {
        "at": moment.at,
        "time_known": moment.time_known,
        "region": draft.place.region,
        "side": draft.place.side,
        "score": draft.score,
        "qualities": draft.qualities,
        "context": context_of(draft, view, writer, day),
        "onset_at": _onset(draft, moment.at, writer),
        "mechanism": draft.mechanism,
        "radiates_to": draft.radiates_to,
        "workout_id": draft.workout_id,
        "note": draft.note.strip(),
        **{name: draft.signs.get(name) for name in SIGNS},
    }
    if draft.record is None:
        return Pain(id=uuid4(), **said)
    before, there = draft.record, draft_of(draft.record)
    if said["note"] == there.note:
        said["note"] = before.note
    if said["at"] == before.at:
        said["time_known"] = before.time_known
    return before.but(**said)


def _onset(draft: Draft, at: datetime, writer: "Writer") -> datetime | None:
    from journal.tui.forms.form_reading import read_moment

    if not draft.began.strip():
        return None
    if draft.record is not None and draft.began == draft_of(draft.record).began:
        return draft.record.onset_at
    began = read_moment(draft.began, writer, at.date())
    # A day without a clock says nothing against a pain of earlier on that day.
    return min(began.at, at) if began.at.date() == at.date() and ":" not in draft.began else began.at


def in_words(draft: Draft, pain: Pain, writer: "Writer") -> str:
    """What will be recorded: `pain lower back, left: 4, dull, on waking (yesterday 18:00)`."""
    from journal.entry import say
    from journal.tui.wording.dates import from_today

    words = f"pain {say(pain, writer)}"
    if draft.workout_id is not None:
        words += ", linked to the workout"
    if draft.when.strip() or pain.time_known is False:
        day = from_today(pain.at.date(), writer.now.date()).lower()
        clock = ", time not known" if pain.time_known is False else f" {pain.at:%H:%M}"
        words += f" ({day}{clock})"
    return f"{words} // {' '.join(pain.note.split())}" if pain.note else words


def name_of(word: Quality | Context | Radiation | Mechanism) -> str:
    """A word of the lists as the page says it; `none` is said as what it denies."""
    return {"none": "nothing" if isinstance(word, Mechanism) else "nowhere"}.get(word.value, display(word))
